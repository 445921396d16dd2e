//! The plain-text fixtures hold what their contracts say, as far as it is the business of this crate.

use std::path::{Path, PathBuf};

use rapporteur_core::{BlockKind, Draft};
use rapporteur_prose::text_source::{Layout, read_text};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/text")
}

fn strings(value: &toml::Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(|item| item.as_str().map(str::to_owned)).collect()
}

/// Kebab-case name of a serde enum.
fn name(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// What the draft has where the contract has `key`.
fn found(draft: &Draft, key: &str) -> Option<toml::Value> {
    let list = |items: Vec<String>| toml::Value::Array(items.into_iter().map(toml::Value::String).collect());
    let one = |value: Option<String>| toml::Value::String(value.unwrap_or_else(|| "(none)".to_owned()));
    let metadata = &draft.metadata;
    let words = |kind: BlockKind| {
        let blocks = draft.blocks.iter().filter(move |block| block.kind == kind);
        blocks.map(|block| block.at.slice(&draft.text).unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    Some(match key {
        "title" => one(metadata.title.clone()),
        "category" => one(metadata.category.clone()),
        "published" => one(metadata.published.clone()),
        "modified" => one(metadata.modified.clone()),
        "language" => one(metadata.language.clone()),
        "origin" => one(metadata.origin.as_ref().map(|origin| origin.name.clone())),
        "publisher" => one(metadata.publisher.as_ref().map(|publisher| publisher.name.clone())),
        "authors" => list(metadata.authors.iter().map(|author| author.name.clone()).collect()),
        "affiliations" => {
            list(metadata.authors.iter().map(|author| author.affiliation.clone().unwrap_or_default()).collect())
        }
        "headings" => list(words(BlockKind::Heading)),
        "paragraphs" => toml::Value::Integer(words(BlockKind::Paragraph).len().try_into().expect("few paragraphs")),
        "documents" => toml::Value::Integer(1),
        _ => return None,
    })
}

/// What the contract says and the draft does not hold.
fn broken(draft: &Draft, expect: &toml::Table) -> Vec<String> {
    let mut broken = Vec::new();
    for (key, wanted) in expect {
        match key.as_str() {
            "apparatus" => {
                let kinds: Vec<String> = draft.apparatus.iter().map(|piece| name(piece.kind)).collect();
                for kind in strings(wanted).iter().filter(|kind| !kinds.contains(kind)) {
                    broken.push(format!("no {kind} among {kinds:?}"));
                }
                if strings(wanted).is_empty() && !kinds.is_empty() {
                    broken.push(format!("apparatus {kinds:?} where there is none"));
                }
            }
            "body_excludes" => {
                for words in strings(wanted) {
                    let inside = |block: &&rapporteur_core::Block<rapporteur_core::ByteRange>| {
                        block.at.slice(&draft.text).is_some_and(|at| at.contains(&words))
                    };
                    if let Some(block) = draft.blocks.iter().find(inside) {
                        broken.push(format!("{words:?} in the {}", name(block.kind)));
                    }
                }
            }
            _ => {
                let found = found(draft, key);
                if found.as_ref().is_some_and(|found| found != wanted) {
                    broken.push(format!("{key}: wanted {wanted}, found {}", found.expect("checked before")));
                }
            }
        }
    }
    broken
}

#[test]
fn contracts_hold() {
    let mut failed = Vec::new();
    let mut cases = 0;
    let mut folders: Vec<PathBuf> = std::fs::read_dir(folder())
        .expect("the fixtures are part of the repository")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    for case in folders {
        let contract = std::fs::read_to_string(case.join("case.toml")).expect("every case has a contract");
        let contract: toml::Table = contract.parse().expect("the contract is TOML");
        let Some(input) = ["input.txt", "input.md"].iter().map(|name| case.join(name)).find(|path| path.exists())
        else {
            panic!("{} has no input", case.display());
        };
        let bytes = std::fs::read(input).expect("the input can be read");
        let plain = contract.get("options").and_then(|options| options.get("layout")).and_then(toml::Value::as_str)
            == Some("plain");
        let read = read_text(&bytes, None, if plain { Layout::Plain } else { Layout::Article });
        cases += 1;
        let expect = contract.get("expect").and_then(toml::Value::as_table).cloned().unwrap_or_default();
        let wanted = expect.get("refusal").and_then(toml::Value::as_str);
        let title = case.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        match (read, wanted) {
            (Ok(draft), None) => {
                check_positions(&draft, bytes.len());
                failed.extend(broken(&draft, &expect).into_iter().map(|broken| format!("{title}: {broken}")));
            }
            (Err(refusal), Some(wanted)) if refusal.code == wanted => {}
            (Err(refusal), wanted) => failed.push(format!("{title}: refused with {}, wanted {wanted:?}", refusal.code)),
            (Ok(_), Some(wanted)) => failed.push(format!("{title}: read, wanted refusal {wanted}")),
        }
    }
    assert!(cases >= 18, "only {cases} cases found");
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

fn check_positions(draft: &Draft, file: usize) {
    assert!(draft.map.is_sound(draft.text.len(), file));
    let mut end = 0;
    for block in &draft.blocks {
        assert!(block.at.start >= end && block.at.slice(&draft.text).is_some());
        end = block.at.end;
    }
    for piece in &draft.apparatus {
        assert!(!draft.blocks.iter().any(|block| block.at.overlaps(piece.at)), "{piece:?} overlaps a block");
    }
    for author in &draft.metadata.authors {
        if let Some(bio) = &author.bio {
            assert_eq!(bio.at.slice(&draft.text), Some(bio.text.as_str()));
        }
    }
}
