use std::collections::BTreeMap;

use thiserror::Error;

use super::file::{RoleFile, WordFile};
use super::{Gender, Lists, Phrases, RoleHead, Words};
use crate::gazetteer::{atoms, fold};
use crate::lexicon::{Exceptions, verb_forms};
use crate::tables::WordTable;

/// The texts of the files in which the lists stand.
#[derive(Debug, Clone, Copy)]
pub struct WordFiles<'t> {
    /// `words.toml`.
    pub words: &'t str,
    /// `roles.toml`.
    pub roles: &'t str,
    /// `first-names.txt`: lines of first names behind "f", "m" or another letter, but for lines that begin with `#`.
    pub first_names: &'t str,
}

/// Lists that cannot be used.
#[derive(Debug, Error)]
#[error("{file}: {error}")]
pub struct WordsError {
    pub file: &'static str,
    pub error: Box<toml::de::Error>,
}

impl Words {
    /// Reads, inflects and indexes the lists.
    ///
    /// # Errors
    /// [`WordsError`] if one of them does not follow its schema.
    pub fn from_files(files: &WordFiles<'_>) -> Result<Self, WordsError> {
        fn read<File: serde::de::DeserializeOwned>(file: &'static str, text: &str) -> Result<File, WordsError> {
            toml::from_str(text).map_err(|error| WordsError { file, error: Box::new(error) })
        }
        let words = read("words.toml", files.words)?;
        let roles = read("roles.toml", files.roles)?;
        Ok(Self::new(words, roles, names_with_gender(files.first_names)))
    }

    fn new(words: WordFile, roles: RoleFile, first_names: Vec<(String, Option<Gender>)>) -> Self {
        let lists = by_word(&words, &roles, &first_names);
        let WordFile { context, people, persons, bodies, metonyms, .. } = words;
        let irregular = context.agent_verb_forms;
        let speech_irregular = ["said", "told", "thought", "saw", "wrote", "spoke"].map(str::to_owned);
        let heads = roles.head.into_iter().flat_map(|group| {
            let head = RoleHead { sector: group.sector, office: group.office };
            group.words.into_iter().map(move |words| (words, head.clone()))
        });
        let non_actors = words.non_actors.into_iter().chain(words.places.names).map(|phrase| (phrase, ()));
        Self {
            lists,
            function: words.function_words.into_iter().collect(),
            calendar: words.calendar.into_iter().collect(),
            non_actor_heads: words.non_actor_heads.into_iter().collect(),
            organisation_heads: words.organisation_heads.into_iter().collect(),
            organisation_openers: words.organisation_openers.words.into_iter().collect(),
            foreign_openers: words.foreign_openers.words.into_iter().collect(),
            fellowships: words.fellowships.words.into_iter().collect(),
            general_names: words.general_names.words.into_iter().collect(),
            agent_verbs: context.agent_verbs.iter().flat_map(|verb| finite_forms(verb)).chain(irregular).collect(),
            speech_verbs: context
                .speech_verbs
                .iter()
                .flat_map(|verb| finite_forms(verb))
                .chain(speech_irregular)
                .collect(),
            locative: context.locative.into_iter().collect(),
            movement: context.movement.into_iter().collect(),
            reactions: context.reactions.into_iter().collect(),
            seats: context.seats.into_iter().collect(),
            city_parts: context.city_parts.into_iter().collect(),
            done_by: metonyms.done_by.into_iter().collect(),
            done_to_towns: metonyms.done_to_towns.into_iter().collect(),
            town_parts: metonyms.town_parts.into_iter().collect(),
            stately: metonyms.stately.into_iter().collect(),
            between_name_and_verb: metonyms.between_name_and_verb.into_iter().collect(),
            getting: metonyms.getting.into_iter().collect(),
            given: metonyms.given.into_iter().collect(),
            wares: metonyms.wares.into_iter().collect(),
            traded: metonyms.traded.into_iter().collect(),
            messages: metonyms.messages.into_iter().collect(),
            speakers: people.speakers.into_iter().collect(),
            owned: people.owned.into_iter().collect(),
            company: people.company.into_iter().collect(),
            owned_pairs: people.owned_pairs.into_iter().collect(),
            demonym_nouns: words.demonyms.nouns.into_iter().collect(),
            between_two: words.demonyms.between_two.into_iter().collect(),
            minded: people.minded.into_iter().collect(),
            private: people.private.into_iter().collect(),
            sides: people.sides.into_iter().collect(),
            owned_by_bodies: bodies.owned.into_iter().collect(),
            domains: bodies.domains.into_iter().collect(),
            done_to_persons: persons
                .done_to
                .iter()
                .flat_map(|verb| verb_forms(verb, Exceptions::default()))
                .map(|(form, _)| form)
                .chain(persons.done_to_irregular)
                .collect(),
            of_persons: persons.of.into_iter().collect(),
            owned_by_persons: persons.owned.into_iter().collect(),
            towns_people: context.towns_people.into_iter().collect(),
            non_actors: Phrases::new(non_actors),
            roles: Phrases::new(heads),
            role_before: roles.before.into_iter().collect(),
            role_modifier: roles.modifier.into_iter().collect(),
            first_names: first_names.into_iter().collect(),
        }
    }
}

