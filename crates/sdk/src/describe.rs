use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use crate::Refusal;

/// Who a plugin is and which options it takes.
pub trait Describe: Sized + Send + 'static {
    /// Reverse domain: "org.rapporteur.source-orf". Lower-case letters, digits, dots and hyphens.
    const ID: &'static str;
    /// What users type: `--source orf`, `--to csv`, `--annotate topics`.
    const NAME: &'static str;
    /// One line for people.
    const SUMMARY: &'static str;
    /// Version of the plugin. `env!("CARGO_PKG_VERSION")` is the usual answer.
    const VERSION: &'static str = "0.1.0";
    /// SPDX expression.
    const LICENSE: &'static str = "MIT OR Apache-2.0";
    /// Media types it reads or writes.
    const MEDIA_TYPES: &'static [&'static str] = &[];
    /// File name endings it reads or writes, without the dot.
    const EXTENSIONS: &'static [&'static str] = &[];
    /// Hosts of the pages it is made for, without "www.".
    const DOMAINS: &'static [&'static str] = &[];
    /// Decides between sources of equal confidence: the higher wins. 0 for fallbacks, 100 for formats, 200 for sites.
    const RANK: u32 = 100;
    /// For engines of rules files: the option that takes the text of one. The host then makes a source of each rules file
    /// that names this plugin, with that option set. See [`Source::propose`](crate::Source::propose).
    const RULES_OPTION: Option<&'static str> = None;

    /// The options. Put `#[serde(default, deny_unknown_fields)]` on the type: the host refuses unknown keys by the schema,
    /// and the plugin should not rely on that.
    type Options: DeserializeOwned + JsonSchema + Default;

    /// Makes an instance. Called once per thread that uses the plugin.
    ///
    /// # Errors
    /// [`Refusal`] if the options do not fit together.
    fn new(options: Self::Options) -> Result<Self, Refusal>;
}
