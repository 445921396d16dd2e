//! Marks in the text of an article: `[s1 …]`, `[c1 …]`, `[x1,2 …]`, nested.

use std::collections::BTreeMap;

use crate::words::Chars;

/// What a mark says of its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Source,
    Cue,
    Content,
}

/// The text without its marks, and what each number marks. Positions are code points, in text order.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Marked {
    pub text: String,
    pub parts: BTreeMap<u32, BTreeMap<Part, Vec<Chars>>>,
}

/// What is wrong with a mark, and at which byte of the marked text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct MarkError {
    pub at: usize,
    pub message: String,
}

/// Reads marked text. A single line break counts as a space, a blank line parts paragraphs, `## ` before a heading is left out.
pub(super) fn read_marks(marked: &str) -> Result<Marked, MarkError> {
    let mut read = Marked::default();
    let mut open: Vec<(Part, Vec<u32>, usize, usize)> = Vec::new();
    let mut chars = 0;
    let mut at = 0;
    while let Some(rest) = marked.get(at..)
        && let Some(c) = rest.chars().next()
    {
        match c {
            '\\' if rest.starts_with("\\[") || rest.starts_with("\\]") => {
                read.text.push_str(&rest[1..2]);
                chars += 1;
                at += 2;
            }
            '[' => {
                let (part, numbers, len) = mark(rest).ok_or_else(|| MarkError {
                    at,
                    message: format!(
                        "{:?} is no mark: expected [s1 …], [c1 …] or [x1 …], or \\[ for a bracket of the article",
                        rest.chars().take(12).collect::<String>()
                    ),
                })?;
                open.push((part, numbers, chars, at));
                at += len;
            }
            ']' => {
                let Some((part, numbers, start, _)) = open.pop() else {
                    let message = "a mark ends here and none is open; \\] for a bracket of the article".to_owned();
                    return Err(MarkError { at, message });
                };
                for number in numbers {
                    read.parts.entry(number).or_default().entry(part).or_default().push([start, chars]);
                }
                at += 1;
            }
            '#' if rest.starts_with("## ") && (read.text.is_empty() || read.text.ends_with("\n\n")) => at += 3,
            '\n' => {
                let breaks = rest.chars().take_while(|&c| c == '\n').count();
                let parted = breaks > 1 || at + breaks == marked.len() || read.text.is_empty();
                read.text.push_str(if parted { "\n\n" } else { " " });
                chars += if parted { 2 } else { 1 };
                at += breaks;
            }
            c => {
                read.text.push(c);
                chars += 1;
                at += c.len_utf8();
            }
        }
    }
    if let Some((_, _, _, at)) = open.pop() {
        return Err(MarkError { at, message: "the mark that begins here does not end".to_owned() });
    }
    for spans in read.parts.values_mut().flat_map(BTreeMap::values_mut) {
        spans.sort_unstable();
    }
    Ok(read)
}

/// The mark at the beginning of a text: part, numbers, bytes up to its words.
fn mark(text: &str) -> Option<(Part, Vec<u32>, usize)> {
    let inner = text.strip_prefix('[')?;
    let part = match inner.chars().next()? {
        's' => Part::Source,
        'c' => Part::Cue,
        'x' => Part::Content,
        _ => return None,
    };
    let end = inner.find([' ', '\n'])?;
    let numbers = inner.get(1..end)?.split(',').map(str::parse).collect::<Result<Vec<u32>, _>>().ok()?;
    Some((part, numbers, end + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_marks_and_brackets_of_the_article() {
        let read =
            read_marks("[s1 Ada Brun] [c1 said] [x1 that \\[the\\] [s2 Union]\n[c2 feared] [x2 delay]].\n\nEnd.\n");
        let read = read.expect("the marks are sound");
        assert_eq!(read.text, "Ada Brun said that [the] Union feared delay.\n\nEnd.\n\n");
        let spans = |number: u32, part: Part| read.parts[&number][&part].clone();
        assert_eq!(spans(1, Part::Source), [[0, 8]]);
        assert_eq!(spans(1, Part::Content), [[14, 43]]);
        assert_eq!((spans(2, Part::Cue), spans(2, Part::Content)), (vec![[31, 37]], vec![[38, 43]]));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let wrong = |text: &str| read_marks(text).map(|_| ()).map_err(|error| (error.at, error.message));
        assert_eq!(wrong("He [s1 Brun said."), Err((3, "the mark that begins here does not end".to_owned())));
        let message = "a mark ends here and none is open; \\] for a bracket of the article".to_owned();
        assert_eq!(wrong("He said]."), Err((7, message)));
        let message =
            "\"[sic] so \" is no mark: expected [s1 …], [c1 …] or [x1 …], or \\[ for a bracket of the article";
        assert_eq!(wrong("[sic] so "), Err((0, message.replace("\\\"", "\""))));
    }
}
