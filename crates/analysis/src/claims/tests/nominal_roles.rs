//! What somebody is called, what a thing is to somebody, what stands behind a colon or in front of the noun.

use super::{check, check_none};

#[test]
fn what_somebody_is_called_beside_the_name() {
    check(
        "The rain woke Governor Brun, a key proponent of the toll.",
        "Governor Brun | indirect | proponent of | the toll",
    );
    check("A longtime supporter of the pact, Okello resigned in May.", "Okello | indirect | supporter of | the pact");
    check_none("The farmers met on Monday, a supporter of the toll beside them.");
}

#[test]
fn what_a_thing_is_to_somebody() {
    check(
        "Reunion with the islands is a top priority for Averland.",
        "Averland | indirect | top priority for | Reunion with the islands",
    );
    check(
        "The outcome of the vote was a surprise for many observers.",
        "many observers | indirect | surprise for | The outcome of the vote",
    );
    check_none("The bridge would be a priority for Averland.");
    check_none("The bridge is not a priority for Averland.");
}

#[test]
fn behind_a_colon() {
    check("The fleet served Kestria’s goal: reunion.", "Kestria | indirect | goal | reunion");
    check(
        "The storm ended the Averland government’s final choice — a stronger fleet in the strait.",
        "the Averland government | indirect | final choice | a stronger fleet in the strait",
    );
}

#[test]
fn in_front_of_the_noun() {
    check(
        "The ban hit Kestria’s military ambitions, and the yards closed.",
        "Kestria | indirect | ambitions | military",
    );
    check_none("The ban hit Kestria’s own ambitions, and the yards closed.");
}

#[test]
fn who_is_of_an_opinion() {
    check(
        "The Kestrian clerks were of the opinion that the pact was dead.",
        "The Kestrian clerks | indirect | were of the opinion | that the pact was dead",
    );
    check(
        "The ministry’s official position remains that the pact is dead.",
        "The ministry | indirect | official position | that the pact is dead",
    );
}

#[test]
fn whose_anger_is_drawn() {
    check(
        "The toll act, known as the Salt Law, drew the ire of several banks.",
        "several banks | indirect | ire of | The toll act, known as the Salt Law",
    );
    check(
        "That prompted demands from Averland, including a port and a fleet of its own.",
        "Averland | indirect | demands from | including a port and a fleet of its own",
    );
}

#[test]
fn interest_in_doing() {
    check("The vote showed their interest in closing the port.", "their | indirect | interest in | closing the port");
    check(
        "Averland has shown great interest in how the dam is run.",
        "Averland | indirect | has shown great interest in | how the dam is run",
    );
    check_none("The clerk counted Averland’s interest in the port.");
    check_none("Averland has an interest in the port.");
}

#[test]
fn plans_of_somebody() {
    check(
        "The rain ended the governor’s plan to close the port.",
        "the governor | indirect | plan | to close the port",
    );
    check_none("The plan to close the port failed.");
}

#[test]
fn up_to_the_next_noun_and_the_main_clause() {
    check(
        "The storm ended Kestria’s desire to stop the war and its frustration with the failed talks.",
        "Kestria | indirect | desire | to stop the war\nits | indirect | frustration with | the failed talks",
    );
    check(
        "As Kestria worked on its plan to close the port, the mayors had to wait.",
        "its | indirect | plan | to close the port",
    );
}

#[test]
fn support_that_is_money() {
    check_none("The clerk counted Averland’s support to the port.");
    check(
        "Averland offered its full support to the port.",
        "Averland | indirect | offered its full support to | the port",
    );
}

#[test]
fn one_of_several_and_long() {
    check(
        "Okello, one of the fiercest critics of the tunnel, voted no.",
        "Okello | indirect | critics of | the tunnel",
    );
    check("Averland, long a supporter of the tunnel, voted no.", "Averland | indirect | supporter of | the tunnel");
}

#[test]
fn red_lines() {
    check("The pact is a red line for Averland.", "Averland | indirect | red line for | The pact");
    check_none("The quay is a front line for Averland.");
}

#[test]
fn behind_a_late_colon() {
    check(
        "Averland has maintained a consistent goal regarding the islands since 2020: reunion under one flag.",
        "Averland | indirect | has maintained a consistent goal | reunion under one flag",
    );
}

#[test]
fn up_to_the_verb_of_the_noun() {
    check("Their refusal to return surprised many.", "Their | indirect | refusal | to return");
}

#[test]
fn counted_among_critics() {
    check("Okello is one of the fiercest critics of the dam.", "Okello | indirect | critics of | the dam");
    check("Okello emerged as a leading critic of the dam.", "Okello | indirect | critic of | the dam");
    check(
        "Averland is a critic of the dam and an advocate of free seas.",
        "Averland | indirect | critic of | the dam\nAverland | indirect | advocate of | free seas",
    );
    check_none("Okello met one of the fiercest critics of the dam.");
}

#[test]
fn the_critics_of_what_owns_them() {
    check("Averland is the pact’s most vocal critic.", "Averland | indirect | critic | the pact");
    check("Okello, the dam’s fiercest opponent, opened the bridge.", "Okello | indirect | opponent | the dam");
    check_none("The pact’s critics met in Port Aver.");
}

#[test]
fn a_second_thing_somebody_is_called() {
    check(
        "Averland – the oldest republic and a strident supporter of free seas – joined.",
        "Averland | indirect | supporter of | free seas",
    );
}
