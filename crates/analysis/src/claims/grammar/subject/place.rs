//! Where the subject of a verb ends: in front of adverbs, days and other times.

use super::{How, Subject};
use crate::claims::grammar::adverbials::fixed_before;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::scene::Scene;
use crate::tagger::{Upos, VerbForm};

/// The end of a subject.
pub(super) enum End {
    At(usize),
    /// The words before the verb are the subject as they are.
    Whole(Subject),
}

impl Scene<'_> {
    /// Where the subject of `group` ends.
    pub(super) fn subject_end(&self, group: &Group, low: usize) -> End {
        let words = &self.words;
        let with_time = self.before_manner(group, low);
        let end = self.before_when(self.before_day(with_time, low), low);
        let timed = end < with_time && end > low && words.pos(end - 1) == Upos::Verb;
        // "The order | released Friday said"
        if timed
            && end > low + 1
            && words.form(end - 1) == VerbForm::PastParticiple
            && group.shape == Shape::Finite
            && let Some(phrase) = self.noun_phrase_before(end - 1, low)
            && self.is_clause_start(phrase.start, low)
            && !(phrase.start > low && words.is_any(phrase.start - 1, &["that", "which", "whom"]))
        {
            return End::Whole(Subject::new(phrase.start..with_time, How::Before));
        }
        // "The report released on Monday said": the day is part of the phrase.
        let end = if timed { with_time } else { end };
        End::At(self.when_before(end, low).unwrap_or(end))
    }

    /// In front of the words that tell how or whether: "the minister not only | told them", "with both states | all promising".
    fn before_manner(&self, group: &Group, low: usize) -> usize {
        let words = &self.words;
        let mut end = group.tokens.start;
        while end > low
            && (words.pos(end - 1) == Upos::Adv || words.is(end - 1, "once"))
            && !words.is(end - 1, "neither")
            && (!words.is_any(end - 1, &["there", "here"])
                || !group.copula && end > low + 1 && words.pos(end.saturating_sub(2)) == Upos::Noun)
            && (!words.is_capitalised(end - 1) || end - 1 == low)
        {
            end -= 1;
            // "the minister repeatedly and loudly | denied it"
            if end > low + 2 && words.joins_adverbs(end - 1) {
                end -= 1;
            }
        }
        // "the minister not only | told them"
        if end > low + 1 && words.is(end - 1, "not") && words.is_any(end, &["only", "just", "merely", "simply"]) {
            end -= 1;
        }
        // "the islanders “| want to leave”"
        if end > low + 1 && group.shape == Shape::Finite && words.is_open_quote(end - 1) {
            end -= 1;
        }
        // "Averland | above all wants the dam"
        if end > low + 2
            && group.shape == Shape::Finite
            && let Some(start) = fixed_before(words, end)
        {
            end = start.max(low + 1);
        }
        // "Averland and Kestria | both insisted", "The guilds | all said"
        if group.shape == Shape::Finite
            && end > low + 1
            && words.is_any(end - 1, &["both", "each", "all"])
            && matches!(words.pos(end - 2), Upos::Noun | Upos::Propn)
        {
            end -= 1;
        }
        // "with Averland first belittling it", "with both states | all promising"
        if group.shape == Shape::Ing
            && end > low + 1
            && words.is_any(end - 1, &["first", "both", "all", "each", "then"])
            && (words.is_nominal(end - 2) || words.is(end - 2, ","))
        {
            end -= 1;
        }
        end
    }

    /// In front of a day: "Okello | on Monday said", "Critics | at the time said".
    fn before_day(&self, mut end: usize, low: usize) -> usize {
        let words = &self.words;
        while end > low + 1
            && words.is_time(end - 1)
            && (words.is_capitalised(end - 1) || words.is_any(end - 1, &["today", "yesterday", "tonight"]))
            && end < words.len()
        {
            end -= 1;
            if words.is_any(end - 1, &["on", "in", "last", "late", "early", "this"]) {
                end -= 1;
            }
        }
        if end > low + 3 && words.is(end - 1, "time") && words.is(end - 2, "the") && words.is(end - 3, "at") {
            end -= 3;
        }
        end
    }

    /// Where the words in front of `end` begin that tell when: "the committee | at last approved", "the ministry | for the first time
    /// said", "the Courier | two days later wrote".
    fn before_when(&self, end: usize, low: usize) -> usize {
        let words = &self.words;
        let at_last = end > low + 2
            && words.is_any(end - 1, &["last", "first", "once", "length", "least"])
            && words.is(end - 2, "at");
        let first_time = end > low + 4
            && words.is(end - 1, "time")
            && words.is_any(end - 2, &["first", "second", "third", "last"])
            && words.is(end - 3, "the")
            && words.is(end - 4, "for");
        let days_later = end > low + 2
            && words.is_any(end, &["later", "earlier", "afterwards", "ago"])
            && words.is_time(end - 1)
            && (words.pos(end - 2) == Upos::Num || words.is_any(end - 2, &["a", "one", "some"]));
        end - if first_time { 4 } else { 2 * usize::from(at_last || days_later) }
    }
}
