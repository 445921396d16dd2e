use std::borrow::Cow;

use rapporteur_core::ByteRange;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::characters::{Kind, is_general_punctuation};

/// A run of letters and digits: what names are compared by.
///
/// Finer than a token: `Russia-Ukraine` is two atoms, `U.S.` two, `P5+1` two; so names are found in compounds and however the
/// tokeniser cuts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Atom<'t> {
    pub at: ByteRange,
    /// As it stands.
    pub text: &'t str,
    /// One spelling for all: see [`fold`].
    pub folded: Cow<'t, str>,
    /// What stands between this atom and the one before.
    pub gap: Gap,
}

impl Atom<'_> {
    /// Whether it begins with a capital letter.
    #[inline]
    pub fn is_capitalised(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Two or more capital letters or digits and nothing else, not digits alone.
    #[inline]
    pub fn is_upper(&self) -> bool {
        let mut letters = 0;
        let all = self.text.chars().all(|character| {
            letters += usize::from(character.is_uppercase());
            character.is_uppercase() || character.is_ascii_digit()
        });
        all && letters > 0 && self.text.chars().nth(1).is_some()
    }

    /// Digits only.
    #[inline]
    pub fn is_number(&self) -> bool {
        self.text.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Whether the folded form is this lower-case word, capital or not.
    #[inline]
    pub fn is(&self, word: &str) -> bool {
        self.folded.eq_ignore_ascii_case(word)
    }
}

/// What stands between two atoms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing before the first, or any mark not named here.
    Other,
    Space,
    /// One hyphen or dash without white space.
    Hyphen,
    /// A full stop without white space: `U.S`.
    Dot,
    /// A full stop and white space: `St. Helena`.
    DotSpace,
    /// An apostrophe without white space: `People's`.
    Apostrophe,
    /// An apostrophe and white space: `Workers' Party`.
    PluralApostrophe,
    /// A comma and white space: `Washington, D.C.`.
    Comma,
    /// `/`, `+` or `&` with or without white space.
    Joint,
}

impl Gap {
    fn of(between: &str) -> Self {
        match between {
            " " => Self::Space,
            "-" | "‐" | "‑" | "–" => Self::Hyphen,
            "." => Self::Dot,
            "'" | "’" | "‘" | "ʼ" | "`" => Self::Apostrophe,
            _ => {
                let words = between.trim();
                match words {
                    "" => Self::Space,
                    "'" | "’" if between.starts_with(words) => Self::PluralApostrophe,
                    "." => Self::DotSpace,
                    "," => Self::Comma,
                    "/" | "+" | "&" | "&amp;" => Self::Joint,
                    _ => Self::Other,
                }
            }
        }
    }

    /// The form in which gaps of names are compared: `Secretary-General` is `Secretary General`.
    pub(super) fn in_names(self) -> Self {
        match self {
            Self::Hyphen | Self::DotSpace | Self::PluralApostrophe => Self::Space,
            other => other,
        }
    }
}

/// The atoms of `text`, which stands at byte `base` of the document.
pub fn atoms(text: &str, base: usize) -> Vec<Atom<'_>> {
    let mut atoms = Vec::with_capacity(text.len() / 5);
    atoms_folded(text, base, &mut atoms, fold_word);
    atoms
}

/// Appends the [`atoms`] of `text` to others, each word folded by `fold`: what [`fold_word`] gives, from wherever that is known.
pub fn atoms_folded<'t>(
    text: &'t str,
    base: usize,
    atoms: &mut Vec<Atom<'t>>,
    mut fold: impl FnMut(&'t str) -> Cow<'t, str>,
) {
    let first = atoms.len();
    let mut end_of_last = 0;
    loop {
        // Most stand behind one space.
        let spaced = matches!(
            text.as_bytes().get(end_of_last..),
            Some([b' ', next, ..]) if Kind::of(*next) == Kind::Word
        );
        let from = if spaced { end_of_last + 1 } else { run_end(text, end_of_last, false) };
        if from == text.len() {
            return;
        }
        let end = run_end(text, from, true);
        let word = text.get(from..end).unwrap_or_default();
        let between = || text.get(end_of_last..from).unwrap_or_default();
        let gap = match atoms.last() {
            _ if atoms.len() == first => Gap::Other,
            None => Gap::Other,
            Some(_) if spaced => Gap::Space,
            // The stop belongs to the word: "U.S. troops".
            Some(last) if last.gap == Gap::Dot && last.text.len() <= 2 && Gap::of(between()) == Gap::DotSpace => {
                Gap::Space
            }
            Some(_) => Gap::of(between()),
        };
        let at = ByteRange::new(base + from, base + end);
        atoms.push(Atom { at, text: word, folded: fold(word), gap });
        end_of_last = end;
    }
}

