//! Two cue nouns with one holder: "its fears and doubts about the pact", "her resistance to the union and support for the toll".

use std::ops::Range;

use super::candidate::Candidate;
use super::noun_holders::Held;
use super::scene::Scene;
use crate::tagger::Upos;

impl Scene<'_> {
    /// Takes in the cue noun that "and" joins to the one of the phrase: both have what stands in front and what stands behind.
    pub(super) fn with_other_noun(&self, phrase: Range<usize>, low: usize) -> Range<usize> {
        let words = &self.words;
        let other = phrase.start.checked_sub(2).filter(|&other| {
            other >= low
                && words.is_any(other + 1, &["and", "or"])
                && words.pos(other) == Upos::Noun
                && words.listed(other).noun
                && words.pos(phrase.start) == Upos::Noun
        });
        let whole = other.and_then(|other| self.noun_phrase_before(other + 1, low));
        whole.map_or(phrase.start, |whole| whole.start)..phrase.end
    }

    /// "her resistance to the union | and support for the toll": the owner of the noun before.
    pub(super) fn holder_of_pair(
        &self,
        index: usize,
        phrase: &Range<usize>,
        bounds: &Range<usize>,
        found: &[Candidate],
    ) -> Option<Held> {
        let words = &self.words;
        let and = phrase.start.checked_sub(1).filter(|&and| and > bounds.start && words.is(and, "and"))?;
        let bare = matches!(words.pos(phrase.start), Upos::Noun | Upos::Adj);
        let end = and - usize::from(words.is(and - 1, ","));
        let first = found.iter().rev().find(|claim| {
            claim.rule == "possessor-noun" && claim.content.last().is_some_and(|content| content.end == end)
        });
        let first = first.filter(|_| bare)?;
        Some(Held {
            source: first.source.clone(),
            antecedent: first.antecedent.clone(),
            cue_start: index,
            from: index + 1,
            rule: "noun-shares-holder",
            score: 0.66,
            content: None,
            hedged: false,
            past: true,
        })
    }
}
