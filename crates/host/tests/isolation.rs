//! Plugins that misbehave, in this process where that can be survived and in workers.
#![cfg(unix)]

mod support;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use rapporteur_core::Document;
use rapporteur_core::protocol::{InputInfo, PluginKind};
use rapporteur_host::{CallError, ExporterHandle, Isolation, Limits, Settings, SourceHandle};
use support::{hostile_library, ingest, registry_with, settings, source, stress_library};

fn isolated(call_time: Duration) -> Settings {
    let limits = Limits { call_time, ..settings(Isolation::Process).limits };
    Settings { limits, ..settings(Isolation::Process) }
}

/// What the plugin's failure is called, without numbers of threads and of lines.
fn said(error: &CallError) -> String {
    // "thread 'plugin' (12345) has overflowed its stack", "at plugins/stress/src/deeds.rs:13: told to"
    let text = without_number(&error.to_string(), "thread 'plugin' (");
    without_number(&text, "deeds.rs:")
}

/// The number behind some words replaced.
fn without_number(text: &str, words: &str) -> String {
    match text.split_once(words) {
        Some((before, after)) => {
            format!("{before}{words}N{}", after.trim_start_matches(|digit: char| digit.is_ascii_digit()))
        }
        None => text.to_owned(),
    }
}

fn fails(source: &mut SourceHandle, input: &str) -> String {
    let error = ingest(source, input).expect_err(input);
    assert!(error.is_defect(), "{input}: {error}");
    // The next input is served as if nothing had happened.
    assert_eq!(ingest(source, "stress two"), Ok(2), "after {input}");
    said(&error)
}

#[test]
fn what_takes_a_process_down_is_an_answer_and_the_next_input_is_served() {
    let registry = registry_with(&stress_library(), isolated(Duration::from_secs(10)));
    let mut source = source(&registry, "stress", "");
    let said: Vec<String> =
        ["segfault", "bus-error", "kill", "abort", "exit 0", "exit 7", "orphan", "eat", "stack-overflow"]
            .iter()
            .map(|deed| format!("{deed}: {}", fails(&mut source, &format!("stress {deed}"))))
            .collect();
    insta::assert_snapshot!(said.join("\n"), @r#"
    segfault: the plugin crashed with SIGSEGV (segmentation fault); its last words: "told to die of a signal"
    bus-error: the plugin crashed with SIGBUS (bus error); its last words: "told to die of a signal"
    kill: the plugin crashed with SIGKILL (killed); its last words: "told to die of a signal"
    abort: the plugin crashed with SIGABRT (aborted); its last words: "told to abort"
    exit 0: the plugin ended its process before its answer (exit status 0); its last words: "told to exit"
    exit 7: the plugin ended its process before its answer (exit status 7); its last words: "told to exit"
    orphan: the plugin crashed with SIGABRT (aborted)
    eat: the plugin crashed with SIGABRT (aborted); its last words: "memory allocation of 16777216 bytes failed" / "note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace"
    stack-overflow: the plugin crashed with SIGABRT (aborted); its last words: "thread 'plugin' (N) has overflowed its stack" / "fatal runtime error: stack overflow, aborting"
    "#);
}

#[test]
fn a_plugin_that_spins_is_killed_at_the_limit() {
    let registry = registry_with(&stress_library(), isolated(Duration::from_millis(400)));
    let mut source = source(&registry, "stress", "");
    assert_eq!(ingest(&mut source, "stress two"), Ok(2));
    let started = Instant::now();
    let error = ingest(&mut source, "stress spin").expect_err("it spins");
    assert_eq!(error.to_string(), "the plugin gave no answer in 0.4 s and was killed");
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
    assert_eq!(ingest(&mut source, "stress two"), Ok(2));
    let error = ingest(&mut source, "stress sleep 60000").expect_err("it sleeps");
    assert_eq!(error.to_string(), "the plugin gave no answer in 0.4 s and was killed");
    assert_eq!(ingest(&mut source, "stress sleep 20"), Ok(1));
}

#[test]
fn no_process_is_left_behind() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    // Workers carry the name of their library on the command line: one of our own tells them from other tests' workers.
    let library = folder.path().join("librapporteur_left_behind.so");
    fs::copy(stress_library(), &library).expect("copied");
    let registry = registry_with(&library, isolated(Duration::from_millis(400)));
    let mut source = source(&registry, "stress", "");
    let running = |words: &str| {
        let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
        let lines = processes.filter_map(|entry| fs::read_to_string(entry.path().join("cmdline")).ok());
        lines.filter(|line| line.replace('\0', " ").contains(words)).count()
    };
    for deed in ["orphan 60417", "spin", "abort", "exit 0"] {
        assert!(ingest(&mut source, &format!("stress {deed}")).is_err(), "{deed}");
    }
    assert_eq!(running("rapporteur_left_behind --id"), 0, "each was waited for");
    assert_eq!(ingest(&mut source, "stress two"), Ok(2));
    if cfg!(target_os = "linux") {
        assert_eq!(running("rapporteur_left_behind --id"), 1);
    }
    drop(source);
    assert_eq!(running("rapporteur_left_behind --id"), 0);
    // What a worker started goes with it, as soon as the system gets to it.
    let until = Instant::now() + Duration::from_secs(5);
    while running("sleep 60417") > 0 && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(running("sleep 60417"), 0);
}