/// Where the run of characters of one kind ends that begins at byte `from`: of those of words, or of all others.
// Inlined, so that it is known at each place which of the two is asked for.
#[inline(always)]
fn run_end(text: &str, from: usize, of_word: bool) -> usize {
    let mut at = from;
    loop {
        // Nearly all characters are a byte, and then none need be put together.
        let rest = text.as_bytes().get(at..).unwrap_or_default();
        let wanted = if of_word { Kind::Word } else { Kind::Between };
        at += rest.iter().take_while(|&&byte| Kind::of(byte) == wanted).count();
        if text.as_bytes().get(at).is_none_or(u8::is_ascii) {
            break;
        }
        let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        let word = !is_general_punctuation(character) && (character.is_alphanumeric() || is_combining_mark(character));
        if word != of_word {
            break;
        }
        at += character.len_utf8();
    }
    at
}

/// A spelling in which variants of one word are equal: without accents, British rather than American. Case is kept.
pub fn fold(text: &str) -> String {
    folded(text).into_owned()
}

/// As [`fold`]; a single word that is spelt so already is not copied.
pub fn folded(text: &str) -> Cow<'_, str> {
    if !text.is_empty() && !text.contains(char::is_whitespace) {
        return fold_word(text);
    }
    let mut folded = String::with_capacity(text.len());
    for (number, word) in text.split_whitespace().enumerate() {
        if number > 0 {
            folded.push(' ');
        }
        folded.push_str(&fold_word(word));
    }
    Cow::Owned(folded)
}

/// As [`fold`], for a single word; one that is spelt so already is not copied.
pub fn fold_word(word: &str) -> Cow<'_, str> {
    // No shorter word has another spelling.
    if word.len() < 6 && word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let plain: Cow<'_, str> = if word.is_ascii() { Cow::Borrowed(word) } else { Cow::Owned(without_marks(word)) };
    match british(&plain) {
        Some(spelling) => Cow::Owned(spelling),
        None => plain,
    }
}

fn without_marks(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for character in word.nfd() {
        match character {
            _ if is_combining_mark(character) => {}
            'ø' => plain.push('o'),
            'Ø' => plain.push('O'),
            'ł' => plain.push('l'),
            'Ł' => plain.push('L'),
            'đ' => plain.push('d'),
            'Đ' => plain.push('D'),
            'ı' => plain.push('i'),
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'Æ' => plain.push_str("Ae"),
            other => plain.push(other),
        }
    }
    plain
}

/// The British spelling of the words in which names of institutions differ.
fn british(word: &str) -> Option<String> {
    let swapped = match word {
        "Center" => "Centre",
        "Centers" => "Centres",
        "Defense" => "Defence",
        "Program" => "Programme",
        "Programs" => "Programmes",
        "center" => "centre",
        "defense" => "defence",
        "program" => "programme",
        _ => {
            // -iz- before an ending, late in a long word: Organization, organized, Globalizing; not Prize or Size.
            if word.len() < 7 || !word.as_bytes().contains(&b'z') {
                return None;
            }
            let place = word.rfind("iz").filter(|&place| place >= 4 && place <= word.len() - 3)?;
            let ending = word.get(place + 2..)?;
            if !["e", "ed", "er", "ers", "es", "ing", "ation", "ations", "ational"].contains(&ending) {
                return None;
            }
            return Some(format!("{}is{ending}", word.get(..place)?));
        }
    };
    Some(swapped.to_owned())
}
