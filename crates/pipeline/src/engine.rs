use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use rapporteur_analysis::{Analyser, Trace, Unread};
use rapporteur_core::protocol::PluginKind;
use rapporteur_core::{Assembled, Document};
use rapporteur_host::{
    AnnotatorHandle, CallError, Candidate, ExporterHandle, OptionsError, Registry, SourceHandle, State, UnknownPlugin,
    check_options,
};
use serde_json::{Map, Value};
use thiserror::Error;

use crate::annotators::{Mishaps, run_annotators};
use crate::choose::Choice;
use crate::crashes::PluginFailure;
use crate::problem::{Problem, ProblemKind};
use crate::reader::{Outcome, Reader};
use crate::{Config, Input};

/// What a run needs: plugins, analyser, configuration.
pub struct Engine {
    registry: Registry,
    analyser: Analyser,
    config: Config,
    /// The source the user named.
    forced: Option<String>,
    /// Ids of the annotators, in the order they run.
    annotators: Vec<String>,
    /// One for each thread that reads; handed out and taken back.
    readers: Mutex<Vec<Reader>>,
    /// After so many inputs that a plugin crashed on, a run goes on without it; 0 for never.
    crash_limit: usize,
}

/// What became of an input.
#[derive(Debug, Clone, Default)]
pub(crate) struct ReadInput {
    pub(crate) documents: Vec<ReadDocument>,
    pub(crate) problems: Vec<Problem>,
    pub(crate) failures: Vec<PluginFailure>,
    /// Ids of the plugins that it cost a process.
    pub(crate) crashed: BTreeSet<String>,
}

/// An input in memory.
pub(crate) struct Loaded<'i> {
    pub(crate) uri: &'i str,
    pub(crate) bytes: &'i [u8],
    /// Plugins it is read without.
    pub(crate) off: &'i BTreeSet<String>,
}

/// Crashes of one plugin that a run puts up with where nothing else is said.
const CRASH_LIMIT: usize = 3;

/// A document with the reasons for its claims.
#[derive(Debug, Clone)]
pub struct ReadDocument {
    pub document: Document,
    pub trace: Trace,
}

