use rapporteur_core::{
    Apparatus, ApparatusKind, Author, Block, BlockKind, ByteRange, Document, Draft, MentionForm, Metadata, Origin,
    Publisher, Sense,
};

use super::*;
use crate::zones::zones;

mod bodies;
mod commentaries;
mod general_names;
mod institutes;
mod named_persons;
mod prose;
mod surroundings;
mod whose_people;

/// Names of this file's own, beside the embedded ones.
const LISTED: &str = r#"
[[actor]]
id = "velmar"
name = "Velmar"
kind = "state"
adjectives = ["Velmarian"]
people = ["Velmarian", "Velmarians"]
metonyms = ["Tarn", "Heron Palace"]

[[actor]]
id = "osk"
name = "Osk"
kind = "state"
adjectives = ["Oskan"]
people = ["Oskan", "Oskans"]
metonyms = ["Brenn"]
ambiguous = ["Osk"]

[[actor]]
id = "sea-league"
name = "Northern Sea League"
kind = "alliance"
abbreviations = ["NSL"]
nominals = ["alliance", "league"]

[[actor]]
id = "harl-dovik"
name = "Harl Dovik"
kind = "person"
names = ["Harl Dowik", "Dowik"]
posts = [
  { title = "Defence Minister", of = "velmar", from = "2020-01-01", to = "2025-01-01" },
  { title = "President", of = "velmar", from = "2025-01-02" },
]

[[actor]]
id = "low-coast"
name = "Low Coast"
kind = "group"
subkind = "region"
adjectives = ["Low Coastal"]
"#;

fn gazetteer() -> &'static Gazetteer {
    static BOTH: std::sync::OnceLock<Gazetteer> = std::sync::OnceLock::new();
    BOTH.get_or_init(|| {
        let mut gazetteer = crate::gazetteer::embedded().clone();
        gazetteer.add_toml("listed", LISTED).expect("the list is well-formed");
        gazetteer
    })
}

/// A document whose paragraphs are separated by blank lines.
fn document(text: &str, byline: Option<&str>, published: Option<&str>) -> Document {
    let mut draft = Draft::of_text(text);
    draft.metadata.published = published.map(str::to_owned);
    let mut at = 0;
    for paragraph in text.split("\n\n") {
        let range = ByteRange::new(at, at + paragraph.len());
        at = range.end + 2;
        if Some(paragraph) == byline {
            draft.apparatus.push(Apparatus { kind: ApparatusKind::Byline, at: range });
        } else {
            draft.blocks.push(Block::new(BlockKind::Paragraph, range));
        }
    }
    crate::support::assembled(draft).document
}

fn table_of(text: &str, document: &Document) -> ActorTable {
    let layer = TextLayer::build(text, zones(document));
    find_actors(text, &layer, document, gazetteer())
}

fn table(text: &str) -> ActorTable {
    table_of(text, &document(text, None, None))
}

/// Each mention as `words=id`, with a mark for what is not a plain name: ' adjective, ^ metonym, ~ nominal, @ place.
fn marked(text: &str, table: &ActorTable) -> String {
    let mark = |mention: &FoundMention| match (mention.form, mention.sense) {
        (_, Sense::Place) => "@",
        (MentionForm::Adjective, _) => "'",
        (MentionForm::Metonym, _) => "^",
        (MentionForm::Nominal, _) => "~",
        _ => "",
    };
    let mentions = table.mentions.iter().map(|mention| {
        let words = mention.at.slice(text).expect("mentions are in the text");
        format!("{words}={}{}", table.actors[mention.actor].id, mark(mention))
    });
    mentions.collect::<Vec<_>>().join(", ")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(marked(text, &table(text)), expected, "{text}");
}

#[test]
fn listed_names_and_compounds() {
    check("Velmar and France agreed with NATO.", "Velmar=velmar, France=france, NATO=nato");
    check("The US-China talks failed.", "US=united-states, China=china");
    check("The NATO-Velmar plan is dead.", "NATO=nato, Velmar=velmar");
    check("A China-led bank opened.", "China=china");
    check(
        "The Organization of American States met.",
        "Organization of American States=organisation-of-american-states",
    );
    check("He told us that the U.S. was ready.", "U.S.=united-states");
}

