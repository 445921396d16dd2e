//! From tokens to the tree: end tags that the page leaves out, elements without content, wrong nesting.
//!
//! Follows the standard's tree construction where it decides what stands in what, with three simplifications: no text is
//! moved out of tables, an inline element that is closed too early ends in place instead of being split, and none is
//! opened again in the next paragraph.

use rapporteur_core::{ByteRange, SourceMap};

use super::element_kinds::{
    belongs_in_head, closes_paragraph, ends_foreign, is_heading, is_inline, is_row_scope, is_scope,
    is_scope_for_paragraph, is_soft, is_special, is_table_part, is_table_scope, is_void,
};
use super::names::{Name, Names, name};
use super::references::{Context, resolve, resolve_value};
use super::tokens::{AttributeToken, TextContent, TokenSink};
use super::{Attribute, Node, NodeContent, NodeId, Rewritten};

/// Elements open at once. Deeper ones become siblings, so that no step takes longer on a deeper page. Browsers have the
/// same bound.
const DEEPEST: usize = 512;

pub(super) type Parts = (Vec<Node>, Vec<Attribute>, Vec<Rewritten>, Names, bool);

pub(super) struct TreeBuilder<'s> {
    source: &'s str,
    nodes: Vec<Node>,
    attributes: Vec<Attribute>,
    rewritten: Vec<Rewritten>,
    names: Names,
    /// Elements not yet closed, outermost first; the root is always there.
    open: Vec<Open>,
    /// Names of open elements beyond [`DEEPEST`].
    beyond: Vec<Name>,
    /// How many of the open elements are paragraphs, and how many drawings and formulas: mostly none, and then nobody need
    /// look for one.
    paragraphs: usize,
    drawings: usize,
    body_seen: bool,
    ended: bool,
    truncated: bool,
}

#[derive(Debug, Clone, Copy)]
struct Open {
    node: NodeId,
    name: Name,
    /// The last child so far.
    last_child: Option<NodeId>,
}

