//! `plugins.lock`: which libraries are trusted, by their SHA-256.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A `plugins.lock` and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lock {
    /// The file, as messages name it.
    pub path: PathBuf,
    pub entries: LockFile,
}

/// What stands in a `plugins.lock`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LockFile {
    /// Version of this file's form: 1.
    pub version: u32,
    /// What becomes of libraries that are not listed and did not come with the program.
    #[serde(default)]
    pub unlisted: Unlisted,
    /// In alphabetical order of file names.
    #[serde(default, rename = "library")]
    pub libraries: Vec<LockedLibrary>,
}

/// What becomes of libraries that are not listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unlisted {
    /// They are not loaded.
    #[default]
    Refuse,
    /// They run in workers.
    Isolate,
}

/// One trusted library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LockedLibrary {
    /// Its file name without folders.
    pub file: String,
    /// Of its bytes, in small hexadecimal digits.
    pub sha256: String,
    /// Ids of its plugins.
    pub plugins: Vec<String>,
}

/// A `plugins.lock` that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LockError {
    #[error("{0}")]
    Toml(String),
    #[error("version {0} is not known; this program reads version 1")]
    Version(u32),
    #[error("the sha256 of {file} is {found:?}, expected 64 hexadecimal digits")]
    Sha256 { file: String, found: String },
}

/// What a lock says of a library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    Trusted,
    /// Runs in a worker.
    Unlisted,
    /// Not loaded: why, as a clause.
    Refused(String),
}

impl Default for LockFile {
    fn default() -> Self {
        Self { version: 1, unlisted: Unlisted::default(), libraries: Vec::new() }
    }
}

impl LockFile {
    /// Reads the text of a `plugins.lock`.
    ///
    /// # Errors
    /// [`LockError`] with what is wrong and, for TOML, the line.
    pub fn parse(text: &str) -> Result<Self, LockError> {
        let mut file: Self =
            toml::from_str(text).map_err(|error| LockError::Toml(error.to_string().trim_end().to_owned()))?;
        if file.version != 1 {
            return Err(LockError::Version(file.version));
        }
        for library in &mut file.libraries {
            library.sha256.make_ascii_lowercase();
            if library.sha256.len() != 64 || !library.sha256.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                return Err(LockError::Sha256 { file: library.file.clone(), found: library.sha256.clone() });
            }
        }
        Ok(file)
    }

    /// The text of the `plugins.lock`.
    pub fn to_toml(&self) -> String {
        let body = toml::to_string(self).unwrap_or_default();
        format!(
            "# Plugin libraries that may run inside the program. Written by `rapporteur plugins trust`.\n\
             # A library that has changed is refused until it is trusted again.\n{body}"
        )
    }

    /// Adds a library in place of the one of the same file name, if there is one.
    pub fn trust(&mut self, library: LockedLibrary) {
        self.libraries.retain(|there| there.file != library.file);
        self.libraries.push(library);
        self.libraries.sort_by(|left, right| left.file.cmp(&right.file));
    }
}

impl Lock {
    /// What it says of a library of these plugins. `plugins` may be empty where they are not known yet.
    pub(crate) fn verdict(&self, library: &Path, plugins: &[String], sha256: &str) -> Verdict {
        if self.entries.libraries.iter().any(|there| there.sha256 == sha256) {
            return Verdict::Trusted;
        }
        let file = library.file_name().unwrap_or_default().to_string_lossy();
        let remedy = plugins.first().cloned().unwrap_or_else(|| library.display().to_string());
        let lock = self.path.display();
        let changed = self
            .entries
            .libraries
            .iter()
            .find(|there| there.file == file || there.plugins.iter().any(|id| plugins.contains(id)));
        if let Some(there) = changed {
            return Verdict::Refused(self.other_version(there, sha256, &remedy));
        }
        match self.entries.unlisted {
            Unlisted::Isolate => Verdict::Unlisted,
            Unlisted::Refuse => Verdict::Refused(format!(
                "{lock} does not list it (its sha256 is {sha256}); to use it, run `rapporteur plugins trust {remedy}`"
            )),
        }
    }

