//! Organisations by their head word, and short forms the text defines.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rapporteur_core::{ActorKind, MentionForm, Sense, slug};

use super::definitions::Meaning;
use super::finder::Finder;
use super::general_names::is_state_organ;
use super::listed_extent::is_organ;
use super::spot::{Spot, What};
use crate::gazetteer::{Entry, SurfaceKind};

impl Finder<'_> {
    /// Decides every spot whose head word says that it is an organisation.
    pub fn organisations(&mut self) {
        // Organs named with their owner, by the name without: "Civil Defence Authority" later is the same.
        let mut owned: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for index in 0..self.spots.len() {
            let organisation = |spot: &&Spot| matches!(spot.what, What::Organisation { .. });
            let Some(spot) = self.spots.get(index).filter(organisation).cloned() else { continue };
            let What::Organisation { subkind, owner, named } = &spot.what else { continue };
            let name = self.reading.slice(&spot.atoms);
            // Whose it is: the actor of the name within, or of the possessive before.
            let inner = owner.as_ref().and_then(|(atoms, entries)| {
                let entries: Vec<_> = entries.iter().filter(|entry| self.may_own(entry)).collect();
                let actors: BTreeSet<usize> = entries.iter().map(|entry| entry.actor).collect();
                let one = if actors.len() == 1 {
                    actors.first().copied()
                } else {
                    let mut present = actors.into_iter().filter(|actor| self.present.contains(actor));
                    present.next().filter(|_| present.next().is_none())
                };
                one.map(|actor| (atoms.clone(), actor))
            });
            let owner_id = inner
                .as_ref()
                .and_then(|(_, actor)| self.reading.gazetteer.actor(*actor))
                .filter(|actor| !(actor.kind == ActorKind::Group && actor.subkind.as_deref() == Some("region")))
                .map(|actor| actor.id.clone());
            let general = self.reading.is_general_name(&spot.atoms);
            let possessed = owner_id.is_none() && (is_organ(subkind) || general || !*named);
            let possessor = if possessed { self.possessor_before(spot.atoms.start) } else { None };
            let owner_id = owner_id.or_else(|| possessor.map(|actor| self.roster.id(actor).to_owned()));
            let rest = match &inner {
                Some((atoms, _)) if atoms.start == spot.atoms.start => atoms.end..spot.atoms.end,
                Some((atoms, _)) => {
                    // "Ministry of Defence of Norvane"
                    let cut = atoms.start - 1 - usize::from(self.reading.lower(atoms.start - 1) == "the");
                    spot.atoms.start..cut.max(spot.atoms.start + 1)
                }
                None => spot.atoms.clone(),
            };
            // "Dovik Administration" is what "the Dovik administration" is: whose head he is owns it.
            let head = inner
                .as_ref()
                .and_then(|(_, actor)| self.reading.gazetteer.actor(*actor))
                .filter(|actor| actor.kind == ActorKind::Person);
            let owner_id = match head {
                Some(person) => person.post_on(self.published).and_then(|post| post.of.clone()),
                None => owner_id,
            };
            let id = match &owner_id {
                _ if head.is_some() => slug(name),
                Some(owner) if (is_organ(subkind) || possessor.is_some()) && !rest.is_empty() => {
                    slug(&format!("{owner} {}", self.reading.slice(&rest)))
                }
                _ => slug(name),
            };
            let evidence = if *named { "head word of the name" } else { "nationality and organ" };
            // "Vice-Ministry" after "Vice-Ministry for Tides", "Defence Authority" after "Norvanian Defence Authority".
            let again = owned.get(&id).filter(|found| owner_id.is_none() && found.len() == 1);
            let of_state = || {
                let state = self.reading.gazetteer.find(owner_id.as_deref()?)?;
                self.body_of_state(state, &rest)
            };
            // "Foreign Office" that is not the listed one by its context is not so by its id.
            let by_id = || {
                let listed = self.reading.gazetteer.find(&id)?;
                let organ = self.reading.gazetteer.actor(listed).is_some_and(is_state_organ);
                (!general || !organ || owner_id.is_some()).then_some(listed)
            };
            let listed = self.organ_of(owner_id.as_deref(), &rest).or_else(of_state).or_else(by_id).filter(|&listed| {
                let kind = self.reading.gazetteer.actor(listed).map(|actor| actor.kind);
                matches!(kind, Some(ActorKind::Organisation | ActorKind::Alliance))
            });
            let actor = match (again.and_then(|found| found.first().copied()), listed) {
                (Some(again), _) => again,
                (None, Some(listed)) => {
                    self.roster.known(self.reading.gazetteer, listed, self.published, "gazetteer: owner and organ")
                }
                (None, None) => {
                    let name = match possessor.filter(|_| !*named) {
                        Some(owner) => format!("{} {name}", self.whose(owner)),
                        None => name.to_owned(),
                    };
                    self.roster.with_id(ActorKind::Organisation, &id, &name, evidence)
                }
            };
            if owner_id.is_some() && is_organ(subkind) {
                owned.entry(slug(self.reading.slice(&rest))).or_default().insert(actor);
            }
            let behind = spot.atoms.clone().find(|&atom| matches!(self.reading.lower(atom), "of" | "for" | "on"));
            if let Some(behind) = behind.filter(|behind| behind - spot.atoms.start > 1) {
                owned.entry(slug(self.reading.slice(&(spot.atoms.start..behind)))).or_default().insert(actor);
            }
            if let Some(found) = self.roster.actors.get_mut(actor) {
                found.subkind.get_or_insert_with(|| subkind.clone());
                if found.affiliation.is_none() {
                    found.affiliation = owner_id;
                }
                // "Shipping Bureau of Selby" is the Shipping Bureau.
                let short =
                    inner.as_ref().filter(|(atoms, _)| atoms.start > spot.atoms.start && atoms.end == spot.atoms.end);
                if *named && short.is_some() && rest.len() > 1 {
                    let short = self.reading.slice(&rest).to_owned();
                    if !found.aliases.contains(&short) {
                        found.aliases.push(short);
                    }
                }
            }
            if let Some(slot) = self.actor_of.get_mut(index) {
                *slot = Some(actor);
            }
            let form = if *named { MentionForm::Name } else { MentionForm::Nominal };
            // "Norvane's foreign ministry" is one description, "Norvane's Foreign Ministry" a name with its owner in front.
            let owner = possessor.filter(|_| !*named).and_then(|_| self.spot_ending(spot.atoms.start - 1));
            let start =
                owner.and_then(|owner| self.spots.get(owner)).map_or(spot.atoms.start, |owner| owner.atoms.start);
            self.mention(start..spot.atoms.end, actor, form, Sense::Actor);
        }
    }

    /// Whether a listed word in a name may say whose the body is. "Independent" of "Independent Electoral Commission" is no
    /// newspaper, "Senate" the best known one only where the text is about its state.
    fn may_own(&self, entry: &Entry) -> bool {
        let actor = self.reading.gazetteer.actor(entry.actor);
        let doubtful = entry.ambiguous && actor.is_some_and(|actor| actor.kind == ActorKind::Organisation);
        let owner = || actor.and_then(|actor| self.reading.gazetteer.find(actor.of.as_deref()?));
        let meant = || {
            self.present.contains(&entry.actor) || owner().is_some_and(|owner| self.is_about(owner, entry.ambiguous))
        };
        let medium = || {
            let subkind = actor.and_then(|actor| actor.subkind.as_deref());
            matches!(subkind, Some("newspaper" | "magazine" | "website" | "broadcaster" | "platform"))
        };
        entry.kind != SurfaceKind::Metonym && (!doubtful || !medium() && meant())
    }

    /// The listed organ whose name the words after the owner are: "Home Office" of "United Kingdom Home Office".
    fn organ_of(&self, owner: Option<&str>, rest: &Range<usize>) -> Option<usize> {
        let words = self.reading.atoms.get(rest.clone())?;
        let (length, entries) = self.reading.gazetteer.longest(words)?;
        let mut fitting = entries
            .iter()
            .map(|entry| entry.actor)
            .filter(|&actor| self.reading.gazetteer.actor(actor).is_some_and(|actor| actor.of.as_deref() == owner));
        let found = fitting.next().filter(|_| fitting.next().is_none());
        found.filter(|_| owner.is_some() && length == words.len())
    }

    /// "Norvanian" of what is Norvane's; the name itself where nobody has such an adjective.
    pub(super) fn whose(&self, owner: usize) -> &str {
        let known = self.reading.gazetteer.get(self.roster.id(owner));
        let adjective = known.and_then(|known| known.adjectives.first()).map(String::as_str);
        adjective.or_else(|| self.roster.get(owner).map(|owner| owner.name.as_str())).unwrap_or_default()
    }

    /// The actor whose possessive stands before `start`: "Norvane's Foreign Ministry".
    pub fn possessor_before(&self, start: usize) -> Option<usize> {
        let mark = start.checked_sub(1)?;
        if !self.reading.is_possessive(mark) || self.reading.gap(start) != crate::gazetteer::Gap::Space {
            return None;
        }
        let owner = self.spot_ending(mark)?;
        let actor = self.actor_of.get(owner).copied().flatten()?;
        (self.roster.kind(actor) != ActorKind::Person).then_some(actor)
    }

    /// Gives each defined short form the actor of its long form; what stands for a thing is no actor.
    pub fn defined(&mut self) {
        let mut meaning: Vec<Option<usize>> = Vec::with_capacity(self.definitions.all.len());
        for definition in self.definitions.all.clone() {
            let actor = match definition.meaning {
                Meaning::Thing => None,
                Meaning::Named => self
                    .spot_starting(definition.long.start)
                    .filter(|&spot| self.spots.get(spot).is_some_and(|spot| spot.atoms.end == definition.long.end))
                    .and_then(|spot| self.actor_of.get(spot).copied().flatten()),
                Meaning::Defined => {
                    let name = self.reading.slice(&definition.long);
                    let evidence = format!("defined in the text: ({})", self.reading.slice(&definition.short));
                    Some(self.roster.named(ActorKind::Organisation, name, &evidence))
                }
            };
            meaning.push(actor);
        }
        for index in 0..self.spots.len() {
            let Some(spot) = self.spots.get(index) else { continue };
            let What::Defined(number) = spot.what else { continue };
            let atoms = spot.atoms.clone();
            let Some(actor) = meaning.get(number).copied().flatten() else { continue };
            if let Some(slot) = self.actor_of.get_mut(index) {
                *slot = Some(actor);
            }
            let long = self.definitions.all.get(number).is_some_and(|definition| definition.long == atoms);
            let form = if long { MentionForm::Name } else { MentionForm::Abbreviation };
            self.mention(atoms, actor, form, Sense::Actor);
        }
    }
}
