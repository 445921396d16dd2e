//! What can be said of each node from what it stands in, and running sums over the page: one pass, before anything is
//! decided.

use std::collections::BTreeMap;

use crate::content::Role;
use crate::content::roles::{RoleReader, is_pointed_at};
use crate::page::{Name, NodeId, Page, closes_paragraph, name};

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
    /// What each element says of itself.
    said: Vec<Role>,
    /// Letters of each text that is not silent.
    letters: Vec<u32>,
    /// Roles known otherwise.
    told: BTreeMap<NodeId, Role>,
    /// Letters of prose before each node as if there were no roles.
    unsorted: Vec<u32>,
    sums: Sums,
}

/// Running sums: a value for each node and one for the end.
#[derive(Debug, Default)]
struct Sums {
    /// Letters of visible text before each node.
    text: Vec<u32>,
    /// The same within links.
    links: Vec<u32>,
    /// The same of prose: paragraphs that may be the article's.
    prose: Vec<u32>,
    /// What each block holds itself: letters, and letters of links.
    own: Vec<(u32, u32)>,
}

/// An element called the body is believed, against what is around it, from this many letters of prose.
const SIZEABLE_BODY: u32 = 300;

/// A paragraph counts as prose from this many letters.
const SHORTEST_PROSE: u32 = 20;

impl Contexts {
    /// Looks at every node once. `told` are elements whose role is known otherwise.
    pub fn of(page: &Page, told: &BTreeMap<NodeId, Role>) -> Self {
        let mut roles = RoleReader::default();
        let mut all: Vec<Context> = Vec::with_capacity(page.len());
        let (mut said, mut letters) = (Vec::with_capacity(page.len()), Vec::with_capacity(page.len()));
        for node in page.nodes() {
            let around = page.parent(node).and_then(|parent| all.get(parent.index())).copied();
            let mut here = around.unwrap_or(Context::OUTERMOST);
            let (mut role, mut count) = (Role::None, 0);
            if let Some(element) = page.element(node) {
                enter(page, node, element, &mut here);
                if !here.silent {
                    role = roles.role(page, node, element);
                }
            } else {
                if here.link && page.parent(node).is_some_and(|parent| is_over(page, parent, node)) {
                    here.link = false;
                }
                if !here.silent {
                    count = letters_of(page.text(node).unwrap_or_default());
                }
            }
            all.push(here);
            said.push(role);
            letters.push(count);
        }
        let (told, sums) = (told.clone(), Sums::default());
        let mut contexts = Self { all, said, letters, told, unsorted: Vec::new(), sums };
        // Prose as if there were no roles, to see which roles cannot be meant.
        contexts.sum(page);
        contexts.unsorted = std::mem::take(&mut contexts.sums.prose);
        contexts.assign(page, None);
        contexts.sum(page);
        contexts
    }

    /// The same once it is known where the title stands: what holds it is no furniture.
    pub fn with_headline(mut self, page: &Page, headline: NodeId) -> Self {
        // Only what the elements around the headline say of themselves is read differently.
        let is_read_again =
            |node: NodeId| !matches!(self.said.get(node.index()), None | Some(Role::None | Role::Body | Role::Header));
        let is_around = std::iter::once(headline).chain(page.ancestors(headline)).any(is_read_again);
        if is_around && self.assign(page, Some(headline)) {
            self.sum(page);
        }
        self
    }

    /// Gives each node the role of the nearest telling element around it. Whether any has another one than before.
    fn assign(&mut self, page: &Page, headline: Option<NodeId>) -> bool {
        let mut changed = false;
        let prose = |node: NodeId| difference(&self.unsorted, node, page.end(node));
        let all_prose = prose(NodeId::ROOT);
        // Elements that are called the body and hold some, and those that are hidden.
        let (mut bodies, mut hidden): (Vec<NodeId>, Vec<NodeId>) = (Vec::new(), Vec::new());
        for (node, said) in page.nodes().zip(&self.said) {
            match said {
                Role::Body if prose(node) >= SIZEABLE_BODY => bodies.push(node),
                Role::Hidden => hidden.push(node),
                _ => {}
            }
        }
        // "tooltip" is the class of words with a note to them as often as of the note: then the note says so too.
        let opens_over = |node: NodeId| {
            let after = hidden.partition_point(|other| *other <= node);
            hidden.get(after).is_some_and(|note| page.is_within(*note, node))
        };
        for node in page.nodes() {
            let around = page.parent(node).and_then(|parent| self.get(parent));
            let (mut role, mut role_at) =
                around.map_or((Role::None, NodeId::ROOT), |around| (around.role, around.role_at));
            if let Some(element) = page.element(node) {
                let told = self.told.get(&node).copied();
                let certain = told.is_some();
                let is_frame = matches!(element, name::BODY | name::HTML | name::MAIN);
                let said =
                    told.or_else(|| self.said.get(node.index()).copied().filter(|_| !is_frame)).unwrap_or(Role::None);
                // What holds the headline or much of the prose is the article and what is around it, whatever it calls
                // itself.
                let holds_article = || {
                    // A box beside the article has little of it; long lists of other articles have more.
                    let share = if matches!(said, Role::Aside | Role::Related | Role::Share) { 4 } else { 8 };
                    let much = all_prose >= 600 && prose(node) * 20 >= all_prose * share;
                    let holds_body = || {
                        let after = bodies.partition_point(|body| *body <= node);
                        bodies.get(after).is_some_and(|body| page.is_within(*body, node))
                    };
                    headline.is_some_and(|headline| page.is_within(headline, node))
                        || (said != Role::Comments && holds_body())
                        || (much && said != Role::Comments)
                };
                // Some articles are told in slides and below pictures.
                let is_slides = match said {
                    Role::Furniture => prose(node) >= SIZEABLE_BODY,
                    Role::Caption => prose(node) >= 2 * SIZEABLE_BODY,
                    _ => false,
                };
                let is_noted = said == Role::Hidden && opens_over(node) && is_pointed_at(page, node, element);
                let is_meant = certain
                    || matches!(said, Role::Body | Role::Header)
                    || (!is_slides && !is_noted && !holds_article());
                let is_news = certain
                    || role.is_general()
                    || said == Role::Hidden
                    || (role == Role::Comments && said == Role::CommentForm);
                if said != Role::None && is_meant && is_news {
                    (role, role_at) = (said, node);
                }
            }
            if let Some(context) = self.all.get_mut(node.index()) {
                changed |= context.role != role;
                (context.role, context.role_at) = (role, role_at);
            }
        }
        changed
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
        difference(&self.sums.text, node, page.end(node))
    }

