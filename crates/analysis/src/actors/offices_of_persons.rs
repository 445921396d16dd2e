//! Offices that speak for the person they belong to: "President Okello’s office replied".

use rapporteur_core::{ActorKind, MentionForm, Sense, slug};

use super::finder::Finder;

impl Finder<'_> {
    /// "President Okello’s office replied": the office, where it speaks. "In Okello’s office" is a room.
    pub fn offices_of_persons(&mut self) {
        for index in 0..self.spots.len() {
            let Some(person) = self.person_of(index) else { continue };
            let Some(spot) = self.spots.get(index) else { continue };
            let (atoms, clause) = (spot.atoms.clone(), self.clause(spot));
            let office = self.reading.past_possessive(atoms.end);
            if office == atoms.end || clause.title_case || self.reading.after(&clause, office) != "office" {
                continue;
            }
            let behind = self.reading.after(&clause, office + 1);
            let speaks = matches!(behind, "has" | "had" | "also") || self.reading.words.speech_verbs.contains(behind);
            let title = self.title_before(atoms.start).and_then(|title| self.spots.get(title));
            let start = title.map_or(atoms.start, |title| title.atoms.start);
            let told =
                self.reading.before(&clause, start) == "to" && self.reading.before(&clause, start - 1) == "according";
            let Some(owner) = self.roster.get(person).filter(|_| speaks || told) else { continue };
            let (name, state) = (format!("{}’s office", owner.name), owner.affiliation.clone());
            let actor = self.roster.with_id(ActorKind::Organisation, &slug(&name), &name, "office of a person");
            if let Some(found) = self.roster.actors.get_mut(actor) {
                found.affiliation = found.affiliation.take().or(state);
            }
            self.mention(atoms.start..office + 1, actor, MentionForm::Name, Sense::Actor);
        }
    }
}
