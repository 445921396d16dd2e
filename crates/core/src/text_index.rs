/// Counts code points: turns byte offsets of a text into offsets in Unicode code points and UTF-16 units, and back.
///
/// Built in one pass; each question then looks at most [`STRIDE`] bytes beyond a checkpoint, so converting all spans of a
/// document is linear in their number.
#[derive(Debug, Clone)]
pub struct TextIndex {
    /// Counts before byte `i * STRIDE` (rounded down to a character boundary).
    checkpoints: Vec<Checkpoint>,
    /// No byte above 0x7F: every unit is the same and nothing need be counted.
    ascii: bool,
    len: usize,
}

#[derive(Debug, Clone, Copy)]
struct Checkpoint {
    byte: usize,
    chars: usize,
    utf16: usize,
}

const STRIDE: usize = 256;

impl TextIndex {
    pub fn new(text: &str) -> Self {
        let ascii = text.is_ascii();
        let mut checkpoints = Vec::new();
        if !ascii {
            checkpoints.reserve(text.len() / STRIDE + 1);
            let (mut chars, mut utf16) = (0, 0);
            let mut next = 0;
            for (byte, character) in text.char_indices() {
                // A character is at most four bytes, so no stride is ever skipped.
                if byte + character.len_utf8() > next {
                    checkpoints.push(Checkpoint { byte, chars, utf16 });
                    next += STRIDE;
                }
                chars += 1;
                utf16 += character.len_utf16();
            }
        }
        Self { checkpoints, ascii, len: text.len() }
    }

    /// Code points before byte `byte` of `text`, the text this index was built from.
    /// An offset inside a character counts as its start; one past the end as the end.
    pub fn chars(&self, text: &str, byte: usize) -> usize {
        let byte = byte.min(self.len);
        if self.ascii {
            return byte;
        }
        let Some(checkpoint) = self.checkpoint(byte) else { return 0 };
        // Counting the bytes that begin characters takes a tenth of the time of decoding them. In runs short enough for a
        // sum of eight bits sixteen are counted at once.
        let inside = |byte: u8| byte & 0b1100_0000 == 0b1000_0000;
        let between = text.as_bytes().get(checkpoint.byte..byte).unwrap_or_default();
        let runs = between.chunks(usize::from(u8::MAX));
        let begun = runs.map(|run| usize::from(run.iter().map(|&byte| u8::from(!inside(byte))).sum::<u8>()));
        let begun: usize = begun.sum();
        // A character that `byte` cuts has begun and does not count.
        let cut = text.as_bytes().get(byte).copied().is_some_and(inside);
        (checkpoint.chars + begun).saturating_sub(usize::from(cut))
    }

    /// UTF-16 units before byte `byte` of `text`; rounding as in [`TextIndex::chars`].
    pub fn utf16(&self, text: &str, byte: usize) -> usize {
        let byte = byte.min(self.len);
        if self.ascii {
            return byte;
        }
        let Some(checkpoint) = self.checkpoint(byte) else { return 0 };
        let rest = text.get(checkpoint.byte..).unwrap_or_default();
        let whole = rest.char_indices().take_while(|(offset, character)| {
            // The whole character stands before `byte`.
            checkpoint.byte + offset + character.len_utf8() <= byte
        });
        checkpoint.utf16 + whole.map(|(_, character)| character.len_utf16()).sum::<usize>()
    }

    /// The last checkpoint at or before `byte`: the one numbered `i` lies at or before byte `i * STRIDE`.
    fn checkpoint(&self, byte: usize) -> Option<&Checkpoint> {
        self.checkpoints.get(byte / STRIDE).or(self.checkpoints.last())
    }

    /// The byte at which code point `chars` of `text` starts; the length of the text for one past the end, `None` beyond.
    pub fn byte_of_char(&self, text: &str, chars: usize) -> Option<usize> {
        if self.ascii {
            return (chars <= self.len).then_some(chars);
        }
        let after = self.checkpoints.partition_point(|checkpoint| checkpoint.chars <= chars);
        let checkpoint = after.checked_sub(1).and_then(|index| self.checkpoints.get(index));
        let (byte, counted) = checkpoint.map_or((0, 0), |found| (found.byte, found.chars));
        let rest = text.get(byte..)?;
        let ends = rest.char_indices().map(|(offset, _)| offset).chain([rest.len()]);
        ends.into_iter().nth(chars - counted).map(|offset| byte + offset)
    }
}

#[cfg(test)]
mod tests {
    use super::TextIndex;

    #[test]
    fn agrees_with_counting_at_every_boundary() {
        let text = "a“b”é😀\u{301}\r\n".repeat(200) + "tail";
        let index = TextIndex::new(&text);
        let mut utf16 = 0;
        for (chars, (byte, character)) in text.char_indices().enumerate() {
            assert_eq!(index.chars(&text, byte), chars, "byte {byte}");
            assert_eq!(index.utf16(&text, byte), utf16, "byte {byte}");
            assert_eq!(index.byte_of_char(&text, chars), Some(byte));
            for inside in byte..byte + character.len_utf8() {
                assert_eq!((index.chars(&text, inside), index.utf16(&text, inside)), (chars, utf16), "byte {inside}");
            }
            utf16 += character.len_utf16();
        }
        let total = text.chars().count();
        assert_eq!((index.chars(&text, text.len()), index.chars(&text, text.len() + 9)), (total, total));
        assert_eq!(index.byte_of_char(&text, total), Some(text.len()));
        assert_eq!(index.byte_of_char(&text, total + 1), None);
    }

    #[test]
    fn empty_and_ascii() {
        let index = TextIndex::new("");
        assert_eq!((index.chars("", 0), index.utf16("", 9)), (0, 0));
        let index = TextIndex::new("plain");
        assert_eq!((index.chars("plain", 3), index.byte_of_char("plain", 6)), (3, None));
    }
}
