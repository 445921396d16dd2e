//! Answers about phrases that rules ask for again and again.

use std::cell::Cell;

/// For each token the last answer about the phrase that begins there, with where that phrase ends.
///
/// Each reading of a cue asks of the same subject what it is. Words change no more once rules ask, so an answer stays right.
pub(crate) struct Answers<Answer>(Vec<Cell<(u32, Answer)>>);

/// Where no phrase ends.
const NOWHERE: u32 = u32::MAX;

impl<Answer: Copy + Default> Answers<Answer> {
    /// None yet, for so many tokens.
    pub fn for_tokens(count: usize) -> Self {
        Self(vec![Cell::new((NOWHERE, Answer::default())); count])
    }

    /// The answer about the phrase from `start` to `end`, by `find` if it is not known.
    pub fn get_or(&self, start: usize, end: usize, find: impl FnOnce() -> Answer) -> Answer {
        let Some(last) = self.0.get(start) else { return find() };
        let end = u32::try_from(end).unwrap_or(NOWHERE);
        let (known, answer) = last.get();
        if known == end && end != NOWHERE {
            return answer;
        }
        let answer = find();
        last.set((end, answer));
        answer
    }
}
