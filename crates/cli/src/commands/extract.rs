use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use rapporteur_core::{Diagnostic, Document, Level};
use rapporteur_pipeline::host::{ExporterHandle, State};
use rapporteur_pipeline::{
    Destination, Engine, Event, ExporterRequest, OutputError, PluginFailure, RunError, RunReport, run,
};
use serde_json::Map;

use super::inputs::inputs;
use crate::args::{Extract, Global};
use crate::configuration::{Configuration, engine_failure};
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;

pub(crate) fn extract(arguments: &Extract, global: &Global, console: &Console) -> Result<Exit, Failure> {
    let engine = Configuration::load(global)?.engine(global, &arguments.input)?;
    warn_of_plugins(&engine, console);
    let exporters = exporters(arguments, &engine)?;
    let (inputs, missing) = inputs(&engine, &arguments.input, console)?;

    let progress = console.progress(inputs.len());
    let warnings = AtomicUsize::new(0);
    let failures = Failures::default();
    let watch = |event: Event<'_>| match event {
        Event::InputDone { uri } => progress.done(uri),
        Event::Problem(problem) => console.problem(problem),
        Event::Failure(failure) => failures.tell(failure, console),
        Event::Document(document) => {
            for diagnostic in &document.diagnostics {
                tell(diagnostic, document, &warnings, console);
            }
        }
    };
    let outcome = run(&engine, &inputs, exporters, arguments.jobs, &watch);
    drop(progress);
    let unsaid = warnings.load(Ordering::Relaxed).saturating_sub(WARNINGS_SHOWN);
    if unsaid > 0 {
        console.say(&format!("{unsaid} further warnings are in the diagnostics of the documents"));
    }
    failures.tell_rest(console);
    let report = match outcome {
        Ok(report) => report,
        // Whoever reads our output has enough: no failure.
        Err(RunError::Output(OutputError::Stdout(error))) if error.kind() == io::ErrorKind::BrokenPipe => {
            return Ok(Exit::Good);
        }
        Err(error) => return Err(Failure::work(error)),
    };
    for (copy, first) in &report.duplicates {
        console.warning(format!("{copy}: left out, for it is {first} byte for byte"), None);
    }
    for off in &report.switched_off {
        let text = format!(
            "plugin {} was switched off after it crashed on {}; {} after them {} read without it",
            off.plugin,
            off.crashed_on.join(", "),
            many(off.read_without, "input"),
            if off.read_without == 1 { "was" } else { "were" }
        );
        console.warning(text, Some("--plugin-crashes N sets how many crashes are put up with".to_owned()));
    }
    for failed in &report.failed_exporters {
        let failure = Failure::work(format!("{} failed: {}", failed.plugin, failed.message));
        console
            .failure(&failure.help("what it wrote until then is incomplete; report this to the author of the plugin"));
    }
    if let Some(path) = &arguments.report {
        write_report(path, &report)?;
    }
    console.say(&closing_line(&report, arguments));
    let all_good =
        report.problems.is_empty() && report.failures.is_empty() && report.failed_exporters.is_empty() && missing == 0;
    Ok(if all_good { Exit::Good } else { Exit::SomeFailed })
}

/// Warnings about documents that are told one by one; of thousands of pages hundreds have conflicting dates.
const WARNINGS_SHOWN: usize = 20;

/// Failures of one plugin that are told one by one; one that fails on every input is told of soon enough.
const FAILURES_SHOWN: usize = 3;

/// How often each plugin failed without costing a document, and whether as an annotator.
#[derive(Default)]
struct Failures(Mutex<BTreeMap<(String, bool), usize>>);

impl Failures {
    fn tell(&self, failure: &PluginFailure, console: &Console) {
        let PluginFailure { uri, plugin, annotating, message, help } = failure;
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry((plugin.clone(), *annotating)).or_default();
        *count += 1;
        if *count <= FAILURES_SHOWN {
            let doing = doing(*annotating);
            console.warning(format!("{uri}: {plugin} failed while {doing} it: {message}"), Some(help.clone()));
        }
    }

    fn tell_rest(&self, console: &Console) {
        let counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for ((plugin, annotating), count) in counts.iter().filter(|(_, count)| **count > FAILURES_SHOWN) {
            let (doing, rest) = (doing(*annotating), many(count - FAILURES_SHOWN, "more input"));
            let text = format!("{plugin} failed while {doing} {rest}");
            console.warning(text, Some("--report FILE lists them all".to_owned()));
        }
    }
}

