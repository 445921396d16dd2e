//! Parts of speech: a greedy averaged perceptron over hashed features, with weights of our own.
//!
//! One pass left to right. Words that only ever have one class are looked up; for the others the rows of the weight
//! table that the word and its neighbours select are added up, and the highest sum wins. Linear in the number of words.
//! What the weights were trained on, and how well they do, stands in the model card.

mod class;
mod decide;
mod features;
mod known_words;
mod memory;
mod parts;
mod sure_words;
#[cfg(test)]
mod tests;
mod upos;
mod weights;
mod words;

pub use class::{Tagged, VerbForm};
pub(crate) use memory::Memory;
pub use upos::{UnknownUpos, Upos};

use self::class::Class;
use self::features::History;
use self::memory::Open;
use self::words::WordKeys;
use crate::lexicon::Listed;
use crate::rows::sum;
use crate::weights_file::WeightsError;

/// What the trainer shares with the tagger, so that both see the same features. Not for other use.
#[doc(hidden)]
pub mod internals {
    pub use super::class::Class;
    pub use super::decide::{best, classes_of};
    pub use super::features::{ROWS, TEMPLATE_VERSION};
    pub use super::known_words::KnownWords;
    pub use super::sure_words::SureWords;
    pub use super::weights::{FORMAT_VERSION, Weights};
    pub use super::words::{WordKeys, word_keys};
    pub use crate::rows::{ROW_WIDTH, Row, row_of, weights_of};
    pub use crate::weights_file::{Header, TrainingFile};
}

/// A part-of-speech tagger. Loading makes a table of 2 MB: make one and keep it.
#[derive(Debug, Clone)]
pub struct Tagger {
    weights: weights::Weights,
}

impl Tagger {
    /// The tagger with the weights that come with this crate.
    pub fn embedded() -> Result<Self, WeightsError> {
        Ok(Tagger { weights: weights::Weights::embedded(&crate::embedded::TAGGER)? })
    }

    /// A tagger with weights of one's own, as the trainer writes them.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, WeightsError> {
        Ok(Tagger { weights: weights::Weights::decode(bytes)? })
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

    /// One tag per word. `words` is one sentence, marks included, cut as the tokens of [`crate::text`] are.
    pub fn tag(&self, words: &[&str]) -> Vec<Upos> {
        let mut tags = Vec::new();
        self.tag_into(words, &mut tags);
        tags
    }

    /// As [`Tagger::tag`], into a list that is cleared first.
    pub fn tag_into(&self, words: &[&str], tags: &mut Vec<Upos>) {
        tags.clear();
        self.each(&self.keys_of(words), |class| tags.push(class.tagged().pos));
    }

    /// As [`Tagger::tag`], with verb forms and parts of names.
    pub fn tag_fully(&self, words: &[&str]) -> Vec<Tagged> {
        let mut tags = Vec::new();
        self.tag_fully_into(words, &mut tags);
        tags
    }

    /// As [`Tagger::tag_fully`], into a list that is cleared first.
    pub fn tag_fully_into(&self, words: &[&str], tags: &mut Vec<Tagged>) {
        tags.clear();
        self.each(&self.keys_of(words), |class| tags.push(class.tagged()));
    }

    /// Appends one class per word, for words whose keys are known already.
    #[doc(hidden)]
    pub fn classes_into(&self, keys: &[WordKeys], classes: &mut Vec<Class>) {
        classes.reserve(keys.len());
        self.each(keys, |class| classes.push(class));
    }

    /// As [`Tagger::classes_into`], with what earlier sentences left behind.
    pub(crate) fn classes_with(&self, keys: &[WordKeys], memory: &mut Memory, classes: &mut Vec<Class>) {
        let weights = &self.weights;
        let (table, bits) = (&*weights.rows, weights.header.bits);
        // What hangs on no decision first: without one to wait for, the memory of many words' rows is waited for at a time.
        memory.open.clear();
        for (at, word) in keys.iter().enumerate() {
            let open = match weights.sure_words.class_of(word) {
                Some(class) => Open::Sure(class),
                None => {
                    let own = memory.sums(word, table, bits);
                    Open::Sums(own.with_unasked(table, &parts::around(keys, at, bits)))
                }
            };
            memory.open.push(open);
        }
        let mut history = History::start();
        classes.reserve(keys.len());
        for (at, (word, open)) in keys.iter().zip(&memory.open).enumerate() {
            let class = match open {
                Open::Sure(class) => *class,
                Open::Sums(sums) => decide::best(&sums.with(table, &parts::decided(keys, at, &history, bits)).scores()),
            };
            history.push(class, word);
            classes.push(class);
        }
    }

    /// Appends the keys of one sentence's words. `buffer` is scratch space.
    #[doc(hidden)]
    pub fn keys_into(&self, words: &[&str], buffer: &mut Vec<u8>, keys: &mut Vec<WordKeys>) {
        let first = keys.len();
        words::word_keys(words, buffer, keys);
        for key in keys.iter_mut().skip(first) {
            key.known = self.weights.known_words.code_of(key);
        }
    }

    /// As [`Tagger::keys_into`], with what earlier sentences left behind; appends what `find` says of each word to `listed`.
    pub(crate) fn keys_with(
        &self,
        words: &[&str],
        memory: &mut Memory,
        keys: &mut Vec<WordKeys>,
        find: impl Fn(&str) -> Listed,
        listed: &mut Vec<Listed>,
    ) {
        let Memory { spelt, buffer, .. } = memory;
        words::keys_in_place(words, keys, |word| {
            let (spelt, lists) = spelt.get_or(word, || {
                let mut spelt = words::Spelt::of(word, buffer);
                spelt.keys.known = self.weights.known_words.code_of(&spelt.keys);
                (spelt, find(word))
            });
            listed.push(lists);
            spelt
        });
    }

    fn keys_of(&self, words: &[&str]) -> Vec<WordKeys> {
        let mut keys = Vec::with_capacity(words.len());
        self.keys_into(words, &mut Vec::new(), &mut keys);
        keys
    }

    fn each(&self, keys: &[WordKeys], take: impl FnMut(Class)) {
        let weights = &self.weights;
        let choose = |_: usize, rows: &[u32; features::ROWS]| decide::best(&sum(&weights.rows, rows));
        decide::classes_of(keys, &weights.sure_words, weights.header.bits, choose, take);
    }
}
