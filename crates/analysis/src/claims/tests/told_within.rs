//! What is said with somebody's words or name in the middle of it, and what somebody wants told the other way round.

use super::{check, check_none};

#[test]
fn a_cue_with_its_subject_behind_it() {
    check("The line, says Okello, is dead.", "Okello | indirect | says | The line … is dead");
    check(
        "The new law, notes a commentary prepared for the guild, leaves the toll untouched.",
        "a commentary | indirect | notes | The new law … leaves the toll untouched",
    );
    check(
        "Cheap boats, argued the economist Tomasz Okello in a lecture, did more than any minister.",
        "the economist Tomasz Okello | indirect | argued | Cheap boats … did more than any minister",
    );
    check("In May, says Okello, the line fell.", "Okello | indirect | says | In May … the line fell");
}

#[test]
fn a_clause_in_front_of_what_is_said() {
    check(
        "Okello said, if elected, she would ask for help.",
        "Okello | indirect | said | if elected, she would ask for help",
    );
    check(
        "Okello said the news is bad at a time when talk divides the coast.",
        "Okello | indirect | said | the news is bad at a time when talk divides the coast",
    );
}

#[test]
fn clauses_of_nouns_between_commas() {
    check("Averland’s excuse, that the law is old, came late.", "Averland | indirect | excuse | that the law is old");
    check(
        "Okello’s hunch, namely that the port sinks, is taught everywhere.",
        "Okello | indirect | hunch | that the port sinks",
    );
    // A relative clause has no subject of its own.
    check_none("Averland’s excuse, that came late, is old.");
}

#[test]
fn what_is_wanted_in_front() {
    check("A fleet is what Kestria wants.", "Kestria | indirect | wants | A fleet");
    check("All Kestria wants is a fleet.", "Kestria | indirect | wants | a fleet");
    check("Kestria’s aim is a new port.", "Kestria | indirect | aim | a new port");
    check_none("Kestria’s aim is a danger.");
}

#[test]
fn whose_view_it_is_within() {
    check("The port, to Kestria, is a burden.", "Kestria | indirect | to | The port … is a burden");
    check("The port is for Kestria a burden.", "Kestria | indirect | for | The port is … a burden");
    check_none("The port is a burden for Kestria.");
}

#[test]
fn members_of_lists_with_something_told_of_them() {
    check(
        "Kestria proposes a ban on arms, a fund for camps, which Averland would run, and free access for ships.",
        "Kestria | indirect | proposes | a ban on arms, a fund for camps, which Averland would run, and free access for ships",
    );
}
