//! Claimants named by their number: "both governments", "the two ministers", "neither side", "the former".

use std::ops::Range;

use rapporteur_core::{ActorKind, MentionForm, Sense};

use super::Resolver;
use crate::actors::FoundMention;
use crate::tagger::Upos;

/// How many sentences back the two may have been named.
const SENTENCES: usize = 3;

/// How many mentions back two persons may have been named together.
const MEMORY: usize = 120;

/// Nouns for those who are two.
const PAIRED: &[&str] = &[
    "sides",
    "side",
    "governments",
    "countries",
    "states",
    "nations",
    "capitals",
    "parties",
    "leaders",
    "ministers",
    "presidents",
    "neighbours",
    "neighbors",
    "powers",
    "claimant",
    "claimants",
    "government",
    "country",
    "party",
    "capital",
    "delegations",
    "delegation",
    "rivals",
    "men",
    "women",
    "companies",
    "firms",
    "groups",
    "organisations",
    "organizations",
    "unions",
    "banks",
    "institutes",
];

impl Resolver<'_, '_> {
    /// The two who are meant by "both", "the two sides", "each government", "neither side".
    pub(crate) fn two_of_them(&self, phrase: &Range<usize>, head: usize) -> Option<(usize, usize)> {
        let words = &self.scene.words;
        let start = phrase.start;
        let determined = words.is_any(start, &["both", "each", "neither", "either"])
            || words.is_any(start, &["the", "these", "those", "our", "their"]) && words.is(start + 1, "two");
        let noun = words.word(head);
        let bare =
            words.is_any(start, &["both", "neither"]) && head == start || words.is(head, "two") && head == start + 1;
        let paired = PAIRED.contains(&noun) || bare;
        let noun = if bare { "both" } else { noun };
        let couple = words.is(start, "the") && head == start + 1 && matches!(noun, "couple" | "pair" | "duo");
        // Nobody of the two is named in the phrase itself.
        let named = self
            .scene
            .actors
            .mentions_in(words.bytes(phrase))
            .any(|mention| self.kind(mention.actor) != Some(ActorKind::Group));
        if !(couple || determined && paired) || named {
            return None;
        }
        let pair = self.pair_before(start, noun)?;
        // "both parties" of a parliament are no chambers.
        let party = |actor: usize| {
            self.scene.actors.actors.get(actor).is_some_and(|actor| actor.subkind.as_deref() == Some("party"))
        };
        (!matches!(noun, "parties" | "party") || party(pair.0) == party(pair.1)).then_some(pair)
    }

