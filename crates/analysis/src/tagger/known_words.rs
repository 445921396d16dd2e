//! Which parts of speech a dictionary gives a word, and which of them are frequent: what the tagger knows of words it has
//! not met in training.

use super::words::WordKeys;

/// Words by the number of their form, inflected forms among them.
///
/// The code of a word has one digit to the base of three for each of noun, verb, adjective and adverb, lowest first: 0 if
/// the word is none, 1 if it seldom is, 2 if it often is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownWords {
    /// Open-addressed: number and code, 0 for free; its length is a power of two.
    table: Vec<(u32, u8)>,
}

impl KnownWords {
    /// Codes lie below this.
    pub const CODES: u8 = 81;

    /// From pairs of number and code in any order. Of pairs with equal number the first after sorting stays.
    pub fn new(mut entries: Vec<(u32, u8)>) -> Self {
        entries.sort_unstable();
        entries.dedup_by_key(|entry| entry.0);
        let count = entries.len();
        Self::from_rising(count, entries.into_iter())
    }

    /// From `count` pairs of number and code, rising by number, as they stand in a file; pairs with the number 0 are left out.
    pub(super) fn from_rising(count: usize, entries: impl Iterator<Item = (u32, u8)>) -> Self {
        let mut table = vec![(0, 0); (count * 2).next_power_of_two()];
        for entry in entries.filter(|(number, _)| *number != 0).take(count) {
            let mut slot = slot_of(entry.0, table.len());
            while table[slot].0 != 0 {
                slot = (slot + 1) % table.len();
            }
            table[slot] = entry;
        }
        Self { table }
    }

    /// Pairs of number and code, rising by number.
    pub fn entries(&self) -> Vec<(u32, u8)> {
        let mut entries: Vec<(u32, u8)> = self.table.iter().copied().filter(|(number, _)| *number != 0).collect();
        entries.sort_unstable();
        entries
    }

    /// The code of a word; 0 if it is not known.
    pub fn code_of(&self, word: &WordKeys) -> u32 {
        self.code(word.form).map_or(0, u32::from)
    }

    fn code(&self, number: u32) -> Option<u8> {
        let mut slot = slot_of(number, self.table.len());
        while let Some((found, code)) = self.table.get(slot).filter(|(found, _)| *found != 0) {
            if *found == number {
                return Some(*code);
            }
            slot = (slot + 1) % self.table.len();
        }
        None
    }
}

fn slot_of(number: u32, slots: usize) -> usize {
    (number.wrapping_mul(0x9e37_79b1) >> 7) as usize % slots.max(1)
}
