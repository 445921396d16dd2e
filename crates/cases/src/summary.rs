//! A document as a person reads it: every field that matters, offsets beside the words they hold.

use std::fmt::Write;

use rapporteur_core::{Annotation, Claim, Document, Quoted, Span};

use crate::json_name::name;

/// Every block, piece of apparatus, metadata field, actor, mention and claim, one line each.
///
/// Positions are code points, then bytes of the original file: `[12-40 @15-43]`; `@-` where the words stand there in no one
/// piece.
pub fn summary(document: &Document) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write(document, &mut out);
    out
}

fn write(document: &Document, out: &mut String) -> std::fmt::Result {
    let Document { source, metadata, text, .. } = document;
    writeln!(out, "document  {}", document.id)?;
    writeln!(
        out,
        "source    {} {} {} bytes by {} ({})",
        source.media_type, source.charset, source.bytes, source.plugin, source.confidence
    )?;
    for evidence in &source.evidence {
        writeln!(out, "          - {evidence}")?;
    }
    if let Some(next) = &source.runner_up {
        writeln!(out, "          else {} ({})", next.plugin, next.confidence)?;
    }
    let fields = [
        ("title", &metadata.title),
        ("category", &metadata.category),
        ("language", &metadata.language),
        ("published", &metadata.published),
        ("modified", &metadata.modified),
        ("url", &metadata.url),
    ];
    for (name, value) in fields {
        if let Some(value) = value {
            writeln!(out, "{name:<9} {value}")?;
        }
    }
    if let Some(publisher) = &metadata.publisher {
        writeln!(out, "publisher {} ({})", publisher.name, publisher.actor.as_deref().unwrap_or("-"))?;
    }
    if let Some(origin) = &metadata.origin {
        writeln!(
            out,
            "origin    {} ({}) {}",
            origin.name,
            origin.actor.as_deref().unwrap_or("-"),
            optional(origin.at.as_ref())
        )?;
    }
    for author in &metadata.authors {
        let role = author.role.as_deref().unwrap_or("-");
        let affiliation = author.affiliation.as_deref().unwrap_or("-");
        writeln!(out, "author    {} | {role} | {affiliation} {}", author.name, optional(author.at.as_ref()))?;
    }
    if !metadata.keywords.is_empty() {
        writeln!(out, "keywords  {}", metadata.keywords.join(", "))?;
    }
    for candidate in &metadata.candidates {
        let mark = if candidate.chosen { '+' } else { '-' };
        let reason = candidate.reason.as_ref().map_or_else(String::new, |reason| format!(" ({reason})"));
        writeln!(out, "  {mark} {} {:?} from {}{reason}", candidate.field, candidate.value, candidate.origin)?;
    }
    writeln!(out, "\nblocks")?;
    for block in &document.blocks {
        let level = block.level.map_or_else(String::new, |level| format!(" {level}"));
        let speaker = block.speaker.as_ref().map_or_else(String::new, |speaker| format!(" {speaker}:"));
        let time = block.time.as_ref().map_or_else(String::new, |time| format!(" {time}"));
        let words = ends(block.at.slice(text).unwrap_or_default());
        writeln!(
            out,
            "  {} {}{level}{time}{speaker} {} {words}",
            block.section,
            name(&block.kind),
            position(&block.at)
        )?;
        for author in &block.byline {
            writeln!(out, "      by {} {}", author.name, position(&author.at))?;
        }
    }
    writeln!(out, "\napparatus")?;
    for piece in &document.apparatus {
        writeln!(
            out,
            "  {} {} {}",
            name(&piece.kind),
            position(&piece.at),
            ends(piece.at.slice(text).unwrap_or_default())
        )?;
    }
    writeln!(out, "\nactors")?;
    for actor in &document.actors {
        write!(out, "  {} | {} | {}", actor.id, actor.name, actor.kind.as_str())?;
        for part in [&actor.subkind, &actor.affiliation.as_ref().map(|id| format!("of {id}"))].into_iter().flatten() {
            write!(out, " | {part}")?;
        }
        for role in &actor.roles {
            write!(out, " | {} of {}", role.title, role.organisation.as_deref().unwrap_or("-"))?;
        }
        added(actor.annotation.as_ref(), out)?;
        writeln!(out)?;
        for mention in &actor.mentions {
            let place = if mention.sense.as_str() == "place" { " place" } else { "" };
            write!(out, "      {} {:?} {}{place}", position(&mention.at), mention.surface, mention.form.as_str())?;
            added(mention.annotation.as_ref(), out)?;
            writeln!(out)?;
        }
    }
    writeln!(out, "\nclaims")?;
    for claim in &document.claims {
        write_claim(claim, out)?;
    }
    for run in &document.annotators {
        writeln!(out, "\nannotated by {} {}", run.plugin, run.version)?;
    }
    if !document.diagnostics.is_empty() {
        writeln!(out, "\ndiagnostics")?;
    }
    for diagnostic in &document.diagnostics {
        writeln!(
            out,
            "  {} {}: {} {}",
            name(&diagnostic.level),
            diagnostic.code,
            diagnostic.message,
            optional(diagnostic.at.as_ref())
        )?;
    }
    Ok(())
}

