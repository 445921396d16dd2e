mod annotations;
mod documentation;
mod package;
mod sample;
mod tables;

use std::collections::BTreeMap;

use rapporteur_sdk::{Describe, Document, Exporter};

use crate::exporter::Csv;
use crate::options::CsvOptions;

/// The files a run over these batches leaves, by name.
fn run(options: CsvOptions, batches: &[&[Document]]) -> BTreeMap<String, String> {
    let mut exporter = Csv::new(options).expect("the options fit together");
    let mut pieces = Vec::new();
    for batch in batches {
        pieces.extend(exporter.export(batch).expect("documents fit into tables"));
    }
    pieces.extend(exporter.finish().expect("nothing is left to fail"));
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for piece in pieces {
        files.entry(piece.name).or_default().extend(piece.bytes);
    }
    let text = |bytes| String::from_utf8(bytes).expect("tables are UTF-8");
    files.into_iter().map(|(name, bytes)| (name, text(bytes))).collect()
}

/// The rows of a table as a CSV reader sees them, the header left out.
fn rows(table: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    reader.deserialize().map(|row| row.expect("every row has as many cells as the header")).collect()
}
