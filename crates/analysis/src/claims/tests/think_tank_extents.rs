//! Where contents and sources end in the long sentences of think tanks.

use super::{check, check_none};

#[test]
fn how_and_how_often_is_no_part_of_it() {
    check("Kestria dismissed the charge out of hand.", "Kestria | indirect | dismissed | the charge");
    check(
        "The bank backed the levy from an early stage and has profited from it.",
        "The bank | indirect | backed | the levy",
    );
    check("The union has asked for them twice.", "The union | indirect | has asked for | them");
    check("The guild rejected the draft three times.", "The guild | indirect | rejected | the draft");
    // Of what it is counted.
    check(
        "The plan mentions the pier 61 times and the fleet twice.",
        "The plan | indirect | mentions | the pier 61 times and the fleet",
    );
}

#[test]
fn relative_clauses_without_a_pronoun() {
    check(
        "The council rejected the candidates Kestria had proposed.",
        "The council | indirect | rejected | the candidates Kestria had proposed",
    );
    check(
        "The guild will not accept a team drawn from the towns Kestria likes to name.",
        "The guild | indirect | will not accept | a team drawn from the towns Kestria likes to name",
    );
}

#[test]
fn what_is_to_be_done_with_it() {
    check("The guild wants the money kept for a pier.", "The guild | indirect | wants | the money kept for a pier");
}

#[test]
fn the_next_deed() {
    check(
        "He accuses the council of neglecting the harbour, keeps his seat, and refuses to resign.",
        "He | indirect | accuses | of neglecting the harbour\nHe | indirect | refuses | to resign",
    );
    check(
        "He accuses the council of neglect, lets it be known that he favours a levy, and keeps the fund.",
        "He | indirect | accuses | of neglect\nHe | indirect | lets it be known | that he favours a levy",
    );
    check(
        "The guild praised the clerks for “steady work” while regretting slow progress on the docks.",
        "The guild | mixed | praised | the clerks for “steady work”\n\
         The guild | indirect | regretting | slow progress on the docks",
    );
}

#[test]
fn what_the_author_adds() {
    check(
        "The guild argued for keeping the harbour fund, which was the first thing to be cut.",
        "The guild | indirect | argued for | keeping the harbour fund",
    );
    check(
        "The league is concerned with the coast road, large parts of which are held by others.",
        "The league | indirect | is concerned with | the coast road",
    );
    check(
        "The firms dislike small ports since the costs are the same.",
        "The firms | indirect | dislike | small ports",
    );
    check(
        "Kestria denies that it arms the militia despite the findings of the monitors.",
        "Kestria | indirect | denies | that it arms the militia",
    );
}

#[test]
fn both_halves_around_those_who_say_it() {
    check(
        "Permits are granted for a month, they complain, and captains that carry coal go to the end of the line.",
        "they | indirect | complain | Permits are granted for a month … and captains that carry coal go to the end of the line",
    );
    check_none("Dunholm’s pier law, its start pushed back twice, will require captains to register.");
}

#[test]
fn lists_behind_a_preposition_of_the_source() {
    check(
        "A study of wages in Averland, Kestria and Lomar has shown that prices rise.",
        "A study of wages in Averland, Kestria and Lomar | indirect | has shown | that prices rise",
    );
    check(
        "Traders along the road between Brenn, Kest and Dunholm say that the toll is too high.",
        "Traders along the road between Brenn, Kest and Dunholm | indirect | say | that the toll is too high",
    );
    // The visit was to one of them.
    check(
        "After the visit to Lomar, Averland and Kestria agreed to meet.",
        "Averland and Kestria | indirect | agreed | to meet",
    );
}

#[test]
fn clauses_that_a_pronoun_takes_up() {
    check(
        "The pier has been mended, which both councils confirm.",
        "both councils | indirect | confirm | The pier has been mended",
    );
    check(
        "Even partial tolls, which the ministry has studied and which the council opposes, would cost less.",
        "the council | indirect | opposes | partial tolls",
    );
    // A conjunction.
    check(
        "The minister told reporters that the talks would go on, and that Kestria had agreed.",
        "The minister | indirect | told | that the talks would go on, and that Kestria had agreed",
    );
}

#[test]
fn lists_behind_a_colon() {
    check(
        "The league asked for three things: a seat, a vote, and a promise that nobody would be fined.",
        "The league | indirect | asked for | three things: a seat, a vote, and a promise that nobody would be fined",
    );
}

#[test]
fn what_the_idea_in_front_would_do() {
    check(
        "A third view, which a former judge set out in a lecture, would leave the matter to the ports.",
        "a former judge | indirect | set out | A third view … would leave the matter to the ports",
    );
    check(
        "The harbour, which the guild described in a lecture, would freeze.",
        "the guild | indirect | described | The harbour",
    );
}
