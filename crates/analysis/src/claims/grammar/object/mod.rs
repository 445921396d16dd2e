//! Where an object ends, with all that hangs on it.

mod colons;
mod figures;
mod lists;
mod stops;
mod times;
mod walk;

use super::clause::Around;
use super::content_walk::Step;
use crate::claims::scene::Scene;
use crate::tagger::Upos;
use walk::Walk;

/// Tokens of an aside within a verb.
const LONGEST_ASIDE: usize = 8;

impl Scene<'_> {
    /// One past the last token of a noun phrase with all that hangs on it, which begins at `start`.
    pub(crate) fn object_end(&self, start: usize, around: Around, high: usize) -> usize {
        // "endorsed it | in principle"
        if self.words.is_any(start, &["it", "them", "this", "that"])
            && self.noun_phrase_end(start, high) == Some(start + 1)
            && self.words.pos(start + 1) == Upos::Adp
        {
            return start + 1;
        }
        let mut walk = Walk::new(self, start, around, high);
        let mut index = start;
        while index < high {
            match walk.step(index) {
                Step::To(next) => index = next,
                Step::End(end) => return end,
            }
        }
        high
    }
}
