//! Misbehaves on request, for tests of the host. Never shipped.
//!
//! `stress WORD` makes the source do while reading what the word says, `stress-detect WORD` while looking at the input; the
//! words are in [`deeds`]. The raw source takes inputs that begin with "raw" and answers with bytes that are no answer. The
//! exporter does what its option says. `stress annotate WORD` makes the annotator do what the word says, and add what is
//! unsound. What cannot be done by safe Rust (wrong descriptions of a library, writing to null)
//! is in `hostile.c` beside this crate.

mod annotator;
mod deeds;
mod exporter;
mod raw;
mod source;

use annotator::{RawAnnotator, StressAnnotator};
use exporter::StressExporter;
use rapporteur_sdk::export_plugin;
use raw::RawSource;
use source::StressSource;

export_plugin!(
    source StressSource,
    exporter StressExporter,
    raw RawSource,
    annotator StressAnnotator,
    raw RawAnnotator
);