impl<'s> TreeBuilder<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        let content = NodeContent::Element { name: name::DOCUMENT, attributes: (0, 0) };
        let range = ByteRange::new(0, source.len());
        // Pages have an element or a text on about fifty bytes.
        let mut nodes = Vec::with_capacity(source.len() / 48 + 1);
        let root = Node { parent: None, previous: None, next: None, end: NodeId(1), range, content };
        nodes.push(root);
        Self {
            source,
            nodes,
            attributes: Vec::with_capacity(source.len() / 64),
            rewritten: Vec::new(),
            names: Names::default(),
            open: vec![Open { node: NodeId::ROOT, name: name::DOCUMENT, last_child: None }],
            beyond: Vec::new(),
            paragraphs: 0,
            drawings: 0,
            body_seen: false,
            ended: false,
            truncated: false,
        }
    }

    pub(super) fn finish(mut self) -> Parts {
        let end = self.source.len();
        self.close_down_to(0, end);
        let count = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        if let Some(root) = self.nodes.first_mut() {
            root.end = count;
        }
        (self.nodes, self.attributes, self.rewritten, self.names, self.truncated)
    }

    fn top(&self) -> Name {
        self.open.last().map_or(name::DOCUMENT, |open| open.name)
    }

    fn is_open(&self, wanted: Name) -> bool {
        self.open.iter().any(|open| open.name == wanted)
    }

    /// Adds a node as the last child of the innermost open element.
    fn add(&mut self, content: NodeContent, range: ByteRange) -> NodeId {
        // More than four thousand million nodes need a page of as many bytes; past it all are one.
        let node = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        let (mut parent, mut previous) = (None, None);
        if let Some(open) = self.open.last_mut() {
            parent = Some(open.node);
            previous = open.last_child.replace(node);
        }
        if let Some(previous) = previous.and_then(|previous| self.nodes.get_mut(previous.index())) {
            previous.next = Some(node);
        }
        self.nodes.push(Node { parent, previous, next: None, end: NodeId(node.0.saturating_add(1)), range, content });
        node
    }

    fn push(&mut self, node: NodeId, name: Name) {
        self.paragraphs += usize::from(name == name::P);
        self.drawings += usize::from(is_drawing(name));
        self.open.push(Open { node, name, last_child: None });
    }

    /// Closes elements until `depth` are left (the root stays); `at` is where they end.
    fn close_down_to(&mut self, depth: usize, at: usize) {
        let end = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        while self.open.len() > depth.max(1) {
            let Some(open) = self.open.pop() else { return };
            self.paragraphs -= usize::from(open.name == name::P);
            self.drawings -= usize::from(is_drawing(open.name));
            if let Some(node) = self.nodes.get_mut(open.node.index()) {
                node.end = end;
                node.range.end = node.range.end.max(at);
            }
        }
        self.beyond.clear();
    }

    /// Where on the stack the innermost `wanted` is, if no element of `bounds` is open within it.
    fn find(&self, wanted: impl Fn(Name) -> bool, bounds: impl Fn(Name) -> bool) -> Option<usize> {
        for (depth, open) in self.open.iter().enumerate().skip(1).rev() {
            if wanted(open.name) {
                return Some(depth);
            }
            if bounds(open.name) {
                return None;
            }
        }
        None
    }

    /// The drawing or formula that is open around, as far as a few elements up; HTML within it is none of it.
    fn foreign(&self) -> Option<usize> {
        const NEAR: usize = 24;
        if self.drawings == 0 {
            return None;
        }
        for (depth, open) in self.open.iter().enumerate().skip(1).rev().take(NEAR) {
            match open.name {
                name::SVG | name::MATH => return Some(depth),
                name::FOREIGNOBJECT | name::DESC | name::TITLE => return None,
                _ => {}
            }
        }
        None
    }

    fn close_where(&mut self, wanted: impl Fn(Name) -> bool, bounds: impl Fn(Name) -> bool, at: usize) {
        if let Some(depth) = self.find(wanted, bounds) {
            self.close_down_to(depth, at);
        }
    }

    /// Puts in `html` and `body` where content needs them and the page does not say so.
    fn ensure_body(&mut self, at: usize) {
        if self.body_seen {
            return;
        }
        self.close_where(|name| name == name::HEAD, |_| false, at);
        if !self.is_open(name::HTML) {
            self.open_implied(name::HTML, at);
        }
        self.open_implied(name::BODY, at);
        self.body_seen = true;
    }

    fn open_implied(&mut self, name: Name, at: usize) {
        let content = NodeContent::Element { name, attributes: (0, 0) };
        let node = self.add(content, ByteRange::new(at, at));
        self.push(node, name);
    }

    /// End tags that this start tag implies.
    fn close_before(&mut self, new: Name, at: usize) {
        if self.paragraphs > 0 && closes_paragraph(new) {
            self.close_where(|name| name == name::P, is_scope_for_paragraph, at);
        }
        match new {
            name::LI => self.close_where(|name| name == name::LI, |name| is_special(name) && !is_soft(name), at),
            name::DD | name::DT => {
                let is_item = |name| matches!(name, name::DD | name::DT);
                self.close_where(is_item, |name| is_special(name) && !is_soft(name), at);
            }
            name::H1 | name::H2 | name::H3 | name::H4 | name::H5 | name::H6 if is_heading(self.top()) => {
                self.close_down_to(self.open.len() - 1, at);
            }
            name::OPTION | name::OPTGROUP => self.close_where(|name| name == name::OPTION, is_scope, at),
            name::TR => self.close_where(|name| name == name::TR, is_table_scope, at),
            name::TD | name::TH => self.close_where(|name| matches!(name, name::TD | name::TH), is_row_scope, at),
            name::TBODY | name::THEAD | name::TFOOT => {
                let is_group = |name| matches!(name, name::TBODY | name::THEAD | name::TFOOT | name::CAPTION);
                self.close_where(is_group, is_table_scope, at);
            }
            name::A | name::BUTTON | name::NOBR => self.end_inline(new, at),
            _ => {}
        }
    }

    /// Ends an inline element. Where blocks are still open within it, it stays their parent and only its range ends here.
    fn end_inline(&mut self, ended: Name, at: usize) {
        let Some(depth) = self.find(|name| name == ended, is_scope) else { return };
        let blocks_within = self.open.iter().skip(depth + 1).any(|open| is_special(open.name));
        if !blocks_within {
            self.close_down_to(depth, at);
            return;
        }
        // It is left on the stack for its children's sake, but under a name that no end tag has.
        if let Some(open) = self.open.get_mut(depth) {
            open.name = name::DOCUMENT;
            if let Some(node) = self.nodes.get_mut(open.node.index()) {
                node.range.end = at;
            }
        }
    }

    fn attributes(&mut self, tokens: &[AttributeToken]) -> (u32, u32) {
        let index = |list: &[Attribute]| u32::try_from(list.len()).unwrap_or(u32::MAX);
        let start = index(&self.attributes);
        for token in tokens {
            let raw = token.name.slice(self.source).unwrap_or_default();
            let name = if raw.bytes().any(|byte| byte.is_ascii_uppercase()) {
                self.names.intern(&raw.to_ascii_lowercase())
            } else {
                self.names.intern(raw)
            };
            let rewritten = self.rewrite(token.value, Context::Attribute);
            self.attributes.push(Attribute { name, value: token.value, rewritten });
        }
        (start, index(&self.attributes))
    }

    fn rewrite(&mut self, at: ByteRange, context: Context) -> Option<u32> {
        // Where an attribute's value begins and ends is enough to know; of texts each byte's place is asked for.
        let (text, map) = match context {
            Context::Attribute => (resolve_value(self.source, at, context)?, SourceMap::new()),
            _ => resolve(self.source, at, context)?,
        };
        let index = u32::try_from(self.rewritten.len()).ok()?;
        self.rewritten.push(Rewritten { text, map });
        Some(index)
    }
}

