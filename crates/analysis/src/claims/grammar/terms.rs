//! On what terms something is wanted, backed or held: "provided that", "only when", "so that".

use crate::claims::scene::Scene;

/// Behind which words `first` opens, together with them, the terms of what stands in front.
fn terms_behind(first: &str) -> &'static [&'static [&'static str]] {
    match first {
        "provided" => &[&["that"], &[]],
        "providing" => &[&["that"]],
        "on" => &[&["condition", "that"], &["the", "condition", "that"], &["the", "understanding", "that"]],
        "as" => &[&["long", "as"]],
        "so" => &[&["long", "as"], &["that"]],
        "only" => &[&["when"], &["if"], &["after"], &["once"], &["where"]],
        "and" => &[&["only", "if"], &["only", "when"], &["failing", "that"], &["if", "not"]],
        "or" => &[&["failing", "that"]],
        "failing" => &[&["that"]],
        "but" => {
            &[&["only", "if"], &["only", "when"], &["only", "after"], &["not", "on"], &["not", "in"], &["not", "for"]]
        }
        _ => &[],
    }
}

impl Scene<'_> {
    /// Where the words end that open the terms of what stands in front of `index`, a comma or the first of these words.
    pub(super) fn terms_open(&self, index: usize, high: usize) -> Option<usize> {
        let words = &self.words;
        let first = index + usize::from(words.is(index, ","));
        let opening = terms_behind(words.word(first)).iter().find(|rest| words.are(first + 1, rest))?;
        let end = first + 1 + opening.len();
        // "the sum | provided by the bank": a participle.
        let clause = !opening.is_empty() || self.clause_at(end, high).is_some();
        (clause && end < high).then_some(end)
    }
}
