//! The lines nobody has claimed: paragraphs, headings, list items, turns of speakers.

use rapporteur_core::{Apparatus, ApparatusKind, Block, BlockKind, ByteRange};

use crate::pieces::{Piece, State};
use crate::trim::{is_blank, trimmed};
use crate::words::{count, letters};
use crate::{LineHint, dateline, heading, transcript};

/// Blocks, and what was found around them on the way.
#[derive(Debug, Default)]
pub(crate) struct Body {
    pub(crate) blocks: Vec<Block<ByteRange>>,
    pub(crate) apparatus: Vec<Apparatus<ByteRange>>,
    /// Date of the dateline.
    pub(crate) filed: Option<(String, ByteRange)>,
    pub(crate) is_transcript: bool,
}

/// `stated_transcript`: the headline or category calls it an interview or transcript.
pub(crate) fn read(text: &str, pieces: &mut [Piece<'_>], stated_transcript: bool) -> Body {
    let mut body = Body::default();
    pull_quotes(pieces);
    let lines: Vec<transcript::Line<'_>> = pieces
        .iter()
        .filter(|piece| piece.is_open())
        .map(|piece| transcript::Line {
            label: transcript::label(piece.words).filter(|_| piece.is_prose()),
            asks: piece.words.trim_end_matches(is_blank).ends_with('?'),
        })
        .collect();
    body.is_transcript = transcript::is_transcript(&lines, stated_transcript);
    if body.is_transcript {
        turns(text, pieces, lines, &mut body);
    } else {
        paragraphs(text, pieces, &mut body);
    }
    body
}

/// Lines in quotation marks whose sentences all stand in the text as well.
fn pull_quotes(pieces: &mut [Piece<'_>]) {
    // Bounds what a page of nothing but quotations can cost.
    const MOST: usize = 12;
    const SEARCHED: usize = 1 << 20;
    let quoted = |piece: &Piece<'_>| {
        let open = piece.words.starts_with(['“', '"', '‘', '«']) && piece.words.ends_with(['”', '"', '’', '»']);
        let alone =
            open && piece.words.get(1..piece.words.len() - 1).is_some_and(|inside| !inside.contains(['“', '”', '"']));
        let inner = || piece.words.chars().skip(1).filter(|mark| matches!(mark, '“' | '”' | '"')).count() == 1;
        piece.is_open()
            && piece.words.len() <= 400
            && ((open && piece.is_prose() && (alone || inner())) || piece.hint == LineHint::Quotation)
            && (count(piece.words) >= 6 || crate::words::ends_with_stop(piece.words))
    };
    let candidates: Vec<usize> =
        pieces.iter().enumerate().filter(|(_, piece)| quoted(piece)).map(|(index, _)| index).take(MOST).collect();
    if candidates.is_empty() {
        return;
    }
    let mut rest = String::new();
    for (index, piece) in pieces.iter().enumerate().filter(|(_, piece)| piece.is_open()) {
        if rest.len() > SEARCHED {
            break;
        }
        if !candidates.contains(&index) {
            rest.push_str(&letters(piece.words));
            rest.push(' ');
        }
    }
    for index in candidates {
        let Some(piece) = pieces.get_mut(index) else { continue };
        let mut sentences =
            piece.words.split(['.', '!', '?']).map(letters).filter(|sentence| !sentence.is_empty()).peekable();
        let repeats =
            sentences.peek().is_some() && sentences.all(|sentence| sentence.len() >= 10 && rest.contains(&sentence));
        if repeats {
            piece.set(ApparatusKind::PullQuote);
        }
    }
}

fn paragraphs(text: &str, pieces: &[Piece<'_>], body: &mut Body) {
    let short = has_short_paragraphs(pieces);
    let open: Vec<&Piece<'_>> = pieces.iter().filter(|piece| !matches!(piece.state, State::Apparatus(_))).collect();
    let mut prose = 0;
    let mut summary = false;
    for (index, piece) in open.iter().enumerate() {
        let next = open.get(index + 1);
        let (mut kind, mut level) = kind_of(piece, next.copied(), index == 0, short);
        let listed = kind == BlockKind::ListItem;
        if index < 4 && piece.is_open() && is_summary_header(piece.words) && next.is_some() {
            (kind, level, summary) = (BlockKind::Heading, level.or(Some(1)), true);
        } else if summary && matches!(kind, BlockKind::ListItem | BlockKind::Paragraph) {
            // All items of the list, or the one paragraph.
            kind = BlockKind::Summary;
            summary = listed
                && next.is_some_and(|next| bullet(next.words).is_some() || matches!(next.hint, LineHint::ListItem(_)));
        } else {
            summary = false;
        }
        let mut at = piece.at;
        match kind {
            BlockKind::ListItem | BlockKind::Summary if listed && piece.hint == LineHint::None => {
                at = without_bullet(text, at)
            }
            BlockKind::Quotation if piece.hint == LineHint::None => {
                let mark = at.slice(text).and_then(quoted).unwrap_or(0);
                at = ByteRange::new(at.start + mark, at.end);
            }
            BlockKind::Footnote => at = without_label(text, at),
            BlockKind::Paragraph if prose < 2 => {
                prose += 1;
                at = without_dateline(text, at, body);
            }
            _ => {}
        }
        if !at.is_empty() {
            body.blocks.push(Block { level, ..Block::new(kind, at) });
        }
    }
}

/// "Executive Summary:", "Key points".
fn is_summary_header(words: &str) -> bool {
    words.len() <= 40
        && matches!(
            crate::words::folded(words).trim_end_matches(':'),
            "executive summary"
                | "key points"
                | "key takeaways"
                | "key findings"
                | "summary"
                | "highlights"
                | "at a glance"
        )
}

/// A report's first paragraph begins after its dateline.
fn without_dateline(text: &str, at: ByteRange, body: &mut Body) -> ByteRange {
    let Some(found) = at.slice(text).and_then(dateline::parse) else {
        return at;
    };
    let place = ByteRange::new(at.start, at.start + found.end);
    body.apparatus.push(Apparatus { kind: ApparatusKind::Dateline, at: place });
    body.filed = found.date.map(|date| (date, place)).or(body.filed.take());
    ByteRange::new(at.start + found.body, at.end)
}

fn kind_of(piece: &Piece<'_>, next: Option<&Piece<'_>>, first: bool, short: bool) -> (BlockKind, Option<u8>) {
    if let State::Block(kind) = piece.state {
        return (kind, None);
    }
    match piece.hint {
        LineHint::Heading(level) => (BlockKind::Heading, Some(level)),
        LineHint::ListItem(level) => (BlockKind::ListItem, (level > 1).then_some(level)),
        LineHint::Quotation => (BlockKind::Quotation, None),
        LineHint::Caption => (BlockKind::Caption, None),
        LineHint::Table => (BlockKind::Table, None),
        LineHint::Footnote => (BlockKind::Footnote, None),
        LineHint::Summary => (BlockKind::Summary, None),
        LineHint::LiveEntry => (BlockKind::LiveEntry, None),
        LineHint::None if bullet(piece.words).is_some() => (BlockKind::ListItem, None),
        LineHint::None if quoted(piece.words).is_some() => (BlockKind::Quotation, None),
        LineHint::None | LineHint::Bold => {
            let stands_over = next.is_some_and(|next| {
                !next.is_prose() || heading::is_paragraph(next.words) || bullet(next.words).is_some()
            });
            // In markup a bold line is a heading even as the first of the article; in plain text the first line is text.
            // Where all paragraphs are short, a short question is one of them.
            let question = piece.words.trim_end_matches(is_blank).ends_with('?');
            let placed = piece.hint == LineHint::Bold || !(first || (short && question));
            if placed && stands_over && heading::can_be_heading(piece.words) {
                (BlockKind::Heading, Some(1))
            } else {
                (BlockKind::Paragraph, None)
            }
        }
        _ => (BlockKind::Paragraph, None),
    }
}

/// One sentence a paragraph: half of the paragraphs are shorter than two lines.
fn has_short_paragraphs(pieces: &[Piece<'_>]) -> bool {
    let mut lengths: Vec<usize> = pieces
        .iter()
        .filter(|piece| piece.is_open() && piece.words.split_whitespace().nth(3).is_some())
        .map(|piece| piece.words.len())
        .collect();
    lengths.sort_unstable();
    lengths.get(lengths.len() / 2).is_some_and(|middle| *middle < 140)
}

/// Length of the mark in front of a block quotation in plain text, "> ", where it stands on one line.
fn quoted(words: &str) -> Option<usize> {
    let rest = words.strip_prefix('>')?;
    let blank = rest.len() - rest.trim_start_matches(is_blank).len();
    (blank > 0 && !rest.contains('\n')).then_some(1 + blank)
}

/// Length of the bullet or number a line begins with, white space after it included.
pub(crate) fn bullet(words: &str) -> Option<usize> {
    let mark = words.chars().next()?;
    let spaced = || words.get(mark.len_utf8()..).is_some_and(|rest| rest.starts_with(is_blank));
    let drawn = matches!(mark, '•' | '◦' | '▪' | '‣' | '●' | '■');
    let length = if drawn || (matches!(mark, '-' | '*' | '–' | '+') && spaced()) {
        mark.len_utf8()
    } else {
        let digits = words.bytes().take_while(u8::is_ascii_digit).count();
        let after = words.get(digits..)?;
        let marked =
            (1..=2).contains(&digits) && after.starts_with(['.', ')']) && after.get(1..)?.starts_with(is_blank);
        marked.then_some(digits + 1)?
    };
    let rest = words.get(length..)?;
    let bare = rest.trim_start_matches(is_blank);
    (!bare.is_empty()).then_some(length + rest.len() - bare.len())
}

fn without_bullet(text: &str, at: ByteRange) -> ByteRange {
    let skipped = at.slice(text).and_then(bullet).unwrap_or(0);
    ByteRange::new(at.start + skipped, at.end)
}

/// A footnote without its "[1]" or "[^1]:".
fn without_label(text: &str, at: ByteRange) -> ByteRange {
    let words = at.slice(text).unwrap_or_default();
    let label =
        words.strip_prefix('[').and_then(|rest| rest.find(']').filter(|end| *end <= 6)).map_or(0, |end| end + 2);
    let label = label + usize::from(words.get(label..).is_some_and(|rest| rest.starts_with(':')));
    trimmed(text, ByteRange::new(at.start + label, at.end))
}

/// Everything after the first label is somebody's speech, but for questions without a label.
fn turns(text: &str, pieces: &[Piece<'_>], lines: Vec<transcript::Line<'_>>, body: &mut Body) {
    let mut speaker: Option<(String, Option<String>)> = None;
    let questions = transcript::questions(&lines);
    let mut lines = lines.into_iter().zip(questions);
    for piece in pieces.iter().filter(|piece| !matches!(piece.state, State::Apparatus(_))) {
        let line = if piece.is_open() { lines.next() } else { None };
        let (label, is_question) = line.map_or((None, false), |(line, is_question)| (line.label, is_question));
        let mut at = piece.at;
        if let Some(label) = label {
            speaker = Some((label.speaker.to_owned(), label.time.map(str::to_owned)));
            at = trimmed(text, ByteRange::new(at.start + label.body, at.end));
            if at.is_empty() {
                continue;
            }
        }
        let words = at.slice(text).unwrap_or_default();
        if transcript::is_direction(words) {
            body.apparatus.push(Apparatus { kind: ApparatusKind::Other, at });
            continue;
        }
        let (kind, level) = kind_of(piece, None, true, false);
        match (&speaker, kind) {
            (Some((name, time)), BlockKind::Paragraph) if !is_question => {
                if let Some(at) = transcript::without_directions(text, at) {
                    let block = Block::new(BlockKind::SpeakerTurn, at);
                    body.blocks.push(Block { speaker: Some(name.clone()), time: time.clone(), ..block });
                }
            }
            _ => body.blocks.push(Block { level, ..Block::new(kind, at) }),
        }
    }
}
