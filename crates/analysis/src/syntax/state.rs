//! Stack, buffer and the tree so far (arc-hybrid system, the root behind the last word).

use super::action::{Action, Move};
use super::label::Label;
use super::words::Words;

/// A word in the parser's numbering: 0 is "no word", the words count from 1, and the root comes behind the last.
pub type Node = u32;

/// What hangs on a word so far.
#[derive(Debug, Clone, Copy, Default)]
pub struct Kids {
    /// Outermost and second outermost dependent on either side, 0 for none.
    pub left: Node,
    pub left2: Node,
    pub right: Node,
    pub right2: Node,
    /// Numbers of dependents, up to 7.
    pub left_count: u32,
    pub right_count: u32,
    /// A bit for each label of a dependent on that side.
    pub left_labels: u32,
    pub right_labels: u32,
}

/// Where the parser stands in a sentence.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// Number of words.
    length: Node,
    pub stack: Vec<Node>,
    /// The next word; `length + 1` is the root.
    pub next: Node,
    /// By node; 0 where there is none yet.
    pub heads: Vec<Node>,
    pub labels: Vec<Label>,
    pub kids: Vec<Kids>,
}

impl State {
    /// Begins a sentence of `length` words, in the room of the last one.
    pub fn start(&mut self, length: usize) {
        self.length = length as Node;
        self.stack.clear();
        self.next = 1;
        self.heads.clear();
        self.heads.resize(length + 2, 0);
        self.labels.clear();
        self.labels.resize(length + 2, Label::Other);
        self.kids.clear();
        self.kids.resize(length + 2, Kids::default());
    }

    pub fn root(&self) -> Node {
        self.length + 1
    }

    /// Nothing is left to do.
    pub fn is_done(&self) -> bool {
        self.next > self.length && self.stack.is_empty()
    }

    /// The stack's word that deep, 0 at the top; 0 where the stack ends.
    pub fn on_stack(&self, depth: usize) -> Node {
        self.stack.len().checked_sub(depth + 1).and_then(|place| self.stack.get(place)).copied().unwrap_or(0)
    }

    /// The buffer's word that far, 0 for the next; 0 behind the root.
    pub fn in_buffer(&self, distance: u32) -> Node {
        let node = self.next + distance;
        if node <= self.root() { node } else { 0 }
    }

    /// Which moves can be made: shift, left, right. At least one can unless the sentence is done.
    pub fn legal(&self) -> [bool; 3] {
        let words_left = self.next <= self.length;
        // Only one word becomes the root.
        let left = if words_left { !self.stack.is_empty() } else { self.stack.len() == 1 };
        [words_left, left, self.stack.len() >= 2]
    }

    /// The single action that can be made, where there is only one.
    pub fn forced(&self) -> Option<Action> {
        match self.legal() {
            [true, false, false] => Some(Action::SHIFT),
            [false, true, false] => Some(Action::ROOT),
            _ => None,
        }
    }

    /// Whether an action can be made.
    pub fn allows(&self, action: Action) -> bool {
        let [shift, left, right] = self.legal();
        match action.kind() {
            Move::Shift => shift,
            Move::Left => left && (action == Action::ROOT) == (self.next > self.length),
            Move::Right => right,
        }
    }

    /// Makes a step, which has to be allowed.
    pub fn take(&mut self, action: Action, words: &Words) {
        if action.kind() == Move::Shift {
            self.stack.push(self.next);
            self.next += 1;
            return;
        }
        let Some(dependent) = self.stack.pop() else { return };
        let label = action.label_for(words.pos(dependent));
        let left = action.kind() == Move::Left;
        let head = if left { self.next } else { self.on_stack(0) };
        self.heads[dependent as usize] = head;
        self.labels[dependent as usize] = label;
        let kids = &mut self.kids[head as usize];
        if left {
            kids.left2 = kids.left;
            kids.left = dependent;
            kids.left_count = (kids.left_count + 1).min(7);
            kids.left_labels |= 1 << label as u32;
        } else {
            kids.right2 = kids.right;
            kids.right = dependent;
            kids.right_count = (kids.right_count + 1).min(7);
            kids.right_labels |= 1 << label as u32;
        }
    }
}
