//! HTML pages to drafts with byte-exact provenance: page model, metadata candidates, main content.
//!
//! [`read_page`] is the whole way: bytes are decoded, parsed into a [`page::Page`] that knows where each of its parts
//! stands, asked for what they say about the article ([`metadata`]), searched for the article itself ([`content`]) and
//! handed to `rapporteur_prose` line by line. [`SiteRules`] put a site's own selectors before the general rules.
//!
//! *Invariant:* total and linear. No page makes it panic or takes longer than its size allows.

mod apply;
mod candidates;
mod citation;
pub mod content;
mod detect;
mod detect_site;
mod draft;
mod live;
pub mod metadata;
mod outline;
pub mod page;
mod plain_bytes;
mod propose;
mod refuse;
pub mod select;
mod site;
mod source_line;
mod stated_body;
mod stated_claims;

#[cfg(test)]
mod tests;

pub use self::detect::{Detected, detect};
pub use self::detect_site::detect_site;
pub use self::draft::{Hints, read_page};
pub use self::propose::propose;
pub use self::refuse::Refused;
pub use self::site::{AddressDate, Layout, RulesError, SiteRules, Value};
