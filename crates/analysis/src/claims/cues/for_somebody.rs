//! What something is for somebody: "The rules remain unacceptable to the guilds", "A port is non-negotiable for Kestria".

use std::ops::Range;

use rapporteur_core::{ClaimForm, Position};

use crate::claims::candidate::Candidate;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::grammar::subject::How;
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;

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
}
