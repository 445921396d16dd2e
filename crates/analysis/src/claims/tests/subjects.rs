//! The words that name the claimant.

use super::check;

#[test]
fn whole_phrase_without_apposition() {
    check(
        "The head of the commission said that it was late.",
        "The head of the commission | indirect | said | that it was late",
    );
    check(
        "Foreign Minister Ravi Sundqvist said that it was late.",
        "Foreign Minister Ravi Sundqvist | indirect | said | that it was late",
    );
    check("Okello, the president of Kestria, said that it was late.", "Okello | indirect | said | that it was late");
    check("Okello, who leads Kestria, said that it was late.", "Okello | indirect | said | that it was late");
    check("Officials in Kest said that it was late.", "Officials in Kest | indirect | said | that it was late");
    check(
        "The report released on Monday said that it was late.",
        "The report released on Monday | indirect | said | that it was late",
    );
    check(
        "A spokesman for the ministry said that it was late.",
        "A spokesman for the ministry | indirect | said | that it was late",
    );
}

#[test]
fn adverbials_are_no_part_of_it() {
    check(
        "In a speech in Kest the minister said that it was late.",
        "the minister | indirect | said | that it was late",
    );
    check("On Monday Okello said that it was late.", "Okello | indirect | said | that it was late");
    check("After the talks, Okello said that it was late.", "Okello | indirect | said | that it was late");
}

#[test]
fn joint_holders() {
    check("Averland and Kestria said that it was late.", "Averland and Kestria | indirect | said | that it was late");
}

#[test]
fn relative_pronouns() {
    check("Okello, who said that it was late, left the hall.", "who | indirect | said | that it was late");
}

#[test]
fn shared_subjects() {
    check("Okello visited Kest and said that it was late.", "Okello | indirect | said | that it was late");
    check("Okello left the hall, saying that it was late.", "Okello | indirect | saying | that it was late");
    check(
        "Brandt pointed out that none had been asked for, and said that Averland was ready.",
        "Brandt | indirect | pointed out | that none had been asked for\nBrandt | indirect | said | that Averland was ready",
    );
    check(
        "The commission issued a statement saying that it was late.",
        "a statement | indirect | saying | that it was late",
    );
}

#[test]
fn asides_with_marks() {
    check(
        "The paper, in an editorial titled “No Thanks,” proposed that the islands be sold.",
        "The paper | indirect | proposed | that the islands be sold",
    );
}

#[test]
fn past_a_phrase_in_apposition() {
    check(
        "The Harbour Foundation, a think tank in Port Aver, estimates that the quay is sinking.",
        "The Harbour Foundation | indirect | estimates | that the quay is sinking",
    );
    check(
        "Its Secretary-General, Marta Lindqvist, told me that she regarded it as settled.",
        "Its Secretary-General | indirect | told | that she regarded it as settled\n\
         she | indirect | regarded | it as settled",
    );
    check(
        "Its director of research, Priya Halloran, hopes that it will pass, and warned that jokes grow old.",
        "Its director of research | indirect | hopes | that it will pass\n\
         Its director of research | indirect | warned | that jokes grow old",
    );
    check(
        "Wen Aurelio, the spokesman, went so far as to accuse the skippers of “piracy in boots”.",
        "Wen Aurelio | mixed | to accuse | of “piracy in boots”",
    );
}

#[test]
fn main_verbs_that_look_like_participles() {
    check(
        "In a note published on Thursday, the Averlander government called for the return of the table.",
        "the Averlander government | indirect | called for | the return of the table",
    );
}

#[test]
fn one_subject_is_not_both_singular_and_plural() {
    check(
        "Norvane has proposed that each port keep two thirds of the dues and report the rest.",
        "Norvane | indirect | has proposed | that each port keep two thirds of the dues and report the rest",
    );
}

#[test]
fn a_clause_whose_subject_has_an_aside_is_no_member_of_a_list() {
    check(
        "Kestria rejected the tug as “a consolation prize”, and its premier, Eamon Tully, accused Averland of treating the islands as “a letterbox”.",
        "Kestria | mixed | rejected | the tug as “a consolation prize”\n\
         its premier | mixed | accused | of treating the islands as “a letterbox”",
    );
}

#[test]
fn a_year_before_a_name_is_no_part_of_it() {
    check(
        "In 2019 Okello warned that pilots were slow to hurry.",
        "Okello | indirect | warned | that pilots were slow to hurry",
    );
}

#[test]
fn asides_with_participles_that_look_like_verbs() {
    check(
        "The secretary for trade, a brisk young man named Tobin Lask, announced that it was late.",
        "The secretary for trade | indirect | announced | that it was late",
    );
    check(
        "The Ministry of Trade, in a note circulated to the press, claims that it is late.",
        "The Ministry of Trade | indirect | claims | that it is late",
    );
    check(
        "Marta Lindqvist, in what remains the best study of it, has estimated that it is late.",
        "Marta Lindqvist | indirect | has estimated | that it is late",
    );
}

#[test]
fn a_question_within_shares_no_subject() {
    check(
        "Marta Lindqvist declined to say who had made it, but insisted that it was late.",
        "Marta Lindqvist | indirect | insisted | that it was late",
    );
}

#[test]
fn seasons_and_weeks_in_front_of_a_verb() {
    check("The ministry last week said that it was late.", "The ministry | indirect | said | that it was late");
    check(
        "The committee last fall concluded that it was late.",
        "The committee | indirect | concluded | that it was late",
    );
}

#[test]
fn two_subjects_of_a_clause_that_says_when() {
    check(
        "The letter came after the bank and federal prosecutors announced that it was late.",
        "the bank and federal prosecutors | indirect | announced | that it was late",
    );
    check(
        "It has been so since 1983, and the Trade Department said that it was late.",
        "the Trade Department | indirect | said | that it was late",
    );
}

#[test]
fn capital_letters_are_no_pronoun() {
    check("In May the WHO said that the line is dead.", "the WHO | indirect | said | that the line is dead");
    check("In May pilots came who said that the line is dead.", "who | indirect | said | that the line is dead");
}

#[test]
fn most_in_front_of_an_adjective() {
    check(
        "Most constitutional lawyers in Kest doubt that it was late.",
        "Most constitutional lawyers in Kest | indirect | doubt | that it was late",
    );
}

#[test]
fn both_behind_a_preposition_and_its_relative() {
    check(
        "It was an idea to which both Okello and Brun have said they are open.",
        "both Okello and Brun | indirect | have said | they are open",
    );
}

#[test]
fn at_least_so_many() {
    check(
        "Pilots in at least two ports have said that it was late.",
        "Pilots in at least two ports | indirect | have said | that it was late",
    );
}

#[test]
fn envoys_abroad_with_their_names_behind() {
    check(
        "Its political envoy abroad, Tomasz Okello, said that it was late.",
        "Its political envoy abroad | indirect | said | that it was late",
    );
}
