//! Claimants that stand in the text by another word: papers, kinds, posts, pairs.

use super::resolution::check;

#[test]
fn papers_by_whom_they_are_by() {
    check(
        "A study by the Lind Institute found that the line had moved.",
        "Lind Institute via A study by the Lind Institute",
    );
    check(
        "A white paper circulated by the Dockers League argued that the line had moved.",
        "Dockers League via A white paper circulated by the Dockers League",
    );
    check(
        "A paper by economists at Selby University estimates that the line has moved.",
        "Selby University via A paper by economists at Selby University",
    );
    check(
        "A working paper of the Lind Centre found that the line had moved.",
        "Lind Centre via A working paper of the Lind Centre",
    );
    check("A poll by Ossa Research found that the line was liked.", "Ossa Research via A poll by Ossa Research");
}

#[test]
fn papers_are_not_by_what_they_are_about() {
    check("A study on Averland found that the line had moved.", "nobody via A study on Averland");
}

#[test]
fn papers_that_point_back() {
    check(
        "The Lind Institute published a study of the harbour. The study found that the line had moved.",
        "Lind Institute via The study",
    );
    check(
        "The Lind Institute published a study of the harbour. It was long. The report warned that the line had moved.",
        "Lind Institute via The report",
    );
    check(
        "Averland sent a letter to Kestria on Monday. The letter asked that the line be moved.",
        "Averland via The letter",
    );
    check(
        "The Dockers League asked in a statement that the line be moved. “We are tired of waiting,” the statement said.",
        "Dockers League\nDockers League via the statement",
    );
}

#[test]
fn the_authors_of_a_paper() {
    check(
        "A study by the Lind Institute found that the line had moved. The authors warned that it was late.",
        "Lind Institute via A study by the Lind Institute\nLind Institute",
    );
    check(
        "A study by the Lind Institute found that the line had moved. The report’s author, Alice Quennell, warned that it was late.",
        "Lind Institute via A study by the Lind Institute\nAlice Quennell",
    );
}

#[test]
fn bodies_by_their_kind() {
    check(
        "Ostrand Harrow, a mining company, has a pit in Averland. The firm denied that the pit was late.",
        "Ostrand Harrow",
    );
    check("Averland met the Littoral Union on Monday. The bloc said that it was late.", "Littoral Union");
    check(
        "The newspaper Selby Ledger wrote of it. Averland was silent. The paper said that it was late.",
        "Selby Ledger",
    );
}

#[test]
fn posts_of_persons_named_before() {
    check(
        "Foreign Minister Marta Lindqvist met Prime Minister Tomasz Okello. The foreign minister said that it was late.",
        "Marta Lindqvist",
    );
    check("Foreign Minister Marta Lindqvist was away. The planning minister said that it was late.", "nobody");
    check("The election of Tomasz Okello surprised many. The President said that it was late.", "Tomasz Okello");
    check("Tomasz Okello met Marta Lindqvist. The President said that it was late.", "nobody");
}

#[test]
fn two_of_them() {
    check("Averland and Kestria met on Monday. Both governments said that it was late.", "Averland & Kestria");
    check("Averland wrote to Kestria on Monday. The two sides agreed that it was late.", "Averland & Kestria");
    check("Averland and Kestria met on Monday. Neither side said that it was late.", "");
}

#[test]
fn the_same_pronoun_at_the_start() {
    check(
        "Averland has waited for years. In its reply to the Littoral Union it says that the line is dead.",
        "Averland",
    );
}

#[test]
fn pronouns_tell_who_is_a_woman() {
    check(
        "Sorrel Vane came late. She was tired. Tomasz Okello met Sorrel Vane at noon. He said that it was late.",
        "Tomasz Okello",
    );
}

#[test]
fn those_who_work_at_a_body() {
    check("According to analysts at the Lind Institute, the line has moved.", "Lind Institute");
    check(
        "According to former analysts at the Lind Institute, the line has moved.",
        "former analysts at the Lind Institute",
    );
}

#[test]
fn whose_second_report_it_is() {
    check(
        "The Dockers League has an office. Its first report urged Averland to wait. Averland waited. \
         Its second report warned that it was late.",
        "Dockers League -> Averland via Its first report\nDockers League via Its second report",
    );
}

#[test]
fn what_a_report_that_begins_a_sentence_does_next() {
    check(
        "Averland waits. The International Tidal Commission’s screening report paints a picture. \
         It warns that Averland is late.",
        "International Tidal Commission [Averland] via The International Tidal Commission’s screening report",
    );
}

#[test]
fn bodies_in_asides() {
    check("The manufacturer, Holt Vantor, denied that it was late.", "Holt Vantor");
}

#[test]
fn offices_that_nobody_is_named_for() {
    check("The Kestrian foreign minister was away. The minister said that it was late.", "Kestrian foreign minister");
}

