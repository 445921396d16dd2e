//! What holds whatever the text is.

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use super::document;

const WORDS: &[&str] = &[
    "Okello",
    "Averland",
    "said",
    "says",
    "that",
    "the",
    "minister",
    "and",
    "but",
    "accused",
    "of",
    "urged",
    "to",
    "wait",
    "“",
    "”",
    "\"",
    "‘",
    "’",
    "(",
    ")",
    ",",
    ".",
    "?",
    ":",
    ";",
    "—",
    "told",
    "reporters",
    "he",
    "who",
    "which",
    "according",
    "to",
    "concerns",
    "about",
    "plan",
    "was",
    "not",
    "warning",
    "it",
    "expressed",
    "support",
    "for",
    "\n\n",
    "as",
    "by",
    "[",
    "]",
    "their",
    "’s",
    "if",
    "Monday",
    "on",
];

/// Words that rules look for beside others.
#[rustfmt::skip]
const LOOKED_FOR: &[&str] = &[
    "a", "in", "at", "from", "with", "or", "nor", "be", "is", "been", "has", "would", "may", "believe", "view", "report", "fears",
    "hope", "there", "what", "whether", "how", "when", "whose", "more", "than", "no", "one", "some", "all", "those", "others",
    "members", "states", "call", "called", "agreed", "too", "only", "other", "such", "this", "they", "his", "we", "asked", "denied",
    "warned", "considered", "up", "against", "between", "beyond", "dispute", "because", "like", "likely", "seven", "per", "cent",
];

fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![prop::sample::select(WORDS), prop::sample::select(LOOKED_FOR)];
    prop::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
}

/// That what is found in a text is numbered, stands where it says, lies in what it says, and is found again.
pub(super) fn sound(text: &str) -> Result<(), TestCaseError> {
    let found = document(text);
    for (index, claim) in found.claims.iter().enumerate() {
        prop_assert_eq!(&claim.id, &format!("c{}", index + 1));
        prop_assert!(!claim.content.is_empty());
        let mut end = 0;
        for content in &claim.content {
            prop_assert_eq!(content.at.slice(text), Some(content.text.as_str()));
            prop_assert!(content.at.bytes.start >= end && !content.at.bytes.is_empty());
            end = content.at.bytes.end;
        }
        if let Some(cue) = &claim.cue {
            prop_assert_eq!(cue.at.slice(text), Some(cue.text.as_str()));
        }
        if let Some(parent) = &claim.nested_in {
            prop_assert!(found.claims.iter().any(|other| other.id == *parent));
            prop_assert_ne!(parent, &claim.id);
        }
        prop_assert!(claim.confidence > 0.0 && claim.confidence < 1.0);
    }
    prop_assert_eq!(document(text), found);
    Ok(())
}

proptest! {
    #[test]
    fn claims_are_sound(text in text()) {
        sound(&text)?;
    }
}

/// A sentence without end is read in bounded pieces.
#[test]
fn endless_sentences() {
    for part in [
        "Okello said that Averland warned, and ",
        "Averland announced that the rules seek to curb it and ",
        "growing fears that the line is dead and ",
        "Averland and Lomar said that they left and the three leaders said ",
        "in her view, the line is dead, and according to Okello, ",
    ] {
        assert!(!document(&part.repeat(2000)).claims.is_empty(), "{part}");
    }
}

/// A text may begin, and a sentence end, in the middle of what a rule looks for.
#[test]
fn beginnings_and_ends_alone() {
    for text in [
        "Averland to [ was expressed that Okello",
        "states, indicates citizens accept burdens they believe to be fairly shared.",
        "the he that urged \" Okello",
        ", that reporters expressed",
        "beyond dispute.",
        "has Okello plan “ that",
    ] {
        sound(text).unwrap_or_else(|fault| panic!("{text}: {fault}"));
    }
}
