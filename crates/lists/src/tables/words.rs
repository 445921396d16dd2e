use serde::{Deserialize, Serialize};

use super::{Groups, Places, Rows, ShortWord, mix};

/// Words, numbered in the order they were added.
///
/// Up to sixteen bytes of a word lie in its row: to compare a word with the one that is found takes no look at another place in
/// memory, which costs more than the comparison.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct WordNumbers {
    places: Places,
    /// Two `u64` and a `u8`: first bytes, last bytes and length of a [`ShortWord`]; or, for a word that is longer, where it
    /// begins in `long`, its length there and [`LONG`].
    words: Rows<ROW>,
    long: Rows<1>,
}

const ROW: usize = 17;
const LONG: u8 = u8::MAX;

impl WordNumbers {
    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// The number of a word.
    #[inline]
    pub fn get(&self, word: &str) -> Option<u32> {
        match ShortWord::of(word) {
            Some(short) => self.places.find(hash_of_short(short), |number| row(&self.words, number) == fields(short)),
            None => self.get_long(word),
        }
    }

    // Seldom: kept out of where short ones are looked up.
    #[cold]
    fn get_long(&self, word: &str) -> Option<u32> {
        let bytes = word.as_bytes();
        self.places.find(hash_of_long(bytes), |number| long(&self.long, row(&self.words, number)) == Some(bytes))
    }

    /// The number of a word, which is added if it is new: it then has the number [`WordNumbers::len`] told before.
    pub fn get_or_add(&mut self, word: &str) -> u32 {
        if let Some(number) = self.get(word) {
            return number;
        }
        let number = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        let (hash, fields) = match ShortWord::of(word) {
            Some(short) => (hash_of_short(short), fields(short)),
            None => {
                let fields = (self.long.len() as u64, word.len() as u64, LONG);
                self.long.to_mut().extend(word.bytes().map(|byte| [byte]));
                (hash_of_long(word.as_bytes()), fields)
            }
        };
        let (words, long_ones) = (&self.words, &self.long);
        let hashes = (0..number).map(|number| match row(words, number) {
            row @ (_, _, LONG) => hash_of_long(long(long_ones, row).unwrap_or_default()),
            (first, last, length) => hash_of_short(ShortWord { first, last, length }),
        });
        self.places.add(number, hash, hashes);
        let mut written = [fields.2; ROW];
        written[..8].copy_from_slice(&fields.0.to_le_bytes());
        written[8..16].copy_from_slice(&fields.1.to_le_bytes());
        self.words.to_mut().push(written);
        number
    }
}

#[inline]
fn row(words: &Rows<ROW>, number: u32) -> (u64, u64, u8) {
    let Some(row) = words.get(number as usize) else { return (0, 0, LONG) };
    let (numbers, length) = row.as_chunks();
    (u64::from_le_bytes(numbers[0]), u64::from_le_bytes(numbers[1]), length[0])
}

/// The text of a long word by its row.
fn long(bytes: &Rows<1>, (start, length, kind): (u64, u64, u8)) -> Option<&[u8]> {
    let start = usize::try_from(start).ok().filter(|_| kind == LONG)?;
    bytes.slice(start..start + usize::try_from(length).ok()?)
}

#[inline]
fn fields(word: ShortWord) -> (u64, u64, u8) {
    (word.first, word.last, word.length)
}

#[inline]
fn hash_of_short(word: ShortWord) -> u64 {
    mix(word.first, word.last.rotate_left(32) ^ u64::from(word.length))
}

fn hash_of_long(word: &[u8]) -> u64 {
    word.chunks(8).fold(word.len() as u64, |hash, bytes| {
        let packed = bytes.iter().fold(0, |packed, byte| packed << 8 | u64::from(*byte));
        mix(hash, packed)
    })
}

/// Values by word.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static, Value: Deserialize<'de>"))]
pub struct WordTable<Value> {
    words: WordNumbers,
    values: Vec<Value>,
}

impl<Value> WordTable<Value> {
    /// The value of a word.
    #[inline]
    pub fn get(&self, word: &str) -> Option<&Value> {
        self.values.get(self.words.get(word)? as usize)
    }

    /// Whether the word has a value.
    pub fn contains_key(&self, word: &str) -> bool {
        self.words.get(word).is_some()
    }

    /// The value of a word, which becomes `value` if it has none yet.
    pub fn get_or_insert(&mut self, word: &str, value: Value) -> &mut Value {
        let number = self.words.get_or_add(word) as usize;
        if number == self.values.len() {
            self.values.push(value);
        }
        &mut self.values[number]
    }

