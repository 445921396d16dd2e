//! "dismissed as “nonsense” | the claim that he had fled": a long object behind what is said of it.

use super::frames::{After, Match};
use crate::claims::scene::Scene;
use crate::lexicon::{Frame, Rest};
use crate::tagger::Upos;

impl Scene<'_> {
    /// Where the object begins that stands behind "as" and what is said of it.
    pub(crate) fn shifted_object(&self, after: &After) -> Option<usize> {
        let words = &self.words;
        let said = after.at + 1;
        if !words.is(after.at, "as") || said >= after.high {
            return None;
        }
        let quoted = words.quotations.opening_at(said).and_then(|index| words.quotations.get(index));
        let end = match quoted {
            Some(quoted) => quoted.tokens.end,
            None => (said..after.high).find(|&at| !matches!(words.pos(at), Upos::Adv | Upos::Adj))?,
        };
        let determined = words.pos(end) == Upos::Det || words.is_possessive_pronoun(end);
        (end > said && end < after.high && determined).then_some(end)
    }

    pub(crate) fn shifted(&self, frame: &Frame, after: &After) -> Option<Match> {
        let as_frame = matches!(frame, Frame::Person(Rest::Prep(preposition)) if preposition == "as");
        let object = self.shifted_object(after).filter(|_| as_frame)?;
        let content = after.at..self.object_end(object, after.around, after.high);
        Some(Match { content, cue_end: after.at, person: None, rule: "cue-object-preposition", score: 0.86 })
    }
}
