//! The fixtures' contracts, as far as a draft can be held against them: metadata and structure, before any analysis.

use std::fs;
use std::path::{Path, PathBuf};

use rapporteur_core::{BlockKind, Draft, Provenance, assemble};
use rapporteur_html::{Hints, Refused, SiteRules, detect, detect_site, read_page};
use rapporteur_prose::text_source::{Layout, read_text};
use toml::{Table, Value};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn cases(folder: &str) -> Vec<PathBuf> {
    let mut cases: Vec<PathBuf> = fs::read_dir(root().join("fixtures").join(folder))
        .expect("the fixtures are part of the repository")
        .map(|entry| entry.expect("a folder can be listed").path())
        .filter(|path| path.join("input.html").is_file())
        .collect();
    cases.sort();
    cases
}

fn rules(site: &str) -> SiteRules {
    let path = root().join("plugins").join(format!("{site}.rules.toml"));
    SiteRules::from_toml(&fs::read_to_string(path).expect("each site has its rules")).expect("the rules are sound")
}

/// White space of all kinds as one blank.
fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn texts(value: Option<&Value>) -> Option<Vec<String>> {
    let list = value?.as_array()?;
    Some(list.iter().filter_map(|item| item.as_str().map(str::to_owned)).collect())
}

fn name(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// What of the contract does not hold.
fn breaches(case: &Table, read: &Result<Draft, Refused>) -> Vec<String> {
    let empty = Table::new();
    let expect = case.get("expect").and_then(Value::as_table).unwrap_or(&empty);
    let mut breaches = Vec::new();
    let refusal = case.get("refused").and_then(Value::as_str);
    let draft = match read {
        Err(refused) => {
            if refusal.is_some_and(|code| code != refused.code)
                || expect.get("documents").and_then(Value::as_integer) == Some(1)
            {
                breaches.push(format!("refused as {}: {}", refused.code, refused.message));
            }
            return breaches;
        }
        Ok(draft) => draft,
    };
    if refusal.is_some() || expect.get("documents").and_then(Value::as_integer) == Some(0) {
        breaches.push("was to be refused".to_owned());
        return breaches;
    }
    let metadata = &draft.metadata;
    let stated = |key: &str| expect.get(key).and_then(Value::as_str);
    let exact = [
        ("title", metadata.title.as_deref()),
        ("category", metadata.category.as_deref()),
        ("url", metadata.url.as_deref()),
        ("publisher", metadata.publisher.as_ref().map(|publisher| publisher.name.as_str())),
        ("origin", metadata.origin.as_ref().map(|origin| origin.name.as_str())),
    ];
    for (key, found) in exact {
        if stated(key).is_some() && stated(key) != found {
            breaches.push(format!("{key}: expected {:?}, found {found:?}", stated(key).unwrap_or_default()));
        }
    }
    let beginnings =
        [("published", &metadata.published), ("modified", &metadata.modified), ("language", &metadata.language)];
    for (key, found) in beginnings {
        if let Some(expected) = stated(key)
            && !found.as_deref().is_some_and(|found| found.starts_with(expected))
        {
            breaches.push(format!("{key}: expected {expected:?}, found {found:?}"));
        }
    }
    let blocks = |kind: BlockKind| draft.blocks.iter().filter(move |block| block.kind == kind);
    let words = |at: rapporteur_core::ByteRange| fold(at.slice(&draft.text).unwrap_or_default());
    let lists = [
        ("authors", metadata.authors.iter().map(|author| author.name.clone()).collect::<Vec<_>>()),
        (
            "affiliations",
            metadata.authors.iter().map(|author| author.affiliation.clone().unwrap_or_default()).collect(),
        ),
        ("headings", blocks(BlockKind::Heading).map(|block| words(block.at)).collect()),
    ];
    for (key, found) in lists {
        if let Some(expected) = texts(expect.get(key)).filter(|expected| *expected != found) {
            breaches.push(format!("{key}: expected {expected:?}, found {found:?}"));
        }
    }
    if let Some(expected) = expect.get("paragraphs").and_then(Value::as_integer) {
        let found = blocks(BlockKind::Paragraph).count();
        if usize::try_from(expected).ok() != Some(found) {
            breaches.push(format!("paragraphs: expected {expected}, found {found}"));
        }
    }
    for kind in texts(expect.get("block_kinds")).unwrap_or_default() {
        if !draft.blocks.iter().any(|block| name(&block.kind) == kind) {
            breaches.push(format!("no block is a {kind}"));
        }
    }
    for kind in texts(expect.get("apparatus")).unwrap_or_default() {
        if !draft.apparatus.iter().any(|piece| name(&piece.kind) == kind) {
            breaches.push(format!("nothing in the apparatus is a {kind}"));
        }
    }
    let body: Vec<String> = draft.blocks.iter().map(|block| words(block.at)).collect();
    for wanted in texts(expect.get("body_includes")).unwrap_or_default() {
        if !body.iter().any(|block| block.contains(&fold(&wanted))) {
            breaches.push(format!("the body lacks {wanted:?}"));
        }
    }
    for unwanted in texts(expect.get("body_excludes")).unwrap_or_default() {
        if body.iter().any(|block| block.contains(&fold(&unwanted))) {
            breaches.push(format!("the body holds {unwanted:?}"));
        }
    }
    breaches
}

/// Reads all cases of a folder and holds them against their contracts.
fn check(folder: &str, rules: Option<&SiteRules>) {
    let mut all = Vec::new();
    for case in cases(folder) {
        let name = case.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let contract: Table = fs::read_to_string(case.join("case.toml")).expect("a case").parse().expect("a contract");
        let bytes = fs::read(case.join("input.html")).expect("a page");
        let found = match rules {
            Some(rules) => detect_site(&bytes, None, rules),
            None => detect(&bytes),
        };
        if found.confidence < 45 {
            all.push(format!("{name}: detected with {} only", found.confidence));
        }
        let read = read_page(&bytes, Hints::default(), rules);
        all.extend(breaches(&contract, &read).into_iter().map(|breach| format!("{name}: {breach}")));
        if let Ok(draft) = read {
            let provenance = Provenance {
                uri: &name,
                bytes: &bytes,
                ordinal: 0,
                plugin: "html",
                plugin_version: "1",
                confidence: 60,
                evidence: &[],
            };
            if let Err(error) = assemble(draft, &provenance) {
                all.push(format!("{name}: {error}"));
            }
        }
    }
    assert!(all.is_empty(), "\n{}\n", all.join("\n"));
}

#[test]
fn pages_of_any_site() {
    check("html", None);
}

#[test]
fn pages_of_orf() {
    check("orf", Some(&rules("orf")));
}

#[test]
fn pages_of_eurasia_review() {
    check("eurasia-review", Some(&rules("eurasia-review")));
}

/// What must be the same of one article as a page and as pasted text.
fn core(draft: &Draft) -> Vec<String> {
    let metadata = &draft.metadata;
    let mut core = vec![format!(
        "{:?} {:?} {:?}",
        metadata.title,
        metadata.category,
        metadata.origin.as_ref().map(|origin| &origin.name)
    )];
    core.extend(
        metadata.authors.iter().map(|author| format!("{} {:?} {:?}", author.name, author.role, author.affiliation)),
    );
    core.extend(draft.blocks.iter().map(|block| {
        let words = fold(block.at.slice(&draft.text).unwrap_or_default());
        if block.kind == BlockKind::Heading { format!("# {words}") } else { words }
    }));
    core
}

#[test]
fn a_page_and_its_pasted_text_are_one_article() {
    let page = fs::read(root().join("fixtures/eurasia-review/same-article/input.html")).expect("a page");
    let text = fs::read(root().join("fixtures/text/same-article/input.txt")).expect("a text");
    let page = read_page(&page, Hints::default(), Some(&rules("eurasia-review"))).expect("an article");
    let text = read_text(&text, None, Layout::Article).expect("an article");
    assert_eq!(core(&page), core(&text));
}

#[test]
fn every_layout_says_when_it_holds_and_where_the_body_is() {
    for site in ["orf", "eurasia-review"] {
        let rules = rules(site);
        assert!(!rules.layouts.is_empty(), "{site}");
        assert!(rules.layouts.iter().all(|layout| !layout.when.is_empty() && !layout.body.is_empty()), "{site}");
    }
}
