//! Gold of one JSON object a line: reading it, and whether what is marked in a text stands there.

use std::path::Path;

use serde::de::DeserializeOwned;
use thiserror::Error;

use crate::words::Chars;

/// A row of gold that marks stretches of a text.
pub(crate) trait Marked {
    fn marked(&self) -> MarkedText<'_>;
}

/// A text and the stretches marked in it, in code points.
pub(crate) struct MarkedText<'a> {
    pub id: &'a str,
    pub text: &'a str,
    pub marks: Vec<Chars>,
}

/// A line that cannot be used as gold.
#[derive(Debug, Error)]
#[error("{path}:{place}: {fault}")]
pub struct RowError {
    path: String,
    /// The line, and the column where it is known.
    place: String,
    fault: Fault,
}

#[derive(Debug, Error)]
enum Fault {
    #[error("{0}")]
    Json(String),
    #[error(
        "{id:?}: no words stand at [{}, {}]: expected a start before its end, in code points, and an end of at most {length}, \
         where the text ends",
        span[0], span[1]
    )]
    Span { id: String, span: Chars, length: usize },
}

/// The rows of a file, with the numbers of their lines, which begin with 1. Lines without a character are passed over.
pub(crate) fn rows<T: DeserializeOwned>(path: &Path, text: &str) -> Result<Vec<(usize, T)>, RowError> {
    let row = |(index, line): (usize, &str)| {
        let read = serde_json::from_str(line).map_err(|error| of_json(path, index + 1, &error))?;
        Ok((index + 1, read))
    };
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(row).collect()
}

/// The rows of a file, each of whose marks has words of its text.
pub(crate) fn marked_rows<T: DeserializeOwned + Marked>(path: &Path, text: &str) -> Result<Vec<T>, RowError> {
    let checked = |(line, row): (usize, T)| {
        let MarkedText { id, text, marks } = row.marked();
        let length = text.chars().count();
        match marks.into_iter().find(|&[start, end]| start >= end || end > length) {
            Some(span) => Err(RowError {
                path: path.display().to_string(),
                place: line.to_string(),
                fault: Fault::Span { id: id.to_owned(), span, length },
            }),
            None => Ok(row),
        }
    };
    rows(path, text)?.into_iter().map(checked).collect()
}

/// The parser calls every line the first.
fn of_json(path: &Path, line: usize, error: &serde_json::Error) -> RowError {
    let found = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let found = found.strip_suffix(&place).unwrap_or(&found).to_owned();
    RowError {
        path: path.display().to_string(),
        place: format!("{line}:{}", error.column()),
        fault: Fault::Json(found),
    }
}
