//! What can be said of each node from what it stands in, and running sums over the page: one pass, before anything is
//! decided.

use std::collections::BTreeMap;

use crate::content::Role;
use crate::content::roles::RoleReader;
use crate::page::{Name, NodeId, Page, name};

/// What holds at a node, handed down from the elements around it.
#[derive(Debug, Clone, Copy)]
pub struct Context {
    /// The nearest block: the line's element.
    pub block: NodeId,
    /// What the nearest telling element around says, and which element that is.
    pub role: Role,
    pub role_at: NodeId,
    /// No text for readers: scripts, styles, controls.
    pub silent: bool,
    pub link: bool,
    pub bold: bool,
    pub preformatted: bool,
    pub quotation: Option<NodeId>,
    pub figure: bool,
    /// 1 to 6 within `h1` to `h6`, else 0.
    pub heading: u8,
    /// Depth of lists around.
    pub list: u8,
    /// The table of data around.
    pub table: Option<NodeId>,
}

impl Context {
    const OUTERMOST: Self = Self {
        block: NodeId::ROOT,
        role: Role::None,
        role_at: NodeId::ROOT,
        silent: false,
        link: false,
        bold: false,
        preformatted: false,
        quotation: None,
        figure: false,
        heading: 0,
        list: 0,
        table: None,
    };
}

/// Contexts and sums of a page.
#[derive(Debug)]
pub struct Contexts {
    all: Vec<Context>,
    /// Letters of visible text before each node.
    text: Vec<u32>,
    /// The same within links.
    links: Vec<u32>,
    /// The same of prose: paragraphs that may be the article's.
    prose: Vec<u32>,
}

/// An element called the body is believed, against what is around it, from this many letters of prose.
const SIZEABLE_BODY: u32 = 300;

/// A paragraph counts as prose from this many letters.
const SHORTEST_PROSE: u32 = 20;

impl Contexts {
    /// Looks at every node once. `headline` is where the title stands, if that is known: what holds it is no furniture.
    /// `told` are elements whose role is known otherwise.
    pub fn of(page: &Page, headline: Option<NodeId>, told: &BTreeMap<NodeId, Role>) -> Self {
        let mut all: Vec<Context> = Vec::with_capacity(page.len());
        for node in page.nodes() {
            let around = page.parent(node).and_then(|parent| all.get(parent.index())).copied();
            let mut here = around.unwrap_or(Context::OUTERMOST);
            if let Some(element) = page.element(node) {
                enter(page, node, element, &mut here);
            } else if page.parent(node).is_some_and(|parent| is_over(page, parent, node)) {
                here.link = false;
            }
            all.push(here);
        }
        let mut contexts = Self { all, text: Vec::new(), links: Vec::new(), prose: Vec::new() };
        // Sums as if there were no roles, to see which roles cannot be meant.
        contexts.sum(page);
        contexts.assign(page, headline, told);
        contexts.sum(page);
        contexts
    }

    /// Gives each node the role of the nearest telling element around it.
    fn assign(&mut self, page: &Page, headline: Option<NodeId>, told: &BTreeMap<NodeId, Role>) {
        let all_prose = self.prose(page, NodeId::ROOT);
        let mut roles = RoleReader::default();
        // Elements that are called the body and hold some.
        let bodies: Vec<NodeId> = page
            .nodes()
            .filter(|node| {
                page.element(*node).is_some_and(|element| roles.role(page, *node, element) == Role::Body)
                    && self.prose(page, *node) >= SIZEABLE_BODY
            })
            .collect();
        for node in page.nodes() {
            let around = page.parent(node).and_then(|parent| self.get(parent));
            let (mut role, mut role_at) =
                around.map_or((Role::None, NodeId::ROOT), |around| (around.role, around.role_at));
            let silent = self.get(node).is_none_or(|context| context.silent);
            if let Some(element) = page.element(node) {
                let said = match told.get(&node) {
                    Some(told) => *told,
                    None if silent || matches!(element, name::BODY | name::HTML | name::MAIN) => Role::None,
                    None => roles.role(page, node, element),
                };
                let certain = told.contains_key(&node);
                // What holds the headline or much of the prose is the article and what is around it, whatever it calls
                // itself.
                let holds_article = || {
                    // A box beside the article has little of it; long lists of other articles have more.
                    let share = if matches!(said, Role::Aside | Role::Related | Role::Share) { 4 } else { 8 };
                    let much = all_prose >= 600 && self.prose(page, node) * 20 >= all_prose * share;
                    let holds_body = || {
                        let after = bodies.partition_point(|body| *body <= node);
                        bodies.get(after).is_some_and(|body| page.is_within(*body, node))
                    };
                    headline.is_some_and(|headline| page.is_within(headline, node))
                        || (said != Role::Comments && holds_body())
                        || (much && said != Role::Comments)
                };
                // Some articles are told in slides and below pictures.
                let is_slides =
                    matches!(said, Role::Furniture | Role::Caption) && self.prose(page, node) >= SIZEABLE_BODY;
                let is_meant = certain || matches!(said, Role::Body | Role::Header) || (!is_slides && !holds_article());
                let is_news = certain
                    || role.is_general()
                    || said == Role::Hidden
                    || (role == Role::Comments && said == Role::CommentForm);
                if said != Role::None && is_meant && is_news {
                    (role, role_at) = (said, node);
                }
            }
            if let Some(context) = self.all.get_mut(node.index()) {
                (context.role, context.role_at) = (role, role_at);
            }
        }
    }

