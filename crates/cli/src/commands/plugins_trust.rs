use std::fs;
use std::path::{Path, PathBuf};

use rapporteur_pipeline::host::{Candidate, LockedLibrary, Manifest, Registry};

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
    let registry = configuration.registry(&global)?;
    let path = library(&arguments.plugin, &registry)?;
    let cannot = |reason: String| Failure::usage(format!("{}: {reason}", path.display()));
    let found = registry.inspect(&path).map_err(|state| cannot(format!("it cannot be trusted: {state}")))?;
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let before = lock.libraries.iter().find(|there| there.file == file).map(|there| there.sha256.clone());
    let plugins = found.plugins.join(", ");
    lock.trust(LockedLibrary { file, sha256: found.sha256.clone(), plugins: found.plugins });
    fs::write(&lock_path, lock.to_toml())
        .map_err(|error| Failure::work(format!("{}: {error}", lock_path.display())))?;
    let lock_path = lock_path.display();
    console.say(&match before {
        Some(before) if before == found.sha256 => format!("{plugins}: trusted as before in {lock_path}"),
        Some(before) => format!(
            "{plugins}: now trusted in {lock_path}\n  before {before}\n  now    {}\n  library {}",
            found.sha256,
            path.display()
        ),
        None => {
            format!("{plugins}: now trusted in {lock_path}\n  sha256 {}\n  library {}", found.sha256, path.display())
        }
    });
    Ok(Exit::Good)
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
    // Whatever its state: one that is refused is what this command is for.
    let means = |candidate: &&Candidate| {
        let id = candidate.id();
        let name = candidate.plugin.as_ref().map(|plugin| plugin.name.as_str());
        id == named || name == Some(named) || id.rsplit('.').next() == Some(named)
    };
    let found = registry.candidates().iter().find(means);
    found.map(|candidate| candidate.found.path.clone()).ok_or_else(|| {
        Failure::usage(format!("{named}: neither a file nor a plugin that was found"))
            .help("name a library, or see `rapporteur plugins list`")
    })
}
