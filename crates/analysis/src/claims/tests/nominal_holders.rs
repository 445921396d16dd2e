//! Who holds what a cue noun says.

use super::{check, check_none};

#[test]
fn what_modifies_the_noun() {
    check(
        "Fears raised by the ministry about the dam were ignored.",
        "the ministry | indirect | Fears | about the dam",
    );
    check(
        "The pledge Okello made in May to open the port was forgotten.",
        "Okello | indirect | pledge | to open the port",
    );
}

#[test]
fn who_is_under_pressure_from_whom() {
    check(
        "Kestria is under pressure from Averland to disarm the militias.",
        "Averland | indirect | pressure | to disarm the militias",
    );
    check("Calls within the party for a vote were loud.", "the party | indirect | Calls | for a vote");
    check(
        "There is deep disagreement between Kestria and Averland over the height of the dam.",
        "Kestria and Averland | indirect | deep disagreement | over the height of the dam",
    );
}

#[test]
fn the_subject_of_the_clause() {
    check(
        "Kestria stayed away in the hope that the talks would fail.",
        "Kestria | indirect | hope | that the talks would fail",
    );
    check(
        "Okello confined himself to the remark that the bridge was old.",
        "Okello | indirect | remark | that the bridge was old",
    );
    check(
        "Okello left the room on the ground that the rules forbade it.",
        "Okello | indirect | ground | that the rules forbade it",
    );
    check("Kestria spoke in defence of the plan.", "Kestria | indirect | spoke in defence of | the plan");
    check("Kestria responded with a promise of ships.", "Kestria | indirect | responded with a promise of | ships");
    check_none("The bridge was built in the hope that the river would rise.");
}

#[test]
fn participles_behind_the_owner() {
    check(
        "Okello’s revised proposal for a lighthouse came late.",
        "Okello | indirect | revised proposal for | a lighthouse",
    );
    check(
        "Brun and Okello’s objections to the toll came late.",
        "Brun and Okello | indirect | objections to | the toll",
    );
}

#[test]
fn words_and_arms() {
    check_none("Kestria’s attack on the port came late.");
    check("Kestria’s verbal attack on the union came late.", "Kestria | indirect | verbal attack on | the union");
}

#[test]
fn views() {
    check("In her view the toll was a mistake.", "her | indirect | view | the toll was a mistake");
    check("By Kestria’s account, the toll was a mistake.", "Kestria | indirect | account | the toll was a mistake");
    check_none("In my view the toll was a mistake.");
}

#[test]
fn requests() {
    check(
        "The session was held at the request of Averland.",
        "Averland | indirect | request of | The session was held",
    );
    check("The toll was dropped, to the dismay of Averland.", "Averland | indirect | dismay of | The toll was dropped");
    check_none("The ship stopped at the entrance of the port.");
}

#[test]
fn nouns_behind_their_owner() {
    check(
        "The president’s vow to crush the rebels alarmed the clerks.",
        "the clerks | indirect | alarmed | The president’s vow to crush the rebels\nThe president | indirect | vow | to crush the rebels",
    );
    check(
        "The court’s ruling that the vote was void surprised the clerks.",
        "The court | indirect | ruling | that the vote was void",
    );
}

#[test]
fn attitudes_of_a_nationality() {
    check("Kestrian fears of encirclement are old.", "Kestrian | indirect | fears of | encirclement");
}

#[test]
fn what_is_drawn() {
    check("That drew rebukes from Okello.", "Okello | indirect | rebukes from | That");
    check("The vote has won him support among farmers.", "farmers | indirect | support among | him");
}

#[test]
fn what_is_written() {
    check(
        "The letter contains a warning that the dam will burst.",
        "The letter | indirect | contains a warning | that the dam will burst",
    );
    check_none("The valley contains a threat to the dam.");
}

#[test]
fn two_nouns_with_one_holder() {
    check(
        "Okello’s resistance to the union and support for the toll are known.",
        "Okello | indirect | resistance to | the union\nOkello | indirect | support for | the toll",
    );
    check("Kestria’s fears and doubts about the dam grew.", "Kestria | indirect | fears and doubts about | the dam");
    check("The vote has earned Kestria respect among farmers.", "farmers | indirect | respect among | Kestria");
}

#[test]
fn what_is_shared() {
    check(
        "A belief shared by Kestria and Averland is that trade brings peace.",
        "Kestria and Averland | indirect | belief | that trade brings peace",
    );
    check("Calls have come from Averland for a boycott.", "Averland | indirect | Calls | for a boycott");
}

#[test]
fn pronouns_as_owners() {
    check("Their pledge to sell the ferries was late.", "Their | indirect | pledge | to sell the ferries");
    check_none("Its willingness to pay was small.");
}

#[test]
fn deeds_are_none() {
    check_none("Brun slowed down Averland’s efforts to close the port.");
    check_none("There was a surge of attempts from both Averland and Kestria to mend the road.");
    check_none("Okello made an effort to walk.");
    check_none("Averland’s decision to move its fleet shows its haste.");
}

