//! Which fields each source fills on a folder of pages, so that a site's redesign is noticed.

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_core::{ApparatusKind, BlockKind, Document, Level};
use serde::{Deserialize, Serialize};

use crate::{Problem, ProblemKind};

/// What a run came to, source by source. Documents and problems are counted in whatever order they come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// Name and version of this form.
    pub schema: String,
    /// Documents, and inputs that brought none.
    pub pages: usize,
    /// Pages that no source took, by the code of the reason.
    pub taken_by_none: BTreeMap<String, usize>,
    /// By id of the plugin.
    pub sources: BTreeMap<String, SourceCoverage>,
}

/// What one source came to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceCoverage {
    pub documents: usize,
    /// Pages it says are no articles, by code.
    pub refused: BTreeMap<String, usize>,
    /// Pages it failed on, by code.
    pub failed: BTreeMap<String, usize>,
    pub fields: BTreeMap<Field, FieldCoverage>,
    /// How exact the dates of publication are, in documents.
    pub precision: BTreeMap<Precision, usize>,
    /// Paragraphs of all documents.
    pub paragraphs: usize,
    /// Documents with each piece of evidence of detection. Of addresses only scheme and host are kept: the rest is the page's
    /// own.
    pub evidence: BTreeMap<String, usize>,
    /// Documents with each warning, by code.
    pub warnings: BTreeMap<String, usize>,
}

/// How often a field is filled.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldCoverage {
    /// Documents that have it.
    pub filled: usize,
    /// Documents in which its value was taken from there, by origin: "json-ld headline", "byline".
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub from: BTreeMap<String, usize>,
}

/// What a source can fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Title,
    Authors,
    Published,
    Modified,
    /// At least one paragraph.
    Body,
    Headings,
    Category,
    Language,
    Url,
    Publisher,
    /// Who published it first.
    Origin,
    Standfirst,
    Byline,
    Bio,
    SourceNote,
}

/// How exact a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    Year,
    Month,
    Day,
    Time,
}

impl Field {
    /// In the order of reports.
    pub const ALL: [Self; 15] = [
        Self::Title,
        Self::Authors,
        Self::Published,
        Self::Modified,
        Self::Body,
        Self::Headings,
        Self::Category,
        Self::Language,
        Self::Url,
        Self::Publisher,
        Self::Origin,
        Self::Standfirst,
        Self::Byline,
        Self::Bio,
        Self::SourceNote,
    ];

    /// As in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Authors => "authors",
            Self::Published => "published",
            Self::Modified => "modified",
            Self::Body => "body",
            Self::Headings => "headings",
            Self::Category => "category",
            Self::Language => "language",
            Self::Url => "url",
            Self::Publisher => "publisher",
            Self::Origin => "origin",
            Self::Standfirst => "standfirst",
            Self::Byline => "byline",
            Self::Bio => "bio",
            Self::SourceNote => "source_note",
        }
    }

    fn is_in(self, document: &Document) -> bool {
        let metadata = &document.metadata;
        let stated = |value: &Option<String>| value.as_ref().is_some_and(|value| !value.trim().is_empty());
        let block = |kind| document.blocks.iter().any(|block| block.kind == kind);
        let piece = |kind| document.apparatus.iter().any(|piece| piece.kind == kind);
        match self {
            Self::Title => stated(&metadata.title),
            Self::Authors => !metadata.authors.is_empty(),
            Self::Published => stated(&metadata.published),
            Self::Modified => stated(&metadata.modified),
            Self::Body => block(BlockKind::Paragraph),
            Self::Headings => block(BlockKind::Heading),
            Self::Category => stated(&metadata.category),
            Self::Language => stated(&metadata.language),
            Self::Url => stated(&metadata.url),
            Self::Publisher => metadata.publisher.is_some(),
            Self::Origin => metadata.origin.is_some(),
            Self::Standfirst => piece(ApparatusKind::Standfirst),
            Self::Byline => piece(ApparatusKind::Byline),
            Self::Bio => piece(ApparatusKind::Bio),
            Self::SourceNote => piece(ApparatusKind::SourceNote),
        }
    }
}

