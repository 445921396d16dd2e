//! Whom those speak for who answer in a briefing or an interview.

use std::collections::BTreeSet;
use std::ops::Range;

use rapporteur_core::{ActorKind, Document, MentionForm, Sense, only_asks, slug};

use super::finder::Finder;
use super::interviews::{first_turn, plain};
use super::table::FoundActor;
use crate::gazetteer::{Gap, fold};

/// What an occasion is called at which a body answers through its speakers.
const OCCASIONS: &[&str] = &["briefing", "conference", "transcript", "readout", "availability", "stakeout", "remarks"];

/// What else a headline calls questions and answers.
const CONVERSATIONS: &[&str] = &["interview", "conversation", "questions", "q&a", "talk", "exchange"];

/// Words of headlines with a capital that are in no body's name.
const OF_OCCASIONS: &[&str] = &[
    "press",
    "daily",
    "weekly",
    "regular",
    "media",
    "briefing",
    "conference",
    "transcript",
    "remarks",
    "statement",
    "interview",
    "readout",
    "spokesperson",
    "spokesman",
    "spokeswoman",
    "official",
    "minister",
    "doorstop",
    "joint",
];

/// Kinds of bodies that hold briefings and answer questions.
const HOSTS: &[&str] = &[
    "ministry",
    "agency",
    "bank",
    "institute",
    "university",
    "council",
    "commission",
    "committee",
    "association",
    "union",
    "federation",
    "foundation",
    "fund",
    "embassy",
    "armed forces",
    "police",
    "parliament",
    "court",
    "organisation",
    "network",
];

