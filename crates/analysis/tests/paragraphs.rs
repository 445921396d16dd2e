//! Mentions in invented paragraphs in the manner of policy articles, each against its annotation.
//!
//! `tests/data/paragraphs.txt` says how it is written. What is measured is the F1 of mentions: the same words and the right
//! actor.

mod support;

use std::collections::BTreeSet;

use rapporteur_analysis::actors::find_actors;
use rapporteur_analysis::gazetteer;
use rapporteur_analysis::tagger::Tagger;
use rapporteur_analysis::text::TextLayer;
use rapporteur_analysis::zones::zones;
use rapporteur_core::Draft;

const PARAGRAPHS: &str = include_str!("data/paragraphs.txt");

/// F1 below which the test fails; it may only rise.
const FLOOR: f64 = 0.97;

/// First and last byte and actor of a mention.
type Mention = (usize, usize, String);

/// The text of an annotated line, and its mentions.
fn read(line: &str) -> (String, BTreeSet<Mention>) {
    let (mut text, mut open, mut mentions) = (String::new(), Vec::new(), BTreeSet::new());
    let mut rest = line.chars();
    while let Some(character) = rest.next() {
        match character {
            '[' => open.push(text.len()),
            '|' => {
                let actor: String = rest.by_ref().take_while(|&character| character != ']').collect();
                let start = open.pop().unwrap_or_else(|| panic!("a mention without its beginning: {line}"));
                // "-" is a name that is no mention.
                if actor != "-" {
                    mentions.insert((start, text.len(), actor.trim_end_matches('@').to_owned()));
                }
            }
            other => text.push(other),
        }
    }
    assert!(open.is_empty(), "a mention without its end: {line}");
    (text, mentions)
}

fn found(text: &str, tagger: &Tagger) -> BTreeSet<Mention> {
    let document = support::assembled(Draft::of_lines(text)).document;
    let mut layer = TextLayer::build(text, zones(&document));
    for sentence in layer.sentences.clone() {
        let tokens = layer.tokens.get_mut(sentence.tokens.clone()).unwrap_or_default();
        let words: Vec<&str> = tokens.iter().map(|token| token.at.slice(text).unwrap_or_default()).collect();
        for (token, pos) in tokens.iter_mut().zip(tagger.tag(&words)) {
            token.pos = pos;
        }
    }
    let table = find_actors(text, &layer, &document, gazetteer::embedded());
    let mention = |found: &rapporteur_analysis::actors::FoundMention| {
        (found.at.start, found.at.end, table.actors[found.actor].id.clone())
    };
    table.mentions.iter().map(mention).collect()
}

#[test]
fn mentions_of_the_paragraphs() {
    let tagger = Tagger::embedded().expect("the weights are embedded");
    let (mut right, mut wanted_count, mut found_count, mut paragraphs) = (0, 0, 0, 0);
    for line in PARAGRAPHS.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        let (text, wanted) = read(line);
        let found = found(&text, &tagger);
        let words = |(start, end, actor): &Mention| format!("{}={actor}", text.get(*start..*end).unwrap_or_default());
        for missed in wanted.difference(&found) {
            println!("missed: {} in: {text}", words(missed));
        }
        for wrong in found.difference(&wanted) {
            println!("not asked for: {} in: {text}", words(wrong));
        }
        paragraphs += 1;
        right += wanted.intersection(&found).count();
        wanted_count += wanted.len();
        found_count += found.len();
    }
    let f1 = 2.0 * right as f64 / (wanted_count + found_count) as f64;
    println!("{paragraphs} paragraphs, {wanted_count} mentions, {found_count} found, {right} right: F1 {f1:.3}");
    assert!(paragraphs >= 40, "{paragraphs} paragraphs");
    assert!(f1 >= FLOOR, "F1 {f1:.3} is below {FLOOR}");
}
