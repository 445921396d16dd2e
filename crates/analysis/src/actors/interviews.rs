//! Whom an interview is with and whose briefing it is: what stands before the first turn tells.

use std::collections::BTreeSet;

use rapporteur_core::{ActorKind, Document, MentionForm, Sense, slug};

use super::finder::Finder;
use super::spot::{Spot, What};
use super::turns::{ANSWERERS, ASKERS, MOST_SPEAKERS};
use crate::gazetteer::{Gap, atoms, fold};

/// What an occasion is called at which a body answers through its speakers.
const OCCASIONS: &[&str] = &["briefing", "conference", "transcript", "readout", "availability", "stakeout"];

impl Finder<'_> {
    /// Makes persons of names that only a label explains: of "Ansgard Tule" where "Tule" speaks, and, where the labels are
    /// letters, of the one unexplained name in front of the first turn.
    pub fn names_that_labels_explain(&mut self, document: &Document) {
        let Some(first_turn) = first_turn(document) else { return };
        let (mut surnames, mut answers) = (BTreeSet::new(), false);
        let labels: BTreeSet<&str> = document.blocks.iter().filter_map(|block| block.speaker.as_deref()).collect();
        for label in labels.into_iter().take(MOST_SPEAKERS) {
            let plain = plain(label);
            answers |= ANSWERERS.contains(&fold(plain).to_lowercase().as_str());
            if let Some(last) = atoms(plain, 0).last().filter(|last| last.is_capitalised() && last.text.len() > 2) {
                let last = last.folded.to_lowercase();
                if !ASKERS.contains(&last.as_str()) {
                    surnames.insert(last);
                }
            }
        }
        let introduced: Vec<usize> = (0..self.spots.len())
            .take_while(|&index| {
                self.spots
                    .get(index)
                    .and_then(|spot| self.reading.atom(spot.atoms.start))
                    .is_some_and(|atom| atom.at.start < first_turn)
            })
            .filter(|&index| self.spots.get(index).is_some_and(|spot| self.could_be_interviewed(spot)))
            .collect();
        for index in 0..self.spots.len() {
            let Some(spot) = self.spots.get(index).filter(|spot| self.could_be_interviewed(spot)) else { continue };
            if matches!(spot.what, What::Names) && surnames.contains(self.reading.lower(spot.atoms.end - 1)) {
                self.make_person(index);
            }
        }
        let named = |index: &&usize| self.spots.get(**index).is_some_and(|spot| matches!(spot.what, What::Person));
        if answers
            && !introduced.iter().any(|index| named(&index))
            && let Some(&first) = introduced.iter().find(|&&index| {
                self.spots.get(index).is_some_and(|spot| {
                    let clause = self.clause(spot);
                    self.reading.is_verb(&clause, spot.atoms.end) || self.reading.gap(spot.atoms.end) == Gap::Comma
                })
            })
        {
            self.make_person(first);
        }
    }

    fn make_person(&mut self, index: usize) {
        if let Some(spot) = self.spots.get_mut(index) {
            spot.what = What::Person;
        }
    }

    /// Two or three capitalised words of running text, none of which stands in lower case elsewhere.
    fn could_be_interviewed(&self, spot: &Spot) -> bool {
        let clause = self.clause(spot);
        matches!(spot.what, What::Names | What::Person)
            && !clause.byline
            && !clause.title_case
            && (2..=3).contains(&spot.atoms.len())
            && self.reading.before(&clause, spot.atoms.start) != "the"
            && spot.atoms.clone().all(|atom| {
                let word = self.reading.lower(atom);
                !self.reading.seen_lower(word) && !self.reading.words.organisation_heads.contains_key(word)
            })
    }

    /// Whom a label names, or whom the text calls so.
    fn speaker_of(&self, label: &str) -> Option<usize> {
        let called = fold(plain(label)).to_lowercase();
        self.speakers.get(label).copied().or_else(|| {
            self.mentions
                .iter()
                .find(|draft| self.reading.key(&draft.atoms).to_lowercase() == called)
                .map(|draft| draft.actor)
        })
    }

    /// The ministry or department that the headline names, where it has no mention yet: in headlines capitals say nothing, and
    /// "Health ministry of Selby" has none.
    fn organ_in_headline(&mut self) -> Option<usize> {
        let last = self.reading.sentences.first().map(|clause| clause.atoms.end)?;
        let organ = (0..last).find(|&at| {
            matches!(self.reading.lower(at), "ministry" | "department" | "chancellery")
                && !self.mentions.iter().any(|draft| draft.atoms.contains(&at))
        })?;
        let mut start = organ;
        while start > 0
            && start + 3 > organ
            && self.reading.gap(start) == Gap::Space
            && self.reading.words.role_before.contains(self.reading.lower(start - 1))
        {
            start -= 1;
        }
        if start == organ {
            return None;
        }
        let before = self.reading.gap(start) == Gap::Space;
        let owner = self.mentions.iter().find(|draft| before && draft.atoms.end == start).cloned();
        let owner = owner.filter(|draft| self.roster.kind(draft.actor) == ActorKind::State);
        let atoms = owner.as_ref().map_or(start, |owner| owner.atoms.start)..organ + 1;
        let rest = self.reading.slice(&(start..organ + 1));
        let state = owner.map(|owner| self.roster.id(owner.actor).to_owned());
        let id = slug(&state.as_ref().map_or_else(|| rest.to_owned(), |state| format!("{state} {rest}")));
        let name = self.reading.slice(&atoms);
        // "Foreign Ministry": the one of the text, where it names one.
        let ending = format!("-{}", slug(rest));
        let mut called = (0..self.roster.actors.len()).filter(|&actor| self.roster.id(actor).ends_with(&ending));
        let only = called.next().filter(|_| called.next().is_none());
        let known = self.roster.actors.iter().position(|actor| actor.id == id).or(only.filter(|_| state.is_none()));
        let actor =
            known.unwrap_or_else(|| self.roster.with_id(ActorKind::Organisation, &id, name, "organ in the headline"));
        if let Some(found) = self.roster.actors.get_mut(actor) {
            found.subkind.get_or_insert_with(|| "ministry".to_owned());
            if found.affiliation.is_none() {
                found.affiliation = state;
            }
        }
        self.mention(atoms, actor, MentionForm::Name, Sense::Actor);
        Some(actor)
    }

    /// Says whom the speakers of a briefing speak for: the body named first in front of its first turn. They are whoever opens
    /// it, and those whom the same lines name.
    pub fn hosts_of_briefings(&mut self, document: &Document) {
        let Some(first_turn) = first_turn(document) else { return };
        let turns = self.reading.atoms.partition_point(|atom| atom.at.start < first_turn);
        let before = |atom: usize| atom < turns;
        let occasion = (0..self.reading.atoms.len())
            .take_while(|&atom| before(atom))
            .any(|atom| OCCASIONS.contains(&self.reading.lower(atom)));
        if !occasion {
            return;
        }
        let bodies = self.mentions.iter().filter(|draft| {
            before(draft.atoms.start)
                && draft.sense == Sense::Actor
                && matches!(self.roster.kind(draft.actor), ActorKind::Organisation | ActorKind::Alliance)
        });
        let named = bodies.min_by_key(|draft| draft.atoms.start).map(|draft| draft.actor);
        let opens = document.blocks.iter().find_map(|block| block.speaker.as_deref());
        let introduced: BTreeSet<usize> =
            self.mentions.iter().filter(|draft| before(draft.atoms.start)).map(|draft| draft.actor).collect();
        let unaffiliated = |actor: &usize| {
            self.roster.get(*actor).is_some_and(|found| found.kind == ActorKind::Person && found.affiliation.is_none())
        };
        let speakers: BTreeSet<usize> = self
            .labels
            .iter()
            .filter_map(|label| Some((label, self.speaker_of(label)?)))
            .filter(|(label, actor)| opens == Some(label.as_str()) || introduced.contains(actor))
            .map(|(_, actor)| actor)
            .filter(unaffiliated)
            .collect();
        if speakers.is_empty() {
            return;
        }
        let Some(host) = self.organ_in_headline().or(named) else { return };
        let host = self.roster.id(host).to_owned();
        for speaker in speakers {
            if let Some(found) = self.roster.actors.get_mut(speaker) {
                found.affiliation = Some(host.clone());
            }
        }
    }
}

/// Byte where the first turn begins.
fn first_turn(document: &Document) -> Option<usize> {
    document.blocks.iter().find(|block| block.speaker.is_some()).map(|block| block.at.bytes.start)
}

/// A label without what stands in brackets or behind a comma.
fn plain(label: &str) -> &str {
    label.split(['(', ',']).next().unwrap_or(label).trim()
}
