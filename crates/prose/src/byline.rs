//! Who wrote it: the line under a headline.

use rapporteur_core::ByteRange;

use crate::dates::{self, FoundDate};
use crate::names;
use crate::trim::{is_blank, place};
use crate::words::{find, is_capitalised, is_capitals, strip_prefix};

/// A byline taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Byline {
    pub(crate) credits: Vec<Credit>,
    /// What makes it one.
    pub(crate) evidence: Evidence,
    /// A date glued to the names; its range is into the text.
    pub(crate) date: Option<FoundDate>,
}

/// How sure it is that a line is a byline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Evidence {
    /// Names and nothing else: needs a second reason.
    Bare,
    /// Names with something only bylines have: a family name in capitals, a stroke, "(now)", "in Port Aver", a role.
    Marked,
    /// "By", "Author:", "Interview by" and the like.
    Prefixed,
}

/// One name of a byline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Credit {
    pub(crate) name: String,
    /// The name in the text.
    pub(crate) at: ByteRange,
    pub(crate) role: Option<String>,
    pub(crate) affiliation: Option<String>,
    /// An institution or agency, not a person.
    pub(crate) institution: bool,
}

/// Longer lines are sentences.
const LONGEST: usize = 300;

/// What stands before the names, and the role it gives them.
const PREFIXES: &[(&str, Option<&str>)] = &[
    ("by:", None),
    ("by ", None),
    ("by\u{A0}", None),
    ("author:", None),
    ("authors:", None),
    ("author :", None),
    ("authors :", None),
    ("author(s):", None),
    ("written by ", None),
    ("words by ", None),
    ("text by ", None),
    ("story by ", None),
    ("report by ", None),
    ("analysis by ", None),
    ("opinion by ", None),
    ("commentary by ", None),
    ("interview by ", None),
    ("interviewed by ", None),
    ("posted by ", None),
    ("compiled by ", None),
    ("edited by ", Some("Editor")),
    ("reviewed by ", Some("Reviewer")),
    ("translated by ", Some("Translator")),
];

/// Reads a line as a byline. `base` is where the line begins in the text.
pub(crate) fn parse(line: &str, base: usize) -> Option<Byline> {
    if line.len() > LONGEST {
        return None;
    }
    let bare = line.trim_matches(|edge: char| is_blank(edge) || matches!(edge, '_' | '*' | '†' | '‡' | '—' | '–'));
    for (prefix, role) in PREFIXES {
        if let Some(rest) = strip_prefix(bare, prefix) {
            let rest = rest.trim_start_matches(|edge: char| is_blank(edge) || edge == ':');
            let (credits, date, _) = names_of(rest, line, base, true)?;
            let credits =
                credits.into_iter().map(|credit| Credit { role: credit.role.or(role.map(str::to_owned)), ..credit });
            return Some(Byline { credits: credits.collect(), evidence: Evidence::Prefixed, date });
        }
    }
    // "Ilse Marwood (01:27):" is the label of a turn.
    if bare.ends_with([':', '?', '!', ';']) {
        return None;
    }
    // "From Ilse Marwood": no headline, if two or three words follow that can only be a name.
    if let Some(rest) =
        strip_prefix(bare, "from ").filter(|rest| names::is_person(rest) && crate::words::count(rest) <= 3)
    {
        let (credits, date, _) = names_of(rest, line, base, true)?;
        return Some(Byline { credits, evidence: Evidence::Marked, date });
    }
    let (credits, date, marked) = names_of(bare, line, base, false)?;
    let evidence = if marked || date.is_some() { Evidence::Marked } else { Evidence::Bare };
    Some(Byline { credits, evidence, date })
}

type Names = (Vec<Credit>, Option<FoundDate>, bool);

