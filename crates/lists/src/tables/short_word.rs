/// A word of up to sixteen bytes. With its length, its first bytes and its last ones say all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ShortWord {
    /// The first eight, four, or up to three bytes.
    pub first: u64,
    /// The last eight or four bytes; 0 for words of up to three.
    pub last: u64,
    pub length: u8,
}

impl ShortWord {
    /// Not a word: none of length 0 has bytes.
    pub const NONE: Self = Self { first: 1, last: 1, length: 0 };

    /// `None` for a longer word.
    #[inline]
    pub fn of(word: &str) -> Option<Self> {
        let bytes = word.as_bytes();
        let length = u8::try_from(bytes.len()).ok().filter(|length| *length <= 16)?;
        let (first, last) = if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            (u64::from_le_bytes(*first), u64::from_le_bytes(*last))
        } else if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            (u32::from_le_bytes(*first).into(), u32::from_le_bytes(*last).into())
        } else {
            (bytes.iter().fold(0, |packed, byte| packed << 8 | u64::from(*byte)), 0)
        };
        Some(Self { first, last, length })
    }
}
