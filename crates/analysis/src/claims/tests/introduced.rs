//! Claimants whom the words around their source name.

use super::resolution::check;

#[test]
fn a_name_in_front_of_a_long_aside() {
    check(
        "Alice Quennell, president of the Harbour Fund, a private lender, warned that it was late.",
        "Alice Quennell",
    );
    check(
        "Otis Brand, the younger brother of the heir, Ivo, has told friends that it was late.",
        "Otis Brand -> friends",
    );
    check("Averland met the press. Otis Brand, the minister said, was late.", "nobody [Otis Brand]");
}

#[test]
fn a_name_behind_a_title_with_of() {
    check("Secretary of State Alice Quennell said that it was late.", "Alice Quennell");
}

#[test]
fn a_person_whom_the_next_sentence_names() {
    check(
        "A harbour pilot said that it was late.\n\n“Nobody came,” said Alice Quennell, who has steered ships for years.",
        "Alice Quennell\nAlice Quennell",
    );
    // Known before, so no pilot of whom the text has not spoken.
    check(
        "Alice Quennell arrived. A harbour pilot said that it was late.\n\n“Nobody came,” said Alice Quennell.",
        "nobody\nAlice Quennell",
    );
    check(
        "Harbour pilots said that it was late.\n\n“Nobody came,” said Alice Quennell, who has steered ships for years.",
        "Harbour pilots\nAlice Quennell",
    );
}

#[test]
fn a_person_and_company() {
    check("Alice Quennell moved in May. She and her husband said that it was late.", "Alice Quennell");
}

#[test]
fn those_who_claimed_together() {
    check(
        "Averland and Kestria said that it was late. They also warned that the line was dead.",
        "Averland & Kestria\nAverland & Kestria",
    );
    check(
        "Averland and Kestria said that it was late. Averlander officials listened. They warned that the line was dead.",
        "Averland & Kestria\nAverlander officials",
    );
}

#[test]
fn names_with_and_inside_a_list() {
    check(
        "Averland, Bosnia and Herzegovina, and Kestria have asked to join.",
        "Averland & Bosnia and Herzegovina & Kestria",
    );
}

#[test]
fn both_men_are_persons() {
    check(
        "Averlander Otis Brand and Kestrian Ivo Lask were taken in 2016. Averland praised Kestria for its help. \
         Both men said that they were treated well.",
        "Averland [Kestria]\nOtis Brand & Ivo Lask",
    );
}

#[test]
fn both_sides_of_the_sentence_before() {
    check(
        "France, Norway and Chile sent envoys. They came hours after Kestria freed three envoys of the Littoral Union. \
         Both sides said that it was late.",
        "Kestria & Littoral Union",
    );
}

#[test]
fn new_holders_are_not_the_former_ones() {
    check(
        "Former House Speaker Otis Brand lost in May. His successor, Ivo Lask, cut a deal. The new speaker said that it was \
         late.",
        "Ivo Lask",
    );
}

#[test]
fn posts_written_short() {
    check("Gov. Alice Quennell won in May. The governor said that it was late.", "Alice Quennell");
    check("Britain slept. No 10 said that it was late.", "United Kingdom");
    check("Prime Minister Alice Quennell won in May. PM said that it was late.", "Alice Quennell");
}

#[test]
fn posts_that_parties_do_not_give() {
    check("A deal was made with Indiana Gov. Otis Brand. The Republican governor said that it was late.", "Otis Brand");
}

#[test]
fn who_speaks_is_in_no_apposition() {
    check(
        "President Ivo Lask of Kestria slept. After talks with Commission chief Otis Brand, the Kestrian president said that it \
         was late.",
        "Ivo Lask",
    );
}

#[test]
fn bodies_in_front_of_those_who_speak_for_them() {
    check(
        "The Harbour Ministry of Averland met. A ministry spokesperson said that it was late.",
        "Harbour Ministry of Averland",
    );
}

