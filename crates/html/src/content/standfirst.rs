//! What stands at the beginning of the text and reads like a part of it: the paragraph between headline and byline.

use rapporteur_core::ApparatusKind;
use rapporteur_prose::LineHint;

use super::classify::Zone;
use super::lines::PageLine;

/// A standfirst is no longer, in bytes.
const LONGEST_STANDFIRST: usize = 320;
/// Paragraphs that the text still has below the byline.
const FEWEST_BELOW: usize = 3;

/// The one paragraph between the headline and the byline.
pub(super) fn paragraph_over_byline(lines: &[PageLine], zones: &[Zone], hints: &mut [Option<LineHint>]) {
    let Some(headline) = hints.iter().rposition(|hint| *hint == Some(LineHint::Headline)) else { return };
    let is_paragraph = |hint: &Option<LineHint>| *hint == Some(LineHint::Paragraph);
    let is_byline = |hint: &Option<LineHint>| *hint == Some(LineHint::Apparatus(ApparatusKind::Byline));
    let Some(paragraph) = (headline + 1..hints.len()).find(|at| hints.get(*at).is_some_and(is_open)) else { return };
    let Some(next) = (paragraph + 1..hints.len()).find(|at| hints.get(*at).is_some_and(Option::is_some)) else {
        return;
    };
    let short = lines.get(paragraph).is_some_and(|line| line.at.len() <= LONGEST_STANDFIRST);
    let named_before = hints.iter().take(paragraph).any(is_byline);
    let below = hints.iter().skip(next).filter(|hint| is_paragraph(hint)).count();
    let fits = zones.get(paragraph).is_some_and(|zone| matches!(zone, Zone::Header | Zone::Body))
        && hints.get(paragraph).is_some_and(is_paragraph)
        && hints.get(next).is_some_and(is_byline);
    if fits
        && short
        && !named_before
        && below >= FEWEST_BELOW
        && let Some(hint) = hints.get_mut(paragraph)
    {
        *hint = Some(LineHint::Apparatus(ApparatusKind::Standfirst));
    }
}

fn is_open(hint: &Option<LineHint>) -> bool {
    !matches!(hint, None | Some(LineHint::Apparatus(_) | LineHint::Headline | LineHint::Caption))
}
