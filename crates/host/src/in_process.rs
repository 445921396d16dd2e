//! An instance of a plugin in this process.

use std::ffi::c_void;
use std::sync::Arc;

use rapporteur_abi::{self as abi, status};
use rapporteur_core::protocol::Panicked;
use serde::de::DeserializeOwned;

use crate::library::{Functions, LoadedLibrary};
use crate::sink::Collector;
use crate::{CallError, Connection, Reply};

/// Longest answer a plugin may give, in bytes: the text of the largest inputs several times over.
const REPLY_LIMIT: usize = 2 << 30;
/// Longest explanation of a failed `create`.
const ERROR_LIMIT: usize = 1 << 20;

/// An instance in this process.
pub(crate) struct InProcess {
    functions: Functions,
    instance: *mut c_void,
    /// Keeps the description alive; the library itself is never unloaded.
    _library: Arc<LoadedLibrary>,
}

// SAFETY: header, "Threads": one instance is used by one thread at a time, not always the same one.
unsafe impl Send for InProcess {}

impl InProcess {
    /// Makes an instance of plugin `index` of the library. `config` is a JSON object or empty.
    pub(crate) fn create(library: &Arc<LoadedLibrary>, index: usize, config: &[u8]) -> Result<Self, CallError> {
        let plugin = library
            .plugins
            .get(index)
            .ok_or_else(|| CallError::Malformed(format!("the library has no plugin {index}")))?;
        let functions = plugin.functions;
        let mut instance = std::ptr::null_mut();
        let mut collector = Collector::new(ERROR_LIMIT);
        let sink = collector.sink();
        // SAFETY: header, `create`: the host table lives for ever; config, instance and sink are lent for the call.
        let code = unsafe { (functions.create)(library.host, lend(config), &raw mut instance, &raw const sink) };
        outcome(code, "create", collector, ERROR_LIMIT)?;
        if instance.is_null() {
            return Err(CallError::Malformed("create succeeded and made no instance".to_owned()));
        }
        Ok(Self { functions, instance, _library: Arc::clone(library) })
    }
}

impl Connection for InProcess {
    fn call(&mut self, method: &str, request: &[u8], payload: &[u8]) -> Result<Reply, CallError> {
        let mut collector = Collector::new(REPLY_LIMIT);
        let sink = collector.sink();
        // SAFETY: header, `call`: the instance is this plugin's own and `&mut self` keeps other threads out; all bytes and
        // the sink are lent for the call.
        let code = unsafe {
            (self.functions.call)(self.instance, lend(method.as_bytes()), lend(request), lend(payload), &raw const sink)
        };
        outcome(code, method, collector, REPLY_LIMIT)
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

fn outcome(code: i32, method: &str, collector: Collector, limit: usize) -> Result<Reply, CallError> {
    if collector.overflowed {
        return Err(CallError::TooLong(limit));
    }
    let reply = collector.reply;
    match code {
        status::OK => Ok(reply),
        status::REFUSED => Err(CallError::Refused(parse(&reply.json)?)),
        status::UNSUPPORTED => Err(CallError::Unsupported(method.to_owned())),
        status::PANIC => Err(CallError::Panicked(parse(&reply.json)?)),
        status::PROTOCOL => Err(CallError::Malformed(parse::<Panicked>(&reply.json)?.message)),
        other => Err(CallError::Malformed(format!("{method} ended with the unknown status {other}"))),
    }
}

/// The JSON of a reply.
pub(crate) fn parse<T: DeserializeOwned>(json: &[u8]) -> Result<T, CallError> {
    serde_json::from_slice(json).map_err(|error| CallError::Malformed(error.to_string()))
}
