//! Nouns that the tagger takes for verbs behind their owner: "the president’s vow to", "the court’s ruling that".

use crate::claims::grammar::words::Words;
use crate::tagger::{Upos, VerbForm};

/// What is a noun as well as a participle.
const RULINGS: &[&str] = &["ruling", "finding", "understanding", "warning", "reading", "feeling", "saying"];

impl Words<'_> {
    /// What stands between a possessive mark and "to", "that" or a preposition is a noun where the lexicon has one.
    pub(crate) fn repair_owned_nouns(&mut self) {
        for index in 2..self.len().saturating_sub(1) {
            let owned = self.pos(index) == Upos::Verb
                && self.pos(index - 1) == Upos::Part
                && self.is_possessive_mark(index - 1)
                && matches!(self.pos(index - 2), Upos::Noun | Upos::Propn);
            if !owned {
                continue;
            }
            let noun = self.listed(index).noun;
            let fits = match self.form(index) {
                VerbForm::Ing => RULINGS.contains(&self.word(index)) && self.is_any(index + 1, &["that", "of", "on"]),
                VerbForm::Base | VerbForm::Present => {
                    self.is_any(index + 1, &["to", "that"]) || self.pos(index + 1) == Upos::Adp
                }
                _ => false,
            };
            if noun && fits {
                self.set(index, Upos::Noun, VerbForm::None);
            }
        }
    }
}
