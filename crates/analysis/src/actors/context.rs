//! What the words around a name of a state or city say: whether it acts, or is only a place.

use rapporteur_core::{ActorKind, Sense};

use super::finder::Finder;
use super::reading::Clause;
use super::spot::{Spot, What};
use crate::gazetteer::{Entry, Gap};

impl Finder<'_> {
    /// Actor or place, for the name of a state or region; everything else acts.
    pub fn sense(&self, index: usize, spot: &Spot, clause: &Clause, entry: &Entry) -> Sense {
        let reading = &self.reading;
        let kind = reading.gazetteer.actor(entry.actor).map(|actor| actor.kind);
        if !matches!(kind, Some(ActorKind::State | ActorKind::Group)) || reading.is_possessive(spot.atoms.end) {
            return Sense::Actor;
        }
        // "in Norvane-Kestria talks"
        let joined = spot.atoms.end < clause.atoms.end && reading.gap(spot.atoms.end) == Gap::Hyphen;
        let other = joined.then(|| self.spot_starting(spot.atoms.end)).flatten().and_then(|it| self.spots.get(it));
        if other.is_some_and(|other| !other.entries().is_empty()) {
            return Sense::Actor;
        }
        let mut at = spot.atoms.start;
        if reading.before(clause, at) == "the" {
            at -= 1;
        }
        let before = reading.before(clause, at);
        if reading.words.locative.contains(before) {
            return Sense::Place;
        }
        if before == "to" && self.movement_before(clause, at - 1) {
            return Sense::Place;
        }
        if (before == "as" && reading.before(clause, at - 1) == "such") || before == "including" {
            let from = at.saturating_sub(7).max(clause.atoms.start);
            if (from..at).any(|atom| reading.words.locative.contains(reading.lower(atom))) {
                return Sense::Place;
            }
        }
        // "in Selby, Norvane": a town before.
        if reading.gap(at) == Gap::Comma
            && at > clause.atoms.start + 1
            && reading.is_capitalised(at - 1)
            && self.spot_ending(at).and_then(|town| self.spots.get(town)).is_none_or(|town| town.entries().is_empty())
        {
            let mut town = at - 1;
            while town > clause.atoms.start && reading.gap(town) == Gap::Space && reading.is_capitalised(town - 1) {
                town -= 1;
            }
            let before = reading.before(clause, town);
            if reading.words.locative.contains(before) || before == "from" {
                return Sense::Place;
            }
        }
        // "in Japan and Ukraine", "Norvane, Kestria and Averland": the sense of the one before.
        // "As a friend of those in Japan, Norvane waits": behind the comma the clause begins.
        let opens = reading.gap(at) == Gap::Comma && reading.is_verb(clause, spot.atoms.end);
        let joint = matches!(before, "and" | "or") || reading.gap(at) == Gap::Comma && !opens;
        if joint {
            let mut end = if reading.gap(at) == Gap::Comma { at } else { at - 1 };
            if reading.gap(end) == Gap::Comma && matches!(reading.lower(end), "and" | "or") {
                end = end.min(at);
            }
            if let Some(previous) = self.spot_ending(end).filter(|&previous| previous < index)
                && let Some(draft) = self
                    .mentions
                    .iter()
                    .rev()
                    .take(4)
                    .find(|draft| draft.atoms.end == end && draft.sense == Sense::Place)
                && self.spots.get(previous).is_some_and(|spot| spot.atoms == draft.atoms)
            {
                return Sense::Place;
            }
        }
        Sense::Actor
    }

    /// Whether a word of movement stands shortly before "to".
    pub fn movement_before(&self, clause: &Clause, to: usize) -> bool {
        let from = to.saturating_sub(3).max(clause.atoms.start);
        (from..to).any(|atom| self.reading.words.movement.contains(self.reading.lower(atom)))
    }

    /// Whether a verb follows that an actor is the subject of; an adverb or an "and X" may stand between.
    pub fn verb_follows(&self, clause: &Clause, end: usize) -> bool {
        let reading = &self.reading;
        let verb = |at: usize| reading.is_verb(clause, at);
        if verb(end) {
            return true;
        }
        let next = reading.after(clause, end);
        if next.ends_with("ly")
            || matches!(
                next,
                "also" | "already" | "now" | "then" | "never" | "still" | "both" | "alike" | "itself" | "alone" | "too"
            )
        {
            return verb(end + 1);
        }
        if next == "and"
            && let Some(other) = self
                .spot_starting(end + 1 + usize::from(reading.after(clause, end + 1) == "the"))
                .and_then(|other| self.spots.get(other))
            && !matches!(other.what, What::Role { .. })
        {
            return verb(other.atoms.end)
                || reading.after(clause, other.atoms.end).ends_with("ly") && verb(other.atoms.end + 1);
        }
        false
    }
}