impl Finder<'_> {
    /// Whether a label is nobody's name but that of the post: "Spokesperson".
    fn is_spokesman(&self, label: &str) -> bool {
        let label = fold(plain(label)).to_lowercase();
        let last = label.rsplit(' ').next().unwrap_or_default();
        matches!(last, "spokesperson" | "spokesman" | "spokeswoman") && !label.contains('.')
    }

    /// The first body that the lines in front of the first turn name with capitals and that has no mention yet: in headlines
    /// capitals say nothing, and "Health ministry of Selby", "Ministry of Tides and Ports: Briefing" have none.
    fn organ_in_front(&mut self, turns: usize) -> Option<usize> {
        let covered = |at: usize| self.mentions.iter().any(|draft| draft.atoms.contains(&at));
        let (atoms, subkind) = (0..turns).find_map(|at| {
            let kind = self.reading.words.organisation_heads.get(self.reading.lower(at))?;
            let small = matches!(self.reading.lower(at), "ministry" | "department" | "chancellery");
            let head = HOSTS.contains(&kind.as_str()) && (small || self.reading.is_capitalised(at)) && !covered(at);
            let atoms = self.name_of_organ(at, turns).filter(|_| head)?;
            Some((atoms, kind.clone()))
        })?;
        // Named before any such organ: the body of a mention.
        let first = self.mentions.iter().filter(|draft| draft.atoms.start < atoms.start && self.is_house(draft.actor));
        if let Some(first) = first.min_by_key(|draft| draft.atoms.start) {
            return Some(first.actor);
        }
        // "Norvanian | Fisheries Directorate": whose it is, in the name or in front of it.
        let joined = self.reading.gap(atoms.start) == Gap::Space;
        let owner = self.mentions.iter().find(|draft| {
            let within = draft.atoms.contains(&atoms.start);
            (within || draft.atoms.end == atoms.start && joined) && self.roster.kind(draft.actor) == ActorKind::State
        });
        let (start, parted) = owner.map_or((atoms.start, atoms.start), |owner| (owner.atoms.start, owner.atoms.end));
        let rest = self.reading.slice(&(parted..atoms.end));
        let state = owner.map(|owner| self.roster.id(owner.actor).to_owned());
        let id = slug(&state.as_ref().map_or_else(|| rest.to_owned(), |state| format!("{state} {rest}")));
        // "Foreign Ministry": the one of the text, where it names one.
        let ending = format!("-{}", slug(rest));
        let atoms = start..atoms.end;
        let name = self.reading.slice(&atoms);
        let mut called = (0..self.roster.actors.len()).filter(|&actor| self.roster.id(actor).ends_with(&ending));
        let only = called.next().filter(|_| called.next().is_none());
        let known = self.roster.actors.iter().position(|actor| actor.id == id).or(only.filter(|_| state.is_none()));
        let actor =
            known.unwrap_or_else(|| self.roster.with_id(ActorKind::Organisation, &id, name, "organ in the headline"));
        if let Some(found) = self.roster.actors.get_mut(actor) {
            found.subkind.get_or_insert(subkind);
            if found.affiliation.is_none() {
                found.affiliation = state;
            }
        }
        self.mention(atoms, actor, MentionForm::Name, Sense::Actor);
        Some(actor)
    }

    /// The name around the noun for what a body is: "Fisheries | Directorate", "| Ministry of Tides and Ports".
    fn name_of_organ(&self, organ: usize, turns: usize) -> Option<Range<usize>> {
        let reading = &self.reading;
        let own = |at: usize| {
            let word = reading.lower(at);
            (reading.is_capitalised(at) || reading.words.role_before.contains(word)) && !OF_OCCASIONS.contains(&word)
        };
        let (mut start, mut end) = (organ, organ + 1);
        // "Ministry of Tides", but "Health ministry of Selby".
        let opens = end < turns && reading.gap(end) == Gap::Space && matches!(reading.lower(end), "of" | "for");
        if opens && reading.is_capitalised(organ) {
            let links = |at: usize| matches!(reading.lower(at), "of" | "for" | "and" | "the" | "in");
            let mut at = end;
            while at < turns && reading.gap(at) == Gap::Space && (links(at) || own(at) && reading.is_capitalised(at)) {
                at += 1;
                if !links(at - 1) {
                    end = at;
                }
            }
            return (end > organ + 1).then_some(start..end);
        }
        while start > 0 && start + 4 > organ && reading.gap(start) == Gap::Space && own(start - 1) {
            start -= 1;
        }
        (start < organ).then_some(start..end)
    }

    /// Says whom the speakers of a briefing speak for: the body named first in front of its first turn. They are whoever opens
    /// it, and those whom the same lines name.
    pub fn hosts_of_briefings(&mut self, document: &Document) {
        let Some(first_turn) = first_turn(document) else { return };
        let turns = self.reading.atoms.partition_point(|atom| atom.at.start < first_turn);
        let before = |atom: usize| atom < turns;
        let occasion = (0..turns).any(|atom| OCCASIONS.contains(&self.reading.lower(atom)));
        if !occasion {
            return;
        }
        let bodies = self.mentions.iter().filter(|draft| {
            before(draft.atoms.start)
                && draft.sense == Sense::Actor
                && matches!(self.roster.kind(draft.actor), ActorKind::Organisation | ActorKind::Alliance)
        });
        // "White House press briefing"
        let seats =
            self.mentions.iter().filter(|draft| before(draft.atoms.start) && draft.form == MentionForm::Metonym);
        let seat = seats.min_by_key(|draft| draft.atoms.start).map(|draft| draft.actor);
        let named = bodies.min_by_key(|draft| draft.atoms.start).map(|draft| draft.actor).or(seat);
        let opens = document.blocks.iter().find_map(|block| block.speaker.as_deref());
        let introduced: BTreeSet<usize> =
            self.mentions.iter().filter(|draft| before(draft.atoms.start)).map(|draft| draft.actor).collect();
        let unaffiliated = |actor: &usize| {
            self.roster.get(*actor).is_some_and(|found| found.kind == ActorKind::Person && found.affiliation.is_none())
        };
        let speakers: BTreeSet<usize> = self
            .labels
            .iter()
            .filter_map(|label| Some((label, self.speaker_of(label)?)))
            .filter(|(label, actor)| opens == Some(label.as_str()) || introduced.contains(actor))
            .map(|(_, actor)| actor)
            .filter(unaffiliated)
            .collect();
        let posts: Vec<String> = self.labels.iter().filter(|label| self.is_spokesman(label)).cloned().collect();
        if speakers.is_empty() && posts.is_empty() {
            return;
        }
        let Some(host) = self.organ_in_front(turns).or(named) else { return };
        // "Spokesperson: …": whoever that is speaks for the body.
        for label in posts {
            self.speakers.entry(label).or_insert(host);
        }
        let host = self.roster.id(host).to_owned();
        for speaker in speakers {
            if let Some(found) = self.roster.actors.get_mut(speaker) {
                found.affiliation = Some(host.clone());
            }
        }
    }

    /// Says whom those speak for who answer: the body that the text names beside them before their first answer, else the only
    /// one that it names there: "Tule, who runs the Arctic desk at Norvane's foreign ministry".
    pub fn houses_of_speakers(&mut self, document: &Document) {
        let asks = |label: &str| only_asks(&fold(plain(label)).to_lowercase());
        let answering: Vec<(String, usize)> = self
            .labels
            .iter()
            .filter(|label| !asks(label))
            .filter_map(|label| Some((label.clone(), self.speaker_of(label)?)))
            .collect();
        let alone = answering.iter().all(|(_, actor)| Some(*actor) == answering.first().map(|(_, first)| *first));
        for (label, person) in answering {
            let free = |found: &FoundActor| found.kind == ActorKind::Person && found.affiliation.is_none();
            if !self.roster.get(person).is_some_and(free) {
                continue;
            }
            let own = document.blocks.iter().find(|block| block.speaker.as_deref() == Some(label.as_str()));
            let Some(turns) = own.map(|block| {
                let start = block.at.bytes.start;
                self.reading.atoms.partition_point(|atom| atom.at.start < start)
            }) else {
                continue;
            };
            let house = self
                .house_beside(person, turns)
                .or_else(|| self.only_house(turns).filter(|_| alone))
                .or_else(|| if alone && self.is_conversation(turns) { self.organ_in_front(turns) } else { None })
                .or_else(|| self.state_beside(person, turns));
            let house = house.map(|house| self.roster.id(house).to_owned());
            if let Some(found) = self.roster.actors.get_mut(person) {
                found.affiliation = house;
            }
        }
    }

    /// Whether somebody may speak for an actor: a body that is no paper.
    fn is_house(&self, actor: usize) -> bool {
        self.roster.get(actor).is_some_and(|found| {
            matches!(found.kind, ActorKind::Organisation | ActorKind::Alliance) && !found.is_medium()
        })
    }

    /// The body named next to a person in one sentence, before an atom.
    fn house_beside(&self, person: usize, turns: usize) -> Option<usize> {
        // "Secretary-General Lindqvist of the Compact and Admiral Rourke": hers, and not his.
        let of_another = |house: usize| {
            let id = self.roster.id(house);
            let mut others = self.roster.actors.iter().enumerate().filter(|&(actor, _)| actor != person);
            others.any(|(_, other)| other.kind == ActorKind::Person && other.affiliation.as_deref() == Some(id))
        };
        self.beside(person, turns, |actor| self.is_house(actor) && !of_another(actor))
    }

    /// "For Nigeria: Femi Adeyanju, transport."
    fn state_beside(&self, person: usize, turns: usize) -> Option<usize> {
        self.beside(person, turns, |actor| self.roster.kind(actor) == ActorKind::State)
    }

    /// The nearest to a person of those that fit and that a sentence before an atom names with him.
    fn beside(&self, person: usize, turns: usize, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let before = || self.mentions.iter().filter(|draft| draft.atoms.start < turns);
        let sentence = |atom: usize| self.reading.sentences.partition_point(|clause| clause.atoms.end <= atom);
        let pairs = before().filter(|draft| draft.actor == person).flat_map(|own| {
            let here = sentence(own.atoms.start);
            before()
                .filter(move |other| sentence(other.atoms.start) == here)
                .map(move |other| (other.atoms.start.abs_diff(own.atoms.start), other.actor))
        });
        pairs.filter(|&(_, actor)| fits(actor)).min().map(|(_, actor)| actor)
    }

    /// Whether what stands before an atom calls it a briefing or an interview.
    fn is_conversation(&self, turns: usize) -> bool {
        (0..turns).any(|atom| [OCCASIONS, CONVERSATIONS].iter().any(|words| words.contains(&self.reading.lower(atom))))
    }

    /// The only body that the text names before an atom: what a headline names may be what they talk about.
    fn only_house(&self, turns: usize) -> Option<usize> {
        let headline = self.reading.sentences.first().map_or(0, |clause| clause.atoms.end);
        let first = if self.is_conversation(headline.min(turns)) { 0 } else { headline };
        let named: BTreeSet<usize> = self
            .mentions
            .iter()
            .filter(|draft| (first..turns).contains(&draft.atoms.start) && draft.sense == Sense::Actor)
            .map(|draft| draft.actor)
            .filter(|&actor| self.is_house(actor))
            .collect();
        named.first().copied().filter(|_| named.len() == 1)
    }
}
