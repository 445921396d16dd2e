//! Sentences as think tanks write them: long subjects, lists, asides, views without a word of saying.

use super::{check, check_none};

#[test]
fn views_of_somebody() {
    check(
        "For Averland, the results reflect a rejection of the premier’s policies.",
        "Averland | indirect | For | the results reflect a rejection of the premier’s policies",
    );
    check(
        "Kestria remains firmly against any military raid.",
        "Kestria | indirect | remains firmly against | any military raid",
    );
    check("None of us are surprised about the delay.", "");
}

#[test]
fn persons_joined_before_their_frame() {
    check(
        "He accused both the union and the bank of gross violations.",
        "He | indirect | accused | of gross violations",
    );
    check(
        "The envoy blamed the army and the police for the deaths.",
        "The envoy | indirect | blamed | the army and the police for the deaths",
    );
}

#[test]
fn subjects_of_many_words() {
    check(
        "The more serious among them also point out that the president spared the largest programmes.",
        "The more serious among them | indirect | point out | that the president spared the largest programmes",
    );
    check(
        "The states of arrival, such as Averland, Kestria, and Lomar, want more help.",
        "The states of arrival, such as Averland, Kestria, and Lomar | indirect | want | more help",
    );
    check(
        "In a statement, Averland, Kestria, and Lomar said the levy was unfair.",
        "Averland, Kestria, and Lomar | indirect | said | the levy was unfair",
    );
    check(
        "Averland and Kestria along with six other nations opposed the text.",
        "Averland and Kestria along with six other nations | indirect | opposed | the text",
    );
    check(
        "The treaty asks both to agree after the end of the vote, and Kest has said that it will respect the result.",
        "The treaty | indirect | asks | to agree after the end of the vote\n\
         Kest | indirect | has said | that it will respect the result",
    );
    check(
        "The registry (TLR) last week said that two ports were shut.",
        "The registry (TLR) | indirect | said | that two ports were shut",
    );
    check(
        "A council report this August accused the army of “wanton cruelty”.",
        "A council report | mixed | accused | of “wanton cruelty”",
    );
}

#[test]
fn words_the_tagger_takes_for_verbs() {
    check(
        "The party’s right wing calls for a tough stance on trade.",
        "The party’s right wing | indirect | calls for | a tough stance on trade",
    );
    check("Gulf states fear four weeks of fighting.", "Gulf states | indirect | fear | four weeks of fighting");
    check(
        "Envoys from developing economies oppose the levy.",
        "Envoys from developing economies | indirect | oppose | the levy",
    );
    check(
        "While the Union demands political reform in the east, nobody offers money.",
        "the Union | indirect | demands | political reform in the east",
    );
    check("He not only accused the West of hypocrisy, he left the hall.", "He | indirect | accused | of hypocrisy");
}

#[test]
fn passives_that_hang_on_a_noun() {
    check(
        "The group wants to avoid a cap at 220 crowns per unit, as proposed by the Commission.",
        "The group | indirect | wants | to avoid a cap at 220 crowns per unit\n\
         the Commission | indirect | proposed | a cap at 220 crowns per unit",
    );
    check("Tarvo, an economist viewed as an honest broker, has left.", "– | indirect | viewed as | an honest broker");
    check_none("A road built late last year by Kestria and Lomar was again shut this month.");
}

#[test]
fn where_contents_of_policy_prose_end() {
    check(
        "The president announced that he would back the bid, clearing the path for Lomar to join.",
        "The president | indirect | announced | that he would back the bid",
    );
    check(
        "The premier said that Averland would leave the pact in a move that surprised its allies.",
        "The premier | indirect | said | that Averland would leave the pact",
    );
    check(
        "The bloc wanted a treaty that would, in theory, carry more weight among governments.",
        "The bloc | indirect | wanted | a treaty that would, in theory, carry more weight among governments",
    );
    check(
        "They press on by calling for the deregulation of trade, particularly a free flow of data.",
        "They | indirect | calling for | the deregulation of trade, particularly a free flow of data",
    );
    check(
        "The ambassador denounced the raid, and two days later he left.",
        "The ambassador | indirect | denounced | the raid",
    );
}

#[test]
fn judgements_with_long_objects() {
    check(
        "The premier framed the agreement to set up a group for joint planning as an “unprecedented” step.",
        "The premier | mixed | framed | the agreement to set up a group for joint planning as an “unprecedented” step",
    );
    check(
        "The office dismissed claims that a victory in June would change its course.",
        "The office | indirect | dismissed | claims that a victory in June would change its course",
    );
    check(
        "Both states remain committed to resolving the dispute.",
        "Both states | indirect | remain committed to | resolving the dispute",
    );
    check(
        "The envoy was quick to point out that the border was shut.",
        "The envoy | indirect | to point out | that the border was shut",
    );
    check("Nor does it want to push the talks.", "it | indirect | want | to push the talks");
    check(
        "Workers voted to reject the offer, the union said.",
        "the union | indirect | said | Workers voted to reject the offer\nWorkers | indirect | voted | to reject the offer",
    );
}

