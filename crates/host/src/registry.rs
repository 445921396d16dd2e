use std::path::{Path, PathBuf};
use std::sync::Arc;

use rapporteur_core::protocol::{Descriptor, PluginKind};
use thiserror::Error;

use crate::discover::discover;
use crate::loader::{Loader, OpenLibrary};
use crate::{Candidate, SearchPath, Settings, State};

/// All plugins found, and the libraries loaded of them.
#[derive(Debug)]
pub struct Registry {
    candidates: Vec<Candidate>,
    search: SearchPath,
    loader: Loader,
}

/// A library as it was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placement {
    /// Of the library's bytes, in small hexadecimal digits.
    pub sha256: String,
    /// The copy it is loaded from.
    pub copy: PathBuf,
    /// Whether its plugins run in workers.
    pub isolated: bool,
    /// Ids of its plugins.
    pub plugins: Vec<String>,
}

/// A plugin that was asked for and cannot be had.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum UnknownPlugin {
    /// No such plugin.
    #[error("there is no {} {name:?}; found: {}", kind.as_str(), if known.is_empty() { "none".to_owned() } else { known.join(", ") })]
    NotFound {
        /// What it was to be.
        kind: PluginKind,
        /// What was asked for.
        name: String,
        /// Names of those that are ready.
        known: Vec<String>,
        /// The one that sounds most alike.
        nearest: Option<String>,
        /// Where was looked.
        searched: Vec<String>,
    },
    /// Found, but not ready.
    #[error("the {} {id} cannot be used: {state} ({path})", kind.as_str())]
    NotReady {
        /// What it is.
        kind: PluginKind,
        /// Its id.
        id: String,
        /// What is wrong with it.
        state: State,
        /// Where it lies.
        path: String,
    },
}

impl Registry {
    /// Walks the search path and runs what is found in this process. `disabled` holds ids, or their last parts, that are
    /// switched off.
    pub fn discover(search: SearchPath, disabled: &[String]) -> Self {
        Self::with_settings(search, disabled, Settings::in_process())
    }

    /// The same, with a say in where plugins run and which are trusted.
    pub fn with_settings(search: SearchPath, disabled: &[String], settings: Settings) -> Self {
        let loader = Loader::new(settings);
        let candidates = discover(&search, disabled, &loader);
        for candidate in &candidates {
            tracing::debug!(plugin = %candidate.id(), state = candidate.state.word(), path = %candidate.found.path.display(), "Plugin found.");
        }
        Self { candidates, search, loader }
    }

    /// Every plugin found, in search order, whatever its state.
    pub fn candidates(&self) -> &[Candidate] {
        &self.candidates
    }

    /// Those of a kind that can be used, by id.
    pub fn ready(&self, kind: PluginKind) -> Vec<&Candidate> {
        let mut ready: Vec<&Candidate> = self
            .candidates
            .iter()
            .filter(|candidate| {
                candidate.is_ready() && candidate.plugin.as_ref().is_some_and(|plugin| plugin.kind == kind)
            })
            .collect();
        ready.sort_by_key(|candidate| candidate.id());
        ready
    }

    /// The plugin of this kind that `name` means: an id, the last part of an id, or a name.
    ///
    /// # Errors
    /// [`UnknownPlugin`] if there is none or it cannot be used.
    pub fn find(&self, kind: PluginKind, name: &str) -> Result<&Candidate, UnknownPlugin> {
        let means = |candidate: &&Candidate| {
            candidate.plugin.as_ref().is_some_and(|plugin| plugin.kind == kind && plugin.is_called(name))
        };
        if let Some(ready) = self.candidates.iter().filter(|candidate| candidate.is_ready()).find(means) {
            return Ok(ready);
        }
        if let Some(broken) = self.candidates.iter().find(means) {
            return Err(UnknownPlugin::NotReady {
                kind,
                id: broken.id(),
                state: broken.state.clone(),
                path: broken.found.path.display().to_string(),
            });
        }
        let known: Vec<String> = self
            .ready(kind)
            .into_iter()
            .filter_map(|candidate| candidate.plugin.as_ref().map(|plugin| plugin.name.clone()))
            .collect();
        Err(UnknownPlugin::NotFound {
            kind,
            name: name.to_owned(),
            nearest: nearest(name, known.iter().map(String::as_str)),
            known,
            searched: self.searched(),
        })
    }

    /// The folders that were looked into, in order, with the step each belongs to.
    pub fn searched(&self) -> Vec<String> {
        let levels = self.search.levels.iter();
        levels
            .flat_map(|level| level.paths.iter().map(move |path| format!("{} ({})", path.display(), level.name)))
            .collect()
    }

    /// What a plugin says about itself. Loads its library.
    ///
    /// # Errors
    /// The state that says why it cannot be loaded.
    pub fn descriptor(&self, candidate: &Candidate) -> Result<Descriptor, State> {
        let (library, index) = self.open(candidate)?;
        let lost = || State::LoadFailed("the library has lost the plugin".to_owned());
        let descriptor = library.descriptors.get(index).cloned().ok_or_else(lost)?;
        Ok(match &candidate.found.rules {
            Some(rules) => rules.descriptor(&descriptor),
            None => descriptor,
        })
    }

    /// How a plugin's library was opened. Opens it.
    ///
    /// # Errors
    /// The state that says why it cannot be opened.
    pub fn placement(&self, candidate: &Candidate) -> Result<Placement, State> {
        Ok(placement(&self.open(candidate)?.0))
    }

    /// How the library at `path` would be opened, wherever it lies and whatever `plugins.lock` says of it.
    ///
    /// # Errors
    /// The state that says why it cannot be opened.
    pub fn inspect(&self, path: &Path) -> Result<Placement, State> {
        let settings = Settings { lock: None, ..Settings::clone(&self.loader.settings) };
        let library = Loader::new(settings).open(path, false, &[])?;
        Ok(placement(&library))
    }

    pub(crate) fn settings(&self) -> Arc<Settings> {
        Arc::clone(&self.loader.settings)
    }

    /// The library of a plugin and the plugin's place in it; of a rules file, those of its engine.
    pub(crate) fn open(&self, candidate: &Candidate) -> Result<(Arc<OpenLibrary>, usize), State> {
        let id = candidate.found.engine.as_ref().map_or_else(|| candidate.id(), |engine| engine.id.clone());
        let library = match &candidate.found.library {
            Some(library) => Arc::clone(library),
            None if candidate.found.rules.is_some() => return Err(candidate.state.clone()),
            None => self.loader.open(&candidate.found.path, candidate.found.bundled, std::slice::from_ref(&id))?,
        };
        let Some(index) = library.descriptors.iter().position(|descriptor| descriptor.id == id) else {
            let holds: Vec<&str> = library.descriptors.iter().map(|descriptor| descriptor.id.as_str()).collect();
            return Err(State::InvalidManifest(format!(
                "its manifest names {id}, and the library holds {}",
                holds.join(", ")
            )));
        };
        Ok((library, index))
    }
}

fn placement(library: &OpenLibrary) -> Placement {
    Placement {
        sha256: library.stored.sha256.clone(),
        copy: library.stored.path.clone(),
        isolated: library.is_isolated(),
        plugins: library.descriptors.iter().map(|descriptor| descriptor.id.clone()).collect(),
    }
}

/// The known name that is most like what was typed, if any is like it at all.
pub fn nearest<'a>(typed: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    known
        .map(|name| (strsim::damerau_levenshtein(typed, name), name))
        .filter(|(distance, name)| *distance <= 1 + name.len().max(typed.len()) / 3)
        .min()
        .map(|(_, name)| name.to_owned())
}
