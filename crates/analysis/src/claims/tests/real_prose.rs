//! What edited prose does beside "X said that": asides, clefts, objects in front, verbs the tagger takes for nouns.

use super::{check, check_none};

#[test]
fn clauses_without_a_verb_get_the_cue_that_is_one() {
    check("The Harbour Club speaks of “a quiet season”.", "The Harbour Club | direct | speaks of | “a quiet season”");
    check(
        "A Kestrian admiral who was present recalls that the only dissent concerned the colour of the flags.",
        "A Kestrian admiral who was present | indirect | recalls | that the only dissent concerned the colour of the flags",
    );
    check(
        "Supporters retort, not without reason, that objections to the toll are always precise.",
        "Supporters | indirect | retort | that objections to the toll are always precise",
    );
    check(
        "The tax is new, and analysts point to higher freight rates.",
        "analysts | indirect | point to | higher freight rates",
    );
    // A noun stays one where the clause has its verb.
    check_none("The claims of the yard fill two shelves.");
}

#[test]
fn past_forms_are_no_participles_where_a_clause_lacks_its_verb() {
    check(
        "Both men claimed at the time that they were treated well and asked their ministry to help.",
        "Both men | indirect | claimed | that they were treated well\n\
         Both men | indirect | asked | to help",
    );
    check(
        "The Tidal Commission, asked about the report, replied in writing that the gauge was faulty.",
        "The Tidal Commission | indirect | replied | that the gauge was faulty",
    );
    check("The Kestrian Admiralty, asked to lend two tugs, was not at the table.", "");
}

#[test]
fn the_object_stands_in_front_of_its_verb() {
    check(
        "A court fined the paper, a step the ministry dismissed as “arithmetic”.",
        "the ministry | mixed | dismissed | a step … as “arithmetic”",
    );
    check(
        "What the islanders have told both governments is that the sea does not wait.",
        "the islanders | indirect | have told | that the sea does not wait",
    );
}

#[test]
fn what_stands_between_a_subject_and_its_verb() {
    check(
        "Most voters, if one believes the polls, think it is closer to a third.",
        "the polls | indirect | if one believes | Most voters … think it is closer to a third\n\
         Most voters | indirect | think | it is closer to a third",
    );
    check(
        "An officer who works on such cases explained that the gauge was faulty.",
        "An officer who works on such cases | indirect | explained | that the gauge was faulty",
    );
    check(
        "Averland is said to have told Kestria that the port “would listen”.",
        "– | mixed | is said | Averland … to have told Kestria that the port “would listen”\n\
         Averland | mixed | to have told | that the port “would listen”",
    );
    check(
        "The minister has long maintained that the fleet is too small.",
        "The minister | indirect | has long maintained | that the fleet is too small",
    );
}

#[test]
fn who_speaks_where_the_tagger_is_wrong() {
    check(
        "A senior harbour administration official said on Friday that the gauge was faulty.",
        "A senior harbour administration official | indirect | said | that the gauge was faulty",
    );
    check(
        "Those surveyed say stricter rules would help.",
        "Those surveyed | indirect | say | stricter rules would help",
    );
    check(
        "The toll will fall, a source close to him said.",
        "a source close to him | indirect | said | The toll will fall",
    );
    check(
        "After suggesting that he regretted the toll, the minister left.",
        "the minister | indirect | suggesting | that he regretted the toll",
    );
    check("But lawyers said that is unlikely.", "lawyers | indirect | said | that is unlikely");
}

#[test]
fn where_contents_end() {
    check(
        "Senator Brun has promised to hold hearings in May, and the treasury has no money for them.",
        "Senator Brun | indirect | has promised | to hold hearings in May",
    );
    check(
        "The draft recommended a coaling jetty and was quietly shelved.",
        "The draft | indirect | recommended | a coaling jetty",
    );
    check(
        "Okello said the plan was “dead,” a phrase that cost him his seat.",
        "Okello | mixed | said | the plan was “dead,”",
    );
    check(
        "The ministry expects orders to double, with some reports suggesting more.",
        "The ministry | indirect | expects | orders to double",
    );
    // What the words themselves join stays, whatever the tree says.
    check(
        "Okello answered that a compact is no parade, and that nobody has to march in step.",
        "Okello | indirect | answered | that a compact is no parade, and that nobody has to march in step",
    );
    check(
        "The ministry has promised to answer its letters, the last of which was sent in May.",
        "The ministry | indirect | has promised | to answer its letters, the last of which was sent in May",
    );
    check(
        "The union condemned in the strongest terms the raid on its offices.",
        "The union | indirect | condemned | the raid on its offices",
    );
}

#[test]
fn whose_view_it_is_may_stand_in_front() {
    check(
        "For the Kestrian ambassador, the treaty is a dead letter.",
        "the Kestrian ambassador | indirect | For | the treaty is a dead letter",
    );
    check_none("For the Kestrian ambassador, a room had been kept.");
    check(
        "It was, in the words of his deputy, “a jetty with a flag”.",
        "his deputy | direct | in the words of | “a jetty with a flag”",
    );
}

#[test]
fn nouns_for_people_and_holders_behind_the_content() {
    check(
        "The interview did nothing to calm media suspicions of a cover-up.",
        "media | indirect | suspicions of | a cover-up",
    );
    check(
        "The week began with attacks on the commission by President Okello.",
        "President Okello | indirect | attacks on | the commission",
    );
}

#[test]
fn to_with_an_object_is_no_infinitive() {
    check(
        "The Averlanders object to handing over the logs.",
        "The Averlanders | indirect | object to | handing over the logs",
    );
    check("The ministry admits to two delays.", "The ministry | indirect | admits to | two delays");
    check_none("The envoy referred to page nine.");
}
