//! Subjects behind their verb: "said Tomasz Okello, the president".

use super::{How, Subject};
use crate::claims::grammar::groups::Group;
use crate::claims::scene::Scene;
use crate::tagger::Upos;

impl Scene<'_> {
    /// The phrase behind a verb as its subject: "said Tomasz Okello, the president".
    pub(crate) fn inverted_subject(&self, group: &Group, high: usize) -> Option<Subject> {
        let words = &self.words;
        let start = group.tokens.end;
        let possessive = words.is_any(start, &["her", "his"]) && matches!(words.pos(start + 1), Upos::Noun | Upos::Adj);
        if words.is_personal_pronoun(start) && !possessive && !words.is_any(start, &["he", "she", "they", "i", "we"]) {
            return None;
        }
        let mut end = self.long_phrase_end(start, high)?;
        // "said a spokesman for the ministry in Kest"
        for _ in 0..4 {
            if end < high
                && words.pos(end) == Upos::Adp
                && words.is_any(end, &["for", "from", "of", "at", "with", "in", "to"])
                && !self.tells_when_or_where(end, high)
            {
                match self.long_phrase_end(end + 1, high) {
                    Some(next) => end = next,
                    None => break,
                }
            } else {
                break;
            }
        }
        Some(Subject { tokens: start..end, antecedent: None, how: How::Inverted })
    }
}
