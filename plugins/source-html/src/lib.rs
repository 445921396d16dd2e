//! Reads any article page.

use rapporteur_html::{Hints, detect, read_page};
use rapporteur_sdk::{Describe, Detection, Ingested, Input, NoOptions, Refusal, Source, export_plugin};

/// The source for pages that no other source knows.
pub struct Html;

impl Describe for Html {
    const ID: &'static str = "org.rapporteur.source-html";
    const NAME: &'static str = "html";
    const SUMMARY: &'static str = "Reads any article page";
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");
    const MEDIA_TYPES: &'static [&'static str] = &["text/html", "application/xhtml+xml"];
    const EXTENSIONS: &'static [&'static str] = &["html", "htm", "xhtml"];
    // Pages of a known site go to that site's source, whatever its confidence is.
    const RANK: u32 = 50;
    type Options = NoOptions;

    fn new(_: NoOptions) -> Result<Self, Refusal> {
        Ok(Self)
    }
}

impl Source for Html {
    fn detect(&self, input: &Input<'_>) -> Detection {
        detect(input.bytes).into()
    }

    fn ingest(&self, input: &Input<'_>) -> Result<Ingested, Refusal> {
        let hints = Hints { address: input.info.url.as_deref(), charset: input.info.charset.as_deref() };
        Ok(read_page(input.bytes, hints, None)?.into())
    }
}

export_plugin!(source Html);
