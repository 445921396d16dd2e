use rapporteur_sdk::{Describe, Document, Exporter, NoOptions, OutputFile, Refusal};

use crate::unwritable;

/// All documents in one file, one a line.
pub struct JsonLines {
    /// Whether the file has been named to the host.
    begun: bool,
}

const FILE: &str = "documents.jsonl";
const MEDIA_TYPE: &str = "application/x-ndjson";

impl Describe for JsonLines {
    const ID: &'static str = "org.rapporteur.export-jsonl";
    const NAME: &'static str = "jsonl";
    const SUMMARY: &'static str = "Writes all documents into one file, one JSON object a line";
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");
    const MEDIA_TYPES: &'static [&'static str] = &[MEDIA_TYPE];
    const EXTENSIONS: &'static [&'static str] = &["jsonl", "ndjson"];

    type Options = NoOptions;

    fn new(_: NoOptions) -> Result<Self, Refusal> {
        Ok(Self { begun: false })
    }
}

impl Exporter for JsonLines {
    fn export(&mut self, documents: &[Document]) -> Result<Vec<OutputFile>, Refusal> {
        let mut bytes = Vec::new();
        for document in documents {
            serde_json::to_writer(&mut bytes, document).map_err(|error| unwritable(&document.id, &error))?;
            bytes.push(b'\n');
        }
        self.begun = true;
        Ok(vec![OutputFile::new(FILE, MEDIA_TYPE, bytes)])
    }

    /// A run without documents still leaves a file, so that a script finds zero lines and not an error.
    fn finish(&mut self) -> Result<Vec<OutputFile>, Refusal> {
        if self.begun {
            return Ok(Vec::new());
        }
        Ok(vec![OutputFile::new(FILE, MEDIA_TYPE, Vec::new())])
    }
}