fn write_claim(claim: &Claim, out: &mut String) -> std::fmt::Result {
    let claimants: Vec<&str> = claim.claimant.iter().chain(&claim.co_claimants).map(String::as_str).collect();
    let claimants = if claimants.is_empty() { "nobody named".to_owned() } else { claimants.join(" & ") };
    write!(out, "  {} {claimants} | {} | {}", claim.id, name(&claim.form), claim.quotation.as_str())?;
    if let Some(position) = claim.position {
        write!(out, " | {}", position.as_str())?;
    }
    if let Some(addressee) = &claim.addressee {
        write!(out, " | to {addressee}")?;
    }
    if !claim.targets.is_empty() {
        write!(out, " | about {}", claim.targets.join(", "))?;
    }
    for (flag, word) in [(claim.hedged, "hedged"), (claim.negated, "negated")] {
        if flag {
            write!(out, " | {word}")?;
        }
    }
    if let Some(outer) = &claim.nested_in {
        write!(out, " | in {outer}")?;
    }
    write!(out, " | {} {:.2}", claim.rule, claim.confidence)?;
    if let Some(annotator) = &claim.annotator {
        write!(out, " | added by {annotator}")?;
    }
    writeln!(out)?;
    if let Some(source) = &claim.source {
        writeln!(out, "      source  {} {:?} {}", position(&source.at), source.text, name(&source.form))?;
    }
    if let Some(via) = &claim.via {
        writeln!(out, "      via     {} {:?}", position(&via.at), via.text)?;
    }
    if let Some(cue) = &claim.cue {
        writeln!(out, "      cue     {} {:?} {}", position(&cue.at), cue.text, cue.lemma)?;
    }
    for Quoted { text, at } in &claim.content {
        writeln!(out, "      content {} {text:?}", position(at))?;
    }
    for label in &claim.labels {
        writeln!(
            out,
            "      label   {} {:?} | {} {:.2} | {}",
            label.scheme, label.label, label.rule, label.confidence, label.annotator
        )?;
        for Quoted { text, at } in &label.evidence {
            writeln!(out, "              {} {text:?}", position(at))?;
        }
    }
    if let Some(review) = &claim.review {
        let part = |part: &Option<String>| part.clone().unwrap_or_else(|| "-".to_owned());
        let (verdict, rating, worst, best) =
            (part(&review.verdict), part(&review.rating), part(&review.worst), part(&review.best));
        let (reviewer, claimed) = (part(&review.reviewer), part(&review.claimed));
        let at = optional(review.verdict_at.as_ref());
        writeln!(out, "      review  {at} {verdict:?} {rating} of {worst} to {best} by {reviewer}, said {claimed}")?;
        for place in &review.appearances {
            writeln!(out, "      said in {place}")?;
        }
    }
    Ok(())
}

/// " | added by org.example.lab: model-7 0.80", or nothing.
fn added(annotation: Option<&Annotation>, out: &mut String) -> std::fmt::Result {
    let Some(Annotation { annotator, rule, confidence }) = annotation else { return Ok(()) };
    write!(out, " | added by {annotator}: {rule} {confidence:.2}")
}

fn position(at: &Span) -> String {
    let [start, end] = at.chars;
    match at.source {
        Some(source) => format!("[{start}-{end} @{}-{}]", source.start, source.end),
        None if at.source_parts.is_empty() => format!("[{start}-{end} @-]"),
        None => format!("[{start}-{end} @{} parts]", at.source_parts.len()),
    }
}

fn optional(at: Option<&Span>) -> String {
    at.map_or_else(String::new, position)
}

/// The words, or the first and last of many.
fn ends(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let shown: String = if characters.len() <= 100 {
        text.to_owned()
    } else {
        let (head, tail) = (&characters[..60], &characters[characters.len() - 30..]);
        format!("{} … {}", head.iter().collect::<String>(), tail.iter().collect::<String>())
    };
    format!("{shown:?}")
}
