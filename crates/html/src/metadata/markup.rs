//! What a page says about its article in `meta`, `link`, `title`, `time` and visible elements.

use super::found::{Field, Found, MOST_VALUES, keep_first};
use crate::page::{Name, NodeId, Page, name};

/// Names of `meta` elements that give a field, best first within a field.
const META: &[(&str, Field)] = &[
    ("og:title", Field::Title),
    ("twitter:title", Field::Title),
    ("dc.title", Field::Title),
    ("dcterms.title", Field::Title),
    ("citation_title", Field::Title),
    ("parsely-title", Field::Title),
    ("sailthru.title", Field::Title),
    ("headline", Field::Title),
    ("title", Field::Title),
    ("article:published_time", Field::Published),
    ("og:article:published_time", Field::Published),
    ("og:published_time", Field::Published),
    ("citation_publication_date", Field::Published),
    ("citation_date", Field::Published),
    ("dc.date.issued", Field::Published),
    ("dcterms.issued", Field::Published),
    ("dcterms.created", Field::Published),
    ("dcterms.date", Field::Published),
    ("dc.date", Field::Published),
    ("parsely-pub-date", Field::Published),
    ("sailthru.date", Field::Published),
    ("datepublished", Field::Published),
    ("publish-date", Field::Published),
    ("publish_date", Field::Published),
    ("pubdate", Field::Published),
    ("date", Field::Published),
    ("article:modified_time", Field::Modified),
    ("og:updated_time", Field::Modified),
    ("dcterms.modified", Field::Modified),
    ("last-modified", Field::Modified),
    ("citation_author", Field::Authors),
    ("dc.creator", Field::Authors),
    ("dcterms.creator", Field::Authors),
    ("parsely-author", Field::Authors),
    ("sailthru.author", Field::Authors),
    ("author", Field::Authors),
    ("byl", Field::Authors),
    ("article:author_name", Field::Authors),
    ("article:author", Field::Authors),
    ("og:author", Field::Authors),
    ("og:site_name", Field::Publisher),
    ("application-name", Field::Publisher),
    ("dc.publisher", Field::Publisher),
    ("citation_journal_title", Field::Publisher),
    ("og:url", Field::Url),
    ("article:section", Field::Category),
    ("article:tag", Field::Keywords),
    ("news_keywords", Field::Keywords),
    ("keywords", Field::Keywords),
    ("og:description", Field::Description),
    ("description", Field::Description),
    ("twitter:description", Field::Description),
];

/// Reads the page's head and the elements that say by an attribute what they are.
pub fn read(page: &Page) -> Vec<Found> {
    let mut found = Vec::new();
    let mut labels: [(Option<String>, Option<Found>); 2] = Default::default();
    for node in page.nodes() {
        match page.element(node) {
            Some(name::META) => meta(page, node, &mut found, &mut labels),
            Some(name::LINK) => link(page, node, &mut found),
            Some(name::HTML) => {
                if let Some((lang, at)) =
                    page.attribute_with_range(node, name::LANG).filter(|(lang, _)| !lang.is_empty())
                {
                    found.push(Found::new(Field::Language, lang, "html lang").at(at));
                }
            }
            Some(name::TITLE) => {
                let text = page.first_child(node);
                // A page that leaves out `head` has it right below `html`; those of drawings stand deeper.
                let in_head = page.ancestors(node).take(3).any(|around| page.is(around, name::HEAD))
                    || page.parent(node).is_some_and(|parent| page.is(parent, name::HTML));
                let (Some(text), true) = (text, in_head) else { continue };
                push(
                    &mut found,
                    Found::new(Field::Title, page.text(text).unwrap_or_default(), "title element").at(page.range(text)),
                );
            }
            _ => {}
        }
    }
    for (label, data) in labels {
        let written = label.is_some_and(|label| label.to_lowercase().contains("written by"));
        if let (true, Some(data)) = (written, data) {
            push(&mut found, data);
        }
    }
    // Within a field by the table's order, not the page's.
    let rank = |origin: &str| META.iter().position(|(name, _)| origin.strip_prefix("meta ") == Some(name));
    found.sort_by_cached_key(|one| (one.field, rank(&one.origin)));
    keep_first(&mut found);
    found
}

fn push(found: &mut Vec<Found>, one: Found) {
    if !one.value.is_empty() {
        found.push(one);
    }
}

