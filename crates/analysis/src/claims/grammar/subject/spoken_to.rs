//! People as the author met them: "officials I have spoken to | expect", "brokers with whom we spoke | say".

use std::ops::Range;

use crate::claims::scene::Scene;
use crate::tagger::Upos;

impl Scene<'_> {
    /// The whole phrase that ends at `end` with a clause about how the author met them.
    pub(super) fn people_met(&self, end: usize, low: usize) -> Option<Range<usize>> {
        self.met_by(end, low).map(|start| start..end).or_else(|| {
            // "every diplomat I spoke to in Vienna | expects"
            let last = self.noun_phrase_before(end, low)?;
            // "investors I spoke to in Kest and Halm | want"
            let joined = last.start.checked_sub(1).filter(|&and| and > low && self.words.is(and, "and"));
            let place = joined.and_then(|and| self.noun_phrase_before(and, low)).unwrap_or(last);
            let link =
                place.start.checked_sub(1).filter(|&link| link > low && self.words.is_any(link, &["in", "at"]))?;
            self.met_by(link, low).map(|start| start..end)
        })
    }

    /// Where the phrase begins.
    fn met_by(&self, end: usize, low: usize) -> Option<usize> {
        let words = &self.words;
        let before = words.met_before(end).filter(|&before| before > low)?;
        let phrase = self.noun_phrase_before(before, low)?;
        let phrase = self.extend_left(phrase, low);
        let people = self.holder_kind(&phrase).is_some() && words.pos(phrase.start) != Upos::Pron;
        people.then_some(phrase.start)
    }
}
