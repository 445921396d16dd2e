//! What is no claim.

use super::check_none;

#[test]
fn hypotheses() {
    check_none("If Okello says that the line is dead, the talks will end.");
    check_none("Okello could say that the line is dead.");
    check_none("He might answer that it was a mistake.");
}

#[test]
fn negated_speech() {
    check_none("Okello did not explain why the line had moved.");
    check_none("Nobody said that the line had moved.");
    check_none("No minister has proposed a conference.");
    check_none("Okello declined to say whether the line had moved.");
}

#[test]
fn nothing_is_said() {
    check_none("Okello made his intentions clear.");
    check_none("Okello spoke.");
    check_none("The author argues with herself.");
}

#[test]
fn terms_and_titles_in_marks() {
    check_none("The so-called “herring summit” is planned for April.");
    check_none("The novel “Nine Fathoms” made the line famous.");
    check_none("A “frank exchange” is a quarrel.");
}

#[test]
fn the_authors_own_voice() {
    check_none("The line has moved twice since April.");
    check_none("The toll is unlikely to last, and the union knows too little.");
}

#[test]
fn first_persons_in_quotations() {
    use super::check;
    check("“I think that it is late,” Okello said.", "Okello | direct | said | “I think that it is late,”");
}

#[test]
fn how_it_is_agreed() {
    check_none("The terms of the visit shall be agreed by consensus.");
}
