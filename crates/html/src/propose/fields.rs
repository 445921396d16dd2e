//! What each field of the rules should find on the page, by what the page was read as without rules.

use std::collections::BTreeSet;

use rapporteur_core::ApparatusKind;
use rapporteur_core::protocol::ProposedField;

use super::rank::{Goal, Prefer, Search, shortened, value_of};
use super::reading::{Reading, is_silent};
use crate::content::classify::fold;
use crate::metadata::authors;
use crate::metadata::dates::parse_date;
use crate::page::{NodeId, name};

/// A value and where it may stand: an element's text, or an attribute.
type Place = (NodeId, Option<&'static str>);

/// Elements whose line of text, or whose value, is right; those with the shortest markup first, `meta` last.
fn places(reading: &Reading, longest: usize, right: &dyn Fn(&str) -> bool) -> Vec<Place> {
    let page = &reading.page;
    let (mut visible, mut stated): (Vec<Place>, Vec<Place>) = (Vec::new(), Vec::new());
    for node in page.nodes() {
        let Some(element) = page.element(node) else { continue };
        if element == name::META {
            if page.attribute(node, name::CONTENT).is_some_and(right) {
                stated.push((node, Some("content")));
            }
            continue;
        }
        if page.attribute(node, name::DATETIME).is_some_and(right) {
            visible.push((node, Some("datetime")));
        }
        if is_silent(page, node) || page.ancestors(node).any(|around| is_silent(page, around)) {
            continue;
        }
        let line = reading.line(node);
        if !line.is_empty() && line.len() <= longest && right(&line) {
            visible.push((node, None));
        }
    }
    visible.extend(stated);
    visible
}

fn field(reading: &Reading, name: &str, wanted: Vec<String>, search: &Search<'_>) -> ProposedField {
    let selectors = if search.targets.is_empty() { Vec::new() } else { search.run(reading) };
    let note = match (wanted.is_empty(), selectors.is_empty()) {
        (true, true) => Some("the page was read without one".to_owned()),
        (false, true) => Some("no element of the page says it with a name that will last".to_owned()),
        _ => None,
    };
    let wanted = wanted.iter().map(|value| shortened(value)).collect();
    ProposedField { field: name.to_owned(), wanted, selectors, note }
}

fn first<'w>(prefer: Prefer, words: &'w [&'w str], targets: Vec<Place>) -> Search<'w> {
    Search { goal: Goal::First, prefer, words, targets, allowed: BTreeSet::new() }
}

fn all<'w>(words: &'w [&'w str], nodes: impl IntoIterator<Item = NodeId>) -> Search<'w> {
    let targets = nodes.into_iter().map(|node| (node, None)).collect();
    Search { goal: Goal::All, prefer: Prefer::Neither, words, targets, allowed: BTreeSet::new() }
}

/// Letters that may follow a title where it stands.
const LONGEST_SUFFIX: usize = 24;

pub(super) fn title(reading: &Reading) -> ProposedField {
    let wanted: Vec<String> = reading.draft.metadata.title.iter().cloned().collect();
    let folded = wanted.first().map(|title| fold(title)).unwrap_or_default();
    // The kind of piece may follow, or the site's name: the reading took them off, and will again.
    let right = |value: &str| {
        let rest = fold(value).strip_prefix(&folded).map(str::len);
        !folded.is_empty() && rest.is_some_and(|rest| rest <= LONGEST_SUFFIX)
    };
    let mut targets = places(reading, 400, &right);
    // Headings before the boxes around them.
    let is_heading = |node: NodeId| reading.page.element_text(node).starts_with('h');
    targets.sort_by_key(|(node, attribute)| (attribute.is_some(), !is_heading(*node)));
    field(reading, "title", wanted, &first(Prefer::Elements, &["title", "headline", "heading"], targets))
}

/// Whether an element says by its name or class that its date is another one than that of this key.
fn is_of_other_date(reading: &Reading, node: NodeId, key: &str) -> bool {
    let others: &[&str] = if key == "published" { &["modif", "update"] } else { &["publish", "posted", "created"] };
    let says = |node: NodeId| {
        reading.page.attributes(node).any(|(name, value, _)| {
            let telling = matches!(name, name::PROPERTY | name::NAME | name::ITEMPROP | name::CLASS | name::ID);
            telling && others.iter().any(|other| value.to_ascii_lowercase().contains(other))
        })
    };
    says(node) || reading.page.parent(node).is_some_and(says)
}

fn date(reading: &Reading, key: &str, value: Option<&String>, words: &[&str]) -> ProposedField {
    let wanted: Vec<String> = value.cloned().into_iter().collect();
    let day = value.map(|value| value.get(..10).unwrap_or(value).to_owned()).unwrap_or_default();
    let right = |value: &str| {
        !day.is_empty()
            && !value.contains("://")
            && value.len() <= 120
            && parse_date(value).is_some_and(|date| date.starts_with(&day))
    };
    let mut targets = places(reading, 120, &right);
    targets.retain(|(node, _)| !is_of_other_date(reading, *node, key));
    // What machines read before what people do, and the more precise before the less.
    targets.sort_by_key(|(node, attribute)| {
        let precision = parse_date(&value_of(reading, *node, *attribute)).map_or(0, |date| date.len());
        (attribute.is_none(), std::cmp::Reverse(precision))
    });
    field(reading, key, wanted, &first(Prefer::Attributes, words, targets))
}

pub(super) fn published(reading: &Reading) -> ProposedField {
    let words = ["date", "published", "publish", "posted", "time", "datepublished", "pubdate"];
    date(reading, "published", reading.draft.metadata.published.as_ref(), &words)
}

pub(super) fn modified(reading: &Reading) -> ProposedField {
    let value = reading.draft.metadata.modified.as_ref();
    let other = value
        .filter(|value| value.get(..10) != reading.draft.metadata.published.as_deref().and_then(|date| date.get(..10)));
    date(reading, "modified", other, &["modified", "updated", "update", "datemodified"])
}

pub(super) fn authors_of(reading: &Reading) -> ProposedField {
    let names: Vec<String> = reading.draft.metadata.authors.iter().map(|author| author.name.clone()).collect();
    let known: BTreeSet<String> = names.iter().map(|name| fold(name)).collect();
    let right = |value: &str| {
        !known.is_empty() && value.len() <= 300 && authors::split(value).iter().all(|name| known.contains(&fold(name)))
    };
    let mut targets = places(reading, 300, &right);
    // The innermost element of each name.
    let allowed: BTreeSet<NodeId> =
        targets.iter().filter(|(_, attribute)| attribute.is_none()).map(|(node, _)| *node).collect();
    let inner = |node: NodeId| allowed.range(node..reading.page.end(node)).nth(1).is_none();
    targets.retain(|(node, attribute)| attribute.is_some() || inner(*node));
    let words = ["author", "authors", "byline", "writer", "contributor", "name", "by"];
    field(
        reading,
        "authors",
        names,
        &Search { goal: Goal::All, prefer: Prefer::Neither, words: &words, targets, allowed },
    )
}

/// Apparatus of a kind: the elements that hold it and no words of the article.
fn apparatus(reading: &Reading, key: &str, kind: ApparatusKind, words: &[&str]) -> ProposedField {
    let body = reading.body_nodes(false);
    let holds_body = |node: NodeId| body.range(node..reading.page.end(node)).next().is_some();
    let pieces = reading.apparatus(kind);
    let pieces: Vec<NodeId> = pieces.into_iter().filter(|node| !holds_body(*node)).collect();
    let wanted: Vec<String> = pieces.iter().map(|node| value_of(reading, *node, None)).collect();
    // The box around several of them, where nothing else stands in it.
    let mut targets = pieces.clone();
    for piece in &pieces {
        let boxes = reading.page.ancestors(*piece).take(4).take_while(|around| {
            let element = reading.page.element_text(*around);
            !matches!(element, "body" | "html" | "main" | "article" | "#document") && !holds_body(*around)
        });
        let only = |around: &NodeId| {
            let whole = reading.line(*around).len();
            let held: usize = pieces
                .iter()
                .filter(|piece| reading.page.is_within(**piece, *around))
                .map(|piece| reading.line(*piece).len())
                .sum();
            whole > 0 && held * 10 >= whole * 8
        };
        targets.extend(boxes.filter(only));
    }
    let mut seen = BTreeSet::new();
    targets.retain(|node| seen.insert(*node));
    field(reading, key, wanted, &all(words, targets))
}

pub(super) fn bylines(reading: &Reading) -> ProposedField {
    apparatus(reading, "bylines", ApparatusKind::Byline, &["byline", "author", "authors", "by", "meta"])
}

pub(super) fn dates(reading: &Reading) -> ProposedField {
    apparatus(reading, "dates", ApparatusKind::DateLine, &["date", "time", "posted", "published", "updated", "meta"])
}

pub(super) fn standfirst(reading: &Reading) -> ProposedField {
    let words =
        ["standfirst", "subtitle", "dek", "deck", "lead", "excerpt", "summary", "subheadline", "intro", "strapline"];
    apparatus(reading, "standfirst", ApparatusKind::Standfirst, &words)
}

pub(super) fn bios(reading: &Reading) -> ProposedField {
    apparatus(reading, "bios", ApparatusKind::Bio, &["bio", "author", "about", "contributor", "biography", "profile"])
}

pub(super) fn source_line(reading: &Reading) -> ProposedField {
    apparatus(
        reading,
        "source_line",
        ApparatusKind::SourceNote,
        &["source", "credit", "origin", "syndicated", "republished"],
    )
}

pub(super) fn category(reading: &Reading) -> ProposedField {
    let words = ["category", "categories", "section", "kicker", "eyebrow", "topic", "rubric", "cat"];
    let page = &reading.page;
    let stated = page.nodes().filter(|node| page.is(*node, name::META)).find_map(|node| {
        let key = page.attribute(node, name::PROPERTY)?;
        (key == "article:section").then(|| page.attribute(node, name::CONTENT)).flatten()
    });
    let known = reading.draft.metadata.category.as_deref().or(stated).map(str::to_owned);
    let wanted: Vec<String> = known.into_iter().filter(|kind| !kind.is_empty()).collect();
    let folded = wanted.first().map(|kind| fold(kind)).unwrap_or_default();
    let right = |value: &str| !folded.is_empty() && fold(value) == folded;
    let mut targets = places(reading, 80, &right);
    targets.retain(|(node, attribute)| {
        // A menu names every section.
        attribute.is_some() || !page.ancestors(*node).any(|around| page.is(around, name::NAV))
    });
    field(reading, "category", wanted, &first(Prefer::Elements, &words, targets))
}

pub(super) fn keywords(reading: &Reading) -> ProposedField {
    let page = &reading.page;
    let mut targets: Vec<Place> = Vec::new();
    for node in page.nodes() {
        let rel = page.attribute(node, name::REL).unwrap_or_default();
        let says = |word: &str| rel.split_ascii_whitespace().any(|one| one == word);
        if page.is(node, name::A) && says("tag") && !says("category") {
            targets.push((node, None));
        } else if page.is(node, name::META) {
            let key = [name::NAME, name::PROPERTY].iter().find_map(|key| page.attribute(node, *key));
            if matches!(key, Some("keywords" | "news_keywords" | "article:tag")) {
                targets.push((node, Some("content")));
            }
        }
    }
    let wanted = reading.draft.metadata.keywords.clone();
    let words = ["tag", "tags", "keyword", "keywords", "topics"];
    field(
        reading,
        "keywords",
        wanted,
        &Search { goal: Goal::All, prefer: Prefer::Neither, words: &words, targets, allowed: BTreeSet::new() },
    )
}
