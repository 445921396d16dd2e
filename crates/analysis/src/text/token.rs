use rapporteur_core::ByteRange;

use crate::tagger::Upos;
use crate::zones::Zone;

/// A word, number or mark.
///
/// Possessive ’s and n't are tokens of their own; hyphen compounds are one token unless both sides are names
/// ("US-China" is three tokens, "long-term" one); dashes are tokens of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    pub at: ByteRange,
    pub kind: TokenKind,
    /// Set by the tagger; [`Upos::X`] before it ran.
    pub pos: Upos,
    /// No white space between this token and the one before.
    pub glued: bool,
}

/// What a token is by its characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    Word,
    Number,
    OpenQuote,
    CloseQuote,
    Punctuation,
    Symbol,
}

/// A sentence: a run of tokens within one zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// From its first to its last token; closing quotation marks belong to it.
    pub at: ByteRange,
    /// Index of the first token and one past the last, into [`TextLayer::tokens`].
    pub tokens: std::ops::Range<usize>,
    /// Index into [`TextLayer::zones`].
    pub zone: usize,
}

/// A document's zones cut into sentences and tokens, all in text order.
#[derive(Debug, Clone, Default)]
pub struct TextLayer {
    pub zones: Vec<Zone>,
    pub sentences: Vec<Sentence>,
    pub tokens: Vec<Token>,
}

impl TextLayer {
    /// The tokens of a sentence.
    pub fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        self.tokens.get(sentence.tokens.clone()).unwrap_or_default()
    }

    /// Index of the token that holds or follows byte `at`; the number of tokens past the last.
    pub fn token_at(&self, at: usize) -> usize {
        self.tokens.partition_point(|token| token.at.end <= at)
    }

    /// Index of the sentence that holds token `token`, if any.
    pub fn sentence_of(&self, token: usize) -> Option<usize> {
        let after = self.sentences.partition_point(|sentence| sentence.tokens.end <= token);
        self.sentences.get(after).filter(|sentence| sentence.tokens.contains(&token)).map(|_| after)
    }
}
