//! People as the author met them: "officials I have spoken to | expect", "brokers with whom we spoke | say".

use std::ops::Range;

use crate::claims::scene::Scene;
use crate::tagger::Upos;

/// How an author comes to know what somebody holds.
const MET: &[&str] = &[
    "spoke",
    "spoken",
    "talked",
    "interviewed",
    "consulted",
    "met",
    "asked",
    "surveyed",
    "polled",
    "visited",
    "contacted",
];

impl Scene<'_> {
    /// The whole phrase that ends at `end` with a clause about how the author met them.
    pub(super) fn people_met(&self, end: usize, low: usize) -> Option<Range<usize>> {
        self.met_by(end, low).map(|start| start..end).or_else(|| {
            // "every diplomat I spoke to in Vienna | expects"
            let place = self.noun_phrase_before(end, low)?;
            let link =
                place.start.checked_sub(1).filter(|&link| link > low && self.words.is_any(link, &["in", "at"]))?;
            self.met_by(link, low).map(|start| start..end)
        })
    }

    /// Where the phrase begins.
    fn met_by(&self, end: usize, low: usize) -> Option<usize> {
        let words = &self.words;
        let last = end.checked_sub(1).filter(|&last| last > low + 1)?;
        let verb = last - usize::from(words.is_any(last, &["to", "with"]));
        if !words.is_any(verb, MET) {
            return None;
        }
        let auxiliary = verb.checked_sub(1).filter(|&at| words.is_any(at, &["have", "had"]));
        let pronoun =
            auxiliary.unwrap_or(verb).checked_sub(1).filter(|&at| at > low && words.is_any(at, &["i", "we"]))?;
        // "brokers | with whom | I have spoken"
        let mut before = pronoun;
        if before > low && words.is_any(before - 1, &["whom", "who", "that"]) {
            before -= 1;
            before -= usize::from(before > low && words.is_any(before - 1, &["with", "to"]));
        }
        let phrase = self.noun_phrase_before(before, low)?;
        let phrase = self.extend_left(phrase, low);
        let people = self.holder_kind(&phrase).is_some() && words.pos(phrase.start) != Upos::Pron;
        people.then_some(phrase.start)
    }
}
