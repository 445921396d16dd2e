//! A file of the corpus.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use thiserror::Error;

use super::marks::{MarkError, Part, read_marks};
use crate::attribution::Attribution;

/// An article and what is claimed in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// File name without its ending.
    pub id: String,
    pub shape: Shape,
    /// Day of publication, ISO 8601.
    pub date: String,
    /// Files of actors, relative to the folder above the article's.
    pub world: Vec<String>,
    /// Without marks.
    pub text: String,
    /// By number.
    pub claims: BTreeMap<u32, CorpusClaim>,
}

/// What kind of text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    PolicyAnalysis,
    News,
    OpEd,
    Interview,
    PressBriefing,
}

impl Shape {
    pub const ALL: [Self; 5] = [Self::PolicyAnalysis, Self::News, Self::OpEd, Self::Interview, Self::PressBriefing];

    /// As files of the corpus name it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::PolicyAnalysis => "policy-analysis",
            Self::News => "news",
            Self::OpEd => "op-ed",
            Self::Interview => "interview",
            Self::PressBriefing => "press-briefing",
        }
    }
}

/// A claim as annotated.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CorpusClaim {
    pub attribution: Attribution,
    pub codes: Codes,
}

/// What the table of an article says of a claim.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Codes {
    /// Full names of the claimants; empty where the text does not say.
    pub by: Vec<String>,
    pub form: String,
    #[serde(default)]
    pub position: Option<String>,
    #[serde(default)]
    pub to: Vec<String>,
    #[serde(default)]
    pub about: Vec<String>,
    #[serde(default)]
    pub nested_in: Option<u32>,
    #[serde(default = "first_tier")]
    pub tier: u8,
}

const fn first_tier() -> u8 {
    1
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    shape: Shape,
    #[expect(dead_code, reason = "for people and for choosing articles; not needed to score one")]
    quotes: Quotes,
    #[expect(dead_code, reason = "likewise")]
    spelling: Spelling,
    date: toml::value::Datetime,
    #[serde(default)]
    world: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Quotes {
    DoubleStraight,
    DoubleCurly,
    SingleCurly,
    SingleStraight,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Spelling {
    British,
    American,
}

/// A file of the corpus that cannot be used.
#[derive(Debug, Error)]
pub enum ArticleError {
    #[error("{path}: {error}")]
    Unreadable { path: String, error: std::io::Error },
    #[error("{path}: expected head, article and claims, each behind a line of \"+++\"; found {found} such lines")]
    Form { path: String, found: usize },
    #[error("{path}: {part}: {error}")]
    Toml { path: String, part: &'static str, error: String },
    #[error("{path}:{line}: {message}")]
    Mark { path: String, line: usize, message: String },
    #[error("{path}: claim {number} {problem}")]
    Claim { path: String, number: u32, problem: &'static str },
    #[error("{path}: {error}")]
    World { path: String, error: String },
}

impl Article {
    /// Reads a file of the corpus.
    ///
    /// # Errors
    /// [`ArticleError`] with the file, the place and what was expected there.
    pub fn read(path: &Path) -> Result<Self, ArticleError> {
        let text = std::fs::read_to_string(path)
            .map_err(|error| ArticleError::Unreadable { path: path.display().to_string(), error })?;
        let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Self::parse(&text, &id, &path.display().to_string())
    }

    /// Reads the text of such a file; `path` is for messages.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn parse(file: &str, id: &str, path: &str) -> Result<Self, ArticleError> {
        let path = path.to_owned();
        let parts = parts(file);
        let [head, article, table] = parts.as_slice() else {
            return Err(ArticleError::Form { path, found: parts.len() });
        };
        let toml = |part, error: toml::de::Error| ArticleError::Toml {
            path: path.clone(),
            part,
            error: error.to_string().trim_end().to_owned(),
        };
        let head: Head = toml::from_str(head.1).map_err(|error| toml("head", error))?;
        let codes: BTreeMap<String, Codes> = toml::from_str(table.1).map_err(|error| toml("claims", error))?;
        let marked = read_marks(article.1).map_err(|MarkError { at, message }| ArticleError::Mark {
            path: path.clone(),
            line: file.get(..article.0 + at).unwrap_or_default().matches('\n').count() + 1,
            message,
        })?;
        let mut claims = BTreeMap::new();
        for (number, mut parts) in marked.parts {
            let wrong = |problem| ArticleError::Claim { path: path.clone(), number, problem };
            let mut part = |part| parts.remove(&part).unwrap_or_default();
            let attribution =
                Attribution { source: part(Part::Source), cue: part(Part::Cue), content: part(Part::Content) };
            if attribution.content.is_empty() {
                return Err(wrong("has no content: mark it [xN …]"));
            }
            let codes = codes.get(&format!("c{number}")).ok_or_else(|| wrong("is not in the table"))?;
            claims.insert(number, CorpusClaim { attribution, codes: codes.clone() });
        }
        for key in codes.keys() {
            let number = key.strip_prefix('c').and_then(|number| number.parse().ok()).unwrap_or_default();
            if !claims.contains_key(&number) {
                return Err(ArticleError::Claim { path, number, problem: "is in the table and has no marks" });
            }
        }
        Ok(Self {
            id: id.to_owned(),
            shape: head.shape,
            date: head.date.to_string(),
            world: head.world,
            text: marked.text,
            claims,
        })
    }
}

/// What stands behind each line of `+++`, with the byte it begins at.
fn parts(file: &str) -> Vec<(usize, &str)> {
    let mut begins = Vec::new();
    let mut at = 0;
    for line in file.split_inclusive('\n') {
        if line.trim_end() == "+++" {
            begins.push((at, at + line.len()));
        }
        at += line.len();
    }
    let ends = begins.iter().skip(1).map(|&(start, _)| start).chain([file.len()]);
    begins.iter().zip(ends).map(|(&(_, begin), end)| (begin, file.get(begin..end).unwrap_or_default())).collect()
}
