//! Every claim with the words it stands on and the reasons behind it.

use std::collections::BTreeSet;

use rapporteur_core::{Claim, Document};
use rapporteur_pipeline::{ClaimTrace, ReadDocument, Reading, Sign};

use super::inputs::inputs;
use super::underline::{Mark, underline};
use super::write_out::write_out;
use crate::args::{Explain, Global};
use crate::configuration::Configuration;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;

/// Signs shown for a position.
const REASONS: usize = 4;

pub(crate) fn explain(arguments: &Explain, global: &Global, console: &Console) -> Result<Exit, Failure> {
    let engine = Configuration::load(global)?.engine(global, &arguments.input)?;
    let (inputs, missing) = inputs(&engine, &arguments.input, console)?;
    let mut exit = if missing == 0 { Exit::Good } else { Exit::SomeFailed };
    let mut shown = 0;
    let mut claims = 0;
    for input in &inputs {
        let (documents, problems) = match engine.load(input) {
            Ok(bytes) => engine.read(input.uri(), &bytes),
            Err(problem) => (Vec::new(), vec![*problem]),
        };
        for problem in &problems {
            console.problem(problem);
            exit = Exit::SomeFailed;
        }
        for read in &documents {
            claims += read.document.claims.len();
            shown += show(read, arguments.claim.as_deref())?;
        }
    }
    if let Some(wanted) = arguments.claim.as_ref().filter(|_| shown == 0) {
        return Err(Failure::nothing(format!("there is no claim {wanted:?} among {claims}"))
            .help("leave out --claim to see them all; they are called c1, c2 …"));
    }
    Ok(exit)
}

/// Shows a document's claims, or the one that is wanted; how many were shown.
fn show(read: &ReadDocument, wanted: Option<&str>) -> Result<usize, Failure> {
    let document = &read.document;
    let mut text = format!("{} — {}\n", document.source.uri, document.name());
    let mut shown = 0;
    for (number, claim) in document.claims.iter().enumerate() {
        if wanted.is_none_or(|wanted| wanted == claim.id) {
            text.push_str(&explained(document, claim, read.trace.claims.get(number)));
            shown += 1;
        }
    }
    if wanted.is_none() && !read.trace.passed_over.is_empty() {
        text.push_str("\nread as no claim:\n");
        for reading in &read.trace.passed_over {
            text.push_str(&format!("  - {}\n", alternative(document, reading)));
        }
    }
    if shown > 0 || wanted.is_none() {
        write_out(&text)?;
    }
    Ok(shown)
}

fn explained(document: &Document, claim: &Claim, trace: Option<&ClaimTrace>) -> String {
    let mut text = format!("\n{}  {}\n", claim.id, headline(document, claim));
    text.push_str(&underline(&document.text, &marks(claim), claim.sentence.as_ref().map(|sentence| sentence.at.bytes)));
    // Readings that were not taken have the rules' scores, which are on another scale than the confidence.
    let score = trace.and_then(|trace| trace.score).map_or_else(String::new, |score| format!(" at {score:.2}"));
    text.push_str(&format!("    rule       {}{score}\n", claim.rule));
    text.push_str(&format!("    confidence {:.2}\n", claim.confidence));
    if let (Some(position), Some(trace)) = (claim.position, trace) {
        let of = |sign: &Sign| {
            let words = sign.at.as_ref().and_then(|at| at.slice(&document.text));
            let kind = || format!("{} {}", sign.kind.as_str().replace('_', " "), sign.value);
            words.map_or_else(kind, |words| format!("‘{words}’ ({})", sign.value))
        };
        let reasons: Vec<String> = trace.reasons.iter().take(REASONS).map(of).collect();
        if !reasons.is_empty() {
            text.push_str(&format!("    position   {}: {}\n", position.as_str(), reasons.join(", ")));
        }
    }
    if let Some(annotator) = &claim.annotator {
        text.push_str(&format!("    added by   {annotator}\n"));
    }
    if let Some(cue) = &claim.cue {
        text.push_str(&format!("    cue        {} ({})\n", cue.text, cue.lemma));
    }
    if let Some(source) = &claim.source {
        text.push_str(&format!("    source     {}\n", source.text));
    }
    if let Some(via) = &claim.via {
        text.push_str(&format!("    via        {}\n", via.text));
    }
    for label in &claim.labels {
        let evidence: Vec<String> = label.evidence.iter().map(|words| format!("‘{}’", words.text)).collect();
        let words = if evidence.is_empty() { String::new() } else { format!(": {}", evidence.join(", ")) };
        text.push_str(&format!(
            "    {:<10} {}{words} ({} at {:.2}, {})\n",
            label.scheme, label.label, label.rule, label.confidence, label.annotator
        ));
    }
    // Several ways to one reading are one reading to whoever asks why it was not taken.
    let mut told = BTreeSet::new();
    for reading in trace.iter().flat_map(|trace| &trace.alternatives) {
        let line = alternative(document, reading);
        if told.insert(line.clone()) {
            text.push_str(&format!("    not read   {line}\n"));
        }
    }
    text
}

/// "Ilona Brandt (averland) | warning | direct | opposes"
fn headline(document: &Document, claim: &Claim) -> String {
    let name = |id: &String| document.actor(id).map_or_else(|| id.clone(), |actor| actor.name.clone());
    let claimants: Vec<String> = claim.claimant.iter().chain(&claim.co_claimants).map(name).collect();
    let mut parts = vec![if claimants.is_empty() { "nobody named".to_owned() } else { claimants.join(" and ") }];
    parts.push(claim.form.as_str().to_owned());
    parts.push(claim.quotation.as_str().to_owned());
    parts.extend(claim.position.map(|position| position.as_str().to_owned()));
    parts.extend(claim.addressee.as_ref().map(|id| format!("to {}", name(id))));
    if !claim.targets.is_empty() {
        parts.push(format!("about {}", claim.targets.iter().map(name).collect::<Vec<_>>().join(", ")));
    }
    parts.extend(claim.hedged.then(|| "hedged".to_owned()));
    parts.extend(claim.negated.then(|| "negated".to_owned()));
    parts.extend(claim.nested_in.as_ref().map(|outer| format!("within {outer}")));
    parts.join(" | ")
}

fn marks(claim: &Claim) -> Vec<Mark> {
    let mut marks: Vec<Mark> = claim.content.iter().map(|part| Mark { at: part.at.bytes, with: '-' }).collect();
    marks.extend(claim.source.iter().map(|source| Mark { at: source.at.bytes, with: '^' }));
    marks.extend(claim.cue.iter().map(|cue| Mark { at: cue.at.bytes, with: '=' }));
    marks
}

fn alternative(document: &Document, reading: &Reading) -> String {
    let words = |at: &rapporteur_core::ByteRange| at.slice(&document.text).unwrap_or_default().to_owned();
    let cue = reading.cue.as_ref().map(words).unwrap_or_default();
    let content: Vec<String> = reading.content.iter().map(|at| shorten(&words(at))).collect();
    format!("{} at {:.2}: ‘{cue}’ of {}; {}", reading.rule, reading.score, content.join(" … "), reading.why)
}

fn shorten(text: &str) -> String {
    let mut shown: String = text.chars().take(60).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    format!("‘{shown}’")
}