#[test]
fn what_is_no_actor() {
    check("The Indo-Pacific, the South China Sea and the Balkans were on the agenda.", "");
    check("Article 5 of the Harbour Treaty was read out in March.", "");
    check("The Fair Coast Initiative (FCI) is dear to Velmar. The FCI was launched in May.", "Velmar=velmar");
    check("The Paris Agreement was signed.", "");
    check("Significantly, Nobody came.", "");
}

#[test]
fn places_and_actors() {
    check("The office in Velmar was closed.", "Velmar=velmar@");
    check("Bases in countries such as Velmar and France remain.", "Velmar=velmar@, France=france@");
    check("The yard in Selby Head, Velmar, was closed.", "Velmar=velmar@");
    check("The troops of Velmar left France.", "Velmar=velmar, France=france");
}

#[test]
fn capitals_and_seats() {
    check("Tarn has urged NATO to wait.", "Tarn=velmar^, NATO=nato");
    check("The summit in Tarn ended late.", "");
    check("He flew to Tarn on Monday.", "");
    check("The talks between Tarn and Paris stalled.", "Tarn=velmar^, Paris=france^");
    check("The idea caused alarm in Tarn.", "Tarn=velmar^");
    check("The streets of Tarn were empty.", "");
    check("The Heron Palace denied it.", "Heron Palace=velmar^");
    check("The Kremlin and Tarn agree.", "Kremlin=russia^, Tarn=velmar^");
}

#[test]
fn nationality_words() {
    check("The Velmarian opposition walked out.", "Velmarian opposition=velmar-opposition, Velmarian=velmar'");
    check("She speaks Velmarian and sells Velmarian cheese.", "");
    check("Two Velmarians were hurt.", "");
    check("The Velmarians rejected it.", "Velmarians=velmar'");
    check("Velmarian and French warships sailed.", "Velmarian=velmar', French=france'");
}

#[test]
fn ambiguous_names_need_support() {
    check("Osk smiled.", "");
    check("Velmar, Osk and France met.", "Velmar=velmar, Osk=osk, France=france");
    check("The Oskan army moved. Osk denied it.", "Oskan army=osk-army~, Oskan=osk', Osk=osk");
    check("Velmar hired Georgia Lind.", "Velmar=velmar, Georgia Lind=georgia-lind");
}

#[test]
fn titles_give_roles_and_offices() {
    let text = "Velmarian Foreign Minister Berta Quill spoke. Quill left.";
    let found = table(text);
    assert_eq!(
        marked(text, &found),
        "Velmarian Foreign Minister=velmar-foreign-minister, Velmarian=velmar', Berta Quill=berta-quill, Quill=berta-quill"
    );
    let person = found.find("berta-quill").expect("found");
    assert_eq!(person.affiliation.as_deref(), Some("velmar"));
    let [role] = person.roles.as_slice() else { panic!("one role: {:?}", person.roles) };
    assert_eq!((role.title.as_str(), role.organisation.as_deref()), ("Foreign Minister", Some("velmar")));
    assert_eq!(role.at.and_then(|at| at.slice(text)), Some("Velmarian Foreign Minister"));
    assert_eq!(
        found.find("velmar-foreign-minister").map(|office| office.kind),
        Some(rapporteur_core::ActorKind::Office)
    );
}

