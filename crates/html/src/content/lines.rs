//! Cuts a stretch of the page into lines: one for each block with text of its own, more where `<br><br>` separates
//! paragraphs. White space is folded as browsers do; no-break spaces stay.

use rapporteur_core::{ByteRange, SourceMap};

use super::context::{Context, Contexts};
use super::roles::{Role, Roles};
use crate::page::{Name, NodeId, Page, name};

/// A line of the page.
#[derive(Debug, Clone)]
pub struct PageLine {
    /// Into the text of [`Lines`].
    pub at: ByteRange,
    /// What holds at its first text.
    pub context: Context,
    /// The role of the line as a whole: what its block says, or what all its words stand in.
    pub role: Role,
    /// The roles of its parts.
    pub roles: Roles,
    /// Its first and last text node.
    pub first: NodeId,
    pub last: NodeId,
    /// Bytes of it that are links.
    pub linked: usize,
    /// Bytes of it that are bold.
    pub bold: usize,
}

/// Lines of a page and their text.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    /// The lines in page order, "\n\n" between two.
    pub text: String,
    /// From the text to the page.
    pub map: SourceMap,
    pub lines: Vec<PageLine>,
}

/// What may stand between two texts of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    Nothing,
    Space,
    Break,
}

impl Lines {
    /// Adds the lines of the nodes from `start` up to, not including, `end`. Calls must go forward in the page.
    pub fn add(&mut self, page: &Page, contexts: &Contexts, start: NodeId, end: NodeId) {
        let mut writer = Writer { lines: self, contexts, line: None, gap: Gap::Nothing, gap_source: None };
        let mut breaks = 0;
        let mut cell = None;
        for node in page.below_between(start, end) {
            let Some(context) = contexts.get(node) else { continue };
            // What opens over the words when they are pointed at stands in no line, and its breaks end none.
            if context.silent || (context.role == Role::Hidden && contexts.role(context.block) != Role::Hidden) {
                continue;
            }
            if let Some(element) = page.element(node) {
                if element == name::BR || is_called_break(page, node, element) {
                    breaks += 1;
                    if context.preformatted || breaks < 2 {
                        writer.gap = Gap::Break;
                    } else {
                        writer.end_line();
                    }
                } else if context.block == node && context.table.is_none() {
                    writer.end_line();
                    breaks = 0;
                } else if matches!(element, name::TR | name::TD | name::TH | name::CAPTION) && context.table.is_some() {
                    // A table is one line: a row a line within it, cells apart by tabs.
                    let is_cell = matches!(element, name::TD | name::TH);
                    if !is_cell {
                        writer.cell_gap('\n');
                    } else if cell.is_some() {
                        writer.cell_gap('\t');
                    }
                    cell = is_cell.then_some(node);
                }
                continue;
            }
            let Some(text) = page.text(node) else { continue };
            if writer.line.as_ref().is_some_and(|line| !same_line(&line.context, context)) {
                writer.end_line();
            }
            if !text.bytes().all(|byte| byte.is_ascii_whitespace()) {
                breaks = 0;
            }
            writer.text(page, node, text, context);
        }
        writer.end_line();
    }
}

impl Lines {
    /// The lines for which `keep` says so, in the same order, with their text and map made anew.
    pub fn keep(&self, keep: &[bool]) -> Lines {
        let mut kept = Lines::default();
        let mut pieces = self.map.pieces().iter().peekable();
        for (line, keep) in self.lines.iter().zip(keep) {
            if !keep {
                continue;
            }
            if !kept.text.is_empty() {
                kept.text.push_str("\n\n");
            }
            let start = kept.text.len();
            kept.text.push_str(line.at.slice(&self.text).unwrap_or_default());
            while pieces.next_if(|piece| piece.text.end <= line.at.start).is_some() {}
            while let Some(piece) = pieces.next_if(|piece| piece.text.end <= line.at.end) {
                let moved = |at: usize| at - line.at.start + start;
                kept.map.push(ByteRange::new(moved(piece.text.start), moved(piece.text.end)), piece.source);
            }
            let at = ByteRange::new(start, kept.text.len());
            kept.lines.push(PageLine { at, ..line.clone() });
        }
        kept
    }
}

/// Whether an empty element is a line break by its class: pages that are put together by scripts have such.
fn is_called_break(page: &Page, node: NodeId, element: Name) -> bool {
    element == name::SPAN
        && page.first_child(node).is_none()
        && page
            .attribute(node, name::CLASS)
            .is_some_and(|class| class.split_ascii_whitespace().any(|word| word == "br"))
}

/// Whether two texts stand in one line.
fn same_line(line: &Context, here: &Context) -> bool {
    match (line.table, here.table) {
        (None, None) => line.block == here.block,
        (one, other) => one == other,
    }
}

/// Where the words of a text node stand in the page. Most are the page's bytes as they are, and need no map.
#[derive(Clone, Copy)]
enum Places<'p> {
    Plain(ByteRange),
    Mapped(&'p SourceMap),
}

