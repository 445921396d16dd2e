//! Groups, offices and bodies by whose they are.

use super::prose::check;

#[test]
fn private_people_count_where_they_act() {
    check("Loans from Velmarian banks, at ten per cent, are dear.", "");
    check("Velmarian banks want the loans back.", "Velmarian banks=velmar-banks, Velmarian=velmar'");
    check("The league asked Velmarian firms to leave at once.", "Velmarian firms=velmar-firms, Velmarian=velmar'");
}

#[test]
fn owners_by_pronouns() {
    check(
        "Velmar has waited, but its energy minister has called the dam a mistake.",
        "Velmar=velmar, energy minister=velmar-energy-minister",
    );
    check(
        "The league slept on. Velmar waited, and its ambassador slept.",
        "Velmar=velmar, ambassador=velmar-ambassador",
    );
    check("Its spokesman slept.", "");
}

#[test]
fn offices_by_apposition() {
    check(
        "The Velmarian ambassador, Shen Wenkar, slept.",
        "Velmarian ambassador=velmar-ambassador, Velmarian=velmar', Shen Wenkar=shen-wenkar",
    );
    check("Shen Wenkar, a former Velmarian ambassador, slept.", "Shen Wenkar=shen-wenkar, Velmarian=velmar'");
}

#[test]
fn bodies_in_small_letters() {
    check(
        "Velmar’s statistics committee slept.",
        "Velmar’s statistics committee=velmar-statistics-committee~, Velmar=velmar",
    );
    check(
        "The Northern Sea League’s fisheries committee slept.",
        "Northern Sea League’s fisheries committee=sea-league-fisheries-committee~, Northern Sea League=sea-league",
    );
    check("Velmar’s embassy slept.", "Velmar’s embassy=velmar-embassy~, Velmar=velmar");
}

#[test]
fn owners_within_names() {
    check("The NSL Panel of Divers slept.", "NSL Panel=nsl-panel, NSL=sea-league");
    check("The Velmar Ports Authority slept.", "Velmar Ports Authority=velmar-ports-authority");
    check("The News Agency of Velmar slept.", "News Agency of Velmar=velmar-news-agency");
}

#[test]
fn seats_of_governments() {
    check("The government in Tarn waits.", "The government in Tarn=velmar-government~");
}

#[test]
fn peoples_as_objects() {
    check("The fishermen accused the Japanese of theft.", "Japanese=japan'");
    check("The league blamed the Japanese and left.", "Japanese=japan'");
}

#[test]
fn who_they_are_of() {
    check(
        "Officers at the Tidal Command fear the winter.",
        "Officers=officers-at-the-tidal-command, Tidal Command=tidal-command",
    );
    check("Officers from both towns fear the winter.", "");
    check("Senior officers fear the winter.", "Senior officers=senior-officers");
}
