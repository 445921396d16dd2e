//! Actors no list has and no name explains: states by their governments, bodies by speaking.

use std::collections::BTreeSet;

use rapporteur_core::{ActorKind, MentionForm, Sense};

use super::body_nouns::kind_of_body;
use super::finder::Finder;
use super::reading::Clause;
use super::spot::{Spot, What};

impl Finder<'_> {
    /// Single unexplained words that have a government and are also a place somewhere are states: "Ostavar's government",
    /// "registered in Ostavar". Both are asked for, since a person has a government too.
    pub fn unlisted_states(&mut self) {
        let (mut governed, mut placed) = (BTreeSet::new(), BTreeSet::new());
        for (index, spot) in self.spots.iter().enumerate() {
            if !self.is_open_word(index, spot) {
                continue;
            }
            let clause = self.clause(spot);
            let key = self.reading.key(&spot.atoms).into_owned();
            let mut before = self.reading.before(&clause, spot.atoms.start);
            if before == "the" {
                before = self.reading.before(&clause, spot.atoms.start - 1);
            }
            if self.reading.words.locative.contains(before) || matches!(before, "from" | "to") {
                placed.insert(key.clone());
            }
            if self.has_government(spot, &clause) {
                governed.insert(key);
            }
        }
        for index in 0..self.spots.len() {
            let Some(spot) = self.spots.get(index).filter(|spot| self.is_open_word(index, spot)).cloned() else {
                continue;
            };
            let key = self.reading.key(&spot.atoms).into_owned();
            if !governed.contains(&key) || !placed.contains(&key) {
                continue;
            }
            let clause = self.clause(&spot);
            let actor =
                self.roster.named(ActorKind::State, self.reading.slice(&spot.atoms), "has a government and is a place");
            let before = self.reading.before(&clause, spot.atoms.start);
            let place = self.reading.words.locative.contains(before) && !self.reading.is_possessive(spot.atoms.end);
            if let Some(slot) = self.actor_of.get_mut(index) {
                *slot = Some(actor);
            }
            let sense = if place { Sense::Place } else { Sense::Actor };
            self.mention(spot.atoms, actor, MentionForm::Name, sense);
        }
    }

    /// Unexplained names behind a noun that says what they are: "the group Safe Straits".
    pub fn introduced(&mut self) {
        for index in 0..self.spots.len() {
            let open = |spot: &&Spot| matches!(spot.what, What::Word | What::Names | What::Acronym);
            let Some(spot) = self.spots.get(index).filter(open).cloned() else { continue };
            if self.actor_of.get(index).copied().flatten().is_some() {
                continue;
            }
            let clause = self.clause(&spot);
            let Some(subkind) = introduces(self.reading.before(&clause, spot.atoms.start)) else { continue };
            if clause.title_case
                || spot.atoms.start < clause.atoms.start + 2
                || self.reading.is_capitalised(spot.atoms.start - 1)
            {
                continue;
            }
            let actor =
                self.roster.named(ActorKind::Organisation, self.reading.slice(&spot.atoms), "noun before the name");
            if let Some(found) = self.roster.actors.get_mut(actor) {
                found.subkind.get_or_insert_with(|| subkind.to_owned());
            }
            if let Some(slot) = self.actor_of.get_mut(index) {
                *slot = Some(actor);
            }
            self.mention(spot.atoms, actor, MentionForm::Name, Sense::Actor);
        }
    }

    pub(super) fn is_open_word(&self, index: usize, spot: &Spot) -> bool {
        matches!(spot.what, What::Word) && self.actor_of.get(index).copied().flatten().is_none()
    }

    /// "X's government", "X's foreign minister", "republic of X", "prime minister of X".
    fn has_government(&self, spot: &Spot, clause: &Clause) -> bool {
        let reading = &self.reading;
        let end = spot.atoms.end;
        if reading.is_possessive(end) {
            let owned = reading.after(clause, end + 1);
            let organ =
                matches!(owned, "government" | "parliament" | "army" | "military" | "navy" | "ambassador" | "supreme");
            return organ || self.is_ministerial(clause, end + 1);
        }
        let start = spot.atoms.start;
        if reading.before(clause, start) != "of" || start < clause.atoms.start + 2 {
            return false;
        }
        let noun = reading.lower(start - 2);
        let of_state = matches!(
            noun,
            "republic" | "kingdom" | "government" | "parliament" | "king" | "queen" | "sultanate" | "emirate"
        );
        of_state || matches!(noun, "minister" | "ambassador")
    }

    fn is_ministerial(&self, clause: &Clause, at: usize) -> bool {
        let title = self.reading.title_at(clause, at);
        title.is_some_and(|title| {
            matches!(self.reading.lower(title.end - 1), "minister" | "king" | "queen" | "ambassador")
                || self.reading.lower(at) == "foreign"
        })
    }

    /// Capital letters nothing explains, as the subject of a verb of saying: a body. The other places follow.
    pub fn speaking_acronyms(&mut self) {
        let mut speaking = BTreeSet::new();
        let open = |finder: &Self, index: usize, spot: &Spot| {
            matches!(spot.what, What::Acronym)
                && spot.atoms.len() == 1
                && finder.actor_of.get(index).copied().flatten().is_none()
                && finder.reading.slice(&spot.atoms).chars().filter(|letter| letter.is_alphabetic()).count() >= 3
        };
        if !self.spots.iter().enumerate().any(|(index, spot)| open(self, index, spot)) {
            return;
        }
        let mut partisan = BTreeSet::new();
        let political = self.clauses_about_parties();
        for (index, spot) in self.spots.iter().enumerate() {
            if !open(self, index, spot) {
                continue;
            }
            let clause = self.clause(spot);
            let verb = self.reading.after(&clause, spot.atoms.end);
            let start = spot.atoms.start;
            let outer = start - usize::from(self.reading.before(&clause, start) == "the");
            let source =
                self.reading.before(&clause, outer) == "to" && self.reading.before(&clause, outer - 1) == "according";
            if !clause.title_case && (source || self.reading.words.speech_verbs.contains(verb)) {
                speaking.insert(self.reading.key(&spot.atoms).into_owned());
            } else if political.contains(&spot.clause) && self.is_joined_or_left(&clause, spot) {
                partisan.insert(self.reading.key(&spot.atoms).into_owned());
            }
        }
        for index in 0..self.spots.len() {
            let Some(spot) = self.spots.get(index).filter(|spot| open(self, index, spot)).cloned() else { continue };
            let key = self.reading.key(&spot.atoms).into_owned();
            let evidence = match (speaking.contains(&key), partisan.contains(&key)) {
                (true, _) => "capital letters that speak",
                (false, true) => "capital letters among parties",
                (false, false) => continue,
            };
            let name = self.reading.slice(&spot.atoms);
            let actor = self.roster.named(ActorKind::Organisation, name, evidence);
            if let Some(slot) = self.actor_of.get_mut(index) {
                *slot = Some(actor);
            }
            self.mention(spot.atoms, actor, MentionForm::Abbreviation, Sense::Actor);
        }
    }

    /// Sentences that speak of parties.
    fn clauses_about_parties(&self) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        for (number, clause) in self.reading.sentences.iter().enumerate() {
            let says = |at: usize| {
                matches!(
                    self.reading.lower(at),
                    "party" | "parties" | "coalition" | "electoral" | "faction" | "factions"
                )
            };
            if !clause.title_case && clause.atoms.clone().any(says) {
                found.insert(number);
            }
        }
        for (spot, actor) in self.spots.iter().zip(&self.actor_of) {
            let subkind = actor.and_then(|actor| self.roster.get(actor)).and_then(|actor| actor.subkind.as_deref());
            if matches!(subkind, Some("party" | "party alliance")) && !self.clause(spot).title_case {
                found.insert(spot.clause);
            }
        }
        found
    }

    /// "of the ABC", "joined ABC", "ABC leader": what one is a member of.
    fn is_joined_or_left(&self, clause: &Clause, spot: &Spot) -> bool {
        const THINGS: &[&str] =
            &["vat", "gdp", "gnp", "gni", "hiv", "aids", "dna", "ceo", "mp", "mps", "pm", "tv", "ngo", "ngos"];
        let reading = &self.reading;
        let mut start = spot.atoms.start;
        if THINGS.contains(&reading.lower(start)) {
            return false;
        }
        if reading.before(clause, start) == "the" {
            start -= 1;
        }
        let before = reading.before(clause, start);
        let next = reading.after(clause, spot.atoms.end);
        let member = matches!(
            next,
            "leader"
                | "leaders"
                | "politician"
                | "politicians"
                | "member"
                | "members"
                | "candidate"
                | "candidates"
                | "chairman"
                | "president"
                | "deputy"
                | "deputies"
                | "mp"
                | "mps"
                | "government"
                | "list"
                | "ticket"
        );
        let joined = matches!(
            before,
            "joined"
                | "left"
                | "joining"
                | "leaving"
                | "of"
                | "with"
                | "by"
                | "from"
                | "and"
                | "for"
                | "founded"
                | "led"
                | "between"
                | "called"
                | "rejoined"
                | "named"
                | "while"
        );
        member || (joined || start < spot.atoms.start) && reading.ends_phrase(clause, spot.atoms.end)
    }
}

/// What a noun before a name says that it is: "the group Safe Straits", "the chip maker Lumenar".
pub(super) fn introduces(noun: &str) -> Option<&'static str> {
    match noun {
        "movement" => Some("organisation"),
        // Persons are called so as well.
        "trader" | "builder" | "producer" | "publisher" | "contractor" | "developer" | "operator" | "distributor"
        | "hotelier" | "brewer" | "exporter" | "importer" | "giant" | "regulator" | "authority" | "service"
        | "yard" | "bank" | "agency" | "bureau" | "union" | "daily" | "weekly" | "station" | "centre"
        | "laboratory" => None,
        noun => kind_of_body(noun),
    }
}
