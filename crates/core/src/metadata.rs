use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ByteRange, Quoted, Span};

/// What is known about the text as a publication. Unknown is null, never a guess.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Metadata")]
#[serde(default, bound(deserialize = "A: Deserialize<'de>"))]
pub struct Metadata<A = Span> {
    /// The headline without category suffix and site name.
    pub title: Option<String>,
    /// Kind of piece as the source states it ("Analysis", "OpEd", "Issue Brief"); null where it does not.
    pub category: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// First publication: ISO 8601 with the precision and the offset the source gives.
    pub published: Option<String>,
    /// Last modification: as `published`.
    pub modified: Option<String>,
    /// The address the page itself gives as its own.
    pub url: Option<String>,
    /// The site or paper this text was read on.
    pub publisher: Option<Publisher>,
    /// Who published it first.
    pub origin: Option<Origin<A>>,
    /// In the order of the byline.
    pub authors: Vec<Author<A>>,
    pub keywords: Vec<String>,
    /// Every title, date and author value seen: where it came from and whether it was chosen.
    pub candidates: Vec<Candidate<A>>,
}

/// The site or paper a text was read on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Publisher {
    pub name: String,
    /// Id of the actor, where the publisher is one of the document's actors.
    #[serde(default)]
    pub actor: Option<String>,
}

/// Who published a text first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Origin")]
#[serde(bound(deserialize = "A: Deserialize<'de>"))]
pub struct Origin<A = Span> {
    pub name: String,
    /// Id of the actor, where the origin is one of the document's actors.
    #[serde(default)]
    pub actor: Option<String>,
    /// The words that name it; null where only markup does.
    #[serde(default)]
    pub at: Option<A>,
}

/// One author.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Author")]
#[serde(bound(deserialize = "A: Deserialize<'de>"))]
pub struct Author<A = Span> {
    pub name: String,
    /// Id of the actor this author is.
    #[serde(default)]
    pub actor: Option<String>,
    /// "Associate Fellow".
    #[serde(default)]
    pub role: Option<String>,
    /// The institution: "Coastal Policy Institute".
    #[serde(default)]
    pub affiliation: Option<String>,
    /// The sentences about the author.
    #[serde(default)]
    pub bio: Option<Quoted<A>>,
    /// The name in the byline; null where only markup names the author.
    #[serde(default)]
    pub at: Option<A>,
}

/// A value seen for a field, with its origin. The losers are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Candidate")]
#[serde(bound(deserialize = "A: Deserialize<'de>"))]
pub struct Candidate<A = Span> {
    /// The metadata field: "title", "published", "authors".
    pub field: String,
    /// The value as it stands.
    pub value: String,
    /// Where it was seen: "json-ld headline", "meta og:title", "headline", "byline".
    pub origin: String,
    pub chosen: bool,
    /// Why it was chosen or passed over, where more than the order of origins decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The words in the text; null where the value stands only in markup.
    #[serde(default)]
    pub at: Option<A>,
    /// Bytes of the original file, for values that stand only in markup.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<ByteRange>,
}

// By hand here and in the bounds above: a derive would ask for `A: Default`, and a position has no default.
impl<A> Default for Metadata<A> {
    fn default() -> Self {
        Self {
            title: None,
            category: None,
            language: None,
            published: None,
            modified: None,
            url: None,
            publisher: None,
            origin: None,
            authors: Vec::new(),
            keywords: Vec::new(),
            candidates: Vec::new(),
        }
    }
}

impl<A> Author<A> {
    /// An author of whom only the name is known.
    pub fn named(name: impl Into<String>, at: Option<A>) -> Self {
        Self { name: name.into(), actor: None, role: None, affiliation: None, bio: None, at }
    }

    /// The same author with another kind of position.
    pub fn map_at<B>(self, convert: &mut impl FnMut(A) -> B) -> Author<B> {
        Author {
            name: self.name,
            actor: self.actor,
            role: self.role,
            affiliation: self.affiliation,
            bio: self.bio.map(|bio| bio.map_at(convert)),
            at: self.at.map(convert),
        }
    }
}

impl<A> Metadata<A> {
    /// The same metadata with another kind of position.
    pub fn map_at<B>(self, convert: &mut impl FnMut(A) -> B) -> Metadata<B> {
        Metadata {
            title: self.title,
            category: self.category,
            language: self.language,
            published: self.published,
            modified: self.modified,
            url: self.url,
            publisher: self.publisher,
            origin: self.origin.map(|origin| Origin {
                name: origin.name,
                actor: origin.actor,
                at: origin.at.map(&mut *convert),
            }),
            authors: self.authors.into_iter().map(|author| author.map_at(convert)).collect(),
            keywords: self.keywords,
            candidates: self
                .candidates
                .into_iter()
                .map(|candidate| Candidate {
                    field: candidate.field,
                    value: candidate.value,
                    origin: candidate.origin,
                    chosen: candidate.chosen,
                    reason: candidate.reason,
                    at: candidate.at.map(&mut *convert),
                    source: candidate.source,
                })
                .collect(),
        }
    }
}
