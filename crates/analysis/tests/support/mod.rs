//! Documents that tests make of drafts. Each test program uses a part of it.
#![allow(dead_code)]

use rapporteur_core::{Assembled, Block, BlockKind, ByteRange, Draft, Provenance, SourceMap, assemble};

/// A draft of this text, with nothing told of it.
pub fn draft(text: &str) -> Draft {
    Draft { text: text.to_owned(), map: SourceMap::identity(text.len()), ..Draft::default() }
}

/// The document of a draft that is sound.
pub fn assembled(draft: Draft) -> Assembled {
    let text = draft.text.clone();
    let provenance = Provenance {
        uri: "test.txt",
        bytes: text.as_bytes(),
        ordinal: 0,
        plugin: "test",
        plugin_version: "1",
        confidence: 100,
        evidence: &[],
    };
    assemble(draft, &provenance).expect("the draft is sound")
}

/// The document of a text in which every line is a paragraph.
pub fn lines(text: &str) -> Assembled {
    let mut draft = draft(text);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let at = ByteRange::new(start, start + line.trim_end().len());
        start += line.len();
        if !at.is_empty() {
            draft.blocks.push(Block::new(BlockKind::Paragraph, at));
        }
    }
    assembled(draft)
}
