use std::fmt;

use serde::Serialize;

/// Why an input brought no document, or not all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The input, as named in [`Source::uri`](rapporteur_core::Source::uri).
    pub uri: String,
    pub kind: ProblemKind,
    /// Kebab-case name that can be filtered on.
    pub code: String,
    /// What was found and what was expected, without a final stop.
    pub message: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Id of the plugin that was asked, where one was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plugin: Option<String>,
}

/// Whose fault it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProblemKind {
    /// The file cannot be opened or is too large.
    Unreadable,
    /// No plugin takes it, or the one that should says it is no article.
    Refused,
    /// A plugin failed on it.
    Quarantined,
}

impl Problem {
    pub(crate) fn new(uri: &str, kind: ProblemKind, code: &str, message: impl Into<String>) -> Self {
        let (uri, code) = (uri.to_owned(), code.to_owned());
        Self { uri, kind, code, message: message.into(), help: None, plugin: None }
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(crate) fn plugin(mut self, id: &str) -> Self {
        self.plugin = Some(id.to_owned());
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.uri, self.message)?;
        if let Some(plugin) = &self.plugin {
            write!(formatter, " [{}, {plugin}]", self.code)
        } else {
            write!(formatter, " [{}]", self.code)
        }
    }
}
