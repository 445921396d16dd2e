//! Writes a reply into the host's sink.

use rapporteur_abi::{self as abi, status};
use rapporteur_core::protocol::Panicked;

use super::serve::Answer;

/// A sink for the length of one call.
pub(super) struct Reply<'a>(Option<&'a abi::Sink>);

impl Reply<'_> {
    /// # Safety
    /// `sink` is null or valid for the lifetime of the result (header, `rpt_sink`).
    pub(super) unsafe fn new<'a>(sink: *const abi::Sink) -> Reply<'a> {
        // SAFETY: by this function's contract.
        Reply(unsafe { sink.as_ref() })
    }

    /// Writes an answer and returns its status.
    pub(super) fn answer(&self, answer: Answer) -> i32 {
        match answer {
            Answer::Reply { json, payload } => {
                let mut pieces = payload.iter().map(|piece| (abi::CHANNEL_PAYLOAD, piece.as_slice()));
                let whole =
                    self.write(abi::CHANNEL_JSON, &json) && pieces.all(|(channel, piece)| self.write(channel, piece));
                if whole { status::OK } else { status::SINK }
            }
            Answer::Refused(refusal) => self.with_json(status::REFUSED, serde_json::to_vec(&refusal)),
            Answer::Unsupported => status::UNSUPPORTED,
            Answer::Protocol(message) => {
                self.with_json(status::PROTOCOL, serde_json::to_vec(&Panicked { message, location: None }))
            }
        }
    }

    /// Writes what is known of a panic and returns its status.
    pub(super) fn panicked(&self, panicked: &Panicked) -> i32 {
        self.with_json(status::PANIC, serde_json::to_vec(panicked))
    }

    fn with_json(&self, status: i32, json: serde_json::Result<Vec<u8>>) -> i32 {
        // The status says it all the same where the words cannot be written.
        let _ = self.write(abi::CHANNEL_JSON, &json.unwrap_or_default());
        status
    }

    fn write(&self, channel: u32, chunk: &[u8]) -> bool {
        if chunk.is_empty() {
            return true;
        }
        let Some((sink, write)) = self.0.and_then(|sink| Some((sink, sink.write?))) else { return false };
        let chunk = abi::Bytes { ptr: chunk.as_ptr(), len: chunk.len() };
        // SAFETY: header, "Threads": write is called during the call the sink was given to, on its thread; the chunk is
        // lent for the length of the call.
        unsafe { write(sink.ctx, channel, chunk) == 0 }
    }
}
