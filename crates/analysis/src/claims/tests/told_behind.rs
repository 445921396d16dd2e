//! What is told behind a colon, by whom it is left to say, and what is asked or supposed and is none.

use super::{check, check_none};

#[test]
fn adjectives_and_verdicts_in_front_of_a_colon() {
    check(
        "The envoy was categorical: all of them must be freed.",
        "The envoy | indirect | was categorical | all of them must be freed",
    );
    check("The envoy was blunt on this point: the war is lost.", "The envoy | indirect | was blunt | the war is lost");
    check("The council’s answer was simple: no controls.", "The council | indirect | answer | no controls");
    check(
        "The paper’s conclusion is awkward: the levy would raise emissions.",
        "The paper | indirect | conclusion | the levy would raise emissions",
    );
}

#[test]
fn advice_in_front_of_a_colon() {
    check(
        "The governor had a word of advice for the guilds: never sign on a Friday.",
        "The governor | indirect | had a word of advice | never sign on a Friday",
    );
}

#[test]
fn it_fell_to_somebody() {
    check(
        "It fell to the governor to announce that the mills would close.",
        "the governor | indirect | to announce | that the mills would close",
    );
    check("It was left to the guild to propose a vote.", "the guild | indirect | to propose | a vote");
}

#[test]
fn adverbs_between_a_relative_pronoun_and_its_verb() {
    check(
        "The governor, who in her first speech called the dam a mistake, has left.",
        "who | indirect | called | the dam a mistake",
    );
    check(
        "The council, which during a visit to Kest denounced the levy, is small.",
        "which | indirect | denounced | the levy",
    );
    // The states oppose it, and no adverb stands there.
    check(
        "Averland wants a price cap, which at least six states oppose.",
        "Averland | indirect | wants | a price cap\n\
         at least six states | indirect | oppose | a price cap",
    );
}

#[test]
fn holders_beside_a_noun_in_front_of_a_copula() {
    check(
        "The argument, made most forcefully by the guild, is that the dam will fail.",
        "the guild | indirect | argument | that the dam will fail",
    );
    check(
        "The proposal, put forward by Averland in May, is to close the border.",
        "Averland | indirect | proposal | to close the border",
    );
    check(
        "The council’s position, set out in its last letter, is that the rules are binding.",
        "The council | indirect | position | that the rules are binding",
    );
}

#[test]
fn what_a_pledge_is_for() {
    check(
        "The governor’s pledge was for two hundred boats.",
        "The governor | indirect | pledge | for two hundred boats",
    );
    check(
        "The consensus among brokers is for two further cuts.",
        "brokers | indirect | consensus | for two further cuts",
    );
}

#[test]
fn superlatives_that_look_like_verbs() {
    check(
        "The report’s most striking finding is that one boat in nine ever sailed.",
        "The report | indirect | most striking finding | that one boat in nine ever sailed",
    );
}

#[test]
fn places_of_saying_that_a_participle_describes() {
    check(
        "Seven mills would close, the owners said in a letter timed for the last hour of trading.",
        "the owners | indirect | said | Seven mills would close",
    );
}

#[test]
fn as_what_something_is_told() {
    check(
        "The new code was greeted by the guild as “a gift to our rivals”.",
        "the guild | mixed | was greeted | The new code … as “a gift to our rivals”",
    );
    check(
        "The governor summed up the war as “a costly walk”.",
        "The governor | mixed | summed up | the war as “a costly walk”",
    );
}

#[test]
fn what_somebody_does_not_see() {
    check(
        "The government of Kestria sees no contradiction in this.",
        "The government of Kestria | indirect | sees no | contradiction in this",
    );
    check("Most traders see little effect.", "Most traders | indirect | see little | effect");
}

#[test]
fn estimates() {
    check(
        "In the estimate of the council, prices will fall.",
        "the council | indirect | In the estimate of | prices will fall",
    );
    check(
        "The office fell back on the explanation that the boat had been lent.",
        "The office | indirect | fell back on the explanation | that the boat had been lent",
    );
}

#[test]
fn what_is_asked_or_supposed() {
    check_none("Does the governor believe that the war is won?");
    check_none("Would any governor have told the council that the stores were empty?");
    check_none("Had the council warned the towns that the dam was failing, they would have left.");
}
