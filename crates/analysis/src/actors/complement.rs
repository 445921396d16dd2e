//! How far an organisation's name goes behind the word that says what it is: "Ministry of …", "Partido …", "Friends of …".

use rapporteur_core::ActorKind;

use super::reading::{Clause, Reading};
use crate::gazetteer::{Entry, Gap, SurfaceKind};
use crate::tagger::Upos;

impl Reading<'_> {
    /// The end of a name that begins with its kind in another language: "Partido Liberal de Selby". Words that are English too
    /// need a word that is not behind them.
    pub fn foreign_name(&self, clause: &Clause, opener: usize, run_end: usize) -> Option<usize> {
        const PARTICLES: &[&str] = &[
            "de", "du", "des", "del", "della", "dei", "di", "da", "do", "dos", "per", "pour", "et", "y", "e", "la",
            "los", "las", "der", "voor", "en",
        ];
        let word = self.lower(opener);
        if !self.words.foreign_openers.contains(word) {
            return None;
        }
        let mut end = run_end;
        let mut foreign = !matches!(word, "action" | "coalition" | "union" | "alliance")
            || (opener + 1..run_end).any(|at| self.atom(at).is_some_and(|atom| !atom.text.is_ascii()));
        for _ in 0..4 {
            let mut next = end;
            while next < end + 2 && PARTICLES.contains(&self.after(clause, next)) {
                next += 1;
            }
            let goes_on = next > end && !self.after(clause, next).is_empty() && self.is_capitalised(next);
            if !goes_on {
                break;
            }
            foreign = true;
            end = next + 1;
            while end < clause.atoms.end && self.gap(end) == Gap::Space && self.is_capitalised(end) && end < opener + 9
            {
                end += 1;
            }
        }
        (foreign && end > opener + 1).then_some(end)
    }

    /// The end of a society called after its people: "Friends of the Coast".
    pub fn fellowship(&self, clause: &Clause, from: usize, run_end: usize) -> Option<usize> {
        // "Mothers Against Silence": a connector with a capital, too.
        let capital = (from..run_end.saturating_sub(2)).find(|&at| {
            self.words.fellowships.contains(self.lower(at)) && matches!(self.lower(at + 1), "for" | "against" | "of")
        });
        if capital.is_some() {
            return Some(run_end);
        }
        let initial = from == clause.atoms.start && run_end == from + 1;
        let connector = self.after(clause, run_end);
        let fits = self.words.fellowships.contains(self.lower(run_end - 1))
            && (matches!(connector, "for" | "against") || connector == "of" && !initial);
        // "Citizens of Norvane" are its people.
        let named = run_end + 1 + usize::from(self.after(clause, run_end + 1) == "the");
        if !fits || run_end == from + 1 && connector == "of" && self.known_at(clause, named).is_some() {
            return None;
        }
        // "Lawyers for Lind's victims", "Lawyers for the Kestrian parent" are no society.
        let end = self.complement(clause, run_end)?;
        let noun_follows = end < clause.atoms.end
            && self.gap(end) == Gap::Space
            && self.pos(end) == Upos::Noun
            && !self.is_capitalised(end);
        let opens = from == clause.atoms.start && run_end == from + 1;
        (!(opens && (self.is_possessive(end) || noun_follows))).then_some(end)
    }

    /// The end of "of the …", "for …" with the capitalised words after.
    pub fn complement(&self, clause: &Clause, at: usize) -> Option<usize> {
        let opener = self.lower(at - 1);
        let connector = self.after(clause, at);
        // "the Government for now", "the Army against the guerrillas": what it does is no part of its name.
        let acts = matches!(opener, "government" | "army" | "parliament" | "cabinet" | "democrats" | "liberals");
        let allowed = match connector {
            "of" => true,
            "for" | "on" => !acts,
            // "Committee against Torture"
            "against" => {
                !acts && (self.words.fellowships.contains(opener) || self.words.organisation_heads.contains_key(opener))
            }
            "in" => matches!(opener, "union" | "party" | "church"),
            _ => false,
        };
        if !allowed {
            return None;
        }
        let mut end = at + 1;
        end += usize::from(self.after(clause, end) == "the");
        let from = end;
        let is_organisation = |entries: &[Entry]| {
            entries.iter().any(|entry| {
                self.gazetteer.actor(entry.actor).is_some_and(|actor| actor.kind == ActorKind::Organisation)
            })
        };
        let mut after_known = false;
        while end < clause.atoms.end && end < from + 8 {
            // "the Coast Democrats of | Prime Minister Ilse Brandt"
            if end == from && self.is_titled_name(clause, end) {
                return None;
            }
            if end > from && !self.joins(end) {
                // "Ministry of Trade, Fisheries and Energy"
                if matches!(opener, "ministry" | "department") && self.list_goes_on(clause, end) {
                    end += 1;
                    continue;
                }
                break;
            }
            if self.is_possessive(end) {
                if self.is_possessor(end - 1) {
                    end += 1;
                    continue;
                }
                break;
            }
            if self.is_capitalised(end) && !self.words.calendar.contains(self.lower(end)) {
                // "the Board of West | Hollow Bank": a word of the name, and not the West.
                let compass = matches!(self.lower(end), "north" | "south" | "east" | "west")
                    && end + 1 < clause.atoms.end
                    && self.joins(end + 1)
                    && self.is_capitalised(end + 1);
                match self.known_at(clause, end).filter(|(known_end, _)| !(compass && *known_end == end + 1)) {
                    Some((_, entries)) if connector == "for" && is_organisation(entries) => break,
                    Some((known_end, entries)) => {
                        after_known = entries.iter().any(|entry| entry.kind == SurfaceKind::Name);
                        end = known_end;
                        // "Association of Supreme Court | Presidents"
                        let members = is_organisation(entries)
                            && self.gap(end) == Gap::Space
                            && self.lower(end).ends_with('s')
                            && self.known_at(clause, end).is_none();
                        after_known &= !members;
                    }
                    None if after_known || self.lower(end) == "the" => break,
                    None if end > from && self.is_title_behind_name(clause, end) => break,
                    // "the Office of Tidal Affairs | Viktor Halloran": who works there.
                    None if end > from + 1
                        && self.is_capitalised(end - 1)
                        && self.is_first_name(end)
                        && end + 1 < clause.atoms.end
                        && self.gap(end + 1) == Gap::Space
                        && self.is_capitalised(end + 1) =>
                    {
                        break;
                    }
                    None => end += 1,
                }
                continue;
            }
            let next_capital = |reading: &Self, atom: usize| {
                atom < clause.atoms.end && reading.gap(atom) == Gap::Space && reading.is_capitalised(atom)
            };
            let word = self.lower(end);
            let goes_on = match word {
                "of" | "for" => {
                    next_capital(self, end + 1)
                        || word == "of" && end > from && self.is_of_a_listed_union(clause, end)
                        // "Council for the Safeguard | of the Coast"
                        || word == "of"
                            && end > from
                            && self.after(clause, end + 1) == "the"
                            && next_capital(self, end + 2)
                            && self.known_at(clause, end + 2).is_none()
                            && !self.head_soon(clause, end + 2)
                }
                "and" if after_known => {
                    let states = |entries: &[Entry]| {
                        entries.iter().any(|entry| {
                            entry.kind == SurfaceKind::Name
                                && self.gazetteer.actor(entry.actor).is_some_and(|actor| actor.kind == ActorKind::State)
                        })
                    };
                    connector == "for" && self.known_at(clause, end + 1).is_some_and(|(_, entries)| states(entries))
                }
                "and" => {
                    end > from
                        && next_capital(self, end + 1)
                        && self.known_at(clause, end + 1).is_none()
                        && !self.is_first_name(end + 1)
                        && !self.is_titled_name(clause, end + 1)
                        && !self.head_soon(clause, end + 1 + usize::from(self.lower(end + 1) == "international"))
                        && self.known_at(clause, end - 1).is_none()
                }
                "the" => end > from && matches!(self.lower(end - 1), "of" | "for") && next_capital(self, end + 1),
                _ => false,
            };
            if !goes_on {
                break;
            }
            end += 1;
        }
        // A connector that was taken on trust.
        while end > from && !self.is_capitalised(end - 1) && !self.is_possessive(end - 1) {
            end -= 1;
        }
        (end > from).then_some(end)
    }

    /// "Court of Justice | of the Northern Sea League": whose the body is stands behind its whole name.
    fn is_of_a_listed_union(&self, clause: &Clause, of: usize) -> bool {
        let union = |entries: &[Entry]| {
            entries.iter().any(|entry| {
                let owner = self.gazetteer.actor(entry.actor);
                entry.kind == SurfaceKind::Name && owner.is_some_and(|owner| owner.kind == ActorKind::Alliance)
            })
        };
        self.after(clause, of + 1) == "the"
            && self.known_at(clause, of + 2).is_some_and(|(end, entries)| union(entries) && !self.is_possessive(end))
    }

    /// Whether a title stands here with a name behind it: "Prime Minister Ilse Brandt".
    fn is_titled_name(&self, clause: &Clause, at: usize) -> bool {
        self.title_at(clause, at).is_some_and(|title| {
            let end = title.end;
            end < clause.atoms.end
                && self.gap(end) == Gap::Space
                && self.is_capitalised(end)
                && self.head_kind(end).is_none()
                && self.is_capitalised(end - 1)
        })
    }

    /// Whether a title begins behind a name. "Peace researcher" behind "Institute for Coastal" does not: its capital belongs to
    /// the name.
    pub fn is_title_behind_name(&self, clause: &Clause, at: usize) -> bool {
        self.title_at(clause, at).is_some_and(|title| {
            let small = title.end > at + 1 && self.is_capitalised(at) && !self.is_capitalised(title.end - 1);
            !small || self.words.roles.longest(self.atoms.get(at..at + 1).unwrap_or_default(), true).is_some()
        })
    }

    /// Whether the word behind a comma is one of a list of capitalised words that ends in "and": "…, Fisheries and Energy".
    fn list_goes_on(&self, clause: &Clause, at: usize) -> bool {
        let mut at = at;
        for _ in 0..3 {
            if self.gap(at) != Gap::Comma || !self.is_capitalised(at) || self.known_at(clause, at).is_some() {
                return false;
            }
            at += 1;
            if self.after(clause, at) == "and" {
                return !self.after(clause, at + 1).is_empty() && self.is_capitalised(at + 1);
            }
        }
        false
    }
}
