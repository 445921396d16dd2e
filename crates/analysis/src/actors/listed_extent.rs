//! What a listed name is the beginning of.

use std::ops::Range;

use rapporteur_core::ActorKind;

use super::reading::{Clause, Reading};
use super::spot::What;
use crate::gazetteer::{Entry, Gap, SurfaceKind};
use crate::tagger::Upos;

/// What a body issues under its name.
const PAPERS: &[&str] =
    &["resolution", "report", "review", "declaration", "statement", "directive", "assessment", "decision", "ruling"];

/// What services are for that are bodies.
const SERVICES: &[&str] = &[
    "intelligence",
    "security",
    "secret",
    "legal",
    "customs",
    "prison",
    "prisons",
    "diplomatic",
    "weather",
    "meteorological",
    "statistical",
    "statistics",
    "investigation",
    "border",
];

/// Organs act for a state, so the state is named within: "Russian Defence Ministry"; a party's or company's name is only a
/// name.
pub(super) fn is_organ(subkind: &str) -> bool {
    matches!(
        subkind,
        "ministry" | "government" | "parliament" | "armed forces" | "police" | "embassy" | "agency" | "court"
    )
}

/// The end of a name that starts with a listed one and is a thing: "Paris Agreement", "Iranian Revolution".
pub(super) fn names_a_thing(
    reading: &Reading<'_>,
    clause: &Clause,
    at: usize,
    end: usize,
    entries: &[Entry],
) -> Option<usize> {
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
    // "a Harbour Institute Analysis" is the institute's.
    let body = entries.iter().all(|entry| {
        entry.kind == SurfaceKind::Name
            && reading.gazetteer.actor(entry.actor).is_some_and(|it| it.subkind.as_deref() == Some("think tank"))
    });
    if body && stop == end + 1 && end > at + 1 {
        return None;
    }
    // "Tidal Safety Council Resolution 12": the council's own.
    let own = |entry: &Entry| {
        let actor = reading.gazetteer.actor(entry.actor);
        entry.kind == SurfaceKind::Name && actor.is_some_and(|actor| actor.kind == ActorKind::Organisation)
    };
    if end > at + 1 && stop == end + 1 && PAPERS.contains(&reading.lower(end)) && entries.iter().all(own) {
        return None;
    }
    // "Norvane-Kestria Dialogue": the two of it.
    let two = end < stop
        && reading.gap(end) == Gap::Hyphen
        && reading.known_at(clause, end).is_some_and(|(second, _)| second + 1 == stop);
    let second = at > clause.atoms.start && reading.gap(at) == Gap::Hyphen && stop == end + 1;
    if (two || second) && reading.words.between_two.contains(reading.lower(stop - 1)) {
        return None;
    }
    let thing = stop > end && reading.words.non_actor_heads.contains(reading.lower(stop - 1)) && end > at;
    thing.then_some(stop)
}

/// The organ that lower-case words after a nationality name: "Russian foreign ministry", "U.S. government".
pub(super) fn described_organ(
    reading: &Reading<'_>,
    clause: &Clause,
    end: usize,
    entries: &[Entry],
) -> Option<(usize, String)> {
    let owner = |entry: &Entry| {
        let actor = reading.gazetteer.actor(entry.actor);
        entry.kind != SurfaceKind::Metonym
            && actor.is_some_and(|actor| {
                !matches!(actor.kind, ActorKind::Group | ActorKind::Person) && actor.subkind.as_deref() != Some("party")
            })
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
            "government" | "administration" | "regime" | "cabinet" | "authorities" | "junta" => "government",
            "ministry" => "ministry",
            "parliament" | "senate" | "legislature" => "parliament",
            "army" | "military" | "navy" | "armed" => "armed forces",
            "air" if reading.after(clause, at + 1) == "force" => "armed forces",
            "coast" if reading.after(clause, at + 1) == "guard" => "armed forces",
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
        if word == "armed" && reading.after(clause, stop) != "forces" {
            return None;
        }
        stop += usize::from(matches!(word, "armed" | "air" | "coast"));
        // "Russian government officials", "army capacities": the organ only says whose.
        return reading.ends_phrase(clause, stop).then(|| (stop, subkind.to_owned()));
    }
    None
}

