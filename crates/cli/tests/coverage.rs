//! `plugins coverage` as a user types it.

mod support;

use rapporteur_testkit::workspace;
use support::{GOOD, Place};

const CASES: [&str; 3] = ["classic-theme", "news-no-suffix", "asterisk-byline"];

/// Pages of a site as its source knows them.
fn pages(place: &Place) {
    for name in CASES {
        let input = workspace().join("fixtures/eurasia-review").join(name).join("input.html");
        place.put(&format!("pages/{name}.html"), std::fs::read(input).expect("the fixture is there"));
    }
    place.put("pages/good.txt", GOOD).put("pages/picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
}

#[test]
fn which_fields_are_filled() {
    let place = Place::new();
    pages(&place);
    let ran = place.run(&["plugins", "coverage", "pages"]);
    assert_eq!(ran.said(), "exit 0\n");
    insta::assert_snapshot!(ran.out(), @r#"
    org.rapporteur.source-eurasia-review: 3 pages, 3 read
      title        100%  from headline 3, rules classic title 3
      authors      100%  from byline 3
      published    100%  to the day 1; to the time 2; from rules classic published 3
      modified     33%   from rules classic modified 1
      body         100%  9.0 paragraphs a page
      headings     33%
      category     66%
      language     100%
      url          100%
      publisher    100%
      origin       66%   from source note 2
      standfirst   0%
      byline       100%
      bio          66%
      source_note  100%
      evidence     33%   json-ld WebSite name is "Eurasia Review"
      evidence     33%   json-ld publisher is "Eurasia Review"
      evidence     100%  link canonical is https://www.eurasiareview.com/…
      evidence     100%  meta og:site_name is "Eurasia Review"
      evidence     100%  meta og:url is https://www.eurasiareview.com/…

    org.rapporteur.source-text: 1 page, 1 read
      title        100%  from headline 1
      authors      100%  from byline 1
      published    0%
      modified     0%
      body         100%  2.0 paragraphs a page
      headings     0%
      category     100%
      language     100%
      url          0%
      publisher    0%
      origin       0%
      standfirst   0%
      byline       100%
      bio          0%
      source_note  0%
      evidence     100%  has a byline near the top
      evidence     100%  is text without markup
      evidence     100%  its name ends in .txt

    no source: 1 page
      binary-input 1
    "#);
    let one = place.run(&["plugins", "coverage", "pages", "--json", "--jobs", "1"]).out();
    let many = place.run(&["plugins", "coverage", "pages", "--json", "--jobs", "7"]).out();
    assert_eq!(one, many);
    let json: serde_json::Value = serde_json::from_str(&one).expect("one JSON object");
    assert_eq!(json["pages"], 5);
    assert_eq!(json["sources"]["org.rapporteur.source-text"]["fields"]["title"]["filled"], 1);
}

/// A redesign: the site's own marks are gone. Every field of its pages is still filled, from what any page has.
#[test]
fn what_fell_since() {
    let place = Place::new();
    pages(&place);
    let ran = place.run(&["plugins", "coverage", "pages", "--write-baseline", "then.json", "--quiet"]);
    assert_eq!(ran.said(), "exit 0\n");
    let same = place.run(&["plugins", "coverage", "pages", "--baseline", "then.json"]);
    assert_eq!(same.said(), "exit 0\n");
    assert!(same.out().ends_with("\n\nnothing fell\n"), "{}", same.out());

    for name in CASES {
        let page = place.read(&format!("pages/{name}.html"));
        let page = page.replace("entry-title", "t-1").replace("h1", "h2").replace("entry-content", "b-1");
        place.put(&format!("pages/{name}.html"), page.replace("article:published_time", "day"));
    }
    place.put("pages/good.txt", GOOD.replace("By Ilse Marwood\n\n", ""));
    let ran = place.run(&["plugins", "coverage", "pages", "--baseline", "then.json"]);
    assert_eq!(ran.said(), "exit 1\n");
    let table = ran.out();
    let table = &table[table.find("FELL").expect("there is a table")..];
    insta::assert_snapshot!(table, @r#"
    FELL                                    BEFORE  NOW  SOURCE
    title from rules classic title          100%    0%   org.rapporteur.source-eurasia-review
    published to the time                   66%     33%  org.rapporteur.source-eurasia-review
    published from rules classic published  100%    0%   org.rapporteur.source-eurasia-review
    modified from rules classic modified    33%     0%   org.rapporteur.source-eurasia-review
    without the warning unknown-layout      100%    0%   org.rapporteur.source-eurasia-review
    authors                                 100%    0%   org.rapporteur.source-text
    authors from byline                     100%    0%   org.rapporteur.source-text
    byline                                  100%    0%   org.rapporteur.source-text
    "#);
    let json = place.run(&["plugins", "coverage", "pages", "--baseline", "then.json", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json.out()).expect("one JSON object");
    assert_eq!(json["fallen"].as_array().map(Vec::len), Some(table.lines().count() - 1));
    let allowed = place.run(&["plugins", "coverage", "pages", "--baseline", "then.json", "--allow", "100"]);
    assert_eq!(allowed.code(), 0, "{}", allowed.out());
}

#[test]
fn baselines_that_are_none() {
    let place = Place::new();
    pages(&place);
    place.put("other.json", "{\"schema\": \"rapporteur/1\"}").put("text.json", "pages: 3\n");
    let help = "  help: `rapporteur plugins coverage … --write-baseline FILE` writes one\n";
    let check = |file: &str, expected: &str| {
        let ran = place.run(&["plugins", "coverage", "pages", "--baseline", file]);
        assert_eq!(ran.said(), format!("exit 2\nerror: {file}: {expected}\n{help}"));
    };
    check("nowhere.json", "No such file or directory (os error 2)");
    check("text.json", "no baseline: expected value at line 1 column 1");
    check("other.json", "no baseline: its schema is \"rapporteur/1\", expected \"rapporteur-coverage/1\"");
}
