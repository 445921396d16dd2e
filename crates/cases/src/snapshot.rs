//! The snapshot of a case: what the program said of it when somebody last looked.

use std::fs;
use std::path::Path;

/// Its file, beside the input.
pub const SNAPSHOT_FILE: &str = "document.snap";

/// The text of a snapshot file. `by` says what wrote it.
pub fn snapshot_text(by: &str, readable: &str) -> String {
    format!("---\nsource: {by}\n---\n{}\n", readable.trim_end())
}

/// Every line that differs, "- " before those expected and "+ " before those found, in order; at most `most` of them.
pub fn difference(expected: &str, found: &str, most: usize) -> Vec<String> {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (expected.trim_end().lines().collect(), found.trim_end().lines().collect());
    let same_start = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let rest = old.len().min(new.len()) - same_start;
    let same_end = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(old, new)| old == new).count();
    let middle = |lines: &[&str], sign: &str| -> Vec<String> {
        let lines = lines.get(same_start..lines.len() - same_end).unwrap_or_default();
        lines.iter().map(|line| format!("{sign} {line}")).collect()
    };
    // Position by position: most differences are changed lines, not moved ones.
    let (old, new) = (middle(&old, "-"), middle(&new, "+"));
    let mut lines = Vec::new();
    for at in 0..old.len().max(new.len()) {
        let (old, new) = (old.get(at), new.get(at));
        if old.and_then(|line| line.get(1..)) == new.and_then(|line| line.get(1..)) {
            continue;
        }
        lines.extend(old.into_iter().chain(new).cloned());
    }
    let left_out = lines.len().saturating_sub(most);
    lines.truncate(most);
    if left_out > 0 {
        lines.push(format!("… {left_out} more"));
    }
    lines
}

/// The expected text of a snapshot file: what stands below its header.
pub fn expected(path: &Path) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    let (_, rest) = text.strip_prefix("---\n")?.split_once("\n---\n")?;
    Some(rest.trim_end().to_owned())
}

/// The first line in which two texts differ, as "line 7: -old / +new"; `None` where they are the same.
pub fn first_difference(expected: &str, found: &str) -> Option<String> {
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

/// The first line in which two readings differ, whichever plugins were there beside the one that read: who else would have
/// taken the input is left out.
pub fn same_reading(expected: &str, found: &str) -> Option<String> {
    let alone = |text: &str| {
        let lines = text.lines().filter(|line| !line.starts_with("          else "));
        lines.collect::<Vec<_>>().join("\n")
    };
    first_difference(&alone(expected), &alone(found))
}

#[cfg(test)]
mod tests {
    use super::{difference, first_difference, same_reading};

    #[test]
    fn readings_with_and_without_another_source() {
        let alone = "source    a\ntitle     T";
        assert_eq!(same_reading("source    a\n          else b (60)\ntitle     T\n", alone), None);
        let differs = "line 2:\n    - title     S\n    + title     T";
        assert_eq!(same_reading("source    a\n          else b (60)\ntitle     S\n", alone).as_deref(), Some(differs));
    }

    #[test]
    fn differences() {
        assert_eq!(first_difference("a\nb\n", "a\nb"), None);
        assert_eq!(first_difference("a\nb", "a\nc").as_deref(), Some("line 2:\n    - b\n    + c"));
        assert_eq!(first_difference("a", "a\nb").as_deref(), Some("line 2:\n    - (end)\n    + b"));
        assert_eq!(difference("a\nb\nc\nd", "a\nx\nd", 9), ["- b", "+ x", "- c"]);
        assert_eq!(difference("a\nb\nc", "a\nx\ny", 2), ["- b", "+ x", "… 2 more"]);
        assert_eq!((difference("a", "a\n", 9), difference("", "a", 9)), (vec![], vec!["+ a".to_owned()]));
    }
}
