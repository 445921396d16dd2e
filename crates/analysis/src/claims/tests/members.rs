//! Sources that several make up: how far they reach, and who all of them are.

use super::check;
use super::resolution::check as check_holders;

#[test]
fn each_member_is_resolved_for_itself() {
    check_holders(
        "President Tomasz Okello was there. Averland and the president said that it was late.",
        "Averland & Tomasz Okello",
    );
    check_holders("Averland and two smaller states said that it was late.", "Averland");
    check_holders("Averland and several members of the Littoral Union said that it was late.", "Averland");
    check_holders(
        "Economist Yara Lind was there. Yara Lind of the Tidal Network and Otis Brand of the Harbour Watch said that it was late.",
        "Yara Lind & Otis Brand",
    );
    check_holders("Averland as well as Kestria said that it was late.", "Averland & Kestria");
    // "and" within a title parts nobody.
    check_holders("Minister for Ports and Industry Yara Lind said that it was late.", "Yara Lind");
}

#[test]
fn those_of_a_group_who_are_named() {
    check_holders("Some states, notably Averland and Kestria, want a vote.", "Averland & Kestria");
    check_holders("Some states, among them Averland and Kestria, want a vote.", "Averland & Kestria");
    check_holders("Some states, Averland and Kestria among them, want a vote.", "Averland & Kestria");
    check_holders("Friends of the levy, notably General Sorrel Vane, have said that it was late.", "Sorrel Vane");
    check_holders("Some economists, among them former minister Sorrel Vane, favour a levy.", "Sorrel Vane");
    check_holders(
        "Friends of the levy, including the authors of a note by the Tidal Commission, want a vote.",
        "Friends of the levy",
    );
    check_holders(
        "The Littoral Union and other bodies, including Averland, Kestria, and others, want a vote.",
        "Littoral Union & Averland & Kestria",
    );
}

#[test]
fn names_nobody_knows_beside_who_speaks() {
    check_holders(
        "Vodavane and the International Tidal Commission said it was late.",
        "Vodavane & International Tidal Commission",
    );
    // Beside a state it may be a place.
    check_holders("Vodavane and Averland said it was late.", "Averland");
}

#[test]
fn how_far_joint_sources_reach() {
    check(
        "Military and intelligence officials said it was late.",
        "Military and intelligence officials | indirect | said | it was late",
    );
    check(
        "Averland’s and Kestria’s ministers said it was late.",
        "Averland’s and Kestria’s ministers | indirect | said | it was late",
    );
    check(
        "Averland and, to a lesser extent, Kestria oppose the levy.",
        "Averland and, to a lesser extent, Kestria | indirect | oppose | the levy",
    );
    check(
        "The Tidal Commission and the Envoy for Foreign and Security Policy unveiled a plan.",
        "The Tidal Commission and the Envoy for Foreign and Security Policy | indirect | unveiled | a plan",
    );
    check(
        "President Otis Brand and his deputy Yara ‘Yaz’ Lind said it was late.",
        "President Otis Brand and his deputy Yara ‘Yaz’ Lind | indirect | said | it was late",
    );
    check(
        "The code sought by Averland, Kestria and the Littoral Union is old.",
        "Averland, Kestria and the Littoral Union | indirect | sought | The code",
    );
}

#[test]
fn papers_that_several_made() {
    check_holders(
        "A paper by Otis Brand and Yara Lind finds that it was late.",
        "Otis Brand & Yara Lind via A paper by Otis Brand and Yara Lind",
    );
    check_holders(
        "Averland and Kestria issued a note in May. The note says that it was late.",
        "Averland & Kestria via The note",
    );
}

#[test]
fn those_who_do_it_jointly() {
    check_holders(
        "Averland announced, jointly with Kestria and France, that it was late.",
        "Averland & Kestria & France",
    );
}

#[test]
fn those_who_sign_with_somebody() {
    check_holders(
        "Judge Marta Brun, in a dissenting opinion joined by Judge Tomasz Okello, said that it was late.",
        "Marta Brun & Tomasz Okello",
    );
    check_holders("Judge Marta Brun, on a walk joined by Judge Tomasz Okello, said that it was late.", "Marta Brun");
}
