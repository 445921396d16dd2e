//! Where on the page the article is.
//!
//! Every paragraph of prose speaks for the elements around it, the nearest most. The element with the most voices wins and
//! is joined by those of its neighbours that hold prose too. Markup that names the body outright is believed where it
//! holds most of what was found that way.

use super::Role;
use super::context::Contexts;
use crate::page::{NodeId, Page, name};

/// The part of a page that is the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// Disjoint, in document order. Empty where the page has no prose.
    pub nodes: Vec<NodeId>,
    /// How it was found, in words for people.
    pub reason: &'static str,
}

impl Region {
    /// The region that `nodes` are, whatever order they come in; nodes within others are left out.
    pub fn new(page: &Page, mut nodes: Vec<NodeId>, reason: &'static str) -> Self {
        nodes.sort_unstable();
        let mut disjoint: Vec<NodeId> = Vec::with_capacity(nodes.len());
        for node in nodes {
            if disjoint.last().is_none_or(|last| !page.is_within(node, *last)) {
                disjoint.push(node);
            }
        }
        Self { nodes: disjoint, reason }
    }

    /// Whether the node lies in the region.
    pub fn contains(&self, page: &Page, node: NodeId) -> bool {
        let after = self.nodes.partition_point(|start| *start <= node);
        after.checked_sub(1).and_then(|index| self.nodes.get(index)).is_some_and(|start| page.is_within(node, *start))
    }

    /// Whether the node lies in the region or holds a part of it.
    fn touches(&self, page: &Page, node: NodeId) -> bool {
        let at = self.nodes.partition_point(|start| *start < node);
        self.contains(page, node) || self.nodes.get(at).is_some_and(|part| page.is_within(*part, node))
    }

    /// The first node and the one after the last.
    pub fn bounds(&self, page: &Page) -> Option<(NodeId, NodeId)> {
        Some((*self.nodes.first()?, page.end(*self.nodes.last()?)))
    }
}

/// How many elements up a paragraph speaks for.
const REACH: usize = 6;

/// Chooses the region. `headline` is the element of the title, if it is known: the region is not far from it.
pub fn choose(page: &Page, contexts: &Contexts, headline: Option<NodeId>) -> Region {
    let Some(scored) = best(page, contexts, headline) else {
        return Region { nodes: Vec::new(), reason: "no paragraphs of prose" };
    };
    let joined = Region::new(page, join(page, contexts, scored, headline), "most prose");
    let found: u32 = joined.nodes.iter().map(|node| contexts.prose(page, *node)).sum();
    if let Some(named) = named(page, contexts, &joined, headline) {
        let held: u32 = named.iter().map(|node| contexts.prose(page, *node)).sum();
        // Fraction 0.6: a named element that misses more than that is a teaser or one part of several.
        if held * 10 >= found * 6 {
            return widen(page, contexts, Region::new(page, named, "named as the body by the page"), headline);
        }
    }
    widen(page, contexts, joined, headline)
}

/// A body cut into sections that are no neighbours: goes up as long as that brings in much prose and few links. Not to
/// where other articles are.
fn widen(page: &Page, contexts: &Contexts, region: Region, headline: Option<NodeId>) -> Region {
    let sum = |nodes: &[NodeId], of: fn(&Contexts, &Page, NodeId) -> u32| {
        nodes.iter().map(|node| of(contexts, page, *node)).sum::<u32>()
    };
    let (mut prose, mut text, mut links) =
        (sum(&region.nodes, Contexts::prose), sum(&region.nodes, Contexts::text), sum(&region.nodes, Contexts::links));
    let Some(first) = region.nodes.first().copied() else { return region };
    let mut wider = None;
    for around in page.ancestors(first).take(10) {
        if matches!(page.element(around), Some(name::BODY | name::HTML | name::DOCUMENT)) {
            break;
        }
        let now = (contexts.prose(page, around), contexts.text(page, around), contexts.links(page, around));
        let (more, new_text, new_links) =
            (now.0.saturating_sub(prose), now.1.saturating_sub(text), now.2.saturating_sub(links));
        if more * 2 < prose || new_links * 6 > new_text {
            continue;
        }
        let holds_others = page.below(around).any(|node| {
            let outside = !region.touches(page, node);
            // One between the headline and the body is the article's own.
            let is_other_headline =
                page.is(node, name::H1) && headline.is_some_and(|headline| node > headline) && node > first;
            outside && (page.is(node, name::ARTICLE) || is_other_headline)
        });
        if holds_others {
            break;
        }
        (prose, text, links) = now;
        wider = Some(around);
    }
    match wider {
        Some(wider) => Region { nodes: vec![wider], reason: "most prose, in parts that are far apart" },
        None => region,
    }
}

