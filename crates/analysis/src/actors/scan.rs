//! From atoms to spots: where names, titles and unexplained capitals stand.

use rapporteur_core::ActorKind;

use super::definitions::Definitions;
use super::extent::Organisation;
use super::reading::{Clause, Reading};
use super::spot::{Spot, What};
use super::unlisted::introduces;
use crate::gazetteer::{Entry, Gap, SurfaceKind};

/// Title words that are adjectives or verbs as often; alone, in lower case, they say nothing about the word after.
const WEAK_TITLES: &[&str] = &[
    "major",
    "general",
    "count",
    "head",
    "chief",
    "fellow",
    "justice",
    "father",
    "deputy",
    "chair",
    "leader",
    "ruler",
    "official",
    "saint",
    "brother",
    "sister",
    "son",
    "daughter",
    "wife",
    "husband",
    "candidate",
    "author",
    "broker",
    "director",
    "manager",
];

/// All spots of the document in text order; a nested one follows the one that holds it.
pub(super) fn scan(reading: &Reading<'_>, definitions: &Definitions) -> Vec<Spot> {
    let mut spots = Vec::new();
    for (number, clause) in reading.sentences.iter().enumerate() {
        let mut at = clause.atoms.start;
        while at < clause.atoms.end {
            let next = step(reading, definitions, clause, number, at, &mut spots);
            at = next.max(at + 1);
        }
    }
    spots
}

/// Reads what starts at `at`; answers where to go on.
fn step(
    reading: &Reading<'_>,
    definitions: &Definitions,
    clause: &Clause,
    number: usize,
    at: usize,
    spots: &mut Vec<Spot>,
) -> usize {
    if reading.is_possessive(at) {
        return at + 1;
    }
    let mut push = |atoms: std::ops::Range<usize>, what: What, nested: bool| {
        spots.push(Spot { atoms, clause: number, what, nested });
    };
    if let Some((end, definition)) = definitions.short_at(reading, clause, at) {
        push(at..end, What::Defined(definition), false);
        return end;
    }
    if let Some((end, definition)) = definitions.long_at(at) {
        push(at..end, What::Defined(definition), false);
        return end;
    }
    let known = reading.known_at(clause, at).filter(|found| !begins_person(reading, clause, at, found));
    // "US$" is money.
    if let Some((end, _)) = known
        && reading.text.get(reading.range(&(at..end)).end..).is_some_and(|rest| rest.starts_with('$'))
    {
        return end;
    }
    let known_end = known.map_or(at, |(end, _)| end);
    let title = reading
        .title_at(clause, at)
        .filter(|title| title.end > known_end && !(title.end == at + 1 && is_name_and_title(reading, clause, at)));
    let title_end = title.as_ref().map_or(at, |title| title.end);
    // "pro-Norvane Harbour Party": the name begins after the compound.
    let compound =
        reading.gap(at) == Gap::Hyphen && at > clause.atoms.start && matches!(reading.lower(at - 1), "pro" | "anti");
    let organisation = reading
        .organisation_at(clause, at)
        .filter(|found| found.end > known_end.max(title_end) && !(compound && known_end > at));
    let non_actor_end = reading.non_actor_at(clause, at).unwrap_or(at);
    let reach = known_end.max(title_end).max(organisation.as_ref().map_or(at, |found| found.end));
    if non_actor_end > reach || (non_actor_end == reach && known.is_none() && reach > at) {
        return non_actor_end;
    }
    if let Some(Organisation { end, subkind, owner }) = organisation {
        let inner = owner.clone().filter(|_| is_organ(&subkind));
        push(at..end, What::Organisation { subkind, owner, named: true }, false);
        if let Some((atoms, entries)) = inner {
            push(atoms, What::Known(entries), true);
        }
        return end;
    }
    if let Some(title) = title {
        push(at..title.end, What::Role { office: title.office, sector: title.sector }, false);
        return title.end;
    }
    if let Some((end, entries)) = known {
        let entries = entries.to_vec();
        if let Some(stop) = names_a_thing(reading, clause, at, end, &entries) {
            return stop;
        }
        if let Some((stop, subkind)) = described_organ(reading, clause, end, &entries) {
            let owner = Some((at..end, entries.clone()));
            push(at..stop, What::Organisation { subkind, owner, named: false }, false);
            push(at..end, What::Known(entries), true);
            return stop;
        }
        if let Some((stop, what)) = of_its_state(reading, clause, end, &entries) {
            push(at..stop, what, false);
            return stop;
        }
        let inner = owner_inside(reading, at, end, &entries);
        push(at..end, What::Known(entries), false);
        if let Some((atoms, owner)) = inner {
            push(atoms, What::Known(owner), true);
        }
        return end;
    }
    if !reading.is_capitalised(at) {
        return at + 1;
    }
    unexplained(reading, clause, number, at, spots)
}

