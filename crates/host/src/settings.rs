use std::ffi::OsString;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use crate::{LibraryStore, Lock};

/// Where plugins run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Isolation {
    /// In this process where the plugin came with the program or `plugins.lock` trusts it, else in a worker.
    #[default]
    Auto,
    /// All in workers.
    Process,
    /// All in this process.
    InProcess,
}

impl Isolation {
    /// The names users write.
    pub const NAMES: [&'static str; 3] = ["auto", "process", "in-process"];

    /// The name users write.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Process => "process",
            Self::InProcess => "in-process",
        }
    }
}

impl FromStr for Isolation {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        [Self::Auto, Self::Process, Self::InProcess]
            .into_iter()
            .find(|isolation| isolation.as_str() == text)
            .ok_or_else(|| format!("expected one of {}", Self::NAMES.join(", ")))
    }
}

/// How plugins are loaded and run.
#[derive(Debug, Clone)]
pub struct Settings {
    pub isolation: Isolation,
    /// Starts a worker. `None`: workers cannot be had, and `auto` runs everything in this process.
    pub worker: Option<WorkerProgram>,
    pub limits: Limits,
    /// Where the copies lie that libraries are loaded from.
    pub store: LibraryStore,
    /// Which libraries are trusted, where there is a `plugins.lock`.
    pub lock: Option<Lock>,
}

impl Settings {
    /// All plugins in this process, no lock: what tests and tools of the workspace use.
    pub fn in_process() -> Self {
        Self {
            isolation: Isolation::InProcess,
            worker: None,
            limits: Limits::default(),
            store: LibraryStore::temporary(),
            lock: None,
        }
    }
}

/// A program that calls [`worker::serve`](crate::worker::serve), with what comes before the options of a worker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkerProgram {
    /// Absolute.
    pub program: PathBuf,
    /// "worker"
    pub arguments: Vec<OsString>,
}

/// What a worker may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Address space in bytes; `None` for no limit. Systems without `RLIMIT_AS` do not hold it.
    pub memory: Option<u64>,
    /// One call, starting and creating included.
    pub call_time: Duration,
    /// Longest answer in bytes, of plugins in this process too.
    pub reply_bytes: usize,
}

impl Limits {
    /// Address space of a worker where nothing else is said. Measured: articles need less than 96 MB, ten megabytes of
    /// nothing but tags more than 512 MB (`docs/faults.md`).
    pub const DEFAULT_MEMORY: u64 = 1 << 30;
    /// Longest call where nothing else is said.
    pub const DEFAULT_CALL_TIME: Duration = Duration::from_secs(30);
    /// Longest answer where nothing else is said: the text of the largest inputs several times over.
    pub const DEFAULT_REPLY_BYTES: usize = 2 << 30;
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            memory: Some(Self::DEFAULT_MEMORY),
            call_time: Self::DEFAULT_CALL_TIME,
            reply_bytes: Self::DEFAULT_REPLY_BYTES,
        }
    }
}
