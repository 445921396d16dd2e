//! "sees in the quota | an incentive", "sees | no harm in it": what somebody takes something for.

use super::frames::After;
use super::frames::Match;
use crate::claims::scene::Scene;
use crate::lexicon::CueVerb;
use crate::tagger::Upos;

impl Scene<'_> {
    pub(crate) fn seen_in(&self, verb: &CueVerb, after: &After) -> Option<Match> {
        let words = &self.words;
        // "sees | no contradiction in it", "saw | little reason to go", not "sees a ship"
        if verb.lemma == "see" && words.is_any(after.at, &["no", "little", "few", "scant"]) {
            self.noun_phrase_end(after.at, after.high)?;
            let content = after.at..self.object_end(after.at, after.around, after.high);
            return Some(Match { content, cue_end: after.at, person: None, rule: "cue-object", score: 0.74 });
        }
        if verb.lemma != "see" || !words.is(after.at, "in") || words.is_time(after.at + 1) {
            return None;
        }
        let thing = self.long_phrase_end(after.at + 1, after.high)?;
        let begins = words.pos(thing) == Upos::Det && words.is_any(thing, &["a", "an", "the", "no"]);
        self.noun_phrase_end(thing, after.high).filter(|_| begins)?;
        let content = after.at..self.object_end(thing, after.around, after.high);
        Some(Match { content, cue_end: after.at, person: None, rule: "cue-object-preposition", score: 0.8 })
    }
}
