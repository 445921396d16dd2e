//! `case.toml`: what a careful reader demands of a case. A snapshot accepts what a hurried reviewer accepts; a contract does
//! not.

use std::collections::BTreeMap;

use serde::Deserialize;

/// A `case.toml`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Contract {
    /// The shape the case has, in one sentence.
    pub description: String,
    /// Id of the plugin that must win detection.
    pub source: String,
    /// Options of that plugin for this case.
    pub options: toml::Table,
    /// Annotators that run, in this order.
    pub annotators: Vec<String>,
    /// Options of annotators for this case, by the last part of their ids.
    pub annotator_options: BTreeMap<String, toml::Table>,
    /// Code of the refusal, for inputs that must bring no document.
    pub refused: Option<String>,
    /// Another case that must give the same core: title, category, authors, origin, headings and words of the body.
    pub same_core_as: Option<String>,
    pub expect: Expectations,
}

/// `[expect]`. What is left out is not checked.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Expectations {
    pub documents: Option<usize>,
    pub title: Option<String>,
    pub category: Option<String>,
    /// Beginning of the date.
    pub published: Option<String>,
    /// Beginning of the date.
    pub modified: Option<String>,
    /// Primary language.
    pub language: Option<String>,
    pub url: Option<String>,
    pub publisher: Option<String>,
    pub origin: Option<String>,
    pub authors: Option<Vec<String>>,
    /// One for each author; "" for none.
    pub affiliations: Option<Vec<String>>,
    pub headings: Option<Vec<String>>,
    pub paragraphs: Option<usize>,
    pub block_kinds: Vec<String>,
    pub apparatus: Vec<String>,
    pub body_includes: Vec<String>,
    pub body_excludes: Vec<String>,
    /// Names of actors that must be found.
    pub actors: Vec<String>,
    pub min_claims: Option<usize>,
    pub max_claims: Option<usize>,
    pub claims: Vec<ClaimContract>,
    /// Labels that claims must have.
    pub labels: Vec<LabelContract>,
    /// Words of contents of claims that must have no label.
    pub no_label: Vec<String>,
    /// Words that must stand in no claim's content.
    pub no_claim: Vec<String>,
    /// Claims a careful reader finds and the program does not yet. Found after all, they must move to `claims`.
    pub missed_claims: Vec<ClaimContract>,
    /// Names of actors a careful reader finds and the program does not yet; likewise.
    pub missed_actors: Vec<String>,
}

/// A claim that must be found.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ClaimContract {
    /// Name of the claimant; "" for a claim of nobody named; left out where it is not checked.
    pub claimant: Option<String>,
    /// A word of the cue.
    pub cue: Option<String>,
    pub quotation: Option<String>,
    /// Words of the content.
    pub contains: String,
}

/// A label that a claim must have.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LabelContract {
    /// Words of the claim's content.
    pub contains: String,
    pub label: String,
    /// Words that must stand among the evidence.
    pub words: Vec<String>,
}
