//! The page as it is read without rules, and where on the page each thing stands.

use std::collections::BTreeSet;

use rapporteur_core::{ApparatusKind, BlockKind, ByteRange, Draft};

use crate::draft::{Hints, read_page};
use crate::page::{NodeId, Page, declared_charset};
use crate::plain_bytes::read_bytes;
use crate::refuse::Refused;

/// A page and its reading.
pub(super) struct Reading {
    pub(super) page: Page,
    pub(super) draft: Draft,
    /// Text nodes in page order, with where each begins.
    texts: Vec<(ByteRange, NodeId)>,
}

impl Reading {
    pub(super) fn of(bytes: &[u8], hints: Hints<'_>) -> Result<Self, Refused> {
        let declared = hints.charset.map(str::to_owned).or_else(|| declared_charset(bytes));
        let text = read_bytes(bytes, declared.as_deref()).text;
        // Of a page in UTF-8 the draft's map leads to the page's own text.
        let draft = read_page(text.as_bytes(), Hints { charset: Some("utf-8"), ..hints }, None)?;
        let page = Page::parse(text);
        let mut texts: Vec<(ByteRange, NodeId)> =
            page.nodes().filter(|node| page.text(*node).is_some()).map(|node| (page.range(node), node)).collect();
        texts.sort_by_key(|(at, node)| (at.start, *node));
        Ok(Self { page, draft, texts })
    }

    /// The text nodes that a range of the draft's text was read from.
    pub(super) fn nodes(&self, at: ByteRange) -> Vec<NodeId> {
        let (parts, _) = self.draft.map.source_parts(at);
        let mut nodes = BTreeSet::new();
        for part in parts {
            let first = self.texts.partition_point(|(text, _)| text.end <= part.start);
            let touched = self.texts.get(first..).unwrap_or_default();
            nodes.extend(touched.iter().take_while(|(text, _)| text.start < part.end).map(|(_, node)| *node));
        }
        nodes.into_iter().collect()
    }

    /// The text nodes of all blocks; captions and such may stand anywhere and are left out on request.
    pub(super) fn body_nodes(&self, flowing_only: bool) -> BTreeSet<NodeId> {
        let flowing = |kind: BlockKind| {
            matches!(kind, BlockKind::Paragraph | BlockKind::Heading | BlockKind::ListItem | BlockKind::Quotation)
        };
        let blocks = self.draft.blocks.iter().filter(|block| !flowing_only || flowing(block.kind));
        blocks.flat_map(|block| self.nodes(block.at)).collect()
    }

    /// For each piece of apparatus of a kind: the smallest element that holds it whole.
    pub(super) fn apparatus(&self, kind: ApparatusKind) -> Vec<NodeId> {
        let pieces = self.draft.apparatus.iter().filter(|piece| piece.kind == kind);
        let mut found: Vec<NodeId> = pieces.filter_map(|piece| self.common(&self.nodes(piece.at))).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The smallest element around all of some text nodes.
    pub(super) fn common(&self, nodes: &[NodeId]) -> Option<NodeId> {
        let (first, last) = (nodes.first()?, nodes.last()?);
        self.page.ancestors(*first).find(|around| self.page.is_within(*last, *around))
    }

    /// Words below an element, white space folded; "" where there are too many to be a line.
    pub(super) fn line(&self, node: NodeId) -> String {
        if self.page.range(node).len() > 4096 {
            return String::new();
        }
        let mut text = String::new();
        for below in self.page.below(node) {
            if let Some(words) = self.page.text(below)
                && !self.page.parent(below).is_some_and(|around| is_silent(&self.page, around))
            {
                text.push_str(words);
                text.push(' ');
            }
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// No words for readers.
pub(super) fn is_silent(page: &Page, node: NodeId) -> bool {
    matches!(page.element_text(node), "script" | "style" | "noscript" | "template" | "title" | "head")
}
