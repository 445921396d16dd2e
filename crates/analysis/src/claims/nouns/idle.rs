//! Owners and verbs by which a cue noun claims nothing: "its support to the port", "has an interest in", "sent a mission to".

use std::ops::Range;

use rapporteur_core::ClaimForm;

use super::drawn::DRAWING;
use crate::claims::cues::frames::QUESTION_WORDS;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::scene::Scene;
use crate::lexicon::{CueNoun, HolderKind};
use crate::tagger::Upos;

/// Verbs by which an interest is made known.
const SHOWING: &[&str] = &[
    "express",
    "expresses",
    "expressed",
    "expressing",
    "show",
    "shows",
    "showed",
    "shown",
    "showing",
    "signal",
    "signals",
    "signalled",
    "signaled",
    "signalling",
    "signaling",
    "declare",
    "declared",
    "voiced",
    "indicated",
    "demonstrated",
    "displayed",
    "reiterated",
    "conveyed",
];

/// Verbs of those who agree.
const AGREEING: &[&str] =
    &["reach", "reached", "reaches", "reaching", "strike", "struck", "striking", "clinched", "came", "come"];

/// "echoing the views of experts" says what the experts think.
const ECHOING: &[&str] =
    &["echo", "echoes", "echoed", "echoing", "share", "shares", "shared", "sharing", "raise", "raised", "raising"];

const SENDING: &[&str] = &["send", "sends", "sent", "sending", "launch", "launched", "mount", "mounted"];

impl Scene<'_> {
    /// Whether the owner of a noun need not hold what it says.
    pub(crate) fn is_idle_owner(&self, noun: &CueNoun, index: usize, phrase: &Range<usize>) -> bool {
        let words = &self.words;
        match noun.lemma.as_str() {
            // Money more often than words, but to those who rule or fight.
            "support" => {
                let to = words.is(index + 1, "to");
                let end = self.noun_phrase_end(index + 2, words.len()).filter(|_| to);
                to && !end.is_some_and(|end| {
                    words.pos(end - 1) == Upos::Noun
                        && matches!(self.holder_kind(&(index + 2..end)), Some(HolderKind::Person | HolderKind::Group))
                })
            }
            // "her interest in the port" is no wish, "her interest in closing it" is one.
            "interest" => !self.is_wish(index),
            "stance" | "position" => words.is(index + 1, "on") && !self.is_wish(index),
            // "its campaign attempts to" is a verb.
            // "its refusal to comment": nothing is said.
            "refusal" | "reluctance" | "unwillingness" => {
                words.is(index + 1, "to")
                    && words.is_any(index + 2, &["comment", "say", "answer", "elaborate", "respond"])
            }
            // "reaffirmed its commitment to the pact": the verb says so already.
            "commitment" => {
                words.pos(index + 1) == Upos::Adp
                    && words.is_possessive_pronoun(phrase.start)
                    && phrase.start > 0
                    && self.groups.at(phrase.start - 1).is_some()
            }
            "agreement" => noun.form == ClaimForm::Promise && words.is_any(index + 1, &["on", "over"]),
            "consensus" | "compromise" | "understanding" | "deal" => noun.form == ClaimForm::Promise,
            _ => false,
        }
    }

    /// Whether the verb in front of a noun is none by which its subject claims what the noun says.
    pub(crate) fn is_idle_verb(
        &self,
        noun: &CueNoun,
        index: usize,
        phrase: &Range<usize>,
        bounds: &Range<usize>,
        group: &Group,
    ) -> bool {
        let words = &self.words;
        let of = words.is(index + 1, "of");
        let theirs = of
            && words.is(phrase.start, "the")
            && words.is_any(group.head, ECHOING)
            && self.noun_phrase_end(index + 2, bounds.end).is_some_and(|end| {
                matches!(self.holder_kind(&(index + 2..end)), Some(HolderKind::Person | HolderKind::Group))
            });
        // What draws anger does not feel it.
        let drawn = words.is_any(group.head, DRAWING)
            && matches!(noun.form, ClaimForm::Opposition | ClaimForm::Accusation | ClaimForm::Support);
        let idle = match noun.lemma.as_str() {
            // "has an interest in" is what is good for it.
            "interest" => !words.is_any(group.head, SHOWING),
            "stance" | "position" => words.is(index + 1, "on") && !self.is_wish(index),
            "commitment" => noun.form == ClaimForm::Support,
            "mission" => words.is_any(group.head, SENDING),
            // "offered police support to"
            "support" => words.is(index + 1, "to") && words.pos(index - 1) == Upos::Noun,
            // "pursues a policy of closing the port" says what it wants, "a policy of restraint" how it is.
            "policy" => of && !self.is_gerund(index + 2),
            // "reached agreement on": only as what is done together.
            "agreement" | "consensus" | "compromise" | "understanding" | "deal" => {
                noun.form == ClaimForm::Promise && !words.is_any(group.head, AGREEING)
            }
            _ => false,
        };
        theirs || drawn || idle || self.has_backing(noun, index, phrase, group)
    }

    /// "interest in | closing", "interest in | how", "stance on | closing".
    fn is_wish(&self, index: usize) -> bool {
        let words = &self.words;
        words.is_any(index + 1, &["in", "on"]) && (words.is_any(index + 2, QUESTION_WORDS) || self.is_gerund(index + 2))
    }

    fn is_gerund(&self, at: usize) -> bool {
        self.groups.holding(at).is_some_and(|group| group.shape == Shape::Ing)
    }
}
