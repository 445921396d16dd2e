//! Annotators, one after another, on a document with actors and claims.

use std::collections::BTreeSet;

use rapporteur_analysis::{ClaimTrace, Trace};
use rapporteur_core::{AnnotatorRun, Diagnostic, Document, Spans, annotate};
use rapporteur_host::{AnnotatorHandle, CallError};

use crate::crashes::PluginFailure;
use crate::reader::again;

/// What went wrong with annotators on an input. The documents are there all the same.
#[derive(Debug, Default)]
pub(crate) struct Mishaps {
    pub(crate) failures: Vec<PluginFailure>,
    /// Ids of the plugins that it cost a process.
    pub(crate) crashed: BTreeSet<String>,
}

/// Lets every annotator that is not `off` add to a document, in order. One that fails adds nothing and is told of in the
/// document's diagnostics; each sees what those before it added.
pub(crate) fn run_annotators(
    annotators: &mut [AnnotatorHandle],
    document: &mut Document,
    trace: &mut Trace,
    spans: &Spans,
    off: &BTreeSet<String>,
    mishaps: &mut Mishaps,
) {
    for annotator in annotators {
        let plugin = annotator.descriptor().id.clone();
        let why_not = match (off.contains(&plugin), mishaps.crashed.contains(&plugin)) {
            (true, _) => Some("crashed too often"),
            (_, true) => Some("crashed on an earlier document of this file"),
            _ => None,
        };
        if let Some(why_not) = why_not {
            let message = format!("{plugin}: {why_not} and was not asked about this document");
            document.diagnostics.push(Diagnostic::warning("annotator-switched-off", message));
            continue;
        }
        match annotator.annotate(document) {
            Ok(additions) => {
                let run = AnnotatorRun { plugin, version: annotator.descriptor().version.clone() };
                let annotated = annotate(document, spans, run, additions);
                follow(trace, document, &annotated.order);
            }
            Err(CallError::Refused(refusal)) => {
                let message = format!("{plugin}: adds nothing, for {} [{}]", refusal.message, refusal.code);
                document.diagnostics.push(Diagnostic::note("annotator-refused", message));
            }
            Err(error) => {
                // How it failed stands in the run's report and not here: the last words of a process differ from run to run.
                let message = format!("{plugin}: failed on this document and added nothing");
                document.diagnostics.push(Diagnostic::warning("annotator-failed", message));
                mishaps.failures.push(failure(annotator, &document.source.uri, &error));
                if error.is_crash() {
                    mishaps.crashed.insert(plugin);
                }
            }
        }
    }
}

fn failure(annotator: &AnnotatorHandle, uri: &str, error: &CallError) -> PluginFailure {
    let plugin = annotator.descriptor().id.clone();
    let again = again("extract", uri, "--annotate", &plugin, annotator.library(), error);
    PluginFailure {
        uri: uri.to_owned(),
        plugin,
        annotating: true,
        message: error.to_string(),
        help: format!("{again}, and report this to the author of the plugin"),
    }
}

/// Puts the reasons for the claims into the claims' new order. Added claims have no readings of ours that were not taken.
fn follow(trace: &mut Trace, document: &Document, order: &[Option<usize>]) {
    let mut before: Vec<Option<ClaimTrace>> = std::mem::take(&mut trace.claims).into_iter().map(Some).collect();
    let of = |(claim, index): (&rapporteur_core::Claim, &Option<usize>)| {
        let known = index.and_then(|index| before.get_mut(index)).and_then(Option::take);
        let mut known = known.unwrap_or_else(|| ClaimTrace {
            claim: String::new(),
            rule: claim.rule.clone(),
            confidence: claim.confidence,
            score: None,
            evidence: None,
            signs: Vec::new(),
            reasons: Vec::new(),
            alternatives: Vec::new(),
        });
        known.claim.clone_from(&claim.id);
        known
    };
    trace.claims = document.claims.iter().zip(order).map(of).collect();
}
