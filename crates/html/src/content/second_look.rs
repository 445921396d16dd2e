//! What only a line's neighbours or the whole text can tell: notes below their heading, quotations that repeat the article,
//! headings of furniture.

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_core::ApparatusKind;
use rapporteur_prose::LineHint;

use super::classify::{Zone, fold, is_numbered};
use super::lines::PageLine;
use super::standfirst;
use crate::page::{NodeId, Page, name};

/// Corrects the hints of all lines, each looked at alone so far.
pub(super) fn look(page: &Page, lines: &[PageLine], text: &str, zones: &[Zone], hints: &mut [Option<LineHint>]) {
    standfirst::paragraph_over_byline(lines, zones, hints);
    notes_below_their_heading(lines, text, hints);
    pull_quotes(lines, text, hints);
    teasers(page, lines, text, hints);
    captions_told_twice(page, lines, text, hints);
    linked_sentences(page, lines, text, hints);
    headings_of_boxes(page, lines, hints);
    headings_of_furniture(hints);
}

/// Headings of the notes at the end.
const NOTES: &[&str] = &["endnotes", "footnotes", "notes", "notesandreferences"];

/// Numbered lines below a heading "Endnotes" are notes, up to the first line that is none.
fn notes_below_their_heading(lines: &[PageLine], text: &str, hints: &mut [Option<LineHint>]) {
    let mut among_notes = false;
    for (line, hint) in lines.iter().zip(hints.iter_mut()) {
        let words = line.at.slice(text).unwrap_or_default();
        match hint {
            Some(LineHint::Heading(_) | LineHint::Bold) if NOTES.contains(&fold(words).as_str()) => {
                among_notes = true;
                *hint = Some(LineHint::Apparatus(ApparatusKind::Other));
            }
            Some(LineHint::Paragraph | LineHint::ListItem(_)) if among_notes => {
                among_notes = words.starts_with(|first: char| first.is_ascii_digit() || first == '[')
                    || matches!(hint, Some(LineHint::ListItem(_)));
                if among_notes {
                    *hint = Some(LineHint::Footnote);
                }
            }
            Some(LineHint::Footnote | LineHint::Apparatus(_)) | None => {}
            Some(_) => among_notes = false,
        }
    }
}

/// A quotation that repeats words of the article is there for display. At most this many are looked for.
const MOST_QUOTATIONS: usize = 64;
/// Letters below which words are repeated by chance.
const SHORTEST_QUOTATION: usize = 20;

fn pull_quotes(lines: &[PageLine], text: &str, hints: &mut [Option<LineHint>]) {
    let is_quotation =
        |hint: &Option<LineHint>| matches!(hint, Some(LineHint::Quotation | LineHint::Apparatus(ApparatusKind::Other)));
    let quotations: Vec<(usize, String)> = hints
        .iter()
        .enumerate()
        .filter(|(_, hint)| is_quotation(hint))
        .filter_map(|(index, _)| Some((index, fold(lines.get(index)?.at.slice(text)?))))
        .filter(|(_, words)| words.len() >= SHORTEST_QUOTATION)
        .take(MOST_QUOTATIONS)
        .collect();
    if quotations.is_empty() {
        return;
    }
    let mut body = String::new();
    for (line, hint) in lines.iter().zip(hints.iter()) {
        if matches!(hint, Some(LineHint::Paragraph | LineHint::Bold | LineHint::ListItem(_))) {
            body.push_str(&fold(line.at.slice(text).unwrap_or_default()));
            body.push(' ');
        }
    }
    for (index, words) in quotations {
        if body.contains(&words)
            && let Some(hint) = hints.get_mut(index)
        {
            *hint = Some(LineHint::Apparatus(ApparatusKind::PullQuote));
        }
    }
}

/// A text under the link to another article has at most this many bytes.
const LONGEST_TEASER: usize = 260;
/// A list of teasers has at least so many.
const FEWEST_TEASERS: usize = 3;

