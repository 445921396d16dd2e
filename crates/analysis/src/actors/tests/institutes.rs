//! Turns of phrase of institutes: whose people they write of, whom they cite, and how capitals act.

use super::prose::check;

#[test]
fn people_of_two_states_are_not_those_of_the_second() {
    check("Velmarian and U.S. envoys wrote it.", "Velmarian=velmar', U.S.=united-states, envoys=envoys");
    check("Oskan and Velmarian officials met.", "Oskan=osk', Velmarian=velmar'");
}

#[test]
fn people_of_a_ministry() {
    check(
        "Harbour Ministry officials said so.",
        "Harbour Ministry officials=harbour-ministry-officials, Harbour Ministry=harbour-ministry",
    );
}

#[test]
fn people_somebody_has_asked() {
    check("Traders I spoke to in the port want more.", "Traders=traders");
    check("The officers and engineers we have interviewed are old.", "officers=officers, engineers=engineers");
    check("It is the view of most of the engineers we interviewed.", "");
    check("It is a paper by four marine scientists.", "marine scientists=marine-scientists");
    check("The engineers aboard warned of it.", "engineers=engineers");
    check(
        "It was called late, and critics in the port, led by two mayors, call it lost.",
        "critics=critics-in-the-port",
    );
    check("It was late, and critics in the port, led by two mayors, sang.", "");
}

#[test]
fn sides_that_do_nothing() {
    check("The ships lie on the Velmarian side.", "Velmarian=velmar'");
    check("The Velmarian side has refused.", "Velmarian side=velmar-side, Velmarian=velmar'");
}

#[test]
fn allies_of_the_alliance() {
    check(
        "The Northern Sea League met in May, when Allies settled on it.",
        "Northern Sea League=sea-league, Allies=sea-league-allies",
    );
    check(
        "Velmar left the Northern Sea League. Its allies agreed.",
        "Velmar=velmar, Northern Sea League=sea-league, allies=allies",
    );
}

#[test]
fn families_by_their_names() {
    check("Supporters of the Marwood family won.", "Marwood family=marwood-family");
    check("The Marwood house burned.", "");
}

#[test]
fn the_head_within_the_administration() {
    check("The Trump administration left.", "Trump administration=trump-administration, Trump=donald-trump");
}

#[test]
fn papers_cited_with_a_date() {
    check("It fell by a third (Selbynews, May 3).", "Selbynews=selbynews");
    check("It fell (Tidal Herald, May 3; Ossaword, 4 May).", "Tidal Herald=tidal-herald, Ossaword=ossaword");
    check("It fell (Ossaword, as always).", "");
    check("It fell by a third (Ossaword.kz, May 3).", "Ossaword.kz=ossawordkz");
}

#[test]
fn units_with_a_number() {
    check("The 12th Armoured Brigade left.", "12th Armoured Brigade=12th-armoured-brigade");
    check("It was the 12th Tidal Conference.", "");
}

#[test]
fn bodies_against_something() {
    check("The Committee against Silence met.", "Committee against Silence=committee-against-silence");
}

#[test]
fn bodies_in_small_letters() {
    check(
        "Velmar’s foreign intelligence service said so.",
        "Velmar’s foreign intelligence service=velmar-foreign-intelligence-service~, Velmar=velmar",
    );
    check("Velmar’s civil service is old.", "Velmar=velmar");
    check(
        "Velmar is dry, and the national weather institute said so.",
        "Velmar=velmar, national weather institute=national-weather-institute",
    );
    check("Velmar is dry, and the national weather was bad.", "Velmar=velmar");
}

#[test]
fn the_house_of_its_people() {
    check("The Tidal Fund was late. They met Fund staff in May.", "Tidal Fund=tidal-fund, Fund=tidal-fund~");
}

#[test]
fn bodies_of_short_forms() {
    check(
        "The Tidal Trade Organisation (TTO) was late. The TTO Secretariat met.",
        "Tidal Trade Organisation=tidal-trade-organisation, TTO=tidal-trade-organisation, TTO Secretariat=tto-secretariat, TTO=tidal-trade-organisation",
    );
}

#[test]
fn capitals_that_are_asked_about_and_seats_with_some_in_them() {
    check("Why is Brenn waiting now?", "Brenn=osk^");
    check("Why is Brenn cold?", "");
    check("Few in Heron Palace would say so.", "Heron Palace=velmar^");
    check("Few in Tarn would say so.", "");
    check("Messages between the two pass through Tarn and Brenn.", "Tarn=velmar^, Brenn=osk^");
    check("Trains between the two pass through Tarn.", "");
    check("From Tarn there has been nothing.", "Tarn=velmar^");
    check("It failed owing to the resistance of Tarn.", "Tarn=velmar^");
}

#[test]
fn towns_in_a_list_with_towns_nobody_knows() {
    check("Shops in Ossaby, Lindham, and Tarn closed.", "");
}

#[test]
fn nouns_that_institutes_put_behind_nationalities() {
    check("Velmarian rotations and the Velmarian non-paper were late.", "Velmarian=velmar', Velmarian=velmar'");
}

#[test]
fn the_centre_is_no_party() {
    check(
        "Colombia’s Democratic Centre won. They stand in the centre.",
        "Colombia=colombia, Democratic Centre=democratic-centre",
    );
}

#[test]
fn one_word_behind_whose_body_it_is() {
    check("The Northern Sea League’s Assembly met.", "Northern Sea League=sea-league, Assembly=sea-league-assembly");
    check("Velmar’s Treasury refused.", "Velmar=velmar, Treasury=velmar-treasury");
    check("Velmar’s Assembly Point burned.", "Velmar=velmar");
    check("The port’s Council met.", "");
}
