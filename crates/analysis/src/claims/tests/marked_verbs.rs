//! Verbs in marks whose subject stands in front, tags that their place tells, and what is spent in saying something.

use super::{check, check_none};

#[test]
fn verbs_in_marks_have_their_subject_in_front() {
    check(
        "The Averlander government “strongly supports” the bill without the clause.",
        "The Averlander government | indirect | supports | the bill without the clause",
    );
    check(
        "Okello is patient, whilst the Kestrians “want to strengthen it”.",
        "the Kestrians | indirect | want | to strengthen it",
    );
    check("The ministry “blamed” both sides for the war.", "The ministry | indirect | blamed | both sides for the war");
    // Another subject stands within the marks.
    check_none("The ministry “that supports” the bill closed.");
}

#[test]
fn what_is_no_participle_and_no_verb() {
    check(
        "Several observers have praised incoming President Okello as the next great reformer.",
        "Several observers | indirect | have praised | incoming President Okello as the next great reformer",
    );
    check(
        "Following Okello’s March claim that Averland “stole” its fleet, the talks ended.",
        "Okello | mixed | March claim | that Averland “stole” its fleet",
    );
    check("In March Okello claimed that the fleet was lost.", "Okello | indirect | claimed | that the fleet was lost");
}

#[test]
fn time_spent_in_saying_something() {
    check("Averland wasted no time condemning the attack.", "Averland | indirect | condemning | the attack");
    check("Ministers spent the week denouncing the treaty.", "Ministers | indirect | denouncing | the treaty");
    check_none("Ministers spent the week building the pier.");
}

#[test]
fn as_sought_and_making_a_case() {
    check(
        "The ship will not be welcome in the first week of the year, as sought by Averland.",
        "Averland | indirect | sought | The ship will not be welcome in the first week of the year",
    );
    check("The premier made his case for membership.", "The premier | indirect | made his case for | membership");
    check(
        "Averland is looking to improve its relations with Kestria.",
        "Averland | indirect | is looking | to improve its relations with Kestria",
    );
    check_none("The talks look to be over.");
}

#[test]
fn whose_view_it_is_stands_in_front() {
    check(
        "For many in the ministry, the results carry a different lesson.",
        "many in the ministry | indirect | For | the results carry a different lesson",
    );
    check(
        "For the ministry, however, this is not good enough.",
        "the ministry | indirect | For | this is not good enough",
    );
    check(
        "From Averland’s vantage point, the canal has always awakened unpleasant memories.",
        "Averland | indirect | point | the canal has always awakened unpleasant memories",
    );
    check(
        "From the ministry’s point of view, the canal is a threat.",
        "the ministry | indirect | point of view | the canal is a threat",
    );
    check(
        "By Okello’s interpretation, the league has lost its way.",
        "Okello | indirect | interpretation | the league has lost its way",
    );
    check_none("From the ship’s starting point, the harbour is a mile away.");
    check_none("For the ministry, however, a new building rose by the river.");
}

#[test]
fn against_whom_a_criticism_is() {
    check(
        "One of the main criticisms of the ministry is that it has been inconsistent.",
        "– | indirect | criticisms | that it has been inconsistent",
    );
    check_none("The criticism of the ministry was loud.");
}
