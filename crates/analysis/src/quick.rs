//! Tables that are filled once from embedded data and then only looked up.
//!
//! Their keys are ours, so no hash need resist an adversary, and the seed is fixed: the same input gives the same steps.
//! Nothing ever iterates over them where the order could show.

use std::collections::{HashMap, HashSet};

use foldhash::fast::FixedState;
use rapporteur_lists::ShortWord;

pub(crate) type QuickMap<Key, Value> = HashMap<Key, Value, FixedState>;
pub(crate) type QuickSet<Key> = HashSet<Key, FixedState>;

/// A table by word, for what is asked of every word of a text.
///
/// The words lie in the table itself, but for very long ones: to compare a word with the one that is found takes no look at
/// another place in memory, which costs more than the comparison.
#[derive(Debug, Clone)]
pub(crate) struct WordMap<Value> {
    short: QuickMap<ShortWord, Value>,
    long: QuickMap<String, Value>,
}

impl<Value> WordMap<Value> {
    pub fn get(&self, word: &str) -> Option<&Value> {
        match ShortWord::of(word) {
            Some(short) => self.short.get(&short),
            None => self.long.get(word),
        }
    }

    /// The value of a word, which becomes `value` if it has none yet.
    pub fn get_or_insert(&mut self, word: &str, value: Value) -> &mut Value {
        match ShortWord::of(word) {
            Some(short) => self.short.entry(short).or_insert(value),
            None => self.long.entry(word.to_owned()).or_insert(value),
        }
    }

    /// Makes room for so many further words.
    pub fn reserve(&mut self, words: usize) {
        self.short.reserve(words);
    }
}

impl<Value> Default for WordMap<Value> {
    fn default() -> Self {
        Self { short: QuickMap::default(), long: QuickMap::default() }
    }
}

impl<Value> FromIterator<(String, Value)> for WordMap<Value> {
    fn from_iter<Entries: IntoIterator<Item = (String, Value)>>(entries: Entries) -> Self {
        let mut map = Self::default();
        for (word, value) in entries {
            match ShortWord::of(&word) {
                Some(short) => map.short.insert(short, value),
                None => map.long.insert(word, value),
            };
        }
        map
    }
}

/// What is known of words that came lately.
///
/// Most words of a text are few words. A large table has to be fetched from far for each; these are near, and what is worked
/// out of the spelling need not be worked out again. Each word has one place, where the last one that came stays.
#[derive(Debug, Clone)]
pub(crate) struct Recent<Value> {
    /// None before the first word; [`PLACES`] from then on.
    places: Vec<(ShortWord, Value)>,
}

const PLACES: usize = 1 << PLACE_BITS;
const PLACE_BITS: u32 = 13;

impl<Value: Copy + Default> Recent<Value> {
    /// What is known of `word`, by `find` if it did not come lately.
    #[inline]
    pub fn get_or(&mut self, word: &str, find: impl FnOnce() -> Value) -> Value {
        self.with(word, find, |value| *value)
    }

    /// What `then` makes of what is known of `word`, by `find` if it did not come lately. What it changes of that is known from
    /// then on, until another word takes the place.
    #[inline]
    pub fn with<Answer>(
        &mut self,
        word: &str,
        find: impl FnOnce() -> Value,
        then: impl FnOnce(&mut Value) -> Answer,
    ) -> Answer {
        let Some(short) = ShortWord::of(word) else { return then(&mut find()) };
        if self.places.is_empty() {
            self.places.resize(PLACES, (ShortWord::NONE, Value::default()));
        }
        let Some((known, value)) = self.places.get_mut(place(short)) else { return then(&mut find()) };
        if *known != short {
            (*known, *value) = (short, find());
        }
        then(value)
    }
}

impl<Value> Default for Recent<Value> {
    fn default() -> Self {
        Self { places: Vec::new() }
    }
}

/// Below [`PLACES`].
#[inline]
fn place(word: ShortWord) -> usize {
    let mixed = (word.first ^ word.last.rotate_left(32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> (u64::BITS - PLACE_BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_all_lengths_are_told_apart() {
        let all: String = ('a'..='z').collect();
        let words: Vec<String> = (0..26)
            .flat_map(|length| (0..26 - length).map(move |start| (start, start + length)))
            .map(|(start, end)| all.get(start..end).unwrap_or_default().to_owned())
            .chain(["é", "és", "aé", "a\0", "\0", "aaaaaaaaa", "aaaaaaaaaa", "aaaa", "aaaaa"].map(str::to_owned))
            .collect();
        let mut map: WordMap<String> = words.iter().map(|word| (word.clone(), word.clone())).collect();
        assert!(words.iter().all(|word| map.get(word) == Some(word)));
        assert_eq!(map.get("zzz"), None);
        assert_eq!(map.get_or_insert("zzz", "new".to_owned()), "new");
        assert_eq!(map.get_or_insert("abc", "new".to_owned()), "abc");
    }

    #[test]
    fn a_recent_word_is_not_asked_for_again() {
        let mut recent: Recent<usize> = Recent::default();
        assert_eq!(recent.get_or("", || 0), 0);
        for word in ["a", "to", "minister", "an uncommonly long word", "minister", "", "to"] {
            assert_eq!(recent.get_or(word, || word.len()), word.len());
        }
        assert_eq!(recent.get_or("minister", || 1), 8);
        assert_eq!(recent.get_or("an uncommonly long word", || 1), 1);
    }
}
