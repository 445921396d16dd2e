//! What the confidence of a claim follows from.

use rapporteur_core::{Block, BlockKind, ByteRange, Draft};

use super::analysed_with_trace;

/// "aspect=value …" of each claim, of the aspects asked for.
fn evidence(text: &str, aspects: &[&str]) -> Vec<String> {
    let blocks = vec![Block::new(BlockKind::Paragraph, ByteRange::new(0, text.len()))];
    let draft = Draft { blocks, ..Draft::of_text(text) };
    let (document, trace) = analysed_with_trace(draft);
    assert_eq!(document.claims.len(), trace.claims.len());
    let of_claim = |evidence: &crate::claims::Evidence| {
        let each = evidence.each().filter(|(aspect, _)| aspects.contains(&aspect.as_str()));
        each.map(|(aspect, value)| format!("{}={value}", aspect.as_str())).collect::<Vec<_>>().join(" ")
    };
    trace.claims.iter().filter_map(|claim| claim.evidence.as_ref()).map(of_claim).collect()
}

#[track_caller]
fn check(text: &str, aspects: &[&str], expected: &[&str]) {
    assert_eq!(evidence(text, aspects), expected, "in {text:?}");
}

#[test]
fn sources_and_how_they_were_resolved() {
    let aspects = ["source", "claimant", "source_opening"];
    check(
        "President Tomasz Okello spoke first. He said that it was late.",
        &aspects,
        &["source=pronoun claimant=person source_opening=he, she"],
    );
    check("She said that it was late.", &aspects, &["source=unknown pronoun claimant=nobody source_opening=he, she"]);
    check("Averland said that it was late.", &aspects, &["source=name claimant=state source_opening=PROPN"]);
}

#[test]
fn places_of_source_and_content() {
    let aspects = ["cue", "source_place", "content_place", "opening", "ending"];
    check(
        "Averland said that it was late.",
        &aspects,
        &["cue=say source_place=right before content_place=right behind opening=that ending=sentence ends"],
    );
    check(
        "“It is very late,” said Averland.",
        &aspects,
        &["cue=say source_place=right behind content_place=right before opening=mark ending=word"],
    );
}

#[test]
fn pronouns_far_from_the_name_and_others_between() {
    let aspects = ["named_back", "between"];
    check(
        "President Tomasz Okello arrived on Monday. It rained. He said that it was late.",
        &aspects,
        &["named_back=2 between=0"],
    );
    check("Averland said that it was late.", &aspects, &[""]);
}

#[test]
fn tense_and_mood() {
    let aspects = ["tense"];
    check("Averland says that it is late.", &aspects, &["tense=present"]);
    check("Averland has said that it is late.", &aspects, &["tense=perfect"]);
    check("Averland reportedly said that it is late.", &aspects, &["tense=hedged"]);
}
