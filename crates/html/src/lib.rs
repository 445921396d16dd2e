//! HTML pages to drafts with byte-exact provenance: page model, metadata candidates, main content.

pub mod page;
pub mod select;
