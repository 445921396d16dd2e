use std::fs;
use std::path::{Path, PathBuf};

use crate::{CaseRunner, Contract, test_workspace};

/// A fixture: an input and what a reader demands of it.
#[derive(Debug, Clone)]
pub struct Case {
    /// Folder below `fixtures/`, with `/`: "orf/issue-brief".
    pub name: String,
    pub folder: PathBuf,
    /// The input file.
    pub input: PathBuf,
    pub contract: Contract,
}

impl Case {
    /// Reads the case in a folder.
    ///
    /// # Errors
    /// What is wrong with it, naming the file.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let name = folder
            .strip_prefix(test_workspace().join("fixtures"))
            .unwrap_or(folder)
            .to_string_lossy()
            .replace('\\', "/");
        let path = folder.join("case.toml");
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let contract = toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        let mut inputs: Vec<PathBuf> = fs::read_dir(folder)
            .into_iter()
            .flatten()
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.file_stem().is_some_and(|stem| stem == "input"))
            .collect();
        inputs.sort();
        match inputs.as_slice() {
            [input] => Ok(Self { name, folder: folder.to_owned(), input: input.clone(), contract }),
            other => Err(format!("{}: {} files are called input.*, expected one", folder.display(), other.len())),
        }
    }
}

/// All cases below `fixtures/`, by name.
///
/// # Errors
/// What is wrong with the first case that cannot be read.
pub fn cases() -> Result<Vec<Case>, String> {
    cases_in(test_workspace().join("fixtures"))
}

/// The cases of one source: those below `fixtures/<folder>`, by name.
///
/// # Errors
/// What is wrong with the first case that cannot be read.
pub fn cases_below(folder: &str) -> Result<Vec<Case>, String> {
    cases_in(test_workspace().join("fixtures").join(folder))
}

/// Runs a case; what of its contract does not hold, one line each.
pub fn check_case(runner: &CaseRunner, case: &Case) -> Vec<String> {
    let breaches = runner.run(case).map_or_else(|error| vec![error], |outcome| outcome.breaches);
    breaches.into_iter().map(|breach| format!("{}: {breach}", case.name)).collect()
}

fn cases_in(folder: PathBuf) -> Result<Vec<Case>, String> {
    let mut folders = vec![folder];
    let mut cases = Vec::new();
    while let Some(folder) = folders.pop() {
        if folder.join("case.toml").is_file() {
            cases.push(Case::read(&folder)?);
            continue;
        }
        let below = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        folders.extend(below.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()));
    }
    cases.sort_by(|left, right| left.name.cmp(&right.name));
    Ok(cases)
}
