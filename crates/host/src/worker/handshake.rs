use rapporteur_core::protocol::Descriptor;
use serde::{Deserialize, Serialize};

/// Version of the frames.
pub(crate) const FRAMES: u32 = 1;

/// The first frame of a worker that has loaded its library.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Handshake {
    /// [`FRAMES`] of the worker.
    pub(crate) frames: u32,
    /// Version of the C boundary.
    pub(crate) abi: u16,
    /// Of the library's bytes, in small hexadecimal digits.
    pub(crate) sha256: String,
    /// Of the library's plugins, in its order.
    pub(crate) descriptors: Vec<Descriptor>,
}

/// The first frame of a worker that could not load its library; its status is not 0.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct LoadFailure {
    pub(crate) message: String,
    /// Whether the library is made for another version of the boundary.
    pub(crate) wrong_abi: bool,
}

/// An event of the plugin's log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct LogLine {
    /// 1 (error) to 5 (trace).
    pub(crate) level: u32,
    pub(crate) target: String,
    pub(crate) message: String,
    /// JSON object or empty.
    pub(crate) fields: String,
}