impl<'p> Places<'p> {
    fn of(page: &'p Page, node: NodeId) -> Self {
        page.rewritten_text(node).map_or_else(|| Self::Plain(page.range(node)), Self::Mapped)
    }

    /// Where a part of the words stands, if in one stretch.
    fn source(&self, part: ByteRange) -> Option<ByteRange> {
        match self {
            Self::Plain(all) => Some(ByteRange::new(all.start + part.start, all.start + part.end)),
            Self::Mapped(map) => map.source(part),
        }
    }

    /// Adds to `map` that a part of the words stands in its text from `start`.
    fn add_to(&self, map: &mut SourceMap, start: usize, part: ByteRange) {
        match self {
            Self::Plain(all) => map.push(
                ByteRange::new(start, start + part.len()),
                ByteRange::new(all.start + part.start, all.start + part.end),
            ),
            Self::Mapped(words) => {
                let mut here = SourceMap::new();
                here.push(ByteRange::new(0, part.len()), part);
                for piece in words.compose(&here).pieces() {
                    map.push(ByteRange::new(start + piece.text.start, start + piece.text.end), piece.source);
                }
            }
        }
    }
}

struct Writer<'l> {
    lines: &'l mut Lines,
    contexts: &'l Contexts,
    line: Option<PageLine>,
    /// What stands between the last word and the next.
    gap: Gap,
    /// The white space it was read from.
    gap_source: Option<ByteRange>,
}

impl Writer<'_> {
    fn end_line(&mut self) {
        if let Some(mut line) = self.line.take() {
            line.at.end = self.lines.text.len();
            self.lines.lines.push(line);
        }
        self.gap = Gap::Nothing;
        self.gap_source = None;
    }

    fn cell_gap(&mut self, separator: char) {
        if self.line.is_some() && !self.lines.text.ends_with(['\t', '\n']) {
            self.lines.text.push(separator);
        } else if separator == '\n' && self.line.is_some() && self.lines.text.ends_with('\t') {
            self.lines.text.pop();
            self.lines.text.push(separator);
        }
        self.gap = Gap::Nothing;
    }

    fn text(&mut self, page: &Page, node: NodeId, text: &str, context: &Context) {
        let places = Places::of(page, node);
        if context.preformatted {
            if self.line.is_none() && text.trim().is_empty() {
                return;
            }
            self.words(text, 0, places, node, context);
            return;
        }
        let mut at = 0;
        while at < text.len() {
            let rest = text.get(at..).unwrap_or_default();
            let blank = rest.bytes().take_while(|byte| is_space(*byte)).count();
            if blank > 0 {
                if self.gap == Gap::Nothing {
                    self.gap = Gap::Space;
                    self.gap_source = places.source(ByteRange::new(at, at + blank));
                }
                at += blank;
                continue;
            }
            let word = rest.bytes().take_while(|byte| !is_space(*byte)).count();
            // Words with single spaces between them are copied as they stand, in one piece.
            let mut end = at + word;
            while let Some(next) = text.get(end..).filter(|next| next.starts_with(' ')) {
                let more = next.bytes().skip(1).take_while(|byte| !is_space(*byte)).count();
                if more == 0 {
                    break;
                }
                end += 1 + more;
            }
            self.words(text.get(at..end).unwrap_or_default(), at, places, node, context);
            at = end;
        }
    }

    /// Adds words that stand at `offset` of the node's text.
    fn words(&mut self, words: &str, offset: usize, places: Places<'_>, node: NodeId, context: &Context) {
        if self.line.is_none() {
            if !self.lines.text.is_empty() {
                self.lines.text.push_str("\n\n");
            }
            let start = self.lines.text.len();
            let (linked, bold) = (0, 0);
            let at = ByteRange::new(start, start);
            let (role, roles) = (context.role, Roles::default());
            self.line = Some(PageLine { at, context: *context, role, roles, first: node, last: node, linked, bold });
            self.gap = Gap::Nothing;
        }
        let begin = self.lines.text.len();
        match std::mem::replace(&mut self.gap, Gap::Nothing) {
            Gap::Nothing => {}
            Gap::Space => {
                self.lines.text.push(' ');
                if let Some(source) = self.gap_source {
                    self.lines.map.push(ByteRange::new(begin, begin + 1), source);
                }
            }
            Gap::Break => self.lines.text.push('\n'),
        }
        self.gap_source = None;
        let start = self.lines.text.len();
        self.lines.text.push_str(words);
        places.add_to(&mut self.lines.map, start, ByteRange::new(offset, offset + words.len()));
        if let Some(line) = self.line.as_mut() {
            line.last = node;
            line.roles.add(context.role);
            if context.role_at != line.context.role_at {
                line.role = self.contexts.role(line.context.block);
            }
            if context.link {
                line.linked += words.len();
            }
            if context.bold {
                line.bold += words.len();
            }
        }
    }
}

/// White space that browsers fold.
fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0c)
}
