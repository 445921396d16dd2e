//! Adjectives that attribute: behind a verb, joined to another, without a verb.

use super::{check, check_none};

#[test]
fn behind_a_verb_that_links() {
    check("Averland was not keen to join the pact.", "Averland | indirect | was not keen | to join the pact");
    check(
        "Averland seems to be upset over the height of the dam.",
        "Averland | indirect | seems to be upset over | the height of the dam",
    );
    check(
        "Kestria is likely to remain suspicious of the pact.",
        "Kestria | indirect | is likely to remain suspicious of | the pact",
    );
    check(
        "Averland is worried about a port that it cannot hold.",
        "Averland | indirect | is worried about | a port that it cannot hold",
    );
    check_none("The tower is likely to remain visible for years.");
}

#[test]
fn two_behind_one_verb() {
    check(
        "Averland has been very concerned about the dam and unhappy at the height of the toll.",
        "Averland | indirect | has been very concerned about | the dam\n\
         Averland | indirect | unhappy at | the height of the toll",
    );
    check(
        "Kestria is open to talks but wary of Averland.",
        "Kestria | indirect | is open to | talks\nKestria | indirect | wary of | Averland",
    );
}

#[test]
fn beside_whom_they_describe() {
    check("Okello, usually wary of the ministry, opened the bridge.", "Okello | indirect | wary of | the ministry");
    check(
        "The toll may calm an electorate increasingly sceptical of the pact.",
        "an electorate | indirect | sceptical of | the pact",
    );
    check("Eager to close the port, Averland sent ships.", "Averland | indirect | Eager | to close the port");
    check_none("The road, open to lorries, is narrow.");
    check_none("Okello crossed a hall ready for guests.");
    check_none("Afraid of nothing and of nobody.");
}

#[test]
fn what_leaves_somebody_so() {
    check("The vote left many clerks dissatisfied.", "many clerks | indirect | dissatisfied | The vote");
    check(
        "Okello drew up a plan that left many clerks dissatisfied.",
        "many clerks | indirect | dissatisfied | a plan",
    );
    check_none("Okello left the hall angry.");
}

#[test]
fn predicates_of_several_words() {
    check("Averland is in favour of the pact.", "Averland | indirect | is in favour of | the pact");
    check("Okello seems in no hurry to leave.", "Okello | indirect | seems in no hurry | to leave");
    check(
        "Both ministries are in agreement that the dam is old.",
        "Both ministries | indirect | are in agreement | that the dam is old",
    );
    check("Those in favour of the toll met in Kest.", "Those | indirect | in favour of | the toll");
    check_none("The ruling at Kest in favour of Averland was old.");
    check_none("They are a favour of old.");
}

#[test]
fn who_may_be_anybody() {
    check_none("Okello looked for a lender willing to wait.");
    check_none("Averland is not aware of the plan.");
}
