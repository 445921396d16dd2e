//! Turns of a transcript or interview: who speaks is told by labels that recur.

use std::collections::BTreeMap;

use rapporteur_core::{ByteRange, only_asks};

use crate::names;
use crate::trim::{is_blank, place};
use crate::words::{count, folded, is_capitalised, is_capitals};

/// A label at the beginning of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Label<'t> {
    /// As it stands, without colon and time code.
    pub(crate) speaker: &'t str,
    /// Time code: "00:34".
    pub(crate) time: Option<&'t str>,
    /// Byte of the line at which the speech begins; the length of the line where the label stands alone.
    pub(crate) body: usize,
}

const LONGEST: usize = 80;

/// Labels that are nobody's name.
const ROLES: &[&str] = &[
    "q",
    "a",
    "question",
    "answer",
    "moderator",
    "journalist",
    "interviewer",
    "interviewee",
    "host",
    "reporter",
    "operator",
    "chair",
    "chairman",
    "audience member",
    "audience",
    "speaker",
    "unidentified speaker",
    "interpreter",
    "president",
];

/// Words with a colon that are no speakers.
const NO_SPEAKERS: &[&str] = &[
    "note",
    "source",
    "sources",
    "update",
    "correction",
    "photo",
    "image",
    "read more",
    "also read",
    "related",
    "tags",
    "example",
    "warning",
    "date",
    "place",
    "location",
    "author",
    "authors",
    "by",
    "subject",
    "title",
    "summary",
    "abstract",
    "keywords",
    "key points",
    "first",
    "second",
    "third",
    "finally",
    "disclaimer",
    "editor's note",
    "http",
    "https",
    "ps",
];

/// The label a line begins with, if it has the shape of one.
pub(crate) fn label(line: &str) -> Option<Label<'_>> {
    let mut window = line.len().min(LONGEST * 2);
    while !line.is_char_boundary(window) {
        window -= 1;
    }
    let head = line.get(..window)?;
    let head = head.split('\n').next()?;
    coded(head, line).or_else(|| with_colon(head, line)).or_else(|| with_stop(head, line))
}

/// `Ilse Marwood (01:27):`, and without colon alone on a line.
fn coded<'t>(head: &'t str, line: &str) -> Option<Label<'t>> {
    let open = head.find('(')?;
    let close = open + head.get(open..)?.find(')')?;
    let time = head.get(open + 1..close)?;
    let clock = time.contains(':')
        && time.len() <= 11
        && time.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.'));
    let speaker = head.get(..open)?.trim_matches(is_blank);
    if !clock || !is_speaker(speaker) {
        return None;
    }
    let after = head.get(close + 1..)?;
    let colon = after.starts_with(':');
    let alone = after.trim_matches(is_blank).is_empty() && head.len() < LONGEST * 2;
    (colon || alone).then(|| Label {
        speaker,
        time: Some(time),
        body: body_after(line, close + 1 + usize::from(colon)),
    })
}

fn with_colon<'t>(head: &'t str, line: &str) -> Option<Label<'t>> {
    let colon = head.find(':')?;
    let speaker = head.get(..colon)?.trim_matches(|edge: char| is_blank(edge) || matches!(edge, '*' | '_'));
    let after = head.get(colon + 1..)?;
    // "2:09" and "https://" are no labels.
    let open = after.is_empty()
        || after.starts_with(|next: char| is_blank(next) || matches!(next, '*' | '_' | '“' | '"' | '('));
    if !open || !is_speaker(speaker) {
        return None;
    }
    Some(Label { speaker, time: None, body: body_after(line, colon + 1) })
}

/// `Mr. DURAND. Mr. Speaker, I rise …`: capitals and a stop.
fn with_stop<'t>(head: &'t str, line: &str) -> Option<Label<'t>> {
    let stop = head.match_indices(". ").map(|(at, _)| at).find(|at| {
        let before = head.get(..*at).unwrap_or_default();
        before.split_whitespace().next_back().is_some_and(|last| is_capitals(last) && !last.contains('.'))
    });
    // "Q. And then?" and "A. Nothing."
    let single = (head.starts_with("Q. ") || head.starts_with("A. ")).then_some(1);
    let stop = single.or(stop)?;
    let speaker = head.get(..stop)?.trim_matches(is_blank);
    let titled = speaker.split_whitespace().count() > 1
        && speaker.split_whitespace().rev().take(1).all(is_capitals)
        && names::without_title(speaker).len() < speaker.len()
        && names::without_title(speaker).split_whitespace().all(is_capitals);
    if !(single.is_some() || titled) {
        return None;
    }
    Some(Label { speaker, time: None, body: body_after(line, stop + 1) })
}

fn body_after(line: &str, at: usize) -> usize {
    let rest = line.get(at..).unwrap_or_default();
    let skipped = rest.len() - rest.trim_start_matches(|edge: char| is_blank(edge) || matches!(edge, '*' | '_')).len();
    at + skipped
}

