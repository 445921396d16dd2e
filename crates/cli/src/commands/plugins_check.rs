use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rapporteur_pipeline::host::conformance::{Check, CheckPlan, CheckResult, Status, check_library};
use rapporteur_pipeline::host::{Manifest, Placement, State, WorkerProgram, is_rules_file};
use regex_lite::Regex;

use super::write_out::write_out;
use crate::args::{Global, PluginsCheck};
use crate::configuration::Configuration;
use crate::exit::Exit;
use crate::failure::Failure;

pub(crate) fn check(arguments: &PluginsCheck, global: &Global) -> Result<Exit, Failure> {
    let wanted = wanted(arguments)?;
    let libraries = libraries(&arguments.path)?;
    let configuration = Configuration::load(global)?;
    let mut results: Vec<(PathBuf, CheckResult)> = Vec::new();
    for library in libraries {
        if is_rules_file(&library) {
            let mut told = Told { heading: None, json: arguments.json, failure: None };
            let mut tell = |result: &CheckResult| {
                told.result(&library, result);
                results.push((library.clone(), result.clone()));
            };
            check_rules(arguments, global, &configuration, &library, &wanted, &mut tell)?;
            told.failure.map_or(Ok(()), Err)?;
            continue;
        }
        let fixtures = fixtures(arguments, &library);
        let mut told = Told { heading: None, json: arguments.json, failure: None };
        let mut tell = |result: &CheckResult| {
            told.result(&library, result);
            results.push((library.clone(), result.clone()));
        };
        match configuration.opened_in_worker(global, &library) {
            Ok(placement) => {
                let plan = CheckPlan {
                    program: program()?,
                    library: placement,
                    original: library.clone(),
                    rules: None,
                    fixtures,
                    memory: configuration.plugin_memory(global),
                    time_limit: arguments.time_limit,
                };
                check_library(&plan, &|check| wanted.contains(&check), &mut tell);
            }
            // A library that cannot even be described: the checks of the library say what of it is wrong.
            Err((state, placement)) => {
                let crashed = matches!(&state, State::LoadFailed(reason) if reason.starts_with("while it was loaded"));
                let status = if crashed { Status::Crashed } else { Status::Failed };
                let Some(placement) = placement else {
                    return Err(Failure::usage(format!("{}: {state}", library.display())));
                };
                let plan = CheckPlan {
                    program: program()?,
                    library: Placement { plugins: Vec::new(), ..placement },
                    original: library.clone(),
                    rules: None,
                    fixtures: None,
                    memory: configuration.plugin_memory(global),
                    time_limit: arguments.time_limit.min(std::time::Duration::from_secs(10)),
                };
                if crashed {
                    tell(&CheckResult {
                        check: Check::Loads.name().to_owned(),
                        plugin: None,
                        status,
                        message: state.to_string(),
                    });
                } else {
                    check_library(&plan, &|check| wanted.contains(&check), &mut tell);
                }
            }
        }
        told.failure.map_or(Ok(()), Err)?;
    }
    if arguments.json {
        let list: Vec<serde_json::Value> = results.iter().map(|(library, result)| as_json(library, result)).collect();
        write_out(&format!("{}\n", serde_json::Value::Array(list)))?;
    } else {
        write_out(&format!("\n{}\n", summary(&results)))?;
    }
    let bad = results.iter().any(|(_, result)| matches!(result.status, Status::Failed | Status::Crashed));
    Ok(if bad { Exit::SomeFailed } else { Exit::Good })
}

/// The folder of cases: the one named, or `fixtures/` beside the plugin.
fn fixtures(arguments: &PluginsCheck, plugin: &Path) -> Option<PathBuf> {
    let beside = || plugin.parent().map(|folder| folder.join("fixtures")).filter(|folder| folder.is_dir());
    let named = arguments.fixtures.clone().or_else(beside);
    named.map(|folder| fs::canonicalize(&folder).unwrap_or(folder))
}

/// Checks the source that a rules file makes of its engine.
fn check_rules(
    arguments: &PluginsCheck,
    global: &Global,
    configuration: &Configuration,
    path: &Path,
    wanted: &[Check],
    tell: &mut dyn FnMut(&CheckResult),
) -> Result<(), Failure> {
    let (candidate, engine) = match configuration.rules_in_worker(global, path)? {
        Ok(found) => found,
        Err(state) => {
            let message = state.to_string();
            tell(&CheckResult { check: Check::Rules.name().to_owned(), plugin: None, status: Status::Failed, message });
            return Ok(());
        }
    };
    let original = candidate.found.engine.as_ref().map(|engine| engine.library.clone()).unwrap_or_default();
    let id = candidate.found.engine.as_ref().map(|engine| engine.id.clone()).unwrap_or_default();
    let plan = CheckPlan {
        program: program()?,
        library: Placement { plugins: vec![candidate.id()], ..engine },
        original,
        rules: Some((path.to_owned(), id)),
        fixtures: fixtures(arguments, path),
        memory: configuration.plugin_memory(global),
        time_limit: arguments.time_limit,
    };
    check_library(&plan, &|check| wanted.contains(&check), tell);
    Ok(())
}

