use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ActorKind, ByteRange, ClaimForm, Diagnostic, Identifiers, MentionForm, Position, Sense, SourceForm};

/// What an annotator has to add to a document: all positions are UTF-8 byte ranges into the document's `text`, on character
/// boundaries. Fields that are not known are passed over.
///
/// [`annotate`](crate::annotate) checks every item by itself: one that will not do is left out with a diagnostic, the others
/// are added.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Additions {
    /// Actors that the document does not have.
    pub actors: Vec<AddedActor>,
    /// Further mentions of actors that the document has or that stand in `actors`.
    pub mentions: Vec<AddedMention>,
    /// Claims that the document does not have.
    pub claims: Vec<AddedClaim>,
    /// Labels of claims that the document has.
    pub labels: Vec<AddedLabel>,
    /// What a reader of the output should know.
    pub diagnostics: Vec<Diagnostic<ByteRange>>,
}

/// An actor to add. One that the document has already, by identifier or by name, is not added again; its mentions are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AddedActor {
    /// What `mentions` and `claims` of these additions call it, and the id it gets if that is free; empty: made from the name.
    #[serde(default)]
    pub id: String,
    pub name: String,
    pub kind: ActorKind,
    #[serde(default)]
    pub subkind: Option<String>,
    /// Other names the text uses.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Id of the actor it belongs to or speaks for.
    #[serde(default)]
    pub affiliation: Option<String>,
    #[serde(default)]
    pub identifiers: Identifiers,
    /// Where the text names it: one place at least.
    pub mentions: Vec<DraftMention>,
    /// 0 to 1.
    pub confidence: f64,
    /// The rule or model that found it; not empty.
    pub rule: String,
}

/// One place where the text speaks of an actor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DraftMention {
    pub at: ByteRange,
    #[serde(default)]
    pub form: MentionForm,
    #[serde(default)]
    pub sense: Sense,
}

/// A mention to add.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AddedMention {
    /// Id of an actor of the document or of these additions.
    pub actor: String,
    #[serde(flatten)]
    pub mention: DraftMention,
    /// 0 to 1.
    pub confidence: f64,
    /// The rule or model that found it; not empty.
    pub rule: String,
}

/// A claim to add. How much of it stands in quotation marks is seen from the text, and its section from its block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AddedClaim {
    /// Id of an actor of the document or of these additions; as all ids here.
    #[serde(default)]
    pub claimant: Option<String>,
    #[serde(default)]
    pub co_claimants: Vec<String>,
    /// The words that name the claimant.
    #[serde(default)]
    pub source: Option<ByteRange>,
    #[serde(default)]
    pub source_form: SourceForm,
    /// The words that attribute.
    #[serde(default)]
    pub cue: Option<ByteRange>,
    /// Dictionary form of the cue; left out: its words in small letters.
    #[serde(default)]
    pub cue_lemma: Option<String>,
    /// What is attributed: one range at least, each within one block of the article, none over another.
    pub content: Vec<ByteRange>,
    #[serde(default)]
    pub form: ClaimForm,
    #[serde(default)]
    pub addressee: Option<String>,
    /// Nearest first.
    #[serde(default)]
    pub targets: Vec<String>,
    #[serde(default)]
    pub position: Option<Position>,
    #[serde(default)]
    pub hedged: bool,
    #[serde(default)]
    pub negated: bool,
    /// The words for the document that speaks for the claimant.
    #[serde(default)]
    pub via: Option<ByteRange>,
    /// The sentence of the cue.
    #[serde(default)]
    pub sentence: Option<ByteRange>,
    #[serde(default)]
    pub labels: Vec<DraftLabel>,
    /// 0 to 1.
    pub confidence: f64,
    /// The rule or model that found it; not empty.
    pub rule: String,
}

/// A label of a claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DraftLabel {
    /// The set of labels it is one of: "topic".
    pub scheme: String,
    /// "energy"
    pub label: String,
    /// The words that speak for it.
    #[serde(default)]
    pub evidence: Vec<ByteRange>,
    /// 0 to 1.
    pub confidence: f64,
    /// The rule or model that found it; not empty.
    pub rule: String,
}

/// A label to add.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AddedLabel {
    /// Id of a claim of the document: "c3".
    pub claim: String,
    #[serde(flatten)]
    pub label: DraftLabel,
}
