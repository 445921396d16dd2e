//! Small words and names that stand as subjects, and the verbs behind them, where the tagger sees neither.

use crate::claims::grammar::words::Words;
use crate::tagger::{Upos, VerbForm};

/// Words for some of those spoken of.
const QUANTIFIERS: &[&str] = &["most", "many", "some", "few", "several", "both", "all", "others"];

/// Verbs that are nouns as often, behind a quantifier or a plural.
pub(super) const MENTAL: &[&str] =
    &["fear", "hope", "doubt", "claim", "worry", "question", "argue", "think", "say", "view"];
pub(super) const INTENDING: &[&str] = &["hope", "plan", "aim", "vow", "pledge", "promise", "intend", "want"];

/// How many tokens an aside behind a subject may have.
pub(super) const LONGEST_ASIDE: usize = 12;

impl Words<'_> {
    /// All of them, at one token.
    pub(crate) fn repair_subject(&mut self, index: usize) {
        self.repair_quantifier(index);
        self.repair_emphatic(index);
        self.repair_rank(index);
        self.repair_judged_noun(index);
        self.repair_back(index);
        self.repair_likely(index);
        self.repair_dates(index);
        self.repair_talk(index);
        self.repair_name_in_pair(index);
        self.repair_plural_and_verb(index);
        self.repair_there(index);
        self.repair_further(index);
        self.repair_latter(index);
        self.repair_verb_in_marks(index);
        self.repair_behind_met(index);
        self.repair_neither(index);
        self.repair_name_and_verb(index);
        self.repair_compared(index);
    }

    /// "the | larger of the two parties": a noun.
    fn repair_compared(&mut self, index: usize) {
        let compared = || self.word(index).ends_with("er") || self.word(index).ends_with("est");
        if self.pos(index) == Upos::Adj
            && index > 0
            && self.is(index + 1, "of")
            && self.is(index - 1, "the")
            && compared()
            && self.is_any(index + 2, &["the", "its", "their", "these", "those"])
        {
            self.set(index, Upos::Noun, VerbForm::None);
        }
    }

    /// "| neither government wants it": a determiner, where no "nor" follows.
    fn repair_neither(&mut self, index: usize) {
        if !self.is(index, "neither") || self.pos(index) == Upos::Det {
            return;
        }
        let noun = self.pos(index + 1) == Upos::Noun && !self.word(index + 1).ends_with('s');
        let verb = matches!(self.pos(index + 2), Upos::Verb | Upos::Aux | Upos::Adv);
        if noun && verb {
            self.set(index, Upos::Det, VerbForm::None);
        }
    }

    /// "judges it | likely that": an adjective.
    fn repair_likely(&mut self, index: usize) {
        let judged = self.is_any(index, &["likely", "unlikely"]) && index > 0 && self.is(index - 1, "it");
        if judged && self.is_any(index + 1, &["that", "to"]) {
            self.set(index, Upos::Adj, VerbForm::None);
        }
    }

    /// "considers its | arsenal too small": a noun that ends as adjectives do.
    fn repair_judged_noun(&mut self, index: usize) {
        let determined = || index > 0 && (self.pos(index - 1) == Upos::Det || self.is_possessive_pronoun(index - 1));
        if self.pos(index) == Upos::Adj && self.is(index + 1, "too") && self.pos(index + 2) == Upos::Adj && determined()
        {
            self.set(index, Upos::Noun, VerbForm::None);
        }
    }

    /// "Rear | Admiral Wijesinghe": part of the rank.
    fn repair_rank(&mut self, index: usize) {
        let rank = self.is_capitalised(index) && self.is_any(index, &["rear", "vice"]) && self.is(index + 1, "admiral");
        if rank && self.is_capitalised(index + 1) {
            self.set(index, Upos::Propn, VerbForm::None);
            self.set(index + 1, Upos::Propn, VerbForm::None);
        }
    }

    /// "and both | have said", "most | reckon it will", "what many | see as", "Many | fear the plan".
    fn repair_quantifier(&mut self, index: usize) {
        let next = self.pos(index + 1);
        if !matches!(next, Upos::Aux | Upos::Verb | Upos::Noun) || !self.is_any(index, QUANTIFIERS) {
            return;
        }
        let opens = index.checked_sub(1).is_none_or(|before| {
            matches!(self.pos(before), Upos::Punct | Upos::Cconj | Upos::Sconj) || self.is(before, "what")
        });
        let paired = self.is(index, "both") && self.pos(index) == Upos::Cconj && matches!(next, Upos::Aux | Upos::Verb);
        let verb = next == Upos::Verb
            && !self.word(index + 1).ends_with('s')
            && (matches!(self.form(index + 1), VerbForm::Base | VerbForm::Present | VerbForm::Past)
                || self.form(index + 1) == VerbForm::PastParticiple
                    && self.is_any(index + 2, &["that", "whether", "how", "why"]));
        let subject = opens && verb && matches!(self.pos(index), Upos::Adj | Upos::Adv | Upos::Det);
        // A phrase would end with its noun.
        let verb_after_all = opens
            && next == Upos::Noun
            && (self.is_any(index + 1, MENTAL) || self.is_any(index + 1, &["regard", "view", "fault", "credit", "demand"]))
            && matches!(self.pos(index + 2), Upos::Det | Upos::Pron | Upos::Propn)
            // "Some hope | to win", "Some point | to the cost"
            || opens
                && next == Upos::Noun
                && self.is(index + 2, "to")
                && (self.is_any(index + 1, INTENDING) && self.form(index + 3) == VerbForm::Base
                    || self.is_any(index + 1, &["point", "object"]) && matches!(self.pos(index + 3), Upos::Det | Upos::Noun | Upos::Propn));
        if paired || subject || verb_after_all {
            self.set(index, Upos::Pron, VerbForm::None);
        }
        if subject && self.form(index + 1) == VerbForm::PastParticiple {
            self.set(index, Upos::Pron, VerbForm::None);
            self.set(index + 1, Upos::Verb, VerbForm::Past);
        }
        if verb_after_all {
            self.set(index + 1, Upos::Verb, VerbForm::Present);
        }
    }

    /// "Both Kathmandu | and Beijing vowed": of two joined subjects both are names.
    fn repair_name_in_pair(&mut self, index: usize) {
        let joined = || {
            self.is(index + 1, "and")
                && self.pos(index + 2) == Upos::Propn
                && matches!(self.pos(index + 3), Upos::Aux | Upos::Verb)
        };
        if self.pos(index) == Upos::Adj && self.is_capitalised(index) && joined() {
            self.set(index, Upos::Propn, VerbForm::None);
        }
    }

    /// "our ambassador there | has asked": behind a noun no subject.
    fn repair_there(&mut self, index: usize) {
        if self.pos(index) != Upos::Pron || !self.is(index, "there") {
            return;
        }
        let after_noun = index.checked_sub(1).is_some_and(|before| self.pos(before) == Upos::Noun);
        let exists = self.is_any(index + 1, &["is", "are", "was", "were", "be"]);
        if after_noun && !exists {
            self.set(index, Upos::Adv, VerbForm::None);
        }
    }
}
