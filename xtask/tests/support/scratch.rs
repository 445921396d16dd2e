use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use rapporteur_testkit::workspace;

/// A workspace with nothing in it but the way to this one's crates, and the invented world that fixtures play in.
pub struct Scratch {
    folder: tempfile::TempDir,
}

impl Scratch {
    pub fn new() -> Self {
        let scratch = Self { folder: tempfile::tempdir().expect("a temporary folder can be made") };
        let root = workspace();
        let manifest = fs::read_to_string(root.join("Cargo.toml")).expect("this workspace has one");
        let manifest = manifest
            .replace(r#"members = ["crates/*", "plugins/*", "xtask"]"#, r#"members = ["plugins/*"]"#)
            .replace("path = \"crates/", &format!("path = \"{}/crates/", root.display()));
        scratch.write("Cargo.toml", &manifest);
        for file in ["Cargo.lock", "fixtures/rapporteur.toml", "fixtures/world.toml"] {
            scratch.write(file, &fs::read_to_string(root.join(file)).expect("this workspace has one"));
        }
        scratch
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder.path().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().expect("below the folder")).expect("made");
        fs::write(path, text).expect("written");
    }

    /// Runs a command here as a reader of the guide would; whether it succeeded, and what it said.
    pub fn run(&self, line: &str) -> (bool, String) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let (program, arguments) = match words.as_slice() {
            ["cargo", "xtask", rest @ ..] => (PathBuf::from(env!("CARGO_BIN_EXE_xtask")), rest),
            ["cargo", rest @ ..] => (PathBuf::from(env!("CARGO")), rest),
            ["rapporteur", rest @ ..] => (rapporteur().to_owned(), rest),
            other => panic!("the guide's commands are cargo and rapporteur, not {other:?}"),
        };
        let output = Command::new(program)
            .args(arguments)
            .current_dir(self.folder.path())
            .env("CARGO", env!("CARGO"))
            // One for all walks and later runs: this workspace's crates are built once.
            .env("CARGO_TARGET_DIR", workspace().join("target/new-plugin"))
            .env("RAPPORTEUR_TEST_WORKSPACE", self.folder.path())
            .env("XDG_CACHE_HOME", env!("CARGO_TARGET_TMPDIR"))
            .env("XDG_DATA_HOME", self.folder.path())
            .env_remove("CARGO_MANIFEST_DIR")
            .output()
            .unwrap_or_else(|error| panic!("{line}: {error}"));
        let said = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        (output.status.success(), said.concat())
    }
}

/// The program, with a source of plain text beside it.
fn rapporteur() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let mut build = Command::new(env!("CARGO"));
        build
            .args(["build", "--quiet", "--package", "rapporteur", "--package", "source-text"])
            .current_dir(workspace());
        let status = build.env_remove("CARGO_MANIFEST_DIR").status().expect("cargo can be started");
        assert!(status.success(), "the program can be built");
        let beside = Path::new(env!("CARGO_BIN_EXE_xtask")).parent().expect("a program has a folder");
        beside.join(format!("rapporteur{}", std::env::consts::EXE_SUFFIX))
    })
}
