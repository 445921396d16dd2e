//! Any text at all: no panic, no position out of the text, no two pieces in one place.

use proptest::prelude::*;
use rapporteur_core::{ApparatusKind, ByteRange};
use rapporteur_prose::text_source::{Layout, read_text};
use rapporteur_prose::{Anatomy, Known, Line, LineHint, anatomy, find_date, split_headline};

fn check(text: &str, anatomy: &Anatomy) {
    let mut end = 0;
    for block in &anatomy.blocks {
        let words = block.at.slice(text).expect("in the text, on character boundaries");
        assert!(!words.is_empty() && words.trim() == words, "{words:?} is not trimmed");
        assert!(block.at.start >= end, "{block:?} begins before {end}");
        end = block.at.end;
    }
    for piece in &anatomy.apparatus {
        assert!(piece.at.slice(text).is_some());
        assert!(!anatomy.blocks.iter().any(|block| block.at.overlaps(piece.at)), "{piece:?} overlaps a block");
    }
    let metadata = &anatomy.metadata;
    for author in &metadata.authors {
        assert!(author.at.is_none_or(|at| at.slice(text).is_some()), "{author:?}");
        if let Some(bio) = &author.bio {
            assert_eq!(bio.at.slice(text), Some(bio.text.as_str()));
        }
    }
    assert!(metadata.origin.as_ref().and_then(|origin| origin.at).is_none_or(|at| at.slice(text).is_some()));
    for candidate in &metadata.candidates {
        assert!(candidate.at.is_none_or(|at| at.slice(text).is_some()), "{candidate:?}");
    }
}

/// Lines that rules fire on, mixed with noise.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~\u{A0}“”’–—é🐈]{0,120}",
        prop::sample::select(vec![
            "Harbour Compact Tests Averland – Analysis",
            "By Ilse Marwood and Tomasz Okello",
            "By Dr. Ilse\u{A0}Marwood*, Harbour News - 14 March 2031",
            "Ilse MARWOOD | Tomasz OKELLO",
            "14 March 2031",
            "Updated 20:49, 5 Aug 2031",
            "PORT AVER, March 14. /HNA/. The council met in the morning and went home again.",
            "MR HOLT:  (Laughter.) Good afternoon.",
            "QUESTION: [Crosstalk.]",
            "Lin Qiaoyu (01:27):",
            "  • Ilse Marwood\u{A0}is a Fellow with the Tidal\u{A0}Programme at the Coastal Policy Institute.\u{A0}",
            "About the authors:",
            "About the author: Ilse Marwood is a Fellow. Tomasz Okello is an editor at Harbour News.",
            "Source: This article was published by the Coastal Policy Institute.",
            "Coastal Policy Institute",
            "The views expressed are the author’s own.",
            "Leave a Reply",
            "Related articles",
            "“We met,” she said.",
            "“We met.”",
            "What comes next?\u{A0}",
            "---",
            "# Title",
            "- [a](http://a.example) *b*",
            "[^1]: A note.",
            "title: x",
            "",
            "",
        ])
        .prop_map(str::to_owned),
    ]
}

fn page() -> impl Strategy<Value = String> {
    (prop::collection::vec(line(), 0..30), prop::sample::select(vec!["\n", "\n\n", "\r\n", "\r"]))
        .prop_map(|(lines, gap)| lines.join(gap))
}

fn hint() -> impl Strategy<Value = LineHint> {
    prop::sample::select(vec![
        LineHint::None,
        LineHint::Headline,
        LineHint::Heading(2),
        LineHint::Paragraph,
        LineHint::Bold,
        LineHint::ListItem(1),
        LineHint::Quotation,
        LineHint::Caption,
        LineHint::Footnote,
        LineHint::Summary,
        LineHint::Apparatus(ApparatusKind::Byline),
        LineHint::Apparatus(ApparatusKind::Bio),
        LineHint::Apparatus(ApparatusKind::DateLine),
    ])
}

proptest! {
    #[test]
    fn pages_of_lines(lines in prop::collection::vec((line(), hint()), 0..30), title in prop::option::of(line())) {
        let mut text = String::new();
        let mut cut = Vec::new();
        for (words, hint) in &lines {
            let start = text.len();
            text.push_str(words);
            cut.push(Line { at: ByteRange::new(start, text.len()), hint: *hint });
            text.push_str("\n\n");
        }
        let known = Known { title: title.as_deref(), ..Known::default() };
        check(&text, &anatomy(&text, &cut, &known));
    }

    #[test]
    fn lines_that_lie(text in "\\PC{0,200}", ranges in prop::collection::vec((0usize..260, 0usize..260, hint()), 0..12)) {
        let lines: Vec<Line> = ranges.into_iter().map(|(start, end, hint)| Line { at: ByteRange::new(start, end), hint }).collect();
        check(&text, &anatomy(&text, &lines, &Known::default()));
    }

    #[test]
    fn files(text in page()) {
        for layout in [Layout::Article, Layout::Plain] {
            if let Ok(draft) = read_text(text.as_bytes(), None, layout) {
                assert!(draft.map.is_sound(draft.text.len(), text.len()));
                let rapporteur_core::Draft { text, blocks, apparatus, metadata, .. } = draft;
                let diagnostics = Vec::new();
                check(&text, &Anatomy { blocks, apparatus, metadata, diagnostics, bylines: Vec::new() });
            }
        }
    }

    #[test]
    fn bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read_text(&bytes, None, Layout::Article);
    }

    #[test]
    fn short_questions(words in "\\PC{0,80}") {
        if let Some(found) = find_date(&words) {
            prop_assert!(found.at.slice(&words).is_some());
        }
        let split = split_headline(&words, Some("Example Review"));
        prop_assert!(words.contains(split.title));
    }
}

/// Megabytes in one line, and as many lines as fit into them.
#[test]
fn large_files() {
    let sentence = "The council met, said Ilse Marwood, (Laughter.) and [went] home. “We met,” she said: nothing. ";
    let line = sentence.repeat(5_000_000 / sentence.len());
    let draft = read_text(line.as_bytes(), None, Layout::Article).expect("it is text");
    assert_eq!(draft.blocks.iter().map(|block| block.at.len()).collect::<Vec<_>>(), [line.trim_end().len()]);
    let lines = "“We met.”\nQUESTION: And so?\nIlse Marwood is a Fellow.\nSource: X\n".repeat(20_000);
    let draft = read_text(lines.as_bytes(), None, Layout::Article).expect("it is text");
    assert!(draft.blocks.len() + draft.apparatus.len() >= 20_000);
}