/// The state that a listed organ's name begins with, if the organ is that state's: "Russian" of "Russian Foreign Ministry"; and
/// the short form of whose any body is: "UN" of "UN Panel of Experts".
pub(super) fn owner_inside(
    reading: &Reading<'_>,
    at: usize,
    end: usize,
    entries: &[Entry],
) -> Option<(Range<usize>, Vec<Entry>)> {
    let [organ] = entries else { return None };
    let organ = reading.gazetteer.actor(organ.actor)?;
    let owner = reading.gazetteer.find(organ.of.as_deref()?)?;
    let (length, entries) = reading.gazetteer.longest(reading.atoms.get(at..end - 1)?)?;
    // "Okello administration": the head of it, whom the list has with a post there.
    if organ.subkind.as_deref() == Some("government") && length + 1 == end - at {
        let head = |entry: &Entry| {
            let person = reading.gazetteer.actor(entry.actor).filter(|it| it.kind == ActorKind::Person);
            person.is_some_and(|person| person.posts.iter().any(|post| post.of == organ.of))
        };
        let heads: Vec<Entry> = entries.iter().copied().filter(head).collect();
        if !heads.is_empty() {
            return Some((at..at + length, heads));
        }
    }
    let organs = ["department", "chamber", "military", "intelligence agency"];
    let is_organ = organ.subkind.as_deref().is_some_and(|subkind| is_organ(subkind) || organs.contains(&subkind));
    let atoms = at..at + length;
    let named = |entry: &Entry| {
        let plain = is_plain_name(reading, &atoms, entry);
        entry.actor == owner && (is_organ && !plain || entry.kind == SurfaceKind::Abbreviation)
    };
    let entries: Vec<Entry> = entries.iter().copied().filter(named).collect();
    (!entries.is_empty() && atoms.end < end).then_some((atoms, entries))
}

/// "Norvane" of "Norvane Ports Authority": a name as it stands is part of the longer one. An adjective, a possessive and capitals only
/// ("Norvanian", "Norvane's", "UN") say whose the body is.
pub(super) fn is_plain_name(reading: &Reading<'_>, atoms: &Range<usize>, entry: &Entry) -> bool {
    entry.kind == SurfaceKind::Name
        && atoms.len() == 1
        && !reading.is_possessive(atoms.end)
        && !reading.atom(atoms.start).is_some_and(crate::gazetteer::Atom::is_upper)
}

/// The end of two or more words with capitals behind a state's name that nothing explains: one name with it.
pub(super) fn longer_name(reading: &Reading<'_>, clause: &Clause, end: usize, entries: &[Entry]) -> Option<usize> {
    let state = |entry: &Entry| {
        entry.kind == SurfaceKind::Name
            && reading.gazetteer.actor(entry.actor).is_some_and(|actor| actor.kind == ActorKind::State)
    };
    if clause.title_case || !entries.iter().all(state) {
        return None;
    }
    let open = |at: usize| {
        reading.gap(at) == Gap::Space
            && reading.is_capitalised(at)
            && !reading.is_function_word(at)
            && !reading.is_first_name(at)
            && reading.head_kind(at).is_none()
            && reading.known_at(clause, at).is_none()
            && reading.title_at(clause, at).is_none()
            && !reading.atom(at).is_some_and(crate::gazetteer::Atom::is_upper)
    };
    let stop = (end..clause.atoms.end.min(end + 4)).take_while(|&at| open(at)).last()? + 1;
    let closed = stop == clause.atoms.end || reading.gap(stop) != Gap::Space || !reading.is_capitalised(stop);
    (closed && stop > end + 1).then_some(stop)
}

/// A listed body right behind the short form of the union it belongs to, and where it ends.
pub(super) fn own_body_behind(
    reading: &Reading<'_>,
    clause: &Clause,
    end: usize,
    entries: &[Entry],
) -> Option<(usize, Vec<Entry>)> {
    let [owner] = entries else { return None };
    let owner = reading.gazetteer.actor(owner.actor).filter(|_| owner.kind == SurfaceKind::Abbreviation)?;
    if owner.kind == ActorKind::State || end >= clause.atoms.end || reading.gap(end) != Gap::Space {
        return None;
    }
    let (stop, listed) = reading.known_at(clause, end)?;
    let body: Vec<Entry> = listed
        .iter()
        .filter(|entry| {
            entry.kind == SurfaceKind::Name
                && reading.gazetteer.actor(entry.actor).is_some_and(|it| it.of.as_deref() == Some(owner.id.as_str()))
        })
        .copied()
        .collect();
    (body.len() == 1 && stop > end + 1).then_some((stop, body))
}

