//! Who may claim what: whose words a cue stands in, and what can hold it.

use std::ops::Range;

use crate::claims::grammar::subject::Subject;
use crate::claims::scene::Scene;
use crate::lexicon::{Holder, HolderKind};
use crate::tagger::Upos;

/// Whose words a cue stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voice {
    Author,
    /// In quotation marks.
    Quoted,
    /// In a speaker's turn.
    Turn,
}

impl Scene<'_> {
    /// The nearest token before `index` that is no adverb.
    pub(crate) fn before_adverbs(&self, index: usize, low: usize) -> Option<usize> {
        let words = &self.words;
        // "| not only promising to"
        let not_only = |at: usize| words.is(at, "not") && words.is_any(at + 1, &["only", "just", "merely", "simply"]);
        (low..index).rev().find(|&at| words.pos(at) != Upos::Adv && !not_only(at))
    }

    /// Whether a gerund right behind `phrase` tells what it does: somebody named, or people, and no object of a verb.
    pub(crate) fn bears_gerund(&self, phrase: &Range<usize>, low: usize) -> bool {
        let words = &self.words;
        let left = phrase.start.checked_sub(1).filter(|&left| left >= low);
        let fits = left.is_none_or(|left| {
            words.is_any(
                left,
                &["of", "by", "from", "with", "among", "like", "including", "between", "despite", "amid", ",", "and"],
            ) || words.pos(left) == Upos::Punct
        });
        fits && (self.is_named(phrase) || self.holder_kind(phrase) == Some(HolderKind::Person))
    }

    /// Whether a phrase names somebody.
    pub(crate) fn is_named(&self, phrase: &Range<usize>) -> bool {
        self.actors.mentions_in(self.words.bytes(phrase)).next().is_some()
            || phrase.clone().any(|index| self.words.pos(index) == Upos::Propn && !self.words.is_time(index))
    }

    /// Whose words those at `token` are.
    pub(crate) fn voice_of(&self, token: usize) -> Voice {
        if self.words.quotations.around(token).is_some() {
            return Voice::Quoted;
        }
        let zone = self.zone_at(token).and_then(|zone| self.words.layer.zones.get(zone));
        if zone.is_some_and(|zone| zone.speaker.is_some()) { Voice::Turn } else { Voice::Author }
    }

    pub(crate) fn holder_fits(&self, holder: Holder, subject: &Subject) -> bool {
        let phrase = subject.antecedent.as_ref().unwrap_or(&subject.tokens);
        let kind = self.holder_kind(phrase);
        let head = self.words.word(self.head_of(phrase));
        // "those who believe": people.
        let those_who =
            head == "those" && (self.words.is(subject.tokens.start, "who") || self.words.is(phrase.start + 1, "who"));
        match holder {
            Holder::Any | Holder::Actor if those_who => true,
            // "those surveyed" are people, "those" may be anything.
            Holder::Any => {
                !matches!(head, "this" | "that" | "these" | "those" | "there" | "which")
                    || head == "those" && phrase.len() > 1
            }
            // "those with large fleets fear it"
            Holder::Actor if head == "those" && phrase.len() > 1 => {
                kind.is_some() || self.words.is_any(phrase.start + 1, &["with", "in", "of", "from", "without"])
            }
            Holder::Actor => kind.is_some() || head == "it",
            Holder::Document => {
                kind == Some(HolderKind::Document)
                    || self.lexicon.is_document(head)
                    || self.lexicon.is_poll(head)
                    || head == "it"
            }
            Holder::Poll => self.lexicon.is_poll(head),
            Holder::Share => {
                matches!(head, "%" | "percent" | "half" | "third" | "quarter" | "majority" | "plurality" | "most")
                    || head == "cent" && phrase.clone().any(|at| self.words.is(at, "per"))
            }
        }
    }
}
