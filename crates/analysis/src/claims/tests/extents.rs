//! How far a content reaches: what is joined to it, and what is only told beside it.

use super::check;

#[test]
fn adjectives_before_one_noun() {
    check(
        "Kestria proposed an autonomous, not independent, province.",
        "Kestria | indirect | proposed | an autonomous, not independent, province",
    );
    check(
        "The paper states that the two sides will study the technical, financial, and economic value of the ports and \
         ensure fair prices.",
        "The paper | indirect | states | that the two sides will study the technical, financial, and economic value of \
         the ports and ensure fair prices",
    );
    check(
        "Kestria proposed joint policing, cyber security, political, and cultural programmes.",
        "Kestria | indirect | proposed | joint policing, cyber security, political, and cultural programmes",
    );
}

#[test]
fn nouns_that_look_like_verbs() {
    check(
        "Kestria covets the cheap power and expanded agricultural trade.",
        "Kestria | indirect | covets | the cheap power and expanded agricultural trade",
    );
    check(
        "Averland is pushing for conciliation and compromise with Kestria.",
        "Averland | indirect | is pushing for | conciliation and compromise with Kestria",
    );
    check(
        "Averland is worried about a partner like Kestria stuck in a war.",
        "Averland | indirect | is worried about | a partner like Kestria stuck in a war",
    );
    check(
        "Averland backs the plan and rejects the toll.",
        "Averland | indirect | backs | the plan\nAverland | indirect | rejects | the toll",
    );
}

#[test]
fn verb_of_the_clause_around() {
    check(
        "Those who seek to praise and even honour the old king are able to do so.",
        "who | indirect | seek | to praise and even honour the old king",
    );
}

#[test]
fn second_half_of_a_pair() {
    check(
        "Okello fears that the pact would not only end the truce, but also divide the country.",
        "Okello | indirect | fears | that the pact would not only end the truce, but also divide the country",
    );
    check(
        "Okello said that the pact would end the truce, but the court rejected it.",
        "Okello | indirect | said | that the pact would end the truce\nthe court | indirect | rejected | it",
    );
}

#[test]
fn clauses_behind_semicolons() {
    check(
        "Okello claimed that the port is closed; that the fleet has left; and that nobody was told.",
        "Okello | indirect | claimed | that the port is closed; that the fleet has left; and that nobody was told",
    );
    check(
        "Okello claimed that the port is closed; the fleet has left.",
        "Okello | indirect | claimed | that the port is closed",
    );
}

#[test]
fn what_an_infinitive_does_not_go_on_with() {
    check(
        "Kestria pledged to back the pact, testing the patience of its neighbours.",
        "Kestria | indirect | pledged | to back the pact",
    );
    check(
        "Kestria pledged to close three ports, including the one at Wadi Hamra.",
        "Kestria | indirect | pledged | to close three ports, including the one at Wadi Hamra",
    );
    check(
        "Averland refused to sign the treaty on the grounds that it breaks the law.",
        "Averland | indirect | refused | to sign the treaty\nAverland | indirect | grounds | that it breaks the law",
    );
    check(
        "Averland wants to stay in the valley but needs a port of its own.",
        "Averland | indirect | wants | to stay in the valley",
    );
}

#[test]
fn asides_of_an_object() {
    check(
        "The paper underlined the importance of the old forums – meetings with partners and the Coast Summit – as the \
         space in which states talk.",
        "The paper | indirect | underlined | the importance of the old forums – meetings with partners and the Coast \
         Summit – as the space in which states talk",
    );
    check(
        "Okello reiterated the old line of his party: “Averland must find its safety at home.”",
        "Okello | direct | reiterated the old line | “Averland must find its safety at home.”",
    );
}

#[test]
fn how_and_why_it_is_said() {
    check("Okello criticised Kestria more openly than his predecessors.", "Okello | indirect | criticised | Kestria");
    check("Averland opposes the bridge for several reasons.", "Averland | indirect | opposes | the bridge");
    check(
        "Averland demands compensation for the flooding.",
        "Averland | indirect | demands | compensation for the flooding",
    );
    check("Averland backed the motion even defending it at the court.", "Averland | indirect | backed | the motion");
}

#[test]
fn what_the_author_makes_of_it() {
    check(
        "Okello insisted the pact would not allow a base – a concern that arose in March.",
        "Okello | indirect | insisted | the pact would not allow a base",
    );
    check(
        "Okello suggested that the pact might end (Note: the ministry denied this).",
        "Okello | indirect | suggested | that the pact might end\nthe ministry | indirect | denied | this",
    );
}

#[test]
fn one_voice_goes_on() {
    check(
        "Okello noted that the old order is fading, and we are moving towards a new one.",
        "Okello | indirect | noted | that the old order is fading, and we are moving towards a new one",
    );
    check(
        "Okello noted that the old order is fading, and the ministry moved on.",
        "Okello | indirect | noted | that the old order is fading",
    );
}

#[test]
fn relative_clauses_and_circumstances() {
    check(
        "Averland condemned the strikes in the valley, where two clerks died.",
        "Averland | indirect | condemned | the strikes in the valley, where two clerks died",
    );
    check(
        "Averland plans to lower the toll, which would ruin the old port.",
        "Averland | indirect | plans | to lower the toll",
    );
    check("Averland wants to hold the strait amid rising tension.", "Averland | indirect | wants | to hold the strait");
    check(
        "Okello said that the talks led nowhere which is also how the court saw them.",
        "Okello | indirect | said | that the talks led nowhere",
    );
    check(
        "Okello demanded a new vote before the summer.",
        "Okello | indirect | demanded | a new vote before the summer",
    );
}

#[test]
fn clause_of_a_noun_within_an_object() {
    check(
        "Averland endorsed the idea that the fleet be placed, for two years, under one commander.",
        "Averland | indirect | endorsed | the idea that the fleet be placed, for two years, under one commander",
    );
    check(
        "Averland repeated the warning that if Kestria reacts, the strait will be closed.",
        "Averland | indirect | repeated the warning | that if Kestria reacts, the strait will be closed",
    );
}
