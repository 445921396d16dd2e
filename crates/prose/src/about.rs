//! What the lines around a text say about it, put together: title, category, authors, origin, dates. Losers are kept.

use rapporteur_core::{ApparatusKind, Author, ByteRange, Candidate, Diagnostic, Metadata, Origin, Publisher, Quoted};

use crate::byline::{self, Byline, Credit, Evidence};
use crate::date_line::DateKind;
use crate::headline::{is_category, kind_before_date, kind_line, same_headline, split_headline};
use crate::pieces::Piece;
use crate::tail::is_same_person;
use crate::top::Top;
use crate::trim::{place, trimmed};
use crate::words::{letters, single_spaced, strip_prefix};
use crate::{Known, bio, date_line, source_line};

/// More bios than this are a directory, no article; it also bounds what comparing names can cost.
const MOST_AUTHORS: usize = 40;

/// Lines at the end among which the page says who keeps it.
const LAST_LINES: usize = 4;

fn candidate(field: &str, value: &str, origin: &str, chosen: bool, at: Option<ByteRange>) -> Candidate<ByteRange> {
    Candidate {
        field: field.to_owned(),
        value: value.to_owned(),
        origin: origin.to_owned(),
        chosen,
        reason: None,
        at,
        source: None,
    }
}

/// Whether a headline or category calls the text an interview or transcript.
pub(crate) fn says_transcript(words: &str) -> bool {
    let words = words.to_lowercase();
    ["interview", "transcript", "press briefing", "press conference", "q&a", "hearing"]
        .iter()
        .any(|word| words.contains(word))
}

