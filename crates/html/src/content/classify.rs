//! What each line of the chosen stretch is: body, heading, quotation … or apparatus and of which kind.
//!
//! Markup decides here; what only the words can tell (a byline in the first paragraph, a bio, a source note) is left to
//! `rapporteur_prose`, which reads the lines with these hints.

use std::collections::HashSet;

use rapporteur_core::ApparatusKind;
use rapporteur_prose::{LineHint, find_date};

use super::context::Contexts;
use super::lines::PageLine;
use super::roles::Role;
use super::second_look;
use crate::page::{NodeId, Page, name};

/// Where on the page a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// Before the headline.
    Above,
    /// Between the headline and the body.
    Header,
    Body,
    /// After the body and outside it.
    Below,
}

/// What is known before the lines are looked at.
#[derive(Debug, Clone, Copy)]
pub struct Clues<'a> {
    pub headline: Option<NodeId>,
    /// The title and other wordings of it.
    pub titles: &'a [String],
    /// Names of authors by markup.
    pub authors: &'a [String],
    /// The page's own description of itself: often the standfirst.
    pub descriptions: &'a [String],
}

/// Longer lines in one box with a picture are an article's paragraph.
const LONGEST_CAPTION: usize = 200;
/// Longer lines name no author and give no date, in bytes.
const LONGEST_NAMING: usize = 240;
/// Letters of a credit beside a caption.
const CREDIT: u32 = 40;

/// Letters that a block of several lines with a picture's caption holds.
const MOST_UNDER_PICTURE: u32 = 160;

/// A line and what it is; `None` for what is left out.
pub fn classify(
    page: &Page,
    contexts: &Contexts,
    lines: &[PageLine],
    text: &str,
    zones: &[Zone],
    clues: &Clues<'_>,
) -> Vec<Option<LineHint>> {
    let folded = |words: &[String]| -> HashSet<String> {
        words.iter().map(|words| fold(words)).filter(|folded| !folded.is_empty()).collect()
    };
    let reader = Reader {
        page,
        contexts,
        clues,
        longest_title: clues.titles.iter().map(String::len).max().unwrap_or(0),
        titles: folded(clues.titles),
        authors: folded(clues.authors),
        descriptions: folded(clues.descriptions),
        top_heading: top_heading(lines, zones, clues.headline, page),
    };
    let mut hints = Vec::with_capacity(lines.len());
    for (line, zone) in lines.iter().zip(zones) {
        let words = line.at.slice(text).unwrap_or_default();
        hints.push(reader.hint(line, words, *zone));
    }
    second_look::look(page, lines, text, zones, &mut hints);
    hints
}

/// Letters and digits only, lower case: for comparing wordings.
pub fn fold(words: &str) -> String {
    let mut folded = String::with_capacity(words.len());
    for character in words.chars() {
        if character.is_ascii_alphanumeric() {
            folded.push(character.to_ascii_lowercase());
        } else if !character.is_ascii() && character.is_alphanumeric() {
            folded.extend(character.to_lowercase());
        }
    }
    folded
}

struct Reader<'a> {
    page: &'a Page,
    contexts: &'a Contexts,
    clues: &'a Clues<'a>,
    titles: HashSet<String>,
    longest_title: usize,
    authors: HashSet<String>,
    descriptions: HashSet<String>,
    /// Number of the highest heading in the body: `h3` pages count from there.
    top_heading: u8,
}

