//! Fact checks: claims that a page states as data, in JSON-LD or in attributes, and what it found them to be.

use std::collections::HashMap;

use rapporteur_core::Review;

use super::found::{MOST_VALUES, clean};
use super::json::Json;
use super::json_ld::{deref, has_type};
use crate::page::{NodeId, Page, name};

/// A claim stated as data.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StatedClaim {
    /// Who said it, the first first; empty where the page does not say.
    pub claimants: Vec<String>,
    pub words: String,
    /// Without places: those are looked for once there is a text.
    pub review: Review<rapporteur_core::ByteRange>,
}

/// Members of other objects in which pages keep their reviews.
const HOLDERS: &[&str] = &["review", "reviews", "claimReview", "hasPart", "subjectOf", "mainEntityOfPage", "about"];
/// Reviews in attributes that are read, and elements below each that are looked at.
const MOST_REVIEWS: usize = 16;
const MOST_ELEMENTS: usize = 4000;
/// Places where a claim was made.
const MOST_APPEARANCES: usize = 8;

/// Whether an object reviews a claim.
pub(super) fn is_review(object: &Json) -> bool {
    has_type(object, |kind| kind == "ClaimReview")
}

/// Reviews that `object` holds as one of its parts.
pub(super) fn held_by(object: &Json) -> impl Iterator<Item = &Json> {
    HOLDERS.iter().filter_map(|holder| object.get(holder)).flat_map(Json::items).filter(|inner| is_review(inner))
}

/// The claims that one review is about: one in most, several where `claimReviewed` is a list.
pub(super) fn of_json(review: &Json, by_id: &HashMap<&str, &Json>) -> Vec<StatedClaim> {
    let items: Vec<&Json> =
        review.get("itemReviewed").map(Json::items).unwrap_or_default().iter().map(|item| deref(item, by_id)).collect();
    let mut words: Vec<String> = texts(review.get("claimReviewed"));
    if words.is_empty() {
        // Some pages have the words only where the claim itself is described.
        let described = items.iter().filter_map(|item| {
            ["text", "claimReviewed", "name", "headline"].iter().find_map(|member| texts(item.get(member)).pop())
        });
        words = described.collect();
    }
    let review = reviewed(review, by_id);
    let several = words.len() == items.len();
    let claims = words.into_iter().take(MOST_VALUES).enumerate().map(|(index, words)| {
        let item = if several { items.get(index) } else { items.first() };
        let mut claim = StatedClaim { words, review: review.clone(), ..StatedClaim::default() };
        if let Some(item) = item {
            claim.claimants = claimants(item, by_id);
            claim.review.claimed = texts(item.get("datePublished")).into_iter().next();
            claim.review.appearances = appearances(item, by_id);
        }
        claim
    });
    claims.filter(|claim| !claim.words.is_empty()).collect()
}

/// Who said what is reviewed. Where the item is a post or a speech with the claim in it, its author.
fn claimants(item: &Json, by_id: &HashMap<&str, &Json>) -> Vec<String> {
    let named = |object: &Json| {
        let people = ["author", "creator"].iter().find_map(|member| object.get(member))?;
        let names: Vec<String> = people.items().iter().flat_map(|person| names(person, by_id)).collect();
        (!names.is_empty()).then_some(names)
    };
    let inner = || {
        let inner = ["itemReviewed", "appearance", "firstAppearance"].iter().find_map(|member| item.get(member))?;
        named(deref(inner.items().first()?, by_id))
    };
    named(item).or_else(inner).unwrap_or_default()
}

fn names(person: &Json, by_id: &HashMap<&str, &Json>) -> Vec<String> {
    let person = deref(person, by_id);
    let mut names = texts(Some(person.get("name").unwrap_or(person)));
    names.retain(|name| !name.contains("://") && name.chars().any(char::is_alphabetic));
    names
}

/// What was found, and by whom.
fn reviewed(review: &Json, by_id: &HashMap<&str, &Json>) -> Review<rapporteur_core::ByteRange> {
    let rating = review.get("reviewRating").and_then(|rating| rating.items().first());
    let rating = rating.map(|rating| deref(rating, by_id));
    let value = |member: &str| rating.and_then(|rating| scalar(rating.get(member)?));
    let number = value("ratingValue").filter(|value| is_number(value));
    // Words stand where numbers are meant, and the other way round.
    let words = ["alternateName", "name", "ratingValue"].iter().filter_map(|member| value(member));
    let reviewer = review.get("author").or_else(|| review.get("publisher"));
    Review {
        verdict: words.into_iter().find(|words| !is_number(words)),
        rating: number,
        worst: value("worstRating"),
        best: value("bestRating"),
        reviewer: reviewer.and_then(|who| who.items().iter().flat_map(|who| names(who, by_id)).next()),
        ..Review::default()
    }
}