/// The element that the paragraphs speak for.
fn best(page: &Page, contexts: &Contexts, headline: Option<NodeId>) -> Option<NodeId> {
    let mut scores = vec![0f32; page.len()];
    for node in page.nodes() {
        let Some(context) = contexts.get(node).filter(|context| context.block == node) else { continue };
        if !context.role.may_hold_body() || context.heading > 0 {
            continue;
        }
        let letters = own_prose(page, contexts, node);
        if letters < 20 {
            continue;
        }
        let score = 1.0 + (letters as f32 / 80.0).min(6.0);
        // A list item or cell says less than a paragraph.
        let weight = match page.element(node) {
            Some(name::LI | name::TD | name::TH | name::DT | name::DD) => 0.4,
            _ => 1.0,
        };
        let share = [0.0, 1.0, 0.6, 0.35, 0.25, 0.15, 0.1];
        let itself = if page.is(node, name::P) { 0.0 } else { 0.8 };
        for (distance, ancestor) in std::iter::once(node).chain(page.ancestors(node)).take(REACH + 1).enumerate() {
            let share = if distance == 0 { itself } else { share.get(distance).copied().unwrap_or(0.0) };
            if let Some(total) = scores.get_mut(ancestor.index()) {
                *total += score * weight * share;
            }
        }
    }
    let mut best: Option<(NodeId, f32)> = None;
    for node in page.nodes() {
        let Some(element) = page.element(node) else { continue };
        if matches!(element, name::DOCUMENT | name::HTML | name::P) {
            continue;
        }
        let Some(mut score) = scores.get(node.index()).copied().filter(|score| *score > 0.0) else { continue };
        score *= 1.0 - contexts.link_density(page, node).min(1.0);
        score *= match contexts.role(node) {
            Role::Body => 1.3,
            role if role.may_hold_body() => 1.0,
            _ => 0.2,
        };
        if matches!(element, name::ARTICLE | name::MAIN) {
            score *= 1.1;
        }
        // What stands before the headline is not its article.
        if headline.is_some_and(|headline| page.end(node) <= headline) {
            score *= 0.3;
        }
        if best.is_none_or(|(_, top)| score > top) {
            best = Some((node, score));
        }
    }
    best.map(|(node, _)| node)
}

/// Letters of prose that stand in the block itself and not in blocks within it.
fn own_prose(page: &Page, contexts: &Contexts, block: NodeId) -> u32 {
    let mut own = contexts.prose(page, block);
    // Only children are looked at: a deeper block lies in one of them.
    for child in page.children(block) {
        if own == 0 {
            return 0;
        }
        if contexts.get(child).is_some_and(|context| context.block == child) {
            own = own.saturating_sub(contexts.prose(page, child));
        }
    }
    own
}

