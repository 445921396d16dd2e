use rapporteur_core::protocol::{Panicked, Refusal};
use thiserror::Error;

/// Why a call to a plugin brought no answer.
///
/// [`Refused`](CallError::Refused) is an answer about the input. All others are defects of the plugin: the instance is given
/// up and a new one made for the next call.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CallError {
    /// The input or the options will not do.
    #[error("{}", .0.message)]
    Refused(Refusal),
    /// The plugin panicked.
    #[error("the plugin panicked{}: {}", place(.0), .0.message)]
    Panicked(Panicked),
    /// It does not know the method it must know.
    #[error("the plugin does not support {0:?}")]
    Unsupported(String),
    /// It wrote more than it may.
    #[error("the plugin's reply is longer than {0} bytes")]
    TooLong(usize),
    /// It answered with something that is no answer.
    #[error("the plugin's answer cannot be used: {0}")]
    Malformed(String),
}

impl CallError {
    /// Whether the plugin is to blame and not the input.
    pub fn is_defect(&self) -> bool {
        !matches!(self, Self::Refused(_))
    }
}

fn place(panicked: &Panicked) -> String {
    panicked.location.as_ref().map_or_else(String::new, |location| format!(" at {location}"))
}
