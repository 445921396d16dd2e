//! The host's side.

use std::io;
use std::process::Child;
use std::time::{Duration, Instant};

use rapporteur_abi::{self as abi, status};
use rapporteur_core::protocol::Descriptor;

use super::frame::RequestHead;
use super::handshake::{FRAMES, Handshake, LoadFailure};
use super::pipes::{Answer, Broken, Pipes};
use super::spawn::spawn;
use super::stopped::Stopped;
use crate::in_process::{outcome, parse};
use crate::{CallError, Connection, Limits, Reply, State, StoredLibrary, WorkerProgram};

/// How long a process whose conversation has ended may take to end itself, before it is killed.
const GRACE: Duration = Duration::from_millis(500);

/// What is needed to start workers for one library.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Recipe<'a> {
    pub(crate) program: &'a WorkerProgram,
    pub(crate) limits: &'a Limits,
    pub(crate) library: &'a StoredLibrary,
    /// What its log lines are known by.
    pub(crate) name: &'a str,
}

/// A plugin's instance in a process of its own. Dropping it kills the process and waits for its end.
pub(crate) struct Worker {
    child: Child,
    pipes: Pipes,
    call_time: Duration,
    /// Longest answer in bytes.
    reply_bytes: usize,
}

/// What a library says of its plugins, asked in a worker.
///
/// # Errors
/// The state that says why it cannot be loaded.
pub(crate) fn describe(recipe: Recipe<'_>) -> Result<Vec<Descriptor>, State> {
    let failed = |error: CallError| State::LoadFailed(format!("while it was loaded, {error}"));
    let (_worker, answer) = Worker::start(recipe, None).map_err(failed)?;
    if answer.status != status::OK {
        let failure: LoadFailure = parse(&answer.json).map_err(failed)?;
        return Err(if failure.wrong_abi {
            State::WrongAbi(failure.message)
        } else {
            State::LoadFailed(failure.message)
        });
    }
    let handshake: Handshake = parse(&answer.json).map_err(failed)?;
    check(&handshake, recipe.library).map_err(failed)?;
    Ok(handshake.descriptors)
}

impl Worker {
    /// Starts a worker and makes an instance of a plugin in it. `config` is a JSON object or empty.
    pub(crate) fn create(recipe: Recipe<'_>, plugin: &str, config: &[u8]) -> Result<Self, CallError> {
        let (mut worker, answer) = Self::start(recipe, Some(plugin))?;
        if answer.status != status::OK {
            let failure: LoadFailure = parse(&answer.json)?;
            return Err(CallError::NoWorker(failure.message));
        }
        check(&parse(&answer.json)?, recipe.library)?;
        let answer = worker.exchange(plugin.as_bytes(), config, &[])?;
        outcome(answer.status, "create", Reply { json: answer.json, payload: answer.payload }, worker.reply_bytes)?;
        Ok(worker)
    }

    /// Starts a worker and waits for its first frame.
    fn start(recipe: Recipe<'_>, plugin: Option<&str>) -> Result<(Self, Answer), CallError> {
        let Recipe { program, limits, library, name } = recipe;
        let no_worker = |error: io::Error| CallError::NoWorker(format!("no worker can be started: {error}"));
        let mut child = spawn(program, limits, library, name, plugin).map_err(no_worker)?;
        let pipes = match Pipes::of(&mut child, name, limits.reply_bytes) {
            Ok(pipes) => pipes,
            Err(error) => {
                kill(&mut child);
                return Err(no_worker(error));
            }
        };
        let mut worker = Self { child, pipes, call_time: limits.call_time, reply_bytes: limits.reply_bytes };
        let answer = worker.pipes.exchange(&[], Instant::now() + limits.call_time);
        let answer = answer.map_err(|broken| worker.end(broken))?;
        Ok((worker, answer))
    }

