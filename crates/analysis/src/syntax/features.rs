//! The feature templates: which rows of the weight table speak about a step.

use super::state::{Kids, State};
use super::words::{Word, Words};
use crate::rows::RowNumbers;

/// Rises with every change to the templates or to [`super::words::Word`].
pub const TEMPLATE_VERSION: u16 = 1;

/// Rows that speak about one step.
pub const ROWS: usize = 91;

/// The rows for the next step, in template order; `bits` is the binary logarithm of the number of rows of the table.
pub fn rows(state: &State, words: &Words, bits: u8) -> [u32; ROWS] {
    let (n_s0, n_s1, n_s2) = (state.on_stack(0), state.on_stack(1), state.on_stack(2));
    let n_b0 = state.in_buffer(0);
    let word = |node| words.get(node);
    let (s0, s1, s2) = (word(n_s0), word(n_s1), word(n_s2));
    let (b0, b1, b2, b3) = (word(n_b0), word(state.in_buffer(1)), word(state.in_buffer(2)), word(state.in_buffer(3)));
    let kids = |node: u32| &state.kids[node as usize];
    let (k_s0, k_s1, k_b0): (&Kids, &Kids, &Kids) = (kids(n_s0), kids(n_s1), kids(n_b0));
    let (s0l, s0l2, s0r, s0r2) = (word(k_s0.left), word(k_s0.left2), word(k_s0.right), word(k_s0.right2));
    let (s1l, s1r, s1r2) = (word(k_s1.left), word(k_s1.right), word(k_s1.right2));
    let (b0l, b0l2) = (word(k_b0.left), word(k_b0.left2));
    let label = |node: u32| state.labels[node as usize] as u32 + 1;
    let gap = distance(n_s0, n_b0);
    let reach = distance(n_s1, n_s0);
    let three = |a: &Word, b: &Word, c: &Word| a.tag << 10 | b.tag << 5 | c.tag;
    let two = |a: &Word, b: &Word| a.tag << 5 | b.tag;
    // What lies between the two words an arc would join.
    let inside = between(s0, b0, n_s0);
    let inside1 = between(s1, s0, n_s1);
    let counts = |kids: &Kids| kids.left_count << 3 | kids.right_count;
    let mut number = RowNumbers::new(bits);
    [
        number.of(s0.form, 0),
        number.of(s0.tag, 0),
        number.of(s0.both, 0),
        number.of(s0.stem_tag, 0),
        number.of(b0.form, 0),
        number.of(b0.tag, 0),
        number.of(b0.both, 0),
        number.of(b0.stem_tag, 0),
        number.of(s1.form, 0),
        number.of(s1.tag, 0),
        number.of(s1.both, 0),
        number.of(s1.stem_tag, 0),
        number.of(b1.form, 0),
        number.of(b1.tag, 0),
        number.of(b1.both, 0),
        number.of(b2.form, 0),
        number.of(b2.tag, 0),
        number.of(s2.tag, 0),
        number.of(s2.both, 0),
        // Pairs
        number.of(s0.both, b0.both),
        number.of(s0.both, b0.tag),
        number.of(s0.tag, b0.both),
        number.of(s0.form, b0.form),
        number.of(two(s0, b0), 0),
        number.of(two(b0, b1), 0),
        number.of(s1.both, s0.both),
        number.of(s1.both, s0.tag),
        number.of(s1.tag, s0.both),
        number.of(s1.form, s0.form),
        number.of(s1.stem_tag, s0.stem_tag),
        number.of(two(s1, s0), 0),
        number.of(two(s1, b0), 0),
        number.of(s1.both, b0.tag),
        number.of(s1.stem_tag, b0.both),
        number.of(b0.both, b1.both),
        number.of(s0.both, two(b0, b1)),
        // Triples
        number.of(three(s0, b0, b1), 0),
        number.of(three(b0, b1, b2), 0),
        number.of(three(s1, s0, b0), 0),
        number.of(three(s2, s1, s0), 0),
        number.of(three(s0, s0l, b0), 0),
        number.of(three(s0, s0r, b0), 0),
        number.of(three(s0, b0l, b0), 0),
        number.of(three(s0, b0l, b0l2), b0.tag),
        number.of(three(s1, s1r, s0), 0),
        number.of(three(s1, s1l, s0), 0),
        number.of(three(s1, s0l, s0), 0),
        number.of(three(s1, s0r, s0), 0),
        number.of(three(s1, s0l, s0r), two(s0, b0)),
        number.of(three(b1, b2, b3), b0.tag),
        number.of(three(s1, s0, b0), b1.tag << 5 | b2.tag),
        number.of(s1.stem_tag, two(s0, b0)),
        number.of(s0.stem_tag, two(s1, b0)),
        // Dependents
        number.of(s0l.form, s0.tag),
        number.of(s0r.form, s0.tag),
        number.of(s1r.form, s1.tag),
        number.of(s1l.form, s1.tag),
        number.of(b0l.form, b0.tag),
        number.of(label(k_s0.left) << 5 | label(k_s0.right), s0.tag),
        number.of(label(k_s0.left2) << 10 | label(k_s0.left) << 5, s0l2.tag << 5 | s0.tag),
        number.of(label(k_s0.right2) << 10 | label(k_s0.right) << 5, s0r2.tag << 5 | s0.tag),
        number.of(label(k_s1.right2) << 10 | label(k_s1.right) << 5, s1r2.tag << 5 | s1.tag),
        number.of(label(k_b0.left) << 5 | label(k_b0.left2), b0.tag),
        number.of(s0.stem_tag, counts(k_s0)),
        number.of(two(s0, b0), counts(k_s0)),
        number.of(s1.stem_tag, counts(k_s1)),
        number.of(b0.both, k_b0.left_count),
        number.of(s0.tag, k_s0.left_labels),
        number.of(s0.tag, k_s0.right_labels),
        number.of(s0.stem_tag, k_s0.right_labels),
        number.of(s1.tag, k_s1.right_labels),
        number.of(s1.stem_tag, k_s1.right_labels),
        number.of(two(s1, s0), k_s1.right_labels),
        number.of(b0.tag, k_b0.left_labels),
        number.of(two(s1, s0), k_s0.left_labels),
        number.of(two(s0, b0), k_s0.left_labels),
        // What the verbs can take
        number.of(s1.frames, two(s0, b0)),
        number.of(s1.frames, s0.tag << 20 | k_s0.left_labels >> 1 & 0xfffff),
        number.of(s1.frames, s0.tag << 20 | k_s1.right_labels >> 1 & 0xfffff),
        number.of(s0.frames, two(b0, b1)),
        number.of(s0.frames, b0.tag << 20 | k_s0.right_labels >> 1 & 0xfffff),
        number.of(s0.frames, b0.form),
        number.of(b0.frames, s0.tag << 4 | inside1 & 15),
        // Distance, and what lies between
        number.of(s0.both, gap),
        number.of(b0.both, gap),
        number.of(two(s0, b0), gap),
        number.of(two(s1, s0), reach),
        number.of(s1.stem_tag, reach << 5 | s0.tag),
        number.of(two(s0, b0), inside),
        number.of(two(s1, s0), inside1),
        number.of(s1.stem_tag, inside1 << 5 | s0.tag),
    ]
}

/// In steps: 1 to 5, up to 10, more; 0 where one of the two is missing.
fn distance(from: u32, to: u32) -> u32 {
    match (from, to.saturating_sub(from)) {
        (0, _) => 0,
        (_, steps @ 0..=4) => steps,
        (_, 5..=6) => 5,
        (_, 7..=10) => 6,
        (_, 11..=16) => 7,
        _ => 8,
    }
}

/// Commas, verbs and quotation marks between two words, few numbers for many.
fn between(from: &Word, to: &Word, node: u32) -> u32 {
    if node == 0 {
        return 0;
    }
    let commas = to.commas.saturating_sub(from.commas).min(3);
    let verbs = to.verbs.saturating_sub(from.verbs).min(3);
    let quotes = to.quotes.saturating_sub(from.quotes).min(2);
    1 + (commas << 4 | verbs << 2 | quotes)
}
