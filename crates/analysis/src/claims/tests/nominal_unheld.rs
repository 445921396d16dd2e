//! Nouns nobody is named for.

use super::{check, check_none};

#[test]
fn clauses() {
    check("Heavy rain fed fears that the dam would burst.", "– | indirect | fears | that the dam would burst");
    check("The storm ended the belief that the coast was safe.", "– | indirect | belief | that the coast was safe");
    check("There is talk that the toll will rise.", "– | indirect | talk | that the toll will rise");
}

/// A call says what is wanted, whoever calls.
#[test]
fn calls() {
    check("The flood brought growing calls for a new dam.", "– | indirect | calls for | a new dam");
    check("The bridge stood, amid mounting calls to close it.", "– | indirect | calls | to close it");
    check("The announcement that the dam had burst came late.", "– | indirect | announcement | that the dam had burst");
}

/// Neither who holds it nor, in a clause, what is held.
#[test]
fn phrases() {
    check_none("The harbour closed amid concerns over the tide.");
    check_none("The flood raised concerns about the bridge.");
    check_none("There are plans to widen the strait.");
    check_none("The minister faced criticism for his silence.");
}

#[test]
fn questions_only_with_what_is_asked() {
    check(
        "The flood raised questions about whether the dam would hold.",
        "– | indirect | questions about | whether the dam would hold",
    );
    check(
        "The week was rife with speculation over whether the court would sit.",
        "– | indirect | speculation over | whether the court would sit",
    );
    check_none("The clerk sorted the questions about the dam.");
}

#[test]
fn subjects() {
    check("Calls are growing for a ban on the nets.", "– | indirect | Calls | for a ban on the nets");
    check("Doubts were raised about the bridge.", "– | indirect | Doubts | about the bridge");
    check("Rumours spread that the bridge was closed.", "– | indirect | Rumours | that the bridge was closed");
    check("The fear is that the dam will burst.", "– | indirect | fear | that the dam will burst");
    check("The argument goes that the toll is needed.", "– | indirect | argument | that the toll is needed");
}

#[test]
fn what_somebody_stated() {
    check("The stated aim is to protect the coast.", "– | indirect | stated aim | to protect the coast");
}

#[test]
fn common_views() {
    check("The official line is that all is well.", "– | indirect | line | that all is well");
}

#[test]
fn none() {
    check_none("There was no suggestion that the bridge was closed.");
    check_none("The flood could raise fears that the dam would burst.");
    check_none("The bridge was closed for fear that it would fall.");
    check_none("The bridge held the talks of last year.");
    check_none("There were protests over the past three days.");
    check_none("The promises of the government were long.");
    check_none("The demand for steel grew.");
    check_none("The protest at the embassy was small.");
    check_none("The question of the budget was open. The signal failed at noon.");
    check_none("The decision to build the bridge was late.");
    check_none("The fear that the storm presented was small.");
    check("The clerk heard a charge that his office dismissed.", "his office | indirect | dismissed | a charge");
}