/// Links to other articles with a sentence below each: the sentences are theirs, and the label over the list is too.
fn teasers(page: &Page, lines: &[PageLine], text: &str, hints: &mut [Option<LineHint>]) {
    let words = |index: usize| lines.get(index).and_then(|line| line.at.slice(text)).unwrap_or_default();
    let is_link = |index: usize, hints: &[Option<LineHint>]| {
        let linked = lines.get(index).is_some_and(|line| line.linked * 10 >= words(index).len() * 8);
        matches!(hints.get(index), Some(Some(LineHint::Apparatus(ApparatusKind::Related))))
            || (linked && matches!(hints.get(index), Some(Some(LineHint::Heading(_)))) && !is_numbered(words(index)))
    };
    // What stands beside the article's paragraphs is one of them, however short.
    let parent = |index: usize| lines.get(index).and_then(|line| page.parent(line.context.block));
    let main = main_parent(page, lines, text, hints);
    let is_short = |index: usize, hints: &[Option<LineHint>]| {
        let plain = matches!(hints.get(index), Some(Some(LineHint::Paragraph | LineHint::Bold | LineHint::Heading(_))));
        // A numbered heading begins the next item of what the article goes through.
        let is_next = matches!(hints.get(index), Some(Some(LineHint::Heading(_)))) && is_numbered(words(index));
        plain && !is_next && words(index).len() <= LONGEST_TEASER && parent(index) != main
    };
    let mut index = 0;
    while index < lines.len() {
        if !is_link(index, hints) {
            index += 1;
            continue;
        }
        let (start, mut end, mut links, mut texts, mut alone) = (index, index, 0, 0, 0);
        while end < lines.len() {
            if hints.get(end).is_none_or(Option::is_none) {
                end += 1;
            } else if is_link(end, hints) {
                (links, alone, end) = (links + 1, 0, end + 1);
            } else if alone < 2 && is_short(end, hints) {
                (texts, alone, end) = (texts + 1, alone + 1, end + 1);
            } else {
                break;
            }
        }
        // A paragraph that follows the last link belongs to it only where the others have one too.
        if links >= FEWEST_TEASERS && texts >= 2 && texts <= links * 2 {
            let label = start.checked_sub(1).filter(|over| is_short(*over, hints) && is_label(words(*over)));
            for at in label.into_iter().chain(start..end) {
                if let Some(hint) = hints.get_mut(at).filter(|hint| hint.is_some()) {
                    *hint = Some(LineHint::Apparatus(ApparatusKind::Related));
                }
            }
        }
        index = end.max(index + 1);
    }
}

/// A picture's words stand below it and, on some pages, over it as well.
/// Whether the caption in the line before or after begins with these words (folded) and goes on with its credit.
fn is_beside_its_caption(words: &str, index: usize, lines: &[PageLine], text: &str, captions: &[bool]) -> bool {
    let is_told = |at: Option<usize>| {
        at.filter(|at| captions.get(*at) == Some(&true))
            .and_then(|at| lines.get(at)?.at.slice(text))
            .is_some_and(|caption| caption.len() <= 2 * LONGEST_TEASER && fold(caption).starts_with(words))
    };
    is_told(index.checked_sub(1)) || is_told(index.checked_add(1))
}

fn captions_told_twice(page: &Page, lines: &[PageLine], text: &str, hints: &mut [Option<LineHint>]) {
    let is_caption = |hint: &Option<LineHint>| {
        matches!(hint, Some(LineHint::Caption | LineHint::Apparatus(ApparatusKind::CaptionCredit)))
    };
    let words = |line: &PageLine| line.at.slice(text).map(fold).filter(|folded| folded.len() >= 15);
    let captions: BTreeSet<String> = lines
        .iter()
        .zip(hints.iter())
        .filter(|(_, hint)| is_caption(hint))
        .filter_map(|(line, _)| words(line))
        .collect();
    if captions.is_empty() {
        return;
    }
    let main = main_parent(page, lines, text, hints);
    let places: Vec<bool> = hints.iter().map(is_caption).collect();
    for (index, (line, hint)) in lines.iter().zip(hints.iter_mut()).enumerate() {
        if line.at.len() > 400 || !matches!(hint, Some(LineHint::Paragraph | LineHint::Bold)) {
            continue;
        }
        // Some captions are made of the article's own sentences.
        let apart = page.parent(line.context.block) != main;
        let told = |folded: &String| {
            (apart && captions.contains(folded)) || is_beside_its_caption(folded, index, lines, text, &places)
        };
        if words(line).as_ref().is_some_and(told) {
            *hint = Some(LineHint::Apparatus(ApparatusKind::CaptionCredit));
        }
    }
}

