//! What every item of an annotator must hold to.

use std::cell::Cell;

use crate::{Block, BlockKind, ByteRange, Quoted, Span, Spans};

/// The document as far as positions are concerned, and what was refused so far.
pub(super) struct Check<'a> {
    pub(super) text: &'a str,
    spans: &'a Spans,
    /// Id of the plugin.
    pub(super) annotator: &'a str,
    /// Place, kind and section of each block, in text order.
    blocks: Vec<(ByteRange, BlockKind, usize)>,
    /// Bytes of the text that may still be quoted.
    budget: Cell<usize>,
    /// Why items were left out, each a clause that begins with the path of what is wrong: "claims[2].rule is empty".
    pub(super) refusals: Vec<String>,
}

/// How many times over an annotator may quote the text of a document. Models quote it a few times; the limit keeps the work
/// for a document linear in its size whatever a defective one says.
const TIMES_OVER: usize = 50;

/// A block of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Within {
    pub(super) at: ByteRange,
    pub(super) kind: BlockKind,
    pub(super) section: usize,
}

impl<'a> Check<'a> {
    pub(super) fn new(text: &'a str, blocks: &[Block], spans: &'a Spans, annotator: &'a str) -> Self {
        let mut blocks: Vec<_> = blocks.iter().map(|block| (block.at.bytes, block.kind, block.section)).collect();
        blocks.sort_by_key(|(at, _, _)| *at);
        let budget = Cell::new(text.len().saturating_mul(TIMES_OVER));
        Self { text, spans, annotator, blocks, budget, refusals: Vec::new() }
    }

    pub(super) fn refuse(&mut self, reason: String) {
        self.refusals.push(reason);
    }

    /// Whether a range holds words of the text.
    pub(super) fn range(&self, path: &dyn Fn() -> String, at: ByteRange) -> Result<(), String> {
        let ByteRange { start, end } = at;
        let len = self.text.len();
        if start > end || end > len {
            return Err(format!("{} at bytes {start}..{end} leaves the text of {len} bytes", path()));
        }
        match at.slice(self.text) {
            None => Err(format!("{} at bytes {start}..{end} begins or ends inside a character", path())),
            Some(words) if words.trim().is_empty() => Err(format!("{} at bytes {start}..{end} holds no words", path())),
            Some(words) => match self.budget.get().checked_sub(words.len()) {
                Some(left) => {
                    self.budget.set(left);
                    Ok(())
                }
                None => Err(format!("{} and all before it quote the text more than {TIMES_OVER} times over", path())),
            },
        }
    }

    /// The block a range of words stands in.
    pub(super) fn block(&self, path: &dyn Fn() -> String, at: ByteRange) -> Result<Within, String> {
        self.range(path, at)?;
        let ByteRange { start, end } = at;
        let after = self.blocks.partition_point(|(block, _, _)| block.start <= start);
        let found = after.checked_sub(1).and_then(|index| self.blocks.get(index));
        match found {
            Some((block, kind, section)) if block.contains(at) => {
                Ok(Within { at: *block, kind: *kind, section: *section })
            }
            Some((block, _, _)) if block.end > start => {
                Err(format!("{} at bytes {start}..{end} reaches out of its block", path()))
            }
            _ => Err(format!("{} at bytes {start}..{end} stands in no block of the article", path())),
        }
    }

    /// Confidence, in steps of a hundredth, and rule of an item.
    pub(super) fn grounds(&self, path: &str, confidence: f64, rule: &str) -> Result<f64, String> {
        if rule.trim().is_empty() {
            return Err(format!("{path}.rule is empty"));
        }
        // Also false for what is no number.
        if !(0.0..=1.0).contains(&confidence) {
            return Err(format!("{path}.confidence is {confidence}, expected 0 to 1"));
        }
        Ok((confidence * 100.0).round() / 100.0)
    }

    /// The full span of a range that was checked.
    pub(super) fn span(&self, at: ByteRange) -> Span {
        self.spans.span(self.text, at)
    }

    /// The words at a range that was checked.
    pub(super) fn quoted(&self, at: ByteRange) -> Quoted {
        Quoted { text: at.slice(self.text).unwrap_or_default().to_owned(), at: self.span(at) }
    }
}
