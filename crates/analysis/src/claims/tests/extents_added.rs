//! What is added to an object and belongs to it, and verbs and lists within it.

use super::check;

#[test]
fn clause_that_tells_what_the_last_noun_does() {
    check(
        "Okello compared the treaty to the pact of 1939, which secretly divided the country.",
        "Okello | indirect | compared | the treaty to the pact of 1939, which secretly divided the country",
    );
    check(
        "Okello describes the threat to the isles, most of which lie below the sea.",
        "Okello | indirect | describes | the threat to the isles, most of which lie below the sea",
    );
    // The author's own words on it.
    check("Kestria criticised the decree, which is unusual.", "Kestria | indirect | criticised | the decree");
    check(
        "Kestria criticised the decree, which was adopted after the ministers had left.",
        "Kestria | indirect | criticised | the decree",
    );
}

#[test]
fn explanation_behind_a_dash() {
    check(
        "Kestria threatened Averland with the worst – the end of the union.",
        "Kestria | indirect | threatened | with the worst – the end of the union",
    );
    check("Kestria rejected the loan – and the ministers left.", "Kestria | indirect | rejected | the loan");
}

#[test]
fn times_of_what_is_spoken_of() {
    check(
        "Okello praises the changes in the port since the council was dissolved.",
        "Okello | indirect | praises | the changes in the port since the council was dissolved",
    );
    check(
        "Okello praised the changes in the port after the council was dissolved.",
        "Okello | indirect | praised | the changes in the port",
    );
    check("Kestria has asked for a vote since spring.", "Kestria | indirect | has asked for | a vote");
    check(
        "Kestria has been warning of floods for more than three decades.",
        "Kestria | indirect | has been warning of | floods",
    );
}

#[test]
fn verbs_joined_within_the_object() {
    check(
        "Kestria embraced a policy that reduces its dependence on Averland, increases its trade with the north, and \
         spreads its bets.",
        "Kestria | indirect | embraced | a policy that reduces its dependence on Averland, increases its trade with the \
         north, and spreads its bets",
    );
    check(
        "Kestria backs efforts to deepen the pact and check the power of Averland.",
        "Kestria | indirect | backs | efforts to deepen the pact and check the power of Averland",
    );
    check(
        "Averland backs the plan and rejects the toll.",
        "Averland | indirect | backs | the plan\nAverland | indirect | rejects | the toll",
    );
}

#[test]
fn quoted_phrases_joined() {
    check(
        "Kestria warned of “grave results” and “firm measures” should the speaker go.",
        "Kestria | mixed | warned of | “grave results” and “firm measures”",
    );
}

#[test]
fn lists_before_the_verb() {
    check(
        "Okello said attacks on ships, ports, and cables in the gulf would be answered.",
        "Okello | indirect | said | attacks on ships, ports, and cables in the gulf would be answered",
    );
    check(
        "Okello has proposed a guarantee, and several admirals support it.",
        "Okello | indirect | has proposed | a guarantee\nseveral admirals | indirect | support | it",
    );
    check(
        "The protesters claim the law, which requires all groups that receive a fifth or more of their funding from \
         abroad to register as “foreign agents,” will close them down.",
        "The protesters | mixed | claim | the law, which requires all groups that receive a fifth or more of their \
         funding from abroad to register as “foreign agents,” will close them down",
    );
}

#[test]
fn verb_of_the_clause_around_the_relative_one() {
    check(
        "Those who are protesting the law on the streets see it as a trap.",
        "Those who are protesting the law on the streets | indirect | see | it as a trap
who | indirect | are protesting | the law on the streets",
    );
    check(
        "Those who believe the law is bad want it repealed.",
        "Those who believe the law is bad | indirect | want | it repealed
who | indirect | believe | the law is bad",
    );
}

#[test]
fn infinitive_whose_object_stands_in_front() {
    check(
        "The corridor, which Averland pledged to open during the summit, remains closed.",
        "Averland | indirect | pledged | The corridor … to open",
    );
    check(
        "Okello said that Averland wanted to leave.",
        "Okello | indirect | said | that Averland wanted to leave\nAverland | indirect | wanted | to leave",
    );
}

#[test]
fn remarks_on_what_was_said() {
    check(
        "Okello said Kestria had shown interest, without giving details.",
        "Okello | indirect | said | Kestria had shown interest",
    );
    check(
        "Okello said Kestria would sell the ships, apparently meeting an old demand.",
        "Okello | indirect | said | Kestria would sell the ships",
    );
    check(
        "Kestria has accused Averland of building on the reef and has claimed that the ship is lost.",
        "Kestria | indirect | has accused | of building on the reef\nKestria | indirect | has claimed | that the ship is \
         lost",
    );
}

#[test]
fn phrase_a_participle_hangs_on() {
    check(
        "A portion of land claimed by Kestria lies behind the wall.",
        "Kestria | indirect | claimed | A portion of land",
    );
}

#[test]
fn noun_whose_verb_is_still_to_come() {
    check(
        "Okello’s embrace of defence-first and nuclear policy comes at a price.",
        "Okello | indirect | embrace of | defence-first and nuclear policy",
    );
    check(
        "The observers’ claims of fraud “relied on bad data and bad methods.”",
        "The observers | indirect | claims of | fraud",
    );
}

