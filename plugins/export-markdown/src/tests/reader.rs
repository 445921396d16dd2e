//! What a CommonMark reader makes of a text.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Every extension a reader might have on, smart punctuation excepted: it changes glyphs, not structure.
fn extensions() -> Options {
    let mut extensions = Options::all()
        - Options::ENABLE_SMART_PUNCTUATION
        - Options::ENABLE_OLD_FOOTNOTES
        - Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    // The old footnotes contain the bit of the new.
    extensions.insert(Options::ENABLE_FOOTNOTES);
    extensions
}

/// One rendered text.
#[derive(Debug, Default)]
pub struct Rendered {
    /// All words, footnotes and front matter excepted; a space between blocks.
    pub words: String,
    pub references: Vec<String>,
    pub definitions: BTreeSet<String>,
    /// Names of what ought not to come from words: "link", "image", "html", "code", "math", "rule", "emphasis".
    pub markup: Vec<&'static str>,
    pub headings: usize,
}

pub fn render(markdown: &str) -> Rendered {
    let mut rendered = Rendered::default();
    let mut hidden = 0;
    for event in Parser::new_ext(markdown, extensions()) {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                rendered.definitions.insert(label.to_string());
                hidden += 1;
            }
            Event::Start(Tag::MetadataBlock(_)) => hidden += 1,
            Event::End(TagEnd::FootnoteDefinition | TagEnd::MetadataBlock(_)) => hidden -= 1,
            Event::FootnoteReference(label) => rendered.references.push(label.to_string()),
            Event::Text(words) if hidden == 0 => rendered.words.push_str(&words),
            Event::SoftBreak | Event::HardBreak if hidden == 0 => rendered.words.push(' '),
            Event::Html(_) | Event::InlineHtml(_) => rendered.markup.push("html"),
            Event::Code(_) | Event::Start(Tag::CodeBlock(_)) => rendered.markup.push("code"),
            Event::InlineMath(_) | Event::DisplayMath(_) => rendered.markup.push("math"),
            Event::Rule => rendered.markup.push("rule"),
            Event::TaskListMarker(_) => rendered.markup.push("task"),
            Event::Start(Tag::Link { .. }) => rendered.markup.push("link"),
            Event::Start(Tag::Image { .. }) => rendered.markup.push("image"),
            Event::Start(Tag::Emphasis | Tag::Strong) => rendered.markup.push("emphasis"),
            Event::Start(Tag::Strikethrough | Tag::Superscript | Tag::Subscript) => rendered.markup.push("strike"),
            Event::Start(Tag::DefinitionList) => rendered.markup.push("definition"),
            Event::Start(Tag::Heading { .. }) => rendered.headings += 1,
            Event::End(end) if is_block(end) && hidden == 0 => rendered.words.push(' '),
            _ => {}
        }
    }
    rendered
}

fn is_block(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::TableCell
            | TagEnd::BlockQuote(_)
            | TagEnd::List(_)
    )
}

/// Words without regard to the white space between them.
pub fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
