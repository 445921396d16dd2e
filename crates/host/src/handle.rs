//! Typed calls to an instance, which is made when first needed and anew after a defect.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rapporteur_core::protocol::{
    AnnotateRequest, Descriptor, Detection, ExportRequest, Exported, Ingested, InputInfo, Proposal, ProposalRequest,
    method,
};
use rapporteur_core::{Additions, Document};
use serde::Serialize;

use crate::in_process::parse;
use crate::loader::OpenLibrary;
use crate::{CallError, Candidate, Connection, Registry, Reply, Settings, State};

/// An instance, or how to make one.
struct Instance {
    library: Arc<OpenLibrary>,
    index: usize,
    settings: Arc<Settings>,
    descriptor: Arc<Descriptor>,
    /// The library as the user knows it, not its copy.
    path: PathBuf,
    /// JSON object or empty.
    config: Vec<u8>,
    connection: Option<Box<dyn Connection>>,
    /// Whether the connection has answered before.
    used: bool,
}

impl Instance {
    fn new(registry: &Registry, candidate: &Candidate, config: &[u8]) -> Result<Self, State> {
        let (library, index) = registry.open(candidate)?;
        let descriptor = Arc::new(registry.descriptor(candidate)?);
        let (settings, path) = (registry.settings(), candidate.found.path.clone());
        let config = match (&candidate.found.rules, &candidate.found.engine) {
            (Some(rules), Some(engine)) => rules.config(&engine.option, config),
            _ => config.to_vec(),
        };
        Ok(Self { library, index, settings, descriptor, path, config, connection: None, used: false })
    }

    /// Makes the instance, if there is none yet.
    fn start(&mut self) -> Result<&mut Box<dyn Connection>, CallError> {
        Ok(match &mut self.connection {
            Some(connection) => connection,
            none => {
                self.used = false;
                none.insert(self.library.connect(&self.settings, self.index, &self.config)?)
            }
        })
    }

    fn call(&mut self, method: &str, request: &impl Serialize, payload: &[u8]) -> Result<Reply, CallError> {
        let request = serde_json::to_vec(request).map_err(|error| CallError::Malformed(error.to_string()))?;
        self.call_once(method, &request, payload)
    }

    /// For plugins whose answers do not depend on earlier calls: an input that meets a worker worn out by those before it
    /// is not to blame, so it is shown to a new one before it is.
    fn call_pure(&mut self, method: &str, request: &impl Serialize, payload: &[u8]) -> Result<Reply, CallError> {
        let request = serde_json::to_vec(request).map_err(|error| CallError::Malformed(error.to_string()))?;
        let used = self.used;
        match self.call_once(method, &request, payload) {
            Err(CallError::Crashed { .. }) if used => self.call_once(method, &request, payload),
            outcome => outcome,
        }
    }

    fn call_once(&mut self, method: &str, request: &[u8], payload: &[u8]) -> Result<Reply, CallError> {
        let reply = self.start()?.call(method, request, payload);
        self.used = true;
        if let Err(error) = &reply
            && error.is_defect()
        {
            tracing::debug!(plugin = %self.descriptor.id, method, %error, "Plugin failed; its instance is given up.");
            self.connection = None;
            self.used = false;
        }
        reply
    }
}

/// A source plugin in use by one thread.
pub struct SourceHandle(Instance);

impl SourceHandle {
    /// Loads the plugin. `config` is a JSON object of its options, or empty.
    ///
    /// # Errors
    /// The state that says why it cannot be loaded.
    pub fn new(registry: &Registry, candidate: &Candidate, config: &[u8]) -> Result<Self, State> {
        Instance::new(registry, candidate, config).map(Self)
    }

    /// What the plugin says about itself.
    pub fn descriptor(&self) -> &Descriptor {
        &self.0.descriptor
    }

    /// The library or rules file it was found in.
    pub fn library(&self) -> &Path {
        &self.0.path
    }

    /// How sure the plugin is that the input is its kind. `beginning` is its first bytes.
    ///
    /// # Errors
    /// [`CallError`] if the plugin fails.
    pub fn detect(&mut self, info: &InputInfo, beginning: &[u8]) -> Result<Detection, CallError> {
        let mut detection: Detection = parse(&self.0.call_pure(method::DETECT, info, beginning)?.json)?;
        detection.confidence = detection.confidence.min(100);
        Ok(detection)
    }

    /// The documents of the input.
    ///
    /// # Errors
    /// [`CallError`] if the plugin refuses the input or fails.
    pub fn ingest(&mut self, info: &InputInfo, input: &[u8]) -> Result<Ingested, CallError> {
        parse(&self.0.call_pure(method::INGEST, info, input)?.json)
    }

