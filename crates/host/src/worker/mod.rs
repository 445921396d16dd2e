//! Plugins in a process of their own.
//!
//! A worker is this program (or another that calls [`serve`]) with one library loaded. Host and worker talk over the
//! worker's first two descriptors in frames:
//!
//! | direction | head, little endian | then |
//! | --- | --- | --- |
//! | to the worker | `u32` length of method, JSON, payload | those bytes |
//! | to the host | `i32` status, `u32` length of JSON, payload | those bytes |
//!
//! The worker begins with a [`Handshake`], or with the status of a failure and its words. The host's first frame makes the
//! instance: its method is the plugin's id, its JSON the options. Every further frame is one call. A frame of status
//! [`frame::LOG`] may come before any answer: an event of the plugin's log.
//!
//! The end of the worker's output before an answer is a crash, whatever the exit status says.

mod client;
mod frame;
mod handshake;
mod limits;
mod pipes;
mod serve;
mod spawn;
mod stderr_tail;
mod stopped;

pub(crate) use client::{Recipe, Worker, describe, end_of};
pub(crate) use limits::{Private, restrain, take_standard_streams};
pub(crate) use pipes::read_to_end;
pub use serve::{ServeError, ServeOptions, serve};
pub use stopped::Stopped;
