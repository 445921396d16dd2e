//! Bodies by the last word of their names: "Compact officials", "the Inspectorate".

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_core::{ActorKind, MentionForm, Sense};

use super::finder::Finder;
use super::general_names::is_state_organ;
use super::reading::{Clause, Reading};
use super::spot::{Spot, What};
use super::words::Lists;
use crate::gazetteer::{Entry, atoms, fold};

impl Reading<'_> {
    /// Whether a capitalised word stands in front of people or a title of its own: "Compact officials", "Compact
    /// Secretary-General".
    pub fn is_in_front_of_people(&self, clause: &Clause, at: usize) -> bool {
        let noun = at + 1;
        if self.after(clause, noun).is_empty() || !self.is_capitalised(at) {
            return false;
        }
        let people = self.on(noun, Lists::OWNED.and(Lists::SPEAKERS)) && !self.is_capitalised(noun);
        // "an internal Compact assessment"
        let paper = super::body_evidence::is_paper(self.lower(noun)) && !self.is_capitalised(noun);
        people || paper || self.title_at(clause, noun).is_some_and(|title| title.office || !self.is_capitalised(noun))
    }
}

impl Finder<'_> {
    /// "Compact officials" after "the Northern Sea Compact": the body named before whose name ends so, if it is one.
    pub fn short_names_before_people(&mut self) {
        let mut named: Option<BTreeMap<String, Vec<(usize, usize)>>> = None;
        for index in 0..self.spots.len() {
            let organ = |entry: &Entry| self.reading.gazetteer.actor(entry.actor).is_some_and(is_state_organ);
            let doubtful = |entry: &Entry| entry.ambiguous && !organ(entry);
            let doubtful = |spot: &Spot| !spot.entries().is_empty() && spot.entries().iter().all(doubtful);
            let open = |spot: &&Spot| (matches!(spot.what, What::Word) || doubtful(spot)) && spot.atoms.len() == 1;
            let Some(spot) = self.spots.get(index).filter(open).cloned() else { continue };
            let clause = self.clause(&spot);
            let start = spot.atoms.start;
            let free = self.actor_of.get(index).copied().flatten().is_none() && !clause.title_case;
            if !free || !self.reading.is_in_front_of_people(&clause, start) {
                continue;
            }
            let named = named.get_or_insert_with(|| self.bodies_by_last_word());
            let Some(bodies) = named.get(self.reading.lower(start)) else { continue };
            let earlier: Vec<usize> = bodies.iter().filter(|(first, _)| *first < start).map(|it| it.1).collect();
            let [body] = earlier.as_slice() else { continue };
            let body = *body;
            if let Some(slot) = self.actor_of.get_mut(index) {
                *slot = Some(body);
            }
            self.mention(spot.atoms, body, MentionForm::Name, Sense::Actor);
        }
    }

    /// The bodies of the text, each with its first mention, by the last word of their names.
    pub fn bodies_by_last_word(&self) -> BTreeMap<String, Vec<(usize, usize)>> {
        let mut first: BTreeMap<usize, usize> = BTreeMap::new();
        for draft in &self.mentions {
            let start = first.entry(draft.actor).or_insert(draft.atoms.start);
            *start = draft.atoms.start.min(*start);
        }
        let mut bodies: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
        for (actor, first) in first {
            for word in self.last_words(actor) {
                bodies.entry(word).or_default().push((first, actor));
            }
        }
        bodies
    }

    /// In lower case: "council" of "National Council for Calm", "inspectorate" of "Reactor Inspectorate".
    fn last_words(&self, actor: usize) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let Some(body) = self.roster.get(actor) else { return found };
        if !matches!(body.kind, ActorKind::Organisation | ActorKind::Alliance) {
            return found;
        }
        let words = atoms(&body.name, 0);
        let behind = words.iter().position(|word| matches!(&*word.folded, "of" | "for" | "on"));
        let last = behind.unwrap_or(words.len()).checked_sub(1).and_then(|last| words.get(last));
        // One word alone is the name itself.
        if let Some(last) = last.filter(|last| words.len() > 1 && last.is_capitalised()) {
            found.insert(fold(last.text).to_lowercase());
        }
        found
    }
}
