use std::io::{self, Write};

use crate::failure::Failure;

/// Writes to standard output. A reader that has gone away is no failure: `rapporteur … | head` must end in peace.
pub(crate) fn write_out(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::work(format!("standard output: {error}")))
        }
        _ => Ok(()),
    }
}
