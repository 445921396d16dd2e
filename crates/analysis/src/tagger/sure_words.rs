//! Words that have one class wherever they stand: they are looked up, not decided.

use super::class::Class;
use super::words::WordKeys;

/// Words with a single class, by their normalised form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SureWords {
    /// In rising order of the form's number, each once.
    entries: Vec<(u32, Class)>,
    /// Open-addressed table over `entries`: index plus one, 0 for free; its length is a power of two.
    table: Vec<u16>,
}

impl SureWords {
    /// Most entries there can be, so that the table's indices fit.
    pub const MOST: usize = 16_384;

    /// From pairs of [`WordKeys::form`] and class, in any order. Of pairs with equal form the first after sorting stays;
    /// entries past [`SureWords::MOST`] are dropped.
    pub fn new(mut entries: Vec<(u32, Class)>) -> Self {
        entries.sort_unstable();
        entries.dedup_by_key(|entry| entry.0);
        entries.truncate(SureWords::MOST);
        let mut table = vec![0_u16; (entries.len() * 4).next_power_of_two()];
        for (number, (form, _)) in entries.iter().enumerate() {
            let mut slot = slot_of(*form, table.len());
            while table[slot] != 0 {
                slot = (slot + 1) % table.len();
            }
            table[slot] = number as u16 + 1;
        }
        SureWords { entries, table }
    }

    /// The class of a word if it is one of these. Never for a word whose capital may make it a name ("May", "Will").
    pub fn class_of(&self, word: &WordKeys) -> Option<Class> {
        if word.name_like {
            return None;
        }
        let mut slot = slot_of(word.form, self.table.len());
        while let Some(number) = self.table.get(slot).copied().filter(|number| *number != 0) {
            let (form, class) = self.entries[usize::from(number) - 1];
            if form == word.form {
                return Some(class);
            }
            slot = (slot + 1) % self.table.len();
        }
        None
    }

    /// Pairs of form and class in rising order of form.
    pub fn entries(&self) -> &[(u32, Class)] {
        &self.entries
    }
}

fn slot_of(form: u32, slots: usize) -> usize {
    (form.wrapping_mul(0x9e37_79b1) >> 7) as usize % slots.max(1)
}
