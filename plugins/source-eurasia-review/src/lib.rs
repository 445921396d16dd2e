//! Reads pages of Eurasia Review.

use rapporteur_sdk::export_plugin;
use rapporteur_site_source::{Site, SiteSource};

/// Pieces of Eurasia Review, in both families of WordPress themes.
struct EurasiaReview;

impl Site for EurasiaReview {
    const ID: &'static str = "org.rapporteur.source-eurasia-review";
    const NAME: &'static str = "eurasia-review";
    const SUMMARY: &'static str = "Reads pages of Eurasia Review";
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");
    const DOMAINS: &'static [&'static str] = &["eurasiareview.com"];
    /// All that is special about the site stands there.
    const RULES: &'static str = include_str!("../rules.toml");
}

export_plugin!(source SiteSource<EurasiaReview>);

#[cfg(test)]
mod tests {
    #[test]
    fn every_layout_says_when_it_holds_and_where_the_body_is() {
        let rules = rapporteur_site_source::rules::<super::EurasiaReview>().expect("the table is sound");
        assert!(!rules.layouts.is_empty());
        assert!(rules.layouts.iter().all(|layout| !layout.when.is_empty() && !layout.body.is_empty()));
    }
}