/// The chosen element and those beside it, or beside what holds it, that go on with its prose.
fn join(page: &Page, contexts: &Contexts, chosen: NodeId, headline: Option<NodeId>) -> Vec<NodeId> {
    let mut nodes = vec![chosen];
    let mut held = contexts.prose(page, chosen);
    let mut at = chosen;
    for _ in 0..3 {
        let Some(parent) = page.parent(at) else { break };
        if matches!(page.element(parent), Some(name::BODY | name::HTML | name::DOCUMENT)) && held > 600 {
            break;
        }
        let mut joined = Vec::new();
        for sibling in page.children(parent) {
            if sibling == at || !contexts.role(sibling).may_hold_body() {
                continue;
            }
            let prose = contexts.prose(page, sibling);
            let is_paragraph = matches!(page.element(sibling), Some(name::P | name::BLOCKQUOTE));
            // The next article of an endless page has a headline of its own.
            let is_other =
                has_first_heading(page, sibling) && headline.is_none_or(|headline| !page.is_within(headline, sibling));
            // An `article` is whole: what stands beside it goes on with it only where it is as large.
            let goes_on = if page.is(at, name::ARTICLE) {
                prose * 2 >= held
            } else {
                prose * 5 >= held || (is_paragraph && prose >= 60) || prose >= 400
            };
            if goes_on && !is_other && (prose >= 400 || contexts.link_density(page, sibling) < 0.35) {
                joined.push(sibling);
            }
        }
        held += joined.iter().map(|node| contexts.prose(page, *node)).sum::<u32>();
        nodes.extend(joined);
        at = parent;
    }
    nodes
}

fn has_first_heading(page: &Page, node: NodeId) -> bool {
    page.is(node, name::H1) || page.below(node).any(|node| page.is(node, name::H1))
}

/// Elements that the page itself calls the article's body: those of the same article as the one with most prose.
fn named(page: &Page, contexts: &Contexts, found: &Region, headline: Option<NodeId>) -> Option<Vec<NodeId>> {
    let is_named = |node: &NodeId| {
        contexts.get(*node).is_some_and(|context| context.role == Role::Body && context.role_at == *node)
    };
    let all: Vec<NodeId> = page.nodes().filter(is_named).collect();
    let near = |node: &NodeId| headline.is_none_or(|headline| page.end(*node) > headline) && found.touches(page, *node);
    // The smallest that holds nearly all of what was found; pages put such names on wrappers too.
    let prose = |node: &NodeId| contexts.prose(page, *node);
    let mut before: Vec<u32> = vec![0];
    for part in &found.nodes {
        before.push(before.last().copied().unwrap_or(0) + prose(part));
    }
    let enough = before.last().copied().unwrap_or(0) / 10 * 8;
    let whole = |node: &NodeId| {
        if found.contains(page, *node) {
            return prose(node) >= enough;
        }
        // The parts within the node stand side by side in the list.
        let at = |end: NodeId| before.get(found.nodes.partition_point(|part| *part < end)).copied().unwrap_or(0);
        at(page.end(*node)) - at(*node) >= enough
    };
    if let Some(smallest) =
        all.iter().copied().filter(|node| near(node) && whole(node)).min_by_key(|node| contexts.prose(page, *node))
    {
        return Some(parts_of(page, &all, smallest));
    }
    let outermost = Region::new(page, all.clone(), "").nodes;
    let first = outermost.iter().copied().filter(near).max_by_key(|node| {
        // The first of equals: `max_by_key` gives the last.
        (contexts.prose(page, *node), std::cmp::Reverse(*node))
    })?;
    Some(parts_of(page, &all, first))
}

/// A body cut in parts: the element and those of the same class in the same article.
fn parts_of(page: &Page, named: &[NodeId], part: NodeId) -> Vec<NodeId> {
    let article = article_of(page, part);
    let class = page.attribute(part, name::CLASS);
    let is_part = |node: &NodeId| {
        *node == part
            || (article.is_some() && article_of(page, *node) == article && page.attribute(*node, name::CLASS) == class)
    };
    named.iter().copied().filter(is_part).collect()
}

/// The nearest `article` around.
fn article_of(page: &Page, node: NodeId) -> Option<NodeId> {
    page.ancestors(node).find(|node| page.is(*node, name::ARTICLE))
}
