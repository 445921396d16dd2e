//! Sentences as commentators build them who do without "said".

use super::{check, check_none};

#[test]
fn what_somebody_would_have() {
    check(
        "Norvane would accept a higher toll but not a second port.",
        "Norvane | indirect | would accept | a higher toll",
    );
    check(
        "A third of the respondents would not accept a rise in fares.",
        "A third of the respondents | indirect | would not accept | a rise in fares",
    );
    check(
        "The council would like a fund for the coast, under which its officers could visit the yards.",
        "The council | indirect | would like | a fund for the coast, under which its officers could visit the yards",
    );
    check_none("The council likes a fund for the coast.");
    check("Kestria would be glad of help.", "Kestria | indirect | would be glad of | help");
    check(
        "Premier Brun would rather not explain to voters why funds are paid more.",
        "Premier Brun | indirect | would rather | not explain to voters why funds are paid more",
    );
    check_none("Ships would be glad of help.");
}

#[test]
fn figures_and_versions() {
    check("The institute arrived at 112 million crowns.", "The institute | indirect | arrived at | 112 million crowns");
    check_none("The minister arrived at the port at nine.");
    check(
        "The Commission’s estimate is 180 to 220 million a year.",
        "The Commission | indirect | estimate | 180 to 220 million a year",
    );
    check(
        "In the Defence Ministry’s version, the safe conduct had lapsed.",
        "the Defence Ministry | indirect | version | the safe conduct had lapsed",
    );
    check(
        "On the authority’s figures this has prevented some 3,000 failures.",
        "the authority | indirect | figures | this has prevented some 3,000 failures",
    );
    check(
        "If the trade press is to be believed, three of the five leases were taken by others.",
        "the trade press | indirect | is to be believed | three of the five leases were taken by others",
    );
}

#[test]
fn shares_without_a_verb_of_their_own() {
    check(
        "51 per cent named the government, 22 per cent the union and 14 per cent the operating companies.",
        "51 per cent | indirect | named | the government\n22 per cent | indirect | named | the union\n14 per cent | indirect | named | the operating companies",
    );
    check(
        "41 per cent of them favour a levy, 30 per cent of whom live on the coast.",
        "41 per cent of them | indirect | favour | a levy",
    );
}

#[test]
fn objects_that_go_on() {
    check(
        "Its embassies point to the rules of 2030, to the listed captains and to the lack of any complaint.",
        "Its embassies | indirect | point to | the rules of 2030, to the listed captains and to the lack of any complaint",
    );
    check(
        "Averland has asked for payment in arrears, with the Bank of Trade as guarantor.",
        "Averland | indirect | has asked for | payment in arrears, with the Bank of Trade as guarantor",
    );
    check(
        "A priest described a schedule of fees, printed and laminated, that is handed to boat owners.",
        "A priest | indirect | described | a schedule of fees, printed and laminated, that is handed to boat owners",
    );
    check(
        "Negotiators attribute the rupture to an air strike in March that killed two commanders in Kest.",
        "Negotiators | indirect | attribute | the rupture to an air strike in March that killed two commanders in Kest",
    );
    check(
        "The premier presented it, when the first stone was laid, as the end of an age.",
        "The premier | indirect | presented | it, when the first stone was laid, as the end of an age",
    );
    check(
        "The institute recorded 61 attacks on ships between March and June.",
        "The institute | indirect | recorded | 61 attacks on ships between March and June",
    );
    check(
        "The ministry backs votes on budgets and trade but not on security.",
        "The ministry | indirect | backs | votes on budgets and trade but not on security",
    );
}

#[test]
fn clauses_that_an_aside_stands_in() {
    check(
        "The plan was to earn 20 million, and by May, according to a regional bulletin, it had earned less.",
        "a regional bulletin | indirect | according to | it had earned less",
    );
    check(
        "The text is late, while its depots, officials say, have doubled in size.",
        "officials | indirect | say | its depots … have doubled in size",
    );
    check(
        "They ask in committee why Kestria should pay for it, and why nothing has been published.",
        "They | indirect | ask | why Kestria should pay for it, and why nothing has been published",
    );
}

#[test]
fn verbs_the_tagger_takes_for_nouns() {
    check(
        "The figure, the institute itself cautions, is distorted by double counting.",
        "the institute itself | indirect | cautions | The figure … is distorted by double counting",
    );
    check(
        "The agency has put its list online every quarter since 2022 and reports that income has risen.",
        "The agency | indirect | reports | that income has risen",
    );
}

#[test]
fn whole_subjects_of_passives() {
    check(
        "A corridor authority with power over rail, port and border charges was proposed in the 2031 master plan.",
        "the 2031 master plan | indirect | was proposed | A corridor authority with power over rail, port and border charges",
    );
    check("A levy supported by the guilds was dropped.", "the guilds | indirect | supported | A levy");
}
