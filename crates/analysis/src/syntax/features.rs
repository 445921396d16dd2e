//! The feature templates: which rows of the weight table speak about a step.

use super::state::{Kids, Node, State};
use super::words::{Word, Words};
use crate::rows::RowNumbers;

/// Rises with every change to the templates or to [`super::words::Word`].
pub const TEMPLATE_VERSION: u16 = 1;

/// Rows that speak about one step.
pub const ROWS: usize = AHEAD + TOP + SECOND + HERE;

/// Of these, rows that ask of the words not yet begun and of nothing else: they stay as they are until the next word is.
pub const AHEAD: usize = 13;
/// Rows that ask of the top of the stack and what hangs on it.
pub const TOP: usize = 13;
/// Rows that ask of the word below it and what hangs on that.
pub const SECOND: usize = 10;
/// And rows that ask of several of these.
pub const HERE: usize = 55;

/// The rows for the next step; `bits` is the binary logarithm of the number of rows of the table.
pub fn rows(state: &State, words: &Words, bits: u8) -> [u32; ROWS] {
    let parts: [&[u32]; 4] = [
        &ahead(state, words, bits),
        &top(state, words, bits, state.on_stack(0)),
        &second(state, words, bits, state.on_stack(1)),
        &here(state, words, bits),
    ];
    let mut rows = [0; ROWS];
    for (row, number) in rows.iter_mut().zip(parts.into_iter().flatten()) {
        *row = *number;
    }
    rows
}

/// The rows that are the same for all steps before the next word is begun.
pub fn ahead(state: &State, words: &Words, bits: u8) -> [u32; AHEAD] {
    let word = |distance| words.get(state.in_buffer(distance));
    let (b0, b1, b2, b3) = (word(0), word(1), word(2), word(3));
    let number = RowNumbers::new(bits);
    [
        number.nth(4, b0.form, 0),
        number.nth(5, b0.tag, 0),
        number.nth(6, b0.both, 0),
        number.nth(7, b0.stem_tag, 0),
        number.nth(12, b1.form, 0),
        number.nth(13, b1.tag, 0),
        number.nth(14, b1.both, 0),
        number.nth(15, b2.form, 0),
        number.nth(16, b2.tag, 0),
        number.nth(24, two(b0, b1), 0),
        number.nth(34, b0.both, b1.both),
        number.nth(37, three(b0, b1, b2), 0),
        number.nth(49, three(b1, b2, b3), b0.tag),
    ]
}

/// The rows that ask of `node` as the top of the stack: the same until something else hangs on it.
pub fn top(state: &State, words: &Words, bits: u8, node: Node) -> [u32; TOP] {
    let kids = &state.kids[node as usize];
    let label = |node: Node| state.labels[node as usize] as u32 + 1;
    let word = |node| words.get(node);
    let (s0, s0l, s0r) = (word(node), word(kids.left), word(kids.right));
    let (s0l2, s0r2) = (word(kids.left2), word(kids.right2));
    let number = RowNumbers::new(bits);
    [
        number.nth(0, s0.form, 0),
        number.nth(1, s0.tag, 0),
        number.nth(2, s0.both, 0),
        number.nth(3, s0.stem_tag, 0),
        number.nth(53, s0l.form, s0.tag),
        number.nth(54, s0r.form, s0.tag),
        number.nth(58, label(kids.left) << 5 | label(kids.right), s0.tag),
        number.nth(59, label(kids.left2) << 10 | label(kids.left) << 5, s0l2.tag << 5 | s0.tag),
        number.nth(60, label(kids.right2) << 10 | label(kids.right) << 5, s0r2.tag << 5 | s0.tag),
        number.nth(63, s0.stem_tag, counts(kids)),
        number.nth(67, s0.tag, kids.left_labels),
        number.nth(68, s0.tag, kids.right_labels),
        number.nth(69, s0.stem_tag, kids.right_labels),
    ]
}

/// The rows that ask of `node` as the word below the top of the stack: the same until something else hangs on it.
pub fn second(state: &State, words: &Words, bits: u8, node: Node) -> [u32; SECOND] {
    let kids = &state.kids[node as usize];
    let label = |node: Node| state.labels[node as usize] as u32 + 1;
    let word = |node| words.get(node);
    let (s1, s1l, s1r, s1r2) = (word(node), word(kids.left), word(kids.right), word(kids.right2));
    let number = RowNumbers::new(bits);
    [
        number.nth(8, s1.form, 0),
        number.nth(9, s1.tag, 0),
        number.nth(10, s1.both, 0),
        number.nth(11, s1.stem_tag, 0),
        number.nth(55, s1r.form, s1.tag),
        number.nth(56, s1l.form, s1.tag),
        number.nth(61, label(kids.right2) << 10 | label(kids.right) << 5, s1r2.tag << 5 | s1.tag),
        number.nth(65, s1.stem_tag, counts(kids)),
        number.nth(70, s1.tag, kids.right_labels),
        number.nth(71, s1.stem_tag, kids.right_labels),
    ]
}

