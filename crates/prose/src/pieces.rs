//! The lines of a page while it is being decided what they are.

use rapporteur_core::{ApparatusKind, BlockKind, ByteRange};

use crate::trim::trimmed;
use crate::{Line, LineHint, furniture};

/// One line, trimmed, and what has been found out about it.
#[derive(Debug, Clone)]
pub(crate) struct Piece<'t> {
    pub(crate) at: ByteRange,
    pub(crate) words: &'t str,
    pub(crate) hint: LineHint,
    pub(crate) state: State,
}

/// What a line is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// Nobody has claimed it: it will be a block of the article.
    Open,
    Apparatus(ApparatusKind),
    Block(BlockKind),
}

impl Piece<'_> {
    pub(crate) fn is_open(&self) -> bool {
        self.state == State::Open
    }

    pub(crate) fn is(&self, kind: ApparatusKind) -> bool {
        self.state == State::Apparatus(kind)
    }

    pub(crate) fn set(&mut self, kind: ApparatusKind) {
        self.state = State::Apparatus(kind);
    }

    /// Whether markup left open that it is a heading.
    pub(crate) fn is_plain(&self) -> bool {
        matches!(self.hint, LineHint::None | LineHint::Bold)
    }

    /// Whether it is prose by markup, or nothing is known.
    pub(crate) fn is_prose(&self) -> bool {
        matches!(self.hint, LineHint::None | LineHint::Bold | LineHint::Paragraph)
    }
}

/// The lines that hold words, with what markup and stock phrases say. Lines outside the text, and lines that overlap the
/// one before, are passed over.
pub(crate) fn pieces<'t>(text: &'t str, lines: &[Line]) -> Vec<Piece<'t>> {
    let mut pieces: Vec<Piece<'t>> = Vec::with_capacity(lines.len());
    let mut end = 0;
    for line in lines {
        let at = trimmed(text, line.at);
        let Some(words) = at.slice(text).filter(|words| !words.is_empty() && at.start >= end) else {
            continue;
        };
        end = at.end;
        let state = match line.hint {
            LineHint::Headline => State::Apparatus(ApparatusKind::Headline),
            LineHint::Apparatus(kind) => State::Apparatus(kind),
            LineHint::None | LineHint::Bold | LineHint::Paragraph | LineHint::ListItem(_) | LineHint::Heading(_) => {
                furniture::anywhere(words).map_or(State::Open, State::Apparatus)
            }
            _ => State::Open,
        };
        pieces.push(Piece { at, words, hint: line.hint, state });
    }
    captions(&mut pieces);
    pieces
}

/// The line after "Enlarge this image" is the picture's caption.
fn captions(pieces: &mut [Piece<'_>]) {
    for index in 1..pieces.len() {
        let prompt = matches!(pieces.get(index - 1), Some(before) if before.is(ApparatusKind::CaptionCredit)
            && crate::words::folded(before.words).starts_with("enlarge"));
        if let Some(piece) = pieces.get_mut(index).filter(|piece| prompt && piece.is_open() && piece.is_plain())
            && furniture::is_caption_after_prompt(piece.words)
        {
            piece.set(ApparatusKind::CaptionCredit);
        }
    }
}
