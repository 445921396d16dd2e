//! Lists within an object, and what tells more of it: "A, B and C", ", such as sand", ", the lowest since May".

use std::ops::Range;

use super::LONGEST_ASIDE;
use super::walk::FEELINGS;
use crate::claims::grammar::groups::Shape;
use crate::claims::scene::Scene;
use crate::tagger::{Upos, VerbForm};

/// How many tokens a member of a list may have behind its noun.
const LONGEST_MEMBER: usize = 18;

impl Scene<'_> {
    /// "A, B and C": the list goes on behind the comma.
    pub(crate) fn list_goes_on(&self, comma: usize, high: usize) -> bool {
        let words = &self.words;
        let added = words.is(comma + 1, "as") && words.is(comma + 2, "well") && words.is(comma + 3, "as");
        let named = words
            .is_any(comma + 1, &["including", "excluding", "particularly", "especially", "notably", "namely"])
            || words.is(comma + 1, "most") && words.is_any(comma + 2, &["notably", "importantly", "recently"])
            || words.is(comma + 1, "and") && words.is_any(comma + 2, &["particularly", "especially", "notably"]);
        if named || added && self.can_be_added(comma + 4, high) {
            return true;
        }
        let start = comma + 1 + usize::from(words.is_any(comma + 1, &["and", "or"]));
        // ", this | presents a test": a clause, though the tagger sees a noun.
        let clause = words.is_any(start, &["this", "that"])
            && words.pos(start + 1) == Upos::Noun
            && words.word(start + 1).ends_with('s')
            && words.listed(start + 1).verb;
        if clause {
            return false;
        }
        // "trade, political, and cultural ties": an adjective whose noun is still to come.
        let adjective = words.pos(start) == Upos::Adj && words.is_any(start + 1, &[",", "and", "or"]);
        // "forests, cherished parks, and rivers"
        let described = matches!(words.form(start), VerbForm::PastParticiple | VerbForm::Past)
            && matches!(words.pos(start + 1), Upos::Noun | Upos::Adj)
            && words.pos(comma.saturating_sub(1)) == Upos::Noun;
        let phrase = self.noun_phrase_end(start + usize::from(described), high);
        let end = phrase.or(adjective.then_some(start + 1));
        let Some(end) = end else { return false };
        // ", and two days later"
        if words.pos(start) == Upos::Num && words.is_time(start + 1) {
            return false;
        }
        if self.group_from(end, high).is_some_and(|(_, group)| group.shape == Shape::Finite) {
            return false;
        }
        // ", and its premier, X, accused": no member of a list but a subject with an aside.
        if words.is(end, ",") && self.aside_end(end, high).is_some() && self.clause_at(start, high).is_some() {
            return false;
        }
        if start > comma + 1 {
            return true;
        }
        let last = |from: usize| {
            (from..high.min(from + LONGEST_MEMBER))
                .take_while(|&at| !words.is_any(at, &[";", ":"]))
                .any(|at| words.is_any(at, &["and", "or"]) && (words.is(at - 1, ",") || at == end || at < end + 4))
        };
        // "a survey run by a body (they name the Centre at Kest), and free access": behind the bracket.
        let bracket = || {
            let open = (end..high.min(end + LONGEST_MEMBER)).find(|&at| words.is(at, "("))?;
            (open..high).find(|&at| words.is(at, ")"))
        };
        last(end) || bracket().is_some_and(|close| last(close + 1))
    }

    /// ", and in particular the ports", ", such as sand": more of what stands in front.
    pub(super) fn specifies(&self, comma: usize, high: usize) -> bool {
        let words = &self.words;
        // "the strikes in the valley, where two died", "the ports, like the one at Wadi Hamra"
        if words.is_any(comma + 1, &["where", "wherein", "like"]) {
            return true;
        }
        // "the threat to the coast, as shown in May", not "…, as the court said".
        if words.is(comma + 1, "as") && !words.is(comma + 3, "by") {
            return self.clause_at(comma + 2, high).is_none();
        }
        // "a first step, one that could end the war", "a force, to be led by a general"
        let one = words.is_any(comma + 1, &["one", "ones", "those"])
            && words.is_any(comma + 2, &["that", "which", "in", "with", "who", "where", "based"]);
        let due =
            words.is(comma + 1, "to") && words.is(comma + 2, "be") && words.form(comma + 3) == VerbForm::PastParticiple;
        if one || due {
            return true;
        }
        // "a code of conduct, in line with the pact"
        let measured = words.is(comma + 1, "in")
            && words.is_any(comma + 2, &["line", "accordance", "keeping", "exchange", "return"])
            && words.is_any(comma + 3, &["with", "for"]);
        if measured || words.is_any(comma + 1, &["together", "along"]) && words.is(comma + 2, "with") {
            return true;
        }
        let at = comma + 1 + usize::from(words.is(comma + 1, "and"));
        [["in", "particular"], ["above", "all"], ["such", "as"], ["not", "least"]]
            .iter()
            .any(|[first, second]| words.is(at, first) && words.is(at + 1, second))
    }

    /// "as well as | the mines", "as well as | the handing over of the mines".
    fn can_be_added(&self, start: usize, high: usize) -> bool {
        let words = &self.words;
        let gerund = start + usize::from(words.pos(start) == Upos::Det);
        self.noun_phrase_end(start, high).is_some() || words.form(gerund) == VerbForm::Ing
    }

    /// "to subjugate | and destroy": the conjunction right behind an infinitive and before a bare verb.
    pub(super) fn joins_infinitives(&self, index: usize) -> bool {
        let words = &self.words;
        let behind = index.checked_sub(1).and_then(|at| self.groups.holding(at));
        let next = self.groups.holding(index + 1);
        behind.is_some_and(|group| group.shape == Shape::Infinitive && group.tokens.end == index)
            && next.is_some_and(|group| {
                group.tokens.len() == 1
                    && !group.past
                    && !words.word(group.head).ends_with('s')
                    && matches!(words.form(group.head), VerbForm::Base | VerbForm::Present)
            })
    }

    /// "a large unit or, should that fail, | a smaller one": the other member, with an aside in front.
    pub(super) fn member_behind_aside(&self, conjunction: usize, high: usize) -> Option<usize> {
        let words = &self.words;
        if !words.is_any(conjunction, &["and", "or"]) || !words.is(conjunction + 1, ",") {
            return None;
        }
        let first = conjunction + 3;
        let member = (first..high.min(first + LONGEST_ASIDE)).find(|&at| words.is(at, ","))? + 1;
        let end = self.noun_phrase_end(member, high)?;
        let clause = self.groups.holding(end).is_some_and(|group| group.shape == Shape::Finite);
        (!clause).then_some(member)
    }

    /// "describes boats watching the strait, | stopping ships and taking fees": what they do besides, of an object from `start` on.
    pub(super) fn deed_goes_on(&self, index: usize, start: usize) -> Option<usize> {
        let words = &self.words;
        let doing =
            |at: usize| self.groups.holding(at).filter(|group| group.shape == Shape::Ing && group.tokens.start == at);
        let next = index + 1 + usize::from(words.is(index, ",") && words.is(index + 1, "and"));
        let joins = words.is_any(index, &["and", "or", ","]);
        let deed = doing(next).filter(|group| joins && !self.is_cue_group(group));
        let first =
            |at: usize| words.pos(at - 1) == Upos::Noun && !FEELINGS.contains(&words.word(at)) && doing(at).is_some();
        (deed.is_some() && (start + 1..index).any(first)).then_some(next + 1)
    }

    /// "a ban on arms, a fund, which Kestria would run, | and free access": where a list goes on behind what is told of a member, of an
    /// object that takes `tokens`.
    pub(super) fn told_of_member(&self, comma: usize, tokens: Range<usize>) -> Option<usize> {
        let words = &self.words;
        let told = words.is(comma, ",")
            && words.is_any(comma + 1, &["which", "who"])
            && (tokens.start..comma).any(|at| words.is(at, ","));
        if !told {
            return None;
        }
        let close = (comma + 2..tokens.end).find(|&at| words.is(at, ","))?;
        (words.is_any(close + 1, &["and", "or"]) && self.list_goes_on(close, tokens.end)).then_some(close)
    }
}
