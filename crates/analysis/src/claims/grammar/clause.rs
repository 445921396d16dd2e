//! Where what is attributed ends.

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

/// What an author calls the words of others.
pub(super) const COMMENTS: &[&str] = &[
    "phrase",
    "formulation",
    "distinction",
    "offer",
    "term",
    "word",
    "remark",
    "claim",
    "view",
    "charge",
    "figure",
    "line",
    "expression",
    "description",
    "verb",
    "sentence",
    "reference",
    "comparison",
    "argument",
    "allegation",
    "suggestion",
    "warning",
    "promise",
    "demand",
    "position",
    "assertion",
    "statement",
    "idea",
    "notion",
    "assessment",
    "assurance",
    "prediction",
    "point",
    "reading",
    "judgement",
    "judgment",
    "conclusion",
    "sentiment",
    "comment",
    "plea",
    "threat",
];

/// Adverbs that name a part of what is said, and so belong to it.
pub(super) const NARROWING: &[&str] =
    &["particularly", "especially", "notably", "specifically", "mainly", "chiefly", "primarily"];

/// Tokens of a clause between "that" and its subject.
pub(super) const LONGEST_CLAUSE: usize = 40;

/// What opens a clause in front of the main one.
const GRANTED: &[&str] =
    &["where", "if", "when", "although", "though", "while", "unless", "as", "because", "since", "once", "even"];

/// Tokens of a citation in brackets.
const LONGEST_CITATION: usize = 16;