fn appearances(item: &Json, by_id: &HashMap<&str, &Json>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let members = ["firstAppearance", "appearance", "sameAs", "url"].iter().filter_map(|member| item.get(member));
    for place in members.flat_map(Json::items) {
        let place = deref(place, by_id);
        let named = ["url", "@id", "name", "headline"].iter().find_map(|member| texts(place.get(member)).pop());
        let stated = named.or_else(|| texts(Some(place)).pop()).filter(|stated| !found.contains(stated));
        found.extend(stated);
        if found.len() >= MOST_APPEARANCES {
            break;
        }
    }
    found
}

fn texts(value: Option<&Json>) -> Vec<String> {
    let items = value.map(Json::items).unwrap_or_default();
    items.iter().filter_map(Json::text).map(|(text, _)| clean(text)).filter(|text| !text.is_empty()).collect()
}

fn scalar(value: &Json) -> Option<String> {
    match value.items().first()? {
        Json::Number(number) => Some(number.clone()),
        Json::Word(word) if *word != "null" => Some((*word).to_owned()),
        Json::String(text, _) => Some(clean(text)).filter(|text| !text.is_empty()),
        _ => None,
    }
}

fn is_number(words: &str) -> bool {
    words.trim().parse::<f64>().is_ok()
}

/// Claims that elements state by `itemtype` and `itemprop`.
pub fn of_markup(page: &Page) -> Vec<StatedClaim> {
    let is_review =
        |node: &NodeId| page.attribute(*node, name::ITEMTYPE).is_some_and(|kind| kind.ends_with("/ClaimReview"));
    page.nodes().filter(is_review).take(MOST_REVIEWS).filter_map(|review| in_elements(page, review)).collect()
}

fn in_elements(page: &Page, review: NodeId) -> Option<StatedClaim> {
    let mut claim = StatedClaim::default();
    // Ends of the elements that describe the claim and the rating.
    let (mut item, mut rating) = (review, review);
    let mut people: [Vec<NodeId>; 2] = Default::default();
    for node in page.below(review).take(MOST_ELEMENTS) {
        let Some(property) = page.attribute(node, name::ITEMPROP) else { continue };
        let value = || value(page, node);
        match property {
            "itemReviewed" => item = page.end(node),
            "reviewRating" => rating = page.end(node),
            "claimReviewed" => claim.words = value(),
            "author" | "creator" => people[usize::from(node < item)].push(node),
            "alternateName" if node < rating => claim.review.verdict = Some(value()).filter(|words| !is_number(words)),
            "ratingValue" if node < rating => claim.review.rating = Some(value()).filter(|words| is_number(words)),
            "bestRating" if node < rating => claim.review.best = Some(value()),
            "worstRating" if node < rating => claim.review.worst = Some(value()),
            "datePublished" if node < item => claim.review.claimed = Some(value()),
            "appearance" | "firstAppearance" | "sameAs"
                if node < item && claim.review.appearances.len() < MOST_APPEARANCES =>
            {
                claim.review.appearances.push(value());
            }
            _ => {}
        }
    }
    let name_of = |person: &NodeId| {
        let named = page.below(*person).take(64).find(|node| page.attribute(*node, name::ITEMPROP) == Some("name"));
        Some(value(page, named.unwrap_or(*person))).filter(|name| !name.is_empty() && !name.contains("://"))
    };
    let [reviewers, claimants] = people;
    claim.claimants = claimants.iter().filter_map(name_of).collect();
    claim.review.reviewer = reviewers.iter().find_map(name_of);
    claim.review.verdict = claim.review.verdict.filter(|words| !words.is_empty());
    (!claim.words.is_empty()).then_some(claim)
}

/// What an element with `itemprop` states: its `content`, `datetime` or `href`, else its words.
fn value(page: &Page, node: NodeId) -> String {
    let stated = [name::CONTENT, name::DATETIME, name::HREF].iter().find_map(|key| page.attribute(node, *key));
    clean(&stated.map_or_else(|| page.inner_text(node), str::to_owned))
}

#[cfg(test)]
mod tests;
