//! The host's side of a reply.

use std::ffi::c_void;
use std::panic::{self, AssertUnwindSafe};
use std::slice;

use rapporteur_abi as abi;

use crate::Reply;

/// Collects a reply up to a limit.
pub(crate) struct Collector {
    pub(crate) reply: Reply,
    limit: usize,
    pub(crate) overflowed: bool,
    /// Pieces refused.
    pub(crate) refused: usize,
}

impl Collector {
    pub(crate) fn new(limit: usize) -> Self {
        Self { reply: Reply::default(), limit, overflowed: false, refused: 0 }
    }

    /// The sink to lend to one call. It must not outlive `self`, and `self` must not be touched until the call returned.
    pub(crate) fn sink(&mut self) -> abi::Sink {
        abi::Sink { ctx: std::ptr::from_mut(self).cast(), write: Some(write) }
    }

    fn accept(&mut self, channel: u32, chunk: &[u8]) -> i32 {
        let held = self.reply.json.len() + self.reply.payload.len();
        if held.saturating_add(chunk.len()) > self.limit {
            self.overflowed = true;
            self.refused += 1;
            return 1;
        }
        match channel {
            abi::CHANNEL_JSON => self.reply.json.extend_from_slice(chunk),
            abi::CHANNEL_PAYLOAD => self.reply.payload.extend_from_slice(chunk),
            _ => return 1,
        }
        0
    }
}

unsafe extern "C" fn write(ctx: *mut c_void, channel: u32, chunk: abi::Bytes) -> i32 {
    // SAFETY: `ctx` is the collector that `sink` made it of, alive and untouched during the call.
    let Some(collector) = (unsafe { ctx.cast::<Collector>().as_mut() }) else { return 1 };
    let chunk = if chunk.ptr.is_null() || chunk.len == 0 {
        &[]
    } else {
        // SAFETY: header, `rpt_bytes`: lent by the plugin for the length of this call.
        unsafe { slice::from_raw_parts(chunk.ptr, chunk.len) }
    };
    // Nothing may unwind into the plugin; running out of memory while copying is the one thing that could.
    panic::catch_unwind(AssertUnwindSafe(|| collector.accept(channel, chunk))).unwrap_or(1)
}