#[test]
fn led_by_another_verb() {
    check(
        "Averland is poised to unveil plans to move the fleet.",
        "Averland | indirect | to unveil plans | to move the fleet",
    );
    check("Averland continued to voice fears about the dam.", "Averland | indirect | to voice fears about | the dam");
    check(
        "Averland refused to voice its fears about the dam.",
        "Averland | indirect | refused | to voice its fears about the dam\nits | indirect | fears about | the dam",
    );
}

#[test]
fn on_the_part_of_somebody() {
    check(
        "The talks show a desire on the part of Averland to close the port.",
        "Averland | indirect | desire | to close the port",
    );
}

#[test]
fn a_second_noun_with_a_determiner() {
    check(
        "Averland expressed concern about the dam and a desire to close the port.",
        "Averland | indirect | expressed concern about | the dam\nAverland | indirect | desire | to close the port",
    );
    check(
        "Averland’s refusal to sign and insistence on a vote delayed the talks.",
        "Averland | indirect | refusal | to sign\nAverland | indirect | insistence on | a vote",
    );
}

#[test]
fn what_is_not_said() {
    check_none("Its refusal to comment on the dam was noted.");
    check(
        "Averland’s commitment to the freedom of the seas is old.",
        "Averland | indirect | commitment to | the freedom of the seas",
    );
    check_none("Averland’s commitment to the Littoral Union is old.");
}

#[test]
fn in_words_that_are_quoted_in_part() {
    check(
        "Okello would “take a position on the plans of Averland to close the port”.",
        "Averland | indirect | plans | to close the port",
    );
    check_none("It was “a sign of the refusal to pay”.");
}

#[test]
fn holders_that_open_the_sentence() {
    check(
        "Among the farmers of Kest, there is a fear that the dam will break.",
        "the farmers of Kest | indirect | fear | that the dam will break",
    );
    check(
        "In Averland, there are fears that the dam will break.",
        "Averland | indirect | fears | that the dam will break",
    );
    check("In the valley, there are fears that the dam will break.", "– | indirect | fears | that the dam will break");
}

#[test]
fn what_an_end_in_view_was_done_for() {
    check(
        "Averland sent ships to close the port in the hope that Kestria would leave.",
        "Averland | indirect | hope | that Kestria would leave",
    );
    check(
        "The declaration began with an appeal that Kestria should leave.",
        "The declaration | indirect | began with an appeal | that Kestria should leave",
    );
}

#[test]
fn what_words_are_taken_for() {
    check("Okello’s speech was a call for peace.", "Okello | indirect | call for | peace");
    check(
        "Averland premised the decree on the belief that the dam would break.",
        "Averland | indirect | belief | that the dam would break",
    );
    check_none("Okello’s bridge was a call for peace.");
}

#[test]
fn who_does_what_is_feared() {
    check_none("The fear of an attack by Averland was old.");
    check("Criticism of the dam by Averland was old.", "Averland | indirect | Criticism of | the dam");
}

#[test]
fn the_owner_of_a_noun_before_that_claims_nothing() {
    check("Its ties with the court and support for the ban are old.", "Its | indirect | support for | the ban");
    check_none("Its ties with the court and the support were old.");
    check_none("The use of its port for military purposes for 50 years was old.");
}

#[test]
fn reasons_in_a_list() {
    check(
        "Averland opposes the dam for two reasons: a fear that the river will dry up; and a demand for a new port.",
        "Averland | indirect | opposes | the dam\n\
         Averland | indirect | fear | that the river will dry up\n\
         Averland | indirect | demand for | a new port",
    );
    check_none("The dam has two parts: a demand for steel; and a wall.");
}

#[test]
fn what_drives_somebody() {
    check(
        "Averland is driven by a fear that the dam will break.",
        "Averland | indirect | fear | that the dam will break",
    );
    check("Motivated by fear of a flood, Averland closed the port.", "Averland | indirect | fear of | a flood");
    check("Driven by its desire to leave, Averland closed the port.", "its | indirect | desire | to leave");
    check_none("The wheel is driven by a fear of heights.");
}

#[test]
fn what_their_worries_are_about() {
    check("The bridge eased the concerns of Averland about the dam.", "Averland | indirect | concerns | about the dam");
    check("The dam has caused concern in Averland.", "Averland | indirect | concern in | The dam");
}

#[test]
fn minds_of_bodies_in_front_of_there() {
    check(
        "The cut is late, and also in the diplomatic service there are concerns that Kestria left.",
        "the diplomatic service | indirect | concerns | that Kestria left",
    );
    check(
        "The cut is late, and also in the port there are concerns that Kestria left.",
        "– | indirect | concerns | that Kestria left",
    );
}

#[test]
fn capitals_in_which_something_is_alleged() {
    check(
        "Work in this field prompted allegations in Port Aver that Kestria left.",
        "Port Aver | indirect | allegations | that Kestria left",
    );
}
