//! One check, in the process that was started for it.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use rapporteur_core::protocol::PluginKind;

use super::check::{Check, Weight};
use super::instance::Subject;
use super::results::{CheckResult, Fault, Finding, Status, skip, wrong};
use super::{annotators, contracts, exporters, loading, plugins, rules};
use crate::LoadedLibrary;
use crate::worker::{Private, restrain, take_standard_streams};

/// As much as the threads have that read inputs.
const STACK_BYTES: usize = 8 << 20;

/// How it begins what is said of a check that another kind of plugin is meant by; nobody is told of it.
pub(super) const NOT_FOR: &str = "it is for others than a plugin of the kind ";

/// What the process is told on its command line.
#[derive(Debug, Clone)]
pub struct CheckOptions {
    /// The copy of the library. Absolute.
    pub library: PathBuf,
    pub check: Check,
    /// The plugin; `None` for checks of the library.
    pub plugin: Option<String>,
    /// A rules file, and the id of the plugin in the library that reads it.
    pub rules: Option<(PathBuf, String)>,
    /// Where the original lies, with its `plugin.toml`.
    pub beside: Option<PathBuf>,
    /// Where fixtures lie.
    pub fixtures: Option<PathBuf>,
    /// Address space in bytes.
    pub memory: Option<u64>,
    /// Process id of the program that started this one.
    pub host: Option<u32>,
}

/// Runs one check and writes its [`CheckResult`] to standard output. Call it first thing: it gives away standard input and
/// output.
///
/// # Errors
/// What kept it from being run at all.
pub fn run_check(options: CheckOptions) -> Result<(), String> {
    let Private { mut answers, .. } = take_standard_streams().map_err(|error| error.to_string())?;
    restrain(options.memory, options.host).map_err(|error| error.to_string())?;
    let checking = thread::Builder::new()
        .stack_size(STACK_BYTES)
        .spawn(move || {
            let finding = find(&options);
            result(options.check, options.plugin, finding)
        })
        .map_err(|error| error.to_string())?;
    let result = checking.join().map_err(|_| "the check itself panicked".to_owned())?;
    answers.write_all(&serde_json::to_vec(&result).unwrap_or_default()).map_err(|error| error.to_string())
}

/// A finding weighed.
pub(crate) fn result(check: Check, plugin: Option<String>, finding: Finding) -> CheckResult {
    let (status, message) = match (finding, check.weight()) {
        (Ok(message), _) => (Status::Success, message),
        (Err(Fault::NotApplicable(message)), _) => (Status::Skipped, message),
        (Err(Fault::Wrong(message)), Weight::Failure) => (Status::Failed, message),
        (Err(Fault::Wrong(message)), Weight::Warning) => (Status::Warning, message),
    };
    CheckResult { check: check.name().to_owned(), plugin, status, message }
}

fn find(options: &CheckOptions) -> Finding {
    let library = &options.library;
    match options.check {
        Check::Loads => return loading::loads(library),
        Check::Exports => return loading::exports(library),
        Check::Versions => return loading::versions(library),
        Check::Descriptor => return loading::descriptor(library),
        Check::Manifest => return loading::manifest(library, options.beside.as_ref()),
        Check::LoadTime => return loading::load_time(library),
        _ => {}
    }
    let loaded = match LoadedLibrary::open(library) {
        Ok(loaded) => Arc::new(loaded),
        Err(error) => return skip(format!("the library cannot be loaded: {error}")),
    };
    let engine = options.rules.as_ref().map(|(_, engine)| engine);
    let id = engine.or(options.plugin.as_ref()).map(String::as_str).unwrap_or_default();
    let Some(index) = loaded.plugins.iter().position(|plugin| plugin.descriptor.id == id) else {
        return wrong(format!("the library does not hold {id:?}"));
    };
    let subject = match &options.rules {
        None => Subject::of(loaded, index),
        Some((rules, _)) => Subject::by_rules(loaded, index, rules)?,
    };
    if !options.check.kinds().contains(&subject.kind()) {
        return skip(format!("{NOT_FOR}{}", subject.kind().as_str()));
    }
    let fixtures = options.fixtures.as_deref();
    match options.check {
        Check::Rules => rules::rules(&subject),
        Check::UnknownMethod => plugins::unknown_method(&subject),
        Check::WrongOptions => plugins::wrong_options(&subject),
        Check::EmptyInput => plugins::empty_input(&subject),
        Check::HardBytes => plugins::hard_bytes(&subject),
        Check::CutFixtures => plugins::cut_fixtures(&subject, fixtures),
        Check::LargeInput => plugins::large_input(&subject),
        Check::Determinism => plugins::determinism(&subject, fixtures),
        Check::Positions if subject.kind() == PluginKind::Annotator => annotators::positions(&subject),
        Check::Positions => plugins::positions(&subject, fixtures),
        Check::Detection => plugins::detection(&subject, fixtures),
        Check::RefusedSink => plugins::refused_sink(&subject),
        Check::NoPanic => plugins::no_panic(&subject),
        Check::Growth => plugins::growth(&subject),
        Check::Threads => plugins::threads(&subject, fixtures),
        Check::Silence => silence(&subject, fixtures),
        Check::Contracts => contracts::contracts(&subject, fixtures),
        Check::ReadBack => exporters::read_back(&subject),
        Check::Loads | Check::Exports | Check::Versions | Check::Descriptor | Check::Manifest | Check::LoadTime => {
            skip("it is about the library")
        }
    }
}

/// Everything that could make the plugin write, with standard output leading into a file.
#[cfg(unix)]
fn silence(subject: &Subject, fixtures: Option<&std::path::Path>) -> Finding {
    use std::io::{Read, Seek};
    let path = std::env::temp_dir().join(format!("rapporteur-silence-{}", std::process::id()));
    let mut file = std::fs::File::options()
        .read(true)
        .write(true)
        .create_new(true)
        .open(&path)
        .map_err(|error| format!("{}: {error}", path.display()))?;
    // Open is enough: nothing is left behind whatever the plugin does.
    let _ = std::fs::remove_file(&path);
    rustix::stdio::dup2_stdout(&file).map_err(|error| error.to_string())?;
    let said = plugins::make_noise(subject, fixtures);
    let mut written = Vec::new();
    let read = file.rewind().and_then(|()| file.read_to_end(&mut written));
    read.map_err(|error| error.to_string())?;
    if written.is_empty() {
        return said;
    }
    let beginning: String = String::from_utf8_lossy(&written).chars().take(60).collect();
    wrong(format!("{} bytes were written to standard output: {beginning:?}", written.len()))
}

#[cfg(not(unix))]
fn silence(_: &Subject, _: Option<&std::path::Path>) -> Finding {
    skip("standard output cannot be watched on this system")
}
