//! Finds, loads and calls plugins.
//!
//! [`Registry::discover`] walks the search path and gives every candidate a [`State`] that the user can list; nothing is
//! skipped in silence. [`SourceHandle`] and [`ExporterHandle`] are instances with typed calls. What lies between a handle
//! and the plugin is a [`Connection`]: today [`in_process`] only, and the place where worker processes will stand.
//!
//! *Invariant:* only this crate has `unsafe` that calls a plugin. A library is never unloaded.
#![allow(unsafe_code)]

mod call_error;
mod candidate;
mod connection;
mod descriptor_check;
mod discover;
mod handle;
mod in_process;
mod library;
mod log;
mod manifest;
mod options;
mod registry;
mod search_path;
mod sink;
mod state;

pub use call_error::CallError;
pub use candidate::{Candidate, Found};
pub use connection::{Connection, Reply};
pub use handle::{ExporterHandle, SourceHandle};
pub use library::{LoadError, LoadedLibrary};
pub use log::cancel;
pub use manifest::{Manifest, ManifestError, PluginEntry};
pub use options::{OptionsError, check_options};
pub use registry::{Registry, UnknownPlugin};
pub use search_path::{Level, SearchPath};
pub use state::State;
