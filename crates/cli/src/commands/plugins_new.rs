//! `rapporteur plugins new --rules PAGE`: a rules file, its first case and the choices behind it, from one saved page.

use std::fs;
use std::path::{Path, PathBuf};

use rapporteur_cases::{Case, SNAPSHOT_FILE, first_contract, snapshot_text};
use rapporteur_core::protocol::{InputInfo, PluginKind, Proposal};
use rapporteur_pipeline::host::{CallError, SourceHandle};
use serde_json::json;

use super::plugins_test::WRITTEN_BY;
use super::proposal_text::as_text;
use super::write_out::write_out;
use crate::args::{Global, InputArguments, PluginsNew};
use crate::configuration::{Configuration, unknown_plugin_help};
use crate::console::{Console, colour_of_output};
use crate::exit::Exit;
use crate::failure::Failure;

pub(crate) fn new(arguments: &PluginsNew, global: &Global, console: &Console) -> Result<Exit, Failure> {
    let page = &arguments.rules;
    let bytes = fs::read(page).map_err(|error| Failure::usage(format!("{}: {error}", page.display())))?;
    let proposal = propose(arguments, global, &bytes)?;
    let written = if arguments.dry_run { Vec::new() } else { write(arguments, global, &proposal, &bytes)? };
    if arguments.json {
        let files: Vec<String> = written.iter().map(|path| path.display().to_string()).collect();
        write_out(&format!("{}\n", json!({ "proposal": proposal, "written": files })))?;
        return Ok(Exit::Good);
    }
    write_out(&as_text(&proposal, colour_of_output(global)))?;
    if arguments.dry_run {
        write_out(&format!("\n{}", proposal.rules))?;
        return Ok(Exit::Good);
    }
    for path in &written {
        console.say(&format!("written {}", path.display()));
    }
    let rules = written.first().map(|path| path.display().to_string()).unwrap_or_default();
    console.say(&format!(
        "\nnext: correct what the rules got wrong, and what {} demands, then\n  \
         rapporteur plugins test {rules}     the page against its contract and snapshot (--accept takes a new one)\n  \
         rapporteur plugins check {rules}    what is demanded of every source\n  \
         rapporteur extract OTHER.html --plugin {rules}",
        written.get(2).map(|path| path.display().to_string()).unwrap_or_default()
    ));
    Ok(Exit::Good)
}

/// Asks the engine.
fn propose(arguments: &PluginsNew, global: &Global, bytes: &[u8]) -> Result<Proposal, Failure> {
    if let Some(name) = &arguments.name {
        let plain = |one: char| one.is_ascii_lowercase() || one.is_ascii_digit() || one == '-';
        if name.is_empty() || !name.chars().all(plain) {
            return Err(Failure::usage(format!("{name:?} is no name: small letters, digits and hyphens")));
        }
    }
    let page = arguments.rules.display();
    let registry = Configuration::load(global)?.registry(global)?;
    let engine = registry.find(PluginKind::Source, &arguments.engine);
    let engine = engine.map_err(|error| unknown_plugin_help(Failure::usage(&error), &error))?;
    let cannot = |reason: String| Failure::usage(format!("{} cannot be used: {reason}", engine.id()));
    let mut handle = SourceHandle::new(&registry, engine, b"").map_err(|state| cannot(state.to_string()))?;
    let file = arguments.rules.file_name().map(|name| name.to_string_lossy().into_owned());
    let info = InputInfo { name: file, url: arguments.url.clone(), ..InputInfo::default() };
    handle.propose(&info, arguments.name.as_deref(), bytes).map_err(|error| match error {
        CallError::Refused(refusal) => {
            let failure = Failure::work(format!("{page}: {} [{}]", refusal.message, refusal.code));
            match refusal.help {
                Some(help) => failure.help(help),
                None => failure,
            }
        }
        CallError::Unsupported(_) => cannot("it makes no rules; --engine names another source".to_owned()),
        other => Failure::work(format!("{page}: {}: {other}", engine.id())),
    })
}

/// Writes the rules and their first case, with what they read of the page as its contract and snapshot.
fn write(arguments: &PluginsNew, global: &Global, proposal: &Proposal, bytes: &[u8]) -> Result<Vec<PathBuf>, Failure> {
    // Without the dot the names read better, and mean the same.
    let out = if arguments.out == Path::new(".") { Path::new("") } else { &arguments.out };
    let rules = out.join(format!("{}.rules.toml", proposal.name));
    let root = out.join("fixtures");
    let folder = root.join(&proposal.name).join("first");
    let ending = arguments.rules.extension().map_or_else(|| "html".into(), |ending| ending.to_string_lossy());
    let paths =
        [rules.clone(), folder.join(format!("input.{ending}")), folder.join("case.toml"), folder.join(SNAPSHOT_FILE)];
    if let Some(there) = paths.iter().find(|path| path.exists()) {
        return Err(Failure::usage(format!("{} is there already", there.display()))
            .help("choose another --name or --out, or remove it; --dry-run only shows the rules"));
    }
    let [_, input, contract, snapshot] = &paths;
    put(&rules, proposal.rules.as_bytes())?;
    put(input, bytes)?;
    let mut global = global.clone();
    global.plugins.insert(0, rules.clone());
    let input_arguments = InputArguments {
        inputs: Vec::new(),
        source: None,
        respect_ignore: false,
        max_bytes: None,
        gazetteers: Vec::new(),
        annotators: vec!["none".to_owned()],
        settings: Vec::new(),
    };
    let engine = Configuration::load(&global)?.engine(&global, &input_arguments)?;
    put(contract, format!("source = {:?}\n", proposal.id).as_bytes())?;
    let case = Case::read(&folder, &root).map_err(Failure::work)?;
    let outcome = case.run(&engine, &input.display().to_string()).map_err(Failure::work)?;
    if let Some(document) = outcome.documents.first() {
        put(contract, first_contract(&proposal.id, document).as_bytes())?;
    }
    put(snapshot, snapshot_text(WRITTEN_BY, &outcome.readable()).as_bytes())?;
    Ok(paths.to_vec())
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, bytes))
        .map_err(|error| Failure::work(format!("{}: {error}", path.display())))
}
