//! Where and when a report was filed: "PORT AVER, March 14 —", "PORT AVER, March 14. /HNA/.", "PORT AVER (HNA) –".

use crate::dates;
use crate::trim::is_blank;
use crate::words::is_capitals;

/// A dateline at the beginning of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dateline {
    /// Byte at which the dateline ends, its dash or stop included.
    pub(crate) end: usize,
    /// Byte at which the report begins; the length of the paragraph where nothing follows.
    pub(crate) body: usize,
    /// ISO 8601, where the dateline gives a year.
    pub(crate) date: Option<String>,
}

/// How far into a paragraph a dateline may reach.
const LONGEST: usize = 120;

/// Finds the dateline a paragraph begins with.
pub(crate) fn parse(paragraph: &str) -> Option<Dateline> {
    let mut end = paragraph.len().min(LONGEST);
    while !paragraph.is_char_boundary(end) {
        end -= 1;
    }
    let head = paragraph.get(..end)?;
    let (place, dash) = head.match_indices(['—', '–', '-', '/', '―']).find_map(|(at, mark)| {
        let before = head.get(..at)?;
        let after = head.get(at + mark.len()..)?;
        if mark == "/" {
            // "/HNA/."
            let close = after.find('/')?;
            let agency = after.get(..close)?;
            let stop = after
                .get(close + 1..)
                .filter(|rest| rest.starts_with('.') || rest.trim_start().starts_with(['—', '–', '-']))?;
            let marks = stop.len()
                - stop.trim_start_matches(|mark: char| is_blank(mark) || matches!(mark, '.' | '—' | '–' | '-')).len();
            let told = stop.get(..marks)?.trim_end_matches(is_blank).len();
            return (is_agency(agency) && before.len() > 2).then_some((before, at + 1 + close + 1 + told));
        }
        let double = usize::from(mark == "-" && after.starts_with('-'));
        let after = after.get(double..)?;
        let spaced = before.ends_with(is_blank) || mark != "-" && before.ends_with(')');
        let open = after.is_empty()
            || after.starts_with(|next: char| is_blank(next) || next.is_uppercase() || matches!(next, '"' | '“' | '‘'));
        // A hyphen within a word or a range is no dash; a long dash may be set without spaces.
        ((spaced || mark != "-") && open).then_some((before, at + mark.len() + double))
    })?;
    let date = is_place_and_date(place)?;
    let rest = paragraph.get(dash..)?;
    let body = dash + (rest.len() - rest.trim_start_matches(is_blank).len());
    // "NATO – now larger – met": a report begins with a capital letter, a figure or a quotation mark.
    let first = paragraph.get(body..)?.chars().next();
    let begins = first.is_none_or(|first| !first.is_lowercase());
    begins.then_some(Dateline { end: dash, body, date })
}

/// Letters of an agency: "HNA", "HNA-Kest", "Harbour News".
fn is_agency(words: &str) -> bool {
    let words = words.trim();
    !words.is_empty()
        && words.len() <= 40
        && crate::words::is_capitalised(words)
        && words.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '.' | '&' | '/'))
}

/// Whether the words before the dash are a dateline; the date, where it has a year.
fn is_place_and_date(words: &str) -> Option<Option<String>> {
    let words = words.trim_matches(|edge: char| is_blank(edge) || matches!(edge, '.' | ':' | ','));
    let (words, agency) = match words.rfind('(').filter(|_| words.ends_with(')')) {
        Some(open) => {
            let inside = words.get(open + 1..words.len() - 1)?;
            if !is_agency(inside) {
                return None;
            }
            (words.get(..open)?.trim_end_matches(|edge: char| is_blank(edge) || edge == ','), true)
        }
        None => (words, false),
    };
    if words.is_empty() {
        return agency.then_some(None);
    }
    let date = dates::find_date(words).map(|found| found.iso);
    let mut parts = words.split(',').map(str::trim);
    let city = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    let dated = rest.iter().any(|part| is_month_and_day(part)) || is_month_and_day(city);
    let others = rest.iter().all(|part| {
        is_month_and_day(part)
            || part.chars().all(|digit| digit.is_ascii_digit())
            || (crate::words::is_capitalised(part) && crate::words::count(part) <= 4)
    });
    let letters =
        |word: &str| word.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '.' | '-' | '\'' | '’'));
    let count = crate::words::count(city);
    let in_capitals = city.split_whitespace().all(|word| letters(word) && is_capitals(word));
    let capitalised = city.split_whitespace().all(|word| letters(word) && crate::words::is_capitalised(word));
    let short = (1..=4).contains(&count) && city.chars().count() >= 2;
    // Capitals are enough; a city in small letters needs an agency or a date.
    let placed = short && others && rest.len() <= 4 && (in_capitals || (capitalised && (agency || dated)));
    placed.then_some(date)
}

/// "March 14", "14 March", "Jan 11", with or without a year.
fn is_month_and_day(words: &str) -> bool {
    let words = words.trim_end_matches('.');
    // A year is put where none stands, to ask about the rest.
    dates::find_date(words).is_some_and(|found| found.at.start == 0)
        || (crate::words::count(words) == 2
            && dates::find_date(&format!("{words} 2000"))
                .is_some_and(|found| found.at.start == 0 && found.iso.len() == 10))
}

#[cfg(test)]
mod tests {
    use super::parse;

    fn check(paragraph: &str, dateline: &str, body: &str) {
        let found = parse(paragraph).unwrap_or_else(|| panic!("no dateline in {paragraph}"));
        assert_eq!((&paragraph[..found.end], &paragraph[found.body..]), (dateline, body));
    }

    #[test]
    fn datelines() {
        check(
            "PORT AVER, March 14. /HNA/. Averland and Kestria met.",
            "PORT AVER, March 14. /HNA/.",
            "Averland and Kestria met.",
        );
        check("PORT AVER (HNA) – Dock workers voted.", "PORT AVER (HNA) –", "Dock workers voted.");
        check("PORT AVER, March 14 — The council met.", "PORT AVER, March 14 —", "The council met.");
        check("PORT AVER, Kestria —The council met.", "PORT AVER, Kestria —", "The council met.");
        check(
            "PORT AVER, Kestria, March 14, 2031 (HNA) -- The council met.",
            "PORT AVER, Kestria, March 14, 2031 (HNA) --",
            "The council met.",
        );
        check("Port Aver, March 14 (HNA) - The council met.", "Port Aver, March 14 (HNA) -", "The council met.");
        check("(HNA) – The council met.", "(HNA) –", "The council met.");
        check("HALM — “We met,” she said.", "HALM —", "“We met,” she said.");
        assert_eq!(
            parse("HALM, March 14, 2031 — The council met.").and_then(|found| found.date).as_deref(),
            Some("2031-03-14")
        );
    }

    #[test]
    fn prose_is_no_dateline() {
        for paragraph in [
            "Averland – the largest of the nine – did not come.",
            "The Averland-Kestria line is old.",
            "NATO-like structures – nobody wants them.",
            "Kest, he said – and paused – was far.",
            "He stopped.",
            "NATO – now larger – met in Halm.",
            "One thing — the price — is known.",
            "",
        ] {
            assert_eq!(parse(paragraph), None, "{paragraph}");
        }
    }
}
