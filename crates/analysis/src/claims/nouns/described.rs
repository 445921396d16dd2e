//! Adjectives without a verb of their own: "is worried about the dam and unhappy at its cost", "Okello, wary of the dam, left",
//! "Eager to open the port, Kestria sent ships".

use std::ops::Range;

use rapporteur_core::ClaimForm;

use crate::claims::candidate::Candidate;
use crate::claims::cues::adjectives::Described;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::grammar::subject::How;
use crate::claims::scene::Scene;
use crate::lexicon::{Frame, HolderKind};
use crate::tagger::Upos;

/// How many tokens lie between two adjectives that one verb links.
const LONGEST_FIRST: usize = 20;

/// How many tokens an adjective in front of its clause has behind it.
const LONGEST_FRONT: usize = 30;

/// How many adverbs an adjective has in front.
const MOST_ADVERBS: usize = 3;

/// Adjectives that describe a thing as often as a mind where no verb links them: "a port open to", "ships ready for".
const LOOSE: &[&str] = &[
    "open",
    "ready",
    "clear",
    "content",
    "split",
    "divided",
    "positive",
    "certain",
    "sure",
    "against",
    "prepared",
    "favourable",
    "favorable",
    "dedicated",
    "candid",
    "vocal",
    "frank",
    "explicit",
    "blunt",
    "relaxed",
    "critical",
];

