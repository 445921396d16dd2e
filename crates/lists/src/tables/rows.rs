use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Rows of `N` bytes each, borrowed from the program or owned; whoever keeps them says what the bytes mean.
///
/// Written as they lie in memory and read without a look at any of them, so numbers in them are little-endian everywhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rows<const N: usize>(Cow<'static, [[u8; N]]>);

impl<const N: usize> Rows<N> {
    #[inline]
    pub fn get(&self, index: usize) -> Option<&[u8; N]> {
        self.0.get(index)
    }

    #[inline]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The rows to change; what was borrowed is copied the first time.
    pub fn to_mut(&mut self) -> &mut Vec<[u8; N]> {
        self.0.to_mut()
    }
}

impl Rows<1> {
    /// Some of the bytes.
    pub fn slice(&self, at: Range<usize>) -> Option<&[u8]> {
        self.0.get(at).map(<[[u8; 1]]>::as_flattened)
    }
}

impl<const N: usize> Default for Rows<N> {
    fn default() -> Self {
        Self(Cow::Borrowed(&[]))
    }
}

impl<const N: usize> From<Vec<[u8; N]>> for Rows<N> {
    fn from(rows: Vec<[u8; N]>) -> Self {
        Self(Cow::Owned(rows))
    }
}

impl<const N: usize> Serialize for Rows<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0.as_flattened())
    }
}

impl<'de: 'static, const N: usize> Deserialize<'de> for Rows<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Bytes<const N: usize>;
        impl<'de: 'static, const N: usize> Visitor<'de> for Bytes<N> {
            type Value = Rows<N>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, "rows of {N} bytes")
            }

            fn visit_borrowed_bytes<E: Error>(self, bytes: &'de [u8]) -> Result<Self::Value, E> {
                match bytes.as_chunks() {
                    (rows, []) => Ok(Rows(Cow::Borrowed(rows))),
                    _ => Err(E::invalid_length(bytes.len(), &self)),
                }
            }
        }
        deserializer.deserialize_bytes(Bytes)
    }
}
