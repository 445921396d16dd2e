//! Names nothing explains beside an actor with whom they speak: "Vodavane and the Tidal Bank said".

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_core::{ActorKind, MentionForm, Sense};

use super::finder::Finder;
use super::reading::Clause;
use super::spot::{Spot, What};
use crate::gazetteer::Gap;

/// Titles of several that stand before the first of them.
const TITLES: &[&str] = &[
    "senators",
    "representatives",
    "presidents",
    "ministers",
    "professors",
    "generals",
    "governors",
    "judges",
    "justices",
    "ambassadors",
    "drs",
    "messrs",
    "sens",
    "reps",
    "congressmen",
    "lawmakers",
];

/// How many names may stand in a list.
const MOST: usize = 8;

impl Finder<'_> {
    /// Gives a name that nothing explains the kind of those with whom it makes up the subject of a verb of saying. The other
    /// places of the name follow.
    pub fn joined_to_speakers(&mut self) {
        let mut told: BTreeMap<String, ActorKind> = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for index in 0..self.spots.len() {
            let open = self.spots.get(index).is_some_and(|spot| self.is_joinable(index, spot));
            if !open || seen.contains(&index) {
                continue;
            }
            let list = self.list_of(index);
            seen.extend(list.iter().copied());
            let Some(kind) = self.kind_of_list(&list) else { continue };
            for (member, spot) in list.iter().filter_map(|&member| Some((member, self.spots.get(member)?))) {
                let word = matches!(spot.what, What::Word);
                if self.is_joinable(member, spot)
                    && (kind != ActorKind::Person || word || matches!(spot.what, What::Names))
                {
                    told.insert(self.reading.key(&spot.atoms).into_owned(), kind);
                }
            }
        }
        if told.is_empty() {
            return;
        }
        for index in 0..self.spots.len() {
            let Some(spot) = self.spots.get(index).filter(|spot| self.is_joinable(index, spot)).cloned() else {
                continue;
            };
            let Some(&kind) = told.get(self.reading.key(&spot.atoms).as_ref()) else { continue };
            let actor = self.roster.named(kind, self.reading.slice(&spot.atoms), "speaks together with an actor");
            if let Some(slot) = self.actor_of.get_mut(index) {
                *slot = Some(actor);
            }
            let form = if matches!(spot.what, What::Acronym) { MentionForm::Abbreviation } else { MentionForm::Name };
            self.mention(spot.atoms, actor, form, Sense::Actor);
        }
    }

    fn is_joinable(&self, index: usize, spot: &Spot) -> bool {
        let open = matches!(spot.what, What::Word | What::Names | What::Acronym);
        let last = self.reading.lower(spot.atoms.end - 1);
        // "Senators Vane and Lask"
        let titled = matches!(spot.what, What::Names) && TITLES.contains(&self.reading.lower(spot.atoms.start));
        open && !titled
            && !spot.nested
            && self.actor_of.get(index).copied().flatten().is_none()
            && !self.reading.words.non_actor_heads.contains(last)
            && !self.clause(spot).title_case
    }

    /// The spots that commas and "and" join with one, in text order.
    fn list_of(&self, index: usize) -> Vec<usize> {
        let mut list = vec![index];
        while list.len() < MOST
            && let Some(before) = list.first().and_then(|&first| self.joined_before(first))
        {
            list.insert(0, before);
        }
        while list.len() < MOST
            && let Some(behind) = list.last().and_then(|&last| self.joined_behind(last))
        {
            list.push(behind);
        }
        list
    }

    fn joined_before(&self, index: usize) -> Option<usize> {
        let spot = self.spots.get(index)?;
        let clause = self.clause(spot);
        let mut start = spot.atoms.start;
        start -= usize::from(self.reading.before(&clause, start) == "the");
        let and = self.reading.before(&clause, start) == "and";
        let end = start - usize::from(and);
        let comma = self.reading.gap(end) == Gap::Comma;
        (and || comma).then(|| self.spot_ending(end)).flatten().filter(|_| end > clause.atoms.start)
    }

    fn joined_behind(&self, index: usize) -> Option<usize> {
        let spot = self.spots.get(index)?;
        let clause = self.clause(spot);
        let mut at = spot.atoms.end;
        if at >= clause.atoms.end || !matches!(self.reading.gap(at), Gap::Space | Gap::Comma) {
            return None;
        }
        let comma = self.reading.gap(at) == Gap::Comma;
        let and = self.reading.lower(at) == "and";
        at += usize::from(and);
        at += usize::from(self.reading.after(&clause, at) == "the" || comma && !and && self.reading.lower(at) == "the");
        let next = (comma || and).then(|| self.spot_starting(at)).flatten()?;
        self.spots.get(next).filter(|next| next.atoms.end <= clause.atoms.end).map(|_| next)
    }

    /// What those of a list are, where all that are known are of one kind and the list speaks.
    fn kind_of_list(&self, list: &[usize]) -> Option<ActorKind> {
        let spots: Vec<&Spot> = list.iter().filter_map(|&index| self.spots.get(index)).collect();
        let (&first, &last) = (spots.first()?, spots.last()?);
        let clause = self.clause(last);
        if list.len() < 2 || !self.speaks(&clause, last.atoms.end) || !self.begins(&clause, first.atoms.start) {
            return None;
        }
        let mut kind = None;
        for &index in list {
            let Some(actor) = self.actor_of.get(index).copied().flatten() else { continue };
            if self.sense_of.get(index) == Some(&Sense::Place) {
                return None;
            }
            let own = match self.roster.kind(actor) {
                ActorKind::Person => ActorKind::Person,
                ActorKind::Organisation | ActorKind::Alliance => ActorKind::Organisation,
                // What stands beside a state may be another, which no list has.
                _ => return None,
            };
            if kind.is_some_and(|kind| kind != own) {
                return None;
            }
            kind = Some(own);
        }
        kind
    }

    /// Whether a verb of saying follows, with "has" before it or not.
    fn speaks(&self, clause: &Clause, end: usize) -> bool {
        let reading = &self.reading;
        let auxiliary = matches!(reading.after(clause, end), "has" | "have" | "had" | "both" | "also" | "all");
        reading.words.speech_verbs.contains(reading.after(clause, end + usize::from(auxiliary)))
    }

    /// Whether no preposition stands in front of a list.
    fn begins(&self, clause: &Clause, start: usize) -> bool {
        let the = usize::from(self.reading.before(clause, start) == "the");
        let before = self.reading.before(clause, start - the);
        matches!(before, "" | "both" | "that" | "and" | "but" | "while" | "as" | "neither" | "like" | "including")
    }
}
