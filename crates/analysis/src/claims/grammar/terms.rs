//! On what terms something is wanted, backed or held: "provided that", "only when", "so that".

use crate::claims::scene::Scene;

/// Words that open the terms of what stands in front.
const TERMS: &[&[&str]] = &[
    &["provided", "that"],
    &["provided"],
    &["providing", "that"],
    &["on", "condition", "that"],
    &["on", "the", "condition", "that"],
    &["on", "the", "understanding", "that"],
    &["as", "long", "as"],
    &["so", "long", "as"],
    &["only", "when"],
    &["only", "if"],
    &["only", "after"],
    &["only", "once"],
    &["only", "where"],
    &["so", "that"],
    &["and", "only", "if"],
    &["and", "only", "when"],
    &["and", "failing", "that"],
    &["or", "failing", "that"],
    &["failing", "that"],
    &["and", "if", "not"],
    &["but", "only", "if"],
    &["but", "only", "when"],
    &["but", "only", "after"],
    &["but", "not", "on"],
    &["but", "not", "in"],
    &["but", "not", "for"],
];

impl Scene<'_> {
    /// Where the words end that open the terms of what stands in front of `index`, a comma or the first of these words.
    pub(super) fn terms_open(&self, index: usize, high: usize) -> Option<usize> {
        let words = &self.words;
        let first = index + usize::from(words.is(index, ","));
        let opening = TERMS.iter().find(|terms| words.are(first, terms))?;
        let end = first + opening.len();
        // "the sum | provided by the bank": a participle.
        let clause = opening.len() > 1 || self.clause_at(end, high).is_some();
        (clause && end < high).then_some(end)
    }
}
