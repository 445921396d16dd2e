use proptest::prelude::*;
use rapporteur_sdk::core::{
    Actor, ActorKind, Block, BlockKind, ByteRange, Claim, ClaimForm, ClaimOrigin, Cue, Diagnostic, Draft, Mention,
    MentionForm, Metadata, Position, Provenance, Quotation, Quoted, Sense, SourceMap, Spans, assemble,
};
use rapporteur_sdk::{Describe, Document, Exporter, NoOptions, OutputFile};

use crate::json::{Json, JsonOptions};
use crate::json_lines::JsonLines;
use rapporteur_sdk::FileNames;

/// A document in which one actor claims the whole text.
fn document(uri: &str, ordinal: usize, text: &str, confidence: u8) -> Document {
    let all = ByteRange::new(0, text.len());
    let draft = Draft {
        text: text.to_owned(),
        map: SourceMap::identity(text.len()),
        media_type: "text/plain".to_owned(),
        charset: "UTF-8".to_owned(),
        metadata: Metadata { title: Some(text.to_owned()), keywords: vec![text.to_owned()], ..Metadata::default() },
        blocks: vec![Block::new(BlockKind::Paragraph, all)],
        diagnostics: vec![Diagnostic::note("short-body", "the body is short").at(all)],
        ..Draft::default()
    };
    let provenance = Provenance {
        uri,
        bytes: text.as_bytes(),
        ordinal,
        plugin: "org.rapporteur.source-text",
        plugin_version: "0.1.0",
        confidence: 80,
        evidence: &["plain text".to_owned()],
    };
    let mut document = assemble(draft, &provenance).expect("the draft covers its own text").document;
    let at = Spans::new(text, SourceMap::identity(text.len())).span(text, all);
    document.actors = vec![Actor {
        id: "velmora".to_owned(),
        name: text.to_owned(),
        kind: ActorKind::State,
        subkind: None,
        aliases: vec![text.to_owned()],
        roles: Vec::new(),
        affiliation: None,
        identifiers: Default::default(),
        mentions: vec![Mention {
            at: at.clone(),
            surface: text.to_owned(),
            form: MentionForm::Name,
            sense: Sense::Actor,
            annotation: None,
        }],
        annotation: None,
    }];
    document.claims = vec![Claim {
        id: "c1".to_owned(),
        claimant: Some("velmora".to_owned()),
        co_claimants: Vec::new(),
        source: None,
        cue: Some(Cue { text: text.to_owned(), at: at.clone(), lemma: "say".to_owned() }),
        content: vec![Quoted { text: text.to_owned(), at }],
        quotation: Quotation::Mixed,
        form: ClaimForm::Statement,
        addressee: None,
        targets: Vec::new(),
        position: Some(Position::Oppose),
        hedged: true,
        negated: false,
        via: None,
        nested_in: None,
        section: Some(0),
        sentence: None,
        confidence: f64::from(confidence) / 100.0,
        rule: "said-that".to_owned(),
        origin: ClaimOrigin::Extracted,
        annotator: None,
        labels: Vec::new(),
        review: None,
    }];
    document
}

fn json(options: JsonOptions, documents: &[Document]) -> Vec<OutputFile> {
    let mut exporter = Json::new(options).expect("all options fit together");
    let files = exporter.export(documents).expect("documents are JSON");
    assert_eq!(exporter.finish(), Ok(Vec::new()));
    files
}

/// The file JSON Lines makes of these batches.
fn lines(batches: &[&[Document]]) -> String {
    let mut exporter = JsonLines::new(NoOptions {}).expect("there are no options");
    let mut files = Vec::new();
    for batch in batches {
        files.extend(exporter.export(batch).expect("documents are JSON"));
    }
    files.extend(exporter.finish().expect("nothing can fail here"));
    assert!(files.iter().all(|file| file.name == "documents.jsonl" && file.media_type == "application/x-ndjson"));
    assert!(!files.is_empty(), "the file is always there");
    let bytes = files.into_iter().flat_map(|file| file.bytes).collect();
    String::from_utf8(bytes).expect("JSON is UTF-8")
}