/// The names, a date after them, and whether anything marks them as a byline. With a prefix an institution or a single
/// word will do as a name; without one all must be persons, the first at least.
fn names_of(rest: &str, line: &str, base: usize, prefixed: bool) -> Option<Names> {
    let offset = place(line, rest, base).start;
    let (rest, date) = without_date(rest);
    let date =
        date.map(|found| FoundDate { at: ByteRange::new(found.at.start + offset, found.at.end + offset), ..found });
    let mut marked = rest.contains(['|', '/']);
    let mut credits: Vec<Credit> = Vec::new();
    let parts = parts(rest);
    if let [family, given] = parts.as_slice()
        && prefixed
        && given.gap == Gap::Comma
        && one_word(family.words)
        && one_word(given.words)
        && names::is_person(&format!("{} {}", given.words, family.words))
    {
        // "Marwood, Ilse"
        let at = ByteRange::new(place(line, family.words, base).start, place(line, given.words, base).end);
        let name = format!("{} {}", given.words, family.words);
        return Some((vec![Credit { name, at, role: None, affiliation: None, institution: false }], date, true));
    }
    for part in parts {
        let (words, aside) = without_aside(part.words);
        marked |= aside.is_some_and(|aside| matches!(aside.to_ascii_lowercase().as_str(), "now" | "earlier"));
        if words.is_empty()
            || matches!(
                words.to_ascii_lowercase().trim_end_matches('.'),
                "phd" | "ph.d" | "md" | "jr" | "sr" | "mp" | "esq"
            )
        {
            continue;
        }
        // A role or a house belongs to the name before it.
        if let Some(last) = credits.last_mut().filter(|last| part.gap != Gap::And && !last.institution) {
            if is_role(words) && last.role.is_none() && !(part.gap == Gap::Stroke && names::is_person(words)) {
                last.role = Some(words.to_owned());
                marked = true;
                continue;
            }
            let house = names::is_institution(words)
                || (prefixed && part.gap == Gap::Dash && names::has_shape_of_institution(words));
            if house && last.affiliation.is_none() {
                last.affiliation = Some(without_the(words).to_owned());
                marked = true;
                continue;
            }
            // "PORT AVER": where somebody reports from is neither.
            if part.gap == Gap::Dash && is_capitals(words) {
                continue;
            }
        }
        let (credit, place_or_house) = credit(words, line, base, prefixed)?;
        marked |= place_or_house
            || (words.split_whitespace().any(is_capitals) && !credit.institution && names::is_person(words));
        credits.push(Credit { affiliation: credit.affiliation.or_else(|| house_of(aside)), ..credit });
    }
    (!credits.is_empty() && credits.len() <= 20).then_some((credits, date, marked))
}

/// "Diplomatic Correspondent": a few words, one of which says what somebody does.
fn is_role(words: &str) -> bool {
    let sentence = words.contains(['?', '!', ':', '“', '”', '"']) || words.ends_with('.');
    crate::words::count(words) <= 8 && !sentence && names::has_role_word(words)
}

/// One name, perhaps with a place or a house: "Ilse Marwood in Port Aver", "Ilse Marwood of the Harbour Courier".
fn credit(words: &str, line: &str, base: usize, prefixed: bool) -> Option<(Credit, bool)> {
    let whole = names::without_title(words);
    let make = |name: &str, institution: bool, affiliation: Option<String>| Credit {
        name: if institution { name.to_owned() } else { names::in_title_case(name) },
        at: place(line, name, base),
        role: None,
        affiliation,
        institution,
    };
    if names::is_person(whole) {
        return Some((make(whole, false, None), false));
    }
    for (joint, house) in [
        (" in ", false),
        (" for the ", true),
        (" for ", true),
        (" of the ", true),
        (" of ", true),
        (" at ", true),
        (" from ", true),
    ] {
        if let Some(at) = find(whole, joint) {
            let (name, rest) = (whole.get(..at)?, whole.get(at + joint.len()..)?);
            // Without "By" a line like "Shipping News for Beginners" is a headline: the house must be known as one.
            let fits = prefixed || !house || names::is_institution(without_the(rest));
            if fits
                && names::is_person(name)
                && is_capitalised(rest)
                && crate::words::count(rest) <= 8
                && !rest.ends_with('.')
            {
                let affiliation = house.then(|| without_the(rest).to_owned());
                return Some((make(name, false, affiliation), true));
            }
        }
    }
    let bare = without_the(words);
    let short = bare.len() == words.len() && names::has_shape_of_institution(words) && crate::words::count(words) <= 5;
    // "By Guardian staff reporter", "By our foreign desk"
    let desk = crate::words::count(bare) <= 5 && !bare.contains(['.', ',']) && bare.split_whitespace().any(is_desk);
    if prefixed && (names::is_institution(bare) || short || desk) {
        let institution = desk || names::is_institution(bare) || !names::has_shape_of_person(bare) || is_capitals(bare);
        return Some((make(bare, institution, None), false));
    }
    None
}

/// Words for those who write without a name.
fn is_desk(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "staff" | "reporter" | "reporters" | "desk" | "newsroom" | "team" | "agencies" | "correspondent"
    )
}

/// A place after a person in brackets is no house; "(Harbour News)" and "(HNA)" are.
fn house_of(aside: Option<&str>) -> Option<String> {
    let aside = aside?;
    (names::is_institution(aside) || (is_capitals(aside) && one_word(aside))).then(|| aside.to_owned())
}

fn without_the(words: &str) -> &str {
    strip_prefix(words, "the ").map_or(words, str::trim_start)
}

fn one_word(words: &str) -> bool {
    crate::words::count(words) == 1
}

/// What separates a name from the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    First,
    Comma,
    And,
    Stroke,
    Dash,
}

