//! `rapporteur plugins test`: a plugin's cases against their contracts and snapshots.

use std::fs;
use std::path::{Path, PathBuf};

use rapporteur_cases::{
    Case, CaseOutcome, SNAPSHOT_FILE, cases_below, difference, expected, same_reading, snapshot_text,
};
use rapporteur_core::protocol::PluginKind;
use rapporteur_pipeline::Engine;
use rapporteur_pipeline::host::PluginEntry;

use super::write_out::write_out;
use crate::args::{Global, InputArguments, PluginsTest, Setting};
use crate::configuration::{Configuration, unknown_plugin_help};
use crate::exit::Exit;
use crate::failure::Failure;

/// What a snapshot says of who wrote it.
pub(super) const WRITTEN_BY: &str = "rapporteur plugins test --accept";
/// Lines of a difference that are shown.
const LINES: usize = 20;

pub(crate) fn test(arguments: &PluginsTest, global: &Global) -> Result<Exit, Failure> {
    let (plugin, global, beside) = named(&arguments.plugin, global)?;
    let root = arguments.fixtures.clone().or(beside).unwrap_or_else(|| PathBuf::from("fixtures"));
    let all = cases_below(&root, &root).map_err(Failure::usage)?;
    let cases: Vec<Case> = all.into_iter().filter(|case| is_of(case, &plugin)).collect();
    if cases.is_empty() {
        return Err(Failure::nothing(format!("{}: no case is of {}", root.display(), plugin.id)).help(format!(
            "a case is a folder with input.* and a case.toml that says source = {:?}; --fixtures names another folder",
            plugin.id
        )));
    }
    let mut usual: Option<Engine> = None;
    let mut bad = 0;
    for case in &cases {
        let own;
        let engine = if case.contract.options.is_empty() && case.contract.annotators.is_empty() {
            match &mut usual {
                Some(engine) => engine,
                none => none.insert(engine(&global, arguments, &plugin, case)?),
            }
        } else {
            own = engine(&global, arguments, &plugin, case)?;
            &own
        };
        let outcome = case.run(engine, &case.input.display().to_string()).map_err(Failure::usage)?;
        let told = compare(case, &outcome, arguments.accept)?;
        bad += usize::from(!told.good);
        write_out(&told.text)?;
    }
    let good = cases.len() - bad;
    write_out(&format!("\n{good} of {} cases of {} as expected\n", cases.len(), plugin.id))?;
    Ok(if bad == 0 { Exit::Good } else { Exit::SomeFailed })
}

/// The plugin that a path, an id or a name means; where it is a path, with that path searched first and the folder of cases
/// beside it.
fn named(plugin: &str, global: &Global) -> Result<(PluginEntry, Global, Option<PathBuf>), Failure> {
    let mut global = global.clone();
    let path = Path::new(plugin);
    let is_path = path.exists();
    if is_path {
        global.plugins.insert(0, path.to_owned());
    }
    let registry = Configuration::load(&global)?.registry(&global)?;
    let beside = is_path.then(|| if path.is_dir() { path.join("fixtures") } else { path.with_file_name("fixtures") });
    let beside = beside.filter(|folder| folder.is_dir());
    if !is_path {
        let found = registry.find(PluginKind::Source, plugin);
        let candidate = found.map_err(|error| unknown_plugin_help(Failure::usage(&error), &error))?;
        let entry = candidate.plugin.clone().ok_or_else(|| Failure::usage(format!("{plugin}: it has no id")))?;
        return Ok((entry, global, beside));
    }
    // The first level is what was named.
    let level = registry.candidates().iter().filter(|candidate| candidate.found.level == "--plugin");
    let path = fs::canonicalize(path).map_err(|error| Failure::usage(format!("{plugin}: {error}")))?;
    let mut here = level.filter(|candidate| candidate.found.path.starts_with(&path));
    let candidate =
        here.find(|candidate| candidate.plugin.as_ref().is_none_or(|entry| entry.kind == PluginKind::Source));
    let candidate = candidate.ok_or_else(|| Failure::usage(format!("{plugin}: it holds no source")))?;
    match &candidate.plugin {
        Some(entry) if candidate.is_ready() => Ok((entry.clone(), global, beside)),
        _ => Err(Failure::usage(format!("{plugin} cannot be used: {}", candidate.state))),
    }
}

fn is_of(case: &Case, plugin: &PluginEntry) -> bool {
    let source = &case.contract.source;
    *source == plugin.id || *source == plugin.name || plugin.id.rsplit('.').next() == Some(source.as_str())
}

/// An engine with the options that the case asks for.
fn engine(global: &Global, arguments: &PluginsTest, plugin: &PluginEntry, case: &Case) -> Result<Engine, Failure> {
    let mut settings = Vec::new();
    let own = (plugin.id.clone(), case.options().map_err(Failure::usage)?);
    for (plugin, options) in case.annotator_options().map_err(Failure::usage)?.into_iter().chain([own]) {
        settings.extend(options.into_iter().map(|(key, value)| Setting { plugin: plugin.clone(), key, value }));
    }
    let annotators = case.contract.annotators.clone();
    let input = InputArguments {
        inputs: Vec::new(),
        source: None,
        respect_ignore: false,
        max_bytes: None,
        gazetteers: arguments.gazetteers.clone(),
        // Whatever the configuration says: a case says itself who looks at it.
        annotators: if annotators.is_empty() { vec!["none".to_owned()] } else { annotators },
        settings,
    };
    Configuration::load(global)?.engine(global, &input)
}

struct Told {
    good: bool,
    text: String,
}

fn compare(case: &Case, outcome: &CaseOutcome, accept: bool) -> Result<Told, Failure> {
    let path = case.folder.join(SNAPSHOT_FILE);
    let found = outcome.readable();
    let mut lines: Vec<String> = outcome.breaches.iter().map(|breach| format!("contract: {breach}")).collect();
    let mut word = "ok";
    match expected(&path) {
        Some(before) if same_reading(&before, &found).is_none() => {}
        before if accept => {
            fs::write(&path, snapshot_text(WRITTEN_BY, &found))
                .map_err(|error| Failure::work(format!("{}: {error}", path.display())))?;
            word = if before.is_some() { "accepted" } else { "new" };
        }
        Some(before) => {
            lines.push("snapshot: - as it was, + as it is now; `--accept` takes it".to_owned());
            lines.extend(difference(&before, &found, LINES).into_iter().map(|line| format!("  {line}")));
        }
        None => lines.push(format!("it has no {SNAPSHOT_FILE} yet; `--accept` writes it, and then read it")),
    }
    let good = lines.is_empty();
    let word = if good { word } else { "differs" };
    let read: String = outcome
        .documents
        .iter()
        .map(|document| format!("{} blocks, {} claims", document.blocks.len(), document.claims.len()))
        .collect::<Vec<_>>()
        .join("; ");
    let refused =
        outcome.problems.iter().map(|problem| format!("refused: {}", problem.code)).collect::<Vec<_>>().join(", ");
    let said = [read, refused].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ");
    let mut text = format!("{word:<8} {}  {said}\n", case.name);
    lines.iter().for_each(|line| text.push_str(&format!("  {line}\n")));
    Ok(Told { good, text })
}
