//! Proves that an output still fits its sources: every hash, every span, all three ways of counting.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use encoding_rs::Encoding;
use rapporteur_core::{ByteRange, Document, SCHEMA, Span, TextIndex, sha256_hex};
use thiserror::Error;

/// What was proved and what was not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VerifyReport {
    pub documents: usize,
    pub spans: usize,
    /// Spans whose words were also found in the original file.
    pub in_source: usize,
    /// One sentence for each thing that does not fit.
    pub failures: Vec<String>,
}

/// An output that cannot be checked at all.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum VerifyError {
    #[error("not an output of Rapporteur: {0}")]
    NotDocuments(String),
    #[error("it holds no document")]
    Empty,
}

/// Checks the documents of an output: one JSON document, several one after another, JSON lines, or an array.
///
/// Source files are looked for at their `uri`, relative to `base`.
///
/// # Errors
/// [`VerifyError`] if the output holds no documents. What does not fit is in the report.
pub fn verify(output: &[u8], base: &Path) -> Result<VerifyReport, VerifyError> {
    let documents = documents(output)?;
    let mut report = VerifyReport { documents: documents.len(), ..VerifyReport::default() };
    let mut files = BTreeMap::new();
    for document in &documents {
        let uri = &document.source.uri;
        let file =
            files.entry(uri.clone()).or_insert_with(|| fs::read(base.join(uri)).map_err(|error| error.to_string()));
        Check::new(document, file.as_deref(), &mut report).all();
    }
    Ok(report)
}

fn documents(output: &[u8]) -> Result<Vec<Document>, VerifyError> {
    let not = |error: serde_json::Error| VerifyError::NotDocuments(error.to_string());
    let first = output.iter().find(|byte| !byte.is_ascii_whitespace());
    let documents: Vec<Document> = if first == Some(&b'[') {
        serde_json::from_slice(output).map_err(not)?
    } else {
        serde_json::Deserializer::from_slice(output).into_iter().collect::<Result<_, _>>().map_err(not)?
    };
    if documents.is_empty() { Err(VerifyError::Empty) } else { Ok(documents) }
}

struct Check<'a> {
    document: &'a Document,
    /// The file, if it is there and is the one that was read.
    file: Option<&'a [u8]>,
    index: TextIndex,
    report: &'a mut VerifyReport,
}

impl<'a> Check<'a> {
    fn new(document: &'a Document, file: Result<&'a [u8], &'a String>, report: &'a mut VerifyReport) -> Self {
        let mut check = Self { document, file: None, index: TextIndex::new(&document.text), report };
        if document.schema != SCHEMA {
            check.fail(format!("its schema is {:?}, expected {SCHEMA:?}", document.schema));
        }
        match file {
            Err(_) if document.source.uri == "-" => {
                check.fail("it was read from standard input, so its source cannot be opened again".to_owned());
            }
            Err(error) => check.fail(format!("its source cannot be opened: {error}")),
            Ok(bytes) => {
                let sha256 = sha256_hex(bytes);
                if sha256 == document.source.sha256 {
                    check.file = Some(bytes);
                } else {
                    check.fail(format!("its source has changed: sha256 {sha256}, expected {}", document.source.sha256));
                }
            }
        }
        check
    }

    fn fail(&mut self, what: String) {
        let Document { id, source, .. } = self.document;
        self.report.failures.push(format!("{} ({id}): {what}", source.uri));
    }

    fn all(&mut self) {
        let document = self.document;
        for (number, block) in document.blocks.iter().enumerate() {
            self.span(&|| format!("block {number}"), &block.at, None);
            for author in &block.byline {
                self.span(&|| format!("author {} of block {number}", author.name), &author.at, None);
            }
        }
        for piece in &document.apparatus {
            self.span(&|| format!("apparatus {:?}", piece.kind), &piece.at, None);
        }
        self.metadata();
        for diagnostic in &document.diagnostics {
            if let Some(at) = &diagnostic.at {
                self.span(&|| format!("diagnostic {}", diagnostic.code), at, None);
            }
        }
        for actor in &document.actors {
            for mention in &actor.mentions {
                self.span(&|| format!("a mention of {}", actor.id), &mention.at, Some(&mention.surface));
            }
            for at in actor.roles.iter().filter_map(|role| role.at.as_ref()) {
                self.span(&|| format!("a role of {}", actor.id), at, None);
            }
        }
        for claim in &document.claims {
            let what = |part: &str| format!("the {part} of claim {}", claim.id);
            if let Some(source) = &claim.source {
                self.span(&|| what("source"), &source.at, Some(&source.text));
            }
            if let Some(cue) = &claim.cue {
                self.span(&|| what("cue"), &cue.at, Some(&cue.text));
            }
            for content in claim.content.iter().chain(&claim.sentence) {
                self.span(&|| what("content or sentence"), &content.at, Some(&content.text));
            }
            if let Some(via) = &claim.via {
                self.span(&|| what("via"), &via.at, Some(&via.text));
            }
            for label in &claim.labels {
                for words in &label.evidence {
                    self.span(&|| what(&format!("evidence for {:?}", label.label)), &words.at, Some(&words.text));
                }
            }
            if let Some(at) = claim.review.as_ref().and_then(|review| review.verdict_at.as_ref()) {
                self.span(&|| what("verdict"), at, None);
            }
            self.references(claim);
        }
    }

