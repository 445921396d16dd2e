//! Small questions about words, asked by all rules.

use std::borrow::Cow;

/// The words in small letters, curly marks straightened, white space folded: for comparison with stock phrases only.
pub(crate) fn folded(words: &str) -> String {
    let mut folded = String::with_capacity(words.len());
    let mut gap = false;
    for character in words.chars() {
        // Most are letters.
        if character.is_ascii_graphic() {
            if gap {
                folded.push(' ');
                gap = false;
            }
            folded.push(character.to_ascii_lowercase());
            continue;
        }
        if crate::trim::is_blank(character) {
            gap = !folded.is_empty();
            continue;
        }
        if gap {
            folded.push(' ');
            gap = false;
        }
        match character {
            '’' | '‘' => folded.push('\''),
            '“' | '”' => folded.push('"'),
            '–' | '—' | '‑' => folded.push('-'),
            _ => folded.extend(character.to_lowercase()),
        }
    }
    folded
}

/// The same text with plain spaces for no-break and thin ones: as many of them as the character has bytes, so that all
/// positions stay.
pub(crate) fn spaced(text: &str) -> Cow<'_, str> {
    let wide = |character: char| matches!(character, '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{3000}');
    if !text.contains(wide) {
        return Cow::Borrowed(text);
    }
    let mut spaced = String::with_capacity(text.len());
    for character in text.chars() {
        match character.len_utf8() {
            2 if wide(character) => spaced.push_str("  "),
            3 if wide(character) => spaced.push_str("   "),
            _ => spaced.push(character),
        }
    }
    Cow::Owned(spaced)
}

/// One space between words.
pub(crate) fn single_spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Letters and digits only, in small letters: for telling whether one text repeats another.
pub(crate) fn letters(words: &str) -> String {
    let mut letters = String::with_capacity(words.len());
    for character in words.chars() {
        if character.is_ascii_alphanumeric() {
            letters.push(character.to_ascii_lowercase());
        } else if !character.is_ascii() && character.is_alphanumeric() {
            letters.extend(character.to_lowercase());
        }
    }
    letters
}

/// `words` without `prefix`, whatever the case of the letters; `prefix` is ASCII.
pub(crate) fn strip_prefix<'t>(words: &'t str, prefix: &str) -> Option<&'t str> {
    let head = words.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| words.get(prefix.len()..)).flatten()
}

/// The byte at which `needle` (ASCII) first stands in `words`, whatever the case of the letters.
pub(crate) fn find(words: &str, needle: &str) -> Option<usize> {
    let (hay, needle) = (words.as_bytes(), needle.as_bytes());
    if needle.is_empty() || hay.len() < needle.len() {
        return None;
    }
    hay.windows(needle.len()).position(|window| window.eq_ignore_ascii_case(needle))
}

/// Number of words between white space.
pub(crate) fn count(words: &str) -> usize {
    if !words.is_ascii() {
        return words.split_whitespace().count();
    }
    let mut after_gap = true;
    let mut count = 0;
    for byte in words.bytes() {
        // What `char::is_whitespace` says of ASCII.
        let is_gap = matches!(byte, b' ' | b'\t'..=b'\r');
        count += usize::from(after_gap && !is_gap);
        after_gap = is_gap;
    }
    count
}

/// Whether the words end as a sentence does: with a stop, perhaps inside quotation marks or brackets.
pub(crate) fn ends_with_stop(words: &str) -> bool {
    let bare = words.trim_end_matches(|last: char| {
        crate::trim::is_blank(last) || matches!(last, '"' | '”' | '’' | '\'' | '»' | ')' | ']' | '*')
    });
    bare.ends_with(['.', '!', '?', '…', '。'])
}

/// Whether the first letter is a capital one (or of an alphabet without case).
pub(crate) fn is_capitalised(word: &str) -> bool {
    let first = word.chars().find(|character| character.is_alphanumeric());
    first.is_some_and(|first| first.is_alphabetic() && !first.is_lowercase())
}

/// At least two letters, capitals among them, none of them small. Alphabets without case have no capitals.
pub(crate) fn is_capitals(word: &str) -> bool {
    let letters = word.chars().filter(|character| character.is_alphabetic()).count();
    letters >= 2 && word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn words_are_counted_alike_in_all_alphabets() {
        for words in ["", " ", "a", " a  b\tc\nd\x0be\x0cf\rg ", "a\x1cb", "a\u{A0}b c", "é à", "\u{2003}x"] {
            assert_eq!(count(words), words.split_whitespace().count(), "{words:?}");
        }
    }
}
