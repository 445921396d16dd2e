//! Reads any article page.
