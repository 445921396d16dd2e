//! Room that is needed for each document and kept between them.

use std::sync::{Mutex, PoisonError};

/// Values lent to one document at a time each, as many as documents are read at once.
///
/// What a value holds when it comes back must not show in any result: which document gets which is chance.
#[derive(Debug)]
pub(crate) struct Lent<Value>(Mutex<Vec<Value>>);

impl<Value: Default> Lent<Value> {
    /// Calls `with` with a value that was used before, or a new one.
    pub fn lend<Answer>(&self, with: impl FnOnce(&mut Value) -> Answer) -> Answer {
        let free = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut value = free().pop().unwrap_or_default();
        let answer = with(&mut value);
        free().push(value);
        answer
    }
}

impl<Value> Default for Lent<Value> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

/// A copy begins with none: what the values hold may belong to their owner.
impl<Value> Clone for Lent<Value> {
    fn clone(&self) -> Self {
        Self::default()
    }
}
