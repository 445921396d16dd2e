//! Cue words and what each takes, as TOML.
