//! Short forms a document defines: "Harbour Patrol Council (HPC)", "HPC (Harbour Patrol Council)".

use std::collections::BTreeMap;
use std::ops::Range;

use rapporteur_core::ActorKind;

use super::reading::{Clause, Reading};
use crate::gazetteer::{Atom, Gap};

/// Words written small inside names, in the languages whose names stand in English text.
const SMALL_WORDS: &[&str] = &[
    "of", "for", "the", "and", "on", "in", "to", "s", "de", "del", "la", "du", "des", "y", "e", "i", "al", "und",
    "per", "pour", "et", "der", "die", "das", "von", "van", "da", "do", "para", "für", "fur",
];

/// What the text defines, in text order.
#[derive(Debug, Default)]
pub(super) struct Definitions {
    pub all: Vec<Definition>,
    /// Definition of each short form, folded. The first one counts.
    by_short: BTreeMap<String, usize>,
    /// End and definition of each long form that is an actor of its own by this definition alone.
    by_long: BTreeMap<usize, (usize, usize)>,
}

/// One short form and the words it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Definition {
    pub short: Range<usize>,
    pub long: Range<usize>,
    pub meaning: Meaning,
}

/// What a long form is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A name that the gazetteer or its head word explains as it stands.
    Named,
    /// A name that nothing else explains: the definition does.
    Defined,
    /// A plan, a treaty, a technique: no actor.
    Thing,
}

impl Definitions {
    /// Finds the definitions of a text.
    pub fn find(reading: &Reading<'_>) -> Self {
        let mut found = Self::default();
        for clause in &reading.sentences {
            if clause.title_case {
                continue;
            }
            for at in clause.atoms.clone() {
                if let Some(inner) = bracketed(reading, clause, at) {
                    found.read(reading, clause, inner);
                }
            }
        }
        found
    }

    fn read(&mut self, reading: &Reading<'_>, clause: &Clause, inner: Range<usize>) {
        let pair = if is_short(reading, &inner) {
            long_before(reading, clause, &inner).map(|long| (inner.clone(), long))
        } else if let Some(long) =
            spelt_as_a_word(reading, clause, &inner).or_else(|| spelt_in_another_language(reading, clause, &inner))
        {
            Some((inner.clone(), long))
        } else {
            // ABC (Long Form)
            let short = inner.start.checked_sub(1).filter(|&at| at >= clause.atoms.start).map(|at| at..inner.start);
            short
                .filter(|short| {
                    is_short(reading, short)
                        && long_start(&reading.slice(short).to_lowercase(), &reading.slice(&inner).to_lowercase())
                            == Some(0)
                })
                .map(|short| (short, inner.clone()))
        };
        let Some((short, mut long)) = pair else { return };
        // "the Ministry of Defence’s (MoD) approach"
        if long.len() > 1 && reading.lower(long.end - 1) == "s" {
            long.end -= 1;
        }
        let meaning = meaning(reading, clause, &long);
        let number = self.all.len();
        if meaning == Meaning::Defined {
            self.by_long.insert(long.start, (long.end, number));
        }
        self.by_short.entry(reading.key(&short).into_owned()).or_insert(number);
        self.all.push(Definition { short, long, meaning });
    }

    /// The defined short form at an atom: its end and definition.
    pub fn short_at(&self, reading: &Reading<'_>, clause: &Clause, at: usize) -> Option<(usize, usize)> {
        if self.by_short.is_empty() || !reading.is_capitalised(at) {
            return None;
        }
        let most = (at + 3).min(clause.atoms.end);
        (at + 1..=most).rev().find_map(|end| {
            if end < clause.atoms.end && reading.gap(end) == Gap::Joint {
                return None;
            }
            self.by_short.get(reading.key(&(at..end)).as_ref()).map(|&definition| (end, definition))
        })
    }

    /// The long form at an atom that only its definition explains.
    pub fn long_at(&self, at: usize) -> Option<(usize, usize)> {
        self.by_long.get(&at).copied()
    }
}

/// The atoms between the bracket that opens before `at` and the one that closes, if it closes within twelve.
fn bracketed(reading: &Reading<'_>, clause: &Clause, at: usize) -> Option<Range<usize>> {
    let first = reading.atom(at).filter(|first| first.gap == Gap::Other)?;
    if !reading.text.get(..first.at.start)?.ends_with('(') {
        return None;
    }
    let last = (at..clause.atoms.end.min(at + 12)).find(|&atom| {
        reading
            .atom(atom)
            .and_then(|atom| reading.text.get(atom.at.end..))
            .is_some_and(|rest| rest.starts_with(')') || rest.starts_with(".)"))
    })?;
    Some(at..last + 1)
}

/// One word, or two with a sign between, of two to ten characters with at least two capitals or a capital and a digit.
fn is_short(reading: &Reading<'_>, atoms: &Range<usize>) -> bool {
    let words = reading.slice(atoms);
    if words.contains(char::is_whitespace) || !(2..=10).contains(&words.chars().count()) {
        return false;
    }
    let capitals = words.chars().filter(|letter| letter.is_uppercase()).count();
    let digits = words.chars().filter(char::is_ascii_digit).count();
    capitals >= 2 || (capitals == 1 && digits > 0)
}

