//! Claimants that a definite noun phrase takes up, by all that the text and the lists say of those named before: "the emirate",
//! "the Dutch firm", "the historian".
//!
//! Whoever was named before is a candidate. What speaks for him is weighed in two parts: how well the noun and the words in
//! front of it fit him, and how much the text is about him where it names him.

mod described;
mod states;

use std::ops::Range;

use rapporteur_core::{ActorKind, Sense};

pub(crate) use self::described::CalledSo;
use self::states::{fits_state, lies_in};
use super::Resolver;
use super::body_nouns::{self, is_company_noun, is_media_noun};
use super::kinds::ANOTHER;
use crate::actors::FoundActor;
use crate::tagger::Upos;

/// How many sentences back one may have been named.
const SENTENCES: usize = 12;
/// Tokens a phrase may have.
const LONGEST: usize = 7;
/// How well the words must fit at least.
const FITS: f32 = 0.4;

/// What a phrase says of whom it takes up.
struct Phrase {
    noun: usize,
    /// The words between the determiner and the noun.
    modifiers: Range<usize>,
}

impl Resolver<'_, '_> {
    /// Whom "the NOUN" takes up, with whatever stands in front of the noun.
    pub(crate) fn by_definite(&self, base: &Range<usize>, head: usize) -> Option<usize> {
        let words = &self.scene.words;
        let phrase = Phrase { noun: head, modifiers: base.start + 1..head };
        let definite = words.is_any(base.start, &["the", "this", "that"]) && head > base.start;
        let plain = phrase.modifiers.clone().all(|at| {
            matches!(words.pos(at), Upos::Adj | Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adv)
                && !ANOTHER.contains(&words.word(at))
        });
        if !definite || !plain || base.len() > LONGEST || words.word(head).ends_with('s') && !words.is(head, "boss") {
            return None;
        }
        // "the ministry of another", "the firm's lawyer": more is said of them.
        if words.is_any(head + 1, &["of", "for"]) && words.pos(head + 1) == Upos::Adp {
            return None;
        }
        let before = words.token(base.start)?.at.start;
        // "a state firm … the firm": nearer than any with a name.
        let unnamed = self.unnamed_before(words.word(head), base.start).unwrap_or_default();
        let mut best: Option<(f32, usize)> = None;
        let mut seen: Vec<(usize, Option<f32>)> = Vec::new();
        for mention in self.mentions_before(before) {
            let distance = self.sentences_between(mention.at.start, head);
            if distance > SENTENCES || mention.at.start < unnamed {
                break;
            }
            if mention.sense == Sense::Place && self.kind(mention.actor) != Some(ActorKind::State) {
                continue;
            }
            let known = seen.iter().find(|(actor, _)| *actor == mention.actor).map(|(_, fit)| *fit);
            let fit = known.unwrap_or_else(|| {
                let fit = self.fit(&phrase, mention.actor);
                seen.push((mention.actor, fit));
                fit
            });
            let Some(fit) = fit.filter(|&fit| fit >= FITS) else { continue };
            let score = fit + self.salience(mention, distance);
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, mention.actor));
            }
        }
        best.map(|(_, actor)| actor)
    }

    /// How well the words fit an actor; none where they cannot mean him.
    fn fit(&self, phrase: &Phrase, actor: usize) -> Option<f32> {
        let words = &self.scene.words;
        let found = self.scene.actors.actors.get(actor)?;
        let noun = words.word(phrase.noun);
        let mut fit = self.fit_of_noun(noun, phrase, actor, found)?;
        for at in phrase.modifiers.clone() {
            fit += self.fit_of_modifier(phrase, at, actor, found)?;
        }
        Some(fit)
    }

    fn fit_of_noun(&self, noun: &str, phrase: &Phrase, actor: usize, found: &FoundActor) -> Option<f32> {
        if found.kind != ActorKind::State && self.called_so().is_called(actor, noun) {
            return Some(2.0);
        }
        // "the newspaper" where the text calls it a channel.
        if is_media_noun(noun) && self.called_so().is_called_any(actor, is_media_noun) {
            return None;
        }
        let words = &self.scene.words;
        match found.kind {
            ActorKind::State => fits_state(noun, &found.id, found.identifiers.iso3166.is_some()),
            ActorKind::Person => {
                let post = |title: &str| {
                    let title = title.to_lowercase();
                    // "the planning minister" is not whoever is a minister.
                    let fits =
                        |at: usize| words.is_capitalised(at) || title.split(' ').any(|own| own == words.word(at));
                    title.rsplit(' ').next() == Some(noun) && phrase.modifiers.clone().all(fits)
                };
                found.roles.iter().any(|role| post(&role.title)).then_some(2.0)
            }
            ActorKind::Organisation | ActorKind::Alliance => {
                let own_name = found.name.to_lowercase();
                let mut names = own_name.split(' ');
                if names.next_back() == Some(noun) || names.next() == Some(noun) {
                    return Some(1.5);
                }
                if body_nouns::fits(noun, found) {
                    return Some(if body_nouns::has_many(noun) { 0.5 } else { 1.0 });
                }
                // "the firm" of a name of which nothing more is known.
                let plain = found.subkind.is_none() && found.affiliation.is_none();
                (plain && (is_company_noun(noun) || noun == "fund") && found.kind == ActorKind::Organisation)
                    .then_some(0.5)
            }
            ActorKind::Group => {
                let last = found.name.to_lowercase();
                (last.rsplit(' ').next() == Some(noun) && phrase.modifiers.is_empty()).then_some(0.6)
            }
            _ => None,
        }
    }

    /// What one word in front of the noun says for or against an actor; none where it means another.
    fn fit_of_modifier(&self, phrase: &Phrase, at: usize, actor: usize, found: &FoundActor) -> Option<f32> {
        let words = &self.scene.words;
        let word = words.word(at);
        let noun = words.word(phrase.noun);
        if (word, noun) == ("central", "bank") {
            return (found.subkind.as_deref() == Some("central bank")).then_some(0.5);
        }
        // "South-East Asian": both words are one.
        let pair = (at + 1 < phrase.noun).then(|| format!("{word} {}", words.word(at + 1)));
        let behind = (at > phrase.modifiers.start).then(|| format!("{} {word}", words.word(at - 1)));
        for region in pair.iter().chain(behind.iter()).map(String::as_str).chain([word]) {
            match lies_in(region, &found.id) {
                Some(true) => return Some(if region.len() > word.len() { 0.6 } else { 1.2 }),
                Some(false) if found.kind == ActorKind::State && found.identifiers.iso3166.is_some() => return None,
                Some(false) => return Some(0.0),
                None => {}
            }
        }
        let token = words.token(at)?;
        let owner = self.scene.actors.mentions_in(token.at).next().map(|mention| mention.actor);
        if let Some(owner) = owner {
            if owner == actor {
                // "the Kenyan kingdom" is not Kenya by another name, but "the Hashemite kingdom" may be.
                return None;
            }
            let own = self.scene.actors.actors.get(owner)?;
            if found.affiliation.as_deref() == Some(own.id.as_str()) {
                return Some(1.5);
            }
            if found.roles.iter().any(|role| role.organisation.as_deref() == Some(own.id.as_str())) {
                return Some(1.5);
            }
            if self.is_placed_in(actor, owner) {
                return Some(1.0);
            }
            // Of another state, by the lists.
            let elsewhere =
                found.affiliation.is_some() && self.scene.actors.find(found.affiliation.as_deref()?).is_some();
            return if elsewhere { None } else { Some(-0.3) };
        }
        if self.called_so().is_called_with(actor, noun, word) {
            return Some(1.0);
        }
        if words.is_capitalised(at) {
            // "the Lyons lender": where the text has the town beside the name.
            let near = self.is_near_own(actor, |index| words.word(index) == word);
            return Some(if near { 1.2 } else { -0.3 });
        }
        // It says more than is known of him.
        Some(if found.kind == ActorKind::Person { -0.9 } else { -0.2 })
    }

    /// Whether the text has a state, its adjective or its capital beside a name of the actor.
    fn is_placed_in(&self, actor: usize, state: usize) -> bool {
        let words = &self.scene.words;
        let seats = self.scene.actors.actors.get(state).map(|state| state.seats.as_slice()).unwrap_or_default();
        self.is_near_own(actor, |index| {
            let seat = words.is_capitalised(index) && seats.iter().any(|seat| seat == words.raw(index));
            seat || words
                .token(index)
                .is_some_and(|token| self.scene.actors.mentions_in(token.at).any(|mention| mention.actor == state))
        })
    }

    /// "The Kestrian", "the Averlander": the person of that state whom the sentences before speak of.
    pub(crate) fn national(&self, phrase: &Range<usize>) -> Option<usize> {
        /// How many sentences back.
        const NEAR: usize = 3;
        let words = &self.scene.words;
        let noun = phrase.start + 1;
        let raw = words.raw(noun);
        // "the French", "the Chinese" are all of them.
        let one =
            ["an", "er", "ian", "i", "ak", "ek", "ish", "man", "woman", "on", "ole", "ane", "ede", "inn", "urk", "ech"];
        if phrase.len() != 2
            || !words.is(phrase.start, "the")
            || !words.is_capitalised(noun)
            || !one.iter().any(|end| raw.ends_with(end))
        {
            return None;
        }
        let token = words.token(noun)?;
        let state = self.scene.actors.mentions_in(token.at).find(|mention| mention.at == token.at)?;
        if self.kind(state.actor) != Some(ActorKind::State) {
            return None;
        }
        let id = self.scene.actors.actors.get(state.actor)?.id.as_str();
        let before = words.token(phrase.start)?.at.start;
        let persons =
            self.mentions_before(before).take_while(|mention| self.sentences_between(mention.at.start, noun) <= NEAR);
        let persons = persons.filter(|mention| {
            let Some(person) = self.scene.actors.actors.get(mention.actor).filter(|it| it.kind == ActorKind::Person)
            else {
                return false;
            };
            person.affiliation.as_deref() == Some(id)
                || person.roles.iter().any(|role| role.organisation.as_deref() == Some(id))
                || self.is_placed_in(mention.actor, state.actor)
        });
        self.most_salient(persons, noun)
    }

    /// Whether something stands within a few words of a name of the actor, in its sentence.
    fn is_near_own(&self, actor: usize, is_there: impl Fn(usize) -> bool) -> bool {
        const REACH: usize = 12;
        const NAMES: usize = 4;
        let words = &self.scene.words;
        self.scene.actors.mentions.iter().filter(|mention| mention.actor == actor).take(NAMES).any(|mention| {
            let first = words.layer.token_at(mention.at.start);
            let end = words.layer.token_at(mention.at.end);
            let bounds = self.scene.bounds(first);
            let low = bounds.start.max(first.saturating_sub(REACH / 2));
            (low..bounds.end.min(end + REACH)).any(|index| !(first..end).contains(&index) && is_there(index))
        })
    }
}
