use std::collections::BTreeMap;

use rapporteur_sdk::Document;
use rapporteur_sdk::core::Actor;

use crate::escape::inline;

/// The document's actors by id.
pub struct Names<'a> {
    actors: BTreeMap<&'a str, &'a Actor>,
}

impl<'a> Names<'a> {
    pub fn new(document: &'a Document) -> Self {
        Self { actors: document.actors.iter().map(|actor| (actor.id.as_str(), actor)).collect() }
    }

    pub fn actor(&self, id: &str) -> Option<&'a Actor> {
        self.actors.get(id).copied()
    }

    /// The actor's name, escaped; what was given where no actor has that id.
    pub fn name(&self, id: &str) -> String {
        inline(self.actor(id).map_or(id, |actor| &actor.name))
    }

    /// "A, B and C"
    pub fn list(&self, ids: &[String]) -> String {
        enumerate(&ids.iter().map(|id| self.name(id)).collect::<Vec<_>>())
    }
}

/// "A, B and C"
pub fn enumerate(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
