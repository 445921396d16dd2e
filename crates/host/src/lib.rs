//! Finds, loads and calls plugins.
//!
//! [`Registry::discover`] walks the search path and gives every candidate a [`State`] that the user can list; nothing is
//! skipped in silence. [`SourceHandle`], [`ExporterHandle`] and [`AnnotatorHandle`] are instances with typed calls. What lies between a handle
//! and the plugin is a [`Connection`]: in this process, or to a [`worker`]. [`Settings`] say which; [`Lock`] says which
//! libraries are trusted; a library is only ever loaded from its copy in a [`LibraryStore`].
//!
//! *Invariant:* only this crate has `unsafe` that calls a plugin. A library is never unloaded.
#![allow(unsafe_code)]

mod call_error;
mod candidate;
pub mod conformance;
mod connection;
mod descriptor_check;
mod discover;
mod handle;
mod in_process;
mod library;
mod loader;
mod lock;
mod log;
mod manifest;
mod options;
mod registry;
mod rules_engine;
mod rules_file;
mod search_path;
mod settings;
mod sink;
mod state;
mod store;
mod whole_file;
pub mod worker;

pub use call_error::CallError;
pub use candidate::{Candidate, Found};
pub use connection::{Connection, Reply};
pub use handle::{AnnotatorHandle, ExporterHandle, SourceHandle};
pub use library::{LoadError, LoadedLibrary};
pub use lock::{Lock, LockError, LockFile, LockedLibrary, Unlisted};
pub use log::cancel;
pub use manifest::{Manifest, ManifestError, PluginEntry};
pub use options::{OptionsError, check_options};
pub use registry::{Placement, Registry, UnknownPlugin, nearest};
pub use rules_file::{RulesEngine, RulesFile, is_rules_file};
pub use search_path::{Level, SearchPath};
pub use settings::{Isolation, Limits, Settings, WorkerProgram};
pub use state::State;
pub use store::{LibraryStore, StoredLibrary};