#[test]
fn the_same_answers_in_both_places() {
    let deeds = [
        "stress panic",
        "stress refuse",
        "stress two",
        "stress no-documents",
        "stress thread-panic",
        "stress read-stdin",
        "stress complain-much 5",
        "raw bad-json",
        "raw empty-reply",
        "raw wrong-type",
        "raw invalid-utf8",
        "raw lone-surrogate",
        "raw deep-json",
        "raw other-fields",
        "raw unsupported",
        "raw protocol-error",
        "raw oversize-reply",
    ];
    let run = |isolation| {
        let registry = registry_with(&stress_library(), settings(isolation));
        let (mut stress, mut raw) = (source(&registry, "stress", ""), source(&registry, "stress-raw", ""));
        let lines: Vec<String> = deeds
            .iter()
            .map(|deed| {
                let source = if deed.starts_with("raw") { &mut raw } else { &mut stress };
                match ingest(source, deed) {
                    Ok(documents) => format!("{deed}: {documents} documents"),
                    Err(error) => format!("{deed}: {}", said(&error)),
                }
            })
            .collect();
        lines.join("\n")
    };
    let here = run(Isolation::InProcess);
    assert_eq!(here, run(Isolation::Process));
    insta::assert_snapshot!(here, @r#"
    stress panic: the plugin panicked at plugins/stress/src/deeds.rs:N: told to panic
    stress refuse: told to refuse
    stress two: 2 documents
    stress no-documents: 0 documents
    stress thread-panic: 1 documents
    stress read-stdin: 1 documents
    stress complain-much 5: 1 documents
    raw bad-json: the plugin's answer cannot be used: expected value at line 1 column 16
    raw empty-reply: the plugin's answer cannot be used: EOF while parsing a value at line 1 column 0
    raw wrong-type: the plugin's answer cannot be used: invalid type: integer `7`, expected a sequence at line 1 column 15
    raw invalid-utf8: the plugin's answer cannot be used: invalid unicode code point at line 1 column 26
    raw lone-surrogate: the plugin's answer cannot be used: unexpected end of hex escape at line 1 column 32
    raw deep-json: the plugin's answer cannot be used: invalid type: sequence, expected a string at line 1 column 16
    raw other-fields: 0 documents
    raw unsupported: the plugin does not support "ingest"
    raw protocol-error: the plugin's answer cannot be used: told not to understand
    raw oversize-reply: the plugin's reply is longer than 16777216 bytes
    "#);
}

#[test]
fn what_a_plugin_prints_is_no_part_of_the_conversation() {
    let registry = registry_with(&stress_library(), settings(Isolation::Process));
    let mut source = source(&registry, "stress", "");
    for deed in ["print", "print-much 20000", "complain-much 20000", "log-much 20000", "two"] {
        assert!(ingest(&mut source, &format!("stress {deed}")).is_ok(), "{deed}");
    }
}

#[test]
fn an_input_that_meets_a_worn_out_worker_is_not_to_blame() {
    let registry = registry_with(&stress_library(), settings(Isolation::Process));
    let mut source = source(&registry, "stress", "");
    // Each takes 100 MB and keeps it: of 512 MB the fifth dies, and is served by a new worker.
    for number in 0..12 {
        assert_eq!(ingest(&mut source, "stress leak 100"), Ok(1), "input {number}");
    }
    let error = ingest(&mut source, "stress leak 600").expect_err("more than there is");
    assert!(error.to_string().contains("memory allocation of 629145600 bytes failed"), "{error}");
}

#[test]
fn options_and_detection_reach_a_worker_and_so_do_failures_to_start() {
    let registry = registry_with(&stress_library(), settings(Isolation::Process));
    let fails = |config: &str| {
        let mut source = source(&registry, "stress", config);
        ingest(&mut source, "stress x").expect_err("it fails").to_string()
    };
    assert_eq!(fails(r#"{"on_create":"refuse"}"#), "told to refuse its options");
    assert!(fails(r#"{"on_create":"panic"}"#).ends_with("told to panic while being made"));
    assert_eq!(fails(r#"{"on_create":"abort"}"#), "the plugin crashed with SIGABRT (aborted)");
    let mut source = source(&registry, "stress", "");
    let mut confidence =
        |input: &str| source.detect(&InputInfo::default(), input.as_bytes()).map(|detection| detection.confidence);
    assert_eq!((confidence("stress me"), confidence("no")), (Ok(100), Ok(0)));
    assert!(confidence("stress-detect abort").is_err_and(|error| error.is_crash()));
    assert_eq!(confidence("stress me"), Ok(100));
}

#[test]
fn an_exporter_keeps_count_in_its_worker_and_is_not_started_again() {
    let registry = registry_with(&stress_library(), settings(Isolation::Process));
    let candidate = registry.find(PluginKind::Exporter, "stress").expect("it is there");
    let config = br#"{"name":"a.txt","deed":"abort","batch":2}"#;
    let mut exporter = ExporterHandle::new(&registry, candidate, config).expect("it can be opened");
    let none: &[Document] = &[];
    assert!(exporter.export(none).is_ok());
    assert!(exporter.export(none).is_ok());
    let error = exporter.export(none).expect_err("the third batch is what it aborts at");
    assert_eq!(error.to_string(), "the plugin crashed with SIGABRT (aborted); its last words: \"told to abort\"");
}

#[test]
fn large_inputs_and_answers_pass_whole() {
    let registry = registry_with(&stress_library(), settings(Isolation::Process));
    let mut source = source(&registry, "stress", "");
    let input = format!("stress nothing {}", "wort für wort ".repeat(700_000));
    let ingested = source.ingest(&InputInfo::default(), input.as_bytes()).expect("it is read");
    assert_eq!(ingested.documents[0].text, input);
}

#[test]
fn hostile_answers_of_a_library_in_c() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let library = hostile_library("FAULT_NONE", folder.path());
    let deaf_and_survivable =
        ["nothing", "unknown-status", "negative-status", "panic-without-words", "unknown-channel", "deaf"];
    let run = |isolation, deeds: &[&str]| {
        let registry = registry_with(&library, settings(isolation));
        let mut source = source(&registry, "hostile", "");
        let line = |deed: &&str| match ingest(&mut source, &format!("hostile {deed}")) {
            Ok(documents) => format!("{deed}: {documents} documents"),
            Err(error) => format!("{deed}: {error}"),
        };
        deeds.iter().map(line).collect::<Vec<_>>().join("\n")
    };
    let here = run(Isolation::InProcess, &deaf_and_survivable);
    assert_eq!(here, run(Isolation::Process, &deaf_and_survivable));
    insta::assert_snapshot!(here, @r"
    nothing: 0 documents
    unknown-status: the plugin's answer cannot be used: ingest ended with the unknown status 77
    negative-status: the plugin's answer cannot be used: ingest ended with the unknown status -99
    panic-without-words: the plugin's answer cannot be used: EOF while parsing a value at line 1 column 0
    unknown-channel: 0 documents
    deaf: the plugin's reply is longer than 16777216 bytes
    ");
    let fatal = run(
        Isolation::Process,
        &["null-write", "null-read", "abort", "close-everything", "write-everywhere", "nothing"],
    );
    insta::assert_snapshot!(fatal, @r#"
    null-write: the plugin crashed with SIGSEGV (segmentation fault)
    null-read: the plugin crashed with SIGSEGV (segmentation fault)
    abort: the plugin crashed with SIGABRT (aborted)
    close-everything: the plugin cut off its answers and was killed
    write-everywhere: the plugin wrote what is no answer and was killed; its last words: "garbage garbage garbage garbage" / "garbage garbage garbage garbage"
    nothing: 0 documents
    "#);
}

#[test]
fn hostile_libraries_are_told_apart_without_harm() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let faults = [
        "WRONG_MAGIC",
        "WRONG_MAJOR",
        "SHORT_STRUCT",
        "NULL_LIBRARY",
        "NULL_PLUGINS",
        "NULL_FUNCTION",
        "NULL_DESCRIPTOR",
        "BAD_DESCRIPTOR",
        "NUL_IN_DESCRIPTOR",
        "CRASH_IN_CONSTRUCTOR",
        "EXIT_IN_CONSTRUCTOR",
        "HANG_IN_CONSTRUCTOR",
        "CRASH_IN_ENTRY",
        "NO_ENTRY",
        "UNRESOLVED_SYMBOL",
        "WRONG_PROTOCOL",
    ];
    let state = |fault: &str, settings: Settings| {
        let library = hostile_library(&format!("FAULT_{fault}"), folder.path());
        let registry = registry_with(&library, settings);
        let states: Vec<String> = registry.candidates().iter().map(|candidate| candidate.state.to_string()).collect();
        format!("{fault}: {}", without_folder(&states.join(" / "), folder.path()))
    };
    let in_workers: Vec<String> =
        faults.iter().map(|fault| state(fault, isolated(Duration::from_millis(700)))).collect();
    insta::assert_snapshot!(in_workers.join("\n"), @r"
    WRONG_MAGIC: load-failed: not a plugin of ABI 1: its first bytes are not those of a plugin
    WRONG_MAJOR: wrong-abi: made for ABI 2, and this program speaks ABI 1; build the plugin again with a current SDK
    SHORT_STRUCT: load-failed: not a plugin of ABI 1: its library description is too short
    NULL_LIBRARY: load-failed: not a plugin of ABI 1: its entry function returned null
    NULL_PLUGINS: load-failed: not a plugin of ABI 1: its list of plugins is null
    NULL_FUNCTION: load-failed: plugin 0 of the library: one of its functions is null
    NULL_DESCRIPTOR: load-failed: plugin 0 of the library: its descriptor is null
    BAD_DESCRIPTOR: load-failed: plugin 0 of the library: its descriptor cannot be read: EOF while parsing a value at line 1 column 6
    NUL_IN_DESCRIPTOR: load-failed: plugin 0 of the library: its descriptor cannot be read: trailing characters at line 1 column 130
    CRASH_IN_CONSTRUCTOR: load-failed: while it was loaded, the plugin crashed with SIGSEGV (segmentation fault)
    EXIT_IN_CONSTRUCTOR: load-failed: while it was loaded, the plugin ended its process before its answer (exit status 0)
    HANG_IN_CONSTRUCTOR: load-failed: while it was loaded, the plugin gave no answer in 0.7 s and was killed
    CRASH_IN_ENTRY: load-failed: while it was loaded, the plugin crashed with SIGSEGV (segmentation fault)
    NO_ENTRY: load-failed: not a plugin of ABI 1: it exports no rapporteur_plugin_v1
    UNRESOLVED_SYMBOL: load-failed: DIR/librapporteur_fault_unresolved_symbol.so: undefined symbol: not_to_be_found_anywhere
    WRONG_PROTOCOL: wrong-protocol: speaks protocol 9, and this program protocol 1
    ");
    let survivable: Vec<String> = faults
        .iter()
        .filter(|fault| !fault.contains("CONSTRUCTOR") && **fault != "CRASH_IN_ENTRY")
        .map(|fault| state(fault, settings(Isolation::InProcess)))
        .collect();
    for line in survivable {
        assert!(in_workers.contains(&line), "{line}");
    }
    let library = hostile_library("FAULT_NULL_INSTANCE", folder.path());
    for isolation in [Isolation::InProcess, Isolation::Process] {
        let registry = registry_with(&library, settings(isolation));
        let error = ingest(&mut source(&registry, "hostile", ""), "hostile x").expect_err("there is no instance");
        assert_eq!(error.to_string(), "the plugin's answer cannot be used: create succeeded and made no instance");
    }
}

#[test]
fn a_library_that_is_cut_short_is_refused_and_not_mapped() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let bytes = fs::read(stress_library()).expect("there");
    for isolation in [Isolation::InProcess, Isolation::Process] {
        // What a debugger reads stands behind all segments and need not be there; so only the beginning is kept.
        for part in [5_000, 50_000, 200_000] {
            let cut = folder.path().join(format!("librapporteur_cut_{part}.so"));
            fs::write(&cut, &bytes[..part]).expect("written");
            let registry = registry_with(&cut, settings(isolation));
            let state = registry.candidates()[0].state.to_string();
            assert!(state.starts_with("load-failed: the file is cut short: its head speaks of"), "{part}: {state}");
        }
    }
}

fn without_folder(text: &str, folder: &Path) -> String {
    let folder = folder.canonicalize().expect("it is there").display().to_string();
    text.replace(&folder, "DIR")
}