#[test]
fn titles_in_apposition() {
    for text in [
        "Berta Quill, the former foreign minister of Velmar, spoke.",
        "Velmar's foreign minister, Berta Quill, spoke.",
        "Berta Quill is the Velmarian foreign minister.",
    ] {
        let found = table(text);
        let person = found.find("berta-quill").unwrap_or_else(|| panic!("{text}: {}", marked(text, &found)));
        assert_eq!(person.affiliation.as_deref(), Some("velmar"), "{text}");
        assert_eq!(person.roles.first().map(|role| role.title.as_str()), Some("foreign minister"), "{text}");
    }
    check(
        "NSL Secretary-General Oda Brisk spoke.",
        "NSL Secretary-General=sea-league-secretary-general, NSL=sea-league, Oda Brisk=oda-brisk",
    );
    check("Its chairman, Pell Ostrick, left.", "Pell Ostrick=pell-ostrick");
}

#[test]
fn listed_persons_by_date_and_by_text() {
    let text = "President Dovik met France. Dovik said no.";
    assert_eq!(marked(text, &table(text)), "Dovik=harl-dovik, France=france, Dovik=harl-dovik");
    let role = |text: &str, published: Option<&str>| {
        let found = table_of(text, &document(text, None, published));
        let person = found.find("harl-dovik").unwrap_or_else(|| panic!("{text}: {}", marked(text, &found)));
        person.roles.first().map(|role| (role.title.clone(), role.at.is_some()))
    };
    assert_eq!(role("Harl Dovik spoke.", Some("2022-05-01")), Some(("Defence Minister".to_owned(), false)));
    assert_eq!(role("Harl Dovik spoke.", None), Some(("President".to_owned(), false)));
    let stated = Some(("chairman".to_owned(), true));
    assert_eq!(role("Harl Dovik, chairman of the Northern Sea League, spoke.", None), stated);
    let text = "Harl Dovik, chairman of the Northern Sea League, spoke.";
    assert_eq!(
        table(text).find("harl-dovik").and_then(|person| person.affiliation.clone()).as_deref(),
        Some("sea-league")
    );
    // Neither title nor state: somebody else may bear the name.
    check("Dovik smiled.", "");
}

#[test]
fn a_surname_of_two_of_whom_one_is_written_of() {
    check(
        "Ilva Okello, the sister of Tomasz Okello, said no on Monday. Okello said that the talks had failed.",
        "Ilva Okello=ilva-okello, Tomasz Okello=tomasz-okello, Okello=ilva-okello",
    );
}

#[test]
fn surnames_of_two_stay_apart() {
    let text = "Anna Brill spoke. Peter Brill listened. Brill left.";
    check(text, "Anna Brill=anna-brill, Peter Brill=peter-brill");
    check("Anna Brill spoke. Mr Cole listened. Brill left.", "Anna Brill=anna-brill, Cole=cole, Brill=anna-brill");
}

#[test]
fn organisations_by_head_word() {
    check("The Harbour Workers' Federation struck.", "Harbour Workers' Federation=harbour-workers-federation");
    check("The Institute for Coastal Peace said no.", "Institute for Coastal Peace=institute-for-coastal-peace");
    check(
        "The Velmarian Defence Ministry denied it.",
        "Velmarian Defence Ministry=velmar-defence-ministry, Velmarian=velmar'",
    );
    check("The Coast party opposes it.", "Coast party=coast-party");
    check("She works for the group Safe Straits now.", "Safe Straits=safe-straits");
    let found = table("The Velmarian Defence Ministry denied it.");
    assert_eq!(found.find("velmar-defence-ministry").and_then(|found| found.affiliation.as_deref()), Some("velmar"));
}

#[test]
fn organs_without_an_owner() {
    let text = "The plan was praised in Tarn, where Foreign Ministry spokesman Odo Quill blamed NATO.";
    let found = table(text);
    let ministry = found.find("velmar-foreign-ministry").unwrap_or_else(|| panic!("{}", marked(text, &found)));
    assert_eq!(ministry.affiliation.as_deref(), Some("velmar"));
    assert_eq!(
        found.find("odo-quill").and_then(|person| person.affiliation.as_deref()),
        Some("velmar-foreign-ministry")
    );
    check(
        "Velmar and France met. President Dovik of Velmar left. His Foreign Ministry said why.",
        "Velmar=velmar, France=france, Dovik=harl-dovik, Velmar=velmar, Foreign Ministry=velmar-foreign-ministry",
    );
    let text = "France and Velmar met. The Foreign Ministry said nothing.";
    assert_eq!(table(text).find("foreign-ministry").and_then(|found| found.affiliation.clone()), None);
}

