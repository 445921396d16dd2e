//! A line that is a date: "Published on Mar 14, 2031", "3 February 2031", "2:09 p.m.", "6 hours ago".

use crate::dates::{self, FoundDate};
use crate::words::{count, ends_with_stop, folded, strip_prefix};

/// The dates of such a line, and which are of a change to the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DateLine {
    /// With ranges into the line.
    pub(crate) dates: Vec<(FoundDate, DateKind)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateKind {
    Published,
    Modified,
}

const LONGEST: usize = 160;

/// Whose name stands in the line under which a page is kept: "Last updated 3 March 2031 by Ilse Marwood."
pub(crate) fn signed_off(words: &str) -> Option<&str> {
    const KEPT: &[&str] = &[
        "last updated",
        "last modified",
        "last revised",
        "last changed",
        "last edited",
        "page maintained",
        "page last updated",
        "this page was last updated",
        "this page is maintained",
        "maintained by",
    ];
    if words.len() > LONGEST || !KEPT.iter().any(|kept| strip_prefix(words, kept).is_some()) {
        return None;
    }
    let (_, name) = words.split_once(" by ")?;
    let end = [" — ", " – ", " - ", " | ", ",", "(", "\n", ". "].iter().filter_map(|mark| name.find(mark)).min();
    let name = name.get(..end.unwrap_or(name.len()))?.trim().trim_end_matches('.');
    crate::names::is_person(name).then_some(name)
}

/// Words that stand beside a date and make no sentence.
const BESIDE: &[&str] = &[
    "published",
    "edited",
    "on",
    "posted",
    "updated",
    "last",
    "first",
    "modified",
    "date",
    "at",
    "created",
    "release",
    "released",
    "issued",
    "min",
    "mins",
    "minute",
    "minutes",
    "read",
    "reading",
    "time",
    "est",
    "edt",
    "gmt",
    "utc",
    "bst",
    "ist",
    "cet",
    "pm",
    "am",
    "pdf",
    "download",
    "edition",
    "issue",
    "briefs",
    "brief",
    "monitors",
    "hours",
    "hour",
    "ago",
    "day",
    "days",
    "week",
    "weeks",
    "and",
    "local",
    "print",
    "online",
    "briefspublished",
    "monitorspublished",
    "commentariespublished",
    "reportspublished",
    "paperspublished",
    "the",
    "of",
    "th",
    "st",
    "nd",
    "rd",
];

/// Reads a line that is a date and nothing else.
pub(crate) fn parse(line: &str) -> Option<DateLine> {
    if line.len() > LONGEST || line.contains('\n') {
        return None;
    }
    let found = dates::find_dates(line);
    if found.is_empty() {
        return without_date(line).then_some(DateLine { dates: Vec::new() });
    }
    let mut rest = line.to_owned();
    for date in found.iter().rev() {
        rest.replace_range(date.at.start..date.at.end, " ");
    }
    let only = rest.split(|gap: char| !gap.is_alphanumeric()).filter(|word| !word.is_empty()).all(|word| {
        let word = word.to_lowercase();
        BESIDE.contains(&word.as_str())
            || dates::is_weekday(&word)
            || (word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit()))
    });
    if !only {
        return None;
    }
    Some(kinds(line, found))
}

/// "6 hours ago", "2:09 p.m.", "5 min read": a date line that gives no date.
fn without_date(line: &str) -> bool {
    let line = folded(line);
    let relative = line.ends_with(" ago") && (count(&line) <= 6) && line.contains(|digit: char| digit.is_ascii_digit());
    let reading = line.ends_with(" min read") && count(&line) <= 5;
    relative || reading || dates::is_time_of_day(&line)
}

/// Reads the dates of a line that markup calls a date.
pub(crate) fn stated(line: &str) -> Option<DateLine> {
    (line.len() <= LONGEST * 2).then(|| kinds(line, dates::find_dates(line)))
}

/// A short line that ends in a date: "Panel discussion, Port Aver, 21 March 2031". Only before a text is it one.
pub(crate) fn at_end(line: &str) -> Option<DateLine> {
    if line.len() > 110 || count(line) > 14 || ends_with_stop(line) || line.contains('\n') {
        return None;
    }
    let found = dates::find_dates(line);
    let last = found.last()?;
    let separate = line.get(..last.at.start)?.trim_end().ends_with([',', '|', '-', '–', '—', '·', ':']);
    (last.at.end == line.len() && separate).then(|| kinds(line, found))
}

fn kinds(line: &str, found: Vec<FoundDate>) -> DateLine {
    let mut start = 0;
    let mut dates = Vec::with_capacity(found.len());
    for date in found {
        let before = folded(line.get(start..date.at.start).unwrap_or_default());
        let changed = before.contains("updated")
            || before.contains("edited")
            || before.contains("modified")
            || before.contains("revised");
        start = date.at.end;
        dates.push((date, if changed { DateKind::Modified } else { DateKind::Published }));
    }
    DateLine { dates }
}

#[cfg(test)]
mod tests {
    use super::{DateKind, at_end, parse};

    #[test]
    fn lines_that_are_dates() {
        for line in [
            "3 February 2031",
            "Published on Mar 14, 2031",
            "Issue BriefsPublished on May 10, 2031 PDF Download",
            "Friday, 14 March 2031 | 5 min read",
        ] {
            assert_eq!(parse(line).map(|line| line.dates.len()), Some(1), "{line}");
        }
        let both = parse("First published 1 May 2031, updated 3 May 2031").expect("two dates");
        assert_eq!(
            both.dates.iter().map(|(_, kind)| *kind).collect::<Vec<_>>(),
            [DateKind::Published, DateKind::Modified]
        );
        assert_eq!(parse("2:09 p.m.").map(|line| line.dates.len()), Some(0));
        assert_eq!(parse("6 hours ago").map(|line| line.dates.len()), Some(0));
        assert_eq!(parse("On 3 February 2031 the council met"), None);
        assert_eq!(parse("Home"), None);
        assert!(at_end("Panel discussion, Port Aver, 21 March 2031").is_some());
        assert_eq!(at_end("The council met on 21 March 2031."), None);
    }
}
