//! Sentences as policy papers and long reports build them.

use super::{check, check_none};

#[test]
fn subjects_and_the_small_words_around_them() {
    check(
        "Dairy and potato farmers object to the quotas for powder.",
        "Dairy and potato farmers | indirect | object to | the quotas for powder",
    );
    check("The remainder support the fence.", "The remainder | indirect | support | the fence");
    check(
        "The largest group of supporters (around a third) see the fence as a defence.",
        "The largest group of supporters (around a third) | indirect | see | the fence as a defence",
    );
    check("Outside mediators have proposed a bargain.", "Outside mediators | indirect | have proposed | a bargain");
    check(
        "The minister responsible for energy said that prices rose.",
        "The minister responsible for energy | indirect | said | that prices rose",
    );
    check(
        "The arbitration service has offered to convene both sides.",
        "The arbitration service | indirect | has offered | to convene both sides",
    );
    check(
        "An audit of July 2031 found that boats were missing.",
        "An audit of July 2031 | indirect | found | that boats were missing",
    );
    check(
        "It may fail, as officers attending a workshop have pointed out.",
        "officers attending a workshop | indirect | have pointed out | It may fail",
    );
    check_none("Disability claims pending for years fell by half.");
}

#[test]
fn objects_and_what_they_are_held_to_be() {
    check(
        "Its leaders call this orchestrated migration.",
        "Its leaders | indirect | call | this orchestrated migration",
    );
    check(
        "They question the method of the audit which was agreed in 2031.",
        "They | indirect | question | the method of the audit which was agreed in 2031",
    );
    check(
        "The quota was criticised as too small by the growers.",
        "the growers | indirect | was criticised | The quota … as too small",
    );
    check(
        "The fund pays for what one commissioner has described as “walls and wire”.",
        "one commissioner | direct | has described as | “walls and wire”",
    );
    check("Voters who expect it to stop the trade will judge it.", "who | indirect | expect | it to stop the trade");
    check("The budget assumes a price of 71 dollars.", "The budget | indirect | assumes | a price of 71 dollars");
}

#[test]
fn how_far_contents_go() {
    check(
        "The minister recalled “a talk about ports” but could not say when it had been.",
        "The minister | direct | recalled | “a talk about ports”",
    );
    check(
        "According to the minister, Averland is ready and will table a bill.",
        "the minister | indirect | According to | Averland is ready and will table a bill",
    );
    check(
        "Mediators proposed a bargain, under which Kestria would buy power.",
        "Mediators | indirect | proposed | a bargain, under which Kestria would buy power",
    );
    check(
        "The minister defended the levy on the grounds that ships would pay it.",
        "The minister | indirect | defended | the levy on the grounds that ships would pay it",
    );
    check(
        "The minister refused on the grounds that ships would pay it.",
        "The minister | indirect | grounds | that ships would pay it",
    );
}

#[test]
fn where_something_is_thought() {
    check("In Kest the figures are disputed.", "Kest | indirect | are disputed | the figures");
    check("In Kest the award was received as a triumph.", "Kest | indirect | was received | the award … as a triumph");
    check(
        "In the Kestrian view, expressed in private, the burden is borne by others.",
        "Kestrian | indirect | view | the burden is borne by others",
    );
}

#[test]
fn words_around_the_cue() {
    check("“It is late,” she concluded.", "she | direct | concluded | “It is late,”");
    check(
        "Okello told a crowd in Salem, New Averland that he would run.",
        "Okello | indirect | told | that he would run",
    );
    check(
        "Critics said Okello, despite his wealth, is better placed.",
        "Critics | indirect | said | Okello, despite his wealth, is better placed",
    );
    check(
        "Okello said of the senator, “He is late and he knows it.”",
        "Okello | direct | said | “He is late and he knows it.”",
    );
    check("Critics said that Friday's vote was late.", "Critics | indirect | said | that Friday's vote was late");
}

