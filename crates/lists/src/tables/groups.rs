use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

use super::Rows;

/// Lists by number, one behind the other.
#[derive(Debug, Clone, Deserialize)]
#[serde(bound(deserialize = "'de: 'static, T: Deserialize<'de>"))]
pub(crate) struct Groups<T> {
    /// Where a list begins in `all` and how long it is, a `u32` each. The highest bit of the length is [`ROOMY`].
    ranges: Rows<8>,
    all: Vec<T>,
}

/// Of a list that moved: up to the next power of two what is behind it is its own.
const ROOMY: u32 = 1 << 31;

impl<T: Clone> Groups<T> {
    /// The list of this number; empty if there is none.
    #[inline]
    pub fn get(&self, number: u32) -> &[T] {
        self.ranges.get(number as usize).and_then(|row| self.all.get(range(row))).unwrap_or_default()
    }

    /// How many lists there are.
    pub fn len(&self) -> usize {
        self.ranges.len()
    }

    /// Adds an empty list behind the others.
    pub fn add(&mut self) {
        self.ranges.to_mut().push(row(self.all.len(), 0, false));
    }

    /// Puts a value at the end of a list that is there.
    pub fn push(&mut self, number: u32, value: T) {
        let Some(slot) = self.ranges.to_mut().get_mut(number as usize) else { return };
        let list = range(slot);
        let length = list.len() + 1;
        if is_roomy(slot) && !list.len().is_power_of_two() {
            if let Some(place) = self.all.get_mut(list.end) {
                *place = value;
            }
            *slot = row(list.start, length, true);
        } else if list.end == self.all.len() {
            self.all.push(value);
            *slot = row(list.start, length, false);
        } else {
            // Others begin behind it: the list moves to where it can grow, and where it lay is left empty.
            let start = self.all.len();
            self.all.extend_from_within(list);
            self.all.resize(start + length.next_power_of_two(), value);
            *slot = row(start, length, true);
        }
    }

    /// Leaves in each list what `keep` says.
    pub fn retain(&mut self, keep: impl Fn(&T) -> bool) {
        for slot in self.ranges.to_mut() {
            let list = range(slot);
            let mut kept = list.start;
            for index in list.clone() {
                if self.all.get(index).is_some_and(&keep) {
                    self.all.swap(kept, index);
                    kept += 1;
                }
            }
            *slot = row(list.start, kept - list.start, is_roomy(slot));
        }
    }

    /// Puts each list in the order of the key.
    pub fn sort_by_key<Key: Ord>(&mut self, key: impl Fn(&T) -> Key) {
        for number in 0..self.ranges.len() {
            if let Some(list) = self.ranges.get(number).and_then(|row| self.all.get_mut(range(row))) {
                list.sort_by_key(&key);
            }
        }
    }
}

/// Written without the room that lists left when they moved.
impl<T: Clone + Serialize> Serialize for Groups<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (mut ranges, mut all) = (Vec::new(), Vec::new());
        for number in (0..).take(self.len()) {
            let list = self.get(number);
            ranges.push(row(all.len(), list.len(), false));
            all.extend(list);
        }
        let mut groups = serializer.serialize_struct("Groups", 2)?;
        groups.serialize_field("ranges", &Rows::from(ranges))?;
        groups.serialize_field("all", &all)?;
        groups.end()
    }
}

impl<T> Default for Groups<T> {
    fn default() -> Self {
        Self { ranges: Rows::default(), all: Vec::new() }
    }
}

#[inline]
fn range(row: &[u8; 8]) -> std::ops::Range<usize> {
    let [start, length] =
        [0, 4].map(|at| u32::from_le_bytes([row[at], row[at + 1], row[at + 2], row[at + 3]]) as usize);
    start..start + (length & !(ROOMY as usize))
}

fn is_roomy(row: &[u8; 8]) -> bool {
    u64::from_le_bytes(*row) >> 63 == 1
}

fn row(start: usize, length: usize, roomy: bool) -> [u8; 8] {
    (start as u64 | (length as u64) << 32 | u64::from(roomy) << 63).to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_keep_their_order_however_they_grow() {
        let mut groups = Groups::default();
        for _ in 0..3 {
            groups.add();
        }
        for (number, value) in [(0, 1), (1, 10), (0, 2), (2, 20), (1, 11), (0, 3), (7, 70)] {
            groups.push(number, value);
        }
        let all = |groups: &Groups<i32>| [0, 1, 2, 7].map(|number| groups.get(number).to_vec());
        assert_eq!(all(&groups), [vec![1, 2, 3], vec![10, 11], vec![20], vec![]]);
        groups.retain(|value| value % 2 == 0);
        assert_eq!(all(&groups), [vec![2], vec![10], vec![20], vec![]]);
        groups.push(0, 1);
        groups.push(1, 12);
        assert_eq!(all(&groups), [vec![2, 1], vec![10, 12], vec![20], vec![]]);
        groups.sort_by_key(|value| *value);
        assert_eq!(all(&groups), [vec![1, 2], vec![10, 12], vec![20], vec![]]);
    }

    #[test]
    fn lists_that_grow_in_turns_take_no_more_than_some_times_their_length() {
        let mut groups = Groups::default();
        groups.add();
        groups.add();
        for value in 0..1000 {
            groups.push(0, value);
            groups.push(1, -value);
        }
        assert!(
            groups.get(0).iter().copied().eq(0..1000)
                && groups.get(1).iter().copied().eq((0..1000).map(|value: i32| -value))
        );
        assert!(groups.all.len() < 8 * 1000, "{} places", groups.all.len());
    }
}
