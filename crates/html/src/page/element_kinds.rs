//! What the standard's tree construction knows about elements, as tables.

use super::names::{Name, name};

/// Elements without content and end tag.
pub(super) fn is_void(name: Name) -> bool {
    matches!(
        name,
        name::AREA
            | name::BASE
            | name::BASEFONT
            | name::BGSOUND
            | name::BR
            | name::COL
            | name::EMBED
            | name::FRAME
            | name::HR
            | name::IMG
            | name::INPUT
            | name::KEYGEN
            | name::LINK
            | name::META
            | name::PARAM
            | name::SOURCE
            | name::TRACK
            | name::WBR
    )
}

pub(super) fn is_heading(name: Name) -> bool {
    matches!(name, name::H1 | name::H2 | name::H3 | name::H4 | name::H5 | name::H6)
}

/// Elements that may stand before the body.
pub(super) fn belongs_in_head(name: Name) -> bool {
    matches!(
        name,
        name::BASE
            | name::BASEFONT
            | name::BGSOUND
            | name::LINK
            | name::META
            | name::NOFRAMES
            | name::NOSCRIPT
            | name::SCRIPT
            | name::STYLE
            | name::TEMPLATE
            | name::TITLE
    )
}

/// Elements whose end tag is looked for only as far as the nearest block: the standard's formatting elements, `span` and
/// the like.
pub(super) fn is_inline(name: Name) -> bool {
    matches!(
        name,
        name::A
            | name::B
            | name::BIG
            | name::CODE
            | name::EM
            | name::FONT
            | name::I
            | name::NOBR
            | name::S
            | name::SMALL
            | name::STRIKE
            | name::STRONG
            | name::TT
            | name::U
    )
}

/// Elements that bound where an end tag works.
pub(super) fn is_scope(name: Name) -> bool {
    matches!(
        name,
        name::APPLET
            | name::CAPTION
            | name::HTML
            | name::TABLE
            | name::TD
            | name::TH
            | name::MARQUEE
            | name::OBJECT
            | name::TEMPLATE
            | name::BODY
    )
}

pub(super) fn is_scope_for_paragraph(name: Name) -> bool {
    is_scope(name) || name == name::BUTTON
}

pub(super) fn is_table_scope(name: Name) -> bool {
    matches!(name, name::TABLE | name::TEMPLATE | name::HTML)
}

pub(super) fn is_row_scope(name: Name) -> bool {
    name == name::TR || is_table_scope(name)
}

pub(super) fn is_table_part(name: Name) -> bool {
    matches!(
        name,
        name::TABLE | name::TR | name::TD | name::TH | name::TBODY | name::THEAD | name::TFOOT | name::CAPTION
    )
}

/// Blocks through which an open list item is still closed by the next one.
pub(super) fn is_soft(name: Name) -> bool {
    matches!(name, name::ADDRESS | name::DIV | name::P)
}

/// Start tags before which an open paragraph ends.
pub fn closes_paragraph(name: Name) -> bool {
    is_heading(name)
        || matches!(
            name,
            name::ADDRESS
                | name::ARTICLE
                | name::ASIDE
                | name::BLOCKQUOTE
                | name::CENTER
                | name::DETAILS
                | name::DIALOG
                | name::DIR
                | name::DIV
                | name::DL
                | name::DD
                | name::DT
                | name::FIELDSET
                | name::FIGCAPTION
                | name::FIGURE
                | name::FOOTER
                | name::FORM
                | name::HEADER
                | name::HGROUP
                | name::HR
                | name::LI
                | name::LISTING
                | name::MAIN
                | name::MENU
                | name::NAV
                | name::OL
                | name::P
                | name::PLAINTEXT
                | name::PRE
                | name::SEARCH
                | name::SECTION
                | name::SUMMARY
                | name::TABLE
                | name::UL
                | name::XMP
        )
}

/// The standard's "special" elements: blocks and what else is not inline.
pub(super) fn is_special(name: Name) -> bool {
    closes_paragraph(name)
        || is_scope(name)
        || is_table_part(name)
        || belongs_in_head(name)
        || is_void(name)
        || matches!(
            name,
            name::BUTTON
                | name::COLGROUP
                | name::FRAMESET
                | name::HEAD
                | name::IFRAME
                | name::NOEMBED
                | name::SELECT
                | name::TEXTAREA
        )
}

/// Start tags that end the drawing or formula they stand in.
pub(super) fn ends_foreign(name: Name) -> bool {
    is_heading(name)
        || matches!(
            name,
            name::B
                | name::BIG
                | name::BLOCKQUOTE
                | name::BODY
                | name::BR
                | name::CENTER
                | name::CODE
                | name::DD
                | name::DIV
                | name::DL
                | name::DT
                | name::EM
                | name::EMBED
                | name::HEAD
                | name::HR
                | name::I
                | name::IMG
                | name::LI
                | name::LISTING
                | name::MENU
                | name::META
                | name::NOBR
                | name::OL
                | name::P
                | name::PRE
                | name::RUBY
                | name::S
                | name::SMALL
                | name::SPAN
                | name::STRIKE
                | name::STRONG
                | name::SUB
                | name::SUP
                | name::TABLE
                | name::TT
                | name::U
                | name::UL
                | name::VAR
        )
}
