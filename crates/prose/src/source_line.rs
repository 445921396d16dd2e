//! Who published a text first: "Source: This article was published by the Coastal Policy Institute."

use crate::trim::is_blank;
use crate::words::{find, strip_prefix};

/// A line that says where a text comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SourceNote<'t> {
    /// Who published it first, without "the"; a slice of the line. `None` where the line names nobody.
    pub(crate) name: Option<&'t str>,
    /// A whole sentence about this text. "Source: X" alone may also stand under a table.
    pub(crate) sentence: bool,
}

const LONGEST: usize = 500;

/// What texts call themselves.
const PIECES: &[&str] = &[
    "article",
    "piece",
    "essay",
    "commentary",
    "op-ed",
    "oped",
    "analysis",
    "interview",
    "text",
    "report",
    "column",
    "post",
    "story",
    "paper",
    "brief",
    "blog",
    "review",
    "speech",
    "opinion",
    "editorial",
    "work",
    "excerpt",
    "feature",
    "study",
    "news",
    "content",
    "item",
];

/// Of those, what an article also reports about.
const REPORTED: &[&str] =
    &["report", "paper", "brief", "review", "speech", "opinion", "work", "study", "news", "content", "item", "feature"];

/// How they say that somebody had them first; what follows is the name.
const PUBLISHED: &[&str] = &[
    "published by",
    "published in",
    "published on",
    "published at",
    "published with",
    "appeared in",
    "appeared on",
    "appeared at",
    "appears in",
    "appears on",
    "posted on",
    "posted at",
    "posted by",
    "printed in",
    "released by",
    "produced by",
    "carried by",
    "written for",
    "provided by",
    "republished from",
    "reprinted from",
    "taken from",
    "adapted from",
    "issued by",
    "distributed by",
];

/// Beginnings after which the name follows at once.
const BEGINNINGS: &[&str] = &[
    "republished with permission from ",
    "republished with the permission of ",
    "republished from ",
    "republished by permission of ",
    "reprinted with permission from ",
    "reprinted with the permission of ",
    "reprinted from ",
    "originally published by ",
    "originally published in ",
    "originally published on ",
    "originally published at ",
    "originally appeared in ",
    "originally appeared on ",
    "first published by ",
    "first published in ",
    "first published on ",
    "first published at ",
    "first appeared in ",
    "courtesy of ",
    "courtesy: ",
    "this article is courtesy of ",
    "article courtesy of ",
];

/// Beginnings of notes on where a text comes from that name no publisher.
const WITHOUT_NAME: &[&str] = &[
    "with input from",
    "with inputs from",
    "with agency input",
    "with reporting by",
    "with agencies",
    "this is a transcript of",
    "this is an edited transcript",
    "this is an excerpt from",
    "a version of this article appeared in print",
];

/// What a line says about where its text comes from.
pub(crate) fn parse(line: &str) -> Option<SourceNote<'_>> {
    let line = line.trim_matches(|edge: char| {
        is_blank(edge) || matches!(edge, '*' | '_' | '•' | '(' | ')' | '[' | ']' | '–' | '—')
    });
    if line.len() > LONGEST || line.is_empty() {
        return None;
    }
    if let Some(rest) = strip_prefix(line, "source:").or_else(|| strip_prefix(line, "sources:")) {
        let rest = rest.trim_matches(is_blank);
        return Some(sentence(rest).unwrap_or_else(|| {
            let name = rest.strip_suffix("(PDF)").or_else(|| rest.strip_suffix("(pdf)")).unwrap_or(rest);
            SourceNote { name: self::name(name), sentence: false }
        }));
    }
    if let Some(found) = sentence(line) {
        return Some(found);
    }
    if let Some(at) = find(line, " is the source").filter(|at| line.len() - at <= " is the source.".len() + 2) {
        return Some(SourceNote { name: name(line.get(..at)?), sentence: false });
    }
    is_domain(line).then_some(SourceNote { name: Some(line), sentence: false })
}

