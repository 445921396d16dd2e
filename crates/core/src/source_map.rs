use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ByteRange;

/// One stretch of text and the stretch of the original file it was read from.
///
/// Equal lengths: the bytes correspond one to one. Unequal lengths (a character reference, a character of another
/// encoding, folded white space): the piece is one unit, and a position inside it stands for the whole of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(from = "[usize; 4]", into = "[usize; 4]")]
#[schemars(with = "[usize; 4]")]
pub struct Piece {
    pub text: ByteRange,
    pub source: ByteRange,
}

impl From<[usize; 4]> for Piece {
    fn from([text_start, text_end, source_start, source_end]: [usize; 4]) -> Self {
        Self { text: ByteRange::new(text_start, text_end), source: ByteRange::new(source_start, source_end) }
    }
}

impl From<Piece> for [usize; 4] {
    fn from(piece: Piece) -> Self {
        [piece.text.start, piece.text.end, piece.source.start, piece.source.end]
    }
}

impl Piece {
    fn is_linear(&self) -> bool {
        self.text.len() == self.source.len()
    }

    /// Where in the file the part of it that lies in `range` of the text stands.
    fn part(&self, range: ByteRange) -> ByteRange {
        if !self.is_linear() {
            return self.source;
        }
        let skip = range.start.saturating_sub(self.text.start);
        let drop = self.text.end.saturating_sub(range.end);
        ByteRange::new(self.source.start + skip, self.source.end - drop)
    }
}

/// From ranges of a text to ranges of the file it was read from.
///
/// A list of [`Piece`]s in text order that do not overlap in the text. Text in no piece (the blank lines put between the
/// blocks of a page) stands nowhere in the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct SourceMap {
    pieces: Vec<Piece>,
}

impl SourceMap {
    /// A map that knows nothing: no text stands in the file.
    pub fn new() -> Self {
        Self::default()
    }

    /// Text that is the file, byte for byte.
    pub fn identity(len: usize) -> Self {
        let mut map = Self::new();
        map.push(ByteRange::new(0, len), ByteRange::new(0, len));
        map
    }

    /// The pieces, in text order.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Adds what follows in the text. Joins it to the last piece where both run on byte for byte.
    pub fn push(&mut self, text: ByteRange, source: ByteRange) {
        if text.is_empty() {
            return;
        }
        let next = Piece { text, source };
        if let Some(last) = self.pieces.last_mut() {
            let runs_on = last.text.end == text.start && last.source.end == source.start;
            if runs_on && last.is_linear() && next.is_linear() {
                last.text.end = text.end;
                last.source.end = source.end;
                return;
            }
        }
        self.pieces.push(next);
    }

    /// Whether the pieces are in order, do not overlap in the text and end within a text of `text_len` bytes and a file
    /// of `source_len` bytes.
    pub fn is_sound(&self, text_len: usize, source_len: usize) -> bool {
        let mut end = 0;
        self.pieces.iter().all(|piece| {
            let sound = piece.text.start >= end
                && piece.text.start < piece.text.end
                && piece.text.end <= text_len
                && piece.source.start <= piece.source.end
                && piece.source.end <= source_len;
            end = piece.text.end;
            sound
        })
    }

    /// The pieces of the file that the text at `range` was read from: in text order, neighbours joined. Empty where the
    /// text stands nowhere in the file. The flag is true where every byte of the text comes from the file.
    pub fn source_parts(&self, range: ByteRange) -> (Vec<ByteRange>, bool) {
        let first = self.pieces.partition_point(|piece| piece.text.end <= range.start);
        let mut parts: Vec<ByteRange> = Vec::new();
        let mut covered = range.start;
        let mut whole = true;
        for piece in self.pieces.get(first..).unwrap_or_default() {
            if piece.text.start >= range.end {
                break;
            }
            whole &= piece.text.start <= covered;
            covered = piece.text.end;
            let part = piece.part(range);
            match parts.last_mut() {
                Some(last) if last.end == part.start => last.end = part.end,
                _ => parts.push(part),
            }
        }
        whole &= covered >= range.end;
        (parts, whole)
    }

    /// The stretch of the file that the text at `range` was read from, where one piece holds it all: then it is the only
    /// one of [`SourceMap::source_parts`], and no list need be made.
    pub(crate) fn part_of_one_piece(&self, range: ByteRange) -> Option<ByteRange> {
        let piece = self.pieces.get(self.pieces.partition_point(|piece| piece.text.end <= range.start))?;
        let holds = piece.text.start <= range.start && piece.text.start < range.end && range.end <= piece.text.end;
        holds.then(|| piece.part(range))
    }

