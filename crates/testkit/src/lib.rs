//! What tests and `xtask` share: the workspace's plugins built and laid out as a user has them, the fixtures with their
//! contracts, and a rendering of a document that a person can read and correct.

mod case_run;
mod contract;
mod contract_check;
mod fixtures;
mod json_name;
mod plugins;
mod summary;

pub use case_run::{CaseOutcome, CaseRunner, core_of};
pub use contract::{ClaimContract, Contract, Expectations, LabelContract};
pub use contract_check::check_contract;
pub use fixtures::{Case, cases, cases_below, check_case};
pub use plugins::{BuildError, BuiltPlugin, Profile, build_plugins, library_name, plugin_names, stage, staged_plugins};
pub use summary::summary;

use std::path::PathBuf;

/// The folder of the workspace.
pub fn workspace() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap_or_default()
}

/// The workspace whose plugins and fixtures are tested: this one, unless a test of the plugin templates runs in another.
pub fn test_workspace() -> PathBuf {
    std::env::var_os("RAPPORTEUR_TEST_WORKSPACE").map_or_else(workspace, PathBuf::from)
}
