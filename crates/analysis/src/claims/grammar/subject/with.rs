//! Subjects that hang on a preposition: "with Averland first belittling it", "despite hardliners in Kest saying".

use std::ops::Range;

use super::{How, Subject};
use crate::claims::grammar::groups::Shape;
use crate::claims::scene::Scene;
use crate::tagger::Upos;

/// What one has with somebody: who speaks then, is not told by "with".
const MEETINGS: &[&str] = &[
    "talks",
    "talk",
    "meeting",
    "meetings",
    "call",
    "calls",
    "interview",
    "interviews",
    "conversation",
    "conversations",
    "discussion",
    "discussions",
    "negotiations",
    "deal",
    "agreement",
    "summit",
    "conference",
    "phone",
    "ties",
    "relations",
    "cooperation",
    "partnership",
    "alliance",
    "dialogue",
    "dispute",
    "war",
    "trade",
    "contract",
    "treaty",
    "pact",
];

/// How many tokens a phrase behind "with" may have.
const LONGEST_WITH: usize = 12;

impl Scene<'_> {
    /// The subject of the gerund in front, where both hang on a "with" of their own.
    pub(super) fn follows_with(&self, number: usize, low: usize) -> Option<Subject> {
        let first = self.groups.get(number.checked_sub(1)?)?;
        if first.shape != Shape::Ing || first.tokens.start <= low + 1 {
            return None;
        }
        let low = low.max(first.tokens.start.saturating_sub(LONGEST_WITH));
        let with = (low..first.tokens.start).rev().find(|&at| self.words.is(at, "with"))?;
        let start = self.with_before(with + 1, low)?;
        let alone = !(start..first.tokens.start).any(|at| self.groups.at(at).is_some());
        let end = self.long_phrase_end(start, first.tokens.start)?;
        alone.then_some(Subject { tokens: start..end, antecedent: None, how: How::Shared })
    }

    /// The phrase behind a "with" or "despite" that `start` hangs on and that ends at `end`.
    pub(super) fn long_circumstance(&self, start: usize, end: usize, low: usize) -> Option<Range<usize>> {
        let words = &self.words;
        let hangs = start > low + 2 && words.is_any(start - 1, &["of", "for", "in", "at", "from"]);
        let with = (low.max(start.saturating_sub(LONGEST_WITH))..start)
            .rev()
            .take_while(|&at| words.pos(at) != Upos::Punct && self.groups.at(at).is_none())
            .find(|&at| words.is_any(at, &["with", "despite"]))?;
        let opens = words.is(with, "despite") || with == low || words.is_any(with - 1, &[",", "(", ";"]);
        let phrase = with + 1..end;
        (hangs && opens && with + 1 < start - 1 && self.holder_kind(&phrase).is_some()).then_some(phrase)
    }

    /// ", with Averland, Lomar and Kest | saying", "despite Okello, the chair, | saying": a list, or a phrase with an aside,
    /// that fills all from the preposition to `end`.
    pub(super) fn people_behind_with(&self, end: usize, low: usize) -> Option<Subject> {
        let words = &self.words;
        let from = low.max(end.saturating_sub(LONGEST_WITH));
        let with = (from..end).rev().find(|&at| words.is_any(at, &["with", "despite", "amid"]))?;
        let opens = !words.is(with, "with") || with > low && (words.is(with - 1, ",") || words.is_dash(with - 1));
        if !opens || self.groups.within(with..end).next().is_some() {
            return None;
        }
        let start = with + 1;
        let first = self.noun_phrase_end(start, end)?;
        let mut long = self.long_phrase_end(start, end).unwrap_or(first);
        // "despite hardliners in Kest | saying"
        if long < end && words.pos(long) == Upos::Adp {
            long = self.long_phrase_end(long + 1, end).unwrap_or(long);
        }
        let listed = self.people_end(first, end) == Some(end);
        let aside = words.is_any(first, &[","])
            && words.is(end - 1, ",")
            && self.noun_phrase_end(first + 1, end).is_some_and(|noun| noun > first + 1)
            && !(first..end).any(|at| words.is(at, "and"));
        let tokens = if listed || long == end { start..end } else { start..first };
        let whole = listed || long == end || aside;
        (whole && (self.holder_kind(&tokens).is_some() || self.is_named(&tokens))).then_some(Subject {
            tokens,
            antecedent: None,
            how: How::Before,
        })
    }

    /// Where the phrase begins that holds token `start` and stands behind a "with" of its own: ", with many in the party saying".
    pub(super) fn with_before(&self, start: usize, low: usize) -> Option<usize> {
        let words = &self.words;
        let with = start.checked_sub(1).filter(|&with| with >= low && words.is(with, "with"))?;
        let opens = with == low || words.is_any(with - 1, &[",", "(", ";"]) || words.is_dash(with - 1);
        let end = self.noun_phrase_end(start, words.len());
        let holds = end.is_some_and(|end| self.holder_kind(&(start..end)).is_some());
        // "makes no apologies with its leader Okello calling it", not "held talks with Okello saying"
        let named = end.is_some_and(|end| self.is_named(&(start..end)))
            && with > low
            && words.pos(with - 1) == Upos::Noun
            && !words.is_any(with - 1, MEETINGS);
        ((opens || named) && holds).then_some(start)
    }
}
