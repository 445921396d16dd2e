use std::time::Duration;

use rapporteur_core::protocol::{Panicked, Refusal};
use thiserror::Error;

use crate::worker::Stopped;

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
    /// Its worker came to an end before the answer.
    #[error("the plugin {how}{}", last_words(.said))]
    Crashed {
        how: Stopped,
        /// The last lines it wrote to standard error, the oldest first.
        said: Vec<String>,
    },
    /// No answer came in time; its worker was killed.
    #[error("the plugin gave no answer in {} and was killed{}", seconds(.limit), last_words(.said))]
    TimedOut {
        limit: Duration,
        /// The last lines it wrote to standard error, the oldest first.
        said: Vec<String>,
    },
    /// It should run in a worker, and none can be had.
    #[error("{0}")]
    NoWorker(String),
}

impl CallError {
    /// Whether the plugin is to blame and not the input.
    pub fn is_defect(&self) -> bool {
        !matches!(self, Self::Refused(_))
    }

    /// Whether it cost a process: three of these and a run goes on without the plugin.
    pub fn is_crash(&self) -> bool {
        matches!(self, Self::Crashed { .. } | Self::TimedOut { .. })
    }
}

fn place(panicked: &Panicked) -> String {
    panicked.location.as_ref().map_or_else(String::new, |location| format!(" at {location}"))
}

/// `; its last words: "…" / "…"`, or nothing.
fn last_words(said: &[String]) -> String {
    if said.is_empty() {
        return String::new();
    }
    let said: Vec<String> = said.iter().map(|line| format!("{line:?}")).collect();
    format!("; its last words: {}", said.join(" / "))
}

/// "30 s", "0.5 s"
fn seconds(limit: &Duration) -> String {
    format!("{} s", limit.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages() {
        let crashed = |how, said: &[&str]| {
            CallError::Crashed { how, said: said.iter().map(|line| (*line).to_owned()).collect() }.to_string()
        };
        #[cfg(unix)]
        assert_eq!(
            crashed(Stopped::Signal(11), &["reading \"x\"", "oh"]),
            r#"the plugin crashed with SIGSEGV (segmentation fault); its last words: "reading \"x\"" / "oh""#
        );
        assert_eq!(crashed(Stopped::Signal(64), &[]), "the plugin crashed with signal 64");
        assert_eq!(crashed(Stopped::Exit(0), &[]), "the plugin ended its process before its answer (exit status 0)");
        assert_eq!(crashed(Stopped::Silent, &[]), "the plugin cut off its answers and was killed");
        assert_eq!(crashed(Stopped::Garbage, &[]), "the plugin wrote what is no answer and was killed");
        let limit = Duration::from_millis(500);
        assert_eq!(
            CallError::TimedOut { limit, said: Vec::new() }.to_string(),
            "the plugin gave no answer in 0.5 s and was killed"
        );
    }
}
