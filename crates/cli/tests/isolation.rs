//! Plugins that crash, hang, change or are not trusted: what is told, and that every other document is written.
#![cfg(unix)]

mod support;

use std::fs;
use std::path::Path;

use insta::assert_snapshot;
use rapporteur_testkit::{Profile, build_plugins};
use support::{GOOD, Place};

/// The stress plugin in `plugs/stress`, as a third party's plugin lies there.
fn with_stress() -> Place {
    let place = Place::new();
    let built = build_plugins(&["stress".to_owned()], Profile::Dev).expect("the stress plugin can be built");
    let folder = place.path().join("plugs/stress");
    fs::create_dir_all(&folder).expect("made");
    for file in [&built[0].library, &built[0].manifest] {
        fs::copy(file, folder.join(file.file_name().expect("a file"))).expect("copied");
    }
    place
}

/// Good documents in `in`, each its own.
fn with_good(place: &Place, count: usize) {
    for number in 0..count {
        place.put(&format!("in/good-{number:03}.txt"), format!("{GOOD}\nThis is article number {number} of many.\n"));
    }
}

fn library(place: &Place) -> std::path::PathBuf {
    place.path().join(format!(
        "plugs/stress/{}stress_plugin{}",
        std::env::consts::DLL_PREFIX,
        std::env::consts::DLL_SUFFIX
    ))
}

