//! The TOML form of the lexicon.

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_core::{ClaimForm, Position};
use serde::{Deserialize, Serialize};

/// `cues.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VerbFile {
    pub verb: Vec<VerbGroup>,
    pub passive: Vec<VerbGroup>,
    pub preposition: Vec<PrepositionGroup>,
    pub light: Light,
    pub irregular: BTreeMap<String, Vec<String>>,
    pub inflection: Inflections,
}

/// `cues-phrases.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PhraseFile {
    #[serde(default)]
    pub verb: Vec<VerbGroup>,
    #[serde(default)]
    pub passive: Vec<VerbGroup>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VerbGroup {
    pub lemmas: Vec<String>,
    pub frames: Vec<String>,
    pub form: ClaimForm,
    #[serde(default)]
    pub position: Option<Position>,
    pub tier: u8,
    #[serde(default)]
    pub holder: Holder,
    #[serde(default)]
    pub marks: bool,
    #[serde(default)]
    pub hedged: bool,
    #[serde(default)]
    pub negated: bool,
}

/// What may stand as the subject of a cue verb.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Holder {
    #[default]
    Any,
    /// Persons, bodies and documents of theirs.
    Actor,
    /// Documents only.
    Document,
    /// Polls and studies only.
    Poll,
    /// Shares of those a poll asked: "51 per cent".
    Share,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PrepositionGroup {
    pub words: Vec<String>,
    pub form: ClaimForm,
    pub tier: u8,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Light {
    pub giving: Vec<String>,
    pub receiving: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Inflections {
    pub doubling: BTreeSet<String>,
    pub only_ise: BTreeSet<String>,
}

/// `cues-nouns.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NounFile {
    pub noun: Vec<NounGroup>,
    #[serde(default)]
    pub unheld: Vec<UnheldGroup>,
    pub adjective: Vec<AdjectiveGroup>,
    pub holders: Holders,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NounGroup {
    pub lemmas: Vec<String>,
    pub content: Vec<String>,
    pub holder: Vec<String>,
    pub form: ClaimForm,
    #[serde(default)]
    pub position: Option<Position>,
    pub tier: u8,
    /// Counts only as what somebody is said to be: "is an advocate for".
    #[serde(default)]
    pub predicate: bool,
}

/// Nouns that attribute where nobody is named, and what of their content counts then.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnheldGroup {
    pub lemmas: Vec<String>,
    pub content: Vec<String>,
    /// Only in the plural.
    #[serde(default)]
    pub plural: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AdjectiveGroup {
    pub lemmas: Vec<String>,
    pub content: Vec<String>,
    pub form: ClaimForm,
    #[serde(default)]
    pub position: Option<Position>,
    pub tier: u8,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Holders {
    pub persons: Vec<String>,
    pub groups: Vec<String>,
    pub documents: Vec<String>,
    pub polls: Vec<String>,
    /// What the dictionary calls persons and texts hardly ever mean so.
    #[serde(default)]
    pub no_persons: BTreeSet<String>,
}
