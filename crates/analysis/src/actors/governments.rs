//! Governments that the text names with their head or state: "the Okello administration"; "Norvane’s new government", "the government
//! of Norvane" are what "the Norvanian government" is.

use std::collections::{BTreeMap, BTreeSet};
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

/// How often a text names the state that it is about at least, and how many times as often as any other.
const OFTEN: usize = 4;
const FAR_AHEAD: usize = 2;

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
                self.government_of_person(person, atoms, name);
                continue;
            }
            let name = format!("{} {one}", self.reading.slice(&spot.atoms));
            self.government_of_person(person, atoms, &name);
            if self.reading.before(&clause, spot.atoms.start) == "and"
                && let Some(first) = self.spot_ending(spot.atoms.start - 1)
                && let Some(person) = self.person_of(first)
                && let Some(spot) = self.spots.get(first).cloned()
            {
                let name = format!("{} {one}", self.reading.slice(&spot.atoms));
                // The same word cannot be the person, too.
                self.mentions.retain(|draft| draft.atoms != spot.atoms || draft.actor != person);
                self.government_of_person(person, spot.atoms.clone(), &name);
            }
        }
    }

    /// "the Garrow administration", whose head the text does not tell of. A name that is a place elsewhere is the place.
    pub fn governments_of_the_unlisted(&mut self) {
        let open: Vec<Spot> = self
            .spots
            .iter()
            .enumerate()
            .filter(|(index, spot)| self.is_open_name(*index, spot))
            .map(|(_, spot)| spot.clone())
            .collect();
        let places: BTreeSet<String> = open
            .iter()
            .filter(|spot| {
                self.reading.words.locative.contains(self.reading.before(&self.clause(spot), spot.atoms.start))
            })
            .map(|spot| self.reading.key(&spot.atoms).into_owned())
            .collect();
        for spot in &open {
            if places.contains(self.reading.key(&spot.atoms).as_ref()) {
                continue;
            }
            let clause = self.clause(spot);
            let reading = &self.reading;
            let (start, end) = (spot.atoms.start, spot.atoms.end);
            let headed = matches!(reading.after(&clause, end), "administration" | "government") && !clause.title_case;
            let behind = matches!(reading.before(&clause, start), "the" | "first" | "second" | "previous" | "last");
            if !headed || !behind || reading.gap(end) != Gap::Space || !reading.ends_phrase(&clause, end + 1) {
                continue;
            }
            let atoms = start..end + 1;
            let name = reading.slice(&atoms).to_owned();
            let actor = self.government(&slug(&name), &name, "government by its head", None);
            self.mention(atoms, actor, MentionForm::Name, Sense::Actor);
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
                // "the government in Kest": the city is only where it sits.
                if self.reading.before(&self.clause(&spot), spot.atoms.start) == "in" {
                    self.mentions.retain(|draft| draft.atoms != spot.atoms);
                }
                let actor = self.government_of_state(state, &atoms);
                self.mention(atoms, actor, MentionForm::Nominal, Sense::Actor);
            }
        }
    }

    /// "the government" where the text calls none by its name, but is about one state.
    pub fn government_of_main_state(&mut self) {
        let named =
            |actor: usize| self.roster.get(actor).is_some_and(|actor| actor.subkind.as_deref() == Some("government"));
        if (0..self.roster.actors.len()).any(named) {
            return;
        }
        let Some(state) = self.state_written_of() else { return };
        let reading = &self.reading;
        let mut found = Vec::new();
        for clause in reading.sentences.iter().filter(|clause| !clause.title_case && !clause.byline) {
            for at in clause.atoms.clone() {
                let plain = reading.lower(at) == "the" && reading.after(clause, at + 1) == "government";
                // "the government of the island", "the government side"
                if plain && !matches!(reading.after(clause, at + 2), "of" | "in") && reading.ends_phrase(clause, at + 2)
                {
                    found.push(at..at + 2);
                }
            }
        }
        let Some(first) = found.first().cloned() else { return };
        let actor = self.government_of_state(state, &first);
        for atoms in found {
            self.mention(atoms, actor, MentionForm::Nominal, Sense::Actor);
        }
    }

    /// The state that the text names often, and any other far less.
    fn state_written_of(&self) -> Option<usize> {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for draft in self.mentions.iter().filter(|draft| self.roster.kind(draft.actor) == ActorKind::State) {
            *counts.entry(draft.actor).or_default() += 1;
        }
        let (&main, &most) = counts.iter().max_by_key(|(_, count)| **count)?;
        let next =
            counts.iter().filter(|(state, _)| **state != main).map(|(_, count)| *count).max().unwrap_or_default();
        (most >= OFTEN && most >= next * FAR_AHEAD).then_some(main)
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
        // "the Lind government of Norvane" is another one, "The government of Norvane" at the start of a sentence is not.
        let earlier =
            PAST.contains(&before) || noun > clause.atoms.start && before != "the" && reading.is_capitalised(noun - 1);
        let first = noun - usize::from(PRESENT.contains(&before));
        (!earlier && reading.ends_phrase(&clause, spot.atoms.end)).then_some(first..spot.atoms.end)
    }

    /// The actor, by the nationality word of its state.
    fn government_of_state(&mut self, state: usize, atoms: &Range<usize>) -> usize {
        let owner = self.roster.id(state).to_owned();
        let id = slug(&format!("{owner} government"));
        let known = self.reading.gazetteer.find(&owner).and_then(|index| self.reading.gazetteer.actor(index));
        let name = known.and_then(|known| known.adjectives.first()).map(|adjective| format!("{adjective} government"));
        let owned = || format!("{} government", self.roster.get(state).map_or("", |state| state.name.as_str()));
        let plain = self.reading.lower(atoms.start) == "the";
        let name = name.unwrap_or_else(|| if plain { owned() } else { self.reading.slice(atoms).to_owned() });
        self.government(&id, &name, "government of a state", Some(owner))
    }

    /// The person whom a spot names.
    pub(super) fn person_of(&self, index: usize) -> Option<usize> {
        let actor = self.actor_of.get(index).copied().flatten()?;
        (self.roster.kind(actor) == ActorKind::Person).then_some(actor)
    }

    /// Notes that `atoms` name the government of a person.
    fn government_of_person(&mut self, person: usize, atoms: Range<usize>, name: &str) {
        let state = self.roster.get(person).and_then(|person| person.affiliation.clone());
        let id = slug(name);
        let evidence = "government by its head";
        let actor = self.government(&id, name, evidence, state);
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
