//! Whom the labels of speakers' turns name.

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_core::{ActorKind, Document, MentionForm, Sense, only_asks};

use super::finder::Finder;
use super::table::FoundActor;
use crate::gazetteer::{atoms, fold};

/// Labels of the one who is asked.
pub(super) const ANSWERERS: &[&str] = &["a", "answer"];

/// More labels than any debate has speakers are no labels; each costs a walk over the text.
pub(super) const MOST_SPEAKERS: usize = 100;

impl Finder<'_> {
    /// Gives each label of a turn its actor: "Brun" the Ada Brun of the text, "DR BRUN" a person of that name, "A" the person
    /// the interview is with.
    pub fn speakers_of_turns(&mut self, document: &Document) {
        let Some(first_turn) =
            document.blocks.iter().find(|block| block.speaker.is_some()).map(|block| block.at.bytes.start)
        else {
            return;
        };
        let mut seen = BTreeSet::new();
        let labels = document.blocks.iter().filter_map(|block| block.speaker.as_deref());
        for label in labels.filter(|label| seen.insert(*label)).take(MOST_SPEAKERS) {
            self.labels.push(label.to_owned());
            let plain = label.split(['(', ',']).next().unwrap_or(label).trim();
            let lower = fold(plain).to_lowercase();
            if only_asks(&lower) {
                continue;
            }
            let actor = if ANSWERERS.contains(&lower.as_str()) {
                self.person_introduced(first_turn)
            } else {
                self.person_of_label(plain)
            };
            if let Some(actor) = actor {
                self.speakers.insert(label.to_owned(), actor);
            }
        }
    }

    /// The person named most before the first turn who is no author.
    fn person_introduced(&self, first_turn: usize) -> Option<usize> {
        let mut named: BTreeMap<usize, usize> = BTreeMap::new();
        for draft in &self.mentions {
            if self.reading.range(&draft.atoms).start >= first_turn {
                continue;
            }
            let author = self.roster.get(draft.actor).is_some_and(|actor| {
                actor.evidence == "author"
                    || actor.roles.iter().any(|role| matches!(role.title.as_str(), "author" | "co-author"))
            });
            let sentence = self.reading.sentences.partition_point(|clause| clause.atoms.end <= draft.atoms.start);
            let byline = self.reading.sentences.get(sentence).is_some_and(|clause| clause.byline);
            if !author && !byline && self.roster.kind(draft.actor) == ActorKind::Person {
                *named.entry(draft.actor).or_default() += 1;
            }
        }
        // The most mentions; of equals the first found.
        named.into_iter().max_by_key(|&(actor, count)| (count, std::cmp::Reverse(actor))).map(|(actor, _)| actor)
    }

    fn person_of_label(&mut self, label: &str) -> Option<usize> {
        let words = atoms(label, 0);
        let capitals = words.iter().filter(|word| word.text.len() > 1).all(|word| word.is_upper());
        let last = words.last()?.folded.to_lowercase();
        if !words.last()?.is_capitalised() {
            return None;
        }
        if let Some(initials) = self.person_of_initials(label) {
            return Some(initials);
        }
        let ends_so = |name: &str| {
            let name = fold(name).to_lowercase();
            name.split([' ', '-']).next_back() == Some(last.as_str())
        };
        let known = self.roster.actors.iter().position(|actor| actor.kind == ActorKind::Person && ends_so(&actor.name));
        if known.is_some() {
            return known;
        }
        let title = self.reading.words.roles.longest(&words, true).map(|(length, _)| length);
        let titled = title.is_some_and(|length| length < words.len())
            || words.first().is_some_and(|first| {
                ["mr", "mrs", "ms", "dr", "prof", "sir", "lord", "lady", "miss"]
                    .contains(&first.folded.to_lowercase().as_str())
            });
        let start = if titled { title.unwrap_or(1) } else { 0 };
        let name: Vec<&str> = words.iter().skip(start).map(|word| word.text).collect();
        let full = self.full_name(&last);
        if full.is_none() && !titled && name.len() < 2 {
            return None;
        }
        if let Some((place, name)) = full {
            let actor = self.roster.named(ActorKind::Person, &name, "name before a speaker's label");
            self.mention(place, actor, MentionForm::Name, Sense::Actor);
            return Some(actor);
        }
        let label_name = label.get(words.get(start)?.at.start..)?;
        let name = if capitals { in_small_letters(label_name) } else { label_name.to_owned() };
        let actor = self.roster.named(ActorKind::Person, &name, "speaker's label");
        let places: Vec<_> = self.surname_places(&last).collect();
        for place in places {
            self.mention(place, actor, MentionForm::Surname, Sense::Actor);
        }
        Some(actor)
    }

    /// "AB" for Ada Brun.
    fn person_of_initials(&self, label: &str) -> Option<usize> {
        let initials =
            |name: &str| -> String { name.split([' ', '-']).filter_map(|word| word.chars().next()).collect() };
        let letters = (2..=3).contains(&label.chars().count()) && label.chars().all(char::is_uppercase);
        let mut called =
            self.roster.actors.iter().enumerate().filter(|(_, actor)| {
                actor.kind == ActorKind::Person && initials(&actor.name).eq_ignore_ascii_case(label)
            });
        let (only, _) = called.next().filter(|_| letters)?;
        called.next().is_none().then_some(only)
    }

    /// "Ada Brun" where the text has it: a known first name and the last word of the label.
    fn full_name(&self, last: &str) -> Option<(std::ops::Range<usize>, String)> {
        let all = &self.reading.atoms;
        let at = (1..all.len()).find(|&at| {
            all.get(at)
                .is_some_and(|atom| atom.is(last) && atom.is_capitalised() && atom.gap == crate::gazetteer::Gap::Space)
                && all.get(at - 1).is_some_and(|first| {
                    first.is_capitalised() && !first.is_upper() && self.reading.gazetteer.is_first_name(&first.folded)
                })
        })?;
        let place = at - 1..at + 1;
        let name = self.reading.range(&place).slice(self.reading.text)?.to_owned();
        Some((place, name))
    }

    fn surname_places<'s>(&'s self, last: &'s str) -> impl Iterator<Item = std::ops::Range<usize>> + 's {
        let taken: BTreeSet<usize> = self.mentions.iter().flat_map(|draft| draft.atoms.clone()).collect();
        let named = move |(at, atom): (usize, &crate::gazetteer::Atom<'_>)| {
            (atom.is(last) && atom.is_capitalised() && !taken.contains(&at)).then_some(at..at + 1)
        };
        self.reading.atoms.iter().enumerate().filter_map(named)
    }
}

/// The actor whose name a label is, or a person of whose name it is the last word. Transcripts write labels in capitals.
pub(super) fn named_by_label(label: &str, actors: &[FoundActor]) -> Option<usize> {
    let fold = |name: &str| fold(name).to_lowercase();
    let label = fold(label.split(['(', ',']).next().unwrap_or(label));
    let exact = actors
        .iter()
        .position(|actor| fold(&actor.name) == label || actor.aliases.iter().any(|alias| fold(alias) == label));
    exact.or_else(|| {
        let last = label.split_whitespace().last()?;
        let titled = label.split_whitespace().count() <= 3;
        actors.iter().position(|actor| {
            titled && actor.kind == ActorKind::Person && fold(&actor.name).split_whitespace().last() == Some(last)
        })
    })
}

/// "DELAMOTTE-BRUN" as names are written.
fn in_small_letters(name: &str) -> String {
    let mut begins = true;
    name.chars()
        .map(|character| {
            let written = if begins { character } else { character.to_lowercase().next().unwrap_or(character) };
            begins = !character.is_alphabetic();
            written
        })
        .collect()
}
