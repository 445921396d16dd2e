//! Who claims what: sentences and tokens, actors, attributions.
//!
//! Stages, each on the result of those before: [`zones`] (what of a document may be analysed) → [`text`] (sentences, tokens)
//! → [`tagger`] (parts of speech) → [`actors`] (mentions, resolved) → [`claims`], which asks [`syntax`] (dependency trees) about
//! single sentences. All positions inside are byte ranges;
//! full spans are made once, at the end.
//!
//! *Invariant:* no IO, no clock, never fails on input: a document always gets its analysis, and what could not be
//! understood is in its diagnostics. Every stage is linear in the length of the text.

pub mod actors;
mod analyser;
pub mod claims;
mod embedded;
pub mod gazetteer;
mod lent;
mod quick;
mod rows;
pub mod syntax;
pub mod tagger;
pub mod text;
mod weights_file;
pub mod zones;

#[cfg(test)]
#[path = "../tests/support/mod.rs"]
mod support;

use rapporteur_lists::characters;
pub use rapporteur_lists::lexicon;

pub use analyser::{Analyser, AnalyserError, ClaimTrace, Reading, Trace, Unread};
pub use claims::Sign;
pub use weights_file::WeightsError;
