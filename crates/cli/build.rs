//! Puts the rules files that come with the program beside it, where cargo puts the plugin libraries: a build is enough to run.
#![allow(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]
use std::path::Path;
use std::{env, fs};

fn main() {
    let plugins = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../plugins");
    println!("cargo::rerun-if-changed={}", plugins.display());
    // target/<profile>/build/<package>/out
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    let Some(beside) = Path::new(&out).ancestors().nth(3).filter(|folder| folder.join("build").is_dir()) else {
        return;
    };
    for entry in fs::read_dir(&plugins).into_iter().flatten().flatten() {
        let name = entry.file_name();
        if name.to_string_lossy().ends_with(".rules.toml") {
            println!("cargo::rerun-if-changed={}", entry.path().display());
            if let Err(error) = fs::copy(entry.path(), beside.join(&name)) {
                println!("cargo::warning={} is not put beside the program: {error}", entry.path().display());
            }
        }
    }
}
