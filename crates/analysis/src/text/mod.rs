//! Sentences and tokens of a document's zones.

mod abbreviations;
mod marks;
mod sentences;
mod token;
mod tokenize;

#[cfg(test)]
mod tests;

pub use token::{Sentence, TextLayer, Token, TokenKind};

use crate::zones::Zone;

impl TextLayer {
    /// Cuts the `zones` of `text` into sentences and tokens. Linear.
    ///
    /// Zones are expected in text order; where two overlap, the words belong to the first.
    pub fn build(text: &str, zones: Vec<Zone>) -> Self {
        // English has a token every five or six bytes.
        let mut layer = Self { zones, sentences: Vec::new(), tokens: Vec::with_capacity(text.len() / 5) };
        let mut reached = 0;
        let mut room = tokenize::Room::default();
        for (index, zone) in layer.zones.iter().enumerate() {
            let at = rapporteur_core::ByteRange::new(zone.at.start.max(reached), zone.at.end);
            if at.is_empty() {
                continue;
            }
            reached = at.end;
            let first = layer.tokens.len();
            tokenize::tokenize(text, at, &mut room, &mut layer.tokens);
            sentences::split(text, &layer.tokens, first, index, &mut layer.sentences);
        }
        layer
    }

    /// The words of token `index`; empty past the last.
    pub fn word<'t>(&self, text: &'t str, index: usize) -> &'t str {
        self.tokens.get(index).and_then(|token| token.at.slice(text)).unwrap_or_default()
    }
}
