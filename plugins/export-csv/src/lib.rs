//! Writes tables of documents, actors, mentions, claims and annotations with a data package.
//!
//! The tables are CSV by RFC 4180 with `\n` between records: cells are quoted where they must be, a quotation mark inside
//! is doubled. Words of the source are never changed to suit a reader unless an option asks for it. Which readers of R,
//! Python and SQL need which setting, and why this dialect was chosen, stands in `docs/formats.md`.

mod actors;
mod annotations;
mod cell;
mod claims;
mod column;
mod documents;
mod exporter;
mod facts;
mod mentions;
mod options;
mod package;
mod table;
#[cfg(test)]
mod tests;

use exporter::Csv;
use rapporteur_sdk::export_plugin;

export_plugin!(exporter Csv);
