use std::fmt;

/// What became of a plugin that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Can be used.
    Ready,
    /// Switched off in the configuration.
    Disabled,
    /// Another with the same id comes first in the search order: its path.
    Shadowed(String),
    /// Another with the same id stands at the same place of the search order: its path. Neither is used.
    Duplicate(String),
    /// Speaks another version of the boundary.
    WrongAbi(String),
    /// Speaks another version of the messages.
    WrongProtocol(String),
    /// `plugin.toml` cannot be read.
    InvalidManifest(String),
    /// The rules file has a mistake.
    InvalidRules(String),
    /// The plugin that is to read the rules file cannot be had.
    NoEngine(String),
    /// The library cannot be loaded or is no plugin.
    LoadFailed(String),
    /// `plugins.lock` does not trust the library, or pins another version of the rules file.
    Untrusted(String),
    /// It brought its worker down so often that the run went on without it.
    Crashed(u32),
}

impl State {
    /// One word for tables.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Disabled => "disabled",
            Self::Shadowed(_) => "shadowed",
            Self::Duplicate(_) => "duplicate",
            Self::WrongAbi(_) => "wrong-abi",
            Self::WrongProtocol(_) => "wrong-protocol",
            Self::InvalidManifest(_) => "invalid-manifest",
            Self::InvalidRules(_) => "invalid-rules",
            Self::NoEngine(_) => "no-engine",
            Self::LoadFailed(_) => "load-failed",
            Self::Untrusted(_) => "untrusted",
            Self::Crashed(_) => "crashed",
        }
    }

    /// Why it is not ready, as a clause; `None` where it is.
    pub fn reason(&self) -> Option<String> {
        match self {
            Self::Ready => None,
            Self::Disabled => Some("switched off in the configuration".to_owned()),
            Self::Shadowed(by) => Some(format!("{by} comes first in the search order")),
            Self::Duplicate(other) => Some(format!("{other} has the same id at the same place of the search order")),
            Self::WrongAbi(reason)
            | Self::WrongProtocol(reason)
            | Self::InvalidManifest(reason)
            | Self::InvalidRules(reason)
            | Self::NoEngine(reason)
            | Self::LoadFailed(reason)
            | Self::Untrusted(reason) => Some(reason.clone()),
            Self::Crashed(times) => Some(format!("it crashed on {times} inputs of this run")),
        }
    }

    /// Whether a user should be told without asking.
    pub fn is_defect(&self) -> bool {
        !matches!(self, Self::Ready | Self::Disabled | Self::Shadowed(_))
    }
}

impl fmt::Display for State {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.reason() {
            None => formatter.write_str(self.word()),
            Some(reason) => write!(formatter, "{}: {reason}", self.word()),
        }
    }
}
