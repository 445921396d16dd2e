//! Walks the search path. Reads manifests and rules files; loads only libraries that have no manifest, and engines of rules.

use std::collections::BTreeMap;
use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::loader::{Loader, OpenLibrary};
use crate::rules_file::{RULES_FILE, is_rules_file};
use crate::{Candidate, Found, Level, Manifest, PluginEntry, RulesFile, SearchPath, State, rules_engine};

/// Libraries without a manifest are taken for plugins only by this beginning of their name.
const BARE_STEM: &str = "rapporteur_";
const MANIFEST_FILE: &str = "plugin.toml";

/// Every plugin found, in search order, ids settled: what comes first wins.
pub(crate) fn discover(search: &SearchPath, disabled: &[String], loader: &Loader) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for (index, level) in search.levels.iter().enumerate() {
        for path in &level.paths {
            look_at(path, &Place { level, index, loader }, &mut candidates);
        }
    }
    switch_off(&mut candidates, disabled);
    if candidates.iter().any(|candidate| candidate.found.rules.is_some()) {
        let mut settled = candidates.clone();
        settle_ids(&mut settled);
        rules_engine::serve(&mut candidates, &settled, loader);
    }
    settle_ids(&mut candidates);
    candidates
}

fn look_at(path: &Path, place: &Place<'_>, candidates: &mut Vec<Candidate>) {
    let Ok(path) = fs::canonicalize(path) else {
        if place.level.required {
            let missing = State::LoadFailed("no such file or folder".to_owned());
            candidates.push(place.unreadable(path, false, missing));
        }
        return;
    };
    if path.is_file() {
        if is_rules_file(&path) {
            candidates.push(place.rules_file(&path));
        } else {
            candidates.extend(place.bare_library(&path));
        }
    } else if is_plugin_folder(&path) {
        place.plugin_folder(&path, candidates);
    } else {
        for entry in sorted_entries(&path) {
            if entry.is_dir() {
                place.plugin_folder(&entry, candidates);
            } else if is_bare_plugin(&entry) {
                candidates.extend(place.bare_library(&entry));
            } else if is_rules_file(&entry) {
                candidates.push(place.rules_file(&entry));
            }
        }
    }
}

fn is_plugin_folder(path: &Path) -> bool {
    [MANIFEST_FILE, RULES_FILE].iter().any(|file| path.join(file).is_file())
}

fn sorted_entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect();
    entries.sort();
    entries
}

fn is_bare_plugin(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.strip_prefix(DLL_PREFIX).is_some_and(|rest| rest.starts_with(BARE_STEM) && rest.ends_with(DLL_SUFFIX))
}

/// One step of the search order.
struct Place<'a> {
    level: &'a Level,
    index: usize,
    loader: &'a Loader,
}

