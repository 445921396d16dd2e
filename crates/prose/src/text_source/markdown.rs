//! Markdown as clippers write it: blocks by their first characters, marks within lines taken off, places kept.

use rapporteur_core::{ApparatusKind, ByteRange, SourceMap};

use crate::body::bullet;
use crate::{Line, LineHint};

/// A Markdown file without its marks.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    pub(crate) text: String,
    /// From `text` to the file.
    pub(crate) map: SourceMap,
    pub(crate) lines: Vec<Line>,
}

/// Whether a text is Markdown: front matter, or a heading mark and one more sign.
pub(crate) fn is_markdown(text: &str) -> bool {
    if super::front_matter::read(text).is_some() {
        return true;
    }
    let beginning = super::paragraphs::beginning(text, 64 * 1024);
    let headings = beginning.lines().filter(|line| heading(line).is_some()).count();
    let links = beginning.matches("](http").count();
    headings >= 2
        || (headings == 1
            && (links > 0
                || beginning.contains("\n- ")
                || beginning.contains("[^1]")
                || beginning.matches("**").count() >= 2))
}

/// Level and words of an ATX heading.
fn heading(line: &str) -> Option<(u8, &str)> {
    let marks = line.bytes().take_while(|byte| *byte == b'#').count();
    let words = line.get(marks..)?;
    let closed = words.trim().trim_end_matches('#').trim_end();
    let level = u8::try_from(marks).ok().filter(|level| (1..=6).contains(level))?;
    (words.starts_with([' ', '\t']) && closed.chars().any(char::is_alphanumeric)).then_some((level, closed))
}

/// Reads a file from byte `start` on; what stands before is kept as it is and is no line.
pub(crate) fn read(file: &str, start: usize) -> Page {
    let mut page = Page { text: String::with_capacity(file.len()), map: SourceMap::new(), lines: Vec::new() };
    page.copy(file, ByteRange::new(0, start));
    let mut at = start;
    let mut open: Option<LineHint> = None;
    let mut fenced = false;
    let mut titled = false;
    for line in file.get(start..).unwrap_or_default().split_inclusive('\n') {
        let words = line.trim_end_matches(['\n', '\r']);
        let inner = words.trim();
        let begin = page.text.len();
        let fence = inner.starts_with("```") || inner.starts_with("~~~");
        if fence || fenced {
            fenced ^= fence;
            page.copy(file, ByteRange::new(at, at + line.len()));
            page.line(begin, LineHint::Apparatus(ApparatusKind::Other));
            open = None;
        } else if inner.is_empty() {
            page.copy(file, ByteRange::new(at, at + line.len()));
            open = None;
        } else {
            let (hint, content) = block(words, &mut titled);
            let place = crate::trim::place(line, content, at);
            page.inline(file, place);
            let end = ByteRange::new(at + words.len(), at + line.len());
            // A line that begins no block of its own runs on.
            let same = open == Some(LineHint::Quotation) && hint == LineHint::Quotation;
            let runs_on = hint == LineHint::Paragraph && open.is_some() || same;
            match page.lines.last_mut() {
                Some(last) if runs_on => last.at.end = page.text.len(),
                _ => page.line(begin, hint),
            }
            page.copy(file, end);
            let stands_alone =
                matches!(hint, LineHint::Heading(_) | LineHint::Headline | LineHint::Apparatus(_) | LineHint::Table);
            open = if runs_on { open } else { (!stands_alone).then_some(hint) };
        }
        at += line.len();
    }
    page
}

