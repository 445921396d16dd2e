//! Cue verbs with an object by which nothing is said: what a law provides, what a review offers, what nobody proposed.

use std::ops::Range;

use super::frames::QUESTION_WORDS;
use super::made::subject_of;
use super::verbs::Cue;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::scene::Scene;
use crate::lexicon::{CueVerb, HolderKind};
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
    "declaration",
    "regulation",
    "regulations",
];

/// What a court or a state declares by virtue of its office.
const OF_OFFICE: &[&str] = &["area", "zone", "emergency", "holiday", "curfew", "admissible", "inadmissible"];

/// What is recorded in words: "recorded elevated levels of lead".
const FOUND: &[&str] = &[
    "levels",
    "rise",
    "increase",
    "decline",
    "decrease",
    "fall",
    "drop",
    "improvement",
    "presence",
    "doubling",
    "tripling",
    "halving",
    "surge",
    "growth",
];

/// What one quotes from.
const RELIED_ON: &[&str] = &[
    "figures",
    "figure",
    "data",
    "statistics",
    "survey",
    "surveys",
    "poll",
    "polls",
    "study",
    "studies",
    "estimates",
    "reports",
    "numbers",
    "source",
    "sources",
];

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
        // "The asymmetry explains why it is feared": a thing explains, and nobody.
        let reason = lemma == "explain" && words.is_any(content.start, QUESTION_WORDS);
        if reason && subject_of(cue).is_some_and(|phrase| self.holder_kind(&phrase).is_none()) {
            return true;
        }
        // "accepted it when it borrowed": when, and not what.
        let circumstance = words.is_any(content.start, &["when", "while", "once", "as", "although"]);
        let verbs = || self.groups.within(content.clone()).filter(|(_, group)| group.shape == Shape::Finite).count();
        if rule == "cue-clause" && circumstance && verbs() < 2 {
            return true;
        }
        // "rejected 114 of the 130 bids": what an office does with papers.
        let counted = words.pos(content.start) == Upos::Num
            && words.is_any(
                content.start + 1,
                &["of", "applications", "bids", "claims", "requests", "appeals", "ballots", "amendments"],
            );
        if rule == "cue-object" && counted && matches!(lemma, "reject" | "approve" | "turn down" | "endorse" | "admit")
        {
            return true;
        }
        // "an accord it signed"
        if rule == "object-in-front" && matches!(lemma, "sign" | "conclude" | "finalise" | "ink") {
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
    pub(crate) fn is_of_some_kind(&self, content: &Range<usize>) -> bool {
        const VAGUE: &[&str] =
            &["a", "another", "different", "similar", "other", "kind", "sort", "nature", "this", "that"];
        content.len() > 1
            && self.words.is_any(content.end - 1, &["kind", "sort", "nature"])
            && content.clone().all(|at| self.words.is_any(at, VAGUE))
    }

    /// "an accord to share the catch", "a treaty on fishing", "a pact under which it pays", "a deal that opens the port"
    fn tells_terms(&self, content: &Range<usize>) -> bool {
        let words = &self.words;
        let on = content.clone().any(|at| {
            words.is(at, "on") && words.pos(at + 1) != Upos::Num && !words.is_time(at + 1) && at + 1 < content.end
        });
        if on {
            return true;
        }
        content.clone().any(|at| words.is_any(at, &["that", "which", "whereby"]) || words.is_open_quote(at))
            || self.groups.within(content.clone()).any(|(_, group)| {
                matches!(group.shape, Shape::Infinitive | Shape::Ing) && group.tokens.start > content.start + 1
            })
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
                let finding = words.is_any(self.head_of(content), FOUND);
                let scores = &["dozens", "scores", "hundreds", "thousands", "millions"];
                let counted = |index: usize| words.pos(index) == Upos::Num || words.is_any(index, scores);
                return !finding && !near.into_iter().any(counted);
            }
            // "signed a treaty": a deed, unless words say to what one binds oneself by it.
            "sign" | "conclude" | "finalise" | "ink" => return !self.tells_terms(content),
            // "citing officials", "quoted the figures": on whom one relies.
            "cite" | "quote" => {
                let head = self.head_of(content);
                let source = words.is_any(head, RELIED_ON) || self.holder_kind(content) == Some(HolderKind::Person);
                return source && !content.clone().any(|at| words.is_open_quote(at));
            }
            // "presented the paper"
            "announce" | "present" | "unveil" | "publish" | "release" => {
                let head = self.head_of(content);
                return words.is(content.start, "the")
                    && head <= content.start + 2
                    && words.is_any(head, &["paper", "report", "study", "document", "programme", "brief", "book"]);
            }
            // "identifies Kestria by name"
            "identify" => {
                return self.actors.mentions_in(words.bytes(&(content.start..content.start + 1))).next().is_some()
                    && words.pos(content.start) == Upos::Propn;
            }
            _ => {}
        }
        // "It says nothing about the fleet", "its critics offered no alternative"
        // "It mentions no dates"
        let denied = matches!(lemma, "mention" | "identify" | "announce" | "propose" | "name" | "cite" | "specify");
        words.is(content.start, "no") && denied
            || words.is(content.start, "nothing") && !(lemma == "expect" && content.len() > 1)
            || words.is(content.start, "none") && content.len() == 1
            || words.is(content.start, "no") && matches!(lemma, "offer" | "guarantee" | "provide")
    }
}
