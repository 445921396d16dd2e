//! Ministries and the like that the text names without their state.

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_core::{ActorKind, slug};

use super::finder::{Draft, Finder};
use super::spot::{Spot, What};

/// What the words near the places of an organ say of its state.
#[derive(Default)]
struct Told {
    states: BTreeSet<usize>,
    by_spot: BTreeMap<usize, usize>,
    /// Whether some place says nothing.
    somewhere_untold: bool,
}

impl Finder<'_> {
    /// Ministries and the like without a word whose they are: the one state that the words before in the sentence name, a
    /// capital as a place included ("in Halm, where Foreign Ministry spokesman …"); else the document's only state.
    pub fn ownerless_organs(&mut self) {
        let all = self.states_between(0, usize::MAX);
        let only_state = all.first().copied().filter(|_| all.len() == 1);
        let main_state = only_state.or_else(|| self.main_state());
        let ministers = self.states_of_ministers();
        let organs: Vec<(usize, usize)> = (0..self.spots.len())
            .filter_map(|index| Some((index, self.actor_of.get(index).copied().flatten()?)))
            .filter(|&(index, actor)| self.is_ownerless(index, actor))
            .collect();
        let mut told: BTreeMap<usize, Told> = BTreeMap::new();
        for &(index, actor) in &organs {
            let spot = self.spots.get(index);
            let near = |spot: &Spot| self.state_near(spot, only_state).or(self.state_of_minister(spot, &ministers));
            let state = spot.and_then(near);
            let told = told.entry(actor).or_default();
            told.somewhere_untold |= state.is_none();
            told.states.extend(state);
            told.by_spot.extend(state.map(|state| (index, state)));
        }
        // Drafts by their first atoms.
        let organs_of =
            |&(number, draft): &(usize, &Draft)| told.contains_key(&draft.actor).then_some((draft.atoms.start, number));
        let drafts: BTreeMap<usize, usize> = self.mentions.iter().enumerate().filter_map(|it| organs_of(&it)).collect();
        for (index, actor) in organs {
            let Some((spot, told)) = self.spots.get(index).cloned().zip(told.get(&actor)) else { continue };
            if self.actor_of.get(index) != Some(&Some(actor)) {
                continue;
            }
            let abroad = self.answers_abroad(&spot);
            match told.states.first() {
                Some(&state) if told.states.len() == 1 && (!told.somewhere_untold || !abroad) => {
                    self.give_organ(&spot, actor, state);
                }
                // "In Halm the Defence Ministry …, and in Kest the Defence Ministry …": two.
                Some(_) => {
                    if let Some(&state) = told.by_spot.get(&index) {
                        let draft = drafts.get(&spot.atoms.start).copied();
                        self.split_organ(index, draft, &spot, state);
                    }
                }
                None => {
                    if let Some(state) = main_state.filter(|_| !abroad) {
                        self.give_organ(&spot, actor, state);
                    }
                }
            }
        }
    }

    /// Whether a spot is an organ of a state that no word has named.
    fn is_ownerless(&self, index: usize, actor: usize) -> bool {
        let Some(spot) = self.spots.get(index) else { return false };
        let What::Organisation { subkind, .. } = &spot.what else { return false };
        let organ =
            matches!(subkind.as_str(), "ministry" | "government" | "parliament" | "armed forces" | "police" | "court");
        let free = self.roster.get(actor).is_some_and(|found| found.affiliation.is_none())
            && !self.roster.listed.contains_key(&actor);
        // "State Department": the list's, or one of which nothing is known.
        let elsewhere =
            || self.is_known_elsewhere(spot) && !self.reading.is_owned(&self.clause(spot), spot.atoms.start);
        free && (organ || self.is_its_own_council(spot)) && !elsewhere()
    }

    /// "The foreign ministry" answers other states in a text about one.
    fn answers_abroad(&self, spot: &Spot) -> bool {
        let affairs = || {
            let field = self.reading.lower(spot.atoms.end - 2);
            self.reading.lower(spot.atoms.end - 1) == "affairs" && matches!(field, "foreign" | "external")
        };
        self.reading.lower(spot.atoms.start) == "foreign" || spot.atoms.len() > 1 && affairs()
    }

    /// The listed organ of a state by the words of a spot, or else the id of one that no list has.
    fn organ_of_state(&mut self, spot: &Spot, state: usize) -> Option<Result<usize, (String, String)>> {
        let id = self.reading.gazetteer.actor(state)?.id.clone();
        let own = slug(&format!("{id} {}", self.reading.slice(&spot.atoms)));
        let listed = self.reading.gazetteer.find(&own).or_else(|| self.body_of_state(state, &spot.atoms));
        let evidence = "gazetteer: owner from the context";
        Some(match listed {
            Some(listed) => Ok(self.roster.known(self.reading.gazetteer, listed, self.published, evidence)),
            None => Err((own, id)),
        })
    }

    /// Makes an organ that of a state, at all its places.
    fn give_organ(&mut self, spot: &Spot, actor: usize, state: usize) {
        if self.roster.get(actor).is_none_or(|found| found.affiliation.is_some()) {
            return;
        }
        match self.organ_of_state(spot, state) {
            Some(Ok(known)) => self.replace(actor, known),
            Some(Err((own, id))) => {
                self.roster.rename(actor, &own);
                if let Some(found) = self.roster.actors.get_mut(actor) {
                    found.affiliation = Some(id);
                    found.evidence += "; state from the context";
                }
            }
            None => {}
        }
    }

    /// Makes an organ that of a state at one place.
    fn split_organ(&mut self, index: usize, draft: Option<usize>, spot: &Spot, state: usize) {
        let own = match self.organ_of_state(spot, state) {
            Some(Ok(known)) => known,
            Some(Err((own, id))) => {
                let name = self.reading.slice(&spot.atoms);
                let actor = self.roster.with_id(ActorKind::Organisation, &own, name, "organ; state from the context");
                if let Some(found) = self.roster.actors.get_mut(actor) {
                    found.affiliation = Some(id);
                    if let What::Organisation { subkind, .. } = &spot.what {
                        found.subkind.get_or_insert_with(|| subkind.clone());
                    }
                }
                actor
            }
            None => return,
        };
        if let Some(slot) = self.actor_of.get_mut(index) {
            *slot = Some(own);
        }
        if let Some(draft) = draft.and_then(|draft| self.mentions.get_mut(draft)) {
            draft.actor = own;
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
