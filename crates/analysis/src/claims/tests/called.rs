//! Claimants by their number, their side or what the text called them before.

use super::resolution::check;

#[test]
fn sides() {
    check("The Kestrian side said that the line is dead.", "Kestria");
    check("The Kestrian delegation said that the line is dead.", "Kestrian delegation");
    let both = "Averland and Kestria met in May. The Harbour Times reported that Kestria was late. ";
    check(&format!("{both}Both sides agreed to wait."), "Harbour Times [Kestria]\nAverland & Kestria");
}

#[test]
fn halves_of_a_divided_country() {
    let korea = "South Korea offered talks to North Korea in May. ";
    check(&format!("{korea}The North said that the line is dead."), "South Korea [North Korea]\nNorth Korea");
    check(&format!("{korea}The people in the north said that the line is dead."), "South Korea [North Korea]\nnobody");
    check("North Korea was late. The South said that the line is dead.", "nobody");
}

#[test]
fn two_without_a_noun() {
    check("Tomasz Okello and Marta Lind left in May. Both said that the line is dead.", "Tomasz Okello & Marta Lind");
    check(
        "While Averland is arming, the Littoral Union has waited. Both want the strait.",
        "Averland & Littoral Union",
    );
    check("Averland is arming. Both want the strait.", "nobody");
}

#[test]
fn as_many_as_a_list_has() {
    let coup = "Officers rule in Averland, Kestria and France. It was late. It was cold. ";
    check(&format!("{coup}The three said that the line is dead."), "Averland & Kestria & France");
    check(&format!("{coup}The four said that the line is dead."), "nobody");
    check(&format!("{coup}The three companies said that the line is dead."), "nobody");
    check(
        "The line has the support of the three main factions — the Tide Party, the Dawn Party and the liberal Harbour \
         Party — but they are old.",
        "Tide Party & Dawn Party & Harbour Party",
    );
}

#[test]
fn descriptions_of_bodies() {
    let dawn = "The Tide Front (TF), the ruling party, won in May. ";
    check(&format!("{dawn}The ruling party said that the line is dead."), "Tide Front");
    check(&format!("{dawn}Averland’s ruling party said that the line is dead."), "Tide Front");
    check(&format!("{dawn}The opposition party said that the line is dead."), "nobody");
    check("The ruling Tide Party won. The ruling party said that the line is dead.", "Tide Party");
    check(
        "The Council of Harbour Experts, a group of five leading economists, met in May. The economists said that the line \
         is dead.",
        "Council of Harbour Experts",
    );
}

#[test]
fn a_bloc_by_its_kind() {
    check("The Littoral Union met in Kest. The 15-member regional bloc said that the line is dead.", "Littoral Union");
    check("The Littoral Union met in Kest. The rival bloc said that the line is dead.", "nobody");
}

#[test]
fn those_of_a_whole_list() {
    check(
        "In May, representatives of Averland, the Littoral Union, France and Kestria said that the line is dead.",
        "Averland & Littoral Union & France & Kestria",
    );
    check("After months of private talks, Averland and Kestria agreed to wait.", "Averland & Kestria");
}

#[test]
fn who_is_said_to_be_somebody() {
    check("President Tomasz Okello spoke in May. He is a pilot who believes that the line is dead.", "Tomasz Okello");
    check("There is a pilot who believes that the line is dead.", "nobody");
    check("President Tomasz Okello spoke in May. He is not a pilot who believes that the line is dead.", "nobody");
}

#[test]
fn persons_behind_an_aside_and_an_adverb() {
    check(
        "Aya Morizumi, from the Lind Institute in Kest, likewise notes that the line is dead. According to her, it was late.",
        "Aya Morizumi\nAya Morizumi",
    );
}

#[test]
fn the_latter_of_two_in_one_sentence() {
    check("Averland fears Kestria, as the latter claims that the sea is its own.", "Averland [Kestria]\nKestria");
    check("Averland met Kestria in May. The former plans to wait.", "Averland");
    check("Averland met Kestria and France in May. The former claims were old.", "");
    check(
        "Averland, France and Kestria met Italy in May. It was late. The latter said that the line is dead.",
        "nobody",
    );
}

#[test]
fn judges_of_a_court() {
    check("The 17 judges of the High Court of Kest made clear that it was late.", "High Court of Kest");
    check("The judges of the prize said that it was late.", "judges of the prize");
}

#[test]
fn all_but_one() {
    check("All the harbour states except Averland said that it was late.", "nobody");
}

#[test]
fn two_administrations() {
    check(
        "Officials from both the Biden and Trump administrations said that it was late.",
        "Biden administration & Trump administration",
    );
}
