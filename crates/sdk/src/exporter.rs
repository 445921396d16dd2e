use rapporteur_core::Document;
use rapporteur_core::protocol::Refusal;

use crate::Describe;

/// Writes a format.
///
/// Returns bytes; the host decides where they go. In a run [`export`](Exporter::export) is called once or more with the
/// next documents, then [`finish`](Exporter::finish) once, all on one instance, so an exporter may keep count. The same
/// documents in the same order must give the same bytes, however they are cut into batches.
pub trait Exporter: Describe {
    /// Writes the next documents.
    ///
    /// # Errors
    /// [`Refusal`] if the documents cannot be expressed in the format.
    fn export(&mut self, documents: &[Document]) -> Result<Vec<OutputFile>, Refusal>;

    /// Writes what can only be written at the end: an index, a closing bracket, the tables' description.
    ///
    /// # Errors
    /// As for [`export`](Exporter::export).
    fn finish(&mut self) -> Result<Vec<OutputFile>, Refusal> {
        Ok(Vec::new())
    }
}

/// A file, or the next piece of one: bytes under a name given before are appended to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// Relative, with `/` between folders.
    pub name: String,
    /// "text/csv".
    pub media_type: String,
    /// The file's bytes.
    pub bytes: Vec<u8>,
}

impl OutputFile {
    /// A file of these bytes.
    pub fn new(name: impl Into<String>, media_type: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), media_type: media_type.into(), bytes: bytes.into() }
    }
}
