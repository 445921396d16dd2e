//! Those whom a list names and later words take up.

use super::resolution::check;

#[test]
fn they_of_a_list() {
    check(
        "Averland and Kestria hold the strait. Their report says that the line is dead.",
        "Averland & Kestria via Their report",
    );
    let both = "Averland & Kestria";
    check("Averland and Kestria hold the strait. They say that the line is dead.", both);
    check("The tolls suit Averland (AV) and Kestria. They say that the line is dead.", both);
    check(
        "The panel included Otis Brand, a retired admiral; Maria Vane, a harbour pilot of old and General Ivo Lask. \
         They say that the line is dead.",
        "Otis Brand & Maria Vane & Ivo Lask",
    );
}

#[test]
fn they_of_no_list() {
    // The list is neither the subject nor the end.
    check("The tolls that Averland and Kestria raised hurt shippers. They say that the line is dead.", "nobody");
}

#[test]
fn numbers_and_lists() {
    let three = "Averland & Kestria & Littoral Union";
    check(
        "The deal joins Averland, Kestria and the Littoral Union. It was late. The group of three says that the line is dead.",
        three,
    );
    check("Okello flew to Kest on Monday. The group of three says that the line is dead.", "nobody");
    check("An Averland-led group including Kestria says that the line is dead.", "Averland & Kestria");
    check("The deal joins Averland and Kestria. The latter said that the line is dead.", "Kestria");
    check("The deal joins Averland and Kestria. The former said that the line is dead.", "Averland");
}

#[test]
fn the_only_court() {
    check(
        "According to the verdict, the line is dead. The Supreme Tidal Court met in May.",
        "Supreme Tidal Court via the verdict",
    );
    check("The court said that the line is dead. The Supreme Tidal Court met in May.", "Supreme Tidal Court");
    check("A court met in May. The court said that the line is dead. The Supreme Tidal Court met too.", "nobody");
}

#[test]
fn titles_of_a_body_before_a_name() {
    check("Prime Minister of Averland Tomasz Okello said that it was late.", "Tomasz Okello");
    check("The ambassador to Averland Tomasz Okello said that it was late.", "Tomasz Okello");
    check("The aide of President Tomasz Okello said that it was late.", "nobody");
    check("High Commissioner of the Union for Tides and Locks Sorrel Vane said that it was late.", "Sorrel Vane");
}

#[test]
fn bodies_dealt_with() {
    check("Aides with access to Averland said that it was late.", "Aides");
    check("Officials from Averland said that it was late.", "Averland");
    check("A letter to the Littoral Union said that it was late.", "nobody via A letter to the Littoral Union");
}

#[test]
fn nobody_names_himself() {
    check(
        "Tomasz Okello is the most stubborn of them, notes the analyst Otis Brand.\n\n“Okello has swept aside his rivals,” \
         he writes.",
        "Otis Brand [Tomasz Okello]\nOtis Brand [Tomasz Okello]",
    );
}

#[test]
fn a_paper_goes_on() {
    check(
        "The letter by the Littoral Union said that Averland was late. It says that the line is dead.",
        "Littoral Union [Averland] via The letter by the Littoral Union\nLittoral Union via The letter by the Littoral Union",
    );
}

#[test]
fn members_in_front_of_a_source() {
    check(
        "The governments of Averland, Kestria and the Littoral Union said that the line is dead.",
        "Averland & Kestria & Littoral Union",
    );
    check("Members of Averland and Kestria said that the line is dead.", "nobody");
}

#[test]
fn shares_of_several() {
    check("Sixty percent of Averlanders and 40 percent of Kestrians said that the line is dead.", "nobody");
    check("Nearly 60 percent of Kestrians said that the line is dead.", "Kestrians");
    check("Tens of thousands of Kestrians want the line to go.", "Kestrians");
    check("Sixty percent of members of Averland said that the line is dead.", "nobody");
}

#[test]
fn words_in_front_of_relative_clauses() {
    check("Tomasz Okello, a harbour pilot who says that the line is dead, left in May.", "Tomasz Okello");
    check(
        "On the desk lay the Littoral Union’s report on Averland, which says that the line is dead.",
        "Littoral Union via the Littoral Union’s report",
    );
}

#[test]
fn pundits_like() {
    check("Pundits like Tomasz Okello said that the line is dead.", "Tomasz Okello");
}

#[test]
fn leaders_wherever_they_stand() {
    check(
        "Averland’s President Tomasz Okello flew out on Monday, meeting Kestrian Prime Minister Otis Brand. The two \
         leaders said that the line was dead.",
        "Tomasz Okello & Otis Brand",
    );
}
