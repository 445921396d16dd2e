//! What tests and `xtask` share: the workspace's plugins built and laid out as a user has them, the fixtures with their
//! contracts, and a rendering of a document that a person can read and correct.

mod case_run;
mod fixtures;
mod plugins;

pub use case_run::{CaseRunner, core_of};
pub use fixtures::{case_in, cases, cases_below, check_case};
pub use plugins::{BuiltPlugin, Profile, build_plugins, plugin_names, rules_files, stage, stage_rules, staged_plugins};
use rapporteur_cases::cases_below as cases_in;
pub use rapporteur_cases::{
    Case, CaseOutcome, ClaimContract, Contract, Expectations, LabelContract, SNAPSHOT_FILE, check_contract, expected,
    first_difference, snapshot_text, summary,
};
pub use rapporteur_workbench::{BuildError, library_name};

use std::path::PathBuf;

/// The folder of the workspace.
pub fn workspace() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap_or_default()
}

/// The workspace whose plugins and fixtures are tested: this one, unless a test of the plugin templates runs in another.
pub fn test_workspace() -> PathBuf {
    std::env::var_os("RAPPORTEUR_TEST_WORKSPACE").map_or_else(workspace, PathBuf::from)
}
