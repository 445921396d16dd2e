//! Puts claims under topics by lists of words, and says which words of the claim made it so.
//!
//! A list comes with the plugin (`topics.toml` beside this crate); options give another. The text is read once, whatever the
//! number of topics and terms; how words are matched stands with [`Term`](term::Term).

mod annotator;
mod matcher;
mod options;
mod term;
#[cfg(test)]
mod tests;
mod words;

use annotator::Topics;
use rapporteur_sdk::export_plugin;

export_plugin!(annotator Topics);
