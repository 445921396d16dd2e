//! Article anatomy shared by text and HTML: headline, byline, bio, source line, furniture, transcript turns.
//!
//! A source cuts its page into [`Line`]s, says of each what markup says, and asks [`anatomy`] for the rest. The same
//! article as a web page and as pasted text comes out the same.
//!
//! *Invariant:* total and linear; arbitrary text never panics, and every range lies in the text on character boundaries.

mod anatomy;
mod line;
mod trim;

pub use anatomy::{Anatomy, anatomy};
pub use line::{Known, Line, LineHint};
