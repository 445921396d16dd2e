use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Apparatus, Block, BlockKind, ByteRange, Diagnostic, Metadata, Review, SourceMap};

/// A document as a source plugin hands it over: all positions are UTF-8 byte ranges into `text`, on character boundaries.
///
/// Actors and claims are not the plugin's business; they are found once for all sources.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Draft {
    pub text: String,
    /// Where the text stands in the original file.
    pub map: SourceMap,
    pub media_type: String,
    /// Label of the encoding standard the bytes were read by.
    pub charset: String,
    pub metadata: Metadata<ByteRange>,
    /// In reading order.
    pub blocks: Vec<Block<ByteRange>>,
    /// In text order.
    pub apparatus: Vec<Apparatus<ByteRange>>,
    /// Claims that the source states as data.
    pub claims: Vec<DraftClaim>,
    pub diagnostics: Vec<Diagnostic<ByteRange>>,
}

impl Draft {
    /// A text that stands in its file as it is, with nothing told of it.
    pub fn of_text(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { map: SourceMap::identity(text.len()), text, ..Self::default() }
    }

    /// A text in which every line is a paragraph.
    pub fn of_lines(text: impl Into<String>) -> Self {
        let mut draft = Self::of_text(text);
        let mut start = 0;
        for line in draft.text.split_inclusive('\n') {
            let at = ByteRange::new(start, start + line.trim_end().len());
            start += line.len();
            if !at.is_empty() {
                draft.blocks.push(Block::new(BlockKind::Paragraph, at));
            }
        }
        draft
    }
}

/// A claim that a page states as data: a fact check names who said what.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DraftClaim {
    /// Who said it, as stated.
    #[serde(default)]
    pub claimant: Option<String>,
    /// Further people who said it too, as stated.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub co_claimants: Vec<String>,
    /// The words that name the claimant.
    #[serde(default)]
    pub source: Option<ByteRange>,
    /// The words of the claim; empty where they stand only in markup.
    #[serde(default)]
    pub content: Vec<ByteRange>,
    /// What the page says of the claim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Review<ByteRange>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_a_paragraph() {
        let draft = Draft::of_lines("One. \n\nTwo.\r\nThree.");
        let lines: Vec<&str> = draft.blocks.iter().filter_map(|block| block.at.slice(&draft.text)).collect();
        assert_eq!(lines, ["One.", "Two.", "Three."]);
        assert!(Draft::of_lines("").blocks.is_empty());
    }
}
