//! What a person is told when something is wrong: exact texts, exit codes, and that everything else is written.

mod support;

use insta::assert_snapshot;
use support::{GOOD, Place};

/// Runs the bad file between two good ones; both must be written whatever becomes of it.
fn between_good_ones(name: &str, bytes: impl AsRef<[u8]>, further: &[&str]) -> String {
    let place = Place::new();
    place
        .put("in/a-good.txt", GOOD)
        .put(&format!("in/{name}"), bytes)
        .put("in/z-good.txt", format!("{GOOD}\nOne line more.\n"));
    let bad = format!("in/{name}");
    let mut arguments = vec!["extract", "in/a-good.txt", &bad, "in/z-good.txt", "--to", "jsonl", "--out", "out"];
    arguments.extend(further);
    let ran = place.run(&arguments);
    let lines = place.read("out/documents.jsonl");
    for good in ["in/a-good.txt", "in/z-good.txt"] {
        assert!(lines.contains(&format!("\"uri\":\"{good}\"")), "{good} is lost: {}", ran.said());
    }
    ran.said()
}

#[test]
fn an_empty_file() {
    assert_snapshot!(between_good_ones("empty.txt", "", &[]), @r"
    exit 1
    error: in/empty.txt: the file is empty [empty-input]
      help: save the page or text again; nothing arrived in this file
    2 documents: N claims by or about N actors; 1 input not read; 1 file in out
    ");
}

#[test]
fn a_binary_file() {
    let png = [b"\x89PNG\r\n\x1a\n".as_slice(), &[0, 1, 2, 3, 255, 254, 0, 0].repeat(99)].concat();
    assert_snapshot!(between_good_ones("picture.txt", png, &[]), @r"
    exit 1
    error: in/picture.txt: this is a PNG image, and no source reads that [binary-input]
      help: save or convert it as text or HTML first
    2 documents: N claims by or about N actors; 1 input not read; 1 file in out
    ");
}

#[test]
fn a_binary_file_behind_an_html_ending() {
    let pdf = [b"%PDF-1.7\n".as_slice(), &[0, 1, 2, 3, 255, 254, 0, 0].repeat(99)].concat();
    assert_snapshot!(between_good_ones("paper.html", pdf, &[]), @r"
    exit 1
    error: in/paper.html: this is a PDF file, and no source reads that [binary-input]
      help: save or convert it as text or HTML first
    2 documents: N claims by or about N actors; 1 input not read; 1 file in out
    ");
}

#[test]
fn fifty_megabytes_of_one_line_are_more_than_is_read() {
    assert_snapshot!(between_good_ones("long.txt", "word ".repeat(10_000_000), &[]), @r"
    exit 1
    error: in/long.txt: its size of 47.6 MiB is more than the 32 MiB that are read of one file [too-large]
      help: raise the limit with --max-bytes, or split the file
    2 documents: N claims by or about N actors; 1 input not read; 1 file in out
    ");
}

#[test]
fn a_long_line_within_the_limit_is_read() {
    let line = "The minister said on Monday that the harbour would stay open. ".repeat(8_000);
    assert_snapshot!(between_good_ones("long.txt", line, &[]), @r"
    exit 0
    3 documents: N claims by or about N actors; 1 file in out
    ");
}

#[test]
fn invalid_utf8() {
    let bytes =
        [GOOD.as_bytes(), b"\n\nThe delegation \xff\xfe\x80 left the capital before the vote was taken.\n"].concat();
    assert_snapshot!(between_good_ones("bytes.txt", bytes, &[]), @r"
    exit 0
    warning: in/bytes.txt: 3 byte sequences are not UTF-8 and were read as U+FFFD, the first at byte 372 [malformed-bytes]
    3 documents: N claims by or about N actors; 1 file in out
    ");
}

#[test]
fn a_truncated_page() {
    let page = include_str!("../../../fixtures/html/truncated-page/input.html");
    assert_snapshot!(between_good_ones("cut.html", page, &[]), @r"
    exit 0
    warning: in/cut.html: the page stops in the middle; what is there was read [truncated-page]
    3 documents: N claims by or about N actors; 1 file in out
    ");
}

#[test]
fn an_error_page() {
    let page = include_str!("../../../fixtures/html/error-page/input.html");
    assert_snapshot!(between_good_ones("blocked.html", page, &[]), @r#"
    exit 1
    error: in/blocked.html: the page is an error page ("attention required! | edgewall") and not the article [error-page, org.rapporteur.source-html]
      help: open the address in a browser and save the article itself
    2 documents: N claims by or about N actors; 1 input not read; 1 file in out
    "#);
}

#[test]
fn a_file_that_is_not_there() {
    let place = Place::new();
    place.put("good.txt", GOOD);
    let ran = place.run(&["extract", "good.txt", "missing.txt", "--to", "jsonl"]);
    assert_snapshot!(ran.said(), @r"
    exit 1
    warning: missing.txt: no such file or folder
    1 document: N claims by or about N actors
    ");
    assert!(ran.out().contains("good.txt"));
    assert_snapshot!(place.run(&["extract", "missing.txt"]).said(), @r"
    exit 3
    error: missing.txt: no such file or folder
      help: name a file, a folder, or a pattern in quotation marks: 'saved/**/*.html'
    ");
}

#[test]
fn a_folder_without_readable_files() {
    let place = Place::new();
    place.put("in/a.png", "x").put("in/b.png", "x").put("in/LICENCE", "x");
    assert_snapshot!(place.run(&["extract", "in"]).said(), @r"
    exit 3
    error: in: no file there has an ending that a source reads: htm, html, markdown, md, text, txt, xhtml (1 without ending, 2 png)
      help: name a file itself to read it whatever its ending
    ");
}

#[test]
fn an_unknown_option_on_the_command_line() {
    assert_snapshot!(Place::new().run(&["extract", "x.txt", "--ot", "csv"]).said(), @r"
    exit 2
    error: unexpected argument '--ot' found

      tip: a similar argument exists: '--annotate'

    Usage: rapporteur extract --annotate <ID> <INPUT>...

    For more information, try '--help'.
    ");
}

#[test]
fn an_unknown_key_in_the_configuration() {
    let place = Place::new();
    place.put("good.txt", GOOD).put("rapporteur.toml", "max_byte = 12\n");
    assert_snapshot!(place.run(&["extract", "good.txt"]).said(), @r#"
    exit 2
    error: rapporteur.toml: TOML parse error at line 1, column 1
      |
    1 | max_byte = 12
      | ^^^^^^^^
    unknown field `max_byte`, expected one of `analysis`, `isolation`, `annotators`, `plugins`, `disabled_plugins`, `plugin_path`, `max_bytes`
      help: did you mean "max_bytes"?
    "#);
}

#[test]
fn an_unknown_option_of_a_plugin() {
    let place = Place::new();
    place.put("good.txt", GOOD);
    assert_snapshot!(place.run(&["extract", "good.txt", "--set", "source-text.layuot=plain"]).said(), @r#"
    exit 2
    error: org.rapporteur.source-text has no option "layuot"; it has: layout
      help: did you mean "layout"?
    "#);
    assert_snapshot!(place.run(&["extract", "good.txt", "--set", "source-text.layout=wide"]).said(), @r#"
    exit 2
    error: option "layout" of org.rapporteur.source-text is "wide", expected one of "article", "plain"
      help: see `rapporteur plugins info org.rapporteur.source-text`
    "#);
    assert_snapshot!(place.run(&["extract", "good.txt", "--set", "source-txt.layout=plain"]).said(), @r#"
    exit 2
    error: the configuration has options for "source-txt", and there is no such plugin
      help: see `rapporteur plugins list`
    "#);
}

#[test]
fn a_missing_plugin() {
    let place = Place::new();
    place.put("good.txt", GOOD);
    assert_snapshot!(place.run(&["extract", "good.txt", "--to", "cvs"]).said(), @r#"
    exit 2
    error: there is no exporter "cvs"; found: csv, json, jsonl, markdown
      help: did you mean "csv"?
    "#);
    assert_snapshot!(place.run(&["extract", "good.txt", "--source", "factiva"]).said(), @r#"
    exit 2
    error: there is no source "factiva"; found: eurasia-review, html, orf, text
      help: see `rapporteur plugins list`, or say where the plugin is with --plugin PATH
    "#);
    assert_snapshot!(place.run(&["extract", "good.txt", "--plugin", "nowhere"]).said(), @r"
    exit 2
    error: nowhere: no such file or folder (named by --plugin)
      help: name a plugin's library or a folder of plugins
    ");
}

#[test]
fn two_plugins_with_one_id() {
    let place = Place::new();
    let manifest = "schema = 1\nid = \"org.example.twin\"\nversion = \"1\"\nabi = 1\nprotocol = 1\nlibrary = \"twin\"\n\
                    [[plugin]]\nid = \"org.example.twin\"\nkind = \"exporter\"\nname = \"twin\"\nsummary = \"s\"\n";
    let library = format!("{}twin{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    for folder in ["plugs/one", "plugs/two"] {
        place.put(&format!("{folder}/plugin.toml"), manifest).put(&format!("{folder}/{library}"), "x");
    }
    place.put("good.txt", GOOD);
    let ran = place.run(&["extract", "good.txt", "--plugin", "plugs", "--to", "jsonl"]);
    assert_snapshot!(ran.said().replace(&library, "LIBRARY"), @r"
    exit 0
    warning: plugin org.example.twin is not used: HERE/plugs/one/LIBRARY and HERE/plugs/two/LIBRARY both have this id and stand at one place of the search order
      help: remove one of them, or name the one you want with --plugin PATH
    1 document: N claims by or about N actors
    ");
    assert!(ran.out().contains("good.txt"), "the documents are written all the same");
    let ran = place.run(&["extract", "good.txt", "--plugin", "plugs", "--to", "twin"]);
    assert_snapshot!(ran.said().replace(&library, "LIBRARY"), @r"
    exit 2
    warning: plugin org.example.twin is not used: HERE/plugs/one/LIBRARY and HERE/plugs/two/LIBRARY both have this id and stand at one place of the search order
      help: remove one of them, or name the one you want with --plugin PATH
    error: the exporter org.example.twin cannot be used: duplicate: HERE/plugs/two/LIBRARY has the same id at the same place of the search order (HERE/plugs/one/LIBRARY)
      help: see `rapporteur plugins list`
    ");
}

#[test]
fn formats_that_cannot_share_standard_output() {
    let place = Place::new();
    place.put("good.txt", GOOD);
    assert_snapshot!(place.run(&["extract", "good.txt", "--to", "json", "--to", "markdown"]).said(), @r"
    exit 2
    error: 2 formats cannot share standard output
      help: name a folder with --out DIR
    ");
    assert_snapshot!(place.run(&["extract", "good.txt", "--to", "csv"]).said(), @r"
    exit 2
    error: csv writes several files (actors.csv, claims.csv, datapackage.json, documents.csv, mentions.csv), and standard output takes one
      help: name a folder with --out DIR
    ");
}

#[test]
fn a_gazetteer_that_cannot_be_read() {
    let place = Place::new();
    place.put("good.txt", GOOD).put("mine.toml", "[[actor]]\nid = \"averland\"\nnaem = \"Averland\"\n");
    assert_snapshot!(place.run(&["extract", "good.txt", "--gazetteer", "mine.toml"]).said(), @r"
    exit 2
    error: gazetteer mine.toml, line 3, actor averland: unknown field `naem`, expected one of `id`, `name`, `kind`, `subkind`, `iso3166`, `wikidata`, `names`, `abbreviations`, `adjectives`, `people`, `metonyms`, `nominals`, `members`, `ambiguous`, `of`, `posts`, `family`
    ");
}

#[test]
fn verify_of_what_is_no_output() {
    let place = Place::new();
    place.put("x.json", "{\"a\": 1}").put("empty.json", "");
    assert_snapshot!(place.run(&["verify", "x.json"]).said(), @r"
    exit 2
    error: x.json: not an output of Rapporteur: missing field `schema` at line 1 column 8
      help: verify reads what `rapporteur extract --to json` or `--to jsonl` wrote
    ");
    assert_snapshot!(place.run(&["verify", "empty.json"]).said(), @r"
    exit 2
    error: empty.json: it holds no document
      help: verify reads what `rapporteur extract --to json` or `--to jsonl` wrote
    ");
}

/// The program alone, as one who moved it away from its plugins has it.
#[test]
fn no_plugins_at_all() {
    let place = Place::new();
    place.put("good.txt", GOOD);
    let program = place.path().join("alone/rapporteur");
    std::fs::create_dir_all(program.parent().expect("a folder")).expect("made");
    std::fs::copy(env!("CARGO_BIN_EXE_rapporteur"), &program).expect("copied");
    let output = std::process::Command::new(&program)
        .args(["extract", "good.txt"])
        .current_dir(place.path())
        .env_remove("RAPPORTEUR_PLUGIN_PATH")
        .env_remove("XDG_DATA_HOME")
        .env("HOME", place.path())
        .output()
        .expect("the program can be started");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.starts_with("error: no source plugin is there; looked in: "), "{said}");
    assert!(said.contains("alone/plugins (plugins/ beside the program)"), "{said}");
    assert!(
        said.ends_with(
            "  help: say where the plugins are with --plugin DIR; in the source tree `cargo build --workspace` puts them \
             beside the program\n"
        ),
        "{said}"
    );
}
