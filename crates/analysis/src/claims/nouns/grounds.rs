//! Nouns held by the subject of the clause they stand in: "left in the hope that …", "answered with a promise of …".

use std::ops::Range;

use super::holders::Held;
use crate::claims::grammar::groups::Shape;
use crate::claims::grammar::subject::Subject;
use crate::claims::scene::Scene;
use crate::lexicon::HolderKind;
use crate::tagger::Upos;

/// What somebody acts in, for or on: a preposition and its nouns.
const GROUNDS: &[(&str, &[&str])] = &[
    (
        "in",
        &[
            "support",
            "defence",
            "defense",
            "opposition",
            "praise",
            "hope",
            "hopes",
            "expectation",
            "belief",
            "conviction",
            "anticipation",
            "certainty",
            "knowledge",
            "protest",
        ],
    ),
    ("for", &["fear"]),
    ("of", &["fear", "concern"]),
    (
        "on",
        &[
            "ground",
            "grounds",
            "promise",
            "pledge",
            "footing",
            "assumption",
            "understanding",
            "condition",
            "suspicion",
            "pretext",
            "belief",
            "premise",
            "notion",
            "expectation",
            "hope",
            "theory",
            "conviction",
            "presumption",
            "hypothesis",
        ],
    ),
    ("under", &["pretext", "impression"]),
    (
        "with",
        &[
            "demand",
            "demands",
            "call",
            "calls",
            "push",
            "promise",
            "promises",
            "pledge",
            "pledges",
            "warning",
            "warnings",
            "threat",
            "threats",
            "plea",
            "proposal",
            "proposals",
            "offer",
            "request",
            "aim",
            "goal",
            "intention",
            "intent",
            "hope",
            "hopes",
            "claim",
            "claims",
            "objective",
            "accusation",
            "accusations",
            "criticism",
            "fury",
            "anger",
            "dismay",
            "outrage",
            "alarm",
            "scepticism",
            "skepticism",
            "concern",
            "disbelief",
            "allegation",
            "allegations",
            "assertion",
            "assurance",
            "assurances",
            "appeal",
            "appeals",
            "complaint",
            "complaints",
            "plan",
            "plans",
            "ultimatum",
            "vow",
            "charge",
            "message",
            "insistence",
            "suggestion",
            "argument",
            "declaration",
            "announcement",
            "admission",
            "reminder",
        ],
    ),
];

/// "driven by": what is behind somebody’s deeds.
const DRIVEN: &[&str] = &[
    "driven",
    "motivated",
    "prompted",
    "spurred",
    "guided",
    "animated",
    "fuelled",
    "fueled",
    "impelled",
    "inspired",
    "gripped",
    "seized",
    "haunted",
    "underpinned",
];

