//! What annotators are given, and what they add to it.

use rapporteur_core::protocol::{AnnotateRequest, method};
use rapporteur_core::{
    Additions, AnnotatorRun, Block, BlockKind, ByteRange, Document, Draft, Provenance, SourceMap, Spans, annotate,
    assemble,
};

use super::bytes::hard;
use super::exporters::sample;
use super::instance::{Answered, Subject, call};
use super::results::{Fault, Finding, wrong};
use crate::in_process::{InProcess, parse};

/// The sample documents, which have actors and claims, and documents of hard texts, each as JSON with a name.
pub(crate) fn inputs() -> Result<Vec<(String, Vec<u8>)>, Fault> {
    let samples = sample()?.into_iter().enumerate().map(|(number, document)| (format!("sample {number}"), document));
    let mut documents: Vec<(String, Document)> = samples.collect();
    for (name, bytes) in hard() {
        documents.push((name.to_owned(), document_of(&bytes)?));
    }
    Ok(documents.into_iter().map(|(name, document)| (name, json_of(&document))).collect())
}

/// A document whose text is these bytes, as far as they are text: one paragraph, no actors, no claims.
fn document_of(bytes: &[u8]) -> Result<Document, Fault> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let source = text.clone().into_bytes();
    let mut draft = Draft::of_text(text);
    if !draft.text.is_empty() {
        draft.blocks.push(Block::new(BlockKind::Paragraph, ByteRange::new(0, draft.text.len())));
    }
    let provenance = Provenance {
        uri: "checked.txt",
        bytes: &source,
        ordinal: 0,
        plugin: "checked",
        plugin_version: "0",
        confidence: 100,
        evidence: &[],
    };
    let assembled =
        assemble(draft, &provenance).or_else(|error| wrong(format!("the document of the check: {error}")))?;
    Ok(assembled.document)
}

fn json_of(document: &Document) -> Vec<u8> {
    serde_json::to_vec(document).unwrap_or_default()
}

/// What an annotator makes of a document as JSON; every addition must stand the checks of the host.
pub(crate) fn annotate_json(instance: &mut InProcess, name: &str, json: &[u8]) -> Result<Answered, Fault> {
    let request = serde_json::to_vec(&AnnotateRequest::default()).unwrap_or_default();
    match call(instance, method::ANNOTATE, &request, json, name)? {
        Ok(reply) => {
            add(name, json, &reply.json)?;
            Ok(Ok(reply.json))
        }
        Err(code) => Ok(Err(code)),
    }
}

/// The same of a document whose text is these bytes.
pub(crate) fn annotate_text(instance: &mut InProcess, name: &str, bytes: &[u8]) -> Result<Answered, Fault> {
    annotate_json(instance, name, &json_of(&document_of(bytes)?))
}

/// Adds a reply to its document; how many things it added.
fn add(name: &str, document: &[u8], reply: &[u8]) -> Result<usize, Fault> {
    let mut document: Document = serde_json::from_slice(document).or_else(|error| wrong(format!("{name}: {error}")))?;
    let additions: Additions = parse(reply).or_else(|error| wrong(format!("annotate of {name}: {error}")))?;
    let spans = Spans::new(&document.text, SourceMap::identity(document.text.len()));
    let run = AnnotatorRun { plugin: "it".to_owned(), version: "0".to_owned() };
    let before = document.diagnostics.len();
    let added = annotate(&mut document, &spans, run, additions);
    if added.refused > 0 {
        let told = document.diagnostics.iter().skip(before).find(|told| told.code == "annotation-refused");
        let told = told.map_or("", |told| told.message.as_str());
        return wrong(format!("annotate of {name}: {} additions will not do; {told}", added.refused));
    }
    Ok(added.actors + added.mentions + added.claims + added.labels)
}

/// `positions`
pub(crate) fn positions(subject: &Subject) -> Finding {
    let mut instance = subject.instance()?;
    let (inputs, mut added) = (inputs()?, 0);
    for (name, json) in &inputs {
        if let Ok(reply) = annotate_json(&mut instance, name, json)? {
            added += add(name, json, &reply)?;
        }
    }
    Ok(format!("{added} additions to {} documents", inputs.len()))
}
