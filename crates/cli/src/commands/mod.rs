//! One file a command.

pub(crate) mod detect;
pub(crate) mod eval;
pub(crate) mod explain;
pub(crate) mod extract;
mod inputs;
pub(crate) mod plugins;
pub(crate) mod plugins_check;
pub(crate) mod plugins_coverage;
pub(crate) mod plugins_new;
pub(crate) mod plugins_test;
pub(crate) mod plugins_trust;
mod proposal_text;
pub(crate) mod schema;
mod underline;
pub(crate) mod verify;
pub(crate) mod watch;
pub(crate) mod worker;
mod write_out;