#[test]
fn papers_whose_maker_comes_later() {
    check(
        "Most voters are tired, according to a survey published on Saturday. The Lind Institute poll showed that they want the line \
         moved.",
        "Lind Institute via a survey published on Saturday\nLind Institute via The Lind Institute poll",
    );
    check(
        "The Lind Institute poll showed that it was late. The line is liked, the polling found.",
        "Lind Institute via The Lind Institute poll\nLind Institute via the polling",
    );
}

#[test]
fn it_is_what_the_sentence_before_opened_with() {
    check("Averland’s harbour lies east of the Littoral Union. It also said that the line was dead.", "Averland");
}

#[test]
fn he_is_not_whom_he_was_seen_with() {
    check(
        "Otis Brand said that it was late.\n\nDuring the visit he was seen with Ivo Lask. He told the court that he was tired.",
        "Otis Brand\nOtis Brand",
    );
}

#[test]
fn leaders_of_states_and_lawmakers() {
    check("President Tomasz Okello of Kestria flew home. The Kestrian leader said that it was late.", "Tomasz Okello");
    check(
        "Kestrian Prime Minister Alice Quennell flew home. Kestria’s premier said that it was late.",
        "Alice Quennell",
    );
    check("Rep. Otis Brand flew home. The lawmaker said that it was late.", "Otis Brand");
    check("Sen. Alice Quennell flew home. The Republican senator said that it was late.", "Alice Quennell");
}

#[test]
fn titles_of_several_words_taken_up() {
    check(
        "Secretary of State Alice Quennell flew home. The secretary of state said that it was late.",
        "Alice Quennell",
    );
}

#[test]
fn armed_groups_and_agencies_taken_up() {
    check("Kestria fought Hamas for years. The militant group said that it was late.", "Hamas");
    check("Reuters asked in vain. The news agency said that it was late.", "Reuters");
}

#[test]
fn a_title_of_the_other_sex_is_somebody_else() {
    check("Sir Otis Brand slept. Lady Brand said that it was late.", "Brand");
    check("Sir Otis Brand slept. Lord Brand said that it was late.", "Otis Brand");
}

#[test]
fn pronouns_for_sources_nobody_names() {
    check(
        "Averland slept. Veterans of the service said that it was late. They warned that the line was dead.",
        "Veterans of the service\nVeterans of the service",
    );
    check(
        "Averland slept. The rescue service said that it was late. It warned that the line was dead.",
        "nobody\nnobody",
    );
}

#[test]
fn lawmakers_called_by_their_party() {
    check("Sen. Alice Quennell flew home. The Ohio Republican said that it was late.", "Alice Quennell");
    check("Rep. Otis Brand flew home. The Ohio Democrat said that it was late.", "Otis Brand");
}

#[test]
fn both_leaders_and_the_couple() {
    check(
        "President Tomasz Okello and Kestrian President Alice Quennell met. Both leaders said that it was late.",
        "Tomasz Okello & Alice Quennell",
    );
    check("Otis Brand and his wife Anna Brand slept. The couple said that it was late.", "Otis Brand & Anna Brand");
}

#[test]
fn ministers_of_something() {
    check("Minister of Health Otis Brand slept. The health minister said that it was late.", "Otis Brand");
    check("Secretary of State Alice Quennell slept. The secretary said that it was late.", "Alice Quennell");
}

#[test]
fn heads_of_bodies() {
    check(
        "Otis Brand, president of the International Tidal Commission, slept. The Tidal Commission met. The ITC chief said that it \
         was late.",
        "Otis Brand",
    );
    check("Lind Institute director Otis Brand slept. The Lind Institute boss said that it was late.", "Otis Brand");
}

#[test]
fn the_government_of_a_person_is_that_of_their_state() {
    check(
        "Prime Minister Alice Quennell of Averland has arrived. Her government wants to reopen the port.",
        "Averland",
    );
    check("Otis Brand, a pilot, has arrived. His government wants to reopen the port.", "nobody");
}

#[test]
fn joint_holders_with_an_abbreviation_behind_their_name() {
    check(
        "Averland and the Tidal Commission (ITC) want to reopen the port.",
        "Averland & International Tidal Commission",
    );
}