impl Precision {
    /// Of an ISO 8601 date.
    fn of(date: &str) -> Self {
        match date.len() {
            0..=4 => Self::Year,
            5..=7 => Self::Month,
            8..=10 => Self::Day,
            _ => Self::Time,
        }
    }

    /// As in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Month => "month",
            Self::Day => "day",
            Self::Time => "time",
        }
    }
}

impl Default for Coverage {
    fn default() -> Self {
        Self { schema: Self::SCHEMA.to_owned(), pages: 0, taken_by_none: BTreeMap::new(), sources: BTreeMap::new() }
    }
}

impl Coverage {
    /// Name and version of the form.
    pub const SCHEMA: &'static str = "rapporteur-coverage/1";

    /// Counts a document.
    pub fn document(&mut self, document: &Document) {
        self.pages += 1;
        let source = self.sources.entry(document.source.plugin.clone()).or_default();
        source.documents += 1;
        for field in Field::ALL {
            let filled = field.is_in(document);
            let coverage = source.fields.entry(field).or_default();
            coverage.filled += usize::from(filled);
            let chosen = document.metadata.candidates.iter();
            let chosen = chosen.filter(|candidate| filled && candidate.chosen && candidate.field == field.name());
            count_each(&mut coverage.from, chosen.map(|candidate| candidate.origin.clone()));
        }
        if let Some(date) = document.metadata.published.as_deref().filter(|date| !date.trim().is_empty()) {
            *source.precision.entry(Precision::of(date)).or_default() += 1;
        }
        source.paragraphs += document.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph).count();
        count_each(&mut source.evidence, document.source.evidence.iter().map(|evidence| without_paths(evidence)));
        let warnings = document.diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Warning);
        count_each(&mut source.warnings, warnings.map(|warning| warning.code.clone()));
    }

    /// Counts a page that brought no document.
    pub fn problem(&mut self, problem: &Problem) {
        self.pages += 1;
        let codes = match &problem.plugin {
            None => &mut self.taken_by_none,
            Some(plugin) => {
                let source = self.sources.entry(plugin.clone()).or_default();
                if problem.kind == ProblemKind::Refused { &mut source.refused } else { &mut source.failed }
            }
        };
        *codes.entry(problem.code.clone()).or_default() += 1;
    }
}

impl SourceCoverage {
    /// Pages it took: documents, and what it refused or failed on.
    pub fn pages(&self) -> usize {
        self.documents + self.refused.values().sum::<usize>() + self.failed.values().sum::<usize>()
    }
}

/// Counts each name once, however often one document says it.
fn count_each(counts: &mut BTreeMap<String, usize>, names: impl Iterator<Item = String>) {
    for name in names.collect::<BTreeSet<_>>() {
        *counts.entry(name).or_default() += 1;
    }
}

/// "link canonical is https://a.example/b/c" → "link canonical is https://a.example/…"
fn without_paths(evidence: &str) -> String {
    let word = |word: &str| {
        let host_start = word.find("://").map(|at| at + 3)?;
        let slash = word.get(host_start..)?.find('/')?;
        Some(format!("{}/…", word.get(..host_start + slash)?))
    };
    evidence.split(' ').map(|part| word(part).unwrap_or_else(|| part.to_owned())).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_json() {
        for field in Field::ALL {
            assert_eq!(serde_json::to_value(field).expect("a name"), field.name());
        }
        for precision in [Precision::Year, Precision::Month, Precision::Day, Precision::Time] {
            assert_eq!(serde_json::to_value(precision).expect("a name"), precision.name());
        }
    }

    #[test]
    fn how_exact_dates_are() {
        let found = ["2031", "2031-05", "2031-05-10", "2031-05-10T08:00+02:00"].map(Precision::of);
        assert_eq!(found, [Precision::Year, Precision::Month, Precision::Day, Precision::Time]);
    }

    #[test]
    fn of_addresses_the_host_is_kept() {
        assert_eq!(without_paths("canonical is https://a.example/b/c?d"), "canonical is https://a.example/…");
        assert_eq!(without_paths("names https://a.example and 1/2"), "names https://a.example and 1/2");
    }
}