impl Reader<'_> {
    fn hint(&self, line: &PageLine, words: &str, zone: Zone) -> Option<LineHint> {
        use ApparatusKind as Kind;
        let furniture = |kind| Some(LineHint::Apparatus(kind));
        let is_headline = self.clues.headline.is_some_and(|headline| self.page.is_within(line.first, headline));
        if is_headline {
            return Some(LineHint::Headline);
        }
        let short = words.len() < 160;
        // Brackets and strokes between links are no words: "[ Print ] [ Mail ]".
        let mostly_link = line.linked * 10 >= words.len() * if words.len() < 80 { 7 } else { 8 };
        match line.role {
            Role::Hidden => return None,
            Role::Navigation => return if zone == Zone::Body { furniture(Kind::Navigation) } else { None },
            Role::Share => return furniture(Kind::Share),
            Role::Related => return if zone == Zone::Body { furniture(Kind::Related) } else { None },
            Role::Newsletter => return if zone == Zone::Body { furniture(Kind::Newsletter) } else { None },
            Role::Comments | Role::CommentForm => return furniture(Kind::CommentForm),
            Role::Advert | Role::Embed => return if zone == Zone::Body { furniture(Kind::Other) } else { None },
            Role::Furniture => return furniture(Kind::Other),
            Role::Tags => return if zone == Zone::Body { furniture(Kind::Navigation) } else { None },
            Role::Bio if zone != Zone::Header || !short => return furniture(Kind::Bio),
            Role::Credit => return furniture(Kind::CaptionCredit),
            Role::Caption if zone == Zone::Body => return Some(LineHint::Caption),
            Role::Caption => return furniture(Kind::CaptionCredit),
            Role::PullQuote => return furniture(Kind::PullQuote),
            // Sites put disclosures there too; only what begins like a note is one.
            Role::Footnotes if line.context.heading == 0 => {
                let is_note = line.context.list > 0
                    || words.starts_with(|first: char| first.is_ascii_digit() || "[(*†‡¹²³".contains(first));
                return if is_note { Some(LineHint::Footnote) } else { furniture(Kind::Disclaimer) };
            }
            Role::Footnotes => return furniture(Kind::Other),
            Role::Dateline if short && zone != Zone::Above => {
                let kind = if find_date(words).is_some_and(|found| found.at.len() * 2 >= words.len()) {
                    Kind::DateLine
                } else {
                    Kind::Dateline
                };
                return furniture(kind);
            }
            Role::Summary if line.context.heading == 0 => return Some(LineHint::Summary),
            Role::Aside | Role::Form | Role::Footer => {
                return if zone == Zone::Body { furniture(Kind::Other) } else { None };
            }
            _ => {}
        }
        // Longer lines are no wording of the title and name no author: they are not looked at letter by letter.
        let folded =
            if words.len() <= LONGEST_NAMING.max(self.longest_title * 2 + 40) { fold(words) } else { String::new() };
        match zone {
            Zone::Above => self.above(line, words, &folded, mostly_link),
            Zone::Header => self.header(line, words, &folded, mostly_link),
            Zone::Body => self.body(line, words, &folded, mostly_link),
            Zone::Below => None,
        }
    }

    fn above(&self, line: &PageLine, words: &str, folded: &str, mostly_link: bool) -> Option<LineHint> {
        if words.len() > 200 {
            return None;
        }
        if line.role == Role::Standfirst {
            return Some(LineHint::Apparatus(ApparatusKind::Standfirst));
        }
        let hint = self.byline_or_date(line, words, folded);
        if hint.is_none() && !mostly_link && line.context.heading == 0 {
            return Some(LineHint::Apparatus(ApparatusKind::Other));
        }
        hint
    }

    fn header(&self, line: &PageLine, words: &str, folded: &str, mostly_link: bool) -> Option<LineHint> {
        if self.titles.contains(folded) {
            return Some(LineHint::Apparatus(ApparatusKind::Headline));
        }
        let hint = self.byline_or_date(line, words, folded);
        if hint.is_some() {
            return hint;
        }
        if line.role == Role::Standfirst || self.descriptions.contains(&fold(words)) || line.context.heading > 0 {
            return Some(LineHint::Apparatus(ApparatusKind::Standfirst));
        }
        if mostly_link || line.role == Role::Meta || is_label(words) {
            return Some(LineHint::Apparatus(ApparatusKind::Other));
        }
        self.body(line, words, folded, mostly_link)
    }

    /// What lines around the headline are when they name authors or give a date.
    fn byline_or_date(&self, line: &PageLine, words: &str, folded: &str) -> Option<LineHint> {
        if words.len() > LONGEST_NAMING {
            return None;
        }
        let names_author =
            words.len() < 160 && self.authors.iter().any(|author| author.len() > 6 && folded.contains(author.as_str()));
        if names_author || self.authors.contains(folded) || starts_like_byline(words) {
            return Some(LineHint::Apparatus(ApparatusKind::Byline));
        }
        if line.roles.has(Role::Byline) || line.role == Role::Byline {
            // "statement-author" names no author of the article, if the page names others.
            let kind = if !self.authors.is_empty() { ApparatusKind::Other } else { ApparatusKind::Byline };
            return Some(LineHint::Apparatus(kind));
        }
        let has_date = line.roles.has(Role::Date)
            || (words.len() < 120
                && find_date(words).is_some_and(|found| found.at.len() * 3 >= words.len() || starts_like_date(words)));
        has_date.then_some(LineHint::Apparatus(ApparatusKind::DateLine))
    }

    fn body(&self, line: &PageLine, words: &str, folded: &str, mostly_link: bool) -> Option<LineHint> {
        let furniture = |kind| Some(LineHint::Apparatus(kind));
        let context = &line.context;
        if self.titles.contains(folded) {
            return furniture(ApparatusKind::Headline);
        }
        if words.len() < 160 {
            if self.authors.contains(folded) || line.role == Role::Byline {
                return furniture(ApparatusKind::Byline);
            }
            // The clock time of a live entry is no date.
            if line.role == Role::Date && words.len() < 60 {
                let dated = find_date(words).is_some();
                return furniture(if dated { ApparatusKind::DateLine } else { ApparatusKind::Other });
            }
        }
        if line.role == Role::Meta {
            return furniture(ApparatusKind::Other);
        }
        // The numbered headings of a list that the article goes through are its own, wherever they lead.
        let is_counted = context.heading > 0 && is_numbered(words);
        if mostly_link && !is_counted && words.len() < 240 && context.quotation.is_none() && context.table.is_none() {
            return furniture(ApparatusKind::Related);
        }
        if context.heading > 0 {
            return Some(LineHint::Heading(context.heading.saturating_sub(self.top_heading) + 1));
        }
        if context.table.is_some() {
            return Some(LineHint::Table);
        }
        if self.is_note(line) {
            return Some(LineHint::Footnote);
        }
        if context.quotation.is_some() {
            return Some(LineHint::Quotation);
        }
        if context.figure || self.is_under_picture(line, words) {
            return Some(LineHint::Caption);
        }
        if context.list > 0 {
            return Some(LineHint::ListItem(context.list));
        }
        // Nine tenths: the full stop after the bold words is often left out of them.
        if line.bold * 10 >= words.len() * 9 {
            return Some(LineHint::Bold);
        }
        Some(LineHint::Paragraph)
    }

    /// Whether a short line is all the text of an element that holds a picture.
    fn is_under_picture(&self, line: &PageLine, words: &str) -> bool {
        if words.len() > LONGEST_CAPTION || line.context.list > 0 {
            return false;
        }
        let letters = u32::try_from(line.at.len()).unwrap_or(u32::MAX);
        let block = line.context.block;
        let alone = |node: &NodeId| self.contexts.text(self.page, *node) <= letters + CREDIT;
        let boxes = std::iter::once(block).chain(self.page.ancestors(block)).take(5).take_while(alone);
        // A block of several lines may be a caption's; one with the text of an article, which breaks cut into paragraphs, is
        // no box around a picture.
        let small = Some(block).filter(|block| self.contexts.text(self.page, *block) <= MOST_UNDER_PICTURE);
        let Some(box_around) = boxes.last().or(small) else { return false };
        let is_picture = |node: NodeId| {
            matches!(self.page.element(node), Some(name::IMG | name::PICTURE))
                && self.contexts.role(node) != Role::Hidden
        };
        self.page.below(box_around).take(40).any(is_picture)
    }

    /// Whether the line is a note: it begins with the target of a reference mark.
    fn is_note(&self, line: &PageLine) -> bool {
        let block = line.context.block;
        let is_target = |node: NodeId| {
            [name::ID, name::NAME].iter().any(|attribute| {
                self.page.attribute(node, *attribute).is_some_and(|id| {
                    let id = id.trim_start_matches('_').to_ascii_lowercase();
                    let rest = ["edn", "ftn", "fn", "endnote", "footnote", "cite_note", "note"]
                        .iter()
                        .find_map(|prefix| id.strip_prefix(prefix));
                    rest.is_some_and(|rest| {
                        let digits = rest.trim_start_matches(['-', '_', ':']);
                        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
                    })
                })
            })
        };
        // The target is the block itself, or stands between the words before and these, or around these.
        let between = (0..line.first.index() - block.index().min(line.first.index()))
            .filter_map(|steps| self.page.before(line.first, steps + 1))
            .take_while(|node| *node > block && self.page.text(*node).is_none_or(|text| text.trim().is_empty()));
        let is_first = line.first.index() - block.index().min(line.first.index()) < 8;
        (is_first && is_target(block))
            || between.take(8).any(is_target)
            || self.page.ancestors(line.first).take_while(|node| *node > block).any(is_target)
    }
}

