//! Writes JSON and JSON Lines.
