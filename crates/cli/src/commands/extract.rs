use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rapporteur_pipeline::host::ExporterHandle;
use rapporteur_pipeline::{Destination, Engine, Event, ExporterRequest, OutputError, RunError, RunReport, run};
use serde_json::Map;

use super::inputs::inputs;
use crate::args::{Extract, Global};
use crate::configuration::{Configuration, engine_failure};
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;

pub(crate) fn extract(arguments: &Extract, global: &Global, console: &Console) -> Result<Exit, Failure> {
    let engine = Configuration::load(global)?.engine(global, &arguments.input)?;
    for candidate in engine.registry().candidates().iter().filter(|candidate| candidate.state.is_defect()) {
        let help = "see `rapporteur plugins list`".to_owned();
        console.warning(format!("plugin {} is not used: {}", candidate.id(), candidate.state), Some(help));
    }
    let exporters = exporters(arguments, &engine)?;
    let (inputs, missing) = inputs(&engine, &arguments.input, console)?;

    let progress = console.progress(inputs.len());
    let problems = Mutex::new(0_usize);
    let watch = |event: Event<'_>| match event {
        Event::InputDone { uri } => progress.done(uri),
        Event::Problem(problem) => {
            *problems.lock().unwrap_or_else(std::sync::PoisonError::into_inner) += 1;
            console.problem(problem);
        }
        Event::Document(document) => {
            for diagnostic in &document.diagnostics {
                tracing::info!(uri = %document.source.uri, code = diagnostic.code, "{}", diagnostic.message);
            }
        }
    };
    let outcome = run(&engine, &inputs, exporters, arguments.jobs, &watch);
    drop(progress);
    let report = match outcome {
        Ok(report) => report,
        // Whoever reads our output has enough: no failure.
        Err(RunError::Output(OutputError::Stdout(error))) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(Exit::Good),
        Err(error) => return Err(run_failure(&error)),
    };
    for (copy, first) in &report.duplicates {
        console.warning(format!("{copy}: left out, for it is {first} byte for byte"), None);
    }
    if let Some(path) = &arguments.report {
        write_report(path, &report)?;
    }
    console.say(&closing_line(&report, arguments));
    Ok(if report.problems.is_empty() && missing == 0 { Exit::Good } else { Exit::SomeFailed })
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

fn run_failure(error: &RunError) -> Failure {
    let failure = Failure::work(error);
    match error {
        RunError::Output(OutputError::SeveralKinds { .. }) => failure.help("name a folder with --out DIR"),
        _ => failure,
    }
}

fn write_report(path: &PathBuf, report: &RunReport) -> Result<(), Failure> {
    let mut json = serde_json::to_string_pretty(report).map_err(Failure::work)?;
    json.push('\n');
    fs::write(path, json).map_err(|error| Failure::work(format!("{}: {error}", path.display())))
}

fn closing_line(report: &RunReport, arguments: &Extract) -> String {
    let many = |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
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
