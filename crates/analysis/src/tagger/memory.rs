//! What the weights say of a word wherever it stands, added up once for the many places it stands at.

use super::class::Class;
use super::parts;
use super::words::{Spelt, WordKeys};
use crate::lexicon::Listed;
use crate::quick::Recent;
use crate::rows::{Row, Sums};

/// Words whose sums are kept. Most words of a text are few words.
const PLACES: usize = 2048;

/// What a tagger keeps from sentence to sentence. Of one tagger: the sums are those of its weights.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    /// The sums of rows that only ask of the word itself. Each word has one place, where the last one that came stays. None
    /// before the first word; [`PLACES`] from then on.
    words: Vec<(WordKeys, Sums)>,
    /// Of the sentence at hand.
    pub(super) open: Vec<Open>,
    /// Words as they are spelt, with what the dictionary says of them, and the lists of the lexicon they stand on: no tagger asks
    /// for these, but they are looked up for each word as well.
    pub(super) spelt: Recent<(Spelt, Listed)>,
    /// For spellings.
    pub(super) buffer: Vec<u8>,
}

/// A word of a sentence before anything is decided.
#[derive(Debug, Clone, Copy)]
pub(super) enum Open {
    /// It has one class wherever it stands.
    Sure(Class),
    /// What the rows say that ask of no decision.
    Sums(Sums),
}

impl Memory {
    /// The sums for `word` by the rows of `table`, of which there are 2^`bits`.
    pub(super) fn sums(&mut self, word: &WordKeys, table: &[Row], bits: u8) -> &Sums {
        if self.words.is_empty() {
            // No word has the keys that stand here first: those of forms are never 0.
            self.words.resize(PLACES, <(WordKeys, Sums)>::default());
        }
        let mixed = (word.form ^ word.shape.wrapping_mul(0x85eb_ca6b)).wrapping_mul(0x9e37_79b1);
        let (known, sums) = &mut self.words[(mixed >> 21) as usize % PLACES];
        if known != word {
            *known = *word;
            *sums = Sums::default().with(table, &parts::own(word, bits));
        }
        sums
    }
}
