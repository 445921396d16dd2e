//! The check of a rules file as such.

use super::instance::{Subject, config};
use super::results::{Finding, skip, wrong};
use crate::in_process::InProcess;
use crate::{CallError, Limits};

/// `rules`
pub(crate) fn rules(subject: &Subject) -> Finding {
    let Some((file, option)) = &subject.rules else { return skip("it is a library") };
    if let Some(mistake) = &file.mistake {
        return wrong(mistake.clone());
    }
    let engine = |options: &[u8]| {
        InProcess::create(&subject.library, subject.index, options, Limits::DEFAULT_REPLY_BYTES).map(|_| ())
    };
    if let Err(error) = engine(&file.config(option, b"")) {
        return wrong(error.to_string());
    }
    // Above all tables, where no table can take it for its own.
    let spoilt = format!("no_such_key = 1\n{}", file.text);
    match engine(&config(&serde_json::json!({ option: spoilt }))) {
        Err(CallError::Refused(_)) => Ok(format!("read by {}", subject.library.plugins[subject.index].descriptor.id)),
        Ok(()) => wrong("a key that nobody knows was accepted"),
        Err(defect) => wrong(format!("a key that nobody knows: {defect}")),
    }
}
