//! Bodies no list has and no head word explains, by what stands beside their names: what they are called, what they publish,
//! who works for them.

use std::collections::BTreeMap;

use rapporteur_core::{ActorKind, MentionForm, Sense};

use super::body_evidence::BY_LAST_WORD;
use super::finder::Finder;
use super::spot::{Spot, What};

impl Finder<'_> {
    /// Decides unexplained names that only a body can have here, and all other places of theirs.
    pub fn bodies_by_context(&mut self) {
        let mut found: BTreeMap<String, (&'static str, &'static str)> = BTreeMap::new();
        for index in 0..self.spots.len() {
            let Some(spot) = self.spots.get(index).filter(|spot| self.is_open(index, spot)) else { continue };
            let clause = self.clause(spot);
            // "Vance, the company says": a person's surname.
            let surname = spot.atoms.len() == 1 && self.surname_words.contains(self.reading.key(&spot.atoms).as_ref());
            // "President Ilse Brandt, the broadcaster and the port": a list, and she is no broadcaster.
            let titled = self.title_before(spot.atoms.start).is_some();
            if clause.title_case || clause.byline || surname || titled {
                continue;
            }
            if let Some(body) = self.body_evidence(spot, &clause) {
                found.entry(self.reading.key(&spot.atoms).into_owned()).or_insert(body);
            }
        }
        // "the company Ossaworks", and "Ossaworks" later.
        let mut named: BTreeMap<String, usize> = BTreeMap::new();
        for (spot, actor) in self.spots.iter().zip(&self.actor_of) {
            let Some(actor) = actor.filter(|_| matches!(spot.what, What::Names | What::Word | What::Acronym)) else {
                continue;
            };
            if self.roster.kind(actor) == ActorKind::Organisation {
                named.entry(self.reading.key(&spot.atoms).into_owned()).or_insert(actor);
            }
        }
        for index in 0..self.spots.len() {
            let Some(spot) = self.spots.get(index).filter(|spot| self.is_open(index, spot)).cloned() else { continue };
            if let Some(&actor) = named.get(self.reading.key(&spot.atoms).as_ref()) {
                if let Some(slot) = self.actor_of.get_mut(index) {
                    *slot = Some(actor);
                }
                self.mention(spot.atoms, actor, MentionForm::Name, Sense::Actor);
                continue;
            }
            let Some((subkind, evidence)) = found.get(self.reading.key(&spot.atoms).as_ref()) else { continue };
            let actor = self.roster.named(ActorKind::Organisation, self.reading.slice(&spot.atoms), evidence);
            if let Some(body) = self.roster.actors.get_mut(actor)
                && !subkind.is_empty()
            {
                body.subkind.get_or_insert_with(|| (*subkind).to_owned());
            }
            if let Some(slot) = self.actor_of.get_mut(index) {
                *slot = Some(actor);
            }
            let form = if matches!(spot.what, What::Acronym) { MentionForm::Abbreviation } else { MentionForm::Name };
            self.mention(spot.atoms, actor, form, Sense::Actor);
        }
        self.first_words_of_companies();
    }

    /// "Ostrand" for "Ostrand Dynamics": the first word of a company's name, where no other name begins or ends with it.
    fn first_words_of_companies(&mut self) {
        let mut short: BTreeMap<String, Option<usize>> = BTreeMap::new();
        for (spot, actor) in self.spots.iter().zip(&self.actor_of) {
            let Some(actor) = *actor else { continue };
            let company = self.roster.get(actor).is_some_and(|found| {
                found.kind == ActorKind::Organisation
                    && (found.subkind.as_deref() == Some("company") || found.evidence == BY_LAST_WORD)
            });
            if spot.atoms.len() > 1 && company && !self.roster.listed.contains_key(&actor) {
                let first = self.reading.key(&(spot.atoms.start..spot.atoms.start + 1)).into_owned();
                short
                    .entry(first)
                    .and_modify(|known| *known = known.filter(|&known| known == actor))
                    .or_insert(Some(actor));
            }
        }
        for index in 0..self.spots.len() {
            let Some(spot) = self.spots.get(index).filter(|spot| self.is_open(index, spot)).cloned() else { continue };
            let key = self.reading.key(&spot.atoms).into_owned();
            let Some(actor) = short.get(&key).copied().flatten().filter(|_| !self.surname_words.contains(&key)) else {
                continue;
            };
            if let Some(slot) = self.actor_of.get_mut(index) {
                *slot = Some(actor);
            }
            self.mention(spot.atoms, actor, MentionForm::Name, Sense::Actor);
        }
    }

    fn is_open(&self, index: usize, spot: &Spot) -> bool {
        matches!(spot.what, What::Names | What::Word | What::Acronym)
            && self.actor_of.get(index).copied().flatten().is_none()
    }
}
