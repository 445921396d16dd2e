//! How much of a claim's content stands in quotation marks, seen from the text alone.

use std::collections::BTreeMap;

use super::check::Within;
use crate::{BlockKind, ByteRange, Quotation};

/// The quoted stretches of the blocks that were asked for.
#[derive(Debug, Default)]
pub(super) struct Marks(BTreeMap<ByteRange, Vec<ByteRange>>);

impl Marks {
    /// Whether all, none or some words of the content stand in marks that do not enclose the cue as well. What a speaker's turn
    /// or a block quotation says is quoted with or without marks.
    ///
    /// Each range comes with the block it stands in, ranges in text order. Linear in their length; each block is read once.
    pub(super) fn quotation(
        &mut self,
        text: &str,
        content: &[(ByteRange, Within)],
        cue: Option<ByteRange>,
    ) -> Quotation {
        let (mut marked, mut all) = (0, 0);
        for (at, block) in content {
            let words = letters(text, *at);
            all += words.len();
            if matches!(block.kind, BlockKind::SpeakerTurn | BlockKind::Quotation) {
                marked += words.len();
                continue;
            }
            let stretches = self.0.entry(block.at).or_insert_with(|| quoted_stretches(text, block.at));
            let mut next = stretches.partition_point(|stretch| stretch.end <= at.start);
            for word in words {
                while stretches.get(next).is_some_and(|stretch| stretch.end <= word) {
                    next += 1;
                }
                let around = stretches.get(next).filter(|stretch| stretch.start <= word);
                marked += usize::from(around.is_some_and(|around| cue.is_none_or(|cue| !around.contains(cue))));
            }
        }
        match (marked, all) {
            (0, _) => Quotation::Indirect,
            (marked, all) if marked == all => Quotation::Direct,
            _ => Quotation::Mixed,
        }
    }
}

/// Where the letters and digits of a range stand.
fn letters(text: &str, at: ByteRange) -> Vec<usize> {
    let words = at.slice(text).unwrap_or_default();
    words.char_indices().filter(|(_, c)| c.is_alphanumeric()).map(|(offset, _)| at.start + offset).collect()
}

/// The outermost stretches in quotation marks, marks included, in order. One whose closing mark is missing goes to the end of
/// the block, as a quotation does that goes on in the next.
fn quoted_stretches(text: &str, block: ByteRange) -> Vec<ByteRange> {
    let words = block.slice(text).unwrap_or_default();
    let mut stretches = Vec::new();
    let mut open: Option<(usize, Mark)> = None;
    let mut previous: Option<char> = None;
    let mut characters = words.char_indices().peekable();
    while let Some((offset, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        let at = block.start + offset;
        match (open, Mark::of(character)) {
            (None, Some(mark)) if mark.opens(character, previous, next) => open = Some((at, mark)),
            (Some((start, opened)), Some(mark)) if opened == mark && mark.closes(character, next) => {
                stretches.push(ByteRange::new(start, at + character.len_utf8()));
                open = None;
            }
            _ => {}
        }
        previous = Some(character);
    }
    // A lone single mark is an apostrophe sooner than a quotation without an end.
    if let Some((start, Mark::Double | Mark::Angle)) = open {
        stretches.push(ByteRange::new(start, block.end));
    }
    stretches
}

/// Families of marks: one opens and one of the same closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Double,
    Single,
    Angle,
}

impl Mark {
    fn of(character: char) -> Option<Self> {
        match character {
            '"' | '“' | '”' | '„' | '‟' => Some(Self::Double),
            '\'' | '‘' | '’' | '‚' => Some(Self::Single),
            '«' | '»' => Some(Self::Angle),
            _ => None,
        }
    }

    fn opens(self, character: char, previous: Option<char>, next: Option<char>) -> bool {
        let outside = previous.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-'));
        let word_follows = next.is_some_and(|c| !c.is_whitespace());
        match character {
            '“' | '„' | '‟' | '«' | '‘' | '‚' => true,
            '"' => outside || word_follows,
            '\'' => outside && word_follows,
            _ => false,
        }
    }

    fn closes(self, character: char, next: Option<char>) -> bool {
        match self {
            Self::Single => matches!(character, '\'' | '’') && !next.is_some_and(char::is_alphanumeric),
            // German closes with the mark that opens in English.
            Self::Double => matches!(character, '"' | '”' | '“'),
            Self::Angle => character == '»',
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, content: &str, cue: &str) -> &'static str {
        let place = |words: &str| {
            let start = text.find(words).expect("the words stand there");
            ByteRange::new(start, start + words.len())
        };
        let block = Within { at: ByteRange::new(0, text.len()), kind: BlockKind::Paragraph, section: 0 };
        Marks::default().quotation(text, &[(place(content), block)], Some(place(cue))).as_str()
    }

    #[test]
    fn marks() {
        let text = "Okello called it “a lifeboat”, said it’s 'no deal' and “waits";
        assert_eq!(of(text, "“a lifeboat”", "called"), "direct");
        assert_eq!(of(text, "a lifeboat", "called"), "direct");
        assert_eq!(of(text, "it “a lifeboat”", "called"), "mixed");
        assert_eq!(of(text, "it’s", "said"), "indirect");
        assert_eq!(of(text, "no deal", "said"), "direct");
        assert_eq!(of(text, "waits", "said"), "direct");
        assert_eq!(of("„Nein“, sagt «er», ja", "Nein", "sagt"), "direct");
        assert_eq!(of("„Nein“, sagt «er», ja", "ja", "sagt"), "indirect");
    }

    #[test]
    fn marks_around_the_cue_do_not_count() {
        assert_eq!(of("“She said it was over,” he wrote.", "it was over", "said"), "indirect");
        assert_eq!(of("“She said it was over,” he wrote.", "it was over", "wrote"), "direct");
    }

    #[test]
    fn a_turn_is_quoted_without_marks() {
        let text = "VOSS: We will count.";
        let at = ByteRange::new(6, text.len());
        let block = Within { at: ByteRange::new(0, text.len()), kind: BlockKind::SpeakerTurn, section: 0 };
        assert_eq!(Marks::default().quotation(text, &[(at, block)], None), Quotation::Direct);
    }
}
