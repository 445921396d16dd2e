//! Reads pages of Eurasia Review.

use rapporteur_html::{Hints, SiteRules, detect_site, read_page};
use rapporteur_sdk::{Describe, Detection, Ingested, Input, NoOptions, Refusal, Source, export_plugin};

/// The site's layouts. All that is special about the site stands there.
const RULES: &str = include_str!("../rules.toml");

/// Pieces of Eurasia Review, in both families of WordPress themes.
pub struct EurasiaReview {
    rules: SiteRules,
}

impl Describe for EurasiaReview {
    const ID: &'static str = "org.rapporteur.source-eurasia-review";
    const NAME: &'static str = "eurasia-review";
    const SUMMARY: &'static str = "Reads pages of Eurasia Review";
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");
    const MEDIA_TYPES: &'static [&'static str] = &["text/html"];
    const EXTENSIONS: &'static [&'static str] = &["html", "htm"];
    const DOMAINS: &'static [&'static str] = &["eurasiareview.com"];
    const RANK: u32 = 200;
    type Options = NoOptions;

    fn new(_: NoOptions) -> Result<Self, Refusal> {
        let rules = SiteRules::from_toml(RULES).map_err(|error| Refusal::new("invalid-rules", error.to_string()))?;
        Ok(Self { rules })
    }
}

impl Source for EurasiaReview {
    fn detect(&self, input: &Input<'_>) -> Detection {
        detect_site(input.bytes, input.info.url.as_deref(), &self.rules).into()
    }

    fn ingest(&self, input: &Input<'_>) -> Result<Ingested, Refusal> {
        let hints = Hints { address: input.info.url.as_deref(), charset: input.info.charset.as_deref() };
        Ok(read_page(input.bytes, hints, Some(&self.rules))?.into())
    }
}

export_plugin!(source EurasiaReview);

#[cfg(test)]
mod tests {
    use super::RULES;
    use rapporteur_html::SiteRules;

    #[test]
    fn the_rules_can_be_read() {
        let rules = SiteRules::from_toml(RULES).expect("the table is sound");
        assert!(rules.layouts.iter().all(|layout| !layout.when.is_empty() && !layout.body.is_empty()));
    }
}
