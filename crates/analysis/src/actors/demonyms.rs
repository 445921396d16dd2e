//! Nationality words: whether "Norvanian" stands for the state.

use super::finder::Finder;
use super::reading::Clause;
use super::spot::Spot;
use crate::gazetteer::{Gap, SurfaceKind};

impl Finder<'_> {
    /// Whether a nationality word stands for its state: before an organ, office, force, official, demand or act.
    pub fn adjective_counts(&self, spot: &Spot, clause: &Clause) -> bool {
        let reading = &self.reading;
        let mut at = spot.atoms.end;
        if at >= clause.atoms.end || is_ethnic(reading.before(clause, spot.atoms.start)) {
            return false;
        }
        // "Norvanian Kurds": a people of that state.
        if self.spot_starting(at).and_then(|next| self.spots.get(next)).is_some_and(|next| {
            reading.gap(at) == Gap::Space
                && next.entries().iter().any(|entry| {
                    self.reading
                        .gazetteer
                        .actor(entry.actor)
                        .is_some_and(|actor| actor.subkind.as_deref() == Some("people"))
                })
        }) {
            return true;
        }
        if reading.gap(at) == Gap::Hyphen {
            let next = reading.lower(at);
            if matches!(
                next,
                "backed"
                    | "led"
                    | "controlled"
                    | "occupied"
                    | "sponsored"
                    | "brokered"
                    | "funded"
                    | "held"
                    | "installed"
                    | "supported"
            ) {
                return true;
            }
            if self.spot_starting(at).is_some() {
                // "Russian-Iranian talks"
                at += 1;
            } else {
                return false;
            }
        }
        for _ in 0..5 {
            let word = reading.after(clause, at);
            if word.is_empty() {
                return false;
            }
            if matches!(word, "and" | "or") && at == spot.atoms.end {
                let next = self.spot_starting(at + 1).and_then(|next| self.spots.get(next));
                let Some(next) =
                    next.filter(|next| next.entries().iter().any(|entry| entry.kind == SurfaceKind::Adjective))
                else {
                    return false;
                };
                at = next.atoms.end;
                continue;
            }
            if reading.words.demonym_nouns.contains(word)
                || word.strip_suffix('s').is_some_and(|one| reading.words.demonym_nouns.contains(one))
                || reading.words.organisation_heads.contains_key(word)
                || reading.words.owned.contains(word)
                || word == "law" && reading.after(clause, at + 1) == "enforcement"
                || reading.title_at(clause, at).is_some()
            {
                return true;
            }
            if reading.words.function.contains(word)
                && !matches!(
                    word,
                    "former"
                        | "new"
                        | "senior"
                        | "top"
                        | "leading"
                        | "military"
                        | "political"
                        | "foreign"
                        | "economic"
                        | "late"
                        | "national"
                        | "high"
                        | "local"
                        | "public"
                        | "ex"
                        | "prominent"
                        | "pro"
                        | "anti"
                )
                || reading.words.agent_verbs.contains(word)
                    && !(word.ends_with("ed") && reading.before(clause, spot.atoms.start) != "the")
            {
                let the = reading.before(clause, spot.atoms.start) == "the";
                return at == spot.atoms.end && the && reading.words.agent_verbs.contains(word);
            }
            at += 1;
        }
        false
    }

    /// Whether arms of a state's make are traded: "buys Norvanian missiles".
    pub fn is_wares(&self, spot: &Spot, clause: &Clause) -> bool {
        let reading = &self.reading;
        let wares = (spot.atoms.end..spot.atoms.end + 3)
            .take_while(|&at| !reading.after(clause, at).is_empty())
            .any(|at| reading.words.wares.contains(reading.lower(at)));
        let from = spot.atoms.start.saturating_sub(6).max(clause.atoms.start);
        wares && (from..spot.atoms.start).any(|at| reading.words.traded.contains(reading.lower(at)))
    }

    /// Whether a plural nationality noun stands for the people as an actor: "the Norvanians", not "two Norvanians".
    pub fn people_count(&self, spot: &Spot, clause: &Clause) -> bool {
        let reading = &self.reading;
        let last = reading.lower(spot.atoms.end - 1);
        let before = reading.before(clause, spot.atoms.start);
        if is_ethnic(before) {
            return false;
        }
        let same_as_adjective = spot.entries().iter().any(|entry| entry.kind == SurfaceKind::Adjective);
        if same_as_adjective {
            return before == "the" && self.verb_follows(clause, spot.atoms.end);
        }
        if spot.atoms.end < clause.atoms.end
            && reading.gap(spot.atoms.end) == Gap::Space
            && !last.ends_with('s')
            && reading.words.owned.contains(reading.lower(spot.atoms.end))
        {
            return true;
        }
        let plural = last.ends_with('s') || last.ends_with("men") || last.ends_with("women");
        let counted = reading.atom(spot.atoms.start.wrapping_sub(1)).is_some_and(crate::gazetteer::Atom::is_number)
            || matches!(
                before,
                "many"
                    | "some"
                    | "several"
                    | "few"
                    | "two"
                    | "three"
                    | "four"
                    | "five"
                    | "six"
                    | "seven"
                    | "eight"
                    | "nine"
                    | "ten"
                    | "young"
                    | "most"
                    | "all"
                    | "million"
                    | "hundred"
                    | "thousand"
            )
            || before == "of"
                && matches!(
                    reading.before(clause, spot.atoms.start - 1),
                    "thousands"
                        | "hundreds"
                        | "millions"
                        | "dozens"
                        | "number"
                        | "majority"
                        | "most"
                        | "many"
                        | "percent"
                );
        plural && !counted
    }
}

/// "ethnic Norvanians" are no part of Norvane, whatever state they live in.
fn is_ethnic(word: &str) -> bool {
    matches!(word, "ethnic" | "ethnically")
}
