//! The commands as a user types them.

mod support;

use std::fs;

use rapporteur_testkit::workspace;
use support::{GOOD, Place};

#[test]
fn an_article_from_standard_input_as_json() {
    let ran = Place::new().run_with(&["extract", "-"], &[], GOOD.as_bytes());
    assert_eq!(ran.code(), 0, "{}", ran.err());
    let document: serde_json::Value = serde_json::from_str(&ran.out()).expect("one JSON object");
    assert_eq!(document["schema"], "rapporteur/1");
    assert_eq!(document["metadata"]["title"], "Averland Weighs The Harbour Compact");
    assert_eq!(document["source"]["uri"], "-");
    let claims = document["claims"].as_array().expect("a list");
    let claim = claims.iter().find(|claim| claim["quotation"] == "direct").expect("a quotation");
    assert_eq!(claim["content"][0]["text"], "“A signature is not a harbour,”");
    let bytes = &claim["content"][0]["at"]["bytes"];
    let range = bytes[0].as_u64().expect("a number") as usize..bytes[1].as_u64().expect("a number") as usize;
    assert_eq!(&GOOD[range], "“A signature is not a harbour,”");
}

#[test]
fn the_same_bytes_at_any_number_of_jobs_and_in_any_folder() {
    let fixtures = workspace().join("fixtures");
    let place = Place::new();
    let copies = ["one", "two"].map(|name| {
        copy_inputs(&fixtures, &place.path().join(name).join("in"));
        name
    });
    let mut outputs = Vec::new();
    for (folder, jobs) in [(copies[0], "1"), (copies[0], "7"), (copies[1], "3")] {
        let here = place.path().join(folder);
        let config = here.join("rapporteur.toml");
        fs::write(&config, "").expect("written");
        let out = format!("{folder}/out-{jobs}");
        let arguments = [
            "extract",
            &format!("{folder}/in"),
            "--jobs",
            jobs,
            "--out",
            &out,
            "--to",
            "jsonl",
            "--to",
            "csv",
            "--to",
            "markdown",
        ];
        let ran = place.run(&arguments);
        assert_eq!(ran.code(), 1, "the error pages among the fixtures are refused: {}", ran.err());
        outputs.push((folder, contents(&place.path().join(out))));
    }
    assert_eq!(outputs[0].1, outputs[1].1);
    // Another folder changes nothing but the paths of the sources.
    let renamed: Vec<(String, String)> =
        outputs[2].1.iter().map(|(name, text)| (name.clone(), text.replace("two/in", "one/in"))).collect();
    let differing: Vec<&String> = renamed
        .iter()
        .zip(&outputs[0].1)
        .filter(|(renamed, first)| renamed != first && !renamed.0.ends_with("datapackage.json"))
        .map(|(renamed, _)| &renamed.0)
        .collect();
    assert!(differing.is_empty(), "{differing:?}");
    assert!(outputs[0].1.len() > 20);
}

fn copy_inputs(from: &std::path::Path, to: &std::path::Path) {
    for entry in fs::read_dir(from).expect("the folder is there").flatten() {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy_inputs(&path, &target);
        } else if path.file_stem().is_some_and(|stem| stem == "input") {
            fs::create_dir_all(to).expect("made");
            fs::copy(&path, &target).expect("copied");
        }
    }
}

