//! What somebody’s words are or are taken for: "Okello’s speech was a warning that …", "her letter is read as a call for …".

use std::ops::Range;

use super::holders::Held;
use crate::claims::grammar::groups::Shape;
use crate::claims::scene::Scene;

/// What one says or writes.
const WORDS: &[&str] = &[
    "statement",
    "statements",
    "speech",
    "speeches",
    "remark",
    "remarks",
    "comment",
    "comments",
    "announcement",
    "letter",
    "message",
    "tweet",
    "post",
    "article",
    "address",
    "interview",
    "declaration",
    "reply",
    "answer",
    "response",
    "words",
    "sermon",
    "essay",
    "op-ed",
    "testimony",
];

/// Verbs by which words are taken for something.
const TAKEN: &[&str] = &[
    "interpreted",
    "seen",
    "read",
    "viewed",
    "regarded",
    "taken",
    "meant",
    "intended",
    "construed",
    "understood",
    "perceived",
    "received",
];

/// What words can be.
const DEEDS: &[&str] = &[
    "warning",
    "threat",
    "call",
    "demand",
    "plea",
    "appeal",
    "promise",
    "pledge",
    "rebuke",
    "criticism",
    "endorsement",
    "rejection",
    "admission",
    "acknowledgement",
    "acknowledgment",
    "confirmation",
    "denial",
    "signal",
    "message",
    "reminder",
    "ultimatum",
    "condemnation",
    "attack",
    "swipe",
    "offer",
    "invitation",
    "defence",
    "defense",
];

impl Scene<'_> {
    /// Whose words they are.
    pub(crate) fn holder_of_deed(&self, index: usize, phrase: &Range<usize>, bounds: &Range<usize>) -> Option<Held> {
        let words = &self.words;
        let before = phrase.start.checked_sub(1).filter(|&before| before > bounds.start)?;
        let named = words.is_any(phrase.start, &["a", "an", "another"]) && DEEDS.contains(&words.word(index));
        let taken = words.is(before, "as");
        let number = self.groups.at(before - usize::from(taken)).filter(|_| named)?;
        let group = self.groups.get(number)?;
        let fits = if taken { group.passive && TAKEN.contains(&words.word(group.head)) } else { group.copula };
        if !fits || group.negated || group.modal || group.shape != Shape::Finite {
            return None;
        }
        let subject = self.subject(number, bounds.start)?.tokens;
        let (source, start) = if words.is_possessive_pronoun(subject.start) {
            (subject.start..subject.start + 1, subject.start + 1)
        } else {
            let mark = subject.clone().find(|&at| words.is_possessive_mark(at))?;
            (subject.start..mark, mark + 1)
        };
        let said = (start..subject.end).any(|at| WORDS.contains(&words.word(at)));
        let mind = self.holder_kind(&source).is_some();
        (said && mind).then(|| Held {
            source: Some(source),
            cue_start: (phrase.start + 1..index).next().unwrap_or(index),
            from: index + 1,
            rule: "noun-of-subject",
            score: 0.66,
            past: group.past,
            ..Held::default()
        })
    }
}
