//! Which sentence a token stands in, and where a sentence has brackets: told once for all rules that ask.

use super::words::Words;

/// For each token its sentence, and for each sentence whether brackets stand in it.
#[derive(Debug)]
pub(crate) struct Sentences {
    /// [`NONE`] for a token of no sentence.
    of_tokens: Vec<u32>,
    bracketed: Vec<bool>,
}

const NONE: u32 = u32::MAX;

impl Sentences {
    pub fn of(words: &Words<'_>) -> Self {
        let sentences = &words.layer.sentences;
        let mut of_tokens = vec![NONE; words.len()];
        let mut bracketed = vec![false; sentences.len()];
        for (number, (sentence, bracketed)) in (0..).zip(sentences.iter().zip(&mut bracketed)) {
            if let Some(tokens) = of_tokens.get_mut(sentence.tokens.clone()) {
                tokens.fill(number);
            }
            *bracketed = sentence.tokens.clone().any(|token| is_bracket(words.word(token)));
        }
        Self { of_tokens, bracketed }
    }

    /// The sentence that holds `token`, if any.
    pub fn holding(&self, token: usize) -> Option<usize> {
        self.of_tokens.get(token).filter(|&&sentence| sentence != NONE).map(|&sentence| sentence as usize)
    }

    /// Whether round or square brackets stand in a sentence.
    pub fn has_brackets(&self, sentence: usize) -> bool {
        self.bracketed.get(sentence).copied().unwrap_or_default()
    }
}

fn is_bracket(word: &str) -> bool {
    matches!(word, "(" | ")" | "[" | "]")
}
