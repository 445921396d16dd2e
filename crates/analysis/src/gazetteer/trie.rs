use super::atom::{Gap, atoms};
use crate::quick::{QuickMap, WordMap};

/// By what kind of surface an actor was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SurfaceKind {
    Name,
    Abbreviation,
    Adjective,
    People,
    Metonym,
}

/// One actor a surface may stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Index for [`Gazetteer::actor`](super::Gazetteer::actor).
    pub actor: usize,
    pub kind: SurfaceKind,
    /// Needs support from the context.
    pub ambiguous: bool,
}

/// Surfaces as paths of atoms. Lookups only: nothing ever iterates over the hash maps.
#[derive(Debug, Clone, Default)]
pub(super) struct Trie {
    /// Number of each word that stands in a surface.
    words: WordMap<u32>,
    /// By number of a word the node reached from the root with it; 0 where no surface begins so.
    firsts: Vec<u32>,
    /// Node reached from a node by a gap and a word, but for the root, which is node 0.
    steps: QuickMap<(u32, Gap, u32), u32>,
    /// What ends at each node.
    ends: Vec<Vec<Entry>>,
}

impl Trie {
    pub fn insert(&mut self, surface: &str, entry: Entry) {
        if self.ends.is_empty() {
            self.ends.push(Vec::new());
        }
        let mut node = 0;
        for atom in atoms(surface, 0) {
            let next_word = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
            let word = *self.words.get_or_insert(&atom.folded, next_word);
            let next_node = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
            if self.firsts.len() < self.words.len() {
                self.firsts.resize(self.words.len(), 0);
            }
            let first = if node == 0 { self.firsts.get_mut(word as usize) } else { None };
            node = match first {
                Some(first) => {
                    *first = if *first == 0 { next_node } else { *first };
                    *first
                }
                None => *self.steps.entry((node, atom.gap.in_names(), word)).or_insert(next_node),
            };
            if node == next_node {
                self.ends.push(Vec::new());
            }
        }
        if let Some(end) = self.ends.get_mut(node as usize)
            && node != 0
            && !end.iter().any(|other| (other.actor, other.kind) == (entry.actor, entry.kind))
        {
            end.push(entry);
        }
    }

    /// Takes all surfaces of an actor away.
    pub fn remove(&mut self, actor: usize) {
        for end in &mut self.ends {
            end.retain(|entry| entry.actor != actor);
        }
    }

    /// The number of a folded word; `None` if it stands in no surface.
    pub fn number(&self, word: &str) -> Option<u32> {
        self.words.get(word).copied()
    }

    /// Whether a surface begins with the word of this number.
    pub fn begins(&self, word: u32) -> bool {
        self.firsts.get(word as usize).is_some_and(|&node| node != 0)
    }

    /// The longest surface at the start of `words`, each with what stands before it.
    pub fn longest(&self, mut words: impl Iterator<Item = (Option<u32>, Gap)>) -> Option<(usize, &[Entry])> {
        let mut node = *self.firsts.get(words.next()?.0? as usize)?;
        let (mut length, mut best) = (1, None);
        while node != 0 {
            if let Some(end) = self.ends.get(node as usize)
                && !end.is_empty()
            {
                best = Some((length, end.as_slice()));
            }
            let Some((Some(word), gap)) = words.next() else { break };
            let Some(&next) = self.steps.get(&(node, gap.in_names(), word)) else { break };
            node = next;
            length += 1;
        }
        best
    }
}