/// Prints results as they come.
struct Told {
    /// The plugin whose results are being told.
    heading: Option<String>,
    json: bool,
    failure: Option<Failure>,
}

impl Told {
    fn result(&mut self, library: &Path, result: &CheckResult) {
        if self.json || self.failure.is_some() {
            return;
        }
        let heading = result.plugin.clone().unwrap_or_else(|| library.display().to_string());
        let mut text = String::new();
        if self.heading.as_ref() != Some(&heading) {
            text.push_str(&format!("{heading}\n"));
            self.heading = Some(heading);
        }
        text.push_str(&format!("  {:<8} {:<15} {}\n", result.status.as_str(), result.check, result.message));
        self.failure = write_out(&text).err();
    }
}

fn as_json(library: &Path, result: &CheckResult) -> serde_json::Value {
    let mut value = serde_json::to_value(result).unwrap_or_default();
    if let Some(fields) = value.as_object_mut() {
        fields.insert("library".to_owned(), library.display().to_string().into());
    }
    value
}

/// "18 success, 1 warning"
fn summary(results: &[(PathBuf, CheckResult)]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, result) in results {
        *counts.entry(result.status.as_str()).or_default() += 1;
    }
    let order = [Status::Success, Status::Warning, Status::Failed, Status::Crashed, Status::Skipped];
    let parts = order.iter().filter_map(|status| Some(format!("{} {}", counts.get(status.as_str())?, status.as_str())));
    parts.collect::<Vec<_>>().join(", ")
}

fn wanted(arguments: &PluginsCheck) -> Result<Vec<Check>, Failure> {
    let Some(pattern) = &arguments.include else { return Ok(Check::ALL.to_vec()) };
    let regex = Regex::new(pattern).map_err(|error| Failure::usage(format!("--include {pattern:?}: {error}")))?;
    let wanted: Vec<Check> = Check::ALL.into_iter().filter(|check| regex.is_match(check.name())).collect();
    if wanted.is_empty() {
        let names: Vec<&str> = Check::ALL.into_iter().map(Check::name).collect();
        return Err(Failure::usage(format!("--include {pattern:?} finds none of the checks: {}", names.join(", "))));
    }
    Ok(wanted)
}

/// The libraries and rules files a path means: itself, what its `plugin.toml` names, or those of the folder and the folders
/// below it.
fn libraries(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let path = fs::canonicalize(path).map_err(|error| Failure::usage(format!("{}: {error}", path.display())))?;
    if path.is_file() {
        return Ok(vec![path]);
    }
    if let Some(library) = of_manifest(&path)? {
        return Ok(vec![library]);
    }
    let entries = fs::read_dir(&path).map_err(|error| Failure::usage(format!("{}: {error}", path.display())))?;
    let mut below: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    below.sort();
    let mut libraries = Vec::new();
    for entry in below {
        if entry.is_file() {
            libraries.extend(Some(entry).filter(|file| is_rules_file(file)));
            continue;
        }
        libraries.extend(of_manifest(&entry)?);
        libraries.extend(Some(entry.join("rules.toml")).filter(|file| file.is_file()));
    }
    if libraries.is_empty() {
        return Err(Failure::nothing(format!("{}: no plugin there", path.display()))
            .help("name a library, a rules file, or a folder with a plugin.toml and the library it names"));
    }
    Ok(libraries)
}

fn of_manifest(folder: &Path) -> Result<Option<PathBuf>, Failure> {
    let path = folder.join("plugin.toml");
    if !path.is_file() {
        return Ok(None);
    }
    let text = fs::read_to_string(&path).map_err(|error| Failure::usage(format!("{}: {error}", path.display())))?;
    let manifest = Manifest::parse(&text).map_err(|error| Failure::usage(format!("{}: {error}", path.display())))?;
    let library = folder.join(manifest.library_file());
    if library.is_file() {
        return Ok(Some(library));
    }
    Err(Failure::usage(format!("{}: the library it names is not there: {}", path.display(), library.display()))
        .help("build it, and put it beside its plugin.toml"))
}

fn program() -> Result<WorkerProgram, Failure> {
    let program = std::env::current_exe().map_err(Failure::work)?;
    Ok(WorkerProgram { program, arguments: vec!["check-worker".into()] })
}