#[test]
fn the_firm_that_nobody_named() {
    check(
        "Ostrand Harrow, a mining company, has a pit. A state firm had been promised the harbour. \
         The firm denied that it was late.",
        "nobody\nnobody",
    );
}

#[test]
fn the_members_of_a_body() {
    check("The Littoral Union met on Monday. Its members said that it was late.", "Littoral Union");
}

#[test]
fn all_who_made_a_paper_stand_in_its_phrase() {
    super::check(
        "A 2029 study by Ostrand, Quill and Vantor found that the line had moved.",
        "A 2029 study by Ostrand, Quill and Vantor | indirect | found | that the line had moved",
    );
}

#[test]
fn an_age_is_no_subject() {
    super::check(
        "Sorrel Vantor, 74, a farmer who saw it, said that it was late.",
        "Sorrel Vantor | indirect | said | that it was late",
    );
}

#[test]
fn an_activist_with_a_name_is_named() {
    check(
        "Harbour activist Sorrel Vantor says that it is late.\n\n“It is cold, too,” she says.",
        "Sorrel Vantor\nSorrel Vantor",
    );
}

#[test]
fn papers_of_those_whom_other_words_name() {
    check(
        "President Marta Lindqvist came late. She wrote a letter to the port. The letter said that it was late.",
        "Marta Lindqvist via The letter",
    );
    check(
        "Ostrand Harrow, a mining company, has a pit. The firm issued a statement. The statement said that it was late.",
        "Ostrand Harrow via The statement",
    );
    check("The Lind Institute published a study. Other studies found that it was late.", "nobody via Other studies");
}

#[test]
fn the_minister_himself() {
    check("Foreign Minister Marta Lindqvist was late. The minister herself said that it was cold.", "Marta Lindqvist");
}

#[test]
fn posts_with_words_that_are_no_part_of_them() {
    check("Senator Marta Lindqvist was late. The Kestrian senator said that it was cold.", "Marta Lindqvist");
}

#[test]
fn whoever_holds_an_office() {
    check("The Kestrian foreign minister was late. He said that it was cold.", "Kestrian foreign minister");
}

#[test]
fn nobody_is_named_in_his_own_words() {
    check(
        "Sorrel Vantor, the mayor, was late. “I told Tomasz Okello that it was cold,” she said.",
        "Sorrel Vantor [Tomasz Okello]",
    );
}

#[test]
fn a_month_within_a_name_is_none() {
    super::check(
        "Averlander Prime Minister Ilse May said on Monday that it was late.",
        "Averlander Prime Minister Ilse May | indirect | said | that it was late",
    );
}

#[test]
fn what_follows_according_to_is_no_aside() {
    check(
        "According to a Kestrian official who listened to the call, Tomasz Okello threatened to wait.",
        "nobody [Tomasz Okello]\nTomasz Okello",
    );
}

#[test]
fn both_countries_are_countries() {
    check(
        "In the Averlander foreign ministry in Port Aver there is a drawer. Kestria knows it. Both countries promised to wait.",
        "Averland & Kestria",
    );
}

#[test]
fn who_is_whom_the_description_is_of() {
    check(
        "According to Marta Lindqvist, an analyst at the Lind Institute, who argued that it was late, it is cold.",
        "Marta Lindqvist\nMarta Lindqvist",
    );
}

#[test]
fn the_prime_minister_is_the_prime_minister() {
    check(
        "Prime Minister Tomasz Okello met Foreign Minister Marta Lindqvist. The Prime Minister said that it was late.",
        "Tomasz Okello",
    );
}

#[test]
fn an_office_behind_a_date() {
    check(
        "In 2029 the Kestrian auditor-general, hardly a friend of the navy, went through the books; his report found that it \
         was late.",
        "Kestrian auditor-general via his report",
    );
}

#[test]
fn an_activist_for_something_with_a_name_is_named() {
    check(
        "Coastal justice activist Sorrel Vantor says that it is late.\n\n“It is cold, too,” she says.",
        "Sorrel Vantor\nSorrel Vantor",
    );
}

#[test]
fn posts_of_whomever() {
    check("The harbour bank’s governor, Sorrel Vantor, was late. The governor said that it was cold.", "Sorrel Vantor");
    check(
        "Tomasz Okello was late. The assembly’s rapporteur, Sorrel Vantor, was not. The President himself said that it was cold.",
        "Tomasz Okello",
    );
}

#[test]
fn whom_an_aside_says_somebody_is_called() {
    check("The secretary for trade, a brisk young man named Tobin Lask, said that it was cold.", "Tobin Lask");
}

#[test]
fn those_named_as_examples() {
    check("Critics such as the economist Yara Montfaucon argue that the line has moved.", "Yara Montfaucon");
    check("States of arrival, including Kenya and Norway, said that the line had moved.", "Kenya & Norway");
}

