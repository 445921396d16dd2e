//! The contracts of a source's fixtures.

use std::path::Path;

use rapporteur_core::BlockKind;

use super::fixtures::{Contract, Fixture, own};
use super::instance::{Subject, config, documents, ingest};
use super::results::{Fault, Finding, wrong};
use crate::in_process::InProcess;

/// `contracts`
pub(crate) fn contracts(subject: &Subject, folder: Option<&Path>) -> Finding {
    let fixtures = own(folder, subject)?;
    for fixture in &fixtures {
        let options = serde_json::to_value(&fixture.contract.options).unwrap_or_default();
        let options = if fixture.contract.options.is_empty() { Vec::new() } else { config(&options) };
        let mut instance = subject
            .create(&options)
            .or_else(|error| wrong(format!("{}: the options of its case: {error}", fixture.case)))?;
        if let Some(breach) = breach(&mut instance, fixture)? {
            return wrong(format!("{}: {breach}", fixture.case));
        }
    }
    Ok(format!("{} fixtures", fixtures.len()))
}

/// What of a contract does not hold.
fn breach(instance: &mut InProcess, fixture: &Fixture) -> Result<Option<String>, Fault> {
    let Contract { refused, expect, .. } = &fixture.contract;
    let json = match (ingest(instance, &fixture.name, &fixture.bytes)?, refused) {
        (Err(code), Some(expected)) if code == *expected => return Ok(None),
        (Err(code), Some(expected)) => return Ok(Some(format!("refused as {code}, expected {expected}"))),
        (Err(code), None) => return Ok(Some(format!("refused as {code}"))),
        // Nothing found is a refusal that the host words.
        (Ok(json), Some(_)) if documents(&json, &fixture.case, &fixture.bytes)?.is_empty() => return Ok(None),
        (Ok(_), Some(expected)) => return Ok(Some(format!("read, expected to be refused as {expected}"))),
        (Ok(json), None) => json,
    };
    let documents = documents(&json, &fixture.case, &fixture.bytes)?;
    if let Some(count) = expect.documents
        && count != documents.len()
    {
        return Ok(Some(format!("{} documents, expected {count}", documents.len())));
    }
    let Some(document) = documents.first() else { return Ok(Some("no document".to_owned())) };
    let text_of = |at: &rapporteur_core::Span| at.slice(&document.text).unwrap_or_default();
    let mut breaches = Vec::new();
    let mut compare = |what: &str, found: String, expected: String| {
        if found != expected {
            breaches.push(format!("{what} {found:?}, expected {expected:?}"));
        }
    };
    if let Some(title) = &expect.title {
        compare("title", document.metadata.title.clone().unwrap_or_default(), title.clone());
    }
    if let Some(authors) = &expect.authors {
        let found: Vec<&str> = document.metadata.authors.iter().map(|author| author.name.as_str()).collect();
        compare("authors", found.join("; "), authors.join("; "));
    }
    if let Some(headings) = &expect.headings {
        let blocks = document.blocks.iter().filter(|block| block.kind == BlockKind::Heading);
        compare("headings", blocks.map(|block| text_of(&block.at)).collect::<Vec<_>>().join("; "), headings.join("; "));
    }
    let body: String = document.blocks.iter().map(|block| text_of(&block.at)).collect::<Vec<_>>().join("\n");
    let holds = |words: &&String| body.contains(words.as_str());
    if let Some(missing) = expect.body_includes.iter().find(|words| !holds(words)) {
        breaches.push(format!("the body lacks {missing:?}"));
    }
    if let Some(surplus) = expect.body_excludes.iter().find(holds) {
        breaches.push(format!("the body holds {surplus:?}"));
    }
    Ok(breaches.into_iter().next())
}
