//! Where what is attributed ends.

use super::content_walk::{ContentWalk, Step};
use super::groups::Shape;
use crate::claims::scene::Scene;
use crate::tagger::{Upos, VerbForm};

/// What the end of a content depends on, beside its own words.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Around {
    /// The cue is in the past tense.
    pub past: bool,
    /// The cue's verb asks for one subject: "has said", "says".
    pub singular: bool,
    /// The cue is a participle.
    pub ing: bool,
    /// The cue stands in a relative clause: "X, who said …, left".
    pub relative: bool,
    /// The cue stands in a clause in front of the main one: "While X says …, Y".
    pub fronted: bool,
    /// The cue stands between dashes.
    pub dashes: bool,
    /// The content is an infinitive.
    pub infinitive: bool,
    /// The verb of the cue.
    pub head: Option<usize>,
    /// The cue stands in a subject whose verb is still to come.
    pub hanging: bool,
    /// The content begins with a gerund.
    pub gerund: bool,
    /// The content is a clause or an infinitive.
    pub clause: bool,
    /// The verb of a clause without "that": what stands in front of it is its subject.
    pub verb: usize,
    /// The cue stands beside the sentence and attributes all of it: "according to".
    pub beside: bool,
}

/// Tokens of a citation in brackets.
const LONGEST_CITATION: usize = 16;

impl Scene<'_> {
    /// One past the last token of a clause that begins at `start`.
    pub(crate) fn content_end(&self, start: usize, around: Around, high: usize) -> usize {
        let around = Around { gerund: self.words.form(start) == VerbForm::Ing, ..around };
        let walk = ContentWalk { scene: self, start, around, high };
        let mut index = start;
        while index < high {
            match walk.step(index) {
                Step::To(next) => index = next,
                Step::End(end) => return end,
            }
        }
        // A quotation may run over the end of the sentence.
        index.max(high)
    }

    /// "so often that nobody listens", "even as it armed", "with the result that", "by calling for": about the saying of it.
    pub(crate) fn is_told_beside(&self, index: usize, around: Around) -> bool {
        let words = &self.words;
        let degree = words.is(index, "so")
            && matches!(words.pos(index + 1), Upos::Adv | Upos::Adj)
            && words.is(index + 2, "that")
            && around.infinitive;
        let result = words.is(index, "with") && words.is(index + 1, "the") && words.is(index + 2, "result");
        let meanwhile = words.is(index, "even") && words.is(index + 1, "as")
            // "keen to be of use | at a time when others ask", not "said that it hurts at a time when others ask"
            || words.is(index, "at")
                && (around.infinitive || !around.clause)
                && words.is(index + 1, "a")
                && words.is_any(index + 2, &["time", "moment"])
                && words.is(index + 3, "when");
        // "backed their stand, | even defending it abroad"
        let besides = words.is(index, "even")
            && index > 0
            && (words.is(index - 1, ",") || words.pos(index - 1) == Upos::Noun)
            && self.groups.holding(index + 1).is_some_and(|group| {
                group.shape == Shape::Ing && group.tokens.start == index + 1 && self.is_cue_group(group)
            });
        // "declined to sign it | on grounds that it breaks the law"
        let grounds = words.is(index, "on")
            && words.is(index + 1 + usize::from(words.is(index + 1, "the")), "grounds")
            && around.head.is_some();
        // "justifies the levy by pointing to a surge": what stands for it.
        let reasoned =
            around.head.is_some_and(|head| words.is_any(head, &["justifies", "justified", "explains", "explained"]));
        let means = words.is(index, "by")
            && !around.clause
            && !reasoned
            && self
                .groups
                .holding(index + 1)
                .is_some_and(|group| group.shape == Shape::Ing && self.is_cue_group(group));
        // "declared the project finished | within days of taking office"
        let soon = words.is(index, "within")
            && words.is_any(index + 1, &["hours", "days", "weeks", "months", "minutes"])
            && words.is(index + 2, "of");
        // "to hold the strait | amid rising tension"
        let amid = around.infinitive && words.is_any(index, &["amid", "amidst"]);
        // "that the talks led nowhere | which is also how its neighbour sees them": the author's conclusion.
        let concluded = words.is(index, "which")
            && index > 0
            && !words.is(index - 1, ",")
            && words.pos(index - 1) != Upos::Adp
            && words.is_any(index + 1, &["is", "was", "may", "might", "explains"])
            && (index + 1..index + 8).any(|at| words.is_any(at, &["why", "how", "reason", "explains", "explain"]));
        // "has regarded it as unsafe | for a quarter of a century", "has accused it of fraud | on several occasions"
        let perfect = around
            .head
            .and_then(|head| self.groups.holding(head))
            .is_some_and(|group| group.tokens.len() > 1 && words.is_any(group.tokens.start, &["has", "have", "had"]));
        let ends = |at: usize| !words.is_word(at) || words.pos(at) == Upos::Punct;
        let long =
            |at: usize| words.is_time(at) || words.is_any(at, &["century", "centuries", "decades", "generation"]);
        let repeated = words.is(index, "on")
            && (index + 1..index + 5).any(|at| {
                words.is_any(at, &["occasion", "occasions"]) && (ends(at + 1) || words.is(at + 1, "without"))
            });
        let lasting =
            !around.clause && words.is(index, "for") && (index + 1..index + 6).any(|at| long(at) && ends(at + 1));
        let lasting = perfect && lasting || repeated && (perfect || !around.clause);
        lasting || soon || amid || concluded || degree || result || meanwhile || besides || grounds || means
    }

    /// "(Coastal Courier, March 12)", "(Brandvold, 2031)": where it was said, in brackets at the end.
    pub(super) fn is_citation(&self, index: usize, high: usize) -> bool {
        let words = &self.words;
        if !words.is(index, "(") || !words.is_capitalised(index + 1) {
            return false;
        }
        let Some(close) = (index + 1..high.min(index + LONGEST_CITATION)).find(|&at| words.is(at, ")")) else {
            return false;
        };
        let dated = (index + 1..close).any(|at| words.is(at, ",")) && words.pos(close - 1) == Upos::Num;
        let ends = close + 1 >= high || words.is_any(close + 1, &[".", ",", ";"]);
        dated && ends && self.groups.within(index..close).next().is_none()
    }

    /// Behind a quotation or bracket that begins at `index` and not before `start`.
    pub(crate) fn past_enclosed(&self, index: usize, start: usize, high: usize) -> Option<usize> {
        let words = &self.words;
        if let Some(quoted) = words.quotations.opening_at(index).and_then(|quoted| words.quotations.get(quoted)) {
            // A quotation may run over the end of the sentence; the content then ends with it.
            return Some(quoted.tokens.end.max(index + 1));
        }
        if words.is_any(index, &["(", "["]) && index >= start {
            let close = (index..high.min(index + 60)).find(|&at| words.is_any(at, &[")", "]"]))?;
            return Some(close + 1);
        }
        None
    }

    /// "“no supplier,” and | Kest is “at the end of the chain”": the words of the same one go on.
    pub(super) fn more_in_marks(&self, start: usize, high: usize) -> bool {
        let group = self.clause_at(start, high).and_then(|group| self.groups.get(group));
        group.is_some_and(|group| !self.is_cue_group(group) && self.words.is_open_quote(group.tokens.end))
    }
}