fn is_drawing(name: Name) -> bool {
    matches!(name, name::SVG | name::MATH)
}

impl TokenSink for TreeBuilder<'_> {
    fn start_tag(
        &mut self,
        text: &str,
        attributes: &[AttributeToken],
        self_closing: bool,
        at: ByteRange,
    ) -> TextContent {
        let new = self.names.intern(text);
        // A second `html` or `body` opens nothing; the first one that is only implied is not replaced either.
        if (new == name::BODY && self.body_seen) || (new == name::HTML && self.is_open(name::HTML)) {
            return TextContent::Markup;
        }
        if new == name::HEAD && (self.body_seen || self.is_open(name::HEAD)) {
            return TextContent::Markup;
        }
        match new {
            name::HTML => {}
            name::HEAD => {
                if !self.is_open(name::HTML) {
                    self.open_implied(name::HTML, at.start);
                }
            }
            name::BODY => {
                self.close_where(|name| name == name::HEAD, |_| false, at.start);
                if !self.is_open(name::HTML) {
                    self.open_implied(name::HTML, at.start);
                }
                self.body_seen = true;
            }
            _ if belongs_in_head(new) && !self.body_seen => {
                if !self.is_open(name::HTML) {
                    self.open_implied(name::HTML, at.start);
                }
            }
            _ => self.ensure_body(at.start),
        }
        let mut around = self.foreign();
        if let Some(depth) = around.filter(|_| ends_foreign(new)) {
            self.close_down_to(depth, at.start);
            around = None;
        }
        self.close_before(new, at.start);
        let attributes = self.attributes(attributes);
        let node = self.add(NodeContent::Element { name: new, attributes }, at);
        let foreign = around.is_some() || matches!(new, name::SVG | name::MATH);
        if is_void(new) || (foreign && self_closing) {
            return TextContent::Markup;
        }
        if self.open.len() >= DEEPEST {
            self.beyond.push(new);
        } else {
            self.push(node, new);
        }
        match new {
            name::TITLE | name::TEXTAREA if !foreign => TextContent::Escapable,
            name::STYLE | name::XMP | name::IFRAME | name::NOEMBED | name::NOFRAMES => TextContent::Raw,
            name::SCRIPT => TextContent::Script,
            name::PLAINTEXT => TextContent::Plain,
            _ => TextContent::Markup,
        }
    }

    fn end_tag(&mut self, text: &str, at: ByteRange) {
        let Some(ended) = self.names.get(text) else { return };
        if self.beyond.last() == Some(&ended) {
            self.beyond.pop();
            return;
        }
        match ended {
            // Scripts after them still belong to the page's body.
            name::BODY | name::HTML => {
                self.ended = true;
                return;
            }
            name::BR => {
                self.ensure_body(at.start);
                self.add(NodeContent::Element { name: name::BR, attributes: (0, 0) }, at);
                return;
            }
            _ => {}
        }
        if is_inline(ended) {
            self.end_inline(ended, at.end);
            return;
        }
        let wanted = |name| name == ended || (is_heading(ended) && is_heading(name));
        let depth = if is_special(ended) {
            let is_list_item = ended == name::LI;
            self.find(wanted, |name| {
                is_scope(name) && !is_table_part(ended)
                    || (is_list_item && matches!(name, name::UL | name::OL))
                    || (ended == name::P && name == name::BUTTON)
            })
        } else {
            self.find(wanted, is_special)
        };
        if let Some(depth) = depth {
            self.close_down_to(depth, at.end);
        }
    }

    fn text(&mut self, at: ByteRange, context: Context) {
        if !self.body_seen && (!belongs_in_head(self.top()) || self.top() == name::NOSCRIPT) {
            if at.slice(self.source).is_some_and(|text| text.bytes().all(|byte| byte.is_ascii_whitespace())) {
                return;
            }
            self.ensure_body(at.start);
        }
        let rewritten = self.rewrite(at, context);
        self.add(NodeContent::Text { rewritten }, at);
    }

    fn end(&mut self, within_tag: bool) {
        let in_raw_text = matches!(self.top(), name::SCRIPT | name::STYLE | name::TEXTAREA | name::TITLE);
        let unclosed = self
            .open
            .iter()
            .any(|open| matches!(open.name, name::DIV | name::ARTICLE | name::MAIN | name::SECTION | name::HEAD));
        self.truncated = within_tag || in_raw_text || (unclosed && !self.ended);
    }
}
