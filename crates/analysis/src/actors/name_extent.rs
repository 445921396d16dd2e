//! How far a person's name goes.

use rapporteur_core::ActorKind;

use super::reading::{Clause, Reading};
use super::unlisted::introduces;
use super::words::Lists;
use crate::gazetteer::{Gap, SurfaceKind};

/// Particles between the words of a person's name.
pub(super) const PARTICLES: &[&str] = &[
    "de", "del", "della", "di", "da", "dos", "das", "du", "la", "le", "van", "von", "der", "den", "bin", "ibn", "ben",
    "al", "el", "ter", "ten", "zu", "y", "e", "bint", "af", "av", "ul", "ur",
];

/// Words that begin a sentence where the mark between got lost, and are nobody's name.
const RUN_ON: &[&str] = &[
    "in", "on", "at", "the", "of", "for", "and", "with", "from", "by", "as", "he", "she", "it", "they", "we", "you",
    "this", "that", "but", "when", "while", "after",
];

/// Words that stand before the names of cities.
const COMPASS: &[&str] = &[
    "central", "east", "west", "north", "south", "eastern", "western", "northern", "southern", "greater", "inner",
    "outer", "downtown", "new", "old", "port", "fort", "mainland", "occupied", "nearby",
];

impl Reading<'_> {
    /// Whether a small word after a hyphen ends a given name of two syllables: "Ki-moon".
    fn is_second_syllable(&self, atom: usize) -> bool {
        const COMPOUNDS: &[&str] = &[
            "led", "born", "run", "held", "wide", "based", "made", "like", "era", "style", "wing", "type", "owned",
            "level", "class", "back", "up", "on", "off", "out", "in", "only", "free", "rich", "sized", "aged", "old",
            "year", "and",
        ];
        let word = self.lower(atom);
        self.gap(atom) == Gap::Hyphen
            && !self.is_capitalised(atom)
            && word.len() <= 6
            && word.len() > 1
            && word.chars().all(char::is_alphabetic)
            && !COMPOUNDS.contains(&word)
            && self.atom(atom - 1).is_some_and(|before| before.text.len() <= 6)
    }

    /// "Jun" of "Ryang Tok Jun": no month where no day or year follows.
    fn is_syllable_of_a_name(&self, clause: &Clause, atom: usize) -> bool {
        matches!(self.lower(atom), "jun" | "jan" | "mar" | "sun" | "sat")
            && self.gap(atom) == Gap::Space
            && !self.after(clause, atom + 1).starts_with(|first: char| first.is_ascii_digit())
    }

    /// "azu" of "Mu’azu": small letters behind an apostrophe that are neither a possessive nor a short verb.
    fn is_within_a_word(&self, atom: usize) -> bool {
        let rest = self.lower(atom);
        !self.is_capitalised(atom)
            && rest.len() > 1
            && !matches!(rest, "re" | "ve" | "ll" | "em" | "til")
            && self.atom(atom - 1).is_some_and(|before| before.text.chars().count() <= 4)
    }

    /// Whether a title of at least two words, or one with a capital, ends right before `atom` or the comma there.
    fn is_behind_title(&self, clause: &Clause, atom: usize) -> bool {
        (clause.atoms.start.max(atom.saturating_sub(3))..atom).any(|start| {
            self.title_at(clause, start).is_some_and(|title| {
                title.end == atom
                    && (title.end > start + 1 || self.is_capitalised(start))
                    && matches!(self.gap(atom), Gap::Space | Gap::Comma)
            })
        })
    }

    /// "King" of "Anna Brill King" and "Brill King Jr.": a title's word as the last of a name.
    fn is_surname_too(&self, clause: &Clause, atom: usize) -> bool {
        let next = self.after(clause, atom + 1);
        matches!(
            self.lower(atom),
            "king"
                | "pope"
                | "priest"
                | "judge"
                | "major"
                | "bishop"
                | "dean"
                | "marshal"
                | "chancellor"
                | "prince"
                | "duke"
                | "earl"
                | "baron"
                | "abbot"
                | "cardinal"
                | "count"
        ) && (!self.is_capitalised(atom + 1) || next == "jr" || self.gap(atom + 1) != Gap::Space)
    }

    /// The end of the capitalised words that start at `from`, as far as they may be one person's name.
    pub fn name_end(&self, clause: &Clause, from: usize) -> usize {
        let first_name = self.is_first_name(from);
        let mut end = from + 1;
        while end < clause.atoms.end && end < from + 6 {
            if self.gap(end) == Gap::Apostrophe {
                // O'Brien, D'Souza; not a possessive.
                let short = self.atom(end - 1).is_some_and(|atom| atom.text.chars().count() <= 2);
                if short && self.is_capitalised(end) || self.is_within_a_word(end) {
                    end += 1;
                    continue;
                }
                break;
            }
            if !self.joins(end) {
                break;
            }
            if self.is_second_syllable(end) && end > from + 1 {
                end += 1;
                continue;
            }
            if !self.is_capitalised(end) {
                let mut after = end;
                while after < end + 3 && PARTICLES.contains(&self.lower(after)) {
                    after += 1;
                    if !matches!(self.gap(after), Gap::Space | Gap::Hyphen) {
                        break;
                    }
                }
                if after > end && after < clause.atoms.end && self.is_capitalised(after) && self.joins(after) {
                    end = after + 1;
                    continue;
                }
                break;
            }
            if self.on(end, Lists::CALENDAR) && !self.is_syllable_of_a_name(clause, end)
                || RUN_ON.contains(&self.lower(end))
            {
                break;
            }
            if self.gap(end) != Gap::Hyphen {
                if let Some((known_end, entries)) = self.known_at(clause, end) {
                    let city = end == from + 1 && self.is_capital_city(end) && !COMPASS.contains(&self.lower(from));
                    // "the finance minister, Corin Vale": Vale is also a company.
                    let titled = || {
                        end == from + 1
                            && entries.iter().all(|entry| entry.ambiguous && entry.kind == SurfaceKind::Name)
                            && self.is_behind_title(clause, from)
                    };
                    // "Philippa Lind" where "Lind" alone is a well-known one.
                    let surname = || {
                        entries.iter().all(|entry| {
                            self.gazetteer.actor(entry.actor).is_some_and(|actor| actor.kind == ActorKind::Person)
                        })
                    };
                    let surname_like = (first_name || city || titled() || surname())
                        && known_end == end + 1
                        && !entries.iter().any(|entry| entry.kind == SurfaceKind::Abbreviation);
                    if !surname_like {
                        break;
                    }
                } else if self.gap(end) == Gap::Space
                    && self.title_at(clause, end).is_some_and(|title| title.end > end)
                    && !(first_name && end == from + 1 && !self.is_capitalised(end + 1))
                    && !((first_name || introduces(self.before(clause, from)).is_some())
                        && self.is_surname_too(clause, end))
                {
                    break;
                }
            }
            end += 1;
        }
        end
    }
}
