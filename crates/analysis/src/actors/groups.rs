//! Those who act as several ("analysts", "Norvanian officials"), and nouns that take an actor up ("the alliance").

use std::collections::BTreeSet;

use rapporteur_core::{ActorKind, MentionForm, Sense, slug};

use super::finder::Finder;
use super::reading::Clause;
use super::spot::What;
use crate::gazetteer::{Gap, SurfaceKind};

impl Finder<'_> {
    /// Groups of people: with an owner, or where they speak or are spoken to.
    pub fn groups(&mut self) {
        for number in 0..self.reading.sentences.len() {
            let Some(clause) = self.reading.sentences.get(number).cloned() else { continue };
            if clause.byline {
                continue;
            }
            let mut at = clause.atoms.start;
            while at < clause.atoms.end {
                at = self.group_at(&clause, at).max(at + 1);
            }
        }
    }

    fn group_at(&mut self, clause: &Clause, at: usize) -> usize {
        let words = self.reading.words;
        let capital = self.reading.is_capitalised(at);
        if capital && at > clause.atoms.start || self.spot_starting(at).is_some_and(|spot| !self.is_idle(spot)) {
            return at + 1;
        }
        let pair = format!("{} {}", self.reading.lower(at), self.reading.after(clause, at + 1));
        let end = if words.owned_pairs.contains(&pair) { at + 2 } else { at + 1 };
        let noun = self.reading.key(&(at..end)).to_lowercase();
        let counts = end == at + 2 || words.owned.contains(&noun);
        if counts && let Some((start, owner)) = self.group_owner(clause, at) {
            let region = self.roster.is_region(owner);
            let id = slug(&format!("{} {noun}", self.roster.id(owner)));
            let name = self.reading.slice(&(start..end));
            let actor = self.roster.with_id(ActorKind::Group, &id, name, "people of an actor");
            let affiliation = (!region).then(|| self.roster.id(owner).to_owned());
            if let Some(group) = self.roster.actors.get_mut(actor) {
                group.affiliation = affiliation;
            }
            self.mention(start..end, actor, MentionForm::Name, Sense::Actor);
            return end;
        }
        if words.speakers.contains(&noun) && end == at + 1 && self.speaks_or_is_spoken_to(clause, at) {
            let name = self.reading.slice(&(at..end));
            let actor = self.roster.named(ActorKind::Group, name, "people who speak");
            self.mention(at..end, actor, MentionForm::Name, Sense::Actor);
        }
        end
    }

    /// A capitalised word at the start of a sentence that nothing has explained.
    fn is_idle(&self, spot: usize) -> bool {
        self.actor_of.get(spot).copied().flatten().is_none()
    }

    /// Whose people: the adjective or name before, one or two small words between.
    fn group_owner(&mut self, clause: &Clause, noun: usize) -> Option<(usize, usize)> {
        let mut at = noun;
        for _ in 0..3 {
            if at <= clause.atoms.start || self.reading.gap(at) != Gap::Space {
                return None;
            }
            if let Some(index) = self.spot_ending(at) {
                let spot = self.spots.get(index)?.clone();
                let What::Known(entries) = &spot.what else { return None };
                if let Some(actor) = self.actor_of.get(index).copied().flatten() {
                    let fits = matches!(
                        self.roster.kind(actor),
                        ActorKind::State | ActorKind::Organisation | ActorKind::Alliance | ActorKind::Group
                    );
                    let place = self
                        .mentions
                        .iter()
                        .rev()
                        .find(|draft| draft.atoms == spot.atoms)
                        .is_some_and(|draft| draft.sense == Sense::Place);
                    return (fits && !place).then_some((spot.atoms.start, actor));
                }
                // "European members": the adjective of a region is no mention, but says which members.
                let region = entries.iter().find(|entry| {
                    entry.kind == SurfaceKind::Adjective
                        && !entry.ambiguous
                        && self.reading.gazetteer.actor(entry.actor).is_some_and(|actor| actor.kind == ActorKind::Group)
                })?;
                let region = *region;
                let actor = self.listed(&region);
                return Some((spot.atoms.start, actor));
            }
            let word = self.reading.lower(at - 1);
            let passes = (self.reading.words.role_before.contains(word) || self.reading.words.role_modifier.contains(word))
                && !self.reading.is_capitalised(at - 1);
            if !passes {
                return None;
            }
            at -= 1;
        }
        None
    }

    fn speaks_or_is_spoken_to(&self, clause: &Clause, at: usize) -> bool {
        let reading = &self.reading;
        let verbs = &reading.words.speech_verbs;
        let next = reading.after(clause, at + 1);
        if verbs.contains(next) {
            return true;
        }
        let passes = next.ends_with("ly")
            || matches!(next, "also" | "have" | "has" | "had" | "may" | "could" | "still" | "often" | "now" | "would" | "will");
        if passes && verbs.contains(reading.after(clause, at + 2)) {
            return true;
        }
        let before = reading.before(clause, at);
        let earlier = if at > clause.atoms.start { reading.before(clause, at - 1) } else { "" };
        before == "to" && earlier == "according" || matches!(before, "told" | "tells" | "warned" | "urged" | "asked")
    }

    /// "the alliance", "the Foundation", "the country": the actor that is meant, where only one can be.
    pub fn nominals(&mut self) {
        self.mentions.sort_by_key(|draft| (draft.atoms.start, std::cmp::Reverse(draft.atoms.end)));
        let mut found = Vec::new();
        for clause in self.reading.sentences.clone() {
            if clause.title_case || clause.byline {
                continue;
            }
            for at in clause.atoms.clone() {
                if let Some(actor) = self.nominal_at(&clause, at) {
                    found.push((at..at + 2, actor));
                }
            }
        }
        for (atoms, actor) in found {
            self.mention(atoms, actor, MentionForm::Nominal, Sense::Actor);
        }
    }

    /// The actor that "the NOUN" at `at` takes up.
    fn nominal_at(&self, clause: &Clause, at: usize) -> Option<usize> {
        let reading = &self.reading;
        if !matches!(reading.lower(at), "the" | "this") || reading.gap(at + 1) != Gap::Space || at + 1 >= clause.atoms.end {
            return None;
        }
        let noun = reading.lower(at + 1);
        if self.mentions.iter().any(|draft| draft.atoms.contains(&(at + 1))) {
            return None;
        }
        if !self.reading.ends_phrase(clause, at + 2) {
            return None;
        }
        if matches!(noun, "country" | "nation") {
            return self.state_meant(clause, at);
        }
        let is_title = reading.words.roles.longest(reading.atoms.get(at + 1..clause.atoms.end)?, true).is_some();
        let called = reading.gazetteer.actors_called(noun);
        if called.is_empty() && !reading.words.organisation_heads.contains_key(noun) && !is_title {
            return None;
        }
        let fits = |actor: usize| -> bool {
            if let Some(listed) = self.roster.listed.get(&actor)
                && called.contains(listed)
            {
                return true;
            }
            let Some(found) = self.roster.get(actor) else { return false };
            match found.kind {
                ActorKind::Organisation | ActorKind::Alliance => {
                    let last = found.name.rsplit(' ').next().unwrap_or_default();
                    let first = found.name.split(' ').next().unwrap_or_default();
                    crate::gazetteer::fold(last).eq_ignore_ascii_case(noun)
                        || crate::gazetteer::fold(first).eq_ignore_ascii_case(noun) && found.name.contains(" of ")
                }
                ActorKind::Person => {
                    is_title
                        && found.roles.iter().any(|role| {
                            role.at.is_some() && role.title.rsplit(' ').next().unwrap_or_default().eq_ignore_ascii_case(noun)
                        })
                }
                _ => false,
            }
        };
        let before = self.mentions.partition_point(|draft| draft.atoms.start < at);
        let earlier = self.mentions.get(..before).unwrap_or_default();
        let all: BTreeSet<usize> = earlier.iter().map(|draft| draft.actor).filter(|&actor| fits(actor)).collect();
        if all.len() == 1 {
            return all.first().copied();
        }
        // Several in the document: the one of this sentence or the last two.
        let near = self.reading.sentences.partition_point(|other| other.atoms.end <= at).saturating_sub(2);
        let from = self.reading.sentences.get(near)?.atoms.start;
        let close: BTreeSet<usize> =
            earlier.iter().rev().take_while(|draft| draft.atoms.start >= from).map(|draft| draft.actor).filter(|&actor| fits(actor)).collect();
        if close.len() == 1 { close.first().copied() } else { None }
    }

    /// The state that "the country" means: the only one named in the sentence so far, else the only one in the nearest of the
    /// two sentences before that names any.
    fn state_meant(&self, clause: &Clause, at: usize) -> Option<usize> {
        let number = self.reading.sentences.partition_point(|other| other.atoms.end <= clause.atoms.start);
        let states = |from: usize, to: usize| -> BTreeSet<usize> {
            self.mentions
                .iter()
                .filter(|draft| draft.atoms.start >= from && draft.atoms.start < to && draft.sense == Sense::Actor)
                .map(|draft| draft.actor)
                .filter(|&actor| self.roster.kind(actor) == ActorKind::State)
                .collect()
        };
        let here = states(clause.atoms.start, at);
        if !here.is_empty() {
            return here.first().copied().filter(|_| here.len() == 1);
        }
        for back in 1..=2 {
            let earlier = self.reading.sentences.get(number.checked_sub(back)?)?;
            let there = states(earlier.atoms.start, earlier.atoms.end);
            if !there.is_empty() {
                return there.first().copied().filter(|_| there.len() == 1);
            }
        }
        None
    }
}
