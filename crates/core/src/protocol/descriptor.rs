use serde::{Deserialize, Serialize};

/// What a plugin says about itself; static JSON in the library.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Descriptor {
    /// Reverse domain: "org.rapporteur.source-orf". Lower-case letters, digits, dots and hyphens.
    pub id: String,
    /// Version of the plugin, which is not the version of the host.
    pub version: String,
    pub kind: PluginKind,
    /// Version of the messages it speaks.
    pub protocol: u32,
    /// What users type: `--source orf`, `--to csv`, `--annotate topics`.
    pub name: String,
    /// One line for people.
    pub summary: String,
    #[serde(default)]
    pub license: String,
    /// Media types it reads or writes: "text/html".
    #[serde(default)]
    pub media_types: Vec<String>,
    /// File name endings without the dot: "html".
    #[serde(default)]
    pub extensions: Vec<String>,
    /// Hosts of the pages it is made for: "orfonline.org".
    #[serde(default)]
    pub domains: Vec<String>,
    /// Decides between sources of equal confidence: the higher wins.
    #[serde(default)]
    pub rank: u32,
    /// JSON Schema of its options; an object schema.
    #[serde(default)]
    pub options_schema: serde_json::Value,
    /// The option that takes the text of a rules file. A source that has one is an engine: each rules file that names it is a
    /// source of its own. It answers `propose` too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules_option: Option<String>,
}

/// What a plugin does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PluginKind {
    /// Reads a format or site.
    Source,
    /// Writes a format.
    Exporter,
    /// Adds actors, claims and labels to a document.
    Annotator,
}

impl PluginKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Source, Self::Exporter, Self::Annotator];

    /// The name used in JSON and TOML.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Exporter => "exporter",
            Self::Annotator => "annotator",
        }
    }
}
