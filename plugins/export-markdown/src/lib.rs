//! Writes a brief: who claims what, then the article with footnoted claims.
//!
//! The words of the source are escaped, so that they render as themselves: [`escape`] is the one way they enter the file.
//! What is written is CommonMark with footnotes, one table and YAML front matter, and no HTML.

mod actors;
mod article;
mod claims;
mod escape;
mod exporter;
mod front_matter;
mod head;
mod names;
mod notes;
#[cfg(test)]
mod tests;
mod words;

use exporter::Markdown;
use rapporteur_sdk::export_plugin;

export_plugin!(exporter Markdown);
