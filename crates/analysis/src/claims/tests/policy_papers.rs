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
