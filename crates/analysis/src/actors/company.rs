//! People without a name who act together with somebody named: "Okello and his top officials", "Averland and other states".

use std::ops::Range;

use rapporteur_core::{ActorKind, MentionForm, Sense, slug};

use super::finder::Finder;
use super::reading::Clause;
use super::words::Lists;
use crate::gazetteer::{Gap, SurfaceKind};
use crate::tagger::Upos;

/// How many words may stand in front of the noun.
const MODIFIERS: usize = 4;
/// How far behind the noun the verb may stand.
const VERB: usize = 10;

/// What says how many or how high, and not who.
const RANKS: &[&str] = &[
    "other",
    "many",
    "most",
    "some",
    "several",
    "few",
    "numerous",
    "various",
    "countless",
    "certain",
    "top",
    "senior",
    "chief",
    "close",
    "closest",
    "key",
    "main",
    "leading",
    "fellow",
    "own",
    "important",
    "powerful",
    "high",
    "ranking",
];

/// How many people a bare plural may be said to be.
const MANY: &[&str] = &["many", "most", "some", "several", "few", "all", "ordinary", "young", "older"];

impl Finder<'_> {
    /// The group that the noun at `at` names in a coordination with an actor in front of it. Returns where it ends.
    pub fn company_at(&mut self, clause: &Clause, at: usize) -> Option<usize> {
        if !self.reading.on(at, Lists::COMPANY.and(Lists::OWNED).and(Lists::SPEAKERS)) {
            return None;
        }
        let (start, owned, partner) = self.in_company_of(clause, at)?;
        let end = self.with_place(clause, at + 1);
        if !self.acts_behind(clause, end) {
            return None;
        }
        let name = self.reading.slice(&(start..end)).to_owned();
        // "his officials" are not those of another.
        let id = if owned { slug(&format!("{} {name}", self.roster.id(partner))) } else { slug(&name) };
        let actor = self.roster.with_id(ActorKind::Group, &id, &name, "people named together with an actor");
        self.mention(start..end, actor, MentionForm::Name, Sense::Actor);
        Some(end)
    }

    /// "70 percent of Norvanians", "many Norvanians": people of a state, and not the state, where they act.
    pub fn shares_of_peoples(&mut self) {
        for index in 0..self.spots.len() {
            let Some(spot) = self.spots.get(index).filter(|_| self.actor_of.get(index) == Some(&None)).cloned() else {
                continue;
            };
            let state = |entry: &crate::gazetteer::Entry| {
                entry.kind == SurfaceKind::People
                    && self.reading.gazetteer.actor(entry.actor).is_some_and(|actor| actor.kind == ActorKind::State)
            };
            let clause = self.clause(&spot);
            let (start, end) = (spot.atoms.start, spot.atoms.end);
            let counted = match self.reading.before(&clause, start) {
                "of" => true,
                word => MANY.contains(&word),
            };
            let plural = end == start + 1 && self.reading.lower(start).ends_with('s');
            let people = counted && plural && spot.entries().iter().any(state);
            if people
                && self.acts_behind(&clause, end)
                && !matches!(self.reading.gap(end), Gap::Hyphen | Gap::Apostrophe)
            {
                let name = self.reading.slice(&spot.atoms).to_owned();
                let actor = self.roster.named(ActorKind::Group, &name, "people of a state");
                if let Some(slot) = self.actor_of.get_mut(index) {
                    *slot = Some(actor);
                }
                self.mention(spot.atoms, actor, MentionForm::Name, Sense::Actor);
            }
        }
    }

    /// Where the words for the group begin, whether it is the other's own, and whom it is named with.
    fn in_company_of(&self, clause: &Clause, at: usize) -> Option<(usize, bool, usize)> {
        let reading = &self.reading;
        let low = clause.atoms.start;
        // "think tanks"
        let mut first = at - usize::from(reading.lower(at) == "tanks" && reading.before(clause, at) == "think");
        while at - first < MODIFIERS
            && first > low
            && matches!(reading.gap(first), Gap::Space | Gap::Hyphen)
            && (matches!(reading.pos(first - 1), Upos::Adj | Upos::Noun | Upos::Propn)
                || RANKS.contains(&reading.lower(first - 1))
                // "Kest-based"
                || reading.gap(first - 1) == Gap::Hyphen)
        {
            first -= 1;
        }
        let determiner = reading.before(clause, first);
        let owned = matches!(determiner, "his" | "her" | "its" | "their");
        let front = first - usize::from(owned || determiner == "the");
        let and = front.checked_sub(1).filter(|_| reading.before(clause, front) == "and")?;
        if !matches!(reading.gap(and), Gap::Space | Gap::Comma) {
            return None;
        }
        // "Averland, foreign lenders, and local banks"
        let item = (low.max(and.saturating_sub(MODIFIERS))..and).rev().find(|&item| reading.gap(item) == Gap::Comma);
        let listed = item.filter(|&item| {
            (item..and).all(|word| matches!(reading.pos(word), Upos::Adj | Upos::Noun))
                && reading.gap(and) == Gap::Comma
        });
        let spot = self.spot_ending(and).or_else(|| self.spot_ending(listed?))?;
        // "Norvanian | and Kestrian officials": the first word says no less than the second whose they are.
        if self.spots.get(spot).is_some_and(|spot| self.is_adjective(spot)) {
            return None;
        }
        let partner = self.actor_of.get(spot).copied().flatten()?;
        let place = self.sense_of.get(spot) == Some(&Sense::Place);
        let start = (first..at).find(|&word| !RANKS.contains(&reading.lower(word))).unwrap_or(at);
        (!place && self.roster.kind(partner) != ActorKind::Office).then_some((start, owned, partner))
    }

    /// "residents | of North Ostavar": the place they are of.
    fn with_place(&self, clause: &Clause, end: usize) -> usize {
        let reading = &self.reading;
        let named = |range: Range<usize>| {
            range.take_while(|&at| !reading.after(clause, at).is_empty() && reading.is_capitalised(at)).count()
        };
        if !matches!(reading.after(clause, end), "of" | "in" | "from") {
            return end;
        }
        match named(end + 1..clause.atoms.end.min(end + 4)) {
            0 => end,
            words => end + 1 + words,
        }
    }

    /// Whether a verb follows with no mark between.
    fn acts_behind(&self, clause: &Clause, end: usize) -> bool {
        let high = clause.atoms.end.min(end + VERB);
        (end..high).take_while(|&at| self.reading.gap(at) != Gap::Comma).any(|at| self.reading.is_verb(clause, at))
    }
}