#[test]
fn a_file_is_indented_and_ends_with_a_line_end() {
    let document = document("clips/Harbour Dispute.html", 0, "Velmora objects.", 85);
    let files = json(JsonOptions::default(), &[document]);
    assert_eq!((files.len(), files[0].media_type.as_str()), (1, "application/json"));
    let written = String::from_utf8(files[0].bytes.clone()).expect("JSON is UTF-8");
    assert!(written.starts_with("{\n  \"schema\": \"rapporteur/1\",\n  \"id\": \""), "{written}");
    assert!(written.contains("\n      \"confidence\": 0.85,\n"), "{written}");
    assert!(written.ends_with("\n}\n"), "{written}");
}

#[test]
fn not_pretty_is_one_line() {
    let files = json(JsonOptions { pretty: false }, &[document("a.txt", 0, "Velmora\nobjects.", 85)]);
    let written = String::from_utf8(files[0].bytes.clone()).expect("JSON is UTF-8");
    assert_eq!(written.matches('\n').count(), 1);
    assert!(written.ends_with("}\n"));
}

#[test]
fn options_are_named_and_checked() {
    assert_eq!(serde_json::from_str::<JsonOptions>("{}").ok(), Some(JsonOptions { pretty: true }));
    let error = serde_json::from_str::<JsonOptions>(r#"{"prety": false}"#).expect_err("the key is unknown");
    assert!(error.to_string().starts_with("unknown field `prety`, expected `pretty`"), "{error}");
}

#[test]
fn file_names() {
    let id = document("-", 0, "Velmora objects.", 85).id;
    let id = &id[..8];
    let mut names = FileNames::default();
    let mut check = |uri: &str, ordinal: usize, expected: &str| {
        let document = document(uri, ordinal, "Velmora objects.", 85);
        assert_eq!(names.name(&document, "json"), expected.replace("ID", id));
    };
    check("clips/Harbour Dispute – Analysis.html", 0, "harbour-dispute-analysis-ID.json");
    check("clips/Harbour Dispute – Analysis.html", 2, "harbour-dispute-analysis-ID-2.json");
    check("other/Harbour dispute: analysis.txt", 0, "harbour-dispute-analysis-ID~2.json");
    check("-", 0, "document-ID.json");
    check("../…", 0, "document-ID~2.json");
    check("saved/.hidden", 0, "hidden-ID.json");
    check("saved/page/", 0, "page-ID.json");
    check(&format!("{}.html", "гавань".repeat(30)), 0, &format!("{}-ID.json", "гавань".repeat(8)));
}

#[test]
fn json_lines_of_nothing_is_an_empty_file() {
    assert_eq!(lines(&[]), "");
    assert_eq!(lines(&[&[]]), "");
}

proptest! {
    #[test]
    fn files_read_back_as_the_documents(text in ".{0,60}", confidence in 0u8..=100, pretty: bool) {
        let document = document("a.txt", 0, &text, confidence);
        let files = json(JsonOptions { pretty }, std::slice::from_ref(&document));
        let read: Document = serde_json::from_slice(&files[0].bytes).expect("what was written can be read");
        prop_assert_eq!(read, document);
    }

    #[test]
    fn lines_read_back_as_the_documents(texts in prop::collection::vec("(.|\n|\r){0,30}", 0..6), cut in 0usize..6) {
        let documents: Vec<Document> =
            texts.iter().enumerate().map(|(ordinal, text)| document("a.txt", ordinal, text, 70)).collect();
        let (before, after) = documents.split_at(cut.min(documents.len()));
        let written = lines(&[before, after]);
        prop_assert_eq!(&written, &lines(&[&documents]), "batches leave no trace");
        let read: Vec<Document> =
            written.split_terminator('\n').map(|line| serde_json::from_str(line).expect("a document a line")).collect();
        prop_assert_eq!(read, documents);
    }
}
