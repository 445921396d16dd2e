use std::path::Path;

use crate::{Case, CaseRunner, cases_in, test_workspace};

/// All cases below `fixtures/`, by name.
///
/// # Errors
/// What is wrong with the first case that cannot be read.
pub fn cases() -> Result<Vec<Case>, String> {
    let root = test_workspace().join("fixtures");
    cases_in(&root, &root)
}

/// The cases of one source: those below `fixtures/<folder>`, by name.
///
/// # Errors
/// What is wrong with the first case that cannot be read.
pub fn cases_below(folder: &str) -> Result<Vec<Case>, String> {
    let root = test_workspace().join("fixtures");
    cases_in(&root.join(folder), &root)
}

/// The case in a folder below `fixtures/`.
///
/// # Errors
/// What is wrong with it.
pub fn case_in(folder: &Path) -> Result<Case, String> {
    Case::read(folder, &test_workspace().join("fixtures"))
}

/// Runs a case; what of its contract does not hold, one line each.
pub fn check_case(runner: &CaseRunner, case: &Case) -> Vec<String> {
    let breaches = runner.run(case).map_or_else(|error| vec![error], |outcome| outcome.breaches);
    breaches.into_iter().map(|breach| format!("{}: {breach}", case.name)).collect()
}
