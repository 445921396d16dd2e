//! Who is in the text: mentions, each resolved to an actor.
//!
//! [`find_actors`] reads the atoms of each sentence once from the left and marks spots: names the gazetteer has, names a head
//! word explains, first names, titles, defined short forms, capitals nothing explains. Then, step by step, spots become
//! mentions: listed names in the sense their context gives, organisations, persons, surnames; titles give roles and
//! affiliations; groups and nouns that take an actor up come last. A doubtful actor is left out.

mod allies;
mod bodies;
mod body_evidence;
mod body_nouns;
mod captions;
mod company;
mod complement;
mod context;
mod definitions;
mod demonyms;
mod extent;
mod families;
mod finder;
mod finish;
mod general_names;
mod governments;
mod groups;
mod hosts;
mod interviews;
mod joined;
mod known;
mod listed_extent;
mod metadata;
mod metonyms;
mod name_extent;
mod name_lists;
mod new_groups;
mod nominals;
mod offices_of_persons;
mod organisations;
mod organs;
mod owners_by_pronoun;
mod people;
mod person_evidence;
mod reading;
mod regions;
mod roster;
mod scan;
mod short_names;
mod signs;
mod speaking_names;
mod spot;
mod surnames;
mod table;
mod title_extent;
mod titles;
mod turns;
mod unlisted;
mod watchdogs;
mod who_speaks;
mod words;

#[cfg(test)]
mod tests;

use rapporteur_core::Document;

use crate::gazetteer::Gazetteer;
use crate::text::TextLayer;

pub(crate) use body_nouns::kind_of_body;
pub(crate) use groups::ANY_PEOPLE;
pub use metadata::link_metadata;
pub(crate) use reading::Memory;
pub use table::{ActorTable, FoundActor, FoundMention, FoundRole, Gender};

/// The actors of a document and where its `layer` names them. `text` is the document's text.
pub fn find_actors(text: &str, layer: &TextLayer, document: &Document, gazetteer: &Gazetteer) -> ActorTable {
    find_actors_with(text, layer, document, gazetteer, &mut Memory::default())
}

/// As [`find_actors`], with what earlier documents left behind.
pub(crate) fn find_actors_with(
    text: &str,
    layer: &TextLayer,
    document: &Document,
    gazetteer: &Gazetteer,
    memory: &mut Memory,
) -> ActorTable {
    let reading = reading::Reading::new(text, layer, gazetteer, memory);
    let mut finder = finder::Finder::new(reading, document);
    finder.run(document);
    finder.finish()
}

/// Whether a word belongs to titles, in front of their head: "planning" of "planning minister". In lower case.
pub fn qualifies_titles(word: &str) -> bool {
    words::get().role_before.contains(word)
}
