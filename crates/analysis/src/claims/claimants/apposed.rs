//! Holders whose name stands in front of what they are ("the AFP news agency") or of what is theirs ("Okello’s government").

use std::ops::Range;

use rapporteur_core::{ActorKind, MentionForm, SourceForm};

use super::{DESCRIPTION, Holder, Resolver};
use crate::actors::FoundMention;
use crate::tagger::Upos;

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

/// What may stand between a name and the noun for its kind.
const KIND_OF: &[&str] = &[
    "news",
    "militant",
    "armed",
    "rebel",
    "insurgent",
    "terrorist",
    "militia",
    "resistance",
    "opposition",
    "political",
    "domestic",
    "local",
    "international",
    "independent",
    "election",
    "monitoring",
    "advocacy",
    "human",
    "rights",
    "civil",
    "society",
    "lobby",
    "lobbying",
    "campaign",
    "aid",
    "relief",
    "research",
    "policy",
    "consulting",
    "intelligence",
    "islamist",
    "separatist",
    "nationalist",
    "environmental",
    "religious",
    "youth",
    "women",
    "business",
    "industry",
    "trade",
    "media",
    "investment",
    "energy",
    "oil",
    "tech",
    "technology",
    "paramilitary",
    "guerrilla",
    "extremist",
    "think",
    "daily",
    "weekly",
    "online",
    "protest",
    "pro-democracy",
    "solidarity",
    "labour",
    "labor",
];

/// What somebody who governs has.
const GOVERNMENTS: &[&str] = &["government", "administration", "cabinet", "country", "nation", "homeland"];

impl Resolver<'_, '_> {
    /// "the AFP news agency": the body named right in front of the noun for its kind.
    pub(crate) fn named_before_kind(&self, mention: &FoundMention, head: usize) -> Option<usize> {
        let words = &self.scene.words;
        let body =
            !matches!(self.kind(mention.actor), Some(ActorKind::Person | ActorKind::State | ActorKind::Office) | None);
        let end = words.layer.token_at(mention.at.end);
        // "the Harbour domestic monitoring group"
        let between = (end..head).all(|at| KIND_OF.contains(&words.word(at)) || head - end == 1);
        let near = end <= head && head - end <= 3 && between;
        (body && near && KINDS.contains(&words.word(head))).then_some(mention.actor)
    }

    /// "The independence group, the Harbour Front (HF), | argued": the body or state that an aside between commas names whole.
    pub(crate) fn body_in_aside(&self, phrase: &Range<usize>) -> Option<usize> {
        let words = &self.scene.words;
        let first = phrase.end + 1 + usize::from(words.is(phrase.end + 1, "the"));
        let from = words.token(first).filter(|_| words.is(phrase.end, ","))?.at.start;
        let high = self.scene.bounds(phrase.end).end.min(first + DESCRIPTION);
        let close = (first..high).find(|&at| words.is_any(at, &[",", "("]) || self.scene.groups.at(at).is_some())?;
        let named = self.scene.actors.ending_at(words.token(close.checked_sub(1)?)?.at.end)?;
        // "(HF)," closes the aside as well.
        let bracket = words.is(close, "(").then(|| (close..high).find(|&at| words.is(at, ")"))).flatten();
        let closed = words.is(bracket.map_or(close, |bracket| bracket + 1), ",");
        let body =
            matches!(self.kind(named.actor), Some(ActorKind::Organisation | ActorKind::Alliance | ActorKind::State));
        (named.at.start == from && closed && body && named.form != MentionForm::Adjective).then_some(named.actor)
    }

    /// "Its old allies, Averland and Kestria, | warned": those whom an aside lists, and nothing else.
    pub(crate) fn list_in_aside(&self, phrase: &Range<usize>) -> Option<Holder> {
        let words = &self.scene.words;
        let first = phrase.end + 1;
        let plural = words.word(self.scene.head_of(phrase)).ends_with('s') && words.is(phrase.end, ",");
        let sentence = self.scene.bounds(phrase.end).end;
        let high = sentence.min(first + DESCRIPTION);
        let end = (first..high).take_while(|&at| self.scene.groups.at(at).is_none()).last()? + 1;
        let and = (first..end).find(|&at| words.is(at, "and")).filter(|_| plural)?;
        // The comma, dash or stop behind the last of them.
        let close = (and + 1..=end).find(|&at| words.pos(at) == Upos::Punct || at == sentence)?;
        let listed = self.joint(&(first..close));
        let members = (first..close).filter(|&at| words.is_any(at, &[",", "and"])).count() + 1;
        let (&actor, others) = listed.split_first()?;
        let all = members == listed.len() && words.token(first).is_some_and(|token| self.names(token.at.start, first));
        all.then(|| Holder { others: others.to_vec(), ..Holder::of(actor, SourceForm::Nominal) })
    }

    /// Whether a name begins here, or behind the article here.
    fn names(&self, byte: usize, at: usize) -> bool {
        let words = &self.scene.words;
        let behind = words.token(at + 1).filter(|_| words.is(at, "the"));
        self.scene.actors.starts_at(byte) || behind.is_some_and(|token| self.scene.actors.starts_at(token.at.start))
    }

    /// "Kestria’s government", "the new government of Kestria": the government, where the text names it as one of its own.
    pub(crate) fn own_government(&self, state: usize, head: usize) -> Option<usize> {
        let actors = &self.scene.actors.actors;
        let government = self.scene.words.is(head, "government");
        let state = actors.get(state).filter(|actor| government && actor.kind == ActorKind::State)?;
        actors.iter().position(|actor| actor.id.strip_suffix("-government") == Some(state.id.as_str()))
    }

    /// "the Kestrian side": the state itself.
    pub(crate) fn state_of_side(&self, group: usize, head: usize) -> Option<usize> {
        let actors = &self.scene.actors.actors;
        let side = self.scene.words.is(head, "side");
        let state = actors.get(group).filter(|group| side && group.kind == ActorKind::Group)?.affiliation.as_deref()?;
        actors.iter().position(|actor| actor.id == state && actor.kind == ActorKind::State)
    }

    /// The one government that the text names, and has named, for somebody who has one and of whom it does not say where.
    fn only_government(&self, token: usize) -> Option<usize> {
        let before = self.scene.words.token(token)?.at.start;
        let actors = self.scene.actors.actors.iter().enumerate();
        let mut governments = actors.filter(|(_, actor)| actor.subkind.as_deref() == Some("government"));
        let (only, _) = governments.next()?;
        let named = self.first_named.get(&only).is_some_and(|&first| first < before);
        (named && governments.next().is_none()).then_some(only)
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
        let state =
            person.affiliation.as_deref().or_else(|| person.roles.iter().find_map(|role| role.organisation.as_deref()));
        let Some(state) = state else { return self.only_government(base.start) };
        let index = scene.actors.actors.iter().position(|actor| actor.id == state)?;
        let state = self.kind(index) == Some(ActorKind::State);
        state.then(|| self.own_government(index, head).unwrap_or(index))
    }
}
