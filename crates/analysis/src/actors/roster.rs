//! The actors found so far: one for each id.

use std::collections::BTreeMap;

use rapporteur_core::{ActorKind, Identifiers, slug};

use super::table::{FoundActor, FoundRole, Gender};
use crate::gazetteer::{Gazetteer, fold};

/// Actors under construction.
#[derive(Debug, Default)]
pub(super) struct Roster {
    pub actors: Vec<FoundActor>,
    /// Actor of each gazetteer index.
    known: BTreeMap<usize, usize>,
    /// Gazetteer index of each actor that has one.
    pub listed: BTreeMap<usize, usize>,
    /// Actor of each name that the text alone gives, with its kind.
    named: BTreeMap<(ActorKind, String), usize>,
    ids: BTreeMap<String, usize>,
}

impl Roster {
    /// The actor of a gazetteer entry.
    pub fn known(&mut self, gazetteer: &Gazetteer, index: usize, published: Option<&str>, evidence: &str) -> usize {
        if let Some(&actor) = self.known.get(&index) {
            return actor;
        }
        let Some(known) = gazetteer.actor(index) else { return self.named(ActorKind::Organisation, "", evidence) };
        let post = known.post_on(published);
        let roles = post.map(|post| FoundRole { title: post.title.clone(), organisation: post.of.clone(), at: None });
        let gender = if known.kind == ActorKind::Person { gender(&known.name) } else { None };
        let actor = self.push(FoundActor {
            id: known.id.clone(),
            name: known.name.clone(),
            kind: known.kind,
            subkind: known.subkind.clone().filter(|subkind| !subkind.is_empty()),
            aliases: Vec::new(),
            roles: roles.into_iter().collect(),
            affiliation: post.and_then(|post| post.of.clone()).or_else(|| known.of.clone()),
            identifiers: Identifiers { iso3166: known.iso3166.clone(), wikidata: known.wikidata.clone() },
            gender,
            plural: known.kind == ActorKind::Group,
            seats: if known.kind == ActorKind::State { known.metonyms.clone() } else { Vec::new() },
            evidence: evidence.to_owned(),
        });
        self.known.insert(index, actor);
        self.listed.insert(actor, index);
        actor
    }

    /// The actor that only the text knows by this name.
    pub fn named(&mut self, kind: ActorKind, name: &str, evidence: &str) -> usize {
        let id = slug(name);
        self.with_id(kind, &id, name, evidence)
    }

    /// As [`Roster::named`], with the id given: the owner's and the rest of the name.
    pub fn with_id(&mut self, kind: ActorKind, id: &str, name: &str, evidence: &str) -> usize {
        let key = (kind, id.to_owned());
        if let Some(&actor) = self.named.get(&key) {
            return actor;
        }
        let actor = self.push(FoundActor {
            id: id.to_owned(),
            name: name.to_owned(),
            kind,
            subkind: None,
            aliases: Vec::new(),
            roles: Vec::new(),
            affiliation: None,
            identifiers: Identifiers::default(),
            gender: if kind == ActorKind::Person { gender(name) } else { None },
            plural: kind == ActorKind::Group,
            seats: Vec::new(),
            evidence: evidence.to_owned(),
        });
        self.named.insert(key, actor);
        actor
    }

    fn push(&mut self, mut actor: FoundActor) -> usize {
        let index = self.actors.len();
        if actor.id.is_empty() {
            actor.id = "actor".to_owned();
        }
        // Two actors of one name: the second is numbered.
        let plain = actor.id.clone();
        let mut number = 1;
        while self.ids.contains_key(&actor.id) {
            number += 1;
            actor.id = format!("{plain}-{number}");
        }
        self.ids.insert(actor.id.clone(), index);
        self.actors.push(actor);
        index
    }

    /// Gives an actor another id, if no other has it.
    pub fn rename(&mut self, actor: usize, id: &str) {
        if self.ids.contains_key(id) {
            return;
        }
        if let Some(found) = self.actors.get_mut(actor) {
            self.ids.remove(&found.id);
            id.clone_into(&mut found.id);
            self.ids.insert(id.to_owned(), actor);
        }
    }

    pub fn get(&self, actor: usize) -> Option<&FoundActor> {
        self.actors.get(actor)
    }

    /// What the actor is; a group where the index is wrong, which it never is.
    pub fn kind(&self, actor: usize) -> ActorKind {
        self.actors.get(actor).map_or(ActorKind::Group, |actor| actor.kind)
    }

    pub fn id(&self, actor: usize) -> &str {
        self.actors.get(actor).map_or("", |actor| &actor.id)
    }

    /// Whether a region of the world is meant, which acts only now and then.
    pub fn is_region(&self, actor: usize) -> bool {
        self.actors
            .get(actor)
            .is_some_and(|actor| actor.kind == ActorKind::Group && actor.subkind.as_deref() == Some("region"))
    }

    /// A role the text states. It puts those a list gave aside, and says whom the actor speaks for.
    pub fn state_role(&mut self, actor: usize, mut role: FoundRole, affiliation: Option<String>) {
        let Some(actor) = self.actors.get_mut(actor) else { return };
        if actor.kind != ActorKind::Person {
            return;
        }
        // "President Okello" says the title, the list says of what.
        if role.organisation.is_none() {
            let same = |other: &&FoundRole| fold(&other.title).eq_ignore_ascii_case(&fold(&role.title));
            role.organisation = actor.roles.iter().find(same).and_then(|other| other.organisation.clone());
        }
        let from_text = actor.roles.iter().any(|role| role.at.is_some());
        if !from_text {
            actor.roles.clear();
            if affiliation.is_some() {
                actor.affiliation.clone_from(&affiliation);
            }
        } else if actor.affiliation.is_none() {
            actor.affiliation = affiliation;
        }
        if !actor.roles.iter().any(|other| other.title == role.title && other.organisation == role.organisation) {
            actor.roles.push(role);
        }
    }
}

/// What the first name of a person says.
pub(super) fn gender(name: &str) -> Option<Gender> {
    let first = name.split([' ', '-']).next().unwrap_or_default();
    super::words::get().gender_of(&fold(first))
}
