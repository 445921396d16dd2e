//! The element that holds the article, and what within it is no part of it.

use std::collections::BTreeSet;

use rapporteur_core::ApparatusKind;
use rapporteur_core::protocol::{ProposedField, ProposedSelector, Robustness};

use super::rank::{Goal, Prefer, Search, shortened, value_of};
use super::reading::{Reading, is_silent};
use super::simple::own;
use crate::page::{NodeId, name};
use crate::site::Value;

const WORDS: &[&str] = &["content", "body", "entry", "article", "story", "text", "post", "articlebody"];
/// Of the article's letters, how many the element must hold, in hundredths.
const NEARLY_ALL: usize = 97;
/// Most elements that are proposed to be stripped.
const MOST_STRIPPED: usize = 10;

/// The smallest element that holds nearly all of the article, and selectors that find it or a box close around it.
pub(super) fn body(reading: &Reading) -> (ProposedField, Option<NodeId>) {
    let page = &reading.page;
    let nodes = reading.body_nodes(true);
    let letters = |node: &NodeId| page.text(*node).map_or(0, |text| text.trim().len());
    let total: usize = nodes.iter().map(letters).sum();
    let held = |around: NodeId| nodes.range(around..page.end(around)).map(letters).sum::<usize>();
    let first = nodes.first().copied();
    let smallest =
        first.and_then(|first| page.ancestors(first).find(|around| held(*around) * 100 >= total * NEARLY_ALL));
    let wanted = reading.draft.blocks.first().and_then(|block| block.at.slice(&reading.draft.text));
    let Some(smallest) = smallest.filter(|_| total > 0) else {
        let note = Some("the page was read without one".to_owned());
        return (ProposedField { field: "body".to_owned(), note, ..ProposedField::default() }, None);
    };
    let boxes = std::iter::once(smallest).chain(page.ancestors(smallest).take(3));
    let targets: Vec<NodeId> =
        boxes.filter(|node| !matches!(page.element_text(*node), "body" | "html" | "#document")).collect();
    let targets = targets.into_iter().map(|node| (node, None)).collect();
    let search = Search { goal: Goal::All, prefer: Prefer::Neither, words: WORDS, targets, allowed: BTreeSet::new() };
    let mut selectors = search.run(reading);
    // The smallest box first where two are equally robust: what is around it is furniture.
    selectors.sort_by_key(|selector| {
        let size = Value::parse(&selector.selector)
            .map(|value| value.nodes(page).iter().map(|node| page.range(*node).len()).sum::<usize>());
        (std::cmp::Reverse(selector.robustness), size.unwrap_or(usize::MAX), selector.selector.len())
    });
    let note = selectors
        .is_empty()
        .then(|| "no element around it has a name that will last; it is found by its text".to_owned());
    let wanted = wanted.map(shortened).into_iter().collect();
    (ProposedField { field: "body".to_owned(), wanted, selectors, note }, Some(smallest))
}

/// Elements within the body with words that are no part of the article, nor say anything about it.
pub(super) fn strip(reading: &Reading, body: Option<NodeId>, chosen: Option<&ProposedSelector>) -> ProposedField {
    let page = &reading.page;
    // What the rules will take as the body, which may be a box around the smallest.
    let chosen = chosen
        .and_then(|chosen| Value::parse(&chosen.selector).ok())
        .and_then(|value| value.nodes(page).first().copied());
    let mut field = ProposedField { field: "strip".to_owned(), ..ProposedField::default() };
    let Some(body) = chosen.or(body) else {
        field.note = Some("there is no body to strip anything from".to_owned());
        return field;
    };
    let telling = [
        ApparatusKind::Headline,
        ApparatusKind::Standfirst,
        ApparatusKind::Byline,
        ApparatusKind::DateLine,
        ApparatusKind::Dateline,
        ApparatusKind::Bio,
        ApparatusKind::SourceNote,
        ApparatusKind::Disclaimer,
    ];
    let mut kept = reading.body_nodes(false);
    for piece in reading.draft.apparatus.iter().filter(|piece| telling.contains(&piece.kind)) {
        kept.extend(reading.nodes(piece.at));
    }
    let holds = |node: NodeId| kept.range(node..page.end(node)).next().is_some();
    let mut done = body;
    for node in page.below(body) {
        if node < done || page.element(node).is_none() || holds(node) || is_silent(page, node) {
            continue;
        }
        // Nothing within it is looked at on its own.
        done = page.end(node);
        let inline =
            matches!(page.element(node), Some(name::A | name::SPAN | name::SUP | name::EM | name::STRONG | name::BR));
        if inline || reading.line(node).chars().filter(|character| character.is_alphabetic()).count() < 3 {
            continue;
        }
        if let Some(proposed) = best(reading, node, &holds)
            && !field.selectors.iter().any(|there| there.selector == proposed.selector)
        {
            field.selectors.push(proposed);
        }
        if field.selectors.len() == MOST_STRIPPED {
            break;
        }
    }
    if field.selectors.is_empty() {
        field.note = Some("nothing in the body needs it".to_owned());
    }
    field.wanted = field.selectors.iter().flat_map(|selector| selector.yields.first().cloned()).collect();
    field
}

/// The most robust selector of an element that finds no word worth keeping anywhere on the page.
fn best(reading: &Reading, node: NodeId, holds: &dyn Fn(NodeId) -> bool) -> Option<ProposedSelector> {
    let page = &reading.page;
    let words = [
        "share",
        "social",
        "related",
        "newsletter",
        "signup",
        "subscribe",
        "promo",
        "advert",
        "ad",
        "ads",
        "banner",
        "tags",
        "comments",
        "more",
        "recommended",
        "sponsor",
        "donate",
        "support",
        "popular",
        "next",
        "prev",
        "read",
        "footer",
        "toolbar",
        "tools",
    ];
    let mut candidates: Vec<_> = own(page, node, &words)
        .into_iter()
        .filter(|own| own.robustness > Robustness::Low)
        .filter_map(|own| {
            let found = Value::parse(&own.text).ok()?.nodes(page);
            (!found.iter().any(|node| holds(*node))).then_some((own, found))
        })
        .collect();
    candidates.sort_by_key(|(own, _)| (std::cmp::Reverse(own.robustness), own.text.len()));
    let (own, found) = candidates.into_iter().next()?;
    Some(ProposedSelector {
        selector: own.text,
        count: found.len(),
        yields: vec![shortened(&value_of(reading, node, None))],
        robustness: own.robustness,
        reason: own.reason,
        taken: false,
    })
}
