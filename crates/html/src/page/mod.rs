//! A page as a tree that knows where each of its parts stands in the file.
//!
//! One flat list of nodes in document order: the nodes below a node are the ones that follow it, up to its `end`. So
//! measures of any part of a page are differences of running sums, and no walk needs recursion.

mod byte_tokenizer;
#[cfg(test)]
mod character_tokenizer;
mod charset;
mod element_kinds;
mod names;
mod references;
mod tokens;
mod tree;

#[cfg(test)]
mod tests;

use rapporteur_core::{ByteRange, SourceMap};

pub use self::byte_tokenizer::StandardTokenizer;
pub use self::charset::declared_charset;
pub use self::element_kinds::closes_paragraph;
use self::names::Names;
pub use self::names::{Name, name};
pub use self::references::{Context, resolve};
pub use self::tokens::{AttributeToken, TextContent, TokenSink, Tokenizer};

/// Place of a node in its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(u32);

impl NodeId {
    /// The page as a whole.
    pub const ROOT: Self = Self(0);

    /// The node `steps` further on in document order, whether the page has it or not.
    pub const fn after(self, steps: u32) -> Self {
        Self(self.0.saturating_add(steps))
    }

    /// As an index into a list of values, one a node.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A parsed page. All ranges are bytes of [`Page::source`].
#[derive(Debug, Clone)]
pub struct Page {
    source: String,
    nodes: Vec<Node>,
    attributes: Vec<Attribute>,
    rewritten: Vec<Rewritten>,
    names: Names,
    /// Whether the page stops in the middle.
    truncated: bool,
}

/// An element or a run of text.
#[derive(Debug, Clone)]
pub struct Node {
    parent: Option<NodeId>,
    previous: Option<NodeId>,
    next: Option<NodeId>,
    /// Just past the last node below this one.
    end: NodeId,
    /// Of an element: from the start tag through the end tag, where it has one; else to where the next thing begins.
    /// Empty for an element that the page implies.
    range: ByteRange,
    content: NodeContent,
}

#[derive(Debug, Clone)]
enum NodeContent {
    Element { name: Name, attributes: (u32, u32) },
    Text { rewritten: Option<u32> },
}

#[derive(Debug, Clone)]
struct Attribute {
    name: Name,
    value: ByteRange,
    rewritten: Option<u32>,
}

/// Text that is not what stands in the page byte for byte.
#[derive(Debug, Clone)]
struct Rewritten {
    text: String,
    /// Empty for an attribute's value.
    map: SourceMap,
}

impl Page {
    /// Parses a page. Any text is a page; time and space are linear in its length.
    pub fn parse(source: String) -> Self {
        Self::parse_with(&StandardTokenizer, source)
    }

    /// As [`Page::parse`], with another tokenizer.
    pub fn parse_with(tokenizer: &dyn Tokenizer, source: String) -> Self {
        let mut builder = tree::TreeBuilder::new(&source);
        tokenizer.tokenize(&source, &mut builder);
        let (nodes, attributes, rewritten, names, truncated) = builder.finish();
        Self { source, nodes, attributes, rewritten, names, truncated }
    }

    /// The text of the file.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Whether the page stops inside a tag or a script, or before anything was closed.
    pub fn is_truncated(&self) -> bool {
        self.truncated
    }

    /// All nodes, in document order.
    pub fn nodes(&self) -> impl Iterator<Item = NodeId> + use<> {
        self.below_range(0, self.nodes.len())
    }

    /// The nodes below `node`, in document order, without itself.
    pub fn below(&self, node: NodeId) -> impl Iterator<Item = NodeId> + use<> {
        self.below_range(node.index() + 1, self.end(node).index())
    }

    /// The nodes from `start` up to, not including, `end`, in document order.
    pub fn below_between(&self, start: NodeId, end: NodeId) -> impl Iterator<Item = NodeId> + use<> {
        self.below_range(start.index(), end.index().min(self.nodes.len()))
    }

    /// The node `steps` before in document order.
    pub fn before(&self, node: NodeId, steps: usize) -> Option<NodeId> {
        let index = node.index().checked_sub(steps)?;
        u32::try_from(index).ok().map(NodeId)
    }

    fn below_range(&self, start: usize, end: usize) -> impl Iterator<Item = NodeId> + use<> {
        // Nodes are numbered by `u32`, so no index leaves it.
        (start..end).map(|index| NodeId(u32::try_from(index).unwrap_or(u32::MAX)))
    }

    pub(crate) fn node(&self, node: NodeId) -> Option<&Node> {
        self.nodes.get(node.index())
    }

    /// Number of nodes.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// A page has at least its root.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// Just past the last node below `node`.
    pub fn end(&self, node: NodeId) -> NodeId {
        self.node(node).map_or(node, |node| node.end)
    }

    /// Whether `inner` is `outer` or below it.
    pub fn is_within(&self, inner: NodeId, outer: NodeId) -> bool {
        outer <= inner && inner < self.end(outer)
    }

    /// The element that `node` stands in; the root has none.
    pub fn parent(&self, node: NodeId) -> Option<NodeId> {
        self.node(node)?.parent
    }

    /// The elements that `node` stands in, innermost first.
    pub fn ancestors(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(self.parent(node), |node| self.parent(*node))
    }

    /// The next node with the same parent.
    pub fn next(&self, node: NodeId) -> Option<NodeId> {
        self.node(node)?.next
    }

