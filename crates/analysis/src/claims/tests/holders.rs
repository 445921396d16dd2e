//! Holders that stand elsewhere than in front of a verb: beside a noun, behind an adjective, in a passive, in a clause of their own.

use super::{check, check_none};

#[test]
fn holder_beside_the_noun() {
    check(
        "The view, common among bankers, that the loan would fail did not last.",
        "bankers | indirect | view | that the loan would fail",
    );
    check(
        "An argument frequently heard in Kest is that the river belongs to nobody.",
        "Kest | indirect | argument | that the river belongs to nobody",
    );
    check("Distrust of the court runs deep among the guilds.", "the guilds | indirect | Distrust | the court");
    check(
        "The accusation that the harbour lied, first made by the monitors, changed little.",
        "the monitors | indirect | accusation | that the harbour lied",
    );
}

#[test]
fn holder_behind_the_noun() {
    check(
        "There is reluctance in Kest to send a second brigade.",
        "Kest | indirect | reluctance | to send a second brigade",
    );
    check("The refusal of the board to pay is older than the bridge.", "the board | indirect | refusal | to pay");
    check(
        "The opposition of the guild to the bill surprised the court.",
        "the guild | indirect | opposition | to the bill",
    );
    check(
        "The demand of its deputies in Averland for a school was ignored.",
        "its deputies in Averland | indirect | demand | for a school",
    );
    check(
        "Criticism by the guild of the way in which the ships were bought was swift.",
        "the guild | indirect | Criticism | of the way in which the ships were bought",
    );
    // The name of the office.
    check(
        "The ferry was late, says a 2031 report by the Office of Harbour Audit.",
        "a 2031 report | indirect | says | The ferry was late",
    );
}

#[test]
fn whose_idea_it_was() {
    check(
        "The idea of a joint fleet, first floated by Averland, has few friends.",
        "Averland | indirect | floated | The idea of a joint fleet",
    );
    check(
        "The proposal for a shared port was put forward by the guild in 2031.",
        "the guild | indirect | was put forward | The proposal for a shared port",
    );
}

#[test]
fn what_something_is_for_somebody() {
    check("The rules remain unacceptable to the guilds.", "the guilds | indirect | unacceptable to | The rules");
    check(
        "A port on the lake is non-negotiable for Kestria.",
        "Kestria | indirect | non-negotiable for | A port on the lake",
    );
    check(
        "Averland makes any truce conditional on back pay.",
        "Averland | indirect | makes | any truce conditional on back pay",
    );
    check(
        "A return to the old rules is out of the question for the guilds.",
        "the guilds | indirect | out of the question for | A return to the old rules",
    );
}

#[test]
fn people_as_the_author_met_them() {
    check(
        "Officials I have spoken to expect the talks to fail.",
        "Officials I have spoken to | indirect | expect | the talks to fail",
    );
    check(
        "Brokers with whom we spoke say the insurers have left.",
        "Brokers with whom we spoke | indirect | say | the insurers have left",
    );
    check(
        "Every diplomat we met in Kest expects a vote.",
        "Every diplomat we met in Kest | indirect | expects | a vote",
    );
    check(
        "Brokers in Kest with whom I have spoken expect the rate to double.",
        "Brokers in Kest with whom I have spoken | indirect | expect | the rate to double",
    );
    check(
        "Analysts we interviewed believe the ban will hold.",
        "Analysts we interviewed | indirect | believe | the ban will hold",
    );
    // Infinitives.
    check_none("In the harbour we met to expect the boats.");
    check_none("The pilots whom I asked to leave the harbour stayed.");
}

#[test]
fn nobody_and_few() {
    check(
        "Nobody in Kest expects a deal before the harvest.",
        "Nobody in Kest | indirect | expects | a deal before the harvest",
    );
    check("Neither government wants a second war.", "Neither government | indirect | wants | a second war");
    check("Both sides are tired, and neither capital expects a vote.", "neither capital | indirect | expects | a vote");
    check("A handful of mayors want the dam removed.", "A handful of mayors | indirect | want | the dam removed");
    check("Rear Admiral Wick said the fleet was ready.", "Rear Admiral Wick | indirect | said | the fleet was ready");
    check(
        "The larger of the two parties, which holds six seats, rejects any change.",
        "The larger of the two parties | indirect | rejects | any change",
    );
}
