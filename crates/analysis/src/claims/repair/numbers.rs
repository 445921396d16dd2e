//! Numbers written out, which the tagger takes for nouns: "| sixty-eight | per cent", "at least | seventy".

use crate::claims::grammar::words::Words;
use crate::tagger::{Upos, VerbForm};

const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ONES: &[&str] = &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

impl Words<'_> {
    pub(super) fn repair_number(&mut self, index: usize) {
        if !matches!(self.pos(index), Upos::Noun | Upos::Adj) {
            return;
        }
        let spelled = match self.word(index).split_once('-') {
            Some((tens, ones)) => TENS.contains(&tens) && ONES.contains(&ones),
            None => TENS.contains(&self.word(index)),
        };
        if spelled {
            self.set(index, Upos::Num, VerbForm::None);
        }
        // One word in two, and no preposition.
        if self.is(index, "cent") && index > 0 && self.is(index - 1, "per") {
            self.set(index - 1, Upos::Noun, VerbForm::None);
        }
    }
}
