use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Span;

/// Something a reader of the output should know about how it came about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Diagnostic")]
#[serde(bound(deserialize = "A: Deserialize<'de>"))]
pub struct Diagnostic<A = Span> {
    pub level: Level,
    /// Kebab-case name that can be filtered on: "conflicting-dates".
    pub code: String,
    /// One sentence without a final stop: what was found, what was done.
    pub message: String,
    #[serde(default)]
    pub at: Option<A>,
}

/// How grave a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The document or a part of it could not be read.
    Error,
    /// The output may be wrong or incomplete here.
    Warning,
    /// Worth knowing.
    Note,
}

impl<A> Diagnostic<A> {
    /// A warning about the document as a whole.
    pub fn warning(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self { level: Level::Warning, code: code.into(), message: message.into(), at: None }
    }

    /// A note about the document as a whole.
    pub fn note(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self { level: Level::Note, code: code.into(), message: message.into(), at: None }
    }

    /// The same, about the words at `at`.
    pub fn at(mut self, at: A) -> Self {
        self.at = Some(at);
        self
    }

    /// The same diagnostic with another kind of position.
    pub fn map_at<B>(self, convert: &mut impl FnMut(A) -> B) -> Diagnostic<B> {
        Diagnostic { level: self.level, code: self.code, message: self.message, at: self.at.map(convert) }
    }
}
