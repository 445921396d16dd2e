//! What policy analysis writes and news does not.

use super::check;

#[test]
fn attitudes_of_whoever_acts() {
    check(
        "Smaller vendors worry that the terms would close the market.",
        "Smaller vendors | indirect | worry | that the terms would close the market",
    );
    check("Averland wants a permanent station.", "Averland | indirect | wants | a permanent station");
    check("The union fears that this would cause panic.", "The union | indirect | fears | that this would cause panic");
}

#[test]
fn verbs_the_tagger_takes_for_nouns() {
    check(
        "The harbour office insists on an exemption for ferries.",
        "The harbour office | indirect | insists on | an exemption for ferries",
    );
    check("Its report claims that turnout would rise.", "Its report | indirect | claims | that turnout would rise");
}

#[test]
fn asides_before_the_content() {
    check(
        "He added, with the air of a man putting the cat out, that the lights were counted.",
        "He | indirect | added | that the lights were counted",
    );
    check(
        "Okello has argued on more than one occasion that the tolls should remain.",
        "Okello | indirect | has argued | that the tolls should remain",
    );
}

#[test]
fn where_the_author_speaks_again() {
    check(
        "Okello said that the inlet was “not a lot for sale”, a phrase that pleased nobody.",
        "Okello | mixed | said | that the inlet was “not a lot for sale”",
    );
    check(
        "Okello insists that no boat leaves without papers, and then he threw a roll.",
        "Okello | indirect | insists | that no boat leaves without papers",
    );
}

#[test]
fn reports_of_others() {
    check(
        "The ministry is understood to favour a smaller fleet.",
        "– | indirect | is understood | The ministry … to favour a smaller fleet\nThe ministry | indirect | to favour | a smaller fleet",
    );
    check(
        "It is often said that the council never misses a meeting.",
        "– | indirect | is often said | that the council never misses a meeting",
    );
}

#[test]
fn the_author_claims_nothing() {
    check("I think that the answer may be of use, and we suspect that it is not.", "");
    check("Everyone on the island knew that it was so.", "");
}
