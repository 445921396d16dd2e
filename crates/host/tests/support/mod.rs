//! What the tests of the host share. Each test program uses a part of it.
#![allow(dead_code)]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use rapporteur_core::protocol::{InputInfo, PluginKind};
use rapporteur_host::{
    CallError, Isolation, LibraryStore, Limits, Registry, SearchPath, Settings, SourceHandle, WorkerProgram,
};
use rapporteur_testkit::{Profile, build_plugins, workspace};

pub fn stress_library() -> PathBuf {
    let built = build_plugins(&["stress".to_owned()], Profile::Dev).expect("the stress plugin can be built");
    built[0].library.clone()
}

/// Workers of ten seconds and 512 MB; answers of at most 16 MB.
pub fn settings(isolation: Isolation) -> Settings {
    Settings {
        isolation,
        worker: Some(WorkerProgram { program: env!("CARGO_BIN_EXE_rapporteur-test-worker").into(), arguments: vec![] }),
        limits: Limits { call_time: Duration::from_secs(10), memory: Some(512 << 20), reply_bytes: 16 << 20 },
        store: LibraryStore::at(Path::new(env!("CARGO_TARGET_TMPDIR")).join("plugin-copies")),
        lock: None,
    }
}

pub fn registry_with(path: &Path, settings: Settings) -> Registry {
    let mut search = SearchPath::default();
    search.push("--plugin", vec![path.to_owned()], true);
    Registry::with_settings(search, &[], settings)
}

pub fn source(registry: &Registry, name: &str, config: &str) -> SourceHandle {
    let candidate = registry.find(PluginKind::Source, name).expect("it is there");
    SourceHandle::new(registry, candidate, config.as_bytes()).expect("it can be opened")
}

pub fn ingest(source: &mut SourceHandle, input: &str) -> Result<usize, CallError> {
    source.ingest(&InputInfo::default(), input.as_bytes()).map(|ingested| ingested.documents.len())
}

/// `hostile.c` with one of its faults. The linker that Rust needs is a C compiler too.
pub fn hostile_library(fault: &str, folder: &Path) -> PathBuf {
    let library = folder.join(format!("librapporteur_{}.so", fault.to_lowercase()));
    let compiled = Command::new("cc")
        .args(["-shared", "-fPIC", "-fvisibility=hidden", "-O1"])
        .arg("-I")
        .arg(workspace().join("crates/abi/include"))
        .arg(format!("-DFAULT={fault}"))
        .arg(workspace().join("plugins/stress/hostile.c"))
        .arg("-o")
        .arg(&library)
        .output()
        .expect("there is a C compiler");
    assert!(compiled.status.success(), "{}", String::from_utf8_lossy(&compiled.stderr));
    library
}
