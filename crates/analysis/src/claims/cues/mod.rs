//! Words that attribute, other than nouns, and the content each of them has.

pub(crate) mod adjectives;
pub(crate) mod as_named;
pub(crate) mod before;
pub(crate) mod believed;
pub(crate) mod cleft;
pub(crate) mod complements;
pub(crate) mod felt;
pub(crate) mod follow;
pub(crate) mod for_whom;
pub(crate) mod frames;
pub(crate) mod gap;
pub(crate) mod gapped;
pub(crate) mod given;
mod made;
pub(crate) mod no_content;
pub(crate) mod no_view;
pub(crate) mod objects_in_front;
pub(crate) mod passive;
pub(crate) mod phrases;
pub(crate) mod pointed;
pub(crate) mod rather;
pub(crate) mod seen_in;
mod senses;
pub(crate) mod shifted;
pub(crate) mod signed;
pub(crate) mod turns;
pub(crate) mod verbs;
