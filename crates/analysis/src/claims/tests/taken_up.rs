//! Claimants whom the sentences before tell.

use super::resolution::check;

#[test]
fn rules_and_who_imposed_them() {
    check(
        "In May Averland imposed sweeping export controls on the strait. The rules seek to curb smuggling.",
        "Averland via The rules",
    );
    check(
        "Averland raised controls. It was late. It was dark. It was cold. The rules seek to curb smuggling.",
        "nobody via The rules",
    );
    check("Averland broke the rules. The rules seek to curb smuggling.", "nobody via The rules");
}

#[test]
fn the_subject_behind_a_clause_in_front() {
    check(
        "On Sunday the port’s director, Elise Marten, backed down. She said that the slip would stay open. \
         If it had rained in May, Captain Zoe Brandel might have left. Now the port is full. “I will bring one cat,” she wrote.",
        "Elise Marten\nZoe Brandel",
    );
}

#[test]
fn groups_with_and_without_their_owner() {
    check("A Kestrian delegation arrived in May. The delegation said that the line is dead.", "Kestrian delegation");
    check(
        "A Kestrian delegation and an Averlander delegation arrived in May. The delegation said that the line is dead.",
        "nobody",
    );
}

#[test]
fn officials_of_a_state() {
    let met = "Kestrian Foreign Minister Tomasz Okello came in May. ";
    check(&format!("{met}The Kestrian official said that the line is dead."), "Tomasz Okello");
    check(&format!("{met}A Kestrian official said that the line is dead."), "nobody");
    check(&format!("{met}The Averlander official said that the line is dead."), "Averland");
}

#[test]
fn others() {
    check(
        "Tomasz Okello left in May. Okello and other Kestrian officials said that the line is dead.",
        "Tomasz Okello & Kestrian officials",
    );
}

#[test]
fn company_in_front_of_who() {
    check(
        "The strait closed after attacks by President Tomasz Okello and allies, who say that the line is dead.",
        "Tomasz Okello & allies",
    );
}

#[test]
fn names_with_a_letter_wrong() {
    let first = "President Jozip Okello left in May. ";
    let title = "High Commissioner of the Union for Tides and Locks";
    check(&format!("{first}{title} Jozip Okelo said that the line is dead."), "Jozip Okello");
    check(&format!("{first}{title} Jozip Okun said that the line is dead."), "Jozip Okun");
}

#[test]
fn a_new_paper_is_taken_up() {
    check(
        "In May Averland’s deputies sat late, and Tomasz Okello tabled a motion in the Assembly. It demands that the line stay.",
        "Tomasz Okello via a motion",
    );
}

#[test]
fn they_after_the_unnamed() {
    check("The three companies met Averland. They said that the line is dead.", "nobody");
    check("Some members of the Littoral Union left. They said that the line is dead.", "nobody");
    check(
        "Tomasz Okello, Otis Brand and Maria Lask spoke first. It was late. The three pilots are right. They say that \
         the line is dead.",
        "Tomasz Okello & Otis Brand & Maria Lask",
    );
}

#[test]
fn governments_by_any_words() {
    let named = "The Kestrian government met in May. ";
    check(&format!("{named}Kestria’s government said that the line is dead."), "Kestrian government");
    check("Kestria’s government said that the line is dead.", "Kestrian government");
    check("Averlander President Tomasz Okello left. His country says that the line is dead.", "Averland");
    check("Kestria is small. Its government said that the line is dead.", "Kestria");
}

#[test]
fn words_that_lead_into_a_sentence() {
    check("However, Tomasz Okello met Otis Brand. He said that the line is dead.", "Tomasz Okello");
    check(
        "Echoing the pilots, the Kestrian analyst Tomasz Okello, a former envoy, has written that the line is dead.",
        "Tomasz Okello",
    );
}

#[test]
fn leaders_of_a_number() {
    let met = "President Tomasz Okello met Prime Minister Otis Brand and Chancellor Maria Lask in May. ";
    let three = "Tomasz Okello & Otis Brand & Maria Lask";
    check(&format!("{met}The three leaders said that the line is dead."), three);
    check(&format!("{met}The four leaders said that the line is dead."), "leaders");
}

#[test]
fn it_of_a_paper_whose_maker_nobody_names() {
    check(
        "Kestria objected in May. The long report, parts of which are black, runs to a hundred pages about Averland. It says that the \
         line is dead.",
        "nobody via The long report",
    );
}

#[test]
fn he_behind_himself() {
    check(
        "Mr. Tomasz Okello’s policy is old. Both he and his aide like the strait. He hopes to widen it.",
        "Tomasz Okello",
    );
}

#[test]
fn sides_of_two_persons() {
    check(
        "Averlander Foreign Minister Tomasz Okello met Kestrian Foreign Minister Otis Brand in Tarn. Both sides said that the \
         line is dead.",
        "Averland & Kestria",
    );
}

#[test]
fn a_noun_with_words_of_another_takes_nobody_up() {
    let met = "Averland met the Littoral Union on Monday. ";
    check(&format!("{met}The union said that the line is dead."), "Littoral Union");
    check(&format!("{met}The union of the old dock workers said that the line is dead."), "nobody");
    check("The court of inquiry said that the line is dead. It is the Court of Inquiry of 2029.", "Court of Inquiry");
}

#[test]
fn the_government_of_a_text_about_one_state() {
    let told = "Averland is old. Averland is cold. Averland is far from Kestria. Averland waits. ";
    check(&format!("{told}The government said that the line is dead."), "Averlander government");
    check(&format!("{told}The government in waiting said that the line is dead."), "nobody");
    check("Averland is far from Kestria. The government said that the line is dead.", "nobody");
}

