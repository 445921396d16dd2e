//! About the author: "Ilse Marwood is a Senior Fellow with the Maritime Order Programme at the Coastal Policy Institute."

use crate::names;
use crate::trim::is_blank;
use crate::words::{find, folded, is_capitalised, strip_prefix};

/// Longer lines are no bios.
pub(crate) const LONGEST: usize = 1200;

/// "About the authors:" alone on a line, or before the first bio: what follows it on the line, empty where nothing does.
pub(crate) fn after_header(line: &str) -> Option<&str> {
    const HEADERS: &[&str] = &[
        "about the authors",
        "about the author(s)",
        "about the author",
        "about the writers",
        "about the writer",
        "about the contributors",
        "about the contributor",
        "author bios",
        "author bio",
        "authors bio",
        "author biography",
        "contributors",
        "contributor",
        "the authors",
        "the author",
        "author profile",
    ];
    let bare =
        line.trim_start_matches(|edge: char| is_blank(edge) || matches!(edge, '*' | '_' | '#' | '[' | '-' | '–' | '—'));
    let rest = HEADERS.iter().find_map(|header| strip_prefix(bare, header))?;
    let bare_rest = rest.trim_matches(|edge: char| is_blank(edge) || matches!(edge, '*' | '_' | ']'));
    match bare_rest.strip_prefix(':') {
        Some(after) => Some(after.trim_start_matches(|edge: char| is_blank(edge) || matches!(edge, '*' | '_'))),
        // "The author said …" is no header; "The Authors" is.
        None if bare_rest.is_empty() => Some(bare_rest),
        None => None,
    }
}

/// One sentence about one or more persons. All parts are slices of the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bio<'t> {
    /// Names without titles; empty where the subject is "the author".
    pub(crate) subjects: Vec<&'t str>,
    /// "Senior Fellow".
    pub(crate) role: Option<&'t str>,
    /// "Maritime Order Programme".
    pub(crate) unit: Option<&'t str>,
    /// "Coastal Policy Institute".
    pub(crate) organisation: Option<&'t str>,
    /// The role holds a word for what somebody does: needed where nothing else says that this is a bio.
    pub(crate) telling: bool,
}

/// What joins the subject of a bio and what is said of it. The flag: a role follows.
const COPULAS: &[(&str, bool)] = &[
    (" is ", true),
    (" was ", true),
    (" are ", true),
    (" were ", true),
    (" has been ", true),
    (" serves as ", true),
    (" works as ", true),
    (" served as ", true),
    (" teaches ", false),
    (" works ", false),
    (" heads ", false),
    (" leads ", false),
    (" directs ", false),
    (" writes ", false),
    (" covers ", false),
    (" reports ", false),
    (" holds ", false),
    (" specialises ", false),
    (" specializes ", false),
];

/// Reads the first sentence of a bio. Bullets, asterisks and dashes before it do not matter.
pub(crate) fn parse(line: &str) -> Option<Bio<'_>> {
    if line.len() > LONGEST {
        return None;
    }
    let line = without_marks(line);
    let (at, copula, role_follows) = first_copula(line)?;
    let subjects = subjects(line.get(..at)?)?;
    let rest = line.get(at + copula.len()..)?;
    if !role_follows {
        let organisation = organisation(rest.get(..sentence_end(rest))?);
        return Some(Bio { subjects, role: None, unit: None, organisation, telling: false });
    }
    let rest = rest.get(..sentence_end(rest))?;
    let rest = without_leading(rest, &["currently ", "also ", "now ", "presently ", "both "]);
    let article = without_leading(rest, &["an ", "a ", "the "]);
    let (role, unit, organisation) = taken_apart(article);
    let telling = role.is_some_and(names::has_role_word);
    let said = article.len() < rest.len() || telling || role.is_some_and(is_capitalised);
    said.then_some(Bio { subjects, role, unit, organisation, telling })
}

/// A subject is not longer than this.
const LONGEST_SUBJECT: usize = 240;

/// The first copula of a line: where it stands, itself, and whether a role follows it.
fn first_copula(line: &str) -> Option<(usize, &'static str, bool)> {
    let gaps = line.bytes().enumerate().take(LONGEST_SUBJECT).filter(|(_, byte)| *byte == b' ').map(|(at, _)| at);
    gaps.into_iter().find_map(|at| {
        let rest = line.get(at..)?;
        let found = COPULAS.iter().find(|(copula, _)| strip_prefix(rest, copula).is_some())?;
        Some((at, found.0, found.1))
    })
}

/// Without bullets and the like.
pub(crate) fn without_marks(line: &str) -> &str {
    line.trim_start_matches(|edge: char| {
        is_blank(edge)
            || matches!(edge, '•' | '*' | '·' | '-' | '–' | '—' | '_' | '†' | '‡' | '¹' | '²' | '[' | '◦' | '▪')
    })
}

/// Whether a line begins with a mark that bios have and paragraphs have not.
pub(crate) fn has_mark(line: &str) -> bool {
    let line = line.trim_start_matches(is_blank);
    line.starts_with(['•', '*', '†', '‡', '·', '—', '–']) || line.starts_with("- ") || line.starts_with("[*")
}

fn without_leading<'t>(words: &'t str, leading: &[&str]) -> &'t str {
    let mut rest = words.trim_start();
    for word in leading {
        if let Some(bare) = strip_prefix(rest, word) {
            rest = bare.trim_start();
        }
    }
    rest
}

