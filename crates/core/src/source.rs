use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where a document was read from and by what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// The path as given on the command line with `/` between folders, or "-" for standard input.
    pub uri: String,
    pub media_type: String,
    /// Label of the encoding standard: "UTF-8", "windows-1252".
    pub charset: String,
    /// Of the whole file, in lower-case hexadecimal.
    pub sha256: String,
    /// Size of the whole file.
    pub bytes: usize,
    /// Place among the documents of the file, from 0.
    pub ordinal: usize,
    /// Id of the plugin that read it.
    pub plugin: String,
    pub plugin_version: String,
    /// How sure that plugin was that the file is its kind: 0 to 100.
    pub confidence: u8,
    /// Why it was sure.
    pub evidence: Vec<String>,
    /// Who would have read it otherwise; null where no other source recognised the file or the user named one.
    #[serde(default)]
    pub runner_up: Option<RunnerUp>,
}

/// The next surest source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RunnerUp {
    pub plugin: String,
    /// 0 to 100.
    pub confidence: u8,
}
