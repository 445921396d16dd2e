use rapporteur_core::{Apparatus, ApparatusKind, Block, BlockKind, ByteRange, Diagnostic, Metadata};

use crate::trim::trimmed;
use crate::{Known, Line, LineHint};

/// An article taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Anatomy {
    /// The article itself, in reading order. Ranges are trimmed and do not overlap.
    pub blocks: Vec<Block<ByteRange>>,
    /// What stands around it, in text order. Does not overlap the blocks.
    pub apparatus: Vec<Apparatus<ByteRange>>,
    pub metadata: Metadata<ByteRange>,
    pub diagnostics: Vec<Diagnostic<ByteRange>>,
}

/// Takes an article apart. `lines` are in reading order and do not overlap; lines outside the text are passed over.
///
/// What is not surely byline, bio or furniture stays in the body.
pub fn anatomy(text: &str, lines: &[Line], known: &Known<'_>) -> Anatomy {
    let mut anatomy = Anatomy::default();
    anatomy.metadata.title = known.title.map(str::to_owned);
    for line in lines {
        let at = trimmed(text, line.at);
        if at.is_empty() {
            continue;
        }
        match kind(line.hint) {
            Ok((kind, level)) => anatomy.blocks.push(Block { level, ..Block::new(kind, at) }),
            Err(kind) => anatomy.apparatus.push(Apparatus { kind, at }),
        }
    }
    anatomy
}

/// What a line is by markup alone.
fn kind(hint: LineHint) -> Result<(BlockKind, Option<u8>), ApparatusKind> {
    Ok(match hint {
        LineHint::Headline => return Err(ApparatusKind::Headline),
        LineHint::Apparatus(kind) => return Err(kind),
        LineHint::Heading(level) => (BlockKind::Heading, Some(level)),
        LineHint::ListItem(level) => (BlockKind::ListItem, (level > 1).then_some(level)),
        LineHint::Quotation => (BlockKind::Quotation, None),
        LineHint::Caption => (BlockKind::Caption, None),
        LineHint::Table => (BlockKind::Table, None),
        LineHint::Footnote => (BlockKind::Footnote, None),
        LineHint::Summary => (BlockKind::Summary, None),
        LineHint::LiveEntry => (BlockKind::LiveEntry, None),
        LineHint::None | LineHint::Paragraph | LineHint::Bold => (BlockKind::Paragraph, None),
    })
}
