//! Typed calls to an instance, which is made when first needed and anew after a defect.

use std::sync::Arc;

use rapporteur_core::Document;
use rapporteur_core::protocol::{Descriptor, Detection, ExportRequest, Exported, Ingested, InputInfo, method};
use serde::Serialize;

use crate::in_process::{InProcess, parse};
use crate::{CallError, Candidate, Connection, LoadedLibrary, Registry, Reply, State};

/// An instance, or how to make one.
struct Instance {
    library: Arc<LoadedLibrary>,
    index: usize,
    descriptor: Arc<Descriptor>,
    /// JSON object or empty.
    config: Vec<u8>,
    connection: Option<Box<dyn Connection>>,
}

impl Instance {
    fn new(registry: &Registry, candidate: &Candidate, config: &[u8]) -> Result<Self, State> {
        let (library, index) = registry.open(candidate)?;
        let descriptor = Arc::new(registry.descriptor(candidate)?);
        Ok(Self { library, index, descriptor, config: config.to_vec(), connection: None })
    }

    fn call(&mut self, method: &str, request: &impl Serialize, payload: &[u8]) -> Result<Reply, CallError> {
        let request = serde_json::to_vec(request).map_err(|error| CallError::Malformed(error.to_string()))?;
        let connection = match &mut self.connection {
            Some(connection) => connection,
            none => none.insert(Box::new(InProcess::create(&self.library, self.index, &self.config)?)),
        };
        let reply = connection.call(method, &request, payload);
        if reply.as_ref().is_err_and(CallError::is_defect) {
            tracing::warn!(plugin = %self.descriptor.id, method, "Plugin failed; its instance is given up.");
            self.connection = None;
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

    /// How sure the plugin is that the input is its kind. `beginning` is its first bytes.
    ///
    /// # Errors
    /// [`CallError`] if the plugin fails.
    pub fn detect(&mut self, info: &InputInfo, beginning: &[u8]) -> Result<Detection, CallError> {
        let mut detection: Detection = parse(&self.0.call(method::DETECT, info, beginning)?.json)?;
        detection.confidence = detection.confidence.min(100);
        Ok(detection)
    }

    /// The documents of the input.
    ///
    /// # Errors
    /// [`CallError`] if the plugin refuses the input or fails.
    pub fn ingest(&mut self, info: &InputInfo, input: &[u8]) -> Result<Ingested, CallError> {
        parse(&self.0.call(method::INGEST, info, input)?.json)
    }
}

/// An exporter plugin in use by one run.
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
fn stays_inside(name: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && part != "." && part != ".." && !part.contains(['\\', ':', '\0']);
    name.split('/').all(plain)
}
