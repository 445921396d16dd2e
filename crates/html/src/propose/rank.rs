//! Tries selectors on the page and puts the best first.

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_core::protocol::ProposedSelector;

use super::reading::Reading;
use super::simple::{Simple, own, with_element, within};
use crate::page::{NodeId, name};
use crate::site::Value;

/// Selectors shown for a field.
const SHOWN: usize = 6;
/// Elements of the page that selectors are made from, for a field.
const MOST_TARGETS: usize = 12;
/// Elements that a selector may find of which only the first is taken.
const MOST_FOUND: usize = 3;
/// Values shown of a selector.
const YIELDS: usize = 3;
/// Letters shown of a value.
const LONGEST_YIELD: usize = 72;

/// What a selector must find to be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Goal {
    /// The first element it finds is taken: that one must be right.
    First,
    /// All elements it finds are taken: all must be right.
    All,
}

/// What is better whatever its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Prefer {
    Neither,
    /// Words that stand on the page.
    Elements,
    /// Values for machines.
    Attributes,
}

/// What selectors are looked for.
pub(super) struct Search<'w> {
    pub(super) goal: Goal,
    pub(super) prefer: Prefer,
    /// Words by which a class name says that it is for this.
    pub(super) words: &'w [&'w str],
    /// Elements that are right, with the attribute whose value is; the most wanted first.
    pub(super) targets: Vec<(NodeId, Option<&'static str>)>,
    /// Other elements that do no harm where `All` finds them.
    pub(super) allowed: BTreeSet<NodeId>,
}

/// A selector that was tried.
struct Tried {
    simple: Simple,
    attribute: Option<&'static str>,
    found: Vec<NodeId>,
    /// Place of its target among the targets.
    order: usize,
}

impl Search<'_> {
    /// The selectors that work, the best first.
    pub(super) fn run(&self, reading: &Reading) -> Vec<ProposedSelector> {
        let mut tried: BTreeMap<(String, Option<&'static str>), Tried> = BTreeMap::new();
        let right: BTreeSet<(NodeId, Option<&str>)> = self.targets.iter().copied().collect();
        for (order, (node, attribute)) in self.targets.iter().take(MOST_TARGETS).enumerate() {
            let mut own = own(&reading.page, *node, self.words);
            let around = within(&reading.page, *node, &own, self.words);
            let qualified: Vec<Simple> = own.iter().filter_map(|own| with_element(&reading.page, *node, own)).collect();
            own.extend(qualified);
            own.extend(around);
            for simple in own {
                let key = (simple.text.clone(), *attribute);
                if tried.contains_key(&key) {
                    continue;
                }
                let Ok(value) = Value::parse(&simple.text) else { continue };
                let found = self.having(reading, value.nodes(&reading.page), *attribute);
                // "div.x" says no more than ".x" where that finds the same.
                let plain =
                    simple.text.split_once(['.', '#', '[']).map(|(element, _)| simple.text.get(element.len()..));
                let plain = plain.flatten().filter(|plain| plain.len() < simple.text.len());
                let says_no_more = plain.is_some_and(|plain| {
                    tried.get(&(plain.to_owned(), *attribute)).is_some_and(|plain| plain.found == found)
                });
                if self.fits(&right, &found, *attribute) && !says_no_more {
                    tried.insert(key, Tried { simple, attribute: *attribute, found, order });
                }
            }
        }
        let mut tried: Vec<Tried> = tried.into_values().collect();
        tried.sort_by_key(|tried| self.rank(tried));
        // Of several that find the same, the best says it all; a second one shows what there is to choose from.
        let mut shown: Vec<(Vec<NodeId>, usize)> = Vec::new();
        tried.retain(|tried| match shown.iter_mut().find(|(found, _)| *found == tried.found) {
            Some((_, times)) => {
                *times += 1;
                *times <= 2
            }
            None => {
                shown.push((tried.found.clone(), 1));
                true
            }
        });
        tried.truncate(SHOWN);
        tried.iter().map(|tried| self.proposed(reading, tried)).collect()
    }

    /// The elements that have the attribute at all: others yield nothing and are passed over.
    fn having(&self, reading: &Reading, nodes: Vec<NodeId>, attribute: Option<&str>) -> Vec<NodeId> {
        let Some(attribute) = attribute.and_then(|attribute| reading.page.name(attribute)) else { return nodes };
        nodes.into_iter().filter(|node| reading.page.attribute(*node, attribute).is_some()).collect()
    }

    fn fits<'a>(
        &self,
        targets: &BTreeSet<(NodeId, Option<&'a str>)>,
        found: &[NodeId],
        attribute: Option<&'a str>,
    ) -> bool {
        let right = |node: &NodeId| targets.contains(&(*node, attribute));
        match self.goal {
            // What is right only because it happens to come first will be wrong on the next page.
            Goal::First => found.len() <= MOST_FOUND && found.first().is_some_and(right),
            Goal::All => found.iter().any(right) && found.iter().all(|node| right(node) || self.allowed.contains(node)),
        }
    }

    /// Smaller is better: robust ones, those that find all that is wanted and nothing else, short ones.
    fn rank(&self, tried: &Tried) -> impl Ord + use<> {
        let wanted = match self.goal {
            Goal::First => 1,
            Goal::All => self.targets.iter().filter(|(_, value)| *value == tried.attribute).count(),
        };
        let missed = wanted.saturating_sub(tried.found.len());
        let surplus = tried.found.len().saturating_sub(wanted);
        let depth = tried.simple.text.matches(' ').count();
        let second_choice = match self.prefer {
            Prefer::Neither => false,
            Prefer::Elements => tried.attribute.is_some(),
            Prefer::Attributes => tried.attribute.is_none(),
        };
        (
            second_choice,
            std::cmp::Reverse(tried.simple.robustness),
            missed > 0,
            surplus > 0,
            tried.order,
            depth,
            tried.simple.text.len(),
            tried.simple.text.clone(),
        )
    }

    fn proposed(&self, reading: &Reading, tried: &Tried) -> ProposedSelector {
        let attribute = tried.attribute.map_or_else(String::new, |attribute| format!("@{attribute}"));
        let yields = tried.found.iter().take(if self.goal == Goal::First { 1 } else { YIELDS });
        ProposedSelector {
            selector: format!("{}{attribute}", tried.simple.text),
            count: tried.found.len(),
            yields: yields.map(|node| shortened(&value_of(reading, *node, tried.attribute))).collect(),
            robustness: tried.simple.robustness,
            reason: tried.simple.reason.clone(),
            taken: false,
        }
    }
}

/// What a selector yields of an element.
pub(super) fn value_of(reading: &Reading, node: NodeId, attribute: Option<&str>) -> String {
    match attribute {
        Some(attribute) => {
            let name = reading.page.name(attribute).unwrap_or(name::CONTENT);
            reading.page.attribute(node, name).unwrap_or_default().to_owned()
        }
        None => reading.page.inner_text(node),
    }
}

/// One line of a value, its middle left out where it is long.
pub(super) fn shortened(value: &str) -> String {
    let words = value.split_whitespace().take(400).collect::<Vec<_>>().join(" ");
    let count = words.chars().count();
    if count <= LONGEST_YIELD {
        return words;
    }
    let start: String = words.chars().take(LONGEST_YIELD - 22).collect();
    let end: String = words.chars().skip(count - 18).collect();
    format!("{} … {}", start.trim_end(), end.trim_start())
}
