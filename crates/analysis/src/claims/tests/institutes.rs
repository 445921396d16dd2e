//! What think tanks' plain prose says between its verbs: colons, aims, terms, shares, and what stands in front of a quotation.

use super::check;

#[test]
fn a_colon_divides_what_the_author_says_from_what_is_reported() {
    check(
        "An adviser was franker than others: there is no way out, he said, before May.",
        "he | indirect | said | there is no way out … before May",
    );
    check(
        "The envoy calls the stance a double standard: the northerners, she points out, have never applied the test.",
        "The envoy | indirect | calls | the stance a double standard\n\
         she | indirect | points out | the northerners … have never applied the test",
    );
}

#[test]
fn all_and_each_between_auxiliary_and_verb() {
    check("The guilds have all backed the plan.", "The guilds | indirect | have all backed | the plan");
    check(
        "The ministries have each promised a review of the pact.",
        "The ministries | indirect | have each promised | a review of the pact",
    );
}

#[test]
fn passives_joined_to_a_passive() {
    check(
        "The plan was hailed by the ministry and described as late by the guild.",
        "the ministry | indirect | was hailed | The plan\nthe guild | indirect | described | The plan … as late",
    );
    check(
        "The levy was defended by the bank and condemned in strong terms by the guilds.",
        "the bank | indirect | was defended | The levy\nthe guilds | indirect | condemned | The levy",
    );
    check(
        "The union, accused by the army, by envoys and by the bank of arming them, is silent.",
        "the army, by envoys and by the bank | indirect | accused | of arming them",
    );
    check("Every deal now risks being denounced as surrender.", "");
}

#[test]
fn quotations_told_as_telling() {
    check(
        "“We are not renting out land,” the minister was quoted as telling a conference in Kest.",
        "the minister | direct | telling | “We are not renting out land,”",
    );
    check(
        "The deal is, in the words of the premier, “a trap”.",
        "the premier | mixed | in the words of | The deal is … “a trap”",
    );
}

#[test]
fn conditions_and_aims() {
    check(
        "Kestria has made its omission a condition of progress.",
        "Kestria | indirect | has made | its omission a condition of progress",
    );
    check(
        "The union has made the pact the main aim of its term.",
        "The union | indirect | has made | the pact the main aim of its term",
    );
    check(
        "The bank makes support conditional on reform.",
        "The bank | indirect | makes | support conditional on reform",
    );
    check("The law makes the town the main goal of traders.", "");
    check(
        "Averland has tied further progress to security guarantees.",
        "Averland | indirect | has tied | further progress to security guarantees",
    );
    check(
        "Averland has tied further progress to security guarantees that Kestria calls an excuse.",
        "Averland | indirect | has tied | further progress to security guarantees that Kestria calls an excuse\n\
         Kestria | indirect | calls | security guarantees … an excuse",
    );
    check("The fault cut the cables that tie the isles to the world.", "");
}

#[test]
fn what_would_be_liked_and_by_how_much() {
    check("Norvane would like more water.", "Norvane | indirect | would like | more water");
    check(
        "Averland would prefer a short deal, of ten years, that can be revised.",
        "Averland | indirect | would prefer | a short deal, of ten years, that can be revised",
    );
    check(
        "Others fear the reverse, that a public talk could scare investors.",
        "Others | indirect | fear | the reverse, that a public talk could scare investors",
    );
    check(
        "Averland wants farming rules put back on the agenda.",
        "Averland | indirect | wants | farming rules put back on the agenda",
    );
    check("The guild has asked for something like it.", "The guild | indirect | has asked for | something like it");
    check(
        "The movements have asked for seats and a veto over anything said about the town.",
        "The movements | indirect | have asked for | seats and a veto over anything said about the town",
    );
}

#[test]
fn clauses_within_a_subject() {
    check(
        "The officers who fought in Kest and Halm say talks are late.",
        "The officers who fought in Kest and Halm | indirect | say | talks are late",
    );
    check(
        "The paper which Averland circulated among envoys seeks a guarantee.",
        "The paper which Averland circulated among envoys | indirect | seeks | a guarantee",
    );
    check(
        "Investors I spoke to in Kest and Halm want to see contracts honoured.",
        "Investors I spoke to in Kest and Halm | indirect | want | to see contracts honoured",
    );
    check(
        "A senior official who spoke on background described the draft as late.",
        "A senior official who spoke on background | indirect | described | the draft as late",
    );
}

#[test]
fn what_is_no_part_of_what_is_said() {
    check(
        "A scholar wrote that the plan was sound, and then spent his column on the weather.",
        "A scholar | indirect | wrote | that the plan was sound",
    );
    check(
        "The federation demanded that ships of every flag leave and would back a ban.",
        "The federation | indirect | demanded | that ships of every flag leave\n\
         The federation | indirect | would back | a ban",
    );
}

#[test]
fn words_on_somebodys_lips() {
    check("He came to office in 2031 vowing to sign no contracts.", "He | indirect | vowing | to sign no contracts");
    check(
        "The envoy confined himself to calling for “fair sharing” of the cost.",
        "The envoy | mixed | calling for | “fair sharing” of the cost",
    );
}

#[test]
fn shares_and_firms_in_front_of_their_verb() {
    check(
        "63% named public costs among their top worries.",
        "63% | indirect | named | public costs among their top worries",
    );
    check("The two firms now talk of a merger.", "The two firms | indirect | talk of | a merger");
    check("Averland’s main demand is thus for more visas.", "Averland | indirect | main demand | for more visas");
}
