//! The file beside the weights that says what they were made of.

use std::fmt::Write;

use rapporteur_analysis::tagger::internals::{FORMAT_VERSION, TEMPLATE_VERSION, Weights};
use rapporteur_core::{hex, sha256_hex};

/// The manifest (TOML) of a weights file given as its bytes and its content.
pub fn manifest(bytes: &[u8], weights: &Weights) -> String {
    let mut text = String::from("# Written by the trainer together with the weights. Do not edit.\n\n[tagger]\n");
    // Writing to a string does not fail.
    let _ = writeln!(text, "format = {FORMAT_VERSION}");
    let _ = writeln!(text, "templates = {TEMPLATE_VERSION}");
    let _ = writeln!(text, "table_bits = {}", weights.bits);
    let _ = writeln!(text, "bytes = {}", bytes.len());
    let _ = writeln!(text, "sha256 = \"{}\"", sha256_hex(bytes));
    let _ = writeln!(text, "licence = {}", toml::Value::String(weights.licence.clone()));
    for file in &weights.training_files {
        let name = toml::Value::String(file.name.clone());
        let _ = writeln!(text, "\n[[tagger.training_file]]\nname = {name}\nsha256 = \"{}\"", hex(&file.sha256));
    }
    text
}
