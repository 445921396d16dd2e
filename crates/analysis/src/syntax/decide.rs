//! The walk over a sentence.

use super::action::{Action, Move};
use super::features::{ahead, here, second, top};
use super::state::State;
use super::words::Words;
use crate::rows::{ROW_WIDTH, Row, Sums};

/// The best action that can be made; of equals the first.
pub fn best<Score: Copy + PartialOrd>(scores: &[Score; ROW_WIDTH], state: &State) -> Action {
    let [shift, left, right] = state.legal();
    let lefts = if state.next == state.root() { 1..2 } else { Action::LEFTS };
    // Those that can be made, in order; the highest score of each kind first, then its place: few branches for each action.
    let kinds = [(shift, 0..1), (left, lefts), (right, Action::RIGHTS)];
    let mut found: Option<(usize, Score)> = None;
    for (_, range) in kinds.into_iter().filter(|(legal, _)| *legal) {
        let scores = &scores[range.clone()];
        let top = scores.iter().copied().reduce(|top, score| if score > top { score } else { top });
        let Some(top) = top.filter(|top| found.is_none_or(|(_, best)| *top > best)) else { continue };
        found = scores.iter().position(|score| *score == top).map(|place| (range.start + place, top)).or(found);
    }
    found
        .and_then(|(best, _)| Action::from_index(best))
        .expect("some move can be made as long as the sentence is not done")
}

/// What the weights say of a word on the stack by itself, added up once for all steps it takes part in.
#[derive(Debug, Clone, Copy, Default)]
pub struct Held {
    /// As the top of the stack.
    top: Option<Sums>,
    /// As the word below it.
    second: Option<Sums>,
}

/// Parses a sentence greedily. `held` is scratch space.
pub fn parse(words: &Words, table: &[Row], bits: u8, state: &mut State, held: &mut Vec<Held>) {
    state.start(words.len());
    held.clear();
    held.resize(words.len() + 2, Held::default());
    // What speaks about the words not yet begun, and for which next word.
    let mut waiting = (0, Sums::default());
    let add_up = |rows: &[u32]| Sums::default().with_unasked(table, rows);
    while !state.is_done() {
        let action = state.forced().unwrap_or_else(|| {
            if waiting.0 != state.next {
                waiting = (state.next, add_up(&ahead(state, words, bits)));
            }
            let (first, below) = (state.on_stack(0), state.on_stack(1));
            let of_first = &mut held[first as usize].top;
            let sums = waiting.1.and(of_first.get_or_insert_with(|| add_up(&top(state, words, bits, first))));
            let of_below = &mut held[below as usize].second;
            let sums = sums.and(of_below.get_or_insert_with(|| add_up(&second(state, words, bits, below))));
            best(&sums.with(table, &here(state, words, bits)).scores(), state)
        });
        state.take(action, words);
        // Something new hangs on the word that has come to the top.
        if action.kind() == Move::Right {
            held[state.on_stack(0) as usize] = Held::default();
        }
    }
}