#[test]
fn asides_of_another_voice() {
    check(
        "The bank, he noted, has pledged a tenth of its sales to the fund.",
        "he | indirect | noted | The bank … has pledged a tenth of its sales to the fund\n\
         The bank | indirect | has pledged | a tenth of its sales to the fund",
    );
    check(
        "Commanders in the east, two of whom were there, consider that the truce has failed.",
        "Commanders in the east | indirect | consider | that the truce has failed",
    );
    check(
        "The party rejects the cut, which its spokesman, Otis Brand, has promised to reverse.",
        "The party | indirect | rejects | the cut\nits spokesman | indirect | has promised | the cut … to reverse",
    );
}

#[test]
fn what_the_content_is_and_is_not() {
    check(
        "They argue that where a dam would threaten a people’s survival, consent becomes a condition.",
        "They | indirect | argue | that where a dam would threaten a people’s survival, consent becomes a condition",
    );
    check(
        "It reached a tenth of the fees that officials say are needed.",
        "officials | indirect | say | a tenth of the fees … are needed",
    );
    check(
        "Several members proposed registration of users as a minimum, which the operators oppose.",
        "Several members | indirect | proposed | registration of users as a minimum\n\
         the operators | indirect | oppose | registration of users as a minimum",
    );
    check(
        "Policymakers wished to smooth what they called excessive volatility.",
        "Policymakers | indirect | wished | to smooth what they called excessive volatility\n\
         they | indirect | called | excessive volatility",
    );
    check("The council promised the ports a vote.", "The council | indirect | promised | the ports a vote");
    check("The council promised members a vote.", "The council | indirect | promised | a vote");
    check(
        "The relief society counted 23 dead, most of them sailors.",
        "The relief society | indirect | counted | 23 dead, most of them sailors",
    );
    check("Okello repeated that pledge in a phone call with his rival.", "Okello | indirect | repeated | that pledge");
    check("Okello speaks instead of a pause.", "Okello | indirect | speaks instead of | a pause");
    check("Okello thinks much the same about the army.", "Okello | indirect | thinks | much the same about the army");
    check(
        "The levy is unlawful, a view shared by most of the clerks.",
        "most of the clerks | indirect | shared by | a view",
    );
    check("A pact, as was proposed by the guild, remains likely.", "the guild | indirect | was proposed | A pact");
    check(
        "Okello had been its envoy and was widely expected to become its head.",
        "– | indirect | was widely expected | Okello … to become its head",
    );
}

#[test]
fn deeds_and_papers_say_nothing() {
    check_none("Averland signed a treaty with Kestria.");
    check("Averland signed a pact to share the catch.", "Averland | indirect | signed | a pact to share the catch");
    check_none("Ministers quote such numbers.");
    check(
        "The Courier, citing figures from the bank, said that prices rose.",
        "The Courier | indirect | said | that prices rose",
    );
    check_none("Okello presented the paper in May.");
    check_none("It identifies Kestria by name.");
    check_none("The report mentions no dates.");
    check_none("Kestria has no claim to the isle.");
    check_none("Seats are shared out according to population.");
    check_none("The series centres on a March 21 report about pumps.");
    check(
        "A survey showed approval of the plan at 41 percent.",
        "A survey | indirect | showed | approval of the plan at 41 percent",
    );
    check("The paper commits Averland to raising the levy.", "The paper | indirect | commits | to raising the levy");
}

#[test]
fn nouns_the_author_weighs() {
    check_none("The claim that the port is safe needs proof.");
    check_none("The notion that the port is safe needs proof.");
    check_none("It was Averland’s decision to close the port.");
    check_none("Three early states that held a vote chose him.");
    check_none("Some 475 pledged delegates were at stake.");
    check(
        "It was on these grounds that Averland proposed, in May, a register of workers.",
        "Averland | indirect | proposed | a register of workers",
    );
    check("Brun wants this strike to go on.", "Brun | indirect | wants | this strike to go on");
}

