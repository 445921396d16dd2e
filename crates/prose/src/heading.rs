//! Sub-headings without mark-up: short lines between long ones.

use crate::trim::is_blank;
use crate::words::{count, is_capitalised};

const MOST_CHARACTERS: usize = 100;
const MOST_WORDS: usize = 14;
/// What follows a heading is longer than any heading.
const PARAGRAPH: usize = 100;

/// Whether a line of plain text reads as a heading: short, no final stop, no label, no list item.
pub(crate) fn can_be_heading(words: &str) -> bool {
    let bare = words.trim_end_matches(is_blank);
    let begins =
        bare.starts_with(|first: char| first.is_alphanumeric() || matches!(first, '“' | '"' | '‘' | '¿' | '\''));
    !words.contains('\n')
        && bare.chars().count() <= MOST_CHARACTERS
        && (1..=MOST_WORDS).contains(&count(bare))
        && begins
        && is_capitalised(bare)
        && bare.chars().any(char::is_alphabetic)
        && (!bare.ends_with(['.', '!', '…', ',', ';', ':', '”', '"', '’', ')', ']']) || is_quoted_title(bare))
}

/// “These Animals Deserve Better”: wholly in quotation marks and no sentence.
fn is_quoted_title(words: &str) -> bool {
    let inside = words.strip_prefix(['“', '"']).and_then(|rest| rest.strip_suffix(['”', '"']));
    inside.is_some_and(|inside| count(inside) <= 8 && !inside.contains(['.', '!', ',', '“', '”', '"']))
}

/// Whether a line is long enough to be what a heading stands over.
pub(crate) fn is_paragraph(words: &str) -> bool {
    words.len() >= PARAGRAPH || (words.len() >= 40 && crate::words::ends_with_stop(words))
}

#[cfg(test)]
mod tests {
    use super::can_be_heading;

    #[test]
    fn short_lines() {
        assert!(can_be_heading("A quarrel with Kestria?\u{A0}") && can_be_heading("Paying for what exists"));
        assert!(can_be_heading("“They Promised Us Ships”"));
        for line in ["He stopped.", "Note:", "“We will,” she said.", "and then", "• One", "“They promised us ships.”"]
        {
            assert!(!can_be_heading(line), "{line}");
        }
    }
}
