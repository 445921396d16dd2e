use std::collections::BTreeSet;

use rapporteur_core::{Document, slug};

/// Names files after documents, no name twice in a run.
///
/// `<slug of the input's file stem>-<first eight characters of the document's id>.<extension>`. A second and later document of one
/// file adds its ordinal, since the beginning of the id is the file's alone: `dispatch-1f0c9a2b-3.json`. Should a name
/// still have been given before (a copy of the same file under the same name), the next free number follows: `~2`.
#[derive(Debug, Default)]
pub struct FileNames {
    given: BTreeSet<String>,
}

/// File systems allow 255 bytes; this leaves room for what follows and for tools that add endings of their own.
const STEM_BYTES: usize = 96;

impl FileNames {
    /// The name for this document, which will not be given again.
    pub fn name(&mut self, document: &Document, extension: &str) -> String {
        let stem = stem(document);
        let mut name = format!("{stem}.{extension}");
        let mut copy = 1;
        while !self.given.insert(name.clone()) {
            copy += 1;
            name = format!("{stem}~{copy}.{extension}");
        }
        name
    }
}

fn stem(document: &Document) -> String {
    let path = document.source.uri.trim_end_matches('/');
    let file = path.rsplit('/').next().unwrap_or(path);
    let file_stem = match file.rsplit_once('.') {
        Some((before, _)) if !before.is_empty() => before,
        _ => file,
    };
    let mut name = slug(file_stem);
    name.truncate(name.floor_char_boundary(STEM_BYTES));
    let mut name = name.trim_end_matches('-').to_owned();
    if name.is_empty() {
        // Standard input, or a name of signs only.
        name.push_str("document");
    }
    let id: String = document.id.chars().filter(char::is_ascii_alphanumeric).take(8).collect();
    name.push('-');
    name.push_str(&id);
    if document.source.ordinal > 0 {
        name.push_str(&format!("-{}", document.source.ordinal));
    }
    name
}
