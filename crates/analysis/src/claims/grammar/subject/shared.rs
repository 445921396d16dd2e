//! Subjects that verbs share: "came, spoke and said", "Warning that …, Okello said".

use super::{How, Subject};
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::scene::Scene;
use crate::lexicon::Frame;
use crate::tagger::Upos;

/// How many verbs back a shared subject is looked for.
const VERBS_BACK: usize = 16;

impl Scene<'_> {
    /// The subject of an earlier verb: the nearest cue verb, else the nearest finite one.
    pub(super) fn shared(&self, number: usize, low: usize, sharing: usize) -> Option<Subject> {
        let words = &self.words;
        let group = self.groups.get(number)?;
        // "to open the harbour and defend": joined to the infinitive.
        let third = words.word(group.head).ends_with('s');
        // "…; the planning minister …": the subject stands in the same part of the sentence.
        let here = words.quotations.around(group.head);
        let low = (low..group.tokens.start)
            .rev()
            .find(|&at| words.is(at, ";") && words.quotations.around(at) == here)
            .map_or(low, |at| at + 1);
        if group.shape == Shape::Finite && group.tokens.len() == 1 && !group.past && !third {
            let last = self.groups.within(low..group.tokens.start).next_back();
            if last.is_some_and(|(_, last)| last.shape == Shape::Infinitive || last.modal || last.future) {
                return None;
            }
        }
        let quoted = words.quotations.around(group.head);
        let mut candidates: Vec<usize> = self
            .groups
            .within(low..group.tokens.start)
            .rev()
            .take(VERBS_BACK)
            // "“took note” of it and plans to": its subject stands outside the marks.
            .filter(|(_, other)| {
                let around = words.quotations.around(other.head);
                let open = around.and_then(|at| words.quotations.get(at)).map(|marked| marked.tokens.start);
                let opens =
                    quoted.is_none() && !other.copula && open.is_some_and(|open| open + 1 == other.tokens.start);
                other.shape == Shape::Finite
                    && (around == quoted || opens && !words.is(other.tokens.start.saturating_sub(2), ","))
            })
            // "declined to say who had made it, but insisted": the verb of a question within shares nothing.
            .filter(|(_, other)| {
                let asks =
                    other.tokens.start.checked_sub(1).filter(|&at| at > low && words.is_any(at, &["who", "what"]));
                asks.is_none_or(|at| words.pos(at - 1) != Upos::Verb)
            })
            // "has proposed that each keep …, and report the rest": one subject cannot be both.
            .filter(|(_, other)| !(self.is_singular(other) && self.is_plural(group)))
            // "Reports say that it either builds or confirms it"
            .filter(|(_, other)| !(self.is_plural(other) && third && group.tokens.len() == 1))
            .map(|(index, _)| index)
            .collect();
        candidates.reverse();
        let same_tense = |index: &&usize| {
            self.groups.get(**index).is_some_and(|other| other.past == group.past || group.shape == Shape::Ing)
        };
        let cue = |index: &&usize| {
            self.groups.get(**index).is_some_and(|other| self.is_cue_group(other) && !self.is_embedded(other, low))
        };
        let chosen = candidates
            .iter()
            .rev()
            .filter(cue)
            .find(same_tense)
            .or_else(|| candidates.iter().rev().find(cue))
            .or_else(|| candidates.iter().rev().find(same_tense))
            .or(candidates.last())?;
        // "Tully demanded one, and Achterberg gave it, explaining that": the clause in between has a subject of its own.
        let between = candidates.iter().rev().find(|&&index| {
            self.groups.get(index).is_some_and(|other| {
                let opener = (low..other.tokens.start)
                    .rev()
                    .find(|&at| words.is(at, ",") && words.is_any(at + 1, &["and", "but"]));
                let after_chosen = self
                    .groups
                    .get(*chosen)
                    .is_some_and(|first| opener.is_some_and(|opener| opener > first.tokens.start));
                after_chosen && opener.is_some_and(|opener| self.clause_at(opener + 2, other.tokens.end) == Some(index))
            })
        });
        let chosen = between.filter(|_| group.shape == Shape::Ing).unwrap_or(chosen);
        // "…, who has a house there and plans to visit": the relative clause is not yet over.
        let relative = candidates.last().filter(|&&index| {
            self.groups.get(index).is_some_and(|other| {
                let before = other.tokens.start.checked_sub(1).filter(|&before| before >= low);
                let open = |that: usize| that > low && self.is_relative_in_subject(that, group);
                before.is_some_and(|before| words.is_any(before, &["who", "which"]) || open(before))
                    && words.is_any(group.tokens.start.saturating_sub(1), &["and", "but", "or"])
                    && !(other.tokens.end..group.tokens.start).any(|at| words.is(at, ","))
            })
        });
        let chosen = relative.filter(|_| group.shape == Shape::Finite).unwrap_or(chosen);
        // "stated that it acted because Kestria broke the pact and | sought war"
        let and = group.tokens.start.checked_sub(1).filter(|&and| words.is_any(and, &["and", "or"]));
        let subordinate = and.is_some_and(|and| {
            !words.is(and - 1, ",") && self.groups.get(*chosen).is_some_and(|cue| self.in_subordinate(cue.head, and))
        });
        let chosen = candidates.last().filter(|_| subordinate && group.shape == Shape::Finite).unwrap_or(chosen);
        let mut subject = self.subject_within(*chosen, low, sharing.checked_sub(1)?).or_else(|| {
            // "“…,” explained the head of the committee, adding that"
            let first = self.groups.get(*chosen)?;
            let quoted = first.tokens.start.checked_sub(1).is_some_and(|before| words.is_close_quote(before));
            self.inverted_subject(first, group.tokens.start).filter(|_| quoted)
        })?;
        if subject.how != How::Relative {
            subject.how = How::Shared;
        }
        Some(subject)
    }

    /// "tales that blame the banks and | praise the guild had fallen flat": whether `that` opens a clause of a subject whose own verb
    /// comes behind `second`.
    fn is_relative_in_subject(&self, that: usize, second: &Group) -> bool {
        let words = &self.words;
        let noun = words.is(that, "that") && words.pos(that - 1) == Upos::Noun && !words.listed(that - 1).noun;
        let takes_clause = || {
            let mut verbs = self.lexicon.verbs(words.word(second.head));
            verbs.any(|(verb, _)| verb.senses.iter().any(|sense| sense.frames.contains(&Frame::Clause)))
        };
        if !noun || takes_clause() {
            return false;
        }
        let end = self.bounds(second.head).end;
        let next = self.groups.within(second.tokens.end..end).find(|(_, next)| next.shape == Shape::Finite);
        let Some((_, next)) = next else { return false };
        let mut between = second.tokens.end..next.tokens.start;
        let infinitive = self.groups.within(between.clone()).any(|(_, other)| other.shape == Shape::Infinitive);
        let pronoun = words.is_personal_pronoun(next.tokens.start.saturating_sub(1));
        !infinitive && !pronoun && !between.any(|at| words.is_any(at, &[",", "and", "that", "who", "which"]))
    }

    /// "argued the bank | should pay, citing": whether a verb stands in a clause right behind an earlier cue.
    fn is_told_bare(&self, group: &Group, low: usize) -> bool {
        let before = self.groups.within(low..group.tokens.start).next_back().map(|(_, before)| before);
        before.is_some_and(|cue| {
            let clause = || {
                self.lexicon.verbs(self.words.word(cue.head)).any(|(verb, _)| {
                    verb.rest.is_empty() && verb.senses.iter().any(|sense| sense.frames.contains(&Frame::Clause))
                })
            };
            cue.shape == Shape::Finite
                && !cue.passive
                && self.noun_phrase_end(cue.tokens.end, group.tokens.start) == Some(group.tokens.start)
                && clause()
        })
    }

    /// Whether a verb stands in the "that" clause of an earlier cue.
    fn is_embedded(&self, group: &Group, low: usize) -> bool {
        let words = &self.words;
        if self.is_told_bare(group, low) {
            return true;
        }
        let that = (low..group.tokens.start).rev().find(|&index| {
            words.is_any(index, &["that", "whether"])
                || (words.is(index, ",") && words.is_any(index + 1, &["and", "but"]))
        });
        that.is_some_and(|that| {
            !words.is(that, ",")
                && self
                    .groups
                    .within(low..that)
                    .any(|(_, other)| self.is_cue_group(other) && other.shape == Shape::Finite)
        })
    }

    /// "Warning that …, X said": the subject of the main clause behind a participle at its start.
    pub(super) fn subject_of_next(&self, group: &Group, low: usize) -> Option<Subject> {
        let words = &self.words;
        let high = self.bounds(group.head).end;
        let comma = (group.tokens.end..high)
            .find(|&index| words.is(index, ",") && self.clause_at(index + 1, high).is_some())?;
        let main = self.clause_at(comma + 1, high)?;
        let mut subject = self.subject(main, low.max(comma + 1))?;
        subject.how = How::Shared;
        Some(subject)
    }
}
