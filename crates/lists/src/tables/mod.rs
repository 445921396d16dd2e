//! Tables that are laid out once, when the program is built, and then only looked up.
//!
//! What costs at the start of a program is to make a million small things. So words, their places in a hash table and whatever
//! belongs to them lie in a few runs of bytes, which a program borrows as they are. A table that is added to copies them first.
//!
//! Keys are ours, so no hash need resist an adversary, and its seed is fixed: the same lists give the same bytes. Nothing ever
//! iterates over a table where the order of hashes could show: words are numbered in the order they were added.

mod groups;
mod places;
mod records;
mod rows;
mod short_word;
mod words;

pub(crate) use groups::Groups;
pub(crate) use places::{Places, mix};
pub(crate) use records::Records;
pub(crate) use rows::Rows;
pub use short_word::ShortWord;
pub(crate) use words::WordNumbers;
pub use words::{WordGroups, WordSet, WordTable};
