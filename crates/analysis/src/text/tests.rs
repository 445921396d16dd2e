use proptest::prelude::*;
use rapporteur_core::{BlockKind, ByteRange};

use super::{TextLayer, TokenKind};
use crate::zones::{Zone, ZoneKind};

fn layer(text: &str) -> TextLayer {
    let zone = Zone {
        kind: ZoneKind::Block(BlockKind::Paragraph),
        at: ByteRange::new(0, text.len()),
        section: 0,
        speaker: None,
    };
    TextLayer::build(text, vec![zone])
}

/// Tokens between bars; opening marks as `<`, closing ones as `>` in front.
fn tokens(text: &str) -> String {
    let layer = layer(text);
    let shown: Vec<String> = (0..layer.tokens.len())
        .map(|index| {
            let prefix = match layer.tokens[index].kind {
                TokenKind::OpenQuote => "<",
                TokenKind::CloseQuote => ">",
                _ => "",
            };
            format!("{prefix}{}", layer.word(text, index))
        })
        .collect();
    shown.join(" ")
}

fn sentences(text: &str) -> Vec<&str> {
    layer(text).sentences.iter().map(|sentence| sentence.at.slice(text).expect("spans lie in the text")).collect()
}

#[test]
fn words_and_clitics() {
    assert_eq!(
        tokens("Kestria’s envoys don't, can’t or won’t go."),
        "Kestria ’s envoys do n't , ca n’t or wo n’t go ."
    );
    assert_eq!(tokens("O’Brien of Côte d’Ivoire said they’d agreed"), "O’Brien of Côte d’Ivoire said they ’d agreed");
    assert_eq!(tokens("the members’ rights"), "the members ’ rights");
    assert_eq!(tokens("in the ’90s"), "in the ’90s");
}

#[test]
fn compounds_and_dashes() {
    assert_eq!(tokens("US-China ties are long-term"), "US - China ties are long-term");
    assert_eq!(tokens("the Indo-Pacific and the Secretary-General"), "the Indo-Pacific and the Secretary-General");
    assert_eq!(tokens("a lot further—with some"), "a lot further — with some");
    assert_eq!(tokens("UK-US-Averland’s pact"), "UK - US - Averland ’s pact");
    assert_eq!(tokens("a US-led force, COVID-19"), "a US-led force , COVID-19");
}

#[test]
fn numbers_abbreviations_and_odd_spaces() {
    assert_eq!(tokens("$2,000.50 at 9:30 a.m. in the U.S. (3%)"), "$ 2,000.50 at 9:30 a.m. in the U.S. ( 3 % )");
    assert_eq!(tokens("the accordsigned by\u{a0}Mr.\u{a0}Okello\u{200b}."), "the accordsigned by Mr. Okello .");
    assert_eq!(tokens("It ended.The rest"), "It ended . The rest");
    assert_eq!(
        tokens("see www.example.org/a, and mail a@example.org."),
        "see www.example.org/a , and mail a@example.org ."
    );
    assert_eq!(tokens("Well ... no…"), "Well ... no …");
}

#[test]
fn double_marks() {
    assert_eq!(tokens("“No,” he said."), "<“ No , >” he said .");
    assert_eq!(tokens("He said \"no\" and (\"yes\")."), "He said <\" no >\" and ( <\" yes >\" ) .");
    assert_eq!(tokens("``Yes,'' she said."), "<`` Yes , >'' she said .");
    assert_eq!(tokens("„Ja“, sagt sie"), "<„ Ja >“ , sagt sie");
}

#[test]
fn single_marks() {
    assert_eq!(
        tokens("‘We’re not asking for the others’ share,’ says Moll."),
        "<‘ We ’re not asking for the others ’ share , >’ says Moll ."
    );
    assert_eq!(
        tokens("moved by ‘the dignity of the fishermen’s letter’."),
        "moved by <‘ the dignity of the fishermen ’s letter >’ ."
    );
    assert_eq!(tokens("‘When they say “herring”,’ she added"), "<‘ When they say <“ herring >” , >’ she added");
    assert_eq!(tokens("a ’think tank’ of 'experts' and 'em"), "a <’ think tank >’ of <' experts >' and 'em");
    assert_eq!(tokens("the states’ figures"), "the states ’ figures");
}

#[test]
fn sentences_end_where_they_should() {
    assert_eq!(
        sentences("Mr. Okello of the U.S. Treasury left. The U.S. The rest."),
        ["Mr. Okello of the U.S. Treasury left.", "The U.S.", "The rest."]
    );
    assert_eq!(sentences("“One. Two.” He left."), ["“One.", "Two.”", "He left."]);
    assert_eq!(
        sentences("“Why?” he asked. “No!” Tomasz Okello said."),
        ["“Why?” he asked.", "“No!” Tomasz Okello said."]
    );
    assert_eq!(sentences("It was (so he said. Twice.) over. Done"), ["It was (so he said. Twice.) over.", "Done"]);
    assert_eq!(sentences("He paused ... and left... Nobody came."), ["He paused ... and left...", "Nobody came."]);
    assert_eq!(sentences("1. First. See No. 5 for J. K. Marsh."), ["1. First.", "See No. 5 for J. K. Marsh."]);
    assert_eq!(sentences("One line\n\nanother"), ["One line", "another"]);
    assert_eq!(sentences("It ended.The rest"), ["It ended.", "The rest"]);
}

#[test]
fn overlapping_zones_keep_order() {
    let zone =
        |start, end| Zone { kind: ZoneKind::Headline, at: ByteRange::new(start, end), section: 0, speaker: None };
    let layer = TextLayer::build("one two three", vec![zone(0, 7), zone(4, 13)]);
    assert_eq!(layer.tokens.len(), 3);
    assert_eq!(layer.sentence_of(2), Some(1));
}

proptest! {
    #[test]
    fn tokens_are_in_order_and_not_empty(text in "([a-zA-Zé’'‘“”\".,!?…—\\- \u{a0}\u{200b}\n()\\[\\]@#0-9]|U\\.S\\.|said){0,80}") {
        let layer = layer(&text);
        let mut end = 0;
        for token in &layer.tokens {
            prop_assert!(token.at.start >= end && token.at.end <= text.len());
            let word = token.at.slice(&text);
            prop_assert!(word.is_some_and(|word| !word.is_empty() && !word.contains(char::is_whitespace)));
            end = token.at.end;
        }
        let mut next = 0;
        for sentence in &layer.sentences {
            prop_assert_eq!(sentence.tokens.start, next);
            prop_assert!(sentence.tokens.end > next);
            next = sentence.tokens.end;
        }
        prop_assert_eq!(next, layer.tokens.len());
    }
}