#[test]
fn what_is_told_beside_a_content() {
    check(
        "He has threatened to break up the union so often that nobody listens.",
        "He | indirect | has threatened | to break up the union",
    );
    check(
        "The ministry insists there is no dispute, even as its fleet sails.",
        "The ministry | indirect | insists | there is no dispute",
    );
    check(
        "The mission supported the plan by objecting to its critics.",
        "The mission | indirect | supported | the plan\nThe mission | indirect | objecting to | its critics",
    );
    check(
        "Experts contend that the region is vital, which is probably why the cabinet hesitates.",
        "Experts | indirect | contend | that the region is vital",
    );
    check(
        "The states claimed that Kestria was a sponsor of raids; that it armed the rebels.",
        "The states | indirect | claimed | that Kestria was a sponsor of raids; that it armed the rebels",
    );
    check(
        "The minister praised the efforts the fleet has made in the strait.",
        "The minister | indirect | praised | the efforts the fleet has made in the strait",
    );
    check(
        "Officials described the sanctions they imposed on Lomar in June as a necessary step.",
        "Officials | indirect | described | the sanctions they imposed on Lomar in June as a necessary step",
    );
}

#[test]
fn what_is_told_behind_and() {
    check(
        "The port is under threat, and according to Okello, the line is dead.",
        "Okello | indirect | according to | the line is dead",
    );
    check(
        "The document further states that the line is dead.",
        "The document | indirect | states | that the line is dead",
    );
}

#[test]
fn judgements_that_are_nouns_as_well() {
    check("Kestria considered the result illegitimate.", "Kestria | indirect | considered | the result illegitimate");
    check("Okello called the ruling invalid.", "Okello | indirect | called | the ruling invalid");
}

#[test]
fn who_is_asked_or_told() {
    check("The guild was asked to sign the pact.", "– | indirect | was asked | to sign the pact");
    check("Asked whether the toll would rise, Okello left.", "– | indirect | Asked whether | the toll would rise");
    check(
        "The guild has been urged to sign the pact by two newspapers.",
        "two newspapers | indirect | has been urged | to sign the pact",
    );
    check("Clerics accused of links to Kestria fled.", "– | indirect | accused of | links to Kestria");
    // Whoever is forced is not told by words.
    check_none("The guild was forced to sign the pact.");
}

#[test]
fn contents_with_what_belongs_to_them() {
    check(
        "Kestria fears that the pact could anger Averland, prompting a war.",
        "Kestria | indirect | fears | that the pact could anger Averland, prompting a war",
    );
    check(
        "Kestria said that the tales that blame the banks and praise the guild had fallen flat.",
        "Kestria | indirect | said | that the tales that blame the banks and praise the guild had fallen flat",
    );
    check(
        "Kestria is wary of a world in which wealth and strength give Averland power.",
        "Kestria | indirect | is wary of | a world in which wealth and strength give Averland power",
    );
    check(
        "Kestria accepts the fact that while the war lasts, the pact is dead.",
        "Kestria | indirect | accepts | the fact that while the war lasts, the pact is dead",
    );
    check(
        "Kestria calls for a code of conduct, in line with the pact.",
        "Kestria | indirect | calls for | a code of conduct, in line with the pact",
    );
}

#[test]
fn contents_without_what_the_author_adds() {
    check(
        "Kestria says that the strait is free – which is not the same as safe.",
        "Kestria | indirect | says | that the strait is free",
    );
    check(
        "Kestria expects that turnout will fall – a factor that weakens the vote.",
        "Kestria | indirect | expects | that turnout will fall",
    );
    check("Farmers oppose the deal fearing cheaper beef.", "Farmers | indirect | oppose | the deal");
    check("The union backed the deal throughout the year 2031.", "The union | indirect | backed | the deal");
    check("Kestria welcomed the deal owing to its debts.", "Kestria | indirect | welcomed | the deal");
    check(
        "Since the last truce, in May, according to Kestria, half have left.",
        "Kestria | indirect | according to | half have left",
    );
}

#[test]
fn papers_pronouns_stand_for() {
    check(
        "Okello cited a survey by the guild, according to which half had left.",
        "a survey by the guild | indirect | according to | half had left",
    );
}

#[test]
fn nouns_taken_for_verbs() {
    check("The survey results show that half have left.", "The survey results | indirect | show | that half have left");
    check("The directive states that half must leave.", "The directive | indirect | states | that half must leave");
    check(
        "Kestria’s messaging stressed that the strait is free.",
        "Kestria’s messaging | indirect | stressed | that the strait is free",
    );
    check(
        "A House committee report on the port has urged Averland to leave.",
        "A House committee report on the port | indirect | has urged | to leave",
    );
    check(
        "A lawyer previously working on port deals said that half have left.",
        "A lawyer previously working on port deals | indirect | said | that half have left",
    );
}

#[test]
fn words_the_tags_mistake_in_policy_prose() {
    check(
        "Averland voiced growing concern over the line.",
        "Averland | indirect | voiced growing concern over | the line",
    );
    check(
        "The ministry supports and funds new harbours in the north.",
        "The ministry | indirect | supports | new harbours in the north",
    );
}

#[test]
fn what_is_begun_is_done() {
    check("Averland has set out to close the base.", "Averland | indirect | has set out | to close the base");
    check("Averland started criticizing the pact.", "Averland | indirect | criticizing | the pact");
}

#[test]
fn relative_clauses_behind_a_title() {
    check(
        "A study, ‘Skills at Sea’, which warns that pilots are few, came out in May.",
        "which | indirect | warns | that pilots are few",
    );
}
