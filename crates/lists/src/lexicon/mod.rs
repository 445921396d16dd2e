//! Cue words and what each takes, as TOML.
//!
//! The files say what the entries mean; here they are read, inflected and indexed by form.

mod file;
mod frame;
mod inflect;
mod judgements;
mod listed;
mod read;
#[cfg(test)]
mod tests;

use crate::tables::{Records, WordGroups, WordSet, WordTable};
use rapporteur_core::{ClaimForm, Position};
use serde::{Deserialize, Serialize};
use thiserror::Error;

pub use file::Holder;
pub use frame::{Frame, Rest, UnknownFrame, is_preposition};
pub use inflect::Inflection;
pub(crate) use inflect::{Exceptions, verb_forms};
pub use judgements::{JudgementClass, Judgements, Lean, WordUse};
pub use listed::Listed;
pub use read::LexiconFiles;

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
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Lexicon {
    verbs: Records<CueVerb>,
    /// From the form of the first word to the verbs that begin with it, longest first.
    verb_forms: WordGroups<(usize, Inflection)>,
    nouns: Records<CueNoun>,
    noun_forms: WordGroups<usize>,
    /// What of a noun form's content counts where nobody holds it.
    unheld: WordGroups<Frame>,
    adjectives: WordGroups<CueAdjective>,
    /// By their first word, in the order of the file.
    prepositions: WordGroups<CuePreposition>,
    giving: WordGroups<Vec<String>>,
    receiving: WordGroups<Vec<String>>,
    documents: WordSet,
    /// By form; follows from the others.
    listed: WordTable<Listed>,
    judgements: Judgements,
}

/// A verb, with the words that belong to it: "point out".
#[derive(Debug, Clone, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CueAdjective {
    pub lemma: String,
    pub content: Vec<Frame>,
    pub form: ClaimForm,
    pub position: Option<Position>,
    pub tier: u8,
}

/// "according to".
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CuePreposition {
    pub words: Vec<String>,
    pub form: ClaimForm,
    pub tier: u8,
}

/// What the head of a noun phrase says about the holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum HolderKind {
    Person,
    Group,
    Document,
}

impl Lexicon {
    /// Words that judge.
    pub fn judgements(&self) -> &Judgements {
        &self.judgements
    }

    /// The lists that `word` (lower case) stands on.
    // A function of its own: where the compiler sees through it, it takes the flags apart and puts them together again bit by bit.
    #[inline(never)]
    pub fn listed(&self, word: &str) -> Listed {
        self.listed.get(word).copied().unwrap_or_default()
    }

    /// The cue verbs whose first word has the form `word` (lower case), longest first.
    pub fn verbs<'l>(&'l self, word: &str) -> impl Iterator<Item = (&'l CueVerb, Inflection)> + use<'l> {
        self.verb_forms.get(word).iter().filter_map(|&(index, inflection)| Some((self.verbs.get(index)?, inflection)))
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
        self.noun_forms.get(word).iter().filter_map(|&index| self.nouns.get(index))
    }

    /// The cue adjectives `word` (lower case).
    pub fn adjectives(&self, word: &str) -> &[CueAdjective] {
        self.adjectives.get(word)
    }

    /// The prepositional cues that begin with `word` (lower case).
    pub fn prepositions(&self, word: &str) -> &[CuePreposition] {
        self.prepositions.get(word)
    }

    /// What of the content of the noun form `word` (lower case) counts where nobody holds it.
    pub fn unheld(&self, word: &str) -> &[Frame] {
        self.unheld.get(word)
    }

    /// What must follow the verb form `word` for it to carry a cue noun whose holder is its subject; empty lists mean nothing.
    pub fn giving(&self, word: &str) -> &[Vec<String>] {
        self.giving.get(word)
    }

    /// As [`Lexicon::giving`], for verbs whose subject is what the noun is about.
    pub fn receiving(&self, word: &str) -> &[Vec<String>] {
        self.receiving.get(word)
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
}
