use serde::{Deserialize, Serialize};

use super::atom::{Gap, atoms};
use crate::tables::{Groups, Places, Rows, WordNumbers, mix};

/// By what kind of surface an actor was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SurfaceKind {
    Name,
    Abbreviation,
    Adjective,
    People,
    Metonym,
}

/// One actor a surface may stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Index for [`Gazetteer::actor`](super::Gazetteer::actor).
    pub actor: usize,
    pub kind: SurfaceKind,
    /// Needs support from the context.
    pub ambiguous: bool,
}

/// Surfaces as paths of atoms.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Trie {
    /// Each word that stands in a surface.
    words: WordNumbers,
    /// By number of a word the node reached from the root with it, a `u32`; 0 where no surface begins so.
    firsts: Rows<4>,
    steps: Steps,
    /// By node what ends there. Node 0 is the root.
    ends: Groups<Entry>,
}

impl Trie {
    pub fn insert(&mut self, surface: &str, entry: Entry) {
        if self.ends.len() == 0 {
            self.ends.add();
        }
        let mut node = 0;
        for atom in atoms(surface, 0) {
            let next_node = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
            let word = self.words.get_or_add(&atom.folded);
            if self.firsts.len() < self.words.len() {
                self.firsts.to_mut().resize(self.words.len(), [0; 4]);
            }
            node = if node == 0 {
                self.first_or_add(word, next_node)
            } else {
                self.steps.get_or_add(node, atom.gap.in_names(), word, next_node)
            };
            if node == next_node {
                self.ends.add();
            }
        }
        let known = |other: &Entry| (other.actor, other.kind) == (entry.actor, entry.kind);
        if node != 0 && !self.ends.get(node).iter().any(known) {
            self.ends.push(node, entry);
        }
    }

    fn first_or_add(&mut self, word: u32, next_node: u32) -> u32 {
        match self.first(word) {
            Some(node) if node != 0 => node,
            _ => {
                if let Some(first) = self.firsts.to_mut().get_mut(word as usize) {
                    *first = next_node.to_le_bytes();
                }
                next_node
            }
        }
    }

    /// Takes all surfaces of an actor away.
    pub fn remove(&mut self, actor: usize) {
        self.ends.retain(|entry| entry.actor != actor);
    }

    /// The number of a folded word; `None` if it stands in no surface.
    #[inline]
    pub fn number(&self, word: &str) -> Option<u32> {
        self.words.get(word)
    }

    /// Whether a surface begins with the word of this number.
    #[inline]
    pub fn begins(&self, word: u32) -> bool {
        self.first(word).is_some_and(|node| node != 0)
    }

    #[inline]
    fn first(&self, word: u32) -> Option<u32> {
        self.firsts.get(word as usize).map(|node| u32::from_le_bytes(*node))
    }

    /// The longest surface at the start of `words`, each with what stands before it.
    pub fn longest(&self, mut words: impl Iterator<Item = (Option<u32>, Gap)>) -> Option<(usize, &[Entry])> {
        let mut node = self.first(words.next()?.0?)?;
        let (mut length, mut best) = (1, None);
        while node != 0 {
            let end = self.ends.get(node);
            if !end.is_empty() {
                best = Some((length, end));
            }
            let Some((Some(word), gap)) = words.next() else { break };
            let Some(next) = self.steps.get(node, gap.in_names(), word) else { break };
            node = next;
            length += 1;
        }
        best
    }
}

/// The node reached from a node by a gap and a word, but for the root.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Steps {
    places: Places,
    /// In the order they were added: node, word and node that is reached, a `u32` each, and a byte for the gap.
    steps: Rows<13>,
}

impl Steps {
    #[inline]
    fn get(&self, node: u32, gap: Gap, word: u32) -> Option<u32> {
        let wanted = (node, word, gap as u8);
        let found = self.places.find(hash(wanted), |number| step(&self.steps, number).0 == wanted)?;
        Some(step(&self.steps, found).1)
    }

    fn get_or_add(&mut self, node: u32, gap: Gap, word: u32, next_node: u32) -> u32 {
        if let Some(known) = self.get(node, gap, word) {
            return known;
        }
        let number = u32::try_from(self.steps.len()).unwrap_or(u32::MAX);
        let steps = &self.steps;
        let hashes = (0..number).map(|number| hash(step(steps, number).0));
        self.places.add(number, hash((node, word, gap as u8)), hashes);
        let mut row = [gap as u8; 13];
        row[..4].copy_from_slice(&node.to_le_bytes());
        row[4..8].copy_from_slice(&word.to_le_bytes());
        row[8..12].copy_from_slice(&next_node.to_le_bytes());
        self.steps.to_mut().push(row);
        next_node
    }
}

#[inline]
fn step(steps: &Rows<13>, number: u32) -> ((u32, u32, u8), u32) {
    let Some(row) = steps.get(number as usize) else { return ((0, 0, 0), 0) };
    let (numbers, gap) = row.as_chunks();
    let number = |at: usize| u32::from_le_bytes(numbers[at]);
    ((number(0), number(1), gap[0]), number(2))
}

#[inline]
fn hash((node, word, gap): (u32, u32, u8)) -> u64 {
    mix(u64::from(node) << 32 | u64::from(word), u64::from(gap))
}
