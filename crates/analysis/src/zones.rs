//! What of a document is read for actors and claims.

use rapporteur_core::{ApparatusKind, BlockKind, ByteRange, Document};

/// A stretch of text that is read as running prose: a block, the headline, the byline.
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
    /// Mentions and claims.
    Block(BlockKind),
}

impl Zone {
    /// Whether claims may be read here.
    pub fn holds_claims(&self) -> bool {
        match self.kind {
            ZoneKind::Headline | ZoneKind::Byline => false,
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
    let mut zones: Vec<Zone> = around.chain(blocks).collect();
    zones.sort_by_key(|zone| zone.at);
    zones
}
