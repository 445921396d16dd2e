//! Names that bodies of many states have: "Ministry of Defence", "Supreme Court", "Security Council".
//!
//! A list knows such a name as one state's, and a text means another's as often. So the listed body is meant only where the
//! text is about its owner and no word in front of the name says that it is somebody else's.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rapporteur_core::ActorKind;

use super::finder::Finder;
use super::reading::{Clause, Reading};
use super::spot::Spot;
use crate::gazetteer::{Entry, KnownActor, SurfaceKind, atoms};

/// What stands between the words of such a name.
const CONNECTORS: &[&str] = &["of", "and", "for", "the", "on"];
/// How many times as often as any other a text names the state that it is about.
const FAR_AHEAD: usize = 2;
/// How often it names that state at least.
const MAIN_STATE: usize = 4;

impl Reading<'_> {
    /// Whether every word of a name says what a body is and none whose: "Supreme Court", not "Knesset" or "Bank of England".
    pub fn is_general_name(&self, atoms: &Range<usize>) -> bool {
        let kind = |atom: usize| {
            let word = self.lower(atom);
            self.words.general_names.contains(word) || self.words.organisation_heads.contains_key(word)
        };
        let says_what = |atom: usize| {
            let word = self.lower(atom);
            CONNECTORS.contains(&word) || kind(atom) || self.words.role_before.contains(word)
        };
        atoms.clone().any(kind) && atoms.clone().all(says_what)
    }
}

