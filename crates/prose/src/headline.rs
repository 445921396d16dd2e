//! Headlines: the kind of piece at their end, the site's name after them, and what can be one at all.

use crate::trim::is_blank;
use crate::words::{ends_with_stop, folded, letters};

/// Kinds of piece that sites write after a headline or over it, in small letters. Only these are taken off a headline:
/// a headline may have dashes of its own.
const CATEGORIES: &[&str] = &[
    "analysis",
    "oped",
    "op-ed",
    "op ed",
    "opinion",
    "interview",
    "book review",
    "essay",
    "editorial",
    "commentary",
    "review",
    "report",
    "speech",
    "transcript",
    "press release",
    "statement",
    "explainer",
    "backgrounder",
    "fact check",
    "feature",
    "column",
    "letter",
    "letters",
    "briefing",
    "policy brief",
    "issue brief",
    "perspective",
    "perspectives",
    "news analysis",
    "profile",
    "obituary",
    "podcast",
    "research",
    "film review",
    "blog",
    "q&a",
];

/// Kinds that stand on a line of their own over or under a headline, often run together with a series.
const KIND_LINES: &[&str] = &[
    "expert speak",
    "issue brief",
    "issue briefs",
    "monitors",
    "monitor",
    "special report",
    "special reports",
    "occasional paper",
    "occasional papers",
    "commentaries",
    "press conference",
    "doorstep statement",
    "policy paper",
    "working paper",
    "news release",
    "event reports",
    "surveys & polls",
];

/// Separators between a headline and what is added to it.
const SEPARATORS: &[&str] = &[" – ", " — ", " - ", " | ", " ‒ ", " :: ", " » ", " • "];

/// A headline taken apart; both are slices of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Headline<'t> {
    pub title: &'t str,
    /// Kind of piece: "Analysis", "OpEd".
    pub category: Option<&'t str>,
}

/// Takes the site's name and the category off the end of a headline.
pub fn split_headline<'t>(headline: &'t str, site_name: Option<&str>) -> Headline<'t> {
    let mut title = headline.trim_matches(is_blank);
    if let Some(site) = site_name.map(letters).filter(|site| !site.is_empty())
        && let Some((rest, last)) = last_part(title)
        && letters(last) == site
    {
        title = rest;
    }
    match last_part(title) {
        Some((rest, last)) if is_category(last) && !rest.is_empty() => Headline { title: rest, category: Some(last) },
        _ => Headline { title, category: None },
    }
}

/// What stands before and after the last separator.
fn last_part(headline: &str) -> Option<(&str, &str)> {
    let cut = |separator: &&str| headline.rfind(separator).map(|at| (at, separator.len()));
    let spaced = SEPARATORS.iter().filter_map(cut).max();
    // No-break spaces around the dash are as good as spaces.
    let wide = headline.rfind(['–', '—', '|']).and_then(|at| {
        let length = headline.get(at..)?.chars().next()?.len_utf8();
        let blank = |side: Option<char>| side.is_some_and(is_blank);
        let sides =
            blank(headline.get(..at)?.chars().next_back()) && blank(headline.get(at + length..)?.chars().next());
        sides.then_some((at, length))
    });
    let (at, length) = spaced.max(wide)?;
    let rest = headline.get(..at)?.trim_end_matches(is_blank);
    Some((rest, headline.get(at + length..)?.trim_matches(is_blank)))
}

/// Whether the words are the name of a kind of piece and nothing else.
pub(crate) fn is_category(words: &str) -> bool {
    words.len() <= 40 && CATEGORIES.contains(&folded(words).as_str())
}

/// The kind of piece at the beginning of a line like "Expert Speak Harbour Debates" or "Analysis".
pub(crate) fn kind_line(words: &str) -> Option<&str> {
    if words.len() > 80 || ends_with_stop(words) {
        return None;
    }
    if is_category(words) {
        return Some(words);
    }
    let long = KIND_LINES
        .iter()
        .filter(|kind| crate::words::strip_prefix(words, kind).is_some())
        .max_by_key(|kind| kind.len())?;
    let (kind, rest) = words.split_at_checked(long.len())?;
    // "Monitors fail again" is a headline; "Monitors" and "Expert Speak Harbour Debates" are not.
    let bare = rest.trim().is_empty() || (long.contains(' ') && crate::names::has_shape_of_institution(rest.trim()));
    bare.then_some(kind)
}

