//! Clauses behind "that" whose first word the tagger takes for a verb: "a fear that | demand will fall", "assurances that | spare parts
//! would come".

use crate::claims::grammar::words::Words;
use crate::tagger::{Upos, VerbForm};

/// How far in front of "that" the noun may stand that the clause tells the content of.
const FARTHEST_NOUN: usize = 7;

impl Words<'_> {
    pub(super) fn repair_content_clause(&mut self, index: usize) {
        let first = index + 1;
        let bare = self.is(index, "that")
            && self.pos(first) == Upos::Verb
            && matches!(self.form(first), VerbForm::Base | VerbForm::Present)
            && !self.word(first).ends_with('s');
        if !bare {
            return;
        }
        let finite =
            |at: usize| self.pos(at) == Upos::Aux && matches!(self.form(at), VerbForm::Present | VerbForm::Past);
        // No verb stands right in front of another one’s auxiliary.
        let subject = finite(first + 1);
        let told = || (index.saturating_sub(FARTHEST_NOUN)..index).any(|at| self.listed(at).noun);
        let described = self.pos(first + 1) == Upos::Noun && finite(first + 2) && told();
        if subject || described {
            self.set(index, Upos::Sconj, VerbForm::None);
            self.set(first, if subject { Upos::Noun } else { Upos::Adj }, VerbForm::None);
        }
    }
}
