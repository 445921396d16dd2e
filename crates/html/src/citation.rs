//! How a page cites itself: `A and B, “Title,” Series No. 7, August 2031, Publisher.`

use rapporteur_prose::find_date;

use crate::content::classify::fold;
use crate::metadata::authors::split;

/// What a citation says of the piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    pub authors: Vec<String>,
    /// ISO 8601, often a month.
    pub date: Option<String>,
}

/// Reads a citation of the piece with this title; `None` if the words are none.
pub fn read_citation(words: &str, title: &str) -> Option<Citation> {
    let open = words.find(['“', '"', '‘', '«'])?;
    let names = words.get(..open)?.trim().trim_end_matches(',').trim();
    let mark = words.get(open..)?.chars().next()?;
    let close = match mark {
        '“' => '”',
        '‘' => '’',
        '«' => '»',
        other => other,
    };
    let quoted = words.get(open + mark.len_utf8()..)?;
    // The title may hold apostrophes: the closing mark is the last one.
    let end = quoted.rfind(close)?;
    let cited = fold(quoted.get(..end)?);
    let (title, after) = (fold(title), quoted.get(end + close.len_utf8()..)?);
    if title.is_empty() || !(cited.contains(&title) || title.contains(&cited)) || cited.len() < 8 {
        return None;
    }
    let authors = if names.is_empty() || names.len() > 200 { Vec::new() } else { split(names) };
    Some(Citation { authors, date: last_date(after) })
}

/// The date nearest to the end: numbers of a series come before it.
fn last_date(words: &str) -> Option<String> {
    let parts: Vec<&str> = words.split(", ").collect();
    (0..parts.len()).rev().find_map(|from| find_date(&parts.get(from..)?.join(", ")).map(|found| found.iso))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn citations() {
        let words = "Ilse Marwood and Tomasz Okello, “Harbours: A Reader’s Guide,” ORF Issue Brief No. 393, August 2029, Example Foundation.";
        let citation = read_citation(words, "Harbours: A Reader's Guide").expect("a citation");
        assert_eq!(citation.authors, ["Ilse Marwood", "Tomasz Okello"]);
        assert_eq!(citation.date.as_deref(), Some("2029-08"));
        assert_eq!(read_citation("She said “nothing of the kind” in August 2029.", "Harbours"), None);
        assert_eq!(read_citation("", ""), None);
    }
}
