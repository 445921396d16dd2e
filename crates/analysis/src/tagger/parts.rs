//! The feature templates by what they ask of: what does not hang on decisions is added up before any is made.
//!
//! The same templates under the same numbers as in [`super::features::rows`], whose order training follows.

use super::features::{History, ROWS};
use super::words::WordKeys;
use crate::rows::RowNumbers;

/// Rows that ask of nothing but the word itself.
pub const OWN: usize = 13;
/// Rows that ask of the words around it.
pub const AROUND: usize = 15;
/// Rows that ask of what has been decided before it.
pub const DECIDED: usize = ROWS - OWN - AROUND;

/// The rows that are the same wherever the word stands.
pub fn own(here: &WordKeys, bits: u8) -> [u32; OWN] {
    let number = RowNumbers::new(bits);
    [
        number.nth(0, here.form, 0),
        number.nth(1, here.stem, 0),
        number.nth(2, here.suffix1, 0),
        number.nth(3, here.suffix2, 0),
        number.nth(4, here.suffix3, 0),
        number.nth(5, here.suffix4, 0),
        number.nth(6, here.prefix3, 0),
        number.nth(7, here.shape, 0),
        number.nth(8, here.shape, here.suffix2),
        number.nth(9, here.form, here.shape),
        number.nth(32, here.prefix3, here.suffix2),
        number.nth(33, here.known, 0),
        number.nth(34, here.known, here.suffix2),
    ]
}

/// The rows that ask of the words around word `at`, whatever is decided.
pub fn around(words: &[WordKeys], at: usize, bits: u8) -> [u32; AROUND] {
    let here = &words[at];
    let nothing = WordKeys::default();
    let near = |step: isize| at.checked_add_signed(step).and_then(|place| words.get(place)).unwrap_or(&nothing);
    let (left, left2, right, right2) = (near(-1), near(-2), near(1), near(2));
    let number = RowNumbers::new(bits);
    [
        number.nth(15, left.form, 0),
        number.nth(16, left2.form, 0),
        number.nth(17, right.form, 0),
        number.nth(18, right2.form, 0),
        number.nth(19, left.form, here.form),
        number.nth(20, here.form, right.form),
        number.nth(22, left.suffix3, 0),
        number.nth(23, right.suffix3, 0),
        number.nth(24, here.suffix3, right.suffix2),
        number.nth(25, here.shape, right.shape),
        number.nth(26, left.shape, here.shape),
        number.nth(30, right.shape, here.suffix3),
        number.nth(31, here.form, right.suffix2),
        number.nth(37, here.known, right.form),
        number.nth(38, here.known << 8 | right.known, right.suffix2),
    ]
}

/// The rows that ask of what has been decided before word `at`.
pub fn decided(words: &[WordKeys], at: usize, history: &History, bits: u8) -> [u32; DECIDED] {
    let here = &words[at];
    let nothing = WordKeys::default();
    let right = words.get(at + 1).unwrap_or(&nothing);
    let (tag, tags, finite) = (history.tag(), history.tags(), history.finite());
    let number = RowNumbers::new(bits);
    [
        number.nth(10, tag, 0),
        number.nth(11, tags, 0),
        number.nth(12, tag, here.form),
        number.nth(13, tag, here.suffix3),
        number.nth(14, tags, here.suffix2),
        number.nth(21, tag, right.form),
        number.nth(27, history.waiting(), here.suffix2),
        number.nth(28, finite << 8 | tag, here.suffix3),
        number.nth(29, tag, right.suffix3),
        number.nth(35, here.known, tag),
        number.nth(36, here.known, tags),
        number.nth(39, here.known << 8 | tag, here.suffix3),
        number.nth(40, finite << 16 | here.known << 8 | tag, right.suffix3),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::class::Class;
    use super::super::features::rows;
    use super::super::words::word_keys;
    use super::*;

    #[test]
    fn parts_are_the_whole() {
        let words = ["The", "minister", "’s", "envoy", "to", "Norvane", "has", "said", "28", "ships", "left", "."];
        let mut keys = Vec::new();
        word_keys(&words, &mut Vec::new(), &mut keys);
        let mut history = History::start();
        for (at, key) in keys.iter_mut().enumerate() {
            key.known = at as u32 * 7 % 81;
        }
        for at in 0..keys.len() {
            let mut whole = rows(&keys, at, &history, 20).to_vec();
            let mut parts = own(&keys[at], 20).to_vec();
            parts.extend(around(&keys, at, 20));
            parts.extend(decided(&keys, at, &history, 20));
            whole.sort_unstable();
            parts.sort_unstable();
            assert_eq!(parts, whole, "at {at}");
            let class = Class::from_index(at * 5 % Class::COUNT).expect("below the number of classes");
            history.push(class, &keys[at]);
        }
    }
}
