//! From arguments and `rapporteur.toml` to an engine.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rapporteur_pipeline::host::{
    CallError, Candidate, Isolation, LibraryStore, Limits, Lock, LockFile, OptionsError, Placement, Registry,
    SearchPath, Settings, State, StoredLibrary, UnknownPlugin, WorkerProgram,
};
use rapporteur_pipeline::{Config, Engine, EngineError};

use crate::args::{Global, InputArguments};
use crate::failure::Failure;
use crate::plugin_path::{cache_folder, search_path};

pub(crate) const CONFIG_FILE: &str = "rapporteur.toml";
const LOCK_FILE: &str = "plugins.lock";

/// The configuration and the folder its paths are relative to, where there is a file.
pub(crate) struct Configuration {
    pub(crate) config: Config,
    base: Option<PathBuf>,
}

impl Configuration {
    pub(crate) fn load(global: &Global) -> Result<Self, Failure> {
        let path = match &global.config {
            Some(path) => path.clone(),
            None if Path::new(CONFIG_FILE).is_file() => PathBuf::from(CONFIG_FILE),
            None => return Ok(Self { config: Config::default(), base: None }),
        };
        let text = fs::read_to_string(&path).map_err(|error| Failure::usage(format!("{}: {error}", path.display())))?;
        let config = Config::parse(&text).map_err(|error| {
            let failure = Failure::usage(format!("{}: {error}", path.display()));
            match error.nearest() {
                Some(nearest) => failure.help(format!("did you mean {nearest:?}?")),
                None => failure,
            }
        })?;
        Ok(Self { config, base: Some(path.parent().map(Path::to_owned).unwrap_or_default()) })
    }

    /// The folder that its paths are relative to, where there is a file.
    pub(crate) fn base(&self) -> Option<&Path> {
        self.base.as_deref()
    }

    /// The files of further actors that it names.
    pub(crate) fn gazetteers(&self) -> Vec<PathBuf> {
        let base = self.base.clone().unwrap_or_default();
        self.config.analysis.gazetteers.iter().map(|path| base.join(path)).collect()
    }

    /// All plugins found by this configuration.
    ///
    /// A place the user named must be there: a run without the plugin it was to have is not what was asked for.
    pub(crate) fn registry(&self, global: &Global) -> Result<Registry, Failure> {
        let search = search_path(&global.plugins, &self.config.plugin_path, self.base.as_deref());
        for level in search.levels.iter().filter(|level| level.required) {
            if let Some(missing) = level.paths.iter().find(|path| !path.exists()) {
                let message = format!("{}: no such file or folder (named by {})", missing.display(), level.name);
                return Err(Failure::usage(message).help("name a plugin's library or a folder of plugins"));
            }
        }
        Ok(Registry::with_settings(search, &self.config.disabled_plugins, self.settings(global)?))
    }

    /// Where plugins run, what they may use, and which are trusted.
    fn settings(&self, global: &Global) -> Result<Settings, Failure> {
        let (chosen, configured) = (&global.isolation, &self.config.isolation);
        let path = self.lock_path(global);
        let lock = read_lock(&path)?.map(|entries| Lock { path: path.clone(), entries });
        if lock.is_none() && chosen.lock.is_some() {
            return Err(Failure::usage(format!("{}: no such file (named by --lock)", path.display()))
                .help("`rapporteur plugins trust PATH --lock FILE` writes it"));
        }
        let worker = cfg!(unix)
            .then(env::current_exe)
            .and_then(Result::ok)
            .map(|program| WorkerProgram { program, arguments: vec!["worker".into()] });
        let cache = chosen.cache.clone().or_else(cache_folder);
        Ok(Settings {
            isolation: chosen.isolation.or(configured.mode).unwrap_or_default(),
            worker,
            limits: Limits {
                memory: self.plugin_memory(global),
                call_time: chosen.plugin_timeout.or(configured.timeout).unwrap_or(Limits::DEFAULT_CALL_TIME),
                ..Limits::default()
            },
            store: cache.map_or_else(LibraryStore::temporary, LibraryStore::at),
            lock,
        })
    }

    /// Address space of a worker, in bytes; `None` for no limit.
    pub(crate) fn plugin_memory(&self, global: &Global) -> Option<u64> {
        let memory = global.isolation.plugin_memory.or(self.config.isolation.memory);
        Some(memory.unwrap_or(Limits::DEFAULT_MEMORY)).filter(|memory| *memory > 0)
    }

    /// The library at a path as a worker sees it, whatever `plugins.lock` says of it; its copy also where it cannot be used.
    pub(crate) fn opened_in_worker(
        &self,
        global: &Global,
        library: &Path,
    ) -> Result<Placement, (State, Option<Placement>)> {
        let mut settings = self.settings(global).map_err(|failure| (State::LoadFailed(failure.to_string()), None))?;
        settings.isolation = Isolation::Process;
        let stored = settings.store.keep(library).ok();
        let registry = Registry::with_settings(SearchPath::default(), &[], settings);
        registry.inspect(library).map_err(|state| {
            let placement = |stored: StoredLibrary| Placement {
                sha256: stored.sha256,
                copy: stored.path,
                isolated: true,
                plugins: Vec::new(),
            };
            (state, stored.map(placement))
        })
    }

