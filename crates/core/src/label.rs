use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Quoted;

/// A class that an annotator puts a claim into: a topic, a frame, a policy field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Label {
    /// The set of labels it is one of: "topic".
    pub scheme: String,
    /// "energy"
    pub label: String,
    /// The words that speak for it, in text order; empty where no words in particular do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Quoted>,
    /// 0 to 1, in steps of a hundredth.
    pub confidence: f64,
    /// The rule or model that found it.
    pub rule: String,
    /// Id of the plugin that added it.
    pub annotator: String,
}
