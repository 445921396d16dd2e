use rapporteur_sdk::Document;
use rapporteur_sdk::core::{Claim, ClaimOrigin, Review};

use crate::escape::inline;
use crate::names::Names;
use crate::words::{label, position};

/// A footnote for each claim: who, by which words, and where exactly. Nothing where there are no claims.
pub fn notes(document: &Document, names: &Names<'_>) -> Option<String> {
    if document.claims.is_empty() {
        return None;
    }
    let note = |(index, claim)| format!("[^{}]: {}\n", label(index, claim), note(claim, names));
    Some(document.claims.iter().enumerate().map(note).collect())
}

fn note(claim: &Claim, names: &Names<'_>) -> String {
    let mut parts = vec![match claim.claimant.as_deref() {
        // "By" keeps a name from being read as the beginning of a block.
        Some(id) => format!("By {}", names.name(id)),
        None => "Claimant not named".to_owned(),
    }];
    parts.extend(claim.source.as_ref().map(|source| format!("source “{}”", inline(&source.text))));
    parts.extend(claim.cue.as_ref().map(|cue| format!("cue “{}” ({})", inline(&cue.text), inline(&cue.lemma))));
    parts.push(match claim.position {
        Some(stance) => format!("{}, {}", claim.form.as_str(), position(stance)),
        None => claim.form.as_str().to_owned(),
    });
    parts.push(format!("{} speech", claim.quotation.as_str()));
    if !claim.content.is_empty() {
        parts.push(format!("characters {}", ranges(claim.content.iter().map(|part| part.at.chars))));
        let pieces = claim.content.iter().flat_map(|part| part.at.source.iter().chain(&part.at.source_parts));
        let pieces = ranges(pieces.map(|piece| (*piece).into()));
        parts.push(if pieces.is_empty() {
            "not in the file as bytes".to_owned()
        } else {
            format!("file bytes {pieces}")
        });
    }
    parts.push(format!("rule {}", inline(&claim.rule)));
    parts.push(format!("confidence {}", claim.confidence));
    if claim.origin == ClaimOrigin::StructuredData {
        parts.push("stated as data by the page".to_owned());
    }
    parts.extend(claim.annotator.as_ref().map(|annotator| format!("added by {}", inline(annotator))));
    for label in &claim.labels {
        let evidence: Vec<String> = label.evidence.iter().map(|words| format!("“{}”", inline(&words.text))).collect();
        let words = if evidence.is_empty() { String::new() } else { format!(" for {}", evidence.join(", ")) };
        let (scheme, name, annotator) = (inline(&label.scheme), inline(&label.label), inline(&label.annotator));
        parts.push(format!("{scheme} {name}{words} ({annotator}, confidence {})", label.confidence));
    }
    parts.extend(claim.review.as_ref().and_then(verdict));
    parts.join(" · ")
}

/// "found “Mostly false” by Harbour Checks", with the number where there is no word.
fn verdict(review: &Review) -> Option<String> {
    let found = match (&review.verdict, &review.rating, &review.best) {
        (Some(verdict), _, _) => format!("found “{}”", inline(verdict)),
        (None, Some(rating), Some(best)) => format!("rated {} of {}", inline(rating), inline(best)),
        (None, Some(rating), None) => format!("rated {}", inline(rating)),
        (None, None, _) => return None,
    };
    Some(match &review.reviewer {
        Some(reviewer) => format!("{found} by {}", inline(reviewer)),
        None => found,
    })
}

fn ranges(ranges: impl Iterator<Item = [usize; 2]>) -> String {
    ranges.map(|[start, end]| format!("{start}–{end}")).collect::<Vec<_>>().join(", ")
}
