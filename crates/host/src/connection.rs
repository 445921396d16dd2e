use crate::CallError;

/// One instance of a plugin, wherever it runs.
///
/// Used by one thread at a time. After an error that [`is_defect`](CallError::is_defect) it is not used again.
pub trait Connection: Send {
    /// Sends one message and waits for the answer.
    ///
    /// # Errors
    /// [`CallError`] as the plugin refuses or fails.
    fn call(&mut self, method: &str, request: &[u8], payload: &[u8]) -> Result<Reply, CallError>;
}

/// An answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reply {
    /// The JSON part; may be empty.
    pub json: Vec<u8>,
    /// The raw part.
    pub payload: Vec<u8>,
}
