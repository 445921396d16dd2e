use super::*;

const SEA: &str = r#"
[[actor]]
id = "tidal-organisation"
name = "Tidal Defence Organisation"
kind = "alliance"
abbreviations = ["TDO", "T.D.O."]
nominals = ["alliance"]

[[actor]]
id = "estoria"
name = "Estoria"
kind = "state"
names = ["People's Republic of Estoria"]
adjectives = ["Estorian"]
metonyms = ["Sélby"]
ambiguous = ["Sélby"]

[[actor]]
id = "mara-li"
name = "Li Mara"
kind = "person"
family = "Li"
of = "estoria"
posts = [
  { title = "Foreign Minister", of = "estoria", from = "2019-01-01", to = "2022-05-31" },
  { title = "President", of = "estoria", from = "2022-06-01" },
]
"#;

fn sea() -> Gazetteer {
    let mut gazetteer = Gazetteer::empty();
    gazetteer.add_toml("sea.toml", SEA).expect("the file is well-formed");
    gazetteer
}

/// Atoms taken and id of the first actor for the longest surface at the start of `text`.
fn longest(gazetteer: &Gazetteer, text: &str) -> Option<(usize, String)> {
    let atoms = atoms(text, 0);
    let (length, entries) = gazetteer.longest(&atoms)?;
    Some((length, gazetteer.actor(entries.first()?.actor)?.id.clone()))
}

#[test]
fn spelling_variants_are_one_name() {
    let gazetteer = sea();
    for text in ["Tidal Defence Organisation", "Tidal Defense Organization", "Tidal-Defence Organisation met"] {
        assert_eq!(longest(&gazetteer, text), Some((3, "tidal-organisation".to_owned())), "{text}");
    }
    for text in ["People's Republic of Estoria", "People’s Republic of Estoria"] {
        assert_eq!(longest(&gazetteer, text), Some((5, "estoria".to_owned())), "{text}");
    }
    assert_eq!(longest(&gazetteer, "Selby said"), Some((1, "estoria".to_owned())));
}

#[test]
fn case_and_marks_count() {
    let gazetteer = sea();
    assert_eq!(longest(&gazetteer, "tdo"), None);
    assert_eq!(longest(&gazetteer, "T.D.O. ships"), Some((3, "tidal-organisation".to_owned())));
    assert_eq!(longest(&gazetteer, "T D O"), None);
    assert_eq!(longest(&gazetteer, "Tidal, Defence Organisation"), None);
}

#[test]
fn a_surface_says_what_it_is() {
    let gazetteer = sea();
    let kind = |text: &str| gazetteer.longest(&atoms(text, 0)).map(|(_, found)| (found[0].kind, found[0].ambiguous));
    assert_eq!(kind("Estoria"), Some((SurfaceKind::Name, false)));
    assert_eq!(kind("Estorian"), Some((SurfaceKind::Adjective, false)));
    assert_eq!(kind("Sélby"), Some((SurfaceKind::Metonym, true)));
    assert_eq!(kind("TDO"), Some((SurfaceKind::Abbreviation, false)));
}

#[test]
fn posts_by_date() {
    let gazetteer = sea();
    let person = gazetteer.get("mara-li").expect("listed");
    let title = |day: Option<&str>| person.post_on(day).map(|post| post.title.as_str());
    assert_eq!(title(Some("2020-03-04T10:00:00Z")), Some("Foreign Minister"));
    assert_eq!(title(Some("2023")), Some("President"));
    assert_eq!(title(Some("2001-01-01")), Some("President"));
    assert_eq!(title(None), Some("President"));
    assert_eq!(gazetteer.persons_called("Li").len(), 1);
}

#[test]
fn a_later_file_replaces() {
    let mut gazetteer = sea();
    let count = gazetteer.len();
    let text = "[[actor]]\nid = \"estoria\"\nname = \"New Estoria\"\nkind = \"state\"\n";
    gazetteer.add_toml("user.toml", text).expect("well-formed");
    assert_eq!(gazetteer.len(), count);
    assert_eq!(longest(&gazetteer, "Estoria"), None);
    assert_eq!(longest(&gazetteer, "New Estoria"), Some((2, "estoria".to_owned())));
}

