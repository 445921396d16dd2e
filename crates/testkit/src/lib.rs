//! What tests and `xtask` share: the workspace's plugins built and laid out as a user has them, the fixtures with their
//! contracts, and a rendering of a document that a person can read and correct.

mod contract;
mod contract_check;
mod fixtures;
mod plugins;
mod summary;

pub use contract::{ClaimContract, Contract, Expectations};
pub use contract_check::check_contract;
pub use fixtures::{Case, cases};
pub use plugins::{BuildError, BuiltPlugin, Profile, build_plugins, plugin_names, stage, staged_plugins};
pub use summary::summary;

use std::path::PathBuf;

/// The folder of the workspace.
pub fn workspace() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap_or_default()
}
