//! Starts worker processes.

use std::io;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, OnceLock, PoisonError, mpsc};
use std::thread;

use tracing::level_filters::LevelFilter;

use crate::log::level_number;
use crate::{Limits, StoredLibrary, WorkerProgram};

/// Starts a worker for a library's copy, and for one plugin of it where one is named.
pub(crate) fn spawn(
    program: &WorkerProgram,
    limits: &Limits,
    library: &StoredLibrary,
    name: &str,
    plugin: Option<&str>,
) -> io::Result<Child> {
    let mut command = Command::new(&program.program);
    command.args(&program.arguments).arg("--library").arg(&library.path).args(["--name", name]);
    if let Some(plugin) = plugin {
        command.args(["--id", plugin]);
    }
    if let Some(memory) = limits.memory {
        command.arg("--memory").arg(memory.to_string());
    }
    command.arg("--reply-bytes").arg(limits.reply_bytes.to_string());
    command.arg("--log-level").arg(level_number(LevelFilter::current()).to_string());
    command.arg("--host").arg(std::process::id().to_string());
    // Its last words are for people; a backtrace would push out what was said before.
    command.env("RUST_BACKTRACE", "0");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    // A group of its own: the terminal's Ctrl-C is for the host, and what the plugin starts is killed with it.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    on_lasting_thread(command)
}

/// A command, and where to send what it became.
type Order = (Command, mpsc::Sender<io::Result<Child>>);

/// Starts the process from a thread that lasts as long as this process: on Linux "death with the parent" means with the
/// parent's *thread*, and threads that read inputs come and go.
fn on_lasting_thread(command: Command) -> io::Result<Child> {
    static ORDERS: OnceLock<Mutex<mpsc::Sender<Order>>> = OnceLock::new();
    let orders = ORDERS.get_or_init(|| {
        let (sender, receiver) = mpsc::channel::<Order>();
        // Where no thread can be had, sending fails below.
        let _ = thread::Builder::new().name("worker-spawner".to_owned()).spawn(move || {
            for (mut command, reply) in receiver {
                let _ = reply.send(command.spawn());
            }
        });
        Mutex::new(sender)
    });
    let (reply, answer) = mpsc::channel();
    let gone = || io::Error::other("the thread that starts workers is gone");
    orders.lock().unwrap_or_else(PoisonError::into_inner).send((command, reply)).map_err(|_| gone())?;
    answer.recv().map_err(|_| gone())?
}
