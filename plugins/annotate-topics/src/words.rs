//! A text as words.

/// A word and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'t> {
    /// As it stands, without a possessive ending.
    pub text: &'t str,
    /// Byte of the text it begins at.
    pub start: usize,
    /// One past its last byte; a possessive ending counts.
    pub end: usize,
    /// Whether nothing but blanks or hyphens stand between it and the word before.
    pub follows: bool,
}

/// The words of a text in order: runs of letters and digits, apostrophes within them included. Linear.
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut start = None;
    let mut previous_end = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        let inside = character.is_alphanumeric()
            || is_mark(character)
            || (is_apostrophe(character) && start.is_some() && next.is_some_and(char::is_alphanumeric));
        match (start, inside) {
            (None, true) => start = Some(at),
            (Some(begin), false) => {
                push(text, begin, at, &mut previous_end, &mut words);
                start = None;
            }
            _ => {}
        }
    }
    if let Some(begin) = start {
        push(text, begin, text.len(), &mut previous_end, &mut words);
    }
    words
}

fn push<'t>(text: &'t str, start: usize, end: usize, previous_end: &mut usize, words: &mut Vec<Word<'t>>) {
    let whole = text.get(start..end).unwrap_or_default();
    let gap = text.get(*previous_end..start).unwrap_or_default();
    // A blank line ends a paragraph, and no phrase goes on behind it.
    let joins = |c: char| c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}');
    let follows = !words.is_empty() && gap.chars().all(joins) && gap.matches('\n').count() < 2;
    words.push(Word { text: without_possessive(whole), start, end, follows });
    *previous_end = end;
}

const fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | 'ʼ')
}

/// A combining mark belongs to its letter.
const fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

/// "compact’s" → "compact"
fn without_possessive(word: &str) -> &str {
    let stem = word.strip_suffix(['s', 'S']).and_then(|stem| stem.strip_suffix(is_apostrophe));
    stem.filter(|stem| !stem.is_empty()).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_letters() {
        let found: Vec<String> = words("The compact’s cease-fire, o'clock; ‘ports’\n\nÉmigré 2031")
            .iter()
            .map(|word| word.text.to_owned())
            .collect();
        assert_eq!(found, ["The", "compact", "cease", "fire", "o'clock", "ports", "Émigré", "2031"]);
        let follows: Vec<bool> = words("cease-fire, now\n\nhere").iter().map(|word| word.follows).collect();
        assert_eq!(follows, [false, true, false, false]);
    }
}
