//! Past forms the tagger takes for participles: "The premier | described the vote as a farce", "prices | rose by a third".

use crate::claims::grammar::words::Words;
use crate::tagger::{Upos, VerbForm};

/// Past forms whose participles are spelt otherwise.
const PAST_ONLY: &[&str] = &[
    "rose",
    "fell",
    "went",
    "took",
    "gave",
    "knew",
    "saw",
    "wrote",
    "began",
    "chose",
    "broke",
    "spoke",
    "drove",
    "grew",
    "threw",
    "swore",
    "froze",
    "withdrew",
    "forgave",
    "drew",
    "shook",
    "undertook",
    "overtook",
    "arose",
    "blew",
    "foresaw",
    "underwent",
    "forbade",
    "mistook",
];

/// Of these, what may be another word.
const NOUNS: &[&str] = &["rose", "fell", "saw"];

/// Verbs whose participle keeps an object or is followed by what somebody is called: "the boat | sold the day before", "a man named
/// the Ox".
const TWO_OBJECTS: &[&str] = &[
    "given",
    "offered",
    "shown",
    "told",
    "asked",
    "denied",
    "awarded",
    "granted",
    "called",
    "named",
    "considered",
    "deemed",
    "paid",
    "sent",
    "taught",
    "promised",
    "handed",
    "assigned",
    "allowed",
    "dubbed",
    "elected",
    "appointed",
    "declared",
    "refused",
    "charged",
    "fined",
    "allotted",
    "owed",
    "spared",
    "guaranteed",
    "accorded",
    "permitted",
    "voted",
    "sold",
    "bought",
    "lent",
    "left",
    "labelled",
    "labeled",
    "termed",
    "titled",
    "crowned",
    "made",
    "provided",
    "judged",
    "pronounced",
    "ruled",
    "proclaimed",
    "billed",
    "earned",
    "saved",
    "cost",
    "done",
];

/// How far in front an auxiliary may stand, with what parts it from its participle.
const FARTHEST_AUXILIARY: usize = 6;

impl Words<'_> {
    /// Whether the word is a past form and can be no participle, "rose".
    pub(crate) fn is_only_past(&self, index: usize) -> bool {
        PAST_ONLY.contains(&self.word(index))
    }

    pub(super) fn repair_active(&mut self, index: usize) {
        let Some(before) = index.checked_sub(1) else { return };
        if self.is_only_past(index) {
            // "export prices | rose by", not "the | rose", "a rose by the wall"
            let noun = NOUNS.contains(&self.word(index))
                && (self.pos(before) != Upos::Noun || !self.is_any(index + 1, &["by", "to", "from", "in"]));
            let wrong = match self.pos(index) {
                Upos::Verb => self.form(index) != VerbForm::Past,
                Upos::Noun => !noun && !self.is_capitalised(index),
                _ => false,
            };
            if wrong {
                self.set(index, Upos::Verb, VerbForm::Past);
            }
            return;
        }
        let participle = self.pos(index) == Upos::Verb && self.form(index) == VerbForm::PastParticiple;
        if participle && !TWO_OBJECTS.contains(&self.word(index)) && self.takes_object(index) && self.is_alone(before) {
            self.set(index, Upos::Verb, VerbForm::Past);
        }
    }

    /// Whether an object stands right behind the verb at `index`, and no time.
    fn takes_object(&self, index: usize) -> bool {
        let next = index + 1;
        let opens = self.pos(next) == Upos::Det
            && !self.is_any(next, &["that", "this", "each", "every", "all", "both"])
            || self.is_any(next, &["itself", "himself", "herself", "themselves", "it", "them", "him"])
            || self.is_possessive_pronoun(next);
        // "signed the same day", "held the previous week"
        opens && !(next + 1..next + 4).any(|at| self.is_time(at))
    }

    /// Whether a subject ends at `before`, and no auxiliary stands in front that might be the participle's.
    fn is_alone(&self, before: usize) -> bool {
        let noun = match self.pos(before) {
            Upos::Noun | Upos::Propn => true,
            Upos::Adv => before > 0 && matches!(self.pos(before - 1), Upos::Noun | Upos::Propn),
            // "the pledges that followed | covered a fifth"
            Upos::Verb => before > 0 && self.is_any(before - 1, &["who", "that", "which"]),
            _ => false,
        };
        let from = (before + 1).saturating_sub(FARTHEST_AUXILIARY);
        let clause = (from..=before).rev().take_while(|&at| !self.is_any(at, &[",", ".", ";", ":"]));
        noun && !clause.into_iter().any(|at| {
            self.pos(at) == Upos::Aux
                || self.is_any(at, &["have", "has", "had", "having", "be", "being", "been", "get", "got", "see", "saw"])
        })
    }
}