/// What a line begins, and its words without the block's mark.
fn block<'t>(line: &'t str, titled: &mut bool) -> (LineHint, &'t str) {
    let inner = line.trim();
    if let Some((level, words)) = heading(inner) {
        if level == 1 && !*titled {
            *titled = true;
            return (LineHint::Headline, words);
        }
        return (LineHint::Heading(level.saturating_sub(1).max(1)), words);
    }
    if let Some(words) = inner.strip_prefix('>') {
        return (LineHint::Quotation, words.trim_start_matches(['>', ' ']));
    }
    if inner.starts_with("[^") && inner.contains("]:") {
        let words = inner.split_once("]:").map_or(inner, |(_, words)| words.trim_start());
        return (LineHint::Footnote, words);
    }
    if inner.starts_with("![") && inner.ends_with(')') {
        return (LineHint::Apparatus(ApparatusKind::CaptionCredit), inner);
    }
    if inner.starts_with('|') {
        return (LineHint::Table, inner);
    }
    if inner.len() >= 3 && inner.chars().all(|mark| matches!(mark, '-' | '*' | '_' | ' ')) {
        return (LineHint::Apparatus(ApparatusKind::Other), inner);
    }
    if let Some(length) = bullet(inner) {
        let indent = line.len() - line.trim_start().len();
        let level = u8::try_from(indent / 2 + 1).unwrap_or(1).min(6);
        return (LineHint::ListItem(level), inner.get(length..).unwrap_or(inner));
    }
    let bold = inner.strip_prefix("**").and_then(|rest| rest.strip_suffix("**"));
    if bold.is_some_and(|words| !words.contains("**")) {
        return (LineHint::Bold, inner);
    }
    (LineHint::Paragraph, inner)
}

impl Page {
    fn line(&mut self, begin: usize, hint: LineHint) {
        self.lines.push(Line { at: ByteRange::new(begin, self.text.len()), hint });
    }

    /// Text that is the file's.
    fn copy(&mut self, file: &str, at: ByteRange) {
        if let Some(words) = at.slice(file) {
            let text = ByteRange::new(self.text.len(), self.text.len() + words.len());
            self.text.push_str(words);
            self.map.push(text, at);
        }
    }

