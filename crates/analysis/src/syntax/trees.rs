//! The trees of a document, each made when it is first asked for.

use std::cell::{OnceCell, RefCell};
use std::ops::Range;

use super::{Arc, Label, Parser, ParserRoom};
use crate::tagger::internals::{Class, WordKeys};
use crate::text::Sentence;

/// Sentences of more tokens than that are not parsed: they are tables and lists, not sentences.
const LONGEST: usize = 300;

/// What the tagger knows of a document's tokens: one entry per token in each list.
#[derive(Debug, Clone, Default)]
pub struct TaggedTokens {
    pub keys: Vec<WordKeys>,
    pub classes: Vec<Class>,
}

/// Dependency trees of a document's sentences, parsed as they are asked for and once each.
///
/// Tokens are numbered as in the document.
#[derive(Debug)]
pub struct Trees<'a> {
    parser: &'a Parser,
    tokens: &'a TaggedTokens,
    sentences: &'a [Sentence],
    parsed: Vec<OnceCell<Box<[Arc]>>>,
    room: RefCell<ParserRoom>,
}

impl<'a> Trees<'a> {
    /// Nothing is parsed yet.
    pub fn new(parser: &'a Parser, tokens: &'a TaggedTokens, sentences: &'a [Sentence]) -> Self {
        let parsed = vec![OnceCell::new(); sentences.len()];
        Self { parser, tokens, sentences, parsed, room: RefCell::default() }
    }

    /// The tree of sentence number `sentence`; none if there is no such sentence, or it is too long.
    pub fn tree(&self, sentence: usize) -> Option<Tree<'_>> {
        let tokens = self.sentences.get(sentence)?.tokens.clone();
        let keys = self.tokens.keys.get(tokens.clone())?;
        let classes = self.tokens.classes.get(tokens.clone())?;
        if tokens.len() > LONGEST {
            return None;
        }
        let arcs = self.parsed.get(sentence)?.get_or_init(|| {
            let mut arcs = Vec::with_capacity(tokens.len());
            self.parser.parse_into(keys, classes, &mut self.room.borrow_mut(), &mut arcs);
            arcs.into_boxed_slice()
        });
        Some(Tree { arcs, start: tokens.start })
    }

    /// How many sentences have been parsed so far.
    pub fn parsed(&self) -> usize {
        self.parsed.iter().filter(|tree| tree.get().is_some()).count()
    }
}

/// One sentence's tree.
#[derive(Debug, Clone, Copy)]
pub struct Tree<'a> {
    arcs: &'a [Arc],
    /// Number of the first token.
    start: usize,
}

impl Tree<'_> {
    /// The sentence's tokens.
    pub fn tokens(&self) -> Range<usize> {
        self.start..self.start + self.arcs.len()
    }

    fn arc(&self, token: usize) -> Option<&Arc> {
        self.arcs.get(token.checked_sub(self.start)?)
    }

    /// The token that `token` depends on; none for the root and for tokens of other sentences.
    pub fn head(&self, token: usize) -> Option<usize> {
        self.arc(token)?.head.map(|head| self.start + head as usize)
    }

    /// What `token` is to its head; none for tokens of other sentences.
    pub fn label(&self, token: usize) -> Option<Label> {
        self.arc(token).map(|arc| arc.label)
    }

    /// The tokens that depend on `token`, in text order.
    pub fn dependents(&self, token: usize) -> impl Iterator<Item = (usize, Label)> {
        let start = self.start;
        let wanted = token.checked_sub(start).map(|token| token as u32);
        let arcs = self.arcs.iter().enumerate();
        arcs.filter(move |(_, arc)| arc.head.is_some() && arc.head == wanted)
            .map(move |(place, arc)| (start + place, arc.label))
    }

    /// First token and one past the last of all that hangs on `token`, itself included.
    pub fn extent(&self, token: usize) -> Range<usize> {
        let inside = |other: usize| {
            let mut at = other;
            // A tree has no cycles, so the walk ends at the root.
            loop {
                if at == token {
                    return true;
                }
                match self.head(at) {
                    Some(head) => at = head,
                    None => return false,
                }
            }
        };
        let start = self.tokens().start;
        let first = (start..token).rev().take_while(|&other| inside(other)).last().unwrap_or(token);
        let last = (token + 1..self.tokens().end).take_while(|&other| inside(other)).last().unwrap_or(token);
        first..last + 1
    }
}
