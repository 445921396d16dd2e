//! Papers and polls with all that tells which: "A study for the council carried out in 2030 | warned".

use std::ops::Range;

use super::Place;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::scene::Scene;
use crate::tagger::{Upos, VerbForm};

/// How many tokens may tell which paper it is.
const LONGEST_TOLD: usize = 24;

impl Scene<'_> {
    /// The whole phrase of a paper, where the clause of a finite verb begins with it and nothing in between has a verb of its own.
    pub(super) fn whole_paper(&self, place: Place<'_>) -> Option<Range<usize>> {
        let Place { group, low, .. } = place;
        let words = &self.words;
        let end = self.before_adverbs(group.tokens.start, low)? + 1;
        // "ordered after her election | in 2021" is told of the paper, "| this year" of the verb.
        let end = if words.pos(place.end) == Upos::Adp { end } else { place.end };
        let opens = |&at: &usize| !matches!(words.pos(at), Upos::Cconj | Upos::Adv) && !words.is(at, ",");
        let start = (low..end).find(opens)?;
        let paper = self.paper_at_start(start, end).filter(|paper| !words.is_possessive_mark(paper.end))?;
        let told = paper.end..end;
        let first = words.pos(told.start) == Upos::Adp
            || words.pos(told.start) == Upos::Verb
                && matches!(words.form(told.start), VerbForm::PastParticiple | VerbForm::Past | VerbForm::Ing);
        let whole = |at: usize| {
            (words.pos(at) != Upos::Punct || words.is(at, "-")) && !words.is_relative(at) && words.pos(at) != Upos::Pron
                || words.is_possessive_pronoun(at)
        };
        (first && told.len() > 1 && told.len() < LONGEST_TOLD && told.clone().all(whole) && self.only_reduced(&told))
            .then_some(start..end)
    }

    /// Whether what tells which paper it is has no clause of its own: "carried out in 2030", which may be read as one.
    fn only_reduced(&self, told: &Range<usize>) -> bool {
        let words = &self.words;
        if !self.has_finite(told) {
            return true;
        }
        let joins =
            |at| matches!(words.pos(at), Upos::Cconj | Upos::Sconj) || words.is_any(at, &["when", "where", "as"]);
        let joined = told.clone().any(joins);
        let reduced = |group: &Group| {
            let head = group.head;
            group.tokens.len() == 1
                && (words.form(head) == VerbForm::PastParticiple || words.word(head).ends_with("ed"))
                && matches!(words.pos(head + 1), Upos::Adp | Upos::Part | Upos::Adv)
        };
        let mut finite = self.groups.within(told.clone()).filter(|(_, group)| group.shape == Shape::Finite);
        !joined && finite.all(|(_, group)| reduced(group))
    }
}