    /// What holds at `node`.
    pub fn get(&self, node: NodeId) -> Option<&Context> {
        self.all.get(node.index())
    }

    /// The role of `node`, handed down.
    pub fn role(&self, node: NodeId) -> Role {
        self.get(node).map_or(Role::None, |context| context.role)
    }

    /// Letters of visible text below `node`.
    pub fn text(&self, page: &Page, node: NodeId) -> u32 {
        difference(&self.text, node, page.end(node))
    }

    /// Letters of visible text between two nodes.
    pub fn text_between(&self, start: NodeId, end: NodeId) -> u32 {
        difference(&self.text, start, end)
    }

    /// Letters of links below `node`.
    pub fn links(&self, page: &Page, node: NodeId) -> u32 {
        difference(&self.links, node, page.end(node))
    }

    /// Letters of prose below `node`.
    pub fn prose(&self, page: &Page, node: NodeId) -> u32 {
        difference(&self.prose, node, page.end(node))
    }

    /// Letters of prose between two nodes.
    pub fn prose_between(&self, start: NodeId, end: NodeId) -> u32 {
        difference(&self.prose, start, end)
    }

    /// Share of links in the text below `node`, 0 to 1.
    pub fn link_density(&self, page: &Page, node: NodeId) -> f32 {
        let text = self.text(page, node);
        if text == 0 { 0.0 } else { self.links(page, node) as f32 / text as f32 }
    }

    fn sum(&mut self, page: &Page) {
        self.text.clear();
        self.links.clear();
        self.prose.clear();
        // First what each block holds itself, for whether it is prose is known only at its end.
        let mut own = vec![(0u32, 0u32); page.len()];
        for node in page.nodes() {
            let Some(letters) = self.letters(page, node) else { continue };
            let context = self.all.get(node.index());
            if let Some(block) = context.and_then(|context| own.get_mut(context.block.index())) {
                block.0 = block.0.saturating_add(letters);
                if context.is_some_and(|context| context.link) {
                    block.1 = block.1.saturating_add(letters);
                }
            }
        }
        let (mut text, mut links, mut prose) = (0u32, 0u32, 0u32);
        for node in page.nodes() {
            self.text.push(text);
            self.links.push(links);
            self.prose.push(prose);
            let Some(letters) = self.letters(page, node) else { continue };
            let Some(context) = self.all.get(node.index()) else { continue };
            text = text.saturating_add(letters);
            if context.link {
                links = links.saturating_add(letters);
            }
            let (all, linked) = own.get(context.block.index()).copied().unwrap_or_default();
            let is_prose = all >= SHORTEST_PROSE && linked * 2 < all && context.heading == 0;
            if is_prose && context.role.may_hold_body() {
                prose = prose.saturating_add(letters);
            }
        }
        self.text.push(text);
        self.links.push(links);
        self.prose.push(prose);
    }

    /// Letters of a text node that readers see.
    fn letters(&self, page: &Page, node: NodeId) -> Option<u32> {
        let text = page.text(node)?;
        let context = self.all.get(node.index())?;
        if context.silent || context.role == Role::Hidden {
            return None;
        }
        // Continuation bytes do not count, so that letters of all alphabets weigh alike.
        let count = text.bytes().filter(|byte| !byte.is_ascii_whitespace() && (*byte as i8) >= -0x40).count();
        u32::try_from(count).ok()
    }
}

