//! Whom an interview is with: what stands before the first turn tells.

use std::collections::BTreeSet;

use rapporteur_core::{Document, only_asks};

use super::finder::Finder;
use super::spot::{Spot, What};
use super::turns::{ANSWERERS, MOST_SPEAKERS};
use crate::gazetteer::{Gap, atoms, fold};

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
                if !only_asks(&last) {
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
    pub(super) fn speaker_of(&self, label: &str) -> Option<usize> {
        let called = fold(plain(label)).to_lowercase();
        self.speakers.get(label).copied().or_else(|| {
            self.mentions
                .iter()
                .find(|draft| self.reading.key(&draft.atoms).to_lowercase() == called)
                .map(|draft| draft.actor)
        })
    }
}

/// Byte where the first turn begins.
pub(super) fn first_turn(document: &Document) -> Option<usize> {
    document.blocks.iter().find(|block| block.speaker.is_some()).map(|block| block.at.bytes.start)
}

/// A label without what stands in brackets or behind a comma.
pub(super) fn plain(label: &str) -> &str {
    label.split(['(', ',']).next().unwrap_or(label).trim()
}
