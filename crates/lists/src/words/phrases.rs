use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::gazetteer::{Atom, Gap, atoms};
use crate::tables::WordTable;

/// Phrases by their words; the longest that starts at a place wins.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static, T: Deserialize<'de>"))]
pub struct Phrases<T> {
    by_words: WordTable<T>,
    /// For each first word the number of words of the longest phrase that begins with it.
    longest_from: WordTable<usize>,
}

impl<T> Phrases<T> {
    pub(super) fn new(phrases: impl Iterator<Item = (String, T)>) -> Self {
        let mut longest_from: WordTable<usize> = WordTable::default();
        let by_words = phrases
            .map(|(phrase, value)| {
                let words = atoms(&phrase, 0);
                if let Some(first) = words.first() {
                    let longest = longest_from.get_or_insert(&first.folded, 0);
                    *longest = words.len().max(*longest);
                }
                (key_of(&words), value)
            })
            .collect();
        Self { by_words, longest_from }
    }

    /// The longest phrase at the start of `text`, and how many atoms it takes.
    pub fn longest(&self, text: &[Atom<'_>], any_case: bool) -> Option<(usize, &T)> {
        let first = cased(text.first()?, any_case);
        let longest = *self.longest_from.get(first.as_ref())?;
        let mut words = first.into_owned();
        let mut best = None;
        for (index, atom) in text.iter().take(longest).enumerate() {
            if index > 0 {
                if !matches!(atom.gap, Gap::Space | Gap::Hyphen | Gap::Apostrophe | Gap::DotSpace) {
                    break;
                }
                words.push(' ');
                words.push_str(&cased(atom, any_case));
            }
            if let Some(value) = self.by_words.get(&words) {
                best = Some((index + 1, value));
            }
        }
        best
    }
}

/// The word as it is compared: in lower case if case says nothing.
fn cased<'a>(atom: &'a Atom<'_>, any_case: bool) -> Cow<'a, str> {
    if any_case && !atom.folded.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Owned(atom.folded.chars().flat_map(char::to_lowercase).collect())
    } else {
        Cow::Borrowed(&*atom.folded)
    }
}

/// The folded words with a space between each two: how phrases are compared.
pub fn key_of(atoms: &[Atom<'_>]) -> String {
    let mut key = String::new();
    for atom in atoms {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&atom.folded);
    }
    key
}
