//! Rules of one site: selectors in a table, no code.
//!
//! A site has one or more layouts; the first whose `when` matches the page is used. Each field is an ordered list of
//! selectors, `selector@attribute` for an attribute's value; the first that yields something gives the field. What a
//! layout does not give, the generic reader does.

use serde::Deserialize;

use crate::page::{NodeId, Page};
use crate::select::{Selector, SelectorError};

/// The rules as they are written.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct SiteTable {
    /// Name of the site for readers.
    publisher: Option<String>,
    /// Hosts, without "www.".
    hosts: Vec<String>,
    /// What the site calls itself in its pages, to be taken off titles and never to be an author.
    site_names: Vec<String>,
    /// How eight digits in the address give a date: "DDMMYYYY" or "YYYYMMDD".
    address_date: Option<AddressDate>,
    /// Labels of the line after which the page cites itself.
    citation_labels: Vec<String>,
    layouts: Vec<LayoutTable>,
}

/// Order of the digits of a date in an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum AddressDate {
    #[serde(rename = "DDMMYYYY")]
    DayFirst,
    #[serde(rename = "YYYYMMDD")]
    YearFirst,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct LayoutTable {
    name: String,
    when: Vec<String>,
    title: Vec<String>,
    category: Vec<String>,
    published: Vec<String>,
    modified: Vec<String>,
    authors: Vec<String>,
    bylines: Vec<String>,
    dates: Vec<String>,
    standfirst: Vec<String>,
    body: Vec<String>,
    strip: Vec<String>,
    bios: Vec<String>,
    keywords: Vec<String>,
}

/// Rules of a site, ready for use.
#[derive(Debug, Clone)]
pub struct SiteRules {
    pub publisher: Option<String>,
    pub hosts: Vec<String>,
    pub site_names: Vec<String>,
    pub address_date: Option<AddressDate>,
    pub citation_labels: Vec<String>,
    pub layouts: Vec<Layout>,
}

/// One shape that pages of the site have.
#[derive(Debug, Clone)]
pub struct Layout {
    pub name: String,
    /// All must match somewhere on the page.
    pub when: Vec<Value>,
    pub title: Vec<Value>,
    pub category: Vec<Value>,
    pub published: Vec<Value>,
    pub modified: Vec<Value>,
    /// Elements or attributes that each hold one or more names.
    pub authors: Vec<Value>,
    /// Lines that name authors or give dates: apparatus.
    pub bylines: Vec<Value>,
    pub dates: Vec<Value>,
    pub standfirst: Vec<Value>,
    /// All elements of the first selector that matches are the body.
    pub body: Vec<Value>,
    /// Furniture within the body.
    pub strip: Vec<Value>,
    pub bios: Vec<Value>,
    pub keywords: Vec<Value>,
}

/// A selector and what of the element is meant.
#[derive(Debug, Clone)]
pub struct Value {
    pub selector: Selector,
    /// `None` for the element's text.
    pub attribute: Option<String>,
}

/// Rules that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RulesError {
    /// The table is no TOML or has an unknown key.
    Table(String),
    /// A selector cannot be read.
    Selector { layout: String, field: &'static str, error: SelectorError },
}

impl std::fmt::Display for RulesError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Table(message) => formatter.write_str(message),
            Self::Selector { layout, field, error } => write!(formatter, "layout {layout:?}, {field}: {error}"),
        }
    }
}

impl std::error::Error for RulesError {}

impl SiteRules {
    /// Reads and compiles a table.
    ///
    /// # Errors
    /// [`RulesError`] for unknown keys, wrong types and selectors that cannot be read.
    pub fn from_toml(text: &str) -> Result<Self, RulesError> {
        let table: SiteTable = toml::from_str(text).map_err(|error| RulesError::Table(error.to_string()))?;
        let layouts = table.layouts.into_iter().map(compile).collect::<Result<_, _>>()?;
        Ok(Self {
            publisher: table.publisher,
            hosts: table.hosts,
            site_names: table.site_names,
            address_date: table.address_date,
            citation_labels: table.citation_labels,
            layouts,
        })
    }

    /// The layout of this page.
    pub fn layout(&self, page: &Page) -> Option<&Layout> {
        self.layouts
            .iter()
            .find(|layout| layout.when.iter().all(|value| value.selector.first(page, NodeId::ROOT).is_some()))
    }

    /// Whether an address lies on one of the site's hosts.
    pub fn is_address(&self, url: &str) -> bool {
        let host = crate::metadata::title::host_of(url);
        self.hosts.iter().any(|known| host == known || host.ends_with(&format!(".{known}")))
    }
}

fn compile(table: LayoutTable) -> Result<Layout, RulesError> {
    let layout = table.name.clone();
    let values = |field: &'static str, texts: &[String]| {
        texts
            .iter()
            .map(|text| Value::parse(text))
            .collect::<Result<Vec<_>, _>>()
            .map_err(|error| RulesError::Selector { layout: layout.clone(), field, error })
    };
    Ok(Layout {
        when: values("when", &table.when)?,
        title: values("title", &table.title)?,
        category: values("category", &table.category)?,
        published: values("published", &table.published)?,
        modified: values("modified", &table.modified)?,
        authors: values("authors", &table.authors)?,
        bylines: values("bylines", &table.bylines)?,
        dates: values("dates", &table.dates)?,
        standfirst: values("standfirst", &table.standfirst)?,
        body: values("body", &table.body)?,
        strip: values("strip", &table.strip)?,
        bios: values("bios", &table.bios)?,
        keywords: values("keywords", &table.keywords)?,
        name: table.name,
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables() {
        let rules = SiteRules::from_toml(
            "publisher = 'Example Review'\nhosts = ['review.example']\naddress_date = 'DDMMYYYY'\n\
             [[layouts]]\nname = 'classic'\nwhen = ['article']\ntitle = ['h1.x', 'meta[property=\"og:title\"]@content']",
        )
        .expect("the table is sound");
        assert_eq!(rules.layouts[0].title[1].attribute.as_deref(), Some("content"));
        assert!(rules.is_address("https://www.review.example/a") && !rules.is_address("https://preview.example"));
        let page = Page::parse("<article><h1>a</h1></article>".to_owned());
        assert_eq!(rules.layout(&page).map(|layout| layout.name.as_str()), Some("classic"));
        assert!(rules.layout(&Page::parse("<p>".to_owned())).is_none());
    }

    #[test]
    fn mistakes_are_told() {
        let unknown = SiteRules::from_toml("[[layouts]]\nname = 'a'\ntitel = ['h1']").expect_err("an unknown key");
        assert!(unknown.to_string().contains("unknown field `titel`"), "{unknown}");
        let selector = SiteRules::from_toml("[[layouts]]\nname = 'a'\ntitle = ['h1 >']").expect_err("no selector");
        assert_eq!(selector.to_string(), "layout \"a\", title: \"h1 >\" is no selector: it ends with a combinator");
    }
}
