//! Adverbial phrases within verbs and around them, the terms of what is wanted, and verbs that look like nouns.

use super::check;

#[test]
fn adverbial_phrases() {
    check(
        "Kestria has on several occasions asked the union for a loan.",
        "Kestria | indirect | has on several occasions asked | for a loan",
    );
    check("Averland above all wants the dam finished.", "Averland | indirect | wants | the dam finished");
    check(
        "The council has in recent months warned that the dikes are failing.",
        "The council | indirect | has in recent months warned | that the dikes are failing",
    );
    check(
        "Kestria has for some years been uneasy about the dam.",
        "Kestria | indirect | has for some years been uneasy about | the dam",
    );
    check(
        "The report draws attention in its last chapter to the state of the dikes.",
        "The report | indirect | draws attention in its last chapter to | the state of the dikes",
    );
}

#[test]
fn what_only_looks_like_an_adverbial() {
    check("Averland has asked for more time.", "Averland | indirect | has asked for | more time");
}

#[test]
fn terms() {
    check(
        "The guild backs the tax, provided that the money goes to the harbour.",
        "The guild | indirect | backs | the tax, provided that the money goes to the harbour",
    );
    check(
        "Kestria wants the base closed only when the last boat has left.",
        "Kestria | indirect | wants | the base closed only when the last boat has left",
    );
    check(
        "Averland supports the ban so that stocks can recover.",
        "Averland | indirect | supports | the ban so that stocks can recover",
    );
}

#[test]
fn verbs_that_look_like_nouns() {
    check("The council did promise to pay.", "The council | indirect | did promise | to pay");
    check(
        "Some hope to win the seat, and some point to the cost.",
        "Some | indirect | hope | to win the seat\n\
         some | indirect | point to | the cost",
    );
    check("Its demand that the port be closed dates from March.", "Its | indirect | demand | that the port be closed");
    check(
        "71 per cent of those asked back joint purchases.",
        "71 per cent of those asked | indirect | back | joint purchases",
    );
    check("A third of the voters back joint purchases.", "A third of the voters | indirect | back | joint purchases");
    check("Kestria claims to hold the town.", "Kestria | indirect | claims | to hold the town");
}

#[test]
fn what_somebody_has() {
    check("Averland has no objection to a new vote.", "Averland | indirect | has no objection to | a new vote");
    check(
        "The ministry has strong objections to a new vote.",
        "The ministry | indirect | has strong objections to | a new vote",
    );
    check("Kestria has no intention of paying the toll.", "Kestria | indirect | has no intention of | paying the toll");
}

#[test]
fn forms_of_be_with_phrases() {
    check(
        "The ministry is of the view that the canal should be dredged.",
        "The ministry | indirect | is of the view | that the canal should be dredged",
    );
    check(
        "Kestria is adamant that no troops will be sent.",
        "Kestria | indirect | is adamant | that no troops will be sent",
    );
    check("The guild is in favour of a slower ban.", "The guild | indirect | is in favour of | a slower ban");
}

#[test]
fn clauses_behind_an_object() {
    check(
        "The army has ruled out talks in any place where Averland would sit as an equal.",
        "The army | indirect | has ruled out | talks in any place where Averland would sit as an equal",
    );
    check(
        "The border was closed, in what Kestria called a measure of defence, and the price of salt rose.",
        "Kestria | indirect | called | a measure of defence",
    );
}

#[test]
fn what_somebody_would_have() {
    check(
        "Some ministers would have the brigade flown home.",
        "Some ministers | indirect | would have | the brigade flown home",
    );
    check("The owners would rather pay a fee than wait.", "The owners | indirect | would rather | pay a fee than wait");
}
