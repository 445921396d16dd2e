use serde::{Deserialize, Serialize};

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    Success,
    /// It does not hold, and that is worth a look.
    Warning,
    /// It does not hold.
    Failed,
    /// The process it ran in came to an end, or was ended at the time limit.
    Crashed,
    /// It says nothing about this plugin, or what it needs is not there.
    Skipped,
}

impl Status {
    /// The name used in JSON and tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Failed => "failed",
            Self::Crashed => "crashed",
            Self::Skipped => "skipped",
        }
    }
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckResult {
    /// Name of the check.
    pub check: String,
    /// Id of the plugin; `None` for checks of the library.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plugin: Option<String>,
    pub status: Status,
    /// What was found where it is not a success; how much was looked at where it is. Without a final stop.
    pub message: String,
}

/// What a check found, before it is known how much it weighs: what was looked at, or what is wrong.
pub(crate) type Finding = Result<String, Fault>;

/// Why a check did not succeed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    Wrong(String),
    /// What it needs is not there.
    NotApplicable(String),
}

impl From<String> for Fault {
    fn from(message: String) -> Self {
        Self::Wrong(message)
    }
}

/// A fault with these words.
pub(crate) fn wrong<T>(message: impl Into<String>) -> Result<T, Fault> {
    Err(Fault::Wrong(message.into()))
}

/// What a check needs is not there.
pub(crate) fn skip<T>(message: impl Into<String>) -> Result<T, Fault> {
    Err(Fault::NotApplicable(message.into()))
}
