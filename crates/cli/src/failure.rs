use std::fmt;

use miette::Diagnostic;

use crate::exit::Exit;

/// Why a command could not do what it was asked.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) exit: Exit,
    /// What was found and what was expected.
    message: String,
    /// What to do about it.
    help: Option<String>,
}

impl Failure {
    /// A mistake on the command line or in the configuration.
    pub(crate) fn usage(message: impl fmt::Display) -> Self {
        Self { exit: Exit::Usage, message: message.to_string(), help: None }
    }

    /// Nothing to work on.
    pub(crate) fn nothing(message: impl fmt::Display) -> Self {
        Self { exit: Exit::NothingMatched, message: message.to_string(), help: None }
    }

    /// The work was begun and failed.
    pub(crate) fn work(message: impl fmt::Display) -> Self {
        Self { exit: Exit::SomeFailed, message: message.to_string(), help: None }
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}

impl Diagnostic for Failure {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }
}