fn sentence(line: &str) -> Option<SourceNote<'_>> {
    if let Some(rest) = BEGINNINGS.iter().find_map(|beginning| strip_prefix(line, beginning)) {
        return Some(SourceNote { name: name(rest), sentence: true });
    }
    if WITHOUT_NAME.iter().any(|beginning| strip_prefix(line, beginning).is_some()) {
        return Some(SourceNote { name: None, sentence: true });
    }
    // "This article", "A longer version of this essay", "The piece": the subject must be the text itself.
    let subject_end = line.char_indices().nth(60).map_or(line.len(), |(at, _)| at);
    let subject = line.get(..subject_end)?;
    let mut tokens = subject.split_whitespace();
    let first = tokens.next()?.to_ascii_lowercase();
    let bare = |token: &str| token.trim_matches(|edge: char| !edge.is_alphanumeric()).to_ascii_lowercase();
    let piece = |token: &str| PIECES.contains(&bare(token).as_str());
    let itself = match first.as_str() {
        "this" => tokens.take(2).any(piece),
        // "The report was published by the ministry" is news; "the article" is the text at hand.
        "the" => tokens.take(2).any(|token| piece(token) && !REPORTED.contains(&bare(token).as_str())),
        "a" | "an" => find(subject, "version of th").is_some() && tokens.any(piece),
        _ => false,
    };
    if !itself {
        return None;
    }
    let (at, verb) = PUBLISHED.iter().filter_map(|verb| find(line, verb).map(|at| (at, verb))).min()?;
    // "The paper published by the ministry says …": a note about the text itself has its verb in the passive or perfect.
    let before = line.get(..at)?.trim_end();
    let last = before.split_whitespace().next_back().unwrap_or_default().to_ascii_lowercase();
    let helper = matches!(
        last.as_str(),
        "was" | "is" | "been" | "first" | "originally" | "has" | "previously" | "also" | "initially"
    );
    // "The article, which was published on Monday, named no culprit": told in passing, of another text than "this article".
    let passing = first == "the" && before.split_whitespace().any(|word| matches!(word, "which" | "that"));
    let appeared = verb.starts_with("appear") || *verb == "posted on";
    if passing || !(helper || (appeared && piece(&last))) {
        return None;
    }
    let rest = line.get(at + verb.len()..)?.trim_start();
    Some(SourceNote { name: name(rest), sentence: true })
}

/// The name at the beginning of what follows "published by".
fn name(rest: &str) -> Option<&str> {
    const ENDS: &[&str] = &[
        " and is ",
        " and has ",
        " and was ",
        " and appears",
        " and republished",
        " and reproduced",
        " and can be ",
        " under ",
        " with permission",
        " with the permission",
        " with their permission",
        " as part of",
        " as a ",
        " on ",
        " in its ",
        " here",
        " at http",
        ": http",
        " http",
        " (",
        ", and ",
        ", a ",
        ", the ",
        ", on ",
        ", under ",
        ", where ",
        ", which ",
        ", is ",
        ", has ",
        "; ",
        " | ",
        " by permission",
        " via ",
        "*",
    ];
    let mut name = rest.trim_matches(|edge: char| is_blank(edge) || matches!(edge, '*' | '_' | '"' | '“' | '”'));
    for article in ["the ", "an ", "a "] {
        if let Some(bare) = strip_prefix(name, article) {
            name = bare.trim_start();
            break;
        }
    }
    let end = ENDS.iter().filter_map(|end| find(name, end)).chain(sentence_end(name)).min().unwrap_or(name.len());
    let name = name.get(..end)?;
    let name = name.trim_matches(|edge: char| {
        is_blank(edge) || matches!(edge, '.' | ',' | ':' | '"' | '“' | '”' | '_' | '[' | ']')
    });
    let fits = !name.is_empty() && name.len() <= 120 && (crate::words::is_capitalised(name) || is_domain(name));
    (fits && crate::words::count(name) <= 12).then_some(name)
}

/// A stop before white space, not after one letter ("U. S.").
fn sentence_end(words: &str) -> Option<usize> {
    words.match_indices(". ").map(|(at, _)| at).find(|at| {
        let before = words.get(..*at).unwrap_or_default();
        before
            .split(|gap: char| gap.is_whitespace() || gap == '.')
            .next_back()
            .is_some_and(|word| word.chars().count() > 1)
    })
}

/// "paper.example", "www.paper.example/": nothing but the name of a host.
fn is_domain(line: &str) -> bool {
    let host = line.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/');
    let parts: Vec<&str> = host.split('.').collect();
    (2..=5).contains(&parts.len())
        && host.len() <= 80
        && parts
            .iter()
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'))
        && parts.last().is_some_and(|last| last.len() >= 2 && last.bytes().all(|byte| byte.is_ascii_lowercase()))
        && parts.first().is_some_and(|first| first.len() >= 2)
}

#[cfg(test)]
mod tests;
