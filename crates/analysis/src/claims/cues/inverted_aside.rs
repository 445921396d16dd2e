//! "The line, says Okello, is dead": a cue with its subject behind it, between what is said and the verb of that.

use crate::claims::candidate::Candidate;
use crate::claims::grammar::clause::Around;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;
use crate::lexicon::{Frame, Sense};
use crate::tagger::Upos;

/// How many tokens behind its subject such an aside may close: "argued Brun in a lecture at Kest,".
const LONGEST_ADJUNCT: usize = 10;

/// Cues that are no acts of speech and stand so all the same.
const THINKING: &[&str] = &["reckon", "believe", "think", "suspect"];

impl Scene<'_> {
    pub(crate) fn inverted_aside(&self, group: &Group) -> Option<Candidate> {
        let words = &self.words;
        let comma = group.tokens.start.checked_sub(1)?;
        // ", argued Brun,": behind a comma it looks like a participle.
        let plain = matches!(group.shape, Shape::Finite | Shape::Participle)
            && group.tokens.len() == 1
            && !group.passive
            && !group.negated;
        if !plain || !words.is(comma, ",") || !words.listed(group.head).verb {
            return None;
        }
        let bounds = self.bounds(group.head);
        let low = (bounds.start..comma).rfind(|&at| words.is_any(at, &[";", ":"])).map_or(bounds.start, |at| at + 1);
        let low = low + usize::from(words.is_any(low, &["and", "but", "yet", "so"]));
        let left = low..comma;
        if comma <= low || self.has_finite(&left) || self.voice_of(group.head) == Voice::Quoted {
            return None;
        }
        let tells = |sense: &&Sense| sense.frames.contains(&Frame::Clause);
        let (verb, sense) = self.lexicon.verbs(words.word(group.head)).find_map(|(verb, _)| {
            let sense = verb.senses.iter().filter(|_| verb.rest.is_empty()).find(tells)?;
            (sense.tier == 1 || THINKING.contains(&verb.lemma.as_str())).then_some((verb, sense))
        })?;
        let subject = self.inverted_subject(group, bounds.end)?;
        let close = (subject.tokens.end..bounds.end.min(subject.tokens.end + LONGEST_ADJUNCT))
            .find(|&at| words.is(at, ","))
            .filter(|&close| !self.has_finite(&(subject.tokens.end..close)))?;
        let known = self.holder_kind(&subject.tokens).is_some() || self.is_named(&subject.tokens);
        if !known || !self.holder_fits(sense.holder, &subject) {
            return None;
        }
        let next = (close + 1..bounds.end).find(|&at| words.pos(at) != Upos::Adv)?;
        let finite = |at: usize| self.groups.get(at).is_some_and(|group| group.shape == Shape::Finite);
        // "The line, says Okello, | is dead"
        let verb_next =
            self.groups.at(next).is_some_and(finite) && self.noun_phrase_end(left.start, left.end).is_some();
        // "In May, says Okello, | the line fell"
        let adjunct = matches!(words.pos(left.start), Upos::Adp | Upos::Adv | Upos::Sconj);
        let clause_next = adjunct && self.clause_at(close + 1, bounds.end).is_some();
        if !verb_next && !clause_next {
            return None;
        }
        let around = Around { past: group.past, head: Some(group.head), ..Around::default() };
        let right = close + 1..self.content_end(close + 1, around, bounds.end);
        Some(Candidate {
            source: Some(subject.tokens),
            cue: Some(group.tokens.clone()),
            lemma: verb.lemma.clone(),
            content: vec![self.tidy(left), self.tidy(right)],
            form: sense.form,
            position: sense.position,
            tier: sense.tier,
            hedged: sense.hedged,
            rule: "clause-around-cue",
            score: 0.9,
            ..Candidate::default()
        })
    }
}