#[test]
fn governments_that_others_back() {
    check("Kenya met the rebels. The Norway-backed government said that the line had moved.", "nobody");
}

#[test]
fn papers_from_several() {
    check(
        "A statement from Kenya, Norway and Chile said that the line had moved.",
        "Kenya & Norway & Chile via A statement from Kenya, Norway and Chile",
    );
    check(
        "A post on Facebook by Alice Quennell said that the line had moved.",
        "Alice Quennell via A post on Facebook by Alice Quennell",
    );
}

#[test]
fn groups_that_act_with_somebody_named() {
    check(
        "Tomasz Okello and residents of North Ostavar said that the line had moved.",
        "Tomasz Okello & residents of North Ostavar",
    );
    check(
        "Tomasz Okello and his top security officials said that the line had moved.",
        "Tomasz Okello & security officials",
    );
    check("Averland and the Kestrian public believe that the line has moved.", "Averland & Kestrian public");
    check(
        "Averland, Kestria, and other littoral democracies said that the line had moved.",
        "Averland & Kestria & littoral democracies",
    );
    check(
        "Averland, foreign lenders, and Selby-based think tanks said that the line had moved.",
        "Averland & Selby-based think tanks",
    );
    check(
        "Tomasz Okello and his colleagues on the harbour board said that the line had moved.",
        "Tomasz Okello & colleagues",
    );
    // A place, and things.
    check("In Averland and other states, pilots said that the line had moved.", "pilots");
    check("Tomasz Okello and his ideas said that the line had moved.", "Tomasz Okello");
}

#[test]
fn people_of_two_states() {
    check("Averlander and Kestrian officials said that the line had moved.", "nobody");
    check("The Averlander and Kestrian governments said that the line had moved.", "Averland & Kestria");
}

#[test]
fn governments_in_front_of_and_behind_their_states() {
    check("Averland’s new government said that the line had moved.", "Averlander government");
    check("The new government of Averland said that the line had moved.", "Averlander government");
    check("The previous government of Averland said that the line had moved.", "Averland");
}

#[test]
fn media_of_a_state() {
    check("Local Kestrian media said that the line had moved.", "Kestrian media");
    check("Kestrian state media said that the line had moved.", "Kestria");
}

#[test]
fn bodies_and_states_in_asides() {
    check("The independence group, the Harbour Front (HF), said that the line had moved.", "Harbour Front");
    check("Its largest neighbour, Averland, said that the line had moved.", "Averland");
    check("Its old neighbours, Averland and Kestria, said that the line had moved.", "Averland & Kestria");
    check("Two pilots, Otis Brand and Maria Lask, said that the line had moved.", "Otis Brand & Maria Lask");
    check("Littoral states, led by Averland, said that the line had moved.", "Averland");
    // What the verb follows directly is no aside.
    check("In the old town, Averland said that the line had moved.", "Averland");
}

#[test]
fn papers_that_two_made_together() {
    check(
        "Averland received the envoy of Kestria in May. The joint statement said that the line had moved.",
        "Averland & Kestria via The joint statement",
    );
    check(
        "The Littoral Union met in May. The joint statement said that the line had moved.",
        "Littoral Union via The joint statement",
    );
}

#[test]
fn holders_who_join_in_an_aside() {
    check("Averland, as well as Kestria, believes that the line has moved.", "Averland & Kestria");
    check("Averland, together with its ally Kestria, believes that the line has moved.", "Averland & Kestria");
    check("Neither Averland nor Kestria believes that the line has moved.", "Averland & Kestria");
    check("Averland, as well as a pilot, believes that the line has moved.", "Averland");
}

#[test]
fn the_opposition_of_a_state() {
    check("The Kestrian opposition said that the line had moved.", "Kestrian opposition");
    check("He ran into Kestrian opposition to the line.", "Kestria");
}

#[test]
fn papers_of_a_body_that_was_only_said_to_study_something() {
    let asked = "The Lind Institute asked 2,000 voters in May. ";
    check(&format!("{asked}The study found that it was late."), "Lind Institute via The study");
    check(&format!("{asked}The authors said that it was late."), "Lind Institute");
    // Whose it is nobody knows where two bodies are named, or one that studies nothing.
    let two = "The Lind Institute and the Kest Bank asked 2,000 voters in May. ";
    check(&format!("{two}The study found that it was late."), "nobody via The study");
    let bank = "The Kest Bank asked 2,000 voters in May. ";
    check(&format!("{bank}The study found that it was late."), "nobody via The study");
}

#[test]
fn papers_whose_maker_an_aside_names() {
    check("The study, published in May by the Lind Institute, found that it was late.", "Lind Institute via The study");
    check("A study of fishing was late. Its author, Lin Qiaoyu, said that it was old.", "Lin Qiaoyu");
}
