//! The C boundary between host and plugins as `repr(C)` types.
//!
//! `include/rapporteur_plugin.h` beside this crate says the same in C and holds the contract word for word: threads,
//! ownership, unwinding. Fields are only ever appended. The ABI is a transport: what is said over it is the message protocol
//! of `rapporteur_core::protocol`.
//!
//! *Invariant:* no code runs here and nothing is allocated; both sides must be able to agree on bytes alone.
#![no_std]
#![allow(unsafe_code)]
#![warn(missing_docs)]

use core::ffi::c_void;

/// "RAPRPT1" in little-endian bytes, first field of every struct a plugin shows.
pub const MAGIC: u64 = u64::from_le_bytes(*b"RAPRPT1\0");
/// In the name of the entry symbol too.
pub const ABI_MAJOR: u16 = 1;
/// Rises when fields are appended.
pub const ABI_MINOR: u16 = 0;
/// Name of the one exported function, with its closing NUL.
pub const ENTRY_SYMBOL: &[u8] = b"rapporteur_plugin_v1\0";

/// Type of the one exported function.
pub type Entry = unsafe extern "C" fn() -> *const Library;

/// Borrowed bytes; `ptr` may be null only where `len` is 0.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct Bytes {
    /// First byte.
    pub ptr: *const u8,
    /// How many.
    pub len: usize,
}

/// JSON part of a reply.
pub const CHANNEL_JSON: u32 = 0;
/// Raw part of a reply.
pub const CHANNEL_PAYLOAD: u32 = 1;

/// Where a reply goes.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct Sink {
    /// Handed back to `write`.
    pub ctx: *mut c_void,
    /// Copies the chunk; non-zero asks the plugin to stop.
    pub write: Option<unsafe extern "C" fn(ctx: *mut c_void, channel: u32, chunk: Bytes) -> i32>,
}

/// What the host offers; valid until the process ends.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct Host {
    /// Size of this struct as the host knows it.
    pub struct_size: u32,
    /// [`ABI_MAJOR`] of the host.
    pub abi_major: u16,
    /// [`ABI_MINOR`] of the host.
    pub abi_minor: u16,
    /// Handed back to `log` and `cancelled`.
    pub ctx: *mut c_void,
    /// Level 1 (error) to 5 (trace); `fields` is a JSON object or empty.
    pub log: Option<unsafe extern "C" fn(ctx: *mut c_void, level: u32, target: Bytes, message: Bytes, fields: Bytes)>,
    /// Non-zero: nobody waits for the answer any more.
    pub cancelled: Option<unsafe extern "C" fn(ctx: *mut c_void) -> i32>,
    /// Nothing above this level is kept; 0 keeps nothing.
    pub max_log_level: u32,
}

/// One plugin of a library.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct Plugin {
    /// [`MAGIC`].
    pub magic: u64,
    /// Size of this struct as the plugin knows it.
    pub struct_size: u32,
    /// [`ABI_MAJOR`] of the plugin.
    pub abi_major: u16,
    /// [`ABI_MINOR`] of the plugin.
    pub abi_minor: u16,
    /// 0.
    pub flags: u64,
    /// JSON, static.
    pub descriptor: Bytes,
    /// Makes an instance from a JSON object of options.
    pub create: Option<
        unsafe extern "C" fn(host: *const Host, config: Bytes, instance: *mut *mut c_void, error: *const Sink) -> i32,
    >,
    /// Answers one message.
    pub call: Option<
        unsafe extern "C" fn(
            instance: *mut c_void,
            method: Bytes,
            request: Bytes,
            payload: Bytes,
            reply: *const Sink,
        ) -> i32,
    >,
    /// Ends an instance.
    pub destroy: Option<unsafe extern "C" fn(instance: *mut c_void)>,
}

/// What the entry function returns.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct Library {
    /// [`MAGIC`].
    pub magic: u64,
    /// Size of this struct as the plugin knows it.
    pub struct_size: u32,
    /// [`ABI_MAJOR`] of the plugin.
    pub abi_major: u16,
    /// [`ABI_MINOR`] of the plugin.
    pub abi_minor: u16,
    /// How many plugins.
    pub count: usize,
    /// Their addresses.
    pub plugins: *const *const Plugin,
}

// SAFETY: `Plugin` and `Library` are written once before the entry function returns them and only read afterwards (header,
// "Threads": reading descriptors from any thread); what they point to is static.
unsafe impl Sync for Plugin {}
// SAFETY: as for `Plugin`.
unsafe impl Send for Plugin {}
// SAFETY: as for `Plugin`.
unsafe impl Sync for Library {}
// SAFETY: as for `Plugin`.
unsafe impl Send for Library {}

// SAFETY: header, "Threads": log and cancelled may be called from any thread, and `ctx` is only handed back to them.
unsafe impl Sync for Host {}
// SAFETY: as above.
unsafe impl Send for Host {}

/// What `create` and `call` return.
pub mod status {
    /// The reply answers the request.
    pub const OK: i32 = 0;
    /// The request is understood and refused; the reply says why.
    pub const REFUSED: i32 = 1;
    /// No such method.
    pub const UNSUPPORTED: i32 = 2;
    /// The plugin panicked; the instance must not be used again.
    pub const PANIC: i32 = -1;
    /// The host refused a piece of the reply.
    pub const SINK: i32 = -2;
    /// The request could not be understood.
    pub const PROTOCOL: i32 = -3;
}
