//! What is watched, and what of it changed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify_debouncer_full::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};
use rapporteur_cases::SNAPSHOT_FILE;

use crate::failure::Failure;

/// An editor that saves writes, renames and touches; all of it is one change.
const QUIET: Duration = Duration::from_millis(150);

/// Files and folders, absolute.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Watched {
    files: BTreeSet<PathBuf>,
    /// With all that is below.
    trees: BTreeSet<PathBuf>,
    left_out: BTreeSet<PathBuf>,
}

impl Watched {
    /// Also where it is not there yet.
    pub(super) fn file(&mut self, path: &Path) {
        self.files.insert(absolute(path));
    }

    pub(super) fn tree(&mut self, path: &Path) {
        self.trees.insert(absolute(path));
    }

    pub(super) fn leave_out(&mut self, path: &Path) {
        self.left_out.insert(absolute(path));
    }

    /// "1 file and 2 folders"
    pub(super) fn told(&self) -> String {
        let many = |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
        format!("{} and {}", many(self.files.len(), "file"), many(self.trees.len(), "folder"))
    }

    fn holds(&self, path: &Path) -> bool {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // What editors keep beside a file, what cargo builds, and the snapshot, which is written and never read from.
        let passing = name.starts_with('.') || name.ends_with('~') || name.starts_with(SNAPSHOT_FILE);
        let within = |folders: &BTreeSet<PathBuf>| folders.iter().any(|folder| path.starts_with(folder));
        self.files.contains(path) || within(&self.trees) && !passing && !within(&self.left_out)
    }

    /// Folders, and whether all below them counts. A file is watched by its folder: most editors save by renaming.
    fn folders(&self) -> BTreeMap<PathBuf, bool> {
        let mut folders = BTreeMap::new();
        for parent in self.files.iter().filter_map(|file| file.parent()) {
            folders.insert(parent.to_owned(), false);
        }
        folders.extend(self.trees.iter().map(|tree| (tree.clone(), true)));
        folders.retain(|folder, _| folder.is_dir());
        folders
    }
}

/// Absolute without links, as far as it is there.
fn absolute(path: &Path) -> PathBuf {
    if let Ok(path) = fs::canonicalize(path) {
        return path;
    }
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    match (absolute.parent().and_then(|parent| fs::canonicalize(parent).ok()), absolute.file_name()) {
        (Some(parent), Some(name)) => parent.join(name),
        _ => absolute,
    }
}

/// Changes, as the system tells of them.
pub(super) struct Changes {
    watcher: Debouncer<RecommendedWatcher, RecommendedCache>,
    events: Receiver<DebounceEventResult>,
    followed: BTreeMap<PathBuf, bool>,
}

impl Changes {
    pub(super) fn new() -> Result<Self, Failure> {
        let (sender, events) = channel();
        let watcher = new_debouncer(QUIET, None, sender)
            .map_err(|error| Failure::work(format!("changes of files cannot be watched: {error}")))?;
        Ok(Self { watcher, events, followed: BTreeMap::new() })
    }

    /// Follows these from now on, and nothing else.
    pub(super) fn follow(&mut self, watched: &Watched) {
        let folders = watched.folders();
        for (folder, _) in self.followed.iter().filter(|(folder, all)| folders.get(*folder) != Some(*all)) {
            // A folder that is gone cannot be let go of.
            let _ = self.watcher.unwatch(folder);
        }
        for (folder, all) in folders.iter().filter(|(folder, all)| self.followed.get(*folder) != Some(*all)) {
            let mode = if *all { RecursiveMode::Recursive } else { RecursiveMode::NonRecursive };
            if let Err(error) = self.watcher.watch(folder, mode) {
                tracing::warn!(folder = %folder.display(), "Its changes are not seen: {error}");
            }
        }
        self.followed = folders;
    }

    /// Waits until something watched changed; which files.
    pub(super) fn next(&mut self, watched: &Watched) -> Result<BTreeSet<PathBuf>, Failure> {
        loop {
            let gone = |_| Failure::work("changes of files can no longer be watched");
            let first = self.events.recv().map_err(gone)?;
            let mut changed = BTreeSet::new();
            for batch in std::iter::once(first).chain(self.events.try_iter()) {
                match batch {
                    // That a file was opened or read is no change.
                    Ok(events) => changed.extend(
                        events.into_iter().filter(|event| !event.kind.is_access()).flat_map(|event| event.event.paths),
                    ),
                    Err(errors) => errors.iter().for_each(|error| tracing::warn!("Watching: {error}")),
                }
            }
            changed.retain(|path| watched.holds(path));
            if !changed.is_empty() {
                return Ok(changed);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_counts_as_a_change() {
        let mut watched = Watched::default();
        watched.tree(Path::new("/nowhere/plugin"));
        watched.file(Path::new("/nowhere/.hidden/rapporteur.toml"));
        watched.leave_out(Path::new("/nowhere/plugin/target"));
        let check = |path: &str, expected: bool| assert_eq!(watched.holds(Path::new(path)), expected, "{path}");
        check("/nowhere/plugin/src/lib.rs", true);
        check("/nowhere/plugin/src/.lib.rs.swp", false);
        check("/nowhere/plugin/src/lib.rs~", false);
        check("/nowhere/plugin/target/debug/build.log", false);
        check("/nowhere/plugin/document.snap", false);
        check("/nowhere/.hidden/rapporteur.toml", true);
        check("/nowhere/.hidden/other.toml", false);
        assert_eq!(watched.told(), "1 file and 1 folder");
    }
}
