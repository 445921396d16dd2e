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

#[cfg(test)]
mod tests {
    use unicode_normalization::char::is_combining_mark;

    use super::*;

    #[test]
    fn general_punctuation_is_of_no_word() {
        let all = ('\0'..=char::MAX).filter(|&character| is_general_punctuation(character));
        assert!(all.clone().count() > 100);
        let mut word = all.filter(|&character| character.is_alphanumeric() || is_combining_mark(character));
        assert_eq!(word.next(), None);
    }
}
