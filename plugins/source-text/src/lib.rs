//! Reads plain-text articles.
