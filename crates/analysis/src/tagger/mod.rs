//! Parts of speech.

mod upos;

pub use upos::Upos;
