//! Words as units of measurement: marks, commas and white space at the edge of a span neither help nor hurt.
//!
//! Positions are code points; half-open.

/// A stretch of code points, half-open.
pub type Chars = [usize; 2];

/// The word-like tokens of a text, in order: letters, digits and underscores, joined by single apostrophes, hyphens, full
/// stops and slashes between them; and the signs `$ € £ % &`.
pub fn words(text: &[char]) -> Vec<Chars> {
    let is_word = |at: usize| text.get(at).is_some_and(|&c| is_word_character(c));
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let start = at;
        if is_word(at) {
            while is_word(at) || (matches!(text.get(at), Some('’' | '\'' | '-' | '.' | '/')) && is_word(at + 1)) {
                at += 1;
            }
            found.push([start, at]);
        } else {
            if matches!(text.get(at), Some('$' | '€' | '£' | '%' | '&')) {
                found.push([at, at + 1]);
            }
            at += 1;
        }
    }
    found
}

pub(crate) fn is_word_character(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Indices of words, ascending and without repetition.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WordSet(Vec<usize>);

impl WordSet {
    /// The words that overlap any of the spans.
    pub fn of(spans: &[Chars], words: &[Chars]) -> Self {
        let mut indices = Vec::new();
        for &[start, end] in spans {
            let first = words.partition_point(|word| word[1] <= start);
            indices.extend(
                words.iter().enumerate().skip(first).take_while(|(_, word)| word[0] < end).map(|(index, _)| index),
            );
        }
        indices.sort_unstable();
        indices.dedup();
        Self(indices)
    }

    pub fn union<'a>(sets: impl Iterator<Item = &'a Self>) -> Self {
        let mut indices: Vec<usize> = sets.flat_map(|set| set.0.iter().copied()).collect();
        indices.sort_unstable();
        indices.dedup();
        Self(indices)
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn first(&self) -> Option<usize> {
        self.0.first().copied()
    }

    pub fn iter(&self) -> impl Iterator<Item = usize> {
        self.0.iter().copied()
    }

    /// How many words both hold.
    pub fn common(&self, other: &Self) -> usize {
        let (mut left, mut right, mut common) = (self.0.iter().peekable(), other.0.iter().peekable(), 0);
        while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
            match a.cmp(b) {
                std::cmp::Ordering::Less => drop(left.next()),
                std::cmp::Ordering::Greater => drop(right.next()),
                std::cmp::Ordering::Equal => {
                    common += 1;
                    left.next();
                    right.next();
                }
            }
        }
        common
    }

    pub fn overlaps(&self, other: &Self) -> bool {
        self.common(other) > 0
    }

    pub fn is_subset(&self, other: &Self) -> bool {
        self.common(other) == self.len()
    }

    /// Common words over those of the longer one: 1 for the same words.
    pub fn overlap(&self, other: &Self) -> f64 {
        share(self.common(other), self.len().max(other.len()))
    }

    /// The share of this set's words that the other holds.
    pub fn coverage(&self, other: &Self) -> f64 {
        share(self.common(other), self.len())
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of words are far below 2^52")]
pub(crate) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