const fn doing(annotating: bool) -> &'static str {
    if annotating { "annotating" } else { "looking at" }
}

fn tell(diagnostic: &Diagnostic, document: &Document, warnings: &AtomicUsize, console: &Console) {
    let uri = &document.source.uri;
    // Told with its reason when it happened.
    if diagnostic.code == "annotator-failed" {
        return;
    }
    if diagnostic.level == Level::Note {
        tracing::info!(%uri, code = diagnostic.code, "{}", diagnostic.message);
    } else if warnings.fetch_add(1, Ordering::Relaxed) < WARNINGS_SHOWN {
        console.warning(format!("{uri}: {} [{}]", diagnostic.message, diagnostic.code), None);
    }
}

/// Plugins that were found and cannot be used; of two with one id, both at once.
fn warn_of_plugins(engine: &Engine, console: &Console) {
    let mut told = BTreeSet::new();
    for candidate in engine.registry().candidates().iter().filter(|candidate| candidate.state.is_defect()) {
        let (id, path) = (candidate.id(), candidate.found.path.display());
        let known = match &candidate.state {
            // Of a library's plugins all share its fate: it is told once.
            State::Untrusted(_) => path.to_string(),
            _ => id.clone(),
        };
        let (text, help) = match &candidate.state {
            State::Duplicate(other) => (
                format!(
                    "plugin {id} is not used: {path} and {other} both have this id and stand at one place of the search order"
                ),
                "remove one of them, or name the one you want with --plugin PATH",
            ),
            state => (format!("plugin {id} is not used: {state}"), "see `rapporteur plugins list`"),
        };
        let is_told = matches!(candidate.state, State::Duplicate(_) | State::Untrusted(_)) && !told.insert(known);
        if !is_told {
            console.warning(text, Some(help.to_owned()));
        }
    }
}

fn exporters(arguments: &Extract, engine: &Engine) -> Result<Vec<ExporterRequest>, Failure> {
    let formats = if arguments.to.is_empty() { vec!["json".to_owned()] } else { arguments.to.clone() };
    let folder = arguments.out.clone().filter(|out| out.as_os_str() != "-");
    if folder.is_none() && formats.len() > 1 {
        return Err(Failure::usage(format!("{} formats cannot share standard output", formats.len()))
            .help("name a folder with --out DIR"));
    }
    let several = formats.len() > 1;
    let mut exporters = Vec::new();
    for format in &formats {
        let handle = engine.exporter(format, &Map::new()).map_err(|error| engine_failure(&error))?;
        if folder.is_none()
            && let Err(files) = engine.can_stream(format).map_err(|error| engine_failure(&error))?
        {
            let files = files.join(", ");
            return Err(Failure::usage(format!(
                "{format} writes several files ({files}), and standard output takes one"
            ))
            .help("name a folder with --out DIR"));
        }
        exporters.push(request(handle, folder.as_deref(), several));
    }
    Ok(exporters)
}

/// With several formats each has a folder of its own, so that none writes over another's files.
fn request(handle: ExporterHandle, folder: Option<&Path>, several: bool) -> ExporterRequest {
    let name = handle.descriptor().name.clone();
    match folder {
        None => ExporterRequest { handle, destination: Destination::Stdout, folder: String::new() },
        Some(folder) if several => {
            ExporterRequest { handle, destination: Destination::Folder(folder.join(&name)), folder: format!("{name}/") }
        }
        Some(folder) => {
            ExporterRequest { handle, destination: Destination::Folder(folder.to_owned()), folder: String::new() }
        }
    }
}

fn write_report(path: &PathBuf, report: &RunReport) -> Result<(), Failure> {
    let mut json = serde_json::to_string_pretty(report).map_err(Failure::work)?;
    json.push('\n');
    fs::write(path, json).map_err(|error| Failure::work(format!("{}: {error}", path.display())))
}

fn closing_line(report: &RunReport, arguments: &Extract) -> String {
    let mut line = format!("{}: {}", many(report.documents, "document"), many(report.claims, "claim"));
    line.push_str(&format!(" by or about {}", many(report.actors, "actor")));
    if !report.problems.is_empty() {
        line.push_str(&format!("; {} not read", many(report.problems.len(), "input")));
    }
    if let Some(out) = arguments.out.as_ref().filter(|out| out.as_os_str() != "-") {
        line.push_str(&format!("; {} in {}", many(report.files.len(), "file"), out.display()));
    }
    line
}

/// "3 inputs", "1 input"
fn many(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}
