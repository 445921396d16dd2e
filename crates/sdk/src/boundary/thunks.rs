//! The three C functions of a plugin.

use std::ffi::c_void;
use std::slice;

use rapporteur_abi::{self as abi, status};

use super::reply::Reply;
use super::serve::{Answer, Serve};
use super::{host, log, panics};

/// `create` of the header.
pub(super) unsafe extern "C" fn create<P: Serve>(
    host: *const abi::Host,
    config: abi::Bytes,
    instance: *mut *mut c_void,
    error: *const abi::Sink,
) -> i32 {
    // SAFETY: header, `rpt_sink`: valid for the length of this call.
    let reply = unsafe { Reply::new(error) };
    // SAFETY: header, `rpt_host`: valid until the process ends.
    unsafe { host::remember(host) };
    log::install();
    // SAFETY: header, `rpt_bytes`: lent for the length of this call.
    let config = unsafe { borrow(config) };
    match panics::contain(|| P::create(config)) {
        Ok(Ok(plugin)) => {
            if instance.is_null() {
                return status::PROTOCOL;
            }
            // SAFETY: header, `create`: `instance` points to a place for one pointer.
            unsafe { *instance = Box::into_raw(Box::new(plugin)).cast() };
            status::OK
        }
        Ok(Err(refusal)) => reply.answer(Answer::Refused(refusal)),
        Err(panicked) => reply.panicked(&panicked),
    }
}

/// `call` of the header.
pub(super) unsafe extern "C" fn call<P: Serve>(
    instance: *mut c_void,
    method: abi::Bytes,
    request: abi::Bytes,
    payload: abi::Bytes,
    reply: *const abi::Sink,
) -> i32 {
    // SAFETY: header, `rpt_sink`: valid for the length of this call.
    let reply = unsafe { Reply::new(reply) };
    // SAFETY: header, "Threads": one instance is used by one thread at a time, and the pointer is `create`'s.
    let Some(plugin) = (unsafe { instance.cast::<P>().as_mut() }) else {
        return reply.answer(Answer::Protocol("call without an instance".to_owned()));
    };
    // SAFETY: header, `rpt_bytes`: lent for the length of this call.
    let (method, request, payload) = unsafe { (borrow(method), borrow(request), borrow(payload)) };
    let Ok(method) = str::from_utf8(method) else {
        return status::UNSUPPORTED;
    };
    match panics::contain(|| plugin.call(method, request, payload)) {
        Ok(answer) => reply.answer(answer),
        Err(panicked) => reply.panicked(&panicked),
    }
}

/// `destroy` of the header.
pub(super) unsafe extern "C" fn destroy<P: Serve>(instance: *mut c_void) {
    if instance.is_null() {
        return;
    }
    // SAFETY: the pointer is `create`'s and the host gives it up here.
    let plugin = unsafe { Box::from_raw(instance.cast::<P>()) };
    // A panic while dropping has nowhere to be reported to.
    let _ = panics::contain(|| drop(plugin));
}

/// # Safety
/// `bytes` is valid for the lifetime of the result.
unsafe fn borrow<'a>(bytes: abi::Bytes) -> &'a [u8] {
    if bytes.ptr.is_null() || bytes.len == 0 {
        return &[];
    }
    // SAFETY: by this function's contract; neither null nor empty.
    unsafe { slice::from_raw_parts(bytes.ptr, bytes.len) }
}
