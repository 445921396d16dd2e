//! Cue words and what each takes, as TOML.
//!
//! The files say what the entries mean; here they are read, inflected and indexed by form.

mod file;
mod frame;
pub(crate) mod inflect;
mod judgements;
#[cfg(test)]
mod tests;

use crate::quick::{QuickMap, QuickSet, WordMap};
use rapporteur_core::{ClaimForm, Position};
use thiserror::Error;

pub use file::Holder;
pub use frame::{Frame, Rest, UnknownFrame, is_preposition};
pub use inflect::Inflection;
pub use judgements::{JudgementClass, Judgements, Lean};

const VERBS: &str = include_str!("../../data/cues.toml");
const PHRASES: &str = include_str!("../../data/cues-phrases.toml");
const NOUNS: &str = include_str!("../../data/cues-nouns.toml");
const PERSONS: &str = include_str!("../../data/nouns-of-persons.txt");

/// Words that say when.
const TIMES: &str = "
    monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december
    jan feb aug sept oct nov dec
    today yesterday tomorrow tonight morning afternoon evening night noon midnight
    week month year day hour minute decade weekend moment weeks months years days hours minutes decades moments
    spring summer autumn winter fall
";

/// A lexicon that cannot be used.
#[derive(Debug, Error)]
pub enum LexiconError {
    #[error("{file}: {error}")]
    Toml { file: &'static str, error: Box<toml::de::Error> },
    #[error("{file}: {lemma:?}: {error}")]
    Frame { file: &'static str, lemma: String, error: UnknownFrame },
    #[error(
        "{file}: {lemma:?} with one frame is {first:?} in one group and {second:?} in another; the form follows the verb and its frame"
    )]
    TwoForms { file: &'static str, lemma: String, first: ClaimForm, second: ClaimForm },
    #[error("{file}: {lemma:?} has no word before its particle")]
    EmptyLemma { file: &'static str, lemma: String },
}

/// Cue words by form.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    verbs: Vec<CueVerb>,
    /// From the form of the first word to the verbs that begin with it, longest first.
    verb_forms: QuickMap<String, Vec<(usize, Inflection)>>,
    nouns: Vec<CueNoun>,
    noun_forms: QuickMap<String, Vec<usize>>,
    /// What of a noun form's content counts where nobody holds it.
    unheld: QuickMap<String, Vec<Frame>>,
    adjectives: QuickMap<String, Vec<CueAdjective>>,
    /// By their first word, in the order of the file.
    prepositions: QuickMap<String, Vec<CuePreposition>>,
    giving: QuickMap<String, Vec<Vec<String>>>,
    receiving: QuickMap<String, Vec<Vec<String>>>,
    holders: QuickMap<String, HolderKind>,
    documents: QuickSet<String>,
    polls: QuickSet<String>,
    /// By form; follows from the others.
    listed: WordMap<Listed>,
    judgements: Judgements,
}

/// The lists of the lexicon that a form stands on. Most words are on none, and then none need be searched.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Listed {
    pub verb: bool,
    /// A cue verb only with further words: "let" of "let it be known".
    pub phrasal: bool,
    pub noun: bool,
    pub adjective: bool,
    /// Begins a prepositional cue.
    pub preposition: bool,
    /// See [`Lexicon::holder`].
    pub holder: Option<HolderKind>,
    /// See [`Lexicon::is_poll`].
    pub poll: bool,
    /// Judges, or begins words that do; see [`Judgements::class`].
    pub judges: bool,
    /// Weekdays, months and other words that say when.
    pub time: bool,
}

/// A verb, with the words that belong to it: "point out".
#[derive(Debug, Clone)]
pub struct CueVerb {
    /// With its particle.
    pub lemma: String,
    /// The words behind the first.
    pub rest: Vec<String>,
    /// In the order of the file.
    pub senses: Vec<Sense>,
    pub passives: Vec<Sense>,
}

/// One meaning of a cue verb.
#[derive(Debug, Clone)]
pub struct Sense {
    pub frames: Vec<Frame>,
    pub form: ClaimForm,
    pub position: Option<Position>,
    pub tier: u8,
    pub holder: Holder,
    pub marks: bool,
    pub hedged: bool,
    pub negated: bool,
}

impl Sense {
    /// Whether this meaning makes every reading that `other` makes of `frame`.
    fn covers(&self, frame: &Frame, other: &Self) -> bool {
        let same = |sense: &Self| (sense.form, sense.position, sense.tier, sense.marks, sense.hedged, sense.negated);
        self.frames.contains(frame)
            && same(self) == same(other)
            && (self.holder == other.holder || self.holder == Holder::Any)
    }
}

