//! Families that rule or do business under their name: "the Okello family".

use rapporteur_core::{ActorKind, MentionForm, Sense, slug};

use super::finder::Finder;
use super::spot::{Spot, What};

/// What such a family is called behind its name.
const FAMILY: &[&str] = &["family", "clan", "dynasty"];

impl Finder<'_> {
    /// "the Okello family": the family, and none of those who bear the name.
    pub fn families(&mut self) {
        let found: Vec<Spot> = self.spots.iter().filter(|spot| self.names_a_family(spot)).cloned().collect();
        for spot in found {
            self.mentions.retain(|draft| draft.atoms != spot.atoms);
            let atoms = spot.atoms.start..spot.atoms.end + 1;
            let name = self.reading.slice(&atoms);
            let actor = self.roster.with_id(ActorKind::Group, &slug(name), name, "family by its name");
            self.mention(atoms, actor, MentionForm::Name, Sense::Actor);
        }
    }

    fn names_a_family(&self, spot: &Spot) -> bool {
        let reading = &self.reading;
        let clause = self.clause(spot);
        let person = |spot: &Spot| {
            spot.entries().iter().all(|entry| {
                let actor = reading.gazetteer.actor(entry.actor);
                actor.is_some_and(|actor| actor.kind == ActorKind::Person)
            })
        };
        let name = match spot.what {
            What::Word => !reading.seen_lower(reading.lower(spot.atoms.start)),
            What::Known(_) => person(spot),
            _ => false,
        };
        spot.atoms.len() == 1
            && name
            && !clause.title_case
            && reading.before(&clause, spot.atoms.start) == "the"
            && FAMILY.contains(&reading.after(&clause, spot.atoms.end))
            && reading.ends_phrase(&clause, spot.atoms.end + 1)
    }
}
