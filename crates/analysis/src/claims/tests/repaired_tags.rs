//! Words whose place in the sentence tells what they are.

use rapporteur_core::BlockKind;

use super::{analysed, check, draft_of, lines};

#[test]
fn a_participle_takes_no_object() {
    check(
        "Okello warned of a crisis in the camps, and the pledges that followed covered a fifth of it.",
        "Okello | indirect | warned of | a crisis in the camps",
    );
    check(
        "It left in what Kestria called a measure of defence, and the price of salt rose by a third.",
        "Kestria | indirect | called | a measure of defence",
    );
}

#[test]
fn a_clause_behind_that_has_a_subject() {
    check(
        "There is a widespread fear among economists that demand will fall.",
        "economists | indirect | widespread fear | that demand will fall",
    );
    check(
        "Averland’s assurances to Kestria that spare parts would come were late.",
        "Averland | indirect | assurances | that spare parts would come",
    );
}

#[test]
fn candidates_who_lead_are_no_verb() {
    check(
        "Two of the three leading candidates have undertaken to cancel the levy.",
        "Two of the three leading candidates | indirect | have undertaken | to cancel the levy",
    );
}

#[test]
fn places_where_people_were_met() {
    check(
        "Community leaders interviewed in Kest and Aver in May described the war.",
        "Community leaders interviewed in Kest and Aver | indirect | described | the war",
    );
    check("Kestria left the pact and Averland kept it.", "");
}

#[test]
fn the_last_word_of_a_heading_is_not_what_a_sentence_stands_behind() {
    let told = "Warning that the plan would fail, Okello withdrew it.";
    for heading in ["Plan dies", "The plan", "Averland says no."] {
        let mut draft = draft_of(&format!("{heading}\n\n{told}"), BlockKind::Paragraph, None);
        draft.blocks[0].kind = BlockKind::Heading;
        assert_eq!(
            lines(&analysed(draft)),
            "Okello | indirect | Warning | that the plan would fail",
            "under {heading:?}"
        );
    }
}

#[test]
fn what_somebody_claims_to_do_is_no_noun() {
    check("Averland claims to control most of it.", "Averland | indirect | claims | to control most of it");
    check(
        "The harbour union claims to control 72 per cent of the strait.",
        "The harbour union | indirect | claims | to control 72 per cent of the strait",
    );
}
