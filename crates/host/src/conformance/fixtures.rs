//! Cases of the workspace or of the plugin's author: a folder with `input.*` and `case.toml` each.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::instance::Subject;
use super::results::{Fault, skip, wrong};

/// Larger inputs are left out: every fixture is cut at 64 places.
const LARGEST: u64 = 1 << 20;

/// A case as far as a source is asked.
#[derive(Debug, Clone)]
pub(crate) struct Fixture {
    /// Folder below the folder of fixtures, with `/`.
    pub(crate) case: String,
    /// Name of the input file.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) contract: Contract,
}

/// The parts of a `case.toml` that are about a source. Others are passed over: they are the pipeline's.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Contract {
    /// Id of the plugin that must win.
    pub(crate) source: String,
    pub(crate) options: toml::Table,
    /// Code of the refusal.
    pub(crate) refused: Option<String>,
    pub(crate) expect: Expectations,
}

/// `[expect]`
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Expectations {
    pub(crate) documents: Option<usize>,
    pub(crate) title: Option<String>,
    pub(crate) authors: Option<Vec<String>>,
    pub(crate) headings: Option<Vec<String>>,
    pub(crate) body_includes: Vec<String>,
    pub(crate) body_excludes: Vec<String>,
}

impl Fixture {
    /// Whether the case is one of this plugin's.
    pub(crate) fn is_of(&self, subject: &Subject) -> bool {
        let descriptor = subject.descriptor();
        let source = &self.contract.source;
        *source == descriptor.id
            || *source == descriptor.name
            || descriptor.id.rsplit('.').next() == Some(source.as_str())
    }

    /// Ending of the input file, in small letters.
    pub(crate) fn ending(&self) -> String {
        Path::new(&self.name).extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
    }
}

/// All fixtures below a folder, by name.
pub(crate) fn fixtures(folder: Option<&Path>) -> Result<Vec<Fixture>, Fault> {
    let Some(root) = folder else { return skip("no folder of fixtures; name one with --fixtures DIR") };
    let mut folders = vec![root.to_owned()];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).or_else(|error| wrong(format!("{}: {error}", folder.display())))?;
        let paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        if paths.iter().any(|path| path.ends_with("case.toml")) {
            found.extend(read(root, &folder, &paths)?);
        } else {
            folders.extend(paths.into_iter().filter(|path| path.is_dir()));
        }
    }
    found.sort_by(|left, right| left.case.cmp(&right.case));
    if found.is_empty() { skip(format!("{} holds no fixture", root.display())) } else { Ok(found) }
}

/// The plugin's own, or a reason to skip.
pub(crate) fn own(folder: Option<&Path>, subject: &Subject) -> Result<Vec<Fixture>, Fault> {
    let own: Vec<Fixture> = fixtures(folder)?.into_iter().filter(|fixture| fixture.is_of(subject)).collect();
    if own.is_empty() { skip(format!("no fixture is of {}", subject.descriptor().id)) } else { Ok(own) }
}

fn read(root: &Path, folder: &Path, paths: &[PathBuf]) -> Result<Option<Fixture>, Fault> {
    let Some(input) = paths.iter().find(|path| path.file_stem().is_some_and(|stem| stem == "input")) else {
        return Ok(None);
    };
    if fs::metadata(input).is_ok_and(|there| there.len() > LARGEST) {
        return Ok(None);
    }
    let case = folder.join("case.toml");
    let named = |path: &Path, error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let text = fs::read_to_string(&case).map_err(|error| named(&case, &error))?;
    let contract = toml::from_str(&text).map_err(|error| named(&case, &error))?;
    let bytes = fs::read(input).map_err(|error| named(input, &error))?;
    let name = input.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let case = folder.strip_prefix(root).unwrap_or(folder).to_string_lossy().replace('\\', "/");
    Ok(Some(Fixture { case, name, bytes, contract }))
}
