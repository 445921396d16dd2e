//! Nouns and participles within compounds that the tagger takes for verbs: "the survey | results show", "its | growing role".

use crate::claims::grammar::words::{Words, is_plural_form};
use crate::lexicon::HolderKind;
use crate::tagger::{Upos, VerbForm};

/// How far back the determiner of a compound may stand.
const COMPOUND: usize = 7;

/// Plural forms of verbs that only a plural subject has.
const PLURAL_AUXILIARIES: &[&str] = &["have", "are", "were"];

/// Singular nouns that take a verb in the plural.
const COLLECTIVES: &[&str] =
    &["police", "people", "media", "staff", "youth", "public", "crew", "elite", "press", "clergy"];

/// What is read and heard, in the form of a gerund.
const READ: &[&str] = &["reporting", "polling", "modelling", "modeling", "briefing", "accounting", "costing"];

impl Words<'_> {
    pub(super) fn repair_compound(&mut self, index: usize) {
        // "the three | leading candidates"
        if self.form(index) == VerbForm::Ing
            && index > 0
            && self.pos(index - 1) == Upos::Num
            && self.pos(index + 1) == Upos::Noun
            && self.word(index + 1).ends_with('s')
        {
            self.set(index, Upos::Adj, VerbForm::None);
        }
        // "Modeling | by the agency shows"
        if self.form(index) == VerbForm::Ing
            && READ.contains(&self.word(index))
            && self.is_any(index + 1, &["by", "from"])
        {
            self.set(index, Upos::Noun, VerbForm::None);
        }
        if index == 0 {
            return;
        }
        let next = self.pos(index + 1);
        let owned = |words: &Self| {
            words.pos(index - 1) == Upos::Part && words.is_possessive_mark(index - 1)
                || words.is_any(index - 1, &["its", "their", "his", "her", "our"])
        };
        if self.pos(index) == Upos::Verb && self.form(index) == VerbForm::Ing {
            let owned = owned(self);
            // "Kestria’s | growing presence"
            if owned && next == Upos::Noun && !self.listed(index).noun {
                self.set(index, Upos::Adj, VerbForm::None);
            }
            // "Kestria’s | messaging stressed": the participle behind it is the verb.
            if owned && next == Upos::Verb && matches!(self.form(index + 1), VerbForm::Past | VerbForm::PastParticiple)
            {
                self.set(index, Upos::Noun, VerbForm::None);
                self.set(index + 1, Upos::Verb, VerbForm::Past);
            }
            // "according to | reporting on the draft"
            if self.is(index - 1, "to") && READ.contains(&self.word(index)) && next != Upos::Det {
                self.set(index, Upos::Noun, VerbForm::None);
            }
        }
        // "The envoys | responded by arguing": what has no object is no participle of a noun's.
        if self.form(index) == VerbForm::PastParticiple
            && self.is(index + 1, "by")
            && self.is_any(index, &["responded", "reacted", "replied", "retaliated", "began", "started", "ended"])
            && matches!(self.pos(index - 1), Upos::Noun | Upos::Propn)
            && self.form(index + 2) == VerbForm::Ing
        {
            self.set(index, Upos::Verb, VerbForm::Past);
        }
        // "the | signalling around the claims"
        if self.form(index) == VerbForm::Ing
            && self.is(index - 1, "the")
            && next == Upos::Adp
            && !self.is_any(index + 1, &["to", "by"])
        {
            self.set(index, Upos::Noun, VerbForm::None);
        }
        // "their plans never | materialised"
        if self.form(index) == VerbForm::PastParticiple
            && self.is(index - 1, "never")
            && index > 1
            && matches!(self.pos(index - 2), Upos::Noun | Upos::Propn)
        {
            self.set(index, Upos::Verb, VerbForm::Past);
        }
        // "to | implement and support the rules": one infinitive is joined to another.
        let joined = self.pos(index) == Upos::Noun
            && self.is(index - 1, "to")
            && self.pos(index - 1) == Upos::Adp
            && self.is_any(index + 1, &["and", "or"])
            && self.form(index + 2) == VerbForm::Base
            && matches!(self.pos(index + 3), Upos::Det | Upos::Pron | Upos::Propn);
        if joined {
            self.set(index - 1, Upos::Part, VerbForm::None);
            self.set(index, Upos::Verb, VerbForm::Base);
        }
        // "to implement and | support the rules"
        let second = self.pos(index) == Upos::Noun
            && index > 2
            && self.is_any(index - 1, &["and", "or"])
            && self.form(index - 2) == VerbForm::Base
            && self.is(index - 3, "to")
            && self.pos(index + 1) == Upos::Det
            && self.listed(index).verb
            && !self.word(index).ends_with('s');
        if second {
            self.set(index, Upos::Verb, VerbForm::Base);
        }
        // "its commitment | to preventive care": no infinitive follows.
        if self.pos(index) == Upos::Part
            && self.is(index, "to")
            && self.pos(index - 1) == Upos::Noun
            && next == Upos::Adj
            && self.pos(index + 2) == Upos::Noun
        {
            self.set(index, Upos::Adp, VerbForm::None);
        }
        // "voiced | growing concern", "amid | mounting doubts"
        if self.form(index) == VerbForm::Ing
            && self.pos(index - 1) == Upos::Verb
            && self.is_any(index, &["growing", "mounting", "increasing", "rising", "deepening", "lingering"])
            && next == Upos::Noun
            && self.listed(index + 1).noun
        {
            self.set(index, Upos::Adj, VerbForm::None);
        }
        // "Kestria’s | intent to", "a | stable, peaceful and secure sea"
        if self.is(index, "intent") && owned(self) && self.is(index + 1, "to") {
            self.set(index, Upos::Noun, VerbForm::None);
        }
        if self.pos(index) == Upos::Noun && self.is(index, "stable") && (self.is(index + 1, ",") || next == Upos::Noun)
        {
            self.set(index, Upos::Adj, VerbForm::None);
        }
        self.repair_head(index);
        self.repair_two_verbs(index);
        self.repair_plural_subject(index);
        self.repair_wanted(index);
        self.repair_share(index);
        self.repair_singular_noun(index);
        self.repair_document_verb(index);
    }

    /// "its work | plan foresees": of two verbs side by side the first is none, where it does not agree with what is in front.
    fn repair_head(&mut self, index: usize) {
        if self.pos(index) != Upos::Verb {
            return;
        }
        let before = index - 1;
        let bare = matches!(self.form(index), VerbForm::Present | VerbForm::Base) && !self.word(index).ends_with('s');
        let behind = self.pos(index + 1) == Upos::Verb
            && self.form(index + 1) == VerbForm::Present
            && self.word(index + 1).ends_with('s');
        let disagrees = bare
            && behind
            && self.pos(before) == Upos::Noun
            && !self.word(before).ends_with('s')
            && index > 1
            && matches!(self.pos(index - 2), Upos::Det | Upos::Pron | Upos::Num | Upos::Adj | Upos::Part);
        // "signed with the pen | name", "called climate | change a hoax"
        let listed =
            self.is(before, "pen") && self.is(index, "name") || self.is(before, "climate") && self.is(index, "change");
        if disagrees || listed {
            self.set(index, Upos::Noun, VerbForm::None);
        }
    }

    /// "The state | supports and funds ports": a clause must have a verb, and these two words can be it.
    fn repair_two_verbs(&mut self, index: usize) {
        let third = |at: usize| self.pos(at) == Upos::Noun && self.word(at).ends_with('s') && self.listed(at).verb;
        let joined = self.is(index + 1, "and") && third(index) && third(index + 2);
        if !joined || !matches!(self.pos(index + 3), Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj) {
            return;
        }
        let subject = matches!(self.pos(index - 1), Upos::Propn | Upos::Adv | Upos::Noun)
            && !is_plural_form(self.word(index - 1));
        if !subject {
            return;
        }
        let ends = |at: usize| self.is_any(at, &[".", ",", ";", ":", "!", "?"]);
        let verb = |at: usize| matches!(self.pos(at), Upos::Verb | Upos::Aux);
        let before = (index.saturating_sub(3 * COMPOUND)..index).rev().take_while(|&at| !ends(at)).any(verb);
        let behind = (index + 3..index + 3 * COMPOUND).take_while(|&at| !ends(at)).any(verb);
        if !before && !behind {
            self.set(index, Upos::Verb, VerbForm::Present);
            self.set(index + 2, Upos::Verb, VerbForm::Present);
        }
    }

    /// "wants it | reduced", "want the veto | abolished": what is to be done with the object.
    fn repair_wanted(&mut self, index: usize) {
        let past =
            self.pos(index) == Upos::Verb && self.form(index) == VerbForm::Past && self.word(index).ends_with("ed");
        let wants = |at: usize| self.is_any(at, &["want", "wants", "wanted"]);
        let object = past
            && (wants(index.saturating_sub(2)) && self.is_any(index - 1, &["it", "them", "this", "that"])
                || index > 2
                    && wants(index - 3)
                    && self.pos(index - 2) == Upos::Det
                    && self.pos(index - 1) == Upos::Noun);
        if object {
            self.set(index, Upos::Verb, VerbForm::PastParticiple);
        }
    }

    /// "80 percent of the public | support membership": those who are a share of something do what the sentence lacks a verb for.
    fn repair_share(&mut self, index: usize) {
        const DONE: &[&str] = &["support", "favour", "favor", "back", "fear", "trust", "doubt", "blame", "approve"];
        let noun = self.pos(index) == Upos::Noun
            && matches!(self.pos(index - 1), Upos::Noun | Upos::Adj | Upos::Propn)
            && matches!(self.pos(index + 1), Upos::Det | Upos::Noun | Upos::Propn | Upos::Pron)
            && DONE.contains(&self.word(index));
        if !noun {
            return;
        }
        let front = index.saturating_sub(COMPOUND)..index;
        let share = front.clone().rev().find(|&at| self.is(at, "of")).is_some_and(|of| {
            of > 0
                && self.is_any(
                    of - 1,
                    &["%", "percent", "cent", "majority", "half", "third", "thirds", "quarter", "quarters", "most"],
                )
        });
        let verbless = (index + 1..index + 2 * COMPOUND)
            .take_while(|&at| !self.is_any(at, &[",", ".", ";", "and", "that"]))
            .all(|at| !matches!(self.pos(at), Upos::Verb | Upos::Aux));
        if share && verbless {
            if self.pos(index - 1) == Upos::Adj {
                self.set(index - 1, Upos::Noun, VerbForm::None);
            }
            self.set(index, Upos::Verb, VerbForm::Present);
        }
    }

    /// "the survey | results show", "export | controls have": a verb that goes with a plural follows.
    fn repair_plural_subject(&mut self, index: usize) {
        let plural = self.pos(index) == Upos::Verb
            && self.form(index) == VerbForm::Present
            && matches!(self.pos(index - 1), Upos::Noun | Upos::Propn)
            && is_plural_form(self.word(index));
        if !plural {
            return;
        }
        let agrees = match self.pos(index + 1) {
            Upos::Verb => self.form(index + 1) == VerbForm::Present && !self.word(index + 1).ends_with('s'),
            Upos::Aux => self.is_any(index + 1, PLURAL_AUXILIARIES),
            _ => false,
        };
        if agrees {
            self.set(index, Upos::Noun, VerbForm::None);
        }
    }

    /// "A House committee | report on the port has asked": the verb of one would end in "s".
    fn repair_singular_noun(&mut self, index: usize) {
        let bare = self.pos(index) == Upos::Verb
            && self.form(index) == VerbForm::Present
            && !self.word(index).ends_with('s')
            && self.listed(index).holder == Some(HolderKind::Document)
            && self.pos(index + 1) == Upos::Adp
            && matches!(self.pos(index - 1), Upos::Noun | Upos::Propn)
            && !self.word(index - 1).ends_with('s')
            && !COLLECTIVES.contains(&self.word(index - 1));
        if !bare {
            return;
        }
        let front = (index.saturating_sub(COMPOUND)..index)
            .rev()
            .find(|&at| !matches!(self.pos(at), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num));
        if front.is_some_and(|front| self.is_any(front, &["a", "an", "this", "each", "every", "another"])) {
            self.set(index, Upos::Noun, VerbForm::None);
        }
    }

    /// "The | directive states that": a paper taken for an adjective, and its verb for a noun.
    fn repair_document_verb(&mut self, index: usize) {
        if self.pos(index) != Upos::Noun || !self.listed(index).verb || !self.word(index).ends_with('s') {
            return;
        }
        // "the strategy, for example, | states, “…”"
        let apart = self.is(index - 1, ",")
            && (self.is(index + 1, ",") && self.is_open_quote(index + 2) || self.is_open_quote(index + 1));
        if apart {
            self.set(index, Upos::Verb, VerbForm::Present);
            return;
        }
        let verb = self.is(index + 1, "that") && !matches!(self.pos(index + 2), Upos::Verb | Upos::Aux);
        let paper = self.pos(index - 1) == Upos::Adj
            && self.listed(index - 1).holder == Some(HolderKind::Document)
            && index > 1
            && self.pos(index - 2) == Upos::Det;
        if verb && paper {
            self.set(index - 1, Upos::Noun, VerbForm::None);
            self.set(index, Upos::Verb, VerbForm::Present);
            self.set(index + 1, Upos::Sconj, VerbForm::None);
        }
    }
}
