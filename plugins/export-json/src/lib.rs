//! Writes JSON and JSON Lines: the model as it is, every field, in declared order.

mod json;
mod json_lines;
#[cfg(test)]
mod tests;

use json::Json;
use json_lines::JsonLines;
use rapporteur_sdk::{Refusal, export_plugin};

export_plugin!(exporter Json, exporter JsonLines);

/// A document that JSON cannot hold. The model has no such value today; the words are for the day it gains one.
fn unwritable(document: &str, error: &serde_json::Error) -> Refusal {
    Refusal::new("unwritable-document", format!("document {document} cannot be written as JSON: {error}"))
}