/// The state with a possessive that a listed name begins with: "Peru" of "Peru's Congress", and where it ends.
pub(super) fn possessor_inside(reading: &Reading<'_>, at: usize, end: usize) -> Option<(usize, Vec<Entry>)> {
    let mark = (at + 1..end.saturating_sub(1)).find(|&mark| reading.is_possessive(mark))?;
    let (length, entries) = reading.gazetteer.longest(reading.atoms.get(at..mark)?)?;
    let state = |entry: &&Entry| {
        entry.kind == SurfaceKind::Name
            && reading.gazetteer.actor(entry.actor).is_some_and(|actor| actor.kind == ActorKind::State)
    };
    let entries: Vec<Entry> = entries.iter().filter(state).copied().collect();
    (!entries.is_empty() && at + length == mark).then_some((mark, entries))
}

/// A listed body with its state behind: "House of Commons of Canada". The state decides which body; one that is not
/// listed for that state is an organisation of its own.
pub(super) fn of_its_state(
    reading: &Reading<'_>,
    clause: &Clause,
    end: usize,
    entries: &[Entry],
) -> Option<(usize, What)> {
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

/// The end of "foreign ministry" where "the", "its" or somebody's possessive stands before it.
pub(super) fn plain_ministry(reading: &Reading<'_>, clause: &Clause, at: usize) -> Option<usize> {
    let before = reading.before(clause, at);
    let determined =
        matches!(before, "the" | "its" | "his" | "her" | "their") || reading.is_possessive(at.checked_sub(1)?);
    if clause.title_case || !determined {
        return None;
    }
    let end = (at..clause.atoms.end.min(at + 4)).find(|&next| {
        !reading.words.role_before.contains(reading.lower(next)) || next > at && reading.gap(next) != Gap::Space
    })?;
    (end > at && reading.after(clause, end) == "ministry" && reading.ends_phrase(clause, end + 1)).then_some(end + 1)
}

/// The end of "national weather institute" behind "the": an agency of the state that the text is about.
pub(super) fn national_agency(reading: &Reading<'_>, clause: &Clause, at: usize) -> Option<usize> {
    const HEADS: &[&str] =
        &["institute", "commission", "agency", "bureau", "office", "directorate", "inspectorate", "regulator"];
    /// How many words may say for what.
    const LONGEST: usize = 2;
    let first = matches!(reading.lower(at), "national" | "federal") && !reading.is_capitalised(at);
    if clause.title_case || !first || reading.before(clause, at) != "the" {
        return None;
    }
    let head = (at + 1..clause.atoms.end.min(at + 2 + LONGEST)).find(|&head| HEADS.contains(&reading.lower(head)))?;
    let plain = (at + 1..=head).all(|word| {
        reading.gap(word) == Gap::Space
            && !reading.is_capitalised(word)
            && matches!(reading.pos(word), Upos::Noun | Upos::Adj)
    });
    (plain && head > at + 1 && reading.ends_phrase(clause, head + 1)).then_some(head + 1)
}

/// What a state's or a union's possessive has in small letters: "Norvane's supreme court", "the League's secretariat". Where it
/// ends, and its kind.
pub(super) fn possessed_organ(reading: &Reading<'_>, clause: &Clause, at: usize) -> Option<(usize, &'static str)> {
    if clause.title_case || reading.is_capitalised(at) || !is_possessed(reading, clause, at) {
        return None;
    }
    let (first, second) = (reading.lower(at), reading.after(clause, at + 1));
    // "the Assembly's | fisheries committee"
    if let Some(found) = small_body(reading, clause, at) {
        return Some(found);
    }
    let (length, kind) = match (first, second) {
        ("supreme" | "constitutional" | "high", "court") => (2, "court"),
        ("electoral", "commission") => (2, "commission"),
        ("central", "bank") => (2, "central bank"),
        ("parliament" | "senate" | "legislature", _) => (1, "parliament"),
        ("secretariat", _) => (1, "agency"),
        ("navy" | "army" | "military", _) => (1, "armed forces"),
        ("air", "force") | ("coast", "guard") => (2, "armed forces"),
        // "Norvane's fisheries ministry"
        (field, "ministry") if field.chars().all(char::is_alphabetic) => (2, "ministry"),
        _ => return None,
    };
    let end = at + length;
    reading.ends_phrase(clause, end).then_some((end, kind))
}

/// The kind of body that one word with a capital names behind whose it is: "the Northern Sea League's | Assembly".
pub(super) fn possessed_head(reading: &Reading<'_>, clause: &Clause, at: usize) -> Option<&'static str> {
    let kind = match reading.lower(at) {
        "parliament" | "assembly" | "senate" | "congress" => "parliament",
        "cabinet" => "government",
        "treasury" => "ministry",
        "commission" => "commission",
        "council" => "council",
        "secretariat" => "agency",
        "navy" | "army" => "armed forces",
        _ => return None,
    };
    let alone = reading.is_possessive(at + 1) || reading.ends_phrase(clause, at + 1);
    (!clause.title_case && reading.is_capitalised(at) && alone && is_possessed(reading, clause, at)).then_some(kind)
}

/// Whether the possessive of a state, union or body stands in front: "Norvane's |".
fn is_possessed(reading: &Reading<'_>, clause: &Clause, at: usize) -> bool {
    let Some(mark) = at.checked_sub(1).filter(|&mark| mark > clause.atoms.start && reading.is_possessive(mark)) else {
        return false;
    };
    (1..=4).filter_map(|length| mark.checked_sub(length)).filter(|&from| from >= clause.atoms.start).any(|from| {
        reading.known_at(clause, from).is_some_and(|(end, entries)| {
            let fits = |entry: &Entry| {
                let kind = reading.gazetteer.actor(entry.actor).map(|actor| actor.kind);
                matches!(kind, Some(ActorKind::State | ActorKind::Alliance | ActorKind::Organisation))
                    && entry.kind != SurfaceKind::Metonym
            };
            end == mark && entries.iter().all(fits)
        })
    })
}

/// A body in small letters behind its owner, one to three words that say for what, and its head: "foreign affairs | department".
fn small_body(reading: &Reading<'_>, clause: &Clause, at: usize) -> Option<(usize, &'static str)> {
    const LONGEST: usize = 3;
    for head in at..clause.atoms.end.min(at + LONGEST + 1) {
        let plain = !reading.is_capitalised(head)
            && matches!(reading.pos(head), Upos::Noun | Upos::Adj | Upos::Propn)
            && (head == at || matches!(reading.gap(head), Gap::Space | Gap::Hyphen));
        if !plain {
            return None;
        }
        let kind = match reading.lower(head) {
            "committee" | "subcommittee" | "commission" => "commission",
            "agency" | "directorate" | "authority" | "regulator" => "agency",
            "department" | "ministry" => "ministry",
            "embassy" => "embassy",
            "bureau" | "inspectorate" | "superintendency" | "watchdog" => "agency",
            // "Norvane's foreign intelligence service", and not its civil service
            "service" if head > at && SERVICES.contains(&reading.lower(head - 1)) => "agency",
            "cabinet" => "government",
            _ => continue,
        };
        if reading.ends_phrase(clause, head + 1) {
            return Some((head + 1, kind));
        }
    }
    None
}

/// "Tomasz Okello" in front of "-Vance", "Okello" in front of "bin Vance": somebody else.
pub(super) fn is_half_of_a_name(reading: &Reading<'_>, clause: &Clause, (end, entries): &(usize, &[Entry])) -> bool {
    let person =
        |entry: &Entry| reading.gazetteer.actor(entry.actor).is_some_and(|actor| actor.kind == ActorKind::Person);
    let hyphen = *end < clause.atoms.end
        && reading.gap(*end) == Gap::Hyphen
        && reading.is_capitalised(*end)
        && reading.known_at(clause, *end).is_none();
    let descent = matches!(reading.after(clause, *end), "bin" | "ibn" | "bint") && reading.is_capitalised(*end + 1);
    (hyphen || descent) && entries.iter().all(person)
}