#[test]
fn defined_short_forms() {
    check(
        "The Tide Patrol Council (TPC) met. The TPC said no.",
        "Tide Patrol Council=tide-patrol-council, TPC=tide-patrol-council, TPC=tide-patrol-council",
    );
    check(
        "The Bund der Inseln (BDI) met. BDI won.",
        "Bund der Inseln=bund-der-inseln, BDI=bund-der-inseln, BDI=bund-der-inseln",
    );
    // A definition wins over the list.
    check(
        "The Nurses' Solidarity League (NSL) met. The NSL left.",
        "Nurses' Solidarity League=nurses-solidarity-league, NSL=nurses-solidarity-league, NSL=nurses-solidarity-league",
    );
}

#[test]
fn short_forms_written_as_words() {
    check(
        "The Tidal Areas Development Community (Tadec) met. Tadec said no.",
        "Tidal Areas Development Community=tidal-areas-development-community, Tadec=tidal-areas-development-community, \
         Tadec=tidal-areas-development-community",
    );
    // Not every capital of the long form; it speaks all the same.
    check("The Tidal Areas Development Community (Tidals) met. Tidals said no.", "Tidals=tidals, Tidals=tidals");
    // Initials in the order of another language.
    check(
        "The Selby Civic Committee (Comcisel) met. Comcisel said no.",
        "Selby Civic Committee=selby-civic-committee, Comcisel=selby-civic-committee, Comcisel=selby-civic-committee",
    );
}

#[test]
fn chambers() {
    check("The Velmar Chamber of Shipping said no.", "Velmar Chamber of Shipping=velmar-chamber-of-shipping");
}

#[test]
fn definitions_that_letters_alone_would_miss() {
    // The last letters are in the wrong word for a search from the right; digits and small words count.
    check("The Northern Sea Pact (NSP) was signed. The NSP is old.", "");
    check(
        "The Salt Sailors' Society (SSS) met. SSS left.",
        "Salt Sailors' Society=salt-sailors-society, SSS=salt-sailors-society, SSS=salt-sailors-society",
    );
    check("The Movimento 7 Mari (M7M) won.", "Movimento 7 Mari=movimento-7-mari, M7M=movimento-7-mari");
    check("She became a Member of the Harbour Assembly (MHA). Every MHA votes.", "Harbour Assembly=harbour-assembly");
}

#[test]
fn surnames_that_are_cities() {
    check(
        "Ilva Tarn, an engineer, was born in France. Tarn left early.",
        "Ilva Tarn=ilva-tarn, France=france@, Tarn=ilva-tarn",
    );
}

#[test]
fn dotted_names_are_words() {
    check("U.S. officials said no.", "U.S. officials=united-states-officials, U.S.=united-states");
    check("The price was US$20 in L.A. last year.", "");
}

#[test]
fn an_organ_is_the_same_with_and_without_its_owner() {
    check(
        "The Velmarian Coast Authority met. The Coast Authority said no.",
        "Velmarian Coast Authority=velmar-coast-authority, Velmarian=velmar', Coast Authority=velmar-coast-authority",
    );
    check(
        "The United Kingdom Home Office said no.",
        "United Kingdom Home Office=home-office, United Kingdom=united-kingdom",
    );
    check("The Russian Foreign Ministry said no.", "Russian Foreign Ministry=russia-foreign-ministry, Russian=russia'");
}

#[test]
fn nouns_that_take_an_actor_up() {
    check(
        "The Northern Sea League met. Members praised the alliance.",
        "Northern Sea League=sea-league, the alliance=sea-league~",
    );
    check("The report mentioned Velmar and accused the country of delay.", "Velmar=velmar, the country=velmar~");
    check("Velmar and France met. The country said no.", "Velmar=velmar, France=france");
    check("The alliance leader left after the Northern Sea League met.", "Northern Sea League=sea-league");
}

