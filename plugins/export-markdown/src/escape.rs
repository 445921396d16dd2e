//! Words of the source as Markdown that renders as those words.

/// A footnote mark after byte `at` of a text.
#[derive(Debug, Clone, Copy)]
pub struct Mark<'a> {
    pub at: usize,
    pub label: &'a str,
}

/// Words that begin a line.
pub fn line(text: &str) -> String {
    escaped(text, &[], true)
}

/// Words within a line, after something else.
pub fn inline(text: &str) -> String {
    escaped(text, &[], false)
}

/// Words that begin a line, with footnote marks in order of their place.
///
/// White space at the ends is dropped and every run of it within is one space: a line break of the source could begin a
/// block of Markdown.
pub fn line_with_marks(text: &str, marks: &[Mark<'_>]) -> String {
    escaped(text, marks, true)
}

fn escaped(text: &str, marks: &[Mark<'_>], starts_line: bool) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut marks = marks.iter().peekable();
    // The sign after the number of a list item: "12." at the start of a line.
    let number_sign = starts_line.then(|| list_number_sign(text)).flatten();
    let mut at_start = true;
    let mut gap = false;
    let mut after_mark = false;
    let mut previous = None;
    for (offset, character) in text.char_indices() {
        while let Some(mark) = marks.next_if(|mark| mark.at <= offset) {
            push_mark(&mut out, mark.label, after_mark);
            after_mark = true;
        }
        if is_space(character) {
            gap = true;
            previous = Some(character);
            continue;
        }
        if gap && !at_start {
            out.push(' ');
            after_mark = false;
        }
        gap = false;
        let rest = text.get(offset + character.len_utf8()..).unwrap_or_default();
        let escape = match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '^' | '$' => true,
            '&' => starts_reference(rest),
            // "==" marks text and "%%" hides it in some note takers.
            '=' | '%' => previous == Some(character) || rest.starts_with(character) || at_start && starts_line,
            '-' | '+' => at_start && starts_line,
            // After a mark they would make it a definition or a link.
            ':' | '(' => after_mark || at_start && starts_line,
            '.' | ')' => number_sign == Some(offset),
            _ => false,
        };
        if escape {
            out.push('\\');
        }
        match character {
            // CommonMark has no NUL; its own replacement is written here, where it can be seen.
            '\0' => out.push('\u{fffd}'),
            // Readers that take "{#name}" at the end of a heading for an attribute do so behind a backslash too.
            '{' => out.push_str("&#123;"),
            _ => out.push(character),
        }
        at_start = false;
        after_mark = false;
        previous = Some(character);
    }
    for mark in marks {
        push_mark(&mut out, mark.label, after_mark);
        after_mark = true;
    }
    out
}

fn push_mark(out: &mut String, label: &str, after_mark: bool) {
    // "![" would begin a picture.
    if out.ends_with('!') {
        out.pop();
        out.push_str("\\!");
    }
    // Two numbers side by side would read as one.
    if after_mark {
        out.push(' ');
    }
    out.push_str("[^");
    out.push_str(label);
    out.push(']');
}

/// White space that Markdown gives a meaning, and everything some reader takes for a line end.
fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether `rest`, what follows an ampersand, would make it a character reference.
fn starts_reference(rest: &str) -> bool {
    // The longest names have 31 letters.
    let name =
        rest.char_indices().take(33).find(|(_, character)| !character.is_ascii_alphanumeric() && *character != '#');
    name.is_some_and(|(length, end)| end == ';' && length > 0)
}

/// Where the sign after a list number stands, if the text begins with one.
fn list_number_sign(text: &str) -> Option<usize> {
    let start = text.len() - text.trim_start_matches(is_space).len();
    let rest = text.get(start..)?;
    let digits = rest.len() - rest.trim_start_matches(|character: char| character.is_ascii_digit()).len();
    let after = rest.get(digits..)?.strip_prefix(['.', ')'])?;
    (digits > 0 && (after.is_empty() || after.starts_with(is_space))).then_some(start + digits)
}
