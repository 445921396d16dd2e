//! Figures: where one stands, and one that is all a cue has behind it: "put the cost | at US$ 40 million", "the network says | seven".

use std::ops::Range;

use super::frames::After;
use crate::claims::scene::Scene;
use crate::tagger::Upos;

/// What may stand between "at" and a figure.
const AROUND_FIGURES: &[&str] = &[
    "between",
    "about",
    "around",
    "some",
    "somewhere",
    "over",
    "under",
    "well",
    "below",
    "above",
    "no",
    "more",
    "less",
    "than",
    "at",
    "least",
    "most",
    "up",
    "to",
];

/// Signs of money that stand in front of a figure.
const CURRENCIES: &[&str] = &["$", "€", "£", "¥"];

/// Words that count without being numbers: "a third".
pub(super) const COUNTS: &[&str] =
    &["third", "quarter", "half", "fifth", "tenth", "dozen", "hundred", "thousand", "million", "billion", "trillion"];

/// What a figure is a figure of: "a difference of less than two points".
const MEASURED: &[&str] = &["figure", "total", "number", "sum", "value", "estimate", "difference", "rate", "share"];

impl Scene<'_> {
    /// Whether a figure stands at `index`: "US$ 410 billion", "between 60 and 65 cents", "no more than five", "over a million", "a third".
    pub(super) fn is_figure(&self, index: usize) -> bool {
        let words = &self.words;
        let opens = |at: usize| {
            let sign = words.is(at, "us") && words.pos(at + 1) == Upos::Sym || CURRENCIES.contains(&words.word(at));
            let around = words.is_any(at, AROUND_FIGURES);
            sign || around || matches!(words.pos(at), Upos::Sym | Upos::Adv)
        };
        let Some(first) = (index..index + 5).find(|&at| !opens(at)) else { return false };
        let counted = first + usize::from(words.is_any(first, &["a", "an"]));
        words.pos(first) == Upos::Num || words.is_any(counted, COUNTS)
    }

    /// One past the words in front of a number that say how exact it is: "at least | 20 pilots", "up to | a third", "around | half".
    pub(super) fn behind_estimate(&self, index: usize) -> Option<usize> {
        let words = &self.words;
        let two = words.is(index, "at") && words.is_any(index + 1, &["least", "most"])
            || words.is(index, "up") && words.is(index + 1, "to");
        let behind = match (two, words.is_any(index, &["around", "between"])) {
            (true, _) => index + 2,
            (false, true) => index + 1,
            (false, false) => return None,
        };
        let counted = behind + usize::from(words.is(behind, "a"));
        (words.pos(behind) == Upos::Num || words.is_any(counted, COUNTS)).then_some(behind)
    }

    /// "the network says | seven", "arrives at | a figure of 37": a number and what it counts, with no verb behind.
    pub(super) fn figure_after(&self, after: &After) -> Option<Range<usize>> {
        let words = &self.words;
        let start = *after.starts.first()?;
        let named =
            words.is_any(start, &["a", "the"]) && words.is_any(start + 1, MEASURED) && words.is(start + 2, "of");
        let start_of_number = if named { start + 3 } else { start };
        // "say only one thing": as much as a thing.
        let one = (start..start + 3).any(|at| words.is(at, "one"));
        if !self.is_figure(start_of_number) || words.is_time(start_of_number) || one {
            return None;
        }
        let end = self.object_end(start, after.around, after.high);
        let alone = end >= after.high || words.is_any(end, &[".", ";", ",", ")"]);
        let verbless = self.groups.within(start..end).next().is_none();
        (alone && verbless).then_some(start..end)
    }
}
