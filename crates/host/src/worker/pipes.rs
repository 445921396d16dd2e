//! The host's ends of a worker's pipes, with a time limit on everything.

use std::io::{self, IoSlice, Read, Write};
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout};
use std::time::Instant;

use super::frame::{AnswerHead, HEAD, LOG};
use super::handshake::LogLine;
use super::stderr_tail::StderrTail;
use crate::log;

/// An answer as it came.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: i32,
    pub(crate) json: Vec<u8>,
    pub(crate) payload: Vec<u8>,
}

/// Why no answer came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Broken {
    /// The conversation ended.
    Ended,
    /// The time was up.
    OutOfTime,
    /// What came is no frame.
    Garbage,
}

/// The pipes of one worker.
pub(crate) struct Pipes {
    requests: ChildStdin,
    answers: ChildStdout,
    /// `None` once it has ended.
    errors: Option<ChildStderr>,
    pub(crate) tail: StderrTail,
    /// What its log lines are known by.
    library: String,
    /// Longest answer in bytes.
    reply_bytes: usize,
}

impl Pipes {
    /// Takes the pipes of a process that was started with all three.
    pub(crate) fn of(child: &mut Child, library: &str, reply_bytes: usize) -> io::Result<Self> {
        let missing = || io::Error::other("a pipe of the worker is missing");
        let requests = child.stdin.take().ok_or_else(missing)?;
        let answers = child.stdout.take().ok_or_else(missing)?;
        let errors = child.stderr.take().ok_or_else(missing)?;
        sys::never_block(&requests)?;
        sys::never_block(&answers)?;
        sys::never_block(&errors)?;
        sys::widen(&requests);
        sys::widen(&answers);
        let (tail, library) = (StderrTail::default(), library.to_owned());
        Ok(Self { requests, answers, errors: Some(errors), tail, library, reply_bytes })
    }

    /// Sends the parts of a frame, none where there is none to send, and waits for the next answer.
    pub(crate) fn exchange(&mut self, parts: &[&[u8]], deadline: Instant) -> Result<Answer, Broken> {
        let mut slices: Vec<IoSlice<'_>> = parts.iter().map(|part| IoSlice::new(part)).collect();
        let mut unsent = slices.as_mut_slice();
        IoSlice::advance_slices(&mut unsent, 0);
        let mut incoming = Incoming::default();
        loop {
            self.send_some(&mut unsent)?;
            let ready = self.wait(!unsent.is_empty(), deadline)?;
            if ready.errors {
                self.read_errors();
            }
            if ready.answers
                && let Some(answer) = self.receive_some(&mut incoming)?
            {
                return Ok(answer);
            }
        }
    }

    fn send_some(&mut self, unsent: &mut &mut [IoSlice<'_>]) -> Result<(), Broken> {
        while !unsent.is_empty() {
            match self.requests.write_vectored(unsent) {
                Ok(0) => return Err(Broken::Ended),
                Ok(sent) => IoSlice::advance_slices(unsent, sent),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => break,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => return Err(Broken::Ended),
            }
        }
        Ok(())
    }

    /// Reads what is there; events of the log are passed on, an answer is returned.
    fn receive_some(&mut self, incoming: &mut Incoming) -> Result<Option<Answer>, Broken> {
        while incoming.fill(&mut self.answers, self.reply_bytes)? {
            match std::mem::take(incoming).into_answer() {
                Some(answer) if answer.status == LOG => self.pass_on(&answer.json)?,
                Some(answer) => return Ok(Some(answer)),
                None => return Err(Broken::Garbage),
            }
        }
        Ok(None)
    }

    fn pass_on(&self, json: &[u8]) -> Result<(), Broken> {
        let line: LogLine = serde_json::from_slice(json).map_err(|_| Broken::Garbage)?;
        log::emit(&self.library, line.level, &line.target, &line.message, &line.fields);
        Ok(())
    }

    /// Takes what the worker has written to standard error so far.
    pub(crate) fn read_errors(&mut self) {
        let Some(errors) = &mut self.errors else { return };
        let mut told = |line: &str| tracing::info!(target: "plugin", library = %self.library, "{line}");
        let mut buffer = [0; 4096];
        loop {
            match errors.read(&mut buffer) {
                Ok(0) => break,
                Ok(len) => self.tail.push(buffer.get(..len).unwrap_or_default(), &mut told),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return,
                Err(_) => break,
            }
        }
        self.errors = None;
    }

    fn wait(&self, unsent: bool, deadline: Instant) -> Result<Ready, Broken> {
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(Broken::OutOfTime);
        }
        let requests = unsent.then_some(&self.requests);
        match sys::wait(requests, &self.answers, self.errors.as_ref(), left) {
            Ok(ready) => Ok(ready),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => Ok(Ready::default()),
            Err(_) => Err(Broken::Ended),
        }
    }
}

/// What a process said until it closed its standard output.
#[derive(Debug, Default)]
pub(crate) struct Heard {
    pub(crate) output: Vec<u8>,
    /// The last lines of its standard error, the oldest first.
    pub(crate) said: Vec<String>,
    /// The time was up before that.
    pub(crate) out_of_time: bool,
}

