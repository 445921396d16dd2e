use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Span;

/// A piece of the article itself, in reading order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Block")]
#[serde(bound(deserialize = "A: Deserialize<'de>"))]
pub struct Block<A = Span> {
    pub kind: BlockKind,
    /// Depth of a heading (1 for the first level below the headline) or of a nested list item; null elsewhere.
    #[serde(default)]
    pub level: Option<u8>,
    /// Index of the section the block stands in: 0 before the first heading, then one more at each heading, which is
    /// itself the first block of its section.
    #[serde(default)]
    pub section: usize,
    /// Who speaks, as the label of a speaker's turn names them; null elsewhere.
    #[serde(default)]
    pub speaker: Option<String>,
    /// Clock time or time code of a live entry or turn, as stated.
    #[serde(default)]
    pub time: Option<String>,
    /// Who wrote what follows, where the article names authors of its parts: on the heading of a section of a round-table,
    /// on the heading or the first block of an entry of a live blog. In the order in which they stand; empty elsewhere.
    ///
    /// A part's author is no claimant of its words: they are the author's own voice, as the article's are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub byline: Vec<PartAuthor<A>>,
    pub at: A,
}

/// Somebody who wrote a part of the article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "PartAuthor")]
#[serde(bound(deserialize = "A: Deserialize<'de>"))]
pub struct PartAuthor<A = Span> {
    /// "Ilse Marwood", also where the text has "Ilse MARWOOD".
    pub name: String,
    /// The name in the text.
    pub at: A,
}

/// What a block of the article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    Heading,
    Paragraph,
    ListItem,
    /// A block quotation.
    Quotation,
    Caption,
    Table,
    /// A paragraph of what one speaker says in a transcript or interview.
    SpeakerTurn,
    /// An entry of a live blog.
    LiveEntry,
    /// Standfirst, key points, executive summary.
    Summary,
    Footnote,
}

/// A piece around the article: kept with its place, never analysed for claims.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Apparatus")]
#[serde(bound(deserialize = "A: Deserialize<'de>"))]
pub struct Apparatus<A = Span> {
    pub kind: ApparatusKind,
    pub at: A,
}

/// What a piece around the article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ApparatusKind {
    /// The headline as it stands, category suffix included.
    Headline,
    Standfirst,
    Byline,
    /// Where and when a report was filed: "PORT AVER, March 14 —".
    Dateline,
    /// A visible date of publication or update.
    DateLine,
    /// About an author.
    Bio,
    /// Who published the text first, or where it was taken from.
    SourceNote,
    /// "The views expressed are the author's own."
    Disclaimer,
    /// About the publishing institution.
    PublisherBlurb,
    CommentForm,
    Share,
    Related,
    Newsletter,
    /// Repeats words of the article for display.
    PullQuote,
    Navigation,
    /// Picture credit or control text beside a picture.
    CaptionCredit,
    /// Furniture of no kind named here.
    Other,
}

impl<A> Block<A> {
    /// The same block with another kind of position.
    pub fn map_at<B>(self, convert: &mut impl FnMut(A) -> B) -> Block<B> {
        Block {
            kind: self.kind,
            level: self.level,
            section: self.section,
            speaker: self.speaker,
            time: self.time,
            byline: self.byline.into_iter().map(|author| author.map_at(convert)).collect(),
            at: convert(self.at),
        }
    }

    /// A block of this kind with nothing further known.
    pub fn new(kind: BlockKind, at: A) -> Self {
        Self { kind, level: None, section: 0, speaker: None, time: None, byline: Vec::new(), at }
    }
}

impl<A> PartAuthor<A> {
    /// The same author with another kind of position.
    pub fn map_at<B>(self, convert: &mut impl FnMut(A) -> B) -> PartAuthor<B> {
        PartAuthor { name: self.name, at: convert(self.at) }
    }
}

impl<A> Apparatus<A> {
    /// The same piece with another kind of position.
    pub fn map_at<B>(self, convert: &mut impl FnMut(A) -> B) -> Apparatus<B> {
        Apparatus { kind: self.kind, at: convert(self.at) }
    }
}
