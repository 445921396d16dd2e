use super::*;

#[test]
fn tables() {
    let rules = SiteRules::from_toml(
        "schema = 1\nid = 'org.example.review'\npublisher = 'Example Review'\nhosts = ['WWW.Review.example']\n\
         address_date = 'DDMMYYYY'\ndate_formats = '%d/%m/%Y'\n\
         [[layouts]]\nname = 'classic'\nwhen = 'article'\ntitle = ['h1.x', 'meta[property=\"og:title\"]@content']\n\
         [[layouts]]\nname = 'any'\ndate_formats = ['%d.%m.%y', '%B %d']",
    )
    .expect("the table is sound");
    assert_eq!(rules.layouts[0].title[1].attribute.as_deref(), Some("content"));
    assert_eq!((rules.layouts[0].date_formats.len(), rules.layouts[1].date_formats.len()), (1, 2));
    assert!(rules.is_address("https://www.Review.example/a") && !rules.is_address("https://preview.example"));
    let layout = |page: &str| rules.layout(&Page::parse(page.to_owned())).map(|layout| layout.name.clone());
    assert_eq!(layout("<article><h1>a</h1></article>").as_deref(), Some("classic"));
    assert_eq!(layout("<p>").as_deref(), Some("any"));
}

/// What is said of rules with this text, help included.
fn said(text: &str) -> String {
    let error = SiteRules::from_toml(text).expect_err("it has a mistake");
    let help = error.help.as_ref().map_or_else(String::new, |help| format!(" / {help}"));
    format!("{error}{help}")
}

#[test]
fn unknown_keys_are_told_with_the_nearest() {
    assert_eq!(
        said("hosts = ['a.example']\nsite_name = 'x'"),
        "line 2, column 1: \"site_name\" is no key of a rules file / did you mean \"site_names\"?"
    );
    assert_eq!(
        said("hosts = ['a.example']\n[[layouts]]\nname = 'a'\n  titel = ['h1']\nbdy = ['p']"),
        "line 4, column 3: \"titel\" is no key of a layout / did you mean \"title\"?"
    );
    assert_eq!(
        said("hosts = ['a.example']\n[[layouts]]\nname = 'a'\nxpath = ['//h1']"),
        "line 4, column 1: \"xpath\" is no key of a layout / the keys of a layout are name, when, title, category, published, \
         modified, date_formats, authors, author_separators, bylines, dates, standfirst, body, strip, bios, bios_after, \
         source_line, source_labels, keywords"
    );
}

#[test]
fn wrong_values_are_told() {
    assert_eq!(said("schema = 2"), "line 1, column 10: schema 2 is not known; this program reads schema 1");
    assert_eq!(said("schema = '1'"), "line 1, column 10: \"schema\" is a string, expected the number 1");
    assert_eq!(
        said("hosts = ['https://a.example/']"),
        "line 1, column 10: \"https://a.example/\" is no host, expected a name like \"review.example\""
    );
    assert_eq!(said("hosts = [7]"), "line 1, column 10: an item of \"hosts\" is a number, expected a string");
    assert_eq!(
        said("address_date = 'DDMMYYY'"),
        "line 1, column 16: \"address_date\" is \"DDMMYYY\", expected one of DDMMYYYY, YYYYMMDD / did you mean \"DDMMYYYY\"?"
    );
    assert_eq!(said("layouts = 1"), "line 1, column 11: \"layouts\" is a number, expected tables: [[layouts]]");
    assert_eq!(said("publisher = \"x\n"), "line 1, column 15: invalid basic string, expected `\"`");
    assert_eq!(
        said("[[layouts]]\nname = 'a'"),
        "line 1, column 1: nothing says which pages the rules are for / write the site's hosts = [\"review.example\"], or its \
         publisher, site_names or marks"
    );
}

#[test]
fn mistakes_in_layouts_are_told() {
    let layout = |rest: &str| said(&format!("hosts = ['a.example']\n[[layouts]]\n{rest}"));
    assert_eq!(
        layout("when = 'p'"),
        "line 2, column 1: the layout has no name / name it after its time or theme: name = \"2031-redesign\""
    );
    assert_eq!(
        layout("name = 'a'\ntitle = ['h1', 'h1 >']"),
        "line 4, column 16: layout \"a\", \"title\": \"h1 >\" is no selector: it ends with a combinator"
    );
    assert_eq!(
        layout("name = 'a'\ntitle = true"),
        "line 4, column 9: layout \"a\", \"title\" is true or false, expected a list of selectors"
    );
    assert_eq!(
        layout("name = 'a'\nbody = ['meta@content']"),
        "line 4, column 9: layout \"a\", \"body\": \"meta@content\" names the attribute \"content\", expected a selector of \
         elements"
    );
    assert_eq!(
        layout("name = 'a'\ndate_formats = ['dd.mm.yyyy']"),
        "line 4, column 17: layout \"a\", \"date_formats\": \"dd.mm.yyyy\" is no date format: it has no directive like %d, %B \
         or %Y"
    );
    assert_eq!(
        layout("name = 'a'\nauthor_separators = [' ']"),
        "line 4, column 22: layout \"a\", \"author_separators\": \" \" stands within names too"
    );
    assert_eq!(
        layout("name = 'a'\nwhen = 'p'\n[[layouts]]\nname = 'a'"),
        "line 5, column 1: two layouts are called \"a\""
    );
    assert_eq!(
        layout("name = 'a'\n[[layouts]]\nname = 'b'"),
        "line 4, column 1: layout \"b\" can never be used: \"a\" before it has no \"when\" and takes every page / give \"a\" a \
         \"when\", or put it last"
    );
}

/// The guide shows every key, and what it shows can be read.
#[test]
fn the_rules_file_of_the_guide_is_sound_and_whole() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/plugins.md");
    let guide = std::fs::read_to_string(path).expect("the guide is there");
    let section = guide.split("## A site without code").nth(1).expect("it has the section");
    let example = section.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("with an example");
    let rules = SiteRules::from_toml(example).expect("the example is sound");
    assert_eq!(rules.layouts.len(), 2);
    let shown = |key: &&str| {
        example.lines().any(|line| line.starts_with(&format!("{key} =")) || line.contains(&format!("[[{key}]]")))
    };
    let hidden: Vec<&str> = rapporteur_core::protocol::RULES_HEADER
        .iter()
        .chain(file::SITE)
        .chain(file::LAYOUT)
        .copied()
        .filter(|key| !shown(key))
        .collect();
    assert!(hidden.is_empty(), "the example lacks {hidden:?}");
}
