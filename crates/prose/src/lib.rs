//! Article anatomy shared by text and HTML: headline, byline, bio, source line, furniture, transcript turns.
//!
//! A source cuts its page into [`Line`]s, says of each what markup says, and asks [`anatomy`] for the rest. The same
//! article as a web page and as pasted text comes out the same.
//!
//! *Invariant:* total and linear; arbitrary text never panics, and every range lies in the text on character boundaries.

mod about;
mod anatomy;
mod bio;
mod body;
mod byline;
mod date_line;
mod dateline;
mod dates;
mod disclaimer;
mod furniture;
mod heading;
mod headline;
mod language;
mod line;
mod names;
mod parts;
mod pieces;
mod source_line;
mod tail;
mod top;
mod transcript;
mod trim;
mod words;

pub mod text_source;

pub use anatomy::{Anatomy, anatomy};
pub use dates::{FoundDate, find_date, parse_date};
pub use headline::{Headline, split_headline};
pub use line::{Known, Line, LineHint};
pub use parts::PartByline;
