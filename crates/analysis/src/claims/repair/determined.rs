//! What a determiner in front of a word tells of it: "the | observers themselves", "each | closing to", "the | likely gain".

use crate::claims::grammar::words::Words;
use crate::tagger::{Upos, VerbForm};

/// Words that stand for one of several behind "the".
const ORDINALS: &[&str] = &["first", "second", "third", "fourth", "last", "latter", "former"];

/// Adjectives with "to" and what they are about.
const TAKING_TO: &[&str] = &["opposed", "committed", "hostile", "open", "averse", "sympathetic"];

impl Words<'_> {
    pub(super) fn repair_determined(&mut self, index: usize) {
        let Some(before) = index.checked_sub(1) else { return };
        match self.pos(index) {
            Upos::Verb => {
                let plural = self.form(index) == VerbForm::Present && self.word(index).ends_with('s');
                let themselves =
                    plural && self.is_any(before, &["the", "these", "those"]) && self.is(index + 1, "themselves");
                let closing = self.form(index) == VerbForm::Ing
                    && self.is_any(before, &["each", "every", "any", "another"])
                    && matches!(self.pos(index + 1), Upos::Adp | Upos::Punct);
                if themselves || closing {
                    self.set(index, Upos::Noun, VerbForm::None);
                }
            }
            // "the | likely gain", "the | very need for it"
            Upos::Adv
                if self.is_any(index, &["likely", "very"])
                    && self.pos(before) == Upos::Det
                    && self.pos(index + 1) == Upos::Noun =>
            {
                self.set(index, Upos::Adj, VerbForm::None);
            }
            // "rejected the | first."
            Upos::Adj
                if self.is(before, "the")
                    && self.is_any(index, ORDINALS)
                    && self.is_any(index + 1, &[".", ";", ",", "as"]) =>
            {
                self.set(index, Upos::Noun, VerbForm::None);
            }
            // "opposed | to disclosure"
            // "confessed | to changing it"
            Upos::Part if self.is(index, "to") => {
                let noun = self.is_any(before, TAKING_TO)
                    && self.pos(index + 1) == Upos::Noun
                    && self.pos(index + 2) != Upos::Det;
                let gerund = self.pos(index + 1) == Upos::Verb && self.form(index + 1) == VerbForm::Ing;
                if noun || gerund {
                    self.set(index, Upos::Adp, VerbForm::None);
                }
            }
            _ => {}
        }
    }
}
