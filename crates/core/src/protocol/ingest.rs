use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Diagnostic, Draft};

/// What is known about an input before it is read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct InputInfo {
    /// File name without folders; null for standard input.
    pub name: Option<String>,
    /// Address it was saved from, where that is known.
    pub url: Option<String>,
    pub media_type: Option<String>,
    /// Encoding the user says it has.
    pub charset: Option<String>,
    /// The payload is only the beginning.
    pub truncated: bool,
}

/// How sure a source is that an input is its kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Detection {
    /// 0 none, 1 barely, 50 possible, 80 likely, 99 nearly certain, 100 certain.
    pub confidence: u8,
    /// What speaks for and against it, one short sentence each.
    #[serde(default)]
    pub evidence: Vec<String>,
}

/// The documents of one input; any number.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Ingested {
    /// In file order.
    pub documents: Vec<Draft>,
    /// About the file as a whole. Their `at` is null.
    pub diagnostics: Vec<Diagnostic>,
}

impl From<Draft> for Ingested {
    /// An input that is one document.
    fn from(draft: Draft) -> Self {
        Self { documents: vec![draft], diagnostics: Vec::new() }
    }
}
