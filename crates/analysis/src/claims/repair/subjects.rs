//! Small words and names that stand as subjects, and the verbs behind them, where the tagger sees neither.

use crate::claims::grammar::words::Words;
use crate::tagger::{Upos, VerbForm};

/// Words for some of those spoken of.
const QUANTIFIERS: &[&str] = &["most", "many", "some", "few", "several", "both", "all", "others"];

/// Verbs that are nouns as often, behind a quantifier or a plural.
const MENTAL: &[&str] = &["fear", "hope", "doubt", "claim", "worry", "question", "argue", "think", "say", "view"];
const INTENDING: &[&str] = &["hope", "plan", "aim", "vow", "pledge", "promise", "intend", "want"];

/// How many tokens an aside behind a subject may have.
const LONGEST_ASIDE: usize = 12;

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
        self.repair_name_in_pair(index);
        self.repair_plural_and_verb(index);
        self.repair_there(index);
        self.repair_further(index);
        self.repair_latter(index);
        self.repair_verb_in_marks(index);
    }

    /// "the islanders “| want to leave”": no infinitive behind a plural.
    fn repair_verb_in_marks(&mut self, index: usize) {
        let base = self.pos(index) == Upos::Verb && self.form(index) == VerbForm::Base && index > 1;
        if !base || !self.is_open_quote(index - 1) {
            return;
        }
        let plural = matches!(self.pos(index - 2), Upos::Noun | Upos::Propn)
            && self.word(index - 2).ends_with('s')
            && !self.word(index - 2).ends_with("ss")
            || self.is_any(index - 2, &["they", "we", "people", "many", "some"]);
        // "urged the islanders to “| leave”", "let states “| decide”"
        let asked =
            (index.saturating_sub(6)..index - 2).any(|at| self.is_any(at, &["let", "make", "made", "help", "have"]));
        if plural && !asked {
            self.set(index, Upos::Verb, VerbForm::Present);
        }
    }

    /// "The document further | states that": no noun stands before "that" here.
    fn repair_further(&mut self, index: usize) {
        if !self.is(index, "further") {
            return;
        }
        let named = index.checked_sub(1).is_some_and(|before| matches!(self.pos(before), Upos::Noun | Upos::Propn));
        let verb = self.pos(index + 1) == Upos::Noun && self.word(index + 1).ends_with('s');
        if named && verb && self.is(index + 2, "that") {
            self.set(index, Upos::Adv, VerbForm::None);
            self.set(index + 1, Upos::Verb, VerbForm::Present);
        }
    }

    /// "as the latter | claims that", "the former | plans to": no noun stands behind these.
    fn repair_latter(&mut self, index: usize) {
        if !self.is_any(index, &["latter", "former"]) || index == 0 || !self.is(index - 1, "the") {
            return;
        }
        let next = index + 1;
        let stem = self.word(next).strip_suffix('s').unwrap_or_default();
        let intends = INTENDING.contains(&stem) && self.is(next + 1, "to");
        let thinks = MENTAL.contains(&stem)
            && (self.is(next + 1, "that")
                || self.is(index, "latter") && matches!(self.pos(next + 1), Upos::Det | Upos::Noun));
        if self.pos(next) == Upos::Noun && (intends || thinks) {
            self.set(next, Upos::Verb, VerbForm::Present);
        }
    }

    /// "did | promise to pay", "did | express concern": no noun stands behind these without an article.
    fn repair_emphatic(&mut self, index: usize) {
        let emphatic = self.is_any(index, &["did", "does"]) && index > 0 && self.pos(index - 1) != Upos::Adv;
        let noun = self.pos(index + 1) == Upos::Noun && !self.word(index + 1).ends_with('s');
        let verb = self.is_any(index + 1, INTENDING) && self.is(index + 2, "to")
            || self.is_any(index + 1, MENTAL) && matches!(self.pos(index + 2), Upos::Det | Upos::Pron | Upos::Sconj)
            || self.is(index + 1, "express");
        if emphatic && noun && verb {
            self.set(index, Upos::Aux, self.form(index));
            self.set(index + 1, Upos::Verb, VerbForm::Base);
        }
    }

    /// "its demand that the port be closed | dates from March": no noun stands before these.
    fn repair_dates(&mut self, index: usize) {
        let from = self.is(index + 1, "from") || self.is(index + 1, "back") && self.is_any(index + 2, &["to", "at"]);
        let noun = self.is(index, "dates") && self.pos(index) == Upos::Noun && from && index > 0;
        if noun && !matches!(self.pos(index - 1), Upos::Det | Upos::Adj | Upos::Num | Upos::Adp | Upos::Verb) {
            self.set(index, Upos::Verb, VerbForm::Present);
        }
    }

    /// "judges it | likely that": an adjective.
    fn repair_likely(&mut self, index: usize) {
        let judged = self.is_any(index, &["likely", "unlikely"]) && index > 0 && self.is(index - 1, "it");
        if judged && self.is_any(index + 1, &["that", "to"]) {
            self.set(index, Upos::Adj, VerbForm::None);
        }
    }

    /// "71 per cent of those asked | back joint purchases": the only verb there can be.
    fn repair_back(&mut self, index: usize) {
        if !self.is(index, "back") || self.pos(index) == Upos::Verb || index < 2 {
            return;
        }
        let plural = self.pos(index - 1) == Upos::Noun
            && self.word(index - 1).ends_with('s')
            && !self.word(index - 1).ends_with("ss")
            || self.is_any(index - 1, &["percent", "cent", "%"]);
        let object = matches!(self.pos(index + 1), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn)
            || self.is_possessive_pronoun(index + 1);
        let low = (index.saturating_sub(LONGEST_ASIDE)..index).rev().find(|&at| self.pos(at) == Upos::Punct);
        let from = low.map_or(index.saturating_sub(LONGEST_ASIDE), |at| at + 1);
        let verb = (from..index)
            .any(|at| matches!(self.pos(at), Upos::Verb | Upos::Aux) && self.form(at) != VerbForm::PastParticiple);
        if plural && object && !verb {
            self.set(index, Upos::Verb, VerbForm::Present);
        }
    }

    /// "considers its | arsenal too small": a noun that ends as adjectives do.
    fn repair_judged_noun(&mut self, index: usize) {
        let determined = index > 0 && (self.pos(index - 1) == Upos::Det || self.is_possessive_pronoun(index - 1));
        if determined && self.pos(index) == Upos::Adj && self.is(index + 1, "too") && self.pos(index + 2) == Upos::Adj {
            self.set(index, Upos::Noun, VerbForm::None);
        }
    }

    /// "Rear | Admiral Wijesinghe": part of the rank.
    fn repair_rank(&mut self, index: usize) {
        let rank = self.is_any(index, &["rear", "vice"]) && self.is_capitalised(index) && self.is(index + 1, "admiral");
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

    /// "the leaders | hope to announce".
    fn repair_plural_and_verb(&mut self, index: usize) {
        if self.pos(index) != Upos::Noun {
            return;
        }
        let intends =
            self.form(index + 2) == VerbForm::Base && self.is(index + 1, "to") && self.is_any(index, INTENDING);
        let plural = || {
            index.checked_sub(1).is_some_and(|before| {
                self.pos(before) == Upos::Noun && self.word(before).ends_with('s') && !self.word(before).ends_with("ss")
            })
        };
        // "officials – the largest group – | hope to win", "have closed the port and | plan to open": what a base form is joined to.
        let aside = || {
            let close = index.checked_sub(1).filter(|&close| self.is_dash(close) || self.is(close, ","))?;
            let open = (close.saturating_sub(LONGEST_ASIDE)..close)
                .rev()
                .find(|&at| if self.is(close, ",") { self.is(at, ",") } else { self.is_dash(at) })?;
            open.checked_sub(1)
        };
        let behind_aside = || {
            aside().is_some_and(|noun| {
                self.pos(noun) == Upos::Noun && self.word(noun).ends_with('s') && !self.word(noun).ends_with("ss")
            })
        };
        let joined = || {
            index > 2
                && self.is_any(index - 1, &["and", "but"])
                && self.pos(index - 2) == Upos::Noun
                && (index.saturating_sub(LONGEST_ASIDE)..index).any(|at| self.is(at, "have"))
        };
        if intends && (plural() || behind_aside() || joined()) {
            self.set(index, Upos::Verb, VerbForm::Present);
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
