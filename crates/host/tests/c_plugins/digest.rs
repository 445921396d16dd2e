//! What the source makes of a digest.

use std::fmt::Write;

use rapporteur_core::protocol::{Detection, Ingested, InputInfo, PluginKind};
use rapporteur_core::{Document, Draft, Provenance, Span, assemble};
use rapporteur_host::{CallError, Isolation, SourceHandle};

use crate::build::plugins;
use crate::support::{registry_with, settings};

/// Two articles, an empty message and the list's footer. The second article holds a rule of its own.
pub const DIGEST: &str = "\
Gull Wire Digest, Vol 3, Issue 12

Today's Topics:
   1. Ministers meet (Ilse Marwood)

----------------------------------------------------------------------

Message: 1
Date: Sat, 14 Mar 2026 09:26:53 +0100
From: Ilse Marwood <ilse@example.org>
Subject: [Gull Wire] Ministers of the coast
\tmeet in Port Aver

Vessland said it would “open the harbour”
to all ships.

> We were told nothing.
> Nobody asked us.
Orlane denied it.

-- \n\
Ilse Marwood writes on the coast.

------------------------------

Message: 2
Date: yesterday
From: tomas at example.org (Tomas Brey)
Subject: Re: =?utf-8?q?Caf=C3=A9?= talks

Talks go on \\ \"slowly\".

------------------------------

Who pays remains open.

------------------------------

From: nobody@example.org
Subject: Nothing

------------------------------

Subject: Digest Footer

_______________________________________________
Gull Wire mailing list

------------------------------

End of Gull Wire Digest, Vol 3, Issue 12
****************************************
";

fn source(config: &str) -> Option<SourceHandle> {
    let registry = registry_with(plugins()?, settings(Isolation::InProcess));
    let candidate = registry.find(PluginKind::Source, "digest").expect("it is there");
    Some(SourceHandle::new(&registry, candidate, config.as_bytes()).expect("it loads"))
}

fn ingest(source: &mut SourceHandle, file: &[u8]) -> Result<Ingested, CallError> {
    source.ingest(&InputInfo::default(), file)
}

/// The document the host makes of a draft: every range is checked there.
pub fn document(draft: Draft, file: &[u8]) -> Document {
    let (uri, plugin, plugin_version) = ("digest.txt", "org.example.source-digest", "0.1.0");
    let provenance = Provenance { uri, bytes: file, ordinal: 0, plugin, plugin_version, confidence: 97, evidence: &[] };
    assemble(draft, &provenance).expect("the draft is sound").document
}

/// The words of a span, followed by those of the file where they are not the same.
fn words(document: &Document, at: &Span, file: &str) -> String {
    let text = at.slice(&document.text).expect("it was checked");
    let parts: Vec<&str> = at.source.iter().chain(&at.source_parts).filter_map(|part| part.slice(file)).collect();
    assert_eq!(single_spaced(&parts.concat()), single_spaced(text), "what the map leads to");
    if parts == [text] { format!("{text:?}") } else { format!("{text:?} read from {parts:?}") }
}

fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A document as a reader would note it.
fn noted(document: &Document, file: &str) -> String {
    let metadata = &document.metadata;
    let mut lines = String::new();
    let authors: Vec<&str> = metadata.authors.iter().map(|author| author.name.as_str()).collect();
    let _ = writeln!(lines, "title {:?} published {:?} authors {authors:?}", metadata.title, metadata.published);
    for candidate in &metadata.candidates {
        let seen = candidate.source.and_then(|source| source.slice(file));
        let at = candidate.at.as_ref().map(|at| words(document, at, file));
        let _ = writeln!(lines, "{} from {}: {at:?} {seen:?} {}", candidate.field, candidate.origin, candidate.chosen);
    }
    for piece in &document.apparatus {
        let _ = writeln!(lines, "{:?} {}", piece.kind, words(document, &piece.at, file));
    }
    for block in &document.blocks {
        let _ = writeln!(lines, "{:?} {}", block.kind, words(document, &block.at, file));
    }
    for found in &document.diagnostics {
        let _ = writeln!(lines, "{}: {} {:?}", found.code, found.message, found.at.as_ref().map(|at| at.bytes));
    }
    lines
}

fn all_noted(ingested: Ingested, file: &str) -> String {
    let mut notes: Vec<String> =
        ingested.documents.into_iter().map(|draft| noted(&document(draft, file.as_bytes()), file)).collect();
    notes.extend(ingested.diagnostics.iter().map(|found| format!("{}: {}", found.code, found.message)));
    notes.join("\n")
}

