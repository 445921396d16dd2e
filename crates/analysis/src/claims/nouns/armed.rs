//! Nouns for words and for deeds of arms alike: "the president’s attacks on the press", "the army’s attacks on the port".

use std::ops::Range;

use rapporteur_core::ActorKind;

use super::holders::Held;
use crate::claims::scene::Scene;
use crate::lexicon::CueNoun;

const ARMED: &[&str] = &["attack", "onslaught", "broadside"];

/// What tells that words are meant.
const VERBAL: &[&str] = &[
    "verbal",
    "rhetorical",
    "scathing",
    "personal",
    "blistering",
    "withering",
    "stinging",
    "public",
    "veiled",
    "partisan",
    "political",
    "bitter",
];

impl Scene<'_> {
    /// Whether a noun is meant of words: one person attacks with nothing else.
    pub(crate) fn is_of_words(&self, noun: &CueNoun, index: usize, phrase: &Range<usize>, held: &Held) -> bool {
        let words = &self.words;
        if !ARMED.contains(&noun.lemma.as_str()) || (phrase.start..index).any(|at| VERBAL.contains(&words.word(at))) {
            return true;
        }
        held.source.as_ref().is_some_and(|source| {
            let one = words.is_any(source.start, &["he", "she", "his", "her"]);
            let person = self
                .actors
                .mentions_in(words.bytes(source))
                .last()
                .and_then(|mention| self.actors.actors.get(mention.actor))
                .is_some_and(|actor| actor.kind == ActorKind::Person);
            one || person
        })
    }
}
