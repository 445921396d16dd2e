//! What the words around a name make of it.

use super::{check, table};

#[test]
fn a_capital_stands_for_its_state_unless_it_is_a_town() {
    for (text, expected) in [
        ("France owns the land, Tarn only the lease.", "France=france, Tarn=velmar^"),
        ("Tarn, which pays, has asked Paris for time.", "Tarn=velmar^, Paris=france^"),
        ("The plan was a signal to Tarn.", "Tarn=velmar^"),
        ("He takes his orders from Tarn.", "Tarn=velmar^"),
        ("The intentions of Tarn are unclear.", "Tarn=velmar^"),
        ("The Tarn government fell.", "Tarn=velmar^"),
        ("Neither Tarn nor Paris understood.", "Tarn=velmar^, Paris=france^"),
        ("Tarn no longer listens.", "Tarn=velmar^"),
    ] {
        check(text, expected);
    }
    for text in [
        "Offices in Tarn, Paris and Bonn were closed.",
        "The storm reached Tarn at night.",
        "Fighting went on in central Tarn.",
        "Tarn, 5 May: the harbour froze.",
        "See the Annual Report, Tarn, 2029.",
        "The Tarn airport is old.",
        "The attack on Tarn failed.",
        "The joint statement from Tarn was short.",
        "They saw the lights above Tarn.",
    ] {
        check(text, "");
    }
}

#[test]
fn what_is_traded_and_who_is_ethnic_is_no_state() {
    check("France buys Velmarian missiles.", "France=france");
    check("A Velmarian missile hit France.", "Velmarian=velmar', France=france");
    check("Ethnic Velmarians in France protested.", "France=france@");
    check("The Velmarian Kurds left.", "Velmarian=velmar', Kurds=kurds");
}

#[test]
fn short_forms_in_another_language() {
    check(
        "The Harbour Workers' Party (PTP) struck. PTP won.",
        "Harbour Workers' Party=harbour-workers-party, PTP=harbour-workers-party, PTP=harbour-workers-party",
    );
    // Who reported it is no short form.
    check("The Harbour Workers' Party (AFP) struck.", "Harbour Workers' Party=harbour-workers-party");
    check("She left the QZP, a small party, in May.", "QZP=qzp");
    check("She left the QZP in May.", "");
}

#[test]
fn parties_and_societies_by_their_names() {
    check("The Partido Liberal de Selby won.", "Partido Liberal de Selby=partido-liberal-de-selby");
    check("Yesterday the Mothers Against Silence met.", "Mothers Against Silence=mothers-against-silence");
    check("Citizens of France met.", "France=france");
    check("The Selby International said no.", "Selby International=selby-international");
    check(
        "Velmar’s Ministry of Trade, Fisheries and Energy said no.",
        "Velmar=velmar, Ministry of Trade, Fisheries and Energy=velmar-ministry-of-trade-fisheries-and-energy",
    );
    // Some party of this name; no state that has a listed one is named.
    check("The Liberal Party won.", "Liberal Party=liberal-party");
}

#[test]
fn surnames_and_those_who_bear_them() {
    check("Gorbachev smiled.", "Gorbachev=mikhail-gorbachev");
    // Not the one everybody knows.
    check(
        "Judge Philippa Gorbachev sat. Gorbachev smiled.",
        "Philippa Gorbachev=philippa-gorbachev, Gorbachev=philippa-gorbachev",
    );
    check("Anna Brill King Jr. spoke.", "Anna Brill King Jr.=anna-brill-king-jr");
}

#[test]
fn nouns_for_states() {
    check("Oman waits. The sultanate has time.", "Oman=oman, The sultanate=oman~");
    check("Velmar bombed a bridge in France. The country said no.", "Velmar=velmar, France=france@");
    check("Velmar is cold. He left the country in May.", "Velmar=velmar");
}

#[test]
fn halves_of_a_divided_country() {
    check(
        "South Korea and North Korea spoke. The North is late, the north is cold.",
        "South Korea=south-korea, North Korea=north-korea, The North=north-korea~",
    );
    check("North Korea is late. The South is cold.", "North Korea=north-korea");
}

#[test]
fn family_names_in_another_spelling() {
    let table = table("Dowik said that it was late.");
    assert_eq!(table.actors[0].aliases, ["Dowik", "Harl Dowik"]);
}

#[test]
fn whoever_left_long_ago_is_meant_where_a_text_tells_of_those_years() {
    check("Canada waited. Pearson opened a plant.", "Canada=canada");
    check("Canada waited. Pearson made it policy in 1964.", "Canada=canada, Pearson=lester-b-pearson");
}

#[test]
fn no_surname_is_a_number_or_has_an_article() {
    check("Norway keeps to Article V of the treaty.", "Norway=norway");
    check("India watched the fall of the Shah.", "India=india");
    check("Amit Shah of India spoke of the fall of the Shah.", "Amit Shah=amit-shah, India=india");
    check("India watched. Shah opened a plant.", "India=india, Shah=amit-shah");
}

#[test]
fn a_word_for_a_direction_may_begin_the_name_behind_of() {
    check("The Board of West Hollow Bank has left.", "Board of West Hollow Bank=board-of-west-hollow-bank");
}