#[test]
fn errors_name_file_entry_and_key() {
    let message = |text: &str| Gazetteer::empty().add_toml("mine.toml", text).expect_err("wrong").to_string();
    let unknown = message("[[actor]]\nid = \"estoria\"\nname = \"Estoria\"\nkind = \"state\"\ncapital = \"Selby\"\n");
    assert!(unknown.starts_with("gazetteer mine.toml, line 5, actor estoria: unknown field `capital`"), "{unknown}");
    let kind = message("[[actor]]\nid = \"estoria\"\nname = \"Estoria\"\nkind = \"planet\"\n");
    assert!(kind.starts_with("gazetteer mine.toml, line 4, actor estoria: unknown variant `planet`"), "{kind}");
    let entry = "[[actor]]\nid = \"estoria\"\nname = \"Estoria\"\nkind = \"state\"\n";
    assert_eq!(message(&entry.repeat(2)), "gazetteer mine.toml, actor estoria, key id: stands twice in this file");
    let empty = entry.replace("\"Estoria\"", "\" \"");
    assert_eq!(message(&empty), "gazetteer mine.toml, actor estoria, key name: is empty");
}

#[test]
fn every_embedded_file_is_read() {
    for (name, text) in embedded::FILES {
        let mut gazetteer = Gazetteer::empty();
        if let Err(error) = gazetteer.add_toml(name, text) {
            panic!("{error}");
        }
        assert!(!gazetteer.is_empty(), "{name}");
    }
    let gazetteer = Gazetteer::embedded();
    for actor in gazetteer.actors.iter() {
        let owners =
            actor.of.iter().chain(&actor.members).chain(actor.posts.iter().filter_map(|post| post.of.as_ref()));
        for id in owners {
            assert!(gazetteer.find(id).is_some(), "{} names {id}, which is not listed", actor.id);
        }
    }
    assert_eq!(longest(gazetteer, "U.S. troops"), Some((2, "united-states".to_owned())));
}

/// How many listed actors fit.
fn count(fits: impl Fn(&KnownActor) -> bool) -> usize {
    Gazetteer::embedded().actors.iter().filter(|actor| fits(actor)).count()
}

#[test]
fn the_lists_are_broad() {
    let gazetteer = Gazetteer::embedded();
    let is = |actor: &KnownActor, subkinds: &[&str]| {
        actor.subkind.as_deref().is_some_and(|subkind| subkinds.contains(&subkind))
    };
    let sovereign = |actor: &KnownActor| actor.kind == ActorKind::State && actor.subkind.is_none();
    assert!(count(sovereign) >= 197);
    // Each with what its people are called, its capital, a code and a parliament.
    let has = |state: &KnownActor, subkinds: &[&str]| {
        gazetteer.actors.iter().any(|actor| actor.of.as_ref() == Some(&state.id) && is(actor, subkinds))
    };
    let states: Vec<&KnownActor> = gazetteer.actors.iter().filter(|actor| sovereign(actor)).collect();
    let lacking = |wanted: &dyn Fn(&KnownActor) -> bool| -> Vec<&str> {
        states.iter().filter(|state| !wanted(state)).map(|state| state.id.as_str()).collect()
    };
    assert_eq!(lacking(&|state| state.iso3166.is_some() || state.id == "kosovo"), [""; 0]);
    assert_eq!(lacking(&|state| !state.adjectives.is_empty() || !state.people.is_empty()), ["vatican-city"]);
    // States that are called as their capitals are.
    let cities = ["djibouti", "luxembourg", "monaco", "san-marino", "singapore"];
    assert_eq!(lacking(&|state| !state.metonyms.is_empty()), cities);
    assert_eq!(lacking(&|state| has(state, &["parliament", "chamber"])), ["vatican-city"]);
    let with_party = states.len() - lacking(&|state| has(state, &["party", "party alliance", "armed group"])).len();
    assert!(with_party >= 175, "{with_party} states with a party");
    // No state's: of nobody, or of another international body.
    let international = |actor: &KnownActor| {
        let of_a_state =
            actor.of.as_deref().and_then(|id| gazetteer.get(id)).is_some_and(|of| of.kind == ActorKind::State);
        actor.kind != ActorKind::Person
            && actor.kind != ActorKind::State
            && !of_a_state
            && !is(
                actor,
                &[
                    "party",
                    "armed group",
                    "criminal group",
                    "company",
                    "think tank",
                    "newspaper",
                    "website",
                    "region",
                    "people",
                ],
            )
    };
    for (what, least, found) in [
        ("international organisations", 240, count(international)),
        ("armed groups", 75, count(|actor| is(actor, &["armed group"]))),
        ("think tanks", 150, count(|actor| is(actor, &["think tank"]))),
        ("parties", 900, count(|actor| is(actor, &["party"]))),
        ("persons", 2_300, count(|actor| actor.kind == ActorKind::Person)),
        (
            "persons who led a state, its diplomacy or its forces before 2008",
            500,
            count(|actor| actor.posts.iter().any(|post| post.from.as_deref().is_some_and(|from| from < "2008"))),
        ),
    ] {
        assert!(found >= least, "{found} {what}, at least {least} are asked for");
    }
}