#[test]
fn groups_that_speak_or_belong() {
    check("Analysts say so.", "Analysts=analysts");
    check("The room was full of analysts.", "");
    check("According to experts, it failed.", "experts=experts");
    check("Velmarian officials came.", "Velmarian officials=velmar-officials, Velmarian=velmar'");
    check("EU member states differ.", "EU member states=european-union-member-states, EU=european-union");
}

#[test]
fn regions_only_where_they_act() {
    check("What happens in Low Coast matters.", "");
    check("He urged Low Coast to wait. Fish live in Low Coast.", "Low Coast=low-coast, Low Coast=low-coast@");
}

#[test]
fn states_nobody_has_listed() {
    check(
        "The ship came from Ostermark. Ostermark's government denied it.",
        "Ostermark=ostermark, Ostermark's government=ostermark-government~, Ostermark=ostermark",
    );
    // A person has a government, too.
    check("Thornby's government denied it.", "");
}

#[test]
fn governments_of_persons() {
    let text = "President Dovik of Velmar left. The Dovik administration said no.";
    let found = table(text);
    assert_eq!(found.find("dovik-administration").and_then(|found| found.affiliation.as_deref()), Some("velmar"));
}

#[test]
fn metadata_is_linked() {
    let byline = "By Ulla Brand and Tove Kessel";
    let text = "By Ulla Brand and Tove Kessel\n\nA text by the Harbour Gazette-Review. Brand wrote most of it.";
    let mut document = document(text, Some(byline), None);
    for name in ["Ulla Brand", "Tove Kessel"] {
        document.metadata.authors.push(Author::named(name, None));
    }
    document.metadata.authors[0].affiliation = Some("Northern Sea League".to_owned());
    document.metadata.publisher = Some(Publisher { name: "Harbour Gazette-Review".to_owned(), actor: None });
    document.metadata.origin = Some(Origin { name: "Nowhere Weekly".to_owned(), actor: None, at: None });
    let found = table_of(text, &document);
    let mut metadata: Metadata = document.metadata.clone();
    link_metadata(&mut metadata, &found);
    let authors: Vec<Option<&str>> = metadata.authors.iter().map(|author| author.actor.as_deref()).collect();
    assert_eq!(authors, [Some("ulla-brand"), Some("tove-kessel")]);
    assert_eq!(found.find("ulla-brand").and_then(|found| found.affiliation.as_deref()), Some("sea-league"));
    assert_eq!(metadata.publisher.and_then(|publisher| publisher.actor).as_deref(), Some("harbour-gazette-review"));
    assert_eq!(metadata.origin.and_then(|origin| origin.actor), None);
}

#[test]
fn head_mention_and_gender() {
    let text = "NSL Secretary-General Anna Brisk spoke.";
    let found = table(text);
    let head = found.head_mention(ByteRange::new(0, text.find(" spoke").expect("there"))).expect("a mention");
    assert_eq!(found.actors[head.actor].id, "anna-brisk");
    assert_eq!(found.actors[head.actor].gender, Some(Gender::Feminine));
    let text = "Velmarian officials left.";
    let found = table(text);
    let head = found.head_mention(ByteRange::new(0, 19)).expect("a mention");
    assert!(found.actors[head.actor].plural);
}

