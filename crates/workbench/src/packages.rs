//! Which packages of a cargo workspace hold plugins, and which folders they are made of.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rapporteur_pipeline::host::Manifest;
use serde::Deserialize;

/// The packages of a workspace, as cargo knows them.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Packages {
    pub workspace_root: PathBuf,
    /// Where cargo builds; what changes there is no change of a source.
    pub target_directory: PathBuf,
    pub packages: Vec<Package>,
}

/// A package of a workspace.
#[derive(Debug, Clone, Deserialize)]
pub struct Package {
    pub name: String,
    manifest_path: PathBuf,
    #[serde(default)]
    targets: Vec<Target>,
    #[serde(default)]
    dependencies: Vec<Dependency>,
}

#[derive(Debug, Clone, Deserialize)]
struct Target {
    name: String,
    crate_types: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
struct Dependency {
    /// For a package of this disk.
    path: Option<PathBuf>,
    /// "dev", "build"; none for an ordinary one.
    kind: Option<String>,
}

impl Packages {
    /// Those of the workspace around a folder; `None` where there is none.
    ///
    /// # Errors
    /// Cargo's words about a workspace it cannot read.
    pub fn around(cargo: &OsStr, folder: &Path) -> Result<Option<Self>, String> {
        let there = folder.ancestors().any(|folder| folder.join("Cargo.toml").is_file());
        if !there {
            return Ok(None);
        }
        let mut command = Command::new(cargo);
        command.args(["metadata", "--no-deps", "--offline", "--format-version", "1", "--color", "never"]);
        let output = command.current_dir(folder).stdin(Stdio::null()).output();
        let output = output.map_err(|error| format!("cargo cannot be started: {error}"))?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).trim_end().to_owned());
        }
        serde_json::from_slice(&output.stdout).map(Some).map_err(|error| format!("cargo metadata: {error}"))
    }

    /// The package of that name.
    pub fn named(&self, name: &str) -> Option<&Package> {
        self.packages.iter().find(|package| package.name == name)
    }

    /// The folders a package is made of: its own and those of the packages of this disk it depends on, sorted.
    pub fn folders(&self, package: &Package) -> BTreeSet<PathBuf> {
        let by_folder: BTreeMap<&Path, &Package> =
            self.packages.iter().map(|package| (package.folder(), package)).collect();
        let mut folders = BTreeSet::new();
        let mut waiting = vec![package.folder().to_owned()];
        while let Some(folder) = waiting.pop() {
            if folders.insert(folder.clone())
                && let Some(package) = by_folder.get(folder.as_path())
            {
                let built_in = package.dependencies.iter().filter(|needed| needed.kind.as_deref() != Some("dev"));
                waiting.extend(built_in.filter_map(|needed| needed.path.clone()));
            }
        }
        folders
    }
}

impl Package {
    /// Where its `Cargo.toml` stands.
    pub fn folder(&self) -> &Path {
        self.manifest_path.parent().unwrap_or(Path::new(""))
    }

    /// Name of the library target that is a dynamic library; `None` where it has none.
    pub fn library(&self) -> Option<&str> {
        let dynamic = |target: &&Target| target.crate_types.iter().any(|kind| kind == "cdylib");
        self.targets.iter().find(dynamic).map(|target| target.name.as_str())
    }

    /// The `plugin.toml` beside its `Cargo.toml`, where there is one that can be read.
    pub fn manifest(&self) -> Option<Manifest> {
        let text = fs::read_to_string(self.folder().join("plugin.toml")).ok()?;
        Manifest::parse(&text).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(folder: &Path, name: &str, text: &str) {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("below the folder")).expect("made");
        fs::write(path, text).expect("written");
    }

    fn package(name: &str, rest: &str) -> String {
        format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n{rest}")
    }

    #[test]
    fn a_plugin_is_made_of_its_package_and_what_that_is_built_with() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let root = folder.path().canonicalize().expect("it is there");
        assert!(Packages::around(OsStr::new(env!("CARGO")), &root).expect("no workspace is no mistake").is_none());

        put(
            &root,
            "Cargo.toml",
            "[workspace]\nresolver = \"3\"\nmembers = [\"plugin\", \"rules\", \"words\", \"tests\"]\n",
        );
        let depends = "[lib]\nname = \"rapporteur_source_x\"\ncrate-type = [\"cdylib\"]\n[dependencies]\n\
            rules = { path = \"../rules\" }\n[dev-dependencies]\ntests = { path = \"../tests\" }\n";
        put(&root, "plugin/Cargo.toml", &package("source-x", depends));
        put(&root, "rules/Cargo.toml", &package("rules", "[dependencies]\nwords = { path = \"../words\" }\n"));
        put(&root, "words/Cargo.toml", &package("words", ""));
        put(&root, "tests/Cargo.toml", &package("tests", ""));
        for name in ["plugin", "rules", "words", "tests"] {
            put(&root, &format!("{name}/src/lib.rs"), "");
        }
        let manifest = "schema = 1\nid = \"org.example.source-x\"\nversion = \"0.1.0\"\nabi = 1\nprotocol = 1\n\
            library = \"rapporteur_source_x\"\n[[plugin]]\nid = \"org.example.source-x\"\nkind = \"source\"\n\
            name = \"x\"\nsummary = \"Reads x\"\n";
        put(&root, "plugin/plugin.toml", manifest);

        let packages = Packages::around(OsStr::new(env!("CARGO")), &root.join("plugin/src"));
        let packages = packages.expect("cargo reads it").expect("there is a workspace");
        assert_eq!(packages.workspace_root, root);
        let plugin = packages.named("source-x").expect("it is there");
        assert_eq!((plugin.library(), plugin.folder()), (Some("rapporteur_source_x"), root.join("plugin").as_path()));
        assert_eq!(plugin.manifest().map(|manifest| manifest.id).as_deref(), Some("org.example.source-x"));
        let folders = packages.folders(plugin);
        let names: Vec<_> = folders.iter().filter_map(|folder| folder.file_name()).collect();
        assert_eq!(names, ["plugin", "rules", "words"]);
        let rules = packages.named("rules").expect("it is there");
        assert!(rules.library().is_none() && rules.manifest().is_none());
    }

    #[test]
    fn a_workspace_that_cargo_cannot_read() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        put(folder.path(), "Cargo.toml", "[pakage]\n");
        let error = Packages::around(OsStr::new(env!("CARGO")), folder.path()).expect_err("it is no manifest");
        assert!(error.starts_with("error: "), "{error}");
    }
}
