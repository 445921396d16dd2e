use serde::{Deserialize, Serialize};

use super::Rows;

/// The numbers of things by their hash: open addressing, at most half full.
///
/// A place is a `u32`: 0 where it is free, else the number plus one in the lower [`NUMBER_BITS`] bits and, above them, bits of
/// the hash, which tell nearly all other things apart without a look at them.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(transparent, bound(deserialize = "'de: 'static"))]
pub(crate) struct Places(Rows<4>);

const NUMBER_BITS: u32 = 24;
const NUMBER: u32 = (1 << NUMBER_BITS) - 1;

/// Most things there can be; what comes later has no place.
const MOST: u32 = NUMBER - 1;

impl Places {
    /// The number of the thing with this hash that `is` the one looked for.
    #[inline]
    pub fn find(&self, hash: u64, is: impl Fn(u32) -> bool) -> Option<u32> {
        let mut place = self.first(hash);
        while let Some(found) = self.0.get(place).map(|place| u32::from_le_bytes(*place)) {
            if found == 0 {
                return None;
            }
            let number = (found & NUMBER) - 1;
            if found >> NUMBER_BITS == tag(hash) && is(number) {
                return Some(number);
            }
            place = (place + 1) & (self.0.len() - 1);
        }
        None
    }

    /// Gives a thing that has no place one. `hashes` are those of all `number` things before it, in order.
    pub fn add(&mut self, number: u32, hash: u64, hashes: impl Iterator<Item = u64>) {
        if number >= MOST {
            return;
        }
        if (number as usize + 1) * 2 > self.0.len() {
            self.0 = vec![[0; 4]; ((number as usize + 1) * 2).next_power_of_two().max(4)].into();
            (0..).zip(hashes).for_each(|(number, hash)| self.put(number, hash));
        }
        self.put(number, hash);
    }

    fn put(&mut self, number: u32, hash: u64) {
        let mut place = self.first(hash);
        let places = self.0.to_mut();
        while places[place] != [0; 4] {
            place = (place + 1) & (places.len() - 1);
        }
        places[place] = (tag(hash) << NUMBER_BITS | (number + 1)).to_le_bytes();
    }

    /// Where the search begins: by the upper bits of the hash. The number of places is a power of two, and none is asked for
    /// where there are none.
    #[inline]
    fn first(&self, hash: u64) -> usize {
        let bits = self.0.len().trailing_zeros();
        (hash >> (u64::BITS - bits.clamp(1, 32))) as usize
    }
}

#[inline]
fn tag(hash: u64) -> u32 {
    (hash as u32) & (u32::MAX >> NUMBER_BITS)
}

/// A hash of two numbers: the halves of their product, folded.
#[inline]
pub(crate) fn mix(first: u64, second: u64) -> u64 {
    let product = u128::from(first ^ 0x243f_6a88_85a3_08d3) * u128::from(second ^ 0x1319_8a2e_0370_7344);
    product as u64 ^ (product >> 64) as u64
}
