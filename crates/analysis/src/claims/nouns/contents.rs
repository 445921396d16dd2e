//! What follows a cue noun and is its content.

use std::ops::Range;

use rapporteur_core::ClaimForm;

use crate::claims::cues::frames::{After, QUESTION_WORDS};
use crate::claims::grammar::groups::Shape;
use crate::claims::scene::Scene;
use crate::lexicon::{CueNoun, Frame, Rest};
use crate::tagger::{Upos, VerbForm};

/// How many tokens an aside between noun and content may have.
const LONGEST_ASIDE: usize = 16;

impl Scene<'_> {
    /// The content behind a noun, one past the cue, and whether it is a clause.
    pub(crate) fn noun_content(
        &self,
        noun: &CueNoun,
        index: usize,
        after: &After,
    ) -> Option<(Range<usize>, usize, bool)> {
        let words = &self.words;
        // "its support in principle | for"
        if words.is(after.at, "in") && words.is_any(after.at + 1, &["principle", "private", "public"]) {
            let at = after.at + 2;
            return self.noun_content(noun, index, &self.after(at, after.high, after.around));
        }
        if let Some(start) = self.shared_content(after.at, after.high)
            && noun.content.iter().any(|frame| match frame {
                Frame::Prep(taken) => words.is(after.at, taken),
                Frame::To => words.is(after.at, "to"),
                _ => false,
            })
        {
            return Some((start..self.object_end(start, after.around, after.high), after.at + 1, false));
        }
        for frame in &noun.content {
            match frame {
                Frame::That => {
                    // "his claim in the same interview | that"
                    let hung = words.pos(after.at) == Upos::Adp
                        && !words.is_any(after.at, &["of", "to", "for", "about"])
                        // "their hopes last week | that"
                        || words.is_any(after.at, &["last", "this", "earlier"]) && words.is_time(after.at + 1);
                    let late = after.starts.iter().copied().find(|&start| hung && words.is(start, "that"));
                    let start = late.unwrap_or(after.at);
                    if words.is(start, "that")
                        && let Some(matched) =
                            self.match_frame(&Frame::That, &After { starts: vec![start], ..after.clone() })
                    {
                        return Some((matched.content, index + 1, true));
                    }
                    if let Some(content) = self.clause_between_commas(start, after) {
                        return Some((content, index + 1, true));
                    }
                }
                Frame::To if words.is(after.at, "not") && self.groups.at(after.at + 1).is_some() => {
                    let to = self.infinitive_after(Some(after.at + 1), after)?;
                    return Some((after.at..to.end, index + 1, true));
                }
                Frame::To => {
                    // "to" before a verb; before a noun only where the noun takes the preposition.
                    let at = After { starts: vec![after.at], ..after.clone() };
                    if let Some(matched) = self.match_frame(&Frame::To, &at) {
                        return Some((matched.content, index + 1, true));
                    }
                    if words.is(after.at, "to")
                        && words.pos(after.at) == Upos::Adp
                        && !matches!(noun.form, ClaimForm::Demand | ClaimForm::Intention)
                        && noun.content.iter().all(|frame| *frame != Frame::That || noun.form == ClaimForm::Opposition)
                    {
                        let matched = self.rest_after(after.at..after.at, &Rest::Prep("to".to_owned()), &at)?;
                        return Some((matched.content.start + 1..matched.content.end, after.at + 1, false));
                    }
                }
                Frame::Prep(preposition) => {
                    if preposition == "whether" {
                        if words.is(after.at, "whether") {
                            return Some((
                                after.at..self.content_end(after.at, after.around, after.high),
                                index + 1,
                                true,
                            ));
                        }
                        continue;
                    }
                    // "his doubts | as to who"
                    if preposition == "about"
                        && words.is(after.at, "as")
                        && words.is(after.at + 1, "to")
                        && words.is_any(after.at + 2, QUESTION_WORDS)
                    {
                        return Some((
                            after.at + 2..self.content_end(after.at + 2, after.around, after.high),
                            after.at + 2,
                            false,
                        ));
                    }
                    // "its report of last May"
                    let dated = words.is_any(after.at + 1, &["last", "this", "next"]) && words.is_time(after.at + 2);
                    // "its claim | to be heard"
                    let infinitive = preposition == "to" && words.pos(after.at) != Upos::Adp;
                    if !words.is(after.at, preposition) || dated || infinitive {
                        continue;
                    }
                    let at = After { starts: vec![after.at], ..after.clone() };
                    if let Some(matched) = self.rest_after(after.at..after.at, &Rest::Prep(preposition.clone()), &at) {
                        return Some((matched.content.start + 1..matched.content.end, after.at + 1, false));
                    }
                }
                Frame::Quote => {
                    if let Some((content, _)) = self.quote_after(&[after.at], after)
                        && content.len() > 4
                    {
                        return Some((content, index + 1, true));
                    }
                }
                _ => {}
            }
        }
        self.clause_without_that(noun, index, after).or_else(|| self.late_content(noun, index, after))
    }

    /// "Averland’s excuse, | that the law is old, | convinced nobody", "its hunch, namely that …": the clause between its commas.
    fn clause_between_commas(&self, comma: usize, after: &After) -> Option<Range<usize>> {
        let words = &self.words;
        let opens = words.is(comma, ",") || words.is_dash(comma);
        let that = comma + 1 + usize::from(words.is(comma + 1, "namely"));
        if !opens || !words.is(that, "that") {
            return None;
        }
        // "its plan, | that serves nobody": a relative clause has no subject of its own.
        let verb = self.clause_at(that + 1, after.high).and_then(|at| self.groups.get(at))?;
        if verb.tokens.start == that + 1 {
            return None;
        }
        let finite = |at: usize| {
            let at = (at..after.high).find(|&at| words.pos(at) != Upos::Adv);
            at.and_then(|at| self.groups.holding(at)).is_some_and(|group| group.shape == Shape::Finite)
        };
        let closes = |&at: &usize| (words.is(at, ",") || words.is_dash(at)) && finite(at + 1);
        let close = (verb.tokens.end..after.high).find(closes);
        Some(that..close.unwrap_or_else(|| self.content_end(that, after.around, after.high)))
    }

    /// "fears | the pact could fail", "a signal | there will be a vote", not "the claim | he made".
    fn clause_without_that(&self, noun: &CueNoun, index: usize, after: &After) -> Option<(Range<usize>, usize, bool)> {
        const BARE: &[&str] = &[
            "claim",
            "fear",
            "hope",
            "belief",
            "promise",
            "signal",
            "sign",
            "concern",
            "worry",
            "assurance",
            "allegation",
            "suggestion",
            "prediction",
            "warning",
            "doubt",
            "suspicion",
            "accusation",
            "complaint",
            "speculation",
            "rumour",
            "pledge",
            "vow",
            "threat",
            "insistence",
            "assertion",
            "confidence",
            "optimism",
            "scepticism",
            "skepticism",
        ];
        let words = &self.words;
        let start = after.at;
        let opens = matches!(words.pos(start), Upos::Pron | Upos::Det | Upos::Propn) && !words.is_relative(start);
        if start != index + 1 || !opens || !BARE.contains(&noun.lemma.as_str()) || !noun.content.contains(&Frame::That)
        {
            return None;
        }
        let group = self.clause_at(start, after.high).and_then(|at| self.groups.get(at))?;
        let states = group.modal
            || group.future
            || group.copula
            || words.is_any(group.tokens.start, &["is", "are", "was", "were"]);
        let goes_on = group.tokens.end < after.high && words.pos(group.tokens.end) != Upos::Punct;
        // "a concern the ministry is said to share": what is shared is the concern.
        (states && goes_on && !group.passive && !self.utters(group.head))
            .then(|| (start..self.content_end(start, after.around, after.high), index + 1, true))
    }

    /// The content behind what stands between it and the noun: "their decision last week | to …", "its threat, made in June, | to …",
    /// "a request to the court | to …".
    fn late_content(&self, noun: &CueNoun, index: usize, after: &After) -> Option<(Range<usize>, usize, bool)> {
        let words = &self.words;
        // What a decision was is a fact more often than a claim, the more so with the day it was made.
        if noun.lemma == "decision" {
            return None;
        }
        let whole = |frame: &Frame| noun.content.contains(frame);
        if let Some(content) = self.behind_colon(noun, index, after) {
            return Some((content, index + 1, true));
        }
        for (start, loose) in self.behind_interruption(noun, after.at, after.high) {
            let at = After { at: start, starts: vec![start], ..after.clone() };
            if whole(&Frame::That)
                && words.is(start, "that")
                && self.clause_at(start + 1, after.high).is_some()
                && let Some(matched) = self.match_frame(&Frame::That, &at)
            {
                let opened = words.is_dash(start - 1);
                let closed = matched.content.clone().find(|&at| opened && words.is_dash(at));
                return Some((start..closed.unwrap_or(matched.content.end), index + 1, true));
            }
            // "her warning to Kestria not to sign"
            if whole(&Frame::To)
                && words.is(start, "not")
                && words.is(start + 1, "to")
                && let Some(to) = self.infinitive_after(Some(start + 1), &at)
            {
                return Some((start..to.end, index + 1, true));
            }
            if whole(&Frame::To)
                && words.is(start, "to")
                && let Some(to) = self.infinitive_after(Some(start), &at)
            {
                return Some((to, index + 1, true));
            }
            for preposition in noun.content.iter().filter_map(|frame| match frame {
                Frame::Prep(preposition) if preposition != "whether" => Some(preposition),
                _ => None,
            }) {
                // "her warning to Kestria | about the dam"
                let about = matches!(preposition.as_str(), "about" | "over" | "regarding" | "against");
                if (!loose || about)
                    && words.is(start, preposition)
                    && let Some(matched) = self.rest_after(start..start, &Rest::Prep(preposition.clone()), &at)
                {
                    return Some((matched.content, index + 1, false));
                }
            }
        }
        None
    }

    /// "sent the same message in a letter: | the alliance must pay".
    fn behind_colon(&self, noun: &CueNoun, index: usize, after: &After) -> Option<Range<usize>> {
        const TOLD: &[&str] = &[
            "message",
            "warning",
            "answer",
            "reply",
            "conclusion",
            "verdict",
            "line",
            "point",
            "argument",
            "lesson",
            "signal",
            "caveat",
            "complaint",
            "fear",
            "concern",
            "worry",
            "promise",
            "pledge",
            "finding",
            "claim",
            "demand",
            "request",
            "advice",
            "appeal",
            "plea",
            "condition",
            "recommendation",
            "explanation",
            "admission",
            "reproach",
            "reasoning",
            "proposal",
            "prescription",
            "forecast",
            "prediction",
            "accusation",
            "objection",
            "threat",
            "offer",
            "idea",
        ];
        let words = &self.words;
        let high = after.high.min(index + LONGEST_ASIDE);
        if !TOLD.contains(&noun.lemma.as_str()) {
            return None;
        }
        let colon = (index + 1..high).find(|&at| words.is(at, ":"))?;
        let verbless = self.groups.within(index + 1..colon).next().is_none();
        // "two conclusions: that prices will fall and that", "three points: first, prices will fall"
        let counted = words.is_any(colon + 1, &["first", "firstly"]) && words.is(colon + 2, ",");
        let clause = colon + 1 + 2 * usize::from(counted);
        let clause = clause + usize::from(words.is(clause, "that"));
        // "one piece of advice: | never sign on a Friday", "an appeal: | dredge the channel"
        let imperative = clause + usize::from(words.is_any(clause, &["never", "always", "do", "please"]));
        let tells = words.form(imperative) == VerbForm::Base;
        let opens = self.clause_at(clause, after.high).is_some() || words.is_open_quote(colon + 1) || tells;
        (verbless && opens).then(|| colon + 1..self.content_end(colon + 1, after.around, after.high))
    }

    /// Where a content may begin behind times, asides and the person addressed; and whether only a clause can be meant there.
    fn behind_interruption(&self, noun: &CueNoun, from: usize, high: usize) -> Vec<(usize, bool)> {
        let words = &self.words;
        let mut starts = Vec::new();
        let mut at = from;
        let mut loose = false;
        for _ in 0..3 {
            let mark = words.is(at, ",") || words.is_dash(at);
            if mark {
                let close = (at + 1..high.min(at + LONGEST_ASIDE)).find(|&index| {
                    words.is(index, ",") && words.is(at, ",") || words.is_dash(index) && words.is_dash(at)
                });
                // "a request to the court in May, | to"
                if words.is(at, ",") && words.is_any(at + 1, &["to", "that"]) && at > from {
                    starts.push((at + 1, true));
                    break;
                }
                // "the argument — | that the river belongs to all — has"
                if words.is_dash(at) && words.is(at + 1, "that") {
                    starts.push((at + 1, true));
                    break;
                }
                let Some(close) = close else { break };
                let relative = words.is_any(at + 1, &["which", "who"]);
                // What opens the aside is a participle, whatever the tagger makes of it.
                let verb = self
                    .groups
                    .within(at + 1..close)
                    .any(|(_, group)| group.shape == Shape::Finite && group.tokens.start > at + 1);
                if verb && !relative {
                    break;
                }
                at = close + 1;
            } else if self.says_when(at) {
                match self.adjunct_end(at, high) {
                    Some(end) => at = end,
                    None => break,
                }
            } else if noun.form == ClaimForm::Demand && words.is_any(at, &["to", "on", "upon"])
                || words.is_any(at, &["to", "from", "in", "at", "within"])
            {
                match self.long_phrase_end(at + 1, high) {
                    Some(end) if self.groups.at(at).is_none() => at = end,
                    _ => break,
                }
                loose = true;
            } else {
                break;
            }
            starts.push((at, loose));
        }
        starts
    }

    /// "last week", "on Monday", "two weeks earlier", "in 2031", "at present".
    fn says_when(&self, at: usize) -> bool {
        let words = &self.words;
        words.is_time(at)
            || words.is_any(at, &["last", "this", "earlier", "late", "early", "later"]) && words.is_time(at + 1)
            || words.is_any(at, &["on", "in", "since", "during"]) && (words.is_time(at + 1) || words.is_time(at + 2))
            || words.is(at, "at") && words.is_any(at + 1, &["present", "first", "once"])
            || words.pos(at) == Upos::Num
                && words.is_time(at + 1)
                && words.is_any(at + 2, &["ago", "earlier", "later", "before"])
            || words.is_any(at, &["today", "yesterday", "again"])
    }
}
