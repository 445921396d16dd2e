//! Phrases that are adverbs: "above all", "more than once", "on several occasions", "in recent months".

use super::words::Words;
use crate::tagger::Upos;

/// Behind which words `first` is one adverb together with them.
fn fixed_behind(first: &str) -> &'static [&'static [&'static str]] {
    match first {
        "above" => &[&["all"]],
        "again" => &[&["and", "again"]],
        "all" => &[&["but"], &["along"]],
        "as" => &[&["one"], &["yet"], &["a", "rule"]],
        "at" => &[&["best"], &["most"], &["last"], &["times"], &["the", "time"], &["length"]],
        "behind" => &[&["closed", "doors"], &["the", "scenes"]],
        "by" => &[&["and", "large"]],
        "first" => &[&["and", "foremost"]],
        "for" => &[
            &["the", "first", "time"],
            &["a", "moment"],
            &["good", "measure"],
            &["its", "part"],
            &["their", "part"],
            &["his", "part"],
            &["her", "part"],
        ],
        "from" => &[&["the", "start"], &["the", "outset"], &["the", "beginning"]],
        "if" => &[&["anything"]],
        "in" => &[&["the", "end"], &["the", "same", "breath"], &["so", "many", "words"], &["vain"], &["turn"]],
        "more" => &[&["than", "once"], &["and", "more"], &["or", "less"]],
        "not" => &[&["least"]],
        "of" => &[&["late"]],
        "off" => &[&["the", "record"]],
        "on" => &[&["balance"], &["paper"], &["and", "off"]],
        "once" => &[&["more"], &["again"]],
        "out" => &[&["of", "hand"]],
        "over" => &[&["and", "over"]],
        "so" | "thus" => &[&["far"]],
        "time" => &[&["and", "again"]],
        "to" => &[&["a", "man"], &["date"]],
        "under" => &[&["questioning"], &["oath"], &["pressure"]],
        "with" => &[&["regret"]],
        "without" => &[&["hesitation"]],
        _ => &[],
    }
}

/// The most words that are one adverb together.
const LONGEST_FIXED: usize = 4;

/// One past the words from `index` on that are one adverb together.
fn fixed_end(words: &Words<'_>, index: usize) -> Option<usize> {
    let rest = fixed_behind(words.word(index)).iter().find(|rest| words.are(index + 1, rest))?;
    Some(index + 1 + rest.len())
}

const OCCASIONS: &[&str] = &["occasion", "occasions", "principle", "balance"];
const TIMES: &[&str] = &[
    "times", "time", "years", "year", "months", "month", "weeks", "days", "decades", "decade", "past", "meantime",
    "moment",
];
const SHARES: &[&str] = &["part", "measure"];
const EXTENTS: &[&str] = &["extent", "degree", "degrees"];
const MEANS: &[&str] = &["means", "turns", "implication"];
const WAYS: &[&str] = &[
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
];

/// Nouns that end such a phrase behind a preposition.
fn ends_behind(preposition: &str) -> &'static [&'static [&'static str]] {
    match preposition {
        "on" => &[OCCASIONS],
        "in" => &[TIMES, SHARES, WAYS],
        "for" => &[TIMES, SHARES],
        "over" | "during" | "since" | "at" => &[TIMES],
        "to" => &[EXTENTS],
        "by" => &[MEANS],
        _ => &[],
    }
}

/// The most words between the preposition and the noun.
const LONGEST: usize = 3;

/// One past an adverbial phrase that begins at `index`.
pub(crate) fn adverbial_end(words: &Words<'_>, index: usize, high: usize) -> Option<usize> {
    if let Some(end) = fixed_end(words, index) {
        return Some(end).filter(|&end| end < high);
    }
    let nouns = ends_behind(words.word(index));
    if nouns.is_empty() {
        return None;
    }
    let ends = |at: usize| nouns.iter().any(|nouns| words.is_any(at, nouns));
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
    (2..=LONGEST_FIXED).filter_map(|length| end.checked_sub(length)).find(|&start| fixed_end(words, start) == Some(end))
}
