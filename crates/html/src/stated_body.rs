//! The article's text as the page gives it in JSON-LD: the last resort, where its elements hold none.

use rapporteur_core::{ByteRange, Diagnostic, SourceMap};
use rapporteur_prose::LineHint;

use crate::content::Role;
use crate::content::context::Contexts;
use crate::content::lines::{Lines, PageLine};
use crate::metadata::json;
use crate::page::{Context, NodeId, Page, resolve};

/// Bytes of visible text below which the stated text is looked at.
const LITTLE: usize = 400;
/// The stated text has at least so many bytes.
const ENOUGH: usize = 400;

/// Adds the stated text, a line a paragraph, where the lines hold hardly any of an article and it holds much more.
pub(crate) fn add(
    page: &Page,
    contexts: &Contexts,
    body: Option<(NodeId, ByteRange)>,
    lines: &mut Lines,
    hints: &mut Vec<LineHint>,
) -> Option<Diagnostic<ByteRange>> {
    let is_text = |hint: &LineHint| matches!(hint, LineHint::Paragraph | LineHint::Bold | LineHint::ListItem(_));
    let seen: usize =
        lines.lines.iter().zip(hints.iter()).filter(|(_, hint)| is_text(hint)).map(|(line, _)| line.at.len()).sum();
    let (script, at) = body.filter(|_| seen < LITTLE)?;
    let (words, map) = read(page, script, at)?;
    if words.len() < ENOUGH || words.len() < seen * 4 {
        return None;
    }
    let context = *contexts.get(script)?;
    let mut end = 0;
    for part in words.split_inclusive('\n') {
        let start = end + (part.len() - part.trim_start().len());
        let line = ByteRange::new(start, (end + part.trim_end().len()).max(start));
        end += part.len();
        if line.is_empty() {
            continue;
        }
        if !lines.text.is_empty() {
            lines.text.push_str("\n\n");
        }
        let begin = lines.text.len();
        lines.text.push_str(line.slice(&words).unwrap_or_default());
        let mut here = SourceMap::new();
        here.push(ByteRange::new(0, line.len()), line);
        for piece in map.compose(&here).pieces() {
            lines.map.push(ByteRange::new(begin + piece.text.start, begin + piece.text.end), piece.source);
        }
        let at = ByteRange::new(begin, lines.text.len());
        let (role, roles) = (Role::Body, Default::default());
        lines.lines.push(PageLine { at, context, role, roles, first: script, last: script, linked: 0, bold: 0 });
        hints.push(LineHint::Paragraph);
    }
    let message =
        format!("the page's elements hold {seen} bytes of text; {} bytes stated in JSON-LD were read", words.len());
    Some(Diagnostic::note("body-from-data", message))
}

/// The words of a string of a script, references resolved too, with a map to the page. `None` where they hold tags.
fn read(page: &Page, script: NodeId, at: ByteRange) -> Option<(String, SourceMap)> {
    let raw = at.slice(page.text(script)?)?;
    let (unescaped, to_raw) = json::unescaped(raw);
    if unescaped.contains("</") || unescaped.contains("<br") || unescaped.contains("<p") {
        return None;
    }
    let mut to_script = SourceMap::new();
    to_script.push(ByteRange::new(0, raw.len()), at);
    let to_page = page.text_map(script).compose(&to_script).compose(&to_raw);
    match resolve(&unescaped, ByteRange::new(0, unescaped.len()), Context::Text) {
        Some((words, to_unescaped)) => Some((words, to_page.compose(&to_unescaped))),
        None => Some((unescaped, to_page)),
    }
}

#[cfg(test)]
mod tests {
    use crate::{Hints, read_page};

    const SENTENCE: &str = "The harbour council has asked for a second bridge, and the ferrymen want none. ";

    fn page(stated: &str, more: &str, shown: &str) -> String {
        format!(
            "<!doctype html><title>A second bridge</title><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\
             \"headline\":\"A second bridge\",\"articleBody\":\"{stated}\"{more}}}</script><body><h1>A second bridge</h1><p>{shown}</p>"
        )
    }

    #[test]
    fn a_shell_is_read_from_its_data() {
        let stated = format!(r"{}She said \u201cno\u201d &amp; left.\n{}", SENTENCE.repeat(4), SENTENCE.repeat(3));
        let source = page(&stated, "", "Loading");
        let draft = read_page(source.as_bytes(), Hints::default(), None).expect("the data holds the article");
        let last = draft.blocks.last().expect("two paragraphs");
        assert_eq!(last.at.slice(&draft.text), Some(SENTENCE.repeat(3).trim()));
        assert_eq!(draft.map.source(last.at).and_then(|at| at.slice(&source)), Some(SENTENCE.repeat(3).trim()));
        assert!(draft.text.contains("She said “no” & left."));
        let codes: Vec<&str> = draft.diagnostics.iter().map(|found| found.code.as_str()).collect();
        assert!(codes.contains(&"body-from-data"), "{codes:?}");
    }

    #[test]
    fn what_is_shown_or_locked_is_not() {
        let stated = SENTENCE.repeat(8);
        let shown = page(&stated, "", &SENTENCE.repeat(6).replace("council", "town"));
        let draft = read_page(shown.as_bytes(), Hints::default(), None).expect("the page shows the article");
        assert!(!draft.text.contains("council"));
        let locked = page(&stated, ",\"isAccessibleForFree\":false", "Loading");
        let refused = read_page(locked.as_bytes(), Hints::default(), None).expect_err("the page is locked");
        assert_eq!(refused.code, "paywall");
    }
}