/// Why a run cannot start.
#[derive(Debug, Error)]
pub enum EngineError {
    #[error(transparent)]
    Plugin(#[from] UnknownPlugin),
    #[error("{plugin} cannot be used: {state}")]
    State { plugin: String, state: State },
    #[error("{plugin} cannot start: {error}")]
    Start { plugin: String, error: CallError },
    #[error(transparent)]
    Options(#[from] OptionsError),
    #[error("the configuration has options for {0:?}, and there is no such plugin")]
    OptionsForNobody(String),
    #[error("no source plugin is there; looked in: {}", .0.join(", "))]
    NoSources(Vec<String>),
    #[error(transparent)]
    Analyser(#[from] rapporteur_analysis::AnalyserError),
    #[error(transparent)]
    Gazetteer(#[from] rapporteur_analysis::gazetteer::GazetteerError),
}

impl Engine {
    /// Checks that everything the configuration and the user name is there.
    ///
    /// `gazetteers` are the texts of further gazetteer files, each with its name.
    ///
    /// # Errors
    /// [`EngineError`] for the first thing that is missing or wrong.
    pub fn new(
        registry: Registry,
        config: Config,
        gazetteers: &[(String, String)],
        source: Option<&str>,
    ) -> Result<Self, EngineError> {
        let mut analyser = Analyser::new()?;
        for (name, text) in gazetteers {
            analyser.add_gazetteer(name, text)?;
        }
        for name in config.plugins.keys() {
            let known = PluginKind::ALL.into_iter().any(|kind| registry.find(kind, name).is_ok());
            if !known {
                return Err(EngineError::OptionsForNobody(name.clone()));
            }
        }
        let forced = source.map(|name| registry.find(PluginKind::Source, name).map(Candidate::id)).transpose()?;
        let annotators = annotators(&registry, &config.annotators)?;
        let (readers, crash_limit) = (Mutex::default(), CRASH_LIMIT);
        let engine = Self { registry, analyser, config, forced, annotators, readers, crash_limit };
        // A first reader now: what is wrong with a plugin's library or options must stop the run, not each document.
        let mut reader = engine.new_reader()?;
        for annotator in &mut reader.annotators {
            let started = annotator.start();
            started.map_err(|error| EngineError::Start { plugin: annotator.descriptor().id.clone(), error })?;
        }
        engine.give_back(reader);
        Ok(engine)
    }

    /// Sets after how many inputs that a plugin crashed on a run goes on without it; 0 for never.
    #[must_use]
    pub fn with_crash_limit(mut self, crashes: usize) -> Self {
        self.crash_limit = crashes;
        self
    }

    pub(crate) fn crash_limit(&self) -> usize {
        self.crash_limit
    }

    /// The plugins found.
    pub fn registry(&self) -> &Registry {
        &self.registry
    }

    /// The configuration.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// An instance of the exporter that `name` means, with the configured options and `extra` over them.
    ///
    /// # Errors
    /// [`EngineError`] if it is missing or its options do not fit.
    pub fn exporter(&self, name: &str, extra: &Map<String, Value>) -> Result<ExporterHandle, EngineError> {
        let candidate = self.registry.find(PluginKind::Exporter, name)?;
        let config = self.config_for(candidate, extra)?;
        ExporterHandle::new(&self.registry, candidate, &config).map_err(|state| unusable(candidate, state))
    }

    /// Checks that what an exporter writes can follow one another in one stream.
    ///
    /// The files it writes of no documents are those it always writes: with more than one, a stream would be no format.
    ///
    /// # Errors
    /// Their names, if there is more than one.
    pub fn can_stream(&self, name: &str) -> Result<Result<(), Vec<String>>, EngineError> {
        let mut exporter = self.exporter(name, &Map::new())?;
        let files: BTreeSet<String> =
            exporter.finish().unwrap_or_default().into_iter().map(|(name, _, _)| name).collect();
        Ok(if files.len() > 1 { Err(files.into_iter().collect()) } else { Ok(()) })
    }

    /// What every source says of an input.
    pub fn assess(&self, uri: &str, bytes: &[u8]) -> Result<Choice, EngineError> {
        let mut reader = self.reader()?;
        let choice = reader.assess(uri, bytes, &BTreeSet::new());
        self.give_back(reader);
        Ok(choice)
    }

    /// The documents of an input with actors and claims, or why there are none.
    pub fn read(&self, uri: &str, bytes: &[u8]) -> (Vec<ReadDocument>, Vec<Problem>) {
        let read = self.read_without(uri, bytes, &BTreeSet::new());
        for PluginFailure { plugin, message, annotating, .. } in &read.failures {
            let doing =
                if *annotating { "An annotator failed" } else { "A source failed while it looked at the input" };
            tracing::warn!(uri, plugin, "{doing}: {message}");
        }
        (read.documents, read.problems)
    }

    /// The same without the plugins in `off`, with all that went wrong on the way.
    pub(crate) fn read_without(&self, uri: &str, bytes: &[u8], off: &BTreeSet<String>) -> ReadInput {
        self.read_all_without(&[Loaded { uri, bytes, off }]).pop().unwrap_or_default()
    }

    /// As [`Engine::read_without`], for several inputs, whose documents are analysed together: that is faster. One entry an input.
    pub(crate) fn read_all_without(&self, inputs: &[Loaded<'_>]) -> Vec<ReadInput> {
        let mut reader = match self.reader() {
            Ok(reader) => reader,
            Err(error) => {
                let message = error.to_string();
                let failed = |input: &Loaded<'_>| {
                    let problem = Problem::new(input.uri, ProblemKind::Quarantined, "plugin-failed", message.clone());
                    ReadInput { problems: vec![problem], ..ReadInput::default() }
                };
                return inputs.iter().map(failed).collect();
            }
        };
        let mut outcomes: Vec<Outcome> =
            inputs.iter().map(|input| reader.read(input.uri, input.bytes, input.off)).collect();
        let assembled = outcomes.iter_mut().flat_map(|outcome| &mut outcome.assembled);
        let mut unread: Vec<Unread<'_>> = assembled
            .map(|Assembled { document, spans, stated_claims }| Unread { document, spans, stated: stated_claims })
            .collect();
        let mut traces = self.analyser.analyse_all(&mut unread).into_iter();
        let annotated = outcomes.into_iter().zip(inputs).map(|(outcome, input)| {
            let Outcome { assembled, problems, mut failures, mut crashed } = outcome;
            let mut mishaps = Mishaps::default();
            let mut documents = Vec::with_capacity(assembled.len());
            for Assembled { mut document, spans, .. } in assembled {
                let mut trace = traces.next().unwrap_or_default();
                run_annotators(&mut reader.annotators, &mut document, &mut trace, &spans, input.off, &mut mishaps);
                documents.push(ReadDocument { document, trace });
            }
            failures.extend(mishaps.failures);
            crashed.extend(mishaps.crashed);
            ReadInput { documents, problems, failures, crashed }
        });
        let read = annotated.collect();
        self.give_back(reader);
        read
    }

    /// Loads an input's bytes, unless there are too many of them.
    ///
    /// # Errors
    /// The [`Problem`] to report.
    pub fn load(&self, input: &Input) -> Result<Vec<u8>, Box<Problem>> {
        let limit = self.config.max_bytes();
        let unreadable = |error: std::io::Error| {
            let message = format!("cannot be read: {error}");
            Box::new(Problem::new(input.uri(), ProblemKind::Unreadable, "unreadable", message))
        };
        let too_large = |found: String| {
            let message = format!("{found} is more than the {} that are read of one file", size(limit));
            let problem = Problem::new(input.uri(), ProblemKind::Unreadable, "too-large", message);
            Box::new(problem.help("raise the limit with --max-bytes, or split the file"))
        };
        match input {
            Input::File { path, .. } => {
                let length = std::fs::metadata(path).map_err(unreadable)?.len();
                if length > limit {
                    return Err(too_large(format!("its size of {}", size(length))));
                }
                std::fs::read(path).map_err(unreadable)
            }
            Input::Stdin => {
                let mut bytes = Vec::new();
                let mut limited = std::io::Read::take(std::io::stdin().lock(), limit.saturating_add(1));
                std::io::Read::read_to_end(&mut limited, &mut bytes).map_err(unreadable)?;
                if bytes.len() as u64 > limit {
                    return Err(too_large("it".to_owned()));
                }
                Ok(bytes)
            }
        }
    }

    fn reader(&self) -> Result<Reader, EngineError> {
        let waiting = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        waiting.map_or_else(|| self.new_reader(), Ok)
    }

    fn give_back(&self, reader: Reader) {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner).push(reader);
    }

    fn new_reader(&self) -> Result<Reader, EngineError> {
        let candidates = self.registry.ready(PluginKind::Source);
        if candidates.is_empty() {
            return Err(EngineError::NoSources(self.registry.searched()));
        }
        let mut sources = Vec::with_capacity(candidates.len());
        for candidate in candidates {
            let config = self.config_for(candidate, &Map::new())?;
            let handle =
                SourceHandle::new(&self.registry, candidate, &config).map_err(|state| unusable(candidate, state));
            match handle {
                Ok(handle) => sources.push(handle),
                // One broken library does not stop a run that need not use it; one that was asked for does.
                Err(error) if self.forced.as_ref().is_some_and(|forced| *forced == candidate.id()) => {
                    return Err(error);
                }
                Err(error) => tracing::warn!(%error, "Source plugin left out."),
            }
        }
        let forced = self.forced.as_ref();
        let forced = forced.and_then(|id| sources.iter().position(|source| source.descriptor().id == *id));
        let mut annotators = Vec::with_capacity(self.annotators.len());
        for id in &self.annotators {
            let candidate = self.registry.find(PluginKind::Annotator, id)?;
            let config = self.config_for(candidate, &Map::new())?;
            let handle = AnnotatorHandle::new(&self.registry, candidate, &config);
            annotators.push(handle.map_err(|state| unusable(candidate, state))?);
        }
        Ok(Reader { sources, forced, annotators })
    }

    /// The options of a plugin as the JSON it is created with; empty where there are none.
    fn config_for(&self, candidate: &Candidate, extra: &Map<String, Value>) -> Result<Vec<u8>, EngineError> {
        let mut options = self.config.options_of(&candidate.id());
        options.extend(extra.clone());
        if options.is_empty() {
            return Ok(Vec::new());
        }
        let descriptor = self.registry.descriptor(candidate).map_err(|state| unusable(candidate, state))?;
        check_options(&descriptor.id, &descriptor.options_schema, &options)?;
        Ok(Value::Object(options).to_string().into_bytes())
    }
}

/// The ids of the annotators that names mean, each once: as named; where "all" stands, all that are not named, by id.
fn annotators(registry: &Registry, named: &[String]) -> Result<Vec<String>, UnknownPlugin> {
    let mut ids: Vec<String> = Vec::new();
    if named.iter().any(|name| name == "none") {
        return Ok(ids);
    }
    let mut explicit: BTreeSet<String> = BTreeSet::new();
    for name in named.iter().filter(|name| *name != "all") {
        explicit.insert(registry.find(PluginKind::Annotator, name)?.id());
    }
    for name in named {
        let others = || registry.ready(PluginKind::Annotator).into_iter().map(Candidate::id);
        let meant = match name.as_str() {
            "all" => others().filter(|id| !explicit.contains(id)).collect(),
            name => vec![registry.find(PluginKind::Annotator, name)?.id()],
        };
        for id in meant {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    Ok(ids)
}

fn unusable(candidate: &Candidate, state: State) -> EngineError {
    EngineError::State { plugin: candidate.id(), state }
}

/// "47.7 MiB"; small sizes in bytes.
fn size(bytes: u64) -> String {
    if bytes < 1 << 20 {
        return format!("{bytes} bytes");
    }
    // One decimal in whole numbers.
    let tenths = bytes.saturating_mul(10) >> 20;
    if tenths.is_multiple_of(10) {
        format!("{} MiB", tenths / 10)
    } else {
        format!("{}.{} MiB", tenths / 10, tenths % 10)
    }
}
