//! Names of bodies that a number or a domain tells: "the 12th Armoured Brigade", "Selby.kz".

use super::reading::{Clause, Reading};
use crate::gazetteer::Gap;

/// Where such a name ends that begins at `at`, and what it is.
pub(super) fn name_by_its_signs(reading: &Reading<'_>, clause: &Clause, at: usize) -> Option<(usize, &'static str)> {
    let listed = |end: usize| reading.known_at(clause, at).is_some_and(|(known, _)| known >= end);
    let website = website_at(reading, clause, at).filter(|&end| !listed(end));
    website.map(|end| (end, "website")).or_else(|| Some((numbered_unit(reading, clause, at)?, "armed forces")))
}

/// The end of a name that is an address: "Selby.kz".
fn website_at(reading: &Reading<'_>, clause: &Clause, at: usize) -> Option<usize> {
    let end = at + 2;
    let named = end <= clause.atoms.end
        && reading.gap(at + 1) == Gap::Dot
        && reading.is_capitalised(at)
        && reading.atom(at).is_some_and(|name| name.text.chars().count() > 2);
    let domain = reading.atom(at + 1).filter(|_| named)?;
    reading.words.domains.contains(domain.text).then_some(end)
}

/// The end of a unit's name with its number in front: "the 12th | Armoured Brigade".
fn numbered_unit(reading: &Reading<'_>, clause: &Clause, at: usize) -> Option<usize> {
    let number = reading.atom(at)?;
    let ordinal = number.text.starts_with(|first: char| first.is_ascii_digit())
        && ["st", "nd", "rd", "th"].iter().any(|ending| number.text.ends_with(ending));
    if !ordinal || at + 1 >= clause.atoms.end || reading.gap(at + 1) != Gap::Space || !reading.is_capitalised(at + 1) {
        return None;
    }
    // "the 2nd Army"
    let alone = reading
        .head_kind(at + 1)
        .filter(|_| at + 2 == clause.atoms.end || !reading.is_capitalised(at + 2))
        .map(|kind| (at + 2, kind));
    let several = reading.organisation_at(clause, at + 1).map(|found| (found.end, found.subkind));
    let (end, kind) = several.or(alone)?;
    matches!(kind.as_str(), "armed forces" | "armed group").then_some(end)
}
