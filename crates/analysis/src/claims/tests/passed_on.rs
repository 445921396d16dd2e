//! What is passed on and left to others in asides, quotations that a clause introduces, and what a pronoun sums up.

use super::{check, check_none};

#[test]
fn asides_with_a_verb_of_their_own() {
    check(
        "If the miners are to be believed, the shaft was flooded for a week.",
        "the miners | indirect | are to be believed | the shaft was flooded for a week",
    );
    check(
        "As Averland sees it, the treaty lapsed with the last harvest.",
        "Averland | indirect | sees it | the treaty lapsed with the last harvest",
    );
    check(
        "The levy is, as far as the guild is concerned, an export ban.",
        "the guild | indirect | is concerned | The levy is … an export ban",
    );
    check(
        "To hear the governor tell it, no boat ever left without papers.",
        "the governor | indirect | tell it | no boat ever left without papers",
    );
    check(
        "As any pilot will tell you, the channel is too shallow.",
        "any pilot | indirect | will tell you | the channel is too shallow",
    );
    check(
        "As most traders in Kest would have it, the ban came too early.",
        "most traders in Kest | indirect | would have it | the ban came too early",
    );
    // Nobody’s view.
    check_none("As far as the eye can see, the channel is dry.");
    check_none("If the dam is to be believed safe, it needs a wall.");
}

#[test]
fn asides_behind() {
    check(
        "The dam will hold, or so the engineers in Kest assume.",
        "the engineers in Kest | indirect | assume | The dam will hold",
    );
    check(
        "Without the loan, so the delegation’s argument runs, the mills will close.",
        "the delegation | indirect | argument runs | the mills will close",
    );
}

#[test]
fn colon_in_front_of_a_quotation() {
    check(
        "Her deputy was blunter: “We shall not pay twice for the same bridge.”",
        "Her deputy | direct | was | “We shall not pay twice for the same bridge.”",
    );
    check(
        "One trader summed it up: “The rules changed, and nobody told the boats.”",
        "One trader | direct | summed | “The rules changed, and nobody told the boats.”",
    );
}

#[test]
fn quotation_as_a_subject() {
    check(
        "“A ferry with no landing” was how one envoy put it.",
        "one envoy | direct | put it | “A ferry with no landing”",
    );
    check(
        "“Too little and too late” was the council’s verdict.",
        "the council | direct | verdict | “Too little and too late”",
    );
    // A title.
    check_none("“The Long Winter” was a film about the flood.");
}

#[test]
fn pronoun_that_sums_up() {
    check(
        "No boats, no nets, no pay: such was the verdict of the council.",
        "the council | indirect | verdict | No boats, no nets, no pay",
    );
}

#[test]
fn clause_with_that_in_front() {
    check(
        "That the line would pay for itself was the company’s estimate.",
        "the company | indirect | estimate | That the line would pay for itself",
    );
    check(
        "That the cable was cut was admitted by the bank.",
        "the bank | indirect | was admitted | That the cable was cut",
    );
}

#[test]
fn whose_view_it_is_in_front() {
    check(
        "For Kestria the priority is a fleet of its own.",
        "Kestria | indirect | For | the priority is a fleet of its own",
    );
    check(
        "It gave up its navy, and for the islanders, the coast is now open to anybody.",
        "the islanders | indirect | for | the coast is now open to anybody",
    );
}
