//! Which steps lose nothing of the right tree that could still be had (dynamic oracle of the arc-hybrid system).

use rapporteur_analysis::syntax::Label;
use rapporteur_analysis::syntax::internals::{Action, Move, Node, State};

use crate::conllu::Sentence;

/// The right tree of a sentence, by node; 0 for the head of "no word" and of the root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    pub heads: Vec<Node>,
    pub labels: Vec<Label>,
}

/// The right tree in the parser's numbering; none if the heads make no tree.
pub fn tree_of(sentence: &Sentence) -> Option<Tree> {
    let length = sentence.words.len();
    let root = length + 1;
    let mut tree = Tree { heads: vec![0; length + 2], labels: vec![Label::Other; length + 2] };
    for (number, word) in sentence.words.iter().enumerate() {
        tree.heads[number + 1] = if word.head == 0 { root } else { word.head } as Node;
        tree.labels[number + 1] = word.label;
    }
    let reaches_root = |node: usize| {
        let mut at = node;
        (0..=length).any(|_| {
            at = tree.heads.get(at).map_or(0, |head| *head as usize);
            at == root
        })
    };
    (1..=length).all(reaches_root).then_some(tree)
}

/// For each action how many arcs and labels of the tree it gives up; `None` for those that cannot be made.
pub fn costs(state: &State, tree: &Tree) -> [Option<u32>; Action::COUNT] {
    let moves = state.legal();
    let by_move = [shift_cost(state, tree), left_cost(state, tree), right_cost(state, tree)];
    let top = state.on_stack(0);
    let (left_head, right_head) = (state.next, state.on_stack(1));
    let mut costs = [None; Action::COUNT];
    for (index, cost) in costs.iter_mut().enumerate() {
        let Some(action) = Action::from_index(index).filter(|action| state.allows(*action)) else { continue };
        let kind = action.kind();
        let lost = by_move[kind as usize];
        let head = match kind {
            Move::Shift => 0,
            Move::Left => left_head,
            Move::Right => right_head,
        };
        let right = kind == Move::Shift
            || tree.heads[top as usize] != head
            || Action::of(kind, tree.labels[top as usize]) == action;
        *cost = moves[kind as usize].then_some(2 * lost + u32::from(!right));
    }
    costs
}

fn shift_cost(state: &State, tree: &Tree) -> u32 {
    let next = state.next;
    let (_, below) = state.stack.split_last().unwrap_or((&0, &[]));
    let head_lost = below.contains(&tree.heads[next as usize]);
    let dependents = state.stack.iter().filter(|node| tree.heads[**node as usize] == next).count();
    u32::from(head_lost) + dependents as u32
}

/// Dependents the top of the stack still waits for.
fn waited_for(state: &State, tree: &Tree) -> u32 {
    let top = state.on_stack(0);
    (state.next..=state.root()).filter(|node| tree.heads[*node as usize] == top).count() as u32
}

fn left_cost(state: &State, tree: &Tree) -> u32 {
    let head = tree.heads[state.on_stack(0) as usize];
    let below = state.on_stack(1);
    let head_lost = head > state.next || (head == below && below != 0);
    u32::from(head_lost) + waited_for(state, tree)
}

fn right_cost(state: &State, tree: &Tree) -> u32 {
    let head = tree.heads[state.on_stack(0) as usize];
    u32::from(head >= state.next) + waited_for(state, tree)
}
