//! From characters to tokens.

use rapporteur_core::ByteRange;
use unicode_normalization::char::is_combining_mark;

use super::abbreviations::{Stop, stop_after};
use super::marks::{self, Role};
use super::token::{Token, TokenKind};
use crate::characters::{Kind, is_general_punctuation};
use crate::tagger::Upos;

/// Left halves of hyphen compounds that are no names of their own.
const BOUND_LEFT: &[&str] = &[
    "Indo",
    "Euro",
    "Afro",
    "Anglo",
    "Sino",
    "Franco",
    "Russo",
    "Austro",
    "Greco",
    "Judeo",
    "Al",
    "El",
    "An",
    "As",
    "Ad",
    "Ar",
    "Vice",
    "Deputy",
    "Co",
    "Non",
    "Pre",
    "Post",
    "Anti",
    "Pro",
    "Ex",
    "Mid",
    "Trans",
    "Inter",
    "Neo",
    "Pan",
    "Re",
    "Jean",
    "Marie",
    "Anne",
    "Anna",
    "Karl",
    "Carl",
    "Hans",
    "Klaus",
    "Pierre",
    "Marc",
    "Abdel",
    "Bin",
    "Bint",
    "Saint",
    "Long",
    "Short",
    "High",
    "Low",
    "Far",
    "Left",
    "Right",
    "Self",
    "Well",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "North",
    "South",
    "East",
    "West",
    "Major",
    "Rear",
    "Brigadier",
    "Lieutenant",
];

/// Right halves that are no names of their own.
const BOUND_RIGHT: &[&str] = &[
    "General",
    "President",
    "Chair",
    "Chairman",
    "Minister",
    "Elect",
    "Designate",
    "Chief",
    "Based",
    "Led",
    "Backed",
    "Style",
    "Wide",
    "Level",
    "East",
    "West",
    "Plus",
    "Day",
    "Year",
    "Party",
    "Admiral",
    "Colonel",
];

/// Characters without width: format controls that are neither letters nor spaces.
pub(super) fn is_zero_width(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}' | '\u{202A}'..='\u{202E}')
}

/// Adds the tokens of `text` at `at` to `tokens`. Linear; never fails.
pub(super) fn tokenize(text: &str, at: ByteRange, room: &mut Room, tokens: &mut Vec<Token>) {
    let Some(slice) = at.slice(text) else { return };
    let Room { characters, marks } = room;
    characters_of(slice, characters, marks);
    let roles = marks::roles(characters, marks);
    let mut scanner =
        Scanner { text, start: at.start, end: at.end, characters, roles, next_role: 0, spaced: true, tokens };
    let mut index = 0;
    while index < scanner.characters.len() {
        index = scanner.step(index);
    }
}

/// Room for cutting a zone, kept between zones.
#[derive(Debug, Default)]
pub(super) struct Room {
    /// Each with where it begins.
    characters: Vec<(usize, char)>,
    /// Which of them may be quotation marks or apostrophes.
    marks: Vec<usize>,
}

/// Puts the characters of a text, each with where it begins, and the numbers of those that may be quotation marks or apostrophes
/// in place of what the lists held.
fn characters_of(text: &str, characters: &mut Vec<(usize, char)>, marks: &mut Vec<usize>) {
    characters.clear();
    marks.clear();
    // Room for all at once: an iterator over characters knows only how many there are at least.
    characters.reserve(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        // Nearly all are a byte, and of these it is known how many follow.
        let (plain, others) = rest.split_at(plain_length(rest));
        let (at, first) = (text.len() - rest.len(), characters.len());
        characters.extend(plain.bytes().enumerate().map(|(place, byte)| (at + place, char::from(byte))));
        let places = plain.bytes().enumerate().filter(|&(_, byte)| marks::is_plain_mark(byte));
        marks.extend(places.map(|(place, _)| first + place));
        let mut following = others.chars();
        if let Some(character) = following.next() {
            if marks::is_mark(character) {
                marks.push(characters.len());
            }
            characters.push((at + plain.len(), character));
        }
        rest = following.as_str();
    }
}

/// How many bytes of ASCII a text begins with.
fn plain_length(text: &str) -> usize {
    const MANY: usize = 32;
    let bytes = text.as_bytes();
    // Many at once, as long as all of them are.
    let whole = bytes.chunks_exact(MANY).take_while(|chunk| chunk.is_ascii()).count() * MANY;
    let rest = bytes.get(whole..).unwrap_or_default();
    whole + rest.iter().position(|byte| !byte.is_ascii()).unwrap_or(rest.len())
}

struct Scanner<'t, 'o> {
    text: &'t str,
    /// Byte of the zone's first character.
    start: usize,
    end: usize,
    characters: &'t [(usize, char)],
    roles: Vec<(usize, Role)>,
    next_role: usize,
    /// White space, or nothing, stands before the next token.
    spaced: bool,
    tokens: &'o mut Vec<Token>,
}

