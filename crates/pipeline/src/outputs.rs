//! Where an exporter's files go.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use thiserror::Error;

/// Where the output goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    Folder(PathBuf),
    Stdout,
}

/// Why output could not be written.
#[derive(Debug, Error)]
pub enum OutputError {
    #[error("{path}: cannot be written: {error}")]
    Write { path: String, error: io::Error },
    #[error("standard output cannot be written: {0}")]
    Stdout(io::Error),
}

/// The files of one exporter. A name that comes again is appended to; nothing else of an earlier run is kept.
pub(crate) struct Outputs {
    destination: Destination,
    begun: BTreeSet<String>,
    /// Below the output folder, in the order they were begun.
    pub(crate) files: Vec<String>,
}

impl Outputs {
    pub(crate) fn new(destination: Destination) -> Self {
        Self { destination, begun: BTreeSet::new(), files: Vec::new() }
    }

    pub(crate) fn write(&mut self, name: String, bytes: &[u8]) -> Result<(), OutputError> {
        match &self.destination {
            Destination::Stdout => io::stdout().lock().write_all(bytes).map_err(OutputError::Stdout),
            Destination::Folder(folder) => {
                let path = folder.join(&name);
                let first = self.begun.insert(name.clone());
                append(&path, first, bytes)
                    .map_err(|error| OutputError::Write { path: path.display().to_string(), error })?;
                if first {
                    self.files.push(name);
                }
                Ok(())
            }
        }
    }
}

fn append(path: &Path, first: bool, bytes: &[u8]) -> io::Result<()> {
    if first {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        return File::create(path)?.write_all(bytes);
    }
    OpenOptions::new().append(true).open(path)?.write_all(bytes)
}
