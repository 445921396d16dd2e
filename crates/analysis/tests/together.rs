//! Documents that are analysed together have the results they have alone.

use rapporteur_analysis::{Analyser, Trace, Unread};
use rapporteur_core::{Assembled, Block, BlockKind, ByteRange, Document, Draft, Provenance, SourceMap, assemble};

/// A text in which every line is a paragraph, not yet analysed.
fn document(text: &str) -> Assembled {
    let mut draft = Draft { text: text.to_owned(), map: SourceMap::identity(text.len()), ..Draft::default() };
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let at = ByteRange::new(start, start + line.trim_end().len());
        start += line.len();
        if !at.is_empty() {
            draft.blocks.push(Block::new(BlockKind::Paragraph, at));
        }
    }
    let provenance = Provenance {
        uri: "-",
        bytes: text.as_bytes(),
        ordinal: 0,
        plugin: "test",
        plugin_version: "1",
        confidence: 100,
        evidence: &[],
    };
    assemble(draft, &provenance).expect("lines are paragraphs")
}

/// Documents of one line up to many, more than are taken together at once, and an empty one.
fn texts() -> Vec<String> {
    let lines: Vec<&str> = include_str!("data/paragraphs.txt").lines().filter(|line| line.len() > 3).collect();
    let mut texts: Vec<String> = lines.chunks(7).map(|lines| lines.join("\n")).collect();
    texts.extend(lines.iter().take(20).map(|line| (*line).to_owned()));
    texts.push(lines.iter().cycle().take(lines.len() * 4).map(|line| format!("{line}\n")).collect());
    texts.push(String::new());
    texts.extend(lines.chunks(3).take(9).map(|lines| lines.join("\n")));
    texts
}

#[test]
fn the_result_is_that_of_each_alone() {
    let analyser = Analyser::new().expect("the embedded data are sound");
    let texts = texts();
    // The last first: what is kept of words from document to document is then another.
    let mut alone: Vec<(Document, Trace)> = texts
        .iter()
        .rev()
        .map(|text| {
            let Assembled { mut document, spans, stated_claims } = document(text);
            let trace = analyser.analyse(&mut document, &spans, &stated_claims);
            (document, trace)
        })
        .collect();
    alone.reverse();

    let mut together: Vec<Assembled> = texts.iter().map(|text| document(text)).collect();
    let mut unread: Vec<Unread<'_>> = together
        .iter_mut()
        .map(|Assembled { document, spans, stated_claims }| Unread { document, spans, stated: stated_claims })
        .collect();
    let traces = analyser.analyse_all(&mut unread);
    assert_eq!(traces.len(), texts.len());
    assert!(together.iter().map(|read| read.document.claims.len()).sum::<usize>() > 50);
    for ((together, trace), (document, alone)) in together.iter().zip(&traces).zip(&alone) {
        assert_eq!(&together.document, document);
        assert_eq!(trace, alone);
    }
}

#[test]
fn actors_added_later_are_found() {
    let mut analyser = Analyser::new().expect("the embedded data are sound");
    let read = |analyser: &Analyser| {
        let Assembled { mut document, spans, .. } =
            document("Officials of Quorvane said on Monday that the port is closed.");
        analyser.analyse(&mut document, &spans, &[]);
        document
    };
    let listed = |document: Document| document.actors.iter().any(|actor| actor.identifiers.iso3166.is_some());
    assert!(!listed(read(&analyser)));
    let added = "[[actor]]\nid = \"quorvane\"\nname = \"Quorvane\"\nkind = \"state\"\niso3166 = \"QVN\"\n";
    analyser.add_gazetteer("added", added).expect("the file is sound");
    // What was kept of the word before says that no list has it.
    assert!(listed(read(&analyser)));
}