/// A noun that attributes.
#[derive(Debug, Clone)]
pub struct CueNoun {
    pub lemma: String,
    pub content: Vec<Frame>,
    pub holder: Vec<String>,
    pub form: ClaimForm,
    pub position: Option<Position>,
    pub tier: u8,
    pub predicate: bool,
}

/// An adjective that attributes.
#[derive(Debug, Clone)]
pub struct CueAdjective {
    pub lemma: String,
    pub content: Vec<Frame>,
    pub form: ClaimForm,
    pub position: Option<Position>,
    pub tier: u8,
}

/// "according to".
#[derive(Debug, Clone)]
pub struct CuePreposition {
    pub words: Vec<String>,
    pub form: ClaimForm,
    pub tier: u8,
}

/// What the head of a noun phrase says about the holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HolderKind {
    Person,
    Group,
    Document,
}

impl Lexicon {
    /// The lexicon that comes with this crate.
    ///
    /// # Errors
    /// [`LexiconError`] if a file does not follow its schema.
    pub fn embedded() -> Result<Self, LexiconError> {
        Self::from_toml(VERBS, PHRASES, NOUNS)
    }

    fn from_toml(verbs: &str, phrases: &str, nouns: &str) -> Result<Self, LexiconError> {
        let file = "cues.toml";
        let verbs: file::VerbFile =
            toml::from_str(verbs).map_err(|error| LexiconError::Toml { file, error: Box::new(error) })?;
        let file = "cues-phrases.toml";
        let phrases: file::PhraseFile =
            toml::from_str(phrases).map_err(|error| LexiconError::Toml { file, error: Box::new(error) })?;
        let file = "cues-nouns.toml";
        let nouns: file::NounFile =
            toml::from_str(nouns).map_err(|error| LexiconError::Toml { file, error: Box::new(error) })?;
        let mut lexicon = Self { judgements: Judgements::embedded()?, ..Self::default() };
        lexicon.add_verbs(&verbs, &phrases)?;
        lexicon.add_nouns(&nouns)?;
        lexicon.note_lists();
        Ok(lexicon)
    }

    fn note_lists(&mut self) {
        let mut lists: WordMap<Listed> = WordMap::default();
        let none = Listed::default();
        #[expect(clippy::iter_over_hash_type, reason = "each entry by itself")]
        for (form, found) in &self.verb_forms {
            let entry = lists.get_or_insert(form, none);
            entry.verb = true;
            entry.phrasal =
                found.iter().all(|&(index, _)| self.verbs.get(index).is_some_and(|verb| !verb.rest.is_empty()));
        }
        self.noun_forms.keys().for_each(|form| lists.get_or_insert(form, none).noun = true);
        self.adjectives.keys().for_each(|form| lists.get_or_insert(form, none).adjective = true);
        self.prepositions.keys().for_each(|form| lists.get_or_insert(form, none).preposition = true);
        self.holders.iter().for_each(|(form, kind)| lists.get_or_insert(form, none).holder = Some(*kind));
        self.polls.iter().for_each(|form| lists.get_or_insert(form, none).poll = true);
        self.judgements.forms().for_each(|form| lists.get_or_insert(form, none).judges = true);
        TIMES.split_whitespace().for_each(|form| lists.get_or_insert(form, none).time = true);
        self.listed = lists;
    }

    /// Words that judge.
    pub fn judgements(&self) -> &Judgements {
        &self.judgements
    }

    /// The lists that `word` (lower case) stands on.
    pub fn listed(&self, word: &str) -> Listed {
        self.listed.get(word).copied().unwrap_or_default()
    }

