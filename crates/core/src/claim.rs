use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Label, Quoted, Span};

/// Something the text attributes to somebody else than its author.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Claim {
    /// "c1", "c2" … in text order; unique within the document.
    pub id: String,
    /// Id of the actor who holds it; null where the text does not say who.
    pub claimant: Option<String>,
    /// Ids of further actors who hold it jointly ("Japan and NATO").
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub co_claimants: Vec<String>,
    /// The words that name the claimant; null where none do.
    pub source: Option<ClaimSource>,
    /// The words that attribute; null for a turn of a speaker and for structured data.
    pub cue: Option<Cue>,
    /// What is attributed, in text order. An interrupted quotation is one claim with several fragments.
    pub content: Vec<Quoted>,
    pub quotation: Quotation,
    pub form: ClaimForm,
    /// Id of the actor spoken to ("told X that", "urged X to").
    #[serde(default)]
    pub addressee: Option<String>,
    /// Ids of the actors the claim is about, nearest first.
    #[serde(default)]
    pub targets: Vec<String>,
    /// Toward the targets, or toward the content where there is none; null when the text does not say.
    #[serde(default)]
    pub position: Option<Position>,
    /// Attributed with reserve: "reportedly", "would likely prefer".
    #[serde(default)]
    pub hedged: bool,
    /// The claimant rejects the content: "denied that".
    #[serde(default)]
    pub negated: bool,
    /// The communiqué, speech or report that speaks for the claimant.
    #[serde(default)]
    pub via: Option<Via>,
    /// Id of the claim whose content this one stands in.
    #[serde(default)]
    pub nested_in: Option<String>,
    /// Index of the section it stands in; see [`Block::section`](crate::Block::section).
    #[serde(default)]
    pub section: Option<usize>,
    /// The sentence of the cue.
    #[serde(default)]
    pub sentence: Option<Quoted>,
    /// 0 to 1, in steps of a hundredth.
    pub confidence: f64,
    /// The rule or model that found it.
    pub rule: String,
    pub origin: ClaimOrigin,
    /// Id of the annotator that added it, where `origin` is "annotated".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub annotator: Option<String>,
    /// What annotators say the claim is about or like: topics, frames. In the order of the annotators, then by scheme and label.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<Label>,
    /// What the fact check that states the claim as data says of it; null for all other claims.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Review>,
}

/// A fact check's word on a claim, all as the page states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Review")]
#[serde(bound(deserialize = "A: Deserialize<'de>"))]
pub struct Review<A = Span> {
    /// "Mostly false"; null where there is no verdict in words.
    #[serde(default)]
    pub verdict: Option<String>,
    /// The verdict in the text; null where it stands only in markup.
    #[serde(default)]
    pub verdict_at: Option<A>,
    /// The verdict as a number, "1", on a scale whose ends are `worst` and `best`.
    #[serde(default)]
    pub rating: Option<String>,
    #[serde(default)]
    pub worst: Option<String>,
    #[serde(default)]
    pub best: Option<String>,
    /// Who checked the claim.
    #[serde(default)]
    pub reviewer: Option<String>,
    /// When the claim was made: "2031-04-24".
    #[serde(default)]
    pub claimed: Option<String>,
    /// Where the claim was made: addresses or names of works, in the order of the page.
    #[serde(default)]
    pub appearances: Vec<String>,
}

impl<A> Review<A> {
    /// The same review with another kind of position.
    pub fn map_at<B>(self, convert: &mut impl FnMut(A) -> B) -> Review<B> {
        Review {
            verdict: self.verdict,
            verdict_at: self.verdict_at.map(convert),
            rating: self.rating,
            worst: self.worst,
            best: self.best,
            reviewer: self.reviewer,
            claimed: self.claimed,
            appearances: self.appearances,
        }
    }
}

// By hand: a derive would ask for `A: Default`, and a position has no default.
impl<A> Default for Review<A> {
    fn default() -> Self {
        Self {
            verdict: None,
            verdict_at: None,
            rating: None,
            worst: None,
            best: None,
            reviewer: None,
            claimed: None,
            appearances: Vec::new(),
        }
    }
}

/// The words that name a claimant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ClaimSource {
    pub text: String,
    pub at: Span,
    pub form: SourceForm,
}

/// By what kind of expression a claimant is named where the claim stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SourceForm {
    #[default]
    Name,
    Nominal,
    Pronoun,
    Adjective,
    Metonym,
    /// A communiqué, report or poll speaks.
    Document,
    /// The label of a speaker's turn.
    Label,
}

/// The words that attribute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Cue {
    pub text: String,
    pub at: Span,
    /// Dictionary form: "accuse", "point out", "according to".
    pub lemma: String,
}

/// The document that speaks for a claimant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Via {
    pub text: String,
    pub at: Span,
}

/// How much of the content stands in quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Quotation {
    /// All words.
    Direct,
    /// None.
    Indirect,
    /// Some.
    Mixed,
}

impl Quotation {
    /// The name used in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }
}

/// What kind of act the claim is; follows the cue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimForm {
    #[default]
    Statement,
    Demand,
    Accusation,
    Support,
    Opposition,
    Promise,
    Intention,
    Assessment,
    Question,
}

impl ClaimForm {
    /// The name used in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Demand => "demand",
            Self::Accusation => "accusation",
            Self::Support => "support",
            Self::Opposition => "opposition",
            Self::Promise => "promise",
            Self::Intention => "intention",
            Self::Assessment => "assessment",
            Self::Question => "question",
        }
    }
}

/// Where a claimant stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Position {
    Support,
    Oppose,
    Neutral,
}

impl Position {
    /// The name used in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Support => "support",
            Self::Oppose => "oppose",
            Self::Neutral => "neutral",
        }
    }
}

/// How a claim came to be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimOrigin {
    /// Read from the text.
    Extracted,
    /// Stated as data by the page, as a fact check does.
    StructuredData,
    /// Added by an annotator; the claim's `annotator` says by which.
    Annotated,
}

impl ClaimOrigin {
    /// The name used in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Extracted => "extracted",
            Self::StructuredData => "structured-data",
            Self::Annotated => "annotated",
        }
    }
}