impl Scanner<'_, '_> {
    fn character(&self, index: usize) -> Option<char> {
        self.characters.get(index).map(|&(_, character)| character)
    }

    fn byte(&self, index: usize) -> usize {
        self.characters.get(index).map_or(self.end, |&(offset, _)| self.start + offset)
    }

    fn role(&mut self, index: usize) -> Option<Role> {
        while self.roles.get(self.next_role).is_some_and(|&(place, _)| place < index) {
            self.next_role += 1;
        }
        self.roles.get(self.next_role).filter(|&&(place, _)| place == index).map(|&(_, role)| role)
    }

    fn push(&mut self, from: usize, to: usize, kind: TokenKind) {
        let at = ByteRange::new(self.byte(from), self.byte(to));
        self.tokens.push(Token { at, kind, pos: Upos::X, glued: !self.spaced });
        self.spaced = false;
    }

    /// Reads what begins at `index`; the index behind it.
    fn step(&mut self, index: usize) -> usize {
        let Some(character) = self.character(index) else { return index + 1 };
        // What most tokens begin with.
        if character.is_ascii_alphanumeric() {
            return self.plain_word(index).unwrap_or_else(|| self.word(index, index + 1));
        }
        if character.is_whitespace() {
            self.spaced = true;
            return index + 1;
        }
        if is_zero_width(character) {
            return index + 1;
        }
        match self.role(index) {
            Some(Role::Open) => return self.mark(index, TokenKind::OpenQuote),
            Some(Role::Close) => return self.mark(index, TokenKind::CloseQuote),
            Some(Role::Apostrophe) if self.character(index + 1).is_some_and(char::is_alphanumeric) => {
                return self.word(index, index + 1);
            }
            Some(Role::Apostrophe) => {
                self.push(index, index + 1, TokenKind::Word);
                return index + 1;
            }
            None => {}
        }
        let word_next = self.character(index + 1).is_some_and(char::is_alphanumeric);
        if is_word_character(character) || (matches!(character, '@' | '#') && word_next && self.spaced) {
            return self.word(index, index + 1);
        }
        if character == '.' || matches!(character, '-' | '–' | '—' | '―' | '_' | '*') {
            let mut end = index + 1;
            while self.character(end) == Some(character) {
                end += 1;
            }
            self.push(index, end, TokenKind::Punctuation);
            return end;
        }
        let kind = if is_symbol(character) { TokenKind::Symbol } else { TokenKind::Punctuation };
        self.push(index, index + 1, kind);
        index + 1
    }

    fn mark(&mut self, index: usize, kind: TokenKind) -> usize {
        let end = if marks::is_doubled(self.characters, index) { index + 2 } else { index + 1 };
        self.push(index, end, kind);
        end
    }

    /// Reads a word of ASCII letters and digits with a space behind it, as most are; the index behind it. Nothing that
    /// could divide it is in such a word, and no address is one.
    fn plain_word(&mut self, from: usize) -> Option<usize> {
        // Of these each character is a byte.
        let rest = self.text.as_bytes().get(self.byte(from)..self.end)?;
        let length = rest.iter().position(|&byte| Kind::of(byte) != Kind::Word)?;
        if rest.get(length) != Some(&b' ') {
            return None;
        }
        let digits = rest.first().is_some_and(u8::is_ascii_digit);
        self.push(from, from + length, if digits { TokenKind::Number } else { TokenKind::Word });
        Some(from + length)
    }

    /// Reads a word from `from`, of which everything before `index` is taken; the index behind it.
    fn word(&mut self, from: usize, mut index: usize) -> usize {
        if self.is_address(from) {
            while self.character(index).is_some_and(|c| !c.is_whitespace() && !matches!(c, ')' | '"' | '”' | '>')) {
                index += 1;
            }
            while index > from + 1
                && self.character(index - 1).is_some_and(|c| matches!(c, '.' | ',' | ';' | ':' | '!' | '?'))
            {
                index -= 1;
            }
            self.push(from, index, TokenKind::Word);
            return index;
        }
        // Where the letters since the last stop began, and where apostrophes and hyphens stand.
        let mut segment = from;
        let mut hyphens = Vec::new();
        let mut apostrophe = None;
        while let Some(character) = self.character(index) {
            if character.is_ascii_alphanumeric() || is_word_character(character) {
                index += 1;
                continue;
            }
            let next = self.character(index + 1);
            let letter_next = next.is_some_and(char::is_alphabetic);
            let digit_next = next.is_some_and(|c| c.is_ascii_digit());
            let after_digit = self.character(index - 1).is_some_and(|c| c.is_ascii_digit());
            let goes_on = match character {
                _ if is_zero_width(character) => next.is_some_and(is_word_character),
                '-' | '‐' | '‑' if letter_next || digit_next => {
                    hyphens.push(index);
                    segment = index + 1;
                    true
                }
                ',' | ':' | '/' => after_digit && digit_next,
                '.' if after_digit => digit_next,
                '.' if letter_next => {
                    let single = index == segment + 1;
                    let before_upper = next.is_some_and(char::is_uppercase);
                    let goes_on = single || !before_upper;
                    segment = index + 1;
                    goes_on
                }
                '&' => letter_next && self.character(index - 1).is_some_and(char::is_uppercase),
                '@' | '_' => letter_next || digit_next,
                _ if marks::is_mark(character) && letter_next => {
                    let inside = self.role(index) == Some(Role::Apostrophe);
                    if inside {
                        apostrophe = Some(index);
                    }
                    inside
                }
                _ => false,
            };
            if !goes_on {
                break;
            }
            index += 1;
        }
        if self.character(index) == Some('.')
            && self.character(index + 1) != Some('.')
            && hyphens.is_empty()
            && apostrophe.is_none()
        {
            let following = self.characters.get(index + 1..).unwrap_or_default();
            let next = following.iter().map(|&(_, c)| c).find(|c| !c.is_whitespace());
            let word = self.text.get(self.byte(from)..self.byte(index)).unwrap_or_default();
            if stop_after(word, next) != Stop::Full {
                index += 1;
            }
        }
        self.cut(from, index, &hyphens, apostrophe);
        index
    }