    /// The two actors of one kind last named side by side, else the only two of the sentences before.
    pub(crate) fn pair_before(&self, token: usize, noun: &str) -> Option<(usize, usize)> {
        let only_people = matches!(noun, "men" | "women" | "couple" | "pair" | "duo");
        let persons = only_people || matches!(noun, "leaders" | "ministers" | "presidents");
        let only_states = matches!(
            noun,
            "governments"
                | "countries"
                | "states"
                | "nations"
                | "capitals"
                | "government"
                | "country"
                | "capital"
                | "parties"
                | "party"
        );
        let words = &self.scene.words;
        let before = words.token(token)?.at.start;
        let states = |mention: &&FoundMention| self.kind(mention.actor) == Some(ActorKind::State);
        let bodies = |mention: &&FoundMention| {
            mention.sense == Sense::Actor
                && matches!(
                    self.kind(mention.actor),
                    Some(ActorKind::State | ActorKind::Alliance | ActorKind::Organisation)
                )
        };
        let people = |mention: &&FoundMention| self.kind(mention.actor) == Some(ActorKind::Person);
        let near: Vec<&FoundMention> = self
            .mentions_before(before)
            .take_while(|mention| self.sentences_between(mention.at.start, token) <= SENTENCES)
            .collect();
        // "the pact, brokered by Lomar": who brings them together is none of the sides.
        let mediators: Vec<usize> =
            near.iter().filter(|mention| self.is_mediator(mention)).map(|mention| mention.actor).collect();
        // "the Kestrian border": no side by itself.
        let border = |mention: &&FoundMention| {
            let voice = || super::VOICES.contains(&words.word(words.layer.token_at(mention.at.end)));
            let nested = || near.iter().any(|other| other.at != mention.at && other.at.contains(mention.at));
            mention.form == MentionForm::Adjective && (!voice() || nested())
        };
        // Who only reports on the sides is none of them.
        let parties = |mention: &&FoundMention| {
            bodies(mention)
                && !self.scene.is_medium(mention.actor)
                && !mediators.contains(&mention.actor)
                && !border(mention)
        };
        let side_by_side = |fits: &dyn Fn(&&FoundMention) -> bool| {
            let fitting: Vec<&FoundMention> = near.iter().copied().filter(|mention| fits(mention)).collect();
            fitting.windows(2).find_map(|pair| match pair {
                [later, earlier] if later.actor != earlier.actor => {
                    let from = words.layer.token_at(earlier.at.end);
                    let to = words.layer.token_at(later.at.start);
                    let joined = (from..to)
                        .all(|index| words.is_any(index, &["and", "nor", "or", "the", ",", "'s", "between"]))
                        && to > from;
                    joined.then_some((earlier.actor, later.actor))
                }
                _ => None,
            })
        };
        let only_two = |of: &[&FoundMention], fits: &dyn Fn(&&FoundMention) -> bool| {
            let mut found: Vec<usize> = Vec::new();
            for mention in of.iter().filter(|mention| fits(mention)) {
                if !found.contains(&mention.actor) {
                    found.push(mention.actor);
                }
            }
            match found.as_slice() {
                [later, earlier] => Some((*earlier, *later)),
                _ => None,
            }
        };
        if persons && let Some(pair) = side_by_side(&people) {
            return Some(pair);
        }
        if noun == "both"
            && let Some(pair) =
                self.pair_just_named(token).or_else(|| self.two_who_claimed(token)).or_else(|| self.two_subjects(token))
        {
            return Some(pair);
        }
        let is_near = |actor: usize| near.iter().any(|mention| mention.actor == actor);
        // "Okello flew to Kest to meet Lind. … the two leaders": two persons with posts, wherever they stand.
        if let Some(pair) = only_two(&near, &|mention| persons && self.leads(mention.actor)) {
            return Some(pair);
        }
        let described = || self.pair_of_people(before).filter(|&(first, second)| is_near(first) && is_near(second));
        if persons && let Some(pair) = described() {
            return Some(pair);
        }
        if only_people {
            return self.pair_of_people(before).or_else(|| only_two(&near, &people));
        }
        // The two of the sentence before, whatever else it touches: "the government freed three rebels".
        let last: Vec<&FoundMention> =
            near.iter().copied().filter(|mention| self.sentences_between(mention.at.start, token) == 1).collect();
        // "sent them | to Averland": a place to be.
        let is_place = |mention: &&FoundMention| {
            let at = words.layer.token_at(mention.at.start);
            at > 0 && words.is_any(at - 1, &["to", "in", "from", "at", "near", "into"]) && states(mention)
        };
        let outer = |mention: &&FoundMention| {
            parties(mention)
                && !is_place(mention)
                && !last.iter().any(|other| other.at != mention.at && other.at.contains(mention.at))
        };
        let close = only_two(&last, &outer)
            .filter(|_| matches!(noun, "sides" | "side"))
            .or_else(|| side_by_side(&states))
            .or_else(|| side_by_side(&parties).filter(|_| !only_states))
            .or_else(|| only_two(&near, &states).filter(|_| only_states))
            .or_else(|| only_two(&near, &|mention| states(mention) && !is_place(mention)))
            .or_else(|| only_two(&near, &parties).filter(|_| !only_states));
        let sides = matches!(noun, "sides" | "side" | "governments" | "countries" | "delegations" | "both");
        let close = close.or_else(|| self.states_of_two(&near, token).filter(|_| sides));
        // However far: the two between whom the text says that it is, or where only two states act.
        let close = close.or_else(|| self.sides_of_the_text(token).filter(|_| matches!(noun, "sides" | "side")));
        let acting = |mention: &&FoundMention| states(mention) && mention.sense == Sense::Actor;
        let all: Vec<&FoundMention> = self.mentions_before(before).collect();
        close
            .or_else(|| only_two(&all, &acting))
            .or_else(|| self.two_of_the_text(&all).filter(|_| sides || only_states))
    }

    /// "Okello and Lind left. Both …": two who are named side by side in the sentence before, persons or bodies.
    fn pair_just_named(&self, token: usize) -> Option<(usize, usize)> {
        let lists = self.lists_before(token, 1);
        let mut pairs = lists.iter().filter(|list| list.actors.len() == 2);
        let pair = pairs.next()?;
        match (pair.actors.as_slice(), pairs.next()) {
            ([first, second], None) => Some((*first, *second)),
            _ => None,
        }
    }

