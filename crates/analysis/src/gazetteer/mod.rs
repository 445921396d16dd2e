//! Known actors, as TOML: states, organisations, think tanks, leaders.