/// "Tidal Areas Development Community (Tadec)": the long form of a short one that is written as a word, each of whose
/// capitals it takes.
fn spelt_as_a_word(reading: &Reading<'_>, clause: &Clause, short: &Range<usize>) -> Option<Range<usize>> {
    let word = reading.lower(short.start);
    let letters = word.chars().count();
    if short.len() != 1 || !reading.is_capitalised(short.start) || !(4..=9).contains(&letters) {
        return None;
    }
    let earliest = earliest(clause, short, letters);
    let of_name = |atom: usize| reading.is_capitalised(atom) || SMALL_WORDS.contains(&reading.lower(atom));
    let mut start = short.start;
    while start > earliest && of_name(start - 1) {
        start -= 1;
        let initials: Vec<char> = (start..short.start)
            .filter(|&atom| reading.is_capitalised(atom))
            .filter_map(|atom| reading.lower(atom).chars().next())
            .collect();
        // Every initial in its order, the first one first.
        let mut rest = word.chars();
        let first = initials.first() == word.chars().next().as_ref();
        let all = initials.iter().all(|initial| rest.any(|letter| letter == *initial));
        if first && all && initials.len() >= 3 && reading.is_capitalised(start) {
            return long_start(word, &reading.slice(&(start..short.start)).to_lowercase())
                .filter(|&byte| byte == 0)
                .map(|_| start..short.start);
        }
    }
    None
}

/// "Ostrand Civic Committee (Comcios)": the body whose initials a word has, in another order.
fn spelt_in_another_language(reading: &Reading<'_>, clause: &Clause, short: &Range<usize>) -> Option<Range<usize>> {
    let word = reading.lower(short.start);
    let letters = word.chars().count();
    if short.len() != 1
        || !reading.is_capitalised(short.start)
        || !(5..=9).contains(&letters)
        || reading.known_at(clause, short.start).is_some()
        || reading.is_first_name(short.start)
    {
        return None;
    }
    let long = body_before(reading, clause, earliest(clause, short, letters), short)?;
    let initials: Vec<char> = long
        .clone()
        .filter(|&atom| reading.is_capitalised(atom))
        .filter_map(|atom| reading.lower(atom).chars().next())
        .collect();
    (initials.len() > 2 && initials.iter().all(|&initial| word.contains(initial))).then_some(long)
}

/// How far back the long form of a short one of so many letters may begin.
fn earliest(clause: &Clause, short: &Range<usize>, letters: usize) -> usize {
    let reach = (letters + 5).min(letters * 2).max(3);
    short.start.saturating_sub(reach).max(clause.atoms.start)
}

/// The words before a bracket whose letters the short form takes.
fn long_before(reading: &Reading<'_>, clause: &Clause, short: &Range<usize>) -> Option<Range<usize>> {
    let letters = reading.slice(short).chars().filter(|letter| letter.is_alphanumeric()).count();
    let earliest = earliest(clause, short, letters);
    // Not across a mark that ends a phrase.
    let from = (earliest..short.start)
        .rev()
        .find(|&atom| matches!(reading.gap(atom), Gap::Other | Gap::Comma))
        .unwrap_or(earliest);
    // "Ministry of Trade, Fisheries and Ports (MTFP)": over the commas of its name.
    let body = |&first: &usize| {
        matches!(
            reading.lower(first),
            "ministry" | "department" | "office" | "bureau" | "agency" | "authority" | "commission"
        ) && reading.lower(first + 1) == "of"
    };
    let whole = by_initials(reading, earliest.saturating_sub(1).max(clause.atoms.start), short);
    if let Some(first) = whole.filter(body).filter(|&first| first < from) {
        return Some(first..short.start);
    }
    let first_letter = reading.lower(short.start).chars().next()?;
    let starts_right = |atom: usize| reading.lower(atom).starts_with(first_letter);
    // A name that the gazetteer or its head word explains, first of all: "Southern Seas Compact (SSC)".
    let named = (from..short.start).find(|&atom| starts_right(atom) && is_named(reading, clause, &(atom..short.start)));
    if let Some(first) = named.filter(|first| short.start - first > 1) {
        // "Central Bank of Norvane (BCN)": not its "Bank of Norvane".
        let whole = in_another_language(reading, clause, from, short).filter(|whole| whole.start < first);
        return Some(whole.unwrap_or(first..short.start));
    }
    if let Some(first) = by_initials(reading, from, short) {
        return Some(first..short.start);
    }
    let words = reading.slice(&(from..short.start));
    let base = reading.atom(from)?.at.start;
    let Some(start) = long_start(&reading.slice(short).to_lowercase(), &words.to_lowercase()) else {
        return in_another_language(reading, clause, from, short);
    };
    let first =
        (from..short.start).find(|&atom| reading.atom(atom).is_some_and(|found| found.at.start >= start + base))?;
    Some(first..short.start)
}

