//! Where plugins are looked for.

use std::env;
use std::path::{Path, PathBuf};

use rapporteur_pipeline::host::SearchPath;

/// The search order: `--plugin`, the environment, the configuration, the user's folder, the system's, beside the program.
/// `base` is the folder of the configuration file, where there is one.
pub(crate) fn search_path(named: &[PathBuf], configured: &[String], base: Option<&Path>) -> SearchPath {
    let mut search = SearchPath::default();
    search.push("--plugin", named.to_vec(), true);
    if let Some(paths) = env::var_os("RAPPORTEUR_PLUGIN_PATH") {
        search.push(
            "RAPPORTEUR_PLUGIN_PATH",
            env::split_paths(&paths).filter(|path| !path.as_os_str().is_empty()).collect(),
            true,
        );
    }
    if let Some(base) = base {
        search.push("plugin_path of the configuration", configured.iter().map(|path| base.join(path)).collect(), true);
        search.push("plugins/ beside the configuration", vec![base.join("plugins")], false);
    }
    search.push("the user's plugins", user_folder().into_iter().collect(), false);
    if cfg!(unix) {
        search.push("the system's plugins", vec![PathBuf::from("/usr/lib/rapporteur/plugins")], false);
    }
    if let Some(folder) = env::current_exe().ok().and_then(|program| program.parent().map(Path::to_owned)) {
        search.push("plugins/ beside the program", vec![folder.join("plugins")], false);
        search.push("beside the program", vec![folder], false);
    }
    search
}

fn user_folder() -> Option<PathBuf> {
    let data = env::var_os("XDG_DATA_HOME").filter(|path| !path.is_empty()).map(PathBuf::from);
    let data = data.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".local/share")));
    data.map(|data| data.join("rapporteur/plugins"))
}
