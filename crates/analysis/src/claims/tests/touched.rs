//! Whom something touches, by words of several, and whose view stands within an impersonal phrase.

use super::check;

#[test]
fn what_touches_whom() {
    check("The levy found few takers in Averland.", "Averland | indirect | found few takers in | The levy");
    check("The levy is anathema to Okello.", "Okello | indirect | anathema to | The levy");
    check("The plan went down well with the guild.", "the guild | indirect | went down well with | The plan");
    check("The levy was viewed with alarm by Averland.", "Averland | indirect | was viewed with alarm | The levy");
}

#[test]
fn where_it_is_thought() {
    check("The levy was resented in Averland.", "Averland | indirect | was resented | The levy");
    check(
        "It is feared in Averland that the port will close.",
        "Averland | indirect | is feared | that the port will close",
    );
    // What is done somewhere may be done to it.
    check("The levy was criticised in Averland.", "– | indirect | was criticised | The levy");
}

#[test]
fn impersonal_phrases() {
    check("It is clear to Okello that the port will close.", "Okello | indirect | is clear | that the port will close");
    check(
        "It is an open secret in Averland that the port will close.",
        "Averland | indirect | is an open secret | that the port will close",
    );
    check(
        "It was not lost on Okello that the port would close.",
        "Okello | indirect | was not lost | that the port would close",
    );
    check("It is not clear to Okello that the port will close.", "");
    check("It is clear to all that the port will close.", "");
}

#[test]
fn arguments_that_run() {
    check(
        "Averland’s argument runs as follows: the port will close.",
        "Averland | indirect | argument | the port will close",
    );
    check(
        "Okello’s argument goes that the port will close.",
        "Okello | indirect | argument | that the port will close",
    );
    check(
        "To Averland’s way of thinking, the port is a burden.",
        "Averland | indirect | way of thinking | the port is a burden",
    );
}
