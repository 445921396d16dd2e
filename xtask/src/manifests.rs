use std::fs;

use rapporteur_pipeline::host::{Manifest, Registry, SearchPath};
use rapporteur_testkit::{Profile, build_plugins, library_name, plugin_names};

/// Writes each plugin's `plugin.toml` from the descriptors inside its library, so that the two cannot drift; or says which
/// are out of date.
pub(crate) fn manifests(check: bool) -> Result<(), String> {
    let plugins = build_plugins(&plugin_names(), Profile::Dev).map_err(|error| error.to_string())?;
    let mut stale = Vec::new();
    for plugin in plugins {
        let mut search = SearchPath::default();
        search.push("built", vec![plugin.library.clone()], true);
        let registry = Registry::discover(search, &[]);
        let mut descriptors = Vec::new();
        for candidate in registry.candidates() {
            let descriptor = registry.descriptor(candidate);
            descriptors.push(descriptor.map_err(|state| format!("{}: {state}", plugin.library.display()))?);
        }
        let library = library_name(&plugin.package);
        let manifest = Manifest::of(&library, &descriptors.iter().collect::<Vec<_>>()).to_toml();
        let text = format!("# Written by `cargo xtask manifests` from what the library says of itself.\n{manifest}");
        if fs::read_to_string(&plugin.manifest).is_ok_and(|there| there == text) {
            continue;
        }
        if !check {
            fs::write(&plugin.manifest, text).map_err(|error| format!("{}: {error}", plugin.manifest.display()))?;
        }
        stale.push(plugin.package);
    }
    match (stale.is_empty(), check) {
        (true, _) => println!("every plugin.toml says what its library says"),
        (false, false) => println!("written: {}", stale.join(", ")),
        (false, true) => {
            return Err(format!("plugin.toml of {} is out of date; run `cargo xtask manifests`", stale.join(", ")));
        }
    }
    Ok(())
}
