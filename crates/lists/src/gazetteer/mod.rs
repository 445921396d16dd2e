//! Known actors, as TOML: states, organisations, think tanks, leaders.
//!
//! The embedded files and those a user adds have one schema ([`KnownActor`]). Their surfaces are put into a trie of
//! [`Atom`]s (words, whatever stands between them), which is asked for the longest name that starts at a place of a text.
//! Spelling variants (s/z, accents, dots, apostrophes) are one form on both sides, so nothing has to be listed twice.

mod atom;
mod error;
mod known;
mod trie;

#[cfg(test)]
mod tests;

pub use atom::{Atom, Gap, atoms, atoms_folded, fold, fold_word, folded};
pub use error::GazetteerError;
pub use known::{KnownActor, Post};
pub use trie::{Entry, SurfaceKind};

use rapporteur_core::ActorKind;
use serde::{Deserialize, Serialize};

use crate::tables::{Records, WordGroups, WordNumbers, WordSet};
use known::File;
use trie::Trie;

/// All actors known beforehand.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Gazetteer {
    actors: Records<KnownActor>,
    /// The id of each actor, in the order of `actors`.
    ids: WordNumbers,
    /// Persons by family name (folded).
    by_family: WordGroups<usize>,
    /// Actors by each of their nominals ("alliance").
    by_nominal: WordGroups<usize>,
    /// First names of listed persons (folded), family names before them left out.
    first_names: WordSet,
    trie: Trie,
}

impl Gazetteer {
    /// The gazetteer without any actor.
    pub fn empty() -> Self {
        Self::default()
    }

    /// Adds the actors of a file; `name` is what messages call it. An id that is there already is replaced: a user's
    /// file wins over the embedded ones. Nothing is added if anything in the file is wrong.
    ///
    /// # Errors
    /// [`GazetteerError`] names file, entry and key: malformed TOML, an unknown key, an empty id or name, an id twice in
    /// the file, a post that says neither title nor owner.
    pub fn add_toml(&mut self, name: &str, text: &str) -> Result<(), GazetteerError> {
        let file: File = toml::from_str(text).map_err(|error| GazetteerError::toml(name, text, &error))?;
        known::check(name, &file.actor)?;
        for actor in file.actor {
            self.add(actor);
        }
        Ok(())
    }

    fn add(&mut self, actor: KnownActor) {
        let known = self.actors.len();
        let index = self.ids.get_or_add(&actor.id) as usize;
        if index < known {
            self.trie.remove(index);
            self.by_family.retain(|&other| other != index);
            self.by_nominal.retain(|&other| other != index);
        }
        let mut add = |surface: &str, kind: SurfaceKind| {
            let ambiguous = actor.ambiguous.iter().any(|word| word == surface);
            let entry = Entry { actor: index, kind, ambiguous };
            self.trie.insert(surface, entry);
            // "the Compact" begins sentences, too.
            let initial = surface.strip_prefix("the ").map(|name| format!("The {name}"));
            if let Some(initial) = initial.filter(|initial| !actor.ambiguous.contains(initial)) {
                self.trie.insert(&initial, entry);
            }
        };
        add(&actor.name, if is_acronym(&actor) { SurfaceKind::Abbreviation } else { SurfaceKind::Name });
        for surface in &actor.names {
            add(surface, SurfaceKind::Name);
        }
        for surface in &actor.abbreviations {
            add(surface, SurfaceKind::Abbreviation);
        }
        for surface in &actor.adjectives {
            add(surface, SurfaceKind::Adjective);
        }
        for surface in &actor.people {
            add(surface, SurfaceKind::People);
        }
        for surface in &actor.metonyms {
            add(surface, SurfaceKind::Metonym);
        }
        if actor.kind == ActorKind::Person {
            self.by_family.push(&fold(actor.family_name()), index);
            if let Some((first, _)) = actor.name.split_once(' ')
                && first != actor.family_name()
                && first.chars().count() > 2
                && !first.ends_with('.')
            {
                self.first_names.insert(&fold(first.split('-').next().unwrap_or(first)));
            }
        }
        for nominal in &actor.nominals {
            self.by_nominal.push(nominal, index);
        }
        if index < known {
            self.actors.set(index, actor);
        } else {
            self.actors.push(actor);
        }
    }

    /// The actor at an index that this gazetteer gave.
    pub fn actor(&self, index: usize) -> Option<&KnownActor> {
        self.actors.get(index)
    }

    /// All actors, by their indices.
    pub fn actors(&self) -> impl Iterator<Item = &KnownActor> {
        self.actors.iter()
    }

    /// Index of the actor with this id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.ids.get(id).map(|index| index as usize)
    }

    /// The actor with this id.
    pub fn get(&self, id: &str) -> Option<&KnownActor> {
        self.actor(self.find(id)?)
    }

    /// How many actors are known.
    pub fn len(&self) -> usize {
        self.actors.len()
    }

    /// Whether none is known.
    pub fn is_empty(&self) -> bool {
        self.actors.len() == 0
    }

    /// The known persons with this family name, in the order they were added.
    pub fn persons_called(&self, family: &str) -> &[usize] {
        self.by_family.get(&folded(family))
    }

    /// Whether a listed person has this first name (folded; case counts).
    pub fn is_first_name(&self, word: &str) -> bool {
        self.first_names.contains(word)
    }

    /// The known actors a text may call by this lower-case noun ("alliance").
    pub fn actors_called(&self, nominal: &str) -> &[usize] {
        self.by_nominal.get(nominal)
    }

    /// The longest surface that starts at the first of `atoms`: how many atoms it takes, and whose it may be, in the
    /// order the actors were added.
    pub fn longest(&self, atoms: &[Atom<'_>]) -> Option<(usize, &[Entry])> {
        self.trie.longest(atoms.iter().map(|atom| (self.trie.number(&atom.folded), atom.gap)))
    }

    /// The number of a folded word for [`Gazetteer::longest_of`]; `None` if it stands in no surface.
    #[inline]
    pub fn number(&self, word: &str) -> Option<u32> {
        self.trie.number(word)
    }

    /// Whether a surface begins with the word of this number.
    #[inline]
    pub fn begins(&self, word: u32) -> bool {
        self.trie.begins(word)
    }

    /// As [`Gazetteer::longest`], for words whose numbers are known, each with what stands before it.
    #[inline]
    pub fn longest_of(&self, words: impl Iterator<Item = (Option<u32>, Gap)>) -> Option<(usize, &[Entry])> {
        self.trie.longest(words)
    }
}

/// Whether the name of an actor is letters: "NATO" and "OPEC+", not "Timor-Leste".
fn is_acronym(actor: &KnownActor) -> bool {
    let letters = actor.name.chars().filter(|letter| letter.is_alphabetic());
    let capitals = letters.clone().filter(|letter| letter.is_uppercase()).count();
    capitals > 1 && capitals * 2 > letters.count() && !actor.name.contains(' ') && actor.kind != ActorKind::Person
}
