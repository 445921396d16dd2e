use std::fs;

use rapporteur_testkit::{Profile, build_plugins, plugin_names, rules_files, stage, stage_rules, workspace};

use crate::cargo::cargo;

/// `target/dist/rapporteur/`: the program, and `plugins/` beside it.
pub(crate) fn dist() -> Result<(), String> {
    cargo(&["build", "--release", "--package", "rapporteur"])?;
    let packages: Vec<String> = plugin_names().into_iter().filter(|name| name != "stress").collect();
    let plugins = build_plugins(&packages, Profile::Release).map_err(|error| error.to_string())?;
    let target = workspace().join("target");
    let folder = target.join("dist/rapporteur");
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let program = format!("rapporteur{}", std::env::consts::EXE_SUFFIX);
    fs::copy(target.join("release").join(&program), folder.join(&program)).map_err(|error| error.to_string())?;
    let place = folder.join("plugins");
    stage(&plugins, &place).and_then(|()| stage_rules(&place)).map_err(|error| error.to_string())?;
    let rules = rules_files().len();
    println!("{program} with {} plugin libraries and {rules} rules files is in {}", plugins.len(), folder.display());
    Ok(())
}
