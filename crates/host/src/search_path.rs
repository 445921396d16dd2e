use std::path::PathBuf;

/// Where plugins are looked for, the nearest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchPath {
    /// In search order. Several folders may stand at one level: there, one id twice is a mistake.
    pub levels: Vec<Level>,
}

/// One step of the search order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// What the user knows it by: "--plugin", "RAPPORTEUR_PLUGIN_PATH", "beside the program".
    pub name: String,
    /// Folders, or library files themselves.
    pub paths: Vec<PathBuf>,
    /// A path that does not exist is a mistake: the user named it.
    pub required: bool,
    /// What lies here came with the program and is trusted as the program is.
    pub bundled: bool,
}

impl SearchPath {
    /// Adds the next step.
    pub fn push(&mut self, name: impl Into<String>, paths: Vec<PathBuf>, required: bool) {
        if !paths.is_empty() {
            self.levels.push(Level { name: name.into(), paths, required, bundled: false });
        }
    }

    /// Adds the next step: a place where plugins lie that came with the program.
    pub fn push_bundled(&mut self, name: impl Into<String>, paths: Vec<PathBuf>) {
        self.levels.push(Level { name: name.into(), paths, required: false, bundled: true });
    }
}
