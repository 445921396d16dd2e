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

#[test]
fn a_body_in_front_of_its_paper() {
    check(
        "It was late after the International Tidal Commission ruling which condemned the plan.",
        "International Tidal Commission via the International Tidal Commission ruling",
    );
    check(
        "It was late after International Tidal Commission Resolution 12, which condemned the plan.",
        "International Tidal Commission via International Tidal Commission Resolution 12",
    );
    check(
        "They cite the U.S. Department of Defense’s annual report on Kestria, which condemns the plan.",
        "nobody [Pentagon, United States, Kestria]\nPentagon via the U.S. Department of Defense’s annual report",
    );
}
