//! Subjects of gerunds: "After suggesting that …, the minister left", "praised the Commission for wanting to".

use std::ops::Range;

use super::{How, Place, Subject};
use crate::claims::grammar::groups::Shape;
use crate::claims::scene::Scene;
use crate::lexicon::{Frame, HolderKind, Rest};
use crate::tagger::Upos;

/// How many tokens two joined gerunds in front of their clause may have.
const LONGEST_OPENING: usize = 30;

/// What opens a clause of a gerund whose subject is that of the clause around, in front or behind.
pub(in crate::claims::grammar) const OPENERS: &[&str] =
    &["after", "before", "since", "while", "when", "by", "in", "on", "despite", "without"];

/// Verbs whose object says what the gerund behind it tells: "recalled Okello | saying that".
const QUOTING: &[&str] =
    &["recalled", "recalls", "quoted", "quotes", "quoting", "cited", "cites", "cite", "citing", "heard", "remembers"];

impl Scene<'_> {
    /// The subject of a gerund.
    pub(super) fn gerund_subject(&self, place: Place<'_>) -> Option<Subject> {
        let Place { group, number, low, end, last, sharing } = place;
        let words = &self.words;
        if let Some(main) = self.verb_before_when(place) {
            return self.subject_within(main, low, sharing - 1);
        }
        // "After suggesting that …, the minister left": at the start of the sentence the main clause has the subject.
        let begins = (low..last).all(|at| words.is(at, ",") || matches!(words.pos(at), Upos::Cconj | Upos::Adv));
        if begins && matches!(words.pos(last), Upos::Adp | Upos::Sconj) && words.is_any(last, OPENERS) {
            return self.subject_of_next(group, low);
        }
        if let Some(people) = self.people_behind_with(end, low).or_else(|| self.person_in_front(number, last, low)) {
            return Some(people);
        }
        if words.is_relative(last) {
            return self.relative(last, low);
        }
        if words.is(last, ",") || words.is_dash(last) {
            return self.gerund_behind_comma(place);
        }
        // "The union, while | stressing that it was late, agreed"
        let within = words.is_any(last, OPENERS) && last > low && words.is(last - 1, ",");
        let described = within.then(|| self.described_in_front(last - 1, low)).flatten();
        if let Some(described) = described.filter(|subject| !self.has_finite(&(low..subject.tokens.start))) {
            return Some(described);
        }
        if let Some(subject) = self.joined_to_opening(place) {
            return Some(subject);
        }
        if let Some(told) = self.neither_or_joined(place) {
            return told;
        }
        match self.noun_phrase_before(end, low) {
            Some(nearest) => self.gerund_behind_phrase(place, nearest),
            None => self.shared(number, low, sharing),
        }
    }

    /// "Okello said that states must pay, particularly when | blaming others": the verb whose subject the gerund has.
    fn verb_before_when(&self, place: Place<'_>) -> Option<usize> {
        let Place { group, number, low, sharing, .. } = place;
        let words = &self.words;
        let when = group.tokens.start.checked_sub(1).filter(|&when| when > low && words.is(when, "when"))?;
        let goes_on = words.is_any(when - 1, &["particularly", "especially", "even"]) || !words.is(when - 1, ",");
        let main = number.checked_sub(1).filter(|_| goes_on && sharing > 0)?;
        let verb = self.groups.get(main)?;
        (verb.shape == Shape::Finite && verb.tokens.start > low).then_some(main)
    }

    /// "The minister left, | saying that", "The delegation, | having hinted that …, left".
    fn gerund_behind_comma(&self, place: Place<'_>) -> Option<Subject> {
        let Place { number, low, last, sharing, .. } = place;
        // "with Averland first belittling the pact, then | seeking another"
        if let Some(subject) = self.follows_with(number, low) {
            return Some(subject);
        }
        self.shared(number, low, sharing).or_else(|| self.described_in_front(last, low))
    }

    /// "The delegation | , having hinted that …, left": the phrase a clause begins with, in front of the comma.
    fn described_in_front(&self, comma: usize, low: usize) -> Option<Subject> {
        let phrase = self.extend_left(self.noun_phrase_before(comma, low)?, low);
        let main = self.is_clause_start(phrase.start, low) && !self.words.is_time(phrase.start);
        main.then(|| Subject::new(phrase, How::Shared))
    }

    /// "While welcoming the vote and | praising its conduct, the mission said": that of the first gerund.
    fn joined_to_opening(&self, place: Place<'_>) -> Option<Subject> {
        let Place { group, number, low, last, sharing, .. } = place;
        let words = &self.words;
        let first = number.checked_sub(1).filter(|_| words.pos(last) == Upos::Cconj && sharing > 0)?;
        let opening = self.groups.get(first)?;
        let opens = opening.shape == Shape::Ing
            && opening.tokens.start > low
            && last < low + LONGEST_OPENING
            && !(low + 2..last).any(|at| words.is(at, ","));
        let subject = self.subject_within(first, low, sharing - 1).filter(|_| opens)?;
        (subject.tokens.start > group.tokens.end).then_some(subject)
    }

    /// The subject of a gerund right behind a noun phrase.
    fn gerund_behind_phrase(&self, place: Place<'_>, nearest: Range<usize>) -> Option<Subject> {
        let Place { number, low, end, sharing, .. } = place;
        let words = &self.words;
        let phrase = self.extend_left(nearest.clone(), low);
        // "a statement by party leaders | calling for": the people, and not what they are behind of. "a letter to the chair of the
        // board | asking for": the letter.
        let nearer = nearest.start > phrase.start
            && self.holder_kind(&phrase).is_none()
            && self.bears_gerund(&nearest, low)
            && !self.is_letter_to(&phrase, &nearest);
        let phrase = if nearer { nearest } else { phrase };
        // "with the envoy for the coast | telling them", "despite the head of the bank | calling it a risk"
        if let Some(long) = self.long_circumstance(phrase.start, end, low) {
            return Some(Subject::new(long, How::Before));
        }
        // "with Averland and its allies | hoping to leave"
        let both = phrase
            .start
            .checked_sub(1)
            .filter(|&and| and > low && words.is(and, "and"))
            .and_then(|and| self.noun_phrase_before(and, low))
            .filter(|left| left.start > low && words.is_any(left.start - 1, &["with", "despite"]));
        let phrase = both.map_or(phrase.clone(), |left| left.start..phrase.end);
        // "…, this time claiming that"
        if (words.is(phrase.end - 1, "time") || words.is_time(phrase.start))
            && let Some(shared) = self.shared(number, low, sharing)
        {
            return Some(shared);
        }
        if let Some(part) = self.part_of_phrase(&phrase, place) {
            return Some(part);
        }
        // "…, with authorities | stating that"
        if let Some(with) = self.with_before(phrase.start, low) {
            return Some(Subject::new(with..end, How::Before));
        }
        let shared = || self.shared(number, low, sharing);
        if self.is_object_before_gerund(&phrase, low)
            && let Some(shared) = shared()
        {
            return Some(shared);
        }
        Some(Subject::new(phrase, How::Before))
    }

    /// "left Kest | saying that": the noun is the object of an earlier verb, which has the subject.
    fn is_object_before_gerund(&self, phrase: &Range<usize>, low: usize) -> bool {
        let words = &self.words;
        let Some(left) = phrase.start.checked_sub(1).filter(|&left| left >= low) else { return false };
        let preposition = words.pos(left) == Upos::Adp;
        !words.is_any(left, QUOTING)
            && (self.groups.at(left).is_some() || preposition)
            && !(preposition && self.bears_gerund(phrase, low))
            && !matches!(self.holder_kind(phrase), Some(HolderKind::Document))
    }

    /// "praised the Commission for | wanting to", "pressed Averland into | opposing it": whom an earlier verb deals with.
    fn person_in_front(&self, number: usize, before: usize, low: usize) -> Option<Subject> {
        let words = &self.words;
        if !words.is_any(before, &["for", "of", "into", "from"]) {
            return None;
        }
        let verb = self.groups.get(number.checked_sub(1)?).filter(|verb| verb.tokens.start >= low)?;
        let takes = self.lexicon.verbs(words.word(verb.head)).any(|(verb, _)| {
            verb.senses
                .iter()
                .flat_map(|sense| &sense.frames)
                .any(|frame| matches!(frame, Frame::Person(Rest::Prep(preposition)) if words.is(before, preposition)))
        });
        let person = verb.tokens.end..before;
        let whole = self.noun_phrase_end(person.start, before) == Some(before);
        let pressed = words.is(before, "into");
        (whole && !verb.passive && (takes || pressed) && self.holder_kind(&person).is_some()).then_some(Subject {
            tokens: person,
            antecedent: None,
            how: How::Before,
        })
    }

    /// Whether one phrase is a paper to whom another names.
    fn is_letter_to(&self, paper: &Range<usize>, nearest: &Range<usize>) -> bool {
        let head = self.head_of(paper);
        self.is_paper(head) && self.words.is(head + 1, "to") && head + 1 < nearest.start
    }
}