fn subjects(words: &str) -> Option<Vec<&str>> {
    let words = words.trim_matches(|edge: char| is_blank(edge) || matches!(edge, '*' | '_' | ','));
    if words.len() > 160 {
        return None;
    }
    if matches!(
        folded(words).as_str(),
        "the author" | "the authors" | "the writer" | "the writers" | "the reviewer" | "this author"
    ) {
        return Some(Vec::new());
    }
    let mut subjects = Vec::new();
    for part in words.split(", ").flat_map(|part| part.split(" and ")).flat_map(|part| part.split(" & ")) {
        let part = part.strip_prefix("and ").unwrap_or(part);
        // "Ilse Marwood (@imarwood)"
        let name = part.find(" (").map_or(part, |open| part.get(..open).unwrap_or(part));
        let name = names::without_title(name.trim_matches(is_blank));
        if matches!(name.to_ascii_lowercase().trim_end_matches('.'), "phd" | "ph.d" | "md" | "jr" | "sr") {
            continue;
        }
        if !names::has_shape_of_person(name) {
            return None;
        }
        subjects.push(name);
    }
    (!subjects.is_empty()).then_some(subjects)
}

/// A stop that ends a sentence: before white space or the end, not after one letter or a short title.
pub(crate) fn sentence_end(words: &str) -> usize {
    let ends = words.match_indices('.').map(|(at, _)| at).find(|at| {
        let after = words.get(at + 1..).and_then(|rest| rest.chars().next());
        let word =
            words.get(..*at).unwrap_or_default().split(|gap: char| gap.is_whitespace() || gap == '.').next_back();
        let short = word.is_some_and(|word| {
            word.chars().count() <= 1 || matches!(word, "St" | "Dr" | "Prof" | "Gen" | "Lt" | "Mr" | "Ms")
        });
        after.is_none_or(|next| next.is_whitespace() || matches!(next, '*' | '_' | ')' | ']'))
            && !(short && after.is_some())
    });
    ends.unwrap_or(words.len())
}

type Parts<'t> = (Option<&'t str>, Option<&'t str>, Option<&'t str>);

/// "Senior Fellow with the Programme at the Institute": role, unit, organisation.
fn taken_apart(words: &str) -> Parts<'_> {
    const ENDS: &[&str] = &[
        " who ",
        " which ",
        " whose ",
        " where ",
        " and a ",
        " and an ",
        " and the author",
        " and is ",
        " and former ",
        " and has ",
        " and co-",
        " and was ",
        " focusing ",
        " specialising ",
        " specializing ",
        " working ",
        " based ",
        "; ",
        " (",
        ", where ",
        ", who ",
        ", a ",
        ", an ",
        ", and ",
        " and author ",
        " and teaches ",
        " and visiting ",
        " and works ",
        ", focusing ",
        ", specialising ",
    ];
    let end = ENDS.iter().filter_map(|end| find(words, end)).min().unwrap_or(words.len());
    let words = words
        .get(..end)
        .unwrap_or_default()
        .trim_matches(|edge: char| is_blank(edge) || matches!(edge, ',' | '.' | '*' | '_' | ')' | ']'));
    let joint = [" at ", " with ", "\u{A0}at\u{A0}", "\u{A0}with\u{A0}"]
        .iter()
        .filter_map(|joint| find(words, joint).map(|at| (at, joint.len())))
        .min();
    let joint = joint.or_else(|| {
        // "Director of the Harbour Foundation", "correspondent for the Harbour Courier", "Professor in the Department of X"
        [" of the ", " for the ", " in the ", " of ", " for "].iter().find_map(|joint| {
            let at = find(words, joint)?;
            let rest = without_leading(words.get(at + joint.len()..)?, &["the "]);
            names::is_institution(first_chunk(rest)).then_some((at, joint.len()))
        })
    });
    let Some((at, length)) = joint else {
        let role = words.split(", ").next().filter(|role| !role.is_empty() && role.len() <= 120);
        // "Senior Fellow, Coastal Policy Institute"
        let organisation =
            words.split_once(", ").map(|(_, rest)| first_chunk(rest)).filter(|rest| names::is_institution(rest));
        return (role, None, organisation);
    };
    let role = words
        .get(..at)
        .map(|role| role.trim_end_matches(|edge: char| is_blank(edge) || edge == ','))
        .filter(|role| !role.is_empty() && role.len() <= 160);
    let rest = words.get(at + length..).unwrap_or_default();
    let mut steps: Vec<&str> = Vec::new();
    for step in rest.split(" at ").flat_map(|step| step.split(" with ")).flat_map(|step| step.split(" in the ")) {
        steps.extend(
            without_place(step)
                .split(", ")
                .map(|step| without_leading(step, &["the "]))
                .filter(|step| names::has_shape_of_institution(step)),
        );
    }
    let named: Vec<&str> = steps.iter().copied().filter(|step| names::is_institution(step)).collect();
    // The last house named is the whole one: "the Programme at the Institute". Places after it name no house.
    let organisation = named.last().or(steps.first()).copied();
    let unit = named.first().copied().filter(|unit| Some(*unit) != organisation);
    (role, unit, organisation)
}

/// "Harbour Courier in Halm": the house without its town.
fn without_place(words: &str) -> &str {
    let house = find(words, " in ").and_then(|at| words.get(..at));
    house.filter(|house| names::is_institution(house.trim_start_matches("the "))).unwrap_or(words)
}

fn first_chunk(words: &str) -> &str {
    words.split(", ").next().unwrap_or(words)
}

/// The house in "teaches history at the University of Tern Bay".
fn organisation(words: &str) -> Option<&str> {
    let at =
        [" at ", " for ", " with "].iter().filter_map(|joint| find(words, joint).map(|at| at + joint.len())).min()?;
    let rest = without_leading(words.get(at..)?, &["the "]);
    let chunk = first_chunk(rest).split(" and has ").next()?;
    names::has_shape_of_institution(chunk).then_some(chunk)
}

#[cfg(test)]
mod tests;
