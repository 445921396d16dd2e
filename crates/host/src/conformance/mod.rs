//! What a plugin must hold to, checked from outside.
//!
//! [`Check`] lists the checks; the table in `docs/plugins.md` is made of it. [`check_library`] runs each in a process of its
//! own with a time limit, so that one that crashes costs only itself; [`run_check`] is what happens in that process.

mod annotators;
mod bytes;
mod check;
mod contracts;
mod exported;
mod exporters;
mod fixtures;
mod instance;
mod loading;
mod plugins;
mod results;
mod rules;
mod run;
mod start;
mod symbols;

pub use check::{Check, Weight};
pub use results::{CheckResult, Status};
pub use run::{CheckOptions, run_check};
pub use start::{CheckPlan, check_library};
