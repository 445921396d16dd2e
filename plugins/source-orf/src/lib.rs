//! Reads pages of the Observer Research Foundation.

use rapporteur_sdk::export_plugin;
use rapporteur_site_source::{Site, SiteSource};

/// Commentaries, issue briefs and monitors of the Observer Research Foundation, of both eras of its site.
struct Orf;

impl Site for Orf {
    const ID: &'static str = "org.rapporteur.source-orf";
    const NAME: &'static str = "orf";
    const SUMMARY: &'static str = "Reads pages of the Observer Research Foundation";
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");
    const DOMAINS: &'static [&'static str] = &["orfonline.org"];
    /// All that is special about the site stands there.
    const RULES: &'static str = include_str!("../rules.toml");
}

export_plugin!(source SiteSource<Orf>);

#[cfg(test)]
mod tests {
    #[test]
    fn every_layout_says_when_it_holds_and_where_the_body_is() {
        let rules = rapporteur_site_source::rules::<super::Orf>().expect("the table is sound");
        assert!(!rules.layouts.is_empty());
        assert!(rules.layouts.iter().all(|layout| !layout.when.is_empty() && !layout.body.is_empty()));
    }
}
