//! Lines with hints from markup: what pages have and typed text has not.

use rapporteur_core::{ApparatusKind, ByteRange};
use rapporteur_prose::{Anatomy, Known, Line, LineHint, anatomy};

const LONG: &str = "The council has put off its decision on the joint patrols until the autumn, when the fleet is expected to \
    come back from the southern banks.";

fn read(lines: &[(LineHint, &str)], known: &Known<'_>) -> (String, Anatomy) {
    let mut text = String::new();
    let mut pieces = Vec::new();
    for (hint, words) in lines {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(words);
        pieces.push(Line { at: ByteRange::new(start, text.len()), hint: *hint });
    }
    let anatomy = anatomy(&text, &pieces, known);
    (text, anatomy)
}

fn kind_of(text: &str, anatomy: &Anatomy, words: &str) -> Option<ApparatusKind> {
    let holds = |at: ByteRange| at.slice(text).is_some_and(|piece| piece.contains(words));
    anatomy.apparatus.iter().find(|piece| holds(piece.at)).map(|piece| piece.kind)
}

fn authors(anatomy: &Anatomy) -> Vec<(&str, Option<&str>)> {
    anatomy.metadata.authors.iter().map(|author| (author.name.as_str(), author.affiliation.as_deref())).collect()
}

#[test]
fn a_caption_stands_over_the_byline() {
    let lines = [
        (LineHint::Headline, "The patrols wait"),
        (LineHint::Caption, "The quay in Halm."),
        (LineHint::Bold, "By Dr. Ilse Marwood*"),
        (LineHint::Paragraph, LONG),
    ];
    let (_, anatomy) = read(&lines, &Known::default());
    assert_eq!(authors(&anatomy), [("Ilse Marwood", None)]);
}

#[test]
fn a_byline_that_names_the_site_and_runs_on_is_none() {
    let lines = [
        (LineHint::Headline, "The patrols wait"),
        (LineHint::Apparatus(ApparatusKind::Byline), "by Harbour TimesMarch 14, 2031 0 1747"),
        (LineHint::Paragraph, "Ilse Marwood/Tomasz Okello"),
        (LineHint::Paragraph, LONG),
    ];
    let known = Known { site_name: Some("Harbour Times"), ..Known::default() };
    let (_, anatomy) = read(&lines, &known);
    assert_eq!(authors(&anatomy), [("Ilse Marwood", None), ("Tomasz Okello", None)]);
    // What the site itself signs, it may.
    let lines = [
        (LineHint::Headline, "The patrols wait"),
        (LineHint::Apparatus(ApparatusKind::Byline), "by Harbour Times"),
        (LineHint::Paragraph, LONG),
    ];
    let (_, anatomy) = read(&lines, &known);
    assert_eq!(authors(&anatomy), [("Harbour Times", None)]);
}

#[test]
fn credits_after_the_text_name_authors_where_nothing_else_does() {
    let credit = "Written by Ilse Marwood in Halm. Some information for this report came from agencies.";
    let lines = [
        (LineHint::Headline, "The patrols wait"),
        (LineHint::Paragraph, LONG),
        (LineHint::Paragraph, LONG),
        (LineHint::Paragraph, credit),
    ];
    let (text, anatomy) = read(&lines, &Known::default());
    assert_eq!(authors(&anatomy), [("Ilse Marwood", None)]);
    assert_eq!(kind_of(&text, &anatomy, "Written by"), Some(ApparatusKind::Byline));
    let at = anatomy.metadata.authors[0].at.expect("the name stands in the text");
    assert_eq!(at.slice(&text), Some("Ilse Marwood"));
}

#[test]
fn institutions_about_themselves() {
    let bio = LineHint::Apparatus(ApparatusKind::Bio);
    let lines = [
        (LineHint::Headline, "The patrols wait"),
        (LineHint::Paragraph, LONG),
        (LineHint::Paragraph, LONG),
        (LineHint::Paragraph, "The Harbour Foundation is committed to quality."),
        (bio, "HNA"),
        (bio, "The Harbour News Agency was founded in 1911."),
    ];
    let (text, anatomy) = read(&lines, &Known { site_name: Some("Harbour Foundation"), ..Known::default() });
    assert_eq!(kind_of(&text, &anatomy, "committed"), Some(ApparatusKind::PublisherBlurb));
    assert_eq!(kind_of(&text, &anatomy, "HNA"), Some(ApparatusKind::PublisherBlurb));
    // Of another institution the article speaks.
    let (text, anatomy) = read(&lines, &Known::default());
    assert_eq!(kind_of(&text, &anatomy, "committed"), None);
}

