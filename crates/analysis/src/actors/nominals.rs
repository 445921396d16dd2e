//! Nouns that take an actor up: "the alliance", "the country", "the minister".

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_core::{ActorKind, MentionForm, Sense};

use super::finder::Finder;
use super::reading::Clause;
use super::table::FoundActor;
use super::words::Lists;
use crate::gazetteer::{Gap, fold};
use crate::tagger::Upos;

/// A noun that fits so many actors means none of them, and looking at all for each noun would not be linear.
const MOST_CANDIDATES: usize = 32;

/// What a state has in other countries.
const ABROAD: &[&str] = &[
    "forces",
    "troops",
    "soldiers",
    "companies",
    "firms",
    "aircraft",
    "helicopters",
    "choppers",
    "planes",
    "warships",
    "drones",
    "missiles",
    "bombs",
    "strikes",
    "airstrikes",
    "money",
    "taxpayer",
    "aid",
    "weapons",
    "arms",
    "contractors",
    "oil",
    "investors",
    "banks",
    "sanctions",
    "mercenaries",
    "peacekeepers",
    "tourists",
    "citizens",
    "nationals",
];

/// The union whose organs texts call by their nouns alone, and these.
const UNION: &str = "european-union";
const ORGANS: &[(&str, &str)] = &[
    ("union", UNION),
    ("commission", "european-commission"),
    ("council", "council-of-the-european-union"),
    ("parliament", "european-parliament"),
];

