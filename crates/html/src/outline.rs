//! Which stretches of the page the document is made of: what is around the headline, the body, what belongs to it below.

use crate::content::Role;
use crate::content::classify::Zone;
use crate::content::context::Contexts;
use crate::content::lines::Lines;
use crate::content::region::Region;
use crate::page::{NodeId, Page, name};

/// The lines of the document and where each stands.
#[derive(Debug, Default)]
pub struct Outline {
    pub lines: Lines,
    pub zones: Vec<Zone>,
    /// Letters of another article that follows in the same region and was left out.
    pub left_out: u32,
}

/// Letters that may stand between the top of what holds the headline and the headline.
const ABOVE: u32 = 400;
/// Letters between the headline and the body; more is no header.
const BETWEEN: u32 = 3000;
/// A part of the body with as many letters of prose is no standfirst.
const SIZEABLE: u32 = 400;
/// Letters of prose that another article has at least.
const ANOTHER_ARTICLE: u32 = 300;
/// Letters of prose before a headline that are no header: the headline is that of a part.
const BEFORE_A_PART: u32 = 600;
/// Lines above the headline.
const LINES_ABOVE: usize = 4;

/// Cuts the document out of the page.
pub fn outline(page: &Page, contexts: &Contexts, region: &Region, headline: Option<NodeId>) -> Outline {
    let mut outline = Outline::default();
    let Some((start, end)) = region.bounds(page) else {
        if let Some(headline) = headline {
            outline.add(page, contexts, headline, page.end(headline), |_| Zone::Header);
        }
        return outline;
    };
    // What stands before the first sizeable part of the body, a standfirst for instance, is header.
    let body = region.nodes.iter().copied().find(|node| contexts.prose(page, *node) >= SIZEABLE).unwrap_or(start);
    let end = cut_before_next_article(page, contexts, headline, start, end, &mut outline.left_out);
    let mut begin = start;
    let inside = headline.is_some_and(|headline| start <= headline && headline < end);
    if let Some(headline) = headline.filter(|headline| *headline < start) {
        let after = page.end(headline);
        let start = if contexts.text_between(after, body) <= BETWEEN { body } else { start };
        begin = start;
        if contexts.text_between(after, start) <= BETWEEN {
            let top = top_of(page, contexts, headline);
            outline.add(page, contexts, top, headline, |_| Zone::Above);
            outline.keep_last_above();
            outline.add(page, contexts, headline, start, |_| Zone::Header);
        } else {
            outline.add(page, contexts, headline, after, |_| Zone::Header);
        }
    }
    for (index, node) in region.nodes.iter().enumerate() {
        let (from, to) = (*node, page.end(*node).min(end));
        if from < begin {
            continue;
        }
        if from >= to {
            break;
        }
        match headline.filter(|headline| inside && page.is_within(*headline, *node)) {
            Some(headline) => {
                let prose_above = contexts.prose_between(from, headline);
                if prose_above >= BEFORE_A_PART && prose_above * 3 >= contexts.prose(page, *node) {
                    outline.add(page, contexts, from, to, |_| Zone::Body);
                    continue;
                }
                outline.add(page, contexts, from, headline, |_| Zone::Above);
                outline.keep_last_above();
                outline.add_header_then_body(page, contexts, headline, to);
            }
            // A region without its headline begins with the body.
            None if index == 0 && inside => outline.add(page, contexts, from, to, |_| Zone::Above),
            None => outline.add(page, contexts, from, to, |_| Zone::Body),
        }
    }
    below(page, contexts, headline, end, &mut outline);
    outline
}

impl Outline {
    fn add(&mut self, page: &Page, contexts: &Contexts, from: NodeId, to: NodeId, zone: impl Fn(usize) -> Zone) {
        let before = self.lines.lines.len();
        self.lines.add(page, contexts, from, to);
        self.zones.extend((before..self.lines.lines.len()).map(zone));
    }

    /// Adds lines that are header until the first paragraph.
    fn add_header_then_body(&mut self, page: &Page, contexts: &Contexts, headline: NodeId, to: NodeId) {
        let before = self.lines.lines.len();
        self.lines.add(page, contexts, headline, to);
        let mut zone = Zone::Header;
        for line in self.lines.lines.iter().skip(before) {
            let words = line.at.slice(&self.lines.text).unwrap_or_default();
            let is_headline = page.is_within(line.first, headline);
            let plain =
                matches!(line.role, Role::None | Role::Body) && line.context.heading == 0 && !line.context.figure;
            let long = words.len() >= 120 || (words.len() >= 50 && words.ends_with(['.', '!', '?', '”', '"', ':']));
            if !is_headline && plain && long && line.linked * 2 < words.len() && !line.roles.has(Role::Byline) {
                zone = Zone::Body;
            }
            self.zones.push(zone);
        }
        // A page may have no paragraph as long as that.
        if zone == Zone::Header {
            for (line, zone) in self.lines.lines.iter().zip(self.zones.iter_mut()).skip(before) {
                if !page.is_within(line.first, headline) && line.context.block != headline {
                    *zone = if page.is(line.context.block, name::P) { Zone::Body } else { *zone };
                }
            }
        }
    }

