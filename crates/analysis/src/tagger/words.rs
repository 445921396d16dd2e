//! What the features look at in one word, worked out once per word.
//!
//! Word forms are normalised here and nowhere else, so that training text (mostly straight marks) and news text (mostly
//! curly ones) meet: quotation marks and apostrophes become straight, dashes one dash, digits `0`, letters lower case.

use crate::characters::is_general_punctuation;

/// Numbers that stand for properties of a word; equal properties have equal numbers, and 0 means "nothing there".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WordKeys {
    /// The normalised form.
    pub form: u32,
    /// The form without the usual inflections, much cut: joins "announces", "announced", "announcing".
    pub stem: u32,
    /// Last one to four bytes of the normalised form.
    pub suffix1: u32,
    pub suffix2: u32,
    pub suffix3: u32,
    pub suffix4: u32,
    /// First three bytes of the normalised form.
    pub prefix3: u32,
    /// Capitals, digits and marks in the word, with whether a capital says anything at this place.
    pub shape: u32,
    /// Written in capitals (first letter or all) where a capital says something.
    pub name_like: bool,
    /// What a dictionary says the word can be; 0 until the tagger has looked it up.
    pub known: u32,
}

/// What a word is by its spelling alone.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Spelt {
    /// But for what the place in the sentence adds.
    pub keys: WordKeys,
    /// Long enough, and all of letters, so that its capital counts.
    longer: bool,
    first_upper: bool,
    /// A capital behind it says little.
    opens: bool,
}

impl Spelt {
    /// `buffer` is scratch space.
    pub fn of(word: &str, buffer: &mut Vec<u8>) -> Self {
        // Most words are in lower case and their own normalised form.
        let plain = word.bytes().all(|byte| byte.is_ascii_lowercase());
        let spelling = if plain { Spelling::plain(word.len()) } else { Spelling::of(word) };
        if !plain {
            normalise(word, buffer);
        }
        let bytes = if plain { word.as_bytes() } else { buffer.as_slice() };
        let (form, stem) = hashes(bytes, stem(bytes).len());
        let suffix4 = ending(bytes);
        let keys = WordKeys {
            form,
            stem,
            suffix1: suffix4 & 0xff,
            suffix2: suffix4 & 0xffff,
            suffix3: suffix4 & 0x00ff_ffff,
            suffix4,
            prefix3: beginning(bytes),
            shape: 1 | spelling.bits() << 1,
            name_like: spelling.capitals != Capitals::None,
            known: 0,
        };
        Self {
            keys,
            longer: word.len() >= 4 && spelling.is_alphabetic(),
            first_upper: spelling.first_upper,
            opens: matches!(bytes, b"\"" | b"'" | b":" | b"(" | b"[" | b"-" | b"." | b"!" | b"?" | b";"),
        }
    }
}

/// Appends one entry per word of the sentence to `keys`. `buffer` is scratch space.
pub fn word_keys(words: &[&str], buffer: &mut Vec<u8>, keys: &mut Vec<WordKeys>) {
    keys_in_place(words, keys, |word| Spelt::of(word, buffer));
}

/// As [`word_keys`], from what `spelt` says of each word.
pub(super) fn keys_in_place(words: &[&str], keys: &mut Vec<WordKeys>, mut spelt: impl FnMut(&str) -> Spelt) {
    let first = keys.len();
    keys.reserve(words.len());
    let mut place = Place::Start;
    let (mut longer, mut capitalised) = (0, 0);
    for word in words {
        let Spelt { keys: spelt, longer: is_longer, first_upper, opens } = spelt(word);
        keys.push(WordKeys {
            shape: spelt.shape | (place as u32) << 9,
            name_like: spelt.name_like && matches!(place, Place::Inside),
            ..spelt
        });
        if is_longer {
            longer += 1;
            capitalised += usize::from(first_upper);
        }
        place = match place {
            Place::Start if opens => Place::Start,
            _ if opens => Place::AfterMark,
            _ => Place::Inside,
        };
    }
    // Nearly every longer word is capitalised, so that capitals do not tell names.
    if longer >= 4 && capitalised * 10 >= longer * 9 {
        for key in keys.iter_mut().skip(first) {
            key.shape |= 1 << 11;
            key.name_like = false;
        }
    }
}

/// Where a word stands, as far as its capital is concerned.
#[derive(Debug, Clone, Copy)]
#[repr(u32)]
enum Place {
    Inside = 0,
    Start = 1,
    AfterMark = 2,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Capitals {
    None,
    First,
    Single,
    All,
    Mixed,
}

#[derive(Debug, Clone, Copy)]
struct Spelling {
    capitals: Capitals,
    first_upper: bool,
    digits: bool,
    letters: bool,
    hyphen: bool,
    dot: bool,
    other: bool,
}

impl Spelling {
    /// Of a word of so many lower-case letters and nothing else.
    fn plain(letters: usize) -> Spelling {
        Spelling {
            capitals: Capitals::None,
            first_upper: false,
            digits: false,
            letters: letters > 0,
            hyphen: false,
            dot: false,
            other: false,
        }
    }

