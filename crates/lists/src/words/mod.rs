//! What the rules for actors know of single words: the lists of `data/actors`.

mod file;
mod phrases;
mod read;

use serde::{Deserialize, Serialize};

pub use phrases::{Phrases, key_of};
pub use read::{WordFiles, WordsError};

use crate::tables::{WordSet, WordTable};

/// On which of the lists that the rules ask most often a word stands, a bit for each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lists(u16);

impl Lists {
    pub const FUNCTION: Self = Self(1);
    pub const CALENDAR: Self = Self(1 << 1);
    pub const ORGANISATION_HEAD: Self = Self(1 << 2);
    pub const ROLE_BEFORE: Self = Self(1 << 3);
    /// First word of a title.
    pub const BEGINS_ROLE: Self = Self(1 << 4);
    /// First word, in any case, of something that is no actor.
    pub const BEGINS_NON_ACTOR: Self = Self(1 << 5);
    /// First name in any case.
    pub const FIRST_NAME: Self = Self(1 << 6);
    pub const OWNED: Self = Self(1 << 7);
    pub const BEGINS_OWNED_PAIR: Self = Self(1 << 8);
    pub const SPEAKERS: Self = Self(1 << 9);
    pub const COMPANY: Self = Self(1 << 10);

    /// All of both.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether a list is among both.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// What pronoun takes a person up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Gender {
    Feminine,
    Masculine,
}

/// Everything the rules know about single words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Words {
    /// By lower-case word. A word of the text is looked up here once, and then most questions about it cost nothing.
    lists: WordTable<Lists>,
    pub function: WordSet,
    pub calendar: WordSet,
    pub non_actor_heads: WordSet,
    pub organisation_heads: WordTable<String>,
    pub organisation_openers: WordSet,
    pub foreign_openers: WordSet,
    pub fellowships: WordSet,
    pub agent_verbs: WordSet,
    pub speech_verbs: WordSet,
    pub locative: WordSet,
    pub movement: WordSet,
    pub reactions: WordSet,
    pub seats: WordSet,
    pub city_parts: WordSet,
    pub done_by: WordSet,
    pub done_to_towns: WordSet,
    pub town_parts: WordSet,
    pub stately: WordSet,
    pub between_name_and_verb: WordSet,
    pub getting: WordSet,
    pub given: WordSet,
    pub wares: WordSet,
    pub traded: WordSet,
    pub speakers: WordSet,
    pub owned: WordSet,
    pub company: WordSet,
    pub owned_pairs: WordSet,
    pub demonym_nouns: WordSet,
    /// What is between two states.
    pub between_two: WordSet,
    /// What groups are that hold a view.
    pub minded: WordSet,
    /// People and firms that a state has, but that stand for it only where they act.
    pub private: WordSet,
    /// Those who with an owner are mentioned only where they act.
    pub sides: WordSet,
    /// Last parts of addresses of websites.
    pub domains: WordSet,
    /// What two who do not meet exchange.
    pub messages: WordSet,
    /// What bodies have and places have not.
    pub owned_by_bodies: WordSet,
    /// Nouns that towns are named before.
    pub towns_people: WordSet,
    /// Verbs whose object is a person.
    pub done_to_persons: WordSet,
    /// What is a person's: in front of "of NAME", and behind "NAME's".
    pub of_persons: WordSet,
    pub owned_by_persons: WordSet,
    /// Things and places that are no actors.
    pub non_actors: Phrases<()>,
    pub roles: Phrases<RoleHead>,
    pub role_before: WordSet,
    /// Words of names that bodies of many states have, beside the heads.
    pub general_names: WordSet,
    pub role_modifier: WordSet,
    first_names: WordTable<Option<Gender>>,
}

/// What the last words of a title say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleHead {
    pub sector: String,
    /// One holder at a time.
    pub office: bool,
}

impl Words {
    /// The lists a lower-case word stands on.
    #[inline]
    pub fn lists(&self, word: &str) -> Lists {
        self.lists.get(word).copied().unwrap_or_default()
    }

    /// Whether the word is a first name; case counts.
    pub fn is_first_name(&self, word: &str) -> bool {
        self.first_names.contains_key(word)
    }

    /// What the first name says.
    pub fn gender_of(&self, first_name: &str) -> Option<Gender> {
        self.first_names.get(first_name).copied().flatten()
    }
}