    /// Rules for pages like this one, of an engine of rules files. `name` is what users will call the source.
    ///
    /// # Errors
    /// [`CallError`] if the plugin refuses the input, is no engine, or fails.
    pub fn propose(&mut self, info: &InputInfo, name: Option<&str>, input: &[u8]) -> Result<Proposal, CallError> {
        let request = ProposalRequest { input: info.clone(), name: name.map(str::to_owned) };
        parse(&self.0.call_pure(method::PROPOSE, &request, input)?.json)
    }
}

/// An annotator plugin in use by one thread.
pub struct AnnotatorHandle(Instance);

impl AnnotatorHandle {
    /// Loads the plugin. `config` is a JSON object of its options, or empty.
    ///
    /// # Errors
    /// The state that says why it cannot be loaded.
    pub fn new(registry: &Registry, candidate: &Candidate, config: &[u8]) -> Result<Self, State> {
        Instance::new(registry, candidate, config).map(Self)
    }

    /// What the plugin says about itself.
    pub fn descriptor(&self) -> &Descriptor {
        &self.0.descriptor
    }

    /// The library it was found in.
    pub fn library(&self) -> &Path {
        &self.0.path
    }

    /// Makes an instance now and not at the first document: options that will not do and files of a model that are missing
    /// are found out before anything is read.
    ///
    /// # Errors
    /// [`CallError`] if the plugin refuses its options or fails.
    pub fn start(&mut self) -> Result<(), CallError> {
        self.0.start().map(|_| ())
    }

    /// What the plugin has to add to a document; not checked yet.
    ///
    /// # Errors
    /// [`CallError`] if the plugin refuses the document or fails.
    pub fn annotate(&mut self, document: &Document) -> Result<Additions, CallError> {
        let payload = serde_json::to_vec(document).map_err(|error| CallError::Malformed(error.to_string()))?;
        parse(&self.0.call_pure(method::ANNOTATE, &AnnotateRequest::default(), &payload)?.json)
    }
}

/// An exporter plugin in use by one run.
///
/// An exporter counts what it was given, so nothing is tried again on a new instance.
pub struct ExporterHandle {
    instance: Instance,
    batch: usize,
}

/// A written file, or the next piece of one.
type Written = (String, String, Vec<u8>);

impl ExporterHandle {
    /// Loads the plugin. `config` is a JSON object of its options, or empty.
    ///
    /// # Errors
    /// The state that says why it cannot be loaded.
    pub fn new(registry: &Registry, candidate: &Candidate, config: &[u8]) -> Result<Self, State> {
        Ok(Self { instance: Instance::new(registry, candidate, config)?, batch: 0 })
    }

    /// What the plugin says about itself.
    pub fn descriptor(&self) -> &Descriptor {
        &self.instance.descriptor
    }

    /// Writes the next documents: name, media type and bytes of each file or next piece of a file.
    ///
    /// # Errors
    /// [`CallError`] if the plugin refuses the documents or fails.
    pub fn export(&mut self, documents: &[Document]) -> Result<Vec<Written>, CallError> {
        let mut lines = Vec::new();
        for document in documents {
            serde_json::to_writer(&mut lines, document).map_err(|error| CallError::Malformed(error.to_string()))?;
            lines.push(b'\n');
        }
        self.write(method::EXPORT, &lines)
    }

    /// Writes what comes at the end of a run.
    ///
    /// # Errors
    /// As for [`export`](Self::export).
    pub fn finish(&mut self) -> Result<Vec<Written>, CallError> {
        self.write(method::FINISH, &[])
    }

    fn write(&mut self, method: &str, payload: &[u8]) -> Result<Vec<Written>, CallError> {
        let reply = self.instance.call(method, &ExportRequest { batch: self.batch }, payload)?;
        self.batch += 1;
        let exported: Exported = parse(&reply.json)?;
        let mut written = Vec::with_capacity(exported.files.len());
        for file in exported.files {
            if !stays_inside(&file.name) {
                return Err(CallError::Malformed(format!("{:?} leads out of the output folder", file.name)));
            }
            let range = file.start..file.start.saturating_add(file.len);
            let bytes = reply.payload.get(range).ok_or_else(|| {
                CallError::Malformed(format!("{:?} is said to stand outside of what was written", file.name))
            })?;
            written.push((file.name, file.media_type, bytes.to_vec()));
        }
        Ok(written)
    }
}

/// Whether a name is a relative path of plain parts.
pub(crate) fn stays_inside(name: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && part != "." && part != ".." && !part.contains(['\\', ':', '\0']);
    name.split('/').all(plain)
}
