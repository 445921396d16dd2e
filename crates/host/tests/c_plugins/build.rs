//! Compiles `examples/c`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use rapporteur_testkit::workspace;

pub const SOURCE: &str = "source-digest";
pub const EXPORTER: &str = "export-claim-list";

/// The folder with both plugins, laid out as a user has them; `None`, and a printed line, where there is no C compiler.
pub fn plugins() -> Option<&'static Path> {
    static BUILT: OnceLock<Option<PathBuf>> = OnceLock::new();
    let built = BUILT.get_or_init(|| {
        let there = Command::new("cc").arg("--version").output().is_ok_and(|output| output.status.success());
        there.then(|| {
            let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("c-plugins");
            compile(SOURCE, &folder);
            compile(EXPORTER, &folder);
            folder
        })
    });
    if built.is_none() {
        println!("skipped: there is no C compiler");
    }
    built.as_deref()
}

pub fn examples() -> PathBuf {
    workspace().join("examples").join("c")
}

/// Where the library of a plugin lies below the folder of [`plugins`].
pub fn library(folder: &Path, plugin: &str) -> PathBuf {
    let stem = format!("rapporteur_{}", plugin.replace('-', "_"));
    folder.join(plugin).join(libloading::library_filename(stem))
}

fn compile(plugin: &str, folder: &Path) {
    let library = library(folder, plugin);
    let place = folder.join(plugin);
    fs::create_dir_all(&place).expect("a folder can be made");
    fs::copy(examples().join(plugin).join("plugin.toml"), place.join("plugin.toml")).expect("it has a manifest");
    // Another run of these tests may have the library loaded: it is replaced, never written over.
    let new = place.join(format!("new-{}", std::process::id()));
    let shared = if cfg!(target_os = "macos") { "-dynamiclib" } else { "-shared" };
    let compiled = Command::new("cc")
        .args(["-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-O1"])
        .args(["-fsanitize=undefined", "-fsanitize-undefined-trap-on-error"])
        .args([shared, "-fPIC", "-fvisibility=hidden"])
        .arg(format!("-I{}", workspace().join("crates/abi/include").display()))
        .arg(format!("-I{}", examples().join("common").display()))
        .args(sources(&examples().join(plugin)))
        .args(sources(&examples().join("common")))
        .arg("-o")
        .arg(&new)
        .output()
        .expect("the compiler can be started");
    assert!(compiled.status.success(), "{plugin}:\n{}", String::from_utf8_lossy(&compiled.stderr));
    fs::rename(new, library).expect("it can be put in its place");
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("it can be read").path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "c"));
    files.sort();
    files
}
