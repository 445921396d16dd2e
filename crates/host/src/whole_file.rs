//! Whether a library's file is whole.
//!
//! The system's loader maps what a library's head promises. Where the file is shorter, touching the missing part ends the
//! process with SIGBUS: a download that was cut off would take the program with it.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Enough for the head of a file and its program headers.
const HEAD: u64 = 4096;

/// What is missing of a 64-bit little-endian ELF library, as a clause; `Ok(None)` where nothing is, or the form is another.
pub(crate) fn missing(path: &Path) -> io::Result<Option<String>> {
    let file = File::open(path)?;
    let len = file.metadata()?.len();
    let mut head = Vec::new();
    file.take(HEAD).read_to_end(&mut head)?;
    Ok(needed(&head)
        .filter(|needed| *needed > len)
        .map(|needed| format!("the file is cut short: its head speaks of {needed} bytes, and it has {len}")))
}

/// How long the file must be at least for its segments.
fn needed(head: &[u8]) -> Option<u64> {
    if head.get(..6)? != b"\x7fELF\x02\x01" {
        return None;
    }
    let (start, size, count) = (number(head, 0x20, 8)?, number(head, 0x36, 2)?, number(head, 0x38, 2)?);
    let segment_end = |index: u64| {
        let at = usize::try_from(start.checked_add(index.checked_mul(size)?)?).ok()?;
        number(head, at.checked_add(8)?, 8)?.checked_add(number(head, at.checked_add(32)?, 8)?)
    };
    // Headers beyond what was read say nothing: then the file is left to the loader.
    (0..count).filter_map(segment_end).max()
}

fn number(bytes: &[u8], at: usize, len: usize) -> Option<u64> {
    let mut whole = [0; 8];
    whole.get_mut(..len)?.copy_from_slice(bytes.get(at..at.checked_add(len)?)?);
    Some(u64::from_le_bytes(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_other_files_say_nothing() {
        assert_eq!(needed(b""), None);
        assert_eq!(needed(b"not a library, but long enough to hold the head of one, and a little longer"), None);
        assert_eq!(needed(&[b"\x7fELF\x02\x01".as_slice(), &[0xff; 200]].concat()), None);
    }

    #[test]
    fn the_last_segment_counts() {
        let mut head = vec![0; 64 + 2 * 56];
        head[..6].copy_from_slice(b"\x7fELF\x02\x01");
        (head[0x20], head[0x36], head[0x38]) = (64, 56, 2);
        // Offset 5 and length 7; offset 100 and length 32.
        (head[64 + 8], head[64 + 32], head[120 + 8], head[120 + 32]) = (5, 7, 100, 32);
        assert_eq!(needed(&head), Some(132));
    }
}
