//! Rules proposed from pages read those pages as they were read without rules: fixtures always, the development pages where they
//! are there.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use rapporteur_core::Draft;
use rapporteur_html::{Hints, SiteRules, detect_site, propose, read_page};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Files below a folder, in order.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut folders = vec![folder.to_owned()];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.to_string_lossy().ends_with(ending) {
                found.push(entry);
            }
        }
    }
    found.sort();
    found
}

/// What of a page came out by its rules as without.
#[derive(Default)]
struct Same {
    pages: usize,
    title: usize,
    authors: usize,
    day: usize,
    body: usize,
    recognised: usize,
}

impl Same {
    /// Reads a page without rules and by those proposed from it; `false` for a page that is no article.
    fn count(&mut self, name: &str, page: &[u8]) -> bool {
        let Ok(before) = read_page(page, Hints::default(), None) else { return false };
        let proposal = propose(page, Hints::default(), None).expect("what can be read can be proposed for");
        let rules =
            SiteRules::from_toml(&proposal.rules).unwrap_or_else(|error| panic!("{name}: {error}\n{}", proposal.rules));
        let after = read_page(page, Hints::default(), Some(&rules)).expect("rules refuse no page");
        let (same, others) = (|value: bool| usize::from(value), (&before.metadata, &after.metadata));
        let names = |draft: &Draft| {
            let mut names: Vec<String> = draft.metadata.authors.iter().map(|author| author.name.clone()).collect();
            names.sort();
            names
        };
        let day =
            |draft: &Draft| draft.metadata.published.as_ref().map(|date| date.get(..10).unwrap_or(date).to_owned());
        self.pages += 1;
        self.title += same(others.0.title == others.1.title);
        self.authors += same(names(&before) == names(&after));
        self.day += same(day(&before) == day(&after));
        self.body += same(is_near(&body(&before), &body(&after)));
        self.recognised += same(detect_site(page, None, &rules).confidence >= 80);
        true
    }
}

fn body(draft: &Draft) -> Vec<String> {
    let words = |block: &rapporteur_core::Block<rapporteur_core::ByteRange>| {
        block.at.slice(&draft.text).unwrap_or_default().to_owned()
    };
    draft.blocks.iter().map(words).collect()
}

/// At least 95 of 100 letters of either stand in the other.
fn is_near(one: &[String], other: &[String]) -> bool {
    let held = |one: &[String], other: &[String]| {
        let letters: usize = one.iter().map(String::len).sum();
        let held: usize = one.iter().filter(|words| other.contains(words)).map(String::len).sum();
        held * 100 >= letters * 95
    };
    held(one, other) && held(other, one)
}

#[test]
fn fixtures_are_read_by_their_rules_as_without() {
    let mut same = Same::default();
    for file in files(&root().join("fixtures"), "input.html") {
        same.count(&file.display().to_string(), &fs::read(&file).expect("a file"));
    }
    assert!(same.pages > 15, "{} pages", same.pages);
    assert_eq!(same.title, same.pages);
    assert!(same.authors * 10 >= same.pages * 9, "authors of {} of {}", same.authors, same.pages);
    assert!(same.day * 10 >= same.pages * 9, "days of {} of {}", same.day, same.pages);
    assert!(same.body * 10 >= same.pages * 9, "bodies of {} of {}", same.body, same.pages);
    assert_eq!(same.recognised, same.pages);
}

/// Pages passed over, but for a figure for the documentation: set to 1 by hand.
const EVERY: usize = 3;

#[test]
fn development_pages_are_read_by_their_rules_as_without() {
    let folder = root().join("../shared/bench/extract-dev/html");
    let mut same = Same::default();
    // Every third: unoptimised, all of them take a minute and a half.
    for file in files(&folder, ".html.gz").into_iter().step_by(EVERY) {
        let mut page = Vec::new();
        let bytes = fs::read(&file).expect("a file");
        flate2::read::GzDecoder::new(bytes.as_slice()).read_to_end(&mut page).expect("gzip");
        same.count(&file.display().to_string(), &page);
    }
    if same.pages == 0 {
        println!("skipped: there are no development pages beside the project");
        return;
    }
    let Same { pages, title, authors, day, body, recognised } = same;
    println!("of {pages} pages: title {title}, authors {authors}, day {day}, body {body}, recognised {recognised}");
    assert!(
        title * 100 >= pages * 97
            && authors * 100 >= pages * 95
            && day * 100 >= pages * 97
            && body * 100 >= pages * 93
            && recognised * 100 >= pages * 95
    );
}
