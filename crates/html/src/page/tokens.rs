//! What the tree is built from: tags and text, all as ranges of the page. A tokenizer says where things are; what a range
//! stands for is decided once, in `references`, so that another tokenizer can take the place of this one.

use rapporteur_core::ByteRange;

use super::references::Context;

/// Where an attribute stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AttributeToken {
    pub name: ByteRange,
    /// Without quotation marks; empty (at the end of the name) where there is no value.
    pub value: ByteRange,
}

/// Takes the tokens of a page in order.
pub trait TokenSink {
    /// `name` is lower case; `at` runs from `<` through `>`. Returns whether the element's content is text only, and of
    /// what kind (`script`, `title` …).
    fn start_tag(
        &mut self,
        name: &str,
        attributes: &[AttributeToken],
        self_closing: bool,
        at: ByteRange,
    ) -> TextContent;
    /// `name` is lower case; `at` runs from `<` through `>`.
    fn end_tag(&mut self, name: &str, at: ByteRange);
    /// Everything between two tags or comments is one or more of these.
    fn text(&mut self, at: ByteRange, context: Context);
    /// The page is over; `within_tag` if it stops inside one.
    fn end(&mut self, within_tag: bool);
}

/// What the content of an element is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextContent {
    /// Tags and text.
    Markup,
    /// Text with references up to the end tag: `title`, `textarea`.
    Escapable,
    /// Text as it is up to the end tag: `style`, `iframe`, `xmp`.
    Raw,
    /// As [`TextContent::Raw`], with a script's rules for comments.
    Script,
    /// Text to the end of the page.
    Plain,
}

/// Reads a page into tokens.
pub trait Tokenizer {
    /// Feeds all of `source` to `sink`. Linear in the length of `source`; any text is a page.
    fn tokenize(&self, source: &str, sink: &mut dyn TokenSink);
}
