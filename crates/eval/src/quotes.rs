//! Where a text stands in quotation marks, and what that makes of an attribution.
//!
//! The rules are those of the benchmark the figures of `docs/quality.md` are compared on, so that both count alike; the
//! program itself finds quotations by rules of its own.

use rapporteur_core::Quotation;

use crate::words::{Chars, WordSet, is_word_character};

const OPENING: [char; 4] = ['“', '„', '«', '‟'];
const CLOSING: [char; 2] = ['”', '»'];
/// A single-quoted stretch of more code points than this is a mistake: an apostrophe was taken for a mark.
const LONGEST_SINGLE: usize = 400;
/// A curly mark that is never closed reaches to the end of its paragraph if that is nearer than this.
const LONGEST_UNCLOSED: usize = 600;

/// Stretches inside quotation marks, marks included, in text order. A quotation over several paragraphs gives one for each.
pub fn quoted_regions(text: &[char]) -> Vec<Chars> {
    let paragraphs = lines(text);
    let mut regions = Vec::new();
    for (index, &[start, end]) in paragraphs.iter().enumerate() {
        let (mut double, open) = double_quoted(text, start, end);
        if let Some(open) = open {
            let next = paragraphs.get(index + 1).map_or(end, |next| next[0]);
            let goes_on = match (text.get(next), text.get(next + 1)) {
                _ if next == end => false,
                (Some('`'), Some('`')) | (Some('\''), Some('\'')) => true,
                (Some('"'), _) => true,
                (Some(c), _) => OPENING.contains(c),
                (None, _) => false,
            };
            let curly = text.get(open).is_some_and(|c| OPENING.contains(c));
            if goes_on || (curly && end - open < LONGEST_UNCLOSED) || open == start {
                double.push([open, end]);
            }
        }
        let single = single_quoted(text, start, end, &double);
        regions.extend(double);
        regions.extend(single);
    }
    regions.sort_unstable();
    regions
}

/// Whether all, some or none of the content's words stand in quotation marks. Marks that also enclose the cue do not count:
/// that is speech quoted within a quotation.
pub fn quotation_of(cue: &[Chars], content: &[Chars], regions: &[Chars], words: &[Chars]) -> Quotation {
    let encloses_cue = |region: &Chars| cue.iter().any(|cue| region[0] <= cue[0] && cue[1] <= region[1]);
    let marks: Vec<&Chars> = regions.iter().filter(|region| !encloses_cue(region)).collect();
    let content = WordSet::of(content, words);
    let inside = content
        .iter()
        .filter_map(|index| words.get(index))
        .filter(|word| marks.iter().any(|region| region[0] <= word[0] && word[1] <= region[1]));
    match inside.count() {
        0 => Quotation::Indirect,
        all if all == content.len() => Quotation::Direct,
        _ => Quotation::Mixed,
    }
}

/// Lines that are not blank.
fn lines(text: &[char]) -> Vec<Chars> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split(|&c| c == '\n') {
        if line.iter().any(|c| !c.is_whitespace()) {
            lines.push([start, start + line.len()]);
        }
        start += line.len() + 1;
    }
    lines
}

/// Double-quoted stretches of a paragraph, and where one begins that is not closed in it.
fn double_quoted(text: &[char], start: usize, end: usize) -> (Vec<Chars>, Option<usize>) {
    let mut regions = Vec::new();
    let mut open: Option<usize> = None;
    let mut at = start;
    while at < end {
        let c = text.get(at).copied().unwrap_or(' ');
        let next = text.get(at + 1).copied();
        match (c, next) {
            // Wire copies: `` opens, '' opens and closes.
            ('`', Some('`')) | ('\'', Some('\'')) => {
                match open {
                    None => open = Some(at),
                    Some(begin) if c == '\'' => {
                        regions.push([begin, at + 2]);
                        open = None;
                    }
                    Some(_) => {}
                }
                at += 1;
            }
            _ if OPENING.contains(&c) => open = open.or(Some(at)),
            _ if CLOSING.contains(&c) => {
                if let Some(begin) = open.take() {
                    regions.push([begin, at + 1]);
                }
            }
            ('"', _) => match open {
                Some(begin) => {
                    regions.push([begin, at + 1]);
                    open = None;
                }
                // Inches and minutes: 5'10"
                None => {
                    let before = if at > start { text.get(at - 1).copied() } else { None };
                    let digit = before.is_some_and(|c| c.is_ascii_digit());
                    let letter = at + 1 < end && next.is_some_and(char::is_alphanumeric);
                    if !digit || letter {
                        open = Some(at);
                    }
                }
            },
            _ => {}
        }
        at += 1;
    }
    (regions, open)
}

/// Single-quoted stretches outside the double-quoted ones.
fn single_quoted(text: &[char], start: usize, end: usize, taken: &[Chars]) -> Vec<Chars> {
    let mut regions = Vec::new();
    let mut from = start;
    while let Some(open) = (from..end).find(|&at| opens_single(text, start, end, at)) {
        from = open + 1;
        if taken.iter().any(|region| region[0] <= open && open < region[1]) {
            continue;
        }
        if let Some(close) = closing_single(text, start, end, open)
            && close - open <= LONGEST_SINGLE
        {
            regions.push([open, close]);
            from = close;
        }
    }
    regions
}

fn opens_single(text: &[char], start: usize, end: usize, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|&before| before >= start).and_then(|before| text.get(before));
    matches!(text.get(at), Some('‘' | '\''))
        && before.is_none_or(|&c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | ':' | '-'))
        && at + 1 < end
        && text.get(at + 1).is_some_and(|&c| is_word_character(c))
}

/// The end of the stretch that `open` begins, its mark included.
fn closing_single(text: &[char], start: usize, end: usize, open: usize) -> Option<usize> {
    let closes = |at: usize| closes_single(text, start, end, at);
    let curly = text.get(open) == Some(&'‘');
    let mut close = (open + 1..end).find(|&at| closes(at));
    while let Some(at) = close {
        if curly == (text.get(at) == Some(&'’')) {
            // The plural possessive "states'" is a weak end: a later one is better, if one follows with no mark between.
            let weak = !curly && at > open + 1 && text.get(at - 1) == Some(&'s');
            let later = weak.then(|| (at + 1..end).find(|&at| closes(at))).flatten();
            match later {
                Some(later) if !text.get(at + 1..later).unwrap_or_default().contains(&'\'') => close = Some(later),
                _ => return Some(at + 1),
            }
        } else {
            close = (at + 1..end).find(|&at| closes(at));
        }
    }
    None
}

fn closes_single(text: &[char], start: usize, end: usize, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|&before| before >= start).and_then(|before| text.get(before));
    let after = text.get(at + 1).filter(|_| at + 1 < end);
    matches!(text.get(at), Some('’' | '\''))
        && before.is_some_and(|&c| is_word_character(c) || matches!(c, '.' | ',' | '!' | '?' | '…'))
        && after.is_none_or(|&c| {
            c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '—' | '–')
        })
}
