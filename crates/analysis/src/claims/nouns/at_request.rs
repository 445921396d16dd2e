//! "The session was held at the request of Averland", "to the dismay of its allies": the clause is what was asked for or is felt.

use std::ops::Range;

use rapporteur_core::{ClaimForm, Position};

use crate::claims::candidate::Candidate;
use crate::claims::grammar::clause::Around;
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;

const ASKED: &[&str] = &["request", "urging", "insistence", "behest", "instigation", "prompting", "demand"];
const DISPLEASED: &[&str] = &[
    "dismay",
    "chagrin",
    "annoyance",
    "alarm",
    "displeasure",
    "consternation",
    "frustration",
    "irritation",
    "fury",
    "horror",
];
const SURPRISED: &[&str] = &["surprise", "astonishment", "amazement", "bewilderment", "disbelief"];
const PLEASED: &[&str] = &["delight", "relief", "satisfaction"];

impl Scene<'_> {
    /// A claim of whoever stands with the noun behind "at" or "to" at `index`.
    pub(crate) fn request_candidates(&self, index: usize, found: &mut Vec<Candidate>) {
        let words = &self.words;
        let asked = words.is(index, "at");
        if !asked && !words.is(index, "to") || self.voice_of(index) == Voice::Quoted {
            return;
        }
        let bounds = self.bounds(index);
        let Some(end) = self.noun_phrase_end(index + 1, bounds.end) else { return };
        let noun = end - 1;
        let (form, position) = if asked && ASKED.contains(&words.word(noun)) {
            (ClaimForm::Demand, Some(Position::Support))
        } else if !asked && DISPLEASED.contains(&words.word(noun)) {
            (ClaimForm::Assessment, Some(Position::Oppose))
        } else if !asked && PLEASED.contains(&words.word(noun)) {
            (ClaimForm::Assessment, Some(Position::Support))
        } else if !asked && SURPRISED.contains(&words.word(noun)) {
            (ClaimForm::Assessment, None)
        } else {
            return;
        };
        let owner = self.owner_of(&(index + 1..end));
        let behind = || {
            let last = self.long_phrase_end(end + 1, bounds.end).filter(|_| words.is(end, "of"))?;
            Some(end + 1..last)
        };
        let Some(source) = owner.or_else(behind).filter(|source| self.holder_kind(source).is_some()) else { return };
        let until = index - usize::from(index > bounds.start && words.is(index - 1, "much"));
        // "To the surprise of many clerks, | Averland signed"
        let comma = end.max(source.end);
        let fronted = until == bounds.start && words.is(comma, ",") && self.clause_at(comma + 1, bounds.end).is_some();
        let (start, until) = if fronted {
            (comma + 1, self.content_end(comma + 1, Around::default(), bounds.end))
        } else {
            let Some(start) = self.clause_before(until, &bounds) else { return };
            (start, until)
        };
        // What would be done, or what the author does, nobody asked for yet.
        let fact = self
            .clause_at(start, until)
            .and_then(|group| self.groups.get(group))
            .is_some_and(|group| !group.modal && !words.is_any(start, &["i", "we"]));
        let content = self.tidy(start..until);
        if !fact || words.count_words(content.clone()) < 3 {
            return;
        }
        found.push(Candidate {
            source: Some(source),
            cue: Some(noun..end + usize::from(words.is(end, "of"))),
            lemma: words.word(noun).to_owned(),
            content: vec![content],
            form,
            position,
            tier: 2,
            rule: "at-request",
            score: 0.66,
            ..Candidate::default()
        });
    }

    /// Where the clause begins that ends before token `end`.
    fn clause_before(&self, end: usize, bounds: &Range<usize>) -> Option<usize> {
        let words = &self.words;
        let opens = |at: usize| {
            at == bounds.start
                || words.is_any(at - 1, &[";", ":", "that", "because", "while", "although", "though", "but"])
                || words.is_dash(at - 1)
                || words.is_any(at - 1, &[",", "and"]) && self.clause_at(at, end).is_some()
        };
        (bounds.start..end).rev().find(|&at| opens(at) && self.clause_at(at, end).is_some())
    }
}
