//! "a plan that officials say would fail": the clause behind the cue lacks its subject, which a relative pronoun in front
//! stands for.

use super::frames::{After, Match};
use super::verbs::Cue;
use crate::claims::grammar::clause::Around;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::grammar::subject::How;
use crate::claims::scene::Scene;
use crate::lexicon::{CueVerb, Frame, Sense};
use crate::tagger::Upos;

impl Scene<'_> {
    /// The clause without subject behind the cue, with the sense of the verb that takes a clause and the pronoun that stands
    /// for the subject, where one does.
    pub(crate) fn clause_with_gap<'v>(
        &self,
        verb: &'v CueVerb,
        group: &Group,
        cue: &Cue,
        after: &After,
    ) -> Option<(&'v Sense, Match, Option<usize>)> {
        let words = &self.words;
        let subject = cue.subject.as_ref()?;
        if group.shape != Shape::Finite || words.is_open_quote(after.at) {
            return None;
        }
        let sense = verb.senses.iter().find(|sense| sense.frames.contains(&Frame::Clause))?;
        let (_, inner) = self.group_from(after.at, after.high)?;
        let pronoun = subject.tokens.start.checked_sub(1).filter(|&before| before >= cue.bounds.start);
        // "which it said | crashed": what the tagger takes for a participle.
        let past = inner.shape == Shape::Participle
            && inner.tokens.len() == 1
            && inner.tokens.start == after.at
            && sense.tier == 1
            && pronoun.is_some_and(|before| words.is_any(before, &["which", "who"]));
        if inner.shape != Shape::Finite && !past {
            return None;
        }
        // "What they had not foreseen | was a rise", "What people think | is hard to know": what it was, others tell.
        if inner.copula
            && pronoun.is_some_and(|before| words.is(before, "what"))
            && (group.negated || words.pos(inner.tokens.end) == Upos::Adj)
        {
            return None;
        }
        let relative = subject.how == How::Before
            && pronoun.is_some_and(|before| words.is_any(before, &["that", "which", "who", "what", "whom"]));
        // "something many thought | was out of reach"
        let some = subject.how == How::Before
            && inner.tokens.start == after.at
            && pronoun.is_some_and(|before| words.is_any(before, &["something", "anything", "everything", "nothing"]));
        // "ships they allege | are linked to Dharfan"
        let reduced = subject.how == How::Before
            && subject.tokens.len() <= 2
            && inner.tokens.start == after.at
            && pronoun.is_some_and(|before| {
                matches!(words.pos(before), Upos::Noun) && !words.is_time(before) && self.groups.at(before).is_none()
            })
            && (words.is_personal_pronoun(subject.tokens.start)
                || words.pos(subject.tokens.end - 1) == Upos::Noun
                    && words.word(subject.tokens.end - 1).ends_with('s'));
        if !relative && !reduced && !some && subject.how != How::Shared {
            return None;
        }
        // "what we had planned | was a station": nobody plans a clause there.
        if sense.form == rapporteur_core::ClaimForm::Intention {
            return None;
        }
        let around = Around { relative: true, ..after.around };
        let end = self.content_end(after.at, around, after.high);
        let found =
            Match { content: after.at..end, cue_end: after.at, person: None, rule: "clause-with-gap", score: 0.84 };
        Some((sense, found, pronoun.filter(|_| relative || some)))
    }
}