#[test]
fn what_hangs_on_the_end_of_an_object() {
    check(
        "Okello describes the pact as a first step, one that could end the war.",
        "Okello | indirect | describes | the pact as a first step, one that could end the war",
    );
    check(
        "Kestria supports a joint force, to be led by a general.",
        "Kestria | indirect | supports | a joint force, to be led by a general",
    );
    check(
        "Okello welcomed the release of two clerks who had been held since 2027.",
        "Okello | indirect | welcomed | the release of two clerks who had been held since 2027",
    );
    check(
        "Kestria agreed to a ceasefire starting at midnight.",
        "Kestria | indirect | agreed to | a ceasefire starting at midnight",
    );
    check(
        "Okello likened the cuts to surgery without pain.",
        "Okello | indirect | likened | the cuts to surgery without pain",
    );
}

#[test]
fn gerunds_in_a_list() {
    check(
        "Okello accused Kestria of arming the rebels, closing the strait, and starving the islands.",
        "Okello | indirect | accused | of arming the rebels, closing the strait, and starving the islands",
    );
}

#[test]
fn verbs_of_the_clause_around() {
    check(
        "Averland’s demand that the union lift its sanctions before any talks is a joke.",
        "Averland | indirect | demand | that the union lift its sanctions before any talks",
    );
    check(
        "The forecast of the union that trade would double in 2031 proved too hopeful.",
        "the union | indirect | forecast | that trade would double in 2031",
    );
    check(
        "The reforms that the union wants Kestria to adopt would cost jobs.",
        "the union | indirect | wants | Kestria to adopt",
    );
}

#[test]
fn infinitive_that_is_negated() {
    check("Kestria promised not to raise the toll.", "Kestria | indirect | promised | not to raise the toll");
    check("Kestria decided to raise the toll.", "Kestria | indirect | decided | to raise the toll");
}

#[test]
fn whoever_tells_it_all_behind_the_content() {
    check(
        "Kestria wants to leave the pact, says Otis Brand from the Tidal Network in Kest.",
        "Otis Brand from the Tidal Network in Kest | indirect | says | Kestria wants to leave the pact\n\
         Kestria | indirect | wants | to leave the pact",
    );
    check(
        "Kestria believes that the pact is dead, says Otis Brand, an analyst in Kest.",
        "Otis Brand | indirect | says | Kestria believes that the pact is dead\n\
         Kestria | indirect | believes | that the pact is dead",
    );
}

#[test]
fn numbers_from_and_to() {
    check(
        "Kestria found that only $28–35 billion was paid.",
        "Kestria | indirect | found | that only $28–35 billion was paid",
    );
    check(
        "Okello noted that the wall dates from c. 1980 and is weak.",
        "Okello | indirect | noted | that the wall dates from c. 1980 and is weak",
    );
    check(
        "Kestria expressed frustration about the last decade of talks.",
        "Kestria | indirect | expressed frustration about | the last decade of talks",
    );
}

#[test]
fn what_is_told_behind_a_colon_or_by_doing() {
    check(
        "The party reached a different conclusion: that prices will fall.",
        "The party | indirect | reached a different conclusion | that prices will fall",
    );
    check(
        "The commission came to two conclusions: first, that prices will fall.",
        "The commission | indirect | came to two conclusions | first, that prices will fall",
    );
    check(
        "The ministers had two worries: that prices will fall and that the port will close.",
        "The ministers | indirect | had two worries | that prices will fall and that the port will close",
    );
    check("Kestria responded by backing the plan.", "Kestria | indirect | backing | the plan");
}

#[test]
fn clauses_that_comment() {
    check(
        "Averland is an active advocate for a free sea, which aligns with the aims of the union.",
        "Averland | indirect | active advocate for | a free sea",
    );
}

#[test]
fn lists_with_asides_within() {
    check(
        "They agreed on the removal of mines, and, in May of this year, on a zone for boats.",
        "They | indirect | agreed on | the removal of mines, and, in May of this year, on a zone for boats",
    );
    check(
        "The bank proposes a large unit or, should that prove too dear, a smaller model.",
        "The bank | indirect | proposes | a large unit or, should that prove too dear, a smaller model",
    );
    check(
        "Okello described crews watching the strait, stopping ships and taking fees.",
        "Okello | indirect | described | crews watching the strait, stopping ships and taking fees",
    );
}

#[test]
fn how_often_and_since_when_it_was_said() {
    check("Averland asked for a plan at each of the last three councils.", "Averland | indirect | asked for | a plan");
    check("Averland warned of the change as early as 2031.", "Averland | indirect | warned of | the change");
    check("Averland proposed a forum in letters to the agency.", "Averland | indirect | proposed | a forum");
    check("Okello declares each May that the line is dead.", "Okello | indirect | declares | that the line is dead");
}

#[test]
fn whose_figures_they_are_told_at_the_end() {
    check(
        "The toll pays for itself, on the bank’s figures.",
        "the bank | indirect | figures | The toll pays for itself",
    );
    check("Going by the bank’s bulletin, the toll pays.", "the bank’s bulletin | indirect | Going by | the toll pays");
}
