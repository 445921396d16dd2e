//! People as the author met them: "officials I have spoken to | expect", "brokers with whom we spoke | say".

use super::words::Words;
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

/// Those of them that somebody is met by with "to".
const SPOKEN: &[&str] = &["spoke", "spoken", "talked"];

impl Words<'_> {
    /// Where a clause on how the author met somebody begins that ends at `end`: at its pronoun, or at "whom" and what stands before it.
    pub(crate) fn met_before(&self, end: usize) -> Option<usize> {
        let last = end.checked_sub(1)?;
        let verb = last.checked_sub(usize::from(self.is_any(last, &["to", "with"])))?;
        // "we met to | discuss it", "whom we asked to | leave": an infinitive.
        if !self.is_any(verb, MET) || self.is(last, "to") && !self.is_any(verb, SPOKEN) {
            return None;
        }
        let before = verb.checked_sub(1)?;
        let pronoun = before.checked_sub(usize::from(self.is_any(before, &["have", "had"])))?;
        if pronoun == 0 || !self.is_any(pronoun, &["i", "we"]) {
            return None;
        }
        if !self.is_any(pronoun - 1, &["whom", "who", "that"]) {
            return matches!(self.pos(pronoun - 1), Upos::Noun | Upos::Propn).then_some(pronoun);
        }
        let whom = pronoun - 1;
        Some(whom - usize::from(whom > 0 && self.is_any(whom - 1, &["with", "to"])))
    }
}
