//! The plugins of `examples/c`, compiled here, against the host.
//!
//! They are compiled with every piece of undefined behaviour the compiler can see as a trap, so that it ends the test.
#![allow(unsafe_code)]
#![allow(clippy::print_stdout, reason = "a skipped test says so")]

mod arbitrary;
mod build;
mod digest;
mod exporter;
mod loading;
mod raw;
#[path = "../support/mod.rs"]
mod support;