/// The lists that the rules ask most often, by word.
fn by_word(words: &WordFile, roles: &RoleFile, first_names: &[(String, Option<Gender>)]) -> WordTable<Lists> {
    let mut lists = WordTable::default();
    // An entry with a capital is left as it is: asked for in lower case it is never found, here as in its own list.
    let mut add = |word: &str, list: Lists| {
        let known = lists.get_or_insert(word, Lists::default());
        *known = known.and(list);
    };
    let sets = [
        (&words.function_words, Lists::FUNCTION),
        (&words.calendar, Lists::CALENDAR),
        (&roles.before, Lists::ROLE_BEFORE),
        (&words.people.owned, Lists::OWNED),
        (&words.people.speakers, Lists::SPEAKERS),
        (&words.people.company, Lists::COMPANY),
    ];
    for (set, list) in sets {
        set.iter().for_each(|word| add(word, list));
    }
    words.organisation_heads.keys().for_each(|word| add(word, Lists::ORGANISATION_HEAD));
    let first = |phrase: &str| atoms(phrase, 0).first().map(|word| word.folded.clone().into_owned());
    let heads = roles.head.iter().flat_map(|group| &group.words);
    heads.filter_map(|phrase| first(phrase)).for_each(|word| add(&word, Lists::BEGINS_ROLE));
    // Of these the case counts, and the lists themselves are asked as well.
    let non_actors = words.non_actors.iter().chain(&words.places.names);
    non_actors.filter_map(|phrase| first(phrase)).for_each(|word| add(&word.to_lowercase(), Lists::BEGINS_NON_ACTOR));
    first_names.iter().for_each(|(word, _)| add(&word.to_lowercase(), Lists::FIRST_NAME));
    let pairs = words.people.owned_pairs.iter().filter_map(|pair| pair.split(' ').next());
    pairs.for_each(|word| add(word, Lists::BEGINS_OWNED_PAIR));
    lists
}

/// Each name once, in the order of the alphabet.
fn names_with_gender(list: &str) -> Vec<(String, Option<Gender>)> {
    let mut names: BTreeMap<String, Option<Gender>> = BTreeMap::new();
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split(' ');
        let gender = match words.next() {
            Some("f") => Some(Gender::Feminine),
            Some("m") => Some(Gender::Masculine),
            _ => None,
        };
        for name in words {
            // A name in two lines tells nothing.
            names.entry(fold(name)).and_modify(|known| *known = known.filter(|_| *known == gender)).or_insert(gender);
        }
    }
    names.into_iter().collect()
}

/// Present and past of a regular verb, in British spelling.
fn finite_forms(lemma: &str) -> [String; 3] {
    let vowel_before_last = lemma.chars().rev().nth(1).is_some_and(|letter| "aeiou".contains(letter));
    let with = |stem: &str, ending: &str| [stem, ending].concat();
    let (present, past) = if lemma.ends_with('y') && !vowel_before_last {
        let stem = lemma.get(..lemma.len() - 1).unwrap_or(lemma);
        (with(stem, "ies"), with(stem, "ied"))
    } else if lemma.ends_with('e') {
        (with(lemma, "s"), with(lemma, "d"))
    } else if ["s", "x", "sh", "ch", "o"].iter().any(|ending| lemma.ends_with(ending)) {
        (with(lemma, "es"), with(lemma, "ed"))
    } else if ["ban", "bar", "plan", "drop", "stop", "step", "permit", "commit", "refer", "sum", "cut", "slam", "admit"]
        .contains(&lemma)
    {
        let last = lemma.get(lemma.len() - 1..).unwrap_or_default();
        (with(lemma, "s"), [lemma, last, "ed"].concat())
    } else {
        (with(lemma, "s"), with(lemma, "ed"))
    };
    [lemma.to_owned(), present, past]
}
