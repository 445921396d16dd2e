//! Plain text as a source: the decoded file is the text, cut into lines as it was typed.

mod detect;
mod front_matter;
mod markdown;
mod paragraphs;

use rapporteur_core::protocol::Refusal;
use rapporteur_core::{Apparatus, Block, BlockKind, ByteRange, Candidate, Diagnostic, Draft, Publisher, SourceMap};
use rapporteur_decode::{Decoded, decode, looks_binary};

use crate::trim::is_blank;
use crate::{Anatomy, Known, Line, LineHint, anatomy, language};

pub use detect::detect_text;

/// What a text file is taken for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Layout {
    /// An article: headline, byline, text, bios.
    #[default]
    Article,
    /// The bare text of an article: every paragraph is body.
    Plain,
}

/// Reads one text file as one document.
///
/// `charset` is the encoding the user says it has. Offsets of the draft's text are those of the decoded file; of a
/// Markdown file, whose marks are no words, the text is what they are put around.
///
/// # Errors
/// `empty-input`, `binary-input`, `empty-body`.
pub fn read_text(bytes: &[u8], charset: Option<&str>, layout: Layout) -> Result<Draft, Refusal> {
    if let Some(seems) = looks_binary(bytes) {
        return Err(Refusal::new("binary-input", format!("looks like {seems}, not like text"))
            .help("convert it to text, or read it with a source made for it"));
    }
    let decoded = decode(bytes, charset);
    if decoded.text.chars().all(is_blank) {
        return Err(Refusal::new("empty-input", "holds nothing but white space"));
    }
    let diagnostics = about_decoding(&decoded);
    let Decoded { text, map, charset, .. } = decoded;
    let mut draft = match layout {
        Layout::Plain => plain(text, map),
        Layout::Article if markdown::is_markdown(&text) => from_markdown(&text, &map),
        Layout::Article => article(text, map),
    };
    charset.clone_into(&mut draft.charset);
    draft.diagnostics.splice(0..0, diagnostics);
    let spoken = draft.blocks.iter().filter(|block| block.kind != BlockKind::Heading);
    if !spoken
        .into_iter()
        .any(|block| block.at.slice(&draft.text).is_some_and(|words| words.chars().any(char::is_alphanumeric)))
    {
        return Err(Refusal::new("empty-body", "holds no paragraph that belongs to an article")
            .help("where the whole file is the text of an article, set layout = \"plain\""));
    }
    Ok(draft)
}

fn about_decoding(decoded: &Decoded) -> Vec<Diagnostic<ByteRange>> {
    let Some(first) = decoded.first_malformed else {
        return Vec::new();
    };
    let message = format!(
        "{} byte sequences are not {} and were read as U+FFFD, the first at byte {first}",
        decoded.malformed, decoded.charset
    );
    vec![Diagnostic::warning("malformed-bytes", message)]
}

fn plain(text: String, map: SourceMap) -> Draft {
    let lines = paragraphs::lines(&text);
    let blocks: Vec<Block<ByteRange>> = lines.iter().map(|at| Block::new(BlockKind::Paragraph, *at)).collect();
    let mut draft = Draft { media_type: "text/plain".to_owned(), map, blocks, ..Draft::default() };
    draft.metadata.language = language::language(paragraphs::beginning(&text, language::SEEN));
    draft.text = text;
    draft
}

fn article(text: String, map: SourceMap) -> Draft {
    let lines: Vec<Line> = paragraphs::lines(&text).into_iter().map(|at| Line { at, hint: LineHint::None }).collect();
    let anatomy = anatomy(&text, &lines, &Known::default());
    draft(text, map, "text/plain", anatomy)
}

fn draft(text: String, map: SourceMap, media_type: &str, anatomy: Anatomy) -> Draft {
    let Anatomy { blocks, apparatus, metadata, diagnostics, bylines: _ } = anatomy;
    let media_type = media_type.to_owned();
    Draft { text, map, media_type, metadata, blocks, apparatus, diagnostics, ..Draft::default() }
}

/// Markdown: front matter is metadata, marks are no words.
fn from_markdown(file: &str, map: &SourceMap) -> Draft {
    let front = front_matter::read(file);
    let page = markdown::read(file, front.as_ref().map_or(0, |front| front.at.end));
    let stated = front.as_ref().map(|front| &front.fields);
    let known = Known {
        title: stated.and_then(|fields| fields.title.as_deref()),
        site_name: stated.and_then(|fields| fields.site.as_deref()),
        authors: stated.map(|fields| fields.authors.as_slice()).unwrap_or_default(),
        published: stated.and_then(|fields| fields.published.as_deref()),
        language: stated.and_then(|fields| fields.language.as_deref()),
        ..Known::default()
    };
    let anatomy = anatomy(&page.text, &page.lines, &known);
    let mut draft = draft(page.text, map.compose(&page.map), "text/markdown", anatomy);
    if let Some(front) = front {
        let kind = rapporteur_core::ApparatusKind::Other;
        draft.apparatus.insert(0, Apparatus { kind, at: front.at });
        let fields = front.fields;
        draft.metadata.url = fields.url;
        draft.metadata.keywords = fields.keywords;
        draft.metadata.modified = draft.metadata.modified.take().or(fields.modified);
        draft.metadata.publisher = fields.site.map(|name| Publisher { name, actor: None });
        for (field, value, at) in fields.seen {
            // The front matter stands in the text as it is, from its first byte.
            let chosen = draft
                .metadata
                .candidates
                .iter()
                .any(|other| other.origin == "markup" && other.chosen && other.field == field);
            let (field, origin) = (field.to_owned(), "front matter".to_owned());
            draft.metadata.candidates.push(Candidate {
                field,
                value,
                origin,
                chosen,
                reason: None,
                at: Some(at),
                source: None,
            });
        }
        draft.metadata.candidates.retain(|candidate| candidate.origin != "markup");
    }
    draft
}
