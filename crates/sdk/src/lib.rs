//! What a plugin author depends on.
//!
//! Write a type that implements [`Source`], [`Exporter`] or [`Annotator`], name it in [`export_plugin!`], build the crate as a `cdylib`:
//!
//! ```
//! use rapporteur_sdk::{Describe, Detection, Draft, Ingested, Input, NoOptions, Refusal, Source, export_plugin};
//!
//! struct Shout;
//!
//! impl Describe for Shout {
//!     const ID: &'static str = "org.example.shout";
//!     const NAME: &'static str = "shout";
//!     const SUMMARY: &'static str = "Reads text that is all capitals";
//!     type Options = NoOptions;
//!
//!     fn new(_: NoOptions) -> Result<Self, Refusal> {
//!         Ok(Shout)
//!     }
//! }
//!
//! impl Source for Shout {
//!     fn detect(&self, input: &Input<'_>) -> Detection {
//!         let loud = input.bytes.iter().all(|byte| !byte.is_ascii_lowercase());
//!         Detection { confidence: if loud { 60 } else { 0 }, evidence: vec!["no small letters".to_owned()] }
//!     }
//!
//!     fn ingest(&self, input: &Input<'_>) -> Result<Ingested, Refusal> {
//!         let text = String::from_utf8(input.bytes.to_vec())
//!             .map_err(|error| Refusal::new("invalid-utf8", error.to_string()))?;
//!         Ok(Draft { text, ..Draft::default() }.into())
//!     }
//! }
//!
//! export_plugin!(source Shout);
//! # fn main() {}
//! ```
//!
//! The macro owns everything at the boundary: panics are caught and reported with their place, options are parsed with
//! unknown keys refused, `tracing` events reach the host's log. Plugin code sees [`Draft`]s, [`Document`]s and [`Additions`],
//! never JSON.
#![allow(unsafe_code)]
#![warn(missing_docs)]

mod annotator;
#[doc(hidden)]
pub mod boundary;
mod describe;
mod export_macro;
mod exporter;
mod file_names;
mod options;
mod source;

pub use annotator::Annotator;
pub use boundary::cancelled;
pub use describe::Describe;
pub use exporter::{Exporter, OutputFile};
pub use file_names::FileNames;
pub use options::NoOptions;
pub use rapporteur_core as core;
pub use rapporteur_core::protocol::{Detection, Ingested, InputInfo, PluginKind, Proposal, Refusal};
pub use rapporteur_core::{Additions, Document, Draft};
pub use source::{Input, Source};
