//! `rapporteur.toml`.

use std::collections::BTreeMap;

use rapporteur_host::nearest;
use serde::Deserialize;
use serde_json::{Map, Value};
use thiserror::Error;

use crate::IsolationConfig;

/// What a run is told beyond its inputs. Paths are relative to the folder of the file they stand in; the caller resolves
/// them.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    pub analysis: AnalysisConfig,
    /// Where plugins run and what they may use.
    pub isolation: IsolationConfig,
    /// Annotators that run, in this order, by id, last part of an id or name. "all" stands for all others that are ready, by
    /// id; "none" for none, whatever stands beside it. Default: none. An annotator changes what is written, so that it lies in
    /// a folder of plugins is not reason enough to run it.
    pub annotators: Vec<String>,
    /// Options of plugins, by id or its last part: `[plugins.export-csv]`.
    pub plugins: BTreeMap<String, Map<String, Value>>,
    /// Plugins switched off, by id or its last part.
    pub disabled_plugins: Vec<String>,
    /// Folders in which plugins are looked for before all others.
    pub plugin_path: Vec<String>,
    /// Largest input that is read, in bytes. Default 32 MiB.
    pub max_bytes: Option<u64>,
}

/// `[analysis]`
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AnalysisConfig {
    /// Files of further actors, in the form of the built-in gazetteer.
    pub gazetteers: Vec<String>,
}

/// A configuration that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ConfigError {
    /// Not TOML, or a key or value that is not known; with line and column.
    #[error("{message}")]
    Toml {
        message: String,
        /// For an unknown key, the one there is that sounds most alike.
        nearest: Option<String>,
    },
}

impl ConfigError {
    /// For an unknown key, the one there is that sounds most alike.
    pub fn nearest(&self) -> Option<&str> {
        let Self::Toml { nearest, .. } = self;
        nearest.as_deref()
    }

    fn toml(error: &toml::de::Error) -> Self {
        // The reader says "unknown field `timout`, expected one of `mode`, `timeout`".
        let names: Vec<&str> = error.message().split('`').skip(1).step_by(2).collect();
        let nearest = match names.split_first() {
            Some((typed, known)) if error.message().starts_with("unknown field") => {
                nearest(typed, known.iter().copied())
            }
            _ => None,
        };
        Self::Toml { message: error.to_string().trim_end().to_owned(), nearest }
    }
}

impl Config {
    /// Largest input read where nothing else is said.
    pub const DEFAULT_MAX_BYTES: u64 = 32 << 20;

    /// Reads the text of a `rapporteur.toml`.
    ///
    /// # Errors
    /// [`ConfigError`] with the place and, for an unknown key, the keys there are.
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        toml::from_str(text).map_err(|error| ConfigError::toml(&error))
    }

    /// Largest input that is read, in bytes.
    pub fn max_bytes(&self) -> u64 {
        self.max_bytes.unwrap_or(Self::DEFAULT_MAX_BYTES)
    }

    /// The options given for a plugin under its id or the last part of it.
    pub fn options_of(&self, id: &str) -> Map<String, Value> {
        let last = id.rsplit('.').next().unwrap_or(id);
        self.plugins.get(id).or_else(|| self.plugins.get(last)).cloned().unwrap_or_default()
    }
}
