//! Finds the terms of all topics in one pass over the text.

use std::collections::BTreeMap;

use crate::term::{Last, Term, singulars};
use crate::words::{Word, words};

/// A place where a term stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Match {
    /// Bytes of the text.
    pub start: usize,
    pub end: usize,
    /// The number the term was added with.
    pub term: usize,
}

/// All terms, by what their first word may look like.
#[derive(Debug, Default)]
pub struct Matcher {
    terms: Vec<Term>,
    /// Terms whose first word is this, in small letters.
    by_word: BTreeMap<String, Vec<usize>>,
    /// Terms of one word of which only the beginning counts.
    by_beginning: BTreeMap<String, Vec<usize>>,
    /// Bytes of the longest of these beginnings.
    longest_beginning: usize,
}

impl Matcher {
    /// Adds a term; its number counts from 0.
    pub fn add(&mut self, term: Term) {
        let index = self.terms.len();
        let first = term.words.first().map(|word| word.to_lowercase()).unwrap_or_default();
        if term.words.len() == 1 && term.last == Last::Beginning {
            self.longest_beginning = self.longest_beginning.max(first.len());
            self.by_beginning.entry(first).or_default().push(index);
        } else {
            self.by_word.entry(first).or_default().push(index);
        }
        self.terms.push(term);
    }

    /// Every place where a term stands, in text order. Linear in the text for a given list of terms.
    pub fn find(&self, text: &str) -> Vec<Match> {
        let words = words(text);
        let mut matches = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let small = word.text.to_lowercase();
            let rest = words.get(at..).unwrap_or_default();
            let mut try_all = |key: &str, by: &BTreeMap<String, Vec<usize>>| {
                for &index in by.get(key).into_iter().flatten() {
                    if let Some(end) = self.terms.get(index).and_then(|term| end_of(term, rest)) {
                        matches.push(Match { start: word.start, end, term: index });
                    }
                }
            };
            try_all(&small, &self.by_word);
            for singular in singulars(&small) {
                try_all(&singular, &self.by_word);
            }
            let beginnings = small.char_indices().map(|(end, c)| end + c.len_utf8());
            for end in beginnings.take_while(|end| *end <= self.longest_beginning) {
                try_all(small.get(..end).unwrap_or_default(), &self.by_beginning);
            }
        }
        matches.sort_unstable();
        matches.dedup();
        matches
    }
}

/// One past the last byte of a term that stands at the first of these words.
fn end_of(term: &Term, words: &[Word<'_>]) -> Option<usize> {
    let stretch = words.get(..term.words.len())?;
    let (last, before) = stretch.split_last()?;
    if stretch.iter().skip(1).any(|word| !word.follows) {
        return None;
    }
    let shown = |word: &Word<'_>| if term.cased { word.text.to_owned() } else { word.text.to_lowercase() };
    let before_fits = before.iter().zip(&term.words).all(|(word, wanted)| shown(word) == *wanted);
    (before_fits && term.ends_with(&shown(last))).then_some(last.end)
}
