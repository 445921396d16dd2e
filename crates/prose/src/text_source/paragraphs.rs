//! Where the lines of a typed text are: blank lines, single line breaks, hard-wrapped columns.

use rapporteur_core::ByteRange;

use crate::trim::{is_blank, trimmed};
use crate::{body, transcript};

/// The widest column that is hard-wrapped; longer lines are whole paragraphs.
const WIDEST: usize = 110;
/// Nothing is set in columns narrower than this.
const NARROWEST: usize = 40;
/// Line breaks that must look like those of a column before lines are joined.
const FEWEST: usize = 3;

#[derive(Debug, Clone, Copy)]
struct Typed {
    at: ByteRange,
    /// Width in characters, without blanks at the end.
    width: usize,
    /// White space it begins with, in characters.
    indent: usize,
    /// A blank line stands before it.
    opens: bool,
}

/// The visual lines of a text, trimmed and in order; the lines of a hard-wrapped paragraph are one.
pub(crate) fn lines(text: &str) -> Vec<ByteRange> {
    let typed = typed(text);
    let column = column(text, &typed);
    let mut lines: Vec<ByteRange> = Vec::with_capacity(typed.len());
    let mut before: Option<Typed> = None;
    for line in typed {
        let runs_on = match (column, before) {
            (Some(width), Some(before)) => !line.opens && continues(text, &before, &line, width),
            _ => false,
        };
        match lines.last_mut() {
            Some(last) if runs_on => last.end = line.at.end,
            _ => lines.push(line.at),
        }
        before = Some(line);
    }
    lines
}

/// The first `most` bytes of a text, cut at a character.
pub(crate) fn beginning(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

fn typed(text: &str) -> Vec<Typed> {
    let mut typed = Vec::new();
    let mut start = 0;
    let mut opens = true;
    for piece in text.split(['\n', '\r', '\u{0C}', '\u{2028}', '\u{2029}']) {
        let whole = ByteRange::new(start, start + piece.len());
        let separator = text.get(whole.end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        start = whole.end + separator;
        let at = trimmed(text, whole);
        if at.is_empty() {
            // The empty piece between CR and LF is no blank line.
            let between =
                whole.is_empty() && whole.start > 0 && text.get(whole.start - 1..whole.start + 1) == Some("\r\n");
            opens |= !between;
        } else {
            let width = at
                .slice(text)
                .map_or(0, |words| if words.len() > WIDEST * 4 { usize::MAX } else { words.chars().count() });
            let indent = text.get(whole.start..at.start).map_or(0, |blank| blank.chars().count());
            typed.push(Typed { at, width, indent, opens });
            opens = false;
        }
    }
    typed
}

/// Width of the column, if the text is set in one.
fn column(text: &str, typed: &[Typed]) -> Option<usize> {
    let widest = typed.iter().map(|line| line.indent.saturating_add(line.width)).max()?;
    if !(NARROWEST..=WIDEST).contains(&widest) {
        return None;
    }
    let pairs = typed.iter().zip(typed.iter().skip(1)).filter(|(_, next)| !next.opens);
    let (mut full, mut all) = (0, 0);
    for (line, next) in pairs {
        all += 1;
        full += usize::from(is_full(text, line, next, widest));
    }
    (full >= FEWEST && full * 10 >= all * 6).then_some(widest)
}

/// Whether the next line's first word had no room on the line: then the break means nothing.
fn is_full(text: &str, line: &Typed, next: &Typed, width: usize) -> bool {
    let first =
        next.at.slice(text).and_then(|words| words.split(is_blank).next()).map_or(0, |word| word.chars().count());
    // Columns are ragged: a few characters of room do not make a break meant.
    line.width + line.indent + 1 + first + 6 > width && line.width * 10 >= width * 5
}

fn continues(text: &str, before: &Typed, line: &Typed, width: usize) -> bool {
    let words = line.at.slice(text).unwrap_or_default();
    let list = body::bullet(words).is_some_and(|_| !words.starts_with(|digit: char| digit.is_ascii_digit()));
    let indented = line.indent >= 2 && line.indent > before.indent;
    is_full(text, before, line, width) && !list && !indented && transcript::label(words).is_none()
}

#[cfg(test)]
mod tests {
    use super::lines;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = lines(text).into_iter().filter_map(|at| at.slice(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn breaks_of_all_kinds() {
        check("One\n\nTwo\r\nThree\rFour\u{2028}Five\u{A0}\n", &["One", "Two", "Three", "Four", "Five"]);
        check("", &[]);
    }

    #[test]
    fn hard_wrapped_columns_are_joined() {
        let text = "Title\n\nThe council has put off its decision on the joint\npatrols until the autumn, when the fleet returns from\nthe southern banks and the money for it is found.\n\nThe ministers met for five hours in Halm, and none of\nthem would say what had been the matter with the old\nplan.\n";
        let found = lines(text);
        assert_eq!(found.len(), 3);
        assert!(
            found[1].slice(text).is_some_and(|words| words.starts_with("The council") && words.ends_with("is found."))
        );
    }

    #[test]
    fn long_lines_are_paragraphs() {
        let long = "A sentence that goes on for quite a while, and then some more, until the line is longer than any column is wide.";
        let text = format!("{long}\n{long}\nShort one.\n");
        check(&text, &[long, long, "Short one."]);
    }
}
