//! Holders whose name stands in front of what they are ("the AFP news agency") or of what is theirs ("Okello’s government").

use std::ops::Range;

use rapporteur_core::ActorKind;

use super::Resolver;
use crate::actors::FoundMention;

/// What a body may be called behind its name.
const KINDS: &[&str] = &[
    "agency",
    "newspaper",
    "paper",
    "daily",
    "magazine",
    "broadcaster",
    "network",
    "website",
    "outlet",
    "channel",
    "party",
    "movement",
    "group",
    "company",
    "firm",
    "bank",
    "institute",
    "institution",
    "foundation",
    "union",
    "organisation",
    "organization",
    "alliance",
    "bloc",
    "charity",
    "organisers",
    "think-tank",
    "tank",
    "militia",
    "faction",
];

/// What somebody who governs has.
const GOVERNMENTS: &[&str] = &["government", "administration", "cabinet", "country"];

impl Resolver<'_, '_> {
    /// "the AFP news agency": the body named right in front of the noun for its kind.
    pub(crate) fn named_before_kind(&self, mention: &FoundMention, head: usize) -> Option<usize> {
        let words = &self.scene.words;
        let body =
            !matches!(self.kind(mention.actor), Some(ActorKind::Person | ActorKind::State | ActorKind::Office) | None);
        let end = words.layer.token_at(mention.at.end);
        let near = end <= head && head - end <= 1;
        (body && near && KINDS.contains(&words.word(head))).then_some(mention.actor)
    }

    /// "Kestria’s government", "the new government of Kestria": the government, where the text names it as one of its own.
    pub(crate) fn own_government(&self, state: usize, head: usize) -> Option<usize> {
        let actors = &self.scene.actors.actors;
        let government = self.scene.words.is(head, "government");
        let state = actors.get(state).filter(|actor| government && actor.kind == ActorKind::State)?;
        actors.iter().position(|actor| actor.id.strip_suffix("-government") == Some(state.id.as_str()))
    }

    /// "his government", "Okello’s administration": the state of the person who governs it.
    pub(crate) fn government_of(&mut self, base: &Range<usize>, head: usize, around: Option<usize>) -> Option<usize> {
        let scene = self.scene;
        let words = &scene.words;
        if !GOVERNMENTS.contains(&words.word(head)) {
            return None;
        }
        let person = if words.is_possessive_pronoun(base.start) {
            self.pronoun(base.start, around).actor
        } else {
            let mark = (base.start..head).rev().find(|&at| words.is_possessive_mark(at))?;
            scene.actors.head_mention(words.bytes(&(base.start..mark))).map(|mention| mention.actor)
        }?;
        // "its government"
        if self.kind(person) == Some(ActorKind::State) {
            return Some(self.own_government(person, head).unwrap_or(person));
        }
        let person = scene.actors.actors.get(person).filter(|actor| actor.kind == ActorKind::Person)?;
        let state = person
            .affiliation
            .as_deref()
            .or_else(|| person.roles.iter().find_map(|role| role.organisation.as_deref()))?;
        let index = scene.actors.actors.iter().position(|actor| actor.id == state)?;
        let state = self.kind(index) == Some(ActorKind::State);
        state.then(|| self.own_government(index, head).unwrap_or(index))
    }
}
