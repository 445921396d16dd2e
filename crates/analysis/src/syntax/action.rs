//! What the parser chooses among.

use super::label::Label;
use crate::tagger::Upos;

/// A step of the parser: a number below [`Action::COUNT`]; the order is part of the weights format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Action(u8);

/// What a step does to stack and buffer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Move {
    /// The next word goes onto the stack.
    Shift,
    /// The top of the stack depends on the next word and is done.
    Left,
    /// The top of the stack depends on the word below it and is done.
    Right,
}

/// For dependents in front of a noun the class says only that they are; which of the labels is told by the tag.
const ACTIONS: [(Move, Label); 32] = [
    (Move::Shift, Label::Other),
    (Move::Left, Label::Root),
    (Move::Left, Label::Nsubj),
    (Move::Left, Label::NsubjPass),
    (Move::Left, Label::Obj),
    (Move::Left, Label::Obl),
    (Move::Left, Label::Modifier),
    (Move::Left, Label::Case),
    (Move::Left, Label::Mark),
    (Move::Left, Label::Cc),
    (Move::Left, Label::Aux),
    (Move::Left, Label::Advmod),
    (Move::Left, Label::Advcl),
    (Move::Left, Label::Punct),
    (Move::Left, Label::Other),
    (Move::Right, Label::Nsubj),
    (Move::Right, Label::Obj),
    (Move::Right, Label::Iobj),
    (Move::Right, Label::Obl),
    (Move::Right, Label::Nmod),
    (Move::Right, Label::Ccomp),
    (Move::Right, Label::Xcomp),
    (Move::Right, Label::Advcl),
    (Move::Right, Label::Acl),
    (Move::Right, Label::AclRelcl),
    (Move::Right, Label::Parataxis),
    (Move::Right, Label::Conj),
    (Move::Right, Label::Punct),
    (Move::Right, Label::Advmod),
    (Move::Right, Label::Appos),
    (Move::Right, Label::Flat),
    (Move::Right, Label::Other),
];

impl Action {
    /// Number of actions.
    pub const COUNT: usize = ACTIONS.len();
    pub const SHIFT: Action = Action(0);
    /// The top of the stack is the root of the sentence.
    pub const ROOT: Action = Action(1);
    /// Actions of each kind lie side by side: from the first up to the one past the last.
    pub const LEFTS: std::ops::Range<usize> = 2..15;
    pub const RIGHTS: std::ops::Range<usize> = 15..32;

    /// The action of that number, if there is one.
    pub fn from_index(index: usize) -> Option<Action> {
        (index < Action::COUNT).then_some(Action(index as u8))
    }

    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// What it does.
    pub fn kind(self) -> Move {
        ACTIONS[self.index()].0
    }

    /// The label it gives, before [`Action::label_for`] looks at the tag.
    pub fn label(self) -> Label {
        ACTIONS[self.index()].1
    }

    /// The action that puts a word with `label` under its head, to the left or right of it.
    pub fn of(kind: Move, label: Label) -> Action {
        let label = match (kind, label) {
            (Move::Shift, _) => return Action::SHIFT,
            (_, Label::Root) => return Action::ROOT,
            (Move::Left, Label::Det | Label::Nmod) => Label::Modifier,
            (Move::Right, Label::Modifier | Label::Case) => Label::Flat,
            (_, label) => label,
        };
        let place = ACTIONS.iter().position(|action| *action == (kind, label));
        let other = if kind == Move::Left { Action::LEFTS.end - 1 } else { Action::COUNT - 1 };
        Action(place.unwrap_or(other) as u8)
    }

    /// The label for a dependent with that tag.
    pub fn label_for(self, pos: Upos) -> Label {
        match (self.kind(), self.label(), pos) {
            (Move::Left, Label::Modifier, Upos::Det) => Label::Det,
            (Move::Left, Label::Modifier, Upos::Pron) => Label::Nmod,
            (Move::Right, Label::Flat, Upos::Part) => Label::Case,
            (_, label, _) => label,
        }
    }
}