    fn is_address(&self, from: usize) -> bool {
        // Asked of every word.
        if !matches!(self.character(from), Some('h' | 'w')) {
            return false;
        }
        let rest = self.text.get(self.byte(from)..self.end).unwrap_or_default();
        rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.")
    }

    /// Emits a word with its clitic and, where both sides are names, its hyphens as tokens of their own.
    fn cut(&mut self, from: usize, to: usize, hyphens: &[usize], apostrophe: Option<usize>) {
        let clitic = apostrophe.and_then(|index| self.clitic(from, index, to));
        let stem_end = clitic.unwrap_or(to);
        let mut part = from;
        for (place, &hyphen) in hyphens.iter().enumerate() {
            let left_start =
                place.checked_sub(1).and_then(|before| hyphens.get(before)).map_or(from, |&before| before + 1);
            let right_end = hyphens.get(place + 1).copied().unwrap_or(stem_end);
            if hyphen < stem_end && self.joins_names(left_start, hyphen, right_end) {
                self.push_word(part, hyphen);
                self.push(hyphen, hyphen + 1, TokenKind::Punctuation);
                part = hyphen + 1;
            }
        }
        if part < stem_end {
            self.push_word(part, stem_end);
        }
        if let Some(clitic) = clitic {
            self.push(clitic, to, TokenKind::Word);
        }
    }

    fn push_word(&mut self, from: usize, to: usize) {
        let word = self.characters.get(from..to).unwrap_or_default();
        let digits = word.first().is_some_and(|&(_, c)| c.is_ascii_digit());
        let compound = || word.iter().any(|&(_, c)| c == '-') && word.iter().any(|&(_, c)| c.is_alphabetic());
        let kind = if digits && !compound() { TokenKind::Number } else { TokenKind::Word };
        self.push(from, to, kind);
    }

    /// Where the clitic with its apostrophe at `index` begins: "’s" at the apostrophe, "n’t" one letter before.
    fn clitic(&self, from: usize, index: usize, to: usize) -> Option<usize> {
        let suffix: String = self.characters.get(index + 1..to)?.iter().map(|&(_, c)| c.to_ascii_lowercase()).collect();
        match suffix.as_str() {
            "s" | "ll" | "ve" | "re" | "d" | "m" => (index > from).then_some(index),
            "t" if self.character(index - 1).is_some_and(|c| matches!(c, 'n' | 'N')) && index > from + 1 => {
                Some(index - 1)
            }
            _ => None,
        }
    }

    fn joins_names(&self, from: usize, hyphen: usize, to: usize) -> bool {
        let word = |from: usize, to: usize| self.text.get(self.byte(from)..self.byte(to)).unwrap_or_default();
        let (left, right) = (word(from, hyphen), word(hyphen + 1, to));
        let is_name = |word: &str| word.chars().next().is_some_and(char::is_uppercase) && word.chars().nth(1).is_some();
        is_name(left) && is_name(right) && !BOUND_LEFT.contains(&left) && !BOUND_RIGHT.contains(&right)
    }
}

fn is_word_character(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphanumeric();
    }
    !is_general_punctuation(character) && (character.is_alphanumeric() || is_combining_mark(character))
}

fn is_symbol(character: char) -> bool {
    matches!(
        character,
        '$' | '£'
            | '€'
            | '¥'
            | '₹'
            | '%'
            | '‰'
            | '+'
            | '='
            | '<'
            | '>'
            | '|'
            | '~'
            | '^'
            | '©'
            | '®'
            | '™'
            | '°'
            | '•'
            | '·'
            | '§'
            | '#'
            | '@'
            | '&'
            | '\\'
    ) || (!character.is_ascii()
        && !character.is_alphanumeric()
        && !matches!(character, '\u{2010}'..='\u{203D}' | '¿' | '¡'))
}