    /// The one stretch of the file that the text at `range` was read from; `None` where there is none or more than one.
    pub fn source(&self, range: ByteRange) -> Option<ByteRange> {
        match self.source_parts(range) {
            (parts, true) if parts.len() == 1 => parts.first().copied(),
            _ => None,
        }
    }

    /// The map of a text made from this one's text: `self` leads from the middle text to the file, `outer` from the new
    /// text to the middle text.
    pub fn compose(&self, outer: &SourceMap) -> SourceMap {
        let mut map = SourceMap::new();
        for piece in &outer.pieces {
            if !piece.is_linear() {
                if let Some(source) = self.hull(piece.source) {
                    map.push(piece.text, source);
                }
                continue;
            }
            // Byte for byte from the middle text: cut along the pieces of `self`.
            let first = self.pieces.partition_point(|inner| inner.text.end <= piece.source.start);
            for inner in self.pieces.get(first..).unwrap_or_default() {
                if inner.text.start >= piece.source.end {
                    break;
                }
                let start = inner.text.start.max(piece.source.start);
                let end = inner.text.end.min(piece.source.end);
                let text = ByteRange::new(
                    piece.text.start + (start - piece.source.start),
                    piece.text.start + (end - piece.source.start),
                );
                let source = if inner.is_linear() {
                    ByteRange::new(
                        inner.source.start + (start - inner.text.start),
                        inner.source.start + (end - inner.text.start),
                    )
                } else {
                    inner.source
                };
                map.push(text, source);
            }
        }
        map
    }

    /// From the first to the last byte of the file that the text at `range` was read from, whatever stands between.
    fn hull(&self, range: ByteRange) -> Option<ByteRange> {
        let (parts, _) = self.source_parts(range);
        Some(ByteRange::new(parts.first()?.start, parts.last()?.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(start: usize, end: usize) -> ByteRange {
        ByteRange::new(start, end)
    }

    /// `a&amp;b <i>c</i>` read as `a&b c`.
    fn page() -> SourceMap {
        let mut map = SourceMap::new();
        map.push(range(0, 1), range(0, 1));
        map.push(range(1, 2), range(1, 6));
        map.push(range(2, 4), range(6, 8));
        map.push(range(4, 5), range(11, 12));
        map
    }

    #[test]
    fn contiguous_words_have_one_source() {
        assert_eq!(page().source(range(0, 3)), Some(range(0, 7)));
        assert_eq!(page().source(range(1, 2)), Some(range(1, 6)));
    }

    #[test]
    fn a_tag_between_splits_the_source() {
        assert_eq!(page().source(range(2, 5)), None);
        assert_eq!(page().source_parts(range(2, 5)), (vec![range(6, 8), range(11, 12)], true));
    }

    #[test]
    fn text_that_stands_nowhere() {
        let mut map = SourceMap::new();
        map.push(range(0, 2), range(0, 2));
        map.push(range(4, 6), range(2, 4));
        assert_eq!(map.source_parts(range(0, 6)), (vec![range(0, 4)], false));
        assert_eq!(map.source(range(0, 6)), None);
        assert_eq!(map.source_parts(range(2, 4)), (vec![], false));
    }

    #[test]
    fn runs_are_joined_and_units_are_not() {
        let mut map = SourceMap::identity(4);
        map.push(range(4, 6), range(4, 6));
        assert_eq!(map.pieces().len(), 1);
        map.push(range(6, 9), range(6, 7));
        assert_eq!(map.pieces().len(), 2);
    }

    #[test]
    fn composition_goes_through_both() {
        // The file is `é&amp;x` in Windows-1252; decoding makes é two bytes.
        let mut decoded = SourceMap::new();
        decoded.push(range(0, 2), range(0, 1));
        decoded.push(range(2, 8), range(1, 7));
        let mut text = SourceMap::new();
        text.push(range(0, 2), range(0, 2));
        text.push(range(2, 3), range(2, 7));
        text.push(range(3, 4), range(7, 8));
        let map = decoded.compose(&text);
        assert_eq!(map.source(range(0, 2)), Some(range(0, 1)));
        assert_eq!(map.source(range(2, 3)), Some(range(1, 6)));
        assert_eq!(map.source(range(0, 4)), Some(range(0, 7)));
        assert!(map.is_sound(4, 7));
    }
}