/// Every file below a folder with its text, by name.
fn contents(folder: &std::path::Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("the folder is there").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("below it").display().to_string();
                found.push((name, fs::read_to_string(&path).expect("text")));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn an_output_verifies_until_its_source_changes() {
    let place = Place::new();
    place.put("in/good.txt", GOOD);
    let ran = place.run(&["extract", "in/good.txt", "--to", "jsonl", "--out", "out"]);
    assert_eq!(ran.code(), 0, "{}", ran.err());
    let ran = place.run(&["verify", "out/documents.jsonl"]);
    assert_eq!((ran.code(), ran.out().as_str()), (0, ""), "{}", ran.err());

    place.put("in/good.txt", GOOD.replace("March", "April"));
    let ran = place.run(&["verify", "out/documents.jsonl"]);
    assert_eq!(ran.code(), 1);
    assert!(ran.out().contains("in/good.txt") && ran.out().contains("its source has changed: sha256"), "{}", ran.out());

    // A span that was tampered with no longer holds its words.
    place.put("in/good.txt", GOOD);
    let tampered =
        place.read("out/documents.jsonl").replacen("\"surface\":\"Ilona Brandt\"", "\"surface\":\"Ilsa Brandt\"", 1);
    place.put("out/tampered.jsonl", tampered);
    let ran = place.run(&["verify", "out/tampered.jsonl"]);
    assert_eq!(ran.code(), 1);
    assert!(ran.out().contains("is \"Ilsa Brandt\", and its span holds \"Ilona Brandt\""), "{}", ran.out());
}

#[test]
fn several_formats_each_in_its_folder_and_a_report() {
    let place = Place::new();
    place.put("good.txt", GOOD).put("copy.txt", GOOD).put("empty.txt", "");
    let arguments = ["extract", ".", "--to", "csv", "--to", "markdown", "--out", "out", "--report", "report.json"];
    let ran = place.run(&arguments);
    assert_eq!(ran.code(), 1, "{}", ran.err());
    let report: serde_json::Value = serde_json::from_str(&place.read("report.json")).expect("JSON");
    assert_eq!((&report["documents"], &report["inputs"]), (&1.into(), &3.into()));
    assert_eq!(report["duplicates"], serde_json::json!([["good.txt", "copy.txt"]]));
    assert_eq!(report["problems"][0]["code"], "empty-input");
    let files: Vec<&str> =
        report["files"].as_array().expect("a list").iter().filter_map(|file| file.as_str()).collect();
    assert!(files.contains(&"csv/claims.csv") && files.contains(&"csv/datapackage.json"), "{files:?}");
    for file in files {
        assert!(place.path().join("out").join(file).is_file(), "{file}");
    }
}

#[test]
fn detect_shows_every_source_with_its_evidence() {
    let place = Place::new();
    place.put("good.txt", GOOD);
    let ran = place.run(&["detect", "good.txt"]);
    assert_eq!(ran.code(), 0);
    assert!(ran.out().starts_with("good.txt: org.rapporteur.source-text\n"), "{}", ran.out());
    for source in ["source-text", "source-html", "source-orf", "source-eurasia-review"] {
        assert!(ran.out().contains(&format!("org.rapporteur.{source}\n       - ")), "{source}: {}", ran.out());
    }
    let json: serde_json::Value =
        serde_json::from_str(&place.run(&["detect", "good.txt", "--json"]).out()).expect("JSON");
    assert_eq!(json["source"], "org.rapporteur.source-text");
}

#[test]
fn plugins_are_listed_and_shown() {
    let place = Place::new();
    let list = place.run(&["plugins", "list"]).out();
    for id in [
        "source-text",
        "source-html",
        "source-orf",
        "source-eurasia-review",
        "export-json",
        "export-jsonl",
        "export-csv",
        "export-markdown",
        "annotate-topics",
    ] {
        assert!(
            list.lines().any(|line| line.starts_with(&format!("org.rapporteur.{id} ")) && line.contains(" ready ")),
            "{list}"
        );
    }
    let info = place.run(&["plugins", "info", "source-text"]).out();
    assert!(info.contains("layout: \"article\" | \"plain\""), "{info}");
    let json: serde_json::Value = serde_json::from_str(&place.run(&["plugins", "list", "--json"]).out()).expect("JSON");
    let ready = json.as_array().expect("a list").iter().filter(|plugin| plugin["state"] == "ready").count();
    assert_eq!(ready, 9, "{list}");
}

#[test]
fn the_schema_accepts_what_extract_writes() {
    let ran = Place::new().run(&["schema"]);
    let schema: serde_json::Value = serde_json::from_str(&ran.out()).expect("JSON");
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let required: Vec<&str> =
        schema["required"].as_array().expect("a list").iter().filter_map(|name| name.as_str()).collect();
    let document: serde_json::Value =
        serde_json::from_str(&Place::new().run_with(&["extract", "-"], &[], GOOD.as_bytes()).out()).expect("JSON");
    for name in required {
        assert!(document.get(name).is_some(), "{name}");
    }
    for name in document.as_object().expect("an object").keys() {
        assert!(schema["properties"].get(name).is_some(), "{name}");
    }
}

#[test]
fn explain_shows_rule_and_words() {
    let place = Place::new();
    place.put("good.txt", GOOD);
    let ran = place.run(&["explain", "good.txt"]);
    assert_eq!(ran.code(), 0, "{}", ran.err());
    assert!(ran.out().contains("A signature is not a harbour") && ran.out().contains("rule"), "{}", ran.out());
}

#[test]
fn eval_of_annotated_articles_and_what_it_says_of_missing_gold() {
    let place = Place::new();
    let folder = place.path().join("gold/train");
    fs::create_dir_all(&folder).expect("made");
    let article = "+++\nshape = \"news\"\nquotes = \"double-curly\"\nspelling = \"british\"\ndate = 2031-05-06\n+++\nA treaty nobody reads\n\n\
        [s1 Foreign Minister Ada Brun] [c1 said] on Tuesday [x1 that the treaty would hold]. [s2 Analysts] [c2 shrugged at] [x2 it].\n+++\n\
        [c1]\nby = [\"Ada Brun\"]\nform = \"statement\"\n\n[c2]\nby = [\"analysts\"]\nform = \"assessment\"\ntier = 2\n";
    fs::write(folder.join("one.txt"), article).expect("written");
    let ran = place.run(&["eval", "gold/train"]);
    assert_eq!(ran.code(), 0, "{}", ran.err());
    let table = ran.out();
    let lines: Vec<&str> = table.lines().take(4).collect();
    assert_eq!(lines[0], "gold/train (1 articles)");
    // One of the two is found, with its claimant; a shrug is not.
    assert_eq!(
        lines[2].split_whitespace().collect::<Vec<_>>(),
        ["claims", "with", "claimant/all", "100.0", "50.0", "66.7", "1", "2"]
    );
    // A set that cannot be read costs the other nothing.
    let with_bad = place.run(&["eval", "missing.jsonl", "gold/train"]);
    assert_eq!((with_bad.code(), with_bad.out()), (1, table.clone()));
    assert!(with_bad.err().contains("error: missing.jsonl: No such file"), "{}", with_bad.err());
    let json = place.run(&["eval", "gold/train", "--json"]);
    let figures: serde_json::Value = serde_json::from_str(&json.out()).expect("one JSON object");
    assert_eq!(figures["gold/train"][0]["gold"], 2);

    let missing = place.run(&["eval", "polnear-dev.jsonl"]);
    assert_eq!(missing.code(), 3);
    assert_eq!(
        missing.err().trim_end(),
        "error: polnear-dev.jsonl: No such file or directory (os error 2)\n  \
         help: sets that are not part of the project must be fetched first; docs/quality.md says from where"
    );
    fs::write(place.path().join("rows.jsonl"), "{\"id\": \"1\"}\n").expect("written");
    let no_gold = place.run(&["eval", "rows.jsonl"]);
    assert_eq!(no_gold.code(), 2);
    assert!(no_gold.err().starts_with("error: rows.jsonl: no gold: expected JSON lines with"), "{}", no_gold.err());
}
