use std::path::Path;

use rapporteur_cases::same_reading;

use crate::{Case, CaseRunner, SNAPSHOT_FILE, cases_in, expected, test_workspace};

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

/// Runs a case; what of its contract does not hold and where it differs from its snapshot, if it has one, one entry each.
pub fn check_case(runner: &CaseRunner, case: &Case) -> Vec<String> {
    let found = match runner.run(case) {
        Err(error) => vec![error],
        Ok(outcome) => {
            let expected = expected(&case.folder.join(SNAPSHOT_FILE));
            let difference = expected.and_then(|expected| same_reading(&expected, &outcome.readable()));
            let differs = difference.map(|difference| format!("differs from {SNAPSHOT_FILE}, {difference}"));
            outcome.breaches.into_iter().chain(differs).collect()
        }
    };
    found.into_iter().map(|breach| format!("{}: {breach}", case.name)).collect()
}