/// The state that a listed organ's name begins with, if the organ is that state's: "Russian" of "Russian Foreign Ministry".
fn owner_inside(
    reading: &Reading<'_>,
    at: usize,
    end: usize,
    entries: &[Entry],
) -> Option<(std::ops::Range<usize>, Vec<Entry>)> {
    let [organ] = entries else { return None };
    let organ = reading.gazetteer.actor(organ.actor)?;
    let subkind = organ.subkind.as_deref()?;
    if !is_organ(subkind) && !matches!(subkind, "department" | "chamber" | "military" | "intelligence agency") {
        return None;
    }
    let owner = reading.gazetteer.find(organ.of.as_deref()?)?;
    let (length, entries) = reading.gazetteer.longest(reading.atoms.get(at..end - 1)?)?;
    let entries: Vec<Entry> = entries.iter().filter(|entry| entry.actor == owner).copied().collect();
    (!entries.is_empty() && at + length < end).then_some((at..at + length, entries))
}

/// "Dean" before a name is a first name rather than a title, unless "the" stands before it.
fn is_name_and_title(reading: &Reading<'_>, clause: &Clause, at: usize) -> bool {
    reading.is_capitalised(at)
        && reading.words.is_first_name(reading.slice(&(at..at + 1)))
        && reading.before(clause, at) != "the"
        && at + 1 < clause.atoms.end
        && reading.gap(at + 1) == Gap::Space
        && reading.is_capitalised(at + 1)
}

/// Organs act for a state, so the state is named within: "Russian Defence Ministry"; a party's or company's name is only a
/// name.
pub(super) fn is_organ(subkind: &str) -> bool {
    matches!(
        subkind,
        "ministry" | "government" | "parliament" | "armed forces" | "police" | "embassy" | "agency" | "court"
    )
}

/// A listed state or city that is a first name here: "Georgia Lind".
fn begins_person(reading: &Reading<'_>, clause: &Clause, at: usize, (end, entries): &(usize, &[Entry])) -> bool {
    *end == at + 1
        && !clause.title_case
        && reading.words.is_first_name(reading.slice(&(at..*end)))
        && entries.iter().all(|entry| matches!(entry.kind, SurfaceKind::Name | SurfaceKind::Metonym))
        && *end < clause.atoms.end
        && reading.gap(*end) == Gap::Space
        && reading.is_capitalised(*end)
        && reading.title_at(clause, *end).is_none()
        && reading.known_at(clause, *end).is_none()
        && reading.head_kind(*end).is_none()
}

/// The end of a name that starts with a listed one and is a thing: "Paris Agreement", "Iranian Revolution".
fn names_a_thing(reading: &Reading<'_>, clause: &Clause, at: usize, end: usize, entries: &[Entry]) -> Option<usize> {
    if clause.title_case || entries.iter().any(|entry| entry.kind == SurfaceKind::Abbreviation) {
        return None;
    }
    let mut stop = end;
    while stop < clause.atoms.end
        && matches!(reading.gap(stop), Gap::Space | Gap::Hyphen)
        && reading.is_capitalised(stop)
        && stop < end + 5
        && reading.title_at(clause, stop).is_none()
    {
        stop += 1;
    }
    let thing = stop > end && reading.words.non_actor_heads.contains(reading.lower(stop - 1)) && end > at;
    thing.then_some(stop)
}

/// The organ that lower-case words after a nationality name: "Russian foreign ministry", "U.S. government".
fn described_organ(reading: &Reading<'_>, clause: &Clause, end: usize, entries: &[Entry]) -> Option<(usize, String)> {
    let owner = |entry: &Entry| {
        let actor = reading.gazetteer.actor(entry.actor);
        entry.kind != SurfaceKind::Metonym
            && actor.is_some_and(|actor| !matches!(actor.kind, ActorKind::Group | ActorKind::Person))
    };
    if !entries.iter().any(owner) {
        return None;
    }
    let mut at = end;
    while at < end + 3 && at < clause.atoms.end {
        let word = reading.after(clause, at);
        if word.is_empty() || reading.is_capitalised(at) {
            return None;
        }
        let subkind = match word {
            "government" | "administration" | "regime" | "cabinet" | "authorities" => "government",
            "ministry" => "ministry",
            "parliament" | "senate" | "legislature" => "parliament",
            "army" | "military" | "navy" | "armed" => "armed forces",
            "police" => "police",
            "embassy" | "consulate" => "embassy",
            "court" => "court",
            "authority" if at > end => "agency",
            _ if reading.words.role_before.contains(word) => {
                at += 1;
                continue;
            }
            _ => return None,
        };
        let mut stop = at + 1;
        if word == "armed" {
            if reading.after(clause, stop) != "forces" {
                return None;
            }
            stop += 1;
        }
        // "Russian government officials", "army capacities": the organ only says whose.
        return reading.ends_phrase(clause, stop).then(|| (stop, subkind.to_owned()));
    }
    None
}

