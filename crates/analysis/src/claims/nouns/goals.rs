//! "Peace in the strait is a top priority for Averland": the subject is what somebody wants or minds.

use std::ops::Range;

use rapporteur_core::ClaimForm;

use super::holders::Held;
use crate::claims::grammar::groups::Shape;
use crate::claims::scene::Scene;
use crate::lexicon::{CueNoun, HolderKind};
use crate::tagger::Upos;

/// What a thing is to somebody.
const WANTED: &[&str] =
    &["priority", "priorities", "goal", "aim", "objective", "ambition", "demand", "preference", "aspiration"];
/// What somebody says time and again.
const THEMES: &[&str] = &["theme", "plank", "refrain", "mantra", "slogan"];
/// What somebody feels about a thing.
const MINDED: &[&str] =
    &["concern", "worry", "surprise", "disappointment", "relief", "irritant", "anathema", "line", "nuisance"];

impl Scene<'_> {
    /// The holder behind "for" or in front with a mark, the subject as the content.
    pub(crate) fn held_of_subject(
        &self,
        noun: &CueNoun,
        index: usize,
        phrase: &Range<usize>,
        bounds: &Range<usize>,
    ) -> Option<Held> {
        let words = &self.words;
        // "is one of its goals"
        let one = phrase.start >= bounds.start + 2
            && words.is(phrase.start - 1, "of")
            && words.is_any(phrase.start - 2, &["one", "part", "some"]);
        let several = one && words.is_any(index, &["goals", "aims", "objectives", "ambitions", "demands"]);
        let wanted = THEMES.contains(&words.word(index))
            || (WANTED.contains(&words.word(index)) || several)
                && matches!(noun.form, ClaimForm::Intention | ClaimForm::Demand | ClaimForm::Support);
        if !wanted && !MINDED.contains(&words.word(index)) {
            return None;
        }
        let mark = (phrase.start..index).rev().find(|&at| words.is_possessive_mark(at));
        // "a red line for": a line of another colour is none.
        if words.is(index, "line") && !words.is(index.saturating_sub(1), "red") {
            return None;
        }
        let behind =
            words.is(index + 1, "for") || !wanted && words.is(index + 1, "to") || wanted && words.is(index + 1, "of");
        // What stands behind is said otherwise: "Kestria’s goal is a port", "is a priority for the port of Kest".
        let source = match mark {
            Some(mark) if wanted => phrase.start..mark,
            _ if behind => index + 2..self.long_phrase_end(index + 2, bounds.end)?,
            _ => return None,
        };
        let infinitive = words.is(index + 1, "to") && self.groups.at(index + 2).is_some();
        if infinitive
            || words.is(index + 1, "that")
            || !matches!(self.holder_kind(&source), Some(HolderKind::Person | HolderKind::Group))
        {
            return None;
        }
        let before = phrase.start.checked_sub(1).filter(|&verb| verb >= bounds.start)?;
        // "is | one of | its goals"
        let verb = if one { before.checked_sub(2).filter(|&verb| verb >= bounds.start)? } else { before };
        let number = self.groups.at(verb)?;
        let group = self.groups.get(number)?;
        let is =
            group.copula || words.is_any(group.head, &["become", "became", "becomes", "remain", "remains", "remained"]);
        if !is || group.shape != Shape::Finite || group.modal || group.negated {
            return None;
        }
        let subject = self.done_before(number, bounds.start).or_else(|| self.whole_subject(number, bounds.start))?;
        // "It is a priority for Kestria to": what "it" means stands behind.
        let empty = words.is_any(subject.start, &["it", "there", "what", "which"]) && subject.len() == 1;
        let start = (phrase.start..index).find(|&at| mark.map_or(words.pos(at) != Upos::Det, |mark| at > mark));
        (!empty).then_some(Held {
            from: index + 1 + usize::from(mark.is_none() || !wanted),
            source: Some(source),
            cue_start: start.unwrap_or(index),
            rule: "noun-of-what-is",
            score: 0.68,
            content: Some(subject),
            past: group.past,
            ..Held::default()
        })
    }

    /// "Closing the port | is": a gerund that opens the sentence.
    fn done_before(&self, number: usize, low: usize) -> Option<Range<usize>> {
        let verb = self.groups.get(number)?.tokens.start;
        let first = self.groups.holding(low)?;
        let flat =
            self.groups.within(low..verb).all(|(_, group)| group.shape != Shape::Finite || group.tokens.start == low);
        let comma = (low..verb).any(|at| self.words.is(at, ","));
        (first.shape == Shape::Ing && flat && !comma && verb > first.tokens.end).then_some(low..verb)
    }

    /// The subject of a group with what is put beside it up to the verb: "the bill, known as the toll act, | has".
    pub(crate) fn whole_subject(&self, number: usize, low: usize) -> Option<Range<usize>> {
        let words = &self.words;
        let subject = self.subject(number, low)?.tokens;
        let verb = self.groups.get(number)?.tokens.start;
        let aside = words.is(subject.end, ",") && verb > subject.end + 1 && words.is(verb - 1, ",");
        let flat = self.groups.within(subject.end..verb).all(|(_, group)| group.shape != Shape::Finite);
        Some(if aside && flat { subject.start..verb - 1 } else { subject })
    }
}