struct Part<'t> {
    gap: Gap,
    words: &'t str,
}

/// Cuts at commas, "and", strokes and dashes, outside brackets.
fn parts(words: &str) -> Vec<Part<'_>> {
    const JOINTS: &[(&str, Gap)] = &[
        (", and ", Gap::And),
        (", & ", Gap::And),
        (" and ", Gap::And),
        ("\nand ", Gap::And),
        (" & ", Gap::And),
        (" with ", Gap::And),
        (" | ", Gap::Stroke),
        ("|", Gap::Stroke),
        (" / ", Gap::Stroke),
        ("/", Gap::Stroke),
        (";", Gap::Stroke),
        (" – ", Gap::Dash),
        (" — ", Gap::Dash),
        (" --", Gap::Dash),
        (", --", Gap::Dash),
        (" - ", Gap::Dash),
        (",", Gap::Comma),
    ];
    let mut parts: Vec<Part<'_>> = Vec::new();
    let (mut start, mut at, mut gap, mut depth) = (0, 0, Gap::First, 0usize);
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        // Most characters begin no joint.
        let may_join = depth == 0 && rest.starts_with([' ', '\n', '|', '/', ';', ',']);
        let joint = JOINTS.iter().filter(|_| may_join).find(|(joint, _)| strip_prefix(rest, joint).is_some());
        if let Some((joint, next)) = joint {
            push(&mut parts, words, start, at, gap);
            at += joint.len();
            (start, gap) = (at, *next);
            continue;
        }
        let first = rest.chars().next().unwrap_or(' ');
        match first {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += first.len_utf8();
    }
    push(&mut parts, words, start, words.len(), gap);
    parts
}

fn push<'t>(parts: &mut Vec<Part<'t>>, all: &'t str, start: usize, end: usize, gap: Gap) {
    let edge = |edge: char| {
        is_blank(edge) || matches!(edge, '*' | '†' | '‡' | '§' | '¹' | '²' | '³' | '_' | '-' | '–' | '—' | ':')
    };
    let words = all.get(start..end).unwrap_or_default().trim_matches(edge);
    let words = words.trim_end_matches(|last: char| last.is_ascii_digit()).trim_end_matches(edge);
    if words.is_empty() {
        return;
    }
    // "Institute for Peace and Security" was cut at its "and".
    if gap == Gap::And
        && let Some(last) = parts.last_mut()
        && names::is_institution(last.words)
        && !names::is_person(words)
        && !names::is_institution(words)
    {
        let from = (last.words.as_ptr() as usize).saturating_sub(all.as_ptr() as usize);
        let to = (words.as_ptr() as usize).saturating_sub(all.as_ptr() as usize) + words.len();
        if let Some(joined) = all.get(from..to) {
            last.words = joined;
            return;
        }
    }
    parts.push(Part { gap, words });
}

/// "Ilse Marwood (now)": the words before a bracket, and those in it. "(Retd)" before a name stays with the title.
fn without_aside(words: &str) -> (&str, Option<&str>) {
    let trimmed = words.trim_matches(is_blank);
    if let Some(open) = trimmed.rfind('(').filter(|open| *open > 0 && trimmed.ends_with(')')) {
        let aside = trimmed.get(open + 1..trimmed.len() - 1).unwrap_or_default();
        return (trimmed.get(..open).unwrap_or_default().trim_end_matches(is_blank), Some(aside));
    }
    // "--(Agency)"
    if let Some(inner) = trimmed.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        return (inner, Some(inner));
    }
    (trimmed, None)
}

/// "Ilse Marwood - 14 March 2031": without the date at the end and what joins it.
fn without_date(words: &str) -> (&str, Option<FoundDate>) {
    let Some(found) = dates::find_dates(words).into_iter().next() else {
        return (words, None);
    };
    let after = words.get(found.at.end..).unwrap_or_default();
    let closing =
        after.chars().all(|rest| !rest.is_alphanumeric()) || after.trim_start().starts_with(['|', '·', '-', '–']);
    if !closing || found.at.start == 0 {
        return (words, None);
    }
    let mut before = words.get(..found.at.start).unwrap_or_default();
    loop {
        let shorter = before.trim_end_matches(|last: char| {
            is_blank(last) || matches!(last, '-' | '–' | '—' | '|' | ',' | '·' | '•' | '(')
        });
        let last = shorter.split_whitespace().next_back().unwrap_or_default();
        let label = dates::is_weekday(last.trim_end_matches(','))
            || matches!(last.to_ascii_lowercase().as_str(), "on" | "published" | "updated" | "posted");
        if !label {
            return (shorter, Some(found));
        }
        before = shorter.get(..shorter.len() - last.len()).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests;
