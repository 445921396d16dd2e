//! `plugin.toml`: what a library holds, readable without loading it.

use std::path::PathBuf;

use rapporteur_abi as abi;
use rapporteur_core::protocol::{Descriptor, PROTOCOL, PluginKind};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::State;
use crate::descriptor_check::check_id;

/// A `plugin.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Version of this file's form: 1.
    pub schema: u32,
    /// Id of the package, reverse domain.
    pub id: String,
    pub version: String,
    /// Version of the C boundary.
    pub abi: u16,
    /// Version of the messages.
    pub protocol: u32,
    /// Stem of the library's file name: the platform adds prefix and ending.
    pub library: String,
    #[serde(default)]
    pub license: String,
    /// The library's plugins.
    #[serde(rename = "plugin")]
    pub plugins: Vec<PluginEntry>,
}

/// One plugin as its manifest names it. The fields are those of its [`Descriptor`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PluginEntry {
    pub id: String,
    pub kind: PluginKind,
    pub name: String,
    pub summary: String,
    #[serde(default)]
    pub media_types: Vec<String>,
    #[serde(default)]
    pub extensions: Vec<String>,
    #[serde(default)]
    pub domains: Vec<String>,
    #[serde(default)]
    pub rank: u32,
}

/// Why a manifest cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ManifestError {
    #[error("{0}")]
    Toml(String),
    #[error("schema {0} is not known; this program reads schema 1")]
    Schema(u32),
    #[error("{0}")]
    Id(String),
    #[error("it names no plugin")]
    Empty,
}

impl Manifest {
    /// Reads the text of a `plugin.toml`.
    ///
    /// # Errors
    /// [`ManifestError`] with what is wrong and, for TOML, the line.
    pub fn parse(text: &str) -> Result<Self, ManifestError> {
        let manifest: Self =
            toml::from_str(text).map_err(|error| ManifestError::Toml(error.to_string().trim_end().to_owned()))?;
        if manifest.schema != 1 {
            return Err(ManifestError::Schema(manifest.schema));
        }
        for id in std::iter::once(&manifest.id).chain(manifest.plugins.iter().map(|plugin| &plugin.id)) {
            check_id(id).map_err(ManifestError::Id)?;
        }
        if manifest.plugins.is_empty() {
            return Err(ManifestError::Empty);
        }
        Ok(manifest)
    }

    /// The manifest of a library whose plugins say this of themselves. `library` is the stem of its file name.
    pub fn of(library: &str, descriptors: &[&Descriptor]) -> Self {
        let first = descriptors.first();
        Self {
            schema: 1,
            id: first.map(|descriptor| descriptor.id.clone()).unwrap_or_default(),
            version: first.map(|descriptor| descriptor.version.clone()).unwrap_or_default(),
            abi: abi::ABI_MAJOR,
            protocol: first.map_or(PROTOCOL, |descriptor| descriptor.protocol),
            library: library.to_owned(),
            license: first.map(|descriptor| descriptor.license.clone()).unwrap_or_default(),
            plugins: descriptors.iter().map(|descriptor| PluginEntry::of(descriptor)).collect(),
        }
    }

    /// The text of the `plugin.toml`.
    pub fn to_toml(&self) -> String {
        toml::to_string(self).unwrap_or_default()
    }

    /// What its versions make of it.
    pub fn state(&self) -> State {
        if self.abi != abi::ABI_MAJOR {
            return State::WrongAbi(format!(
                "made for ABI {}, and this program speaks ABI {}",
                self.abi,
                abi::ABI_MAJOR
            ));
        }
        if self.protocol != PROTOCOL {
            return State::WrongProtocol(format!(
                "speaks protocol {}, and this program protocol {PROTOCOL}",
                self.protocol
            ));
        }
        State::Ready
    }

    /// The library's file name on this platform.
    pub fn library_file(&self) -> PathBuf {
        PathBuf::from(libloading::library_filename(&self.library))
    }
}

impl PluginEntry {
    /// Whether a user means it by this: its id, the last part of that, or its name.
    pub fn is_called(&self, named: &str) -> bool {
        self.id == named || self.name == named || self.id.rsplit('.').next() == Some(named)
    }

    /// The entry of a plugin that says this of itself.
    pub fn of(descriptor: &Descriptor) -> Self {
        Self {
            id: descriptor.id.clone(),
            kind: descriptor.kind,
            name: descriptor.name.clone(),
            summary: descriptor.summary.clone(),
            media_types: descriptor.media_types.clone(),
            extensions: descriptor.extensions.clone(),
            domains: descriptor.domains.clone(),
            rank: descriptor.rank,
        }
    }
}