#[test]
fn each_message_is_a_document() {
    let Some(mut source) = source("") else { return };
    let ingested = ingest(&mut source, DIGEST.as_bytes()).expect("it is a digest");
    assert_eq!(
        ingested.documents[0].text,
        "[Gull Wire] Ministers of the coast meet in Port Aver\n\nIlse Marwood\n\nVessland said it would “open the \
         harbour”\nto all ships.\n\n> We were told nothing.\n> Nobody asked us.\n\nOrlane denied it.\n\nIlse Marwood \
         writes on the coast."
    );
    insta::assert_snapshot!(all_noted(ingested, DIGEST), @r#"
    title Some("Ministers of the coast meet in Port Aver") published Some("2026-03-14T09:26:53+01:00") authors ["Ilse Marwood"]
    title from subject header: Some("\"[Gull Wire] Ministers of the coast meet in Port Aver\" read from [\"[Gull Wire] Ministers of the coast\\n\\tmeet in Port Aver\"]") None true
    published from date header: None Some("Sat, 14 Mar 2026 09:26:53 +0100") true
    Headline "[Gull Wire] Ministers of the coast meet in Port Aver" read from ["[Gull Wire] Ministers of the coast\n\tmeet in Port Aver"]
    Byline "Ilse Marwood"
    Other "Ilse Marwood writes on the coast."
    Paragraph "Vessland said it would “open the harbour”\nto all ships."
    Quotation "> We were told nothing.\n> Nobody asked us."
    Paragraph "Orlane denied it."

    title Some("Re: =?utf-8?q?Caf=C3=A9?= talks") published None authors ["Tomas Brey"]
    title from subject header: Some("\"Re: =?utf-8?q?Caf=C3=A9?= talks\"") None true
    published from date header: None Some("yesterday") false
    Headline "Re: =?utf-8?q?Caf=C3=A9?= talks"
    Byline "Tomas Brey"
    Paragraph "Talks go on \\ \"slowly\"."
    Paragraph "Who pays remains open."
    unreadable-date: the date header is no date: yesterday None
    encoded-header: a header holds an encoded word, which is left as it stands Some(ByteRange { start: 0, end: 31 })

    empty-message: message 3 of the digest has no text
    "#);
}

#[test]
fn line_ends_of_two_bytes_change_the_map_and_nothing_else() {
    let Some(mut source) = source("") else { return };
    let file = DIGEST.replace('\n', "\r\n");
    let with_crlf = ingest(&mut source, file.as_bytes()).expect("it is a digest");
    let without = ingest(&mut source, DIGEST.as_bytes()).expect("it is a digest");
    let texts = |ingested: &Ingested| ingested.documents.iter().map(|draft| draft.text.clone()).collect::<Vec<_>>();
    assert_eq!(texts(&with_crlf), texts(&without));
    let first = document(with_crlf.documents[0].clone(), file.as_bytes());
    let block = &first.blocks[0].at;
    assert_eq!(
        block.source.and_then(|source| source.slice(&file)),
        Some("Vessland said it would “open the harbour”\r\nto all ships.")
    );
    // Checks every other place.
    all_noted(with_crlf, &file);
}

#[test]
fn every_character_comes_through() {
    let Some(mut source) = source("") else { return };
    // White space at the ends of a line is cut, so letters stand there.
    let all: String = (0..=0x0010_FFFF_u32).filter_map(char::from_u32).filter(|one| !"\n\r".contains(*one)).collect();
    let file = format!("{}\nFrom: A B\nSubject: S\n\na{all}b\n", "-".repeat(70));
    let ingested = ingest(&mut source, file.as_bytes()).expect("it is a digest");
    assert!(ingested.documents[0].text == format!("S\n\nA B\n\na{all}b"), "a character is lost or changed");
    let draft = document(ingested.documents[0].clone(), file.as_bytes());
    assert_eq!(draft.blocks.len(), 1);
}

#[test]
fn dates_keep_their_precision_and_their_offset() {
    let Some(mut source) = source("") else { return };
    let mut published = |date: &str| {
        let file = format!("{}\nFrom: A\nDate: {date}\n\nText.\n", "-".repeat(70));
        let draft = ingest(&mut source, file.as_bytes()).expect("it is a digest").documents.remove(0);
        draft.metadata.published.unwrap_or_else(|| draft.diagnostics[0].message.clone())
    };
    let dates: Vec<String> = [
        "Sat, 14 Mar 2026 09:26:53 +0100",
        "14 Mar 2026 09:26 GMT",
        "Thu, 1 Jan 2026 00:00:60 -0330 (NST)",
        "3 Feb 2026 10:00:00 -0000",
        "3 Feb 2026 10:00:00 EST",
        "29 Feb 2024",
        "29 Feb 2026",
        "14 Mar 26",
        "14 March 2026",
        "14 Mar 2026 24:00",
        "14 Mar 2026 09:26 +0199",
        "14 Mar 2026 09:26 sharp, or so",
    ]
    .iter()
    .map(|date| published(date))
    .collect();
    insta::assert_snapshot!(dates.join("\n"), @r#"
    2026-03-14T09:26:53+01:00
    2026-03-14T09:26Z
    2026-01-01T00:00:60-03:30
    2026-02-03T10:00:00
    2026-02-03T10:00:00
    2024-02-29
    the date header is no date: 29 Feb 2026
    the date header is no date: 14 Mar 26
    the date header is no date: 14 March 2026
    the date header is no date: 14 Mar 2026 24:00
    the date header is no date: 14 Mar 2026 09:26 +0199
    the date header is no date: 14 Mar 2026 09:26 sharp, or so
    "#);
}

#[test]
fn what_is_no_digest_is_refused_with_a_reason() {
    let Some(mut source) = source("") else { return };
    let rule = "-".repeat(70);
    let mut refusal = |charset: Option<&str>, file: &[u8]| {
        let info = InputInfo { charset: charset.map(str::to_owned), ..InputInfo::default() };
        let error = source.ingest(&info, file).expect_err("it is refused");
        let CallError::Refused(refusal) = error else { panic!("{error:?}") };
        format!("{}: {}", refusal.code, refusal.message)
    };
    let broken = [rule.as_bytes(), b"\nFrom: A\nSubject: S\n\nCaf\xE9.\n"].concat();
    let refusals = [
        refusal(None, b""),
        refusal(None, b" \r\n\t\n"),
        refusal(None, b"An article.\n\nIt goes on.\n"),
        refusal(None, format!("{rule}\n\nAn article.\n").as_bytes()),
        refusal(None, format!("{rule}\nFrom: A\nSubject: S\n\n\n").as_bytes()),
        refusal(None, &broken),
        refusal(Some("windows-1252"), &broken),
        refusal(Some("UTF-8"), &broken),
    ];
    insta::assert_snapshot!(refusals.join("\n"), @r#"
    empty-input: the file is empty
    empty-input: the file is empty
    not-a-digest: no line of 70 hyphens, which ends a digest's preamble
    not-a-digest: no message with headers stands behind the line of 70 hyphens
    empty-body: no message of the digest has a text to read
    invalid-utf-8: byte 94 is part of no UTF-8 character
    wrong-charset: the digest source reads UTF-8 only, and the file is said to be windows-1252
    invalid-utf-8: byte 94 is part of no UTF-8 character
    "#);
}

#[test]
fn detection_says_why() {
    let Some(mut source) = source("") else { return };
    let mut detect = |file: &str| source.detect(&InputInfo::default(), file.as_bytes()).expect("it answers");
    let why = |confidence, evidence: &[&str]| Detection {
        confidence,
        evidence: evidence.iter().map(|line| (*line).to_owned()).collect(),
    };
    let preamble = "a line of 70 hyphens ends a preamble";
    assert_eq!(detect(DIGEST), why(97, &[preamble, "three messages or more with headers after it"]));
    // Detection sees the beginning of a file, wherever that ends.
    let beginning = &DIGEST[..DIGEST.find("to all ships").expect("it is there")];
    assert_eq!(detect(beginning), why(85, &[preamble, "one message with headers after it"]));
    let rule = "-".repeat(70);
    assert_eq!(detect(&format!("{rule}\n\nText\n")), why(10, &["a line of 70 hyphens", "no message after it"]));
    assert_eq!(detect("From: A\nSubject: B\n\nA mail.\n"), why(0, &[]));
    assert_eq!(detect(""), why(0, &[]));
}

#[test]
fn options() {
    let Some(mut source_of_all) = source("{}") else { return };
    let mut without_replies = source(r#"{"skip_replies": true}"#).expect("there is a compiler");
    let titles = |source: &mut SourceHandle| {
        let ingested = ingest(source, DIGEST.as_bytes()).expect("it is a digest");
        ingested.documents.into_iter().filter_map(|draft| draft.metadata.title).collect::<Vec<_>>()
    };
    assert_eq!(titles(&mut source_of_all).len(), 2);
    assert_eq!(titles(&mut without_replies), ["Ministers of the coast meet in Port Aver"]);
    let refusal = |config: &str| {
        let mut source = source(config).expect("there is a compiler");
        ingest(&mut source, b"x").expect_err("it is refused").to_string()
    };
    let refusals = [
        refusal(r#"{"skip_repleis": true}"#),
        refusal(r#"{"a \u0022b\u0022": true}"#),
        refusal(r#"{"skip_replies": "yes"}"#),
        refusal("[]"),
        refusal(r#"{"skip_replies": true"#),
        refusal(r#"{"skip_replies": true} x"#),
    ];
    insta::assert_snapshot!(refusals.join("\n"), @r#"
    the digest source has no option "skip_repleis"
    the digest source has no option "a \"b\""
    the options of the digest source: expected true or false at byte 17
    the options of the digest source: expected an object at byte 0
    the options of the digest source: expected a comma or the end of the object at byte 21
    the options of the digest source: expected nothing further at byte 23
    "#);
}
