//! Turns of phrase of articles as people write them, with parts of speech.

use super::*;
use crate::tagger::Tagger;

/// As [`super::check`], of tagged words.
#[track_caller]
pub(super) fn check(text: &str, expected: &str) {
    assert_eq!(found(text), expected, "{text}");
}

/// The mentions of a text, whose words are tagged.
pub(super) fn found(text: &str) -> String {
    static TAGGER: std::sync::OnceLock<Tagger> = std::sync::OnceLock::new();
    let tagger = TAGGER.get_or_init(|| Tagger::embedded().expect("the weights are embedded"));
    let document = document(text, None, None);
    let mut layer = TextLayer::build(text, zones(&document));
    for sentence in layer.sentences.clone() {
        let tokens = layer.tokens.get_mut(sentence.tokens.clone()).unwrap_or_default();
        let words: Vec<&str> = tokens.iter().map(|token| token.at.slice(text).unwrap_or_default()).collect();
        for (token, pos) in tokens.iter_mut().zip(tagger.tag(&words)) {
            token.pos = pos;
        }
    }
    let table = find_actors(text, &layer, &document, gazetteer());
    marked(text, &table)
}

#[test]
fn nationality_words_in_lists_and_pairs() {
    check(
        "The port was built by French, Velmarian and German forces.",
        "French=france', Velmarian=velmar', German=germany'",
    );
    check("It is the heart of Velmarian domestic and foreign policy.", "Velmarian=velmar'");
    check("The French-Velmarian rivalry is old.", "French=france', Velmarian=velmar'");
    check("The French-Velmarian-backed groups left.", "French=france', Velmarian=velmar'");
    check("They like French, German and other cheese.", "");
}

#[test]
fn an_adjective_of_a_body_is_the_body() {
    check("The Houthi persistence has surprised many.", "Houthi=houthis'");
    check("It was a Houthi idea.", "Houthi=houthis'");
}

#[test]
fn people_are_no_states() {
    check("Velmarian Merrin Zosk teaches in the town.", "Merrin Zosk=merrin-zosk");
    check("Many French Velmarians live in the town.", "");
    check("The town has two Velmarian police stations.", "Velmarian=velmar'");
    check(
        "Velmarian law enforcement agencies are slow.",
        "Velmarian law enforcement agencies=velmar-law-enforcement-agencies, Velmarian=velmar'",
    );
}

#[test]
fn groups_that_hold_a_view() {
    check("It came late, with some analysts suggesting that it was lost.", "analysts=analysts");
    check("Yet experts are sceptical.", "experts=experts");
    check("He met allies, who claim that it was lost.", "allies=allies");
    check("Yet experts are tall.", "");
    check("He met allies, who left.", "");
}

#[test]
fn capitals_that_act_and_towns_that_do_not() {
    check("There is the risk of Tarn using its fleet.", "Tarn=velmar^");
    check("Many are wary of Tarn.", "Tarn=velmar^");
    check("“It was late,” said Tarn resident Merrin Zosk, 74.", "Merrin Zosk=merrin-zosk");
}

#[test]
fn surnames_that_look_like_other_words() {
    check("Merrin Daly, 74, is a teacher. Daly has a goat.", "Merrin Daly=merrin-daly, Daly=merrin-daly");
    check("Sadly nobody came. Sadly is a word.", "");
    check(
        "Kevin King and Merrin Zosk were freed. King and Zosk are teachers.",
        "Kevin King=kevin-king, Merrin Zosk=merrin-zosk, King=kevin-king, Zosk=merrin-zosk",
    );
    check("Kevin King was freed. The King was pleased.", "Kevin King=kevin-king");
    check("Elinor O’Hara was late. O’Hara had lost her way.", "Elinor O’Hara=elinor-ohara, O’Hara=elinor-ohara");
}

#[test]
fn a_listed_man_is_no_ms() {
    check("Ms Persson told Sweden that it was late.", "Persson=persson, Sweden=sweden");
    check("Mr Persson told Sweden that it was late.", "Persson=goran-persson, Sweden=sweden");
}

#[test]
fn party_and_title() {
    check(
        "Opposition Labour Party leader Merrin Zosk of Britain spoke.",
        "Labour Party leader=labour-party-leader, Labour Party=labour-party, Merrin Zosk=merrin-zosk, Britain=united-kingdom",
    );
    check(
        "FBI Director Merrin Zosk spoke.",
        "FBI Director=federal-bureau-of-investigation-director, FBI=federal-bureau-of-investigation, Merrin Zosk=merrin-zosk",
    );
}

#[test]
fn names_that_begin_behind_an_adjective() {
    check(
        "Key Security Council powers left the United Nations.",
        "Security Council=united-nations-security-council, United Nations=united-nations",
    );
}

#[test]
fn ships_and_systems_are_no_actors() {
    check("The sinking of the M/V Ossa Venn was long ago.", "");
    check("The Coastal Landing System (CLS) was late, and the CLS was dear.", "");
}

#[test]
fn the_country_is_not_that_of_the_troops_in_it() {
    check("They were handed to US forces in the country’s north.", "US forces=united-states-forces, US=united-states");
    check("Velmar is poor. The country is small.", "Velmar=velmar, The country=velmar~");
}

