//! Governments that the text names with their state behind or in front of them: "Norvane’s new government", "the government of
//! Norvane" are what "the Norvanian government" is.

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
        let actor = self.roster.with_id(ActorKind::Organisation, &id, &name, "government of a state");
        if let Some(found) = self.roster.actors.get_mut(actor) {
            found.subkind.get_or_insert_with(|| "government".to_owned());
            found.affiliation.get_or_insert(owner);
        }
        actor
    }
}
