//! Cue verbs with an object by which nothing is said: what a law provides, what a review offers, what nobody proposed.

use std::ops::Range;

use super::frames::QUESTION_WORDS;
use super::made::subject_of;
use super::verbs::Cue;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::scene::Scene;
use crate::lexicon::CueVerb;
use crate::tagger::{Upos, VerbForm};

/// What lays down the law by being there.
const LAWS: &[&str] = &[
    "treaty",
    "agreement",
    "convention",
    "constitution",
    "article",
    "law",
    "act",
    "statute",
    "accord",
    "pact",
    "contract",
    "clause",
    "protocol",
    "charter",
    "code",
    "rules",
    "regulation",
    "regulations",
];

/// What a court or a state declares by virtue of its office.
const OF_OFFICE: &[&str] = &["area", "zone", "emergency", "holiday", "curfew", "admissible", "inadmissible"];

/// How many tokens of an object a figure is looked for in.
const FIGURE: usize = 6;

impl Scene<'_> {
    /// Whether a verb with such a subject and object says nothing.
    pub(super) fn tells_no_content(
        &self,
        verb: &CueVerb,
        group: &Group,
        cue: &Cue,
        rule: &str,
        content: &Range<usize>,
    ) -> bool {
        let words = &self.words;
        let lemma = verb.lemma.as_str();
        // "The parties disagree about what should follow": what they think is not told.
        let open = rule == "cue-preposition" && words.is_any(content.start, QUESTION_WORDS);
        if open && (lemma == "disagree" || lemma.starts_with("agree") && group.negated) {
            return true;
        }
        // "ordered the second ship held back": no clause, unless its verb is the bare one.
        let bidding = matches!(lemma, "command" | "order" | "demand" | "request" | "require");
        let told = || self.groups.within(content.clone()).find(|(_, group)| group.shape == Shape::Finite);
        if bidding
            && rule == "cue-clause"
            && told().is_some_and(|(_, group)| words.form(group.tokens.start) != VerbForm::Base)
        {
            return true;
        }
        // "accepted it when it borrowed": when, and not what.
        let circumstance = words.is_any(content.start, &["when", "while", "once", "as", "although"]);
        let verbs = || self.groups.within(content.clone()).filter(|(_, group)| group.shape == Shape::Finite).count();
        if rule == "cue-clause" && circumstance && verbs() < 2 {
            return true;
        }
        self.is_provided_by_law(lemma, cue)
            || self.is_of_some_kind(content)
            || rule == "cue-object" && self.is_empty_object(lemma, content)
    }

    /// "The treaty provides for inspections": what the law is.
    fn is_provided_by_law(&self, lemma: &str, cue: &Cue) -> bool {
        let lays_down = matches!(
            lemma,
            "provide"
                | "provide for"
                | "lay down"
                | "enshrine"
                | "foresee"
                | "stipulate"
                | "envisage"
                | "require"
                | "demand"
        );
        lays_down
            && subject_of(cue).is_some_and(|phrase| {
                self.words.is_any(self.head_of(&phrase), LAWS)
                    || lemma == "provide for" && self.words.is(phrase.start, "it")
            })
    }

    /// "have concerns of a different kind"
    fn is_of_some_kind(&self, content: &Range<usize>) -> bool {
        const VAGUE: &[&str] =
            &["a", "another", "different", "similar", "other", "kind", "sort", "nature", "this", "that"];
        content.len() > 1
            && self.words.is_any(content.end - 1, &["kind", "sort", "nature"])
            && content.clone().all(|at| self.words.is_any(at, VAGUE))
    }

    fn is_empty_object(&self, lemma: &str, content: &Range<usize>) -> bool {
        let words = &self.words;
        match lemma {
            // "declared a danger area", "declared four challenges admissible": an act of office.
            "declare" => {
                return content.clone().any(|index| words.is_any(index, OF_OFFICE))
                    && !content.clone().any(|index| words.is_open_quote(index));
            }
            // "counted 23 dead", not "counted the votes"
            "record" | "count" | "log" | "tally" => {
                let near = content.start..content.end.min(content.start + FIGURE);
                return !near.into_iter().any(|index| words.pos(index) == Upos::Num);
            }
            _ => {}
        }
        // "It says nothing about the fleet", "its critics offered no alternative"
        words.is(content.start, "nothing")
            || words.is(content.start, "none") && content.len() == 1
            || words.is(content.start, "no") && matches!(lemma, "offer" | "guarantee" | "provide")
    }
}