    fn metadata(&mut self) {
        let metadata = &self.document.metadata;
        for author in &metadata.authors {
            if let Some(at) = &author.at {
                self.span(&|| format!("author {}", author.name), at, None);
            }
            if let Some(bio) = &author.bio {
                self.span(&|| format!("the bio of {}", author.name), &bio.at, Some(&bio.text));
            }
        }
        if let Some(at) = metadata.origin.as_ref().and_then(|origin| origin.at.as_ref()) {
            self.span(&|| "the origin".to_owned(), at, None);
        }
        for candidate in &metadata.candidates {
            if let Some(at) = &candidate.at {
                self.span(&|| format!("{} candidate {:?}", candidate.field, candidate.value), at, None);
            }
        }
    }

    /// Ids that a claim names must be there.
    fn references(&mut self, claim: &rapporteur_core::Claim) {
        let actors = claim.claimant.iter().chain(&claim.co_claimants).chain(&claim.addressee).chain(&claim.targets);
        for id in actors {
            if self.document.actor(id).is_none() {
                self.fail(format!("claim {} names the actor {id:?}, and there is none", claim.id));
            }
        }
        if let Some(outer) = &claim.nested_in
            && !self.document.claims.iter().any(|claim| claim.id == *outer)
        {
            self.fail(format!("claim {} stands in claim {outer:?}, and there is none", claim.id));
        }
    }

    fn span(&mut self, what: &dyn Fn() -> String, at: &Span, words: Option<&str>) {
        self.report.spans += 1;
        let text = &self.document.text;
        let Some(found) = at.slice(text) else {
            let ByteRange { start, end } = at.bytes;
            self.fail(format!("{} at bytes {start}..{end} leaves the text or splits a character", what()));
            return;
        };
        if let Some(words) = words
            && words != found
        {
            self.fail(format!("{} is {words:?}, and its span holds {found:?}", what()));
        }
        let chars = [self.index.chars(text, at.bytes.start), self.index.chars(text, at.bytes.end)];
        if chars != at.chars {
            self.fail(format!("{} is at code points {chars:?}, and its span says {:?}", what(), at.chars));
        }
        self.in_source(what, at, found);
    }

    fn in_source(&mut self, what: &dyn Fn() -> String, at: &Span, words: &str) {
        let Some(file) = self.file else { return };
        let parts: Vec<ByteRange> = at.source.iter().chain(&at.source_parts).copied().collect();
        if parts.is_empty() {
            return;
        }
        let mut found = String::new();
        for part in &parts {
            match file.get(part.start..part.end) {
                Some(bytes) => found.push_str(&self.decode(bytes)),
                None => {
                    let message = format!(
                        "{} is said to stand at bytes {}..{} of a file of {}",
                        what(),
                        part.start,
                        part.end,
                        file.len()
                    );
                    self.fail(message);
                    return;
                }
            }
        }
        // Between pieces the page has mark-up where the text may have a blank, so blanks are compared only within one.
        let blank = |text: &str| match at.source {
            Some(_) => text.split_ascii_whitespace().collect::<Vec<_>>().join(" "),
            None => text.split_ascii_whitespace().collect(),
        };
        if blank(&found) == blank(words) {
            self.report.in_source += 1;
        } else {
            self.fail(format!("{} is {words:?}, and the file holds {found:?} there", what()));
        }
    }

    /// The text that bytes of the file stand for.
    fn decode(&self, bytes: &[u8]) -> String {
        let source = &self.document.source;
        let encoding = Encoding::for_label(source.charset.as_bytes()).unwrap_or(encoding_rs::UTF_8);
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        if source.media_type.contains("html") {
            htmlize::unescape(&*text).replace('\0', "\u{fffd}")
        } else {
            text.into_owned()
        }
    }
}
