//! Decides whether a library may be loaded and where, and loads it once.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rapporteur_core::protocol::Descriptor;
use rapporteur_core::sha256_hex;

use crate::in_process::InProcess;
use crate::library::stem;
use crate::lock::Verdict;
use crate::log::LogTo;
use crate::worker::{self, Worker};
use crate::{CallError, Connection, Isolation, LoadError, LoadedLibrary, Settings, State, StoredLibrary};

/// A library whose plugins are known and can be called.
#[derive(Debug)]
pub(crate) struct OpenLibrary {
    pub(crate) stored: StoredLibrary,
    /// In the library's order.
    pub(crate) descriptors: Vec<Descriptor>,
    /// The library in this process; `None` where its plugins run in workers.
    here: Option<Arc<LoadedLibrary>>,
    /// What its log lines are known by.
    name: String,
}

impl OpenLibrary {
    /// Whether its plugins run in workers.
    pub(crate) fn is_isolated(&self) -> bool {
        self.here.is_none()
    }

    /// A new instance of plugin `index`. `config` is a JSON object or empty.
    pub(crate) fn connect(
        &self,
        settings: &Settings,
        index: usize,
        config: &[u8],
    ) -> Result<Box<dyn Connection>, CallError> {
        if let Some(library) = &self.here {
            return Ok(Box::new(InProcess::create(library, index, config, settings.limits.reply_bytes)?));
        }
        let plugin = self.descriptors.get(index).map(|descriptor| descriptor.id.as_str()).unwrap_or_default();
        let recipe = recipe(settings, &self.stored, &self.name)?;
        Ok(Box::new(Worker::create(recipe, plugin, config)?))
    }
}

fn recipe<'a>(
    settings: &'a Settings,
    library: &'a StoredLibrary,
    name: &'a str,
) -> Result<worker::Recipe<'a>, CallError> {
    let no_program = || CallError::NoWorker("plugins cannot be run in workers here".to_owned());
    let program = settings.worker.as_ref().ok_or_else(no_program)?;
    Ok(worker::Recipe { program, limits: &settings.limits, library, name })
}

/// All libraries opened so far.
#[derive(Debug)]
pub(crate) struct Loader {
    pub(crate) settings: Arc<Settings>,
    /// By path of the original; each is opened once.
    libraries: Mutex<BTreeMap<PathBuf, Result<Arc<OpenLibrary>, State>>>,
}

impl Loader {
    pub(crate) fn new(settings: Settings) -> Self {
        Self { settings: Arc::new(settings), libraries: Mutex::default() }
    }

    /// The library at `path`. `plugins` are the ids its manifest names, where it has one.
    ///
    /// # Errors
    /// The state that says why it cannot be had.
    pub(crate) fn open(&self, path: &Path, bundled: bool, plugins: &[String]) -> Result<Arc<OpenLibrary>, State> {
        // A panic while the lock was held leaves the map as it was: whole.
        let mut libraries = self.libraries.lock().unwrap_or_else(PoisonError::into_inner);
        let open = || self.open_new(path, bundled, plugins).map(Arc::new);
        libraries.entry(path.to_owned()).or_insert_with(open).clone()
    }

    /// What `plugins.lock` makes of a library that need not be loaded yet: ready or untrusted.
    pub(crate) fn trust(&self, path: &Path, bundled: bool, plugins: &[String]) -> State {
        if bundled || self.settings.lock.is_none() {
            return State::Ready;
        }
        match std::fs::read(path) {
            Ok(bytes) => self.verdict(path, bundled, plugins, &sha256_hex(&bytes)).err().unwrap_or(State::Ready),
            Err(error) => State::LoadFailed(error.to_string()),
        }
    }

    /// What `plugins.lock` makes of a rules file: ready, or untrusted where it pins another version of it. Rules are data and
    /// need no trust to be read; one that is listed is held to what was listed.
    pub(crate) fn pinned(&self, bundled: bool, id: &str, sha256: &str) -> State {
        let lock = self.settings.lock.as_ref().filter(|_| !bundled);
        lock.and_then(|lock| lock.changed(id, sha256)).map_or(State::Ready, State::Untrusted)
    }

    /// Whether the library is trusted enough for this process, or why it is not loaded at all.
    fn verdict(&self, path: &Path, bundled: bool, plugins: &[String], sha256: &str) -> Result<bool, State> {
        if bundled {
            return Ok(true);
        }
        match self.settings.lock.as_ref().map(|lock| lock.verdict(path, plugins, sha256)) {
            Some(Verdict::Refused(reason)) => Err(State::Untrusted(reason)),
            Some(Verdict::Trusted) => Ok(true),
            Some(Verdict::Unlisted) | None => Ok(false),
        }
    }

    fn open_new(&self, path: &Path, bundled: bool, plugins: &[String]) -> Result<OpenLibrary, State> {
        let settings = &self.settings;
        let stored = settings.store.keep(path).map_err(|error| State::LoadFailed(error.to_string()))?;
        // Of the bytes that were copied, not of those that lay there when the folder was searched.
        let trusted = self.verdict(path, bundled, plugins, &stored.sha256)?;
        let here = match settings.isolation {
            Isolation::InProcess => true,
            Isolation::Process => false,
            Isolation::Auto => trusted || settings.worker.is_none(),
        };
        let name = stem(path);
        // The loader's words name the copy; people know the original.
        let in_their_words =
            |message: String| message.replace(&stored.path.display().to_string(), &path.display().to_string());
        if here {
            let library = LoadedLibrary::open_logging(&stored.path, LogTo::here(name.clone())).map_err(|error| {
                let message = in_their_words(error.to_string());
                match error {
                    LoadError::WrongAbi { .. } => State::WrongAbi(message),
                    _ => State::LoadFailed(message),
                }
            })?;
            let descriptors = library.plugins.iter().map(|plugin| plugin.descriptor.clone()).collect();
            return Ok(OpenLibrary { stored, descriptors, here: Some(Arc::new(library)), name });
        }
        let failed = |error: CallError| State::LoadFailed(error.to_string());
        let descriptors = worker::describe(recipe(settings, &stored, &name).map_err(failed)?);
        let descriptors = descriptors.map_err(|state| match state {
            State::LoadFailed(message) => State::LoadFailed(in_their_words(message)),
            other => other,
        })?;
        Ok(OpenLibrary { stored, descriptors, here: None, name })
    }
}
