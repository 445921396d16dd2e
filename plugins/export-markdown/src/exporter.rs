use rapporteur_sdk::{Describe, Document, Exporter, OutputFile, Refusal};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::names::Names;
use crate::{actors, article, claims, front_matter, head, notes};
use rapporteur_sdk::FileNames;

/// One brief a document.
pub struct Markdown {
    options: MarkdownOptions,
    names: FileNames,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct MarkdownOptions {
    /// Repeat the article, with a mark after each claim.
    pub article: bool,
    /// List the actors the article names.
    pub actors: bool,
}

impl Default for MarkdownOptions {
    fn default() -> Self {
        Self { article: true, actors: true }
    }
}

impl Describe for Markdown {
    const ID: &'static str = "org.rapporteur.export-markdown";
    const NAME: &'static str = "markdown";
    const SUMMARY: &'static str =
        "Writes one brief a document: who claims what, then the article with footnoted claims";
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");
    const MEDIA_TYPES: &'static [&'static str] = &["text/markdown"];
    const EXTENSIONS: &'static [&'static str] = &["md"];

    type Options = MarkdownOptions;

    fn new(options: MarkdownOptions) -> Result<Self, Refusal> {
        Ok(Self { options, names: FileNames::default() })
    }
}

impl Exporter for Markdown {
    fn export(&mut self, documents: &[Document]) -> Result<Vec<OutputFile>, Refusal> {
        let file = |document| {
            let brief = brief(document, self.options);
            OutputFile::new(self.names.name(document, "md"), "text/markdown", brief)
        };
        Ok(documents.iter().map(file).collect())
    }
}

/// The whole file.
pub fn brief(document: &Document, options: MarkdownOptions) -> String {
    let names = Names::new(document);
    let mut parts = vec![front_matter::front_matter(document), head::head(document, &names)];
    parts.extend(claims::who_claims_what(document, &names));
    if options.actors {
        parts.extend(actors::table(document));
    }
    if options.article {
        parts.extend(article::article(document));
    }
    parts.extend(notes::notes(document, &names));
    parts.join("\n")
}
