//! Misbehaves on request, for tests of the host. Never shipped.
//!
//! The source does what the first word of its input says; the exporter what its option says.

use rapporteur_sdk::core::{Block, BlockKind, ByteRange};
use rapporteur_sdk::{
    Describe, Detection, Document, Draft, Exporter, Ingested, Input, OutputFile, Refusal, Source, export_plugin,
};
use schemars::JsonSchema;
use serde::Deserialize;

/// Reads inputs that begin with "stress".
struct StressSource;

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct SourceOptions {
    /// What happens when an instance is made.
    on_create: OnCreate,
}

#[derive(Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum OnCreate {
    #[default]
    Succeed,
    Refuse,
    Panic,
}

impl Describe for StressSource {
    const ID: &'static str = "org.rapporteur.stress-source";
    const NAME: &'static str = "stress";
    const SUMMARY: &'static str = "Does what the first line of its input says";
    type Options = SourceOptions;

    #[allow(clippy::panic, reason = "what this plugin is for")]
    fn new(options: SourceOptions) -> Result<Self, Refusal> {
        match options.on_create {
            OnCreate::Succeed => Ok(Self),
            OnCreate::Refuse => Err(Refusal::new("told-to", "told to refuse its options")),
            OnCreate::Panic => panic!("told to panic while being made"),
        }
    }
}

impl Source for StressSource {
    fn detect(&self, input: &Input<'_>) -> Detection {
        let ours = input.bytes.starts_with(b"stress ");
        Detection { confidence: if ours { 100 } else { 0 }, evidence: vec!["begins with the word stress".to_owned()] }
    }

    #[allow(clippy::panic, reason = "what this plugin is for")]
    fn ingest(&self, input: &Input<'_>) -> Result<Ingested, Refusal> {
        let text = String::from_utf8_lossy(input.bytes).into_owned();
        let wish = text.split_whitespace().nth(1).unwrap_or_default().to_owned();
        let mut draft =
            Draft { text, media_type: "text/plain".to_owned(), charset: "UTF-8".to_owned(), ..Draft::default() };
        match wish.as_str() {
            "panic" => panic!("told to panic"),
            "refuse" => return Err(Refusal::new("told-to", "told to refuse").help("do not tell it to")),
            "log" => tracing::info!(answer = 42, "Told to log."),
            "wrong-span" => draft.blocks.push(Block::new(BlockKind::Paragraph, ByteRange::new(0, usize::MAX))),
            "no-documents" => return Ok(Ingested::default()),
            "two" => return Ok(Ingested { documents: vec![draft.clone(), draft], diagnostics: Vec::new() }),
            _ => {}
        }
        Ok(draft.into())
    }
}

/// Writes one file under the name its option gives.
struct StressExporter {
    options: ExporterOptions,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct ExporterOptions {
    /// Name of the file.
    name: String,
    /// Panic instead of writing.
    panic: bool,
}

impl Describe for StressExporter {
    const ID: &'static str = "org.rapporteur.stress-exporter";
    const NAME: &'static str = "stress";
    const SUMMARY: &'static str = "Writes one file under a given name";
    type Options = ExporterOptions;

    fn new(options: ExporterOptions) -> Result<Self, Refusal> {
        Ok(Self { options })
    }
}

impl Exporter for StressExporter {
    #[allow(clippy::panic, reason = "what this plugin is for")]
    fn export(&mut self, documents: &[Document]) -> Result<Vec<OutputFile>, Refusal> {
        assert!(!self.options.panic, "told to panic");
        let ids: Vec<&str> = documents.iter().map(|document| document.id.as_str()).collect();
        Ok(vec![OutputFile::new(self.options.name.clone(), "text/plain", ids.join("\n"))])
    }
}

export_plugin!(source StressSource, exporter StressExporter);
