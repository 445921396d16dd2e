//! Verbs of saying that hang on another verb or stand in marks: what is done in order to say something, on and on, or
//! before something else.

use super::{check, check_none};

#[test]
fn what_is_done_in_order_to_say_it() {
    check(
        "President Okello flew in Ada Brun, head of the bank, at the palace to announce that the bridge would open.",
        "President Okello | indirect | to announce | that the bridge would open",
    );
    check(
        "The ministry has reached out to the port in Kest to warn that the pier is rotten.",
        "The ministry | indirect | to warn | that the pier is rotten",
    );
    check_none("Kestria won the right to declare that the bridge was shut.");
    check_none("Kestria failed in the end to declare that the bridge was shut.");
}

#[test]
fn what_is_tried_or_must_be_said() {
    check(
        "The minister has tried to signal to the south that the bridge would open.",
        "The minister | indirect | to signal | that the bridge would open",
    );
    check(
        "In May the minister had to concede that the bridge was lost.",
        "the minister | indirect | to concede | that the bridge was lost",
    );
    check(
        "It took Kestria a week to concede that the bridge was lost.",
        "Kestria | indirect | to concede | that the bridge was lost",
    );
    check_none("The minister tried to signal her resolve.");
}

#[test]
fn whom_an_event_makes_say_it() {
    check(
        "The raid led Kestria, Norvane and Dharfan to oppose the pact.",
        "Kestria, Norvane and Dharfan | indirect | to oppose | the pact",
    );
    check(
        "The raid stayed in the news, leading Okello, head of the bank, to oppose the pact.",
        "Okello | indirect | to oppose | the pact",
    );
}

#[test]
fn gerunds_behind_other_verbs() {
    check("In May Kestria began asking for help.", "Kestria | indirect | asking for | help");
    check("Kestria kept warning that the pier was rotten.", "Kestria | indirect | warning | that the pier was rotten");
    check("Kestria received the envoy before backing the pact.", "Kestria | indirect | backing | the pact");
    check("Kestria joined its neighbours in backing the pact.", "Kestria | indirect | backing | the pact");
    check(
        "In seeking to cut its fuel bill, Kestria has turned to Norvane.",
        "Kestria | indirect | seeking | to cut its fuel bill",
    );
    check("The islanders have left the coast, fearing a flood.", "The islanders | indirect | fearing | a flood");
    check_none("Kestria stopped warning that the pier was rotten.");
    check_none("Norvane has an interest in backing the pact.");
}

#[test]
fn verbs_in_marks() {
    check(
        "The two sides “agreed to close the bridge” in May.",
        "The two sides | indirect | agreed | to close the bridge",
    );
    check(
        "The minister “took note” of the ruling and intends to close the bridge.",
        "The minister | indirect | intends | to close the bridge",
    );
    check(
        "Okello showed little zeal and broadly supported its “open bridge” rule.",
        "Okello | mixed | supported | its “open bridge” rule",
    );
}

#[test]
fn what_stands_in_between() {
    check(
        "She met Tomasz Okello who, in a talk last week, claimed that the pier was rotten.",
        "who | indirect | claimed | that the pier was rotten",
    );
    check(
        "Brun told the king, Tomasz Okello, in a letter in May that the pier was rotten.",
        "Brun | indirect | told | that the pier was rotten",
    );
    check(
        "Kestria stayed away because, in Norvane’s view, the court had no say over the bridge.",
        "Norvane | indirect | view | the court had no say over the bridge",
    );
    check("Okello promised a new rule when he took over in May.", "Okello | indirect | promised | a new rule");
    check(
        "Kestria and its allies also voiced support for the pact.",
        "Kestria and its allies | indirect | voiced support for | the pact",
    );
}

#[test]
fn people_with_a_gerund() {
    check(
        "The summit ended badly, with Kestria, Norvane, and Dharfan pledging to close the bridge.",
        "Kestria, Norvane, and Dharfan | indirect | pledging | to close the bridge",
    );
    check(
        "The bill passed despite Ada Brun, the chair of the bank, admitting that the pier was rotten.",
        "Ada Brun | indirect | admitting | that the pier was rotten",
    );
    check(
        "Kestria joined its neighbours in warning that the pier was rotten.",
        "Kestria | indirect | warning | that the pier was rotten",
    );
    check("Having backed the pact, Okello left the room.", "Okello | indirect | Having backed | the pact");
    check(
        "Having noted that the pier was rotten, Okello left the room.",
        "Okello | indirect | Having noted | that the pier was rotten",
    );
    check(
        "Norvane has emerged as the one to watch, not only promising to close the bridge.",
        "Norvane | indirect | promising | to close the bridge",
    );
}

#[test]
fn clauses_behind_as_and_that() {
    check(
        "The rift widened this week as Kestria and Norvane acknowledged that the pier was rotten.",
        "Kestria and Norvane | indirect | acknowledged | that the pier was rotten",
    );
    check(
        "Kestria has in principle decided that the bridge would open.",
        "Kestria | indirect | has in principle decided | that the bridge would open",
    );
    check("Okello was not just objecting to the pact.", "Okello | indirect | was not just objecting to | the pact");
    check(
        "The parliament voted on Monday in favour of the pact.",
        "The parliament | indirect | voted on Monday in favour of | the pact",
    );
}

#[test]
fn what_as_says_of_words_in_front() {
    check(
        "The region became a “zone of calm,” as Tomasz Okello had called for in his speech.",
        "Tomasz Okello | direct | had called for | “zone of calm,”",
    );
    check(
        "The bridge was never safe, as Ada Brun recently stressed.",
        "Ada Brun | indirect | stressed | The bridge was never safe",
    );
    check(
        "While Okello called the pact “dead”, Brun said it was “alive and well”.",
        "Okello | mixed | called | the pact “dead”\nBrun | mixed | said | it was “alive and well”",
    );
    check("The one thing that Kestria has wanted is money.", "Kestria | indirect | has wanted | money");
    check("Convinced that the pact was dead, Kestria left.", "Kestria | indirect | Convinced | that the pact was dead");
}

#[test]
fn finite_verbs_behind_a_conjunction() {
    check(
        "The visit came days after several diplomats advocated for the pact.",
        "several diplomats | indirect | advocated for | the pact",
    );
    check(
        "The rift widened as Ada Brun, the chair of the bank, then demanded a vote.",
        "Ada Brun | indirect | demanded | a vote",
    );
    check_none("The rift widened as diplomats given the files left.");
    check_none("Neither Kestria nor Norvane has endorsed the pact.");
}

#[test]
fn a_mark_at_the_very_start() {
    check_none("“Took note” and left.");
    check_none("“Dead” as it is and sent.");
}
