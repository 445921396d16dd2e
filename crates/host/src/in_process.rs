//! An instance of a plugin in this process.

use std::ffi::c_void;
use std::sync::Arc;

use rapporteur_abi::{self as abi, status};
use rapporteur_core::protocol::Panicked;
use serde::de::DeserializeOwned;

use crate::library::{Functions, LoadedLibrary};
use crate::sink::Collector;
use crate::{CallError, Connection, Reply};

/// Status by which the host itself notes that a reply was longer than that; no plugin's.
const TOO_LONG: i32 = i32::MIN + 1;
/// Longest explanation of a failed `create`.
const ERROR_LIMIT: usize = 1 << 20;

/// An instance in this process.
pub(crate) struct InProcess {
    functions: Functions,
    instance: *mut c_void,
    /// Longest answer in bytes.
    reply_bytes: usize,
    /// Keeps the description alive; the library itself is never unloaded.
    _library: Arc<LoadedLibrary>,
}

// SAFETY: header, "Threads": one instance is used by one thread at a time, not always the same one.
unsafe impl Send for InProcess {}

impl InProcess {
    /// Makes an instance of plugin `index` of the library. `config` is a JSON object or empty.
    pub(crate) fn create(
        library: &Arc<LoadedLibrary>,
        index: usize,
        config: &[u8],
        reply_bytes: usize,
    ) -> Result<Self, CallError> {
        Self::create_raw(library, index, config, reply_bytes).map_err(|(code, json)| {
            let failed = outcome(code, "create", Reply { json, payload: Vec::new() }, reply_bytes);
            failed.err().unwrap_or_else(|| CallError::Malformed("create failed with the status of success".to_owned()))
        })
    }

    /// The same; on failure the status and the JSON it came with.
    pub(crate) fn create_raw(
        library: &Arc<LoadedLibrary>,
        index: usize,
        config: &[u8],
        reply_bytes: usize,
    ) -> Result<Self, (i32, Vec<u8>)> {
        let no_plugin = || (status::PROTOCOL, words(&format!("the library has no plugin {index}")));
        let functions = library.plugins.get(index).ok_or_else(no_plugin)?.functions;
        let mut instance = std::ptr::null_mut();
        let mut collector = Collector::new(ERROR_LIMIT);
        let sink = collector.sink();
        // SAFETY: header, `create`: the host table lives for ever; config, instance and sink are lent for the call.
        let code = unsafe { (functions.create)(library.host, lend(config), &raw mut instance, &raw const sink) };
        if collector.overflowed {
            let message = format!("its explanation is longer than {ERROR_LIMIT} bytes");
            return Err((status::PROTOCOL, words(&message)));
        }
        if code != status::OK {
            return Err((code, collector.reply.json));
        }
        if instance.is_null() {
            return Err((status::PROTOCOL, words("create succeeded and made no instance")));
        }
        Ok(Self { functions, instance, reply_bytes, _library: Arc::clone(library) })
    }

    /// Status, JSON and payload of one call, as they came.
    pub(crate) fn call_raw(&mut self, method: &[u8], request: &[u8], payload: &[u8]) -> (i32, Vec<u8>, Vec<u8>) {
        let mut collector = Collector::new(self.reply_bytes);
        let sink = collector.sink();
        // SAFETY: header, `call`: the instance is this plugin's own and `&mut self` keeps other threads out; all bytes and
        // the sink are lent for the call.
        let code = unsafe {
            (self.functions.call)(self.instance, lend(method), lend(request), lend(payload), &raw const sink)
        };
        if collector.overflowed {
            return (TOO_LONG, Vec::new(), Vec::new());
        }
        (code, collector.reply.json, collector.reply.payload)
    }

    /// One call of which every piece of the reply is refused: its status, and how many pieces were tried.
    pub(crate) fn call_refusing(&mut self, method: &[u8], request: &[u8], payload: &[u8]) -> (i32, usize) {
        let mut collector = Collector::new(0);
        let sink = collector.sink();
        // SAFETY: as in `call_raw`.
        let code = unsafe {
            (self.functions.call)(self.instance, lend(method), lend(request), lend(payload), &raw const sink)
        };
        (code, collector.refused)
    }
}

impl Connection for InProcess {
    fn call(&mut self, method: &str, request: &[u8], payload: &[u8]) -> Result<Reply, CallError> {
        let (code, json, payload) = self.call_raw(method.as_bytes(), request, payload);
        outcome(code, method, Reply { json, payload }, self.reply_bytes)
    }
}

impl Drop for InProcess {
    fn drop(&mut self) {
        // SAFETY: header, `destroy`: the instance is this plugin's own and is not used again.
        unsafe { (self.functions.destroy)(self.instance) }
    }
}

fn lend(bytes: &[u8]) -> abi::Bytes {
    abi::Bytes { ptr: bytes.as_ptr(), len: bytes.len() }
}

/// JSON of a status that comes with words.
fn words(message: &str) -> Vec<u8> {
    serde_json::json!({ "message": message }).to_string().into_bytes()
}

/// What a status with its reply means. `reply_bytes` is the limit that the reply was held to.
pub(crate) fn outcome(code: i32, method: &str, reply: Reply, reply_bytes: usize) -> Result<Reply, CallError> {
    match code {
        status::OK => Ok(reply),
        status::REFUSED => Err(CallError::Refused(parse(&reply.json)?)),
        status::UNSUPPORTED => Err(CallError::Unsupported(method.to_owned())),
        status::PANIC => Err(CallError::Panicked(parse(&reply.json)?)),
        status::PROTOCOL => Err(CallError::Malformed(parse::<Panicked>(&reply.json)?.message)),
        TOO_LONG => Err(CallError::TooLong(reply_bytes)),
        other => Err(CallError::Malformed(format!("{method} ended with the unknown status {other}"))),
    }
}

/// The JSON of a reply.
pub(crate) fn parse<T: DeserializeOwned>(json: &[u8]) -> Result<T, CallError> {
    serde_json::from_slice(json).map_err(|error| CallError::Malformed(error.to_string()))
}