    /// The two who made the last claim together, in this sentence or the one before.
    fn two_who_claimed(&self, token: usize) -> Option<(usize, usize)> {
        let (source, all) = self.together.as_ref()?;
        let from = self.scene.words.token(*source)?.at.start;
        match all.as_slice() {
            [first, second] if self.sentences_between(from, token) <= 1 => Some((*first, *second)),
            _ => None,
        }
    }

    /// "While Okello waits, Averland arms. Both …": the two subjects of the sentence before, where there are no more.
    fn two_subjects(&self, token: usize) -> Option<(usize, usize)> {
        let words = &self.scene.words;
        let before = words.token(token)?.at.start;
        let mut found: Vec<usize> = Vec::new();
        for mention in self.mentions_before(before).take_while(|it| self.sentences_between(it.at.start, token) <= 1) {
            let name = !matches!(mention.form, MentionForm::Adjective | MentionForm::Pronoun);
            let subject = name && self.is_subject(mention, words.layer.token_at(mention.at.start));
            if subject && !found.contains(&mention.actor) {
                found.push(mention.actor);
            }
        }
        match found.as_slice() {
            [later, earlier] => Some((*earlier, *later)),
            _ => None,
        }
    }

    /// The two states of which the text so far speaks far more than of any other.
    fn two_of_the_text(&self, mentions: &[&FoundMention]) -> Option<(usize, usize)> {
        let mut counts: Vec<(usize, usize)> = Vec::new();
        for mention in mentions.iter().filter(|mention| self.kind(mention.actor) == Some(ActorKind::State)) {
            match counts.iter_mut().find(|(_, actor)| *actor == mention.actor) {
                Some((count, _)) => *count += 1,
                None => counts.push((1, mention.actor)),
            }
        }
        counts.sort_by_key(|&(count, _)| std::cmp::Reverse(count));
        let (first, second) = (*counts.first()?, *counts.get(1)?);
        let third = counts.get(2).map_or(0, |&(count, _)| count);
        (second.0 >= 3 && second.0 >= 2 * third).then_some((first.1, second.1))
    }

    /// "Okello met his Kestrian counterpart Lind. Both sides …": the states of the only two persons just named.
    fn states_of_two(&self, near: &[&FoundMention], token: usize) -> Option<(usize, usize)> {
        let actors = &self.scene.actors.actors;
        let mut states: Vec<usize> = Vec::new();
        let mut persons: Vec<usize> = Vec::new();
        for mention in near.iter().filter(|mention| self.sentences_between(mention.at.start, token) <= 1) {
            let Some(person) = actors.get(mention.actor).filter(|actor| actor.kind == ActorKind::Person) else {
                continue;
            };
            if persons.contains(&mention.actor) {
                continue;
            }
            persons.push(mention.actor);
            let state = person.affiliation.as_ref()?;
            states.extend(actors.iter().position(|actor| actor.id == *state && actor.kind == ActorKind::State));
        }
        match (persons.len(), states.as_slice()) {
            (2, [later, earlier]) if later != earlier => Some((*earlier, *later)),
            _ => None,
        }
    }

    /// Whether somebody is said to lead: a president, a minister.
    pub(crate) fn leads(&self, person: usize) -> bool {
        const POSTS: &[&str] = &["president", "minister", "chancellor", "premier", "king", "queen", "emir", "pope"];
        self.scene.actors.actors.get(person).is_some_and(|actor| {
            actor.kind == ActorKind::Person
                && actor.roles.iter().any(|role| {
                    let title = role.title.to_lowercase();
                    title.split(' ').any(|word| POSTS.contains(&word))
                })
        })
    }

    /// The last two persons named with nothing but "and" and what they are between them: "the pilot Otis Brand and the
    /// engineer Ivo Lask".
    fn pair_of_people(&self, before: usize) -> Option<(usize, usize)> {
        let words = &self.scene.words;
        let mentions = &self.scene.actors.mentions;
        let end = mentions.partition_point(|mention| mention.at.end <= before);
        let earlier = mentions.get(end.saturating_sub(MEMORY)..end).unwrap_or_default().iter().rev();
        let people: Vec<&FoundMention> =
            earlier.filter(|mention| self.kind(mention.actor) == Some(ActorKind::Person)).collect();
        people.windows(2).find_map(|pair| {
            let [later, earlier] = pair else { return None };
            let from = words.layer.token_at(earlier.at.end);
            let to = words.layer.token_at(later.at.start);
            let described = (from + 1..to.min(from + 6))
                .all(|index| matches!(words.pos(index), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn));
            let joined = words.is(from, "and") && to <= from + 6 && described;
            (joined && later.actor != earlier.actor).then_some((earlier.actor, later.actor))
        })
    }
}
