//! Rules of one site: selectors in a table, no code.
//!
//! A site has one or more layouts; the first whose `when` matches the page is used. Each field is an ordered list of
//! selectors, `selector@attribute` for an attribute's value; the first that yields something gives the field. What a
//! layout does not give, the generic reader does. `docs/plugins.md` describes the file key by key.

mod error;
mod file;
mod reader;

#[cfg(test)]
mod tests;

pub use self::error::RulesError;
use crate::page::{NodeId, Page};
use crate::select::{Selector, SelectorError};

/// Order of the digits of a date in an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressDate {
    /// "DDMMYYYY"
    DayFirst,
    /// "YYYYMMDD"
    YearFirst,
}

/// Rules of a site, ready for use.
#[derive(Debug, Clone)]
pub struct SiteRules {
    /// Name of the site for readers.
    pub publisher: Option<String>,
    /// Hosts, without "www.".
    pub hosts: Vec<String>,
    /// What the site calls itself in its pages, to be taken off titles and never to be an author.
    pub site_names: Vec<String>,
    /// Elements that only pages of this site have: for pages that give neither address nor name.
    pub marks: Vec<Value>,
    /// How eight digits in the address give a date.
    pub address_date: Option<AddressDate>,
    /// Labels of the line after which the page cites itself.
    pub citation_labels: Vec<String>,
    /// In the order in which they are tried.
    pub layouts: Vec<Layout>,
}

/// One shape that pages of the site have.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    pub name: String,
    /// All must match somewhere on the page.
    pub when: Vec<Value>,
    pub title: Vec<Value>,
    pub category: Vec<Value>,
    pub published: Vec<Value>,
    pub modified: Vec<Value>,
    /// How dates are written, in the directives of `strptime`; looked for anywhere in a value. The site's where the layout
    /// has none of its own. What fits none is read as any date is.
    pub date_formats: Vec<String>,
    /// Elements or attributes that each hold one or more names.
    pub authors: Vec<Value>,
    /// What stands between two names of one value; likewise the site's where the layout has none.
    pub author_separators: Vec<String>,
    /// Lines that name authors or give dates: apparatus.
    pub bylines: Vec<Value>,
    pub dates: Vec<Value>,
    pub standfirst: Vec<Value>,
    /// All elements of the first selector that matches are the body.
    pub body: Vec<Value>,
    /// Furniture within the body.
    pub strip: Vec<Value>,
    pub bios: Vec<Value>,
    /// Headings in the body after which everything that follows them is about the authors.
    pub bios_after: Vec<String>,
    /// Elements that name who published the text first.
    pub source_line: Vec<Value>,
    /// What such an element begins with, before the name: "Syndicated from".
    pub source_labels: Vec<String>,
    pub keywords: Vec<Value>,
}

/// A selector and what of the element is meant.
#[derive(Debug, Clone)]
pub struct Value {
    pub selector: Selector,
    /// `None` for the element's text.
    pub attribute: Option<String>,
}

impl SiteRules {
    /// Reads and compiles the text of a rules file.
    ///
    /// # Errors
    /// [`RulesError`] with the place of the first mistake: no TOML, an unknown key, a wrong type, a selector or date format
    /// that cannot be read, a layout that can never be used.
    pub fn from_toml(text: &str) -> Result<Self, RulesError> {
        file::read(text)
    }

    /// The layout of this page.
    pub fn layout(&self, page: &Page) -> Option<&Layout> {
        self.layouts
            .iter()
            .find(|layout| layout.when.iter().all(|value| value.selector.first(page, NodeId::ROOT).is_some()))
    }

    /// Whether an address lies on one of the site's hosts.
    pub fn is_address(&self, url: &str) -> bool {
        let url = url.to_lowercase();
        let host = crate::metadata::title::host_of(&url);
        self.hosts.iter().any(|known| host == known || host.ends_with(&format!(".{known}")))
    }
}

impl Value {
    /// Reads "selector" or "selector@attribute".
    ///
    /// # Errors
    /// [`SelectorError`] if the selector cannot be read.
    pub fn parse(text: &str) -> Result<Self, SelectorError> {
        let (selector, attribute) = match text.rsplit_once('@') {
            // An `@` within brackets belongs to the selector.
            Some((selector, attribute)) if !attribute.is_empty() && !attribute.contains([']', '"', '\'']) => {
                (selector, Some(attribute.trim().to_ascii_lowercase()))
            }
            _ => (text, None),
        };
        Ok(Self { selector: Selector::parse(selector)?, attribute })
    }

    /// The elements meant, in page order.
    pub fn nodes(&self, page: &Page) -> Vec<NodeId> {
        self.selector.all(page, NodeId::ROOT).collect()
    }
}

/// All elements of the first selector that matches.
pub fn first_match<'v>(values: &'v [Value], page: &Page) -> Option<(&'v Value, Vec<NodeId>)> {
    values.iter().map(|value| (value, value.nodes(page))).find(|(_, nodes)| !nodes.is_empty())
}

/// The elements of all selectors, in page order.
pub fn all_matches(values: &[Value], page: &Page) -> Vec<NodeId> {
    let mut nodes: Vec<NodeId> = values.iter().flat_map(|value| value.nodes(page)).collect();
    nodes.sort_unstable();
    nodes.dedup();
    nodes
}
