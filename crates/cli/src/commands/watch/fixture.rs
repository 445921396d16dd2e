use std::fs;
use std::path::{Path, PathBuf};

use rapporteur_cases::{Contract, SNAPSHOT_FILE, input_of, read_contract};

use crate::failure::Failure;

/// What is read again and again.
pub(super) struct Fixture {
    /// As the user wrote it, with `/`.
    pub(super) name: String,
    /// Absolute: a folder, or a page.
    pub(super) path: PathBuf,
    is_case: bool,
}

impl Fixture {
    pub(super) fn find(path: &Path) -> Result<Self, Failure> {
        let name = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/").trim_end_matches('/').to_owned();
        let absolute = fs::canonicalize(path).map_err(|error| {
            Failure::nothing(format!("{name}: {error}"))
                .help("name a page, or a case: a folder with input.* and case.toml")
        })?;
        let is_case = absolute.is_dir();
        if is_case {
            input_of(&absolute).map_err(|error| {
                Failure::nothing(error.replace(&absolute.display().to_string(), &name))
                    .help("a case is a folder with one input.* and, if it is to be held against a contract, case.toml")
            })?;
        }
        Ok(Self { name, path: absolute, is_case })
    }

    /// The file that is read, and what it is called in messages.
    pub(super) fn input(&self) -> Result<(PathBuf, String), Failure> {
        if !self.is_case {
            return Ok((self.path.clone(), self.name.clone()));
        }
        let path = input_of(&self.path).map_err(Failure::work)?;
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok((path, format!("{}/{file}", self.name)))
    }

    /// What a reader demands of it, where somebody wrote it down.
    pub(super) fn contract(&self) -> Result<Option<Contract>, Failure> {
        let path = self.path.join("case.toml");
        if !self.is_case || !path.is_file() {
            return Ok(None);
        }
        read_contract(&path).map(Some).map_err(|error| {
            Failure::work(error.replace(&self.path.display().to_string(), &self.name).trim_end().to_owned())
        })
    }

    /// Where its snapshot stands or would stand.
    pub(super) fn snapshot(&self) -> Option<PathBuf> {
        self.is_case.then(|| self.path.join(SNAPSHOT_FILE))
    }

    /// The folder it is, or is in.
    pub(super) fn folder(&self) -> &Path {
        if self.is_case { &self.path } else { self.path.parent().unwrap_or(&self.path) }
    }

    /// Whether it is a folder.
    pub(super) fn is_case(&self) -> bool {
        self.is_case
    }
}
