//! Lists that are subjects: "attacks on ships, ports or cables in the strait would".

use crate::claims::grammar::groups::Shape;
use crate::claims::scene::Scene;
use crate::tagger::Upos;

/// How many members a list may have behind the first.
const MOST_MEMBERS: usize = 8;
/// How many phrases may hang on a member.
const MOST_PHRASES: usize = 3;

impl Scene<'_> {
    /// The verb behind a list that goes on at `comma`, where nothing but its members stands between.
    ///
    /// ", and the army opposed it" is a clause of its own: one member at least must stand before the conjunction.
    pub(crate) fn listed_subject(&self, comma: usize, high: usize) -> Option<usize> {
        let words = &self.words;
        let mut start = comma + 1;
        if words.is_any(start, &["and", "or"]) {
            return None;
        }
        for _ in 0..MOST_MEMBERS {
            let last = words.is_any(start, &["and", "or"]);
            let mut end = self.noun_phrase_end(start + usize::from(last), high)?;
            for _ in 0..MOST_PHRASES {
                let hung = self.noun_phrase_end(end + 1, high).filter(|_| words.pos(end) == Upos::Adp);
                let Some(next) = hung else { break };
                end = next;
            }
            if last {
                let verb = self.groups.holding(end)?;
                return (verb.shape == Shape::Finite && verb.tokens.start == end).then_some(end);
            }
            start = match words.word(end) {
                "," => end + 1,
                "and" | "or" => end,
                _ => return None,
            };
        }
        None
    }
}
