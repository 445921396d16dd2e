//! The word lists of `data/actors`.

pub use rapporteur_lists::words::Gender;
pub(super) use rapporteur_lists::words::{Lists, Words, key_of};

pub(super) use crate::embedded::words as get;
