//! What a cue noun takes, and where it ends.

use super::{check, check_none};

#[test]
fn behind_an_interruption() {
    check(
        "Its threat, made in June, to close the railway was ignored.",
        "Its | indirect | threat | to close the railway",
    );
    check("Kestria’s call last week for a ban failed.", "Kestria | indirect | call | for a ban");
    check(
        "The ministry’s request to the court to hear the case failed.",
        "The ministry | indirect | request | to hear the case",
    );
    check("The ministry’s call on governments to act was ignored.", "The ministry | indirect | call | to act");
}

#[test]
fn behind_a_participle() {
    check(
        "Kestria’s proposal, unveiled in March, for a joint fleet was rebuffed.",
        "Kestria | indirect | proposal | for a joint fleet",
    );
    check("The minister’s claim to be a reformer was odd.", "The minister | indirect | claim | to be a reformer");
}

#[test]
fn what_it_is() {
    check("Its main demand is the return of the fleet.", "Its | indirect | main demand | the return of the fleet");
    check(
        "Kestria’s conclusion is essentially that the talks failed.",
        "Kestria | indirect | conclusion | that the talks failed",
    );
    check(
        "Kestria’s message to investors was simple: the port is open.",
        "Kestria | indirect | message | the port is open",
    );
}

#[test]
fn lines_in_marks() {
    check(
        "Okello’s favourite line: “We build in the rain and we sail in the sun.”",
        "Okello | direct | favourite line | “We build in the rain and we sail in the sun.”",
    );
}

#[test]
fn ends() {
    check(
        "Kestria’s complaints about losing ships are as old as the union.",
        "Kestria | indirect | complaints about | losing ships",
    );
    check("Kestria’s pledge not to sign was a mistake.", "Kestria | indirect | pledge | not to sign");
    check(
        "Despite Okello’s claim that the line had moved, the bridge was closed.",
        "Okello | indirect | claim | that the line had moved",
    );
    check(
        "The paper maps Kestria’s quest for a port and Averland’s plans to leave.",
        "Kestria | indirect | quest for | a port\nAverland | indirect | plans | to leave",
    );
}

#[test]
fn renderings_and_requests() {
    check(
        "Kestria’s scornful assessment of the union failed.",
        "Kestria | indirect | scornful assessment of | the union",
    );
    check("Kestria’s application for membership failed.", "Kestria | indirect | application for | membership");
    check("Kestria’s moratorium on new tolls failed.", "Kestria | indirect | moratorium on | new tolls");
    check("Kestria’s claim to the shoal failed.", "Kestria | indirect | claim to | the shoal");
    check("Kestria’s agreement to share the river failed.", "Kestria | indirect | agreement | to share the river");
}

#[test]
fn behind_a_colon() {
    check(
        "Okello sent the same message in a letter: the union must pay.",
        "Okello | indirect | sent the same message | the union must pay",
    );
}

#[test]
fn announcements_of() {
    check("Kestria’s announcement of a new base came late.", "Kestria | indirect | announcement of | a new base");
    check("His warning of a flood came late.", "His | indirect | warning of | a flood");
}

#[test]
fn between_dashes() {
    check(
        "Kestria’s argument — that the river belongs to all — has found support.",
        "Kestria | indirect | argument | that the river belongs to all",
    );
}

#[test]
fn two_nouns_about_one_thing() {
    check(
        "Averland has shown its doubts about, if not opposition to, the pact and Kestria’s plans to save it.",
        "Averland | indirect | has shown its doubts about | the pact and Kestria’s plans to save it\n\
         Averland | indirect | opposition to | the pact and Kestria’s plans to save it\n\
         Kestria | indirect | plans | to save it",
    );
}

#[test]
fn a_clause_without_that() {
    check(
        "Averland’s promise it would leave the port was old.",
        "Averland | indirect | promise | it would leave the port",
    );
    check_none("The promise he had made was old.");
}

#[test]
fn as_to_what() {
    check("His concerns as to who would pay were old.", "His | indirect | concerns as to | who would pay");
}

#[test]
fn what_worries_centre_on() {
    check(
        "Averland’s worries centred on the height of the dam.",
        "Averland | indirect | worries | the height of the dam",
    );
}