    /// The source of the rules file at a path, with its engine in a worker, whatever `plugins.lock` says; and how the engine was
    /// opened. `path` is absolute.
    pub(crate) fn rules_in_worker(
        &self,
        global: &Global,
        path: &Path,
    ) -> Result<Result<(Candidate, Placement), State>, Failure> {
        let mut settings = self.settings(global)?;
        (settings.isolation, settings.lock) = (Isolation::Process, None);
        let mut search = SearchPath::default();
        search.push("the rules file", vec![path.to_owned()], true);
        search.levels.extend(search_path(&global.plugins, &self.config.plugin_path, self.base.as_deref()).levels);
        let registry = Registry::with_settings(search, &[], settings);
        let found = registry.candidates().iter().find(|candidate| candidate.found.path == path);
        let candidate = found.ok_or_else(|| Failure::usage(format!("{}: it cannot be read", path.display())))?;
        let placement = if candidate.is_ready() { registry.placement(candidate) } else { Err(candidate.state.clone()) };
        Ok(placement.map(|placement| (candidate.clone(), placement)))
    }

    /// Where `plugins.lock` stands or would stand.
    pub(crate) fn lock_path(&self, global: &Global) -> PathBuf {
        let named = global.isolation.lock.clone();
        named.unwrap_or_else(|| self.base.clone().unwrap_or_default().join(LOCK_FILE))
    }

    /// What a command that reads inputs needs.
    pub(crate) fn engine(mut self, global: &Global, arguments: &InputArguments) -> Result<Engine, Failure> {
        for setting in &arguments.settings {
            let options = self.config.plugins.entry(setting.plugin.clone()).or_default();
            options.insert(setting.key.clone(), setting.value.clone());
        }
        if arguments.max_bytes.is_some() {
            self.config.max_bytes = arguments.max_bytes;
        }
        if !arguments.annotators.is_empty() {
            self.config.annotators.clone_from(&arguments.annotators);
        }
        let mut gazetteers = Vec::new();
        for path in self.gazetteers().into_iter().chain(arguments.gazetteers.iter().cloned()) {
            let text =
                fs::read_to_string(&path).map_err(|error| Failure::usage(format!("{}: {error}", path.display())))?;
            gazetteers.push((path.display().to_string(), text));
        }
        let registry = self.registry(global)?;
        let crashes = global.isolation.plugin_crashes.or(self.config.isolation.crashes);
        let engine = Engine::new(registry, self.config, &gazetteers, arguments.source.as_deref());
        let engine = engine.map_err(|error| engine_failure(&error))?;
        Ok(match crashes {
            Some(crashes) => engine.with_crash_limit(crashes),
            None => engine,
        })
    }
}

/// The `plugins.lock` at a path; `None` where there is none.
pub(crate) fn read_lock(path: &Path) -> Result<Option<LockFile>, Failure> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Failure::usage(format!("{}: {error}", path.display()))),
    };
    LockFile::parse(&text).map(Some).map_err(|error| Failure::usage(format!("{}: {error}", path.display())))
}

/// An engine's error with what to do about it.
pub(crate) fn engine_failure(error: &EngineError) -> Failure {
    let failure = Failure::usage(error);
    match error {
        EngineError::Plugin(unknown) => unknown_plugin_help(failure, unknown),
        EngineError::Options(OptionsError::UnknownKey { nearest: Some(nearest), .. }) => {
            failure.help(format!("did you mean {nearest:?}?"))
        }
        EngineError::Options(OptionsError::UnknownKey { plugin, .. } | OptionsError::WrongValue { plugin, .. }) => {
            failure.help(format!("see `rapporteur plugins info {plugin}`"))
        }
        EngineError::OptionsForNobody(_) => failure.help("see `rapporteur plugins list`"),
        EngineError::NoSources(_) => {
            failure.help("say where the plugins are with --plugin DIR; in the source tree `cargo build --workspace` puts them beside the program")
        }
        EngineError::Start { error: CallError::Refused(refusal), .. } => match &refusal.help {
            Some(help) => failure.help(help),
            None => failure,
        },
        EngineError::Start { plugin, .. } => failure.help(format!(
            "leave it out (--annotate, or annotators in rapporteur.toml), and report this to the author of {plugin}"
        )),
        EngineError::State { plugin, .. } => failure.help(format!("see `rapporteur plugins info {plugin}`")),
        EngineError::Analyser(_) | EngineError::Gazetteer(_) => failure,
    }
}

/// What to do about a plugin that cannot be had.
pub(crate) fn unknown_plugin_help(failure: Failure, unknown: &UnknownPlugin) -> Failure {
    match unknown {
        UnknownPlugin::NotFound { nearest: Some(nearest), .. } => failure.help(format!("did you mean {nearest:?}?")),
        UnknownPlugin::NotFound { .. } => {
            failure.help("see `rapporteur plugins list`, or say where the plugin is with --plugin PATH")
        }
        UnknownPlugin::NotReady { .. } => failure.help("see `rapporteur plugins list`"),
    }
}