    /// Of the lines above the headline only the nearest belong to it.
    fn keep_last_above(&mut self) {
        let above = self.zones.iter().filter(|zone| **zone == Zone::Above).count();
        let drop = above.saturating_sub(LINES_ABOVE);
        if drop > 0 {
            let keep: Vec<bool> = (0..self.zones.len()).map(|index| index >= drop).collect();
            self.lines = self.lines.keep(&keep);
            self.zones.drain(..drop);
        }
    }
}

/// Where what belongs to the headline begins: as far up as little text stands before it.
fn top_of(page: &Page, contexts: &Contexts, headline: NodeId) -> NodeId {
    let mut top = headline;
    for around in page.ancestors(headline) {
        let is_frame = matches!(page.element(around), Some(name::BODY | name::HTML | name::DOCUMENT));
        if is_frame || contexts.text_between(around, headline) > ABOVE {
            break;
        }
        top = around;
    }
    top
}

/// Pages that load the next article below this one: the region ends where that begins.
fn cut_before_next_article(
    page: &Page,
    contexts: &Contexts,
    headline: Option<NodeId>,
    start: NodeId,
    end: NodeId,
    left_out: &mut u32,
) -> NodeId {
    let Some(headline) = headline.filter(|headline| page.is(*headline, name::H1)) else { return end };
    let from = start.max(page.end(headline));
    // An article has two paragraphs at least.
    let mut paragraphs = page.below_between(from, end).filter(|node| page.is(*node, name::P));
    let last_two = {
        let (mut before, mut last) = (None, None);
        for paragraph in paragraphs.by_ref() {
            before = last;
            last = Some(paragraph);
        }
        before
    };
    let next = page.below_between(from, end).find(|node| {
        page.is(*node, name::H1)
            && contexts.role(*node).may_hold_body()
            && contexts.get(*node).is_some_and(|context| !context.figure && context.quotation.is_none())
            && contexts.text_between(from, *node) > 300
            && last_two.is_some_and(|last_two| *node < last_two)
    });
    // Some pages use `h1` for every heading.
    let Some(next) =
        next.filter(|next| page.below_between(*next, end).filter(|node| page.is(*node, name::H1)).count() < 3)
    else {
        return end;
    };
    // What belongs to the heading and to nothing before it: of another article that is all of it, of a picture in this one
    // its caption, and of a heading in this one the heading alone.
    let own = std::iter::once(next)
        .chain(page.ancestors(next))
        .take_while(|around| *around > start && !page.is_within(headline, *around))
        .take_while(|around| contexts.text_between(*around, next) < 200)
        .last()
        .unwrap_or(next);
    // An article says so, or who wrote it, or when.
    let is_article = |node: NodeId| {
        page.is(node, name::ARTICLE)
            || page.is(node, name::TIME)
            || contexts.get(node).is_some_and(|context| {
                context.role_at == node && matches!(context.role, Role::Byline | Role::Date | Role::Meta)
            })
    };
    if contexts.prose(page, own) < ANOTHER_ARTICLE || !std::iter::once(own).chain(page.below(own)).any(is_article) {
        return end;
    }
    *left_out = contexts.text_between(own, end);
    own
}

/// Bios and the comment form that follow the body, up to the next article.
fn below(page: &Page, contexts: &Contexts, headline: Option<NodeId>, end: NodeId, outline: &mut Outline) {
    let mut done = end;
    let first = headline.map_or(end, |headline| headline.max(end));
    for node in page.below_between(first, page.end(NodeId::ROOT)) {
        if page.is(node, name::H1) && contexts.role(node).may_hold_body() {
            return;
        }
        let Some(context) = contexts.get(node) else { return };
        if node < done || context.role_at != node || !matches!(context.role, Role::Bio | Role::CommentForm) {
            continue;
        }
        if contexts.text(page, node) <= 3000 {
            outline.add(page, contexts, node, page.end(node), |_| Zone::Below);
        }
        done = page.end(node);
    }
}
