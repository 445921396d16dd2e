use rapporteur_sdk::{Describe, Document, Exporter, OutputFile, Refusal};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::deeds::commit;

/// Writes one file under the name its option gives.
pub(crate) struct StressExporter {
    options: ExporterOptions,
    batches: u64,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ExporterOptions {
    /// Name of the file.
    name: String,
    /// Panic instead of writing.
    panic: bool,
    /// What to do instead of writing the batch of this number, from 0.
    deed: String,
    /// The batch.
    batch: u64,
}

impl Describe for StressExporter {
    const ID: &'static str = "org.rapporteur.stress-exporter";
    const NAME: &'static str = "stress";
    const SUMMARY: &'static str = "Writes one file under a given name";
    type Options = ExporterOptions;

    fn new(options: ExporterOptions) -> Result<Self, Refusal> {
        Ok(Self { options, batches: 0 })
    }
}

impl Exporter for StressExporter {
    #[allow(clippy::panic, reason = "what this plugin is for")]
    fn export(&mut self, documents: &[Document]) -> Result<Vec<OutputFile>, Refusal> {
        assert!(!self.options.panic, "told to panic");
        if self.batches == self.options.batch {
            commit(&self.options.deed, 0);
        }
        self.batches += 1;
        let ids: Vec<&str> = documents.iter().map(|document| document.id.as_str()).collect();
        Ok(vec![OutputFile::new(self.options.name.clone(), "text/plain", ids.join("\n"))])
    }
}
