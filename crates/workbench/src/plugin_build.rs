//! Builds plugins with cargo. Cargo is asked where their libraries lie, not guessed: a library's folder depends on how it was
//! built.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde::Deserialize;
use thiserror::Error;

/// Why plugins could not be built.
#[derive(Debug, Error)]
pub enum BuildError {
    #[error("cargo cannot be started: {0}")]
    Cargo(io::Error),
    /// With the compiler's own words.
    #[error("building the plugins failed:\n{0}")]
    Failed(String),
    #[error("cargo built no library for {0}")]
    NoLibrary(String),
    #[error("{path}: {error}")]
    Io { path: PathBuf, error: io::Error },
}

/// A build of plugins in a workspace.
#[derive(Debug, Clone)]
pub struct PluginBuild {
    /// The program `cargo`.
    pub cargo: OsString,
    pub workspace: PathBuf,
    pub release: bool,
    /// Colours in the compiler's messages.
    pub colour: bool,
}

impl PluginBuild {
    /// Builds packages; from the name of a library target to its file.
    ///
    /// # Errors
    /// [`BuildError`] with cargo's own words.
    pub fn libraries(&self, packages: &[String]) -> Result<BTreeMap<String, PathBuf>, BuildError> {
        let mut command = Command::new(&self.cargo);
        command.arg("build").arg("--quiet").arg("--message-format=json-render-diagnostics");
        command.args(["--color", if self.colour { "always" } else { "never" }]).current_dir(&self.workspace);
        if self.release {
            command.arg("--release");
        }
        for package in packages {
            command.args(["--package", package]);
        }
        // The environment of whoever asks, a test or an `xtask`, must not make cargo build differently from a build by hand.
        for variable in ["CARGO_MANIFEST_DIR", "CARGO_PKG_NAME", "RUSTC_WRAPPER", "RUSTC_WORKSPACE_WRAPPER"] {
            command.env_remove(variable);
        }
        let output = command.stdin(Stdio::null()).output().map_err(BuildError::Cargo)?;
        if output.status.success() {
            Ok(libraries(&output.stdout))
        } else {
            Err(BuildError::Failed(String::from_utf8_lossy(&output.stderr).into_owned()))
        }
    }
}

/// Name of the library target of a plugin's package, by the habit of this project.
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
