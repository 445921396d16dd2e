use rapporteur_sdk::{Describe, Document, Exporter, OutputFile, Refusal};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::unwritable;
use rapporteur_sdk::FileNames;

/// One file a document.
pub struct Json {
    options: JsonOptions,
    names: FileNames,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct JsonOptions {
    /// Indent by two spaces. `false` puts each document on one line.
    pub pretty: bool,
}

impl Default for JsonOptions {
    fn default() -> Self {
        Self { pretty: true }
    }
}

impl Describe for Json {
    const ID: &'static str = "org.rapporteur.export-json";
    const NAME: &'static str = "json";
    const SUMMARY: &'static str = "Writes one JSON file a document";
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");
    const MEDIA_TYPES: &'static [&'static str] = &["application/json"];
    const EXTENSIONS: &'static [&'static str] = &["json"];

    type Options = JsonOptions;

    fn new(options: JsonOptions) -> Result<Self, Refusal> {
        Ok(Self { options, names: FileNames::default() })
    }
}

impl Exporter for Json {
    fn export(&mut self, documents: &[Document]) -> Result<Vec<OutputFile>, Refusal> {
        documents.iter().map(|document| self.file(document)).collect()
    }
}

impl Json {
    fn file(&mut self, document: &Document) -> Result<OutputFile, Refusal> {
        let written =
            if self.options.pretty { serde_json::to_vec_pretty(document) } else { serde_json::to_vec(document) };
        let mut bytes = written.map_err(|error| unwritable(&document.id, &error))?;
        bytes.push(b'\n');
        Ok(OutputFile::new(self.names.name(document, "json"), "application/json", bytes))
    }
}