/// Title and category: the visible headline, else what markup says.
pub(crate) fn titles(pieces: &[Piece<'_>], top: &Top, known: &Known<'_>, metadata: &mut Metadata<ByteRange>) {
    metadata.publisher = known.site_name.map(|name| Publisher { name: name.to_owned(), actor: None });
    let headline = top.headline.and_then(|index| pieces.get(index));
    // A slogan after the headline is not repeated with it: the shorter of two is the headline.
    let repeated = |piece: &&Piece<'_>| piece.is(ApparatusKind::Headline);
    let shortest = pieces
        .iter()
        .filter(repeated)
        .filter(|piece| top.headline.is_some() && piece.words.len() > 10)
        // Where markup names the headline, other lines called so (a sub-headline, another page's wording) are none.
        .filter(|piece| known.title.is_none_or(|title| same_headline(piece.words, title)))
        .min_by_key(|piece| piece.words.len());
    let mut chosen = false;
    if let Some(piece) = shortest.or(headline) {
        let words = single_spaced(piece.words);
        let split = split_headline(&words, known.site_name);
        let suffixed =
            pieces.iter().filter(repeated).find_map(|piece| split_headline(piece.words, known.site_name).category);
        metadata.category = split.category.or(suffixed).map(str::to_owned);
        metadata.title = Some(split.title.to_owned());
        metadata.candidates.push(candidate("title", piece.words, "headline", true, Some(piece.at)));
        chosen = true;
    }
    if let Some(title) = known.title {
        let split = split_headline(title, known.site_name);
        if metadata.title.is_none() {
            metadata.title = Some(split.title.to_owned());
        }
        metadata.category = metadata.category.take().or(split.category.map(str::to_owned));
        metadata.candidates.push(candidate("title", title, "markup", !chosen, None));
    }
    if let Some(category) = known.category {
        metadata.candidates.push(candidate("category", category, "markup", metadata.category.is_none(), None));
        metadata.category = metadata.category.take().or(Some(category.to_owned()));
    }
    if let Some(piece) = top.category.and_then(|index| pieces.get(index)) {
        let kind = if is_category(piece.words) { Some(piece.words) } else { kind_line(piece.words) };
        let kind = kind.or_else(|| kind_before_date(piece.words));
        if let Some(kind) = kind {
            let at = ByteRange::new(piece.at.start, piece.at.start + kind.len());
            metadata.candidates.push(candidate("category", kind, "line", metadata.category.is_none(), Some(at)));
            metadata.category = metadata.category.take().or(Some(kind.to_owned()));
        }
    }
}

/// Authors: the byline that names persons, else the first byline, else what markup says.
pub(crate) fn authors(
    pieces: &[Piece<'_>],
    top: &Top,
    known: &Known<'_>,
    metadata: &mut Metadata<ByteRange>,
    diagnostics: &mut Vec<Diagnostic<ByteRange>>,
) {
    // "by Harbour Times" names the site, also where its page runs on without a space: "by Harbour TimesMarch 14".
    let site = known.site_name.map(letters).filter(|site| site.len() >= 6);
    let is_site = |credit: &Credit| site.as_ref().is_some_and(|site| letters(&credit.name).starts_with(site));
    let names_person = |byline: &Byline| byline.credits.iter().any(|credit| !credit.institution && !is_site(credit));
    // Without a gap: "Harbour Times Staff" is signed, "Harbour TimesMarch" is not.
    let glued = |credit: &Credit| {
        let rest = known.site_name.and_then(|site| credit.name.strip_prefix(site.trim()));
        rest.is_some_and(|rest| rest.starts_with(|next: char| next.is_uppercase() || next.is_numeric()))
    };
    let run_on = |byline: &Byline| byline.credits.iter().all(|credit| is_site(credit) && glued(credit));
    let helper = |byline: &Byline| {
        byline.credits.iter().all(|credit| matches!(credit.role.as_deref(), Some("Editor" | "Translator")))
    };
    let best = top
        .bylines
        .iter()
        .position(|(_, byline)| names_person(byline) && !helper(byline))
        .or_else(|| top.bylines.iter().position(|(_, byline)| !helper(byline) && !run_on(byline)))
        .or_else(|| top.bylines.iter().position(|(_, byline)| !run_on(byline)));
    // "Caspar Holt, Spokesman" over a transcript names who speaks in it.
    let spoken = metadata.category.iter().chain(&metadata.title).any(|words| says_transcript(words));
    for (number, (index, byline)) in top.bylines.iter().enumerate() {
        let Some(piece) = pieces.get(*index) else { continue };
        let chosen = best == Some(number) && !(spoken && byline.evidence != Evidence::Prefixed);
        metadata.candidates.push(candidate("authors", piece.words, "byline", chosen, Some(piece.at)));
        if chosen {
            metadata.authors = byline
                .credits
                .iter()
                .map(|credit| Author {
                    role: credit.role.clone(),
                    affiliation: credit.affiliation.clone(),
                    ..Author::named(credit.name.clone(), Some(credit.at))
                })
                .collect();
        }
    }
    let stated = metadata.authors.is_empty();
    for name in known.authors.iter().filter(|name| !name.trim().is_empty()) {
        metadata.candidates.push(candidate("authors", name, "markup", stated, None));
        if stated {
            metadata.authors.push(Author::named(name.trim(), None));
        }
    }
    let persons = known.authors.iter().filter(|name| crate::names::is_person(name));
    let missing =
        persons.filter(|name| !metadata.authors.iter().any(|author| letters(&author.name) == letters(name))).count();
    if !stated && missing > 0 {
        diagnostics.push(Diagnostic::note(
            "conflicting-authors",
            "the byline and the markup name different authors; the byline was taken",
        ));
    }
}

/// "Written by Ilse Marwood in Halm. …" or "Last updated 3 March 2031 by Ilse Marwood" after the text, where nothing before it names an author.
pub(crate) fn credits(pieces: &[Piece<'_>], metadata: &mut Metadata<ByteRange>) {
    if !metadata.authors.is_empty() {
        return;
    }
    if let Some((piece, name)) = pieces.iter().rev().take(LAST_LINES).find_map(|piece| {
        let name = date_line::signed_off(piece.words).filter(|_| piece.is(ApparatusKind::DateLine))?;
        Some((piece, name))
    }) {
        metadata.candidates.push(candidate("authors", piece.words, "sign-off", true, Some(piece.at)));
        metadata.authors = vec![Author::named(name, Some(place(piece.words, name, piece.at.start)))];
        return;
    }
    for piece in pieces.iter().filter(|piece| piece.is(ApparatusKind::Byline)) {
        let writes = ["written by ", "words by "].iter().any(|prefix| strip_prefix(piece.words, prefix).is_some());
        let sentence = sentences(piece.words).first().and_then(|(start, end)| piece.words.get(*start..*end));
        let Some(byline) = sentence
            .filter(|_| writes)
            .and_then(|sentence| byline::parse(sentence.trim_end_matches(['.', ' ']), piece.at.start))
        else {
            continue;
        };
        metadata.candidates.push(candidate("authors", piece.words, "byline", true, Some(piece.at)));
        let persons = byline.credits.into_iter().filter(|credit| !credit.institution);
        metadata.authors = persons.map(|credit| Author::named(credit.name, Some(credit.at))).collect();
        return;
    }
}

/// A name on a line of its own and what its bearer is on the next: "Director of Research, Example Foundation".
fn listed_bios(pieces: &[Piece<'_>], metadata: &mut Metadata<ByteRange>) {
    for (name, about) in pieces.iter().zip(pieces.iter().skip(1)) {
        if !name.is(ApparatusKind::Bio) || !about.is(ApparatusKind::Bio) {
            continue;
        }
        let author = metadata.authors.iter_mut().find(|author| is_same_person(name.words, &author.name));
        let (Some(author), Some((role, house))) = (author, about.words.split_once(", ")) else { continue };
        if crate::names::has_role_word(role) && crate::names::is_institution(house) {
            author.role.get_or_insert_with(|| role.to_owned());
            author.affiliation.get_or_insert_with(|| house.to_owned());
            if author.bio.is_none() {
                author.bio = Some(Quoted { text: about.words.to_owned(), at: about.at });
            }
        }
    }
}

/// What the bios say about the authors. Where nothing names an author, a bio does.
pub(crate) fn bios(pieces: &[Piece<'_>], metadata: &mut Metadata<ByteRange>) {
    let nobody = metadata.authors.is_empty();
    listed_bios(pieces, metadata);
    for piece in pieces.iter().filter(|piece| piece.is(ApparatusKind::Bio)) {
        let words = bio::after_header(piece.words).unwrap_or(piece.words);
        let base = place(piece.words, words, piece.at.start).start;
        for (start, end) in sentences(words) {
            let Some(sentence) = words.get(start..end) else { continue };
            let Some(parsed) = bio::parse(sentence) else { continue };
            let bare = bio::without_marks(words.get(start..).unwrap_or_default());
            let from = place(words, bare, base).start;
            add_bio(piece, from, &parsed, nobody, base + start, sentence, metadata);
        }
    }
}

/// Sentences as ranges of the words.
fn sentences(words: &str) -> Vec<(usize, usize)> {
    let mut sentences = Vec::new();
    let mut start = 0;
    while start < words.len() {
        let rest = words.get(start..).unwrap_or_default();
        let end = start + (bio::sentence_end(rest) + 1).min(rest.len());
        let end = if words.is_char_boundary(end) { end } else { words.len() };
        sentences.push((start, end));
        start = end;
    }
    sentences
}

fn add_bio(
    piece: &Piece<'_>,
    from: usize,
    parsed: &bio::Bio<'_>,
    nobody: bool,
    sentence_at: usize,
    sentence: &str,
    metadata: &mut Metadata<ByteRange>,
) {
    let only = metadata.authors.len() == 1;
    // All that stands on the line from the sentence on is about the author.
    let at = trimmed_in(piece, ByteRange::new(from, piece.at.end));
    let matches = |author: &Author<ByteRange>| {
        let named = parsed.subjects.iter().any(|name| is_same_person(name, &author.name));
        named || (parsed.subjects.is_empty() && only)
    };
    let mut found = false;
    for author in metadata.authors.iter_mut().filter(|author| matches(author)) {
        found = true;
        if author.bio.is_none() {
            author.bio = at.1.map(|text| Quoted { text: text.to_owned(), at: at.0 });
        }
        if author.role.is_none() {
            author.role = parsed.role.map(str::to_owned);
        }
        if author.affiliation.is_none() {
            author.affiliation = parsed.organisation.map(str::to_owned);
        }
    }
    if found || !nobody || metadata.authors.len() >= MOST_AUTHORS {
        return;
    }
    for name in parsed.subjects.iter().filter(|name| crate::names::is_person(name)) {
        let place = place(sentence, name, sentence_at);
        metadata.candidates.push(candidate("authors", name, "bio", true, Some(place)));
        metadata.authors.push(Author {
            role: parsed.role.map(str::to_owned),
            affiliation: parsed.organisation.map(str::to_owned),
            bio: at.1.map(|text| Quoted { text: text.to_owned(), at: at.0 }),
            ..Author::named(*name, Some(place))
        });
    }
}

/// A range of the text within a piece, trimmed, with its words.
fn trimmed_in<'t>(piece: &Piece<'t>, at: ByteRange) -> (ByteRange, Option<&'t str>) {
    let local = ByteRange::new(at.start.saturating_sub(piece.at.start), at.end.saturating_sub(piece.at.start));
    let local = trimmed(piece.words, local);
    let at = ByteRange::new(local.start + piece.at.start, local.end + piece.at.start);
    (at, local.slice(piece.words))
}

/// Who published the text first: the first source note that names somebody, sentences before bare "Source: X".
pub(crate) fn origin(pieces: &[Piece<'_>], metadata: &mut Metadata<ByteRange>) {
    let notes = || {
        pieces.iter().filter(|piece| piece.is(ApparatusKind::SourceNote)).filter_map(|piece| {
            let note = source_line::parse(piece.words)?;
            Some((piece, note.sentence, note.name?))
        })
    };
    let best = notes().find(|(_, sentence, _)| *sentence).or_else(|| notes().next());
    let Some((piece, _, name)) = best else { return };
    let at = place(piece.words, name, piece.at.start);
    for (other, _, name) in notes() {
        let chosen = other.at == piece.at;
        metadata.candidates.push(candidate(
            "origin",
            name,
            "source note",
            chosen,
            Some(place(other.words, name, other.at.start)),
        ));
    }
    metadata.origin = Some(Origin { name: name.to_owned(), actor: None, at: Some(at) });
}

/// The rules saw plain spaces for all others. Quoted words are the text's own again; names have single spaces.
pub(crate) fn as_written(text: &str, metadata: &mut Metadata<ByteRange>) {
    let tidy = |words: &mut String| {
        if words.contains("  ") || words.contains('\n') {
            *words = single_spaced(words);
        }
    };
    metadata.title.iter_mut().for_each(tidy);
    metadata.origin.iter_mut().for_each(|origin| tidy(&mut origin.name));
    for author in &mut metadata.authors {
        tidy(&mut author.name);
        author.role.iter_mut().for_each(tidy);
        author.affiliation.iter_mut().for_each(tidy);
        if let Some(bio) = &mut author.bio {
            bio.text = bio.at.slice(text).unwrap_or_default().to_owned();
        }
    }
    for candidate in &mut metadata.candidates {
        if let Some(words) = candidate.at.and_then(|at| at.slice(text)) {
            words.clone_into(&mut candidate.value);
        }
    }
}

/// Dates: markup, else the visible date, else the one beside the byline, else the dateline's.
pub(crate) fn dates(
    pieces: &[Piece<'_>],
    top: &Top,
    known: &Known<'_>,
    filed: Option<(String, ByteRange)>,
    metadata: &mut Metadata<ByteRange>,
) {
    metadata.published = known.published.map(str::to_owned);
    if let Some(date) = known.published {
        metadata.candidates.push(candidate("published", date, "markup", true, None));
    }
    for (index, line) in &top.dates {
        let Some(piece) = pieces.get(*index) else { continue };
        for (found, kind) in &line.dates {
            let (field, slot) = match kind {
                DateKind::Published => ("published", &mut metadata.published),
                DateKind::Modified => ("modified", &mut metadata.modified),
            };
            let chosen = slot.is_none();
            let at = ByteRange::new(found.at.start + piece.at.start, found.at.end + piece.at.start);
            let value = found.at.slice(piece.words).unwrap_or_default();
            metadata.candidates.push(candidate(field, value, "date line", chosen, Some(at)));
            slot.get_or_insert_with(|| found.iso.clone());
        }
    }
    for (index, byline) in &top.bylines {
        if let (Some(found), Some(piece)) = (&byline.date, pieces.get(*index)) {
            let local = ByteRange::new(
                found.at.start.saturating_sub(piece.at.start),
                found.at.end.saturating_sub(piece.at.start),
            );
            let value = local.slice(piece.words).unwrap_or_default();
            metadata.candidates.push(candidate(
                "published",
                value,
                "byline",
                metadata.published.is_none(),
                Some(found.at),
            ));
            metadata.published.get_or_insert_with(|| found.iso.clone());
        }
    }
    if let Some((date, at)) = filed {
        metadata.candidates.push(candidate("published", &date, "dateline", metadata.published.is_none(), Some(at)));
        metadata.published.get_or_insert(date);
    }
}
