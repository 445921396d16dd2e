//! What a determiner in front of a word tells of it: "the | observers themselves", "each | closing to", "the | likely gain".

use crate::claims::grammar::words::Words;
use crate::tagger::{Upos, VerbForm};

/// Words that stand for one of several behind "the".
const ORDINALS: &[&str] = &["first", "second", "third", "fourth", "last", "latter", "former"];

/// Adjectives with "to" and what they are about.
const TAKING_TO: &[&str] = &["opposed", "committed", "hostile", "open", "averse", "sympathetic"];

impl Words<'_> {
    pub(super) fn repair_determined(&mut self, index: usize) {
        if self.is_spelled_number(index) && matches!(self.pos(index), Upos::Noun | Upos::Adj | Upos::Propn) {
            self.set(index, Upos::Num, VerbForm::None);
            return;
        }
        let Some(before) = index.checked_sub(1) else { return };
        match self.pos(index) {
            Upos::Verb => {
                let plural = self.form(index) == VerbForm::Present && self.word(index).ends_with('s');
                let themselves =
                    plural && self.is_any(before, &["the", "these", "those"]) && self.is(index + 1, "themselves");
                let closing = self.form(index) == VerbForm::Ing
                    && self.is_any(before, &["each", "every", "any", "another"])
                    && matches!(self.pos(index + 1), Upos::Adp | Upos::Punct);
                // "signed with the pen | name", "called climate | change a hoax"
                let compound = self.is(before, "pen") && self.is(index, "name")
                    || self.is(before, "climate") && self.is(index, "change");
                if themselves || closing || compound || self.is_head_of_compound(index) {
                    self.set(index, Upos::Noun, VerbForm::None);
                }
            }
            // "is against | giving it away": never a conjunction
            Upos::Sconj if self.is(index, "against") => self.set(index, Upos::Adp, VerbForm::None),
            Upos::Adv
                if self.is(index, "likely") && self.pos(before) == Upos::Det && self.pos(index + 1) == Upos::Noun =>
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
                // "recommended | to both sides", "belong | to whoever took them"
                let person = self.is_any(index + 1, &["both", "all", "each", "whoever", "them", "him", "us", "me"])
                    && self.form(index + 2) != VerbForm::Base;
                if noun || gerund || person {
                    self.set(index, Upos::Adp, VerbForm::None);
                }
            }
            _ => {}
        }
    }

    /// "| sixty-eight per cent"
    fn is_spelled_number(&self, index: usize) -> bool {
        const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        const ONES: &[&str] = &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
        self.word(index).split_once('-').is_some_and(|(tens, ones)| TENS.contains(&tens) && ONES.contains(&ones))
    }

    /// "its work | plan foresees": of two verbs side by side the first is none, where it does not agree with what is in front.
    fn is_head_of_compound(&self, index: usize) -> bool {
        let before = index - 1;
        let bare = matches!(self.form(index), VerbForm::Present | VerbForm::Base) && !self.word(index).ends_with('s');
        let behind = self.pos(index + 1) == Upos::Verb
            && self.form(index + 1) == VerbForm::Present
            && self.word(index + 1).ends_with('s');
        bare && behind
            && self.pos(before) == Upos::Noun
            && !self.word(before).ends_with('s')
            && index > 1
            && matches!(self.pos(index - 2), Upos::Det | Upos::Pron | Upos::Num | Upos::Adj | Upos::Part)
    }
}
