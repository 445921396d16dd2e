//! Builds the workspace's plugins and lays them out as a user has them.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use serde::Deserialize;
use thiserror::Error;

use crate::test_workspace;

/// A built plugin library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuiltPlugin {
    /// Name of its package and of its folder below `plugins/`.
    pub package: String,
    /// The library as cargo built it.
    pub library: PathBuf,
    /// Its `plugin.toml` in the workspace; may be missing.
    pub manifest: PathBuf,
}

/// A profile of cargo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    Dev,
    Release,
}

/// Why the plugins could not be built.
#[derive(Debug, Error)]
pub enum BuildError {
    #[error("cargo cannot be started: {0}")]
    Cargo(io::Error),
    #[error("building the plugins failed:\n{0}")]
    Failed(String),
    #[error("cargo built no library for {0}")]
    NoLibrary(String),
    #[error("{path}: {error}")]
    Io { path: PathBuf, error: io::Error },
}

/// Packages of the plugins, in alphabetical order: the folders below `plugins/`.
pub fn plugin_names() -> Vec<String> {
    let folders = fs::read_dir(test_workspace().join("plugins")).into_iter().flatten().flatten();
    let mut names: Vec<String> = folders
        .filter(|entry| entry.path().join("Cargo.toml").is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Builds plugins and says where their libraries lie. Cargo is asked, not guessed: a library's folder depends on how it was
/// built.
///
/// # Errors
/// [`BuildError`] with cargo's own words.
pub fn build_plugins(packages: &[String], profile: Profile) -> Result<Vec<BuiltPlugin>, BuildError> {
    let mut command = Command::new(env!("CARGO"));
    command.arg("build").arg("--quiet").arg("--message-format=json-render-diagnostics").current_dir(test_workspace());
    if profile == Profile::Release {
        command.arg("--release");
    }
    for package in packages {
        command.args(["--package", package]);
    }
    // A test's own environment must not make cargo build differently from a build by hand.
    for variable in ["CARGO_MANIFEST_DIR", "CARGO_PKG_NAME", "RUSTC_WRAPPER", "RUSTC_WORKSPACE_WRAPPER"] {
        command.env_remove(variable);
    }
    let output = command.stdin(Stdio::null()).output().map_err(BuildError::Cargo)?;
    if !output.status.success() {
        return Err(BuildError::Failed(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    let libraries = libraries(&output.stdout);
    packages
        .iter()
        .map(|package| {
            let target = library_name(package);
            let library = libraries.get(&target).cloned().ok_or_else(|| BuildError::NoLibrary(package.clone()))?;
            let manifest = test_workspace().join("plugins").join(package).join("plugin.toml");
            Ok(BuiltPlugin { package: package.clone(), library, manifest })
        })
        .collect()
}

/// Name of the library target of a plugin's package.
pub fn library_name(package: &str) -> String {
    if package == "stress" { "stress_plugin".to_owned() } else { format!("rapporteur_{}", package.replace('-', "_")) }
}

/// From the name of a library target to its file, as cargo reports them.
fn libraries(messages: &[u8]) -> BTreeMap<String, PathBuf> {
    #[derive(Deserialize)]
    struct Message {
        reason: String,
        target: Option<Target>,
        #[serde(default)]
        filenames: Vec<PathBuf>,
    }
    #[derive(Deserialize)]
    struct Target {
        name: String,
        crate_types: Vec<String>,
    }
    let mut libraries = BTreeMap::new();
    for line in messages.split(|byte| *byte == b'\n') {
        let Ok(Message { reason, target: Some(target), filenames }) = serde_json::from_slice(line) else { continue };
        if reason == "compiler-artifact" && target.crate_types.iter().any(|kind| kind == "cdylib") {
            let library = filenames
                .into_iter()
                .find(|file| file.extension().is_some_and(|ending| ending == std::env::consts::DLL_EXTENSION));
            libraries.extend(library.map(|library| (target.name, library)));
        }
    }
    libraries
}

/// Lays plugins out below `folder` as a user has them: `<package>/plugin.toml` beside the library.
///
/// A file that is there already with the same bytes is left alone, any other is replaced by renaming: a library that another
/// process has loaded must never be written over in place.
///
/// # Errors
/// [`BuildError::Io`] naming the file.
pub fn stage(plugins: &[BuiltPlugin], folder: &Path) -> Result<(), BuildError> {
    for plugin in plugins {
        let place = folder.join(&plugin.package);
        fs::create_dir_all(&place).map_err(|error| BuildError::Io { path: place.clone(), error })?;
        for file in [&plugin.library, &plugin.manifest] {
            let to = place.join(file.file_name().unwrap_or_default());
            replace(file, &to).map_err(|error| BuildError::Io { path: file.clone(), error })?;
        }
    }
    Ok(())
}

const RULES_ENDING: &str = ".rules.toml";

/// The rules files that come with the program, in alphabetical order: `plugins/<name>.rules.toml`.
pub fn rules_files() -> Vec<PathBuf> {
    let entries = fs::read_dir(test_workspace().join("plugins")).into_iter().flatten().flatten();
    let is_rules = |path: &PathBuf| path.to_string_lossy().ends_with(RULES_ENDING);
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_rules).collect();
    files.sort();
    files
}

/// Puts the rules files into `folder`. They need no building.
///
/// # Errors
/// [`BuildError::Io`] naming the file.
pub fn stage_rules(folder: &Path) -> Result<(), BuildError> {
    for file in rules_files() {
        let io = |error| BuildError::Io { path: file.clone(), error };
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        fs::create_dir_all(folder).map_err(io)?;
        replace(&file, &folder.join(&name)).map_err(io)?;
        // An earlier version had a library instead, and left behind it would be the second of its id.
        let earlier = folder.join(format!("source-{}", name.trim_end_matches(RULES_ENDING)));
        if earlier.join("plugin.toml").is_file() {
            fs::remove_dir_all(&earlier).map_err(io)?;
        }
    }
    Ok(())
}

fn replace(from: &Path, to: &Path) -> io::Result<()> {
    let bytes = fs::read(from)?;
    if fs::read(to).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    let temporary = to.with_extension(format!("new-{}", std::process::id()));
    fs::write(&temporary, bytes)?;
    fs::rename(temporary, to)
}

/// All plugins of the workspace that users get, built with the profile of tests and laid out; once a process.
///
/// # Panics
/// If they cannot be built: no test that needs them can say anything then.
#[allow(clippy::expect_used)]
pub fn staged_plugins() -> &'static Path {
    static STAGED: OnceLock<PathBuf> = OnceLock::new();
    STAGED.get_or_init(|| {
        let packages: Vec<String> = plugin_names().into_iter().filter(|name| name != "stress").collect();
        let folder = test_workspace().join("target").join("staged-plugins");
        build_plugins(&packages, Profile::Dev)
            .and_then(|plugins| stage(&plugins, &folder))
            .and_then(|()| stage_rules(&folder))
            .map_err(|error| error.to_string())
            .expect("the plugins of the workspace can be built and laid out");
        folder
    })
}
