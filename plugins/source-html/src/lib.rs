//! Reads any article page; with a rules file, the pages of one site.

use rapporteur_html::{Hints, SiteRules, detect, detect_site, propose, read_page};
use rapporteur_sdk::{Describe, Detection, Ingested, Input, Proposal, Refusal, Source, export_plugin};
use schemars::JsonSchema;
use serde::Deserialize;

/// The source for pages that no other source knows, and the engine of rules files.
pub struct Html {
    rules: Option<SiteRules>,
}

/// What a page is read by.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// Text of a rules file. The program sets it where it makes a source of such a file.
    pub rules: Option<String>,
}

impl Describe for Html {
    const ID: &'static str = "org.rapporteur.source-html";
    const NAME: &'static str = "html";
    const SUMMARY: &'static str = "Reads any article page";
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");
    const MEDIA_TYPES: &'static [&'static str] = &["text/html", "application/xhtml+xml"];
    const EXTENSIONS: &'static [&'static str] = &["html", "htm", "xhtml"];
    // Pages of a known site go to that site's source, whatever its confidence is.
    const RANK: u32 = 50;
    const RULES_OPTION: Option<&'static str> = Some("rules");
    type Options = Options;

    fn new(options: Options) -> Result<Self, Refusal> {
        let rules = options.rules.as_deref().map(SiteRules::from_toml).transpose().map_err(|error| {
            let refusal = Refusal::new("invalid-rules", error.to_string());
            match error.help {
                Some(help) => refusal.help(help),
                None => refusal,
            }
        })?;
        Ok(Self { rules })
    }
}

impl Source for Html {
    fn detect(&self, input: &Input<'_>) -> Detection {
        match &self.rules {
            Some(rules) => detect_site(input.bytes, input.info.url.as_deref(), rules).into(),
            None => detect(input.bytes).into(),
        }
    }

    fn ingest(&self, input: &Input<'_>) -> Result<Ingested, Refusal> {
        Ok(read_page(input.bytes, hints(input), self.rules.as_ref())?.into())
    }

    fn propose(&self, input: &Input<'_>, name: Option<&str>) -> Option<Result<Proposal, Refusal>> {
        Some(propose(input.bytes, hints(input), name).map_err(Refusal::from))
    }
}

fn hints<'a>(input: &Input<'a>) -> Hints<'a> {
    Hints { address: input.info.url.as_deref(), charset: input.info.charset.as_deref() }
}

export_plugin!(source Html);