    /// The last node before with the same parent.
    pub fn previous(&self, node: NodeId) -> Option<NodeId> {
        self.node(node)?.previous
    }

    /// The first node within `node`.
    pub fn first_child(&self, node: NodeId) -> Option<NodeId> {
        let first = NodeId(node.0 + 1);
        (first < self.end(node)).then_some(first)
    }

    /// The nodes whose parent is `node`.
    pub fn children(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(self.first_child(node), |child| self.next(*child))
    }

    /// Where the node stands. See [`Node`].
    pub fn range(&self, node: NodeId) -> ByteRange {
        self.node(node).map(|node| node.range).unwrap_or_default()
    }

    /// The name of an element; `None` for text.
    pub fn element(&self, node: NodeId) -> Option<Name> {
        match self.node(node)?.content {
            NodeContent::Element { name, .. } => Some(name),
            NodeContent::Text { .. } => None,
        }
    }

    /// Whether `node` is an element of this name.
    pub fn is(&self, node: NodeId, name: Name) -> bool {
        self.element(node) == Some(name)
    }

    /// The name as it is written, lower case; "" for text.
    pub fn element_text(&self, node: NodeId) -> &str {
        self.element(node).map_or("", |name| self.names.text(name))
    }

    /// The name with this text (lower case), if the page uses it anywhere.
    pub fn name(&self, text: &str) -> Option<Name> {
        self.names.get(text)
    }

    /// The words of a text node, references resolved, line ends as "\n"; `None` for elements.
    pub fn text(&self, node: NodeId) -> Option<&str> {
        let found = self.node(node)?;
        match found.content {
            NodeContent::Text { rewritten } => Some(self.stored(found.range, rewritten)),
            NodeContent::Element { .. } => None,
        }
    }

    /// Where a text node stands whose words are the page's, byte for byte; `None` for others.
    pub(crate) fn plain_text(&self, node: NodeId) -> Option<ByteRange> {
        let found = self.node(node)?;
        matches!(found.content, NodeContent::Text { rewritten: None }).then_some(found.range)
    }

    /// The map of a text node whose words are not the page's bytes as they are.
    pub(crate) fn rewritten_text(&self, node: NodeId) -> Option<&SourceMap> {
        match self.node(node)?.content {
            NodeContent::Text { rewritten } => Some(&self.rewritten.get(rewritten? as usize)?.map),
            NodeContent::Element { .. } => None,
        }
    }

    /// Where a part of a text node's words stands in the page: from its first byte to its last.
    pub(crate) fn text_source(&self, node: NodeId, part: ByteRange) -> Option<ByteRange> {
        if let Some(all) = self.plain_text(node) {
            return Some(ByteRange::new(all.start + part.start, all.start + part.end));
        }
        let (parts, _) = self.rewritten_text(node)?.source_parts(part);
        Some(ByteRange::new(parts.first()?.start, parts.last()?.end))
    }

    /// From the words of a text node to the page.
    pub fn text_map(&self, node: NodeId) -> SourceMap {
        let Some(found) = self.node(node) else { return SourceMap::new() };
        match found.content {
            NodeContent::Text { rewritten } => self.stored_map(found.range, rewritten),
            NodeContent::Element { .. } => SourceMap::new(),
        }
    }

    /// The value of an attribute, references resolved. The first of several with one name counts.
    pub fn attribute(&self, node: NodeId, name: Name) -> Option<&str> {
        self.attribute_with_range(node, name).map(|(value, _)| value)
    }

    /// The value of an attribute and where it stands, without quotation marks.
    pub fn attribute_with_range(&self, node: NodeId, name: Name) -> Option<(&str, ByteRange)> {
        let found = self.attributes_of(node).iter().find(|attribute| attribute.name == name)?;
        Some((self.stored(found.value, found.rewritten), found.value))
    }

    /// All attributes of an element: name, value and where the value stands.
    pub fn attributes(&self, node: NodeId) -> impl Iterator<Item = (Name, &str, ByteRange)> {
        self.attributes_of(node)
            .iter()
            .map(|found| (found.name, self.stored(found.value, found.rewritten), found.value))
    }

    fn attributes_of(&self, node: NodeId) -> &[Attribute] {
        match self.node(node).map(|node| &node.content) {
            Some(NodeContent::Element { attributes: (start, end), .. }) => {
                self.attributes.get(*start as usize..*end as usize).unwrap_or_default()
            }
            _ => &[],
        }
    }

    /// All text below `node`, as it stands: no space is put in and none folded.
    pub fn inner_text(&self, node: NodeId) -> String {
        self.below(node).filter_map(|node| self.text(node)).collect()
    }

    fn stored(&self, at: ByteRange, rewritten: Option<u32>) -> &str {
        match rewritten.and_then(|index| self.rewritten.get(index as usize)) {
            Some(rewritten) => &rewritten.text,
            None => at.slice(&self.source).unwrap_or_default(),
        }
    }

    fn stored_map(&self, at: ByteRange, rewritten: Option<u32>) -> SourceMap {
        match rewritten.and_then(|index| self.rewritten.get(index as usize)) {
            Some(rewritten) => rewritten.map.clone(),
            None => {
                let mut map = SourceMap::new();
                map.push(ByteRange::new(0, at.len()), at);
                map
            }
        }
    }
}
