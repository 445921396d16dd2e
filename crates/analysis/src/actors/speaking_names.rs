//! Single names no list has and nothing explains, which speak or have people: "Ossatom announced", "Ossatom's chairman".

use std::collections::BTreeMap;

use rapporteur_core::{ActorKind, MentionForm, Sense};

use super::finder::Finder;
use super::reading::Clause;
use super::spot::{Spot, What};
use super::words::Lists;

/// What the places of one name say of it.
#[derive(Default)]
struct Told {
    places: usize,
    speaks: bool,
    is_place: bool,
}

impl Finder<'_> {
    /// A name that stands in the text twice at least, speaks or has people somewhere, and is nowhere a place: a body. A person
    /// would have a first name.
    pub fn speaking_names(&mut self) {
        let mut told: BTreeMap<String, Told> = BTreeMap::new();
        for (index, spot) in self.spots.iter().enumerate() {
            if !self.is_open_name(index, spot) {
                continue;
            }
            let clause = self.clause(spot);
            let found = told.entry(self.reading.key(&spot.atoms).into_owned()).or_default();
            if clause.title_case || clause.byline {
                continue;
            }
            found.places += 1;
            found.speaks |= self.speaks_as_a_body(spot, &clause);
            found.is_place |= self.is_somewhere(spot, &clause);
        }
        told.retain(|word, told| {
            told.places > 1 && told.speaks && !told.is_place && !self.surname_words.contains(word)
        });
        if told.is_empty() {
            return;
        }
        for index in 0..self.spots.len() {
            let Some(spot) = self.spots.get(index).filter(|spot| self.is_open_name(index, spot)).cloned() else {
                continue;
            };
            if !told.contains_key(self.reading.key(&spot.atoms).as_ref()) {
                continue;
            }
            let name = self.reading.slice(&spot.atoms);
            let actor = self.roster.named(ActorKind::Organisation, name, "single name that speaks");
            if let Some(slot) = self.actor_of.get_mut(index) {
                *slot = Some(actor);
            }
            self.mention(spot.atoms, actor, MentionForm::Name, Sense::Actor);
        }
    }

    pub(super) fn is_open_name(&self, index: usize, spot: &Spot) -> bool {
        let word = self.reading.lower(spot.atoms.start);
        self.is_open_word(index, spot)
            && !spot.nested
            && !self.reading.seen_lower(word)
            && !self.reading.is_first_name(spot.atoms.start)
            && !self.reading.words.non_actor_heads.contains(word)
    }

    fn speaks_as_a_body(&self, spot: &Spot, clause: &Clause) -> bool {
        let reading = &self.reading;
        let end = spot.atoms.end;
        if reading.is_possessive(end) {
            let owned = end + 1;
            let person = self.spot_starting(owned).and_then(|next| self.spots.get(next));
            return reading.words.owned_by_bodies.contains(reading.after(clause, owned))
                || reading.on(owned, Lists::SPEAKERS) && !reading.is_capitalised(owned)
                || person.is_some_and(|person| matches!(person.what, What::Person));
        }
        let has = usize::from(matches!(reading.after(clause, end), "has" | "had" | "also"));
        reading.words.speech_verbs.contains(reading.after(clause, end + has))
    }

    /// "in Ossatom", "the Ossatom", "from Ossatom to Selby"
    fn is_somewhere(&self, spot: &Spot, clause: &Clause) -> bool {
        let before = self.reading.before(clause, spot.atoms.start);
        self.reading.words.locative.contains(before) && before != "within" || matches!(before, "from" | "the" | "near")
    }
}
