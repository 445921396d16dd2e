//! A plugin without the host between: whatever bytes, whatever method, a sink that refuses.

use std::ffi::c_void;
use std::path::Path;
use std::{ptr, slice};

use rapporteur_abi as abi;

/// The one plugin of a library.
pub fn open(library: &Path) -> &'static abi::Plugin {
    // SAFETY: a library of this repository without constructors.
    let library = unsafe { libloading::Library::new(library) }.expect("it can be loaded");
    // Never unloaded: the header's "Ownership".
    let library = Box::leak(Box::new(library));
    // SAFETY: the symbol has this type by its name, and what it returns lives as long as the process.
    let description = unsafe { library.get::<abi::Entry>(abi::ENTRY_SYMBOL).expect("it has an entry")().as_ref() };
    let description = description.expect("it describes itself");
    assert_eq!(description.count, 1);
    // SAFETY: header, `rpt_library`: an array of `count` addresses.
    unsafe { (*description.plugins).as_ref() }.expect("it is there")
}

/// What a call came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub status: i32,
    pub json: String,
    pub payload: Vec<u8>,
}

/// An instance, made without a host table.
pub struct Raw {
    plugin: &'static abi::Plugin,
    instance: *mut c_void,
}

/// Takes what is written until `room` is used up.
struct Taken {
    json: Vec<u8>,
    payload: Vec<u8>,
    room: usize,
}

unsafe extern "C" fn write(ctx: *mut c_void, channel: u32, chunk: abi::Bytes) -> i32 {
    // SAFETY: `ctx` is the `Taken` of the call this is part of.
    let taken = unsafe { &mut *ctx.cast::<Taken>() };
    if chunk.len > taken.room {
        return 1;
    }
    taken.room -= chunk.len;
    if chunk.len > 0 {
        // SAFETY: header, `rpt_bytes`: lent for the length of this call.
        let chunk = unsafe { slice::from_raw_parts(chunk.ptr, chunk.len) };
        if channel == abi::CHANNEL_JSON { &mut taken.json } else { &mut taken.payload }.extend_from_slice(chunk);
    }
    0
}

/// Runs `of` with a sink of so much room.
fn with_sink(room: usize, of: impl FnOnce(*const abi::Sink) -> i32) -> Answer {
    let mut taken = Taken { json: Vec::new(), payload: Vec::new(), room };
    let sink = abi::Sink { ctx: ptr::from_mut(&mut taken).cast(), write: Some(write) };
    let status = of(&raw const sink);
    Answer { status, json: String::from_utf8(taken.json).expect("JSON is UTF-8"), payload: taken.payload }
}

/// Nothing is lent as a null pointer, as another host may do it.
fn lend(bytes: &[u8]) -> abi::Bytes {
    let ptr = if bytes.is_empty() { ptr::null() } else { bytes.as_ptr() };
    abi::Bytes { ptr, len: bytes.len() }
}

impl Raw {
    pub fn new(plugin: &'static abi::Plugin, config: &[u8]) -> Result<Self, Answer> {
        let mut instance = ptr::null_mut();
        let create = plugin.create.expect("it has all functions");
        // SAFETY: header, `create`: everything is lent for the call; no host table is one that offers nothing.
        let answer =
            with_sink(usize::MAX, |sink| unsafe { create(ptr::null(), lend(config), &raw mut instance, sink) });
        if answer.status == 0 {
            assert!(!instance.is_null());
            Ok(Self { plugin, instance })
        } else {
            assert!(instance.is_null(), "on failure *instance is left alone");
            Err(answer)
        }
    }

    pub fn call(&mut self, method: &str, request: &[u8], payload: &[u8]) -> Answer {
        self.call_with_room(usize::MAX, method, request, payload)
    }

    pub fn call_with_room(&mut self, room: usize, method: &str, request: &[u8], payload: &[u8]) -> Answer {
        let call = self.plugin.call.expect("it has all functions");
        // SAFETY: header, `call`: the instance is this plugin's, `&mut` keeps others out, all is lent for the call.
        with_sink(room, |sink| unsafe {
            call(self.instance, lend(method.as_bytes()), lend(request), lend(payload), sink)
        })
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        let destroy = self.plugin.destroy.expect("it has all functions");
        // SAFETY: header, `destroy`: the instance is not used again.
        unsafe { destroy(self.instance) }
    }
}
