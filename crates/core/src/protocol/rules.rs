//! Rules files: sources that are a table of selectors, read by an engine.
//!
//! The host reads the head of such a file and hands the whole text to the engine it names, as the option that the engine's
//! [`Descriptor`](super::Descriptor) calls `rules_option`. What stands below the head is the engine's affair.

use serde::{Deserialize, Serialize};

use super::InputInfo;

/// The keys at the head of a rules file, which every engine passes over.
pub const RULES_HEADER: [&str; 8] = ["schema", "id", "name", "version", "summary", "license", "engine", "rank"];

/// Asks an engine for rules by which it would read pages like this one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProposalRequest {
    pub input: InputInfo,
    /// What users will type: `--source gull`. Null: the engine names it after the site.
    pub name: Option<String>,
}

/// Rules for pages like one that was shown, and what else would have worked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Proposal {
    /// What users will type.
    pub name: String,
    /// Id of the source that the rules make.
    pub id: String,
    /// Text of a rules file, head included.
    pub rules: String,
    /// In the order of the file.
    pub fields: Vec<ProposedField>,
}

/// What was found for one field of the rules.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProposedField {
    /// The key in the rules file: "title".
    pub field: String,
    /// What the selectors were looked for by: what the page was read as without rules.
    pub wanted: Vec<String>,
    /// The best first.
    pub selectors: Vec<ProposedSelector>,
    /// Why there is none, or what to look at.
    pub note: Option<String>,
}

/// A selector and what it finds on the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposedSelector {
    /// As the rules file writes it: "h1.entry-title", "time@datetime".
    pub selector: String,
    /// How many elements of the page it finds.
    pub count: usize,
    /// What it yields, shortened, the first few.
    pub yields: Vec<String>,
    pub robustness: Robustness,
    /// What that rests on: "says what it is for".
    pub reason: String,
    /// Whether the proposed rules use it.
    pub taken: bool,
}

/// How likely a selector is to hold on other pages of the site, and after its next redesign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Robustness {
    Low,
    Fair,
    High,
}

impl Robustness {
    /// The name used in JSON and tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Fair => "fair",
            Self::High => "high",
        }
    }
}

/// Line and column of a byte of a text, from 1; columns in code points. A place beyond the text is its end.
pub fn line_and_column(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..text.floor_char_boundary(byte)).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count() + 1, before.get(line_start..).unwrap_or_default().chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::line_and_column;

    #[test]
    fn places() {
        let text = "a = 1\n“é” = 2\n";
        let at = |byte| line_and_column(text, byte);
        assert_eq!((at(0), at(4), at(6)), ((1, 1), (1, 5), (2, 1)));
        // After three characters of eight bytes; within one; beyond the end.
        assert_eq!((at(6 + 8), at(7), at(999)), ((2, 4), (2, 1), (3, 1)));
        assert_eq!(line_and_column("", 3), (1, 1));
    }
}
