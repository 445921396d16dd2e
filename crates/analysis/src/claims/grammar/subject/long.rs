//! Subjects with much told behind their noun: "a clerk who has worked there since the port opened | says", "a survey of firms by the
//! chamber in the week after the vote | found", "those who oppose the deal | fear".

use std::ops::Range;

use super::Place;
use crate::claims::grammar::adverbials::adverbial_end;
use crate::claims::grammar::groups::Shape;
use crate::claims::scene::Scene;
use crate::lexicon::Frame;
use crate::tagger::{Upos, VerbForm};

/// How many tokens such a subject has at most.
const LONGEST: usize = 32;

/// What opens a clause within a relative one: "who has worked there | since the port opened".
const OPENERS: &[&str] = &[
    "since", "when", "while", "because", "after", "before", "as", "if", "although", "though", "until", "where", "that",
    "whether", "how", "why", "what", "who", "which", "whose", "whom",
];

impl Scene<'_> {
    /// The whole phrase before a finite verb, where a clause may begin with it and all that stands behind its noun is told of it.
    pub(super) fn long_subject(&self, place: Place<'_>) -> Option<Range<usize>> {
        let Place { low, end, .. } = place;
        let words = &self.words;
        let from = low.max(end.saturating_sub(LONGEST));
        let starts = (from..end).filter(|&at| {
            // "Neither | Averland nor Kestria has": of neither.
            (at == low || self.is_clause_start(at, low) && !words.is(at - 1, "neither"))
                && matches!(words.pos(at), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Pron)
        });
        starts.map(|start| start..end).find(|phrase| self.is_one_phrase(phrase))
    }

    /// Whether the tokens are a noun that somebody or a paper is called by and what is told of it, and nothing else.
    fn is_one_phrase(&self, phrase: &Range<usize>) -> bool {
        let words = &self.words;
        let Some(first) = self.noun_phrase_end(phrase.start, phrase.end).filter(|&first| first < phrase.end) else {
            return false;
        };
        // "a study | last year"
        let timed = (phrase.start + 1..first).find(|&at| words.is_any(at, &["last", "this"]) && words.is_time(at + 1));
        let first = timed.unwrap_or(first);
        if self.holder_kind(&(phrase.start..first)).is_none() && !words.is(phrase.start, "those") {
            return false;
        }
        let mut at = first;
        while at < phrase.end {
            match self.told_of_subject(at, phrase.end) {
                Some(next) if next > at => at = next,
                _ => return false,
            }
        }
        true
    }

    /// One past the next thing told of a noun at `at`: a phrase behind a preposition, a time, a participle, a relative clause.
    fn told_of_subject(&self, at: usize, end: usize) -> Option<usize> {
        let words = &self.words;
        if words.is_any(at, &["who", "which", "whom", "whose"]) || words.is(at, "that") && words.pos(at) == Upos::Pron {
            return self.relative_closes(at, end).then_some(end);
        }
        if let Some(group) = self.groups.holding(at) {
            let reduced = match group.shape {
                Shape::Ing | Shape::Participle => group.tokens.len() == 1,
                // "ordered by the president", which may be read as a clause of its own.
                Shape::Finite => {
                    group.tokens.len() == 1
                        && (words.form(group.head) == VerbForm::PastParticiple
                            || words.word(group.head).ends_with("ed"))
                        && matches!(words.pos(group.head + 1), Upos::Adp | Upos::Part | Upos::Adv)
                }
                Shape::Infinitive => group.tokens.start > 0 && words.pos(group.tokens.start - 1) == Upos::Noun,
                Shape::Bare => false,
            };
            let object = self.noun_phrase_end(group.tokens.end, end).unwrap_or(group.tokens.end);
            return reduced.then_some(object);
        }
        // "the firms | we interviewed"
        if words.is_any(at, &["we", "i", "they", "he", "she"]) {
            let verb = self.groups.holding(at + 1)?;
            return (verb.shape == Shape::Finite && verb.tokens.end <= end).then_some(verb.tokens.end);
        }
        if words.is_time(at) || words.is_any(at, &["last", "this", "earlier"]) && words.is_time(at + 1) {
            return Some(at + 1);
        }
        if let Some(next) = adverbial_end(words, at, end) {
            return Some(next);
        }
        match words.pos(at) {
            Upos::Adv => (at + 1 < end).then_some(at + 1),
            pos if pos == Upos::Adp || words.is_any(at, &["and", "after", "before", "during"]) => {
                self.noun_phrase_end(at + 1, end)
            }
            _ => None,
        }
    }

    /// Whether the relative clause at `pronoun` ends at `end`: as many finite verbs stand in it as clauses begin in it.
    fn relative_closes(&self, pronoun: usize, end: usize) -> bool {
        let words = &self.words;
        let finite = self.groups.within(pronoun + 1..end).filter(|(_, group)| group.shape == Shape::Finite);
        let verbs: Vec<usize> = finite.map(|(_, group)| group.tokens.start).collect();
        let opens = |at: &usize| {
            let clause = words.is_any(*at, OPENERS) && verbs.iter().any(|verb| verb > at);
            let joined = words.is_any(*at, &["and", "or", "but"]) && verbs.contains(&(at + 1));
            clause || joined
        };
        // "those who believe | the law is bad"
        let told = |verb: &&usize| {
            let group = self.groups.holding(**verb);
            group.is_some_and(|group| {
                words.pos(group.tokens.end) == Upos::Det
                    && self.lexicon.verbs(words.word(group.head)).any(|(verb, _)| {
                        verb.rest.is_empty() && verb.senses.iter().any(|sense| sense.frames.contains(&Frame::Clause))
                    })
            })
        };
        let bare = verbs.split_last().is_some_and(|(_, others)| others.iter().any(|verb| told(&verb)));
        let marked = (pronoun..end).any(|at| words.is_any(at, &[",", ";", ":"]) || words.is_dash(at));
        let clauses = 1 + usize::from(bare) + (pronoun + 1..end).filter(opens).count();
        !verbs.is_empty() && !marked && verbs.len() == clauses
    }
}