#[test]
fn no_two_actors_share_an_id_and_order_is_that_of_the_text() {
    let text = "Velmarian Foreign Minister Anna Brill told NATO that Tarn and the Northern Sea League (NSL) agree. \
                Analysts say that the alliance won. The Brill Foundation and Brill differ.";
    let found = table(text);
    let mut ids: Vec<&str> = found.actors.iter().map(|actor| actor.id.as_str()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
    assert!(found.mentions.is_sorted_by_key(|mention| (mention.at.start, std::cmp::Reverse(mention.at.end))));
    let firsts: Vec<usize> = (0..found.actors.len())
        .map(|actor| {
            found.mentions.iter().position(|mention| mention.actor == actor).expect("every actor is mentioned")
        })
        .collect();
    assert!(firsts.is_sorted());
}

#[test]
fn long_chains_end() {
    for part in [
        "Party of Anna and ",
        "Minister for Water and ",
        "(AB) ",
        "Tidal Areas (Tadec) ",
        "President ",
        "Velmar-",
        "the Anna Council of ",
    ] {
        let text = part.repeat(5_000);
        assert!(table(&text).mentions.iter().all(|mention| mention.at.slice(&text).is_some()), "{part}");
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_read(text in "(Velmar|Osk|the|NATO|\\(NSL\\)|President|Anna|Brill|’s|, |\\.|-| |é|\n\n|\u{301}|of|said|“|”){0,40}") {
        let found = table(&text);
        for mention in &found.mentions {
            proptest::prop_assert!(mention.at.slice(&text).is_some_and(|words| !words.is_empty()));
            proptest::prop_assert!(mention.actor < found.actors.len());
        }
    }
}

#[test]
fn posts_from_captions() {
    let text = "Premier Eamon Tully at the quay.\n\nThe premier of Velmar has ruled out a vote.\n\nEamon Tully spoke on Monday.";
    let mut document = document(text, None, None);
    let caption = document.blocks.remove(0);
    document.apparatus.push(Apparatus { kind: ApparatusKind::CaptionCredit, at: caption.at });
    let table = table_of(text, &document);
    let tully = table.find("eamon-tully").expect("the article names him");
    assert_eq!(tully.affiliation.as_deref(), Some("velmar"));
    let premier = table.mentions.iter().find(|mention| mention.form == MentionForm::Nominal);
    let said = premier.map(|mention| (mention.at.slice(text), table.actors[mention.actor].id.as_str()));
    assert_eq!(said, Some((Some("The premier of Velmar"), "eamon-tully")));
}

#[test]
fn surnames_that_are_companies() {
    check(
        "The finance minister, Corwyn Vale, offered a debate. Vale conceded that it was late.",
        "Corwyn Vale=corwyn-vale, Vale=corwyn-vale",
    );
}

#[test]
fn authors_are_spelt_as_the_metadata_spell_them() {
    let text = "A quiet harbour.\n\nBy Bao Linh TRAN\n\nNothing moved.";
    let mut document = document(text, Some("By Bao Linh TRAN"), None);
    document.metadata.authors.push(Author::named("Bao Linh Tran", None));
    let table = table_of(text, &document);
    assert_eq!(table.find("bao-linh-tran").map(|actor| actor.name.as_str()), Some("Bao Linh Tran"));
}

#[test]
fn what_somebody_becomes() {
    let title = |text: &str| {
        let found = table(text);
        let person = found.find("marta-quill").unwrap_or_else(|| panic!("{text}: {}", marked(text, &found)));
        person.roles.first().map(|role| role.title.clone())
    };
    for text in [
        "Marta Quill became foreign minister of Velmar in May.",
        "Marta Quill, who was appointed foreign minister in May, left.",
        "Marta Quill has served as foreign minister since May.",
        "Marta Quill has since been named foreign minister.",
    ] {
        assert_eq!(title(text).as_deref(), Some("foreign minister"), "{text}");
    }
    assert_eq!(title("Marta Quill met the foreign minister of Velmar in May."), None);
}

#[test]
fn whose_name_stands_behind_the_place_of_an_office() {
    let affiliation = |text: &str| {
        let found = table(text);
        let person = found.find("marta-quill").unwrap_or_else(|| panic!("{text}: {}", marked(text, &found)));
        person.affiliation.clone()
    };
    assert_eq!(affiliation("Velmar's ambassador in Selby, Marta Quill, spoke.").as_deref(), Some("velmar"));
    assert_eq!(affiliation("Velmar's ambassador in Selby, who met Marta Quill, spoke."), None);
}
