//! Subjects with much told behind their noun, and what parts a verb from what it takes.

use super::check;

#[test]
fn a_relative_clause_with_a_clause_of_its_own() {
    check(
        "A clerk who has worked there since the port opened says that the fee is lost.",
        "A clerk who has worked there since the port opened | indirect | says | that the fee is lost",
    );
    check(
        "Those who oppose the deal have rejected the levy.",
        "Those who oppose the deal | indirect | have rejected | the levy\nwho | indirect | oppose | the deal",
    );
}

#[test]
fn papers_with_their_makers_and_when() {
    check(
        "As for the fee, a survey of 118 firms by the chamber in the week after the vote criticised the canal.",
        "a survey of 118 firms by the chamber in the week after the vote | indirect | criticised | the canal",
    );
    check(
        "In Kest, an audit ordered by the president after her election rejected the levy.",
        "an audit ordered by the president after her election | indirect | rejected | the levy",
    );
    check("A written answer in May rejected the levy.", "A written answer in May | indirect | rejected | the levy");
}

#[test]
fn a_phrase_of_somebody_elses_is_no_part() {
    // A clause has its subject within.
    check("The envoy who was there left because the port closed.", "");
    check("Neither Kestria nor Norvane has endorsed the pact.", "");
}

#[test]
fn prepositions_behind_where_and_how_it_is_said() {
    check(
        "Okello has argued in a series of articles for an authority of the coast.",
        "Okello | indirect | has argued in a series of articles for | an authority of the coast",
    );
    check(
        "Averland called in a letter to the council for a longer ceasefire.",
        "Averland | indirect | called in a letter to the council for | a longer ceasefire",
    );
    check(
        "Averland warned before the committee of a new embargo.",
        "Averland | indirect | warned before the committee of | a new embargo",
    );
    // "Of" belongs to what stands in front of it.
    check("An envoy spoke on condition of anonymity.", "");
    check("An envoy spoke on the sidelines of the summit.", "");
    check("The minister spoke for several of them.", "");
    // What two talk of, neither claims.
    check("The Courier spoke to her in Kest about the limits of sea power.", "");
}

#[test]
fn an_answer_is_not_spoken_to() {
    check("Okello promised an answer “within one tide”.", "Okello | mixed | promised | an answer “within one tide”");
}

#[test]
fn what_is_done_by_habit() {
    check("Averland has taken to calling for a joint patrol.", "Averland | indirect | calling for | a joint patrol");
    check(
        "Averland has never ceased to argue that the canal is lost.",
        "Averland | indirect | to argue | that the canal is lost",
    );
    check(
        "Averland has never stopped arguing that the canal is lost.",
        "Averland | indirect | arguing | that the canal is lost",
    );
    check("Averland has stopped arguing that the canal is lost.", "");
    check(
        "The union has more than once demanded a cap on fees.",
        "The union | indirect | has more than once demanded | a cap on fees",
    );
}

#[test]
fn owners_of_several_words() {
    check(
        "The chamber of commerce’s objections to the levy are well known.",
        "The chamber of commerce | indirect | objections to | the levy",
    );
    check(
        "Many envoys see in the plan to move the depot a burden on farmers.",
        "Many envoys | indirect | see | in the plan to move the depot a burden on farmers",
    );
}

#[test]
fn the_whole_object_that_a_relative_clause_takes_up() {
    check(
        "The council approved limits on flights over the fjord, which Averland opposes.",
        "Averland | indirect | opposes | limits on flights over the fjord",
    );
}

#[test]
fn verbs_in_s_before_plurals() {
    check("Averland supports talks with the rebels.", "Averland | indirect | supports | talks with the rebels");
    check("The bank backs limits on lending.", "The bank | indirect | backs | limits on lending");
    check("Averland supports sanctions on Kestria.", "Averland | indirect | supports | sanctions on Kestria");
    check(
        "Averland criticised a levy on every ton of cement.",
        "Averland | indirect | criticised | a levy on every ton of cement",
    );
}
