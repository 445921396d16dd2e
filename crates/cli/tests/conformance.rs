//! `rapporteur plugins check`: what it says of plugins that keep to their contract and of some that do not.
#![cfg(unix)]

mod support;

use std::process::Command;

use insta::assert_snapshot;
use rapporteur_testkit::{Profile, build_plugins, staged_plugins, workspace};
use support::Place;

/// `hostile.c` with one of its faults, in the place.
fn hostile(place: &Place, fault: &str) -> String {
    let name = format!("{}.so", fault.to_lowercase());
    let compiled = Command::new("cc")
        .args(["-shared", "-fPIC", "-fvisibility=hidden", "-O1", "-I"])
        .arg(workspace().join("crates/abi/include"))
        .arg(format!("-DFAULT=FAULT_{fault}"))
        .arg(workspace().join("plugins/stress/hostile.c"))
        .arg("-o")
        .arg(place.path().join(&name))
        .output()
        .expect("the linker that Rust needs is a C compiler too");
    assert!(compiled.status.success(), "{}", String::from_utf8_lossy(&compiled.stderr));
    name
}

/// What is printed, without digests.
fn checked(place: &Place, arguments: &[&str]) -> String {
    let ran = place.run(&[&["plugins", "check"], arguments].concat());
    let folder = place.path().canonicalize().expect("it is there").display().to_string();
    let out = ran.out().replace(&folder, "HERE");
    let lines: Vec<&str> = out.lines().map(|line| line.split(", digest ").next().unwrap_or(line)).collect();
    format!("exit {}\n{}{}", ran.code(), lines.join("\n").trim_end(), ran.err())
}

