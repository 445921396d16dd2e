//! The walk over a sentence.

use super::action::Action;
use super::features::{ROWS, rows};
use super::state::State;
use super::words::Words;
use crate::weights_file::{ROW_WIDTH, Row};

/// The best action that can be made; of equals the first.
pub fn best<Score: Copy + PartialOrd>(scores: &[Score; ROW_WIDTH], state: &State) -> Action {
    let [shift, left, right] = state.legal();
    let lefts = if state.next == state.root() { 1..2 } else { Action::LEFTS };
    let mut found: Option<usize> = shift.then_some(0);
    let ranges = [(left, lefts), (right, Action::RIGHTS)];
    for index in ranges.into_iter().filter(|(legal, _)| *legal).flat_map(|(_, range)| range) {
        if found.is_none_or(|best| scores[index] > scores[best]) {
            found = Some(index);
        }
    }
    found.and_then(Action::from_index).expect("some move can be made as long as the sentence is not done")
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

fn sum(table: &[Row], rows: &[u32; ROWS]) -> [i16; ROW_WIDTH] {
    // The rows lie far apart: all are fetched before any is added, so that the waits for memory overlap.
    let mut near = [[0_i8; ROW_WIDTH]; ROWS];
    for (near, row) in near.iter_mut().zip(rows) {
        *near = table[*row as usize];
    }
    // 16 bits are enough: no more than `ROWS` weights of at most 128 meet in a sum.
    let mut scores = [0_i16; ROW_WIDTH];
    for row in &near {
        for place in 0..ROW_WIDTH {
            scores[place] += i16::from(row[place]);
        }
    }
    scores
}
