use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Actor, Apparatus, Block, Claim, Diagnostic, Metadata, Source};

/// Name and version of the JSON form. The number rises when a field changes its meaning or goes; new fields do not raise it.
pub const SCHEMA: &str = "rapporteur/1";

/// One article: what it says, who is in it, who claims what.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Document {
    /// Always "rapporteur/1".
    pub schema: String,
    /// Stable: from the source bytes and the place within the file.
    pub id: String,
    pub source: Source,
    pub metadata: Metadata,
    /// The text all spans point into. What the source says; nothing repaired.
    pub text: String,
    /// The article, in reading order.
    pub blocks: Vec<Block>,
    /// What stands around the article, in text order. Never analysed for claims.
    pub apparatus: Vec<Apparatus>,
    /// In order of first mention.
    pub actors: Vec<Actor>,
    /// In text order.
    pub claims: Vec<Claim>,
    pub diagnostics: Vec<Diagnostic>,
    /// The annotators that answered for this document, in the order they ran; left out where none did.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub annotators: Vec<AnnotatorRun>,
}

/// An annotator that looked at a document, whether or not it added anything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AnnotatorRun {
    /// Id of the plugin.
    pub plugin: String,
    pub version: String,
}

impl Document {
    /// The actor with this id.
    pub fn actor(&self, id: &str) -> Option<&Actor> {
        self.actors.iter().find(|actor| actor.id == id)
    }

    /// What to call the document: its title, else its file.
    pub fn name(&self) -> &str {
        self.metadata.title.as_deref().unwrap_or(&self.source.uri)
    }
}