impl Scene<'_> {
    /// "is worried about the dam | and unhappy at its cost": the subject of the adjective before.
    pub(crate) fn described_jointly(&self, index: usize, bounds: &Range<usize>) -> Option<Described> {
        let words = &self.words;
        let joint = self.joint_before(index, bounds.start)?;
        let low = joint.saturating_sub(LONGEST_FIRST).max(bounds.start);
        let first = (low..joint)
            .rev()
            .find(|&at| words.listed(at).adjective && words.quotations.around(at) == words.quotations.around(index))?;
        let verbs = self.groups.within(first + 1..joint).any(|(_, group)| group.shape == Shape::Finite);
        let described = self.described_by_verb(first, bounds).filter(|_| !verbs)?;
        Some(Described { cue_start: index, score: described.score - 0.04, ..described })
    }

    /// The token that joins the adjective at `index` to another: "and", "but", "or", a comma.
    fn joint_before(&self, index: usize, low: usize) -> Option<usize> {
        let words = &self.words;
        let at = self.first_adverb(index, low);
        let joint = at.checked_sub(1).filter(|&joint| joint > low)?;
        words.is_any(joint, &["and", "but", "or", "yet"]).then_some(joint)
    }

    /// The first of the adverbs in front of a word: "usually wary".
    fn first_adverb(&self, index: usize, low: usize) -> usize {
        let words = &self.words;
        let mut at = index;
        while at > low && index - at < MOST_ADVERBS && words.pos(at - 1) == Upos::Adv {
            at -= 1;
        }
        at
    }

    /// "worried about the dam | and unhappy at its cost": up to an adjective that has a content of its own.
    pub(crate) fn before_joined_adjective(&self, content: Range<usize>) -> Range<usize> {
        let words = &self.words;
        let end = (content.start + 1..content.end).find_map(|at| {
            let joint = self.joint_before(at, content.start).filter(|_| words.listed(at).adjective)?;
            let taken = self.lexicon.adjectives(words.word(at)).iter().any(|adjective| {
                adjective.content.iter().any(|frame| matches!(frame, Frame::Prep(taken) if words.is(at + 1, taken)))
            });
            taken.then_some(joint)
        });
        content.start..end.unwrap_or(content.end)
    }

    /// "Okello, wary of the dam", "voters wary of the dam", "Wary of the dam, Okello".
    pub(crate) fn described_beside(&self, index: usize, bounds: &Range<usize>) -> Option<Described> {
        let words = &self.words;
        if LOOSE.contains(&words.word(index)) || !self.stands_alone(index) || !self.takes_next(index) {
            return None;
        }
        let begin = self.predicate_start(index)?;
        let first = self.first_adverb(begin, bounds.start);
        let negated = first > bounds.start && words.is(first, "not");
        let described = |source: Range<usize>, high, score| Described {
            source,
            antecedent: None,
            cue_start: begin,
            negated,
            past: true,
            relative: true,
            score,
            high,
        };
        if first == bounds.start {
            let high = bounds.end.min(index + LONGEST_FRONT);
            let comma = (index..high).find(|&at| words.is(at, ",") && self.clause_at(at + 1, bounds.end).is_some())?;
            let end = self.noun_phrase_end(comma + 1, bounds.end)?;
            // "Convinced that the pact is dead, the bank left"
            let flat = words.is(index + 1, "that")
                || self.groups.within(index + 1..comma).all(|(_, group)| group.shape != Shape::Finite);
            let source = comma + 1..end;
            return (flat && self.is_mind(&source)).then(|| described(source, comma, 0.7));
        }
        let before = first - 1;
        if words.is(before, ",") {
            let beside = self.noun_phrase_before(before, bounds.start).filter(|source| {
                let hung = source.start > bounds.start && words.pos(source.start - 1) == Upos::Adp;
                let name = words.pos(self.head_of(source)) == Upos::Propn;
                self.is_mind(source) && (!hung || name)
            });
            if let Some(source) = beside {
                return Some(described(source, bounds.end, 0.68));
            }
            let source = self.mind_of_clause(bounds.start..before, index, bounds.end)?;
            return Some(described(source, bounds.end, 0.64));
        }
        let source = self.noun_phrase_before(first, bounds.start)?;
        // "those in favour of it"
        let those = words.is(source.start, "those") && source.len() == 1;
        // "the ruling at Kest in favour of Averland"
        let phrase = begin < index;
        // "a lender willing to wait" is anybody.
        let anybody = words.is_any(source.start, &["a", "an"]) && words.is(index + 1, "to");
        if anybody {
            return None;
        }
        (those || self.is_mind(&source) && !phrase).then(|| described(source, bounds.end, 0.66))
    }

    /// "The bank stayed out of the talks, | wary of a new levy": whose mind the words behind a clause tell, where nothing follows them
    /// that they might be in front of.
    fn mind_of_clause(&self, clause: Range<usize>, index: usize, high: usize) -> Option<Range<usize>> {
        let words = &self.words;
        let finite = |group: &Group| group.shape == Shape::Finite;
        let followed = (index + 1..high).any(|at| words.is(at, ",") && self.groups.holding(at + 1).is_some_and(finite));
        let (number, verb) = self.groups.within(clause.clone()).rfind(|(_, group)| finite(group))?;
        if followed || verb.passive || words.quotations.around(index) != words.quotations.around(verb.head) {
            return None;
        }
        let subject = self.subject(number, clause.start)?;
        let own = matches!(subject.how, How::Before | How::Aside | How::Shared);
        (own && self.is_mind(&subject.tokens)).then_some(subject.tokens)
    }

    /// "The vote left | many clerks | dissatisfied": what left them so is what it is about.
    pub(crate) fn left_so(&self, index: usize, bounds: &Range<usize>) -> Option<Candidate> {
        const LEAVING: &[&str] = &["left", "leave", "leaves", "leaving", "made", "makes", "making", "kept", "keeps"];
        let words = &self.words;
        let adjective = self.lexicon.adjectives(words.word(index)).iter().find(|adjective| {
            adjective.form == ClaimForm::Assessment
                && adjective
                    .content
                    .iter()
                    .any(|frame| matches!(frame, Frame::Prep(preposition) if preposition == "at"))
        })?;
        let ends = words.pos(index + 1) == Upos::Punct || index + 1 >= bounds.end;
        let source = self.noun_phrase_before(self.first_adverb(index, bounds.start), bounds.start).filter(|_| ends)?;
        let number = self.groups.at(source.start.checked_sub(1)?)?;
        let group = self.groups.get(number)?;
        if !words.is_any(group.head, LEAVING) || group.passive || group.negated || group.modal || !self.is_mind(&source)
        {
            return None;
        }
        // "a plan that left them angry": the plan did.
        let what = self.subject(number, bounds.start)?.antecedent;
        let content = what.or_else(|| self.whole_subject(number, bounds.start))?;
        Some(Candidate {
            source: Some(source),
            cue: Some(index..index + 1),
            lemma: adjective.lemma.clone(),
            content: vec![content],
            form: adjective.form,
            position: adjective.position,
            tier: adjective.tier,
            rule: "adjective",
            score: 0.6,
            ..Candidate::default()
        })
    }

    /// Whether the adjective is no part of a verb group but a participle of its own.
    fn stands_alone(&self, index: usize) -> bool {
        self.groups.holding(index).is_none_or(|group| group.shape == Shape::Participle && group.tokens.len() == 1)
    }

    /// Whether what the adjective takes is next to it.
    fn takes_next(&self, index: usize) -> bool {
        let words = &self.words;
        self.lexicon.adjectives(words.word(index)).iter().flat_map(|adjective| &adjective.content).any(|frame| {
            match frame {
                Frame::That => words.is(index + 1, "that"),
                Frame::To => words.is(index + 1, "to"),
                // "ships worried by the storm" is done to them.
                Frame::Prep(taken) => taken != "by" && words.is(index + 1, taken),
                _ => false,
            }
        })
    }

    /// Whether the phrase names people or a body of people.
    fn is_mind(&self, phrase: &Range<usize>) -> bool {
        !self.words.is_time(self.head_of(phrase))
            && matches!(self.holder_kind(phrase), Some(HolderKind::Person | HolderKind::Group))
    }
}
