//! Sources without code: a rules file dropped into a folder, what is said of bad ones, and rules proposed from a page.

mod support;

use insta::assert_snapshot;
use rapporteur_testkit::workspace;
use support::Place;

const PAGE: &str = r#"<!doctype html><html lang="en"><head><title>Harbour Talks Resume – Gull Post</title>
<link rel="canonical" href="https://www.gullpost.example/2031/03/harbour-talks">
<meta property="og:site_name" content="Gull Post"></head>
<body><h1 class="entry-title">Harbour Talks Resume</h1>
<div class="entry-meta">Text: <span class="who">Ilse Marwood // Tomasz Okello</span>, <span class="when">Stand 4.3.2031</span></div>
<div class="entry-content">
<p>Negotiators of the three coastal states met again on Monday to settle who may use the deep berths in winter.</p>
<p>“A berth is not a gift,” said Ilona Brandt, the prime minister of Averland, after the first of three meetings.</p>
<div class="letter">Sign up for our weekly letter about the sea and those who live from it.</div>
<p>Neither side expects a result before the summer, and both said that the talks would go on after the holidays.</p>
<p class="from">Syndicated from: Coastal Policy Institute</p>
<h3>About the authors</h3><p>Ilse Marwood is a senior fellow at the Harbour Institute and writes about ports.</p></div>
</body></html>"#;

const RULES: &str = r#"schema = 1
id = "org.example.source-gull"
name = "gull"
version = "2.1"
hosts = ["gullpost.example"]
publisher = "Gull Post"
date_formats = ["%d.%m.%Y"]
author_separators = ["//"]
source_labels = ["Syndicated from"]

[[layouts]]
name = "2031"
when = ".entry-content"
title = "h1.entry-title"
published = ".when"
authors = ".who"
bylines = ".entry-meta"
body = ".entry-content"
strip = ".letter"
bios_after = "About the authors"
source_line = ".from"
"#;

/// What a run printed on both streams, without the places of this machine.
fn said(place: &Place, arguments: &[&str]) -> String {
    let ran = place.run(arguments);
    let here = place.path().canonicalize().expect("it is there").display().to_string();
    let out = ran.out().replace(&here, "HERE");
    format!("exit {}\n{}{}", ran.code(), out, ran.err().replace(&here, "HERE"))
}

#[test]
fn a_file_in_a_folder_of_plugins_is_a_source() {
    let place = Place::new();
    place.put("plugins/gull.rules.toml", RULES).put("rapporteur.toml", "").put("talks.html", PAGE);
    let detected = place.run(&["detect", "talks.html"]);
    assert!(detected.out().starts_with("talks.html: org.example.source-gull\n"), "{}", detected.out());

    let extracted = place.run(&["extract", "talks.html", "--to", "json"]);
    assert_eq!(extracted.code(), 0, "{}", extracted.err());
    let document: serde_json::Value = serde_json::from_str(&extracted.out()).expect("JSON");
    let metadata = &document["metadata"];
    let block = |index: usize| {
        let at = &document["blocks"][index]["at"]["bytes"];
        let range = at[0].as_u64().expect("a number") as usize..at[1].as_u64().expect("a number") as usize;
        document["text"].as_str().expect("a text")[range].to_owned()
    };
    assert_eq!(
        (document["source"]["plugin"].as_str(), document["source"]["plugin_version"].as_str()),
        (Some("org.example.source-gull"), Some("2.1"))
    );
    assert_eq!(metadata["title"], "Harbour Talks Resume");
    assert_eq!(metadata["published"], "2031-03-04");
    assert_eq!(metadata["authors"][0]["name"], "Ilse Marwood");
    assert_eq!(metadata["authors"][1]["name"], "Tomasz Okello");
    assert_eq!(metadata["origin"]["name"], "Coastal Policy Institute");
    assert_eq!(document["blocks"].as_array().expect("a list").len(), 3);
    assert!(block(2).starts_with("Neither side expects"), "{}", block(2));
    let kinds: Vec<&str> =
        document["apparatus"].as_array().expect("a list").iter().filter_map(|piece| piece["kind"].as_str()).collect();
    assert!(kinds.contains(&"bio") && kinds.contains(&"source-note"), "{kinds:?}");

    // In a worker it reads the same; and every span fits the file.
    let isolated = place.run(&["extract", "talks.html", "--to", "json", "--isolation", "process"]);
    assert_eq!(isolated.out(), extracted.out(), "{}", isolated.err());
    place.put("talks.json", extracted.out());
    assert_eq!(place.run(&["verify", "talks.json"]).code(), 0);
}

