//! Who wrote which part of an article: the sections of a round-table, the entries of a live blog.

use std::collections::HashSet;

use rapporteur_core::{ApparatusKind, Block, BlockKind, ByteRange, Metadata, PartAuthor};

use crate::byline::{self, Byline, Credit, Evidence};
use crate::heading::can_be_heading;
use crate::pieces::Piece;
use crate::tail::is_same_person;
use crate::trim::is_blank;
use crate::words::{count, letters};
use crate::{LineHint, names};

/// A line that names who wrote a part of the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartByline {
    /// The whole line.
    pub at: ByteRange,
    /// Persons only, in the order of the line.
    pub authors: Vec<PartAuthor<ByteRange>>,
}

/// One part with an author is a byline in an odd place; two are a round-table.
const FEWEST: usize = 2;
/// Authors that one part is given.
const MOST_OF_A_PART: usize = 16;
/// Authors that an article is given.
const MOST_AUTHORS: usize = 64;
/// Longer lines are sentences.
const LONGEST: usize = 120;

/// Lines beside headings that name one of `authors`, the article's own, become bylines. Markup has its say before.
///
/// Nothing is done for fewer than two of them.
pub(crate) fn mark(pieces: &mut [Piece<'_>], from: usize, authors: &[String]) {
    if authors.is_empty() {
        return;
    }
    let authors = Authors::new(authors);
    let is_short = |piece: Option<&Piece<'_>>| {
        piece.is_some_and(|piece| {
            piece.is_open()
                && (matches!(piece.hint, LineHint::Heading(_)) || (piece.is_plain() && can_be_heading(piece.words)))
        })
    };
    let names_authors = |piece: &Piece<'_>| {
        piece.is_open()
            && piece.is_prose()
            && piece.words.len() <= LONGEST
            && byline::parse(piece.words, piece.at.start).is_some_and(|found| authors.wrote(&found))
    };
    let found: Vec<usize> = (from..pieces.len())
        .filter(|index| {
            let beside_heading =
                is_short(index.checked_sub(1).and_then(|before| pieces.get(before))) || is_short(pieces.get(index + 1));
            beside_heading && pieces.get(*index).is_some_and(names_authors)
        })
        .collect();
    if found.len() < FEWEST {
        return;
    }
    for index in found {
        if let Some(piece) = pieces.get_mut(index) {
            piece.set(ApparatusKind::Byline);
        }
    }
}

/// The names of the article's authors by their letters, so that many lines are compared with many names in one step each.
struct Authors {
    whole: HashSet<String>,
    surnames: HashSet<String>,
}

impl Authors {
    fn new(authors: &[String]) -> Self {
        let bare = authors.iter().map(|author| names::without_title(author));
        Self {
            whole: bare.clone().map(letters).collect(),
            surnames: bare.map(|author| letters(names::surname(author))).collect(),
        }
    }

    fn wrote(&self, byline: &Byline) -> bool {
        byline.credits.iter().all(|credit| {
            let name = names::without_title(&credit.name);
            let known = letters(name);
            !credit.institution && (self.whole.contains(&known) || (count(name) == 1 && self.surnames.contains(&known)))
        })
    }
}

/// The lines that name persons as authors.
pub(crate) fn bylines(pieces: &[Piece<'_>]) -> Vec<PartByline> {
    let lines = pieces.iter().filter(|piece| piece.is(ApparatusKind::Byline));
    let parts = lines.filter(|piece| piece.words.len() <= LONGEST).filter_map(|piece| {
        let found = byline::parse(piece.words, piece.at.start)?;
        Some(PartByline { at: piece.at, authors: persons(found.credits) })
    });
    parts.filter(|part| !part.authors.is_empty()).collect()
}

fn persons(credits: Vec<Credit>) -> Vec<PartAuthor<ByteRange>> {
    let persons = credits.into_iter().filter(|credit| !credit.institution);
    persons.map(|credit| PartAuthor { name: credit.name, at: credit.at }).collect()
}

/// Gives the headings their authors: those of the line right below a heading or right above it, and names that headings
/// themselves consist of or begin with ("Ilse Marwood: Close it to everyone") where `authors` has them.
///
/// Returns the lines that belong to no heading, all of them if fewer than two do.
pub(crate) fn attach(
    text: &str,
    blocks: &mut [Block<ByteRange>],
    bylines: Vec<PartByline>,
    authors: &[String],
) -> Vec<PartByline> {
    let authors = Authors::new(authors);
    let mut found: Vec<(usize, Vec<PartAuthor<ByteRange>>)> = Vec::new();
    let mut rest = Vec::new();
    for part in &bylines {
        match heading_beside(blocks, part.at) {
            Some(heading) => found.push((heading, part.authors.clone())),
            None => rest.push(part.clone()),
        }
    }
    for (index, block) in blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Heading) {
        let words = block.at.slice(text).unwrap_or_default();
        if let Some(named) = named_in_heading(words, block.at.start, &authors) {
            found.push((index, named));
        }
    }
    let mut parts: Vec<usize> = found.iter().map(|(heading, _)| *heading).collect();
    parts.sort_unstable();
    parts.dedup();
    if parts.len() < FEWEST {
        return bylines;
    }
    for (heading, named) in found {
        let Some(block) = blocks.get_mut(heading) else { continue };
        for author in named {
            if block.byline.len() < MOST_OF_A_PART
                && !block.byline.iter().any(|known| is_same_person(&known.name, &author.name))
            {
                block.byline.push(author);
            }
        }
    }
    rest
}

/// The heading that a line stands under; over, where none is right before it.
fn heading_beside(blocks: &[Block<ByteRange>], at: ByteRange) -> Option<usize> {
    let next = blocks.partition_point(|block| block.at.end <= at.start);
    let is_heading = |index: &usize| blocks.get(*index).is_some_and(|block| block.kind == BlockKind::Heading);
    next.checked_sub(1).filter(is_heading).or(Some(next).filter(is_heading))
}

fn named_in_heading(words: &str, start: usize, authors: &Authors) -> Option<Vec<PartAuthor<ByteRange>>> {
    // "Ilse Marwood: Close it to everyone" and "Ilse Marwood, Coastal Policy Institute" begin with the name.
    let ends = [": ", ", ", " – ", " — ", " | ", " ("];
    let end = ends.iter().filter_map(|end| words.find(end)).min().unwrap_or(words.len());
    let name = words.get(..end)?.trim_end_matches(|last: char| is_blank(last) || last == ':');
    let found = match byline::parse(name, start)? {
        found if found.evidence == Evidence::Prefixed => found,
        found if names::is_person(names::without_title(name)) => found,
        _ => return None,
    };
    authors.wrote(&found).then(|| persons(found.credits))
}

/// The article's authors where only its parts name any: all of them, in order.
pub(crate) fn authors_of_parts(blocks: &[Block<ByteRange>], metadata: &mut Metadata<ByteRange>) {
    let parts: Vec<&PartAuthor<ByteRange>> = blocks.iter().flat_map(|block| &block.byline).collect();
    let first = parts.first().map(|author| author.at);
    // A byline of the article's own stands elsewhere.
    let only_first = !metadata.authors.is_empty() && metadata.authors.iter().all(|author| author.at == first);
    if first.is_none() || !only_first {
        return;
    }
    let mut seen: HashSet<String> = metadata.authors.iter().map(|author| letters(&author.name)).collect();
    for author in parts {
        if metadata.authors.len() < MOST_AUTHORS && seen.insert(letters(&author.name)) {
            metadata.authors.push(rapporteur_core::Author::named(author.name.clone(), Some(author.at)));
        }
    }
}

#[cfg(test)]
mod tests;
