//! Those who say the rest by the verb in front, which is not told again.

use super::check;

#[test]
fn others_by_the_same_preposition() {
    check(
        "Averland insists on guarantees, Kestria on money.",
        "Averland | indirect | insists on | guarantees\nKestria | indirect | insists on | money",
    );
    check(
        "Averland puts the emphasis on trade, Kestria on the fleet.",
        "Averland | indirect | puts the emphasis on | trade\nKestria | indirect | puts the emphasis on | the fleet",
    );
    // When, and not what.
    check("Averland insists on guarantees, Kestria on Monday.", "Averland | indirect | insists on | guarantees");
}

#[test]
fn others_by_the_same_conjunction() {
    check(
        "Teachers were convinced that the school would close, and some that it had already been sold.",
        "Teachers | indirect | were convinced | that the school would close\n\
         some | indirect | were convinced | that it had already been sold",
    );
    // A relative clause.
    check(
        "The ministry said that forty ships were idle, a figure that has since been printed often.",
        "The ministry | indirect | said | that forty ships were idle",
    );
}

#[test]
fn others_of_what_stands_in_front() {
    check(
        "The levy is something Brun’s partners describe as a guarantee and his critics as a trap.",
        "Brun’s partners | indirect | describe | something … as a guarantee\n\
         his critics | indirect | describe | something … as a trap",
    );
}
