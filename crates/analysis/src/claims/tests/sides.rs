//! Sides of a conflict, courts and their judges, banks by what they are.

use super::resolution::check;

#[test]
fn sides_that_fight_and_who_mediates() {
    let pact = "The Kestrian government and the Harbour Front left the port in May. It was late. ";
    let both = "Kestrian government & Harbour Front";
    check(
        &format!(
            "{pact}The pact, brokered by the Littoral Union (LU), opens the Averlander border. Both sides agreed to wait."
        ),
        both,
    );
    check(
        &format!("{pact}It was cold. It was dark. Averland waited. It rained. Each side accuses the other of theft."),
        both,
    );
}

#[test]
fn parties_to_a_dispute_that_are_states() {
    check("Averland took Kestria to the Tidal Tribunal. The award satisfied neither party.", "Averland & Kestria");
}

#[test]
fn judges_of_the_court_just_named() {
    check(
        "The Tidal Tribunal ruled in May. The judges held that it was late. But they found that it was cold.",
        "Tidal Tribunal\nTidal Tribunal",
    );
    check("The port was old. The judges held that it was late.", "judges");
}

#[test]
fn the_central_bank_by_its_name() {
    check(
        "The National Bank of Kestria gave up in May. The central bank said that it was late.",
        "National Bank of Kestria",
    );
    check("The Harbour Bank gave up in May. The central bank said that it was late.", "nobody");
}
