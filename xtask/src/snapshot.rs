//! The snapshot of a case, as the fixture test keeps it.

use std::fs;
use std::path::Path;

/// The expected text of a snapshot file: what stands below its header.
pub(crate) fn expected(path: &Path) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    let (_, rest) = text.strip_prefix("---\n")?.split_once("\n---\n")?;
    Some(rest.trim_end().to_owned())
}

/// The first line in which two texts differ, as "line 7: -old / +new"; `None` where they are the same.
pub(crate) fn first_difference(expected: &str, found: &str) -> Option<String> {
    let (mut old, mut new) = (expected.trim_end().lines(), found.trim_end().lines());
    for number in 1.. {
        let (before, after) = (old.next(), new.next());
        if before.is_none() && after.is_none() {
            return None;
        }
        if before != after {
            let show = |line: Option<&str>| line.unwrap_or("(end)").to_owned();
            return Some(format!("line {number}:\n    - {}\n    + {}", show(before), show(after)));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::first_difference;

    #[test]
    fn differences() {
        assert_eq!(first_difference("a\nb\n", "a\nb"), None);
        assert_eq!(first_difference("a\nb", "a\nc").as_deref(), Some("line 2:\n    - b\n    + c"));
        assert_eq!(first_difference("a", "a\nb").as_deref(), Some("line 2:\n    - (end)\n    + b"));
    }
}
