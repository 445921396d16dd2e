//! Frames of policy prose: what something is named, whom something alarms, idioms with an object.

use super::{check, check_none};

#[test]
fn naming_with_as_and_without() {
    check(
        "Okello named the flood as “the single biggest threat”.",
        "Okello | mixed | named | the flood as “the single biggest threat”",
    );
    check(
        "Averland recognises the islanders as its citizens.",
        "Averland | indirect | recognises | the islanders as its citizens",
    );
    check("Averland offered itself as a mediator.", "Averland | indirect | offered | itself as a mediator");
    check(
        "They now regard each other to be trusted allies.",
        "They | indirect | regard | each other to be trusted allies",
    );
    check(
        "Okello found the terms much more difficult to accept.",
        "Okello | indirect | found | the terms much more difficult to accept",
    );
    // An office is given, and other ways are looked for.
    check_none("The premier named Okello as minister.");
    check_none("Averland and Kestria consider other routes to protect their fleets.");
    check_none("Okello held the talks open.");
}

#[test]
fn what_is_said_of_something_has_it_in_front() {
    check(
        "The strait is increasingly being viewed as a gateway.",
        "– | indirect | is increasingly being viewed | The strait … as a gateway",
    );
    check("The loss is estimated at 40 million.", "– | indirect | is estimated | The loss … at 40 million");
    check("The ban was ruled illegal by the court on Monday.", "the court | indirect | was ruled | The ban … illegal");
    check(
        "Okello is considered by some to be the best candidate.",
        "some | indirect | is considered | Okello … to be the best candidate",
    );
    check(
        "The premier was quoted by the Courier as saying that war was near.",
        "The premier | indirect | saying | that war was near",
    );
    check("The ship was known as the Heron.", "");
}

#[test]
fn whom_something_touches() {
    check("These plans have alarmed Averland.", "Averland | indirect | have alarmed | These plans");
    check("What worries Averland is the risk of war.", "Averland | indirect | worries | the risk of war");
    check_none("He upset his hosts.");
    check_none("The tale would alarm Averland.");
}

#[test]
fn idioms_with_an_object() {
    check(
        "Averland emphasised on the need for restraint.",
        "Averland | indirect | emphasised on | the need for restraint",
    );
    check("The party stood against the toll.", "The party | indirect | stood against | the toll");
    check("Okello led the campaign against the toll.", "Okello | indirect | led the campaign against | the toll");
    check("Averland vetoed the start of the talks.", "Averland | indirect | vetoed | the start of the talks");
    check(
        "Okello put the number of those killed in the fighting at 604.",
        "Okello | indirect | put | the number of those killed in the fighting at 604",
    );
    check("The two states signed a treaty on fishing.", "The two states | indirect | signed | a treaty on fishing");
    check_none("The two states signed the guest book.");
    check_none("The two states signed the treaty.");
}

#[test]
fn infinitives_whose_subject_is_known() {
    check(
        "Averland became the first member to announce that it would leave.",
        "Averland | indirect | to announce | that it would leave",
    );
    check(
        "The opposition seized the moment to accuse Averland of fraud.",
        "The opposition | indirect | to accuse | of fraud",
    );
    check(
        "Okello was forced to concede that the line had moved.",
        "Okello | indirect | to concede | that the line had moved",
    );
    check(
        "The count closed early, prompting the group led by Tomasz Okello to allege fraud.",
        "the group led by Tomasz Okello | indirect | to allege | fraud",
    );
}

#[test]
fn gerunds_and_who_they_are_said_of() {
    check(
        "In opposing the motion, Averland and Kestria left the hall.",
        "Averland and Kestria | indirect | opposing | the motion",
    );
    check(
        "While welcoming the vote and praising its conduct, the ministry kept silent.",
        "the ministry | indirect | welcoming | the vote\nthe ministry | indirect | praising | its conduct",
    );
    check(
        "The ministry sent a letter on Monday to the mayor demanding answers about the toll.",
        "a letter on Monday to the mayor | indirect | demanding | answers about the toll",
    );
    check(
        "The quarrel was set off by Averland threatening the islanders with war.",
        "Averland | indirect | threatening | with war",
    );
}

#[test]
fn objects_in_front() {
    check("They left the pact, which Averland denies.", "Averland | indirect | denies | which");
    check(
        "Everything the ministry complained about had been mended.",
        "the ministry | indirect | complained about | Everything",
    );
    check(
        "It was something the clerks thought was out of reach.",
        "the clerks | indirect | thought | something … was out of reach",
    );
}

#[test]
fn an_object_behind_the_day() {
    check(
        "The ministry announced last week the final results of the country’s October vote.",
        "The ministry | indirect | announced | the final results of the country’s October vote",
    );
    check(
        "Okello praised the fleet, and in particular its cooks.",
        "Okello | indirect | praised | the fleet, and in particular its cooks",
    );
}

#[test]
fn what_happens_says_nothing() {
    check_none("The visit highlights the need for a treaty.");
    check_none("It reveals a habit of delay.");
    check("The report highlights the need for a treaty.", "The report | indirect | highlights | the need for a treaty");
}

#[test]
fn a_long_object_behind_what_is_said_of_it() {
    check(
        "Okello dismissed as “nonsense” the claim that he had fled.",
        "Okello | mixed | dismissed | as “nonsense” the claim that he had fled",
    );
    check(
        "The ministry condemned as irresponsible the decision to close the port.",
        "The ministry | indirect | condemned | as irresponsible the decision to close the port",
    );
}

#[test]
fn refusals_and_wishes() {
    check("Kestria does not see Averland as an enemy.", "Kestria | indirect | does not see | Averland as an enemy");
    check("The court struck down the toll as unlawful.", "The court | indirect | struck down | the toll as unlawful");
    check(
        "Okello extended his best wishes to the new premier.",
        "Okello | indirect | extended | his best wishes to the new premier",
    );
    check_none("Okello extended the line to the north.");
    check("The reform, backed by the union, was passed.", "the union | indirect | backed | The reform");
}

#[test]
fn papers_with_numbers_and_free_relatives() {
    check(
        "They cite Resolution 2231, which endorsed the accord.",
        "They | indirect | cite | Resolution 2231\nwhich | indirect | endorsed | the accord",
    );
    check(
        "Okello decried what he says is a spread of lies.",
        "Okello | indirect | decried | what he says is a spread of lies\nhe | indirect | says | what … is a spread of lies",
    );
    check("Averland does not recognise that claim.", "Averland | indirect | does not recognise | that claim");
}

#[test]
fn gerunds_end_before_a_finite_verb() {
    check(
        "Averland ruled out sending troops but has offered training.",
        "Averland | indirect | ruled out | sending troops\nAverland | indirect | has offered | training",
    );
}
