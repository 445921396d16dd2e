use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Span;

/// Somebody who can hold a position: a person, a state, an organisation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Actor {
    /// Readable and stable: "nato", "emmanuel-macron". Unique within the document; the same for the same known actor everywhere.
    pub id: String,
    /// The fullest or best-known name.
    pub name: String,
    pub kind: ActorKind,
    /// "government", "ministry", "think tank", "armed group" …; null where the kind says all that is known.
    #[serde(default)]
    pub subkind: Option<String>,
    /// Other names the text uses, in order of appearance.
    #[serde(default)]
    pub aliases: Vec<String>,
    #[serde(default)]
    pub roles: Vec<Role>,
    /// Id of the actor this one belongs to or speaks for: the state of a minister, the alliance of its secretary-general.
    #[serde(default)]
    pub affiliation: Option<String>,
    #[serde(default)]
    pub identifiers: Identifiers,
    /// In text order.
    #[serde(default)]
    pub mentions: Vec<Mention>,
    /// Who added the actor; left out where the program itself found it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub annotation: Option<Annotation>,
}

/// That an annotator added something, and how it came to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Annotation {
    /// Id of the plugin.
    pub annotator: String,
    /// The rule or model that found it.
    pub rule: String,
    /// 0 to 1, in steps of a hundredth.
    pub confidence: f64,
}

/// What an actor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ActorKind {
    Person,
    State,
    Organisation,
    Alliance,
    /// An office apart from who holds it: "the Ukrainian President".
    Office,
    /// Several who act as one without being an organisation: analysts, officials, allies.
    Group,
}

impl ActorKind {
    /// The name used in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::State => "state",
            Self::Organisation => "organisation",
            Self::Alliance => "alliance",
            Self::Office => "office",
            Self::Group => "group",
        }
    }
}

/// A post a person holds or held, as the text states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Role {
    /// "Secretary-General".
    pub title: String,
    /// Id of the actor the post belongs to, or the organisation's name where it is no actor of the document.
    #[serde(default)]
    pub organisation: Option<String>,
    /// The words that state it; null where a list says so and the text does not.
    #[serde(default)]
    pub at: Option<Span>,
}

/// Keys of other registers. Only what is certain.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Identifiers {
    /// ISO 3166-1 alpha-3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iso3166: Option<String>,
    /// Wikidata item: "Q7184".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wikidata: Option<String>,
}

/// One place where the text speaks of an actor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Mention {
    pub at: Span,
    /// The words, as they stand.
    pub surface: String,
    pub form: MentionForm,
    pub sense: Sense,
    /// Who added the mention; left out where the program itself found it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub annotation: Option<Annotation>,
}

/// By what kind of expression an actor is named.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MentionForm {
    #[default]
    Name,
    Abbreviation,
    Surname,
    /// A demonym: "French".
    Adjective,
    /// A capital or seat: "Paris", "the Kremlin".
    Metonym,
    /// "the alliance".
    Nominal,
    Pronoun,
}

impl MentionForm {
    /// The name used in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Abbreviation => "abbreviation",
            Self::Surname => "surname",
            Self::Adjective => "adjective",
            Self::Metonym => "metonym",
            Self::Nominal => "nominal",
            Self::Pronoun => "pronoun",
        }
    }
}

/// Whether the words stand for the actor or only for a place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Sense {
    #[default]
    Actor,
    Place,
}

impl Sense {
    /// The name used in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::Place => "place",
        }
    }
}