    fn exchange(&mut self, method: &[u8], json: &[u8], payload: &[u8]) -> Result<Answer, CallError> {
        let Some(head) = RequestHead::of(method, json, payload) else {
            return Err(CallError::NoWorker("an input of more than 4 GiB cannot be sent to a worker".to_owned()));
        };
        let deadline = Instant::now() + self.call_time;
        let answer = self.pipes.exchange(&[&head.to_bytes(), method, json, payload], deadline);
        answer.map_err(|broken| self.end(broken))
    }

    /// Ends the process, waits for it, and says what had become of it.
    fn end(&mut self, broken: Broken) -> CallError {
        let itself = broken == Broken::Ended && ends_itself(&self.child);
        let ended = kill(&mut self.child);
        self.pipes.read_errors();
        let said = self.pipes.tail.take();
        let how = match broken {
            Broken::OutOfTime => return CallError::TimedOut { limit: self.call_time, said },
            Broken::Garbage => Stopped::Garbage,
            Broken::Ended if !itself => Stopped::Silent,
            Broken::Ended => ended.unwrap_or(Stopped::Silent),
        };
        CallError::Crashed { how, said }
    }
}

impl Connection for Worker {
    fn call(&mut self, method: &str, request: &[u8], payload: &[u8]) -> Result<Reply, CallError> {
        let answer = self.exchange(method.as_bytes(), request, payload)?;
        outcome(answer.status, method, Reply { json: answer.json, payload: answer.payload }, self.reply_bytes)
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        kill(&mut self.child);
    }
}

/// Whether what answers is this program's own worker, with the bytes that were hashed.
fn check(handshake: &Handshake, library: &StoredLibrary) -> Result<(), CallError> {
    if handshake.frames != FRAMES || handshake.abi != abi::ABI_MAJOR {
        let Handshake { frames, abi, .. } = handshake;
        return Err(CallError::NoWorker(format!(
            "the worker is of another version: frames {frames}, ABI {abi}; expected frames {FRAMES}, ABI {}",
            abi::ABI_MAJOR
        )));
    }
    if handshake.sha256 != library.sha256 {
        return Err(CallError::NoWorker(format!(
            "the copy in the cache was changed: its sha256 is {}, expected {}",
            handshake.sha256, library.sha256
        )));
    }
    Ok(())
}

/// How a process ended that has nothing more to say; it is waited for, and killed where it does not end.
pub(crate) fn end_of(child: &mut Child) -> Option<Stopped> {
    let itself = ends_itself(child);
    kill(child).filter(|_| itself)
}

/// Kills the process and all it started, and waits for its end. How it ended, if not by us.
fn kill(child: &mut Child) -> Option<Stopped> {
    kill_group(child);
    let status = child.wait().ok()?;
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return Some(Stopped::Signal(signal));
    }
    status.code().map(Stopped::Exit)
}

/// Whether the process ends without being killed, soon.
#[cfg(unix)]
fn ends_itself(child: &Child) -> bool {
    use rustix::process::{Pid, WaitId, WaitIdOptions, waitid};
    let Some(pid) = Pid::from_raw(child.id().cast_signed()) else { return false };
    let until = Instant::now() + GRACE;
    // Not reaped yet: its number stays its own until its group is killed.
    let options = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
    loop {
        match waitid(WaitId::Pid(pid), options) {
            Ok(Some(_)) => return true,
            Ok(None) if Instant::now() < until => std::thread::sleep(Duration::from_micros(200)),
            _ => return false,
        }
    }
}

#[cfg(unix)]
fn kill_group(child: &mut Child) {
    use rustix::process::{Pid, Signal, kill_process_group};
    // The group has the worker's own number. Where it has ended already, what it started may still run.
    if let Some(pid) = Pid::from_raw(child.id().cast_signed()) {
        let _ = kill_process_group(pid, Signal::KILL);
    }
}

#[cfg(not(unix))]
fn ends_itself(_: &Child) -> bool {
    std::thread::sleep(GRACE);
    false
}

#[cfg(not(unix))]
fn kill_group(child: &mut Child) {
    let _ = child.kill();
}
