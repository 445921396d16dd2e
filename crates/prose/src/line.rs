use rapporteur_core::{ApparatusKind, ByteRange};

/// One visual line or block of a page, in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Into the text; may be empty or have white space at its ends, both are dealt with.
    pub at: ByteRange,
    pub hint: LineHint,
}

/// What markup says a line is. Text rules only decide what markup leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineHint {
    /// Plain text: nothing is known, not even that it is no heading.
    None,
    /// The headline of the article, as visible on the page.
    Headline,
    /// A heading within the article; 1 is the first level below the headline.
    Heading(u8),
    /// A paragraph. May turn out to be a byline, a bio, a source note … but never a heading.
    Paragraph,
    /// A paragraph wholly in bold: a heading, a byline, a label, or just loud.
    Bold,
    /// An item of a list; 1 is the outermost list.
    ListItem(u8),
    /// A block quotation.
    Quotation,
    Caption,
    Table,
    Footnote,
    /// Key points, executive summary.
    Summary,
    LiveEntry,
    /// Markup says that this is no part of the article's body. Bylines, bios, source notes and date lines are still read
    /// for what they say.
    Apparatus(ApparatusKind),
}

/// What the source already knows from markup, so that text rules need not guess. All of it may be empty.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known<'a> {
    /// The headline, without the site's name; a category suffix may still be on it.
    pub title: Option<&'a str>,
    /// The site or paper the text was read on.
    pub site_name: Option<&'a str>,
    /// Authors by markup. A byline in the text that names persons wins over them.
    pub authors: &'a [String],
    /// Date of first publication by markup, ISO 8601.
    pub published: Option<&'a str>,
    /// Kind of piece by markup.
    pub category: Option<&'a str>,
    /// BCP 47, by markup. Without it the language is told from the body.
    pub language: Option<&'a str>,
}