/// Standard error without what differs between systems and runs.
fn told(text: &str) -> String {
    let library = format!("{}stress_plugin{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    let mut told = String::new();
    for word in text.replace(&library, "LIBRARY").split_inclusive([' ', '\n', ';', ',', ')', '"']) {
        let end = word.trim_end_matches([' ', '\n', ';', ',', ')', '"']);
        let is_hash = end.len() == 64 && end.bytes().all(|byte| byte.is_ascii_hexdigit());
        told.push_str(&if is_hash { word.replace(end, "SHA256") } else { word.to_owned() });
    }
    let lines: Vec<&str> =
        told.lines().filter(|line| !line.contains(" claims by or about ") && !line.contains(" document")).collect();
    lines.join("\n")
}

#[test]
fn a_document_that_brings_a_plugin_down_is_quarantined_and_all_others_are_written() {
    let place = with_stress();
    with_good(&place, 3);
    place.put("in/good-001x.txt", "stress segfault").put("in/it is.txt", "stress exit 0");
    let ran = place.run(&["extract", "in", "--plugin", "plugs", "--to", "jsonl", "--out", "out"]);
    assert_eq!(place.read("out/documents.jsonl").lines().count(), 3);
    assert_snapshot!(told(&ran.said()), @r#"
    exit 1
    error: in/good-001x.txt: the plugin crashed with SIGSEGV (segmentation fault); its last words: "told to die of a signal" [plugin-crashed, org.rapporteur.stress-source]
      help: see it again with `rapporteur extract in/good-001x.txt --source org.rapporteur.stress-source --plugin HERE/plugs/stress/LIBRARY --isolation process`, and report this to the author of the plugin
    error: in/it is.txt: the plugin ended its process before its answer (exit status 0); its last words: "told to exit" [plugin-crashed, org.rapporteur.stress-source]
      help: see it again with `rapporteur extract 'in/it is.txt' --source org.rapporteur.stress-source --plugin HERE/plugs/stress/LIBRARY --isolation process`, and report this to the author of the plugin
    "#);
}

#[test]
fn a_document_that_hangs_a_plugin_is_quarantined() {
    let place = with_stress();
    with_good(&place, 2);
    place.put("in/spin.txt", "stress spin");
    let arguments = ["extract", "in", "--plugin", "plugs", "--to", "jsonl", "--out", "out", "--plugin-timeout", "0.5"];
    let ran = place.run(&arguments);
    assert_eq!(place.read("out/documents.jsonl").lines().count(), 2);
    assert_snapshot!(told(&ran.said()), @r"
    exit 1
    error: in/spin.txt: the plugin gave no answer in 0.5 s and was killed [plugin-timed-out, org.rapporteur.stress-source]
      help: see it again with `rapporteur extract in/spin.txt --source org.rapporteur.stress-source --plugin HERE/plugs/stress/LIBRARY --isolation process`, and report this to the author of the plugin
    ");
}

#[test]
fn a_plugin_that_crashes_while_looking_costs_no_document() {
    let place = with_stress();
    place.put("in/looked-at.txt", format!("stress-detect abort\n\n{GOOD}"));
    let without = place.run(&["extract", "in", "--to", "jsonl"]);
    let ran = place.run(&["extract", "in", "--plugin", "plugs", "--to", "jsonl"]);
    assert_eq!((ran.out(), without.code()), (without.out(), 0));
    assert_snapshot!(told(&ran.said()), @r#"
    exit 1
    warning: in/looked-at.txt: org.rapporteur.stress-source failed while looking at it: the plugin crashed with SIGABRT (aborted); its last words: "told to abort"
      help: see it again with `rapporteur detect in/looked-at.txt --source org.rapporteur.stress-source --plugin HERE/plugs/stress/LIBRARY --isolation process`, and report this to the author of the plugin
    "#);
    let ran = place.run(&["detect", "in/looked-at.txt", "--plugin", "plugs"]);
    assert!(ran.out().contains("  0  org.rapporteur.stress-source\n       - failed: the plugin crashed with SIGABRT"));
}

#[test]
fn a_plugin_that_fails_on_every_input_is_told_of_three_times() {
    let place = with_stress();
    with_good(&place, 9);
    let arguments = [
        "extract",
        "in",
        "--plugin",
        "plugs",
        "--to",
        "jsonl",
        "--out",
        "out",
        "--set",
        "stress-source.on_create=panic",
    ];
    let ran = place.run(&arguments);
    assert_eq!(place.read("out/documents.jsonl").lines().count(), 9);
    assert_eq!(ran.err().matches(" failed while looking at it: the plugin panicked at ").count(), 3);
    assert!(ran.err().contains(
        "warning: org.rapporteur.stress-source failed while looking at 6 more inputs\n  help: --report FILE lists them all"
    ));
}

#[test]
fn after_three_crashes_a_run_goes_on_without_the_plugin_whatever_the_jobs() {
    let place = with_stress();
    with_good(&place, 150);
    for number in [10, 40, 70, 100, 130] {
        place.put(&format!("in/good-{number:03}x.txt"), "stress abort");
    }
    // Read by the stress plugin as long as it is on, by the reader of texts afterwards.
    let mild = format!("stress mildly\n\n{GOOD}");
    for number in [20, 71, 140] {
        place.put(&format!("in/good-{number:03}y.txt"), format!("{mild}\nNumber {number}.\n"));
    }
    let run = |jobs: &str| {
        let out = format!("out-{jobs}");
        let report = format!("report-{jobs}.json");
        let arguments =
            ["extract", "in", "--plugin", "plugs", "--to", "jsonl", "--out", &out, "--jobs", jobs, "--report", &report];
        let ran = place.run(&arguments);
        (place.read(&format!("{out}/documents.jsonl")), place.read(&report), ran.said().replace(&out, "OUT"))
    };
    let first = run("1");
    for jobs in ["2", "4", "7"] {
        let other = run(jobs);
        assert_eq!(first.0, other.0, "--jobs {jobs}");
        assert_eq!(first.1, other.1, "--jobs {jobs}");
    }
    let off: Vec<&str> = first.2.lines().filter(|line| line.contains("switched off")).collect();
    assert_snapshot!(off.join("\n"), @"warning: plugin org.rapporteur.stress-source was switched off after it crashed on in/good-010x.txt, in/good-040x.txt, in/good-070x.txt; 83 inputs after them were read without it");
    let reader = |number: usize| {
        let line = first.0.lines().find(|line| line.contains(&format!("in/good-{number:03}y.txt"))).expect("written");
        line.contains("org.rapporteur.stress-source")
    };
    assert_eq!((reader(20), reader(71), reader(140)), (true, false, false));
}

#[test]
fn an_exporter_that_crashes_keeps_no_other_from_finishing() {
    let place = with_stress();
    with_good(&place, 100);
    let ran = place.run(&[
        "extract",
        "in",
        "--plugin",
        "plugs",
        "--to",
        "stress",
        "--to",
        "jsonl",
        "--out",
        "out",
        "--set",
        "stress-exporter.name=a.txt",
        "--set",
        "stress-exporter.deed=abort",
        "--set",
        "stress-exporter.batch=1",
        "--report",
        "report.json",
    ]);
    assert_eq!(place.read("out/jsonl/documents.jsonl").lines().count(), 100);
    assert_snapshot!(told(&ran.said()), @r#"
    exit 1
    error: org.rapporteur.stress-exporter failed: the plugin crashed with SIGABRT (aborted); its last words: "told to abort"
      help: what it wrote until then is incomplete; report this to the author of the plugin
    "#);
    let report: serde_json::Value = serde_json::from_str(&place.read("report.json")).expect("JSON");
    assert_eq!(report["failed_exporters"][0]["plugin"], "org.rapporteur.stress-exporter");
    assert_eq!(report["documents"], 100);
}

#[test]
fn trust_is_given_and_a_changed_library_is_refused() {
    let place = with_stress();
    place.put("good.txt", GOOD);
    let place_of = |place: &Place| {
        let info = place.run(&["plugins", "info", "stress-source", "--plugin", "plugs"]);
        let runs = info.out();
        runs.lines().find(|line| line.starts_with("runs")).map(str::to_owned).unwrap_or_else(|| info.said())
    };
    assert_eq!(place_of(&place), "runs         in a worker, a process of its own");
    let ran = place.run(&["plugins", "trust", "plugs/stress", "--plugin", "plugs"]);
    assert_snapshot!(told(&ran.said()), @r"
    exit 0
    org.rapporteur.stress-source, org.rapporteur.stress-exporter, org.rapporteur.stress-raw, org.rapporteur.stress-annotator, org.rapporteur.stress-raw-annotator: now trusted in plugins.lock
      sha256 SHA256
      library HERE/plugs/stress/LIBRARY
    ");
    assert_eq!(place_of(&place), "runs         inside the program");
    assert_snapshot!(told(&place.read("plugins.lock")), @r#"
    # Plugin libraries that may run inside the program. Written by `rapporteur plugins trust`.
    # A library that has changed is refused until it is trusted again.
    version = 1
    unlisted = "refuse"

    [[library]]
    file = "LIBRARY"
    sha256 = "SHA256"
    plugins = ["org.rapporteur.stress-source", "org.rapporteur.stress-exporter", "org.rapporteur.stress-raw", "org.rapporteur.stress-annotator", "org.rapporteur.stress-raw-annotator"]
    "#);

    let ran = place.run(&["plugins", "trust", "plugs/stress", "--lock", "other.lock"]);
    assert_eq!((ran.code(), place.read("other.lock")), (0, place.read("plugins.lock")), "{}", ran.said());

    // What neither came with the program nor is listed is refused now, or runs in workers if the lock says so.
    let state_of_text = |place: &Place| {
        let list = place.run(&["plugins", "list"]).out();
        let found = list
            .lines()
            .find(|line| line.starts_with("org.rapporteur.source-text ") && line.contains("RAPPORTEUR_PLUGIN_PATH"));
        found.map(|line| line.split_whitespace().nth(4).unwrap_or_default().to_owned())
    };
    assert_eq!(state_of_text(&place).as_deref(), Some("untrusted"));
    let list = place.run(&["plugins", "list"]).out();
    let reason: Vec<&str> =
        list.lines().filter(|line| line.starts_with("org.rapporteur.source-text is untrusted")).collect();
    assert_snapshot!(told(&reason.join("\n")), @"org.rapporteur.source-text is untrusted: plugins.lock does not list it (its sha256 is SHA256); to use it, run `rapporteur plugins trust org.rapporteur.source-text`");
    place.put("plugins.lock", place.read("plugins.lock").replace("\"refuse\"", "\"isolate\""));
    assert_eq!(state_of_text(&place).as_deref(), Some("ready"));
    assert_eq!(place.run(&["extract", "good.txt"]).code(), 0);

    // One byte more: loaders do not mind, and nobody would see it.
    let changed = [fs::read(library(&place)).expect("there"), vec![0]].concat();
    fs::write(library(&place), changed).expect("written");
    assert_snapshot!(told(&place_of(&place)), @r"
    exit 2
    error: the source org.rapporteur.stress-source cannot be used: untrusted: its sha256 is SHA256, and plugins.lock trusts SHA256; if the change is meant, run `rapporteur plugins trust org.rapporteur.stress-source` (HERE/plugs/stress/LIBRARY)
      help: see `rapporteur plugins list`
    ");
    let ran = place.run(&["extract", "good.txt", "--plugin", "plugs"]);
    assert_snapshot!(told(&ran.said()), @r"
    exit 0
    warning: plugin org.rapporteur.stress-source is not used: untrusted: its sha256 is SHA256, and plugins.lock trusts SHA256; if the change is meant, run `rapporteur plugins trust org.rapporteur.stress-source`
      help: see `rapporteur plugins list`
    ");
    let ran = place.run(&["plugins", "trust", "stress-source", "--plugin", "plugs"]);
    assert_snapshot!(told(&ran.said()), @r"
    exit 0
    org.rapporteur.stress-source, org.rapporteur.stress-exporter, org.rapporteur.stress-raw, org.rapporteur.stress-annotator, org.rapporteur.stress-raw-annotator: now trusted in plugins.lock
      before SHA256
      now    SHA256
      library HERE/plugs/stress/LIBRARY
    ");
    assert_eq!(place_of(&place), "runs         inside the program");
}

#[test]
fn a_lock_that_cannot_be_read_stops_everything() {
    let place = Place::new();
    place.put("good.txt", GOOD).put("plugins.lock", "version = 1\nunlisted = \"perhaps\"\n");
    let ran = place.run(&["extract", "good.txt"]);
    assert_snapshot!(ran.said(), @r#"
    exit 2
    error: plugins.lock: TOML parse error at line 2, column 12
      |
    2 | unlisted = "perhaps"
      |            ^^^^^^^^^
    unknown variant `perhaps`, expected `refuse` or `isolate`
    "#);
    let ran = place.run(&["extract", "good.txt", "--lock", "other.lock"]);
    assert_snapshot!(ran.said(), @r"
    exit 2
    error: other.lock: no such file (named by --lock)
      help: `rapporteur plugins trust PATH --lock FILE` writes it
    ");
}

#[test]
fn libraries_are_loaded_from_copies_in_the_cache() {
    let place = with_stress();
    place.put("good.txt", GOOD);
    let arguments = ["extract", "good.txt", "--plugin", "plugs", "--cache", "copies", "--isolation", "in-process"];
    assert_eq!(place.run(&arguments).code(), 0);
    let names: Vec<String> = fs::read_dir(place.path().join("copies"))
        .expect("made")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    let named = |name: &&String| Path::new(name).file_stem().is_some_and(|stem| stem.len() == 64);
    assert_eq!(names.iter().filter(named).count(), names.len(), "{names:?}");
    assert!(names.len() >= 6, "{names:?}");
    // A cache that cannot be made is no reason not to work.
    place.put("file", "");
    let ran = place.run(&["extract", "good.txt", "--cache", "file/below"]);
    assert_eq!(ran.code(), 0);
    assert!(ran.err().contains("plugins are loaded from a temporary folder"), "{}", ran.err());
}

#[test]
#[cfg(target_os = "linux")]
fn workers_die_with_the_program() {
    use std::process::{Command, Stdio};
    use std::time::{Duration, Instant};
    let place = with_stress();
    place.put("in/spin.txt", "stress spin");
    let mut program = Command::new(env!("CARGO_BIN_EXE_rapporteur"))
        .args(["extract", "in", "--plugin", "plugs", "--plugin-timeout", "600"])
        .current_dir(place.path())
        .env("XDG_CACHE_HOME", env!("CARGO_TARGET_TMPDIR"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program can be started");
    let host = format!("--host {}", program.id());
    let workers = || {
        let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
        let lines = processes.filter_map(|entry| fs::read_to_string(entry.path().join("cmdline")).ok());
        lines.filter(|line| line.replace('\0', " ").contains(&host)).count()
    };
    let wait_until = |enough: &dyn Fn(usize) -> bool| {
        let until = Instant::now() + Duration::from_secs(20);
        while !enough(workers()) && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(5));
        }
        workers()
    };
    assert!(wait_until(&|count| count > 0) > 0, "it has started a worker");
    program.kill().expect("it can be killed");
    program.wait().expect("it has ended");
    assert_eq!(wait_until(&|count| count == 0), 0);
}

#[test]
fn the_same_bytes_in_workers_and_in_the_program() {
    let place = Place::new();
    with_good(&place, 12);
    let run = |isolation: &str, format: &str| {
        let ran = place.run(&["extract", "in", "--to", format, "--isolation", isolation]);
        assert_eq!(ran.code(), 0, "{}", ran.err());
        ran.out()
    };
    for format in ["json", "jsonl", "markdown"] {
        assert_eq!(run("process", format), run("in-process", format), "{format}");
    }
}
