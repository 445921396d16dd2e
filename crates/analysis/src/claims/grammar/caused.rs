//! Whom an earlier verb made to say something: "allowed the speaker to declare that", "led Okello to warn of".

use std::ops::Range;

use super::groups::Group;
use super::subject::{How, Subject};
use crate::claims::scene::Scene;

/// What made something happen: it has happened, so its verb is as good as finite.
const BROUGHT_ABOUT: &[&str] = &[
    "led",
    "leads",
    "leading",
    "prompted",
    "prompts",
    "prompting",
    "caused",
    "causing",
    "pushed",
    "compelled",
    "forced",
    "moved",
    "spurred",
    "drove",
    "inspired",
    "provoked",
    "emboldened",
    "driving",
    "spurring",
    "forcing",
    "compelling",
    "pushing",
    "inspiring",
    "emboldening",
    "motivated",
    "induced",
];

/// What makes something happen or possible, so that it may not have happened.
const MADE_POSSIBLE: &[&str] = &[
    "allowed",
    "allowing",
    "enabled",
    "moving",
    "drive",
    "drives",
    "prompt",
    "causes",
    "cause",
    "pushes",
    "forces",
    "compels",
    "inducing",
    "encouraged",
    "brought",
];

/// Whether a verb makes somebody else do something.
pub(super) fn is_causing(verb: &str) -> bool {
    BROUGHT_ABOUT.contains(&verb) || MADE_POSSIBLE.contains(&verb)
}

impl Scene<'_> {
    /// The people between a verb that makes them say something and what they say.
    pub(super) fn caused(&self, governor: &Group, between: &Range<usize>) -> Option<Subject> {
        let whole = self
            .noun_phrase_before(between.end, between.start)
            .map(|phrase| self.extend_left(phrase, between.start))
            .filter(|phrase| phrase.start == between.start);
        let how = if BROUGHT_ABOUT.contains(&self.words.word(governor.head)) { How::Before } else { How::Deed };
        let tokens = whole.or_else(|| self.caused_people(between))?;
        Some(Subject { tokens, antecedent: None, how })
    }

    /// The people an earlier verb made to say something: a phrase or list, with an aside at most.
    fn caused_people(&self, between: &Range<usize>) -> Option<Range<usize>> {
        let words = &self.words;
        let both = usize::from(words.is_any(between.start, &["both"]));
        let first = self.noun_phrase_end(between.start + both, between.end)?;
        if self.people_end(first, between.end) == Some(between.end) {
            return Some(between.clone());
        }
        // "leading Okello, head of the party, | to oppose it"
        let aside = words.is(first, ",") && self.noun_phrase_end(first + 1, between.end).is_some();
        aside.then_some(between.start..first)
    }
}
