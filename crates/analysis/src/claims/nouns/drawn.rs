//! Nouns for a stance that something meets with: "the plan drew criticism from the ministry".

use std::ops::Range;

use rapporteur_core::ClaimForm;

use super::holders::Held;
use crate::claims::grammar::groups::Group;
use crate::claims::scene::Scene;
use crate::lexicon::{CueNoun, HolderKind};
use crate::tagger::Upos;

/// Verbs whose subject meets with what their object says.
pub(crate) const DRAWING: &[&str] = &[
    "drew",
    "draws",
    "drawn",
    "draw",
    "won",
    "wins",
    "win",
    "received",
    "receives",
    "receive",
    "earned",
    "earns",
    "earn",
    "faced",
    "faces",
    "face",
    "attracted",
    "attracts",
    "met",
    "provoked",
    "sparked",
    "prompted",
    "triggered",
    "got",
    "garnered",
    "enjoys",
    "enjoyed",
    "gained",
    "encountered",
    "drawing",
    "winning",
    "facing",
    "earning",
    "elicit",
    "elicited",
    "elicits",
    "incurred",
    "incurs",
    "incur",
    "aroused",
    "stirred",
    "invited",
    "fueled",
    "fuelled",
    "ignited",
    "unleashed",
];

impl Scene<'_> {
    /// "The plan drew | criticism from the ministry": who holds the noun stands behind it, and what it is about is the subject.
    pub(crate) fn drawn(
        &self,
        noun: &CueNoun,
        index: usize,
        phrase: &Range<usize>,
        bounds: &Range<usize>,
        number: usize,
        given: Option<Range<usize>>,
    ) -> Option<Held> {
        let words = &self.words;
        let group = self.groups.get(number)?;
        let stance = matches!(noun.form, ClaimForm::Opposition | ClaimForm::Support | ClaimForm::Accusation);
        // "provoked angry reactions in Kest"
        const ANGRY: &[&str] = &["angry", "furious", "hostile", "negative", "fierce", "outraged", "sharp", "indignant"];
        let reacted = words.is_any(index, &["reaction", "reactions", "response", "responses"])
            && (phrase.start..index).any(|at| ANGRY.contains(&words.word(at)));
        let stance = stance || reacted;
        // "the pact has the backing of Kestria"
        let has = self.has_backing(noun, index, phrase, group);
        let draws =
            (DRAWING.contains(&words.word(group.head)) || has) && !group.passive && !group.negated && !group.modal;
        // "drew the ire of the banks": a feeling is felt by whom it is said to be of.
        let felt =
            words.is_any(index, &["ire", "wrath", "anger", "fury", "scorn", "contempt", "disdain", "condemnation"]);
        let from = words.is_any(index + 1, &["from", "among"])
            || words.is(index + 1, "in") && (felt || reacted)
            || words.is(index + 1, "of")
                && (felt || has || words.is_any(group.head, &["won", "wins", "win", "enjoys", "enjoyed", "gained"]));
        if !stance || !draws {
            return None;
        }
        if !from {
            return self.drawn_of_nobody(index, phrase, bounds, number);
        }
        let end = self.long_phrase_end(index + 2, bounds.end)?;
        // "That | drew rebukes from": what was said before.
        let pointing = || {
            let before = group.tokens.start.checked_sub(1).filter(|&before| before == bounds.start)?;
            words.is_any(before, &["that", "this"]).then_some(before..before + 1)
        };
        let about = given.or_else(|| self.whole_subject(number, bounds.start)).or_else(pointing)?;
        let start = (phrase.start..=index).find(|&at| words.pos(at) != Upos::Det).unwrap_or(index);
        Some(Held {
            source: Some(index + 2..end),
            cue_start: start,
            from: index + 2,
            rule: "drawn-noun",
            score: 0.76,
            content: Some(about),
            past: group.past,
            ..Held::default()
        })
    }

    /// "has the backing of": somebody’s support and not for somebody.
    pub(crate) fn has_backing(&self, noun: &CueNoun, index: usize, phrase: &Range<usize>, group: &Group) -> bool {
        let words = &self.words;
        noun.form == ClaimForm::Support
            && words.is(phrase.start, "the")
            && words.is(index + 1, "of")
            && words.is_any(group.head, &["have", "has", "had", "having"])
            && self.noun_phrase_end(index + 2, words.len()).is_some_and(|end| {
                matches!(self.holder_kind(&(index + 2..end)), Some(HolderKind::Person | HolderKind::Group))
            })
    }

    /// "The removal sparked | an outcry": nobody is named for it.
    fn drawn_of_nobody(
        &self,
        index: usize,
        phrase: &Range<usize>,
        bounds: &Range<usize>,
        number: usize,
    ) -> Option<Held> {
        const LOUD: &[&str] = &[
            "criticism",
            "criticisms",
            "backlash",
            "outcry",
            "condemnation",
            "outrage",
            "uproar",
            "praise",
            "censure",
        ];
        let words = &self.words;
        let group = self.groups.get(number)?;
        let owned = (phrase.start..index).any(|at| words.is_possessive_mark(at) || words.is_possessive_pronoun(at));
        // "drew criticism for its cost": what it is about may stand behind.
        let more = words.is_any(index + 1, &["for", "over", "about", "of", "that", "against", "at"]);
        let about = self.whole_subject(number, bounds.start)?;
        // "Averland faced criticism": for what, the text does not say.
        let whom = matches!(self.holder_kind(&about), Some(HolderKind::Person | HolderKind::Group))
            || about.len() == 1
            || words.is_any(group.head, &["face", "faces", "faced", "facing"]);
        if owned || more || whom || !LOUD.contains(&words.word(index)) {
            return None;
        }
        Some(Held {
            cue_start: index,
            from: index + 1,
            rule: "drawn-noun",
            score: 0.56,
            content: Some(about),
            past: group.past,
            ..Held::default()
        })
    }
}
