//! Titles whose owner only a pronoun names: "Norvane has waited, and its energy minister said why".

use std::ops::Range;

use rapporteur_core::ActorKind;

use super::finder::Finder;
use super::reading::Clause;
use super::spot::{Spot, What};
use crate::gazetteer::{Gap, SurfaceKind};

/// Those whom states have, and no body.
const OF_STATES: &[&str] =
    &["minister", "ambassador", "envoy", "premier", "chancellor", "king", "queen", "consul", "sultan"];

impl Finder<'_> {
    /// The state or body that "its" or "whose" in front of a title means: the one right before "whose"; the only one that
    /// may have such a title in the sentence so far, or the one it begins with; where it names none, that of the sentence before.
    pub(super) fn owner_by_pronoun(&self, clause: &Clause, title: &Spot) -> Option<usize> {
        let reading = &self.reading;
        let mut at = title.atoms.start;
        while reading.words.role_modifier.contains(reading.before(clause, at)) || reading.before(clause, at) == "own" {
            at -= 1;
        }
        let pronoun = at.checked_sub(1).filter(|&pronoun| pronoun >= clause.atoms.start)?;
        if reading.gap(at) != Gap::Space || clause.title_case {
            return None;
        }
        // Who speaks for a body is told as the body.
        let last = reading.lower(title.atoms.end - 1);
        if matches!(last, "spokesman" | "spokeswoman" | "spokesperson") {
            return None;
        }
        let of_state = OF_STATES.contains(&last);
        match reading.lower(pronoun) {
            "whose" => self.owner_at(self.spot_ending(pronoun)?, of_state),
            "its" => self.owner_in(clause, pronoun, of_state).or_else(|| {
                // A sentence that names nobody so far goes on with who began the last one.
                let before = self.reading.sentences.get(title.clause.checked_sub(1)?)?;
                let named = |spot: &Spot| spot.atoms.start >= clause.atoms.start && spot.atoms.end <= pronoun;
                let silent = !self.spots_of(clause).any(|index| self.spots.get(index).is_some_and(named));
                let first =
                    self.spots_of(before).find(|&index| self.actor_of.get(index).copied().flatten().is_some())?;
                self.owner_at(first, of_state).filter(|_| silent)
            }),
            _ => None,
        }
    }

    /// Of the states and bodies that a sentence names before `end` the only one, or the one it begins with.
    fn owner_in(&self, clause: &Clause, end: usize, of_state: bool) -> Option<usize> {
        let mut found: Vec<(usize, usize)> = Vec::new();
        for index in self.spots_of(clause) {
            let Some(spot) = self.spots.get(index).filter(|spot| spot.atoms.end <= end) else { continue };
            if let Some(actor) = self.owner_at(index, of_state)
                && !found.iter().any(|&(_, known)| known == actor)
            {
                found.push((spot.atoms.start, actor));
            }
        }
        let begins = |start: usize| start <= clause.atoms.start + 1;
        match found.as_slice() {
            [(_, only)] => Some(*only),
            [(start, first), ..] if begins(*start) => Some(*first),
            _ => None,
        }
    }

    fn owner_at(&self, index: usize, of_state: bool) -> Option<usize> {
        let spot = self.spots.get(index).filter(|spot| !matches!(spot.what, What::Role { .. }))?;
        let actor = self.actor_of.get(index).copied().flatten()?;
        let adjective =
            !spot.entries().is_empty() && spot.entries().iter().all(|entry| entry.kind == SurfaceKind::Adjective);
        let fits = match self.roster.kind(actor) {
            ActorKind::State => true,
            ActorKind::Organisation | ActorKind::Alliance => !of_state,
            _ => false,
        };
        (fits && !adjective).then_some(actor)
    }

    /// The spots within a sentence.
    fn spots_of(&self, clause: &Clause) -> Range<usize> {
        let from = self.spots.partition_point(|spot| spot.atoms.start < clause.atoms.start);
        let to = self.spots.partition_point(|spot| spot.atoms.start < clause.atoms.end);
        from..to
    }
}
