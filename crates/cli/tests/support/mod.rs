//! Runs the program as a user does, in a folder of its own, with the workspace's plugins. Each test program uses a part of it.
#![allow(dead_code)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use rapporteur_testkit::staged_plugins;

/// A folder to work in.
pub struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder can be made") }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file, with the folders it needs.
    pub fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("below the folder")).expect("made");
        fs::write(path, bytes).expect("written");
        self
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Runs `rapporteur` here.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, &[], b"")
    }

    /// `rapporteur` as it is run here, its input and outputs piped.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
        command
            .args(arguments)
            .current_dir(self.path())
            .env_remove("NO_COLOR")
            .env("HOME", self.path())
            // One for all tests: the copies of the plugins are large.
            .env("XDG_CACHE_HOME", env!("CARGO_TARGET_TMPDIR"))
            .env_remove("XDG_DATA_HOME")
            .env("RAPPORTEUR_PLUGIN_PATH", staged_plugins())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// With further environment and standard input.
    pub fn run_with(&self, arguments: &[&str], environment: &[(&str, &str)], input: &[u8]) -> Ran {
        use std::io::Write;
        let mut command = self.command(arguments);
        let mut child = command.envs(environment.iter().copied()).spawn().expect("the program can be started");
        child.stdin.take().expect("it is piped").write_all(input).expect("the program reads or has ended in peace");
        Ran { output: child.wait_with_output().expect("it ends"), folder: self.path().display().to_string() }
    }
}

/// What a run came to.
pub struct Ran {
    output: Output,
    folder: String,
}

impl Ran {
    pub fn code(&self) -> i32 {
        self.output.status.code().expect("no signal ends it")
    }

    pub fn out(&self) -> String {
        String::from_utf8_lossy(&self.output.stdout).into_owned()
    }

    /// Standard error, with the folder of the test and of the plugins left out.
    pub fn err(&self) -> String {
        let plugins = staged_plugins().canonicalize().expect("they are there").display().to_string();
        String::from_utf8_lossy(&self.output.stderr).replace(&self.folder, "HERE").replace(&plugins, "PLUGINS")
    }

    /// Exit code and standard error, for exact-text tests of messages. How many claims and actors the analysis finds is not
    /// their business: those numbers are left out.
    pub fn said(&self) -> String {
        let mut said = format!("exit {}\n", self.code());
        for line in self.err().lines() {
            let mut words: Vec<&str> = line.split(' ').collect();
            for index in 1..words.len() {
                let counted = ["claim", "claims", "actor", "actors"].iter().any(|noun| words[index].starts_with(noun));
                if counted && words[index - 1].bytes().all(|byte| byte.is_ascii_digit()) {
                    words[index - 1] = "N";
                }
            }
            said.push_str(&words.join(" "));
            said.push('\n');
        }
        said
    }
}

/// An article that is read without complaint.
pub const GOOD: &str = "Averland Weighs The Harbour Compact – Analysis\n\nBy Ilse Marwood\n\n\
Averland has not yet decided whether it will sign the compact that its neighbours agreed on in March, and the parliament \
will debate the matter again in the autumn.\n\n\
“A signature is not a harbour,” said Ilona Brandt, the prime minister. She warned the opposition against “haste”.\n";
