//! What stands before the text: navigation, headline, standfirst, byline, date.

use rapporteur_core::ApparatusKind;

use crate::byline::{self, Byline, Evidence};
use crate::date_line::{self, DateLine};
use crate::headline::{can_be_headline, is_category, kind_before_date, kind_line, same_headline, split_headline};
use crate::pieces::{Piece, State};
use crate::words::{count, ends_with_stop, is_capitalised, letters};
use crate::{Known, LineHint, furniture, heading, names, transcript};

/// What was read before the text.
#[derive(Debug, Default)]
pub(crate) struct Top {
    /// Index of the headline.
    pub(crate) headline: Option<usize>,
    pub(crate) bylines: Vec<(usize, Byline)>,
    pub(crate) dates: Vec<(usize, DateLine)>,
    /// Kind of piece on a line of its own.
    pub(crate) category: Option<usize>,
}

/// A headline stands among the first lines, a byline soon after it.
const HEADLINE_WITHIN: usize = 40;
const BYLINE_WITHIN: usize = 14;
/// Lines between headline and byline that may be a standfirst.
const STANDFIRST_LINES: usize = 2;
const STANDFIRST_BYTES: usize = 480;

pub(crate) fn read(pieces: &mut [Piece<'_>], known: &Known<'_>) -> Top {
    let mut top = Top::default();
    stated_by_markup(pieces, &mut top);
    find_headline(pieces, known, &mut top);
    repeated_headlines(pieces, &top);
    below(pieces, known, &mut top);
    repeated_standfirst(pieces);
    top
}

/// Bylines and dates that markup names are read wherever they stand.
fn stated_by_markup(pieces: &[Piece<'_>], top: &mut Top) {
    for (index, piece) in pieces.iter().enumerate() {
        match piece.hint {
            LineHint::Apparatus(ApparatusKind::Byline) => {
                let found = byline::parse(piece.words, piece.at.start);
                top.bylines.extend(found.map(|found| (index, found)));
            }
            LineHint::Apparatus(ApparatusKind::DateLine) => {
                top.dates.extend(date_line::stated(piece.words).map(|found| (index, found)));
            }
            _ => {}
        }
    }
}

fn find_headline(pieces: &mut [Piece<'_>], known: &Known<'_>, top: &mut Top) {
    top.headline = pieces.iter().position(|piece| piece.hint == LineHint::Headline);
    if top.headline.is_some() {
        return;
    }
    if let Some(title) = known.title {
        let title = split_headline(title, known.site_name).title;
        top.headline = pieces.iter().take(HEADLINE_WITHIN).position(|piece| {
            piece.is_open()
                && piece.words.len() <= title.len() * 2 + 80
                && same_headline(split_headline(piece.words, known.site_name).title, title)
        });
        if let Some(piece) = top.headline.and_then(|index| pieces.get_mut(index)) {
            piece.set(ApparatusKind::Headline);
        }
        return;
    }
    // Plain text: the first line that is not navigation, a date or the like.
    let mut index = 0;
    while index < pieces.len().min(HEADLINE_WITHIN) {
        let Some(piece) = pieces.get(index).filter(|piece| piece.is_open()) else {
            index += 1;
            continue;
        };
        let words = piece.words;
        let mut kind = None;
        if let Some(found) = furniture::at_edges(words) {
            // "Opinion" over a headline is its kind as well, but not among the links of a menu.
            let menu = index > 0 || pieces.get(index + 1).is_some_and(|next| furniture::at_edges(next.words).is_some());
            top.category = (is_category(words) && !menu).then_some(index).or(top.category);
            kind = Some(found);
        } else if kind_line(words).is_some() && pieces.get(index + 1).is_some_and(|next| next.words.len() <= 240) {
            top.category = Some(index);
            kind = Some(ApparatusKind::Other);
        } else if let Some(found) = date_line::parse(words) {
            top.dates.push((index, found));
            top.category = top.category.or(kind_before_date(words).map(|_| index));
            kind = Some(ApparatusKind::DateLine);
        } else if let Some(found) =
            byline::parse(words, piece.at.start).filter(|found| found.evidence == Evidence::Prefixed)
        {
            top.bylines.push((index, found));
            kind = Some(ApparatusKind::Byline);
        }
        match (kind, pieces.get_mut(index)) {
            (Some(kind), Some(piece)) => piece.set(kind),
            _ => break,
        }
        index += 1;
    }
    let more = pieces.iter().skip(index + 1).any(|piece| piece.is_open());
    let piece = pieces.get_mut(index).filter(|piece| more && piece.is_open());
    // A label of a transcript's turn is no headline.
    let fits = |piece: &Piece<'_>| {
        let heading = matches!(piece.hint, LineHint::None | LineHint::Bold | LineHint::Heading(_));
        heading && can_be_headline(piece.words) && furniture::anywhere(piece.words).is_none()
    };
    if let Some(piece) = piece.filter(|piece| fits(piece)) {
        piece.set(ApparatusKind::Headline);
        top.headline = Some(index);
    } else {
        // Without a headline the lines passed over on the way to it may be words of the text.
        for piece in pieces
            .iter_mut()
            .take(index)
            .filter(|piece| matches!(piece.hint, LineHint::None) && piece.is(ApparatusKind::Byline))
        {
            piece.state = State::Open;
        }
        top.bylines.retain(|(at, _)| pieces.get(*at).is_some_and(|piece| !piece.is_open()));
    }
}

/// The headline comes twice on many pages.
fn repeated_headlines(pieces: &mut [Piece<'_>], top: &Top) {
    let Some(index) = top.headline else { return };
    let Some(words) = pieces.get(index).map(|piece| piece.words) else { return };
    let title = split_headline(words, None).title;
    for piece in pieces.iter_mut().skip(index + 1).take(8) {
        if piece.is_open()
            && piece.words.len() <= words.len() * 2 + 40
            && same_headline(title, split_headline(piece.words, None).title)
        {
            piece.set(ApparatusKind::Headline);
        }
    }
}

/// Some pages tell the standfirst again as the first paragraph.
fn repeated_standfirst(pieces: &mut [Piece<'_>]) {
    let told: Vec<String> = pieces
        .iter()
        .take(HEADLINE_WITHIN)
        .filter(|piece| piece.is(ApparatusKind::Standfirst) && piece.words.len() <= STANDFIRST_BYTES)
        .map(|piece| letters(piece.words))
        .take(STANDFIRST_LINES)
        .collect();
    let first = pieces.iter().position(|piece| piece.is_open() && piece.is_prose());
    if let Some(piece) = first.and_then(|first| pieces.get_mut(first))
        && piece.words.len() <= STANDFIRST_BYTES
        && told.contains(&letters(piece.words))
    {
        piece.set(ApparatusKind::Standfirst);
    }
}

/// Standfirst, byline, dates: the lines from the headline to the text.
fn below(pieces: &mut [Piece<'_>], known: &Known<'_>, top: &mut Top) {
    let start = top.headline.map_or(0, |index| index + 1);
    let Some(end) = last_of_top(pieces, known, start) else { return };
    let mut between: Vec<usize> = Vec::new();
    let mut named = !top.bylines.is_empty();
    for index in start..=end.min(pieces.len().saturating_sub(1)) {
        let is_line = |piece: &&Piece<'_>| piece.is_open() && piece.hint != LineHint::Caption;
        let Some(piece) = pieces.get(index).filter(is_line) else { continue };
        let (words, place) = (piece.words, piece.at.start);
        let kind = if let Some(found) = date_line::parse(words).or_else(|| date_line::at_end(words)) {
            top.dates.push((index, found));
            top.category = top.category.or(kind_before_date(words).map(|_| index));
            ApparatusKind::DateLine
        } else if let Some(found) = byline::parse(words, place)
            .filter(|found| accepted(pieces, known, index, found) && (!named || found.evidence != Evidence::Bare))
        {
            named = true;
            top.bylines.push((index, found));
            ApparatusKind::Byline
        } else if kind_line(words).is_some() {
            top.category = top.category.or(Some(index));
            ApparatusKind::Other
        } else if let Some(found) = furniture::at_edges(words) {
            found
        } else if named && add_house(words, index, top) {
            ApparatusKind::Byline
        } else if named && count(words) <= 4 && words.split_whitespace().all(is_capitalised) && !ends_with_stop(words) {
            // Where it was written: "Port Aver".
            ApparatusKind::Dateline
        } else {
            between.push(index);
            continue;
        };
        if let Some(piece) = pieces.get_mut(index) {
            piece.set(kind);
        }
    }
    for index in between {
        if let Some(piece) = pieces.get_mut(index) {
            piece.set(ApparatusKind::Standfirst);
        }
    }
}

/// The last line before the text that is surely no part of it; what stands before it is none either. `None` if there is
/// none, and if what stands before it looks like text.
fn last_of_top(pieces: &[Piece<'_>], known: &Known<'_>, start: usize) -> Option<usize> {
    let mut last = None;
    let mut unknown = 0;
    // After the byline and a paragraph the text has begun; a further name belongs to one of its parts.
    let (mut named, mut begun) = (false, false);
    for (index, piece) in pieces.iter().enumerate().skip(start).take(BYLINE_WITHIN) {
        if !piece.is_open() {
            continue;
        }
        // The picture over the text has its caption before the byline.
        if piece.hint == LineHint::Caption {
            continue;
        }
        if !piece.is_prose() && !matches!(piece.hint, LineHint::ListItem(_) | LineHint::Heading(_)) {
            break;
        }
        let words = piece.words;
        if is_turn(pieces, index) {
            break;
        }
        let found =
            !begun && byline::parse(words, piece.at.start).is_some_and(|found| accepted(pieces, known, index, &found));
        let dated = date_line::parse(words).is_some()
            || (last.is_some() && date_line::at_end(words).is_some())
            || (unknown == 0 && date_line::at_end(words).is_some());
        let house = last == index.checked_sub(1) && last.is_some() && names::is_institution(words);
        if found
            || dated
            || house
            || (unknown == 0 && (kind_line(words).is_some() || furniture::at_edges(words).is_some()))
        {
            named |= found;
            last = Some(index);
            continue;
        }
        begun |= named && heading::is_paragraph(words);
        unknown += 1;
        if unknown > STANDFIRST_LINES || words.len() > STANDFIRST_BYTES || !piece.is_prose() {
            break;
        }
    }
    last
}

/// Whether a line begins with the label of a transcript's turn: with a time code, or one that comes again soon.
fn is_turn(pieces: &[Piece<'_>], index: usize) -> bool {
    const SOON: usize = 24;
    let label = |piece: &Piece<'_>| {
        transcript::label(piece.words).map(|label| (label.speaker.to_owned(), label.time.is_some()))
    };
    let Some((speaker, timed)) = pieces.get(index).and_then(label) else { return false };
    timed
        || pieces.iter().skip(index + 1).take(SOON).any(|piece| label(piece).is_some_and(|(other, _)| other == speaker))
}

/// A line of names is a byline with "By" or the like; without it, a second reason is needed.
fn accepted(pieces: &[Piece<'_>], known: &Known<'_>, index: usize, byline: &Byline) -> bool {
    if byline.evidence != Evidence::Bare {
        return true;
    }
    let stated = byline.credits.iter().any(|credit| known.authors.iter().any(|author| author == &credit.name));
    let near = |other: Option<usize>| {
        other.and_then(|other| pieces.get(other)).is_some_and(|piece| date_line::parse(piece.words).is_some())
    };
    let described = || {
        let tail = pieces.iter().skip(index + 1).rev().take(14);
        tail.into_iter().any(|piece| {
            crate::bio::parse(piece.words).is_some_and(|bio| {
                bio.subjects.iter().any(|name| byline.credits.iter().any(|credit| credit.name == *name))
            })
        })
    };
    stated || near(index.checked_sub(1)) || near(Some(index + 1)) || described()
}

/// The line under a byline that names the one author's house or role.
fn add_house(words: &str, index: usize, top: &mut Top) -> bool {
    let Some((last, byline)) = top.bylines.last_mut() else { return false };
    let [credit] = byline.credits.as_mut_slice() else { return false };
    if *last + 1 != index || credit.affiliation.is_some() || credit.institution || !names::is_institution(words) {
        return false;
    }
    credit.affiliation = Some(words.to_owned());
    true
}
