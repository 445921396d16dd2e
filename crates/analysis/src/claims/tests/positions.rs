//! On which side of its matter a claim stands.

use rapporteur_core::{Block, BlockKind, ByteRange, Draft, Position};

use super::document;
use crate::claims::SignKind;

/// The positions of all claims, in text order.
#[track_caller]
fn check(text: &str, expected: &[Option<Position>]) {
    let found = document(text);
    let positions: Vec<Option<Position>> = found.claims.iter().map(|claim| claim.position).collect();
    assert_eq!(positions, expected, "{text}");
}

const OPPOSE: Option<Position> = Some(Position::Oppose);
const SUPPORT: Option<Position> = Some(Position::Support);
const NEUTRAL: Option<Position> = Some(Position::Neutral);

#[test]
fn what_a_thing_is_said_to_be() {
    check("Kestria said the plan was a mistake.", &[OPPOSE]);
    check("Mira Holt called the ruling a victory.", &[SUPPORT]);
    check("Mira Holt called the ruling a disgrace.", &[OPPOSE]);
    check("The chancellor described the offer as generous.", &[SUPPORT]);
    check("“This is shameful,” said Mira Holt.", &[OPPOSE]);
    check("Kestria said the fee was unfair and illegal.", &[OPPOSE]);
    check("Kestria said that the charge was “an insult to all sailors”.", &[OPPOSE]);
}

#[test]
fn what_it_would_do() {
    check("Averland warned that the pact would ruin its growers.", &[OPPOSE]);
    check("Averland said the talks would resume in May.", &[None]);
    check("The agency said twelve people had been killed.", &[None]);
}

#[test]
fn what_the_claimant_does_or_feels() {
    check("“We welcome the decision,” said Mira Holt.", &[SUPPORT]);
    check("The governor said she opposed the tax.", &[OPPOSE]);
    check("Mira Holt said she voted for the bill.", &[SUPPORT]);
    // What is done to it.
    check("The agency confirmed that it had been denied access.", &[None]);
}

#[test]
fn what_ought_to_be() {
    check("Averland argues that the data should be open to everyone.", &[SUPPORT]);
}

#[test]
fn negation_turns_a_judgement_round() {
    check("Kestria said the plan was not a mistake.", &[SUPPORT]);
    check("Averland said the offer was not generous.", &[OPPOSE]);
    check("Averland said the offer was less dangerous.", &[SUPPORT]);
}

#[test]
fn what_is_denied_or_not_seen() {
    check("Averland does not consider the pact a failure.", &[SUPPORT]);
    check("Averland sees no contradiction in the plan.", &[SUPPORT]);
    check("Averland sees little benefit in the plan.", &[OPPOSE]);
    check("Averland sees no role for the bank.", &[OPPOSE]);
    // What the unseen thing is for is not judged.
    check("Averland sees no solution to the crisis.", &[OPPOSE]);
}

#[test]
fn what_others_judge_does_not_colour_the_claim_around_it() {
    check("Averland said that critics had called the plan a disaster.", &[None, OPPOSE]);
    check("Averland said that Kestria had hailed the plan as a triumph.", &[None, SUPPORT]);
}

#[test]
fn cues_that_take_a_side() {
    check("Kestria welcomed the end of a disastrous truce.", &[SUPPORT]);
    check("Averland urged Kestria to abandon its reckless plan.", &[NEUTRAL]);
    check("Averland denied that it had moved the line.", &[OPPOSE]);
    check("Kestria threatened to block the budget.", &[OPPOSE]);
}

#[test]
fn a_question_is_no_judgement() {
    check("Mira Holt asked whether the plan was a mistake.", &[None]);
}

#[test]
fn who_claims_counts() {
    check("Critics say that the levy makes bread dearer.", &[OPPOSE]);
}

#[test]
fn answers_take_their_side() {
    check("The lawyers said “No, Premier” at the same time.", &[OPPOSE]);
    check("Asked about the levy, Okello said: “Yes.”", &[SUPPORT]);
    // An answer to what was asked about, and a sentence that begins as one.
    check("Okello said: “No port was closed in the storm.”", &[None]);
    assert_eq!(first_reason("Asked about the levy, Okello said: “Yes.”"), "is for: Yes");
}

#[test]
fn what_is_promised_is_not_judged_by_its_name() {
    check("The bank will agree to a delay.", &[None]);
    check("The bank agreed to a target of 40 per cent.", &[None]);
    check("The bank threatened a veto.", &[OPPOSE]);
}

#[test]
fn reasons_are_told() {
    assert_eq!(first_reason("Kestria said the plan was a mistake."), "is against: mistake");
}

/// The plain judgement that speaks most for the position of the first claim, and its words.
fn first_reason(text: &str) -> String {
    let mut draft = Draft::of_text(text);
    draft.blocks.push(Block::new(BlockKind::Paragraph, ByteRange::new(0, text.len())));
    let (document, trace) = super::analysed_with_trace(draft);
    let reason = trace.claims.first().and_then(|claim| claim.reasons.first()).expect("a reason");
    let words = reason.at.and_then(|at| at.slice(&document.text));
    assert_eq!(reason.kind, SignKind::Plain);
    format!("{}: {}", reason.value, words.unwrap_or_default())
}

#[test]
fn what_nobody_wants() {
    check("Neither government wants a second war.", &[OPPOSE]);
    check("Nobody in Kest wants the dam.", &[OPPOSE]);
    check("Averland has no objection to a new vote.", &[SUPPORT]);
}
