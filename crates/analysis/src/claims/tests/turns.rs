//! What speakers say in their turns.

use rapporteur_core::{Block, BlockKind, ByteRange, Document, Draft, SourceForm};

use super::{analysed, document_of, lines};

fn turn(text: &str, speaker: &str) -> String {
    lines(&document_of(text, BlockKind::SpeakerTurn, Some(speaker)))
}

#[test]
fn a_turn_is_its_speakers() {
    assert_eq!(
        turn("Marta Lindqvist: The line has moved. We did not move it.", "Marta Lindqvist"),
        "Marta Lindqvist | direct | – | The line has moved. We did not move it."
    );
}

#[test]
fn the_label_is_the_source() {
    let found = document_of("MS LINDQVIST: The line has moved again.", BlockKind::SpeakerTurn, Some("MS LINDQVIST"));
    assert_eq!(found.claims[0].source.as_ref().map(|source| source.form), Some(SourceForm::Label));
}

#[test]
fn a_label_in_capitals_names_who_is_named_elsewhere() {
    let text = "President Marta Lindqvist has noted the report.";
    let found = document_of(text, BlockKind::SpeakerTurn, Some("MS LINDQVIST"));
    assert_eq!(found.claims[0].claimant.as_deref(), Some("marta-lindqvist"));
}

#[test]
fn questions_thanks_and_stage_directions_claim_nothing() {
    assert_eq!(turn("Has the line moved?", "Marta Lindqvist"), "");
    assert_eq!(turn("Thank you for coming.", "Marta Lindqvist"), "");
    assert_eq!(turn("(Laughter.)", "Marta Lindqvist"), "");
    assert_eq!(turn("The line has moved.", "QUESTION"), "");
}

#[test]
fn reports_in_a_turn_are_nested() {
    let found =
        document_of("Averland told us that the line had moved.", BlockKind::SpeakerTurn, Some("Marta Lindqvist"));
    let nested: Vec<(&str, Option<&str>)> =
        found.claims.iter().map(|claim| (claim.rule.as_str(), claim.nested_in.as_deref())).collect();
    assert_eq!(nested, [("speaker-turn", None), ("cue-person-that", Some("c1"))]);
}

/// A paragraph, then a turn behind its label.
fn introduced(paragraph: &str, label: &str, said: &str) -> Document {
    let text = format!("{paragraph}\n\n{label}: {said}");
    let start = text.len() - said.len();
    let mut turn = Block::new(BlockKind::SpeakerTurn, ByteRange::new(start, text.len()));
    turn.speaker = Some(label.to_owned());
    let blocks = vec![Block::new(BlockKind::Paragraph, ByteRange::new(0, paragraph.len())), turn];
    analysed(Draft { blocks, ..Draft::of_text(text) })
}

fn speaker_of(document: &Document) -> Option<&str> {
    document.claims.iter().find(|claim| claim.rule == "speaker-turn").and_then(|claim| claim.claimant.as_deref())
}

#[test]
fn the_answers_are_those_of_whom_the_interview_is_with() {
    let found = introduced("President Marta Lindqvist met us in Halm.", "A", "The line has moved again.");
    assert_eq!(speaker_of(&found), Some("marta-lindqvist"));
    let asked = introduced("President Marta Lindqvist met us in Halm.", "Q", "The line has moved again.");
    assert_eq!(speaker_of(&asked), None);
}

#[test]
fn a_titled_label_names_a_person_the_text_does_not() {
    let found = introduced("The briefing began late.", "DR DELAMOTTE", "The line has moved again.");
    assert_eq!(speaker_of(&found), Some("delamotte"));
    let label = found.claims.iter().find_map(|claim| claim.source.as_ref());
    assert_eq!(label.map(|source| source.text.as_str()), Some("DR DELAMOTTE"));
}

#[test]
fn an_interview_is_with_the_one_unexplained_name_before_it() {
    let found = introduced("Ansgarde Tulle founded the paper in Halm.", "A", "The line has moved again.");
    assert_eq!(speaker_of(&found), Some("ansgarde-tulle"));
    let found = introduced("Ansgarde Tulle founded the paper in Halm.", "Tulle", "The line has moved again.");
    assert_eq!(speaker_of(&found), Some("ansgarde-tulle"));
}

/// Whom the claim with "we" is by.
fn we_of(headline: &str, label: &str) -> Option<String> {
    let found = introduced(headline, label, "The line has moved. We believe that it is late.");
    let claim = found.claims.iter().find(|claim| claim.rule != "speaker-turn")?;
    let claimant = claim.claimant.clone()?;
    Some(found.actor(&claimant)?.name.clone())
}

#[test]
fn we_of_a_briefing_is_the_body_that_holds_it() {
    let body = "Littoral Union: weekly briefing for reporters";
    assert_eq!(we_of(body, "DR DELAMOTTE").as_deref(), Some("Littoral Union"));
    assert_eq!(we_of("Health ministry of Kestria, daily briefing", "DR DELAMOTTE").as_deref(), Some("Health ministry"));
    for (headline, host) in [
        ("Ministry of Tides and Ports: Briefing by the Spokesperson", "Ministry of Tides and Ports"),
        ("Press conference of the Norvanian Fisheries Directorate", "Norvanian Fisheries Directorate"),
        ("Remarks to the Press by Minister Oduya, Ministry of Transport of Kenya", "Ministry of Transport of Kenya"),
    ] {
        assert_eq!(we_of(headline, "DR DELAMOTTE").as_deref(), Some(host));
        // Nobody's name.
        assert_eq!(we_of(headline, "Spokesperson").as_deref(), Some(host));
    }
    // No briefing, no host.
    assert_eq!(we_of("The Littoral Union seen from the shore", "DR DELAMOTTE").as_deref(), Some("Delamotte"));
}

#[test]
fn we_of_an_interview_is_the_body_named_beside_the_speaker() {
    let desk = "Ingrid Aasland runs the Arctic desk at the Littoral Union and flew in this morning.";
    assert_eq!(we_of(desk, "Aasland").as_deref(), Some("Littoral Union"));
    assert_eq!(we_of(desk, "IA").as_deref(), Some("Littoral Union"));
    // The paper that prints it is not the speaker's.
    assert_eq!(we_of("Ingrid Aasland met the Selby Gazette in May.", "Aasland").as_deref(), Some("Ingrid Aasland"));
}

#[test]
fn i_of_a_turn_is_its_speaker_whoever_was_spoken_of() {
    let found = introduced(
        "President Marta Lindqvist met us in Halm.",
        "A",
        "Commissioner Ada Brun says it is late, and I fear that she is right.",
    );
    let fears: Vec<Option<&str>> = found
        .claims
        .iter()
        .filter(|claim| claim.cue.as_ref().is_some_and(|cue| cue.text == "fear"))
        .map(|claim| claim.claimant.as_deref())
        .collect();
    assert_eq!(fears, [Some("marta-lindqvist")]);
}

#[test]
fn initials_are_those_of_the_only_person_they_fit() {
    let met = "Ada Brun met President Iben Falk and Marta Lindqvist in Halm.";
    assert_eq!(speaker_of(&introduced(met, "IF", "The line has moved again.")), Some("iben-falk"));
    let two = "Ada Brun met President Iben Falk and Ivo Foss in Halm.";
    assert_eq!(speaker_of(&introduced(two, "IF", "The line has moved again.")), None);
}
