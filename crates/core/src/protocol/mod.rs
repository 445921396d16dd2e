//! What host and plugin say to each other: JSON messages, version [`PROTOCOL`].
//!
//! Both sides ignore fields they do not know, and every new field has a default. A new field that is *required* makes a new
//! protocol version, and a host then speaks both for a release.
//!
//! | method | request | payload in | reply | payload out |
//! | --- | --- | --- | --- | --- |
//! | `detect` | [`InputInfo`] | the first [`DETECT_BYTES`] of the input | [`Detection`] | – |
//! | `ingest` | [`InputInfo`] | the whole input | [`Ingested`] | – |
//! | `propose` | [`ProposalRequest`] | the whole input | [`Proposal`] | – |
//! | `export` | [`ExportRequest`] | documents as JSON lines | [`Exported`] | the files' bytes, one after another |
//! | `finish` | [`ExportRequest`] | – | [`Exported`] | likewise |
//! | `annotate` | [`AnnotateRequest`] | one document as JSON | [`Additions`](crate::Additions) | – |
//!
//! Only a source whose descriptor has a `rules_option` answers `propose`.
//!
//! A refusal (status 1) is answered with a [`Refusal`], a panic (status -1) with a [`Panicked`].

mod annotate;
mod descriptor;
mod export;
mod ingest;
mod rules;

pub use annotate::AnnotateRequest;
pub use descriptor::{Descriptor, PluginKind};
pub use export::{ExportRequest, Exported, ExportedFile};
pub use ingest::{Detection, Ingested, InputInfo};
pub use rules::{
    Proposal, ProposalRequest, ProposedField, ProposedSelector, RULES_HEADER, Robustness, line_and_column,
};

use serde::{Deserialize, Serialize};

/// Version of the messages.
pub const PROTOCOL: u32 = 1;

/// How much of an input `detect` is shown, in bytes.
pub const DETECT_BYTES: usize = 64 * 1024;

/// Names of the methods.
pub mod method {
    pub const DETECT: &str = "detect";
    pub const INGEST: &str = "ingest";
    pub const PROPOSE: &str = "propose";
    pub const EXPORT: &str = "export";
    pub const FINISH: &str = "finish";
    pub const ANNOTATE: &str = "annotate";
}

/// Why a plugin will not do what it was asked: an answer about the input or the options, not a defect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{message}")]
pub struct Refusal {
    /// Kebab-case name that can be filtered on: "empty-body".
    pub code: String,
    /// What was found and what was expected, without a final stop.
    pub message: String,
    /// What the user can do about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}

impl Refusal {
    /// A refusal with nothing to advise.
    pub fn new(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code: code.into(), message: message.into(), help: None }
    }

    /// The same with advice.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// A plugin's panic, caught on its side of the boundary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Panicked {
    pub message: String,
    /// "src/lib.rs:8:5"
    #[serde(default)]
    pub location: Option<String>,
}
