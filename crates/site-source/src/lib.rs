//! A source plugin made of a table of rules: what the plugins of single sites share.
//!
//! ```
//! use rapporteur_sdk::export_plugin;
//! use rapporteur_site_source::{Site, SiteSource};
//!
//! /// Pages of the Example Review.
//! struct ExampleReview;
//!
//! impl Site for ExampleReview {
//!     const ID: &'static str = "org.example.source-review";
//!     const NAME: &'static str = "review";
//!     const SUMMARY: &'static str = "Reads pages of the Example Review";
//!     const VERSION: &'static str = "0.1.0";
//!     const DOMAINS: &'static [&'static str] = &["review.example"];
//!     const RULES: &'static str = "publisher = \"Example Review\"\nhosts = [\"review.example\"]\nlayouts = []\n";
//! }
//!
//! export_plugin!(source SiteSource<ExampleReview>);
//! # fn main() {}
//! ```

use std::marker::PhantomData;

use rapporteur_html::{Hints, SiteRules, detect_site, read_page};
use rapporteur_sdk::{Describe, Detection, Ingested, Input, NoOptions, Refusal, Source};

/// A site: who the plugin is, and the table of what is special about its pages.
pub trait Site: Send + 'static {
    /// See [`Describe::ID`].
    const ID: &'static str;
    /// See [`Describe::NAME`].
    const NAME: &'static str;
    /// See [`Describe::SUMMARY`].
    const SUMMARY: &'static str;
    /// See [`Describe::VERSION`].
    const VERSION: &'static str;
    /// See [`Describe::DOMAINS`].
    const DOMAINS: &'static [&'static str];
    /// [`SiteRules`] as TOML.
    const RULES: &'static str;
}

/// The plugin of a site.
pub struct SiteSource<S> {
    rules: SiteRules,
    site: PhantomData<S>,
}

/// A site's rules.
///
/// # Errors
/// [`Refusal`] naming the line, if its table cannot be read.
pub fn rules<S: Site>() -> Result<SiteRules, Refusal> {
    SiteRules::from_toml(S::RULES).map_err(|error| Refusal::new("invalid-rules", error.to_string()))
}

impl<S: Site> Describe for SiteSource<S> {
    const ID: &'static str = S::ID;
    const NAME: &'static str = S::NAME;
    const SUMMARY: &'static str = S::SUMMARY;
    const VERSION: &'static str = S::VERSION;
    const MEDIA_TYPES: &'static [&'static str] = &["text/html"];
    const EXTENSIONS: &'static [&'static str] = &["html", "htm"];
    const DOMAINS: &'static [&'static str] = S::DOMAINS;
    const RANK: u32 = 200;
    type Options = NoOptions;

    fn new(_: NoOptions) -> Result<Self, Refusal> {
        Ok(Self { rules: rules::<S>()?, site: PhantomData })
    }
}

impl<S: Site> Source for SiteSource<S> {
    fn detect(&self, input: &Input<'_>) -> Detection {
        detect_site(input.bytes, input.info.url.as_deref(), &self.rules).into()
    }

    fn ingest(&self, input: &Input<'_>) -> Result<Ingested, Refusal> {
        let hints = Hints { address: input.info.url.as_deref(), charset: input.info.charset.as_deref() };
        Ok(read_page(input.bytes, hints, Some(&self.rules))?.into())
    }
}
