//! An element of a page as `selectors` wants to see it.

use selectors::attr::{AttrSelectorOperation, CaseSensitivity, NamespaceConstraint};
use selectors::bloom::BloomFilter;
use selectors::context::MatchingContext;
use selectors::matching::ElementSelectorFlags;
use selectors::{Element, OpaqueElement};

use super::names::{Never, PageSelectors, Text};
use crate::page::{NodeId, Page, name};

#[derive(Debug, Clone, Copy)]
pub(super) struct ElementRef<'p> {
    page: &'p Page,
    node: NodeId,
}

impl<'p> ElementRef<'p> {
    /// `None` for text and for the page as a whole.
    pub(super) fn new(page: &'p Page, node: NodeId) -> Option<Self> {
        (node != NodeId::ROOT && page.element(node).is_some()).then_some(Self { page, node })
    }

    fn attribute_has(&self, attribute: crate::page::Name, test: impl Fn(&str) -> bool) -> bool {
        self.page.attribute(self.node, attribute).is_some_and(test)
    }
}

impl Element for ElementRef<'_> {
    type Impl = PageSelectors;

    fn opaque(&self) -> OpaqueElement {
        match self.page.node(self.node) {
            Some(node) => OpaqueElement::new(node),
            None => OpaqueElement::new(self.page),
        }
    }

    fn parent_element(&self) -> Option<Self> {
        Self::new(self.page, self.page.parent(self.node)?)
    }

    fn parent_node_is_shadow_root(&self) -> bool {
        false
    }

    fn containing_shadow_host(&self) -> Option<Self> {
        None
    }

    fn is_pseudo_element(&self) -> bool {
        false
    }

    fn prev_sibling_element(&self) -> Option<Self> {
        std::iter::successors(self.page.previous(self.node), |node| self.page.previous(*node))
            .find_map(|node| Self::new(self.page, node))
    }

    fn next_sibling_element(&self) -> Option<Self> {
        std::iter::successors(self.page.next(self.node), |node| self.page.next(*node))
            .find_map(|node| Self::new(self.page, node))
    }

    fn first_element_child(&self) -> Option<Self> {
        self.page.children(self.node).find_map(|node| Self::new(self.page, node))
    }

    fn is_html_element_in_html_document(&self) -> bool {
        true
    }

    fn has_local_name(&self, local_name: &str) -> bool {
        self.page.element_text(self.node) == local_name
    }

    fn has_namespace(&self, _namespace: &str) -> bool {
        true
    }

    fn is_same_type(&self, other: &Self) -> bool {
        self.page.element(self.node) == other.page.element(other.node)
    }

    fn attr_matches(
        &self,
        _namespace: &NamespaceConstraint<&Text>,
        local_name: &Text,
        operation: &AttrSelectorOperation<&Text>,
    ) -> bool {
        let Some(attribute) = self.page.name(local_name.as_ref()) else { return false };
        self.attribute_has(attribute, |value| operation.eval_str(value))
    }

    fn match_non_ts_pseudo_class(&self, class: &Never, _context: &mut MatchingContext<'_, PageSelectors>) -> bool {
        match *class {}
    }

    fn match_pseudo_element(&self, element: &Never, _context: &mut MatchingContext<'_, PageSelectors>) -> bool {
        match *element {}
    }

    fn apply_selector_flags(&self, _flags: ElementSelectorFlags) {}

    fn is_link(&self) -> bool {
        self.page.is(self.node, name::A) && self.page.attribute(self.node, name::HREF).is_some()
    }

    fn is_html_slot_element(&self) -> bool {
        false
    }

    fn has_id(&self, id: &Text, case: CaseSensitivity) -> bool {
        self.attribute_has(name::ID, |value| case.eq(value.as_bytes(), id.as_ref().as_bytes()))
    }

    fn has_class(&self, class: &Text, case: CaseSensitivity) -> bool {
        self.attribute_has(name::CLASS, |value| {
            value.split_ascii_whitespace().any(|found| case.eq(found.as_bytes(), class.as_ref().as_bytes()))
        })
    }

    fn has_custom_state(&self, _name: &Text) -> bool {
        false
    }

    fn imported_part(&self, _name: &Text) -> Option<Text> {
        None
    }

    fn is_part(&self, _name: &Text) -> bool {
        false
    }

    fn is_empty(&self) -> bool {
        self.page.below(self.node).all(|node| self.page.text(node).is_some_and(str::is_empty))
    }

    fn is_root(&self) -> bool {
        self.page.parent(self.node) == Some(NodeId::ROOT)
    }

    fn add_element_unique_hashes(&self, _filter: &mut BloomFilter) -> bool {
        false
    }
}