/// A paragraph that is one link and a sentence, between two paragraphs, is the article's all the same.
fn linked_sentences(page: &Page, lines: &[PageLine], text: &str, hints: &mut [Option<LineHint>]) {
    for index in 0..lines.len() {
        let (Some(line), Some(Some(LineHint::Apparatus(ApparatusKind::Related)))) =
            (lines.get(index), hints.get(index))
        else {
            continue;
        };
        let words = line.at.slice(text).unwrap_or_default();
        let is_sentence = line.role.may_hold_body()
            && page.is(line.context.block, name::P)
            && line.context.list == 0
            && line.bold * 2 < words.len()
            && words.split_whitespace().nth(if words.ends_with(':') { 2 } else { 5 }).is_some()
            && words.ends_with(['.', '?', '”', '"', ':']);
        let is_paragraph = |at: Option<usize>| {
            at.is_some_and(|at| {
                matches!(hints.get(at), Some(Some(LineHint::Paragraph)))
                    && lines.get(at).is_some_and(|line| line.at.len() >= 60)
            })
        };
        let before = (0..index).rev().find(|at| hints.get(*at).is_some_and(Option::is_some));
        let after = (index + 1..lines.len()).find(|at| hints.get(*at).is_some_and(Option::is_some));
        let is = |at: Option<usize>, wanted: fn(LineHint) -> bool| {
            at.and_then(|at| hints.get(at).copied().flatten()).is_some_and(wanted)
        };
        // A link that begins in the middle of the sentence is one in a sentence, before a heading too; what ends in a
        // colon says who is quoted below.
        let begins_plain = !begins_with_link(page, line);
        let goes_on = is_paragraph(after) && !words.ends_with(':')
            || (begins_plain && is(after, |hint| matches!(hint, LineHint::Heading(_))))
            || (words.ends_with(':') && is(after, |hint| hint == LineHint::Quotation));
        if is_sentence
            && is_paragraph(before)
            && goes_on
            && let Some(hint) = hints.get_mut(index)
        {
            *hint = Some(LineHint::Paragraph);
        }
    }
}

/// Whether the line's first words are a link.
fn begins_with_link(page: &Page, line: &PageLine) -> bool {
    std::iter::once(line.first).chain(page.ancestors(line.first)).take(6).any(|node| page.is(node, name::A))
}

/// A heading with nothing of the article in the element that holds it, but with furniture, is the furniture's.
fn headings_of_boxes(page: &Page, lines: &[PageLine], hints: &mut [Option<LineHint>]) {
    for index in 0..lines.len() {
        let (Some(line), Some(Some(LineHint::Heading(_)))) = (lines.get(index), hints.get(index)) else { continue };
        let Some(parent) = page.parent(line.context.block) else { continue };
        let inside = |other: usize| lines.get(other).is_some_and(|other| page.is_within(other.first, parent));
        let hint = |other: usize| hints.get(other).copied().flatten();
        let is_first = index.checked_sub(1).is_none_or(|before| !inside(before));
        let below: Vec<LineHint> =
            (index + 1..lines.len()).take(12).take_while(|other| inside(*other)).filter_map(hint).collect();
        let first = below.first().copied();
        if let (true, Some(LineHint::Apparatus(kind))) = (is_first, first)
            && below.iter().all(|hint| matches!(hint, LineHint::Apparatus(_)))
            && below.len() < 12
            && let Some(hint) = hints.get_mut(index)
        {
            *hint = Some(LineHint::Apparatus(kind));
        }
    }
}

/// The element that most of the article's paragraphs stand in.
fn main_parent(page: &Page, lines: &[PageLine], text: &str, hints: &[Option<LineHint>]) -> Option<NodeId> {
    let mut letters: BTreeMap<NodeId, usize> = BTreeMap::new();
    for (line, hint) in lines.iter().zip(hints) {
        let long = line.at.slice(text).is_some_and(|words| words.len() >= 80);
        if let (true, Some(LineHint::Paragraph), Some(parent)) = (long, hint, page.parent(line.context.block)) {
            *letters.entry(parent).or_default() += line.at.len();
        }
    }
    letters.into_iter().max_by_key(|(parent, letters)| (*letters, std::cmp::Reverse(*parent))).map(|(parent, _)| parent)
}

/// Few words without a stop.
fn is_label(words: &str) -> bool {
    words.len() <= 60 && !words.trim_end().ends_with(['.', '!', '?', '”', '"', ','])
}

/// A heading with nothing below it but furniture is the furniture's.
fn headings_of_furniture(hints: &mut [Option<LineHint>]) {
    let mut below: Option<ApparatusKind> = Some(ApparatusKind::Other);
    for hint in hints.iter_mut().rev() {
        match hint {
            Some(LineHint::Heading(_)) => {
                if let Some(kind) = below {
                    *hint = Some(LineHint::Apparatus(kind));
                }
            }
            Some(LineHint::Apparatus(kind)) => {
                let is_list = matches!(
                    kind,
                    ApparatusKind::Related
                        | ApparatusKind::Newsletter
                        | ApparatusKind::Share
                        | ApparatusKind::CommentForm
                        | ApparatusKind::Navigation
                        | ApparatusKind::Bio
                );
                if below.is_some() && is_list {
                    below = Some(*kind);
                }
            }
            Some(_) => below = None,
            None => {}
        }
        // A heading that stays is body for what is above it.
        if matches!(hint, Some(LineHint::Heading(_))) {
            below = None;
        }
    }
}