fn meta(page: &Page, node: NodeId, found: &mut Vec<Found>, labels: &mut [(Option<String>, Option<Found>); 2]) {
    let key = [name::PROPERTY, name::NAME, name::ITEMPROP].iter().find_map(|key| page.attribute(node, *key));
    let (Some(key), Some((content, at))) = (key, page.attribute_with_range(node, name::CONTENT)) else { return };
    let key = key.trim().to_ascii_lowercase();
    match key.as_str() {
        "twitter:label1" => labels[0].0 = Some(content.to_owned()),
        "twitter:label2" => labels[1].0 = Some(content.to_owned()),
        "twitter:data1" => labels[0].1 = Some(Found::new(Field::Authors, content, "meta twitter:data1").at(at)),
        "twitter:data2" => labels[1].1 = Some(Found::new(Field::Authors, content, "meta twitter:data2").at(at)),
        _ => {}
    }
    let Some((_, field)) = META.iter().find(|(name, _)| *name == key) else { return };
    // "article:author" is meant for an address.
    if *field == Field::Authors && (content.contains("://") || content.starts_with('@')) {
        return;
    }
    push(found, Found::new(*field, content, format!("meta {key}")).at(at));
}

fn link(page: &Page, node: NodeId, found: &mut Vec<Found>) {
    let is_canonical = page
        .attribute(node, name::REL)
        .is_some_and(|rel| rel.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("canonical")));
    if let (true, Some((href, at))) = (is_canonical, page.attribute_with_range(node, name::HREF)) {
        push(found, Found::new(Field::Url, href, "link canonical").at(at));
    }
}

/// Authors that visible elements name: `rel=author`, `itemprop=author`, a class "author-name".
pub fn visible_authors(page: &Page, near: impl Fn(NodeId) -> bool) -> Vec<Found> {
    let mut found = Vec::new();
    let author = memchr::memmem::Finder::new("author");
    for node in page.nodes() {
        if found.len() >= MOST_VALUES {
            break;
        }
        let says_author = |(name, value, _): (Name, &str, _)| {
            matches!(name, name::REL | name::ITEMPROP | name::CLASS) && author.find(value.as_bytes()).is_some()
        };
        if !page.attributes(node).any(says_author) {
            continue;
        }
        let Some(origin) = names_author(page, node).filter(|_| near(node)) else { continue };
        let named = match origin {
            "itemprop author" => {
                page.below(node).find(|inner| page.attribute(*inner, name::ITEMPROP) == Some("name")).unwrap_or(node)
            }
            _ => node,
        };
        let content = page.attribute(named, name::CONTENT).filter(|_| origin == "itemprop author");
        let value = content.map_or_else(|| page.inner_text(named), str::to_owned);
        push(&mut found, Found::new(Field::Authors, &value, origin).at(page.range(named)).in_node(named));
    }
    found
}

/// How the element says that its words are an author's name.
fn names_author(page: &Page, node: NodeId) -> Option<&'static str> {
    let (mut by_rel, mut by_property, mut by_class) = (false, false, false);
    let has = |value: &str, wanted: &str| value.split_ascii_whitespace().any(|word| word == wanted);
    for (attribute, value, _) in page.attributes(node) {
        match attribute {
            name::REL => by_rel |= has(value, "author") && page.is(node, name::A),
            name::ITEMPROP => by_property |= has(value, "author"),
            name::CLASS => by_class |= value.split_ascii_whitespace().any(is_called_author_name),
            _ => {}
        }
    }
    match (by_rel, by_property, by_class) {
        (true, _, _) => Some("rel=author"),
        (_, true, _) => Some("itemprop author"),
        (_, _, true) => Some("class author-name"),
        _ => None,
    }
}

/// "author-name", "post__author-name": not "author-name-wrapper".
fn is_called_author_name(class: &str) -> bool {
    let ends =
        |end: &str| class.strip_suffix(end).is_some_and(|before| before.is_empty() || before.ends_with(['-', '_']));
    ends("author-name") || ends("author__name") || ends("author_name")
}

/// The `time` elements with a machine-readable date, in page order.
pub fn times(page: &Page) -> Vec<(NodeId, Found)> {
    let mut times = Vec::new();
    for node in page.nodes().filter(|node| page.is(*node, name::TIME)) {
        let value = page.attribute_with_range(node, name::DATETIME);
        let property = page.attribute(node, name::ITEMPROP).unwrap_or_default();
        let class = page.attribute(node, name::CLASS).unwrap_or_default();
        let modified = property == "dateModified"
            || (class.split_ascii_whitespace().any(|word| word == "updated" || word == "modified")
                && !class.split_ascii_whitespace().any(|word| word == "published" || word == "entry-date"));
        let field = if modified { Field::Modified } else { Field::Published };
        let one = match value {
            Some((value, at)) if !value.trim().is_empty() => Found::new(field, value, "time datetime").at(at),
            _ => Found::new(field, &page.inner_text(node), "time element").at(page.range(node)),
        };
        times.push((node, one.in_node(node)));
    }
    times
}