    /// Why a rules file is not the one that was listed under its id; `None` where it is, or none was.
    pub(crate) fn changed(&self, id: &str, sha256: &str) -> Option<String> {
        let listed = || self.entries.libraries.iter().filter(|there| there.plugins.iter().any(|listed| listed == id));
        if listed().any(|there| there.sha256 == sha256) {
            return None;
        }
        listed().next().map(|there| self.other_version(there, sha256, id))
    }

    fn other_version(&self, there: &LockedLibrary, sha256: &str, remedy: &str) -> String {
        format!(
            "its sha256 is {sha256}, and {} trusts {}; if the change is meant, run `rapporteur plugins trust {remedy}`",
            self.path.display(),
            there.sha256
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lock(unlisted: Unlisted) -> Lock {
        let mut entries = LockFile { unlisted, ..LockFile::default() };
        entries.trust(LockedLibrary {
            file: "libgull.so".to_owned(),
            sha256: "a".repeat(64),
            plugins: vec!["org.example.gull".to_owned()],
        });
        Lock { path: "plugins.lock".into(), entries }
    }

    #[test]
    fn verdicts() {
        let said = |unlisted, file: &str, plugins: &[&str], digit: &str| {
            let plugins: Vec<String> = plugins.iter().map(|id| (*id).to_owned()).collect();
            match lock(unlisted).verdict(Path::new(file), &plugins, &digit.repeat(64)) {
                Verdict::Refused(reason) => reason.replace(&"a".repeat(64), "AAAA").replace(&"b".repeat(64), "BBBB"),
                other => format!("{other:?}"),
            }
        };
        assert_eq!(said(Unlisted::Refuse, "/x/libgull.so", &["org.example.gull"], "a"), "Trusted");
        assert_eq!(
            said(Unlisted::Refuse, "/x/libgull.so", &["org.example.gull"], "b"),
            "its sha256 is BBBB, and plugins.lock trusts AAAA; if the change is meant, run `rapporteur plugins trust \
             org.example.gull`"
        );
        // The plugin's id counts as much as the file's name, and a name is enough where the id is not known yet.
        assert!(said(Unlisted::Isolate, "/x/libother.so", &["org.example.gull"], "b").starts_with("its sha256 is"));
        assert!(said(Unlisted::Isolate, "/x/libgull.so", &[], "b").ends_with("trust /x/libgull.so`"));
        assert_eq!(
            said(Unlisted::Refuse, "/x/libtern.so", &["org.example.tern"], "b"),
            "plugins.lock does not list it (its sha256 is BBBB); to use it, run `rapporteur plugins trust \
             org.example.tern`"
        );
        assert_eq!(said(Unlisted::Isolate, "/x/libtern.so", &["org.example.tern"], "b"), "Unlisted");
    }

    #[test]
    fn rules_that_are_listed_must_be_those() {
        let lock = lock(Unlisted::Refuse);
        let said = |id: &str, digit: &str| lock.changed(id, &digit.repeat(64));
        assert_eq!((said("org.example.gull", "a"), said("org.example.tern", "b")), (None, None));
        let changed = said("org.example.gull", "b").expect("it is another version");
        assert!(
            changed.ends_with("if the change is meant, run `rapporteur plugins trust org.example.gull`"),
            "{changed}"
        );
    }

    #[test]
    fn a_lock_reads_back_and_what_is_wrong_with_one_is_said() {
        let entries = lock(Unlisted::Isolate).entries;
        assert_eq!(LockFile::parse(&entries.to_toml()), Ok(entries));
        let said = |text: &str| LockFile::parse(text).expect_err("it is wrong").to_string();
        assert_eq!(said("version = 2"), "version 2 is not known; this program reads version 1");
        assert_eq!(
            said("version = 1\n[[library]]\nfile = \"x.so\"\nsha256 = \"12\"\nplugins = []"),
            "the sha256 of x.so is \"12\", expected 64 hexadecimal digits"
        );
        assert!(said("version = 1\nunlsted = \"refuse\"").contains("unknown field `unlsted`"));
    }
}
