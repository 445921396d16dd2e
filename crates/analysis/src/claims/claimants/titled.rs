//! Persons whose name ends a title with "of": "Prime Minister of Averland Sorrel Vane".

use std::ops::Range;

use rapporteur_core::ActorKind;

use super::Resolver;
use crate::actors::FoundMention;
use crate::lexicon::HolderKind;
use crate::tagger::Upos;

/// How many sentences back an official may have been named.
const SENTENCES: usize = 2;

/// What links a noun to those it deals with, and not to those it belongs to.
const DEALINGS: &[&str] = &["to", "with", "toward", "towards", "about", "on", "over", "against", "alongside"];

impl Resolver<'_, '_> {
    /// The person named right behind what the title is of, body or field; not "the aide of President Sorrel Vane", who is
    /// somebody else.
    pub(crate) fn name_behind_long_title(&self, phrase: &Range<usize>, head: usize) -> Option<usize> {
        let scene = self.scene;
        let words = &scene.words;
        if !words.is_any(head + 1, &["of", "for", "to"]) {
            return None;
        }
        let end = words.token(phrase.end.checked_sub(1)?)?.at.end;
        let name = scene
            .actors
            .mentions_in(words.bytes(&(head + 2..phrase.end)))
            .find(|mention| mention.at.end == end && self.kind(mention.actor) == Some(ActorKind::Person))?;
        let first = words.layer.token_at(name.at.start);
        let before = first.checked_sub(1).filter(|&before| before > head + 1)?;
        // "ambassador to Kestria | Sorrel Vane": small titles only where a body is right in front of the name.
        let body = words.token(before).is_some_and(|token| {
            scene.actors.ending_at(token.at.end).is_some_and(|body| self.kind(body.actor) != Some(ActorKind::Person))
        });
        // "Commissioner for Justice | Sorrel Vane": all of it is the title that the text gives to her.
        let whole = rapporteur_core::ByteRange::new(words.token(head)?.at.start, words.token(before)?.at.end);
        let whole = whole.slice(words.text).unwrap_or_default();
        let own = scene.actors.actors.get(name.actor);
        if own.is_some_and(|own| own.roles.iter().any(|role| role.title.eq_ignore_ascii_case(whole))) {
            return Some(name.actor);
        }
        if !words.is_capitalised(head) && !body {
            return None;
        }
        // Another's title, or another phrase.
        let another = self.is_title_of(before, name.actor)
            || !matches!(words.pos(before), Upos::Propn | Upos::Noun)
            || (head + 2..first).any(|at| words.pos(at) == Upos::Punct || words.is_possessive_mark(at));
        // A second "of" begins the title of another: "Chief of Staff of the Premier of Averland Sorrel Vane".
        let single = (head + 2..first).filter(|&at| words.is(at, "of")).count() == 0;
        (!another && single).then_some(name.actor)
    }

    /// Whether the word in front of a name is a person's noun or a title of its bearer: "the aide of President | Vane".
    pub(crate) fn is_title_of(&self, before: usize, person: usize) -> bool {
        let word = self.scene.words.word(before);
        let title = |title: &str| title.to_lowercase().rsplit(' ').next() == Some(word);
        let own = self.scene.actors.actors.get(person);
        self.scene.lexicon.holder(word) == Some(HolderKind::Person)
            || own.is_some_and(|own| own.roles.iter().any(|role| title(&role.title)))
    }

    /// "aides with access to Averland": a body that those at `head` deal with, and that is not theirs.
    pub(crate) fn is_dealt_with(&self, mention: &FoundMention, head: usize) -> bool {
        let words = &self.scene.words;
        let first = words.layer.token_at(mention.at.start);
        let link = (head + 1..first).rev().find(|&at| words.pos(at) == Upos::Adp || words.is(at, "to"));
        link.is_some_and(|link| words.is_any(link, DEALINGS))
    }

    /// "aides of Sorrel Vane and Otis Brand": whether a member of a list, whose words begin at `start`, is only somebody that
    /// those who hold the claim deal with or work for.
    pub(crate) fn belongs_elsewhere(&self, mention: &FoundMention, start: usize) -> bool {
        let words = &self.scene.words;
        let first = words.layer.token_at(mention.at.start);
        let person = self.kind(mention.actor) == Some(ActorKind::Person);
        let noun = (start..first).find(|&at| words.pos(at) == Upos::Noun);
        let link = (start..first).rev().find(|&at| words.pos(at) == Upos::Adp || words.is(at, "to"));
        link.is_some_and(|link| noun.is_some_and(|noun| noun < link) && (person || words.is_any(link, DEALINGS)))
    }

    /// "the Kestrian official": the one person of that state whom the sentences just before name.
    pub(crate) fn official_of(&self, state: usize, base: &Range<usize>, head: usize) -> Option<usize> {
        const OFFICIALS: &[&str] = &["official", "diplomat", "envoy", "negotiator", "representative"];
        let words = &self.scene.words;
        let actors = &self.scene.actors.actors;
        if !words.is(base.start, "the") || !words.is_any(head, OFFICIALS) || head != base.start + 2 {
            return None;
        }
        let state = &actors.get(state)?.id;
        let before = words.token(base.start)?.at.start;
        let mut only = None;
        for mention in self.mentions_before(before) {
            if self.sentences_between(mention.at.start, head) > SENTENCES {
                break;
            }
            let Some(person) = actors.get(mention.actor).filter(|actor| actor.kind == ActorKind::Person) else {
                continue;
            };
            let theirs = person.affiliation.as_ref() == Some(state)
                || person.roles.iter().any(|role| role.organisation.as_ref() == Some(state));
            if theirs && only.is_some_and(|only| only != mention.actor) {
                return None;
            }
            only = only.or(theirs.then_some(mention.actor));
        }
        only
    }
}
