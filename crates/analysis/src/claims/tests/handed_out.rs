//! Papers that somebody hands out speak for him.

use super::resolution::check;

#[test]
fn whoever_the_words_in_front_stand_for() {
    check(
        "The spokesman of the Littoral Union, Tomasz Okello, issued a statement condemning the plan.",
        "Tomasz Okello via a statement",
    );
    check("President Tomasz Okello’s spokesman issued a statement condemning the plan.", "nobody via a statement");
    check("The Littoral Union has filed a lawsuit seeking to stop the ban.", "Littoral Union via a lawsuit");
    check(
        "Averland has drafted a new strategy that defines Kestria as a threat.",
        "Averland [Kestria] via a new strategy",
    );
}

#[test]
fn words_that_only_tell_when() {
    check(
        "The Littoral Union adopted for the first time a resolution condemning the plan.",
        "Littoral Union via a resolution",
    );
    check("The Littoral Union met pilots who brought a resolution condemning the plan.", "nobody via a resolution");
}

#[test]
fn a_letter_to_somebody() {
    check(
        "The Littoral Union sent a letter to President Tomasz Okello asking for a new ban.",
        "Littoral Union via a letter to President Tomasz Okello",
    );
}
