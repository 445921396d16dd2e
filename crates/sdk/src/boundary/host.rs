//! The host's table, kept for the life of the process.

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};

use rapporteur_abi as abi;

/// The table the last `create` brought, or null. Every table lives as long as the process.
static HOST: AtomicPtr<abi::Host> = AtomicPtr::new(ptr::null_mut());

/// Remembers the host.
///
/// # Safety
/// `host` is null or points to a host table that lives as long as the process (header, `rpt_host`).
pub(super) unsafe fn remember(host: *const abi::Host) {
    // SAFETY: by this function's contract.
    let Some(table) = (unsafe { host.as_ref() }) else { return };
    // An older host's table may be shorter than ours: then the fields behind it must not be read.
    if (table.struct_size as usize) < size_of::<abi::Host>() || table.abi_major != abi::ABI_MAJOR {
        return;
    }
    HOST.store(host.cast_mut(), Ordering::Release);
}

fn host() -> Option<&'static abi::Host> {
    // SAFETY: null or what `remember` stored, which lives as long as the process and is only read.
    unsafe { HOST.load(Ordering::Acquire).cast_const().as_ref() }
}

/// Whether nobody waits for the answer any more. Long work asks now and then and returns early.
pub fn cancelled() -> bool {
    let Some(host) = host() else { return false };
    // SAFETY: the header allows this call from any thread while the process lives.
    host.cancelled.is_some_and(|cancelled| unsafe { cancelled(host.ctx) } != 0)
}

/// Nothing above this level is kept by the host; 0 where there is no host.
pub(super) fn max_log_level() -> u32 {
    host().map_or(0, |host| host.max_log_level)
}

/// Hands one event to the host. `fields` is a JSON object or empty.
pub(super) fn log(level: u32, target: &str, message: &str, fields: &[u8]) {
    let Some(host) = host() else { return };
    let bytes = |slice: &[u8]| abi::Bytes { ptr: slice.as_ptr(), len: slice.len() };
    if let Some(log) = host.log {
        // SAFETY: the header allows this call from any thread; the bytes are lent for its length.
        unsafe { log(host.ctx, level, bytes(target.as_bytes()), bytes(message.as_bytes()), bytes(fields)) };
    }
}
