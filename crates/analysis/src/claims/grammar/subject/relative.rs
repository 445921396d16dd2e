//! Relative pronouns as subjects: "who said", "many of whom want".

use std::ops::Range;

use rapporteur_core::ActorKind;

use super::{How, Subject};
use crate::claims::scene::Scene;
use crate::tagger::Upos;

impl Scene<'_> {
    pub(super) fn relative(&self, pronoun: usize, low: usize) -> Option<Subject> {
        let words = &self.words;
        let mut end = pronoun;
        // "many of whom", "some of which"
        let all = end > low + 2 && words.is(end - 1, "of") && words.is_any(end - 2, &["both", "all", "each"]);
        if end > low + 1 && words.is(end - 1, "of") {
            end = end.saturating_sub(2);
        }
        if end > low && (words.is(end - 1, ",") || words.is_dash(end - 1)) {
            end -= 1;
        }
        // "a study, ‘Skills at Sea’, | which", "a strategy for data in 2030, | which": not the title, nor the year.
        if let Some(quoted) = words.quotations.closing_before(end).and_then(|at| words.quotations.get(at))
            && quoted.tokens.start > low
            && words.is(quoted.tokens.start - 1, ",")
        {
            end = quoted.tokens.start - 1;
        }
        if end > low + 2 && words.is_time(end - 1) && words.is_any(end - 2, &["in", "on"]) && words.is(end, ",") {
            end -= 2;
        }
        let antecedent = self.noun_phrase_before(end, low).map(|phrase| {
            // "Averland and Kestria, both of which"
            if all {
                return self.extend_left(phrase, low);
            }
            let extended = self.extend_left_by_of_only(phrase.clone(), low);
            // "the head of the commission, who": the person; "members of the party that": the nearer one; "a cabinet in Kest
            // which": the cabinet.
            let within = phrase.start.checked_sub(1).is_some_and(|before| words.is(before, "in"))
                && words.is(pronoun, "which")
                && self.is_named(&phrase);
            if words.is(pronoun, "who") || within { extended } else { phrase }
        });
        Some(Subject { tokens: pronoun..pronoun + 1, antecedent, how: How::Relative })
    }

    /// "who in her first speech | denounced", "which during a visit to the port | called": the pronoun in front of nothing but
    /// prepositions and what they take.
    pub(super) fn relative_before_adverbials(&self, end: usize, low: usize) -> Option<usize> {
        /// How many words such adverbials have.
        const LONGEST: usize = 14;
        const OPENERS: &[&str] =
            &["in", "during", "after", "before", "at", "on", "following", "since", "within", "throughout"];
        let words = &self.words;
        let pronoun = (low..end).rev().take(LONGEST).find(|&at| words.is_any(at, &["who", "which"]))?;
        let mut at = pronoun + 1;
        // "which at least six states oppose"
        if !words.is_any(at, OPENERS) || words.is_any(at + 1, &["least", "most", "best"]) {
            return None;
        }
        while at < end {
            if words.pos(at) != Upos::Adp {
                return None;
            }
            at = self.noun_phrase_end(at + 1, end)?;
        }
        Some(pronoun)
    }

    pub(super) fn extend_left_by_of_only(&self, phrase: Range<usize>, low: usize) -> Range<usize> {
        let mut start = phrase.start;
        for _ in 0..3 {
            let Some(before) = start.checked_sub(1).filter(|&before| {
                before >= low && self.words.is_any(before, &["of", "for", "from", "at", "in", "with"])
            }) else {
                break;
            };
            let Some(next) = self.noun_phrase_before(before, low) else { break };
            // "Ada Brun of the Chamber of Ports, | who"
            let person = || {
                let named = self.actors.head_mention(self.words.bytes(&next));
                let named = named.and_then(|mention| self.actors.actors.get(mention.actor));
                named.is_some_and(|actor| actor.kind == ActorKind::Person)
            };
            let holder = self.words.listed(next.end - 1).holder.is_some() || person();
            if self.words.pos(before) != Upos::Adp || !holder {
                break;
            }
            start = next.start;
        }
        start..phrase.end
    }
}
