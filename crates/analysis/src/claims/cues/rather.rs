//! "The owners would rather pay a fee": what somebody would have by the adverb, whatever the verb.

use rapporteur_core::{ClaimForm, Position};

use crate::claims::candidate::Candidate;
use crate::claims::grammar::clause::Around;
use crate::claims::grammar::groups::Group;
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;
use crate::tagger::{Upos, VerbForm};

/// The rule of such wishes, which says on which side they are.
pub(crate) const WOULD_RATHER: &str = "would-rather";

impl Scene<'_> {
    /// The wish that "would rather" makes of a verb.
    pub(crate) fn rather_candidate(&self, number: usize, group: &Group) -> Option<Candidate> {
        let words = &self.words;
        let start = group.tokens.start;
        let rather = start + 1;
        if !words.is_any(start, &["would", "'d"]) || !words.is_any(rather, &["rather", "sooner"]) {
            return None;
        }
        let bounds = self.bounds(group.head);
        let subject = self.subject(number, bounds.start)?;
        let phrase = subject.antecedent.as_ref().unwrap_or(&subject.tokens);
        let own = words.is_any(phrase.start, &["i", "we", "you", "one"]);
        let holds = self.holder_kind(phrase).is_some() || self.is_named(phrase);
        if own || !holds || self.voice_of(start) != Voice::Author || group.tokens.end <= rather + 1 {
            return None;
        }
        let from = rather + 1;
        // "would rather have no force than that one"
        let none = words.is(from, "have") && words.is(from + 1, "no");
        let refused = none || words.is_any(from, &["not", "never"]) || group.negated;
        let around = Around { infinitive: true, ..Around::default() };
        let content = self.tidy(from..self.content_end(group.tokens.end, around, bounds.end));
        Some(Candidate {
            source: Some(subject.tokens.clone()),
            antecedent: subject.antecedent.clone(),
            cue: Some(start..from),
            lemma: "would rather".to_owned(),
            content: vec![content],
            form: if none { ClaimForm::Opposition } else { ClaimForm::Intention },
            // As "prefers to" has it.
            position: Some(if refused { Position::Oppose } else { Position::Support }),
            tier: 2,
            rule: WOULD_RATHER,
            score: 0.7,
            ..Candidate::default()
        })
    }

    /// "Some would have the brigade | flown home": what somebody wants done.
    pub(crate) fn would_have(&self, number: usize, group: &Group) -> Option<Candidate> {
        let words = &self.words;
        let start = group.tokens.start;
        let have = group.tokens.end - 1;
        if !words.is_any(start, &["would", "'d"]) || !words.is(have, "have") || group.tokens.len() != 2 || group.negated
        {
            return None;
        }
        let bounds = self.bounds(group.head);
        let object = self.noun_phrase_end(have + 1, bounds.end)?;
        // "would have the fund | publish it": the tagger may take the bare form for a finite one.
        let bare = words.form(object) == VerbForm::Present && !words.word(object).ends_with('s');
        let done = words.pos(object) == Upos::Verb
            && (bare || matches!(words.form(object), VerbForm::PastParticiple | VerbForm::Past | VerbForm::Base));
        let determined =
            matches!(words.pos(have + 1), Upos::Det | Upos::Propn) || words.is_possessive_pronoun(have + 1);
        let subject = self.subject(number, bounds.start).filter(|_| done && determined)?;
        let phrase = subject.antecedent.as_ref().unwrap_or(&subject.tokens);
        let own = words.is_any(phrase.start, &["i", "we", "you", "one", "it", "this", "that"]);
        let holds = self.holder_kind(phrase).is_some() || self.is_named(phrase);
        if own || !holds || self.voice_of(start) != Voice::Author {
            return None;
        }
        let around = Around { infinitive: true, ..Around::default() };
        let content = self.tidy(have + 1..self.content_end(object + 1, around, bounds.end));
        Some(Candidate {
            source: Some(subject.tokens.clone()),
            antecedent: subject.antecedent.clone(),
            cue: Some(start..have + 1),
            lemma: "would have".to_owned(),
            content: vec![content],
            form: ClaimForm::Intention,
            position: Some(Position::Support),
            tier: 2,
            rule: WOULD_RATHER,
            score: 0.6,
            ..Candidate::default()
        })
    }
}