/// Listens to a process that was started with its standard output and error piped.
pub(crate) fn read_to_end(child: &mut Child, deadline: Instant) -> Heard {
    let mut heard = Heard::default();
    let (Some(mut output), Some(mut errors)) = (child.stdout.take(), child.stderr.take()) else { return heard };
    if sys::never_block(&output).and_then(|()| sys::never_block(&errors)).is_err() {
        return heard;
    }
    let mut tail = StderrTail::default();
    let mut buffer = [0; 4096];
    loop {
        // Both are tried whatever woke us: neither blocks.
        while let Ok(len @ 1..) = errors.read(&mut buffer) {
            tail.push(buffer.get(..len).unwrap_or_default(), &mut |_| {});
        }
        match output.read_to_end(&mut heard.output) {
            Ok(_) => break,
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(_) => break,
        }
        let left = deadline.saturating_duration_since(Instant::now());
        heard.out_of_time = left.is_zero();
        if heard.out_of_time {
            break;
        }
        // Standard error that has ended would wake us for ever, so only standard output is waited for, a moment at a time.
        let _ = sys::wait(None, &output, None, left.min(std::time::Duration::from_millis(50)));
    }
    while let Ok(len @ 1..) = errors.read(&mut buffer) {
        tail.push(buffer.get(..len).unwrap_or_default(), &mut |_| {});
    }
    heard.said = tail.take();
    heard
}

/// Which pipes have something.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Ready {
    answers: bool,
    errors: bool,
}

/// A frame that has arrived in part.
#[derive(Default)]
struct Incoming {
    head: [u8; HEAD],
    have: usize,
    body: Vec<u8>,
}

/// Room made for a body before any of it has arrived: a head may lie.
const ROOM: usize = 16 << 20;

impl Incoming {
    /// Reads on; whether the frame is complete.
    fn fill(&mut self, from: &mut ChildStdout, limit: usize) -> Result<bool, Broken> {
        while self.have < HEAD {
            match from.read(self.head.get_mut(self.have..).unwrap_or_default()) {
                Ok(0) => return Err(Broken::Ended),
                Ok(len) => self.have += len,
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(false),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => return Err(Broken::Ended),
            }
        }
        let wanted = self.wanted(limit)?;
        self.body.reserve((wanted - self.body.len()).min(ROOM));
        while self.body.len() < wanted {
            let before = self.body.len();
            let left = u64::try_from(wanted - before).unwrap_or(u64::MAX);
            match from.take(left).read_to_end(&mut self.body) {
                Ok(_) if self.body.len() < wanted => return Err(Broken::Ended),
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(self.body.len() == wanted),
                Err(_) => return Err(Broken::Ended),
            }
        }
        Ok(true)
    }

    /// Length of the body. A worker keeps to the limit, so a head that does not is none.
    fn wanted(&self, limit: usize) -> Result<usize, Broken> {
        let head = AnswerHead::from_bytes(self.head);
        let wanted = (head.json as usize).saturating_add(head.payload as usize);
        if wanted > limit { Err(Broken::Garbage) } else { Ok(wanted) }
    }

    fn into_answer(self) -> Option<Answer> {
        let head = AnswerHead::from_bytes(self.head);
        let mut json = self.body;
        let payload = (head.json as usize <= json.len()).then(|| json.split_off(head.json as usize))?;
        Some(Answer { status: head.status, json, payload })
    }
}

#[cfg(unix)]
mod sys {
    use std::io;
    use std::os::fd::AsFd;
    use std::process::{ChildStderr, ChildStdin, ChildStdout};
    use std::time::Duration;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    use super::Ready;

    pub(super) fn never_block(pipe: &impl AsFd) -> io::Result<()> {
        rustix::io::ioctl_fionbio(pipe, true).map_err(Into::into)
    }

    /// Lets a pipe hold a usual input or answer whole, so that two processes need not take turns over it. Where the system
    /// does not allow it nothing is lost but time.
    pub(super) fn widen(pipe: &impl AsFd) {
        #[cfg(target_os = "linux")]
        let _ = rustix::pipe::fcntl_setpipe_size(pipe, 1 << 20);
        #[cfg(not(target_os = "linux"))]
        let _ = pipe;
    }

    pub(super) fn wait(
        requests: Option<&ChildStdin>,
        answers: &ChildStdout,
        errors: Option<&ChildStderr>,
        limit: Duration,
    ) -> io::Result<Ready> {
        let mut pipes = vec![PollFd::new(answers, PollFlags::IN)];
        if let Some(errors) = errors {
            pipes.push(PollFd::new(errors, PollFlags::IN));
        }
        if let Some(requests) = requests {
            pipes.push(PollFd::new(requests, PollFlags::OUT));
        }
        let limit = Timespec::try_from(limit).map_err(io::Error::other)?;
        poll(&mut pipes, Some(&limit))?;
        // Any event: the end of a pipe shows as one that is not IN.
        let has = |index: usize| pipes.get(index).is_some_and(|pipe| !pipe.revents().is_empty());
        Ok(Ready { answers: has(0), errors: errors.is_some() && has(1) })
    }
}

#[cfg(not(unix))]
mod sys {
    use std::io;
    use std::process::{ChildStderr, ChildStdin, ChildStdout};
    use std::time::Duration;

    use super::Ready;

    pub(super) fn never_block<T>(_: &T) -> io::Result<()> {
        Err(io::Error::new(io::ErrorKind::Unsupported, "workers are not available on this system"))
    }

    pub(super) fn widen<T>(_: &T) {}

    pub(super) fn wait(
        _: Option<&ChildStdin>,
        _: &ChildStdout,
        _: Option<&ChildStderr>,
        _: Duration,
    ) -> io::Result<Ready> {
        Err(io::Error::new(io::ErrorKind::Unsupported, "workers are not available on this system"))
    }
}
