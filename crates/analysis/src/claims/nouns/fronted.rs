//! Holders that open the sentence: "Among the voters of Kest, there is a sense that …".

use std::ops::Range;

use rapporteur_core::ActorKind;

use super::holders::Held;
use crate::claims::scene::Scene;
use crate::lexicon::{CueNoun, HolderKind};

impl Scene<'_> {
    /// Among or in whom there is what the noun says.
    pub(crate) fn holder_in_front(
        &self,
        noun: &CueNoun,
        index: usize,
        phrase: &Range<usize>,
        bounds: &Range<usize>,
    ) -> Option<Held> {
        let words = &self.words;
        let first = bounds.start;
        let end = self.long_phrase_end(first + 1, phrase.start).filter(|_| words.is_any(first, &["among", "in"]))?;
        let there = end + usize::from(words.is(end, ","));
        let number = self.groups.at(there + 1).filter(|_| words.is(there, "there"))?;
        let group = self.groups.get(number)?;
        let exists =
            words.is_any(group.head, &["is", "are", "was", "were", "been", "exists", "exist", "remains", "remain"]);
        let next = group.tokens.end == phrase.start;
        let source = first + 1..end;
        let kind = self.holder_kind(&source)?;
        // "In the port, there are fears that": a place, but a state has a mind.
        let state = || {
            self.actors.mentions_in(words.bytes(&source)).next().is_some_and(|mention| {
                self.actors.actors.get(mention.actor).is_some_and(|actor| actor.kind == ActorKind::State)
            })
        };
        let mind = if words.is(first, "in") { state() } else { kind != HolderKind::Document };
        (exists && next && mind && !group.negated && !noun.predicate).then(|| Held {
            source: Some(source),
            cue_start: index,
            from: index + 1,
            rule: "noun-of-holder",
            score: 0.66,
            past: group.past,
            ..Held::default()
        })
    }
}