    /// Gives a word a value, whatever it had before.
    pub fn insert(&mut self, word: &str, value: Value) {
        let number = self.words.get_or_add(word) as usize;
        match self.values.get_mut(number) {
            Some(known) => *known = value,
            None => self.values.push(value),
        }
    }

    /// How many words have a value.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether no word has one.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}

impl<Value> Default for WordTable<Value> {
    fn default() -> Self {
        Self { words: WordNumbers::default(), values: Vec::new() }
    }
}

impl<Value> FromIterator<(String, Value)> for WordTable<Value> {
    /// Of a word's values the last stays.
    fn from_iter<Entries: IntoIterator<Item = (String, Value)>>(entries: Entries) -> Self {
        let mut table = Self::default();
        entries.into_iter().for_each(|(word, value)| table.insert(&word, value));
        table
    }
}

/// A list of values by word.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(serialize = "Value: Clone + Serialize", deserialize = "'de: 'static, Value: Deserialize<'de>"))]
pub struct WordGroups<Value> {
    words: WordNumbers,
    groups: Groups<Value>,
}

impl<Value: Clone> WordGroups<Value> {
    /// The values of a word, in the order they were added.
    #[inline]
    pub fn get(&self, word: &str) -> &[Value] {
        self.words.get(word).map_or(&[], |number| self.groups.get(number))
    }

    /// Puts a value behind those the word has.
    pub fn push(&mut self, word: &str, value: Value) {
        let number = self.words.get_or_add(word);
        if number as usize == self.groups.len() {
            self.groups.add();
        }
        self.groups.push(number, value);
    }

    /// Leaves in each list what `keep` says.
    pub fn retain(&mut self, keep: impl Fn(&Value) -> bool) {
        self.groups.retain(keep);
    }

    /// Puts each list in the order of the key.
    pub fn sort_by_key<Key: Ord>(&mut self, key: impl Fn(&Value) -> Key) {
        self.groups.sort_by_key(key);
    }
}

impl<Value> Default for WordGroups<Value> {
    fn default() -> Self {
        Self { words: WordNumbers::default(), groups: Groups::default() }
    }
}

/// A list of words.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(transparent, bound(deserialize = "'de: 'static"))]
pub struct WordSet(WordNumbers);

impl WordSet {
    /// Whether the word is on the list.
    #[inline]
    pub fn contains(&self, word: &str) -> bool {
        self.0.get(word).is_some()
    }

    /// Puts a word on the list.
    pub fn insert(&mut self, word: &str) {
        self.0.get_or_add(word);
    }
}

impl FromIterator<String> for WordSet {
    fn from_iter<Words: IntoIterator<Item = String>>(words: Words) -> Self {
        let mut set = Self::default();
        words.into_iter().for_each(|word| set.insert(&word));
        set
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn words() -> Vec<String> {
        let all: String = ('a'..='z').collect();
        (0..26)
            .flat_map(|length| (0..26 - length).map(move |start| (start, start + length)))
            .map(|(start, end)| all.get(start..end).unwrap_or_default().to_owned())
            .chain(["é", "és", "aé", "a\0", "\0", "aaaaaaaaa", "aaaaaaaaaa", "aaaa", "aaaaa"].map(str::to_owned))
            .collect()
    }

    #[test]
    fn words_of_all_lengths_are_told_apart() {
        let words = words();
        let distinct: BTreeSet<&String> = words.iter().collect();
        let mut table: WordTable<String> = words.iter().map(|word| (word.clone(), word.clone())).collect();
        assert_eq!(table.len(), distinct.len());
        assert!(words.iter().all(|word| table.get(word) == Some(word)));
        assert_eq!(table.get("zzz"), None);
        assert_eq!(table.get("an uncommonly long word"), None);
        assert_eq!(table.get_or_insert("zzz", "new".to_owned()), "new");
        assert_eq!(table.get_or_insert("abc", "new".to_owned()), "abc");
        assert_eq!(WordTable::<u8>::default().get("abc"), None);
    }

    #[test]
    fn what_is_written_is_borrowed_and_can_be_added_to() {
        let written: WordTable<u32> = words().into_iter().zip(0..).collect();
        let bytes: &'static [u8] = postcard::to_allocvec(&written).expect("serialises").leak();
        let mut read: WordTable<u32> = postcard::from_bytes(bytes).expect("reads back");
        let same = |read: &WordTable<u32>| words().iter().all(|word| read.get(word) == written.get(word));
        assert!(same(&read));
        let again = postcard::to_allocvec(&read).expect("serialises");
        assert_eq!(bytes, again);
        read.insert("a word that is not among them", 7);
        read.insert("zzz", 8);
        assert!(same(&read));
        assert_eq!((read.get("a word that is not among them"), read.get("zzz")), (Some(&7), Some(&8)));
    }
}