impl Finder<'_> {
    /// The entries of a name that may be meant here: none of a body that the words in front give to somebody else, none of
    /// a state that the text is not about.
    pub fn without_others(&self, entries: Vec<Entry>, spot: &Spot, clause: &Clause) -> Vec<Entry> {
        if !entries.iter().any(|entry| entry.kind == SurfaceKind::Name) || !self.reading.is_general_name(&spot.atoms) {
            return entries;
        }
        let owned = self.owned_in_front(spot, clause);
        let fits = |entry: &Entry| {
            let Some(actor) = self.reading.gazetteer.actor(entry.actor) else { return true };
            let Some(owner) = actor.of.as_deref().and_then(|of| self.reading.gazetteer.find(of)) else { return true };
            if actor.kind != ActorKind::Organisation {
                return true;
            }
            // "the Commerce Department's Bureau of Industry": that of the state whose department it is.
            let of_its_body = |body: &usize| {
                let body = self.reading.gazetteer.actor(*body);
                body.and_then(|body| self.reading.gazetteer.find(body.of.as_deref()?)) == Some(owner)
            };
            match &owned {
                Some(owners) => owners.contains(&owner) || owners.iter().any(of_its_body),
                None => !is_state_organ(actor) || self.is_about(owner, entry.ambiguous),
            }
        };
        entries.into_iter().filter(fits).collect()
    }

    /// Whether the text is about this owner of a body. One that names no state at all means the best known for sure.
    pub fn is_about(&self, owner: usize, ambiguous: bool) -> bool {
        let state = |&actor: &usize| self.reading.gazetteer.actor(actor).is_some_and(|it| it.kind == ActorKind::State);
        let known = |set: &BTreeSet<usize>| set.contains(&owner);
        // "the Treasury" in a text about Kestria that names another state once.
        let elsewhere = || ambiguous && self.main_state().is_some_and(|main| main != owner);
        let named = known(&self.present) || known(&self.supported) || known(&self.governed);
        named && !elsewhere() || !state(&owner) || !ambiguous && !self.present.iter().any(state)
    }

    /// Whose a name is by the word in front, if there is one: the states and bodies that "its" may take up, or whom
    /// "Norvane's" names.
    fn owned_in_front(&self, spot: &Spot, clause: &Clause) -> Option<BTreeSet<usize>> {
        let start = spot.atoms.start;
        if self.reading.is_owned(clause, start) {
            let previous = spot.clause.checked_sub(1).and_then(|previous| self.reading.sentences.get(previous));
            let from = previous.map_or(clause.atoms.start, |previous| previous.atoms.start);
            return Some(self.named_between(from, start));
        }
        let mark = start.checked_sub(1).filter(|&mark| self.reading.is_possessive(mark))?;
        let owner = self.spot_ending(mark).and_then(|owner| self.spots.get(owner))?;
        let owners: BTreeSet<usize> = owner.entries().iter().map(|entry| entry.actor).collect();
        let body =
            |&actor: &usize| self.reading.gazetteer.actor(actor).is_some_and(|actor| actor.kind != ActorKind::Person);
        (!owners.is_empty() && owners.iter().all(body)).then_some(owners)
    }

    /// Gazetteer indices of all that the spots between two atoms, or the last of them, name.
    fn named_between(&self, from: usize, to: usize) -> BTreeSet<usize> {
        /// How many spots back "its" may reach.
        const MEMORY: usize = 40;
        let behind = self.spots.partition_point(|other| other.atoms.start < to);
        let nearby = self.spots.iter().take(behind).rev().take(MEMORY).take_while(|other| other.atoms.start >= from);
        nearby.flat_map(Spot::entries).map(|entry| entry.actor).collect()
    }

    /// Whether a list gives this general name to one state for sure, so that another's may not be guessed: "State Department".
    pub fn is_known_elsewhere(&self, spot: &Spot) -> bool {
        let Some((length, entries)) = self.reading.longest_known(spot.atoms.clone()) else { return false };
        length == spot.atoms.len() && entries.iter().any(|entry| entry.kind == SurfaceKind::Name && !entry.ambiguous)
    }

    /// The listed body of a state that the text names without it: "Security Council" for "Norvanian Security Council".
    pub fn body_of_state(&self, state: usize, words: &Range<usize>) -> Option<usize> {
        let gazetteer = self.reading.gazetteer;
        let state = gazetteer.actor(state)?;
        let words = self.reading.slice(words);
        let before = state.adjectives.iter().chain([&state.name]).map(|owner| format!("{owner} {words}"));
        let behind = state.names.iter().chain([&state.name]).map(|owner| format!("{words} of {owner}"));
        before.chain(behind).find_map(|name| {
            let name = atoms(&name, 0);
            let (length, entries) = gazetteer.longest(&name)?;
            let body = |entry: &&Entry| {
                gazetteer.actor(entry.actor).is_some_and(|actor| actor.kind == ActorKind::Organisation)
            };
            entries.iter().find(body).filter(|_| length == name.len()).map(|entry| entry.actor)
        })
    }

    /// The state that a text is about, if it names it often and any other far less. "Norvanian firms" are in other states as
    /// well, so adjectives do not count.
    pub fn main_state(&self) -> Option<usize> {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for spot in &self.spots {
            let state = |entry: &&Entry| {
                !entry.ambiguous
                    && entry.kind != SurfaceKind::Adjective
                    && self.reading.gazetteer.actor(entry.actor).is_some_and(|actor| actor.kind == ActorKind::State)
            };
            let adjective = spot.entries().iter().any(|entry| entry.kind == SurfaceKind::Adjective);
            let states: BTreeSet<usize> = spot.entries().iter().filter(state).map(|entry| entry.actor).collect();
            if let Some(&only) = states.first().filter(|_| states.len() == 1 && !adjective) {
                *counts.entry(only).or_default() += 1;
            }
        }
        let (&main, &most) = counts.iter().max_by_key(|(_, count)| **count)?;
        let others = counts.iter().filter(|(state, _)| **state != main);
        let next = others.map(|(_, count)| *count).max().unwrap_or_default();
        (most >= MAIN_STATE && most >= next * FAR_AHEAD).then_some(main)
    }
}

/// What every state has one of.
pub(super) fn is_state_organ(actor: &KnownActor) -> bool {
    matches!(
        actor.subkind.as_deref(),
        Some(
            "ministry"
                | "department"
                | "parliament"
                | "chamber"
                | "committee"
                | "court"
                | "council"
                | "government"
                | "central bank"
                | "armed forces"
                | "military command"
        )
    )
}
