//! How a page cites itself: `A and B, “Title,” Series No. 7, August 2031, Publisher.`

use rapporteur_core::{Author, ByteRange, Metadata};
use rapporteur_prose::find_date;

use crate::content::classify::fold;
use crate::metadata::authors::split;
use crate::metadata::dates::parse_date;
use crate::metadata::{Field, Found};
use crate::outline::Outline;
use crate::site::SiteRules;

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

/// A citation and the lines it stands in.
pub(crate) struct Cited {
    pub(crate) citation: Citation,
    pub(crate) lines: std::ops::Range<usize>,
}

/// Looks for the page's own citation and adds what it says as candidates.
pub(crate) fn cite(rules: &SiteRules, outline: &Outline, title: &str, found: &mut Vec<Found>) -> Option<Cited> {
    let words = |index: usize| {
        outline.lines.lines.get(index).and_then(|line| line.at.slice(&outline.lines.text)).unwrap_or_default()
    };
    for index in 0..outline.lines.lines.len() {
        let label = words(index).trim();
        let Some(rest) = rules.citation_labels.iter().find_map(|known| label.strip_prefix(known.as_str())) else {
            continue;
        };
        let rest = rest.trim_start_matches([':', ' ', '\u{a0}', '\n']);
        let (cited, lines) =
            if rest.is_empty() { (words(index + 1), index..index + 2) } else { (rest, index..index + 1) };
        let Some(citation) = read_citation(cited, title) else { continue };
        for name in &citation.authors {
            found.push(Found::new(Field::Authors, name, "citation"));
        }
        if let Some(date) = &citation.date {
            let mut one = Found::new(Field::Published, date, "citation");
            one.from_rules = true;
            one.reason = Some("the page's own citation; a visible date may be that of a move".to_owned());
            let dates = || found.iter().filter(|one| one.field == Field::Published);
            // Before the visible date: that may be the day on which the page moved to a new site. A visible date that only
            // says more is the better one.
            let is_vaguer =
                dates().any(|one| parse_date(&one.value).is_some_and(|known| known.starts_with(date.as_str())));
            let first = found.iter().position(|one| one.field == Field::Published).filter(|_| !is_vaguer);
            found.insert(first.unwrap_or(found.len()), one);
        }
        return Some(Cited { citation, lines });
    }
    None
}

/// Adds the authors that only the citation names: the page often shows the first of them.
pub(crate) fn add_cited_authors(citation: &Citation, text: &str, metadata: &mut Metadata<ByteRange>) {
    let is_known =
        |known: &[Author<ByteRange>], name: &str| known.iter().any(|author| fold(&author.name) == fold(name));
    let fits = metadata.authors.is_empty() || citation.authors.iter().any(|name| is_known(&metadata.authors, name));
    if !fits {
        return;
    }
    for name in &citation.authors {
        if !is_known(&metadata.authors, name) {
            let at = text.find(name.as_str()).map(|start| ByteRange::new(start, start + name.len()));
            metadata.authors.push(Author::named(name.as_str(), at));
        }
    }
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
