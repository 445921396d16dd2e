//! Catches the plugin's panics, with message and place.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use rapporteur_core::protocol::Panicked;

thread_local! {
    /// What the hook saw of the last panic on this thread.
    static LAST: RefCell<Option<Panicked>> = const { RefCell::new(None) };
}

/// Runs `work`. A panic inside comes back as a value; the hook that learns its place belongs to this library's own copy of
/// the standard library and does not touch the host's.
pub(super) fn contain<T>(work: impl FnOnce() -> T) -> Result<T, Panicked> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        panic::set_hook(Box::new(|info| {
            let message = info.payload_as_str().unwrap_or("a panic without a message").to_owned();
            let location = info.location().map(|place| format!("{}:{}", place.file(), place.line()));
            LAST.with(|last| *last.borrow_mut() = Some(Panicked { message, location }));
        }));
    });
    // What `work` was changing is not looked at again: the caller gives up the instance.
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        LAST.with(|last| last.borrow_mut().take())
            .unwrap_or_else(|| Panicked { message: "a panic without a message".to_owned(), location: None })
    })
}
