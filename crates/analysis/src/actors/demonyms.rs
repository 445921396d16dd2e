//! Nationality words: whether "Norvanian" stands for the state.

use rapporteur_core::ActorKind;

use super::finder::Finder;
use super::reading::Clause;
use super::spot::{Spot, What};
use crate::gazetteer::{Entry, Gap, SurfaceKind};
use crate::tagger::Upos;

/// Behind a hyphen: what a state did.
const DONE_BY: &[&str] = &[
    "backed",
    "led",
    "controlled",
    "occupied",
    "administered",
    "sponsored",
    "brokered",
    "mediated",
    "funded",
    "held",
    "installed",
    "supported",
    "ruled",
    "imposed",
    "owned",
    "run",
];

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
        // "ex-Norvanian states"
        let hyphen = spot.atoms.start > clause.atoms.start && reading.gap(spot.atoms.start) == Gap::Hyphen;
        if hyphen && matches!(reading.lower(spot.atoms.start - 1), "ex" | "post" | "pre" | "non") {
            return false;
        }
        // "Russian-Iranian talks", "Norvanian-Kestrian-backed groups"
        let mut pair = hyphen
            && self
                .spot_ending(spot.atoms.start)
                .and_then(|it| self.spots.get(it))
                .is_some_and(|it| self.is_adjective(it));
        while at < clause.atoms.end && reading.gap(at) == Gap::Hyphen {
            if DONE_BY.contains(&reading.lower(at)) {
                return true;
            }
            let Some(next) = self.spot_starting(at).and_then(|next| self.spots.get(next)) else { return false };
            pair = pair || self.is_adjective(next);
            at = next.atoms.end;
        }
        if self.belongs_to_a_body(spot) && reading.gap(at) == Gap::Space && matches!(reading.pos(at), Upos::Noun) {
            return true;
        }
        // Where a list of nationality words has come to: "Norvanian, Kestrian and Ostavar forces".
        let mut listed = at;
        for _ in 0..9 {
            if at == listed && at < clause.atoms.end {
                let comma = reading.gap(at) == Gap::Comma;
                let joined = matches!(reading.after(clause, at), "and" | "or")
                    || comma && matches!(reading.lower(at), "and" | "or");
                let start = at + usize::from(joined);
                let next = self.spot_starting(start).and_then(|next| self.spots.get(next));
                if (comma || joined)
                    && let Some(next) = next.filter(|next| self.is_nationality(next))
                {
                    at = next.atoms.end;
                    listed = at;
                    continue;
                }
            }
            let word = reading.after(clause, at);
            if word.is_empty() || matches!(word, "and" | "or") && at == listed {
                return false;
            }
            // "Norvanian non-paper"
            if word == "non" && reading.gap(at + 1) == Gap::Hyphen && reading.lower(at + 1) == "paper" {
                return true;
            }
            // "Norvanian Ilse Marwood": somebody as a person.
            if self
                .spot_starting(at)
                .and_then(|next| self.spots.get(next))
                .is_some_and(|it| matches!(it.what, What::Person))
            {
                return false;
            }
            // "domestic and foreign policy"
            if matches!(word, "and" | "or") && at > listed && reading.pos(at + 1) == Upos::Adj {
                at += 1;
                continue;
            }
            if pair && reading.words.between_two.contains(word) {
                return true;
            }
            if self.are_idle_privates(clause, at) {
                return false;
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
                        | "domestic"
                        | "regional"
                        | "private"
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

    pub(super) fn is_adjective(&self, spot: &Spot) -> bool {
        spot.entries().iter().any(|entry| entry.kind == SurfaceKind::Adjective)
    }

    /// "Norvanian", and "U.S." in its place: "Norvanian and U.S. envoys".
    pub(super) fn is_nationality(&self, spot: &Spot) -> bool {
        let short = |entry: &Entry| {
            let actor = self.reading.gazetteer.actor(entry.actor);
            entry.kind == SurfaceKind::Abbreviation
                && actor.is_some_and(|actor| matches!(actor.kind, ActorKind::State | ActorKind::Alliance))
        };
        self.is_adjective(spot) || spot.entries().iter().any(short)
    }

    /// Whether the adjective is an armed group's or a party's, which has no people and no products: whatever it modifies is
    /// the body's own.
    fn belongs_to_a_body(&self, spot: &Spot) -> bool {
        !spot.entries().is_empty()
            && spot.entries().iter().all(|entry| {
                self.reading.gazetteer.actor(entry.actor).is_some_and(|actor| actor.kind == ActorKind::Organisation)
            })
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
        // "Norvanian Kestrians" are people of two countries.
        let hyphenated = spot.atoms.start > clause.atoms.start
            && matches!(reading.gap(spot.atoms.start), Gap::Space | Gap::Hyphen)
            && self
                .spot_ending(spot.atoms.start)
                .and_then(|it| self.spots.get(it))
                .is_some_and(|it| self.is_adjective(it));
        if is_ethnic(before) || hyphenated {
            return false;
        }
        let same_as_adjective = spot.entries().iter().any(|entry| entry.kind == SurfaceKind::Adjective);
        if same_as_adjective {
            // "accused the Norvanese of it", "the Norvanese and ourselves"
            let verb = reading.before(clause, spot.atoms.start.saturating_sub(1));
            let accused = reading.after(clause, spot.atoms.end) == "of"
                && ["accus", "suspect", "warn", "assur", "convinc"].iter().any(|stem| verb.starts_with(stem));
            let alone = accused || reading.ends_phrase(clause, spot.atoms.end);
            return before == "the" && (self.verb_follows(clause, spot.atoms.end) || alone);
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
                        | "cent"
                );
        // "as Norvanians are recruited on such terms": people one by one, unless they say or do something together.
        let acts =
            self.verb_follows(clause, spot.atoms.end) || before == "the" || reading.is_possessive(spot.atoms.end);
        // "Norvanians and Kestrians failed to agree", "the rights of Norvanians"
        let joined = matches!(reading.after(clause, spot.atoms.end), "and" | "or") || matches!(before, "and" | "or");
        let acts = acts || joined || before == "of" && reading.before(clause, spot.atoms.start - 1) == "rights";
        plural && !counted && acts
    }
}

/// "ethnic Norvanians" are no part of Norvane, whatever state they live in.
fn is_ethnic(word: &str) -> bool {
    matches!(word, "ethnic" | "ethnically")
}
