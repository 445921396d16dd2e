//! Who does what a verb group says.

mod finite;
pub(super) mod gerunds;
mod inverted;
mod listed;
mod long;
mod papers;
mod place;
mod raised;
mod relative;
mod shared;
mod spoken_to;
mod times;
mod with;

use std::ops::Range;

use super::groups::{Group, Shape};
use crate::claims::scene::Scene;
use crate::tagger::Upos;

/// How many verbs may hand a subject on: "X came, spoke and said".
const SHARING: usize = 4;

/// The subject of a verb group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Subject {
    /// The words that stand as the source.
    pub tokens: Range<usize>,
    /// What a relative pronoun stands for.
    pub antecedent: Option<Range<usize>>,
    pub how: How,
}

/// How the subject was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    /// Right before the verb.
    Before,
    /// With an aside between: "X, the president, said".
    Aside,
    /// "who said".
    Relative,
    /// That of an earlier verb.
    Shared,
    /// That of what was done in order to say it: "used the speech to argue".
    Deed,
    /// Behind the verb: "said X".
    Inverted,
}

impl Subject {
    /// `tokens` as a subject of their own.
    fn new(tokens: Range<usize>, how: How) -> Self {
        Self { tokens, antecedent: None, how }
    }
}

/// Where the subject of a verb group is looked for.
#[derive(Clone, Copy)]
struct Place<'a> {
    group: &'a Group,
    /// The group's number in its sentence.
    number: usize,
    /// Where the clause may begin.
    low: usize,
    /// Where the subject ends: adverbs and times in front of the verb are no part of it.
    end: usize,
    /// The last token of the subject.
    last: usize,
    /// How many more verbs may hand their subject on.
    sharing: usize,
}

impl Scene<'_> {
    /// The subject of `group` to its left.
    pub(crate) fn subject(&self, number: usize, low: usize) -> Option<Subject> {
        self.subject_within(number, low, SHARING)
    }

    /// As [`Scene::subject`], through at most `sharing` verbs that share it.
    pub(super) fn subject_within(&self, number: usize, low: usize, sharing: usize) -> Option<Subject> {
        let group = self.groups.get(number)?;
        // "was quoted by the Courier as | saying"
        if group.shape == Shape::Ing && group.tokens.start > low && self.words.is(group.tokens.start - 1, "as") {
            return self.shared(number, low, sharing);
        }
        let end = match self.subject_end(group, low) {
            place::End::At(end) => end,
            place::End::Whole(subject) => return Some(subject),
        };
        let Some(last) = end.checked_sub(1).filter(|&last| last >= low) else {
            return if group.shape == Shape::Ing { self.subject_of_next(group, low) } else { None };
        };
        let place = Place { group, number, low, end, last, sharing };
        match group.shape {
            Shape::Infinitive => self.raised(number, low, sharing),
            Shape::Ing => self.gerund_subject(place),
            Shape::Finite => self.finite_subject(place),
            Shape::Participle | Shape::Bare => self.participle_subject(place),
        }
    }

    /// "a portion of land | claimed by": the subject of a participle, or of a bare verb.
    fn participle_subject(&self, place: Place<'_>) -> Option<Subject> {
        let Place { number, low, end, last, sharing, .. } = place;
        if self.words.is_relative(last) {
            return self.relative(last, low);
        }
        if self.words.is(last, ",") || self.words.is_dash(last) {
            return self.across_aside(last, low).or_else(|| self.shared(number, low, sharing));
        }
        self.neither_or_joined(place).unwrap_or_else(|| {
            let phrase = self.extend_left(self.noun_phrase_before(end, low)?, low);
            self.part_of_phrase(&phrase, place).or(Some(Subject::new(phrase, How::Before)))
        })
    }

    /// "both want peace, and neither | has renounced the truce", "came and | said": a subject that is told by the word before the verb.
    fn neither_or_joined(&self, place: Place<'_>) -> Option<Option<Subject>> {
        let Place { number, low, end, last, sharing, .. } = place;
        if self.words.is_any(last, &["neither", "none"]) {
            return Some(Some(Subject::new(last..end, How::Before)));
        }
        (self.words.pos(last) == Upos::Cconj).then(|| self.shared(number, low, sharing))
    }

    /// The subject where it is not the whole of `phrase`, which stands before the verb.
    fn part_of_phrase(&self, phrase: &Range<usize>, place: Place<'_>) -> Option<Subject> {
        let Place { low, end, .. } = place;
        let words = &self.words;
        // "pointed out that | other states have pledged": no determiner of a plural.
        if phrase.len() > 1
            && words.is(phrase.start, "that")
            && words.pos(phrase.end - 1) == Upos::Noun
            && words.word(phrase.end - 1).ends_with('s')
        {
            return Some(Subject::new(phrase.start + 1..end, How::Before));
        }
        // "the more serious among them | point out"
        if phrase.len() == 1
            && words.is_any(phrase.start, &["them", "us"])
            && let Some(among) = phrase.start.checked_sub(1).filter(|&at| at > low && words.is(at, "among"))
        {
            let head = (low..among).rev().find(|&at| !matches!(words.pos(at), Upos::Adj | Upos::Adv));
            let start = head.filter(|&at| words.pos(at) == Upos::Det).unwrap_or(among);
            return Some(Subject::new(start..end, How::Before));
        }
        None
    }
}