/// "3. Rope", "12) Tide".
pub(super) fn is_numbered(words: &str) -> bool {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&digits)
        && words.get(digits..).is_some_and(|rest| rest.starts_with(['.', ')', ':']) && rest.get(1..2) == Some(" "))
}

/// A few words without an end: a kicker, a counter, a label.
fn is_label(words: &str) -> bool {
    words.len() < 70 && !words.trim_end().ends_with(['.', '!', '?', '…', '”', '"', ':', '’'])
}

fn starts_like_byline(words: &str) -> bool {
    let lower = words.get(..words.len().min(10)).unwrap_or_default().to_lowercase();
    let names = || words.split_whitespace().skip(1).any(|word| word.starts_with(char::is_uppercase));
    words.len() < 160 && (lower.starts_with("by ") || lower.starts_with("author")) && names()
}

fn starts_like_date(words: &str) -> bool {
    let lower = words.to_lowercase();
    ["updated", "published", "first published", "posted", "last updated", "last modified", "modified"]
        .iter()
        .any(|label| lower.starts_with(label))
}

fn top_heading(lines: &[PageLine], zones: &[Zone], headline: Option<NodeId>, page: &Page) -> u8 {
    let in_body = lines.iter().zip(zones).filter(|(line, zone)| {
        **zone == Zone::Body
            && line.context.heading > 0
            && line.role.may_hold_body()
            && headline.is_none_or(|headline| !page.is_within(line.first, headline))
    });
    in_body.map(|(line, _)| line.context.heading).min().unwrap_or(1)
}