/// The other rows for the next step.
pub fn here(state: &State, words: &Words, bits: u8) -> [u32; HERE] {
    let (n_s0, n_s1, n_s2) = (state.on_stack(0), state.on_stack(1), state.on_stack(2));
    let n_b0 = state.in_buffer(0);
    let word = |node| words.get(node);
    let (s0, s1, s2) = (word(n_s0), word(n_s1), word(n_s2));
    let (b0, b1, b2) = (word(n_b0), word(state.in_buffer(1)), word(state.in_buffer(2)));
    let kids = |node: u32| &state.kids[node as usize];
    let (k_s0, k_s1, k_b0): (&Kids, &Kids, &Kids) = (kids(n_s0), kids(n_s1), kids(n_b0));
    let (s0l, s0r) = (word(k_s0.left), word(k_s0.right));
    let (s1l, s1r) = (word(k_s1.left), word(k_s1.right));
    let (b0l, b0l2) = (word(k_b0.left), word(k_b0.left2));
    let label = |node: u32| state.labels[node as usize] as u32 + 1;
    let gap = distance(n_s0, n_b0);
    let reach = distance(n_s1, n_s0);
    // What lies between the two words an arc would join.
    let inside = between(s0, b0, n_s0);
    let inside1 = between(s1, s0, n_s1);
    let number = RowNumbers::new(bits);
    [
        number.nth(17, s2.tag, 0),
        number.nth(18, s2.both, 0),
        // Pairs
        number.nth(19, s0.both, b0.both),
        number.nth(20, s0.both, b0.tag),
        number.nth(21, s0.tag, b0.both),
        number.nth(22, s0.form, b0.form),
        number.nth(23, two(s0, b0), 0),
        number.nth(25, s1.both, s0.both),
        number.nth(26, s1.both, s0.tag),
        number.nth(27, s1.tag, s0.both),
        number.nth(28, s1.form, s0.form),
        number.nth(29, s1.stem_tag, s0.stem_tag),
        number.nth(30, two(s1, s0), 0),
        number.nth(31, two(s1, b0), 0),
        number.nth(32, s1.both, b0.tag),
        number.nth(33, s1.stem_tag, b0.both),
        number.nth(35, s0.both, two(b0, b1)),
        // Triples
        number.nth(36, three(s0, b0, b1), 0),
        number.nth(38, three(s1, s0, b0), 0),
        number.nth(39, three(s2, s1, s0), 0),
        number.nth(40, three(s0, s0l, b0), 0),
        number.nth(41, three(s0, s0r, b0), 0),
        number.nth(42, three(s0, b0l, b0), 0),
        number.nth(43, three(s0, b0l, b0l2), b0.tag),
        number.nth(44, three(s1, s1r, s0), 0),
        number.nth(45, three(s1, s1l, s0), 0),
        number.nth(46, three(s1, s0l, s0), 0),
        number.nth(47, three(s1, s0r, s0), 0),
        number.nth(48, three(s1, s0l, s0r), two(s0, b0)),
        number.nth(50, three(s1, s0, b0), b1.tag << 5 | b2.tag),
        number.nth(51, s1.stem_tag, two(s0, b0)),
        number.nth(52, s0.stem_tag, two(s1, b0)),
        // Dependents
        number.nth(57, b0l.form, b0.tag),
        number.nth(62, label(k_b0.left) << 5 | label(k_b0.left2), b0.tag),
        number.nth(64, two(s0, b0), counts(k_s0)),
        number.nth(66, b0.both, k_b0.left_count),
        number.nth(72, two(s1, s0), k_s1.right_labels),
        number.nth(73, b0.tag, k_b0.left_labels),
        number.nth(74, two(s1, s0), k_s0.left_labels),
        number.nth(75, two(s0, b0), k_s0.left_labels),
        // What the verbs can take
        number.nth(76, s1.frames, two(s0, b0)),
        number.nth(77, s1.frames, s0.tag << 20 | k_s0.left_labels >> 1 & 0xfffff),
        number.nth(78, s1.frames, s0.tag << 20 | k_s1.right_labels >> 1 & 0xfffff),
        number.nth(79, s0.frames, two(b0, b1)),
        number.nth(80, s0.frames, b0.tag << 20 | k_s0.right_labels >> 1 & 0xfffff),
        number.nth(81, s0.frames, b0.form),
        number.nth(82, b0.frames, s0.tag << 4 | inside1 & 15),
        // Distance, and what lies between
        number.nth(83, s0.both, gap),
        number.nth(84, b0.both, gap),
        number.nth(85, two(s0, b0), gap),
        number.nth(86, two(s1, s0), reach),
        number.nth(87, s1.stem_tag, reach << 5 | s0.tag),
        number.nth(88, two(s0, b0), inside),
        number.nth(89, two(s1, s0), inside1),
        number.nth(90, s1.stem_tag, inside1 << 5 | s0.tag),
    ]
}

/// How many dependents stand on either side, in one number.
fn counts(kids: &Kids) -> u32 {
    kids.left_count << 3 | kids.right_count
}

/// The tags of two words in one number.
fn two(a: &Word, b: &Word) -> u32 {
    a.tag << 5 | b.tag
}

/// The tags of three words in one number.
fn three(a: &Word, b: &Word, c: &Word) -> u32 {
    a.tag << 10 | two(b, c)
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