/// An organisation's name whose short form has letters of another language: "Harbour Workers' Party (PTP)".
fn in_another_language(
    reading: &Reading<'_>,
    clause: &Clause,
    from: usize,
    short: &Range<usize>,
) -> Option<Range<usize>> {
    /// How many words such a name has at most: "Fisheries Committee for the West Central Gulf of Ostrand".
    const LONGEST: usize = 12;
    let from = from.min(short.start.saturating_sub(LONGEST).max(clause.atoms.start));
    let upper =
        short.len() == 1 && reading.atom(short.start).is_some_and(|atom| atom.is_upper() && atom.text.len() <= 7);
    // "the Foreign Ministry (AFP)" names who reported it.
    if !upper || reading.known_at(clause, short.start).is_some() {
        return None;
    }
    body_before(reading, clause, from, short)
}

/// The name of a body that ends right before a bracket.
fn body_before(reading: &Reading<'_>, clause: &Clause, from: usize, short: &Range<usize>) -> Option<Range<usize>> {
    let organisation = |start: usize| {
        let listed = reading.known_at(clause, start).is_some_and(|(end, entries)| {
            end == short.start
                && entries.iter().all(|entry| {
                    reading.gazetteer.actor(entry.actor).is_some_and(|actor| actor.kind == ActorKind::Organisation)
                })
        });
        listed || reading.organisation_at(clause, start).is_some_and(|found| found.end == short.start)
    };
    let start =
        (from..short.start.saturating_sub(1)).find(|&start| reading.is_capitalised(start) && organisation(start))?;
    Some(start..short.start)
}

/// The first of the words whose initials, small words left out, are the short form.
fn by_initials(reading: &Reading<'_>, from: usize, short: &Range<usize>) -> Option<usize> {
    let mut letters: Vec<char> =
        reading.slice(short).to_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect();
    let mut at = short.start;
    while let Some(letter) = letters.pop() {
        loop {
            at = at.checked_sub(1).filter(|&at| at >= from)?;
            let word = reading.lower(at);
            if word.starts_with(letter) {
                break;
            }
            if !SMALL_WORDS.contains(&word) {
                return None;
            }
        }
    }
    Some(at)
}

/// Whether a list or a head word explains these words as one name.
fn is_named(reading: &Reading<'_>, clause: &Clause, long: &Range<usize>) -> bool {
    reading.known_at(clause, long.start).is_some_and(|(end, _)| end == long.end)
        || reading.organisation_at(clause, long.start).is_some_and(|found| found.end == long.end)
}

/// Where in `long` the words begin that `short` abbreviates: every letter of it, from the last, stands in order, the first
/// of them at the start of a word (Schwartz and Hearst 2003). Both lower case.
fn long_start(short: &str, long: &str) -> Option<usize> {
    let letters: Vec<char> = short.chars().filter(|letter| letter.is_alphanumeric()).collect();
    let text: Vec<(usize, char)> = long.char_indices().collect();
    let mut at = text.len();
    for (number, &letter) in letters.iter().enumerate().rev() {
        loop {
            at = at.checked_sub(1)?;
            let (_, found) = text.get(at)?;
            let word_start = at == 0 || text.get(at - 1).is_some_and(|(_, before)| !before.is_alphanumeric());
            if *found == letter && (number > 0 || word_start) {
                break;
            }
        }
    }
    text.get(at).map(|(byte, _)| *byte)
}

fn meaning(reading: &Reading<'_>, clause: &Clause, long: &Range<usize>) -> Meaning {
    if is_named(reading, clause, long) {
        return Meaning::Named;
    }
    let last = long.end - 1;
    let head =
        (long.clone()).find(|&atom| matches!(reading.lower(atom), "of" | "for" | "on")).map_or(last, |of| of - 1);
    let thing = |atom: usize| reading.words.non_actor_heads.contains(reading.lower(atom));
    let listed_thing = long.clone().any(|atom| reading.non_actor_at(clause, atom).is_some_and(|end| end == long.end));
    let lower = long.clone().any(|atom| {
        !reading.is_capitalised(atom)
            && !reading.atom(atom).is_some_and(Atom::is_number)
            && !SMALL_WORDS.contains(&reading.lower(atom))
    });
    // "Norvane-Kestria (NK)" joins two.
    let first = reading.known_at(clause, long.start).map(|(end, _)| end);
    if first
        .is_some_and(|end| end < long.end && reading.gap(end) == Gap::Hyphen && reading.known_at(clause, end).is_some())
    {
        return Meaning::Thing;
    }
    if reading.title_at(clause, long.start).is_some() || reading.lower(long.start) == "member" {
        return Meaning::Thing;
    }
    if thing(last) || thing(head) || listed_thing || lower || !reading.is_capitalised(long.start) || long.len() < 2 {
        Meaning::Thing
    } else {
        Meaning::Defined
    }
}
