//! The walk over a sentence, shared by tagging and training.

use super::class::Class;
use super::features::{History, ROWS, rows};
use super::sure_words::SureWords;
use super::words::WordKeys;

/// Classes for the words of one sentence, left to right: sure words are looked up, for the others `choose` is asked with
/// the word's index and its rows.
pub fn classes_of(
    words: &[WordKeys],
    sure_words: &SureWords,
    bits: u8,
    mut choose: impl FnMut(usize, &[u32; ROWS]) -> Class,
    mut take: impl FnMut(Class),
) {
    let mut history = History::start();
    for (at, word) in words.iter().enumerate() {
        let class = match sure_words.class_of(word) {
            Some(class) => class,
            None => choose(at, &rows(words, at, &history, bits)),
        };
        history.push(class, word);
        take(class);
    }
}

/// The class with the highest score; of equals the first.
pub fn best<Score: PartialOrd + Copy>(scores: &[Score]) -> Class {
    // The highest score first, then its place: a step without branches for each class.
    let scores = scores.get(..Class::COUNT).unwrap_or(scores);
    let top = scores.iter().copied().reduce(|top, score| if score > top { score } else { top });
    let best = top.and_then(|top| scores.iter().position(|score| *score == top)).unwrap_or_default();
    Class::from_index(best).expect("the index is below the number of classes because the walk stops there")
}
