//! Reasons in a list: "Kestria opposes the dam for two reasons: fear of a flood; and a demand for …".

use std::ops::Range;

use super::holders::Held;
use crate::claims::grammar::groups::Shape;
use crate::claims::scene::Scene;
use crate::lexicon::{CueNoun, HolderKind};

/// What stands in front of the colon.
const REASONS: &[&str] = &[
    "reasons",
    "concerns",
    "demands",
    "aims",
    "goals",
    "motives",
    "motivations",
    "objectives",
    "considerations",
    "priorities",
    "fears",
    "worries",
    "grounds",
    "interests",
    "objections",
    "grievances",
    "complaints",
    "hopes",
    "ambitions",
];

/// How many tokens lie between the colon and a noun of the list.
const LONGEST_LIST: usize = 120;

impl Scene<'_> {
    /// The subject in front of the colon, where the noun begins a member of the list behind.
    pub(crate) fn holder_of_reason(&self, noun: &CueNoun, index: usize, phrase: &Range<usize>) -> Option<Held> {
        let words = &self.words;
        let sentence = self.sentence_at(index).and_then(|at| words.layer.sentences.get(at))?.tokens.clone();
        let mut before = phrase.start.checked_sub(1).filter(|&before| before > sentence.start && !noun.predicate)?;
        if words.is(before, "and") {
            before -= 1;
        }
        if !words.is_any(before, &[":", ";"]) {
            return None;
        }
        let low = before.saturating_sub(LONGEST_LIST).max(sentence.start);
        let colon = (low..=before).rev().find(|&at| words.is(at, ":"))?;
        let lead = (colon.saturating_sub(4).max(sentence.start)..colon).any(|at| REASONS.contains(&words.word(at)));
        let (number, group) = self
            .groups
            .within(sentence.start..colon)
            .find(|(_, group)| group.shape == Shape::Finite)
            .filter(|_| lead)?;
        let subject = self.subject(number, sentence.start)?;
        let named = subject.antecedent.as_ref().unwrap_or(&subject.tokens);
        let mind = matches!(self.holder_kind(named), Some(HolderKind::Person | HolderKind::Group));
        (mind && !group.negated && !group.modal).then_some(Held {
            source: Some(subject.tokens),
            antecedent: subject.antecedent,
            cue_start: index,
            from: index + 1,
            rule: "noun-shares-holder",
            score: 0.62,
            past: group.past,
            ..Held::default()
        })
    }
}
