//! What a page says about its article: every value seen, with where it came from; then one choice a field.

pub mod authors;
pub mod claim_review;
pub mod dates;
mod found;
pub mod json;
pub mod json_ld;
pub mod markup;
pub mod title;

pub use self::found::{Field, Found};
