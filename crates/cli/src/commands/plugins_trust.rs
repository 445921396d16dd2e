use std::fs;
use std::path::{Path, PathBuf};

use rapporteur_pipeline::host::{
    Candidate, LockFile, LockedLibrary, Manifest, Registry, RulesFile, State, is_rules_file,
};

use crate::args::{Global, PluginsTrust};
use crate::configuration::{Configuration, read_lock};
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;

pub(crate) fn trust(arguments: &PluginsTrust, global: &Global, console: &Console) -> Result<Exit, Failure> {
    let configuration = Configuration::load(global)?;
    let lock_path = configuration.lock_path(global);
    let mut lock = read_lock(&lock_path)?.unwrap_or_default();
    // A lock that is named and not there yet is about to be written.
    let mut global = global.clone();
    global.isolation.lock.take_if(|named| !named.exists());
    // A rules file is known by its source, so it must be among those found.
    let named = Path::new(&arguments.plugin);
    let rules = named.join("rules.toml");
    let rules = if rules.is_file() && !named.join("plugin.toml").is_file() { rules.as_path() } else { named };
    if rules.is_file() && is_rules_file(rules) {
        global.plugins.insert(0, rules.to_owned());
    }
    let registry = configuration.registry(&global)?;
    let found = find(&rules.display().to_string(), &registry);
    if let Some((candidate, rules)) = found.and_then(|found| Some((found, found.found.rules.clone()?))) {
        return trust_rules(candidate, &rules, lock, &lock_path, console);
    }
    let path = library(&arguments.plugin, &registry)?;
    let cannot = |reason: String| Failure::usage(format!("{}: {reason}", path.display()));
    let found = registry.inspect(&path).map_err(|state| cannot(format!("it cannot be trusted: {state}")))?;
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let entry = LockedLibrary { file, sha256: found.sha256, plugins: found.plugins };
    write(entry, &mut lock, &lock_path, &format!("library {}", path.display()), console)
}

/// Pins a rules file: data need no trust, but one that is listed must be the one that was listed.
fn trust_rules(
    candidate: &Candidate,
    rules: &RulesFile,
    mut lock: LockFile,
    lock_path: &Path,
    console: &Console,
) -> Result<Exit, Failure> {
    let path = &candidate.found.path;
    if let State::InvalidRules(_) | State::NoEngine(_) = candidate.state {
        return Err(Failure::usage(format!("{}: it cannot be trusted: {}", path.display(), candidate.state)));
    }
    let (file, sha256) = (RulesFile::lock_name(path), rules.sha256.clone());
    let entry = LockedLibrary { file, sha256, plugins: vec![candidate.id()] };
    write(entry, &mut lock, lock_path, &format!("rules {}", path.display()), console)
}

fn write(
    entry: LockedLibrary,
    lock: &mut LockFile,
    lock_path: &Path,
    what: &str,
    console: &Console,
) -> Result<Exit, Failure> {
    let before = lock.libraries.iter().find(|there| there.file == entry.file).map(|there| there.sha256.clone());
    let (plugins, sha256) = (entry.plugins.join(", "), entry.sha256.clone());
    lock.trust(entry);
    fs::write(lock_path, lock.to_toml()).map_err(|error| Failure::work(format!("{}: {error}", lock_path.display())))?;
    let lock_path = lock_path.display();
    console.say(&match before {
        Some(before) if before == sha256 => format!("{plugins}: trusted as before in {lock_path}"),
        Some(before) => {
            format!("{plugins}: now trusted in {lock_path}\n  before {before}\n  now    {sha256}\n  {what}")
        }
        None => format!("{plugins}: now trusted in {lock_path}\n  sha256 {sha256}\n  {what}"),
    });
    Ok(Exit::Good)
}

/// The plugin that a path or a name means, whatever its state: one that is refused is what this command is for.
fn find<'r>(named: &str, registry: &'r Registry) -> Option<&'r Candidate> {
    let path = fs::canonicalize(named).ok();
    registry.candidates().iter().find(|candidate| {
        let id = candidate.id();
        let name = candidate.plugin.as_ref().map(|plugin| plugin.name.as_str());
        let is_named = id == named || name == Some(named) || id.rsplit('.').next() == Some(named);
        path.as_ref().map_or(is_named, |path| *path == candidate.found.path)
    })
}

/// The library that a path or a plugin's name means.
fn library(named: &str, registry: &Registry) -> Result<PathBuf, Failure> {
    let path = Path::new(named);
    if path.exists() {
        let path = fs::canonicalize(path).map_err(|error| Failure::usage(format!("{named}: {error}")))?;
        if path.is_file() {
            return Ok(path);
        }
        let manifest = path.join("plugin.toml");
        let text = fs::read_to_string(&manifest).map_err(|error| {
            Failure::usage(format!("{}: {error}", manifest.display())).help("name the library itself")
        })?;
        let manifest =
            Manifest::parse(&text).map_err(|error| Failure::usage(format!("{}: {error}", manifest.display())))?;
        return Ok(path.join(manifest.library_file()));
    }
    find(named, registry).map(|candidate| candidate.found.path.clone()).ok_or_else(|| {
        Failure::usage(format!("{named}: neither a file nor a plugin that was found"))
            .help("name a library, or see `rapporteur plugins list`")
    })
}
