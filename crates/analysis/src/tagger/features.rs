//! The feature templates: which rows of the weight table speak about a word in its place.

use super::class::{Class, VerbForm};
use super::upos::Upos;
use super::words::WordKeys;
use crate::rows::RowNumbers;

/// Rises with every change to the templates or to [`WordKeys`]: weights of another version say nothing to this code.
pub const TEMPLATE_VERSION: u16 = 3;

/// Rows that speak about one word.
pub const ROWS: usize = 41;

/// What has been decided to the left of a word.
#[derive(Debug, Clone, Copy)]
pub struct History {
    /// Class number plus one of the word before and of the one before that; 0 before the sentence.
    previous: u32,
    before_previous: u32,
    /// Form of the auxiliary (or "to") that still waits for its verb, 0 if none does.
    waiting: u32,
    /// A finite verb or auxiliary has been seen since the last mark or conjunction.
    finite_seen: bool,
}

impl History {
    /// Before the first word.
    pub fn start() -> Self {
        History { previous: 0, before_previous: 0, waiting: 0, finite_seen: false }
    }

    /// Class number plus one of the word before.
    pub fn tag(&self) -> u32 {
        self.previous
    }

    /// The classes of the two words before in one number.
    pub fn tags(&self) -> u32 {
        self.previous << 8 | self.before_previous
    }

    /// Form of the auxiliary that waits for its verb.
    pub fn waiting(&self) -> u32 {
        self.waiting
    }

    /// Whether a finite verb has been seen, as a number.
    pub fn finite(&self) -> u32 {
        u32::from(self.finite_seen)
    }

    /// After one more word.
    pub fn push(&mut self, class: Class, word: &WordKeys) {
        self.before_previous = self.previous;
        self.previous = class.index() as u32 + 1;
        let tagged = class.tagged();
        match tagged.pos {
            Upos::Aux => self.waiting = word.form,
            Upos::Part if word.suffix2 == u32::from_be_bytes([0, 0, b't', b'o']) => self.waiting = word.form,
            Upos::Verb | Upos::Punct | Upos::Sconj | Upos::Adp => self.waiting = 0,
            _ => {}
        }
        match tagged.pos {
            Upos::Punct | Upos::Sconj | Upos::Cconj => self.finite_seen = false,
            Upos::Verb | Upos::Aux => {
                self.finite_seen |= !matches!(tagged.verb, VerbForm::Ing | VerbForm::PastParticiple)
            }
            _ => {}
        }
    }
}

/// The rows for word `at`, in template order; `bits` is the binary logarithm of the number of rows of the table.
pub fn rows(words: &[WordKeys], at: usize, history: &History, bits: u8) -> [u32; ROWS] {
    let here = &words[at];
    let nothing = WordKeys::default();
    let near = |step: isize| at.checked_add_signed(step).and_then(|place| words.get(place)).unwrap_or(&nothing);
    let (left, left2, right, right2) = (near(-1), near(-2), near(1), near(2));
    let (tag, tags, finite) = (history.tag(), history.tags(), history.finite());
    let mut number = RowNumbers::new(bits);
    [
        number.of(here.form, 0),
        number.of(here.stem, 0),
        number.of(here.suffix1, 0),
        number.of(here.suffix2, 0),
        number.of(here.suffix3, 0),
        number.of(here.suffix4, 0),
        number.of(here.prefix3, 0),
        number.of(here.shape, 0),
        number.of(here.shape, here.suffix2),
        number.of(here.form, here.shape),
        number.of(tag, 0),
        number.of(tags, 0),
        number.of(tag, here.form),
        number.of(tag, here.suffix3),
        number.of(tags, here.suffix2),
        number.of(left.form, 0),
        number.of(left2.form, 0),
        number.of(right.form, 0),
        number.of(right2.form, 0),
        number.of(left.form, here.form),
        number.of(here.form, right.form),
        number.of(tag, right.form),
        number.of(left.suffix3, 0),
        number.of(right.suffix3, 0),
        number.of(here.suffix3, right.suffix2),
        number.of(here.shape, right.shape),
        number.of(left.shape, here.shape),
        number.of(history.waiting, here.suffix2),
        number.of(finite << 8 | tag, here.suffix3),
        number.of(tag, right.suffix3),
        number.of(right.shape, here.suffix3),
        number.of(here.form, right.suffix2),
        number.of(here.prefix3, here.suffix2),
        number.of(here.known, 0),
        number.of(here.known, here.suffix2),
        number.of(here.known, tag),
        number.of(here.known, tags),
        number.of(here.known, right.form),
        number.of(here.known << 8 | right.known, right.suffix2),
        number.of(here.known << 8 | tag, here.suffix3),
        number.of(finite << 16 | here.known << 8 | tag, right.suffix3),
    ]
}
