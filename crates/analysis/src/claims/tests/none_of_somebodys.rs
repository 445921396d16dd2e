//! What looks like a claim and is the author's own, a deed, or not so.

use super::{check, check_none};

#[test]
fn what_the_author_would_have() {
    check_none("A better approach would accept an overlap.");
    check_none("The first step should be a written pledge by both sides to give notice.");
    check_none("What I wish to suggest is that the council keeps two ledgers.");
    check_none("It is not the purpose of this brief to suggest that the one caused the other.");
    check_none("This policy brief looks at tolls. It concludes that the two laws clash.");
}

#[test]
fn what_is_not_or_not_yet_so() {
    check_none("There is little to suggest that Kestria wishes to pay.");
    check_none("The field opens as soon as the army certifies it as free of mines.");
    check_none("The council will not meet before the bank has decided whether to pay.");
    check_none("A state may be exempt, provided that it has adopted the law and committed itself to the rules.");
    check_none("Captains will treat the ruling as final.");
    check_none("With Averland’s support for the fund withdrawn, the board has met.");
    check_none("Averland’s position is the one that will matter most.");
    check_none("A council confident of winning may still be tempted by a pause.");
}

#[test]
fn deeds_and_skills() {
    check_none("The militia began to attack coal convoys.");
    check("The guild attacked the levy.", "The guild | indirect | attacked | the levy");
    check_none("The authors of the rule knew how to mend it.");
    check_none("By halting exports, Kestria has shown that one seller can move a market.");
    check_none("The fund’s first call for proposals allows for small grants.");
    check_none("The latest draft, portions of which have been described to me by officials, is short.");
    check_none("The two publics are calmer than the politicians who invoke them.");
    check_none("Voters will ask harder questions about price.");
    check_none("It is against this background that the council will meet.");
    check_none("For the crews, the consequences of the delay are plain.");
}

#[test]
fn names_that_go_on() {
    check(
        "In Brenn, a teacher told the Harbour Commission of Kestria, there is no house without a sailor.",
        "a teacher | indirect | told | In Brenn … there is no house without a sailor",
    );
}
