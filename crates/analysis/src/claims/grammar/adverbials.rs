//! Phrases that are adverbs: "above all", "more than once", "on several occasions", "in recent months".

use super::words::Words;
use crate::tagger::Upos;

/// Words that are one adverb together.
const FIXED: &[&[&str]] = &[
    &["above", "all"],
    &["from", "the", "start"],
    &["from", "the", "outset"],
    &["from", "the", "beginning"],
    &["out", "of", "hand"],
    &["as", "one"],
    &["to", "a", "man"],
    &["all", "but"],
    &["at", "best"],
    &["at", "most"],
    &["at", "last"],
    &["at", "times"],
    &["as", "yet"],
    &["of", "late"],
    &["if", "anything"],
    &["in", "the", "end"],
    &["on", "balance"],
    &["on", "paper"],
    &["under", "questioning"],
    &["under", "oath"],
    &["under", "pressure"],
    &["with", "regret"],
    &["without", "hesitation"],
    &["in", "the", "same", "breath"],
    &["in", "so", "many", "words"],
    &["behind", "closed", "doors"],
    &["behind", "the", "scenes"],
    &["off", "the", "record"],
    &["for", "the", "first", "time"],
    &["at", "the", "time"],
    &["for", "a", "moment"],
    &["first", "and", "foremost"],
    &["by", "and", "large"],
    &["time", "and", "again"],
    &["again", "and", "again"],
    &["over", "and", "over"],
    &["more", "than", "once"],
    &["more", "and", "more"],
    &["more", "or", "less"],
    &["once", "more"],
    &["once", "again"],
    &["not", "least"],
    &["at", "length"],
    &["in", "vain"],
    &["in", "turn"],
    &["on", "and", "off"],
    &["to", "date"],
    &["so", "far"],
    &["thus", "far"],
    &["as", "a", "rule"],
    &["for", "good", "measure"],
    &["for", "its", "part"],
    &["for", "their", "part"],
    &["for", "his", "part"],
    &["for", "her", "part"],
];

/// Nouns that end such a phrase behind a preposition.
const ENDS: &[(&[&str], &[&str])] = &[
    (&["on"], &["occasion", "occasions", "principle", "balance"]),
    (
        &["in", "for", "over", "during", "since", "at"],
        &[
            "times", "time", "years", "year", "months", "month", "weeks", "days", "decades", "decade", "past",
            "meantime", "moment",
        ],
    ),
    (&["in", "for"], &["part", "measure"]),
    (&["to"], &["extent", "degree", "degrees"]),
    (&["by"], &["means", "turns", "implication"]),
    (
        &["in"],
        &[
            "ways",
            "respects",
            "principle",
            "private",
            "public",
            "vain",
            "particular",
            "general",
            "effect",
            "practice",
            "theory",
            "earnest",
            "succession",
            "unison",
            "silence",
            "passing",
            "detail",
            "writing",
            "person",
        ],
    ),
];

/// The most words between the preposition and the noun.
const LONGEST: usize = 3;

/// One past an adverbial phrase that begins at `index`.
pub(crate) fn adverbial_end(words: &Words<'_>, index: usize, high: usize) -> Option<usize> {
    if let Some(fixed) = FIXED.iter().find(|phrase| words.are(index, phrase)) {
        return Some(index + fixed.len()).filter(|&end| end < high);
    }
    let ends = |at: usize| {
        ENDS.iter().any(|(prepositions, nouns)| words.is_any(index, prepositions) && words.is_any(at, nouns))
    };
    let last = (index + 1..high.min(index + 2 + LONGEST)).find(|&at| ends(at))?;
    // "asked | for more time"
    if words.is(index, "for") && words.is(last, "time") && words.is(last - 1, "more") {
        return None;
    }
    let plain = (index + 1..last).all(|at| {
        matches!(words.pos(at), Upos::Adj | Upos::Det | Upos::Num | Upos::Adv)
            || words.is_any(at, &["more", "than", "one"])
    });
    // "in the year | of the flood"
    let closed = !words.is_any(last + 1, &["of", "when", "that"])
        || words.is(last + 1, "that") && words.pos(last + 1) == Upos::Sconj;
    (plain && closed && last + 1 < high).then_some(last + 1)
}

/// Where words begin that are one adverb together and end at `end`.
pub(crate) fn fixed_before(words: &Words<'_>, end: usize) -> Option<usize> {
    FIXED.iter().find_map(|phrase| end.checked_sub(phrase.len()).filter(|&start| words.are(start, phrase)))
}
