//! Papers and polls whose phrase goes on with who made it, when and of what.

use super::{check, check_none};

#[test]
fn the_whole_phrase_of_a_paper_is_the_source() {
    check(
        "A 2033 paper in the journal Tidal Records estimated that the line had moved.",
        "A 2033 paper in the journal Tidal Records | indirect | estimated | that the line had moved",
    );
    check(
        "A working paper of the Lind School covering eight closures between 1996 and 2019 found that prices were lower.",
        "A working paper of the Lind School covering eight closures between 1996 and 2019 | indirect | found | that prices were lower",
    );
    check(
        "A study for the Harbour Council carried out in 2030 warned that the piers would sink.",
        "A study for the Harbour Council carried out in 2030 | indirect | warned | that the piers would sink",
    );
    check(
        "But a review commissioned by the ministry last year concluded that the pumps were old.",
        "a review commissioned by the ministry | indirect | concluded | that the pumps were old",
    );
}

#[test]
fn a_clause_in_front_is_none_of_it() {
    check(
        "A plan by Kestria ran into trouble on Sunday when two ministers refused to sign it.",
        "two ministers | indirect | refused | to sign it",
    );
    check(
        "The report came out in May and the ministry said that it was late.",
        "the ministry | indirect | said | that it was late",
    );
    check_none("A survey of boats made in 2030 lay on the table.");
}
