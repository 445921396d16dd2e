//! Subjects of finite verbs: "the minister, a lawyer, | said", "a survey of firms making boards | found".

use std::ops::Range;

use super::{How, Place, Subject};
use crate::claims::grammar::groups::Shape;
use crate::claims::scene::Scene;
use crate::lexicon::HolderKind;
use crate::tagger::{Upos, VerbForm};

/// How many tokens before the phrase a finite verb is looked for that would make it an object.
const LONGEST_OPENING: usize = 30;

/// Tokens of a subject's last words in marks, and of what stands before them.
const LONGEST_MARKED: usize = 9;

impl Scene<'_> {
    /// The subject of a finite verb.
    pub(super) fn finite_subject(&self, place: Place<'_>) -> Option<Subject> {
        let Place { number, low, end, last, sharing, .. } = place;
        let words = &self.words;
        if words.is_relative(last) {
            return self.relative(last, low);
        }
        if let Some(people) = self.people_met(end, low) {
            return Some(Subject::new(people, How::Before));
        }
        if let Some(pronoun) =
            self.relative_before_aside(last, low).or_else(|| self.relative_before_adverbials(end, low))
        {
            return self.relative(pronoun, low);
        }
        if words.is(last, ",") || words.is_dash(last) {
            return self.across_aside(last, low).or_else(|| self.shared(number, low, sharing));
        }
        if let Some(paper) = self.whole_paper(place) {
            return Some(Subject::new(paper, How::Before));
        }
        if let Some(told) = self.neither_or_joined(place) {
            return told;
        }
        // "X, in a piece titled “Title,” said"
        if words.is_close_quote(last) && last > low && words.is(last - 1, ",") {
            return self.across_aside(last + 1, low);
        }
        if let Some(phrase) = self.before_title(last, low) {
            return Some(Subject::new(phrase, How::Aside));
        }
        let marked = self.ends_in_marks(end, low).or_else(|| self.head_of_relative(end, low));
        if let Some(phrase) = marked {
            return Some(Subject::new(phrase, How::Before));
        }
        let Some(nearest) = self.noun_phrase_before(end, low) else {
            let long = || self.long_subject(place).map(|phrase| Subject::new(phrase, How::Before));
            return self.before_reduced(place).or_else(long);
        };
        let phrase = self.extend_left(nearest, low);
        // "those who oppose the deal | fear": what stands right before the verb is only a part.
        // "the week after the vote | found", "leaders met in Kest and Aver | spoke": nor does a clause begin behind every "after" and
        // "and".
        let opened = phrase.start > low && words.is_any(phrase.start - 1, &["after", "before", "since", "until"]);
        let joined = phrase.start > low && words.is(phrase.start - 1, "and");
        if (opened || joined || !self.is_clause_start(phrase.start, low))
            && let Some(whole) = self.long_subject(place)
            // "Averland turned down the pact and Kestria | kept it": two clauses.
            && !(joined && self.has_finite(&whole))
        {
            return Some(Subject::new(whole, How::Before));
        }
        if let Some(start) = self.busy_with(number, &phrase, low).or_else(|| self.deed_with(place, &phrase)) {
            return Some(Subject::new(start..end, How::Before));
        }
        self.part_of_phrase(&phrase, place).or(Some(Subject::new(phrase, How::Before)))
    }

    /// "The report, ‘Watching the Watchers’ | alleges": the phrase in front of a title.
    fn before_title(&self, last: usize, low: usize) -> Option<Range<usize>> {
        let words = &self.words;
        let at = words.quotations.closing_before(last + 1).filter(|_| words.is_close_quote(last))?;
        let comma = words.quotations.get(at)?.tokens.start.checked_sub(1)?;
        if comma <= low || !words.is(comma, ",") {
            return None;
        }
        let phrase = self.extend_left(self.noun_phrase_before(comma, low)?, low);
        self.is_clause_start(phrase.start, low).then_some(phrase)
    }

    /// "as | closing the port was considered a crime": where what is done to `object` begins.
    fn deed_with(&self, place: Place<'_>, object: &Range<usize>) -> Option<usize> {
        let Place { group, number, low, .. } = place;
        let gerund = self.groups.get(number.checked_sub(1)?)?;
        let whole = (group.passive || group.copula)
            && gerund.shape == Shape::Ing
            && gerund.tokens.len() == 1
            && gerund.tokens.end == object.start
            && gerund.tokens.start > low;
        (whole && self.is_clause_start(gerund.tokens.start, low)).then_some(gerund.tokens.start)
    }

    /// "those surveyed | say", "voters polled | said"
    fn before_reduced(&self, place: Place<'_>) -> Option<Subject> {
        let Place { low, end, last, .. } = place;
        let words = &self.words;
        let participle = words.pos(last) == Upos::Verb
            && matches!(words.form(last), VerbForm::PastParticiple | VerbForm::Past)
            && self.groups.holding(last).is_some_and(|reduced| reduced.tokens.len() == 1);
        if !participle {
            return None;
        }
        let phrase = self.extend_left(self.noun_phrase_before(last, low)?, low);
        self.is_clause_start(phrase.start, low).then(|| Subject::new(phrase.start..end, How::Before))
    }

    /// "a “friendly country” | warned", "the notion of “changes unseen” | is": a subject whose last words stand in marks.
    fn ends_in_marks(&self, end: usize, low: usize) -> Option<Range<usize>> {
        let words = &self.words;
        let quoted = words.quotations.closing_before(end).and_then(|at| words.quotations.get(at))?;
        let open = quoted.tokens.start;
        let short = open > low
            && quoted.tokens.len() < LONGEST_MARKED
            && !words.is_any(end.saturating_sub(2), &[",", ".", "!", "?"]);
        if !short || self.has_finite(&quoted.tokens) {
            return None;
        }
        let start = if words.is(open - 1, "of") {
            self.extend_left(self.noun_phrase_before(open - 1, low)?, low).start
        } else {
            let part = |&at: &usize| {
                matches!(words.pos(at), Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Det)
                    || words.is_possessive_mark(at)
                    || words.is_possessive_pronoun(at)
                    // "this former pilot and “patriot”"
                    || words.is(at, "and") && at + 1 == open
                    || words.is_dash(at) && words.token(at).is_some_and(|token| token.glued)
            };
            (low..open).rev().take(LONGEST_MARKED).take_while(part).last()?
        };
        let determined =
            words.pos(start) == Upos::Det || words.is_possessive_pronoun(start) || words.is_capitalised(start);
        (determined && (start == low || self.is_clause_start(start, low))).then_some(start..end)
    }

    /// "a survey of firms making boards | found", "a lawyer then working on such deals | said": where the phrase begins in front of a
    /// gerund whose object stands before the verb.
    fn busy_with(&self, number: usize, object: &Range<usize>, low: usize) -> Option<usize> {
        let words = &self.words;
        let gerund = self.groups.get(number.checked_sub(1)?)?;
        let through = words.pos(gerund.tokens.end) == Upos::Adp && gerund.tokens.end + 1 == object.start;
        let reduces = gerund.shape == Shape::Ing
            && gerund.tokens.len() == 1
            && (gerund.tokens.end == object.start || through)
            && gerund.tokens.start > low;
        // "This analysis of using lighter boats | raises": as well behind a preposition.
        let front = gerund.tokens.start.saturating_sub(1);
        let adverb = words.pos(front) == Upos::Adv && front > low;
        let front = if reduces && (words.pos(front) == Upos::Adp || adverb) { front } else { gerund.tokens.start };
        let phrase = reduces.then(|| self.noun_phrase_before(front, low))??;
        let phrase = self.extend_left(phrase, low);
        // "One of the clerics pledging allegiance to the council | admitted": whom only the first words name.
        let holds = self.holder_kind(&phrase).is_some() && self.holder_kind(object).is_none();
        // "Scientists advising the Board | consider it lost": what has no content of its own.
        let people = self.holder_kind(&phrase) == Some(HolderKind::Person)
            && phrase.len() <= 2
            && phrase.start == low
            && words.is_any(gerund.head, &["advising", "representing", "observing", "opposing", "supporting"]);
        if !holds && !people && (self.is_cue_group(gerund) || through || adverb) {
            return None;
        }
        let first = phrase.start == low || self.is_clause_start(phrase.start, low);
        // "It is late, as | officers attending a workshop have said": the clause begins with the conjunction.
        let opened = phrase.start > low && words.is_any(phrase.start - 1, &["as", "because", "although", "though"]);
        let opening = if opened { phrase.start } else { low.max(phrase.start.saturating_sub(LONGEST_OPENING)) };
        (first && !self.has_finite(&(opening..phrase.end)) && !words.is_time(phrase.start)).then_some(phrase.start)
    }
}