    /// The cue verbs whose first word has the form `word` (lower case), longest first.
    pub fn verbs<'l>(&'l self, word: &str) -> impl Iterator<Item = (&'l CueVerb, Inflection)> + use<'l> {
        let found = self.verb_forms.get(word).map(Vec::as_slice).unwrap_or_default();
        found.iter().filter_map(|&(index, inflection)| Some((self.verbs.get(index)?, inflection)))
    }

    /// Whether `word` (lower case) is a form of some cue verb.
    pub fn is_verb(&self, word: &str) -> bool {
        self.listed(word).verb
    }

    /// Whether some cue verb with the form `word` takes what follows with `preposition` (both in lower case).
    pub fn takes_preposition(&self, word: &str, preposition: &str) -> bool {
        self.verbs(word).any(|(verb, _)| match verb.rest.as_slice() {
            [] => verb.senses.iter().flat_map(|sense| &sense.frames).any(|frame| match frame {
                Frame::Prep(taken) | Frame::PrepPerson(taken, _) => taken == preposition,
                _ => false,
            }),
            [particle, ..] => particle == preposition,
        })
    }

    /// Whether the cue verbs with the form `word` (lower case) take "to" with an object and never with an infinitive.
    pub fn takes_only_object_with_to(&self, word: &str) -> bool {
        let frames = |wanted: fn(&Frame) -> bool| {
            self.verbs(word)
                .any(|(verb, _)| verb.rest.is_empty() && verb.senses.iter().flat_map(|sense| &sense.frames).any(wanted))
        };
        frames(|frame| matches!(frame, Frame::Prep(to) if to == "to")) && !frames(|frame| *frame == Frame::To)
    }

    /// The cue nouns with the form `word` (lower case).
    pub fn nouns(&self, word: &str) -> impl Iterator<Item = &CueNoun> {
        let found = self.noun_forms.get(word).map(Vec::as_slice).unwrap_or_default();
        found.iter().filter_map(|&index| self.nouns.get(index))
    }

    /// The cue adjectives `word` (lower case).
    pub fn adjectives(&self, word: &str) -> &[CueAdjective] {
        self.adjectives.get(word).map(Vec::as_slice).unwrap_or_default()
    }

    /// The prepositional cues that begin with `word` (lower case).
    pub fn prepositions(&self, word: &str) -> &[CuePreposition] {
        self.prepositions.get(word).map(Vec::as_slice).unwrap_or_default()
    }

    /// What of the content of the noun form `word` (lower case) counts where nobody holds it.
    pub fn unheld(&self, word: &str) -> &[Frame] {
        self.unheld.get(word).map(Vec::as_slice).unwrap_or_default()
    }

    /// What must follow the verb form `word` for it to carry a cue noun whose holder is its subject; empty lists mean nothing.
    pub fn giving(&self, word: &str) -> &[Vec<String>] {
        self.giving.get(word).map(Vec::as_slice).unwrap_or_default()
    }

    /// As [`Lexicon::giving`], for verbs whose subject is what the noun is about.
    pub fn receiving(&self, word: &str) -> &[Vec<String>] {
        self.receiving.get(word).map(Vec::as_slice).unwrap_or_default()
    }

    /// What kind of holder the noun `word` (lower case) names, if any. A word that names persons as well as documents
    /// counts as a person.
    pub fn holder(&self, word: &str) -> Option<HolderKind> {
        self.listed(word).holder
    }

    /// Whether the noun `word` (lower case) names a document, whatever else it names: "paper".
    pub fn is_document(&self, word: &str) -> bool {
        self.documents.contains(word)
    }

    /// Whether the noun `word` (lower case) names a poll or study.
    pub fn is_poll(&self, word: &str) -> bool {
        self.listed(word).poll
    }

    fn add_verbs(&mut self, file: &file::VerbFile, phrases: &file::PhraseFile) -> Result<(), LexiconError> {
        let mut index_of: QuickMap<String, usize> = QuickMap::default();
        let files = [("cues.toml", &file.verb, &file.passive), ("cues-phrases.toml", &phrases.verb, &phrases.passive)];
        let groups = files.into_iter().flat_map(|(name, active, passive)| {
            active
                .iter()
                .map(move |group| (name, group, false))
                .chain(passive.iter().map(move |group| (name, group, true)))
        });
        for (name, group, passive) in groups {
            for lemma in &group.lemmas {
                let frames = frames(name, lemma, &group.frames)?;
                let mut sense = Sense {
                    frames,
                    form: group.form,
                    position: group.position,
                    tier: group.tier,
                    holder: group.holder,
                    marks: group.marks,
                    hedged: group.hedged,
                    negated: group.negated,
                };
                let mut words = lemma.split(' ').map(str::to_owned);
                words
                    .next()
                    .filter(|word| !word.is_empty())
                    .ok_or_else(|| LexiconError::EmptyLemma { file: name, lemma: lemma.clone() })?;
                let rest: Vec<String> = words.collect();
                let index = *index_of.entry(lemma.clone()).or_insert_with(|| {
                    let verb = CueVerb { lemma: lemma.clone(), rest, senses: Vec::new(), passives: Vec::new() };
                    self.verbs.push(verb);
                    self.verbs.len() - 1
                });
                if let Some(verb) = self.verbs.get_mut(index) {
                    let same_frame = |other: &&Sense| other.frames.iter().any(|frame| sense.frames.contains(frame));
                    let other = verb.senses.iter().filter(same_frame).find(|other| other.form != sense.form);
                    if let Some(other) = other.filter(|_| !passive) {
                        let (first, second) = (other.form, sense.form);
                        return Err(LexiconError::TwoForms { file: name, lemma: lemma.clone(), first, second });
                    }
                    let senses = if passive { &mut verb.passives } else { &mut verb.senses };
                    // A frame that an earlier group gives this verb in the same meaning would make every reading twice.
                    let mut frames = std::mem::take(&mut sense.frames);
                    frames.retain(|frame| !senses.iter().any(|other| other.covers(frame, &sense)));
                    sense.frames = frames;
                    if !sense.frames.is_empty() {
                        senses.push(sense);
                    }
                }
            }
        }
        for (index, verb) in self.verbs.iter().enumerate() {
            let first = verb.lemma.split(' ').next().unwrap_or_default();
            for (form, inflection) in inflect::verb_forms(first, exceptions(file, first)) {
                let found = self.verb_forms.entry(form).or_default();
                if !found.contains(&(index, inflection)) {
                    found.push((index, inflection));
                }
            }
        }
        #[expect(clippy::iter_over_hash_type, reason = "each list is sorted by itself")]
        for found in self.verb_forms.values_mut() {
            let verbs = &self.verbs;
            found.sort_by_key(|&(index, inflection)| {
                (std::cmp::Reverse(verbs.get(index).map_or(0, |verb| verb.rest.len())), index, inflection)
            });
        }
        for (list, map) in [(&file.light.giving, &mut self.giving), (&file.light.receiving, &mut self.receiving)] {
            for lemma in list {
                let mut words = lemma.split(' ').map(str::to_owned);
                let Some(first) = words.next() else { continue };
                let rest: Vec<String> = words.collect();
                for (form, _) in inflect::verb_forms(&first, exceptions(file, &first)) {
                    let found: &mut Vec<Vec<String>> = map.entry(form).or_default();
                    if !found.contains(&rest) {
                        found.push(rest.clone());
                    }
                }
            }
        }
        for group in &file.preposition {
            for words in &group.words {
                let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
                let first = words.first().cloned().unwrap_or_default();
                let cue = CuePreposition { words, form: group.form, tier: group.tier };
                self.prepositions.entry(first).or_default().push(cue);
            }
        }
        Ok(())
    }

    fn add_nouns(&mut self, file: &file::NounFile) -> Result<(), LexiconError> {
        for group in &file.noun {
            for lemma in &group.lemmas {
                self.nouns.push(CueNoun {
                    lemma: lemma.clone(),
                    content: frames("cues-nouns.toml", lemma, &group.content)?,
                    holder: group.holder.clone(),
                    form: group.form,
                    position: group.position,
                    tier: group.tier,
                    predicate: group.predicate,
                });
                for form in inflect::noun_forms(lemma) {
                    self.noun_forms.entry(form).or_default().push(self.nouns.len() - 1);
                }
            }
        }
        for group in &file.unheld {
            for lemma in &group.lemmas {
                let frames = frames("cues-nouns.toml", lemma, &group.content)?;
                for form in inflect::noun_forms(lemma) {
                    if !group.plural || form.ends_with('s') {
                        self.unheld.entry(form).or_default().extend(frames.iter().cloned());
                    }
                }
            }
        }
        for group in &file.adjective {
            for lemma in &group.lemmas {
                let adjective = CueAdjective {
                    lemma: lemma.clone(),
                    content: frames("cues-nouns.toml", lemma, &group.content)?,
                    form: group.form,
                    position: group.position,
                    tier: group.tier,
                };
                self.adjectives.entry(lemma.clone()).or_default().push(adjective);
            }
        }
        // The first kind a word is listed under stays.
        let kinds = [
            (&file.holders.persons, HolderKind::Person),
            (&file.holders.groups, HolderKind::Group),
            (&file.holders.documents, HolderKind::Document),
        ];
        for (words, kind) in kinds {
            for form in words.iter().flat_map(|word| inflect::noun_forms(word)) {
                self.holders.entry(form).or_insert(kind);
            }
        }
        self.documents = file.holders.documents.iter().flat_map(|word| inflect::noun_forms(word)).collect();
        // What the lists do not say, a dictionary does.
        let no_persons = &file.holders.no_persons;
        let persons = PERSONS.lines().filter(|line| !line.starts_with('#') && !no_persons.contains(*line));
        for form in persons.flat_map(inflect::noun_forms) {
            self.holders.entry(form).or_insert(HolderKind::Person);
        }
        self.polls = file.holders.polls.iter().flat_map(|word| inflect::noun_forms(word)).collect();
        Ok(())
    }
}

fn frames(file: &'static str, lemma: &str, written: &[String]) -> Result<Vec<Frame>, LexiconError> {
    written
        .iter()
        .map(|frame| frame.parse().map_err(|error| LexiconError::Frame { file, lemma: lemma.to_owned(), error }))
        .collect()
}

fn exceptions<'f>(file: &'f file::VerbFile, first: &str) -> inflect::Exceptions<'f> {
    inflect::Exceptions {
        irregular: file.irregular.get(first).map(Vec::as_slice),
        doubling: file.inflection.doubling.contains(first),
        only_ise: file.inflection.only_ise.contains(first),
    }
}
