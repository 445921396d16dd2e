//! The file beside the weights that says what they were made of.

use std::fmt::Write;
use std::path::Path;

use rapporteur_analysis::tagger::internals::Header;
use rapporteur_analysis::{WeightsError, syntax, tagger};
use rapporteur_core::{hex, sha256_hex};

/// Names of the weights files in their folder.
pub const TAGGER: &str = "tagger.bin";
pub const PARSER: &str = "parser.bin";
/// Models whose weights are TOML, and say themselves what they were made of.
const READABLE: [&str; 2] = ["confidence", "position"];

/// What a manifest says of one weights file.
struct Entry<'a> {
    model: &'static str,
    format: u16,
    templates: u16,
    header: Header,
    bytes: &'a [u8],
}

/// The manifest (TOML) of weights files given as their bytes, those that are there.
///
/// # Errors
/// [`WeightsError`] if one of them cannot be read.
pub fn manifest(tagger: Option<&[u8]>, parser: Option<&[u8]>) -> Result<String, WeightsError> {
    let mut text = String::from("# Written by the trainer together with the weights. Do not edit.\n");
    if let Some(bytes) = tagger {
        use tagger::internals::{FORMAT_VERSION, TEMPLATE_VERSION, Weights};
        let header = Weights::decode(bytes)?.header;
        let (format, templates) = (FORMAT_VERSION, TEMPLATE_VERSION);
        push(&mut text, &Entry { model: "tagger", format, templates, header, bytes });
    }
    if let Some(bytes) = parser {
        use syntax::internals::{FORMAT_VERSION, TEMPLATE_VERSION, Weights};
        let header = Weights::decode(bytes)?.header;
        let (format, templates) = (FORMAT_VERSION, TEMPLATE_VERSION);
        push(&mut text, &Entry { model: "parser", format, templates, header, bytes });
    }
    Ok(text)
}

/// The manifest of the weights files in a folder.
///
/// # Errors
/// [`WeightsError`] if one of them cannot be read as weights; a file that cannot be opened counts as absent.
pub fn manifest_of(folder: &Path) -> Result<String, WeightsError> {
    let read = |name: &str| std::fs::read(folder.join(name)).ok();
    let mut text = manifest(read(TAGGER).as_deref(), read(PARSER).as_deref())?;
    for model in READABLE {
        if let Some(bytes) = read(&format!("{model}.toml")) {
            push_readable(&mut text, model, &bytes);
        }
    }
    Ok(text)
}

/// Writes the manifest of the weights files in the folder of one that was just written.
///
/// # Errors
/// If a weights file cannot be read as weights or the manifest cannot be written.
pub fn write_beside(weights: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let folder = weights.parent().unwrap_or(Path::new("."));
    std::fs::write(folder.join("manifest.toml"), manifest_of(folder)?)?;
    Ok(())
}

fn push_readable(text: &mut String, model: &str, bytes: &[u8]) {
    let said: toml::Table = std::str::from_utf8(bytes).ok().and_then(|file| file.parse().ok()).unwrap_or_default();
    let _ = writeln!(text, "\n[{model}]");
    for key in ["format", "articles", "claims"] {
        if let Some(value) = said.get(key) {
            let _ = writeln!(text, "{key} = {value}");
        }
    }
    let _ = writeln!(text, "bytes = {}\nsha256 = \"{}\"", bytes.len(), sha256_hex(bytes));
    for key in ["articles_sha256", "licence"] {
        if let Some(value) = said.get(key) {
            let _ = writeln!(text, "{key} = {value}");
        }
    }
}

fn push(text: &mut String, entry: &Entry<'_>) {
    let Entry { model, format, templates, header, bytes } = entry;
    // Writing to a string does not fail.
    let _ = writeln!(text, "\n[{model}]\nformat = {format}\ntemplates = {templates}");
    let _ = writeln!(text, "table_bits = {}", header.bits);
    let _ = writeln!(text, "bytes = {}", bytes.len());
    let _ = writeln!(text, "sha256 = \"{}\"", sha256_hex(bytes));
    let _ = writeln!(text, "licence = {}", toml::Value::String(header.licence.clone()));
    for file in &header.training_files {
        let name = toml::Value::String(file.name.clone());
        let _ = writeln!(text, "\n[[{model}.training_file]]\nname = {name}\nsha256 = \"{}\"", hex(&file.sha256));
    }
}
