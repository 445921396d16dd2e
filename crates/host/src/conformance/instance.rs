//! Calls to the plugin that is checked, with what any answer must hold to.

use std::path::Path;
use std::sync::Arc;

use rapporteur_core::protocol::{Descriptor, Detection, Ingested, InputInfo, PluginKind, method};
use rapporteur_core::{Document, Provenance, assemble};
use serde_json::Value;

use super::results::{Fault, wrong};
use crate::in_process::{InProcess, outcome, parse};
use crate::{CallError, Limits, LoadedLibrary, Reply, RulesFile};

/// The plugin that is checked.
#[derive(Clone)]
pub(crate) struct Subject {
    pub(crate) library: Arc<LoadedLibrary>,
    pub(crate) index: usize,
    /// The rules it reads by, with the option that takes them.
    pub(crate) rules: Option<(Arc<RulesFile>, String)>,
    descriptor: Arc<Descriptor>,
}

/// An answer to `ingest`: the reply, or the code of the refusal.
pub(crate) type Answered = Result<Vec<u8>, String>;

impl Subject {
    /// A plugin of the library; `index` is one that it has.
    pub(crate) fn of(library: Arc<LoadedLibrary>, index: usize) -> Self {
        let descriptor = Arc::new(library.plugins[index].descriptor.clone());
        Self { library, index, rules: None, descriptor }
    }

    /// The source that a plugin of the library makes of a rules file.
    pub(crate) fn by_rules(library: Arc<LoadedLibrary>, index: usize, path: &Path) -> Result<Self, Fault> {
        let engine = Self::of(library, index);
        let named = |reason: String| format!("{}: {reason}", path.display());
        let file = std::fs::read(path).map_err(|error| error.to_string()).and_then(RulesFile::read).map_err(named)?;
        let Some(option) = engine.descriptor.rules_option.clone() else {
            return wrong(format!("{} reads no rules files", engine.descriptor.id));
        };
        let descriptor = Arc::new(file.descriptor(&engine.descriptor));
        Ok(Self { rules: Some((Arc::new(file), option)), descriptor, ..engine })
    }

    pub(crate) fn kind(&self) -> PluginKind {
        self.descriptor().kind
    }

    pub(crate) fn descriptor(&self) -> &Descriptor {
        &self.descriptor
    }

    pub(crate) fn create(&self, config: &[u8]) -> Result<InProcess, CallError> {
        let with_rules = self.rules.as_ref().map(|(rules, option)| rules.config(option, config));
        let config = with_rules.as_deref().unwrap_or(config);
        InProcess::create(&self.library, self.index, config, Limits::DEFAULT_REPLY_BYTES)
    }

    /// An instance with all defaults.
    pub(crate) fn instance(&self) -> Result<InProcess, Fault> {
        self.create(b"").or_else(|error| wrong(format!("no instance can be made with default options: {error}")))
    }

    /// The subject on an input: a source detects and ingests it, an annotator annotates a document of its words, an exporter
    /// writes the sample documents. Whatever is not an answer is a fault.
    pub(crate) fn exercise(&self, instance: &mut InProcess, name: &str, input: &[u8]) -> Result<Answered, Fault> {
        match self.kind() {
            PluginKind::Source => {
                detect(instance, name, input)?;
                ingest(instance, name, input)
            }
            PluginKind::Annotator => super::annotators::annotate_text(instance, name, input),
            PluginKind::Exporter => super::exporters::write_sample(instance).map(Ok),
        }
    }
}

fn info(name: &str) -> InputInfo {
    InputInfo { name: Some(name.to_owned()), ..InputInfo::default() }
}

/// One call; a panic or another defect is a fault that names the input.
pub(crate) fn call(
    instance: &mut InProcess,
    method: &str,
    request: &[u8],
    input: &[u8],
    on: &str,
) -> Result<Result<Reply, String>, Fault> {
    let (code, json, payload) = instance.call_raw(method.as_bytes(), request, input);
    match outcome(code, method, Reply { json, payload }, Limits::DEFAULT_REPLY_BYTES) {
        Ok(reply) => Ok(Ok(reply)),
        Err(CallError::Refused(refusal)) => Ok(Err(refusal.code)),
        Err(defect) => wrong(format!("{method} of {on}: {defect}")),
    }
}

/// How sure a source is of an input.
pub(crate) fn detect(instance: &mut InProcess, name: &str, input: &[u8]) -> Result<Detection, Fault> {
    let beginning = input.get(..rapporteur_core::protocol::DETECT_BYTES).unwrap_or(input);
    let info = InputInfo { truncated: beginning.len() < input.len(), ..info(name) };
    let request = serde_json::to_vec(&info).unwrap_or_default();
    let reply = match call(instance, method::DETECT, &request, beginning, name)? {
        Ok(reply) => reply,
        Err(code) => return wrong(format!("detect of {name} was refused ({code}); it must always answer")),
    };
    let detection: Detection = parse(&reply.json).or_else(|error| wrong(format!("detect of {name}: {error}")))?;
    if detection.confidence > 100 {
        return wrong(format!("detect of {name} is {} of 100", detection.confidence));
    }
    Ok(detection)
}

/// What a source makes of an input; every document must stand the checks of the host.
pub(crate) fn ingest(instance: &mut InProcess, name: &str, input: &[u8]) -> Result<Answered, Fault> {
    let request = serde_json::to_vec(&info(name)).unwrap_or_default();
    match call(instance, method::INGEST, &request, input, name)? {
        Ok(reply) => {
            documents(&reply.json, name, input)?;
            Ok(Ok(reply.json))
        }
        Err(code) => Ok(Err(code)),
    }
}

/// The documents of a reply to `ingest`.
pub(crate) fn documents(json: &[u8], name: &str, input: &[u8]) -> Result<Vec<Document>, Fault> {
    let ingested: Ingested = parse(json).or_else(|error| wrong(format!("ingest of {name}: {error}")))?;
    let mut documents = Vec::new();
    for (ordinal, draft) in ingested.documents.into_iter().enumerate() {
        let provenance = Provenance {
            uri: name,
            bytes: input,
            ordinal,
            plugin: "checked",
            plugin_version: "0",
            confidence: 100,
            evidence: &[],
        };
        match assemble(draft, &provenance) {
            Ok(assembled) => documents.push(assembled.document),
            Err(error) => return wrong(format!("ingest of {name}, document {ordinal}: {error}")),
        }
    }
    Ok(documents)
}

/// A JSON object as the bytes of a configuration.
pub(crate) fn config(options: &Value) -> Vec<u8> {
    options.to_string().into_bytes()
}
