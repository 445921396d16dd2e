//! Objects that stand in front with their preposition, minds told behind a clause, and what something in front is taken to be.

use super::check;

#[test]
fn prepositions_in_front_of_the_pronoun() {
    check("A levy on which Kestria insists is late.", "Kestria | indirect | insists | A levy");
    check("The levy, to which Okello objects, is late.", "Okello | indirect | objects | The levy");
    check(
        "A closed zone over the camps, for which the union has lobbied since May, would need tankers.",
        "the union | indirect | has lobbied | A closed zone over the camps",
    );
    check("The levy over which Averland cried foul is late.", "Averland | indirect | cried foul | The levy");
    check("The pact of which Kestria is wary is late.", "Kestria | indirect | is wary | The pact");
}

#[test]
fn how_far_and_when_are_no_objects() {
    check("The extent to which Okello objects is unclear.", "");
    check("The way in which Okello insists on the levy is odd.", "Okello | indirect | insists on | the levy");
}

#[test]
fn a_mind_told_behind_its_clause() {
    check("Kestria stayed out of the talks in May, wary of a new levy.", "Kestria | indirect | wary of | a new levy");
    check(
        "Okello abstained, convinced that the plan would fail.",
        "Okello | indirect | convinced | that the plan would fail",
    );
    // Nearer is whoever stands right in front.
    check("Averland met Okello, keen to settle, and signed.", "Okello | indirect | keen | to settle");
    check("The plan failed, wary of a new levy.", "");
}

#[test]
fn taken_to_be() {
    check(
        "The levy, which ministers consider to be unfair, is late.",
        "ministers | indirect | consider | The levy … to be unfair",
    );
    check(
        "The ministry would have the fund publish the formula.",
        "The ministry | indirect | would have | the fund publish the formula",
    );
}
