//! Small words whose part of speech the words behind them tell: "what | one minister has called", "wants | this strike to end".

use crate::claims::grammar::words::Words;
use crate::lexicon::HolderKind;
use crate::tagger::{Upos, VerbForm};

/// How many tokens a bracket between a subject and its verb may have.
const LONGEST_BRACKET: usize = 12;

impl Words<'_> {
    pub(super) fn repair_small_words(&mut self, index: usize) {
        // "what | one minister has described as": no determiner.
        if self.pos(index) == Upos::Det && self.is(index, "what") && self.is(index + 1, "one") {
            self.set(index, Upos::Pron, VerbForm::None);
        }
        // "wants | this strike to continue"
        if self.pos(index) == Upos::Pron
            && self.is_any(index, &["this", "that"])
            && (self.pos(index + 1) == Upos::Noun
                || self.pos(index + 1) == Upos::Verb && self.form(index + 1) == VerbForm::Present)
            && !self.word(index + 1).ends_with('s')
            && self.is(index + 2, "to")
            && self.form(index + 3) == VerbForm::Base
        {
            self.set(index, Upos::Det, VerbForm::None);
            self.set(index + 1, Upos::Noun, VerbForm::None);
        }
        // "would like | more water"
        if matches!(self.pos(index), Upos::Adv | Upos::Adp)
            && index > 0
            && self.pos(index - 1) == Upos::Verb
            && self.pos(index + 1) == Upos::Noun
            && self.is_any(index, &["more", "less", "enough", "overseas"])
        {
            self.set(index, Upos::Adj, VerbForm::None);
        }
        // "something | like it"
        if self.pos(index) == Upos::Verb
            && self.is(index, "like")
            && index > 0
            && self.is_any(index - 1, &["something", "anything", "nothing", "much"])
        {
            self.set(index, Upos::Adp, VerbForm::None);
        }
        // "a veto over anything | said about it"
        if self.form(index) == VerbForm::Past
            && index > 0
            && self.is_any(index, &["said", "done", "made", "written", "agreed", "signed", "left", "decided"])
            && self.is_any(index - 1, &["anything", "everything", "nothing", "something"])
            && matches!(self.pos(index + 1), Upos::Adp | Upos::Punct)
        {
            self.set(index, Upos::Verb, VerbForm::PastParticiple);
        }
        // "| Outside mediators have proposed"
        if matches!(self.pos(index), Upos::Adv | Upos::Adp)
            && self.is(index, "outside")
            && (index == 0 || self.pos(index - 1) == Upos::Punct)
            && self.pos(index + 1) == Upos::Noun
            && matches!(self.listed(index + 1).holder, Some(HolderKind::Person | HolderKind::Group))
            && matches!(self.pos(index + 2), Upos::Aux | Upos::Verb)
        {
            self.set(index, Upos::Adj, VerbForm::None);
        }
        // "Disability | claims pending for months": what is pending, nobody claims.
        if self.pos(index) == Upos::Verb
            && self.is_any(index, &["claims", "demands", "requests", "appeals", "charges"])
            && self.is_any(index + 1, &["pending", "outstanding", "filed", "lodged"])
        {
            self.set(index, Upos::Noun, VerbForm::None);
        }
        // "475 | pledged delegates", "the dozen | states that held a vote"
        if index > 0 && self.pos(index) == Upos::Verb && self.pos(index - 1) == Upos::Num {
            if self.is(index, "pledged") && self.pos(index + 1) == Upos::Noun {
                self.set(index, Upos::Adj, VerbForm::None);
            } else if self.is_any(index, &["states", "claims", "demands", "reports"]) && !self.is(index + 1, "the") {
                self.set(index, Upos::Noun, VerbForm::None);
            }
        }
        // "as the advocates of a code | concede": what is no noun.
        if index > 0
            && self.pos(index) == Upos::Noun
            && matches!(self.pos(index - 1), Upos::Noun | Upos::Propn | Upos::Pron)
            && self.is_any(index, &["concede", "contend", "argue", "insist", "admit", "acknowledge", "believe"])
        {
            self.set(index, Upos::Verb, VerbForm::Present);
        }
        // "A | working paper found"
        if self.pos(index) == Upos::Verb
            && self.is(index, "working")
            && self.is_any(index + 1, &["paper", "papers", "group", "groups", "level", "party", "lunch"])
        {
            self.set(index, Upos::Adj, VerbForm::None);
        }
        // "in the weekly Novy | i Stary"
        if self.is(index, "i")
            && index > 0
            && !self.is_capitalised(index)
            && self.pos(index - 1) == Upos::Propn
            && self.pos(index + 1) == Upos::Propn
        {
            self.set(index, Upos::Propn, VerbForm::None);
        }
        // "a March 21 | report about it"
        if self.pos(index) == Upos::Verb
            && index > 2
            && self.pos(index - 1) == Upos::Num
            && self.is_any(index, &["report", "study", "statement", "claim", "decision"])
            && self.is_time(index - 2)
            && (self.pos(index - 3) == Upos::Det || self.is_possessive_mark(index - 3))
        {
            self.set(index, Upos::Noun, VerbForm::None);
        }
        // "Commanders in the east, two of whom were there, | consider that"
        if index > 2
            && self.pos(index) == Upos::Verb
            && self.form(index) == VerbForm::Base
            && self.is(index - 1, ",")
            && self.is(index + 1, "that")
            && self.pos(index + 1) == Upos::Sconj
        {
            self.set(index, Upos::Verb, VerbForm::Present);
        }
        self.repair_behind_bracket(index);
    }

    /// "The largest group of supporters (about a third) | see it as": behind what a bracket says of the subject, no infinitive.
    fn repair_behind_bracket(&mut self, index: usize) {
        let bare = self.pos(index) == Upos::Verb && self.form(index) == VerbForm::Base;
        if !bare || index < 3 || !self.is(index - 1, ")") {
            return;
        }
        let first = index.saturating_sub(LONGEST_BRACKET);
        let Some(open) = (first..index - 1).rev().find(|&at| self.is(at, "(")) else { return };
        let plural = open > 0 && self.pos(open - 1) == Upos::Noun && self.word(open - 1).ends_with('s');
        let object = matches!(self.pos(index + 1), Upos::Det | Upos::Pron | Upos::Propn | Upos::Sconj);
        let verbless = (open..index).all(|at| !matches!(self.pos(at), Upos::Verb | Upos::Aux));
        if plural && object && verbless {
            self.set(index, Upos::Verb, VerbForm::Present);
        }
    }
}
