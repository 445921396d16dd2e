use std::fmt;

/// How a worker came to its end without an answer. Shown as what the plugin did: "crashed with SIGSEGV (segmentation fault)".
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stopped {
    /// A signal: its number.
    Signal(i32),
    /// It ended of itself with this exit status.
    Exit(i32),
    /// It closed its side of the conversation and went on; it was killed.
    Silent,
    /// It wrote what is no frame and was killed.
    Garbage,
}

impl Stopped {
    /// "SIGSEGV", where the signal has a name that is the same on all systems.
    pub fn signal_name(&self) -> Option<&'static str> {
        let Self::Signal(number) = self else { return None };
        name_and_meaning(*number).map(|(name, _)| name)
    }
}

impl fmt::Display for Stopped {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Signal(number) => match name_and_meaning(*number) {
                Some((name, meaning)) => write!(formatter, "crashed with {name} ({meaning})"),
                None => write!(formatter, "crashed with signal {number}"),
            },
            Self::Exit(status) => write!(formatter, "ended its process before its answer (exit status {status})"),
            Self::Silent => formatter.write_str("cut off its answers and was killed"),
            Self::Garbage => formatter.write_str("wrote what is no answer and was killed"),
        }
    }
}

#[cfg(unix)]
fn name_and_meaning(number: i32) -> Option<(&'static str, &'static str)> {
    use rustix::process::Signal;
    let named = [
        (Signal::SEGV, "SIGSEGV", "segmentation fault"),
        (Signal::ABORT, "SIGABRT", "aborted"),
        (Signal::BUS, "SIGBUS", "bus error"),
        (Signal::FPE, "SIGFPE", "arithmetic error"),
        (Signal::ILL, "SIGILL", "illegal instruction"),
        (Signal::KILL, "SIGKILL", "killed"),
        (Signal::TERM, "SIGTERM", "told to end"),
        (Signal::TRAP, "SIGTRAP", "trap"),
        (Signal::SYS, "SIGSYS", "forbidden system call"),
        (Signal::PIPE, "SIGPIPE", "broken pipe"),
        (Signal::XCPU, "SIGXCPU", "too much processor time"),
    ];
    named.into_iter().find(|(signal, _, _)| signal.as_raw() == number).map(|(_, name, meaning)| (name, meaning))
}

#[cfg(not(unix))]
fn name_and_meaning(_: i32) -> Option<(&'static str, &'static str)> {
    None
}
