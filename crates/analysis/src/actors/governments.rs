//! Governments that the text names with their head or state: "the Okello administration"; "Norvane’s new government", "the government
//! of Norvane" are what "the Norvanian government" is.

use std::ops::Range;

use rapporteur_core::{ActorKind, MentionForm, Sense, slug};

use super::finder::Finder;
use super::spot::Spot;
use crate::gazetteer::Gap;

/// What a government may be called that is still the one in office.
const PRESENT: &[&str] = &[
    "new",
    "current",
    "present",
    "own",
    "elected",
    "incoming",
    "central",
    "federal",
    "national",
    "coalition",
    "caretaker",
    "interim",
    "transitional",
    "military",
    "civilian",
];
/// What it is called when another one is meant.
const PAST: &[&str] =
    &["previous", "former", "last", "earlier", "past", "next", "future", "provincial", "local", "regional"];

impl Finder<'_> {
    /// "the Okello administration", "the Okello and Lind administrations": governments of the heads' states.
    pub fn governments_of_persons(&mut self) {
        for index in 0..self.spots.len() {
            let Some(person) = self.person_of(index) else { continue };
            let Some(spot) = self.spots.get(index).cloned() else { continue };
            let clause = self.clause(&spot);
            let noun = self.reading.after(&clause, spot.atoms.end);
            let (one, several) = match noun {
                "administration" | "government" | "cabinet" => (noun, false),
                "administrations" | "governments" => (noun.trim_end_matches('s'), true),
                _ => continue,
            };
            if !self.reading.ends_phrase(&clause, spot.atoms.end + 1) {
                continue;
            }
            let one = one.to_owned();
            let atoms = spot.atoms.start..spot.atoms.end + 1;
            if !several {
                let name = self.reading.slice(&atoms);
                self.government_of_person(person, &spot, atoms, name);
                continue;
            }
            let name = format!("{} {one}", self.reading.slice(&spot.atoms));
            self.government_of_person(person, &spot, atoms, &name);
            if self.reading.before(&clause, spot.atoms.start) == "and"
                && let Some(first) = self.spot_ending(spot.atoms.start - 1)
                && let Some(person) = self.person_of(first)
                && let Some(spot) = self.spots.get(first).cloned()
            {
                let name = format!("{} {one}", self.reading.slice(&spot.atoms));
                self.government_of_person(person, &spot, spot.atoms.clone(), &name);
            }
        }
    }

    /// "Norvane’s new government", "the government of Norvane".
    pub fn governments_of_states(&mut self) {
        for index in 0..self.spots.len() {
            let Some(state) = self.actor_of.get(index).copied().flatten() else { continue };
            if self.roster.kind(state) != ActorKind::State {
                continue;
            }
            let Some(spot) = self.spots.get(index).cloned() else { continue };
            if let Some(atoms) = self.government_behind(&spot).or_else(|| self.government_in_front(&spot)) {
                let actor = self.government_of_state(state, &atoms);
                self.mention(atoms, actor, MentionForm::Nominal, Sense::Actor);
            }
        }
    }

    /// "Norvane’s | new government"
    fn government_behind(&self, spot: &Spot) -> Option<Range<usize>> {
        let reading = &self.reading;
        let clause = self.clause(spot);
        let end = spot.atoms.end;
        let bare = end < clause.atoms.end && reading.gap(end) == Gap::PluralApostrophe;
        let mut at = if bare { end } else { reading.past_possessive(end) };
        if !bare && at == end {
            return None;
        }
        let word = |at: usize| if bare && at == end { reading.lower(at) } else { reading.after(&clause, at) };
        at += usize::from(PRESENT.contains(&word(at)));
        let plain = word(at) == "government" && reading.ends_phrase(&clause, at + 1);
        plain.then_some(spot.atoms.start..at + 1)
    }

    /// "the new government of | Norvane", "the government in | Kest"
    fn government_in_front(&self, spot: &Spot) -> Option<Range<usize>> {
        let reading = &self.reading;
        let clause = self.clause(spot);
        let start = spot.atoms.start;
        let of = start - usize::from(reading.before(&clause, start) == "the");
        let noun = of.checked_sub(2).filter(|_| matches!(reading.before(&clause, of), "of" | "in"))?;
        if reading.before(&clause, of - 1) != "government" || reading.is_possessive(spot.atoms.end) {
            return None;
        }
        let before = reading.before(&clause, noun);
        // "a change of government in Norvane"
        if before == "of" {
            return None;
        }
        let earlier = PAST.contains(&before) || noun > clause.atoms.start && reading.is_capitalised(noun - 1);
        let first = noun - usize::from(PRESENT.contains(&before));
        (!earlier && reading.ends_phrase(&clause, spot.atoms.end)).then_some(first..spot.atoms.end)
    }

    /// The actor, by the nationality word of its state.
    fn government_of_state(&mut self, state: usize, atoms: &Range<usize>) -> usize {
        let owner = self.roster.id(state).to_owned();
        let id = slug(&format!("{owner} government"));
        let known = self.reading.gazetteer.find(&owner).and_then(|index| self.reading.gazetteer.actor(index));
        let name = known.and_then(|known| known.adjectives.first()).map(|adjective| format!("{adjective} government"));
        let name = name.unwrap_or_else(|| self.reading.slice(atoms).to_owned());
        self.government(&id, &name, "government of a state", Some(owner))
    }

    /// The person whom a spot names.
    fn person_of(&self, index: usize) -> Option<usize> {
        let actor = self.actor_of.get(index).copied().flatten()?;
        (self.roster.kind(actor) == ActorKind::Person).then_some(actor)
    }

    /// Notes that `atoms` name the government of a person, which `spot` names.
    fn government_of_person(&mut self, person: usize, spot: &Spot, atoms: Range<usize>, name: &str) {
        let state = self.roster.get(person).and_then(|person| person.affiliation.clone());
        let id = slug(name);
        let evidence = "government by its head";
        let actor = self.government(&id, name, evidence, state);
        // Whose government it is says its name: no mention of the person.
        self.mentions.retain(|draft| draft.atoms != spot.atoms || draft.actor != person);
        self.mention(atoms, actor, MentionForm::Name, Sense::Actor);
    }

    /// The government of this id, listed or not, of a state.
    fn government(&mut self, id: &str, name: &str, evidence: &str, state: Option<String>) -> usize {
        let actor = match self.reading.gazetteer.find(id) {
            Some(listed) => self.roster.known(self.reading.gazetteer, listed, self.published, evidence),
            None => self.roster.with_id(ActorKind::Organisation, id, name, evidence),
        };
        if let Some(found) = self.roster.actors.get_mut(actor) {
            found.subkind.get_or_insert_with(|| "government".to_owned());
            found.affiliation = found.affiliation.take().or(state);
        }
        actor
    }
}