    /// Letters and nothing else.
    fn is_alphabetic(self) -> bool {
        self.letters && !(self.digits || self.hyphen || self.dot || self.other)
    }

    fn of(word: &str) -> Spelling {
        let (mut upper, mut lower, mut first_upper) = (0, 0, false);
        let mut spelling = Spelling {
            capitals: Capitals::None,
            first_upper: false,
            digits: false,
            letters: false,
            hyphen: false,
            dot: false,
            other: false,
        };
        // Nearly all words are ASCII, and there a class is told without tables.
        for (at, character) in word.chars().enumerate() {
            if character.is_ascii_lowercase() {
                lower += 1;
            } else if is_general_punctuation(character) {
                match character {
                    '\u{2010}' | '\u{2011}' => spelling.hyphen = true,
                    _ => spelling.other = true,
                }
            } else if character.is_uppercase() {
                upper += 1;
                first_upper |= at == 0;
            } else if character.is_alphabetic() {
                lower += 1;
            } else if character.is_numeric() {
                spelling.digits = true;
            } else {
                match character {
                    '-' => spelling.hyphen = true,
                    '.' => spelling.dot = true,
                    _ => spelling.other = true,
                }
            }
        }
        spelling.first_upper = first_upper;
        spelling.letters = upper + lower > 0;
        spelling.capitals = match (upper, lower, first_upper) {
            (0, _, _) => Capitals::None,
            (1, 0, _) => Capitals::Single,
            (_, 0, _) => Capitals::All,
            (1, _, true) => Capitals::First,
            _ => Capitals::Mixed,
        };
        spelling
    }

    /// Eight bits.
    fn bits(self) -> u32 {
        self.capitals as u32
            | u32::from(self.digits) << 3
            | u32::from(self.letters) << 4
            | u32::from(self.hyphen) << 5
            | u32::from(self.dot) << 6
            | u32::from(self.other) << 7
    }
}

/// Writes the normalised form of `word` into `buffer`.
fn normalise(word: &str, buffer: &mut Vec<u8>) {
    buffer.clear();
    match word {
        "``" | "''" => return buffer.push(b'"'),
        "--" | "---" => return buffer.push(b'-'),
        "…" => return buffer.extend(b"..."),
        _ => {}
    }
    if word.is_ascii() {
        return buffer.extend(word.bytes().map(|byte| match byte {
            b'0'..=b'9' => b'0',
            b'`' => b'\'',
            _ => byte.to_ascii_lowercase(),
        }));
    }
    let mut push = |character: char| buffer.extend(character.encode_utf8(&mut [0; 4]).as_bytes());
    for character in word.chars() {
        match character {
            '0'..='9' => push('0'),
            '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '`' | '\u{b4}' => push('\''),
            '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '\u{ab}' | '\u{bb}' => push('"'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => push('-'),
            _ => character.to_lowercase().for_each(&mut push),
        }
    }
}

/// The word without "-s", "-ed", "-ing", a last "e", a doubled last letter; `y` and `i` are not told apart at the end.
fn stem(form: &[u8]) -> &[u8] {
    if form.len() < 4 || !form.iter().all(u8::is_ascii_lowercase) {
        return form;
    }
    let mut cut = form;
    for ending in [&b"ing"[..], b"ed", b"es", b"s"] {
        if let Some(rest) = form.strip_suffix(ending)
            && rest.len() >= 3
            && !(ending == b"s" && rest.ends_with(b"s"))
        {
            cut = rest;
            break;
        }
    }
    if cut.len() > 3 {
        cut =
            cut.strip_suffix(b"e").or_else(|| cut.strip_suffix(b"y")).or_else(|| cut.strip_suffix(b"i")).unwrap_or(cut);
    }
    match cut {
        [rest @ .., before, last] if before == last && rest.len() >= 2 => &cut[..cut.len() - 1],
        _ => cut,
    }
}

/// FNV-1a over all bytes and over the first `length`, never 0.
fn hashes(bytes: &[u8], length: usize) -> (u32, u32) {
    let step = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    let (beginning, rest) = bytes.split_at(length.min(bytes.len()));
    // What is left away of the stem stands at the end, so one walk gives both.
    let stem = beginning.iter().fold(0x811c_9dc5_u32, step);
    (rest.iter().fold(stem, step).max(1), stem.max(1))
}

/// The last four bytes as a number, the last one lowest; the whole word if it is shorter.
fn ending(bytes: &[u8]) -> u32 {
    bytes[bytes.len().saturating_sub(4)..].iter().fold(0, |packed, byte| packed << 8 | u32::from(*byte))
}

/// The first three bytes as a number; the whole word if it is shorter.
fn beginning(bytes: &[u8]) -> u32 {
    bytes.iter().take(3).fold(0, |packed, byte| packed << 8 | u32::from(*byte))
}
