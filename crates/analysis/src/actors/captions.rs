//! What captions say of the persons an article names: their posts. A caption is no part of the article, so it gives no mention.

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_core::{ActorKind, ApparatusKind, Document};

use super::finder::Finder;
use super::spot::What;
use super::table::FoundRole;
use crate::gazetteer::atoms;

/// How many words a title in a caption may have.
const TITLE_WORDS: usize = 4;

impl Finder<'_> {
    /// Gives persons without a post the one that stands before their full name in a caption: "Premier Eamon Tully at the quay".
    pub fn posts_in_captions(&mut self, document: &Document) {
        // Persons by the words of their full names.
        let mut persons: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        for (index, actor) in self.roster.actors.iter().enumerate() {
            let words: Vec<String> = atoms(&actor.name, 0).into_iter().map(|atom| atom.folded.into_owned()).collect();
            if actor.kind == ActorKind::Person && words.len() > 1 && actor.roles.is_empty() {
                persons.insert(words, index);
            }
        }
        if persons.is_empty() {
            return;
        }
        for caption in document.apparatus.iter().filter(|piece| piece.kind == ApparatusKind::CaptionCredit) {
            let at = caption.at.bytes;
            let found = atoms(at.slice(self.reading.text).unwrap_or_default(), at.start);
            for title in 0..found.len() {
                let rest = found.get(title..).unwrap_or_default();
                let Some((length, role)) = self.reading.words.roles.longest(rest, true) else { continue };
                let capital = rest.first().is_some_and(|first| first.is_capitalised());
                if !role.office || !capital || length > TITLE_WORDS {
                    continue;
                }
                let person = (2..=4).find_map(|words| {
                    let name = rest.get(length..length + words)?;
                    let name: Vec<String> = name.iter().map(|atom| atom.folded.to_string()).collect();
                    persons.get(&name).copied()
                });
                let (Some(person), Some(first), Some(last)) = (person, rest.first(), rest.get(length - 1)) else {
                    continue;
                };
                let at = rapporteur_core::ByteRange::new(first.at.start, last.at.end);
                let title = at.slice(self.reading.text).unwrap_or_default().to_owned();
                self.roster.state_role(person, FoundRole { title, organisation: None, at: Some(at) }, None);
            }
        }
    }

    /// The one person of the document who holds `title` of nobody in particular, where the text has that post of `owner` alone:
    /// the premier Eamon Tully is "the premier of the Sorrel Islands".
    pub fn only_holder(&mut self, title: &str, owner: usize) -> Option<usize> {
        let wanted = title.to_lowercase();
        let mut owners = BTreeSet::from([owner]);
        for spot in &self.spots {
            if !matches!(spot.what, What::Role { .. }) || self.reading.slice(&spot.atoms).to_lowercase() != wanted {
                continue;
            }
            let clause = self.clause(spot);
            let before = self.owner_before(spot.atoms.start).map(|(_, actor)| actor);
            owners.extend(before.or_else(|| self.owner_after(&clause, spot.atoms.end).map(|(_, actor)| actor)));
        }
        if owners.len() > 1 {
            return None;
        }
        let named: BTreeSet<usize> = self.mentions.iter().map(|draft| draft.actor).collect();
        let mut holders = named.into_iter().filter(|&actor| {
            self.roster.get(actor).is_some_and(|found| {
                found.kind == ActorKind::Person
                    && found.affiliation.is_none()
                    && found.roles.len() == 1
                    && found.roles.iter().all(|role| role.organisation.is_none() && role.title.to_lowercase() == wanted)
            })
        });
        let holder = holders.next().filter(|_| holders.next().is_none())?;
        let organisation = self.roster.id(owner).to_owned();
        if let Some(found) = self.roster.actors.get_mut(holder) {
            found.affiliation = Some(organisation.clone());
            if let Some(role) = found.roles.first_mut() {
                role.organisation = Some(organisation.clone());
            }
        }
        self.holders.entry((wanted, organisation)).or_default().insert(holder);
        Some(holder)
    }
}