impl Scene<'_> {
    /// One past the last token of a clause that begins at `start`.
    pub(crate) fn content_end(&self, start: usize, around: Around, high: usize) -> usize {
        let words = &self.words;
        let mut index = start;
        let around = Around { gerund: self.words.form(start) == VerbForm::Ing, ..around };
        while index < high {
            // "said attacks on ships, ports, and cables | would": a list before the verb.
            if index > start
                && index < around.verb
                && words.is(index, ",")
                && self.listed_subject(index, high) == Some(around.verb)
            {
                index = around.verb;
                continue;
            }
            // "said Okello, despite his wealth, | is better placed": an aside between the subject and its verb.
            if index > start
                && index < around.verb
                && words.is(index, ",")
                && let Some(next) = self.aside_end(index, high).filter(|&next| next <= around.verb && next > index + 1)
            {
                index = next;
                continue;
            }
            // "(Note: the ministry denies it)": a note on what is said.
            if index > start && words.is(index, "(") && words.is_any(index + 1, &["note", "see", "nb", "editor"]) {
                return index;
            }
            if index > start && self.is_citation(index, high) {
                return index;
            }
            if let Some(end) = self.past_enclosed(index, start, high) {
                // "“no secrets, only manners,” a phrase that": the comma stands within the marks.
                let marked = end < high && words.is_close_quote(end - 1) && words.is(end.saturating_sub(2), ",");
                // "according to it, the “special funds,” which were …, are debts": without a verb it is no clause yet.
                let verbless = around.beside && !self.has_finite(&(start..end));
                let goes_on = words.is(end, "and") && self.more_in_marks(end + 1, high);
                // "as “the heroes of our time,” and left it there": another verb of the one who says so.
                let left = (marked || index == start && words.is(end, "but"))
                    && words.is_any(end, &["and", "but"])
                    && !self.has_finite(&(start..end))
                    && self.groups.at(end + 1).and_then(|at| self.groups.get(at)).is_some_and(|group| {
                        group.shape == Shape::Finite && (group.past == around.past || group.modal)
                    });
                if left || marked && !verbless && !goes_on && self.comma_ends(end - 1, around, high) {
                    return end;
                }
                index = end;
                continue;
            }
            // "that, while both are interested, the clashes are": an aside behind the conjunction.
            if index == start + 1
                && words.is(start, "that")
                && words.is(index, ",")
                && let Some(close) = (index + 2..high.min(index + LONGEST_CLAUSE)).find(|&at| words.is(at, ","))
            {
                index = close + 1;
                continue;
            }
            // "those who believe that it is lost | are wrong": the verb of the clause around.
            let finite = |at: usize| {
                let group = self.groups.at(at).and_then(|group| self.groups.get(group));
                group.is_some_and(|group| group.shape == Shape::Finite)
            };
            // "the reforms it wants Kestria to adopt | would": an infinitive has no such verb behind it.
            let infinitive = |at: usize| {
                let group = self.groups.at(at).and_then(|group| self.groups.get(group));
                group.is_some_and(|group| group.shape == Shape::Infinitive)
            };
            if around.infinitive && index > start && finite(index) && infinitive(index - 1) {
                return index;
            }
            // "who expect it to stop migration | will judge it"
            let other_verb = around.infinitive && around.relative && index > start + 1 && finite(index) && {
                let group = self.groups.at(index);
                group != self.groups.at(index - 1)
                    && !self.has_finite(&(start..index))
                    && matches!(words.pos(index - 1), Upos::Noun | Upos::Propn)
                    && self.clause_at(index, high).is_none()
            };
            if other_verb {
                return index;
            }
            if around.relative && index > start && finite(index) && finite(index - 1) {
                let other = self.groups.at(index) != self.groups.at(index - 1);
                if other {
                    return index;
                }
            }
            if let Some(next) = self.next_counted(index, start) {
                index = next;
                continue;
            }
            if index > start + 2 && self.is_told_beside(index, Around { clause: true, ..around }) {
                return index;
            }
            // "…, in a move that surprised them": what it was to say so.
            let move_made = words.is(index, "in")
                && words.is(index + 1, "a")
                && words.is_any(index + 2, &["move", "step", "reversal", "gesture", "blow", "turn"])
                && words.is_any(index + 3, &["that", "which", "to", "seen", "likely", "widely"]);
            if move_made && index > start + 2 {
                return index;
            }
            if index > start {
                // "who said | the third site, at Wadi Hamra, was": the clause has no verb yet.
                // "that a balance, with no country dominating, will".
                let verbless = || {
                    let aside = words.is(start, "that")
                        || around.relative
                            && words.pos(start) != Upos::Sconj
                            && self.groups.at(index + 1).is_some()
                            && (start..index).any(|at| words.is(at, ","));
                    aside
                        && !around.infinitive
                        && self.groups.within(start + 1..index).all(|(_, group)| match group.shape {
                            Shape::Finite => false,
                            // "that the first, launched in 2030, and the second can": an aside.
                            Shape::Participle => {
                                group.tokens.start > start + 2 && words.is(group.tokens.start - 1, ",")
                            }
                            _ => true,
                        })
                        && !(start..index).any(|at| words.is_close_quote(at))
                };
                let stops = match words.word(index) {
                    "," if verbless() => false,
                    // "that where it threatens them, | consent is a condition": the main clause of what is said.
                    "," if words.is_any(start, &["that"])
                        && words.is_any(start + 1, GRANTED)
                        && !(start..index).any(|at| words.is(at, ","))
                        && self.clause_at(index + 1, high).is_some() =>
                    {
                        index += 1;
                        continue;
                    }
                    "," if around.gerund && self.gerund_goes_on(index, high) => {
                        index += 2;
                        continue;
                    }
                    "," | "but" if self.pair_goes_on(index, start) => false,
                    "," if words.is(start, "that") && self.we_too(index) => {
                        index += 1;
                        continue;
                    }
                    "," => self.comma_ends(index, around, high),
                    // "claims that it is a sponsor; that it arms them"
                    ";" => !self.same_kind_follows(index, start),
                    ":" if around.infinitive => {
                        !words.is_open_quote(index + 1) && self.clause_at(index + 1, high).is_some()
                    }
                    "and" if self.relative_goes_on(start, index, high) => false,
                    "and" | "but" | "or" => self.conjunction_ends(index, around, high),
                    // "found that he could win while a July poll put him at 70 percent": what somebody else says.
                    "while" | "whereas" if !around.beside => {
                        let told = self.clause_at(index + 1, high).and_then(|group| self.groups.get(group));
                        told.is_some_and(|group| {
                            group.shape == Shape::Finite
                                && !group.passive
                                && self.is_cue_group(group)
                                && group.past == around.past
                                && self.has_finite(&(start + 1..index))
                                && self.holder_kind(&(index + 1..group.tokens.start)).is_some()
                        })
                    }
                    _ if words.is_dash(index) => {
                        let next = self.past_adverbs(index + 1, high);
                        let participle = self
                            .groups
                            .at(next)
                            .and_then(|group| self.groups.get(group))
                            .is_some_and(|group| group.shape == Shape::Participle);
                        let asks = words.is_any(index + 2, &["that", "whether", "how", "why", "what", "who"]);
                        let second = self.second_dash(index, high);
                        // "is on the right track – a key question in the race – and": what the author makes of it.
                        let comment = words.is_any(index + 1, &["a", "an"])
                            && self.noun_phrase_end(index + 1, high).is_some_and(|end| {
                                COMMENTS.contains(&words.word(end - 1))
                                    || words.is_any(end - 1, &["question", "concern", "fear", "worry", "complaint"])
                            });
                        // "– which is not the same", "– a factor that counts", "– as is evident"
                        // "Although it says that it is free – which is not the same – the strait is": the main clause follows.
                        let aside = second.is_none() || around.fronted && words.is(index + 1, "which");
                        let remark = aside && self.is_remark_behind_dash(index, high);
                        let ends = around.dashes
                            || comment
                            || remark
                            || words.is(index + 1, "but") && !asks
                            || words.is(index + 1, "and") && words.is_any(index + 2, &["now", "then", "yet"])
                            || participle && second.is_none();
                        if let Some(second) = second.filter(|_| !ends) {
                            index = second + 1;
                            continue;
                        }
                        let next = index + 1 + usize::from(words.is_any(index + 1, &["and", "but"]));
                        ends || self
                            .clause_at(next, high)
                            .and_then(|group| self.groups.get(group))
                            .is_some_and(|group| self.is_cue_group(group))
                    }
                    _ => false,
                };
                let leaves = !stops
                    && words.is(index, ",")
                    // "must have it, particularly when blaming others"
                    && !words.is_any(index + 1, NARROWING)
                    && around.head.is_some_and(|head| self.leaves(index, start, head, high));
                if stops || leaves {
                    return index;
                }
            }
            index += 1;
        }
        // A quotation may run over the end of the sentence.
        index.max(high)
    }

    /// "that the tales that blame the banks | and praise the union had fallen flat": a second verb of the relative clause in a
    /// subject whose own verb is still to come.
    fn relative_goes_on(&self, start: usize, conjunction: usize, high: usize) -> bool {
        let words = &self.words;
        let mut before = self.groups.within(start + 1..conjunction).filter(|(_, group)| group.shape == Shape::Finite);
        let Some((_, first)) = before.next().filter(|_| before.next().is_none()) else { return false };
        let pronoun = first.tokens.start.saturating_sub(1);
        let relative = pronoun > start + 1 && words.is_relative(pronoun) && !words.is(pronoun - 1, ",");
        let second = self.groups.at(conjunction + 1).and_then(|group| self.groups.get(group));
        let stop = (conjunction..high).find(|&at| words.is_any(at, &[";", ".", ","])).unwrap_or(high);
        relative
            && second.is_some_and(|second| second.shape == Shape::Finite && self.has_finite(&(second.tokens.end..stop)))
    }

    /// What an author adds behind a dash: "– which is not the same", "– a factor that counts", "– as is evident".
    fn is_remark_behind_dash(&self, dash: usize, high: usize) -> bool {
        let words = &self.words;
        let next = dash + 1;
        let which = words.is(next, "which");
        let evident = words.is(next, "as") && words.is_any(next + 1, &["is", "was", "shown", "seen", "evidenced"]);
        let noun = words.is_any(next, &["a", "an"])
            && self.noun_phrase_end(next, high).is_some_and(|end| words.is_any(end, &["that", "which"]));
        which || evident || noun
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
            // "keen to be of use | at a time when others ask"
            || words.is(index, "at")
                && words.is(index + 1, "a")
                && words.is_any(index + 2, &["time", "moment"])
                && words.is(index + 3, "when");
        // "backed their stand, | even defending it abroad"
        let besides = words.is(index, "even")
            && index > 0
            && (words.is(index - 1, ",") || words.pos(index - 1) == Upos::Noun)
            && self.groups.at(index + 1).and_then(|group| self.groups.get(group)).is_some_and(|group| {
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
                .at(index + 1)
                .and_then(|group| self.groups.get(group))
                .is_some_and(|group| group.shape == Shape::Ing && self.is_cue_group(group));
        // "to hold the strait | amid rising tension"
        let amid = around.infinitive && words.is_any(index, &["amid", "amidst"]);
        // "that the talks led nowhere | which is also how its neighbour sees them": the author's conclusion.
        let concluded = words.is(index, "which")
            && index > 0
            && !words.is(index - 1, ",")
            && words.pos(index - 1) != Upos::Adp
            && words.is_any(index + 1, &["is", "was", "may", "might", "explains"])
            && (index + 1..index + 8).any(|at| words.is_any(at, &["why", "how", "reason", "explains", "explain"]));
        amid || concluded || degree || result || meanwhile || besides || grounds || means
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

    fn second_dash(&self, index: usize, high: usize) -> Option<usize> {
        (index + 2..high.min(index + 40)).find(|&at| self.words.is_dash(at))
    }

    /// "“no supplier,” and | Kest is “at the end of the chain”": the words of the same one go on.
    pub(super) fn more_in_marks(&self, start: usize, high: usize) -> bool {
        let group = self.clause_at(start, high).and_then(|group| self.groups.get(group));
        group.is_some_and(|group| !self.is_cue_group(group) && self.words.is_open_quote(group.tokens.end))
    }
}
