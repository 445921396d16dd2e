//! What the author's loop needs beside cases: which packages of a cargo workspace hold plugins, what they are made of, and
//! their builds. Used by `rapporteur watch`, tests and `xtask`.
//!
//! *Invariant:* nothing here prints, and nothing here knows where this project's own sources lie.

mod packages;
mod plugin_build;

pub use packages::{Package, Packages};
pub use plugin_build::{BuildError, PluginBuild, library_name};
