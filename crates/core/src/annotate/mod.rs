//! From what an annotator hands over to a document: checks every item by itself, gives each position its full span, merges
//! what is there already, and numbers the claims anew.

mod actors;
mod check;
mod claims;
mod quotation;
#[cfg(test)]
mod tests;

use crate::{Additions, AnnotatorRun, Diagnostic, Document, Level, Spans};

use actors::Actors;
use check::Check;
use claims::Claims;

/// What became of the additions of one annotator.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Annotated {
    /// For each claim of the document as it is now, its index before; `None` for one that was added.
    pub order: Vec<Option<usize>>,
    pub actors: usize,
    /// Mentions of added actors included.
    pub mentions: usize,
    pub claims: usize,
    pub labels: usize,
    /// Items that were left out; the document's diagnostics say why.
    pub refused: usize,
    /// Actors, claims and labels that the document had already.
    pub merged: usize,
}

/// Diagnostics that one annotator may leave in one document, of each kind; a last one says how many more there were.
const DIAGNOSTICS: usize = 20;

/// Adds to a document what an annotator found. The only way from [`Additions`] into a [`Document`].
///
/// Every item is checked by itself. One that will not do (a range that leaves the text, an actor nobody knows, a confidence of
/// 7) is left out with a warning that names the annotator, the item and what to do; all others are added. Nothing that the
/// document has is changed or removed: ids of actors stay, claims are numbered anew in text order.
///
/// `spans` are those of the document's text. Linear in the size of document and additions but for sorting; the same arguments
/// give the same document.
pub fn annotate(document: &mut Document, spans: &Spans, run: AnnotatorRun, additions: Additions) -> Annotated {
    let Additions { actors: added_actors, mentions, claims: added_claims, labels, diagnostics } = additions;
    let mut said: Vec<Diagnostic> = Vec::new();
    let mut annotated = Annotated::default();
    {
        let mut check = Check::new(&document.text, &document.blocks, spans, &run.plugin);
        let mut actors = Actors::new(std::mem::take(&mut document.actors));
        actors.add(added_actors, &mut check);
        actors.mention(mentions, &mut check);
        let mut claims = Claims::new(std::mem::take(&mut document.claims));
        claims.label(labels, &mut check);
        claims.add(added_claims, &actors, &mut check);

        (annotated.actors, annotated.mentions) = (actors.added, actors.added_mentions);
        (annotated.claims, annotated.labels) = (claims.added, claims.added_labels);
        annotated.merged = actors.merged + claims.merged;
        if annotated.merged > 0 {
            let (plugin, count) = (&run.plugin, annotated.merged);
            let message = format!("{plugin}: {} it found had been found before", things(count));
            said.push(Diagnostic::note("annotation-merged", message));
        }
        document.actors = actors.finish();
        (document.claims, annotated.order) = claims.finish();
        said.extend(of_annotator(diagnostics, &mut check));
        annotated.refused = check.refusals.len();
        said.extend(refusals(&check));
    }
    document.diagnostics.extend(said);
    document.annotators.push(run);
    annotated
}

/// "1 thing", "3 things"
fn things(count: usize) -> String {
    if count == 1 { "1 thing".to_owned() } else { format!("{count} things") }
}

/// What the annotator itself has to say, with its name before it.
fn of_annotator(diagnostics: Vec<Diagnostic<crate::ByteRange>>, check: &mut Check<'_>) -> Vec<Diagnostic> {
    let more = diagnostics.len().saturating_sub(DIAGNOSTICS);
    let mut said: Vec<Diagnostic> = Vec::new();
    for (number, Diagnostic { level, code, message, at }) in diagnostics.into_iter().take(DIAGNOSTICS).enumerate() {
        // Its words count even where their place does not.
        let at = at.and_then(|at| match check.range(&|| format!("diagnostics[{number}].at"), at) {
            Ok(()) => Some(check.span(at)),
            Err(reason) => {
                check.refuse(reason);
                None
            }
        });
        said.push(Diagnostic { level, code, message: format!("{}: {message}", check.annotator), at });
    }
    if more > 0 {
        let message = format!("{}: {more} further diagnostics are left out", check.annotator);
        said.push(Diagnostic::note("annotator-diagnostics", message));
    }
    said
}

/// A warning for each item that was left out.
fn refusals(check: &Check<'_>) -> Vec<Diagnostic> {
    let plugin = check.annotator;
    let warning = |message: String| Diagnostic {
        level: Level::Warning,
        code: "annotation-refused".to_owned(),
        message,
        at: None,
    };
    let told = check.refusals.iter().take(DIAGNOSTICS);
    let told = told
        .map(|reason| warning(format!("{plugin}: left out, for {reason}; report this to the author of the plugin")));
    let more = check.refusals.len().saturating_sub(DIAGNOSTICS);
    let rest = (more > 0).then(|| {
        let items = if more == 1 { "item was" } else { "items were" };
        warning(format!("{plugin}: {more} more {items} left out; report this to the author of the plugin"))
    });
    told.chain(rest).collect()
}