/// "North", and the first mention and the actor that a state of that name has.
type Half = (&'static str, (usize, usize));

/// Who may be taken up by a noun.
struct Candidates {
    /// Actors with their first mention (atom), by noun.
    by_noun: BTreeMap<String, Vec<(usize, usize)>>,
    /// The same by last words of names, which take a body up only with a capital: "the Inspectorate".
    by_last_word: BTreeMap<String, Vec<(usize, usize)>>,
    /// Parties by those who are in them, with a capital as well: "the Liberals".
    by_members: BTreeMap<String, Vec<(usize, usize)>>,
    /// Whether an atom lies within a mention.
    covered: Vec<bool>,
}

impl Finder<'_> {
    /// "the alliance", "the Foundation", "the country": the actor that is meant, where only one can be.
    pub fn nominals(&mut self) {
        self.mentions.sort_by_key(|draft| (draft.atoms.start, std::cmp::Reverse(draft.atoms.end)));
        let candidates = self.candidates();
        let mut found = Vec::new();
        for (number, clause) in self.reading.sentences.iter().enumerate() {
            if clause.title_case || clause.byline {
                continue;
            }
            for at in clause.atoms.clone() {
                if let Some(actor) = self.nominal_at(&candidates, number, clause, at) {
                    found.push((at..at + 2, actor));
                } else if let Some(actor) = self.house_of_people_at(&candidates, number, clause, at) {
                    found.push((at..at + 1, actor));
                }
            }
        }
        for (atoms, actor) in found {
            self.mention(atoms, actor, MentionForm::Nominal, Sense::Actor);
        }
        self.organs_of_the_union(&candidates);
    }

    /// "the Commission" in a text about a union none of whose organs of that kind has been named.
    fn organs_of_the_union(&mut self, candidates: &Candidates) {
        let gazetteer = self.reading.gazetteer;
        let Some(union) = gazetteer.find(UNION).filter(|union| self.present.contains(union)) else { return };
        let mut found = Vec::new();
        for clause in self.reading.sentences.iter().filter(|clause| !clause.title_case && !clause.byline) {
            for at in clause.atoms.start..clause.atoms.end.saturating_sub(1) {
                let noun = self.reading.lower(at + 1);
                let Some((_, id)) = ORGANS.iter().find(|(name, _)| *name == noun) else { continue };
                let free = self.reading.lower(at) == "the"
                    && self.reading.is_capitalised(at + 1)
                    && self.reading.gap(at + 1) == Gap::Space
                    && candidates.covered.get(at + 1) == Some(&false)
                    && (self.reading.ends_phrase(clause, at + 2) || self.reading.is_possessive(at + 2));
                let named = |(first, _): &(usize, usize)| *first < at;
                let others = candidates.by_last_word.get(noun).is_some_and(|bodies| bodies.iter().any(named));
                let organ = gazetteer.find(id).filter(|&organ| {
                    let of = gazetteer.actor(organ).and_then(|organ| gazetteer.find(organ.of.as_deref()?));
                    of == Some(union) || organ == union
                });
                found.extend(organ.filter(|_| free && !others).map(|organ| (at..at + 2, organ)));
            }
        }
        for (atoms, organ) in found {
            let actor = self.roster.known(gazetteer, organ, self.published, "organ of the union the text is about");
            self.mention(atoms, actor, MentionForm::Nominal, Sense::Actor);
        }
    }

    fn candidates(&self) -> Candidates {
        let mut covered = vec![false; self.reading.atoms.len()];
        let mut by_noun: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
        let mut by_members: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
        let mut halves: BTreeMap<String, Vec<Half>> = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for draft in &self.mentions {
            if let Some(atoms) = covered.get_mut(draft.atoms.clone()) {
                atoms.fill(true);
            }
            // "the German Foreign Ministry", where the lists have "Foreign Office".
            let body = self.roster.get(draft.actor).filter(|body| {
                matches!(body.kind, ActorKind::Organisation | ActorKind::Alliance)
                    && draft.form == MentionForm::Name
                    && self.reading.slice(&draft.atoms) != body.name
            });
            let first = seen.insert(draft.actor);
            let here = body.into_iter().flat_map(|body| self.heads_of_name(body, self.reading.slice(&draft.atoms)));
            let anywhere = if first { self.nouns_for(draft.actor) } else { BTreeSet::new() };
            for noun in here.chain(anywhere) {
                let fitting = by_noun.entry(noun).or_default();
                if !fitting.iter().any(|&(_, actor)| actor == draft.actor) {
                    fitting.push((draft.atoms.start, draft.actor));
                }
            }
            if first {
                if let Some(members) = self.members_of_party(draft.actor) {
                    by_members.entry(members).or_default().push((draft.atoms.start, draft.actor));
                }
                if let Some((half, name)) = self.half_of(draft.actor) {
                    halves.entry(name).or_default().push((half, (draft.atoms.start, draft.actor)));
                }
            }
        }
        // "the North" is one of two states with that name, where the text speaks of both.
        for both in halves.into_values().filter(|both| both.len() == 2) {
            for (half, found) in both {
                by_noun.entry(half.to_owned()).or_default().push(found);
            }
        }
        Candidates { by_noun, by_last_word: self.bodies_by_last_word(), by_members, covered }
    }

    /// "liberals" for "Liberal Party", in lower case.
    fn members_of_party(&self, actor: usize) -> Option<String> {
        let party = self.roster.get(actor).filter(|party| party.kind == ActorKind::Organisation)?;
        let one = party.name.strip_suffix(" Party").filter(|one| !one.is_empty() && !one.contains([' ', '’', '\'']))?;
        Some(format!("{}s", fold(one).to_lowercase()))
    }

    /// Which half of a divided country a state is by its name, and the name of the whole: "North Velmar".
    fn half_of(&self, actor: usize) -> Option<(&'static str, String)> {
        let state = self.roster.get(actor).filter(|state| state.kind == ActorKind::State)?;
        let (half, name) = state.name.split_once(' ')?;
        let half = ["north", "south", "east", "west"].into_iter().find(|word| half.eq_ignore_ascii_case(word))?;
        Some((half, name.to_lowercase()))
    }

    /// The nouns, lower case, by which a text may take an actor up.
    fn nouns_for(&self, actor: usize) -> BTreeSet<String> {
        let mut nouns = BTreeSet::new();
        let Some(found) = self.roster.get(actor) else { return nouns };
        if let Some(listed) = self.roster.listed.get(&actor).and_then(|&index| self.reading.gazetteer.actor(index)) {
            nouns.extend(listed.nominals.iter().cloned());
        }
        match found.kind {
            ActorKind::Organisation | ActorKind::Alliance => {
                nouns.extend(self.heads_of_name(found, &found.name));
            }
            ActorKind::Person => {
                let stated = found.roles.iter().filter(|role| role.at.is_some());
                nouns.extend(
                    stated.filter_map(|role| role.title.rsplit(' ').next()).map(|head| fold(head).to_lowercase()),
                );
            }
            _ => {}
        }
        nouns
    }

    /// The nouns, lower case, that a name of a body has for what it is: its last word, the first of "Bank of Averland".
    fn heads_of_name(&self, body: &FoundActor, name: &str) -> impl Iterator<Item = String> {
        // "the centre" is where a Centre Party stands, and not the party.
        let party = body.subkind.as_deref() == Some("party");
        // "the army" is a state's, whatever a group in arms calls itself.
        let armed = body.subkind.as_deref() == Some("armed group");
        // "the administration" governs; one for tides is "the Administration".
        let governs = matches!(body.evidence.as_str(), "government by its head" | "nationality and organ");
        let head = |word: &str| {
            let word = fold(word).to_lowercase();
            let known = self.reading.words.organisation_heads.contains_key(&word);
            (known
                && (governs || word != "administration")
                && !(party && word == "centre")
                && !(armed && word == "army"))
                .then_some(word)
        };
        let first = name.contains(" of ") || name.contains(" for ");
        let first = name.split(' ').next().filter(|_| first).and_then(head);
        name.rsplit(' ').next().and_then(head).into_iter().chain(first)
    }

    /// The actor that "the NOUN" at `at` takes up.
    fn nominal_at(&self, candidates: &Candidates, number: usize, clause: &Clause, at: usize) -> Option<usize> {
        let reading = &self.reading;
        if !matches!(reading.lower(at), "the" | "this")
            || at + 1 >= clause.atoms.end
            || reading.gap(at + 1) != Gap::Space
            || candidates.covered.get(at + 1) != Some(&false)
            || !(reading.ends_phrase(clause, at + 2) || self.is_accused(clause, at))
        {
            return None;
        }
        let noun = reading.lower(at + 1);
        if matches!(noun, "north" | "south" | "east" | "west") && !reading.is_capitalised(at + 1) {
            return None;
        }
        if matches!(noun, "country" | "nation") {
            // "left the country": the own one, which the text may never have named.
            let before = reading.before(clause, at);
            if matches!(before, "left" | "leave" | "leaves" | "leaving" | "fled" | "flee" | "fleeing")
                || before == "of" && reading.before(clause, at - 1) == "out"
            {
                return None;
            }
            return self.state_meant(number, clause, at);
        }
        self.meant_by(candidates, number, at + 1)
    }

    /// "sat down with | Bank staff", where the bank has been named: a noun with a capital in front of people says whose they are.
    fn house_of_people_at(&self, candidates: &Candidates, number: usize, clause: &Clause, at: usize) -> Option<usize> {
        let reading = &self.reading;
        let people = at + 1;
        let house = reading.is_capitalised(at)
            && at > clause.atoms.start
            && reading.gap(at) == Gap::Space
            && !reading.is_capitalised(at - 1)
            && candidates.covered.get(at) == Some(&false)
            && (reading.after(clause, people) == "staff"
                || !reading.after(clause, people).is_empty() && reading.on(people, Lists::OWNED.and(Lists::SPEAKERS)))
            && !reading.is_capitalised(people);
        house.then(|| self.meant_by(candidates, number, at)).flatten()
    }

    /// The actor that the noun at `at` takes up, where only one can be meant.
    fn meant_by(&self, candidates: &Candidates, number: usize, at: usize) -> Option<usize> {
        let reading = &self.reading;
        let noun = reading.lower(at);
        let named = || {
            let by_name = candidates.by_last_word.get(noun).or_else(|| candidates.by_members.get(noun));
            by_name.filter(|_| reading.is_capitalised(at))
        };
        let fitting: Vec<usize> = candidates
            .by_noun
            .get(noun)
            .or_else(named)?
            .iter()
            .take_while(|(first, _)| *first < at)
            .map(|(_, actor)| *actor)
            .take(MOST_CANDIDATES)
            .collect();
        if fitting.len() == MOST_CANDIDATES {
            return None;
        }
        if let [only] = fitting.as_slice() {
            let small = !reading.is_capitalised(at);
            return Some(*only).filter(|&only| !small || !self.another_since(candidates, only, at));
        }
        // "the Bank", with a capital, is the Bank of Averland and no other bank.
        let begins = |actor: &usize| self.roster.get(*actor).is_some_and(|body| body.begins_with(noun));
        if reading.is_capitalised(at) {
            let mut called = fitting.iter().copied().filter(begins);
            if let (Some(only), None) = (called.next(), called.next()) {
                return Some(only);
            }
        }
        // Of several ministers none is meant for certain; of several bodies the one of this sentence or the last, if it is one.
        if fitting.iter().any(|&actor| self.roster.kind(actor) == ActorKind::Person) {
            return None;
        }
        let from = self.reading.sentences.get(number.saturating_sub(1))?.atoms.start;
        let close: BTreeSet<usize> = self.actors_between(from, at, |actor| fitting.contains(&actor)).collect();
        close.first().copied().filter(|_| close.len() == 1)
    }

    /// Whether the text has come to another one of the noun since it last named an actor: "the League's relief office … the
    /// office".
    fn another_since(&self, candidates: &Candidates, actor: usize, at: usize) -> bool {
        /// How many words back.
        const REACH: usize = 200;
        let reading = &self.reading;
        let noun = reading.lower(at);
        let before = self.mentions.partition_point(|draft| draft.atoms.start < at);
        let low = at.saturating_sub(REACH);
        let near = self.mentions.iter().take(before).rev().take_while(|draft| draft.atoms.start >= low);
        let last = near.filter(|draft| draft.actor == actor).map(|draft| draft.atoms.end).max().unwrap_or(low);
        (last + 1..at).any(|other| {
            reading.lower(other) == noun
                && candidates.covered.get(other) == Some(&false)
                && !reading.is_capitalised(other)
                && self.is_another(actor, other, |atom| candidates.covered.get(atom) == Some(&true))
        })
    }

    /// Whether the words in front of a noun make it another's or a new one: "the League's relief | office", "a special |
    /// committee"; not "the UN | agency" that the actor is.
    fn is_another(&self, actor: usize, noun: usize, covered: impl Fn(usize) -> bool) -> bool {
        /// How many words may stand between.
        const MODIFIERS: usize = 3;
        let reading = &self.reading;
        let mut first = noun;
        while first > 0 && noun - first < MODIFIERS && matches!(reading.gap(first), Gap::Space | Gap::Hyphen) {
            let before = first - 1;
            if covered(before) {
                let own = self.roster.get(actor).and_then(|own| own.affiliation.as_deref());
                let end = self.mentions.partition_point(|draft| draft.atoms.start <= before);
                let named = end.checked_sub(1).and_then(|named| self.mentions.get(named));
                return named.is_none_or(|named| own != Some(self.roster.id(named.actor)));
            }
            if matches!(reading.lower(before), "a" | "an" | "another") {
                return first < noun;
            }
            if !matches!(reading.pos(before), Upos::Noun | Upos::Adj) {
                return false;
            }
            first = before;
        }
        false
    }

    /// "accused the country of …": the "of" is the verb's.
    fn is_accused(&self, clause: &Clause, at: usize) -> bool {
        self.reading.after(clause, at + 2) == "of"
            && matches!(
                self.reading.before(clause, at),
                "accuse"
                    | "accused"
                    | "accuses"
                    | "accusing"
                    | "suspect"
                    | "suspected"
                    | "suspects"
                    | "warn"
                    | "warned"
            )
    }

    /// Actors mentioned, as actors, between two atoms; mentions must be in order.
    fn actors_between(&self, from: usize, to: usize, fits: impl Fn(usize) -> bool) -> impl Iterator<Item = usize> {
        let first = self.mentions.partition_point(|draft| draft.atoms.start < from);
        self.mentions
            .iter()
            .skip(first)
            .take_while(move |draft| draft.atoms.start < to)
            .filter(|draft| draft.sense == Sense::Actor)
            .map(|draft| draft.actor)
            .filter(move |&actor| fits(actor))
    }

    /// Whether the name of a state that ends here only says whose the troops or companies are.
    fn is_abroad(&self, end: usize) -> bool {
        self.reading.gap(end) == Gap::Space && ABROAD.contains(&self.reading.lower(end))
    }

    /// The state that "the country" means: the only one named in the sentence so far, else the only one in the nearest of the
    /// two sentences before that names any.
    fn state_meant(&self, number: usize, clause: &Clause, at: usize) -> Option<usize> {
        let states = |from: usize, to: usize| -> BTreeMap<usize, bool> {
            let first = self.mentions.partition_point(|draft| draft.atoms.start < from);
            let within = self.mentions.iter().skip(first).take_while(|draft| draft.atoms.start < to);
            within
                .filter(|draft| self.roster.kind(draft.actor) == ActorKind::State)
                .map(|draft| (draft.actor, self.is_abroad(draft.atoms.end)))
                .fold(BTreeMap::new(), |mut states, (actor, abroad)| {
                    *states.entry(actor).or_insert(true) &= abroad;
                    states
                })
        };
        // The country is not that of the troops in it, where only those name one.
        let only = |states: BTreeMap<usize, bool>| match states.into_iter().collect::<Vec<_>>().as_slice() {
            [(state, false)] => Some(*state),
            _ => None,
        };
        let here = states(clause.atoms.start, at);
        if !here.is_empty() {
            return only(here);
        }
        for back in 1..=2 {
            let earlier = self.reading.sentences.get(number.checked_sub(back)?)?;
            let there = states(earlier.atoms.start, earlier.atoms.end);
            if !there.is_empty() {
                return only(there);
            }
        }
        None
    }
}