#[test]
fn an_exporter_of_the_program_conforms() {
    let folder = staged_plugins().join("export-json").display().to_string();
    let said =
        checked(&Place::new(), &[&folder, "--include", "loads|manifest|descriptor|options|deter|read-back|sink"]);
    let plugins = staged_plugins().canonicalize().expect("there").display().to_string();
    assert_snapshot!(said.replace(&plugins, "PLUGINS"), @r"
    exit 0
    PLUGINS/export-json/librapporteur_export_json.so
      success  loads           all symbols are resolved
      success  descriptor      org.rapporteur.export-json, org.rapporteur.export-jsonl
      success  manifest        2 plugins
    org.rapporteur.export-json
      success  wrong-options   4 sets of options
      success  determinism     1 answers
      success  refused-sink    export stopped at once and answers again
      success  read-back       3 files
    org.rapporteur.export-jsonl
      success  wrong-options   3 sets of options
      success  determinism     1 answers
      success  refused-sink    export stopped at once and answers again
      success  read-back       1 files

    11 success
    ");
}

#[test]
fn a_source_that_does_not_is_told_how() {
    let place = Place::new();
    let built = build_plugins(&["stress".to_owned()], Profile::Dev).expect("the stress plugin can be built");
    let library = built[0].library.display().to_string();
    let said = checked(&place, &[&library, "--include", "wrong-options|unknown-method|silence|cut-fixtures"]);
    assert_snapshot!(said.replace(&library, "LIBRARY"), @r#"
    exit 1
    org.rapporteur.stress-source
      success  unknown-method  6 names
      success  wrong-options   4 sets of options
      skipped  cut-fixtures    no folder of fixtures; name one with --fixtures DIR
      success  silence         29 inputs, 0 of them refused
    org.rapporteur.stress-exporter
      success  unknown-method  6 names
      success  wrong-options   7 sets of options
      failed   silence         "" leads out of the output folder
    org.rapporteur.stress-raw
      success  unknown-method  6 names
      failed   wrong-options   the options { were accepted
      skipped  cut-fixtures    no folder of fixtures; name one with --fixtures DIR
      success  silence         29 inputs, 0 of them refused
    org.rapporteur.stress-annotator
      success  unknown-method  6 names
      success  wrong-options   3 sets of options
      success  silence         29 inputs, 0 of them refused
    org.rapporteur.stress-raw-annotator
      success  unknown-method  6 names
      failed   wrong-options   the options { were accepted
      success  silence         29 inputs, 0 of them refused

    12 success, 3 failed, 2 skipped
    "#);
}

#[test]
fn libraries_that_are_none_are_told_apart() {
    let place = Place::new();
    let said: Vec<String> = ["CRASH_IN_CONSTRUCTOR", "BAD_DESCRIPTOR", "WRONG_MAJOR", "UNRESOLVED_SYMBOL", "NO_ENTRY"]
        .iter()
        .map(|fault| checked(&place, &[&hostile(&place, fault), "--include", "loads|versions|descriptor"]))
        .collect();
    assert_snapshot!(said.join("\n\n"), @r"
    exit 1
    HERE/crash_in_constructor.so
      crashed  loads           load-failed: while it was loaded, the plugin crashed with SIGSEGV (segmentation fault)

    1 crashed

    exit 1
    HERE/bad_descriptor.so
      success  loads           all symbols are resolved
      success  versions        ABI as expected
      failed   descriptor      plugin 0 of the library: its descriptor cannot be read: EOF while parsing a value at line 1 column 6

    2 success, 1 failed

    exit 1
    HERE/wrong_major.so
      success  loads           all symbols are resolved
      failed   versions        made for ABI 2, and this program speaks ABI 1; build the plugin again with a current SDK
      skipped  descriptor      made for ABI 2, and this program speaks ABI 1; build the plugin again with a current SDK

    1 success, 1 failed, 1 skipped

    exit 1
    HERE/unresolved_symbol.so
      failed   loads           HERE/unresolved_symbol.so: undefined symbol: not_to_be_found_anywhere
      skipped  versions        HERE/unresolved_symbol.so: undefined symbol: not_to_be_found_anywhere
      skipped  descriptor      HERE/unresolved_symbol.so: undefined symbol: not_to_be_found_anywhere

    1 failed, 2 skipped

    exit 1
    HERE/no_entry.so
      failed   loads           not a plugin of ABI 1: it exports no rapporteur_plugin_v1
      skipped  versions        not a plugin of ABI 1: it exports no rapporteur_plugin_v1
      skipped  descriptor      not a plugin of ABI 1: it exports no rapporteur_plugin_v1

    1 failed, 2 skipped
    ");
}

#[test]
fn what_is_checked_must_be_there() {
    let place = Place::new();
    place.put("empty/x.txt", "");
    let said = [
        checked(&place, &["nowhere"]),
        checked(&place, &["empty"]),
        checked(&place, &["empty", "--include", "speling"]),
        checked(&place, &["empty", "--include", "("]),
    ];
    assert_snapshot!(said.join("\n\n"), @r#"
    exit 2
    error: nowhere: No such file or directory (os error 2)


    exit 3
    error: HERE/empty: no plugin there
      help: name a library, a rules file, or a folder with a plugin.toml and the library it names


    exit 2
    error: --include "speling" finds none of the checks: loads, exports, versions, descriptor, manifest, load-time, rules, unknown-method, wrong-options, empty-input, hard-bytes, cut-fixtures, large-input, determinism, positions, detection, refused-sink, no-panic, growth, threads, silence, contracts, read-back


    exit 2
    error: --include "(": found open group without closing ')'
    "#);
}

#[test]
fn results_for_machines() {
    let place = Place::new();
    let library = hostile(&place, "NONE");
    let ran = place.run(&["plugins", "check", &library, "--json", "--include", "^(loads|detection|unknown-method)$"]);
    let results: serde_json::Value = serde_json::from_str(&ran.out()).expect("JSON");
    let shown: Vec<String> = results
        .as_array()
        .expect("an array")
        .iter()
        .map(|result| format!("{} {} {}", result["check"], result["plugin"], result["status"]))
        .collect();
    assert_snapshot!(shown.join("\n"), @r#"
    "loads" null "success"
    "unknown-method" "org.example.hostile" "success"
    "detection" "org.example.hostile" "skipped"
    "#);
}
