//! What a page says about its article in JSON-LD.

use std::collections::{HashMap, HashSet};

use rapporteur_core::{ByteRange, Diagnostic};

use super::claim_review::{self, StatedClaim};
use super::found::{Field, Found, MOST_VALUES, keep_first};
use super::json::{self, Json};
use crate::content::classify::fold;
use crate::page::{NodeId, Page, name};

/// Everything read from the page's JSON-LD blocks.
#[derive(Debug, Default)]
pub struct JsonLd {
    pub found: Vec<Found>,
    pub claims: Vec<StatedClaim>,
    pub diagnostics: Vec<Diagnostic<ByteRange>>,
    /// The article's text, where it is given: the script's text and the bytes of the string in it, escapes and all.
    pub body: Option<(NodeId, ByteRange)>,
    /// Whether the page calls itself a live blog.
    pub live: bool,
    /// Whether the page says that its text is not free to read.
    pub paywalled: bool,
}

/// Reads all blocks of the page.
pub fn read(page: &Page) -> JsonLd {
    let mut read = JsonLd::default();
    let mut blocks: Vec<(Json, NodeId)> = Vec::new();
    for script in page.nodes().filter(|node| page.is(*node, name::SCRIPT)) {
        let kind = page.attribute(script, name::TYPE).unwrap_or_default();
        if !kind.trim().to_ascii_lowercase().starts_with("application/ld+json") {
            continue;
        }
        let Some(text) = page.first_child(script) else { continue };
        let words = page.text(text).unwrap_or_default();
        if words.trim().is_empty() {
            continue;
        }
        match json::parse(words) {
            Ok(value) => blocks.push((value, text)),
            Err(at) => {
                let (line, message) = (words.get(..at).unwrap_or_default().matches('\n').count() + 1, "");
                tracing::debug!(line, message, "broken JSON-LD block");
                read.diagnostics.push(Diagnostic::warning(
                    "broken-json-ld",
                    format!("a JSON-LD block stops being JSON at its byte {at} and was passed over"),
                ));
            }
        }
    }
    let mut all: Vec<(&Json, NodeId)> = Vec::new();
    for (block, script) in &blocks {
        flatten(block, *script, &mut all);
    }
    let by_id: HashMap<&str, &Json> = all
        .iter()
        .filter(|(object, _)| object.get("@type").is_some() || object.get("name").is_some())
        .filter_map(|(object, _)| Some((object.get("@id")?.text()?.0, *object)))
        .collect();
    let mut articles: Vec<&(&Json, NodeId)> = all.iter().filter(|(object, _)| is_article(object)).collect();
    // A page that calls itself a web page only may still give date and author.
    let weak = articles.is_empty();
    if weak {
        articles.extend(
            all.iter().filter(|(object, _)| has_type(object, |kind| kind == "WebPage" || kind == "NewsMediaObject")),
        );
    }
    if let Some((article, script)) = articles.first() {
        article_fields(page, article, *script, &by_id, weak, &mut read);
    }
    for (object, script) in &all {
        read.live |= has_type(object, |kind| kind == "LiveBlogPosting");
        if claim_review::is_review(object) {
            read.claims.extend(claim_review::of_json(object, &by_id));
        }
        if has_type(object, |kind| kind == "WebSite")
            && let Some((name, at)) = object.get("name").and_then(Json::text)
        {
            push(page, *script, &mut read.found, Field::Publisher, name, at, "json-ld WebSite name");
        }
    }
    keep_first(&mut read.found);
    read.claims.extend(claim_review::of_markup(page));
    read.claims.truncate(MOST_VALUES);
    // Pages state the same review in several blocks.
    let mut seen = HashSet::new();
    read.claims.retain(|claim| seen.insert((fold(&claim.words), claim.claimants.first().cloned())));
    read
}

/// All objects that can be about the page: the block, its lists and `@graph`s, and what it is the page of.
fn flatten<'j>(value: &'j Json, script: NodeId, all: &mut Vec<(&'j Json, NodeId)>) {
    match value {
        Json::Array(items) => items.iter().for_each(|item| flatten(item, script, all)),
        Json::Object(_) => {
            all.push((value, script));
            for name in ["@graph", "mainEntity"] {
                if let Some(inner) = value.get(name) {
                    flatten(inner, script, all);
                }
            }
            all.extend(claim_review::held_by(value).map(|review| (review, script)));
            // Persons that are described where they are first named.
            for name in ["author", "creator", "publisher"] {
                if let Some(inner @ Json::Object(_)) = value.get(name) {
                    all.push((inner, script));
                }
            }
        }
        _ => {}
    }
}

