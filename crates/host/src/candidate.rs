use std::path::PathBuf;
use std::sync::Arc;

use crate::loader::OpenLibrary;
use crate::{PluginEntry, RulesEngine, RulesFile, State};

/// A plugin that was found, whatever became of it.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// From its manifest or, where there is none, its descriptor; `None` where neither can be read.
    pub plugin: Option<PluginEntry>,
    /// Version of the package; empty where nothing can be read.
    pub version: String,
    pub state: State,
    pub found: Found,
}

/// Where a candidate was found.
#[derive(Debug, Clone)]
pub struct Found {
    /// The library or the rules file, or the manifest where that cannot be read. Absolute.
    pub path: PathBuf,
    /// The step of the search order; see [`Level`](crate::Level).
    pub level: String,
    /// Index of that step.
    pub(crate) level_index: usize,
    /// Whether a manifest names it.
    pub has_manifest: bool,
    /// Whether it came with the program.
    pub bundled: bool,
    /// The rules file, where the source is one that could be read as TOML.
    pub rules: Option<Arc<RulesFile>>,
    /// What reads it; `None` where nothing can.
    pub engine: Option<RulesEngine>,
    /// The library, where it had to be opened to be known: of rules files, the engine's.
    pub(crate) library: Option<Arc<OpenLibrary>>,
}

impl Candidate {
    /// Its id, or the file where it has none that can be read.
    pub fn id(&self) -> String {
        self.plugin.as_ref().map_or_else(|| self.found.path.display().to_string(), |plugin| plugin.id.clone())
    }

    /// Whether it can be used.
    pub fn is_ready(&self) -> bool {
        self.state == State::Ready
    }
}
