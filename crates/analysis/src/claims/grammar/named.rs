//! Which tokens end names of actors: told once for all rules that ask where a noun phrase begins.

use super::words::Words;
use crate::actors::ActorTable;

/// For each token the first one of the mention of an actor that ends with it.
#[derive(Debug)]
pub(crate) struct Names {
    /// [`NONE`] for a token that ends none.
    first_of: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl Names {
    pub fn of(words: &Words<'_>, actors: &ActorTable) -> Self {
        let layer = words.layer;
        let mut first_of = vec![NONE; words.len()];
        for end in actors.mentions.iter().map(|mention| mention.at.end) {
            let last = layer.token_at(end.saturating_sub(1));
            // A mention may end within a token.
            let ends = words.token(last).is_some_and(|token| token.at.end == end);
            let longest = actors.ending_at(end).filter(|_| ends);
            if let (Some(longest), Some(slot)) = (longest, first_of.get_mut(last)) {
                *slot = u32::try_from(layer.token_at(longest.at.start)).unwrap_or(NONE);
            }
        }
        Self { first_of }
    }

    /// The first token of the longest mention (see [`ActorTable::ending_at`]) that ends with `token`.
    pub fn ending_with(&self, token: usize) -> Option<usize> {
        self.first_of.get(token).filter(|&&first| first != NONE).map(|&first| first as usize)
    }
}
