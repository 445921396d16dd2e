//! Which fields each source fills on a folder of pages, and what of it fell since an earlier run.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

use rapporteur_pipeline::{Coverage, Event, Fall, Field, SourceCoverage, falls, percent, run, tenths};
use serde_json::Value;

use super::inputs::inputs;
use super::write_out::write_out;
use crate::args::{Global, PluginsCoverage};
use crate::configuration::Configuration;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::text_table::table;

pub(crate) fn coverage(arguments: &PluginsCoverage, global: &Global, console: &Console) -> Result<Exit, Failure> {
    // Before anything is read: a mistyped name must not cost a long run.
    let baseline = arguments.baseline.as_deref().map(read_baseline).transpose()?;
    let engine = Configuration::load(global)?.engine(global, &arguments.input)?;
    let (inputs, missing) = inputs(&engine, &arguments.input, console)?;
    let progress = console.progress(inputs.len());
    let found = Mutex::new(Coverage::default());
    let count = |event: Event<'_>| {
        let mut found = found.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        match event {
            Event::InputDone { uri } => progress.done(uri),
            Event::Document(document) => found.document(document),
            Event::Problem(problem) => found.problem(problem),
            Event::Failure(failure) => {
                console.warning(format!("{}: {}", failure.uri, failure.message), Some(failure.help.clone()));
            }
        }
    };
    let report = run(&engine, &inputs, Vec::new(), arguments.jobs, &count).map_err(Failure::work)?;
    drop(progress);
    let found = found.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    if !report.duplicates.is_empty() {
        console.say(&format!("left out: copies of pages that were read before ({})", report.duplicates.len()));
    }
    let fallen = baseline.as_ref().map(|baseline| falls(baseline, &found, arguments.allow));
    write_out(&if arguments.json { as_json(&found, fallen.as_deref())? } else { as_text(&found, fallen.as_deref()) })?;
    if let Some(path) = &arguments.write_baseline {
        let text = pretty(&serde_json::to_value(&found).map_err(Failure::work)?)?;
        fs::write(path, text).map_err(|error| Failure::work(format!("{}: {error}", path.display())))?;
    }
    let fell = fallen.is_some_and(|fallen| !fallen.is_empty());
    Ok(if fell || missing > 0 { Exit::SomeFailed } else { Exit::Good })
}

fn read_baseline(path: &Path) -> Result<Coverage, Failure> {
    let help = "`rapporteur plugins coverage … --write-baseline FILE` writes one";
    let wrong = |error: &dyn std::fmt::Display| Failure::usage(format!("{}: {error}", path.display())).help(help);
    let text = fs::read_to_string(path).map_err(|error| wrong(&error))?;
    let value: Value = serde_json::from_str(&text).map_err(|error| wrong(&format!("no baseline: {error}")))?;
    match value.get("schema").and_then(Value::as_str) {
        Some(Coverage::SCHEMA) => {
            serde_json::from_value(value).map_err(|error| wrong(&format!("no baseline: {error}")))
        }
        other => Err(wrong(&format!(
            "no baseline: its schema is {:?}, expected {:?}",
            other.unwrap_or("none"),
            Coverage::SCHEMA
        ))),
    }
}

fn as_json(found: &Coverage, fallen: Option<&[Fall]>) -> Result<String, Failure> {
    let mut value = serde_json::to_value(found).map_err(Failure::work)?;
    if let (Some(fields), Some(fallen)) = (value.as_object_mut(), fallen) {
        fields.insert("fallen".to_owned(), serde_json::to_value(fallen).map_err(Failure::work)?);
    }
    pretty(&value)
}

fn pretty(value: &Value) -> Result<String, Failure> {
    serde_json::to_string_pretty(value).map(|text| text + "\n").map_err(Failure::work)
}

fn as_text(found: &Coverage, fallen: Option<&[Fall]>) -> String {
    let mut text = String::new();
    for (plugin, source) in &found.sources {
        let heading = format!("{plugin}: {}, {} read\n", pages(source.pages()), source.documents);
        text.push_str(&heading);
        text.push_str(&indented(&table(&rows(source))));
        text.push('\n');
    }
    if !found.taken_by_none.is_empty() {
        let count = found.taken_by_none.values().sum();
        text.push_str(&format!("no source: {}\n  {}\n\n", pages(count), counts(&found.taken_by_none)));
    }
    match fallen {
        None => text.truncate(text.trim_end().len() + 1),
        Some([]) => text.push_str("nothing fell\n"),
        Some(fallen) => {
            let heading = ["FELL", "BEFORE", "NOW", "SOURCE"].map(str::to_owned).to_vec();
            let row = |fall: &Fall| vec![fall.what.clone(), fall.before.clone(), fall.now.clone(), fall.plugin.clone()];
            text.push_str(&table(&std::iter::once(heading).chain(fallen.iter().map(row)).collect::<Vec<_>>()));
        }
    }
    text
}

/// Field, share of documents, what there is to say of it.
fn rows(source: &SourceCoverage) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let all = source.documents;
    for (field, coverage) in &source.fields {
        let mut notes = Vec::new();
        if *field == Field::Body && coverage.filled > 0 {
            notes.push(format!("{} paragraphs a page", tenths((source.paragraphs, all))));
        }
        if *field == Field::Published {
            notes.extend(
                source.precision.iter().map(|(precision, count)| format!("to the {} {count}", precision.name())),
            );
        }
        if !coverage.from.is_empty() {
            notes.push(format!("from {}", counts(&coverage.from)));
        }
        rows.push(vec![field.name().to_owned(), percent((coverage.filled, all)), notes.join("; ")]);
    }
    for (name, told) in [("refused", &source.refused), ("failed", &source.failed)] {
        if !told.is_empty() {
            let count: usize = told.values().sum();
            rows.push(vec![name.to_owned(), percent((count, source.pages())), counts(told)]);
        }
    }
    for (name, told) in [("warning", &source.warnings), ("evidence", &source.evidence)] {
        rows.extend(told.iter().map(|(what, count)| vec![name.to_owned(), percent((*count, all)), what.clone()]));
    }
    rows
}

/// "byline 3, meta author 1": the most frequent first.
fn counts(counts: &BTreeMap<String, usize>) -> String {
    let mut sorted: Vec<(&String, &usize)> = counts.iter().collect();
    sorted.sort_by(|left, right| right.1.cmp(left.1).then_with(|| left.0.cmp(right.0)));
    let shown = sorted.into_iter();
    shown.map(|(name, count)| format!("{name} {count}")).collect::<Vec<_>>().join(", ")
}

fn pages(count: usize) -> String {
    format!("{count} page{}", if count == 1 { "" } else { "s" })
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}\n")).collect()
}
