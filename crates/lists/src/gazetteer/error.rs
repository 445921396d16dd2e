use thiserror::Error;

/// A gazetteer that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum GazetteerError {
    /// Malformed TOML, an unknown key, a value of the wrong type.
    #[error("gazetteer {file}, line {line}{}: {message}", in_entry(.entry))]
    Toml {
        file: String,
        /// From 1.
        line: usize,
        /// Id or number of the entry, where the fault lies in one.
        entry: Option<String>,
        message: String,
    },
    /// Well-formed, but not usable.
    #[error("gazetteer {file}, actor {entry}, key {key}: {message}")]
    Entry { file: String, entry: String, key: &'static str, message: String },
}

fn in_entry(entry: &Option<String>) -> String {
    entry.as_ref().map_or_else(String::new, |entry| format!(", actor {entry}"))
}

impl GazetteerError {
    /// Finds line and entry of an error of the TOML reader.
    pub(super) fn toml(file: &str, text: &str, error: &toml::de::Error) -> Self {
        let at = error.span().map_or(0, |span| span.start).min(text.len());
        let before = text.get(..at).unwrap_or_default();
        let entry = before.rfind("[[actor]]").map(|start| {
            let entry = text.get(start + "[[actor]]".len()..).unwrap_or_default();
            let entry = entry.split("[[actor]]").next().unwrap_or_default();
            let id = entry.lines().find_map(|line| {
                let value = line.trim().strip_prefix("id")?.trim_start().strip_prefix('=')?;
                Some(value.trim().trim_matches('"').to_owned())
            });
            id.unwrap_or_else(|| format!("number {}", before.matches("[[actor]]").count()))
        });
        let line = before.matches('\n').count() + 1;
        Self::Toml { file: file.to_owned(), line, entry, message: error.message().to_owned() }
    }

    pub(super) fn entry(file: &str, entry: &str, key: &'static str, message: impl Into<String>) -> Self {
        Self::Entry { file: file.to_owned(), entry: entry.to_owned(), key, message: message.into() }
    }
}
