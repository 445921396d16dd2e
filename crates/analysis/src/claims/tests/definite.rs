//! Claimants that a definite noun phrase takes up.

use super::resolution::check;

#[test]
fn bodies_by_what_the_text_calls_them() {
    check(
        "Lumoria, a photo-sharing service, met Harbour Optics, a lens maker. The service said that it was late.",
        "Lumoria",
    );
    // Nearer, but called something else.
    check(
        "The daily Selby Courier came first, then the channel Rete Nove. The newspaper said that it was late.",
        "Selby Courier",
    );
    check("Two cargo airlines, Nordhaul and Sable Air, fly there. Nordhaul said that it was late.", "Nordhaul");
}

#[test]
fn persons_by_what_the_text_says_they_are() {
    check(
        "Alice Quennell, who finished second, is a historian. Otis Brand is a lawyer. The historian said that it was late.",
        "Alice Quennell",
    );
    // Who is a minister is not any minister.
    check("Foreign Minister Marta Lindqvist came. The planning minister said that it was late.", "nobody");
    check(
        "The Kestrian economy minister, Peter Harbeck, came with a banker. The Kestrian said that it was late.",
        "Peter Harbeck",
    );
    check("Averland, the minister said, was late.", "nobody [Averland]");
}

#[test]
fn states_by_their_form_and_their_part_of_the_world() {
    check("Qatar waited. Brazil did not. The Gulf state said that it was late.", "Qatar");
    check("Qatar waited. Brazil did not. The emirate said that it was late.", "Qatar");
    check("Norway met Nepal in May. The kingdom said that it was late.", "Norway");
    // Of no listed state is it known.
    check("Brazil waited. The emirate said that it was late.", "nobody");
}

#[test]
fn of_two_the_one_the_text_is_about() {
    check(
        "In March the German Foreign Ministry closed the office, and the house now holds a part of Mali’s defence \
         ministry. The ministry said that it was late.",
        "Federal Foreign Office",
    );
}

#[test]
fn bodies_that_no_list_has_and_that_make_a_paper() {
    check(
        "Figures compiled by the Tidal Cable Forum show that it was late.",
        "Tidal Cable Forum via Figures compiled by the Tidal Cable Forum",
    );
    check("The Electoral Modernisation Taskforce said that it was late.", "Electoral Modernisation Taskforce");
}

#[test]
fn several_behind_words_that_tell_where() {
    check("In Geneva the World Bank and Kestria said that it was late.", "World Bank & Kestria");
    check("At the workshop in Jakarta the Philippines and Vietnam said that it was late.", "Philippines & Vietnam");
}
