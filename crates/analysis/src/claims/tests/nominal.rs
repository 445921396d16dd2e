//! Nouns, adjectives, and verbs that carry a cue noun.

use super::check;

#[test]
fn possessors() {
    check("Kestria’s objections to the toll delayed it.", "Kestria | indirect | objections to | the toll");
    check("Okello’s claim that the line had moved was wrong.", "Okello | indirect | claim | that the line had moved");
    check("Okello’s promise to resign came late.", "Okello | indirect | promise | to resign");
}

#[test]
fn holders_behind() {
    check("The plan met strong opposition from Averland.", "Averland | indirect | strong opposition from | The plan");
    check(
        "The plan met opposition from Averland based on concerns that it would cost too much.",
        "Averland | indirect | opposition from | The plan\nAverland | indirect | concerns | that it would cost too much",
    );
}

#[test]
fn verbs_with_a_cue_noun() {
    check(
        "The commission expressed concern about the delay.",
        "The commission | indirect | expressed concern about | the delay",
    );
    check("Okello voiced support for the treaty.", "Okello | indirect | voiced support for | the treaty");
    check("Averland raised objections to the toll.", "Averland | indirect | raised objections to | the toll");
    check(
        "Okello expressed hope that the talks would resume.",
        "Okello | indirect | expressed hope | that the talks would resume",
    );
}

#[test]
fn predicates() {
    check(
        "Averland has been an active advocate for a free sea.",
        "Averland | indirect | active advocate for | a free sea",
    );
}

#[test]
fn adjectives() {
    check(
        "Okello is confident that the talks will resume.",
        "Okello | indirect | is confident | that the talks will resume",
    );
    check("Averland is opposed to the toll.", "Averland | indirect | is opposed to | the toll");
    check("Okello was critical of the union.", "Okello | indirect | was critical of | the union");
}

#[test]
fn what_somebodys_aim_is() {
    check(
        "The intention for Japan and Averland is clear: the toll must go.",
        "Japan and Averland | indirect | intention | the toll must go",
    );
    check("Okello’s view is that the toll must go.", "Okello | indirect | view | that the toll must go");
}
