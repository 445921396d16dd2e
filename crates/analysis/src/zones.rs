//! What of a document is read for actors and claims.

use rapporteur_core::{ApparatusKind, BlockKind, ByteRange, Document};

/// A stretch of text that is read as running prose: a block, the headline, the byline, the label before a
/// speaker's turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    pub kind: ZoneKind,
    pub at: ByteRange,
    /// See [`rapporteur_core::Block::section`].
    pub section: usize,
    /// Who speaks, for a speaker's turn.
    pub speaker: Option<String>,
}

/// What may be read from a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ZoneKind {
    /// Mentions, no claims.
    Headline,
    /// The authors; mentions, no claims.
    Byline,
    /// What stands before a speaker's turn and says who speaks; mentions, no claims.
    Label,
    /// Mentions and claims.
    Block(BlockKind),
}

impl Zone {
    /// Whether claims may be read here.
    pub fn holds_claims(&self) -> bool {
        match self.kind {
            ZoneKind::Headline | ZoneKind::Byline | ZoneKind::Label => false,
            ZoneKind::Block(kind) => {
                !matches!(kind, BlockKind::Heading | BlockKind::Caption | BlockKind::Footnote | BlockKind::Table)
            }
        }
    }
}

/// The zones of a document in text order.
pub fn zones(document: &Document) -> Vec<Zone> {
    let around = document.apparatus.iter().filter_map(|piece| {
        let kind = match piece.kind {
            ApparatusKind::Headline => ZoneKind::Headline,
            ApparatusKind::Byline => ZoneKind::Byline,
            _ => return None,
        };
        Some(Zone { kind, at: piece.at.bytes, section: 0, speaker: None })
    });
    let blocks = document.blocks.iter().map(|block| Zone {
        kind: ZoneKind::Block(block.kind),
        at: block.at.bytes,
        section: block.section,
        speaker: block.speaker.clone(),
    });
    let labels = document.blocks.iter().filter_map(|block| {
        let speaker = block.speaker.as_deref()?;
        let at = label_before(&document.text, block.at.bytes.start, speaker)?;
        Some(Zone { kind: ZoneKind::Label, at, section: block.section, speaker: None })
    });
    let mut zones: Vec<Zone> = around.chain(labels).chain(blocks).collect();
    zones.sort_by_key(|zone| zone.at);
    zones
}

/// Bytes between a label and what its speaker says: a colon, a time, blanks, marks of emphasis.
const LONGEST_GAP: usize = 24;

/// Where `label` stands right before `turn` in the same paragraph: text transcripts leave it outside the turn.
fn label_before(text: &str, turn: usize, label: &str) -> Option<ByteRange> {
    let mut from = turn.saturating_sub(label.len() + LONGEST_GAP);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let before = text.get(from..turn)?;
    let start = before.rfind(label)?;
    let gap = before.get(start + label.len()..)?;
    let same_paragraph = !gap.contains("\n\n") && !gap.chars().any(char::is_alphabetic);
    (same_paragraph && !label.is_empty()).then(|| ByteRange::new(from + start, from + start + label.len()))
}