impl Place<'_> {
    fn found(&self, path: &Path, has_manifest: bool, library: Option<Arc<OpenLibrary>>) -> Found {
        let (level, bundled) = (self.level.name.clone(), self.level.bundled);
        let level_index = self.index;
        Found { path: path.to_owned(), level, level_index, has_manifest, bundled, rules: None, engine: None, library }
    }

    /// What a folder holds by its manifest, its rules, or both.
    fn plugin_folder(&self, folder: &Path, candidates: &mut Vec<Candidate>) {
        if folder.join(MANIFEST_FILE).is_file() {
            candidates.extend(self.manifest(folder));
        }
        if folder.join(RULES_FILE).is_file() {
            candidates.push(self.rules_file(&folder.join(RULES_FILE)));
        }
    }

    /// A rules file; its engine is looked for when all plugins are known.
    fn rules_file(&self, path: &Path) -> Candidate {
        let read = std::fs::read(path).map_err(|error| error.to_string()).and_then(RulesFile::read);
        let file = match read {
            Ok(file) => file,
            Err(reason) => return self.unreadable(path, false, State::InvalidRules(reason)),
        };
        let state = match (&file.mistake, &file.entry) {
            (Some(mistake), _) => State::InvalidRules(mistake.clone()),
            (None, Some(entry)) => self.loader.pinned(self.level.bundled, &entry.id, &file.sha256),
            (None, None) => State::Ready,
        };
        Candidate {
            plugin: file.entry.clone(),
            version: file.version.clone(),
            state,
            found: Found { rules: Some(Arc::new(file)), ..self.found(path, false, None) },
        }
    }

    fn unreadable(&self, path: &Path, has_manifest: bool, state: State) -> Candidate {
        Candidate { plugin: None, version: String::new(), state, found: self.found(path, has_manifest, None) }
    }

    fn bare_library(&self, path: &Path) -> Vec<Candidate> {
        let library = match self.loader.open(path, self.level.bundled, &[]) {
            Ok(library) => library,
            Err(state) => return vec![self.unreadable(path, false, state)],
        };
        let candidate = |descriptor| Candidate {
            plugin: Some(PluginEntry::of(descriptor)),
            version: descriptor.version.clone(),
            state: Manifest::of("", &[descriptor]).state(),
            found: self.found(path, false, Some(Arc::clone(&library))),
        };
        library.descriptors.iter().map(candidate).collect()
    }

    fn manifest(&self, folder: &Path) -> Vec<Candidate> {
        let path = folder.join(MANIFEST_FILE);
        let invalid = |reason: String| vec![self.unreadable(&path, true, State::InvalidManifest(reason))];
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) => return invalid(error.to_string()),
        };
        let manifest = match Manifest::parse(&text) {
            Ok(manifest) => manifest,
            Err(error) => return invalid(error.to_string()),
        };
        let library = folder.join(manifest.library_file());
        let mut state = manifest.state();
        if state == State::Ready && !library.is_file() {
            state = State::LoadFailed("the library its manifest names is not there".to_owned());
        }
        if state == State::Ready {
            let ids: Vec<String> = manifest.plugins.iter().map(|plugin| plugin.id.clone()).collect();
            state = self.loader.trust(&library, self.level.bundled, &ids);
        }
        let candidate = |plugin: &PluginEntry| Candidate {
            plugin: Some(plugin.clone()),
            version: manifest.version.clone(),
            state: state.clone(),
            found: self.found(&library, true, None),
        };
        manifest.plugins.iter().map(candidate).collect()
    }
}

fn switch_off(candidates: &mut [Candidate], disabled: &[String]) {
    for candidate in candidates {
        let id = candidate.id();
        if disabled.iter().any(|name| *name == id || Some(name.as_str()) == id.rsplit('.').next()) {
            candidate.state = State::Disabled;
        }
    }
}

/// The first of an id wins; two at one level are a mistake and neither is used. One file found twice is one plugin.
fn settle_ids(candidates: &mut Vec<Candidate>) {
    let mut seen: BTreeMap<(String, PathBuf), ()> = BTreeMap::new();
    candidates.retain(|candidate| {
        candidate.plugin.is_none() || seen.insert((candidate.id(), candidate.found.path.clone()), ()).is_none()
    });
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for index in 0..candidates.len() {
        let Some(candidate) = candidates.get(index) else { continue };
        if candidate.plugin.is_none() || candidate.state != State::Ready {
            continue;
        }
        let (id, path, level) =
            (candidate.id(), candidate.found.path.display().to_string(), candidate.found.level_index);
        let Some(&winner_index) = first.get(&id) else {
            first.insert(id, index);
            continue;
        };
        let Some(winner) = candidates.get_mut(winner_index) else { continue };
        let winner_path = winner.found.path.display().to_string();
        let same_level = winner.found.level_index == level;
        if same_level {
            winner.state = State::Duplicate(path);
        }
        if let Some(candidate) = candidates.get_mut(index) {
            candidate.state = if same_level { State::Duplicate(winner_path) } else { State::Shadowed(winner_path) };
        }
    }
}
