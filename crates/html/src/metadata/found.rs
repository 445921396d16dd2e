use std::collections::BTreeMap;

use rapporteur_core::ByteRange;

use crate::page::{Context, NodeId, resolve};

/// What a value is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    Title,
    Authors,
    Published,
    Modified,
    Publisher,
    Url,
    Keywords,
    Category,
    Language,
    /// The page about itself; helps to tell the standfirst.
    Description,
}

impl Field {
    /// The name of the field in the document's metadata.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Authors => "authors",
            Self::Published => "published",
            Self::Modified => "modified",
            Self::Publisher => "publisher",
            Self::Url => "url",
            Self::Keywords => "keywords",
            Self::Category => "category",
            Self::Language => "language",
            Self::Description => "description",
        }
    }
}

/// A value that the page gives for a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub field: Field,
    /// As it stands, references resolved and white space folded.
    pub value: String,
    /// Where it was seen: "json-ld headline", "meta og:title".
    pub origin: String,
    /// Bytes of the page.
    pub source: Option<ByteRange>,
    /// The element whose visible text it is; `None` for values in markup.
    pub node: Option<NodeId>,
    /// The page says that this author is an organisation.
    pub organisation: bool,
    /// Name of the site rules' layout that gave it: such a value wins.
    pub from_rules: bool,
    pub chosen: bool,
    pub reason: Option<String>,
}

impl Found {
    pub(crate) fn new(field: Field, value: &str, origin: impl Into<String>) -> Self {
        Self {
            field,
            value: clean(value),
            origin: origin.into(),
            source: None,
            node: None,
            organisation: false,
            from_rules: false,
            chosen: false,
            reason: None,
        }
    }

    pub(crate) fn at(mut self, source: ByteRange) -> Self {
        self.source = Some(source);
        self
    }

    pub(crate) fn in_node(mut self, node: NodeId) -> Self {
        self.node = Some(node);
        self
    }
}

/// Values of one field that are looked at. No page that means something has more, and comparing each with each is bounded.
pub(crate) const MOST_VALUES: usize = 256;

/// Keeps the first values of each field, in their order.
pub(crate) fn keep_first(found: &mut Vec<Found>) {
    let mut counts = BTreeMap::<Field, usize>::new();
    found.retain(|one| {
        let count = counts.entry(one.field).or_default();
        *count += 1;
        *count <= MOST_VALUES
    });
}

/// Values in markup are often encoded twice ("&amp;#8217;") and hold tags: resolves and folds.
pub(crate) fn clean(value: &str) -> String {
    let mut text = value.to_owned();
    for _ in 0..2 {
        match resolve(&text, ByteRange::new(0, text.len()), Context::Text) {
            Some((resolved, _)) => text = resolved,
            None => break,
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
