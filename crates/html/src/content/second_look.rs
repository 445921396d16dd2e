//! What only a line's neighbours or the whole text can tell: notes below their heading, quotations that repeat the article,
//! headings of furniture.

use rapporteur_core::ApparatusKind;
use rapporteur_prose::LineHint;

use super::classify::fold;
use super::lines::PageLine;

/// Corrects the hints of all lines, each looked at alone so far.
pub(super) fn look(lines: &[PageLine], text: &str, hints: &mut [Option<LineHint>]) {
    notes_below_their_heading(lines, text, hints);
    pull_quotes(lines, text, hints);
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

fn pull_quotes(lines: &[PageLine], text: &str, hints: &mut [Option<LineHint>]) {
    let quotations: Vec<usize> = hints
        .iter()
        .enumerate()
        .filter(|(_, hint)| matches!(hint, Some(LineHint::Quotation | LineHint::Apparatus(ApparatusKind::Other))))
        .map(|(index, _)| index)
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
    for index in quotations {
        let words = lines.get(index).and_then(|line| line.at.slice(text)).map(fold).unwrap_or_default();
        if words.len() >= 20
            && body.contains(&words)
            && let Some(hint) = hints.get_mut(index)
        {
            *hint = Some(LineHint::Apparatus(ApparatusKind::PullQuote));
        }
    }
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