/// The kind of piece that a date was run together with: "Issue BriefsPublished on May 10, 2031".
pub(crate) fn kind_before_date(words: &str) -> Option<&str> {
    let kinds = KIND_LINES.iter().chain(CATEGORIES);
    let fits = |kind: &&&str| {
        let rest = crate::words::strip_prefix(words, kind).unwrap_or_default();
        rest.starts_with("Published")
            || rest.trim_start().starts_with("Published on")
            || rest.trim_start().starts_with('|')
    };
    let kind = kinds.filter(fits).max_by_key(|kind| kind.len())?;
    words.get(..kind.len())
}

/// Whether a line of plain text can be the headline: one line, not too long, no full sentence.
pub(crate) fn can_be_headline(words: &str) -> bool {
    let bare = words.trim_end_matches(|last: char| is_blank(last) || matches!(last, '"' | '”' | '’' | '»' | '\''));
    !words.contains('\n')
        && words.chars().count() <= 220
        && words.chars().any(char::is_alphabetic)
        && !bare.ends_with(['.', ',', ';', ':'])
}

/// Whether two lines are the same headline, suffixes, slogans and marks aside.
pub(crate) fn same_headline(one: &str, other: &str) -> bool {
    let (one, other) = (letters(one), letters(other));
    if one.is_empty() || other.is_empty() {
        return false;
    }
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    short == long || (short.chars().count() >= 20 && long.starts_with(&short) && long.len() < short.len() * 2)
}

#[cfg(test)]
mod tests {
    use super::{can_be_headline, kind_before_date, kind_line, same_headline, split_headline};

    fn check(headline: &str, site: Option<&str>, title: &str, category: Option<&str>) {
        let split = split_headline(headline, site);
        assert_eq!((split.title, split.category), (title, category), "{headline}");
    }

    #[test]
    fn suffixes() {
        check("Harbour Compact Tests Averland – Analysis", None, "Harbour Compact Tests Averland", Some("Analysis"));
        check("The Loan - OpEd", None, "The Loan", Some("OpEd"));
        check("The Loan – OpEd - Example Review", Some("Example Review"), "The Loan", Some("OpEd"));
        check("Kest\u{A0}–\u{A0}Interview", None, "Kest", Some("Interview"));
        check("Averland – A Country Without Ports", None, "Averland – A Country Without Ports", None);
        check(
            "Emil Draskov (24 Oct 1960–17 Feb 2031) RIP – OpEd",
            None,
            "Emil Draskov (24 Oct 1960–17 Feb 2031) RIP",
            Some("OpEd"),
        );
        check("Analysis", None, "Analysis", None);
        check("Ports | Example Review", None, "Ports | Example Review", None);
    }

    #[test]
    fn shapes() {
        assert!(can_be_headline("Can It Work?") && can_be_headline("“We Will Not Pay”"));
        assert!(!can_be_headline("The council met on Monday.") && !can_be_headline("About the authors:"));
        assert_eq!(kind_line("Expert Speak Harbour Debates"), Some("Expert Speak"));
        assert_eq!(kind_line("ANALYSIS"), Some("ANALYSIS"));
        assert_eq!(kind_line("Monitors fail again"), None);
        assert_eq!(kind_before_date("Issue BriefsPublished on May 10, 2031 PDF Download"), Some("Issue Briefs"));
        assert_eq!(kind_before_date("Published on May 10, 2031"), None);
        assert!(same_headline("Norvane’s long farewell", "Norvane's Long Farewell"));
        assert!(same_headline("Norvane’s long farewell to arms", "Norvane’s long farewell to arms. Example Review"));
        assert!(!same_headline("Norvane", "Norvane’s long farewell"));
    }
}
