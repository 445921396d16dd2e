//! What briefs of policy institutes write: polls in words, laws, what should be done, asides of the author's.

use super::{check, check_none};

#[test]
fn names_the_tagger_takes_for_small_words() {
    check(
        "Altynor undertakes to limit its stock of uranium.",
        "Altynor | indirect | undertakes | to limit its stock of uranium",
    );
    check(
        "Averland and two smaller members back such a levy.",
        "Averland and two smaller members | indirect | back | such a levy",
    );
}

#[test]
fn shares_of_those_asked() {
    check("Some 52 per cent see Kestria as a threat.", "Some 52 per cent | indirect | see | Kestria as a threat");
    check(
        "Half of those asked said they would vote, 38 per cent said they would not.",
        "Half of those asked | indirect | said | they would vote\n38 per cent | indirect | said | they would not",
    );
    check("The monitors counted 23 dead.", "The monitors | indirect | counted | 23 dead");
    check_none("The monitors counted the votes.");
}

#[test]
fn what_the_author_adds() {
    check(
        "The union asked whether the drill had been wise, to which Okello retorted that it had been.",
        "The union | indirect | asked | whether the drill had been wise\nOkello | indirect | retorted | that it had been",
    );
    check(
        "Averland is reluctant to go that far, in part because it needs the port.",
        "Averland | indirect | is reluctant | to go that far",
    );
    check("Okello accused Kestria of haste (Coastal Courier, March 12).", "Okello | indirect | accused | of haste");
    check(
        "The mission called the vote “credible” four days before the court ruled otherwise.",
        "The mission | mixed | called | the vote “credible”",
    );
    check(
        "The government submits that this is unknown, which is correct as regards the port.",
        "The government | indirect | submits | that this is unknown",
    );
}

#[test]
fn laws_and_the_authors_own_words() {
    check_none("The treaty provides for inspections of the port.");
    check_none("Article 9 of the treaty stipulates that the port stays open.");
    check_none("My calculations indicate that the levy would fail.");
    check_none("My own view is that the levy would fail.");
    check_none("Averland declared a danger area off the port.");
    check_none("The review offers an occasion to take stock.");
    check_none("The parties disagree about what should follow.");
}

#[test]
fn what_should_be_done() {
    check_none("In that case, the government should at least disclose the costs.");
    check_none("They should fund it for five years, and resist the temptation to give it a name.");
    check_none(
        "Averland could promote a settlement by offering Kestria a truce while making clear that it will not wait.",
    );
    check(
        "The union argues that declaring the port an asset will make it harder to close.",
        "The union | indirect | argues | that declaring the port an asset will make it harder to close",
    );
}

#[test]
fn when_it_is_said() {
    check("The committee at last endorsed the levy.", "The committee | indirect | endorsed | the levy");
    check(
        "Averland for the first time presents a plan for the period after the war.",
        "Averland | indirect | presents a plan for | the period after the war",
    );
    check("Its leaders endorsed the December deadline.", "Its leaders | indirect | endorsed | the December deadline");
    check("Averland announced a levy on 22 May.", "Averland | indirect | announced | a levy");
    check("The bank expects commissioning in late 2031.", "The bank | indirect | expects | commissioning in late 2031");
    check(
        "The government has so far presented the vote as a question about talks.",
        "The government | indirect | has so far presented | the vote as a question about talks",
    );
}

#[test]
fn reasons_and_shares() {
    check(
        "The officials justify this with the absence of any limit.",
        "The officials | indirect | justify | this with the absence of any limit",
    );
    check(
        "The report attributes less than half of the decline at home to its rivals.",
        "The report | indirect | attributes | less than half of the decline at home to its rivals",
    );
    check(
        "Estimates by the chamber put recovery at between 60 and 65 cents.",
        "Estimates by the chamber | indirect | put | recovery at between 60 and 65 cents",
    );
    check(
        "The board came to the result that only one ship could sail.",
        "The board | indirect | came to the result | that only one ship could sail",
    );
}

#[test]
fn what_a_relative_clause_stands_for() {
    check("The levy, which Averland has proposed, is small.", "Averland | indirect | has proposed | The levy");
    check(
        "The schedule, which Kestria considers void, is old.",
        "Kestria | indirect | considers | The schedule … void",
    );
    check(
        "Kestria, which officers have long accused of tolerating piracy, waited.",
        "officers | indirect | have long accused | of tolerating piracy",
    );
    check(
        "Limits on flights over the fjord, which Averland promised to review, remain.",
        "Averland | indirect | promised | Limits on flights over the fjord … to review",
    );
}

#[test]
fn words_that_point_elsewhere() {
    check("Okello has said as much in public.", "Okello | indirect | has said | as much");
    check("Kestria takes the opposite view.", "Kestria | indirect | takes | the opposite view");
    check("The union shares this assessment.", "The union | indirect | shares | this assessment");
    check_none("Okello made the point.");
    check_none("I have said as much.");
}

#[test]
fn words_of_ones_own_behind_what_is_told() {
    check(
        "The post costs money, Okello said. “Nobody gives that up by choice.”",
        "Okello | mixed | said | The post costs money … “Nobody gives that up by choice.”",
    );
    check(
        "Okello said as much in a talk that cost him his post: “You do not hire half the street.”",
        "Okello | direct | said | “You do not hire half the street.”",
    );
}

#[test]
fn whose_attitude_is_not_repeated() {
    check(
        "Advisers say that he wants to avoid a vote.",
        "Advisers | indirect | say | that he wants to avoid a vote\nhe | indirect | wants | to avoid a vote",
    );
    check("Both sides want peace, and neither has renounced the truce.", "Both sides | indirect | want | peace");
}

#[test]
fn what_stands_beside_the_source() {
    check(
        "Averland opened the line in 2031 and, according to an audit, tested it twice.",
        "an audit | indirect | according to | tested it twice",
    );
    check(
        "Space will be contested, as even its friends concede.",
        "its friends | indirect | concede | Space will be contested",
    );
    check(
        "From the perspective of Averland, the levy is too high.",
        "Averland | indirect | From the perspective of | the levy is too high",
    );
    check(
        "In her dissenting opinion, Judge Ada Brun criticised the levy.",
        "Judge Ada Brun | indirect | criticised | the levy",
    );
}

#[test]
fn passives_whose_words_are_clear() {
    check("The response has been widely criticised.", "– | indirect | has been widely criticised | The response");
    check_none("The law was quietly repealed.");
}
