//! Found by their manifests, loaded, run in this process and in workers.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

use rapporteur_core::protocol::{InputInfo, PluginKind};
use rapporteur_host::{Isolation, Manifest, Registry, SourceHandle};

use crate::build::{EXPORTER, SOURCE, examples, library, plugins};
use crate::digest::DIGEST;
use crate::support::{registry_with, settings};

fn registry(folder: &Path) -> Registry {
    registry_with(folder, settings(Isolation::InProcess))
}

fn ready(registry: &Registry) -> Vec<String> {
    registry.candidates().iter().map(|candidate| format!("{} {}", candidate.id(), candidate.state)).collect()
}

const BOTH: [&str; 2] = ["org.example.export-claim-list ready", "org.example.source-digest ready"];

#[test]
fn their_manifests_say_what_their_libraries_say() {
    let Some(folder) = plugins() else { return };
    let registry = registry(folder);
    assert_eq!(ready(&registry), BOTH);
    for (plugin, candidate) in [EXPORTER, SOURCE].iter().zip(registry.candidates()) {
        let descriptor = registry.descriptor(candidate).expect("it loads");
        let stem = format!("rapporteur_{}", plugin.replace('-', "_"));
        let manifest = fs::read_to_string(folder.join(plugin).join("plugin.toml")).expect("it has a manifest");
        assert_eq!(Manifest::parse(&manifest), Ok(Manifest::of(&stem, &[&descriptor])), "{plugin}");
    }
}

#[test]
fn the_makefile_lays_them_out() {
    if plugins().is_none() {
        return;
    }
    if !Command::new("make").arg("--version").output().is_ok_and(|output| output.status.success()) {
        println!("skipped: there is no make");
        return;
    }
    let build = tempfile::tempdir().expect("a temporary folder can be made");
    let made = Command::new("make")
        .arg(format!("BUILD={}", build.path().display()))
        .current_dir(examples())
        // Set by an outer make, where there is one.
        .env_remove("MAKEFLAGS")
        .output()
        .expect("make can be started");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let registry = registry(build.path());
    assert_eq!(ready(&registry), BOTH);
    for candidate in registry.candidates() {
        registry.descriptor(candidate).expect("it loads");
    }
    for plugin in [EXPORTER, SOURCE] {
        assert!(library(build.path(), plugin).is_file());
    }
}

#[test]
fn a_worker_answers_as_this_process_does() {
    let Some(folder) = plugins() else { return };
    let answer = |isolation| {
        let registry = registry_with(folder, settings(isolation));
        let candidate = registry.find(PluginKind::Source, "digest").expect("it is there");
        let mut source = SourceHandle::new(&registry, candidate, b"").expect("it loads");
        let ingested = source.ingest(&InputInfo::default(), DIGEST.as_bytes());
        let refused = source.ingest(&InputInfo::default(), b"no digest").map(|_| ()).map_err(|error| error.to_string());
        (ingested, refused)
    };
    assert_eq!(answer(Isolation::Process), answer(Isolation::InProcess));
}

#[test]
fn instances_on_two_threads_do_not_meet() {
    let Some(folder) = plugins() else { return };
    let registry = registry(folder);
    let candidate = registry.find(PluginKind::Source, "digest").expect("it is there");
    let file = |name: &str| DIGEST.replace("harbour", name);
    let run = |name: &str| {
        let mut source = SourceHandle::new(&registry, candidate, b"").expect("it loads");
        (0..200).map(|_| source.ingest(&InputInfo::default(), file(name).as_bytes())).collect::<Vec<_>>()
    };
    let (first, second) = thread::scope(|scope| {
        let first = scope.spawn(|| run("haven"));
        let second = scope.spawn(|| run("anchorage, the outer one,"));
        (first.join().expect("it ends"), second.join().expect("it ends"))
    });
    for (answers, name) in [(first, "haven"), (second, "anchorage, the outer one,")] {
        let alone = SourceHandle::new(&registry, candidate, b"")
            .expect("it loads")
            .ingest(&InputInfo::default(), file(name).as_bytes());
        assert!(alone.as_ref().is_ok_and(|ingested| ingested.documents[0].text.contains(name)));
        assert!(answers.iter().all(|answer| *answer == alone), "{name}");
    }
}
