//! Documents that are analysed together have the results they have alone.

mod support;

use rapporteur_analysis::{Analyser, Trace, Unread};
use rapporteur_core::{Assembled, Document, Draft};

/// Documents of one line up to many, an empty one, and among them one that is longer than what is taken together at once.
fn texts() -> Vec<String> {
    let lines: Vec<&str> = include_str!("data/paragraphs.txt").lines().filter(|line| line.len() > 3).collect();
    let mut texts: Vec<String> = lines.chunks(7).map(|lines| lines.join("\n")).collect();
    texts.extend(lines.iter().take(20).map(|line| (*line).to_owned()));
    let long: String = lines.iter().cycle().take(lines.len() * 9).map(|line| format!("{line}\n")).collect();
    assert!(long.len() > 128 << 10);
    texts.push(long);
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
            let Assembled { mut document, spans, stated_claims } = support::assembled(Draft::of_lines(text));
            let trace = analyser.analyse(&mut document, &spans, &stated_claims);
            (document, trace)
        })
        .collect();
    alone.reverse();

    let mut together: Vec<Assembled> = texts.iter().map(|text| support::assembled(Draft::of_lines(text))).collect();
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
            support::assembled(Draft::of_lines("Officials of Quorvane said on Monday that the port is closed."));
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
