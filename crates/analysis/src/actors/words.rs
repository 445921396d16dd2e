//! The word lists of `data/actors`, read once.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::reading::key_of;
use super::table::Gender;
use crate::gazetteer::{Atom, Gap, atoms, fold};
use crate::lexicon::inflect::{Exceptions, verb_forms};
use crate::quick::{QuickMap, QuickSet, WordMap, WordSet};

/// On which of the lists that the rules ask most often a word stands, a bit for each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Lists(u16);

impl Lists {
    pub const FUNCTION: Self = Self(1);
    pub const CALENDAR: Self = Self(1 << 1);
    pub const ORGANISATION_HEAD: Self = Self(1 << 2);
    pub const ROLE_BEFORE: Self = Self(1 << 3);
    /// First word of a title.
    pub const BEGINS_ROLE: Self = Self(1 << 4);
    /// First word, in any case, of something that is no actor.
    pub const BEGINS_NON_ACTOR: Self = Self(1 << 5);
    /// First name in any case.
    pub const FIRST_NAME: Self = Self(1 << 6);
    pub const OWNED: Self = Self(1 << 7);
    pub const BEGINS_OWNED_PAIR: Self = Self(1 << 8);
    pub const SPEAKERS: Self = Self(1 << 9);
    pub const COMPANY: Self = Self(1 << 10);

    /// All of both.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether a list is among both.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Everything the rules know about single words. Sets are asked, never iterated over.
pub(super) struct Words {
    /// By lower-case word. A word of the text is looked up here once, and then most questions about it cost nothing.
    lists: WordMap<Lists>,
    pub function: QuickSet<String>,
    pub calendar: QuickSet<String>,
    pub non_actor_heads: WordSet,
    pub organisation_heads: QuickMap<String, String>,
    pub organisation_openers: WordSet,
    pub foreign_openers: WordSet,
    pub fellowships: WordSet,
    pub agent_verbs: WordSet,
    pub speech_verbs: WordSet,
    pub locative: WordSet,
    pub movement: WordSet,
    pub reactions: WordSet,
    pub seats: WordSet,
    pub city_parts: WordSet,
    pub done_by: WordSet,
    pub done_to_towns: WordSet,
    pub town_parts: WordSet,
    pub stately: WordSet,
    pub between_name_and_verb: WordSet,
    pub getting: WordSet,
    pub given: WordSet,
    pub wares: WordSet,
    pub traded: WordSet,
    pub speakers: QuickSet<String>,
    pub owned: QuickSet<String>,
    pub company: QuickSet<String>,
    pub owned_pairs: QuickSet<String>,
    pub demonym_nouns: WordSet,
    /// What is between two states.
    pub between_two: WordSet,
    /// What groups are that hold a view.
    pub minded: WordSet,
    /// People and firms that a state has, but that stand for it only where they act.
    pub private: WordSet,
    /// Those who with an owner are mentioned only where they act.
    pub sides: WordSet,
    /// Last parts of addresses of websites.
    pub domains: WordSet,
    /// What two who do not meet exchange.
    pub messages: WordSet,
    /// What bodies have and places have not.
    pub owned_by_bodies: WordSet,
    /// Nouns that towns are named before.
    pub towns_people: WordSet,
    /// Verbs whose object is a person.
    pub done_to_persons: WordSet,
    /// What is a person's: in front of "of NAME", and behind "NAME's".
    pub of_persons: WordSet,
    pub owned_by_persons: WordSet,
    /// Things and places that are no actors.
    pub non_actors: Phrases<()>,
    pub roles: Phrases<RoleHead>,
    pub role_before: QuickSet<String>,
    /// Words of names that bodies of many states have, beside the heads.
    pub general_names: WordSet,
    pub role_modifier: WordSet,
    first_names: QuickMap<String, Option<Gender>>,
}

/// What the last words of a title say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RoleHead {
    pub sector: String,
    /// One holder at a time.
    pub office: bool,
}

/// Phrases by their words; the longest that starts at a place wins.
pub(super) struct Phrases<T> {
    by_words: QuickMap<String, T>,
    /// For each first word the number of words of the longest phrase that begins with it.
    longest_from: QuickMap<String, usize>,
}

impl<T> Phrases<T> {
    fn new(phrases: impl Iterator<Item = (String, T)>) -> Self {
        let mut longest_from: QuickMap<String, usize> = QuickMap::default();
        let by_words = phrases
            .map(|(phrase, value)| {
                let words = atoms(&phrase, 0);
                if let Some(first) = words.first() {
                    let longest = longest_from.entry(first.folded.clone().into_owned()).or_default();
                    *longest = words.len().max(*longest);
                }
                (key_of(&words), value)
            })
            .collect();
        Self { by_words, longest_from }
    }

