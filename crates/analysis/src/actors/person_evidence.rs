//! What says that a name nothing else explains is a person's: how old he is, where he comes from, that he speaks.

use rapporteur_core::ActorKind;

use super::finder::Finder;
use super::reading::Clause;
use super::spot::What;
use super::words::Lists;
use crate::gazetteer::{Gap, SurfaceKind};
use crate::tagger::Upos;

impl Finder<'_> {
    /// "NAME, the incumbent, has said", "NAME, of Selby, said"
    pub(super) fn speaks_behind_aside(&self, clause: &Clause, end: usize) -> bool {
        const OPENERS: &[&str] = &[
            "a",
            "an",
            "the",
            "its",
            "of",
            "from",
            "now",
            "then",
            "who",
            "one",
            "another",
            "whose",
            "led",
            "including",
        ];
        let reading = &self.reading;
        if reading.gap(end) != Gap::Comma || end >= clause.atoms.end || !OPENERS.contains(&reading.lower(end)) {
            return false;
        }
        // "of Selby, Va., said": the aside may hold a comma, and a stop before it.
        let closes_at = |at: usize| {
            let from = reading.atom(at - 1).map_or(0, |before| before.at.end);
            let between = reading.atom(at).and_then(|next| reading.text.get(from..next.at.start));
            reading.gap(at) == Gap::Comma || between == Some("., ")
        };
        let closes = (end + 1..clause.atoms.end.min(end + 18))
            .take_while(|&at| reading.gap(at) != Gap::Other || closes_at(at))
            .filter(|&at| closes_at(at));
        closes.take(2).any(|close| {
            let verb = close + usize::from(matches!(reading.lower(close), "has" | "have" | "had"));
            let adverb = reading.lower(verb);
            // "likewise notes"
            let passes =
                adverb.ends_with("ly") || matches!(adverb, "also" | "likewise" | "now" | "too" | "once" | "further");
            let verb = verb + usize::from(passes && !reading.is_capitalised(verb));
            reading.words.speech_verbs.contains(reading.lower(verb))
        })
    }

    /// What is done to nobody but persons, and what only they have: "thanked NAME", "the arrest of NAME", "NAME's widow".
    pub(super) fn has_what_persons_have(&self, clause: &Clause, start: usize, end: usize) -> Option<&'static str> {
        let reading = &self.reading;
        let words = reading.words;
        let before = reading.before(clause, start);
        if words.done_to_persons.contains(before) {
            return Some("has done to it what is done to persons");
        }
        if before == "of" && words.of_persons.contains(reading.before(clause, start - 1)) {
            return Some("has what persons have");
        }
        if reading.is_possessive(end) && words.owned_by_persons.contains(reading.after(clause, end + 1)) {
            return Some("has what persons have");
        }
        // "invented under NAME"
        if before == "under" {
            return Some("others are under it");
        }
        // "his friend NAME", "the activist NAME"
        if reading.gap(start) == Gap::Space && start > clause.atoms.start && self.is_one_of_people(start - 1) {
            return Some("noun for a person before the name");
        }
        if self.belongs_to_a_body_here(clause, start, end) {
            return Some("of a body");
        }
        self.is_called_a_person(clause, end).then_some("apposition with a noun for a person")
    }

    /// "NAME of the Tidal Institute", "NAME of the reform group Tidal Dawn", "the institute's NAME".
    fn belongs_to_a_body_here(&self, clause: &Clause, start: usize, end: usize) -> bool {
        /// How many words may stand in front of the body's name.
        const LONGEST: usize = 3;
        let reading = &self.reading;
        let body = |spot: Option<usize>| {
            let actor = spot.and_then(|spot| self.actor_of.get(spot).copied().flatten());
            actor.is_some_and(|actor| self.roster.kind(actor) == ActorKind::Organisation)
        };
        if start > clause.atoms.start + 1 && reading.is_possessive(start - 1) {
            return body(self.spot_ending(start - 1));
        }
        if !matches!(reading.after(clause, end), "of" | "from" | "at") {
            return false;
        }
        let named = (end + 1..clause.atoms.end.min(end + 2 + LONGEST)).find(|&at| reading.is_capitalised(at));
        named.is_some_and(|named| {
            let plain = (end + 1..=named).all(|at| reading.gap(at) == Gap::Space);
            plain && body(self.spot_starting(named))
        })
    }

    /// "activist": one of those who count where they speak.
    fn is_one_of_people(&self, at: usize) -> bool {
        let noun = self.reading.lower(at);
        !self.reading.is_capitalised(at)
            && (matches!(noun, "man" | "woman" | "friend" | "founder" | "co-founder")
                || self.reading.words.lists(&format!("{noun}s")).meets(Lists::SPEAKERS))
    }

    /// "NAME, a debt lawyer at the bank,", "NAME, no longer president but"
    fn is_called_a_person(&self, clause: &Clause, end: usize) -> bool {
        const LONGEST: usize = 6;
        let reading = &self.reading;
        if reading.gap(end) != Gap::Comma || end >= clause.atoms.end {
            return false;
        }
        let first = match reading.lower(end) {
            "a" | "an" | "the" | "his" | "her" | "then" | "now" | "once" | "another" => end + 1,
            "no" if reading.lower(end + 1) == "longer" => end + 2,
            _ => return false,
        };
        (first..clause.atoms.end.min(first + LONGEST))
            .take_while(|&at| {
                at == first || matches!(reading.gap(at), Gap::Space | Gap::Hyphen) && reading.pos(at) != Upos::Adp
            })
            .any(|at| {
                matches!(
                    reading.lower(at),
                    "member" | "son" | "daughter" | "brother" | "sister" | "widow" | "president"
                ) || self.is_one_of_people(at)
            })
    }

    /// "“…” — NAME" at the end of a paragraph.
    pub(super) fn signs_a_quotation(&self, clause: &Clause, start: usize, end: usize) -> bool {
        let reading = &self.reading;
        let Some((before, first)) =
            start.checked_sub(1).and_then(|before| reading.atom(before)).zip(reading.atom(start))
        else {
            return false;
        };
        let between = reading.text.get(before.at.end..first.at.start).unwrap_or_default();
        end == clause.atoms.end
            && between.contains(['”', '"', '’', '\''])
            && between.trim_end().ends_with(['—', '–', '―'])
    }

    /// "NAME, 74,"
    pub(super) fn age_follows(&self, clause: &Clause, end: usize) -> bool {
        let age = self.reading.atom(end).filter(|age| end < clause.atoms.end && age.gap == Gap::Comma);
        let years = age.and_then(|age| age.text.parse::<u8>().ok());
        let closed = end + 1 == clause.atoms.end || matches!(self.reading.gap(end + 1), Gap::Comma | Gap::Other);
        years.is_some_and(|years| (5..=110).contains(&years)) && closed
    }

    /// "a young man | called": whether the noun before names a human being.
    pub(super) fn is_human(&self, clause: &Clause, at: usize) -> bool {
        let noun = self.reading.before(clause, at);
        matches!(
            noun,
            "man" | "woman" | "boy" | "girl" | "person" | "resident" | "farmer" | "teenager" | "student" | "neighbour"
        ) || self.spot_ending(at).and_then(|spot| self.spots.get(spot)).is_some_and(|spot| {
            matches!(spot.what, What::Role { .. })
                || spot.entries().iter().any(|entry| entry.kind == SurfaceKind::People)
        })
    }

    /// "votes for NAME of the Coast Party"
    pub(super) fn is_of_a_party(&self, clause: &Clause, end: usize) -> bool {
        let the = usize::from(self.reading.after(clause, end + 1) == "the");
        let body = self.spot_starting(end + 1 + the).filter(|_| self.reading.after(clause, end) == "of");
        let actor = body.and_then(|body| self.actor_of.get(body).copied().flatten());
        let subkind = actor.and_then(|actor| self.roster.get(actor)).and_then(|actor| actor.subkind.as_deref());
        matches!(subkind, Some("party" | "party alliance" | "movement"))
    }

    /// "NAME of the Tidal Network said", "NAME, of Selby, asks".
    pub(super) fn comes_from_and_speaks(&self, clause: &Clause, end: usize) -> bool {
        let reading = &self.reading;
        if !matches!(reading.after(clause, end), "of" | "from" | "at") {
            return false;
        }
        let mut at = end + 1 + usize::from(reading.after(clause, end + 1) == "the");
        let first = at;
        while at < clause.atoms.end
            && at < end + 9
            && matches!(reading.gap(at), Gap::Space | Gap::Hyphen)
            && (reading.is_capitalised(at)
                || at > first && matches!(reading.lower(at), "of" | "for" | "and" | "the" | "on"))
        {
            at += 1;
        }
        let who =
            reading.gap(at) == Gap::Comma && at < clause.atoms.end && matches!(reading.lower(at), "who" | "whose");
        at > first
            && (who || reading.words.speech_verbs.contains(reading.after(clause, at)) || reading.is_verb(clause, at))
    }
}
