//! Subjects of policy prose: what stands between, who is the first to, what opens a sentence.

use super::{check, check_none};

#[test]
fn the_first_to_say_it() {
    check(
        "On Tuesday Kestria became the first member to announce that it would leave.",
        "Kestria | indirect | to announce | that it would leave",
    );
    check(
        "Norvane was the only state in the south to warn that the bank would fail.",
        "Norvane | indirect | to warn | that the bank would fail",
    );
    check_none("Kestria could become the first member to announce that it would leave.");
}

#[test]
fn whoever_is_made_to_say_it() {
    check(
        "The rivals won only nine seats, prompting the group led by Tomasz Okello to warn that the vote was stolen.",
        "the group led by Tomasz Okello | indirect | to warn | that the vote was stolen",
    );
    check(
        "Reports about the meeting tend to describe the plea as a sign of impatience.",
        "Reports about the meeting | indirect | to describe | the plea as a sign of impatience",
    );
}

#[test]
fn gerunds_that_open_a_sentence() {
    check(
        "While acknowledging the welcome of the guards and praising the conduct of the vote, Kestria left.",
        "Kestria | indirect | acknowledging | the welcome of the guards\nKestria | indirect | praising | the conduct of the vote",
    );
}

#[test]
fn times_between_subject_and_verb() {
    check(
        "As a Kestrian report from earlier this year noted, the cable was cut.",
        "a Kestrian report | indirect | noted | the cable was cut",
    );
    check(
        "The council’s lawyers, the Lind Commission, already in March 2017 warned that the law would fail.",
        "The council’s lawyers | indirect | warned | that the law would fail",
    );
    check(
        "General Tomasz Okello has over the past few months repeatedly warned that the platform is abused.",
        "General Tomasz Okello | indirect | warned | that the platform is abused",
    );
    check(
        "A study published this year found that the port was too small.",
        "A study | indirect | found | that the port was too small",
    );
}

#[test]
fn nouns_where_no_verb_can_stand() {
    check(
        "Kestria’s longtime claim that the bloc is open was tested.",
        "Kestria | indirect | longtime claim | that the bloc is open",
    );
    check("The loss led to concerns that the dam would burst.", "– | indirect | concerns | that the dam would burst");
    check(
        "The union’s top court last week ruled that the harbour must open.",
        "The union’s top court | indirect | ruled | that the harbour must open",
    );
}

#[test]
fn tags_that_only_the_sentence_tells() {
    check(
        "Its secretary, Tomasz Okello, accused port owners of fraud and called for a vote.",
        "Its secretary | indirect | accused | of fraud\nIts secretary | indirect | called for | a vote",
    );
    check(
        "The bank’s vice-president for the south, Ada Brun, called the plan a ruin, adding that it was late.",
        "The bank’s vice-president for the south | indirect | called | the plan a ruin\nThe bank’s vice-president for the south | indirect | adding | that it was late",
    );
    check(
        "Ada Brun asked who would read the crew lists.",
        "Ada Brun | indirect | asked | who would read the crew lists",
    );
    check(
        "The mayor promised help for every village that can hear it.",
        "The mayor | indirect | promised | help for every village that can hear it",
    );
}