#[test]
fn rules_are_listed_with_their_engine_and_their_mistakes() {
    let place = Place::new();
    let wrong = RULES.replace("org.example.source-gull", "org.example.source-tern").replace("\"gull\"", "\"tern\"");
    place
        .put("p/gull/rules.toml", RULES)
        .put("p/tern.rules.toml", wrong.replace("strip =", "stripp ="))
        .put("p/auk.rules.toml", "schema = 1\nid = 'Auk'\nname = 'auk'\nversion = '1'\nhosts = ['auk.example']\n")
        .put("p/skua.rules.toml", "schema = 1\nid = 'org.example.skua\n")
        .put("p/loon.rules.toml", RULES.replace("source-gull", "loon").replace("hosts", "engine = \"pdf\"\nhosts"))
        .put("p/grebe.rules.toml", RULES.replace("source-gull", "grebe").replace("hosts", "engine = \"text\"\nhosts"));
    let list = said(&place, &["plugins", "list", "--plugin", "p"]);
    // Of the program's own plugins some are shadowed here: those of the build by those of the tests.
    let ours = list.split("\n\n").filter(|part| !part.starts_with("org.rapporteur."));
    let ours = ours.flat_map(str::lines).filter(|line| !line.starts_with("org.rapporteur."));
    let shown: Vec<String> = ours.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    assert_snapshot!(shown.join("\n"), @r#"
    exit 0
    ID NAME KIND VERSION STATE RULES FROM
    HERE/p/auk.rules.toml - source 1 invalid-rules auk.rules.toml by html --plugin
    org.example.grebe gull source 2.1 no-engine grebe.rules.toml by text --plugin
    org.example.source-gull gull source 2.1 ready gull/rules.toml by html --plugin
    org.example.loon gull source 2.1 no-engine loon.rules.toml by pdf --plugin
    HERE/p/skua.rules.toml - source - invalid-rules skua.rules.toml by ? --plugin
    org.example.source-tern tern source 2.1 invalid-rules tern.rules.toml by html --plugin
    HERE/p/auk.rules.toml is invalid-rules: line 2, column 6: its id "Auk" is not of the form "org.example.name" (small letters, digits, hyphens, dots between)
    org.example.grebe is no-engine: it is to be read by "text", and org.rapporteur.source-text reads no rules files
    HERE/p/grebe.rules.toml
    org.example.loon is no-engine: it is to be read by "pdf", and there is no such source plugin
    HERE/p/loon.rules.toml
    HERE/p/skua.rules.toml is invalid-rules: line 2, column 23: invalid literal string, expected `'`
    org.example.source-tern is invalid-rules: line 19, column 1: "stripp" is no key of a layout; did you mean "strip"?
    HERE/p/tern.rules.toml
    "#);

    let info = said(&place, &["plugins", "info", "gull", "--plugin", "p/gull"]);
    let info: Vec<&str> =
        info.lines().filter(|line| !line.starts_with("sha256") && !line.starts_with("library")).collect();
    assert_snapshot!(info.join("\n"), @r"
    exit 0
    id           org.example.source-gull
    name         gull (source)
    summary      Gull Post
    version      2.1 (protocol 1)
    licence
    media types  text/html, application/xhtml+xml
    endings      html, htm, xhtml
    sites        gullpost.example
    rank         200
    state        ready
    rules        HERE/p/gull/rules.toml
    read by      org.rapporteur.source-html 0.1.0
    runs         in a worker, a process of its own
    found        --plugin

    options: none
    ");
}

#[test]
fn a_bad_rules_file_does_not_stop_a_run_and_is_told() {
    let place = Place::new();
    place
        .put("p/gull.rules.toml", RULES.replace("title = \"h1.entry-title\"", "title = \"h1 >\""))
        .put("talks.html", PAGE);
    let ran = place.run(&["extract", "talks.html", "--to", "json", "--plugin", "p"]);
    assert_eq!(ran.code(), 0);
    assert!(ran.out().contains("org.rapporteur.source-html"), "{}", ran.out());
    let err = ran.err().replace(&place.path().canonicalize().expect("there").display().to_string(), "HERE");
    assert!(
        err.contains(
            "line 14, column 9: layout \"2031\", \"title\": \"h1 >\" is no selector: it ends with a combinator"
        ),
        "{err}"
    );
    let asked = place.run(&["extract", "talks.html", "--plugin", "p", "--source", "gull"]);
    assert_eq!(asked.code(), 2);
    assert!(
        asked.err().contains("the source org.example.source-gull cannot be used: invalid-rules"),
        "{}",
        asked.err()
    );
}

#[test]
fn rules_need_no_trust_but_what_is_pinned_must_stay() {
    let place = Place::new();
    place.put("gull.rules.toml", RULES).put("plugins.lock", "version = 1\n").put("talks.html", PAGE);
    let plugins = ["--plugin", "gull.rules.toml", "--isolation", "in-process"];
    // The engine of the tests is no part of the program and must be listed.
    let trusted = place.run(&["plugins", "trust", "source-html"]);
    assert_eq!(trusted.code(), 0, "{}", trusted.err());
    let detect = |place: &Place| place.run(&[&["detect", "talks.html", "--source", "gull"][..], &plugins].concat());
    assert_eq!(detect(&place).code(), 0, "{}", detect(&place).err());

    let pinned = place.run(&["plugins", "trust", "gull.rules.toml"]);
    assert_eq!(pinned.code(), 0, "{}", pinned.err());
    assert!(place.read("plugins.lock").contains("file = \"gull.rules.toml\""), "{}", place.read("plugins.lock"));
    assert_eq!(detect(&place).code(), 0, "{}", detect(&place).err());

    place.put("gull.rules.toml", RULES.replace("2.1", "2.2"));
    let refused = detect(&place);
    assert_eq!(refused.code(), 2);
    let err = refused.err();
    assert!(
        err.contains("cannot be used: untrusted: its sha256 is ")
            && err.contains("run `rapporteur plugins trust org.example.source-gull`"),
        "{err}"
    );
    assert_eq!(place.run(&["plugins", "trust", "gull", "--plugin", "gull.rules.toml"]).code(), 0);
    assert_eq!(detect(&place).code(), 0, "{}", detect(&place).err());
}

#[test]
#[cfg(unix)]
fn rules_are_held_against_what_is_demanded_of_sources() {
    let place = Place::new();
    place
        .put("gull.rules.toml", RULES)
        .put("fixtures/gull/first/input.html", PAGE)
        .put("fixtures/gull/first/case.toml", "source = 'gull'\n[expect]\ntitle = 'Harbour Talks Resume'\n")
        .put("bad.rules.toml", RULES.replace("body =", "boddy ="));
    let checks =
        "rules|wrong-options|unknown|determinism|detection|contracts|positions|threads|cut|refused|silence|loads";
    let good = said(&place, &["plugins", "check", "gull.rules.toml", "--include", checks]);
    let good: Vec<&str> = good.lines().map(|line| line.split(", digest ").next().unwrap_or(line)).collect();
    assert_snapshot!(good.join("\n"), @r"
    exit 0
    HERE/gull.rules.toml
      success  rules           read by org.rapporteur.source-html
    org.example.source-gull
      success  unknown-method  6 names
      success  wrong-options   3 sets of options
      success  cut-fixtures    1 fixtures, each at 64 places
      success  determinism     1 answers
      success  positions       3 blocks
      success  detection       1 of its own, 0 of others
      success  refused-sink    detect stopped at once and answers again
      success  threads         1 answers on two threads
      success  silence         29 inputs, 17 of them refused
      success  contracts       1 fixtures

    11 success
    ");
    assert_snapshot!(said(&place, &["plugins", "check", "bad.rules.toml"]), @r#"
    exit 1
    HERE/bad.rules.toml
      failed   rules           invalid-rules: line 18, column 1: "boddy" is no key of a layout; did you mean "body"?

    1 failed
    "#);
}

#[test]
fn rules_of_the_program_conform() {
    let place = Place::new();
    let fixtures = workspace().join("fixtures").display().to_string();
    for rules in ["orf", "eurasia-review"] {
        let path = workspace().join(format!("plugins/{rules}.rules.toml")).display().to_string();
        let checks = "rules|detection|contracts|positions|determinism";
        let ran = place.run(&["plugins", "check", &path, "--fixtures", &fixtures, "--include", checks]);
        assert!(ran.code() == 0 && ran.out().contains("5 success"), "{}{}", ran.out(), ran.err());
    }
}

#[test]
fn rules_are_proposed_from_a_page_and_tested() {
    let place = Place::new();
    place.put("talks.html", PAGE);
    let shown = said(&place, &["plugins", "new", "--rules", "talks.html"]);
    assert_snapshot!(shown, @r#"
    exit 0
    rules for gullpost (local.gullpost); * marks what they use

    title  Harbour Talks Resume
      * h1.entry-title  high  unique    a class that says "title"
        h1              fair  unique    the element's name

    authors  – no element of the page says it with a name that will last

    body  Negotiators of the three coastal states met again … berths in winter.
      * .entry-content  high  unique    a class that says "entry"
            Negotiators of the three coastal states met again … rites about ports.

    strip
      * .letter  fair  unique    a class
            Sign up for our weekly letter about the sea and those who live from it.

    nothing of this page for: category, published, modified, bylines, dates, standfirst, bios, source_line, keywords
    written gullpost.rules.toml
    written fixtures/gullpost/first/input.html
    written fixtures/gullpost/first/case.toml
    written fixtures/gullpost/first/document.snap

    next: correct what the rules got wrong, and what fixtures/gullpost/first/case.toml demands, then
      rapporteur plugins test gullpost.rules.toml     the page against its contract and snapshot (--accept takes a new one)
      rapporteur plugins check gullpost.rules.toml    what is demanded of every source
      rapporteur extract OTHER.html --plugin gullpost.rules.toml
    "#);
    assert_snapshot!(place.read("fixtures/gullpost/first/case.toml"), @r#"
    description = "One sentence about the shape of this page."
    source = "local.gullpost"

    # What a careful reader demands of this page. It was written from what the program read: hold it against the page in a
    # browser, correct it, and change the rules until it holds.
    [expect]
    documents = 1
    title = "Harbour Talks Resume"
    authors = ["Ilse Marwood"]
    headings = []
    paragraphs = 4
    body_includes = ["Negotiators of the three coastal states met again on Monday", "Syndicated from: Coastal Policy Institute"]
    # Words beside the article that must not be read as part of it.
    body_excludes = []
    "#);
    assert_eq!(place.read("fixtures/gullpost/first/input.html"), PAGE);

    let tested = said(&place, &["plugins", "test", "gullpost.rules.toml"]);
    assert_eq!(
        tested,
        "exit 0\nok       gullpost/first  4 blocks, 3 claims\n\n1 of 1 cases of local.gullpost as expected\n"
    );

    let again = said(&place, &["plugins", "new", "--rules", "talks.html"]);
    assert_snapshot!(again, @r"
    exit 2
    error: gullpost.rules.toml is there already
      help: choose another --name or --out, or remove it; --dry-run only shows the rules
    ");
}

#[test]
fn a_changed_reading_is_shown_and_can_be_accepted() {
    let place = Place::new();
    place.put("talks.html", PAGE);
    assert_eq!(place.run(&["plugins", "new", "--rules", "talks.html", "--name", "gull", "-q"]).code(), 0);
    let rules = place.read("gull.rules.toml");
    place.put("gull.rules.toml", rules.replace("h1.entry-title", "h3"));
    let differs = said(&place, &["plugins", "test", "gull.rules.toml"]);
    assert!(differs.starts_with("exit 1\ndiffers  gull/first"), "{differs}");
    assert!(differs.contains("contract: title: expected \"Harbour Talks Resume\""), "{differs}");
    assert!(differs.contains("snapshot: - as it was, + as it is now; `--accept` takes it"), "{differs}");
    let taken = said(&place, &["plugins", "test", "gull.rules.toml", "--accept"]);
    // A snapshot is taken, a contract is not.
    assert!(taken.starts_with("exit 1\ndiffers  gull/first") && !taken.contains("snapshot:"), "{taken}");
    place.put("gull.rules.toml", rules);
    let back = said(&place, &["plugins", "test", "gull.rules.toml", "--accept"]);
    assert!(back.starts_with("exit 0\naccepted gull/first"), "{back}");
    assert!(said(&place, &["plugins", "test", "local.gull", "--plugin", "gull.rules.toml"]).starts_with("exit 0\nok "));
    // Who else would have taken the page depends on which plugins are there.
    let snapshot = place.read("fixtures/gull/first/document.snap");
    assert!(!snapshot.contains("          else other"), "{snapshot}");
    place.put(
        "fixtures/gull/first/document.snap",
        format!("{}\n          else other-source (60)\n", snapshot.trim_end()),
    );
    assert!(said(&place, &["plugins", "test", "gull.rules.toml"]).starts_with("exit 0\nok "));
    let nothing = said(&place, &["plugins", "test", "gull.rules.toml", "--fixtures", "nowhere"]);
    assert!(nothing.starts_with("exit 2\nerror: nowhere: No such file"), "{nothing}");
}

#[test]
fn machines_get_json_and_no_colours() {
    let place = Place::new();
    place.put("talks.html", PAGE).put("gone.html", "<!doctype html><title>404 Not Found</title><h1>404 Not Found</h1>");
    let ran = place.run(&["plugins", "new", "--rules", "talks.html", "--dry-run", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&ran.out()).expect("JSON");
    assert_eq!(json["proposal"]["fields"][0]["selectors"][0]["selector"], "h1.entry-title");
    assert_eq!(json["written"].as_array().map(Vec::len), Some(0));
    assert!(!place.path().join("gullpost.rules.toml").exists());
    let painted = place.run(&["plugins", "new", "--rules", "talks.html", "--dry-run", "--color", "always"]);
    assert!(painted.out().contains("\u{1b}[1mtitle"));

    assert_snapshot!(said(&place, &["plugins", "new", "--rules", "gone.html"]), @r#"
    exit 1
    error: gone.html: the page is an error page ("404 not found") and not the article [error-page]
      help: open the address in a browser and save the article itself
    "#);
    assert_snapshot!(said(&place, &["plugins", "new", "--rules", "talks.html", "--engine", "text"]), @r"
    exit 2
    error: org.rapporteur.source-text cannot be used: it makes no rules; --engine names another source
    ");
    assert_snapshot!(said(&place, &["plugins", "new", "--rules", "talks.html", "--name", "Gull Post"]), @r#"
    exit 2
    error: "Gull Post" is no name: small letters, digits and hyphens
    "#);
}
