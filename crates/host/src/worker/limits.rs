//! What a worker does to itself before it loads anything.

use std::fs::File;
use std::io;

/// The two ends of the conversation, on descriptors that the plugin does not know.
pub(crate) struct Private {
    pub(crate) requests: File,
    pub(crate) answers: File,
}

/// Takes private copies of standard input and output, and turns these away: what a plugin prints goes to standard error,
/// and what it reads is empty.
#[cfg(unix)]
pub(crate) fn take_standard_streams() -> io::Result<Private> {
    use std::os::fd::AsFd;
    let requests = File::from(io::stdin().as_fd().try_clone_to_owned()?);
    let answers = File::from(io::stdout().as_fd().try_clone_to_owned()?);
    rustix::stdio::dup2_stdin(File::open("/dev/null")?)?;
    rustix::stdio::dup2_stdout(io::stderr())?;
    Ok(Private { requests, answers })
}

/// No core dumps, no more address space than `memory` bytes, and (Linux) an end when the host ends.
#[cfg(unix)]
pub(crate) fn restrain(memory: Option<u64>, host: Option<u32>) -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let exactly = |value| Rlimit { current: Some(value), maximum: Some(value) };
    setrlimit(Resource::Core, exactly(0))?;
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Signal, getppid, set_parent_process_death_signal};
        set_parent_process_death_signal(Some(Signal::KILL))?;
        // The host may have ended before that took hold.
        let parent = getppid().map(|parent| parent.as_raw_nonzero().get().cast_unsigned());
        if host.is_some_and(|host| parent != Some(host)) {
            return Err(io::Error::new(io::ErrorKind::NotConnected, "the host has ended"));
        }
    }
    #[cfg(not(target_os = "linux"))]
    let _ = host;
    if let Some(memory) = memory {
        setrlimit(Resource::As, exactly(memory))?;
    }
    Ok(())
}

#[cfg(not(unix))]
pub(crate) fn take_standard_streams() -> io::Result<Private> {
    Err(io::Error::new(io::ErrorKind::Unsupported, "workers are not available on this system"))
}

#[cfg(not(unix))]
pub(crate) fn restrain(_: Option<u64>, _: Option<u32>) -> io::Result<()> {
    Ok(())
}