    /// The longest phrase at the start of `text`, and how many atoms it takes.
    pub fn longest(&self, text: &[Atom<'_>], any_case: bool) -> Option<(usize, &T)> {
        let first = cased(text.first()?, any_case);
        let longest = *self.longest_from.get(first.as_ref())?;
        let mut words = first.into_owned();
        let mut best = None;
        for (index, atom) in text.iter().take(longest).enumerate() {
            if index > 0 {
                if !matches!(atom.gap, Gap::Space | Gap::Hyphen | Gap::Apostrophe | Gap::DotSpace) {
                    break;
                }
                words.push(' ');
                words.push_str(&cased(atom, any_case));
            }
            if let Some(value) = self.by_words.get(&words) {
                best = Some((index + 1, value));
            }
        }
        best
    }
}

/// The word as it is compared: in lower case if case says nothing.
fn cased<'a>(atom: &'a Atom<'_>, any_case: bool) -> Cow<'a, str> {
    if any_case && !atom.folded.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Owned(atom.folded.chars().flat_map(char::to_lowercase).collect())
    } else {
        Cow::Borrowed(&*atom.folded)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordFile {
    function_words: Vec<String>,
    calendar: Vec<String>,
    non_actors: Vec<String>,
    non_actor_heads: Vec<String>,
    organisation_heads: BTreeMap<String, String>,
    organisation_openers: List,
    foreign_openers: List,
    fellowships: List,
    general_names: List,
    context: Context,
    metonyms: Metonyms,
    people: People,
    persons: Persons,
    bodies: Bodies,
    demonyms: Demonyms,
    places: Names,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Demonyms {
    nouns: Vec<String>,
    between_two: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Context {
    agent_verbs: Vec<String>,
    agent_verb_forms: Vec<String>,
    speech_verbs: Vec<String>,
    locative: Vec<String>,
    movement: Vec<String>,
    reactions: Vec<String>,
    seats: Vec<String>,
    city_parts: Vec<String>,
    towns_people: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Metonyms {
    done_by: Vec<String>,
    done_to_towns: Vec<String>,
    town_parts: Vec<String>,
    stately: Vec<String>,
    between_name_and_verb: Vec<String>,
    getting: Vec<String>,
    given: Vec<String>,
    wares: Vec<String>,
    traded: Vec<String>,
    messages: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct People {
    speakers: Vec<String>,
    owned: Vec<String>,
    company: Vec<String>,
    owned_pairs: Vec<String>,
    minded: Vec<String>,
    private: Vec<String>,
    sides: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Bodies {
    owned: Vec<String>,
    domains: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Persons {
    done_to: Vec<String>,
    done_to_irregular: Vec<String>,
    of: Vec<String>,
    owned: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RoleFile {
    modifier: Vec<String>,
    before: Vec<String>,
    head: Vec<HeadGroup>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadGroup {
    sector: String,
    office: bool,
    words: Vec<String>,
}

impl Words {
    /// The lists that come with the program.
    pub fn get() -> &'static Self {
        static WORDS: OnceLock<Words> = OnceLock::new();
        WORDS.get_or_init(|| {
            let words = toml::from_str(include_str!("../../data/actors/words.toml"));
            let roles = toml::from_str(include_str!("../../data/actors/roles.toml"));
            Self::new(
                words.expect("words.toml is embedded, and every test reads it"),
                roles.expect("roles.toml is embedded, and every test reads it"),
                include_str!("../../data/actors/first-names.txt"),
            )
        })
    }

    fn new(words: WordFile, roles: RoleFile, first_names: &str) -> Self {
        let WordFile { context, people, persons, bodies, metonyms, .. } = words;
        let irregular = context.agent_verb_forms;
        let speech_irregular = ["said", "told", "thought", "saw", "wrote", "spoke"].map(str::to_owned);
        let heads = roles.head.into_iter().flat_map(|group| {
            let head = RoleHead { sector: group.sector, office: group.office };
            group.words.into_iter().map(move |words| (words, head.clone()))
        });
        let non_actors = words.non_actors.into_iter().chain(words.places.names).map(|phrase| (phrase, ()));
        let mut words = Self {
            lists: WordMap::default(),
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
            first_names: names_with_gender(first_names),
        };
        words.lists = words.by_word();
        words
    }

    fn by_word(&self) -> WordMap<Lists> {
        let mut lists = WordMap::default();
        // An entry with a capital is left as it is: asked for in lower case it is never found, here as in its own list.
        let mut add = |word: &str, list: Lists| {
            let known = lists.get_or_insert(word, Lists::default());
            *known = known.and(list);
        };
        let sets = [
            (&self.function, Lists::FUNCTION),
            (&self.calendar, Lists::CALENDAR),
            (&self.role_before, Lists::ROLE_BEFORE),
            (&self.owned, Lists::OWNED),
            (&self.speakers, Lists::SPEAKERS),
            (&self.company, Lists::COMPANY),
        ];
        for (set, list) in sets {
            set.iter().for_each(|word| add(word, list));
        }
        self.organisation_heads.keys().for_each(|word| add(word, Lists::ORGANISATION_HEAD));
        self.roles.longest_from.keys().for_each(|word| add(word, Lists::BEGINS_ROLE));
        // Of these the case counts, and the lists themselves are asked as well.
        self.non_actors.longest_from.keys().for_each(|word| add(&word.to_lowercase(), Lists::BEGINS_NON_ACTOR));
        self.first_names.keys().for_each(|word| add(&word.to_lowercase(), Lists::FIRST_NAME));
        let pairs = self.owned_pairs.iter().filter_map(|pair| pair.split(' ').next());
        pairs.for_each(|word| add(word, Lists::BEGINS_OWNED_PAIR));
        lists
    }

    /// The lists a lower-case word stands on.
    pub fn lists(&self, word: &str) -> Lists {
        self.lists.get(word).copied().unwrap_or_default()
    }

    /// Whether the word is a first name; case counts.
    pub fn is_first_name(&self, word: &str) -> bool {
        self.first_names.contains_key(word)
    }

    /// What the first name says.
    pub fn gender_of(&self, first_name: &str) -> Option<Gender> {
        self.first_names.get(first_name).copied().flatten()
    }
}

fn names_with_gender(list: &str) -> QuickMap<String, Option<Gender>> {
    let mut names: QuickMap<String, Option<Gender>> = QuickMap::default();
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
    names
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
