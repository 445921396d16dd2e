//! What characters are, where that is asked often.

/// Dashes, quotation marks, dots and spaces of all kinds. None of these is a letter, a digit or a combining mark, which else
/// is looked up in large tables; and next to the letters of English they are most of what is not ASCII.
#[inline]
pub const fn is_general_punctuation(character: char) -> bool {
    matches!(character, '\u{2000}'..='\u{206f}')
}

/// What a byte is to words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letter or digit.
    Word,
    /// Space or mark.
    Between,
    /// Of a character of several bytes.
    Part,
}

impl Kind {
    /// What this byte is.
    #[inline]
    pub fn of(byte: u8) -> Self {
        KINDS[usize::from(byte)]
    }
}

const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Part; 256];
    let mut byte = 0;
    while byte < 128 {
        kinds[byte] = if (byte as u8).is_ascii_alphanumeric() { Kind::Word } else { Kind::Between };
        byte += 1;
    }
    kinds
};

/// Which kinds of bytes stand in a word, a bit for each: told in one walk, and then most questions about the spelling are
/// answered.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Seen(u8);

impl Seen {
    /// A capital of ASCII.
    pub const CAPITAL: Self = Self(1);
    /// `-`
    pub const HYPHEN: Self = Self(1 << 1);
    /// `.`
    pub const STOP: Self = Self(1 << 2);
    /// A character beyond ASCII, which may be anything.
    pub const BEYOND: Self = Self(1 << 3);

    /// What stands in this word; nothing in an empty one.
    pub fn of(word: &str) -> Self {
        Self(word.bytes().fold(0, |seen, byte| seen | SEEN[usize::from(byte)]))
    }

    /// Whether one of these kinds is among them.
    pub const fn has(self, kinds: Self) -> bool {
        self.0 & kinds.0 != 0
    }

    /// All of both.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

const SEEN: [u8; 256] = {
    let mut seen = [Seen::BEYOND.0; 256];
    let mut byte = 0;
    while byte < 128 {
        seen[byte] = match byte as u8 {
            b'A'..=b'Z' => Seen::CAPITAL.0,
            b'-' => Seen::HYPHEN.0,
            b'.' => Seen::STOP.0,
            _ => 0,
        };
        byte += 1;
    }
    seen
};

#[cfg(test)]
mod tests {
    use unicode_normalization::char::is_combining_mark;

    use super::*;

    #[test]
    fn what_is_seen_in_words() {
        let beyond = Seen::CAPITAL.and(Seen::BEYOND);
        assert!(!Seen::of("minister").has(beyond) && Seen::of("Minister").has(Seen::CAPITAL));
        assert!(Seen::of("Élan").has(Seen::BEYOND) && !Seen::of("Élan").has(Seen::CAPITAL));
        assert!(Seen::of("a.m.").has(Seen::STOP) && Seen::of("long-term").has(Seen::HYPHEN));
        assert!(Seen::of("") == Seen::default());
    }

    #[test]
    fn general_punctuation_is_of_no_word() {
        let all = ('\0'..=char::MAX).filter(|&character| is_general_punctuation(character));
        assert!(all.clone().count() > 100);
        let mut word = all.filter(|&character| character.is_alphanumeric() || is_combining_mark(character));
        assert_eq!(word.next(), None);
    }
}
