//! The parts that `selectors` leaves to its user: what names are made of and which pseudo-classes there are.

use std::borrow::Borrow;
use std::fmt;

use cssparser::{ParseErrorKind, ToCss, serialize_identifier};
use precomputed_hash::PrecomputedHash;
use selectors::parser::{NonTSPseudoClass, Parser, PseudoElement, SelectorImpl, SelectorParseErrorKind};

#[derive(Debug, Clone, Copy)]
pub(super) struct PageSelectors;

impl SelectorImpl for PageSelectors {
    type ExtraMatchingData<'a> = ();
    type AttrValue = Text;
    type Identifier = Text;
    type LocalName = Text;
    type NamespaceUrl = Text;
    type NamespacePrefix = Text;
    type BorrowedNamespaceUrl = str;
    type BorrowedLocalName = str;
    type NonTSPseudoClass = Never;
    type PseudoElement = Never;
}

/// A name or value within a selector.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Text(Box<str>);

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl ToCss for Text {
    fn to_css<W: fmt::Write>(&self, out: &mut W) -> fmt::Result {
        serialize_identifier(&self.0, out)
    }
}

impl PrecomputedHash for Text {
    fn precomputed_hash(&self) -> u32 {
        // FNV-1a: only speed hangs on it.
        self.0.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    }
}

/// A page has neither pseudo-elements nor pseudo-classes of state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Never {}

impl ToCss for Never {
    fn to_css<W: fmt::Write>(&self, _out: &mut W) -> fmt::Result {
        match *self {}
    }
}

impl NonTSPseudoClass for Never {
    fn is_active_or_hover(&self) -> bool {
        match *self {}
    }

    fn is_user_action_state(&self) -> bool {
        match *self {}
    }
}

impl PseudoElement for Never {}

pub(super) struct SelectorSyntax;

impl Parser<'_> for SelectorSyntax {
    type Impl = PageSelectors;
    type Error = SelectorParseErrorKind;

    fn parse_is_and_where(&self) -> bool {
        true
    }

    fn parse_has(&self) -> bool {
        true
    }

    // A misspelt part is an error, not a part that matches nothing.
    fn allow_forgiving_selectors(&self) -> bool {
        false
    }
}

/// What is wrong with a selector, in words.
pub(super) fn describe(kind: &ParseErrorKind<SelectorParseErrorKind>) -> String {
    match kind {
        ParseErrorKind::Basic(basic) => basic.to_string(),
        ParseErrorKind::Custom(SelectorParseErrorKind::UnsupportedPseudoClassOrElement) => {
            "a pseudo-class or pseudo-element that pages do not have".to_owned()
        }
        ParseErrorKind::Custom(SelectorParseErrorKind::EmptySelector) => "nothing is selected".to_owned(),
        ParseErrorKind::Custom(SelectorParseErrorKind::DanglingCombinator) => "it ends with a combinator".to_owned(),
        ParseErrorKind::Custom(other) => format!("{other:?}"),
    }
}
