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
fn what_was_written_can_be_added_to() {
    let bytes: &'static [u8] = crate::to_bytes(&sea()).expect("can be written").leak();
    let mut gazetteer: Gazetteer = crate::from_bytes(bytes).expect("can be read");
    assert_eq!(longest(&gazetteer, "People's Republic of Estoria"), Some((5, "estoria".to_owned())));
    let text = "[[actor]]\nid = \"estoria\"\nname = \"New Estoria\"\nkind = \"state\"\n\
        [[actor]]\nid = \"tano-li\"\nname = \"Tano Li\"\nkind = \"person\"\n";
    gazetteer.add_toml("user.toml", text).expect("well-formed");
    assert_eq!(longest(&gazetteer, "Estoria"), None);
    assert_eq!(longest(&gazetteer, "New Estoria"), Some((2, "estoria".to_owned())));
    assert_eq!(longest(&gazetteer, "Tidal Defence Organisation"), Some((3, "tidal-organisation".to_owned())));
    let names: Vec<_> = gazetteer.persons_called("Li").iter().map(|&index| gazetteer.actor(index)).collect();
    assert_eq!(names.iter().flatten().map(|actor| actor.name.as_str()).collect::<Vec<_>>(), ["Li Mara", "Tano Li"]);
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
