//! One file a command.

pub(crate) mod detect;
pub(crate) mod explain;
pub(crate) mod extract;
mod inputs;
pub(crate) mod plugins;
pub(crate) mod schema;
mod underline;
pub(crate) mod verify;
mod write_out;
