//! What the exporters make of all fixtures, and whether it is what it was.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rapporteur_core::{Document, sha256_hex};
use rapporteur_pipeline::Engine;
use serde_json::Map;

/// Formats the pipeline writes, each into a folder of its name.
pub(crate) const FORMATS: [&str; 3] = ["json", "csv", "markdown"];

/// SHA-256 of every file, by its path below the output folder.
pub(crate) type Digests = BTreeMap<String, String>;

/// Writes all documents in all formats below `folder`, which is emptied first.
pub(crate) fn write(engine: &Engine, documents: &[Document], folder: &Path) -> Result<Digests, String> {
    let mut digests = Digests::new();
    for format in FORMATS {
        let place = folder.join(format);
        let _ = fs::remove_dir_all(&place);
        let mut exporter = engine.exporter(format, &Map::new()).map_err(|error| error.to_string())?;
        let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        let written = exporter.export(documents).and_then(|mut written| {
            written.extend(exporter.finish()?);
            Ok(written)
        });
        for (name, _, bytes) in written.map_err(|error| format!("{format}: {error}"))? {
            files.entry(name).or_default().extend(bytes);
        }
        for (name, bytes) in files {
            let path = place.join(&name);
            let parent = path.parent().unwrap_or(&place);
            fs::create_dir_all(parent)
                .and_then(|()| fs::write(&path, &bytes))
                .map_err(|error| format!("{}: {error}", path.display()))?;
            digests.insert(format!("{format}/{name}"), sha256_hex(&bytes));
        }
    }
    Ok(digests)
}

/// The lines of a digest file: "sha256  path".
pub(crate) fn to_lines(digests: &Digests) -> String {
    digests.iter().map(|(path, digest)| format!("{digest}  {path}\n")).collect()
}

/// Reads what [`to_lines`] wrote.
pub(crate) fn from_lines(text: &str) -> Digests {
    text.lines()
        .filter_map(|line| line.split_once("  "))
        .map(|(digest, path)| (path.to_owned(), digest.to_owned()))
        .collect()
}

/// One line for each file that is new, gone or different.
pub(crate) fn differences(expected: &Digests, found: &Digests) -> Vec<String> {
    let mut differences = Vec::new();
    for (path, digest) in found {
        match expected.get(path) {
            None => differences.push(format!("{path} is new")),
            Some(before) if before != digest => differences.push(format!("{path} has changed")),
            Some(_) => {}
        }
    }
    differences.extend(expected.keys().filter(|path| !found.contains_key(*path)).map(|path| format!("{path} is gone")));
    differences
}