/// A listed body with its state behind: "House of Commons of Canada". The state decides which body; one that is not
/// listed for that state is an organisation of its own.
fn of_its_state(reading: &Reading<'_>, clause: &Clause, end: usize, entries: &[Entry]) -> Option<(usize, What)> {
    let actor = |entry: &Entry| reading.gazetteer.actor(entry.actor);
    let body =
        |entry: &Entry| actor(entry).is_some_and(|actor| actor.kind == ActorKind::Organisation && actor.of.is_some());
    if !entries.iter().all(body) || reading.after(clause, end) != "of" {
        return None;
    }
    let start = end + 1 + usize::from(reading.after(clause, end + 1) == "the");
    let (stop, owners) = reading.known_at(clause, start)?;
    let [owner] = owners else { return None };
    let state = actor(owner).filter(|actor| actor.kind == ActorKind::State && owner.kind != SurfaceKind::Metonym)?;
    let fitting: Vec<Entry> = entries
        .iter()
        .filter(|entry| actor(entry).and_then(|actor| actor.of.as_deref()) == Some(state.id.as_str()))
        .map(|entry| Entry { ambiguous: false, ..*entry })
        .collect();
    if fitting.is_empty() {
        let subkind = actor(entries.first()?)?.subkind.clone().unwrap_or_else(|| "organisation".to_owned());
        return Some((stop, What::Organisation { subkind, owner: Some((start..stop, vec![*owner])), named: true }));
    }
    Some((stop, What::Known(fitting)))
}

/// Capitalised words that no list explains.
fn unexplained(reading: &Reading<'_>, clause: &Clause, number: usize, at: usize, spots: &mut Vec<Spot>) -> usize {
    let word = reading.lower(at);
    let first_name = reading.is_first_name(at);
    let acronym = reading.atom(at).is_some_and(crate::gazetteer::Atom::is_upper);
    if reading.is_function_word(at) && !acronym {
        return at + 1;
    }
    let initial = at == clause.atoms.start || reading.gap(at) == Gap::Other;
    let end = reading.name_end(clause, at);
    if initial && !first_name && !acronym && (reading.seen_lower.contains(word) || word.ends_with("ly")) {
        return at + 1;
    }
    // "the Coast party"
    if !clause.title_case
        && !first_name
        && reading.before(clause, at) == "the"
        && let Some(subkind) = small_head(reading.after(clause, end))
        && reading.ends_phrase(clause, end + 1)
    {
        let what = What::Organisation { subkind: subkind.to_owned(), owner: None, named: true };
        spots.push(Spot { atoms: at..end + 1, clause: number, what, nested: false });
        return end + 1;
    }
    let mut push = |atoms: std::ops::Range<usize>, what: What| {
        spots.push(Spot { atoms, clause: number, what, nested: false });
    };
    let words = 1 + (at + 1..end).filter(|&atom| reading.gap(atom) != Gap::Hyphen).count();
    let introduced = introduces(reading.before(clause, at)).is_some();
    if reading.words.non_actor_heads.contains(reading.lower(end - 1)) && end > at + 1 && !first_name && !introduced {
        return end;
    }
    if words == 1 {
        push(at..end, if acronym { What::Acronym } else { What::Word });
        return end;
    }
    if clause.title_case {
        let plain = (at + 1..end).all(|atom| !reading.seen_lower.contains(reading.lower(atom)));
        if first_name && plain {
            push(at..end, What::Person);
            return end;
        }
        push(at..at + 1, What::Word);
        return at + 1;
    }
    let what = if first_name || clause.byline || initials(reading, at, end) { What::Person } else { What::Names };
    push(at..end, what);
    end
}

/// What a small noun behind a name makes of it.
fn small_head(word: &str) -> Option<&'static str> {
    match word {
        "party" => Some("party"),
        "militia" | "militants" => Some("armed group"),
        "movement" => Some("movement"),
        "newspaper" | "daily" | "weekly" | "magazine" => Some("media"),
        _ => None,
    }
}

/// Whether a single letter stands among the words: "R. Kipling", "Ronna F. Romney".
fn initials(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    reading.atom(end - 1).is_some_and(|last| last.text.chars().count() > 2)
        && (at..end - 1).any(|atom| reading.atom(atom).is_some_and(|found| found.text.chars().count() == 1))
}

/// Whether a title says that the name after it is a person's.
pub(super) fn is_strong_title(reading: &Reading<'_>, spot: &Spot) -> bool {
    matches!(spot.what, What::Role { .. })
        && (reading.is_capitalised(spot.atoms.end - 1)
            || !WEAK_TITLES.contains(&reading.lower(spot.atoms.end - 1))
            || spot.atoms.len() > 1)
}