    /// Letters of visible text between two nodes.
    pub fn text_between(&self, start: NodeId, end: NodeId) -> u32 {
        difference(&self.sums.text, start, end)
    }

    /// Letters of links below `node`.
    pub fn links(&self, page: &Page, node: NodeId) -> u32 {
        difference(&self.sums.links, node, page.end(node))
    }

    /// Letters of prose below `node`.
    pub fn prose(&self, page: &Page, node: NodeId) -> u32 {
        difference(&self.sums.prose, node, page.end(node))
    }

    /// Letters of prose between two nodes.
    pub fn prose_between(&self, start: NodeId, end: NodeId) -> u32 {
        difference(&self.sums.prose, start, end)
    }

    /// Share of links in the text below `node`, 0 to 1.
    pub fn link_density(&self, page: &Page, node: NodeId) -> f32 {
        let text = self.text(page, node);
        if text == 0 { 0.0 } else { self.links(page, node) as f32 / text as f32 }
    }

    fn sum(&mut self, page: &Page) {
        let Sums { text, links, prose, own } = &mut self.sums;
        let count = page.len() + 1;
        for list in [&mut *text, &mut *links, &mut *prose] {
            list.clear();
            list.reserve(count);
        }
        // First what each block holds itself, for whether it is prose is known only at its end.
        own.clear();
        own.resize(page.len(), (0, 0));
        // Letters that readers see.
        let seen = |letters: &u32, context: &Context| if context.role == Role::Hidden { 0 } else { *letters };
        for (letters, context) in self.letters.iter().zip(&self.all) {
            let letters = seen(letters, context);
            if let Some(block) = own.get_mut(context.block.index()).filter(|_| letters > 0) {
                block.0 = block.0.saturating_add(letters);
                if context.link {
                    block.1 = block.1.saturating_add(letters);
                }
            }
        }
        let mut sums = (0u32, 0u32, 0u32);
        for (letters, context) in self.letters.iter().zip(&self.all) {
            text.push(sums.0);
            links.push(sums.1);
            prose.push(sums.2);
            let letters = seen(letters, context);
            if letters == 0 {
                continue;
            }
            sums.0 = sums.0.saturating_add(letters);
            if context.link {
                sums.1 = sums.1.saturating_add(letters);
            }
            let (all, linked) = own.get(context.block.index()).copied().unwrap_or_default();
            let is_prose = all >= SHORTEST_PROSE && linked * 2 < all && context.heading == 0;
            if is_prose && context.role.may_hold_body() {
                sums.2 = sums.2.saturating_add(letters);
            }
        }
        text.push(sums.0);
        links.push(sums.1);
        prose.push(sums.2);
    }
}

/// Letters of a text. Continuation bytes do not count, so that letters of all alphabets weigh alike.
fn letters_of(text: &str) -> u32 {
    let count = text.bytes().filter(|byte| !byte.is_ascii_whitespace() && (*byte as i8) >= -0x40).count();
    u32::try_from(count).unwrap_or(u32::MAX)
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

/// So much of a table tells what it is for. Bounds what tables in tables cost.
const LOOKED_AT: usize = 2000;

/// Whether a table holds data; others only arrange the page.
fn is_data(page: &Page, table: NodeId) -> bool {
    let (mut rows, mut cells, mut blocks, mut heads) = (0, 0, 0, 0);
    for node in page.below(table).take(LOOKED_AT) {
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
    closes_paragraph(element)
        || matches!(
            element,
            name::DOCUMENT
                | name::HTML
                | name::BODY
                | name::CAPTION
                | name::H1
                | name::H2
                | name::H3
                | name::H4
                | name::H5
                | name::H6
                | name::LEGEND
                | name::TBODY
                | name::TD
                | name::TFOOT
                | name::TH
                | name::THEAD
                | name::TR
        )
}
