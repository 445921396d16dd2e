//! What stands after the text: bios, source note, disclaimer, the publisher about itself, related pieces, comment form.
//!
//! Read from the end upwards and only as far as every line is recognised: a paragraph nobody recognises ends the text.

use rapporteur_core::{ApparatusKind, BlockKind};

use crate::pieces::{Piece, State};
use crate::words::{count, ends_with_stop, folded, is_capitalised, letters, strip_prefix};
use crate::{LineHint, bio, date_line, disclaimer, furniture, names, source_line};

/// How far up a header is looked for.
const BLURB_WITHIN: usize = 6;
const BIOS_WITHIN: usize = 12;
const RELATED_WITHIN: usize = 16;

/// `authors` are the names of the byline; `headline` is the index of the headline; `site` is the publisher's name.
pub(crate) fn read(pieces: &mut [Piece<'_>], authors: &[String], headline: Option<usize>, site: Option<&str>) {
    let first = headline.map_or(0, |index| index + 1);
    comments(pieces, first);
    labels_of_lists(pieces, first);
    notes(pieces, first, authors);
    let mut index = pieces.len();
    // At least one line stays: a text is not all tail.
    while let Some(piece) = index.checked_sub(1).filter(|index| *index > first).and_then(|index| pieces.get(index)) {
        index -= 1;
        if !piece.is_open() {
            continue;
        }
        let of_site = |words| {
            site.is_some_and(|site| institution_spoken_of(words).is_some_and(|name| letters(name) == letters(site)))
        };
        if piece.is_prose() && of_site(piece.words) {
            set(pieces, index, State::Apparatus(ApparatusKind::PublisherBlurb));
            continue;
        }
        if let Some(state) = state_of(piece, authors) {
            set(pieces, index, state);
            continue;
        }
        // A list of bios, of related pieces, or the publisher about itself: told by the line over it.
        let Some((header, kind)) = section_over(pieces, index, first) else { break };
        for at in header..=index {
            if pieces.get(at).is_some_and(Piece::is_open) {
                set(pieces, at, State::Apparatus(kind));
            }
        }
        index = header;
    }
    publisher_bios(pieces);
}

fn set(pieces: &mut [Piece<'_>], index: usize, state: State) {
    if let Some(piece) = pieces.get_mut(index) {
        piece.state = state;
    }
}

/// Nothing of the article comes after the header of the comment form.
fn comments(pieces: &mut [Piece<'_>], first: usize) {
    let header = pieces.iter().rposition(|piece| furniture::is_comment_header(piece.words));
    let Some(header) = header.filter(|header| *header > first && header * 3 >= pieces.len()) else { return };
    let long = pieces.iter().skip(header).filter(|piece| piece.is_open() && piece.words.len() > 300).count();
    let short = pieces.iter().skip(header).filter(|piece| piece.is_open()).count();
    if long > short / 2 && long > 3 {
        return;
    }
    for piece in pieces.iter_mut().skip(header).filter(|piece| piece.is_open()) {
        let found = furniture::at_edges(piece.words).unwrap_or(ApparatusKind::CommentForm);
        piece.set(found);
    }
}

/// "Related news" over links to other pieces is theirs, wherever they stand.
fn labels_of_lists(pieces: &mut [Piece<'_>], first: usize) {
    for index in first..pieces.len() {
        let below = pieces.get(index + 1).is_some_and(|next| next.hint == LineHint::Apparatus(ApparatusKind::Related));
        if let Some(piece) = pieces.get_mut(index)
            && below
            && piece.is_open()
            && furniture::is_related_header(piece.words)
        {
            piece.set(ApparatusKind::Related);
        }
    }
}

/// Sentences about the text itself count in its second half wherever they stand; so do marked footnotes.
fn notes(pieces: &mut [Piece<'_>], first: usize, authors: &[String]) {
    let half = first + (pieces.len() - first.min(pieces.len())) / 2;
    let known: Vec<String> = authors.iter().map(|author| letters(names::without_title(author))).collect();
    for piece in pieces.iter_mut().skip(half).filter(|piece| piece.is_open() && piece.is_prose()) {
        if source_line::parse(piece.words).is_some_and(|note| note.sentence) {
            piece.set(ApparatusKind::SourceNote);
        } else if disclaimer::is_disclaimer(piece.words) {
            piece.set(ApparatusKind::Disclaimer);
        } else if let Some(kind) = furniture::of_the_house(piece.words) {
            piece.set(kind);
        } else if tells_of_an_author(piece.words, &known) {
            piece.set(ApparatusKind::Bio);
        } else if is_footnote(piece.words) {
            piece.state = State::Block(BlockKind::Footnote);
        }
    }
}

/// "Ilse Marwood is a reporter at …" of somebody in the byline, which no text says in its second half.
/// `authors` in letters only.
fn tells_of_an_author(words: &str, authors: &[String]) -> bool {
    let names_one = || {
        let letters = letters(words);
        authors.iter().any(|author| letters.contains(author.as_str()))
    };
    words.len() <= bio::LONGEST
        // Most lines name no author, and taking one apart costs more than looking.
        && names_one()
        && bio::parse(words).is_some_and(|bio| {
            bio.telling && bio.subjects.iter().any(|name| count(name) > 1 && authors.contains(&letters(name)))
        })
}

/// What a line is by its own words, after the text.
fn state_of(piece: &Piece<'_>, authors: &[String]) -> Option<State> {
    if matches!(piece.hint, LineHint::Footnote | LineHint::Caption) {
        return Some(State::Block(if piece.hint == LineHint::Footnote {
            BlockKind::Footnote
        } else {
            BlockKind::Caption
        }));
    }
    if !piece.is_prose() && !matches!(piece.hint, LineHint::ListItem(_) | LineHint::Heading(_)) {
        return None;
    }
    let words = piece.words;
    if let Some(kind) = furniture::at_edges(words).or_else(|| furniture::of_the_house(words)) {
        return Some(State::Apparatus(kind));
    }
    if source_line::parse(words).is_some_and(|note| note.sentence || note.name.is_some()) {
        return Some(State::Apparatus(ApparatusKind::SourceNote));
    }
    if disclaimer::is_disclaimer(words) {
        return Some(State::Apparatus(ApparatusKind::Disclaimer));
    }
    if is_bio(words, authors) {
        return Some(State::Apparatus(ApparatusKind::Bio));
    }
    if is_credit(words) {
        return Some(State::Apparatus(ApparatusKind::Byline));
    }
    if furniture::is_related_header(words) {
        return Some(State::Apparatus(ApparatusKind::Related));
    }
    if date_line::signed_off(words).is_some() {
        return Some(State::Apparatus(ApparatusKind::DateLine));
    }
    if is_footnote(words) {
        return Some(State::Block(BlockKind::Footnote));
    }
    None
}

/// "About the authors:", a sentence about an author, or a marked sentence about what somebody does.
fn is_bio(words: &str, authors: &[String]) -> bool {
    if words.len() > bio::LONGEST {
        return false;
    }
    if let Some(after) = bio::after_header(words) {
        return after.is_empty() || bio::parse(after).is_some();
    }
    if authors.iter().any(|author| speaks_of(words, author)) {
        return true;
    }
    bio::parse(words).is_some_and(|bio| {
        let author = bio.subjects.is_empty() && folded(bio::without_marks(words)).starts_with("the ");
        let named = bio.subjects.iter().any(|name| authors.iter().any(|author| is_same_person(name, author)));
        author
            || named
            || (bio.telling
                && (bio::has_mark(words) || bio.organisation.is_some())
                && bio.subjects.iter().all(|name| names::is_person(name)))
    })
}

/// Credits before a sentence about an author: "Words by Ilse Marwood in Halm. Ilse Marwood is a Fellow …".
fn speaks_of(words: &str, author: &str) -> bool {
    let credited = ["words by ", "by ", "written by "].iter().any(|prefix| strip_prefix(words, prefix).is_some());
    credited && [" is a ", " is an ", " is the "].iter().any(|copula| words.contains(&format!(". {author}{copula}")))
}

/// Whether a name in a bio is an author's: the whole name, or the family name alone.
pub(crate) fn is_same_person(name: &str, author: &str) -> bool {
    let (name, author) = (names::without_title(name), names::without_title(author));
    letters(name) == letters(author) || (count(name) == 1 && letters(name) == letters(names::surname(author)))
}

/// "Additional reporting by Celia Brook in Tern Bay."
fn is_credit(words: &str) -> bool {
    const CREDITS: &[&str] = &[
        "additional reporting by ",
        "reporting by ",
        "with reporting by ",
        "additional reporting from ",
        "editing by ",
        "edited by ",
        "translated by ",
        "words by ",
        "written by ",
        "photographs by ",
        "graphics by ",
    ];
    let bare =
        words.trim_matches(|edge: char| matches!(edge, '(' | ')' | '[' | ']' | '*' | '_' | '–' | '—' | '-' | ' '));
    bare.len() <= 240 && CREDITS.iter().any(|credit| strip_prefix(bare, credit).is_some_and(is_capitalised))
}

/// `[1] …`, `[^1]: …`, `1 …` no: a bare figure begins too many lines.
fn is_footnote(words: &str) -> bool {
    let Some(rest) = words.strip_prefix('[') else { return false };
    let rest = rest.strip_prefix('^').unwrap_or(rest);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let roman = rest.bytes().take_while(|byte| matches!(byte, b'i' | b'v' | b'x')).count();
    let marked = digits.max(roman);
    (1..=4).contains(&marked) && rest.get(marked..).is_some_and(|rest| rest.starts_with(']'))
}

/// The line over `index` that says what the lines between are.
fn section_over(pieces: &[Piece<'_>], index: usize, first: usize) -> Option<(usize, ApparatusKind)> {
    related_over(pieces, index, first)
        .or_else(|| blurb_over(pieces, index, first))
        .or_else(|| bios_over(pieces, index, first))
}

/// The publisher about itself: after the source note, with or without its name on a line of its own.
fn blurb_over(pieces: &[Piece<'_>], index: usize, first: usize) -> Option<(usize, ApparatusKind)> {
    for at in (first..=index).rev().take(BLURB_WITHIN) {
        let over = at.checked_sub(1).and_then(|over| pieces.get(over));
        let after_note =
            over.is_some_and(|over| over.is_prose() || over.is(ApparatusKind::SourceNote)).then_some(over).flatten();
        let note = after_note.and_then(|over| source_line::parse(over.words));
        let named = pieces.get(at).is_some_and(|piece| is_name_line(piece.words));
        let origin = note.and_then(|note| note.name);
        let same = named
            && pieces.get(at).is_some_and(|piece| origin.is_some_and(|origin| letters(origin) == letters(piece.words)));
        let bio = over
            .is_some_and(|over| over.is(ApparatusKind::Bio) || bio::parse(over.words).is_some_and(|bio| bio.telling));
        if note.is_some_and(|note| (note.sentence && note.name.is_some()) || same)
            || (named && at < index && (same || bio))
        {
            return Some((at, ApparatusKind::PublisherBlurb));
        }
        // Only prose belongs to a blurb.
        if !pieces
            .get(at)
            .is_some_and(|piece| piece.is_open() && (piece.is_prose() || matches!(piece.hint, LineHint::Heading(_))))
        {
            return None;
        }
    }
    None
}

/// "The Harbour Foundation" of a sentence in which an institution says what it is: "… is committed to", "… was founded in".
fn institution_spoken_of(words: &str) -> Option<&str> {
    const VERBS: &[&str] = &[" is ", " was ", " has ", " studies ", " works ", " promotes ", " aims "];
    let words = strip_prefix(words, "the ").unwrap_or(words);
    let end = VERBS.iter().filter_map(|verb| words.find(verb)).min()?;
    words.get(..end).filter(|name| names::is_institution(name))
}

/// "Observer Research Foundation" alone on a line.
fn is_name_line(words: &str) -> bool {
    count(words) <= 10 && !ends_with_stop(words) && names::is_institution(words)
}

/// Lines under "About the authors:" that are no sentences with "is".
fn bios_over(pieces: &[Piece<'_>], index: usize, first: usize) -> Option<(usize, ApparatusKind)> {
    for at in (first..=index).rev().take(BIOS_WITHIN) {
        let piece = pieces.get(at)?;
        if bio::after_header(piece.words).is_some() {
            return Some((at, ApparatusKind::Bio));
        }
        if piece.words.len() > bio::LONGEST || !(piece.is_open() || piece.is(ApparatusKind::Bio)) {
            return None;
        }
    }
    None
}

/// Headlines of other pieces under "Related articles".
fn related_over(pieces: &[Piece<'_>], index: usize, first: usize) -> Option<(usize, ApparatusKind)> {
    for at in (first..=index).rev().take(RELATED_WITHIN) {
        let piece = pieces.get(at)?;
        if furniture::is_related_header(piece.words) {
            return Some((at, ApparatusKind::Related));
        }
        if piece.words.len() > 180 || piece.words.ends_with('.') {
            return None;
        }
    }
    None
}

/// Author boxes of republishing sites speak of the institution: markup calls that a bio, and it is none.
fn publisher_bios(pieces: &mut [Piece<'_>]) {
    let origin = pieces
        .iter()
        .filter(|piece| piece.is(ApparatusKind::SourceNote))
        .find_map(|piece| source_line::parse(piece.words)?.name);
    let origin = origin.map(letters);
    // "HNA" over "The Harbour News Agency was founded in …".
    let is_bio = |piece: &Piece<'_>| piece.hint == LineHint::Apparatus(ApparatusKind::Bio);
    for index in 0..pieces.len() {
        let spoken = |piece: &Piece<'_>| is_bio(piece) && institution_spoken_of(piece.words).is_some();
        if !pieces.get(index).is_some_and(spoken) {
            continue;
        }
        set(pieces, index, State::Apparatus(ApparatusKind::PublisherBlurb));
        let label = index.checked_sub(1).and_then(|above| pieces.get(above)).filter(|above| is_bio(above));
        if label.is_some_and(|above| count(above.words) <= 10 && !names::is_person(above.words)) {
            set(pieces, index - 1, State::Apparatus(ApparatusKind::PublisherBlurb));
        }
    }
    let mut about_publisher = false;
    for piece in pieces.iter_mut() {
        if piece.hint != LineHint::Apparatus(ApparatusKind::Bio) {
            about_publisher = false;
            continue;
        }
        // "Director of Research, Harbour Foundation" is about who is named over it.
        if is_name_line(piece.words) && !names::has_role_word(piece.words) {
            let same = origin.as_ref().is_none_or(|origin| *origin == letters(piece.words));
            about_publisher = same;
        } else if bio::parse(piece.words).is_some_and(|bio| bio.subjects.iter().any(|name| names::is_person(name))) {
            about_publisher = false;
        }
        if about_publisher {
            piece.set(ApparatusKind::PublisherBlurb);
        }
    }
}