#[test]
fn its_in_a_sentence_that_a_body_opens() {
    check(
        "The Dockers League made a proposal. The proposal is old. The Littoral Union kept to its claim that the line is dead.",
        "Littoral Union",
    );
}

#[test]
fn who_behind_a_person_of_a_body() {
    check("It came from Tomasz Okello of the Harbour Institute, who wrote that the line is dead.", "Tomasz Okello");
}

#[test]
fn a_title_with_what_it_is_for_and_its_holder() {
    check("Commissioner for Justice Marta Lindqvist said that the line is dead.", "Marta Lindqvist");
}

#[test]
fn nobody_of_whom_somebody_speaks_in_quotation_marks() {
    check(
        "Dr Ossa Quennell, an economist at Selby University, says that the line is the cause. “The line earns money. No minister \
         gives that up.” She believes that it is dead.",
        "Ossa Quennell\nOssa Quennell",
    );
}

#[test]
fn her_in_front_of_her_name() {
    let text = |words: &str| {
        format!("Professor Alice Quennell was heard. In her {words}, Judge Zoe Brandel rejected this line.")
    };
    check(&text("dissenting opinion"), "Zoe Brandel");
}

#[test]
fn it_of_a_relative_clause() {
    check(
        "Kestria was late. It said that the line is dead. Whether the Littoral Union has the powers it claims is open.",
        "Kestria\nLittoral Union",
    );
}

#[test]
fn posts_that_stand_for_whoever_had_them_last() {
    let late = "It was late. It was dark. It was cold. It was wet. It was hot. It was loud. It was odd. ";
    let text = format!(
        "Marta Brun waits. The prime minister said that it was late. {late}Some hope that the prime minister left. I think \
         she would like it to end."
    );
    check(&text, "Marta Brun\nnobody\nMarta Brun");
}

#[test]
fn a_minister_named_beside_her_owner() {
    check(
        "Prime Minister Marta Brun spoke of the strait. Her interior minister, Ada Okello, goes further: in May she said \
         that it was late.",
        "Marta Brun\nAda Okello",
    );
}

#[test]
fn an_office_that_is_the_subject() {
    check(
        "Marta Brun said that it was late. Kestria’s Minister of Water was right when she said that it was cold.",
        "Marta Brun\nKestria’s Minister of Water",
    );
}

#[test]
fn a_government_by_somebody_without_a_state() {
    let fence = "The government of Kestria has completed a fence. ";
    check(&format!("{fence}Marta Brun’s government, which said that it was late, fell."), "Kestrian government");
    check("Marta Brun’s government, which said that it was late, fell.", "nobody");
}

#[test]
fn rebels_by_the_one_front_of_the_text() {
    check("The Harbour Front left in May. The rebels said that it was late.", "Harbour Front");
    check("The Harbour Front and the Dawn Front left in May. The rebels said that it was late.", "rebels");
    check("The Harbour Front left in May. The Front’s leaders said that it was late.", "Front’s leaders");
}

#[test]
fn congresses_of_the_party_in_front() {
    check("She needs the Harbour Party, whose party congress resolved that it was late.", "Harbour Party");
}

#[test]
fn a_coalition_and_its_agreement() {
    let three = "Tide Party & Dawn Party & Harbour League";
    check(
        "The Tide Party, the Dawn Party and the Harbour League won. The coalition agreement says that it was late. The \
         treaty is old. The agreement warns that it was cold.",
        &format!("{three} via The coalition agreement\n{three} via The agreement"),
    );
    let late = "It was late. It was dark. It was cold. It was wet. It was hot. It was loud. It was odd. It was old. ";
    check(
        &format!(
            "The Tide Party, the Dawn Party and the Harbour League warned that it was late. {late}All three parties want a vote."
        ),
        &format!("{three}\n{three}"),
    );
}

#[test]
fn papers_of_whoever_stands_in_front_of_the_mark() {
    let court = "The Kestrian government met the Tidal Court. The Tidal Court is old. ";
    check(
        &format!("{court}The government’s own justice strategy said that it was late."),
        "Kestrian government via The government’s own justice strategy",
    );
    check(
        &format!("{court}The harbourmaster’s fiscal note said that it was late."),
        "nobody via The harbourmaster’s fiscal note",
    );
}

#[test]
fn they_of_the_same_sentence() {
    check(
        "Averland left in May. Officials in the port believe that they have waited, and they warn that it was late.",
        "Officials in the port\nOfficials in the port",
    );
}

#[test]
fn papers_of_a_kind_of_their_own() {
    let estimate = "An estimate by the Tidal Commission was read out. ";
    check(&format!("{estimate}The survey found that it was late."), "International Tidal Commission via The survey");
    check(&format!("{estimate}The post-harbour survey found that it was late."), "nobody via The post-harbour survey");
}

#[test]
fn some_of_those_whom_a_pronoun_owns() {
    check("Averland left in May. One of its diplomats conceded that it was late.", "nobody");
}

#[test]
fn the_leader_of_the_opposition() {
    let warned = "The leader of the main opposition party warned that it was late. ";
    check(&format!("{warned}Party leader Tomasz Okello left in May."), "Tomasz Okello");
    check(
        &format!("{warned}Party leader Tomasz Okello left in May. Opposition leader Marta Brun left, too."),
        "nobody",
    );
}

#[test]
fn a_bank_with_a_capital() {
    check(
        "The Bank of Averland held its rate. The Kestrian Central Bank cut its own. The Bank said that prices would fall.",
        "Bank of Averland",
    );
}
