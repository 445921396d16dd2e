//! The worker's side.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;

use rapporteur_abi::{self as abi, status};
use serde::Serialize;
use thiserror::Error;

use super::frame::{AnswerHead, HEAD, LOG, RequestHead};
use super::handshake::{FRAMES, Handshake, LoadFailure, LogLine};
use super::limits::{Private, restrain, take_standard_streams};
use rapporteur_core::sha256_hex;

use crate::in_process::InProcess;
use crate::log::LogTo;
use crate::{LoadError, LoadedLibrary};

/// Pages nest deeply and their readers may recurse: as much as the host's own threads have.
const STACK_BYTES: usize = 8 << 20;

/// What a worker is told on its command line.
#[derive(Debug, Clone)]
pub struct ServeOptions {
    /// The copy of the library to load. Absolute.
    pub library: PathBuf,
    /// The plugin to serve; `None` where the host only wants to know what the library holds.
    pub plugin: Option<String>,
    /// What its log lines are known by.
    pub name: String,
    /// Address space in bytes.
    pub memory: Option<u64>,
    /// Longest answer in bytes.
    pub reply_bytes: usize,
    /// Nothing above this level is logged; 0 to 5.
    pub log_level: u32,
    /// Process id of the host.
    pub host: Option<u32>,
}

/// Why a worker ended early.
#[derive(Debug, Error)]
pub enum ServeError {
    #[error("the worker cannot be set up: {0}")]
    SetUp(io::Error),
    #[error("the host cannot be heard or spoken to: {0}")]
    Pipe(io::Error),
}

/// Where frames go. Log lines come from any thread of the plugin.
static ANSWERS: OnceLock<Mutex<File>> = OnceLock::new();

/// Serves one plugin of a library until the host hangs up. Call it first thing: it gives away standard input and output.
///
/// # Errors
/// [`ServeError`]; the host sees only that the conversation ended.
pub fn serve(options: ServeOptions) -> Result<(), ServeError> {
    let Private { requests, answers } = take_standard_streams().map_err(ServeError::SetUp)?;
    restrain(options.memory, options.host).map_err(ServeError::SetUp)?;
    ANSWERS.get_or_init(|| Mutex::new(answers));
    let serving = thread::Builder::new()
        .name("plugin".to_owned())
        .stack_size(STACK_BYTES)
        .spawn(move || converse(&options, requests))
        .map_err(ServeError::SetUp)?;
    // A panic here would be the worker's own; the host sees the end of the conversation.
    serving.join().unwrap_or_else(|_| Err(ServeError::Pipe(io::Error::other("the worker panicked"))))
}

fn converse(options: &ServeOptions, mut requests: File) -> Result<(), ServeError> {
    let Some(library) = load(options).map_err(ServeError::Pipe)? else { return Ok(()) };
    let Some(plugin) = &options.plugin else { return Ok(()) };
    let mut instance: Option<InProcess> = None;
    while let Some(request) = read_request(&mut requests).map_err(ServeError::Pipe)? {
        let sent = match &mut instance {
            Some(instance) => {
                let (code, json, payload) = instance.call_raw(&request.method, &request.json, &request.payload);
                send(code, &json, &payload)
            }
            None => {
                let index = library.plugins.iter().position(|there| there.descriptor.id == *plugin);
                let asked_for = request.method == plugin.as_bytes();
                match index.filter(|_| asked_for) {
                    None => send_words(status::PROTOCOL, "the library does not hold the plugin it was asked for"),
                    Some(index) => match InProcess::create_raw(&library, index, &request.json, options.reply_bytes) {
                        Ok(made) => {
                            instance = Some(made);
                            send(status::OK, &[], &[])
                        }
                        Err((code, json)) => send(code, &json, &[]),
                    },
                }
            }
        };
        sent.map_err(ServeError::Pipe)?;
    }
    Ok(())
}

/// Loads the library and says what it holds, or why it cannot be loaded.
fn load(options: &ServeOptions) -> io::Result<Option<Arc<LoadedLibrary>>> {
    let log = LogTo { library: options.name.clone(), max_level: options.log_level, write: send_log };
    let loaded = std::fs::read(&options.library)
        .map_err(|error| LoadError::Loader(error.to_string()))
        .map(|bytes| sha256_hex(&bytes))
        .and_then(|sha256| Ok((LoadedLibrary::open_logging(&options.library, log)?, sha256)));
    match loaded {
        Ok((library, sha256)) => {
            let descriptors = library.plugins.iter().map(|plugin| plugin.descriptor.clone()).collect();
            let handshake = Handshake { frames: FRAMES, abi: abi::ABI_MAJOR, sha256, descriptors };
            send_json(status::OK, &handshake)?;
            Ok(Some(Arc::new(library)))
        }
        Err(error) => {
            let wrong_abi = matches!(error, LoadError::WrongAbi { .. });
            send_json(status::REFUSED, &LoadFailure { message: error.to_string(), wrong_abi })?;
            Ok(None)
        }
    }
}

struct Request {
    method: Vec<u8>,
    json: Vec<u8>,
    payload: Vec<u8>,
}

/// The next request; `None` where the host has hung up.
fn read_request(requests: &mut File) -> io::Result<Option<Request>> {
    let mut head = [0; HEAD];
    match requests.read_exact(&mut head) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        Err(error) => return Err(error),
    }
    let head = RequestHead::from_bytes(head);
    let mut part = |len: u32| {
        // Lengths come from the host, this program itself: no need to distrust them.
        let mut bytes = vec![0; len as usize];
        requests.read_exact(&mut bytes).map(|()| bytes)
    };
    Ok(Some(Request { method: part(head.method)?, json: part(head.json)?, payload: part(head.payload)? }))
}

fn send(code: i32, json: &[u8], payload: &[u8]) -> io::Result<()> {
    let head = AnswerHead::of(code, json, payload).ok_or_else(|| io::Error::other("an answer of more than 4 GiB"))?;
    let Some(answers) = ANSWERS.get() else { return Ok(()) };
    let mut answers = answers.lock().unwrap_or_else(PoisonError::into_inner);
    // One write for the usual short answer: a frame is then one wake-up of the host.
    if json.len() + payload.len() < 1 << 14 {
        return answers.write_all(&[&head.to_bytes(), json, payload].concat());
    }
    answers.write_all(&head.to_bytes())?;
    answers.write_all(json)?;
    answers.write_all(payload)
}

fn send_json(code: i32, value: &impl Serialize) -> io::Result<()> {
    send(code, &serde_json::to_vec(value).map_err(io::Error::other)?, &[])
}

fn send_words(code: i32, message: &str) -> io::Result<()> {
    send_json(code, &serde_json::json!({ "message": message }))
}

fn send_log(_: &str, level: u32, target: &str, message: &str, fields: &str) {
    let [target, message, fields] = [target, message, fields].map(str::to_owned);
    // Nobody to tell where this fails: the host is gone and so are we, soon.
    let _ = send_json(LOG, &LogLine { level, target, message, fields });
}
