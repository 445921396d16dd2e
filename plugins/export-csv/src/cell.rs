use std::borrow::Cow;

use rapporteur_sdk::core::Span;

use crate::options::{CsvOptions, Newlines};

/// What stands in one cell, before the options have their say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Unknown or not applicable.
    Empty,
    /// Words.
    Text(Cow<'a, str>),
    /// A number or a truth value.
    Plain(String),
    /// Half-open positions: `12-20;31-40`.
    Spans(String),
}

impl<'a> Cell<'a> {
    pub fn text(words: &'a str) -> Self {
        Self::Text(Cow::Borrowed(words))
    }

    pub fn owned(words: String) -> Self {
        Self::Text(Cow::Owned(words))
    }

    pub fn maybe(words: Option<&'a str>) -> Self {
        words.map_or(Self::Empty, Self::text)
    }

    pub fn plain(value: impl ToString) -> Self {
        Self::Plain(value.to_string())
    }

    pub fn number(value: Option<usize>) -> Self {
        value.map_or(Self::Empty, Self::plain)
    }

    /// A list in one cell.
    pub fn joined<'s>(items: impl IntoIterator<Item = &'s str>, separator: &str) -> Self {
        let items: Vec<&str> = items.into_iter().collect();
        Self::owned(items.join(separator))
    }

    pub fn spans(ranges: impl IntoIterator<Item = [usize; 2]>) -> Self {
        let ranges: Vec<String> = ranges.into_iter().map(|[start, end]| format!("{start}-{end}")).collect();
        Self::Spans(ranges.join(";"))
    }

    /// The characters of the cell, not yet quoted.
    pub fn written(self, options: &CsvOptions) -> Cow<'a, str> {
        let (words, guarded) = match self {
            Self::Empty => return Cow::Borrowed(""),
            Self::Plain(value) => return Cow::Owned(value),
            Self::Spans(ranges) => {
                let guarded = !ranges.is_empty();
                (Cow::Owned(ranges), guarded)
            }
            Self::Text(words) => {
                let guarded = words.starts_with(starts_formula);
                (words, guarded)
            }
        };
        let words = match options.newlines {
            Newlines::Space if words.contains(['\r', '\n']) => Cow::Owned(words.replace(['\r', '\n'], " ")),
            _ => words,
        };
        if guarded && options.spreadsheet_safe { Cow::Owned(format!("'{words}")) } else { words }
    }
}

/// Spreadsheets skip white space before the sign, and some take the wide forms for it too.
fn starts_formula(first: char) -> bool {
    matches!(first, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}

/// Where the words stand in the original file: one range, or the pieces in text order, or nothing.
pub fn file_ranges(at: &Span) -> impl Iterator<Item = [usize; 2]> {
    at.source
        .iter()
        .chain(if at.source.is_none() { at.source_parts.as_slice() } else { &[] })
        .map(|range| (*range).into())
}
