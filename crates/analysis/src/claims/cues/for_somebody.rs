//! What something is for somebody: "The rules remain unacceptable to the guilds", "A port is non-negotiable for Kestria"; and what
//! somebody makes depend on something: "Averland makes any truce conditional on pay".

use std::ops::Range;

use rapporteur_core::{ClaimForm, Position};

use crate::claims::candidate::Candidate;
use crate::claims::grammar::clause::Around;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::grammar::subject::How;
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;
use crate::lexicon::HolderKind;

const AGAINST: &[&str] = &[
    "unacceptable",
    "anathema",
    "intolerable",
    "inconceivable",
    "unwelcome",
    "abhorrent",
    "unthinkable",
    "unpalatable",
    "objectionable",
];
const FOR: &[&str] =
    &["welcome", "acceptable", "palatable", "sacrosanct", "non-negotiable", "indispensable", "agreeable"];
const OUT_OF_THE_QUESTION: &[&str] = &["out", "of", "the", "question"];

/// How far behind "makes" the word stands by which it depends.
const LONGEST_OBJECT: usize = 14;

impl Scene<'_> {
    /// "The rules remain unacceptable | to the guilds".
    pub(crate) fn for_somebody(&self, number: usize, group: &Group) -> Option<Candidate> {
        let words = &self.words;
        let links = group.copula
            || words.is_any(group.head, &["is", "are", "was", "were", "remain", "remains", "remained", "been"]);
        if !links || group.shape != Shape::Finite || group.modal || self.voice_of(group.head) != Voice::Author {
            return None;
        }
        let at = group.tokens.end
            + usize::from(
                words.is_any(group.tokens.end, &["wholly", "simply", "still", "equally", "just", "more", "most"]),
            );
        // "out of the question | for the council"
        let excluded = words.are(at, OUT_OF_THE_QUESTION);
        let against = excluded || words.is_any(at, AGAINST);
        if !against && !words.is_any(at, FOR) {
            return None;
        }
        let to = at + if excluded { OUT_OF_THE_QUESTION.len() } else { 1 };
        let Range { start: low, end: high } = self.bounds(group.head);
        let end = self.noun_phrase_end(to + 1, high).filter(|_| words.is_any(to, &["to", "for"]))?;
        let source = to + 1..self.long_phrase_end(to + 1, high).unwrap_or(end);
        let subject = self.subject(number, low).filter(|subject| subject.how == How::Before)?;
        let person = words.is_any(subject.tokens.start, &["he", "she", "they", "we", "i", "it", "this", "that"]);
        if person || self.groups.at(to).is_some() || self.holder_kind(&source).is_none() {
            return None;
        }
        let opposed = against != group.negated;
        Some(Candidate {
            source: Some(source),
            cue: Some(at..to + 1),
            lemma: words.word(at).to_owned(),
            content: vec![self.tidy(subject.antecedent.unwrap_or(subject.tokens))],
            form: if opposed { ClaimForm::Opposition } else { ClaimForm::Support },
            position: Some(if opposed { Position::Oppose } else { Position::Support }),
            tier: 2,
            rule: "felt",
            score: 0.68,
            ..Candidate::default()
        })
    }

    /// "Averland makes any truce | conditional on pay".
    pub(crate) fn makes_conditional(&self, number: usize, group: &Group) -> Option<Candidate> {
        let words = &self.words;
        if !words.is_any(group.head, &["make", "makes", "made"]) || group.passive || group.modal || group.negated {
            return None;
        }
        if group.shape != Shape::Finite || self.voice_of(group.head) != Voice::Author {
            return None;
        }
        let bounds = self.bounds(group.head);
        let reach = group.tokens.end..bounds.end.min(group.tokens.end + LONGEST_OBJECT);
        let on = reach.into_iter().find(|&at| {
            words.is_any(at, &["conditional", "contingent", "dependent"]) && words.is_any(at + 1, &["on", "upon"])
        })?;
        let plain = self.groups.within(group.tokens.end..on).all(|(_, other)| other.shape != Shape::Finite);
        let subject = self.subject(number, bounds.start).filter(|_| plain && on > group.tokens.end)?;
        let phrase = subject.antecedent.as_ref().unwrap_or(&subject.tokens);
        let person = matches!(self.holder_kind(phrase), Some(HolderKind::Person | HolderKind::Group));
        if !person && !self.is_named(phrase) || !words.is(on, "conditional") && !self.is_named(phrase) {
            return None;
        }
        let around = Around { head: Some(group.head), ..Around::default() };
        Some(Candidate {
            source: Some(subject.tokens.clone()),
            antecedent: subject.antecedent.clone(),
            cue: Some(group.tokens.clone()),
            lemma: "make".to_owned(),
            content: vec![self.tidy(group.tokens.end..self.object_end(on + 2, around, bounds.end))],
            form: ClaimForm::Demand,
            tier: 2,
            rule: "cue-object-predicate",
            score: 0.7,
            ..Candidate::default()
        })
    }
}
