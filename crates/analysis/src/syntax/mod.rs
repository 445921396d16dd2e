//! Which word depends on which: a greedy transition-based parser over the tagger's classes, with weights of our own.
//!
//! Arc-hybrid transitions with the label in the step; hashed features summed from a table of eight-bit weights as in
//! [`crate::tagger`], whose word numbers are used again. Linear in the number of words. What the weights were trained on,
//! and how well they do, stands in the model card.

mod action;
mod decide;
mod features;
mod label;
mod state;
#[cfg(test)]
mod tests;
mod trees;
mod verb_frames;
mod weights;
mod words;

pub use label::Label;
pub use trees::{TaggedTokens, Tree, Trees};

use crate::tagger::internals::{Class, WordKeys};
use crate::weights_file::WeightsError;

/// What the trainer shares with the parser, so that both see the same features. Not for other use.
#[doc(hidden)]
pub mod internals {
    pub use super::action::{Action, Move};
    pub use super::decide::best;
    pub use super::features::{ROWS, TEMPLATE_VERSION, rows};
    pub use super::state::{Node, State};
    pub use super::weights::{FORMAT_VERSION, Weights};
    pub use super::words::Words;
}

/// A dependency parser. With weights of one's own its table takes some megabytes: make one and keep it.
#[derive(Debug, Clone)]
pub struct Parser {
    weights: weights::Weights,
}

/// One word's place in the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arc {
    /// Index of the word it depends on, in the sentence; `None` for the root.
    pub head: Option<u32>,
    pub label: Label,
}

/// Room for parsing, kept between sentences.
#[derive(Debug, Clone, Default)]
pub struct ParserRoom {
    words: words::Words,
    state: state::State,
    held: Vec<decide::Held>,
}

impl Parser {
    /// The parser with the weights that come with this crate.
    pub fn embedded() -> Result<Self, WeightsError> {
        Ok(Parser { weights: weights::Weights::embedded(&crate::embedded::PARSER)? })
    }

    /// A parser with weights of one's own, as the trainer writes them.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, WeightsError> {
        Ok(Parser { weights: weights::Weights::decode(bytes)? })
    }

    /// The licence the weights are offered under, with the credit it asks for.
    pub fn weights_licence(&self) -> &str {
        &self.weights.header.licence
    }

    /// The weights, for tests and the trainer.
    #[doc(hidden)]
    pub fn weights(&self) -> &weights::Weights {
        &self.weights
    }

    /// Appends one arc per word of a sentence to `arcs`; `words` and `classes` as the tagger gave them. Exactly one word is
    /// the root, and the arcs make a tree without crossings.
    pub fn parse_into(&self, words: &[WordKeys], classes: &[Class], room: &mut ParserRoom, arcs: &mut Vec<Arc>) {
        let ParserRoom { words: known, state, held } = room;
        known.fill(words, classes);
        decide::parse(known, &self.weights.rows, self.weights.header.bits, state, held);
        let root = state.root();
        arcs.extend((1..root as usize).map(|node| Arc {
            head: state.heads.get(node).filter(|head| **head != root).map(|head| head - 1),
            label: state.labels.get(node).copied().unwrap_or(Label::Other),
        }));
    }
}
