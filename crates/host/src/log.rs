//! What the host lends to a library: its log and the question whether to go on.

use std::ffi::c_void;
use std::panic;
use std::slice;
use std::sync::atomic::{AtomicBool, Ordering};

use rapporteur_abi as abi;
use tracing::level_filters::LevelFilter;

/// Set once the run is being given up.
static CANCELLED: AtomicBool = AtomicBool::new(false);

/// Tells all plugins that nobody waits for their answers any more.
pub fn cancel() {
    CANCELLED.store(true, Ordering::Relaxed);
}

/// Where a library's log goes.
pub(crate) struct LogTo {
    /// The name its events are logged under.
    pub(crate) library: String,
    /// Nothing above this level is kept; 0 to 5.
    pub(crate) max_level: u32,
    /// Takes library, level, target, message, fields.
    pub(crate) write: fn(&str, u32, &str, &str, &str),
}

impl LogTo {
    /// The log of this process.
    pub(crate) fn here(library: String) -> Self {
        Self { library, max_level: level_number(LevelFilter::current()), write: emit }
    }
}

/// 0 (nothing) to 5 (everything), as the boundary counts.
pub(crate) fn level_number(filter: LevelFilter) -> u32 {
    match filter.into_level() {
        None => 0,
        Some(tracing::Level::ERROR) => 1,
        Some(tracing::Level::WARN) => 2,
        Some(tracing::Level::INFO) => 3,
        Some(tracing::Level::DEBUG) => 4,
        Some(tracing::Level::TRACE) => 5,
    }
}

/// The host's table for one library. Lives as long as the process.
pub(crate) fn host_table(log_to: LogTo) -> &'static abi::Host {
    let max_log_level = log_to.max_level;
    let log_to: &'static LogTo = Box::leak(Box::new(log_to));
    Box::leak(Box::new(abi::Host {
        struct_size: size_of::<abi::Host>() as u32,
        abi_major: abi::ABI_MAJOR,
        abi_minor: abi::ABI_MINOR,
        ctx: std::ptr::from_ref(log_to).cast_mut().cast(),
        log: Some(log),
        cancelled: Some(cancelled),
        max_log_level,
    }))
}

unsafe extern "C" fn cancelled(_: *mut c_void) -> i32 {
    i32::from(CANCELLED.load(Ordering::Relaxed))
}

unsafe extern "C" fn log(ctx: *mut c_void, level: u32, target: abi::Bytes, message: abi::Bytes, fields: abi::Bytes) {
    // SAFETY: `ctx` is the leaked `LogTo` that `host_table` put there.
    let Some(log_to) = (unsafe { ctx.cast::<LogTo>().as_ref() }) else { return };
    // SAFETY: header, `rpt_bytes`: lent by the plugin for the length of this call.
    let (target, message, fields) = unsafe { (text(target), text(message), text(fields)) };
    // A subscriber that panics must not unwind into the plugin.
    let _ = panic::catch_unwind(|| (log_to.write)(&log_to.library, level, &target, &message, &fields));
}

/// One event. `tracing` wants its level and target fixed at compile time, so the plugin's own target is a field.
pub(crate) fn emit(library: &str, level: u32, target: &str, message: &str, fields: &str) {
    macro_rules! event {
        ($level:ident) => {
            tracing::event!(target: "plugin", tracing::Level::$level, library, module = target, fields, "{message}")
        };
    }
    match level {
        0 | 1 => event!(ERROR),
        2 => event!(WARN),
        3 => event!(INFO),
        4 => event!(DEBUG),
        _ => event!(TRACE),
    }
}

/// # Safety
/// `bytes` is valid for the lifetime of the result.
unsafe fn text<'a>(bytes: abi::Bytes) -> std::borrow::Cow<'a, str> {
    if bytes.ptr.is_null() || bytes.len == 0 {
        return "".into();
    }
    // SAFETY: by this function's contract.
    String::from_utf8_lossy(unsafe { slice::from_raw_parts(bytes.ptr, bytes.len) })
}
