//! Those who act as several: "analysts", "Norvanian officials".

use rapporteur_core::{ActorKind, MentionForm, Sense, slug};

use super::finder::Finder;
use super::reading::Clause;
use super::spot::{Spot, What};
use super::words::Lists;
use crate::gazetteer::{Gap, SurfaceKind};
use crate::tagger::Upos;

/// Words in front of people that say how many they are, or nothing of which.
pub(crate) const ANY_PEOPLE: &[&str] = &[
    "many", "some", "several", "most", "other", "few", "more", "own", "such", "certain", "same", "all", "various",
    "numerous",
];

/// Numbers, which taggers take for adjectives now and then.
const NUMBERS: &[&str] = &[
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "twenty", "thirty", "forty", "fifty", "dozen",
];

impl Finder<'_> {
    /// Groups of people: with an owner, or where they speak or are spoken to.
    pub fn groups(&mut self) {
        for number in 0..self.reading.sentences.len() {
            let Some(clause) = self.reading.sentences.get(number).cloned() else { continue };
            if clause.byline {
                continue;
            }
            let mut at = clause.atoms.start;
            while at < clause.atoms.end {
                at = self.group_at(&clause, at).max(at + 1);
            }
        }
    }

    fn group_at(&mut self, clause: &Clause, at: usize) -> usize {
        let words = self.reading.words;
        let capital = self.reading.is_capitalised(at);
        if capital && at > clause.atoms.start {
            return at + 1;
        }
        // Asked of every word of the text, so what costs least and rules out most comes first.
        let noun = self.reading.lower(at);
        let pair = self.reading.on(at, Lists::BEGINS_OWNED_PAIR)
            && words.owned_pairs.contains(&format!("{noun} {}", self.reading.after(clause, at + 1)));
        let counts = pair || self.reading.on(at, Lists::OWNED);
        let speaks = !pair && self.reading.on(at, Lists::SPEAKERS);
        let company = !pair && self.reading.on(at, Lists::COMPANY);
        if !counts && !speaks && !company || self.spot_starting(at).is_some_and(|spot| !self.is_idle(spot)) {
            return at + 1;
        }
        let mut end = if pair { at + 2 } else { at + 1 };
        // "Norvanian police stations": no people.
        let things = self.reading.after(clause, end);
        if matches!(things, "agencies" | "officials" | "officers") && noun == "law" {
            end += 1;
        } else if matches!(noun, "police" | "army" | "law")
            && matches!(things, "station" | "stations" | "post" | "posts" | "officer" | "base" | "bases")
        {
            return at + 1;
        }
        // "Norvanian press officers", "Norvanian state media"
        let one = matches!(noun, "media" | "press" | "public" | "opposition");
        // "Norvanian opposition to the treaty": what Norvane does.
        if noun == "opposition" && matches!(things, "to" | "against" | "over" | "towards" | "toward") {
            return at + 1;
        }
        if one
            && (!pair
                && matches!(self.reading.pos(end), Upos::Noun | Upos::Propn)
                && !self.reading.after(clause, end).is_empty()
                || matches!(self.reading.before(clause, at), "state" | "official" | "government" | "run"))
        {
            return at + 1;
        }
        // "ships on the Norvanian side", "a member of the Norvanian delegation": where somebody is, and nobody who acts.
        let silent = words.sides.contains(noun) && self.is_where_somebody_is(clause, at, end);
        let acts = pair || !self.are_idle_privates(clause, at) && !silent;
        // "Norvanian engineers fear": of those who count alone where they speak, too.
        let belongs = counts && acts || speaks && self.speaks_or_is_spoken_to(clause, at);
        if belongs && let Some((start, owner)) = self.group_owner(clause, at) {
            let noun = self.reading.key(&(at..end)).to_lowercase();
            let region = self.roster.is_region(owner);
            let id = slug(&format!("{} {noun}", self.roster.id(owner)));
            let name = self.reading.slice(&(start..end));
            let actor = self.roster.with_id(ActorKind::Group, &id, name, "people of an actor");
            let affiliation = (!region).then(|| self.roster.id(owner).to_owned());
            if let Some(group) = self.roster.actors.get_mut(actor) {
                group.affiliation = affiliation;
            }
            self.mention(start..end, actor, MentionForm::Name, Sense::Actor);
            return end;
        }
        // "Norvane's delegation said": of whose people nothing is told, there is no mention.
        let possessor = (speaks || counts).then(|| self.possessor_before(at)).flatten();
        if let Some(owner) = possessor.filter(|_| self.speaks_or_is_spoken_to(clause, at)) {
            let noun = self.reading.key(&(at..end)).to_lowercase();
            let id = slug(&format!("{} {noun}", self.roster.id(owner)));
            let named = self.spot_ending(at - 1).and_then(|named| self.spots.get(named));
            let start = named.map_or(at, |named| named.atoms.start);
            // "Norvanian delegation"
            let name = format!("{} {noun}", self.whose(owner));
            let actor = self.roster.with_id(ActorKind::Group, &id, &name, "people of an actor");
            let affiliation = self.roster.id(owner).to_owned();
            if let Some(group) = self.roster.actors.get_mut(actor) {
                group.affiliation = Some(affiliation);
            }
            self.mention(start..end, actor, MentionForm::Name, Sense::Actor);
            return end;
        }
        // "Norvanian authorities" are a government.
        let organ = self.spots.partition_point(|spot| spot.atoms.start <= at);
        let within = (organ.saturating_sub(3)..organ)
            .any(|spot| !self.is_idle(spot) && self.spots.get(spot).is_some_and(|spot| spot.atoms.contains(&at)));
        if !within
            && !pair
            && let Some(end) = self.company_at(clause, at)
        {
            return end;
        }
        // "the Front’s leaders say": those of somebody whom nothing has explained so far.
        let owned = at > clause.atoms.start && self.reading.is_possessive(at - 1);
        if !within && !owned && speaks && self.speaks_or_is_spoken_to(clause, at) {
            let start = self.which_people(clause, at);
            // "officials in the port" are others than "officials".
            let placed = matches!(self.reading.after(clause, end), "at" | "in" | "of" | "on" | "within" | "inside");
            let described = self.description_before_speech(clause, end).filter(|_| placed).unwrap_or(end);
            let name = self.reading.slice(&(start..described));
            let actor = self.roster.named(ActorKind::Group, name, "people who speak");
            self.mention(start..end, actor, MentionForm::Name, Sense::Actor);
        }
        end
    }

    /// Where the words begin that say which people the noun at `noun` means: "retired | officers", "opposition | economists".
    pub(super) fn which_people(&self, clause: &Clause, noun: usize) -> usize {
        /// How many words.
        const LONGEST: usize = 2;
        let reading = &self.reading;
        let mut start = noun;
        while start > clause.atoms.start && noun - start < LONGEST && reading.gap(start) == Gap::Space {
            let before = start - 1;
            let plain = matches!(reading.pos(before), Upos::Noun | Upos::Adj)
                && !NUMBERS.contains(&reading.lower(before))
                && !reading.is_possessive(before)
                && (!ANY_PEOPLE.contains(&reading.lower(before))
                    || matches!(reading.lower(before), "senior" | "former"))
                && (!reading.is_capitalised(before) || before == clause.atoms.start)
                && self.spot_ending(start).is_none_or(|spot| self.is_idle(spot));
            if !plain {
                break;
            }
            start = before;
        }
        // "quick-response | crews"
        while start > clause.atoms.start && start < noun && reading.gap(start) == Gap::Hyphen {
            start -= 1;
        }
        start
    }

    /// A capitalised word at the start of a sentence that nothing has explained.
    fn is_idle(&self, spot: usize) -> bool {
        self.actor_of.get(spot).copied().flatten().is_none()
    }

    /// Whose people: the adjective or name before, one or two small words between.
    fn group_owner(&mut self, clause: &Clause, noun: usize) -> Option<(usize, usize)> {
        let mut at = noun;
        for _ in 0..3 {
            if at <= clause.atoms.start || self.reading.gap(at) != Gap::Space {
                return None;
            }
            if let Some(index) = self.spot_ending(at) {
                let spot = self.spots.get(index)?.clone();
                // "non-League members"
                let first = spot.atoms.start;
                if first > clause.atoms.start
                    && self.reading.gap(first) == Gap::Hyphen
                    && matches!(self.reading.lower(first - 1), "non" | "ex" | "post")
                {
                    return None;
                }
                // "Harbour Ministry officials" are the ministry's.
                if !matches!(
                    spot.what,
                    What::Known(_) | What::Defined(_) | What::Word | What::Organisation { named: true, .. }
                ) {
                    return None;
                }
                // "Norvanian and Kestrian | envoys" are not Kestria's alone.
                if self.is_joined_to_a_nationality(clause, &spot) {
                    return None;
                }
                if let Some(actor) = self.actor_of.get(index).copied().flatten() {
                    let fits = matches!(
                        self.roster.kind(actor),
                        ActorKind::State | ActorKind::Organisation | ActorKind::Alliance | ActorKind::Group
                    );
                    let place = self.sense_of.get(index) == Some(&Sense::Place);
                    return (fits && !place).then_some((spot.atoms.start, actor));
                }
                // "European members": the adjective of a region is no mention, but says which members.
                let region = spot.entries().iter().find(|entry| {
                    entry.kind == SurfaceKind::Adjective
                        && self.reading.gazetteer.actor(entry.actor).is_some_and(|actor| actor.kind == ActorKind::Group)
                })?;
                let region = *region;
                let actor = self.listed(&region);
                return Some((spot.atoms.start, actor));
            }
            let word = self.reading.lower(at - 1);
            let passes = (self.reading.words.role_before.contains(word)
                || self.reading.words.role_modifier.contains(word))
                && !self.reading.is_capitalised(at - 1);
            if !passes {
                return None;
            }
            at -= 1;
        }
        None
    }

    /// "Norvanian and | Kestrian", "Norvanian, U.S. and | Kestrian": whether another nationality stands in front that says whose
    /// the same people are.
    fn is_joined_to_a_nationality(&self, clause: &Clause, spot: &Spot) -> bool {
        let reading = &self.reading;
        let and = spot.atoms.start.saturating_sub(1);
        if !self.is_nationality(spot) || !matches!(reading.before(clause, spot.atoms.start), "and" | "or") {
            return false;
        }
        let other = self.spot_ending(and).and_then(|other| self.spots.get(other));
        matches!(reading.gap(and), Gap::Space | Gap::Comma) && other.is_some_and(|other| self.is_nationality(other))
    }

    /// "sold to Norvanian companies": people and firms one by one, who stand for nobody unless they act.
    pub(super) fn are_idle_privates(&self, clause: &Clause, at: usize) -> bool {
        self.reading.words.private.contains(self.reading.lower(at))
            && !self.verb_follows(clause, at + 1)
            && !self.speaks_or_is_spoken_to(clause, at)
    }

    /// "ships on the Norvanian | side", "a member of the Norvanian | delegation": where somebody is, and nobody who acts.
    fn is_where_somebody_is(&self, clause: &Clause, noun: usize, end: usize) -> bool {
        let reading = &self.reading;
        let owner = self.spot_ending(noun).and_then(|owner| self.spots.get(owner));
        let owner = owner.map_or(noun, |owner| owner.atoms.start);
        let start = owner - usize::from(reading.before(clause, owner) == "the");
        matches!(reading.before(clause, start), "on" | "of" | "at" | "down" | "along" | "across" | "in" | "to" | "with")
            && !self.verb_follows(clause, end)
            && !reading.is_possessive(end)
            && !self.speaks_or_is_spoken_to(clause, noun)
    }
}
