//! Holders that open the sentence: "Among the voters of Kest, there is a sense that …".

use std::ops::Range;

use rapporteur_core::{ActorKind, MentionForm};

use super::holders::Held;
use crate::claims::scene::Scene;
use crate::lexicon::{CueNoun, HolderKind};
use crate::tagger::Upos;

/// How many tokens those may be named with.
const LONGEST: usize = 12;

/// Bodies in which people have a mind of their own.
const STAFFED: &[&str] = &[
    "service",
    "ministry",
    "army",
    "military",
    "navy",
    "party",
    "cabinet",
    "government",
    "parliament",
    "administration",
    "commission",
    "secretariat",
    "bureaucracy",
    "opposition",
    "coalition",
    "industry",
    "profession",
    "judiciary",
];

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
        let group = self.groups.get(self.groups.at(phrase.start.checked_sub(1)?)?)?;
        let there = group.tokens.start.checked_sub(1).filter(|&at| at > bounds.start && words.is(at, "there"))?;
        let end = there - usize::from(words.is(there - 1, ","));
        // "The cut is late, and also in | the diplomatic service there are fears": where a clause begins.
        let begins = |at: usize| {
            at == bounds.start
                || matches!(words.pos(at - 1), Upos::Cconj | Upos::Adv)
                || words.is_any(at - 1, &[",", ";"])
        };
        let first = (bounds.start..end)
            .rev()
            .take(LONGEST)
            .find(|&at| words.is_any(at, &["among", "in"]) && begins(at))
            .filter(|&at| self.long_phrase_end(at + 1, there) == Some(end))?;
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
        // "in the service": those who are in it.
        let body = || !words.is_capitalised(end - 1) && words.is_any(end - 1, STAFFED);
        let mind = if words.is(first, "in") { state() || body() } else { kind != HolderKind::Document };
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

    /// "In | Kest, | the fear is that it will lapse": a capital in front of what is feared there.
    pub(crate) fn seat_in_front_of_view(
        &self,
        noun: &CueNoun,
        index: usize,
        phrase: &Range<usize>,
        bounds: &Range<usize>,
    ) -> Option<Held> {
        let words = &self.words;
        let before = phrase.start.checked_sub(1).filter(|&at| at > bounds.start)?;
        let end = before + usize::from(!words.is(before, ","));
        let source = bounds.start + 1..end;
        let opens = words.is(bounds.start, "in") && words.is(phrase.start, "the") && !noun.predicate;
        let seat = opens
            && self.long_phrase_end(source.start, end) == Some(end)
            && self.actors.mentions_in(words.bytes(&source)).any(|mention| mention.form == MentionForm::Metonym);
        if !seat {
            return None;
        }
        let told = Held { source: Some(source), cue_start: index, ..Held::default() };
        self.held_behind_copula(noun, index, index + 1, bounds, &told).next()
    }
}