#[test]
fn names_with_what_their_bearers_are_below() {
    let bio = LineHint::Apparatus(ApparatusKind::Bio);
    let lines = [
        (LineHint::Headline, "The patrols wait"),
        (LineHint::Apparatus(ApparatusKind::Byline), "Priya Halloran and Lin Qiaoyu"),
        (LineHint::Paragraph, LONG),
        (bio, "Authors"),
        (bio, "Priya Halloran"),
        (bio, "Director of Research, Harbour Foundation"),
        (bio, "Lin Qiaoyu"),
        (bio, "Senior Fellow, Norvane Centre for Strategic Affairs"),
    ];
    let (text, anatomy) = read(&lines, &Known::default());
    let expected =
        [("Priya Halloran", Some("Harbour Foundation")), ("Lin Qiaoyu", Some("Norvane Centre for Strategic Affairs"))];
    assert_eq!(authors(&anatomy), expected);
    assert_eq!(kind_of(&text, &anatomy, "Director"), Some(ApparatusKind::Bio));
}

#[test]
fn the_staff_of_the_site_signs() {
    let lines = [
        (LineHint::Headline, "The patrols wait"),
        (LineHint::Apparatus(ApparatusKind::Byline), "By Harbour Times Staff"),
        (LineHint::Paragraph, LONG),
    ];
    let known = Known { site_name: Some("Harbour Times"), ..Known::default() };
    let (_, anatomy) = read(&lines, &known);
    assert_eq!(authors(&anatomy), [("Harbour Times Staff", None)]);
}

#[test]
fn who_keeps_the_page_wrote_it() {
    let read = |last| {
        let lines = [
            (LineHint::Headline, "The patrols wait"),
            (LineHint::Paragraph, LONG),
            (LineHint::Paragraph, LONG),
            (LineHint::Paragraph, last),
        ];
        let (text, anatomy) = read(&lines, &Known::default());
        let names: Vec<String> = authors(&anatomy).into_iter().map(|(name, _)| name.to_owned()).collect();
        (names, kind_of(&text, &anatomy, last))
    };
    let line = Some(ApparatusKind::DateLine);
    assert_eq!(read("Last updated March 3, 2031 by Ilse Marwood. — Contact"), (vec!["Ilse Marwood".to_owned()], line));
    assert_eq!(read("Page maintained by Ilse Marwood"), (vec!["Ilse Marwood".to_owned()], line));
    assert_eq!(read("Last updated by the office of the harbour."), (vec![], line));
}

#[test]
fn a_standfirst_told_again() {
    let first = "The three harbours wait for their fleet.";
    let lines = [
        (LineHint::Headline, "The patrols wait"),
        (LineHint::Apparatus(ApparatusKind::Standfirst), first),
        (LineHint::Apparatus(ApparatusKind::Byline), "By Ilse Marwood"),
        (LineHint::Paragraph, first),
        (LineHint::Paragraph, LONG),
    ];
    let (text, anatomy) = read(&lines, &Known::default());
    let blocks: Vec<&str> = anatomy.blocks.iter().filter_map(|block| block.at.slice(&text)).collect();
    assert_eq!(blocks, [LONG]);
}

#[test]
fn labels_of_lists_go_with_them() {
    let lines = [
        (LineHint::Headline, "The patrols wait"),
        (LineHint::Paragraph, LONG),
        (LineHint::Heading(1), "Related news"),
        (LineHint::Apparatus(ApparatusKind::Related), "Ropes of Halm"),
        (LineHint::Paragraph, LONG),
        // Over paragraphs it is a heading like any other.
        (LineHint::Heading(1), "Related"),
        (LineHint::Paragraph, LONG),
    ];
    let (text, anatomy) = read(&lines, &Known::default());
    assert_eq!(kind_of(&text, &anatomy, "Related news"), Some(ApparatusKind::Related));
    assert_eq!(anatomy.blocks.len(), 4);
}
