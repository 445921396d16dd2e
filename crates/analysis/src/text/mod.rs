//! Sentences and tokens of a document's zones.

mod token;

pub use token::{Sentence, TextLayer, Token, TokenKind};
