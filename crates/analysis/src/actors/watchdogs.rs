//! Offices of which a state has one, and which report in their own name: "the Auditor-General", "the Inspector General".

use std::collections::BTreeSet;

use rapporteur_core::{ActorKind, MentionForm, Sense, slug};

use super::finder::Finder;
use super::spot::{Spot, What};

/// What they are called in front of "General".
const WATCHDOGS: &[&str] = &["auditor", "inspector", "comptroller", "accountant", "statistician", "surveyor"];

impl Finder<'_> {
    /// "the Auditor-General": an office where no word tells whose it is, and the text names nobody who holds it.
    pub fn watchdogs(&mut self) {
        let found: Vec<Spot> = self.spots.iter().filter(|spot| self.is_watchdog(spot)).cloned().collect();
        if found.is_empty() {
            return;
        }
        let roles = self.roster.actors.iter().flat_map(|actor| &actor.roles);
        let held: BTreeSet<String> = roles.map(|role| slug(&role.title)).collect();
        let named: BTreeSet<usize> = self.mentions.iter().flat_map(|draft| draft.atoms.clone()).collect();
        for spot in found {
            let title = self.reading.slice(&spot.atoms).to_owned();
            let id = slug(&title);
            if held.contains(&id) || named.contains(&spot.atoms.start) {
                continue;
            }
            let actor = self.roster.with_id(ActorKind::Office, &id, &title, "office that reports in its own name");
            self.mention(spot.atoms, actor, MentionForm::Name, Sense::Actor);
        }
    }

    fn is_watchdog(&self, spot: &Spot) -> bool {
        let What::Role { .. } = spot.what else { return false };
        let clause = self.clause(spot);
        let (first, end) = (spot.atoms.start, spot.atoms.end);
        let called = match spot.atoms.len() {
            1 => self.reading.lower(first) == "ombudsman",
            2 => WATCHDOGS.contains(&self.reading.lower(first)) && self.reading.lower(end - 1) == "general",
            _ => false,
        };
        !clause.title_case
            && called
            && self.reading.is_capitalised(first)
            && self.reading.is_capitalised(end - 1)
            && self.reading.before(&clause, first) == "the"
            && (self.reading.is_possessive(end) || self.reading.ends_phrase(&clause, end))
    }
}
