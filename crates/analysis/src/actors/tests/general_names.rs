//! Bodies whose names many states have, and bodies by the last word of their names.

use super::{check, table};

#[test]
fn a_ministry_is_that_of_the_state_written_of() {
    check(
        "Velmar is poor. The Ministry of Defence denies it. The ministry is late.",
        "Velmar=velmar, Ministry of Defence=velmar-ministry-of-defence, The ministry=velmar-ministry-of-defence~",
    );
    check(
        "Britain is late. The Ministry of Defence denies it.",
        "Britain=united-kingdom, Ministry of Defence=british-ministry-of-defence",
    );
    let affiliation = |text: &str, id: &str| table(text).find(id).and_then(|found| found.affiliation.clone());
    // Where no state is named, the best known; where others are, some other one.
    assert_eq!(affiliation("The Foreign Office said no.", "foreign-office").as_deref(), Some("united-kingdom"));
    assert_eq!(affiliation("Velmar is poor. The Foreign Office said no.", "foreign-office"), None);
    // Of one state that is named far more often than any other, but "foreign" ministries answer others.
    let text = "Velmar left France. Velmar is poor. Velmar is cold. Velmar waits. The Ministry of Health said no.";
    assert_eq!(affiliation(text, "velmar-ministry-of-health").as_deref(), Some("velmar"));
    assert_eq!(affiliation(&text.replace("Health", "Foreign Affairs"), "ministry-of-foreign-affairs"), None);
    let text = "Velmar left France. The Ministry of Health said no.";
    assert_eq!(affiliation(text, "ministry-of-health"), None);
}

#[test]
fn a_council_is_whose_the_words_in_front_say() {
    check("Velmar has ships, and its Security Council met.", "Velmar=velmar, Security Council=velmar-security-council");
    check("Velmar’s Security Council met.", "Velmar=velmar, Security Council=velmar-security-council");
    check("The Security Council met.", "Security Council=united-nations-security-council");
    check(
        "The United Nations has rules, and its Security Council met.",
        "United Nations=united-nations, Security Council=united-nations-security-council",
    );
    check(
        "In Velmar the Defence Ministry said no. In Osk and in Oskan towns it rained. In France the Defence Ministry said yes.",
        "Velmar=velmar@, Defence Ministry=velmar-defence-ministry, Osk=osk@, France=france@, \
         Defence Ministry=france-defence-ministry",
    );
    check(
        "Velmar is late, the Foreign Ministry said. In France and Osk it rained. The Foreign Ministry said no.",
        "Velmar=velmar, Foreign Ministry=velmar-foreign-ministry, France=france@, Osk=osk@, Foreign Ministry=foreign-ministry",
    );
    // What "its" is may be the league.
    check(
        "Velmar told the Northern Sea League that its Security Council is late.",
        "Velmar=velmar, Northern Sea League=sea-league, Security Council=security-council",
    );
}

#[test]
fn words_within_a_name_own_nothing_by_themselves() {
    let owner = |text: &str, id: &str| table(text).find(id).map(|found| found.affiliation.clone());
    let text = "Velmar voted. The Independent Electoral Commission said no.";
    assert_eq!(owner(text, "independent-electoral-commission"), Some(None));
    assert_eq!(owner("Velmar left. The Senate Fish Committee met.", "senate-fish-committee"), Some(None));
}

#[test]
fn bodies_by_the_last_word_of_their_names() {
    check(
        "The Northern Sea League met. League officials said no.",
        "Northern Sea League=sea-league, League officials=sea-league-officials, League=sea-league",
    );
    check("A league met. League officials said no.", "officials=officials");
    check(
        "The Tidal Reactor Inspectorate (TRI) met. The Inspectorate’s rules are old, but an inspectorate needs rules.",
        "Tidal Reactor Inspectorate=tidal-reactor-inspectorate, TRI=tidal-reactor-inspectorate, \
         The Inspectorate=tidal-reactor-inspectorate~",
    );
    check(
        "The National Council for Calm met. The Council said no.",
        "National Council for Calm=national-council-for-calm, The Council=national-council-for-calm~",
    );
}

#[test]
fn a_noun_for_another_one_takes_nobody_up() {
    super::prose::check(
        "The Coast Relief Office met. A new port office was late. The office said no.",
        "Coast Relief Office=coast-relief-office",
    );
    check(
        "The Tide Safety Administration met. The administration said no.",
        "Tide Safety Administration=tide-safety-administration",
    );
}

#[test]
fn names_end_before_a_title_with_its_holder() {
    check(
        "The Coast Democrats of Prime Minister Ilva Okello said no.",
        "Coast Democrats=coast-democrats, Ilva Okello=ilva-okello",
    );
    check(
        "Institute for Coastal Peace researcher Merrin Zosk spoke.",
        "Institute for Coastal Peace=institute-for-coastal-peace, Merrin Zosk=merrin-zosk",
    );
    check(
        "The Association of Supreme Court Presidents met.",
        "Association of Supreme Court Presidents=association-of-supreme-court-presidents",
    );
    check(
        "The Fish Committee of the Northern Sea League’s parliament met.",
        "Fish Committee=fish-committee, Northern Sea League’s parliament=sea-league-parliament~, Northern Sea League=sea-league",
    );
    check("Under Prime Minister Ilva Okello, it was late.", "Ilva Okello=ilva-okello");
    check("The Second Tide Battalion was late.", "Second Tide Battalion=second-tide-battalion");
}

#[test]
fn persons_behind_their_titles() {
    check("A negotiator, Ambassador Per Lindqvold, was late.", "Per Lindqvold=per-lindqvold");
    check("The house of President Harlo Zosk, the broadcaster and the port are old.", "Harlo Zosk=harlo-zosk");
    check("The television channel Prima Linia said no.", "Prima Linia=prima-linia");
    check("A change of government in Velmar is near.", "Velmar=velmar@");
}

#[test]
fn names_with_an_article_begin_sentences_too() {
    let mut gazetteer = crate::gazetteer::Gazetteer::empty();
    let list = "[[actor]]\nid = \"pact\"\nname = \"Tide Pact\"\nkind = \"alliance\"\nnames = [\"the Pact\"]\n";
    gazetteer.add_toml("listed", list).expect("the list is well-formed");
    let longest = |text: &str| gazetteer.longest(&crate::gazetteer::atoms(text, 0)).map(|(length, _)| length);
    assert_eq!((longest("the Pact"), longest("The Pact"), longest("Pact")), (Some(2), Some(2), None));
}

#[test]
fn a_body_with_and_without_what_it_is_for() {
    check(
        "The Vice-Ministry for Tides met. The Vice-Ministry said no.",
        "Vice-Ministry for Tides=vice-ministry-for-tides, Vice-Ministry=vice-ministry-for-tides",
    );
}

#[test]
fn organs_and_people_behind_a_possessive() {
    check("Velmar’s parliament met.", "Velmar’s parliament=velmar-parliament~, Velmar=velmar");
    check("Velmar’s supreme court said no.", "Velmar’s supreme court=velmar-supreme-court~, Velmar=velmar");
    check(
        "The Northern Sea League’s secretariat met.",
        "Northern Sea League’s secretariat=sea-league-secretariat~, Northern Sea League=sea-league",
    );
    check("Velmar’s parliament building is old.", "Velmar=velmar");
    check("Velmar’s delegation said no.", "Velmar’s delegation=velmar-delegation, Velmar=velmar");
    check("Velmar’s delegation is tall.", "Velmar=velmar");
}
