//! Claims tables, as the CSV exporter writes them and people correct or code them.

use std::path::Path;

use serde::Deserialize;
use thiserror::Error;

use crate::corpus::Codings;
use crate::pairing::pair;
use crate::tally::Count;
use crate::words::{Chars, share};

/// A row of a claims table: what is compared of it. Other columns are passed over.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct CodedClaim {
    pub doc_id: String,
    /// "start-end;start-end": code points into the document's text.
    pub content_chars: String,
    #[serde(default)]
    pub claimant_id: String,
    #[serde(default)]
    pub form: String,
    #[serde(default)]
    pub addressee_id: String,
    #[serde(default)]
    pub position_word: String,
    #[serde(default)]
    pub quotation: String,
}

/// A claims table that cannot be used.
#[derive(Debug, Error)]
pub enum TableError {
    #[error("{path}: {error}")]
    Csv { path: String, error: csv::Error },
    #[error("{path}: row {row}: content_chars is {found:?}; expected start-end, several divided by \";\"")]
    Positions { path: String, row: usize, found: String },
}

/// Reads a claims table.
///
/// # Errors
/// [`TableError`] with the file and row.
pub fn read_claim_table(path: &Path) -> Result<Vec<CodedClaim>, TableError> {
    let name = || path.display().to_string();
    let csv = |error| TableError::Csv { path: name(), error };
    let mut claims = Vec::new();
    for (row, claim) in csv::Reader::from_path(path).map_err(csv)?.into_deserialize::<CodedClaim>().enumerate() {
        let claim = claim.map_err(csv)?;
        if fragments(&claim.content_chars).is_none() {
            // The heading is row 1.
            return Err(TableError::Positions { path: name(), row: row + 2, found: claim.content_chars });
        }
        claims.push(claim);
    }
    Ok(claims)
}

/// Agreement of two tables about the same documents.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TableAgreement {
    /// Claims of one that have a counterpart in the other: contents overlap by half.
    pub claims: Count,
    /// What both call the claims that both have; by column.
    pub codings: Vec<(&'static str, Codings)>,
}

/// A column's name and how to read it.
type Column = (&'static str, fn(&CodedClaim) -> &str);

const COLUMNS: [Column; 5] = [
    ("claimant_id", |claim| &claim.claimant_id),
    ("form", |claim| &claim.form),
    ("addressee_id", |claim| &claim.addressee_id),
    ("position_word", |claim| &claim.position_word),
    ("quotation", |claim| &claim.quotation),
];

/// Compares two tables; documents are taken up that either names.
pub fn compare_tables(gold: &[CodedClaim], other: &[CodedClaim]) -> TableAgreement {
    let mut agreement = TableAgreement {
        codings: COLUMNS.iter().map(|(name, _)| (*name, Codings::default())).collect(),
        ..TableAgreement::default()
    };
    let mut documents: Vec<&str> = gold.iter().chain(other).map(|claim| claim.doc_id.as_str()).collect();
    documents.sort_unstable();
    documents.dedup();
    for document in documents {
        let of_document = |claims: &'_ [CodedClaim]| -> Vec<CodedClaim> {
            claims.iter().filter(|claim| claim.doc_id == document).cloned().collect()
        };
        let (gold, other) = (of_document(gold), of_document(other));
        let pairs = pair(&gold, &other, overlap, 0.5);
        agreement.claims.add(Count::whole(pairs.len(), other.len(), gold.len()));
        for (g, o) in pairs.iter().filter_map(|&(i, j)| Some((gold.get(i)?, other.get(j)?))) {
            for ((_, column), (_, codings)) in COLUMNS.iter().zip(&mut agreement.codings) {
                codings.push(column(g), column(o));
            }
        }
    }
    agreement
}

/// Common code points over those of the longer content.
fn overlap(a: &CodedClaim, b: &CodedClaim) -> f64 {
    let (a, b) = (fragments(&a.content_chars).unwrap_or_default(), fragments(&b.content_chars).unwrap_or_default());
    let length = |fragments: &[Chars]| fragments.iter().map(|[start, end]| end - start).sum::<usize>();
    let common: usize =
        a.iter().flat_map(|a| b.iter().map(move |b| a[1].min(b[1]).saturating_sub(a[0].max(b[0])))).sum();
    share(common, length(&a).max(length(&b)))
}

/// Null for a cell that is not of this form.
fn fragments(cell: &str) -> Option<Vec<Chars>> {
    let fragment = |text: &str| {
        let (start, end) = text.trim().trim_start_matches('\'').split_once('-')?;
        let (start, end) = (start.parse().ok()?, end.parse().ok()?);
        (start <= end).then_some([start, end])
    };
    if cell.trim().is_empty() { Some(Vec::new()) } else { cell.split(';').map(fragment).collect() }
}
