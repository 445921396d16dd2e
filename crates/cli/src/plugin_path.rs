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
        search.push_bundled("plugins/ beside the program", vec![folder.join("plugins")]);
        search.push_bundled("beside the program", vec![folder]);
    }
    search
}

fn user_folder() -> Option<PathBuf> {
    let data = env::var_os("XDG_DATA_HOME").filter(|path| !path.is_empty()).map(PathBuf::from);
    let data = data.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".local/share")));
    data.map(|data| data.join("rapporteur/plugins"))
}

/// Where the copies lie that libraries are loaded from, by the user's habits; `None` where there is no such folder.
pub(crate) fn cache_folder() -> Option<PathBuf> {
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let cache = cache.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cache")));
    cache.filter(|path| path.is_absolute()).map(|cache| cache.join("rapporteur/plugins"))
}
