//! Checks of the library as a whole.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rapporteur_abi as abi;

use super::results::{Finding, skip, wrong};
use super::symbols::exported;
use crate::{LoadError, LoadedLibrary, Manifest};

const SLOW: Duration = Duration::from_millis(100);

fn load(library: &Path) -> Result<LoadedLibrary, LoadError> {
    LoadedLibrary::open(library)
}

/// `loads`
pub(crate) fn loads(library: &Path) -> Finding {
    match load(library) {
        Err(error @ (LoadError::Loader(_) | LoadError::NoEntry)) => wrong(error.to_string()),
        _ => Ok("all symbols are resolved".to_owned()),
    }
}

/// `exports`
pub(crate) fn exports(library: &Path) -> Finding {
    let bytes = std::fs::read(library).map_err(|error| error.to_string())?;
    let Some(names) = exported(&bytes) else { return skip("the file is no 64-bit ELF library") };
    let entry = String::from_utf8_lossy(abi::ENTRY_SYMBOL.strip_suffix(b"\0").unwrap_or_default()).into_owned();
    // What the tool chain itself puts there.
    let usual = ["_init", "_fini", "_edata", "_end", "__bss_start", "rust_eh_personality"];
    let others: Vec<&String> = names.iter().filter(|name| **name != entry && !usual.contains(&name.as_str())).collect();
    match others.first() {
        None => Ok(format!("{entry} alone")),
        Some(first) => wrong(format!("it exports {} other names, the first {first}", others.len())),
    }
}

/// `versions`
pub(crate) fn versions(library: &Path) -> Finding {
    match load(library) {
        Err(error @ (LoadError::NotAPlugin(_) | LoadError::WrongAbi { .. })) => wrong(error.to_string()),
        Err(LoadError::Descriptor { .. }) => Ok("ABI as expected".to_owned()),
        Err(error) => skip(error.to_string()),
        Ok(loaded) => {
            let ours = rapporteur_core::protocol::PROTOCOL;
            match loaded.plugins.iter().find(|plugin| plugin.descriptor.protocol != ours) {
                Some(plugin) => wrong(format!(
                    "{} speaks protocol {}, and this program protocol {ours}",
                    plugin.descriptor.id, plugin.descriptor.protocol
                )),
                None => Ok(format!("ABI {}, protocol {ours}", abi::ABI_MAJOR)),
            }
        }
    }
}

/// `descriptor`
pub(crate) fn descriptor(library: &Path) -> Finding {
    match load(library) {
        Err(error @ LoadError::Descriptor { .. }) => wrong(error.to_string()),
        Err(error) => skip(error.to_string()),
        Ok(loaded) if loaded.plugins.is_empty() => wrong("the library holds no plugin"),
        Ok(loaded) => {
            Ok(loaded.plugins.iter().map(|plugin| plugin.descriptor.id.as_str()).collect::<Vec<_>>().join(", "))
        }
    }
}

/// `manifest`; `beside` is the folder the original lies in.
pub(crate) fn manifest(library: &Path, beside: Option<&PathBuf>) -> Finding {
    let Some(path) = beside.map(|folder| folder.join("plugin.toml")).filter(|path| path.is_file()) else {
        return skip("there is no plugin.toml beside the library");
    };
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let manifest = Manifest::parse(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    let loaded = match load(library) {
        Ok(loaded) => loaded,
        Err(error) => return skip(error.to_string()),
    };
    let descriptors: Vec<_> = loaded.plugins.iter().map(|plugin| &plugin.descriptor).collect();
    let said = Manifest::of(&manifest.library, &descriptors);
    if said == manifest {
        return Ok(format!("{} plugins", descriptors.len()));
    }
    let (ours, theirs) = (said.to_toml(), manifest.to_toml());
    let differing = ours.lines().zip(theirs.lines()).find(|(ours, theirs)| ours != theirs);
    let (ours, theirs) = differing.unwrap_or(("another number of plugins", "another number of plugins"));
    wrong(format!("the library says {ours:?}, and plugin.toml says {theirs:?}"))
}

/// `load-time`
pub(crate) fn load_time(library: &Path) -> Finding {
    let started = Instant::now();
    let loaded = load(library);
    let took = started.elapsed();
    if let Err(error) = loaded {
        return skip(error.to_string());
    }
    if took > SLOW { wrong(format!("it took {} ms", took.as_millis())) } else { Ok("in less than 100 ms".to_owned()) }
}
