//! Where what a noun says stands, and where it ends.

use super::{check, check_none};

#[test]
fn quantities() {
    check(
        "Averland made a number of demands for a larger port.",
        "Averland | indirect | made a number of demands for | a larger port",
    );
    check(
        "A wave of fears that the dam would burst ended the talks.",
        "– | indirect | fears | that the dam would burst",
    );
}

#[test]
fn what_they_include() {
    check(
        "His threats include a blockade of the port and a ban on salt.",
        "His | indirect | threats | a blockade of the port and a ban on salt",
    );
    check(
        "The main opponents of the toll include Averland, Lomar and Kestria.",
        "Averland, Lomar and Kestria | indirect | opponents of | the toll",
    );
    check_none("His worries would include the tide.");
}

#[test]
fn themes() {
    check(
        "Control of the strait was a constant theme of the Kestrian government.",
        "the Kestrian government | indirect | constant theme of | Control of the strait",
    );
    check(
        "Building a larger dock has become a top priority for the ministry.",
        "the ministry | indirect | top priority for | Building a larger dock",
    );
}

#[test]
fn up_to_what_is_added() {
    check(
        "The rain ended Kestria’s criticism of the toll, as well as the rise of salt.",
        "Kestria | indirect | criticism of | the toll",
    );
    check(
        "Although Kestria’s policy is to close the port, the mayors have waited.",
        "Kestria | indirect | policy | to close the port",
    );
}

#[test]
fn aid_and_missions() {
    check_none("The rain ended Kestria’s support for Averland.");
    check("The rain ended Kestria’s support for the toll.", "Kestria | indirect | support for | the toll");
    check_none("Averland sent a mission to mend the bridge.");
}

#[test]
fn under_a_proposal() {
    check(
        "Under Kestria’s proposal, the toll would fall by half.",
        "Kestria | indirect | proposal | the toll would fall by half",
    );
    check_none("Under the governor’s plan, the toll fell by half.");
}

#[test]
fn behind_an_aside() {
    check(
        "The demand, voiced loudly by the ministry, that the port be closed came late.",
        "the ministry | indirect | demand | that the port be closed",
    );
    check("Her objection, which was old, was that the dam leaked.", "Her | indirect | objection | that the dam leaked");
    check("Her argument is different: that the dam leaked.", "Her | indirect | argument | that the dam leaked");
}

#[test]
fn outcries_at_what_was_done() {
    check("The removal sparked an outcry.", "– | indirect | outcry | The removal");
    check_none("Averland faced criticism.");
}

#[test]
fn what_is_done_together_and_what_is_pursued() {
    check(
        "The ministers reached agreement on a joint fleet.",
        "The ministers | indirect | reached agreement on | a joint fleet",
    );
    check_none("The clerk counted the ministers’ consensus on the fleet.");
    check(
        "Kestria has pursued a policy of closing the strait.",
        "Kestria | indirect | has pursued a policy of | closing the strait",
    );
    check_none("Kestria has pursued a policy of restraint.");
}

#[test]
fn whose_backing_it_has() {
    check("The pact has the backing of Averland.", "Averland | indirect | backing of | The pact");
    check("The decision was met with outrage in Kestria.", "Kestria | indirect | outrage in | The decision");
}

#[test]
fn what_it_remains_and_what_for() {
    check(
        "Averland’s top priority remains the return of the islands.",
        "Averland | indirect | top priority | the return of the islands",
    );
    check(
        "Averland’s condition for peace is the return of the islands.",
        "Averland | indirect | condition | the return of the islands",
    );
    check(
        "Averland’s warning to Kestria not to mine the strait was old.",
        "Averland | indirect | warning | not to mine the strait",
    );
}

#[test]
fn solutions_and_lists() {
    check(
        "There is Kestria’s solution, which is the return of the islands.",
        "Kestria | indirect | solution | the return of the islands",
    );
    check(
        "The rain ended Okello’s series of threats to close the port.",
        "Okello | indirect | series of threats | to close the port",
    );
}

#[test]
fn stances_on_doing_and_angry_reactions() {
    check("The rain ended Kestria’s stance on filling the dam.", "Kestria | indirect | stance on | filling the dam");
    check_none("The rain ended Kestria’s stance on the dam.");
    check("The raid has provoked angry reactions in Kestria.", "Kestria | indirect | angry reactions in | The raid");
    check_none("The clerk counted Averland’s commitment of troops.");
    check("Okello heaped praise on the generals.", "Okello | indirect | heaped praise on | the generals");
}

#[test]
fn to_the_surprise_of() {
    check(
        "To the surprise of many analysts, Averland signed the pact.",
        "many analysts | indirect | surprise of | Averland signed the pact",
    );
    check(
        "Much to Kestria’s annoyance, Averland signed the pact.",
        "Kestria | indirect | annoyance | Averland signed the pact",
    );
}

#[test]
fn for_whom_it_is_a_worry() {
    check(
        "The worry for Averland is that the dam will burst.",
        "Averland | indirect | worry | that the dam will burst",
    );
    check(
        "Averland’s reading of the pact is that the dam may stay.",
        "Averland | indirect | reading | that the dam may stay",
    );
    check(
        "A common complaint among Kestrian voters is that the toll is too high.",
        "Kestrian voters | indirect | common complaint | that the toll is too high",
    );
}

#[test]
fn asides_with_a_noun() {
    check("Averland, in its desire to close the port, sent ships.", "its | indirect | desire | to close the port");
}

#[test]
fn goals_that_are_to_do_something() {
    check(
        "Averland pursues two goals: closing the port and moving the fleet.",
        "Averland | indirect | pursues two goals | closing the port and moving the fleet",
    );
    check(
        "Averland’s aim was twofold: to close the port and to move the fleet.",
        "Averland | indirect | aim | to close the port and to move the fleet",
    );
    check("Averland’s top priority is closing the port.", "Averland | indirect | top priority | closing the port");
    check("Closing the port is one of Averland’s main goals.", "Averland | indirect | main goals | Closing the port");
    check_none("Averland’s priority is shifting.");
}
