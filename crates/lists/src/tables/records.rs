use std::sync::OnceLock;

use serde::de::DeserializeOwned;
use serde::ser::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Rows;

/// Values by number that are read when they are first asked for: of some thousands a document needs some dozens.
#[derive(Debug, Clone)]
pub(crate) struct Records<T> {
    written: Written,
    read: Vec<OnceLock<Box<T>>>,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Written {
    /// Where each record ends, a `u32`.
    ends: Rows<4>,
    bytes: Rows<1>,
}

impl<T> Records<T> {
    pub fn len(&self) -> usize {
        self.read.len()
    }

    /// Adds a value behind the others.
    pub fn push(&mut self, value: T) {
        self.read.push(OnceLock::from(Box::new(value)));
    }

    /// Puts another value in the place of one.
    pub fn set(&mut self, number: usize, value: T) {
        if let Some(slot) = self.read.get_mut(number) {
            *slot = OnceLock::from(Box::new(value));
        }
    }
}

impl<T: DeserializeOwned> Records<T> {
    /// The value of this number.
    ///
    /// # Panics
    /// If what was written is not of this type: only with bytes of another build. Tests read every record.
    #[inline]
    pub fn get(&self, number: usize) -> Option<&T> {
        let slot = self.read.get(number)?;
        Some(slot.get_or_init(|| Box::new(self.written.read(number).expect("a record that this build has written"))))
    }

    /// All values in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        (0..self.len()).filter_map(|number| self.get(number))
    }
}

impl Written {
    fn read<T: DeserializeOwned>(&self, number: usize) -> Option<T> {
        let end = |number: usize| self.ends.get(number).map(|end| u32::from_le_bytes(*end) as usize);
        let start = number.checked_sub(1).map_or(Some(0), end)?;
        postcard::from_bytes(self.bytes.slice(start..end(number)?)?).ok()
    }
}

impl<T> Default for Records<T> {
    fn default() -> Self {
        Self { written: Written::default(), read: Vec::new() }
    }
}

impl<T: Serialize + DeserializeOwned> Serialize for Records<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (mut ends, mut bytes) = (Vec::new(), Vec::new());
        for value in self.iter() {
            bytes = postcard::to_extend(value, bytes).map_err(S::Error::custom)?;
            ends.push(u32::try_from(bytes.len()).map_err(S::Error::custom)?.to_le_bytes());
        }
        let bytes = bytes.into_iter().map(|byte| [byte]).collect::<Vec<_>>();
        Written { ends: ends.into(), bytes: bytes.into() }.serialize(serializer)
    }
}

impl<'de: 'static, T> Deserialize<'de> for Records<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = Written::deserialize(deserializer)?;
        let read = (0..written.ends.len()).map(|_| OnceLock::new()).collect();
        Ok(Self { written, read })
    }
}
