//! Ministries and the like that the text names without their state.

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_core::{ActorKind, slug};

use super::finder::Finder;
use super::spot::{Spot, What};

impl Finder<'_> {
    /// Ministries and the like without a word whose they are: the one state that the words before in the sentence name, a
    /// capital as a place included ("in Halm, where Foreign Ministry spokesman …"); else the document's only state.
    pub fn ownerless_organs(&mut self) {
        let all = self.states_between(0, usize::MAX);
        let only_state = all.first().copied().filter(|_| all.len() == 1);
        let main_state = only_state.or_else(|| self.main_state());
        let ministers = self.states_of_ministers();
        for index in 0..self.spots.len() {
            let Some(spot) = self.spots.get(index).cloned() else { continue };
            let What::Organisation { subkind, .. } = &spot.what else { continue };
            let Some(actor) = self.actor_of.get(index).copied().flatten() else { continue };
            let is_free = self.roster.get(actor).is_some_and(|found| found.affiliation.is_none());
            let organ = matches!(
                subkind.as_str(),
                "ministry" | "government" | "parliament" | "armed forces" | "police" | "court"
            );
            if !is_free || !(organ || self.is_its_own_council(&spot)) || self.roster.listed.contains_key(&actor) {
                continue;
            }
            // "State Department": the list's, or one of which nothing is known.
            if self.is_known_elsewhere(&spot) && !self.reading.is_owned(&self.clause(&spot), spot.atoms.start) {
                continue;
            }
            let by_minister = self.state_of_minister(&spot, &ministers);
            // "The foreign ministry" answers other states in a text about one.
            let abroad = self.reading.lower(spot.atoms.start) == "foreign"
                || spot.atoms.len() > 1 && {
                    let portfolio = self.reading.lower(spot.atoms.end - 2);
                    self.reading.lower(spot.atoms.end - 1) == "affairs" && matches!(portfolio, "foreign" | "external")
                };
            let whole = if abroad { only_state } else { main_state };
            if let Some(state) = self.state_near(&spot, whole).or(by_minister) {
                let evidence = self.roster.get(actor).map(|found| found.evidence.clone()).unwrap_or_default();
                let Some(id) = self.reading.gazetteer.actor(state).map(|state| state.id.clone()) else { continue };
                let own = slug(&format!("{id} {}", self.reading.slice(&spot.atoms)));
                let listed = self.reading.gazetteer.find(&own).or_else(|| self.body_of_state(state, &spot.atoms));
                if let Some(listed) = listed {
                    let evidence = "gazetteer: owner from the context";
                    let known = self.roster.known(self.reading.gazetteer, listed, self.published, evidence);
                    self.replace(actor, known);
                    continue;
                }
                self.roster.rename(actor, &own);
                if let Some(found) = self.roster.actors.get_mut(actor) {
                    found.affiliation = Some(id);
                    found.evidence = format!("{evidence}; state from the context");
                }
            }
        }
    }

    /// "Norvane has ships, and its Security Council …": a body of a general name, with nothing but states in front that "its"
    /// may take up.
    fn is_its_own_council(&self, spot: &Spot) -> bool {
        let clause = self.clause(spot);
        let (from, start) = (clause.atoms.start, spot.atoms.start);
        let first = self.spots.partition_point(|other| other.atoms.start < from);
        let mut nearby = self.spots.iter().zip(&self.actor_of).skip(first).take_while(|it| it.0.atoms.start < start);
        let state = |actor: usize| self.roster.kind(actor) == ActorKind::State;
        self.reading.before(&clause, start) == "its"
            && self.reading.is_general_name(&spot.atoms)
            && nearby.all(|(_, actor)| actor.is_none_or(state))
    }

    /// Gives all that was one actor's to another.
    fn replace(&mut self, old: usize, new: usize) {
        for actor in self.actor_of.iter_mut().filter(|actor| **actor == Some(old)) {
            *actor = Some(new);
        }
        for draft in self.mentions.iter_mut().filter(|draft| draft.actor == old) {
            draft.actor = new;
        }
    }

    /// States by the title of a minister of theirs that the text names: of "the Norvanian interior minister".
    fn states_of_ministers(&self) -> BTreeMap<String, BTreeSet<usize>> {
        let mut states: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for spot in self.spots.iter().filter(|spot| matches!(spot.what, What::Role { .. })) {
            let title = self.reading.key(&spot.atoms).to_lowercase();
            if title.ends_with(" minister")
                && let Some((_, owner)) = self.owner_before(spot.atoms.start)
                && let Some(state) = self.reading.gazetteer.find(self.roster.id(owner))
            {
                states.entry(title).or_default().insert(state);
            }
        }
        states
    }

    /// The state whose minister of the same the text names, for "the Interior Ministry". Foreign and defence ministries of
    /// several states meet in one text, others hardly.
    fn state_of_minister(&self, spot: &Spot, ministers: &BTreeMap<String, BTreeSet<usize>>) -> Option<usize> {
        let portfolio = self.reading.key(&(spot.atoms.start..spot.atoms.end - 1)).to_lowercase();
        let own = !matches!(portfolio.as_str(), "" | "foreign" | "defence");
        if !own || self.reading.lower(spot.atoms.end - 1) != "ministry" {
            return None;
        }
        let states = ministers.get(&format!("{portfolio} minister"))?;
        states.first().copied().filter(|_| states.len() == 1)
    }

    /// Gazetteer indices of the states that the spots between two atoms name, a capital as a place included.
    fn states_between(&self, from: usize, to: usize) -> BTreeSet<usize> {
        let first = self.spots.partition_point(|other| other.atoms.start < from);
        let nearby = self.spots.iter().skip(first).take_while(|other| other.atoms.start < to);
        nearby
            .flat_map(|spot| spot.entries())
            .filter(|entry| !entry.ambiguous)
            .map(|entry| entry.actor)
            .filter(|&actor| self.reading.gazetteer.actor(actor).is_some_and(|actor| actor.kind == ActorKind::State))
            .collect()
    }

    /// Gazetteer index of the state that the context of an organ names, if it is only one.
    fn state_near(&self, spot: &Spot, only_state: Option<usize>) -> Option<usize> {
        let clause = self.clause(spot);
        let near = self.states_between(clause.atoms.start, spot.atoms.start);
        if !near.is_empty() {
            return near.first().copied().filter(|_| near.len() == 1);
        }
        // "Its Foreign Ministry …": the one state of the sentence before.
        if self.reading.before(&clause, spot.atoms.start) == "its"
            && let Some(previous) = spot.clause.checked_sub(1).and_then(|previous| self.reading.sentences.get(previous))
        {
            let earlier = self.states_between(previous.atoms.start, previous.atoms.end);
            if earlier.len() == 1 {
                return earlier.first().copied();
            }
        }
        // "His Foreign Ministry …": the state of the one person before.
        if matches!(self.reading.before(&clause, spot.atoms.start), "his" | "her") {
            let from = self.reading.sentences.get(spot.clause.saturating_sub(2));
            let persons =
                self.persons_between(from.map_or(clause.atoms.start, |from| from.atoms.start), spot.atoms.start);
            let state = |person: usize| self.reading.gazetteer.find(self.roster.get(person)?.affiliation.as_deref()?);
            if persons.len() == 1 {
                return persons.first().copied().and_then(state);
            }
        }
        only_state
    }

    /// The persons that spots between two atoms name.
    fn persons_between(&self, from: usize, to: usize) -> BTreeSet<usize> {
        let first = self.spots.partition_point(|other| other.atoms.start < from);
        let nearby = self.spots.iter().zip(&self.actor_of).skip(first).take_while(|(other, _)| other.atoms.start < to);
        nearby.filter_map(|(_, actor)| *actor).filter(|&actor| self.roster.kind(actor) == ActorKind::Person).collect()
    }
}
