//! A clause with "that" as the subject: "That the line would pay was the firm’s estimate", "That it was cut was admitted by the bank".

use std::ops::Range;

use crate::claims::candidate::Candidate;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;
use crate::tagger::Upos;

impl Scene<'_> {
    /// The clause in front of a verb group whose subject it is.
    pub(crate) fn that_in_front(&self, group: &Group) -> Option<Range<usize>> {
        let words = &self.words;
        let low = self.bounds(group.head).start;
        let opens = words.is(low, "that") && words.is_capitalised(low) && low + 3 < group.tokens.start;
        // "That | man": a demonstrative.
        let mut verbs = self.groups.within(low + 1..group.tokens.start).filter(|(_, own)| own.shape == Shape::Finite);
        let (_, own) = verbs.next().filter(|_| opens)?;
        let whole = own.tokens.start > low + 1 && verbs.next().is_none();
        let marked = (low..group.tokens.start).any(|at| words.is_open_quote(at) || words.is(at, ";"));
        (whole && !marked && words.pos(group.tokens.start - 1) != Upos::Punct).then_some(low..group.tokens.start)
    }

    /// "That the line would pay | was the firm’s estimate": whoever owns the noun.
    pub(crate) fn that_is_noun(&self, group: &Group) -> Option<Candidate> {
        let words = &self.words;
        let is = words.is_any(group.head, &["is", "was", "been", "remains", "remained"]);
        if !is
            || group.negated
            || group.modal
            || group.shape != Shape::Finite
            || self.voice_of(group.head) != Voice::Author
        {
            return None;
        }
        let content = self.that_in_front(group)?;
        let high = self.bounds(group.head).end;
        let end = self.noun_phrase_end(group.tokens.end, high)?;
        let noun = self.lexicon.nouns(words.word(end - 1)).next()?;
        let source = self.owner_or_behind(&(group.tokens.end..end), &["of", "among", "in"], high)?;
        self.holder_kind(&source)?;
        Some(Candidate {
            source: Some(source),
            cue: Some(end - 1..end),
            lemma: noun.lemma.clone(),
            content: vec![self.tidy(content)],
            form: noun.form,
            position: noun.position,
            tier: noun.tier,
            rule: "noun-copula",
            score: 0.72,
            ..Candidate::default()
        })
    }
}
