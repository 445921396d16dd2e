//! Verbs behind their subjects that the tagger takes for nouns or infinitives.

use super::subjects::{INTENDING, LONGEST_ASIDE, MENTAL};
use crate::claims::grammar::words::Words;
use crate::lexicon::{Frame, Inflection, Lexicon};
use crate::tagger::{Upos, VerbForm};

impl Words<'_> {
    /// "officials I have spoken to | expect it to fail": no infinitive.
    pub(super) fn repair_behind_met(&mut self, index: usize) {
        let base = self.pos(index) == Upos::Verb && self.form(index) == VerbForm::Base;
        let to = index > 0 && self.is(index - 1, "to");
        if !base && !to || self.met_before(index).is_none() {
            return;
        }
        if to {
            self.set(index - 1, Upos::Adp, VerbForm::None);
        }
        if base {
            self.set(index, Upos::Verb, VerbForm::Present);
        }
    }

    /// "the islanders “| want to leave”": no infinitive behind a plural.
    pub(super) fn repair_verb_in_marks(&mut self, index: usize) {
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
    pub(super) fn repair_further(&mut self, index: usize) {
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
    pub(super) fn repair_latter(&mut self, index: usize) {
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
    pub(super) fn repair_emphatic(&mut self, index: usize) {
        let emphatic = self.is_any(index, &["did", "does"]) && index > 0 && self.pos(index - 1) != Upos::Adv;
        if !emphatic {
            return;
        }
        let noun = self.pos(index + 1) == Upos::Noun && !self.word(index + 1).ends_with('s');
        let verb = self.is_any(index + 1, INTENDING) && self.is(index + 2, "to")
            || self.is_any(index + 1, MENTAL) && matches!(self.pos(index + 2), Upos::Det | Upos::Pron | Upos::Sconj)
            || self.is(index + 1, "express");
        if noun && verb {
            self.set(index, Upos::Aux, self.form(index));
            self.set(index + 1, Upos::Verb, VerbForm::Base);
        }
    }

    /// "its demand that the port be closed | dates from March": no noun stands before these.
    pub(super) fn repair_dates(&mut self, index: usize) {
        if self.pos(index) != Upos::Noun || !self.is(index, "dates") || index == 0 {
            return;
        }
        let from = self.is(index + 1, "from") || self.is(index + 1, "back") && self.is_any(index + 2, &["to", "at"]);
        if !from {
            return;
        }
        // "that the port be closed | dates from March"
        let participle = self.form(index - 1) == VerbForm::PastParticiple
            && (index.saturating_sub(3)..index - 1)
                .any(|at| self.is_any(at, &["be", "been", "is", "are", "was", "were"]));
        let closed = matches!(self.pos(index - 1), Upos::Det | Upos::Adj | Upos::Num | Upos::Adp | Upos::Verb);
        if participle || !closed {
            self.set(index, Upos::Verb, VerbForm::Present);
        }
    }

    /// "The two firms now | talk of a merger": no noun stands behind such an adverb.
    pub(super) fn repair_talk(&mut self, index: usize) {
        if self.pos(index) == Upos::Noun
            && self.is(index, "talk")
            && index > 0
            && self.is_any(index - 1, &["now", "still", "already", "often", "openly", "privately"])
            && self.is_any(index + 1, &["of", "about"])
        {
            self.set(index, Upos::Verb, VerbForm::Present);
        }
    }

    /// "71 per cent of those asked | back joint purchases": the only verb there can be.
    pub(super) fn repair_back(&mut self, index: usize) {
        if !self.is(index, "back") || self.pos(index) == Upos::Verb || index < 2 {
            return;
        }
        let plural = self.pos(index - 1) == Upos::Noun
            && self.word(index - 1).ends_with('s')
            && !self.word(index - 1).ends_with("ss")
            || self.is_any(index - 1, &["percent", "cent", "%"])
            || self.form(index - 1) == VerbForm::PastParticiple && self.is_any(index - 2, &["those", "people"]);
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

    /// "the leaders | hope to announce".
    pub(super) fn repair_plural_and_verb(&mut self, index: usize) {
        if self.pos(index) != Upos::Noun {
            return;
        }
        let intends =
            self.is(index + 1, "to") && self.form(index + 2) == VerbForm::Base && self.is_any(index, INTENDING);
        if !intends {
            return;
        }
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
        if plural() || behind_aside() || joined() {
            self.set(index, Upos::Verb, VerbForm::Present);
        }
    }

    /// "Kestria | claims to hold the town": behind a name that opens a clause.
    pub(super) fn repair_name_and_verb(&mut self, index: usize) {
        if self.pos(index) != Upos::Noun || index == 0 || self.pos(index - 1) != Upos::Propn {
            return;
        }
        let stem = self.word(index).strip_suffix('s').unwrap_or_default();
        if stem != "claim" && !INTENDING.contains(&stem) {
            return;
        }
        let opens = index == 1 || matches!(self.pos(index - 2), Upos::Punct | Upos::Cconj | Upos::Sconj);
        if opens && self.is(index + 1, "to") && self.form(index + 2) == VerbForm::Base {
            self.set(index, Upos::Verb, VerbForm::Present);
        }
    }

    /// "Averland supports | talks", "The bank backs | limits on lending": of two words in -s behind a singular the first is the verb and the
    /// second what it takes, since no plural has a verb in -s.
    pub(super) fn repair_two_in_s(&mut self, index: usize, lexicon: &Lexicon) {
        let verb = self.pos(index + 1) == Upos::Verb
            && self.form(index + 1) == VerbForm::Present
            && self.word(index + 1).ends_with('s');
        if !verb || self.pos(index) != Upos::Noun || !self.word(index).ends_with('s') || index == 0 {
            return;
        }
        let takes_object = || {
            lexicon.verbs(self.word(index)).any(|(verb, inflection)| {
                inflection == Inflection::ThirdPerson
                    && verb.rest.is_empty()
                    && verb.senses.iter().any(|sense| sense.frames.contains(&Frame::Object))
            })
        };
        let singular = self.pos(index - 1) == Upos::Propn
            || self.pos(index - 1) == Upos::Noun && !self.word(index - 1).ends_with('s');
        let hung = matches!(self.pos(index + 2), Upos::Adp | Upos::Punct | Upos::Cconj);
        if singular && hung && self.listed(index).verb && takes_object() {
            self.set(index, Upos::Verb, VerbForm::Present);
            self.set(index + 1, Upos::Noun, VerbForm::None);
        }
    }
}