fn is_speaker(words: &str) -> bool {
    if words.is_empty() || words.len() > LONGEST || count(words) > 9 || NO_SPEAKERS.contains(&folded(words).as_str()) {
        return false;
    }
    if words.contains(['.', '?', '!', '“', '”', '"', ';', '[', '•'])
        && !words.split_whitespace().all(|word| !word.ends_with('.') || is_capitalised(word))
    {
        return false;
    }
    let key = key(words);
    let role = key.trim_end_matches(|last: char| last.is_ascii_digit() || last == ' ');
    let lead = words.split(',').next().unwrap_or(words);
    ROLES.contains(&role)
        || lead.split_whitespace().all(is_capitals)
        || (count(lead) <= 6 && (names::has_shape_of_person(lead) || names::has_shape_of_institution(lead)))
}

/// What two labels of one speaker have in common: the name without what follows a comma.
fn key(speaker: &str) -> String {
    folded(speaker.split([',', '(']).next().unwrap_or(speaker))
        .trim_matches(|edge: char| !edge.is_alphanumeric())
        .to_owned()
}

/// A line that may open with a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line<'t> {
    pub(crate) label: Option<Label<'t>>,
    /// Whether its last sentence asks.
    pub(crate) asks: bool,
}

/// Whether lines are a transcript. `stated` says that the headline or the category calls it an interview or transcript.
pub(crate) fn is_transcript(lines: &[Line<'_>], stated: bool) -> bool {
    let turns = turns_by_speaker(lines);
    let recurring = turns.values().filter(|count| **count >= 2).count();
    let total: usize = turns.values().sum();
    let dense = total * 6 >= lines.len();
    let asked = || asks_by_label(&turns) || (0..lines.len()).any(|index| is_question_before_label(lines, index));
    let few = total >= 2 && recurring >= 1 && (stated || dense && asked());
    few || recurring >= 2 && total >= 4 && dense
}

/// Which lines are questions that nobody's label opens, each before its answer: none where askers have a label.
pub(crate) fn questions(lines: &[Line<'_>]) -> Vec<bool> {
    let labelled = asks_by_label(&turns_by_speaker(lines));
    (0..lines.len()).map(|index| !labelled && is_question_before_label(lines, index)).collect()
}

fn turns_by_speaker(lines: &[Line<'_>]) -> BTreeMap<String, usize> {
    let mut turns = BTreeMap::new();
    for label in lines.iter().filter_map(|line| line.label.as_ref()) {
        *turns.entry(key(label.speaker)).or_default() += 1;
    }
    turns
}

fn asks_by_label(turns: &BTreeMap<String, usize>) -> bool {
    turns.keys().any(|key| only_asks(key))
}

fn is_question_before_label(lines: &[Line<'_>], index: usize) -> bool {
    let asks = lines.get(index).is_some_and(|line| line.label.is_none() && line.asks);
    asks && lines.get(index + 1).is_some_and(|line| line.label.is_some())
}

/// Speech without the stage directions at its ends; `None` where nothing else is there.
pub(crate) fn without_directions(text: &str, at: ByteRange) -> Option<ByteRange> {
    let mut words = at.slice(text)?;
    let whole = words;
    loop {
        words = words.trim_matches(is_blank);
        let shorter = direction_first(words).or_else(|| direction_last(words));
        match shorter {
            Some(rest) => words = rest,
            None => break,
        }
    }
    (!words.is_empty()).then(|| place(whole, words, at.start))
}

/// Whether a line is nothing but a stage direction: "(Laughter.)", "[Applause.]", "(The briefing ended at 2:31 p.m.)".
pub(crate) fn is_direction(words: &str) -> bool {
    direction_first(words.trim_matches(is_blank)).is_some_and(|rest| rest.trim_matches(is_blank).is_empty())
}

const DIRECTION: usize = 120;

fn direction_first(words: &str) -> Option<&str> {
    let close = match words.chars().next()? {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    let end = words.find(close).filter(|end| *end <= DIRECTION)?;
    let inside = words.get(1..end)?;
    // "[Our] ministry": an insertion into a sentence, not a direction.
    let direction = is_capitalised(inside)
        && (words.get(end + 1..)?.trim_start().is_empty() || inside.ends_with('.') || is_known_direction(inside));
    direction.then(|| words.get(end + 1..)).flatten()
}

fn direction_last(words: &str) -> Option<&str> {
    let open = match words.chars().next_back()? {
        ')' => '(',
        ']' => '[',
        _ => return None,
    };
    let start = words.rfind(open).filter(|start| words.len() - start <= DIRECTION)?;
    let inside = words.get(start + 1..words.len() - 1)?;
    (is_capitalised(inside) && (inside.ends_with('.') || is_known_direction(inside)))
        .then(|| words.get(..start))
        .flatten()
}

fn is_known_direction(inside: &str) -> bool {
    const DIRECTIONS: &[&str] = &[
        "laughter",
        "applause",
        "off-mike",
        "off mike",
        "inaudible",
        "crosstalk",
        "pause",
        "silence",
        "laughs",
        "music",
        "unintelligible",
        "in progress",
        "break",
        "via interpreter",
        "through interpreter",
        "speaks in",
        "cheers",
    ];
    let inside = folded(inside);
    DIRECTIONS.iter().any(|direction| inside.starts_with(direction))
}

#[cfg(test)]
mod tests;
