//! Lists of names and words, and the tables they are laid out as.
//!
//! People edit TOML. It is read, checked and indexed here; what comes of it is written once ([`to_bytes`]), when the program is
//! built, and borrowed by the program as it lies there ([`from_bytes`]), so that no run reads the lists again. A gazetteer that
//! a user adds at run time goes the same way, into a copy of the same tables.
//!
//! *Invariant:* no IO, no clock. The same TOML gives the same bytes on every machine.

pub mod characters;
pub mod gazetteer;
pub mod lexicon;
mod tables;
pub mod words;

pub use tables::{ShortWord, WordGroups, WordSet, WordTable};

/// What was indexed, as bytes for [`from_bytes`].
///
/// # Errors
/// Where a list is longer than its tables can say: 4 GB of text.
pub fn to_bytes<Lists: serde::Serialize>(lists: &Lists) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_allocvec(lists)
}

/// What [`to_bytes`] wrote. Most of it is borrowed; little is read.
///
/// # Errors
/// Where the bytes are those of other lists, or of another build.
pub fn from_bytes<Lists: serde::Deserialize<'static>>(bytes: &'static [u8]) -> Result<Lists, postcard::Error> {
    postcard::from_bytes(bytes)
}
