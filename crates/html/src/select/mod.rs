//! CSS selectors over a page, by the `selectors` crate that browsers use.
//!
//! A [`Selector`] is compiled once and asked of any page. Case counts in classes and ids; pseudo-classes that need a user
//! (`:hover`) are refused, structural ones (`:first-child`, `:not()`, `:is()`, `:has()`) work.

mod element;
mod names;

#[cfg(test)]
mod tests;

use std::fmt;

use selectors::context::{
    MatchingContext, MatchingForInvalidation, MatchingMode, NeedsSelectorFlags, QuirksMode, SelectorCaches,
};
use selectors::matching::matches_selector_list;
use selectors::parser::{ParseRelative, SelectorList};

use self::element::ElementRef;
use self::names::{PageSelectors, SelectorSyntax};
use crate::page::{NodeId, Page};

/// A compiled list of selectors: `h1.entry-title, header h1`.
#[derive(Clone)]
pub struct Selector {
    text: String,
    list: SelectorList<PageSelectors>,
}

/// A selector that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelectorError {
    /// What was written.
    pub selector: String,
    /// What is wrong with it.
    pub message: String,
}

impl fmt::Display for SelectorError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?} is no selector: {}", self.selector, self.message)
    }
}

impl std::error::Error for SelectorError {}

impl fmt::Debug for Selector {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Selector").field(&self.text).finish()
    }
}

impl fmt::Display for Selector {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl Selector {
    /// Compiles a selector list.
    ///
    /// # Errors
    /// [`SelectorError`] if it is none or uses what a page without a user has not.
    pub fn parse(text: &str) -> Result<Self, SelectorError> {
        let mut input = cssparser::Parser::new(text);
        match SelectorList::parse(&SelectorSyntax, &mut input, ParseRelative::No) {
            Ok(list) => Ok(Self { text: text.to_owned(), list }),
            Err(error) => Err(SelectorError { selector: text.to_owned(), message: names::describe(&error.kind) }),
        }
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The elements at or below `within` that match, in document order. Ancestors outside `within` count for matching.
    pub fn all<'p>(&'p self, page: &'p Page, within: NodeId) -> impl Iterator<Item = NodeId> + 'p {
        let mut caches = SelectorCaches::default();
        std::iter::once(within)
            .chain(page.below(within))
            .filter(move |node| self.matches_with(page, *node, &mut caches))
    }

    /// The first element at or below `within` that matches.
    pub fn first(&self, page: &Page, within: NodeId) -> Option<NodeId> {
        self.all(page, within).next()
    }

    /// Whether the element matches; text never does.
    pub fn matches(&self, page: &Page, node: NodeId) -> bool {
        self.matches_with(page, node, &mut SelectorCaches::default())
    }

    fn matches_with(&self, page: &Page, node: NodeId, caches: &mut SelectorCaches) -> bool {
        let Some(element) = ElementRef::new(page, node) else { return false };
        let mut context = MatchingContext::new(
            MatchingMode::Normal,
            None,
            caches,
            QuirksMode::NoQuirks,
            NeedsSelectorFlags::No,
            MatchingForInvalidation::No,
        );
        matches_selector_list(&self.list, element, &mut context)
    }
}
