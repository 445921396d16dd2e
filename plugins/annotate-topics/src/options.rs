use rapporteur_sdk::Refusal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The list that comes with the plugin.
const BUILT_IN: &str = include_str!("../topics.toml");

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TopicOptions {
    /// The topics, in place of those that come with the plugin. Empty: those.
    pub topics: Vec<Topic>,
    /// Where a topic's words must stand to count: in the content of the claim, or anywhere in its sentence.
    pub within: Within,
    /// What the set of labels is called in the output.
    pub scheme: String,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Within {
    /// In what is claimed.
    #[default]
    Content,
    /// In what is claimed or in the sentence that attributes it: who speaks, and to whom, may tell the topic too.
    Sentence,
}

/// A topic and the words it is known by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// What the label is called: "energy".
    pub name: String,
    /// Words and phrases: "tariff", "supply chain", "migra*", "=arms", or with a weight {term = "pipeline", weight = 0.5}.
    pub terms: Vec<WeightedTerm>,
    /// Phrases within which terms do not count: "olive oil".
    #[serde(default)]
    pub exclude: Vec<String>,
    /// How much weight of different terms it takes.
    #[serde(default = "one")]
    pub threshold: f64,
}

/// A term, with or without a weight.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, deny_unknown_fields, expecting = "a term is neither a string nor { term = \"…\", weight = 1.0 }")]
pub enum WeightedTerm {
    /// Of weight 1.
    Plain(String),
    /// Of this weight.
    Weighted {
        term: String,
        #[serde(default = "one")]
        weight: f64,
    },
}

const fn one() -> f64 {
    1.0
}

impl WeightedTerm {
    pub fn parts(&self) -> (&str, f64) {
        match self {
            Self::Plain(term) => (term, 1.0),
            Self::Weighted { term, weight } => (term, *weight),
        }
    }
}

impl Default for TopicOptions {
    fn default() -> Self {
        Self { topics: Vec::new(), within: Within::default(), scheme: "topic".to_owned() }
    }
}

/// The topics that come with the plugin.
///
/// # Errors
/// A [`Refusal`] if the file in the library cannot be read, which a test rules out.
pub fn built_in() -> Result<Vec<Topic>, Refusal> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct File {
        topics: Vec<Topic>,
    }
    let file: Result<File, _> = toml::from_str(BUILT_IN);
    file.map(|file| file.topics).map_err(|error| Refusal::new("invalid-topics", format!("topics.toml: {error}")))
}
