//! "sees in the quota | an incentive": what somebody takes something for, with the thing in front.

use super::frames::After;
use super::frames::Match;
use crate::claims::grammar::groups::Shape;
use crate::claims::scene::Scene;
use crate::lexicon::CueVerb;
use crate::tagger::Upos;

/// How many tokens may be told of the thing behind its first phrase.
const LONGEST_TOLD: usize = 10;

impl Scene<'_> {
    pub(crate) fn seen_in(&self, verb: &CueVerb, after: &After) -> Option<Match> {
        let words = &self.words;
        if !matches!(verb.lemma.as_str(), "see" | "perceive" | "detect" | "discern")
            || !words.is(after.at, "in")
            || words.is_time(after.at + 1)
        {
            return None;
        }
        // "sees in the plan to move the depot | a burden": the thing may have much told of it.
        let first = self.long_phrase_end(after.at + 1, after.high)?;
        let told = |at: usize| words.pos(at) != Upos::Punct && self.groups.at(at).is_none_or(|at| !self.is_finite(at));
        let thing = (first..after.high.min(first + LONGEST_TOLD)).take_while(|&at| told(at)).find(|&at| {
            words.is_any(at, &["a", "an", "the", "no"])
                && words.pos(at) == Upos::Det
                && (at == first || !matches!(words.pos(at - 1), Upos::Adp | Upos::Det | Upos::Verb | Upos::Cconj))
        })?;
        self.noun_phrase_end(thing, after.high)?;
        let content = after.at..self.object_end(thing, after.around, after.high);
        Some(Match { content, cue_end: after.at, person: None, rule: "cue-object-preposition", score: 0.8 })
    }

    fn is_finite(&self, group: usize) -> bool {
        self.groups.get(group).is_some_and(|group| group.shape == Shape::Finite)
    }
}
