//! Builds the workspace's plugins and lays them out as a user has them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rapporteur_workbench::{BuildError, PluginBuild, library_name};

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
    let build = PluginBuild {
        cargo: env!("CARGO").into(),
        workspace: test_workspace(),
        release: profile == Profile::Release,
        colour: false,
    };
    let libraries = build.libraries(packages)?;
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