pub(super) fn has_type(object: &Json, test: impl Fn(&str) -> bool) -> bool {
    let types = object.get("@type").map(Json::items).unwrap_or_default();
    types.iter().filter_map(Json::text).any(|(kind, _)| test(kind.rsplit(['/', ':']).next().unwrap_or(kind)))
}

fn is_article(object: &Json) -> bool {
    has_type(object, |kind| kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report")
}

fn push(page: &Page, script: NodeId, found: &mut Vec<Found>, field: Field, value: &str, at: ByteRange, origin: &str) {
    let mut one = Found::new(field, value, origin);
    one.source = page.text_source(script, at);
    if !one.value.is_empty() {
        found.push(one);
    }
}

fn article_fields(
    page: &Page,
    article: &Json,
    script: NodeId,
    by_id: &HashMap<&str, &Json>,
    weak: bool,
    read: &mut JsonLd,
) {
    let mut text = |member: &str, field: Field, origin: &str| {
        for (value, at) in article.get(member).map(Json::items).unwrap_or_default().iter().filter_map(Json::text) {
            push(page, script, &mut read.found, field, value, at, origin);
        }
    };
    text("headline", Field::Title, "json-ld headline");
    if !weak {
        text("name", Field::Title, "json-ld name");
        text("alternativeHeadline", Field::Title, "json-ld alternativeHeadline");
    }
    text("datePublished", Field::Published, "json-ld datePublished");
    text("dateModified", Field::Modified, "json-ld dateModified");
    text("articleSection", Field::Category, "json-ld articleSection");
    text("description", Field::Description, "json-ld description");
    text("keywords", Field::Keywords, "json-ld keywords");
    text("inLanguage", Field::Language, "json-ld inLanguage");
    for (member, origin) in [("author", "json-ld author"), ("creator", "json-ld creator")] {
        for author in article.get(member).map(Json::items).unwrap_or_default() {
            person(page, script, author, by_id, origin, &mut read.found);
        }
        // Creators only where there are no authors.
        if read.found.iter().any(|found| found.field == Field::Authors) {
            break;
        }
    }
    if let Some(publisher) = article.get("publisher").and_then(|publisher| publisher.items().first()) {
        let publisher = deref(publisher, by_id);
        if let Some((name, at)) = publisher.get("name").unwrap_or(publisher).text() {
            push(page, script, &mut read.found, Field::Publisher, name, at, "json-ld publisher");
        }
    }
    if let Some((_, at)) = article.get("articleBody").and_then(Json::text) {
        read.body = Some((script, at));
    }
    read.paywalled = match article.get("isAccessibleForFree") {
        Some(Json::Word("false")) => true,
        Some(Json::String(word, _)) => word.eq_ignore_ascii_case("false"),
        _ => false,
    };
}

/// The object that a bare `@id` stands for.
pub(super) fn deref<'j>(value: &'j Json, by_id: &HashMap<&str, &'j Json>) -> &'j Json {
    if value.get("name").is_some() || value.get("givenName").is_some() {
        return value;
    }
    value.get("@id").and_then(Json::text).and_then(|(id, _)| by_id.get(id).copied()).unwrap_or(value)
}

fn person(
    page: &Page,
    script: NodeId,
    value: &Json,
    by_id: &HashMap<&str, &Json>,
    origin: &str,
    found: &mut Vec<Found>,
) {
    let value = deref(value, by_id);
    let organisation = has_type(value, |kind| kind.ends_with("Organization") || kind == "Corporation");
    let before = found.len();
    match value {
        Json::String(name, at) => push(page, script, found, Field::Authors, name, *at, origin),
        Json::Object(_) => match value.get("name") {
            Some(name) => {
                for (name, at) in name.items().iter().filter_map(Json::text) {
                    push(page, script, found, Field::Authors, name, at, origin);
                }
            }
            None => {
                let part = |member: &str| value.get(member).and_then(Json::text);
                let parts: Vec<_> = [part("givenName"), part("familyName")].into_iter().flatten().collect();
                let name = parts.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(" ");
                if let Some((_, at)) = parts.first() {
                    push(page, script, found, Field::Authors, &name, *at, origin);
                }
            }
        },
        _ => {}
    }
    for one in found.iter_mut().skip(before) {
        one.organisation = organisation;
    }
}
