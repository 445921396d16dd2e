//! The walk over a sentence.

use super::action::Action;
use super::features::rows;
use super::state::State;
use super::words::Words;
use crate::rows::{ROW_WIDTH, Row, sum};

/// The best action that can be made; of equals the first.
pub fn best<Score: Copy + PartialOrd>(scores: &[Score; ROW_WIDTH], state: &State) -> Action {
    let [shift, left, right] = state.legal();
    let lefts = if state.next == state.root() { 1..2 } else { Action::LEFTS };
    let mut found: Option<(usize, Score)> = shift.then_some((0, scores[0]));
    for (legal, range) in [(left, lefts), (right, Action::RIGHTS)] {
        if !legal {
            continue;
        }
        for (index, &score) in range.clone().zip(&scores[range]) {
            if found.is_none_or(|(_, top)| score > top) {
                found = Some((index, score));
            }
        }
    }
    found
        .and_then(|(best, _)| Action::from_index(best))
        .expect("some move can be made as long as the sentence is not done")
}

/// Parses a sentence greedily.
pub fn parse(words: &Words, table: &[Row], bits: u8, state: &mut State) {
    state.start(words.len());
    while !state.is_done() {
        let action = state.forced().unwrap_or_else(|| {
            let rows = rows(state, words, bits);
            best(&sum(table, &rows), state)
        });
        state.take(action, words);
    }
}
