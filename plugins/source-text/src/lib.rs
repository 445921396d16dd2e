//! Reads plain-text articles. A thin wrapper: what text means is decided in `rapporteur-prose`.

use rapporteur_prose::text_source::{Layout, detect_text, read_text};
use rapporteur_sdk::{Describe, Detection, Ingested, Input, Refusal, Source, export_plugin};
use schemars::JsonSchema;
use serde::Deserialize;

/// Plain text and Markdown, one article a file.
struct Text {
    layout: Layout,
}

/// Options of this source.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct Options {
    /// "article" tells headline, byline, bios and furniture from the text; "plain" takes every paragraph as text.
    layout: LayoutOption,
}

/// The layouts by the names users write.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum LayoutOption {
    #[default]
    Article,
    Plain,
}

impl Describe for Text {
    const ID: &'static str = "org.rapporteur.source-text";
    const NAME: &'static str = "text";
    const SUMMARY: &'static str = "Reads plain-text and Markdown articles: pasted pages, extractor output, transcripts";
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");
    const MEDIA_TYPES: &'static [&'static str] = &["text/plain", "text/markdown"];
    const EXTENSIONS: &'static [&'static str] = &["txt", "text", "md", "markdown"];
    // The fallback of all sources: any other that is as sure wins.
    const RANK: u32 = 0;

    type Options = Options;

    fn new(options: Options) -> Result<Self, Refusal> {
        let layout = match options.layout {
            LayoutOption::Article => Layout::Article,
            LayoutOption::Plain => Layout::Plain,
        };
        Ok(Self { layout })
    }
}

impl Source for Text {
    fn detect(&self, input: &Input<'_>) -> Detection {
        detect_text(input.bytes, input.info)
    }

    fn ingest(&self, input: &Input<'_>) -> Result<Ingested, Refusal> {
        let draft = read_text(input.bytes, input.info.charset.as_deref(), self.layout)?;
        let (blocks, apparatus) = (draft.blocks.len(), draft.apparatus.len());
        tracing::debug!(charset = %draft.charset, blocks, apparatus, "read a text");
        Ok(draft.into())
    }
}

export_plugin!(source Text);

#[cfg(test)]
mod tests {
    use rapporteur_sdk::{InputInfo, Source};

    use super::*;

    fn ingest(bytes: &[u8], options: Options) -> Result<Ingested, Refusal> {
        let info = InputInfo { name: Some("case.txt".to_owned()), ..InputInfo::default() };
        Text::new(options)?.ingest(&Input { info: &info, bytes })
    }

    #[test]
    fn layouts() {
        let page = "The pact – Analysis\n\nBy Ilse Marwood\n\nThe council met.\n\nLeave a Reply\n".as_bytes();
        let article = ingest(page, Options::default()).expect("it is an article").documents.remove(0);
        assert_eq!((article.metadata.title.as_deref(), article.blocks.len()), (Some("The pact"), 1));
        let plain = ingest(page, Options { layout: LayoutOption::Plain }).expect("it is text").documents.remove(0);
        assert_eq!((plain.metadata.title, plain.blocks.len(), plain.apparatus.len()), (None, 4, 0));
    }

    #[test]
    fn refusals_name_what_was_found() {
        let code = |bytes: &[u8]| ingest(bytes, Options::default()).map(|_| ()).map_err(|refusal| refusal.code);
        assert_eq!(code(b""), Err("empty-input".to_owned()));
        assert_eq!(code(b" \n\xEF\xBB\xBF\n"), Err("empty-input".to_owned()));
        assert_eq!(code(b"%PDF-1.7 \n"), Err("binary-input".to_owned()));
        assert_eq!(code(b"Leave a Reply\n\nShare this article\n"), Err("empty-body".to_owned()));
        let refusal = ingest(b"%PDF-1.7 \n", Options::default()).expect_err("a PDF is no text");
        assert_eq!(refusal.message, "looks like a PDF file, not like text");
    }

    #[test]
    fn options_are_checked() {
        let parse = |options: &str| from_json(options).map(|options| options.layout);
        assert_eq!(parse(r#"{"layout": "plain"}"#), Ok(LayoutOption::Plain));
        assert_eq!(parse("{}"), Ok(LayoutOption::Article));
        assert!(parse(r#"{"layuot": "plain"}"#).is_err_and(|error| error.contains("layuot")));
    }

    fn from_json(json: &str) -> Result<Options, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
    }
}
