//! What stands between a subject and its verb, and what is told beside: each claim ends where the other begins.

use super::check;

#[test]
fn gerunds_between_a_subject_and_its_verb() {
    check(
        "The union, while stressing that nothing had failed, cautioned that it might.",
        "The union | indirect | stressing | that nothing had failed\nThe union | indirect | cautioned | that it might",
    );
    check(
        "The union, after warning that it was late, raised its fees.",
        "The union | indirect | warning | that it was late",
    );
}

#[test]
fn others_who_do_something_else() {
    check(
        "They are split, with the Assembly endorsing the deal, and the Committee holding out for a better one.",
        "the Assembly | indirect | endorsing | the deal\nthe Committee | indirect | holding out for | a better one",
    );
}

#[test]
fn whom_it_was_said_to() {
    check(
        "As one diplomat acknowledged to us, there is no majority.",
        "one diplomat | indirect | acknowledged | there is no majority",
    );
}

#[test]
fn what_the_author_compares_or_explains() {
    check(
        "Some 47 percent of voters favoured opening the port, up from 31 percent last year.",
        "Some 47 percent of voters | indirect | favoured | opening the port",
    );
}

#[test]
fn objects_with_their_condition() {
    check(
        "The union is calling for a cut once losses exceed a third of output.",
        "The union | indirect | is calling for | a cut once losses exceed a third of output",
    );
}

#[test]
fn verbs_behind_words_in_marks() {
    check(
        "The embassy condemned the report as “malicious hype” and maintains that it is false.",
        "The embassy | mixed | condemned | the report as “malicious hype”\nThe embassy | indirect | maintains | that it is false",
    );
}

#[test]
fn sums_and_names_behind_their_verb() {
    check(
        "The damage is put at two million crowns by the bank.",
        "the bank | indirect | is put | The damage … at two million crowns",
    );
    check(
        "It is a figure that the union calls a fabrication.",
        "the union | indirect | calls | a figure … a fabrication",
    );
    check("The guild has pressed the bank for a loan.", "The guild | indirect | has pressed | for a loan");
    check(
        "The move was hailed by the bank and described by the guild as late.",
        "the bank | indirect | was hailed | The move\nthe guild | indirect | described | The move … as late",
    );
}

#[test]
fn both_and_each_in_front_of_the_verb() {
    check(
        "Averland and Kestria both insisted that it was late.",
        "Averland and Kestria | indirect | insisted | that it was late",
    );
    check(
        "Averland and Kestria have each said that it was late.",
        "Averland and Kestria | indirect | have each said | that it was late",
    );
}

#[test]
fn verbs_behind_short_relative_clauses() {
    check(
        "The statement which followed calls for a truce.",
        "The statement which followed | indirect | calls for | a truce",
    );
    check("A pilot who was there says it was late.", "A pilot who was there | indirect | says | it was late");
}

#[test]
fn people_come_together_who_are_accused() {
    check("The minister accused the delegation of cheating.", "The minister | indirect | accused | of cheating");
    check("The minister accused a number of firms of fraud.", "The minister | indirect | accused | of fraud");
}

#[test]
fn what_the_author_goes_on_with_behind_an_aside() {
    check(
        "The line would take five years to lay, Okello reckons, and a visit to its quays does nothing for him.",
        "Okello | indirect | reckons | The line would take five years to lay",
    );
    check(
        "The line would take five years to lay, Okello reckons, and the port would sink.",
        "Okello | indirect | reckons | The line would take five years to lay … and the port would sink",
    );
}