impl Scene<'_> {
    /// "Averland is driven | by a fear that", "Driven | by fear of war, Averland": whoever is driven.
    pub(crate) fn holder_of_drive(&self, index: usize, phrase: &Range<usize>, bounds: &Range<usize>) -> Option<Held> {
        let words = &self.words;
        let by = phrase.start.checked_sub(1).filter(|&by| by > bounds.start && words.is(by, "by"))?;
        let owned = (phrase.start..index).any(|at| words.is_possessive_mark(at) || words.is_possessive_pronoun(at));
        let number = self.groups.at(by - 1).filter(|_| !owned && words.is_any(by - 1, DRIVEN))?;
        let group = self.groups.get(number)?;
        let subject = if group.tokens.start == bounds.start {
            let comma = (index..bounds.end).find(|&at| words.is(at, ","))?;
            let (number, _) =
                self.groups.within(comma + 1..bounds.end).find(|(_, group)| group.shape == Shape::Finite)?;
            self.subject(number, comma + 1)?
        } else {
            self.subject(number, bounds.start).filter(|_| group.passive && !group.negated && !group.modal)?
        };
        self.held_by_subject(subject, index, group.past, 0.64)
    }

    /// "stayed away | in the hope that": the subject of the verb before, where the noun gives its ground or what it came with.
    pub(crate) fn holder_of_ground(&self, index: usize, phrase: &Range<usize>, bounds: &Range<usize>) -> Option<Held> {
        let words = &self.words;
        let preposition = phrase.start.checked_sub(1).filter(|&before| before >= bounds.start)?;
        let owned = (phrase.start..index).any(|at| words.is_possessive_mark(at));
        if !self.is_ground(index, preposition, bounds) || owned || words.pos(preposition) != Upos::Adp {
            return None;
        }
        // "In firm support of its neighbour, Kestria asked …": the subject comes behind.
        let group = if preposition == bounds.start {
            let comma = (index..bounds.end).find(|&at| words.is(at, ","))?;
            self.groups.within(comma + 1..bounds.end).find(|(_, group)| group.shape == Shape::Finite)
        } else {
            self.groups.within(bounds.start..preposition).last()
        };
        let (number, group) = group?;
        if group.passive || group.modal || group.negated {
            return None;
        }
        // "defended the toll | on the grounds that": what is told with the verb is one claim with its reasons.
        let reasons = ["ground", "grounds", "argument", "justification", "reasoning"];
        let object = || group.shape == Shape::Finite && self.noun_phrase_end(group.tokens.end, preposition).is_some();
        if self.is_cue_group(group) && words.is_any(index, &reasons) && object() {
            return None;
        }
        // "sent ships | to close the port | in the hope that"
        let leading = || {
            let led = group.shape == Shape::Infinitive;
            let finite =
                self.groups.within(bounds.start..group.tokens.start).rfind(|(_, other)| other.shape == Shape::Finite);
            let (number, finite) = finite.filter(|_| led)?;
            (!finite.passive && !finite.modal && !finite.negated).then(|| self.subject(number, bounds.start)).flatten()
        };
        let subject = self.subject(number, bounds.start).or_else(leading)?;
        if words.is(subject.tokens.start, "which") {
            return None;
        }
        self.held_by_subject(subject, index, group.past, 0.62)
    }

    /// "The clerks were | of the opinion | that": whoever is of it.
    pub(crate) fn holder_of_opinion(&self, index: usize, phrase: &Range<usize>, bounds: &Range<usize>) -> Option<Held> {
        let words = &self.words;
        let of = phrase.start.checked_sub(1).filter(|&of| of > bounds.start && words.is(of, "of"))?;
        if !words.is_any(index, &["opinion", "view", "belief", "conviction", "mind", "impression"]) {
            return None;
        }
        let number = self.groups.at(of - 1)?;
        let group = self.groups.get(number).filter(|group| group.copula && !group.negated && !group.modal)?;
        let subject = self.subject(number, bounds.start)?;
        Some(Held {
            source: Some(subject.tokens),
            antecedent: subject.antecedent,
            cue_start: group.tokens.start,
            from: index + 1,
            rule: "noun-of-subject",
            score: 0.8,
            past: group.past,
            ..Held::default()
        })
    }

    /// Whether the noun at `index` says with its preposition in what somebody acts: "in the hope", "confined himself to the remark".
    pub(crate) fn is_ground(&self, index: usize, preposition: usize, bounds: &Range<usize>) -> bool {
        let words = &self.words;
        let listed = GROUNDS.iter().any(|(with, nouns)| {
            words.is(preposition, with)
                && nouns.contains(&words.word(index))
                && (*with != "of" || preposition > 0 && words.is(preposition - 1, "out"))
        });
        // "confined himself to the remark that"
        listed
            || preposition > bounds.start
                && words.is(preposition, "to")
                && words.is_any(preposition - 1, &["himself", "herself", "itself", "themselves"])
    }

    /// The noun as that of a verb's subject, where this can hold anything.
    fn held_by_subject(&self, subject: Subject, index: usize, past: bool, score: f32) -> Option<Held> {
        let named = subject.antecedent.as_ref().unwrap_or(&subject.tokens);
        matches!(self.holder_kind(named), Some(HolderKind::Person | HolderKind::Group)).then_some(Held {
            source: Some(subject.tokens),
            antecedent: subject.antecedent,
            cue_start: index,
            from: index + 1,
            rule: "noun-of-subject",
            score,
            past,
            ..Held::default()
        })
    }
}