    /// The words at `at` without the marks of links, emphasis, code and escapes.
    fn inline(&mut self, file: &str, at: ByteRange) {
        let words = at.slice(file).unwrap_or_default();
        let links = links(words);
        let marks = Marks { stars: words.matches('*').count(), underscores: words.matches('_').count() };
        let mut from = 0;
        let mut here = 0;
        let mut next_link = 0;
        while let Some(mark) = words.get(here..).and_then(|rest| rest.chars().next()) {
            while links.get(next_link).is_some_and(|(start, _)| *start < here) {
                next_link += 1;
            }
            let skipped = match links.get(next_link) {
                Some((start, end)) if *start == here => end - start,
                _ => marks.skipped(words, here, mark),
            };
            if skipped == 0 {
                here += mark.len_utf8();
                // An escaped mark is a character like any other.
                continue;
            }
            self.copy(file, ByteRange::new(at.start + from, at.start + here));
            here += skipped;
            from = here;
            if mark == '\\' {
                here += words.get(here..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            }
        }
        self.copy(file, ByteRange::new(at.start + from, at.start + words.len()));
    }
}

/// Ranges that links and pictures put around their words: "[" or "![", and "](address)". In order.
fn links(words: &str) -> Vec<(usize, usize)> {
    let mut marks = Vec::new();
    let mut opened: Vec<usize> = Vec::new();
    let mut skip_to = 0;
    for (here, mark) in words.char_indices() {
        if here < skip_to {
            continue;
        }
        match mark {
            '\\' => skip_to = here + 2,
            '[' => opened.push(here),
            ']' => {
                let Some(open) = opened.pop() else { continue };
                let after = words.get(here + 1..).unwrap_or_default();
                let Some(close) = address(after) else { continue };
                let picture = open > 0 && words.as_bytes().get(open - 1) == Some(&b'!');
                marks.push((open - usize::from(picture), open + 1));
                marks.push((here, here + 1 + close));
                skip_to = here + 1 + close;
            }
            _ => {}
        }
    }
    marks.sort_unstable();
    marks
}

/// Length of "(address)" at the beginning of what follows a bracket.
fn address(after: &str) -> Option<usize> {
    // An unclosed bracket must not cost a look at the rest of the line.
    const LONGEST: usize = 600;
    if !after.starts_with('(') {
        return None;
    }
    let mut depth = 0usize;
    for (at, mark) in after.char_indices().take(LONGEST) {
        match mark {
            '(' => depth += 1,
            ')' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// How many marks of emphasis a line has.
struct Marks {
    stars: usize,
    underscores: usize,
}

impl Marks {
    /// How many bytes of marks stand at `here`.
    fn skipped(&self, words: &str, here: usize, mark: char) -> usize {
        let before = words.get(..here).and_then(|rest| rest.chars().next_back());
        let after_one = words.get(here + mark.len_utf8()..).and_then(|rest| rest.chars().next());
        match mark {
            '\\' if after_one.is_some_and(|next| next.is_ascii_punctuation()) => 1,
            '`' => 1,
            // "[^1]" is shown as "[1]".
            '^' if before == Some('[') && after_one.is_some_and(|next| next.is_ascii_alphanumeric()) => 1,
            '*' => self.emphasis(words, here, mark, before, self.stars),
            '_' => self.emphasis(words, here, mark, before, self.underscores),
            _ => 0,
        }
    }

    /// Length of a run of one to three marks that opens or closes an emphasis. A lone asterisk is a footnote's, one with
    /// space around it a sum's, an underscore between letters a name's.
    fn emphasis(&self, words: &str, here: usize, mark: char, before: Option<char>, all: usize) -> usize {
        let rest = words.get(here..).unwrap_or_default();
        let run = rest.chars().take(4).take_while(|other| *other == mark).count();
        if run > 3 || before == Some(mark) || all <= run {
            return 0;
        }
        let next = rest.get(run..).and_then(|rest| rest.chars().next());
        let free = |side: Option<char>| side.is_none_or(|side| !side.is_alphanumeric() || mark == '*');
        let opens = next.is_some_and(|next| !next.is_whitespace()) && free(before);
        let closes = before.is_some_and(|before| !before.is_whitespace()) && free(next);
        if opens || closes { run } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::{is_markdown, read};
    use crate::LineHint;

    fn check(file: &str, expected: &[(LineHint, &str)]) {
        let page = read(file, 0);
        let found: Vec<(LineHint, &str)> =
            page.lines.iter().map(|line| (line.hint, line.at.slice(&page.text).unwrap_or("?").trim())).collect();
        assert_eq!(found, expected);
        assert!(page.map.is_sound(page.text.len(), file.len()));
        for piece in page.map.pieces() {
            assert_eq!(piece.text.slice(&page.text), piece.source.slice(file));
        }
    }

    #[test]
    fn blocks_and_marks() {
        check(
            "# Who *owns* it?\n\nPresident [told](https://a.example/(b)) them, **no**.\nAnd on.[^1]\n\n## Why\n- One\n- Two \\* three\n\n> Quoted\n> on\n\n[^1]: A note.\n",
            &[
                (LineHint::Headline, "Who owns it?"),
                (LineHint::Paragraph, "President told them, no.\nAnd on.[1]"),
                (LineHint::Heading(1), "Why"),
                (LineHint::ListItem(1), "One"),
                (LineHint::ListItem(1), "Two * three"),
                (LineHint::Quotation, "Quoted\non"),
                (LineHint::Footnote, "A note."),
            ],
        );
        check(
            "snake_case_name and 2 * 3 * 4 * \"x\"",
            &[(LineHint::Paragraph, "snake_case_name and 2 * 3 * 4 * \"x\"")],
        );
        check("[brackets] stay, [a](b) go", &[(LineHint::Paragraph, "[brackets] stay, a go")]);
    }

    #[test]
    fn plain_text_is_no_markdown() {
        assert!(!is_markdown("# # #\n\nText with a # in it."));
        assert!(!is_markdown("Title\n\nBy Ilse Marwood\n\n* Ilse Marwood is a Fellow."));
        assert!(is_markdown("# Title\n\nText with [a link](https://a.example)."));
    }
}
