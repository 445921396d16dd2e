//! Passages of a few sentences with their claims and who holds them: gold that says less of a claim than the corpus's articles do.

use std::collections::BTreeMap;

use rapporteur_core::Document;
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use crate::attribution::{Attribution, AttributionTally};
use crate::corpus::{
    Article, Codes, CorpusClaim, CorpusTally, Difference, DifferenceKind, PredictedClaim, Shape, differences,
    score_article,
};
use crate::rows::{Marked, MarkedText};
use crate::tally::{Count, Share};
use crate::words::Chars;

/// A passage: a line of a file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PassageRow {
    pub id: String,
    /// Read as if it had been pasted into a file: an empty line divides paragraphs, a label may open a speaker's turn.
    pub passage: String,
    /// In the order of the text.
    pub claims: Vec<PassageClaim>,
}

impl Marked for PassageRow {
    fn marked(&self) -> MarkedText<'_> {
        let marks = self.claims.iter().flat_map(|claim| claim.source.iter().chain(&claim.content)).copied().collect();
        MarkedText { id: &self.id, text: &self.passage, marks }
    }
}

/// Positions are code points of the passage. Cues are not marked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PassageClaim {
    /// Empty where no words of the passage are the source.
    pub source: Vec<Chars>,
    #[serde(deserialize_with = "some")]
    pub content: Vec<Chars>,
    /// The claimants by their full names; empty where the text does not say.
    pub by: Vec<String>,
}

/// A claim without content would be missed by whatever is found.
fn some<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Chars>, D::Error> {
    let spans = Vec::deserialize(deserializer)?;
    if spans.is_empty() {
        return Err(D::Error::custom("a claim without content: expected its words as [[start, end], …]"));
    }
    Ok(spans)
}

/// What was counted over passages.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PassageTally {
    pub passages: usize,
    pub attributions: AttributionTally,
    /// Content overlaps by half and the claimant is the right one.
    pub claims: Count,
    /// Of the claims whose content was found, those whose claimant is right.
    pub claimants: Share,
    pub differences: Vec<Difference>,
}

impl PassageTally {
    pub fn add(&mut self, other: Self) {
        self.passages += other.passages;
        self.attributions.add(&other.attributions);
        self.claims.add(other.claims);
        self.claimants.add(other.claimants);
        self.differences.extend(other.differences);
    }
}

/// Scores the claims found in a passage.
pub fn score_passage(row: &PassageRow, document: &Document) -> PassageTally {
    let article = as_article(row);
    let predicted = PredictedClaim::of(document);
    let CorpusTally { attributions, claims, claimants, .. } = score_article(&article, &predicted);
    // The gold has no forms and no positions that could differ.
    let coded = |difference: &Difference| matches!(difference.kind, DifferenceKind::Form | DifferenceKind::Position);
    let parted = differences(&article, &predicted).into_iter().filter(|difference| !coded(difference));
    PassageTally { passages: 1, attributions, claims, claimants, differences: parted.collect() }
}

/// The passage as an article of the corpus without codes but the claimants.
fn as_article(row: &PassageRow) -> Article {
    let claim = |claim: &PassageClaim| CorpusClaim {
        attribution: Attribution { source: claim.source.clone(), cue: Vec::new(), content: claim.content.clone() },
        codes: Codes { by: claim.by.clone(), tier: 1, ..Codes::default() },
    };
    let claims: BTreeMap<u32, CorpusClaim> = (1..).zip(row.claims.iter().map(claim)).collect();
    Article {
        id: row.id.clone(),
        shape: Shape::PolicyAnalysis,
        date: String::new(),
        world: Vec::new(),
        text: row.passage.clone(),
        claims,
    }
}
