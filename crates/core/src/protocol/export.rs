use serde::{Deserialize, Serialize};

/// Asks an exporter to write a batch of documents.
///
/// A run calls `export` once or more, then `finish` once, on one instance.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExportRequest {
    /// Number of this batch in the run, from 0.
    pub batch: usize,
}

/// What was written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Exported {
    pub files: Vec<ExportedFile>,
}

/// One file, or the next piece of one: a name given in an earlier batch is appended to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportedFile {
    /// Relative, with `/` between folders; never leads out of the output folder.
    pub name: String,
    pub media_type: String,
    /// First byte in the raw payload.
    pub start: usize,
    /// Number of bytes.
    pub len: usize,
}
