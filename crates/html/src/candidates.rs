//! The values seen, as candidates of the draft.

use std::collections::BTreeMap;

use rapporteur_core::{ByteRange, Candidate, Metadata, SourceMap};

use crate::content::classify::fold;
use crate::content::lines::Lines;
use crate::metadata::dates::parse_date;
use crate::metadata::{Field, Found, authors};
use crate::page::NodeId;

pub(crate) fn keywords(found: &[Found]) -> Vec<String> {
    let mut keywords: Vec<String> = Vec::new();
    for one in found.iter().filter(|one| one.field == Field::Keywords) {
        for word in one.value.split([',', ';']).map(str::trim).filter(|word| !word.is_empty()) {
            if !keywords.iter().any(|known| known.eq_ignore_ascii_case(word)) {
                keywords.push(word.to_owned());
            }
        }
    }
    keywords
}

/// Adds the values seen in markup to those that the text gave, the chosen marked by what the document has in the end.
pub(crate) fn candidates(found: &[Found], lines: &Lines, decoded: &SourceMap, metadata: &mut Metadata<ByteRange>) {
    // What was handed over as known is here with its origin.
    metadata.candidates.retain(|candidate| candidate.origin != "markup");
    let places: BTreeMap<_, _> = lines.lines.iter().map(|line| (line.first, line.at)).collect();
    for one in found {
        let is_wanted = matches!(one.field, Field::Title | Field::Authors | Field::Published | Field::Modified);
        if !is_wanted {
            continue;
        }
        let chosen = match one.field {
            Field::Authors => {
                let names: Vec<String> = authors::split(&one.value).iter().map(|name| fold(name)).collect();
                one.reason.is_none() && metadata.authors.iter().any(|author| names.contains(&fold(&author.name)))
            }
            Field::Published => {
                one.chosen && metadata.published.is_some() && parse_date(&one.value) == metadata.published
            }
            _ => one.chosen,
        };
        // A visible element that is a line of the text stands there.
        let at = one.node.and_then(|node| {
            let line = places.range(node..).next().filter(|(first, _)| **first <= NodeId::after(node, 3))?;
            let words = line.1.slice(&lines.text)?;
            let start = words.find(one.value.as_str())?;
            Some(ByteRange::new(line.1.start + start, line.1.start + start + one.value.len()))
        });
        let source = one.source.filter(|_| at.is_none()).and_then(|source| {
            let (parts, _) = decoded.source_parts(source);
            Some(ByteRange::new(parts.first()?.start, parts.last()?.end))
        });
        metadata.candidates.push(Candidate {
            field: one.field.as_str().to_owned(),
            value: one.value.clone(),
            origin: one.origin.clone(),
            chosen,
            reason: one.reason.clone().or_else(|| {
                // Markup was passed over for what the byline says.
                let by_byline = one.field == Field::Authors && !chosen && !metadata.authors.is_empty();
                by_byline.then(|| "the byline names others".to_owned())
            }),
            at,
            source,
        });
    }
}
