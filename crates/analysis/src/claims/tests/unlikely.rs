//! Claims that are more likely wrong than right by far are readings only.

use rapporteur_core::{BlockKind, Claim, Document, Quotation};

use super::{analysed_by, analyser, draft_of, plain_analyser};
use crate::Trace;
use crate::claims::judge::unlikely::{LEAST, SURE};

/// With readings that are taken for claims and hardly ever are.
const TEXT: &str = "Those who seek to praise and even honour the old king are able to do so.\n\n\
    Kestria said that those who believe that the union is lost are wrong.\n\n\
    “The port is closed for good,” it added.";

fn contents(document: &Document) -> Vec<String> {
    let content = |claim: &Claim| claim.content.iter().map(|content| content.text.clone()).collect();
    document.claims.iter().map(content).collect()
}

fn why(trace: &Trace) -> usize {
    trace.passed_over.iter().filter(|reading| reading.why == "more likely wrong than right by far").count()
}

#[test]
fn unlikely_claims_are_readings() {
    let draft = || draft_of(TEXT, BlockKind::Paragraph, None);
    let (all, traced) = analysed_by(analyser(), draft());
    let (kept, trace) = analysed_by(&plain_analyser(), draft());
    let mut scores = traced.claims.iter().map(|claim| claim.score.expect("a rule found it"));
    let mut expected = all.clone();
    expected.claims.retain(|claim| {
        let sure = scores.next().is_some_and(|score| score >= SURE);
        claim.confidence >= LEAST || sure || claim.quotation == Quotation::Direct
    });
    assert!(expected.claims.len() < all.claims.len(), "nothing in the text is unlikely");
    assert_eq!(contents(&kept), contents(&expected));
    assert_eq!(why(&trace), all.claims.len() - expected.claims.len());
    let ids: Vec<&str> = kept.claims.iter().map(|claim| claim.id.as_str()).collect();
    assert!(kept.claims.iter().filter_map(|claim| claim.nested_in.as_deref()).all(|id| ids.contains(&id)));
}
