use similar::{ChangeTag, TextDiff};

/// A line of a comparison of two texts, without its line end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// In both, shown for the place's sake.
    Both(String),
    Gone(String),
    Came(String),
    /// Lines that are the same and not shown stand between.
    Skipped,
}

/// The lines in which two texts differ, with two lines around each; none where they are the same.
pub fn differences(before: &str, now: &str) -> Vec<Line> {
    let diff = TextDiff::from_lines(before, now);
    let mut lines = Vec::new();
    for (number, group) in diff.grouped_ops(2).iter().enumerate() {
        if number > 0 {
            lines.push(Line::Skipped);
        }
        for change in group.iter().flat_map(|operation| diff.iter_changes(operation)) {
            let text = change.value().trim_end_matches(['\n', '\r']).to_owned();
            lines.push(match change.tag() {
                ChangeTag::Equal => Line::Both(text),
                ChangeTag::Delete => Line::Gone(text),
                ChangeTag::Insert => Line::Came(text),
            });
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(before: &str, now: &str) -> String {
        let show = |line: Line| match line {
            Line::Both(text) => format!("  {text}\n"),
            Line::Gone(text) => format!("- {text}\n"),
            Line::Came(text) => format!("+ {text}\n"),
            Line::Skipped => "  …\n".to_owned(),
        };
        differences(before, now).into_iter().map(show).collect()
    }

    #[test]
    fn lines_that_differ_with_two_around_them() {
        assert_eq!(shown("a\nb\n", "a\nb\n"), "");
        assert_eq!(
            shown("a\nb\nc\nd\ne\nf\ng\nh\ni\n", "a\nb\nc\nD\ne\nf\ng\nh\ni\nj\n"),
            "  b\n  c\n- d\n+ D\n  e\n  f\n  …\n  h\n  i\n+ j\n"
        );
        assert_eq!(shown("", "a\n"), "+ a\n");
    }
}
