//! Times that stand between a subject and its verb.

use crate::claims::scene::Scene;
use crate::tagger::{Upos, VerbForm};

/// How many tokens a time has at most: "the past few months".
const LONGEST_TIME: usize = 6;

impl Scene<'_> {
    /// Where a time begins that ends at `end`, behind the words it stands after: "the experts, already | in March 2017", "has | over
    /// the past few months", "the court | last week", "a report | from earlier this year".
    pub(super) fn when_before(&self, end: usize, low: usize) -> Option<usize> {
        const SPANS: &[&str] = &[
            "day", "days", "night", "week", "weeks", "month", "months", "spring", "summer", "autumn", "fall", "winter",
            "year", "years", "decade", "decades",
        ];
        const SET: &[&str] = &[
            "the",
            "past",
            "last",
            "this",
            "few",
            "recent",
            "coming",
            "early",
            "late",
            "mid",
            "same",
            "several",
            "next",
            "following",
            "previous",
        ];
        let words = &self.words;
        let timed = |at: usize| words.is_time(at) || words.is_any(at, SPANS);
        let mut start = end;
        while start > low + 1 && end - start < LONGEST_TIME {
            let at = start - 1;
            if !timed(at) && words.pos(at) != Upos::Num && !words.is_any(at, SET) {
                break;
            }
            start = at;
        }
        if start == end || !(start..end).any(timed) {
            return None;
        }
        let hung =
            words.is_any(start - 1, &["in", "on", "over", "during", "since", "for", "at", "until", "before", "after"]);
        // "the Courier | the next day praised"
        let bare = words.is_any(start, &["last", "this"])
            || words.is(start, "the") && words.is_any(start + 1, &["next", "same", "following", "previous"]);
        let mut front = start - usize::from(hung);
        while front > low && words.pos(front - 1) == Upos::Adv && !words.is_capitalised(front - 1) {
            front -= 1;
        }
        if bare && front > low + 1 && words.is(front - 1, "from") && words.is_nominal(front - 2) {
            return Some(front - 1);
        }
        // "A study published | this year found"
        let made = bare && front > low + 1 && words.form(front - 1) == VerbForm::PastParticiple;
        if made && words.is_nominal(front - 2) {
            return Some(front - 1);
        }
        let behind =
            front > low && (words.is_nominal(front - 1) || words.is_any(front - 1, &[",", ")", "has", "have", "had"]));
        (behind && (hung || bare)).then_some(front)
    }
}
