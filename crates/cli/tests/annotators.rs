//! Annotators as a user runs them: which run, what they add, and what a bad one costs.
#![cfg(unix)]

mod support;

use std::fs;

use insta::assert_snapshot;
use rapporteur_testkit::{Profile, build_plugins};
use support::{GOOD, Place};

/// A folder in which the stress plugin lies below `plugs`.
fn with_stress() -> Place {
    let built = build_plugins(&["stress".to_owned()], Profile::Dev).expect("the stress plugin can be built");
    let place = Place::new();
    let folder = place.path().join("plugs/stress");
    fs::create_dir_all(&folder).expect("made");
    let library = built[0].library.file_name().expect("a library has a name");
    fs::copy(&built[0].library, folder.join(library)).expect("copied");
    fs::copy(&built[0].manifest, folder.join("plugin.toml")).expect("copied");
    place
}

fn told(said: &str) -> String {
    let library = format!("{}stress_plugin{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    let said = said.replace(&library, "LIBRARY");
    // Lines of code move.
    match said.split_once("deeds.rs:") {
        Some((before, after)) => {
            format!("{before}deeds.rs{}", after.trim_start_matches(|digit: char| digit.is_ascii_digit()))
        }
        None => said,
    }
}

fn document(json: &str) -> serde_json::Value {
    serde_json::from_str(json).expect("one JSON object")
}

const TOPICS: &str = r#"
annotators = ["topics"]

[[plugins.annotate-topics.topics]]
name = "harbours"
terms = ["harbour"]
"#;

#[test]
fn none_runs_unless_it_is_named() {
    let place = Place::new();
    place.put("a.txt", GOOD);
    let ran = place.run(&["extract", "a.txt"]);
    assert!(!ran.out().contains("annotat") && !ran.out().contains("labels"), "{}", ran.out());

    let labelled = |ran: &support::Ran| ran.out().matches("\"label\": \"harbours\"").count();
    place.put("rapporteur.toml", TOPICS);
    let configured = place.run(&["extract", "a.txt"]);
    assert_eq!((configured.code(), labelled(&configured)), (0, 1), "{}", configured.err());
    let one = document(&configured.out());
    assert_eq!(one["annotators"][0]["plugin"], "org.rapporteur.annotate-topics");
    let claims = one["claims"].as_array().expect("a list");
    let label = &claims.iter().find(|claim| claim["labels"].is_array()).expect("a labelled claim")["labels"][0];
    assert_eq!((&label["scheme"], &label["evidence"][0]["text"]), (&"topic".into(), &"harbour".into()));

    // The command line stands above the configuration.
    assert_eq!(place.run(&["extract", "a.txt", "--annotate", "none"]).out(), ran.out());
    let all = place.run(&["extract", "a.txt", "--annotate", "all", "--annotate", "topics"]);
    assert_eq!(all.out(), configured.out());
}

#[test]
fn an_annotator_that_is_not_there_stops_the_run() {
    let place = Place::new();
    place.put("a.txt", GOOD);
    assert_snapshot!(place.run(&["extract", "a.txt", "--annotate", "topic"]).said(), @r#"
    exit 2
    error: there is no annotator "topic"; found: topics
      help: did you mean "topics"?
    "#);
    let arguments = ["extract", "a.txt", "--annotate", "topics", "--set", "annotate-topics.topic=[]"];
    assert_snapshot!(place.run(&arguments).said(), @r#"
    exit 2
    error: org.rapporteur.annotate-topics has no option "topic"; it has: scheme, topics, within
      help: did you mean "topics"?
    "#);
    // What the plugin itself refuses is found out before anything is read.
    let topics = r#"annotate-topics.topics=[{"name":"trade","terms":["a*b"]}]"#;
    assert_snapshot!(place.run(&["extract", "a.txt", "--annotate", "topics", "--set", topics]).said(), @r#"
    exit 2
    error: org.rapporteur.annotate-topics cannot start: the term "a*b" of the topic "trade": '*' is neither a letter nor a blank; * may stand at the end and = in front
      help: see the rules for terms in docs/plugins.md: words, "negotiat*", "=arms"
    "#);
}

#[test]
fn what_is_added_verifies_and_is_explained() {
    let place = Place::new();
    place.put("a.txt", GOOD).put("rapporteur.toml", TOPICS);
    let ran = place.run(&["extract", "a.txt", "--to", "json", "--to", "csv", "--to", "markdown", "--out", "out"]);
    assert_eq!(ran.code(), 0, "{}", ran.err());
    let json = fs::read_dir(place.path().join("out/json")).expect("there").flatten().next().expect("a file").path();
    let ran = place.run(&["verify", &json.display().to_string()]);
    assert_eq!((ran.code(), ran.out().as_str()), (0, ""), "{}", ran.err());
    // A span that was tampered with is found.
    let text = fs::read_to_string(&json).expect("there");
    fs::write(&json, text.replace("\"text\": \"harbour\"", "\"text\": \"Harbour\"")).expect("written");
    let ran = place.run(&["verify", &json.display().to_string()]);
    assert!(
        ran.out().contains("the evidence for \"harbours\" of claim c2 is \"Harbour\", and its span holds \"harbour\""),
        "{}",
        ran.out()
    );

    assert_snapshot!(place.read("out/csv/annotations.csv").replace(&first_cell(&place), "DOC"), @r"
    annotation_key,doc_id,what,annotator,claim_key,claim_id,actor_key,actor_id,scheme,label,confidence,rule,words,chars,bytes,file
    DOC:n1,DOC,label,org.rapporteur.annotate-topics,DOC:c2,c2,,,topic,harbours,0.6,topic-terms,harbour,253-260,257-264,257-264
    ");
    let package = document(&place.read("out/csv/datapackage.json"));
    assert_eq!(package["resources"].as_array().map(Vec::len), Some(5));
    let explained = place.run(&["explain", "a.txt", "--claim", "c2"]).out();
    let line = "    topic      harbours: ‘harbour’ (topic-terms at 0.60, org.rapporteur.annotate-topics)\n";
    assert!(explained.contains(line), "{explained}");
}

/// The id of the one document.
fn first_cell(place: &Place) -> String {
    let table = place.read("out/csv/annotations.csv");
    let row = table.lines().nth(1).expect("a row");
    row.split(':').next().expect("a key").to_owned()
}

#[test]
fn a_bad_annotator_costs_its_additions_and_never_the_document() {
    let place = with_stress();
    for (name, deed) in
        [("1", "panic"), ("2", "abort"), ("3", "wrong-span"), ("4", "refuse"), ("5", "unknown-actor"), ("6", "good")]
    {
        place.put(&format!("in/{name}-{deed}.txt"), format!("stress annotate {deed}"));
    }
    place.put("in/7.txt", GOOD);
    let arguments = [
        "extract",
        "in",
        "--plugin",
        "plugs",
        "--annotate",
        "stress",
        "--to",
        "jsonl",
        "--out",
        "out",
        "--report",
        "report.json",
    ];
    let ran = place.run(&arguments);
    assert_snapshot!(told(&ran.said()), @r#"
    exit 1
    warning: in/1-panic.txt: org.rapporteur.stress-annotator failed while annotating it: the plugin panicked at plugins/stress/src/deeds.rs: told to panic
      help: see it again with `rapporteur extract in/1-panic.txt --annotate org.rapporteur.stress-annotator --plugin HERE/plugs/stress/LIBRARY`, and report this to the author of the plugin
    warning: in/2-abort.txt: org.rapporteur.stress-annotator failed while annotating it: the plugin crashed with SIGABRT (aborted); its last words: "told to abort"
      help: see it again with `rapporteur extract in/2-abort.txt --annotate org.rapporteur.stress-annotator --plugin HERE/plugs/stress/LIBRARY --isolation process`, and report this to the author of the plugin
    warning: in/3-wrong-span.txt: org.rapporteur.stress-annotator: left out, for claims[1].content[0] at bytes 0..18446744073709551615 leaves the text of 26 bytes; report this to the author of the plugin [annotation-refused]
    warning: in/5-unknown-actor.txt: org.rapporteur.stress-annotator: left out, for claims[1].claimant names the actor "nobody", and there is none; report this to the author of the plugin [annotation-refused]
    7 documents: N claims by or about N actors; 1 file in out
    "#);
    let lines: Vec<serde_json::Value> = place.read("out/documents.jsonl").lines().map(document).collect();
    let claims: Vec<usize> = lines.iter().take(6).map(|line| line["claims"].as_array().map_or(0, Vec::len)).collect();
    assert_eq!(claims, [0, 0, 1, 0, 1, 1], "what is sound of a bad annotator's additions is kept");
    let added = &lines[5]["claims"][0];
    assert_eq!(
        (&added["origin"], &added["annotator"]),
        (&"annotated".into(), &"org.rapporteur.stress-annotator".into())
    );
    assert_eq!((&added["claimant"], &added["rule"]), (&"stress".into(), &"second-word".into()));
    assert_eq!(lines[5]["actors"][0]["annotation"]["rule"], "first-word");
    let report = document(&place.read("report.json"));
    assert_eq!(report["failures"].as_array().map(Vec::len), Some(2));
    assert_eq!(report["failures"][0]["annotating"], true);

    let explained = place.run(&["explain", "in/6-good.txt", "--plugin", "plugs", "--annotate", "stress"]).out();
    assert!(explained.contains("    added by   org.rapporteur.stress-annotator\n"), "{explained}");
}

#[test]
fn after_three_crashes_a_run_goes_on_without_the_annotator_whatever_the_jobs() {
    let place = with_stress();
    for number in 0..30 {
        place.put(&format!("in/good-{number:03}.txt"), format!("{GOOD}\nThe ship was number {number} of its kind.\n"));
    }
    for number in [3, 9, 15, 21] {
        place.put(&format!("in/good-{number:03}x.txt"), "stress annotate abort");
    }
    let mut written = Vec::new();
    for jobs in ["1", "4"] {
        let arguments = [
            "extract",
            "in",
            "--plugin",
            "plugs",
            "--annotate",
            "stress",
            "--to",
            "jsonl",
            "--out",
            "out",
            "--jobs",
            jobs,
        ];
        let ran = place.run(&arguments);
        assert!(
            ran.err().contains("plugin org.rapporteur.stress-annotator was switched off after it crashed on"),
            "{}",
            ran.err()
        );
        written.push(place.read("out/documents.jsonl"));
    }
    assert_eq!(written[0], written[1]);
    let lines: Vec<&str> = written[0].lines().collect();
    // One input in each hundred is a copy of another: all that begin with "stress" say the same.
    assert_eq!(lines.len(), 31);
    let off =
        lines.iter().filter(|line| line.contains("crashed too often and was not asked about this document")).count();
    assert_eq!(off, 14, "the inputs after the third crash");
}

#[test]
fn isolation_is_a_part_of_the_configuration_and_the_command_line_stands_above_it() {
    let place = with_stress();
    place.put("in/spin.txt", "stress annotate sleep 700").put("in/good.txt", GOOD);
    let arguments = ["extract", "in", "--plugin", "plugs", "--annotate", "stress", "--to", "jsonl", "--out", "out"];
    place.put("rapporteur.toml", "[isolation]\ntimeout = 0.3\nmemory = \"512M\"\ncrashes = 1\nmode = \"process\"\n");
    let ran = place.run(&arguments);
    assert!(ran.err().contains("the plugin gave no answer in 0.3 s and was killed"), "{}", ran.err());
    assert!(ran.err().contains("was switched off after it crashed on in/spin.txt"), "{}", ran.err());
    let ran = place.run(&[arguments.as_slice(), &["--plugin-timeout", "20"]].concat());
    assert_eq!(ran.code(), 0, "{}", ran.err());

    place.put("rapporteur.toml", "[isolation]\ntime_out = 3\n");
    assert_snapshot!(place.run(&["plugins", "list"]).said(), @r#"
    exit 2
    error: rapporteur.toml: TOML parse error at line 2, column 1
      |
    2 | time_out = 3
      | ^^^^^^^^
    unknown field `time_out`, expected one of `mode`, `timeout`, `memory`, `crashes`
      help: did you mean "timeout"?
    "#);
}

#[test]
fn annotators_are_listed_and_described() {
    let place = Place::new();
    let listed = place.run(&["plugins", "list"]).out();
    let row: Vec<&str> = listed
        .lines()
        .find(|line| line.starts_with("org.rapporteur.annotate-topics"))
        .map(|line| line.split_whitespace().take(5).collect())
        .unwrap_or_default();
    assert_eq!(row, ["org.rapporteur.annotate-topics", "topics", "annotator", "0.1.0", "ready"]);
    let shown = place.run(&["plugins", "info", "topics"]).out();
    assert!(shown.contains("topics (annotator)"), "{shown}");
    assert!(shown.contains("options ([plugins.annotate-topics] in rapporteur.toml"), "{shown}");
}

#[test]
fn what_annotators_answer_with_has_a_schema() {
    let schema = document(&Place::new().run(&["schema", "--of", "additions"]).out());
    let fields: Vec<&String> = schema["properties"].as_object().expect("an object").keys().collect();
    assert_eq!(fields, ["actors", "claims", "diagnostics", "labels", "mentions"]);
    let claim = &schema["$defs"]["AddedClaim"];
    assert_eq!(claim["required"], serde_json::json!(["content", "confidence", "rule"]));
    let ingested = document(&Place::new().run(&["schema", "--of", "ingested"]).out());
    assert!(ingested["properties"]["documents"].is_object());
}

#[test]
fn all_stands_for_those_that_are_not_named() {
    let place = with_stress();
    place.put("a.txt", GOOD);
    let order = |names: [&str; 2]| {
        let ran = place.run(&["extract", "a.txt", "--plugin", "plugs", "--annotate", names[0], "--annotate", names[1]]);
        assert_eq!(ran.code(), 0, "{}", ran.err());
        let ran = document(&ran.out());
        let plugins = ran["annotators"].as_array().expect("a list").iter().map(|run| run["plugin"].to_string());
        plugins.collect::<Vec<_>>().join(" ")
    };
    let topics = "\"org.rapporteur.annotate-topics\"";
    let stress = "\"org.rapporteur.stress-annotator\" \"org.rapporteur.stress-raw-annotator\"";
    assert_eq!(order(["all", "topics"]), format!("{stress} {topics}"));
    assert_eq!(order(["topics", "all"]), format!("{topics} {stress}"));
}
