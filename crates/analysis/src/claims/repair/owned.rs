//! Nouns that the tagger takes for verbs behind their owner: "the president’s vow to", "the court’s ruling that".

use crate::claims::grammar::words::Words;
use crate::tagger::{Upos, VerbForm};

/// What is a noun as well as a participle.
const RULINGS: &[&str] = &["ruling", "finding", "understanding", "warning", "reading", "feeling", "saying"];

/// How many tokens an aside within a verb has at most, its marks among them.
const LONGEST_ASIDE: usize = 7;

impl Words<'_> {
    /// What stands between a possessive mark and "to", "that" or a preposition is a noun where the lexicon has one.
    pub(crate) fn repair_owned_nouns(&mut self) {
        for index in 2..self.len().saturating_sub(1) {
            // "called the | ruling a victory": an object stands behind it, so it is none of its own.
            if self.form(index) == VerbForm::Ing
                && self.pos(index - 1) == Upos::Det
                && RULINGS.contains(&self.word(index))
                && self.pos(index + 1) == Upos::Det
            {
                self.set(index, Upos::Noun, VerbForm::None);
            }
            // "the court’s | ruling also rejects it"
            if self.form(index) == VerbForm::Ing
                && RULINGS.contains(&self.word(index))
                && self.is_possessive_mark(index - 1)
                && self.verb_behind_adverbs(index + 1)
            {
                self.set(index, Upos::Noun, VerbForm::None);
            }
            // "to nobody’s | surprise": what is owned, and no short form of "is".
            if self.is(index - 1, "'s")
                && self.pos(index - 1) == Upos::Aux
                && self.pos(index - 2) == Upos::Pron
                && index > 2
                && self.is(index - 3, "to")
                && self.listed(index).noun
            {
                self.set(index - 1, Upos::Part, VerbForm::None);
                self.set(index, Upos::Noun, VerbForm::None);
            }
            // "earned Kestria | respect among": a verb in the singular would end in "s".
            let bare = self.pos(index) == Upos::Verb
                && self.form(index) == VerbForm::Present
                && !self.word(index).ends_with('s')
                && self.pos(index - 1) == Upos::Propn
                && self.pos(index - 2) == Upos::Verb
                && self.pos(index + 1) == Upos::Adp;
            if bare && self.listed(index).noun {
                self.set(index, Upos::Noun, VerbForm::None);
            }
            // "would, in theory, | carry more"
            let aside = self.is(index - 1, ",")
                && self.form(index) == VerbForm::Present
                && !self.word(index).ends_with('s')
                && (index.saturating_sub(LONGEST_ASIDE)..index - 1).any(|at| {
                    self.is_any(at, &["would", "will", "could", "should", "may", "might", "must"])
                        && self.is(at + 1, ",")
                });
            if aside {
                self.set(index, Upos::Verb, VerbForm::Base);
            }
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

    /// Whether a verb that tells what somebody does stands behind an adverb or more: "also | rejects", "then | warned".
    fn verb_behind_adverbs(&self, start: usize) -> bool {
        const ADVERBS: usize = 4;
        let verb = (start..start + ADVERBS).find(|&at| self.pos(at) != Upos::Adv).filter(|&at| at > start);
        verb.is_some_and(|at| matches!(self.pos(at), Upos::Verb | Upos::Aux) && self.form(at) != VerbForm::Ing)
    }
}
