//! Persons, prepositions, infinitives and objects behind the cue.

use super::check;

#[test]
fn person_then_clause() {
    check("Okello told reporters that the line had moved.", "Okello | indirect | told | that the line had moved");
    check("Okello told parliament the line had moved.", "Okello | indirect | told | the line had moved");
    check("Okello assured the union that nothing had moved.", "Okello | indirect | assured | that nothing had moved");
}

#[test]
fn person_then_infinitive() {
    check("Okello urged Averland to publish its maps.", "Okello | indirect | urged | to publish its maps");
    check("Okello called on Averland to publish its maps.", "Okello | indirect | called on | to publish its maps");
    check(
        "Okello asked the commission on Monday to publish its maps.",
        "Okello | indirect | asked | to publish its maps",
    );
}

#[test]
fn object_then_preposition() {
    check("Okello accused Averland of “moving the line”.", "Okello | mixed | accused | of “moving the line”");
    check("Okello warned Averland against “moving the line”.", "Okello | mixed | warned | against “moving the line”");
    check(
        "Okello described the toll as “a customs wall”.",
        "Okello | mixed | described | the toll as “a customs wall”",
    );
    check(
        "Okello criticised Averland for “moving the line”.",
        "Okello | mixed | criticised | Averland for “moving the line”",
    );
}

#[test]
fn preposition_next_to_the_cue() {
    check("Okello called for a new treaty.", "Okello | indirect | called for | a new treaty");
    check("Okello objected to the toll.", "Okello | indirect | objected to | the toll");
    check("Okello cautioned against haste.", "Okello | indirect | cautioned against | haste");
    check("Okello warned against “haste and waste”.", "Okello | direct | warned against | “haste and waste”");
    check("Okello complained about the delay.", "Okello | indirect | complained about | the delay");
}

#[test]
fn infinitives_and_gerunds() {
    check("Okello promised to publish the maps.", "Okello | indirect | promised | to publish the maps");
    check("Okello agreed to wait.", "Okello | indirect | agreed | to wait");
    check("Averland refused to sign.", "Averland | indirect | refused | to sign");
    check("Okello denied moving the line.", "Okello | indirect | denied | moving the line");
    check("Okello wants the union to wait.", "Okello | indirect | wants | the union to wait");
}

#[test]
fn objects_in_front_and_wishes() {
    check(
        "A plan that Okello dismissed as “a timeshare” was dropped.",
        "Okello | mixed | dismissed | A plan … as “a timeshare”",
    );
    check(
        "Okello welcomed the decision as “the best news from the north”.",
        "Okello | mixed | welcomed | the decision as “the best news from the north”",
    );
    check(
        "The bank’s economists expect prices to double on the atolls.",
        "The bank’s economists | indirect | expect | prices to double on the atolls",
    );
    check(
        "Okello demanded to know “how much ice there is off Kest”.",
        "Okello | mixed | demanded | to know “how much ice there is off Kest”",
    );
    check(
        "Okello promised at the funeral to “take the old paper out of the drawer”.",
        "Okello | mixed | promised | to “take the old paper out of the drawer”",
    );
}

#[test]
fn objects() {
    check("Averland rejected the draft within a day.", "Averland | indirect | rejected | the draft within a day");
    check("Okello endorsed that plan.", "Okello | indirect | endorsed | that plan");
    check("The commission recommended talks.", "The commission | indirect | recommended | talks");
    check("Okello welcomed the decision in a statement.", "Okello | indirect | welcomed | the decision");
}

#[test]
fn predicates() {
    check("Okello called the toll a customs wall.", "Okello | indirect | called | the toll a customs wall");
}

#[test]
fn passives() {
    check(
        "Averland was accused by Kestria of moving the line.",
        "Kestria | indirect | was accused | of moving the line",
    );
    check("Okello has been accused of moving the line.", "– | indirect | has been accused of | moving the line");
    check("The toll was described as “a wall” by Kestria.", "Kestria | mixed | was described | The toll … as “a wall”");
}

#[test]
fn auxiliaries_belong_to_the_cue_and_adverbs_do_not() {
    check("Okello has repeatedly urged Averland to wait.", "Okello | indirect | has repeatedly urged | to wait");
    check("Okello again urged Averland to wait.", "Okello | indirect | urged | to wait");
    check("Okello has been urging Averland to wait.", "Okello | indirect | has been urging | to wait");
}

#[test]
fn misread_words() {
    check("Analysts point out that the line has moved.", "Analysts | indirect | point out | that the line has moved");
    check(
        "A former official said that the line had moved.",
        "A former official | indirect | said | that the line had moved",
    );
    check(
        "The chairman, Pell Ostrander, offered to mediate and proposed that the line be moved.",
        "The chairman | indirect | offered | to mediate\nThe chairman | indirect | proposed | that the line be moved",
    );
}
