//! Adjectives that attribute: "is opposed to", "are confident that".

use super::frames::After;
use crate::claims::candidate::Candidate;
use crate::claims::grammar::clause::Around;
use crate::claims::grammar::groups::Shape;
use crate::claims::grammar::subject::How;
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;
use crate::lexicon::Frame;
use crate::tagger::Upos;

/// Verbs that link a subject with an adjective.
const LINKING: &[&str] = &[
    "feel", "felt", "feels", "remain", "remains", "remained", "become", "becomes", "became", "sound", "sounds",
    "sounded", "grow", "grows", "grew", "grown", "seem", "seems", "seemed", "appear", "appears", "appeared",
];

impl Scene<'_> {
    /// Claims of an adjective behind a form of "be": "is opposed to".
    pub(crate) fn adjective_candidates(&self, index: usize, found: &mut Vec<Candidate>) {
        let words = &self.words;
        let adjectives = self.lexicon.adjectives(words.word(index));
        if adjectives.is_empty() || self.voice_of(index) == Voice::Quoted {
            return;
        }
        let bounds = self.bounds(index);
        let mut before = index;
        while before > bounds.start && words.pos(before - 1) == Upos::Adv {
            before -= 1;
        }
        let Some(number) = self
            .groups
            .at(index)
            .or_else(|| before.checked_sub(1).filter(|&at| at >= bounds.start).and_then(|at| self.groups.at(at)))
        else {
            return;
        };
        let Some(mut group) = self.groups.get(number) else { return };
        let mut number = number;
        // "remained | committed to": a participle behind a verb that links.
        let linking = before.checked_sub(1).filter(|&at| at >= bounds.start).and_then(|at| self.groups.at(at));
        if group.shape == Shape::Participle
            && group.head == index
            && let Some(link) = linking.and_then(|at| self.groups.get(at))
            && words.is_any(link.head, LINKING)
        {
            number = linking.unwrap_or(number);
            group = link;
        }
        let own = group.head == index && group.passive;
        let linked = group.copula || words.is_any(group.head, LINKING);
        if !(own || (linked && group.head != index))
            || group.modal
            || !matches!(group.shape, Shape::Finite | Shape::Ing)
        {
            return;
        }
        let Some(subject) = self.subject(number, bounds.start) else { return };
        let phrase = subject.antecedent.as_ref().unwrap_or(&subject.tokens);
        // The author's own mind.
        let own = phrase.len() == 1 && words.is_any(phrase.start, &["i", "we", "you", "one"]);
        let nobody = words.is_any(phrase.start, &["none", "nobody", "no", "neither", "few"]);
        if nobody || own && self.voice_of(index) == Voice::Author {
            return;
        }
        // "It was not keen to join", but "it is clear that".
        let it = words.is(self.head_of(phrase), "it");
        if self.holder_kind(phrase).is_none() && !it {
            return;
        }
        let around = Around { past: group.past, relative: subject.how == How::Relative, ..Around::default() };
        let after = self.after(index + 1, bounds.end, around);
        for adjective in adjectives {
            for frame in &adjective.content {
                if it && matches!(frame, Frame::That | Frame::Clause) {
                    continue;
                }
                let at = After { starts: vec![index + 1], ..after.clone() };
                let matched = match frame {
                    Frame::Prep(preposition)
                        if preposition != "to"
                            || matches!(words.pos(index + 1), Upos::Adp | Upos::Sconj)
                                && self.groups.at(index + 1).is_none() =>
                    {
                        self.match_frame(frame, &at)
                    }
                    Frame::Prep(_) => self.match_frame(&Frame::To, &at),
                    Frame::To
                        if matches!(words.pos(index + 1), Upos::Adp | Upos::Sconj)
                            && self.groups.at(index + 1).is_none() =>
                    {
                        self.match_frame(&Frame::Prep("to".to_owned()), &at)
                    }
                    _ => self.match_frame(frame, &at),
                };
                let Some(matched) = matched else { continue };
                let content = self.tidy(matched.content);
                if words.count_words(content.clone()) == 0 {
                    continue;
                }
                found.push(Candidate {
                    source: Some(subject.tokens.clone()),
                    antecedent: subject.antecedent.clone(),
                    cue: Some(group.tokens.start..matched.cue_end.max(index + 1)),
                    lemma: adjective.lemma.clone(),
                    content: vec![content],
                    form: adjective.form,
                    position: adjective.position,
                    tier: adjective.tier,
                    negated: group.negated,
                    rule: "adjective",
                    score: 0.72,
                    ..Candidate::default()
                });
                return;
            }
        }
    }
}
