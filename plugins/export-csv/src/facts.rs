use std::collections::{BTreeMap, BTreeSet};

use rapporteur_sdk::Document;
use rapporteur_sdk::core::{Actor, ApparatusKind, BlockKind};

/// A document with what its rows look up, gathered in one pass.
pub struct Facts<'a> {
    /// The document's id, or the id with `~2` for a second document of the same id in the run.
    pub key: String,
    pub document: &'a Document,
    actors: BTreeMap<&'a str, &'a Actor>,
    /// How many claims each actor holds, alone or jointly.
    claims_held: BTreeMap<&'a str, usize>,
    claim_ids: BTreeSet<&'a str>,
    /// The heading that opens each section.
    headings: BTreeMap<usize, &'a str>,
    /// Where and when the report was filed.
    pub dateline: Option<&'a str>,
}

impl<'a> Facts<'a> {
    pub fn new(key: String, document: &'a Document) -> Self {
        let mut claims_held = BTreeMap::new();
        for claim in &document.claims {
            for holder in claim.claimant.iter().chain(&claim.co_claimants) {
                *claims_held.entry(holder.as_str()).or_default() += 1;
            }
        }
        let mut headings = BTreeMap::new();
        for block in document.blocks.iter().filter(|block| block.kind == BlockKind::Heading) {
            if let Some(words) = block.at.slice(&document.text) {
                headings.entry(block.section).or_insert(words);
            }
        }
        let dateline = document.apparatus.iter().find(|piece| piece.kind == ApparatusKind::Dateline);
        Self {
            key,
            document,
            actors: document.actors.iter().map(|actor| (actor.id.as_str(), actor)).collect(),
            claims_held,
            claim_ids: document.claims.iter().map(|claim| claim.id.as_str()).collect(),
            headings,
            dateline: dateline.and_then(|piece| piece.at.slice(&document.text)),
        }
    }

    /// The actor of this id, if it is one of the document's.
    pub fn actor(&self, id: Option<&str>) -> Option<&'a Actor> {
        self.actors.get(id?).copied()
    }

    /// The name of the actor of this id.
    pub fn name(&self, id: Option<&str>) -> Option<&'a str> {
        self.actor(id).map(|actor| actor.name.as_str())
    }

    /// The key of the actor of this id in the table of actors; `None` if it would lead nowhere.
    pub fn actor_key(&self, id: Option<&str>) -> Option<String> {
        self.actor(id).map(|actor| self.inner_key(&actor.id))
    }

    /// The key of the claim of this id in the table of claims; `None` if it would lead nowhere.
    pub fn claim_key(&self, id: Option<&str>) -> Option<String> {
        id.filter(|id| self.claim_ids.contains(id)).map(|id| self.inner_key(id))
    }

    /// Unique in the run for what is unique in the document.
    pub fn inner_key(&self, id: &str) -> String {
        format!("{}:{id}", self.key)
    }

    pub fn claims_held(&self, actor: &str) -> usize {
        self.claims_held.get(actor).copied().unwrap_or_default()
    }

    pub fn heading(&self, section: Option<usize>) -> Option<&'a str> {
        self.headings.get(&section?).copied()
    }
}
