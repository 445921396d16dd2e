//! Elements that a site's rules say name who published the text first.

use rapporteur_core::ByteRange;
use rapporteur_core::{Apparatus, ApparatusKind, Candidate, Metadata, Origin};
use rapporteur_prose::LineHint;

use crate::apply::Applied;
use crate::content::lines::Lines;

/// Longer words name nobody.
const LONGEST_NAME: usize = 120;

/// Makes source notes of the lines of those elements; the names they give, in page order.
pub(crate) fn mark(applied: &Applied, lines: &Lines, hints: &mut [Option<LineHint>]) -> Vec<String> {
    let mut names = Vec::new();
    for (line, hint) in lines.lines.iter().zip(hints) {
        // The elements are in page order.
        if applied.source_line.binary_search(&line.context.role_at).is_err() {
            continue;
        }
        *hint = Some(LineHint::Apparatus(ApparatusKind::SourceNote));
        let words = line.at.slice(&lines.text).unwrap_or_default().trim();
        let label = applied.source_labels.iter().find(|label| words.starts_with(label.as_str()));
        let name = label.map_or(words, |label| words.get(label.len()..).unwrap_or_default());
        let name = name.trim_matches(|edge: char| edge.is_whitespace() || ":.,–—-".contains(edge));
        if !name.is_empty() && name.len() <= LONGEST_NAME && (label.is_some() || !words.contains(':')) {
            names.push(name.to_owned());
        }
    }
    names
}

/// The first of the names is the origin, where the note's own wording did not give one.
pub(crate) fn name(
    names: &[String],
    text: &str,
    apparatus: &[Apparatus<ByteRange>],
    metadata: &mut Metadata<ByteRange>,
) {
    let (Some(name), None) = (names.first(), &metadata.origin) else { return };
    let mut notes = apparatus.iter().filter(|piece| piece.kind == ApparatusKind::SourceNote);
    let start = notes.find_map(|note| Some(note.at.start + note.at.slice(text)?.find(name.as_str())?));
    let at = start.map(|start| ByteRange::new(start, start + name.len()));
    metadata.candidates.push(Candidate {
        field: "origin".to_owned(),
        value: name.clone(),
        origin: "rules source_line".to_owned(),
        chosen: true,
        reason: None,
        at,
        source: None,
    });
    metadata.origin = Some(Origin { name: name.clone(), actor: None, at });
}
