//! What is added to a phrase and belongs to it: what the last noun does, an explanation behind a dash, its time. And what is
//! added to the telling of it.

use super::clause::Around;
use super::groups::Shape;
use crate::claims::scene::Scene;
use crate::tagger::{Upos, VerbForm};

/// How far behind a time the infinitive of a noun may stand.
const LONGEST_TIME: usize = 8;

/// Verbs that set a thing beside another.
const COMMENTING: &[&str] = &[
    "aligns",
    "fits",
    "mirrors",
    "matches",
    "echoes",
    "complements",
    "contradicts",
    "complicates",
    "resembles",
    "left",
    "leaves",
    "meant",
    "means",
    "forced",
    "forces",
    "helped",
    "helps",
    "cost",
    "costs",
];

impl Scene<'_> {
    /// "the pact, | which regulates the river", "the isles, | most of which lie low": what it does, to the end of the sentence;
    /// not ", which is why", ", which he denies".
    pub(crate) fn clause_defines(&self, comma: usize, high: usize) -> bool {
        let words = &self.words;
        let share = words.is_any(comma + 1, &["most", "many", "some", "all", "both", "half", "none", "part", "much"]);
        let link = comma + 1 + usize::from(share);
        let which = link + usize::from(words.pos(link) == Upos::Adp);
        if !words.is(which, "which") {
            return false;
        }
        let mut verbs = self.groups.within(which + 1..high).filter(|(_, group)| group.shape == Shape::Finite);
        let Some((_, verb)) = verbs.next() else { return false };
        let direct = verb.tokens.start <= which + 2 || which > link;
        let judges = verb.copula
            || self.is_cue_group(verb)
            // "a free sea, | which aligns with the aims of the union": what is thought of it, not which sea.
            || words.is_any(verb.head, COMMENTING)
            || words.is_any(
                verb.tokens.start,
                &["has", "have", "had", "was", "were", "is", "are", "may", "might", "would"],
            );
        direct && !judges && verbs.next().is_none()
    }

    /// "the worst of all – | the end of the union", "a new court — | to be paid by both": to the end of the sentence.
    pub(crate) fn dash_specifies(&self, dash: usize, high: usize) -> bool {
        let words = &self.words;
        let next = dash + 1;
        let rest = next..high;
        let named = words.is(next, "the") && !self.has_finite(&rest);
        let opens = named
            || words.is_any(
                next,
                &["including", "especially", "particularly", "namely", "either", "neither", "or", "with"],
            )
            || words.is(next, "to") && words.is(next + 1, "be");
        opens && !rest.clone().any(|at| words.is_dash(at))
    }

    /// Whether the cue stands in the present, so that a time in the past is none of its own.
    pub(crate) fn is_told_now(&self, around: Around) -> bool {
        let cue = around.head.and_then(|head| self.groups.holding(head));
        cue.is_some_and(|cue| {
            cue.shape == Shape::Finite && !cue.past && !self.words.is_any(cue.tokens.start, &["had", "was", "were"])
        })
    }

    /// "praises the changes | since the vote", "laments the loss | following the war".
    pub(crate) fn is_time_of_object(&self, index: usize, around: Around) -> bool {
        let words = &self.words;
        if !words.is_any(index, &["after", "following", "since"]) {
            return false;
        }
        // "has asked for it | since spring": the perfect lasts until now.
        let perfect = around.head.and_then(|head| self.groups.holding(head));
        let perfect = perfect.is_some_and(|cue| words.is_any(cue.tokens.start, &["has", "have"]));
        // "dislikes small ports | since the costs are the same": why, and not since when.
        let clause = self.clause_at(index + 1, words.len()).and_then(|at| self.groups.get(at));
        let why = clause.is_some_and(|group| !group.past && !words.is_any(group.tokens.start, &["has", "have"]));
        if words.is(index, "since") && why {
            return false;
        }
        self.is_told_now(around) && !(perfect && words.is(index, "since"))
    }

    /// "ships that were held | since 2027", "a truce starting | at midnight", "surgery | without pain": a time or circumstance of
    /// something within the object. `behind` a verb of a relative clause.
    pub(crate) fn belongs_within(&self, index: usize, timed: bool, behind: bool) -> bool {
        let words = &self.words;
        let circumstance = timed
            || words
                .is_any(index, &["before", "since", "after", "during", "until", "without", "when", "because", "amid"]);
        let participle = || {
            let before = index.checked_sub(1).and_then(|before| self.groups.at(before));
            before
                .and_then(|group| self.groups.get(group))
                .is_some_and(|group| matches!(group.shape, Shape::Ing | Shape::Participle))
        };
        let lacking = || {
            words.is(index, "without")
                && self.groups.at(index + 1).is_none()
                && self.noun_phrase_end(index + 1, words.len()).is_some()
        };
        circumstance && behind || timed && participle() || lacking()
    }

    /// "their efforts | in 2031 and 2032 | to end the war": a noun that takes an infinitive stands before the time.
    pub(crate) fn infinitive_behind_time(&self, index: usize, high: usize) -> bool {
        let words = &self.words;
        let noun = index > 0 && words.pos(index - 1) == Upos::Noun && words.listed(index - 1).noun;
        noun && (index + 1..high.min(index + LONGEST_TIME)).any(|at| words.is(at, "to") && self.groups.at(at).is_some())
    }

    /// "pushed | for three decades | to have it shut", not "argued for twelve months": how long, in front of what is asked for.
    pub(crate) fn tells_how_long_before_it(&self, index: usize, high: usize) -> bool {
        let end = self.noun_phrase_end(index + 1, high).filter(|_| self.tells_how_long(index));
        end.is_some_and(|end| self.words.is_any(end, &["to", "that", "for", "against"]))
    }

    /// "for more than three decades", "for nearly a year"
    pub(crate) fn tells_how_long(&self, index: usize) -> bool {
        let words = &self.words;
        if !words.is(index, "for") {
            return false;
        }
        let next = index + 1;
        let compared =
            words.is_any(next, &["more", "less", "at"]) && words.is_any(next + 1, &["than", "least", "most"]);
        let about = words.is_any(next, &["over", "nearly", "almost", "about", "roughly"]);
        let count = next + 2 * usize::from(compared) + usize::from(about);
        (words.pos(count) == Upos::Num || words.is_any(count, &["a", "many", "several"]))
            && words.is_any(
                count + 1,
                &["decades", "years", "months", "weeks", "year", "decade", "century", "centuries", "month"],
            )
    }

    /// ", without giving details", ", apparently meeting a demand", ", to no avail": about the saying of it.
    pub(crate) fn is_remark(&self, comma: usize) -> bool {
        let words = &self.words;
        let next = comma + 1;
        let silent = words.is(next, "without")
            && words.is_any(
                next + 1,
                &[
                    "giving",
                    "providing",
                    "specifying",
                    "naming",
                    "elaborating",
                    "offering",
                    "saying",
                    "mentioning",
                    "citing",
                    "explaining",
                    "going",
                    "identifying",
                    "adding",
                    "clarifying",
                    "presenting",
                    "detailing",
                    "disclosing",
                    "revealing",
                ],
            );
        let judged = words.is_any(
            next,
            &["apparently", "thus", "thereby", "effectively", "presumably", "perhaps", "seemingly", "evidently"],
        ) && words.form(next + 1) == VerbForm::Ing
            || words.is(next, "thus") && words.form(next + 2) == VerbForm::Ing;
        let vain = words.is(next, "to")
            && words.is_any(next + 1, &["no", "little", "great"])
            && words.is_any(next + 2, &["avail", "effect", "acclaim"]);
        silent || judged || vain
    }

    /// Whether the sentence around `index` begins with what is none of its subject: "With his support for", "While".
    pub(crate) fn opens_beside(&self, index: usize) -> bool {
        let first = self.bounds(index).start;
        matches!(self.words.pos(first), Upos::Adp | Upos::Sconj | Upos::Adv)
            || self.words.is_any(first, &["despite", "while", "as"])
    }
}
