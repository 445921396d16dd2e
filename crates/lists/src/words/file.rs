//! The TOML form of the lists.

use std::collections::BTreeMap;

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WordFile {
    pub function_words: Vec<String>,
    pub calendar: Vec<String>,
    pub non_actors: Vec<String>,
    pub non_actor_heads: Vec<String>,
    pub organisation_heads: BTreeMap<String, String>,
    pub organisation_openers: List,
    pub foreign_openers: List,
    pub fellowships: List,
    pub general_names: List,
    pub context: Context,
    pub metonyms: Metonyms,
    pub people: People,
    pub persons: Persons,
    pub bodies: Bodies,
    pub demonyms: Demonyms,
    pub places: Names,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct List {
    pub words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Demonyms {
    pub nouns: Vec<String>,
    pub between_two: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    pub names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Context {
    pub agent_verbs: Vec<String>,
    pub agent_verb_forms: Vec<String>,
    pub speech_verbs: Vec<String>,
    pub locative: Vec<String>,
    pub movement: Vec<String>,
    pub reactions: Vec<String>,
    pub seats: Vec<String>,
    pub city_parts: Vec<String>,
    pub towns_people: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Metonyms {
    pub done_by: Vec<String>,
    pub done_to_towns: Vec<String>,
    pub town_parts: Vec<String>,
    pub stately: Vec<String>,
    pub between_name_and_verb: Vec<String>,
    pub getting: Vec<String>,
    pub given: Vec<String>,
    pub wares: Vec<String>,
    pub traded: Vec<String>,
    pub messages: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct People {
    pub speakers: Vec<String>,
    pub owned: Vec<String>,
    pub company: Vec<String>,
    pub owned_pairs: Vec<String>,
    pub minded: Vec<String>,
    pub private: Vec<String>,
    pub sides: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Bodies {
    pub owned: Vec<String>,
    pub domains: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Persons {
    pub done_to: Vec<String>,
    pub done_to_irregular: Vec<String>,
    pub of: Vec<String>,
    pub owned: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RoleFile {
    pub modifier: Vec<String>,
    pub before: Vec<String>,
    pub head: Vec<HeadGroup>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HeadGroup {
    pub sector: String,
    pub office: bool,
    pub words: Vec<String>,
}
