//! The way along what is attributed, token by token, to where it ends.

use super::clause::Around;
use super::groups::{Group, Shape};
use crate::claims::scene::Scene;
use crate::tagger::Upos;

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

/// Verbs with which somebody stands by what others doubt.
const DENYING: &[&str] =
    &["deny", "denies", "denied", "denying", "insist", "insists", "insisted", "maintain", "maintains", "maintained"];

/// Tokens of a clause between "that" and its subject.
pub(super) const LONGEST_CLAUSE: usize = 40;

/// What opens a clause in front of the main one.
const GRANTED: &[&str] =
    &["where", "if", "when", "although", "though", "while", "unless", "as", "because", "since", "once", "even"];

/// What it was to say so: "…, in a move that surprised them".
const MOVES: &[&str] = &["move", "step", "reversal", "gesture", "blow", "turn"];

/// How far a second dash is looked for.
pub(super) const LONGEST_DASHED: usize = 40;

/// Where to go from a token.
pub(crate) enum Step {
    /// On, at this token.
    To(usize),
    /// The content ends before this token.
    End(usize),
}

/// A content on the way to its end.
pub(super) struct ContentWalk<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) start: usize,
    pub(super) around: Around,
    pub(super) high: usize,
}

impl ContentWalk<'_> {
    /// The next step from token `index`.
    pub(super) fn step(&self, index: usize) -> Step {
        self.before_own_verb(index)
            .or_else(|| self.noted(index))
            .or_else(|| self.enclosed(index))
            .or_else(|| self.aside_behind_that(index))
            .or_else(|| self.other_verb(index))
            .or_else(|| self.scene.next_counted(index, self.start).map(Step::To))
            .or_else(|| self.told_beside(index))
            .or_else(|| if index > self.start { self.joint(index) } else { None })
            .unwrap_or(Step::To(index + 1))
    }

    fn group(&self, at: usize) -> Option<&Group> {
        self.scene.groups.holding(at)
    }

    fn has_shape(&self, at: usize, shape: Shape) -> bool {
        self.group(at).is_some_and(|group| group.shape == shape)
    }

    /// Past what stands between the subject of a clause without "that" and its verb.
    fn before_own_verb(&self, index: usize) -> Option<Step> {
        let verb = self.around.verb;
        if index <= self.start || index >= verb || !self.scene.words.is(index, ",") {
            return None;
        }
        // "said attacks on ships, ports, and cables | would": a list before the verb.
        if self.scene.listed_subject(index, self.high) == Some(verb) {
            return Some(Step::To(verb));
        }
        // "said Okello, despite his wealth, | is better placed": an aside between the subject and its verb.
        let next = self.scene.aside_end(index, self.high)?;
        (next <= verb && next > index + 1).then_some(Step::To(next))
    }

    /// "(Note: the ministry denies it)", "(Brandvold, 2031)": a note on what is said.
    fn noted(&self, index: usize) -> Option<Step> {
        let words = &self.scene.words;
        let note = words.is(index, "(") && words.is_any(index + 1, &["note", "see", "nb", "editor"]);
        (index > self.start && (note || self.scene.is_citation(index, self.high))).then_some(Step::End(index))
    }

    /// Past what stands in brackets or marks.
    fn enclosed(&self, index: usize) -> Option<Step> {
        let (scene, words, around) = (self.scene, &self.scene.words, self.around);
        let end = scene.past_enclosed(index, self.start, self.high)?;
        // "“no secrets, only manners,” a phrase that": the comma stands within the marks.
        let marked = end < self.high && words.is_close_quote(end - 1) && words.is(end.saturating_sub(2), ",");
        // "according to it, the “special funds,” which were …, are debts": without a verb it is no clause yet.
        let verbless = || around.beside && !scene.has_finite(&(self.start..end));
        let goes_on = || words.is(end, "and") && scene.more_in_marks(end + 1, self.high);
        // "as “the heroes of our time,” and left it there": another verb of the one who says so.
        let left = (marked || index == self.start && words.is(end, "but"))
            && words.is_any(end, &["and", "but"])
            && !scene.has_finite(&(self.start..end))
            && self
                .group(end + 1)
                .is_some_and(|group| group.shape == Shape::Finite && (group.past == around.past || group.modal));
        let ends = left || marked && !verbless() && !goes_on() && scene.comma_ends(end - 1, around, self.high);
        Some(if ends { Step::End(end) } else { Step::To(end) })
    }

    /// "that, while both are interested, the clashes are": past an aside behind the conjunction.
    fn aside_behind_that(&self, index: usize) -> Option<Step> {
        let words = &self.scene.words;
        if index != self.start + 1 || !words.is(self.start, "that") || !words.is(index, ",") {
            return None;
        }
        let close = (index + 2..self.high.min(index + LONGEST_CLAUSE)).find(|&at| words.is(at, ","))?;
        Some(Step::To(close + 1))
    }

    /// "those who believe that it is lost | are wrong": before the verb of the clause around.
    fn other_verb(&self, index: usize) -> Option<Step> {
        let (scene, around) = (self.scene, self.around);
        if index <= self.start || !self.has_shape(index, Shape::Finite) {
            return None;
        }
        // "the reforms it wants Kestria to adopt | would": an infinitive has no such verb behind it.
        let behind_infinitive = around.infinitive && self.has_shape(index - 1, Shape::Infinitive);
        let other = scene.groups.at(index) != scene.groups.at(index - 1);
        // "who expect it to stop migration | will judge it"
        let of_those = around.infinitive
            && around.relative
            && index > self.start + 1
            && other
            && !scene.has_finite(&(self.start..index))
            && matches!(scene.words.pos(index - 1), Upos::Noun | Upos::Propn)
            && scene.clause_at(index, self.high).is_none();
        let second = around.relative && self.has_shape(index - 1, Shape::Finite) && other;
        (behind_infinitive || of_those || second).then_some(Step::End(index))
    }

    /// Before what tells how or why it is said.
    fn told_beside(&self, index: usize) -> Option<Step> {
        let words = &self.scene.words;
        // "…, in a move that surprised them": what it was to say so.
        let move_made = || {
            words.is(index, "in")
                && words.is(index + 1, "a")
                && words.is_any(index + 2, MOVES)
                && words.is_any(index + 3, &["that", "which", "to", "seen", "likely", "widely"])
        };
        let beside = index > self.start + 2
            && (self.scene.is_told_beside(index, Around { clause: true, ..self.around }) || move_made());
        beside.then_some(Step::End(index))
    }

    /// At a mark or a conjunction: past it, or the end.
    fn joint(&self, index: usize) -> Option<Step> {
        let (scene, words, around) = (self.scene, &self.scene.words, self.around);
        let stops = match words.word(index) {
            "," => match self.past_comma(index) {
                Ok(stops) => stops,
                Err(next) => return Some(Step::To(next)),
            },
            "but" if scene.pair_goes_on(index, self.start) => false,
            // "claims that it is a sponsor; that it arms them"
            ";" => !scene.same_kind_follows(index, self.start),
            ":" if around.infinitive => {
                !words.is_open_quote(index + 1) && scene.clause_at(index + 1, self.high).is_some()
            }
            "and" if scene.relative_goes_on(self.start, index, self.high) => false,
            "and" | "but" | "or" => scene.conjunction_ends(index, around, self.high),
            "while" | "whereas" if !around.beside => self.others_say(index),
            // "denies that it owns the pier | despite the findings": what the author holds against it.
            "despite" | "notwithstanding" => around.head.is_some_and(|head| words.is_any(head, DENYING)),
            _ if words.is_dash(index) => match self.past_dash(index) {
                Ok(stops) => stops,
                Err(next) => return Some(Step::To(next)),
            },
            _ => false,
        };
        // "must have it, particularly when blaming others"
        let leaves = || {
            words.is(index, ",")
                && !words.is_any(index + 1, NARROWING)
                && around.head.is_some_and(|head| scene.leaves(index, self.start, head, self.high))
        };
        (stops || leaves()).then_some(Step::End(index))
    }

    /// Whether the content ends before a comma, or where it goes on for certain.
    fn past_comma(&self, comma: usize) -> Result<bool, usize> {
        let (scene, words, around) = (self.scene, &self.scene.words, self.around);
        let that = words.is(self.start, "that");
        if self.has_no_verb_yet(comma) {
            return Ok(false);
        }
        // "that where it threatens them, | consent is a condition": the main clause of what is said.
        let granted = that
            && words.is_any(self.start + 1, GRANTED)
            && !(self.start..comma).any(|at| words.is(at, ","))
            && scene.clause_at(comma + 1, self.high).is_some();
        if granted {
            return Err(comma + 1);
        }
        if let Some(than) = scene.comparison_goes_on(comma, self.start.saturating_sub(1), self.high) {
            return Err(than);
        }
        if around.gerund && scene.gerund_goes_on(comma, self.high) {
            return Err(comma + 2);
        }
        if scene.pair_goes_on(comma, self.start) {
            return Ok(false);
        }
        if let Some(terms) = scene.terms_open(comma, self.high) {
            return Err(terms);
        }
        if self.question_again(comma) {
            return Ok(false);
        }
        if that && scene.we_too(comma) {
            return Err(comma + 1);
        }
        Ok(scene.comma_ends(comma, around, self.high))
    }

    /// "why it should pay, | and why nothing was published"
    fn question_again(&self, comma: usize) -> bool {
        let words = &self.scene.words;
        const ASKING: &[&str] = &["why", "how", "whether", "what", "when", "who"];
        let next = comma + 1 + usize::from(words.is_any(comma + 1, &["and", "or"]));
        words.is_any(self.start, ASKING)
            && words.is_any(next, ASKING)
            && (next > comma + 1 || words.is_any(next, &["why", "how", "whether"]))
    }

    /// "who said | the third site, at Wadi Hamra, was", "that a balance, with no country dominating, will": whether the clause has no
    /// verb yet.
    fn has_no_verb_yet(&self, comma: usize) -> bool {
        let (scene, words, start) = (self.scene, &self.scene.words, self.start);
        let aside = words.is(start, "that")
            || self.around.relative
                && words.pos(start) != Upos::Sconj
                && scene.groups.at(comma + 1).is_some()
                && (start..comma).any(|at| words.is(at, ","));
        let unfinished = |group: &Group| match group.shape {
            Shape::Finite => false,
            // "that the first, launched in 2030, and the second can": an aside.
            Shape::Participle => group.tokens.start > start + 2 && words.is(group.tokens.start - 1, ","),
            _ => true,
        };
        aside
            && !self.around.infinitive
            && scene.groups.within(start + 1..comma).all(|(_, group)| unfinished(group))
            && !(start..comma).any(|at| words.is_close_quote(at))
    }

    /// "found that he could win while a July poll put him at 70 percent": what somebody else says.
    fn others_say(&self, index: usize) -> bool {
        let scene = self.scene;
        let told = scene.clause_at(index + 1, self.high).and_then(|group| scene.groups.get(group));
        told.is_some_and(|group| {
            group.shape == Shape::Finite
                && !group.passive
                && scene.is_cue_group(group)
                && group.past == self.around.past
                && scene.has_finite(&(self.start + 1..index))
                && scene.holder_kind(&(index + 1..group.tokens.start)).is_some()
        })
    }

    /// Whether the content ends before a dash, or where it goes on behind the second one.
    fn past_dash(&self, dash: usize) -> Result<bool, usize> {
        let (scene, words, high) = (self.scene, &self.scene.words, self.high);
        let participle = self.has_shape(scene.past_adverbs(dash + 1, high), Shape::Participle);
        let asks = words.is_any(dash + 2, &["that", "whether", "how", "why", "what", "who"]);
        let second = (dash + 2..high.min(dash + LONGEST_DASHED)).find(|&at| words.is_dash(at));
        // "is on the right track – a key question in the race – and": what the author makes of it.
        let comment = words.is_any(dash + 1, &["a", "an"])
            && scene.noun_phrase_end(dash + 1, high).is_some_and(|end| {
                COMMENTS.contains(&words.word(end - 1))
                    || words.is_any(end - 1, &["question", "concern", "fear", "worry", "complaint"])
            });
        // "Although it says that it is free – which is not the same – the strait is": the main clause follows.
        let aside = second.is_none() || self.around.fronted && words.is(dash + 1, "which");
        let ends = self.around.dashes
            || comment
            // "– hence the state of the fence"
            || words.is(dash + 1, "hence")
            || aside && scene.is_remark_behind_dash(dash, high)
            || words.is(dash + 1, "but") && !asks
            || words.is(dash + 1, "and") && words.is_any(dash + 2, &["now", "then", "yet"])
            || participle && second.is_none();
        if let Some(second) = second.filter(|_| !ends) {
            return Err(second + 1);
        }
        let next = dash + 1 + usize::from(words.is_any(dash + 1, &["and", "but"]));
        let cue = || scene.clause_at(next, high).and_then(|group| scene.groups.get(group));
        Ok(ends || cue().is_some_and(|group| scene.is_cue_group(group)))
    }
}

impl Scene<'_> {
    /// "that the tales that blame the banks | and praise the union had fallen flat": a second verb of the relative clause in a
    /// subject whose own verb is still to come.
    fn relative_goes_on(&self, start: usize, conjunction: usize, high: usize) -> bool {
        let words = &self.words;
        let mut before = self.groups.within(start + 1..conjunction).filter(|(_, group)| group.shape == Shape::Finite);
        let Some((_, first)) = before.next().filter(|_| before.next().is_none()) else { return false };
        let pronoun = first.tokens.start.saturating_sub(1);
        let relative = pronoun > start + 1 && words.is_relative(pronoun) && !words.is(pronoun - 1, ",");
        let second = self.groups.holding(conjunction + 1);
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
}