fn difference(sums: &[u32], start: NodeId, end: NodeId) -> u32 {
    let at = |node: NodeId| sums.get(node.index()).or(sums.last()).copied().unwrap_or(0);
    at(end).saturating_sub(at(start))
}

/// Whether an inline element around the text ended before it (see the tree's rules for wrong nesting).
fn is_over(page: &Page, parent: NodeId, text: NodeId) -> bool {
    let start = page.range(text).start;
    let link = std::iter::once(parent).chain(page.ancestors(parent)).take(8).find(|node| page.is(*node, name::A));
    link.is_some_and(|link| page.range(link).end <= start)
}

fn enter(page: &Page, node: NodeId, element: Name, here: &mut Context) {
    if is_silent(element) {
        here.silent = true;
    }
    if is_block(element) {
        here.block = node;
    }
    match element {
        name::A if page.attribute(node, name::HREF).is_some() => here.link = true,
        name::B | name::STRONG => here.bold = true,
        name::PRE | name::LISTING | name::XMP => here.preformatted = true,
        name::BLOCKQUOTE if here.quotation.is_none() => here.quotation = Some(node),
        name::FIGURE => here.figure = true,
        name::UL | name::OL | name::DIR => here.list = here.list.saturating_add(1),
        name::H1 => here.heading = 1,
        name::H2 => here.heading = 2,
        name::H3 => here.heading = 3,
        name::H4 => here.heading = 4,
        name::H5 => here.heading = 5,
        name::H6 => here.heading = 6,
        name::TABLE if here.table.is_none() && is_data(page, node) => here.table = Some(node),
        _ => {}
    }
}

/// Whether a table holds data; others only arrange the page.
fn is_data(page: &Page, table: NodeId) -> bool {
    let (mut rows, mut cells, mut blocks, mut heads) = (0, 0, 0, 0);
    for node in page.below(table) {
        match page.element(node) {
            Some(name::TR) => rows += 1,
            Some(name::TD) => cells += 1,
            Some(name::TH | name::CAPTION | name::THEAD) => heads += 1,
            Some(name::DIV | name::TABLE | name::H1 | name::H2 | name::FORM | name::ARTICLE) => blocks += 1,
            Some(name::P) => blocks += 1,
            _ => {}
        }
    }
    rows >= 2 && (heads > 0 || cells >= 2 * rows) && (blocks == 0 || (heads > 0 && blocks <= cells))
}

fn is_silent(element: Name) -> bool {
    matches!(
        element,
        name::SCRIPT
            | name::STYLE
            | name::NOSCRIPT
            | name::TEMPLATE
            | name::HEAD
            | name::TITLE
            | name::SVG
            | name::MATH
            | name::SELECT
            | name::TEXTAREA
            | name::BUTTON
            | name::IFRAME
            | name::OBJECT
            | name::EMBED
            | name::VIDEO
            | name::AUDIO
            | name::CANVAS
            | name::NOEMBED
            | name::NOFRAMES
            | name::RP
            | name::RT
    )
}

/// Whether an element begins a line of its own. Elements unknown to the standard do not.
pub fn is_block(element: Name) -> bool {
    matches!(
        element,
        name::DOCUMENT
            | name::HTML
            | name::BODY
            | name::ADDRESS
            | name::ARTICLE
            | name::ASIDE
            | name::BLOCKQUOTE
            | name::CAPTION
            | name::CENTER
            | name::DD
            | name::DETAILS
            | name::DIALOG
            | name::DIR
            | name::DIV
            | name::DL
            | name::DT
            | name::FIELDSET
            | name::FIGCAPTION
            | name::FIGURE
            | name::FOOTER
            | name::FORM
            | name::H1
            | name::H2
            | name::H3
            | name::H4
            | name::H5
            | name::H6
            | name::HEADER
            | name::HGROUP
            | name::HR
            | name::LEGEND
            | name::LI
            | name::LISTING
            | name::MAIN
            | name::MENU
            | name::NAV
            | name::OL
            | name::P
            | name::PLAINTEXT
            | name::PRE
            | name::SEARCH
            | name::SECTION
            | name::SUMMARY
            | name::TABLE
            | name::TBODY
            | name::TD
            | name::TFOOT
            | name::TH
            | name::THEAD
            | name::TR
            | name::UL
            | name::XMP
    )
}