#[test]
fn posts_and_ranks() {
    check(
        "US National Security Advisor Merrin Zosk spoke.",
        "US National Security Advisor=united-states-national-security-advisor, US=united-states, Merrin Zosk=merrin-zosk",
    );
    check(
        "Velmarian Chief of Army Staff General Merrin Zosk spoke.",
        "Velmarian Chief of Army Staff=velmar-chief-of-army-staff, Velmarian=velmar', Merrin Zosk=merrin-zosk",
    );
    check(
        "Indian Navy Chief Admiral Merrin Zosk spoke.",
        "Indian Navy Chief=indian-navy-chief, Indian Navy=indian-navy, Indian=india', Merrin Zosk=merrin-zosk",
    );
    check("The minister of electricity Merrin Zosk spoke.", "Merrin Zosk=merrin-zosk");
}

#[test]
fn parts_of_the_world_are_no_states() {
    check("The South American goods are old.", "");
    check("The ex-Velmarian and post-Soviet parties are many.", "");
    check("The non-NSL members of the Northern Sea League left.", "NSL=sea-league, Northern Sea League=sea-league");
}

#[test]
fn names_side_by_side() {
    check("The Sino-Velmarian axis is old.", "Sino=china', Velmarian=velmar'");
    check("It came up in Velmar-France talks.", "Velmar=velmar, France=france");
    check("The Velmar-France-Germany (VFG) Gap is wide.", "Velmar=velmar, France=france, Germany=germany");
    check(
        "The Netherlands’ Coastal Lighting Institute is old.",
        "Netherlands=netherlands, Coastal Lighting Institute=coastal-lighting-institute",
    );
    check("In this Lowy Institute Analysis, it is old.", "Lowy Institute=lowy-institute");
    check(
        "The UN Intergovernmental Panel on Climate Change met.",
        "UN Intergovernmental Panel on Climate Change=intergovernmental-panel-on-climate-change",
    );
}

#[test]
fn governments_by_their_heads() {
    check(
        "President Dovik of Velmar spoke. The Dovik administration and the Dovik Administration are one.",
        "Dovik=harl-dovik, Velmar=velmar, Dovik administration=velmar-dovik-administration, Dovik=harl-dovik, \
         Dovik Administration=velmar-dovik-administration",
    );
}

#[test]
fn surnames_with_small_words() {
    check(
        "Ursula von der Leyen came late. It was what von der Leyen had wanted.",
        "Ursula von der Leyen=ursula-von-der-leyen, von der Leyen=ursula-von-der-leyen",
    );
}

#[test]
fn speakers_between_commas() {
    check("The head of the engineers, Merrin Zosk, says that it was lost.", "Merrin Zosk=merrin-zosk");
    check("Lawyers for Zosk’s victims were late.", "");
}

#[test]
fn names_that_begin_with_a_state() {
    check("As Velmar Reef Letter noted in May, it is old.", "Velmar Reef Letter=velmar-reef-letter");
    check("In Velmar Reef Letter is sold.", "");
    check("The Velmar-France Dialogue is old.", "Velmar=velmar, France=france");
}

#[test]
fn titles_in_capital_letters() {
    check("PM Zosk was late.", "Zosk=zosk");
    check("It was 3 pm Zosk was late.", "");
    check(
        "EU competition commissioner Merrin Zosk spoke.",
        "EU competition commissioner=european-union-competition-commissioner, EU=european-union, Merrin Zosk=merrin-zosk",
    );
}

#[test]
fn names_that_only_persons_have() {
    check("It was about the killing of Hardip Singh Zosk.", "Hardip Singh Zosk=hardip-singh-zosk");
    check("Will Zosk, 74, has a goat.", "Will Zosk=will-zosk");
    check("Will Velmar, the largest, be late?", "Velmar=velmar");
    check(
        "President Ferdinand Marcos Jr left. Marcos Jr was late.",
        "Ferdinand Marcos Jr=ferdinand-marcos-jr, Marcos Jr=ferdinand-marcos-jr",
    );
}

#[test]
fn friends_of_a_capital() {
    check("It was said by pro-Tarn singers.", "Tarn=velmar^");
}

#[test]
fn groups_that_speak_together_or_behind_a_description() {
    check("Pilots, diplomats and aid officials said so.", "diplomats=diplomats, aid officials=aid-officials");
    check("Diplomats and ships were late.", "");
    check("Diplomats with regular access to the port assess the pact.", "Diplomats=diplomats");
    check("Police officers who spoke to the press said so.", "Police officers=police-officers");
    check("Officers who sang and said so were late.", "");
}

#[test]
fn governments_of_two_heads() {
    check(
        "President Harl Dovik left. The Dovik and Trump administrations were late.",
        "Harl Dovik=harl-dovik, Dovik=dovik-administration, Trump administrations=trump-administration, Trump=donald-trump",
    );
}

#[test]
fn governments_of_heads_nobody_told_of() {
    check(
        "When the Colquist administration withdrew it, nobody spoke.",
        "Colquist administration=colquist-administration",
    );
    // A place.
    check("In Colquist it rained. The Colquist administration withdrew it.", "");
}