#[test]
fn parted_verbs_and_objects_in_front() {
    check("Averland turned the offer down in 2030.", "Averland | indirect | turned | the offer");
    check("The ministry ruled this out.", "The ministry | indirect | ruled | this");
    check("The prosecutor called the poll fabricated.", "The prosecutor | indirect | called | the poll fabricated");
    check(
        "It allowed a period, which it put at “not less than six months”.",
        "it | mixed | put | a period … at “not less than six months”",
    );
    check(
        "The unions see in the quota an incentive to leave.",
        "The unions | indirect | see | in the quota an incentive to leave",
    );
    check("The lender sees growth at 3.8 percent.", "The lender | indirect | sees | growth at 3.8 percent");
    check_none("The lender sees its rival at the fair.");
}

#[test]
fn shares_and_moods() {
    check("Some 51 per cent named the cabinet.", "Some 51 per cent | indirect | named | the cabinet");
    check_none("The minister named a deputy.");
    check("Hauliers are content with the toll.", "Hauliers | indirect | are content with | the toll");
    check(
        "Averland has expressed its support in principle for a larger reserve.",
        "Averland | indirect | has expressed its support in principle for | a larger reserve",
    );
    check(
        "It will be fought over, as even the advocates of a code concede.",
        "the advocates of a code | indirect | concede | It will be fought over",
    );
    check(
        "A column in the Courier the next day praised the text as a triumph.",
        "A column in the Courier | indirect | praised | the text as a triumph",
    );
}

#[test]
fn what_follows_behind_which() {
    check(
        "Brun estimated that the levy cost 620 crowns, which is rather more than the gap.",
        "Brun | indirect | estimated | that the levy cost 620 crowns",
    );
    check(
        "Brun added that the harvest was late, which is bad because, “In the end, they have to vote for it.”",
        "Brun | mixed | added | that the harvest was late, which is bad because, “In the end, they have to vote for it.”",
    );
    check(
        "Brun notes that the pact with Kestria, which has no such clause, was ratified.",
        "Brun | indirect | notes | that the pact with Kestria, which has no such clause, was ratified",
    );
    check(
        "The ministry said officers had fired in defence, which local clerks deny.",
        "The ministry | indirect | said | officers had fired in defence\n\
         local clerks | indirect | deny | officers had fired in defence",
    );
    check(
        "Averland is keen to be of use at a time when its fleet is idle.",
        "Averland | indirect | is keen | to be of use",
    );
    check(
        "Brun judged that prices were too high, and when she was asked by the board she gave no hint.",
        "Brun | indirect | judged | that prices were too high",
    );
    check("Local clerics rejected that.", "Local clerics | indirect | rejected | that");
    check(
        "The bureau put the number at 38.6 million, up from 27.9 million in 2029.",
        "The bureau | indirect | put | the number at 38.6 million, up from 27.9 million in 2029",
    );
    check("Scientists recorded elevated levels of lead.", "Scientists | indirect | recorded | elevated levels of lead");
    check("Brun placed weight on the rise in prices.", "Brun | indirect | placed weight on | the rise in prices");
}

#[test]
fn figures_and_years_beside_subjects() {
    check(
        "A study by the guild put the toll at less than 9 percent.",
        "A study by the guild | indirect | put | the toll at less than 9 percent",
    );
    check(
        "A trial at four ports in 2031, ended when boats were lost, found that errors fell.",
        "A trial at four ports in 2031 | indirect | found | that errors fell",
    );
    check("The trust asked about “national service”.", "The trust | direct | asked about | “national service”");
    check_none("The trust asked about this.");
}

#[test]
fn nouns_that_say_nothing_of_their_own() {
    check(
        "The bank acknowledged in its annual report that rates were late.",
        "The bank | indirect | acknowledged | that rates were late",
    );
    check_none("Smaller members have apprehensions of a different kind.");
    check_none("The government’s first priority should be to mend the port.");
}

#[test]
fn before_what_shall_be() {
    check(
        "Averland demanded consultations before any ship is supplied there.",
        "Averland | indirect | demanded | consultations before any ship is supplied there",
    );
    check(
        "Averland demanded consultations before the ship was sunk.",
        "Averland | indirect | demanded | consultations",
    );
}
