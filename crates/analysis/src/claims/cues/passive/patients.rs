//! What a passive deals with: the words in front of it.

use std::ops::Range;

use crate::claims::cues::verbs::Cue;
use crate::claims::grammar::groups::Shape;
use crate::claims::grammar::subject::How;
use crate::claims::scene::Scene;
use crate::lexicon::{CueVerb, Rest};
use crate::tagger::Upos;

impl Scene<'_> {
    /// "The treaty is seen as a trap": what is said of it has it in front.
    pub(super) fn patient_in_front(&self, cue: &Cue, rest: &Rest) -> Option<Range<usize>> {
        let of_it = match rest {
            Rest::Is => true,
            // "The raid is attributed | to Kestria"
            Rest::Prep(preposition) => matches!(preposition.as_str(), "as" | "at" | "to"),
            _ => false,
        };
        let subject = cue.subject.as_ref().filter(|_| of_it)?;
        if subject.how == How::Shared {
            // "The move was hailed by Averland and | described as late by Kestria"
            let joined = matches!(rest, Rest::Prep(preposition) if preposition == "as")
                && cue.tokens.start > cue.bounds.start
                && self.words.is_any(cue.tokens.start - 1, &["and", "but"]);
            return joined.then(|| self.whole_in_front(subject.tokens.clone(), cue.bounds.start));
        }
        // "an economist viewed as a moderate": a phrase that goes on.
        let whole = cue.tokens.len() > 1 && subject.tokens.end <= cue.tokens.start;
        let which = self.words.is(subject.tokens.start, "which");
        let meant = subject.antecedent.clone().filter(|_| !which);
        // "a demand that it be built in Dunholm | was dismissed": the last word of a longer subject.
        let last = subject.tokens.start.checked_sub(1).is_some_and(|before| {
            before >= cue.bounds.start && self.words.pos(before) == Upos::Adp && before > cue.bounds.start
        });
        let own = || self.whole_in_front(subject.tokens.clone(), cue.bounds.start);
        (whole && !last).then(|| meant.unwrap_or_else(own))
    }

    /// "a price cap, as proposed by X": what is proposed or demanded is what stands in front.
    pub(super) fn proposed_before(&self, verb: &CueVerb, cue: &Cue) -> Option<Vec<Range<usize>>> {
        let words = &self.words;
        let asks = verb.senses.iter().any(|sense| {
            matches!(sense.form, rapporteur_core::ClaimForm::Demand | rapporteur_core::ClaimForm::Promise)
        }) || matches!(verb.lemma.as_str(), "propose" | "suggest" | "recommend");
        let at = cue.tokens.start.checked_sub(1).filter(|&at| at > cue.bounds.start && words.is(at, "as"))?;
        let end = at - usize::from(words.is(at - 1, ","));
        let phrase = self.noun_phrase_before(end, cue.bounds.start).filter(|_| asks)?;
        // "a price cap | at 220 euro | per unit"
        let mut start = phrase.start;
        while let Some(before) = start.checked_sub(1).filter(|&at| at > cue.bounds.start && words.pos(at) == Upos::Adp)
        {
            let Some(left) = self.noun_phrase_before(before, cue.bounds.start) else { break };
            start = left.start;
        }
        let whole = start..phrase.end;
        Some(vec![whole])
    }

    /// "A corridor authority with power over rail, | port and border charges was proposed": the whole of a subject, from where its clause
    /// begins, if nothing but phrases that hang on each other stands between.
    pub(super) fn whole_in_front(&self, phrase: Range<usize>, low: usize) -> Range<usize> {
        const LINKS: usize = 6;
        let words = &self.words;
        // A subject that stands outside what its verb may reach.
        if phrase.start < low {
            return phrase;
        }
        let mut start = phrase.start;
        for _ in 0..LINKS {
            let Some(before) = start.checked_sub(1).filter(|&before| before > low) else { break };
            let verb = self.groups.holding(before);
            let hangs = words.pos(before) == Upos::Adp
                || words.is(before, ",") && words.pos(start - 2) == Upos::Noun && words.pos(start) == Upos::Noun
                || verb.is_some_and(|verb| {
                    matches!(verb.shape, Shape::Ing | Shape::Participle) && verb.tokens == (before..start)
                });
            let Some(left) = self.noun_phrase_before(before, low).filter(|_| hangs) else { break };
            start = left.start;
        }
        let opens = start == low || self.is_clause_start(start, low) && !words.is(start - 1, ",");
        if opens && words.pos(start) != Upos::Adp { start..phrase.end } else { phrase }
    }

    /// "a portion of | land": with the phrases in front that it hangs on.
    pub(super) fn with_what_it_hangs_on(&self, phrase: Range<usize>, low: usize) -> Range<usize> {
        let words = &self.words;
        let mut start = phrase.start;
        for _ in 0..3 {
            let link = |&at: &usize| at > low && words.is_any(at, &["of", "in", "on", "for", "between"]);
            let Some(before) = start.checked_sub(1).filter(link) else { break };
            let Some(left) = self.noun_phrase_before(before, low) else { break };
            start = left.start;
        }
        start..phrase.end
    }

    /// Up to "since", "when" and the like.
    pub(super) fn before_circumstance(&self, content: Range<usize>) -> Range<usize> {
        let end = content.clone().skip(1).find(|&index| {
            self.words.is_any(index, &["since", "when", "after", "before", "until", "because", "while"])
        });
        content.start..end.unwrap_or(content.end)
    }
}
