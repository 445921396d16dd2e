//! "sees in the quota | an incentive": what somebody takes something for, with the thing in front.

use super::frames::After;
use super::frames::Match;
use crate::claims::scene::Scene;
use crate::lexicon::CueVerb;
use crate::tagger::Upos;

impl Scene<'_> {
    pub(crate) fn seen_in(&self, verb: &CueVerb, after: &After) -> Option<Match> {
        let words = &self.words;
        if !matches!(verb.lemma.as_str(), "see" | "perceive" | "detect" | "discern")
            || !words.is(after.at, "in")
            || words.is_time(after.at + 1)
        {
            return None;
        }
        let thing = self.long_phrase_end(after.at + 1, after.high)?;
        let begins = words.pos(thing) == Upos::Det && words.is_any(thing, &["a", "an", "the", "no"]);
        self.noun_phrase_end(thing, after.high).filter(|_| begins)?;
        let content = after.at..self.object_end(thing, after.around, after.high);
        Some(Match { content, cue_end: after.at, person: None, rule: "cue-object-preposition", score: 0.8 })
    }
}
