//! Names the gazetteer has: which of the actors that share them, and in what sense.

use rapporteur_core::{ActorKind, MentionForm, Sense};

use super::body_evidence::is_cited_with_a_date;
use super::finder::Finder;
use super::general_names::is_state_organ;
use super::reading::Clause;
use super::spot::{Spot, What};
use crate::gazetteer::{Entry, Gap, KnownActor, SurfaceKind};

/// How often a text names a state that it is about, and not only in a list.
const MORE_THAN_LISTED: usize = 2;

impl Finder<'_> {
    /// Decides every spot the gazetteer explains.
    pub fn known_names(&mut self) {
        let main_state = std::cell::OnceCell::new();
        for index in 0..self.spots.len() {
            let listed = |spot: &&Spot| matches!(spot.what, What::Known(_));
            let Some(spot) = self.spots.get(index).filter(listed).cloned() else { continue };
            let clause = self.clause(&spot);
            if let Some((entry, form, sense)) = self.decide(index, &spot, &clause) {
                let actor = self.listed(&entry);
                if let Some(slot) = self.actor_of.get_mut(index) {
                    *slot = Some(actor);
                }
                if let Some(slot) = self.sense_of.get_mut(index) {
                    *slot = sense;
                }
                self.mention(spot.atoms.clone(), actor, form, sense);
            } else if spot.atoms.len() > 1 && !spot.nested && self.names_persons(&spot) {
                // A name that many bear: some person.
                if let Some(slot) = self.spots.get_mut(index) {
                    slot.what = What::Person;
                }
            } else if (spot.atoms.len() > 1 || self.is_kind_alone(&spot, &clause).is_some())
                && !spot.nested
                && self.is_unsure_organisation(&spot)
            {
                // "Liberal Party": some party of this name, none of the listed ones for certain.
                let listed = |party: bool| {
                    let first = self.reading.gazetteer.actor(spot.entries().first()?.actor)?;
                    // "House of Lords" where no state is far ahead of others: nobody's.
                    let chamber = || matches!(first.subkind.as_deref(), Some("chamber" | "parliament"));
                    if !party
                        && (!is_state_organ(first)
                            || chamber() && main_state.get_or_init(|| self.main_state()).is_none())
                    {
                        return None;
                    }
                    let subkind = match first.subkind.as_deref()? {
                        // "Ministry of Defence", "Chamber of Deputies": of a state that has no listed one.
                        "department" => "ministry",
                        "chamber" => "parliament",
                        "military command" => "armed forces",
                        subkind => subkind,
                    };
                    ((subkind == "party") == party).then(|| subkind.to_owned())
                };
                let general = self.reading.is_general_name(&spot.atoms).then(|| listed(false)).flatten();
                let head = || self.reading.head_kind(spot.atoms.end - 1);
                let alone = || self.is_kind_alone(&spot, &clause).filter(|_| spot.atoms.len() == 1).map(str::to_owned);
                let subkind = general.or_else(alone).or_else(head).or_else(|| listed(true));
                if let Some(slot) = self.spots.get_mut(index)
                    && let Some(subkind) = subkind
                {
                    slot.what = What::Organisation { subkind, owner: None, named: true };
                }
            }
        }
    }

    fn names_persons(&self, spot: &Spot) -> bool {
        let person = |entry: &Entry| {
            self.reading.gazetteer.actor(entry.actor).is_some_and(|actor| actor.kind == ActorKind::Person)
        };
        !spot.entries().is_empty() && spot.entries().iter().all(person)
    }

    /// "the Treasury", "the opposition Conservatives": what one word is that a list has for a department or a party of another
    /// state.
    fn is_kind_alone(&self, spot: &Spot, clause: &Clause) -> Option<&'static str> {
        let (subkind, kind) = match self.reading.before(clause, spot.atoms.start) {
            "the" => ("department", "ministry"),
            "opposition" | "ruling" | "governing" => ("party", "party"),
            _ => return None,
        };
        let listed = |entry: &Entry| {
            let actor = self.reading.gazetteer.actor(entry.actor);
            entry.ambiguous && actor.is_some_and(|actor| actor.subkind.as_deref() == Some(subkind))
        };
        let closed = self.reading.is_possessive(spot.atoms.end) || self.reading.ends_phrase(clause, spot.atoms.end);
        let capital = self.reading.is_capitalised(spot.atoms.start);
        (capital && closed && spot.entries().iter().all(listed)).then_some(kind)
    }

    fn is_unsure_organisation(&self, spot: &Spot) -> bool {
        spot.entries().iter().all(|entry| {
            matches!(entry.kind, SurfaceKind::Name | SurfaceKind::Abbreviation)
                && self.reading.gazetteer.actor(entry.actor).is_some_and(|actor| actor.kind == ActorKind::Organisation)
        })
    }

    fn decide(&self, index: usize, spot: &Spot, clause: &Clause) -> Option<(Entry, MentionForm, Sense)> {
        // "Paris" after "Valeska Paris": a surname, unless nothing makes it doubtful; so is "Lind", by which the list means
        // another Lind.
        let doubtful = |entry: &Entry| {
            let person = || self.reading.gazetteer.actor(entry.actor).is_some_and(|it| it.kind == ActorKind::Person);
            entry.ambiguous || entry.kind == SurfaceKind::Metonym || person()
        };
        if spot.atoms.len() == 1
            && spot.entries().iter().all(doubtful)
            && self.surname_words.contains(self.reading.key(&spot.atoms).as_ref())
        {
            return None;
        }
        let of_kind = |kinds: &[SurfaceKind]| -> Vec<Entry> {
            spot.entries().iter().filter(|entry| kinds.contains(&entry.kind)).copied().collect()
        };
        let names = self.without_others(of_kind(&[SurfaceKind::Name, SurfaceKind::Abbreviation]), spot, clause);
        if let Some(entry) = self.choose(&names, spot, clause) {
            let form =
                if entry.kind == SurfaceKind::Abbreviation { MentionForm::Abbreviation } else { MentionForm::Name };
            return Some((entry, form, self.sense(index, spot, clause, &entry)));
        }
        let adjectives = of_kind(&[SurfaceKind::Adjective]);
        if !adjectives.is_empty()
            && (spot.nested || self.adjective_counts(spot, clause) && !self.is_wares(spot, clause))
        {
            let entry = self.choose(&adjectives, spot, clause)?;
            let region = self.is_region(&entry);
            return (!region).then_some((entry, MentionForm::Adjective, Sense::Actor));
        }
        let people = of_kind(&[SurfaceKind::People]);
        if !people.is_empty() && self.people_count(spot, clause) {
            let entry = self.choose(&people, spot, clause)?;
            return (!self.is_region(&entry)).then_some((entry, MentionForm::Adjective, Sense::Actor));
        }
        let metonyms = of_kind(&[SurfaceKind::Metonym]);
        if !metonyms.is_empty() && self.metonym_acts(spot, clause) {
            let entry = self.union_meant(&metonyms).or_else(|| self.choose(&metonyms, spot, clause))?;
            return Some((entry, MentionForm::Metonym, Sense::Actor));
        }
        None
    }

    /// "Brussels": the union that sits there, where the text names it or hardly ever the state whose capital it is.
    fn union_meant(&self, entries: &[Entry]) -> Option<Entry> {
        let is_union = |entry: &&Entry| {
            self.reading
                .gazetteer
                .actor(entry.actor)
                .is_some_and(|actor| matches!(actor.kind, ActorKind::Alliance | ActorKind::Organisation))
        };
        let mut unions = entries.iter().filter(is_union);
        let one = unions.next().filter(|_| unions.next().is_none() && entries.len() > 1).copied()?;
        if self.present.contains(&one.actor) {
            return Some(one);
        }
        let others: Vec<usize> = entries.iter().map(|entry| entry.actor).filter(|&actor| actor != one.actor).collect();
        let named = self
            .spots
            .iter()
            .flat_map(Spot::entries)
            .filter(|entry| entry.kind != SurfaceKind::Metonym && others.contains(&entry.actor))
            .take(MORE_THAN_LISTED)
            .count();
        (named < MORE_THAN_LISTED).then_some(one)
    }

    fn is_region(&self, entry: &Entry) -> bool {
        self.reading
            .gazetteer
            .actor(entry.actor)
            .is_some_and(|actor| actor.kind == ActorKind::Group && actor.subkind.as_deref() == Some("region"))
    }

    /// The one actor a surface stands for here, if that is clear.
    fn choose(&self, entries: &[Entry], spot: &Spot, clause: &Clause) -> Option<Entry> {
        let one = |found: Vec<&Entry>| match found.as_slice() {
            [only] => Some(**only),
            _ => None,
        };
        // "OPEC" and "OPEC+" are two, though their words are one.
        let words = self.reading.slice(&spot.atoms);
        let signed = |entry: &Entry| {
            let name = self.reading.gazetteer.actor(entry.actor).and_then(|actor| actor.name.strip_suffix('+'));
            name.is_some_and(|name| name.eq_ignore_ascii_case(words.trim_end_matches('+')))
        };
        let meant: Vec<Entry> = entries.iter().filter(|entry| signed(entry) == words.ends_with('+')).copied().collect();
        let entries = if entries.iter().any(signed) { meant.as_slice() } else { entries };
        let sure: Vec<&Entry> = entries.iter().filter(|entry| !entry.ambiguous).collect();
        match sure.as_slice() {
            [first, others @ ..] if others.iter().all(|other| other.actor == first.actor) => return Some(**first),
            [] => {}
            _ => {
                let by_owner = sure.iter().filter(|entry| self.owner_is_present(entry)).copied().collect();
                return one(sure.into_iter().filter(|entry| self.present.contains(&entry.actor)).collect())
                    .or_else(|| one(by_owner));
            }
        }
        if let Some(entry) = one(entries.iter().filter(|entry| self.kind_follows(entry, spot, clause)).collect()) {
            return Some(entry);
        }
        let present: Vec<&Entry> = entries.iter().filter(|entry| self.present.contains(&entry.actor)).collect();
        if let [only] = present.as_slice() {
            return Some(**only);
        }
        // "Independent" needs more than that the newspaper's state is named.
        let word = |entry: &Entry| {
            let subkind = self.reading.gazetteer.actor(entry.actor).and_then(|actor| actor.subkind.as_deref());
            let medium = matches!(subkind, Some("newspaper" | "magazine" | "website" | "broadcaster" | "platform"));
            medium && entry.kind == SurfaceKind::Name && spot.atoms.len() == 1
        };
        let by_owner: Vec<&Entry> =
            entries.iter().filter(|entry| self.owner_is_present(entry) && !word(entry)).collect();
        if let [only] = by_owner.as_slice() {
            return Some(**only);
        }
        let supported: Vec<Entry> =
            entries.iter().filter(|entry| self.supported.contains(&entry.actor)).copied().collect();
        if let [only] = supported.as_slice()
            && self.reading.gazetteer.actor(only.actor).is_some_and(|actor| actor.kind == ActorKind::State)
            && !self.first_name_before(spot)
        {
            return Some(*only);
        }
        let [only] = entries else { return None };
        self.context_supports(only, spot, clause).then_some(*only)
    }

    /// Whether the state or body that a listed organisation belongs to is named in the document.
    fn owner_is_present(&self, entry: &Entry) -> bool {
        self.reading
            .gazetteer
            .actor(entry.actor)
            .filter(|actor| matches!(actor.kind, ActorKind::Organisation | ActorKind::Alliance))
            .and_then(|actor| self.reading.gazetteer.find(actor.of.as_deref()?))
            .is_some_and(|owner| self.present.contains(&owner))
    }

    /// "the Independent newspaper", "the AFP news agency": whether the name is followed by what the actor is called.
    fn kind_follows(&self, entry: &Entry, spot: &Spot, clause: &Clause) -> bool {
        let follows = |nominal: &String| {
            nominal.split(' ').enumerate().all(|(offset, word)| {
                let at = spot.atoms.end + offset;
                self.reading.gap(at) == Gap::Space && self.reading.after(clause, at) == word
            })
        };
        self.reading
            .gazetteer
            .actor(entry.actor)
            .is_some_and(|actor| actor.kind == ActorKind::Organisation && actor.nominals.iter().any(follows))
    }

    /// Whether the words around say that an ambiguous surface is the actor.
    fn context_supports(&self, entry: &Entry, spot: &Spot, clause: &Clause) -> bool {
        let Some(actor) = self.reading.gazetteer.actor(entry.actor) else { return false };
        if actor.kind == ActorKind::Person {
            return self.post_is_near(actor);
        }
        if actor.kind == ActorKind::Organisation
            && is_cited_with_a_date(&self.reading, clause, spot.atoms.start, spot.atoms.end)
        {
            return true;
        }
        let next = self.reading.past_possessive(spot.atoms.end);
        match actor.kind {
            ActorKind::State => {
                // A list of states, or another state or alliance in the sentence and no state of the American union.
                let first = self.spots.partition_point(|other| other.atoms.start < clause.atoms.start);
                let nearby = self.spots.iter().skip(first).take_while(|other| other.atoms.start < clause.atoms.end);
                let names_state = |entry: &Entry| {
                    let actor = self.reading.gazetteer.actor(entry.actor);
                    !entry.ambiguous
                        && entry.kind != SurfaceKind::Metonym
                        && actor.is_some_and(|actor| matches!(actor.kind, ActorKind::State | ActorKind::Alliance))
                };
                let mut others = nearby.filter(|other| other.atoms != spot.atoms);
                let beside_state = others.any(|other| other.entries().iter().any(names_state));
                let american = clause.atoms.clone().any(|atom| {
                    matches!(
                        self.reading.lower(atom),
                        "atlanta" | "florida" | "alabama" | "carolina" | "tennessee" | "governor"
                    ) || matches!(self.reading.lower(atom), "republican" | "democrat" | "democratic" | "senator")
                });
                let with_first_name = self.first_name_before(spot);
                beside_state && !american && !with_first_name
            }
            // "the Freedom Party" where nothing names the state: some other state has one too.
            _ if actor.subkind.as_deref() == Some("party") && actor.of.is_some() => false,
            _ => {
                let the = self.reading.before(clause, spot.atoms.start) == "the";
                (the && spot.atoms.len() > 1)
                    || self.reading.words.speech_verbs.contains(self.reading.after(clause, next))
                    || matches!(self.reading.before(clause, spot.atoms.start), "told" | "the")
                        && actor.subkind.as_deref() != Some("newspaper")
                        && entry.kind == SurfaceKind::Abbreviation
            }
        }
    }

    /// Whether the text names a state or body that a person has had a post in.
    pub fn post_is_near(&self, person: &KnownActor) -> bool {
        let bodies = person.posts.iter().filter_map(|post| self.reading.gazetteer.find(post.of.as_deref()?));
        bodies.into_iter().any(|body| self.present.contains(&body) || self.supported.contains(&body))
    }

    fn first_name_before(&self, spot: &Spot) -> bool {
        let before = spot.atoms.start.wrapping_sub(1);
        self.reading.gap(spot.atoms.start) == Gap::Space && self.reading.is_first_name(before)
    }
}
