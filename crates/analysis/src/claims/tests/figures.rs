//! Figures of polls and papers with their times and what stands beside them, comparisons, and what is denied.

use super::check;

#[test]
fn figures_keep_their_time_and_the_figure_beside() {
    check(
        "The survey points to average wages of 3.3% in 2035, revised down from 3.8%.",
        "The survey | indirect | points to | average wages of 3.3% in 2035, revised down from 3.8%",
    );
    check(
        "The poll found 46 percent in favour of the idea, up from 33 percent a year ago, while 37 percent were opposed.",
        "The poll | indirect | found | 46 percent in favour of the idea, up from 33 percent a year ago, while 37 percent were opposed",
    );
    check(
        "The forum’s data show an average of 39 days, against 12 days in Averland.",
        "The forum’s data | indirect | show | an average of 39 days, against 12 days in Averland",
    );
    // No figure, and so the time is that of the speech.
    check("Kestria criticised the decree in 2035.", "Kestria | indirect | criticised | the decree");
}

#[test]
fn comparison_around_an_aside() {
    check(
        "Analysts say Kestria worries less about the loan, a small one, than about setting a precedent.",
        "Analysts | indirect | say | Kestria worries less about the loan, a small one, than about setting a precedent\n\
         Kestria | indirect | worries less about | the loan, a small one, than about setting a precedent",
    );
}

#[test]
fn passive_behind_a_conjunction_is_of_whoever_is_spoken_about() {
    check(
        "Okello has said that her council had hired a ship but was refused a berth.",
        "Okello | indirect | has said | that her council had hired a ship but was refused a berth",
    );
}

#[test]
fn aside_in_a_condition_tells_the_condition() {
    check(
        "If, as the ministry has suggested, the fee is a tax, parliament must vote on it.",
        "the ministry | indirect | has suggested | the fee is a tax",
    );
}

#[test]
fn what_was_reported_is_denied() {
    check(
        "The council reported deaths in the camp, which Averland denies.",
        "The council | indirect | reported | deaths in the camp\nAverland | indirect | denies | deaths in the camp",
    );
}
