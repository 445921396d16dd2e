use super::atom::{Atom, Gap, atoms};
use crate::quick::QuickMap;

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
    words: QuickMap<String, u32>,
    /// Node reached from a node by a gap and a word; node 0 is the root.
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
            let word = *self.words.entry(atom.folded.into_owned()).or_insert(next_word);
            let next_node = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
            let gap = if node == 0 { Gap::Other } else { atom.gap.in_names() };
            node = *self.steps.entry((node, gap, word)).or_insert(next_node);
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

    pub fn longest(&self, text: &[Atom<'_>]) -> Option<(usize, &[Entry])> {
        let mut node = 0;
        let mut best = None;
        for (index, atom) in text.iter().enumerate() {
            let Some(&word) = self.words.get(atom.folded.as_ref()) else { break };
            let gap = if index == 0 { Gap::Other } else { atom.gap.in_names() };
            let Some(&next) = self.steps.get(&(node, gap, word)) else { break };
            node = next;
            if let Some(end) = self.ends.get(node as usize)
                && !end.is_empty()
            {
                best = Some((index + 1, end.as_slice()));
            }
        }
        best
    }
}
