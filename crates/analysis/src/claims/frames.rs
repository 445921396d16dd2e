//! What follows a cue: matching its frames against the words.

use std::ops::Range;

use super::clause::Around;
use super::groups::Shape;
use super::scene::Scene;
use crate::lexicon::{Frame, Rest};
use crate::tagger::{Upos, VerbForm};

/// A frame found behind a cue.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Match {
    pub content: Range<usize>,
    /// One past the last token of the cue, its preposition included.
    pub cue_end: usize,
    /// The person or thing between cue and content.
    pub person: Option<Range<usize>>,
    pub rule: &'static str,
    pub score: f32,
}

/// Where frames are looked for.
#[derive(Debug, Clone)]
pub(super) struct After {
    /// One past the cue.
    pub at: usize,
    pub high: usize,
    pub around: Around,
    /// Starts of what may be the content, after zero or more adjuncts.
    pub starts: Vec<usize>,
}

/// How many tokens behind the cue an aside may put its "that".
const FARTHEST_THAT: usize = 22;

/// A preposition and a word that are an adverb together.
const ADVERBIALS: &[[&str; 2]] = &[
    ["in", "particular"],
    ["in", "turn"],
    ["in", "return"],
    ["in", "short"],
    ["in", "effect"],
    ["in", "fact"],
    ["in", "general"],
    ["in", "private"],
    ["in", "public"],
    ["in", "response"],
    ["in", "addition"],
    ["of", "course"],
    ["for", "example"],
    ["for", "instance"],
    ["for", "now"],
    ["at", "first"],
    ["at", "least"],
    ["at", "once"],
    ["at", "length"],
    ["by", "contrast"],
    ["on", "record"],
    ["on", "background"],
];

/// How many tokens what is said about a person may have.
const LONGEST_ASIDE: usize = 12;

const QUESTION_WORDS: &[&str] = &["whether", "how", "why", "what", "who", "when", "where", "which", "whom"];

impl Scene<'_> {
    pub(super) fn after(&self, at: usize, high: usize, around: Around) -> After {
        After { at, high, around, starts: self.content_starts(at, high) }
    }

    /// `at`, and what stands behind each adjunct from there: "said | on Monday | in a statement | that".
    fn content_starts(&self, at: usize, high: usize) -> Vec<usize> {
        let words = &self.words;
        let mut starts = vec![at];
        let mut index = at;
        for _ in 0..6 {
            // "urged Averland, whose fleet is idle, | to"
            if words.is(index, ",") && words.is_any(index + 1, &["who", "which", "whose", "where"]) {
                let Some(close) = (index + 2..high.min(index + 20)).find(|&at| words.is(at, ",")) else { break };
                index = close + 1;
                starts.push(index);
                continue;
            }
            // "replied, and I quote, | “…”"
            if words.is(index, ",")
                && words.is(index + 1, "and")
                && words.is(index + 2, "i")
                && words.is(index + 3, "quote")
            {
                index += 4 + usize::from(words.is_any(index + 4, &[",", ":"]));
                starts.push(index);
                continue;
            }
            let comma = usize::from(words.is(index, ","));
            let next = self.adjunct_end(index + comma, high);
            let Some(next) = next else { break };
            // A comma opens an aside, and another must close it.
            index = if comma == 1 {
                if !words.is(next, ",") {
                    break;
                }
                next + 1
            } else {
                next
            };
            if index >= high {
                break;
            }
            starts.push(index);
        }
        starts
    }

    /// One past an adverb, time or prepositional phrase at `index`.
    pub(super) fn adjunct_end(&self, index: usize, high: usize) -> Option<usize> {
        let words = &self.words;
        if index >= high || self.groups.at(index).is_some() {
            return None;
        }
        if words.is_any(index, &["however", "though", "too", "again", "also", "once"])
            || (words.pos(index) == Upos::Adv && !words.is_any(index, &["there", "when", "where", "why", "how"]))
        {
            return Some(index + 1);
        }
        if words.is_time(index)
            || (words.is_any(index, &["last", "this", "next", "earlier", "late", "early", "later"])
                && words.is_time(index + 1))
        {
            let mut end = index + 1;
            while end < high && (words.is_time(end) || words.pos(end) == Upos::Num) {
                end += 1;
            }
            return Some(end);
        }
        // "28 April"
        if words.pos(index) == Upos::Num && words.is_time(index + 1) && words.is_capitalised(index + 1) {
            return Some(index + 2);
        }
        // "four times", "not unkindly"
        if words.pos(index) == Upos::Num && words.is_any(index + 1, &["times"]) {
            return Some(index + 2);
        }
        if words.is(index, "not") && words.pos(index + 1) == Upos::Adv {
            return Some(index + 2);
        }
        // "two weeks ago"
        if words.pos(index) == Upos::Num
            && words.is_time(index + 1)
            && words.is_any(index + 2, &["ago", "later", "earlier", "before"])
        {
            return Some(index + 3);
        }
        // "in particular", "of course"
        if words.pos(index) == Upos::Adp
            && ADVERBIALS.iter().any(|[first, second]| words.is(index, first) && words.is(index + 1, second))
        {
            return Some(index + 2);
        }
        // "in writing", "with disarming candour"
        if words.is_any(index, &["in", "with", "by"]) && words.form(index + 1) == VerbForm::Ing {
            let noun = usize::from(words.pos(index + 2) == Upos::Noun);
            let next = index + 2 + noun;
            let closed = words.is_any(next, &["that", ",", "whether"]);
            return closed.then_some(next);
        }
        if words.is(index, "as") && words.is(index + 1, "much") {
            return Some(index + 2);
        }
        let preposition = words.pos(index) == Upos::Adp || words.is_any(index, &["during", "after", "before"]);
        if preposition && !words.is_any(index, &["that", "of", "against", "as", "than"]) {
            let mut end = self.long_phrase_end(index + 1, high)?;
            if self.groups.at(index + 1).is_some() && words.pos(index + 1) == Upos::Verb {
                return None;
            }
            // "in an interview with the Courier"
            for _ in 0..2 {
                if words.pos(end) == Upos::Adp && words.is_any(end, &["with", "to", "in", "on", "at", "for", "from"]) {
                    match self.long_phrase_end(end + 1, high) {
                        Some(next) => end = next,
                        None => break,
                    }
                }
            }
            return Some(end);
        }
        None
    }

    /// The frame as it stands behind the cue, if it does.
    pub(super) fn match_frame(&self, frame: &Frame, after: &After) -> Option<Match> {
        let found =
            |content: Range<usize>, rule, score| Match { content, cue_end: after.at, person: None, rule, score };
        match frame {
            Frame::Quote => {
                self.quote_after(&after.starts, after).map(|(content, score)| found(content, "quote-cue-before", score))
            }
            Frame::That => self.that_after(&after.starts, after).map(|content| found(content, "cue-that", 0.95)),
            Frame::Clause => {
                self.bare_clause_after(&after.starts, after).map(|(content, score)| found(content, "cue-clause", score))
            }
            Frame::Wh => {
                self.question_after(&after.starts, after).map(|content| found(content, "cue-question-word", 0.82))
            }
            Frame::To => after
                .starts
                .iter()
                .find_map(|&start| self.infinitive_after(Some(start), after))
                .or_else(|| self.infinitive_behind_aside(&after.starts, after))
                .map(|content| found(content, "cue-infinitive", 0.85)),
            Frame::Ing => self.gerund_after(after.at, after).map(|content| found(content, "cue-gerund", 0.72)),
            Frame::Object => {
                // "promised, for the third time, | a fund"
                let behind_aside = |start: &&usize| self.words.is(start.saturating_sub(1), ",");
                let start = after.starts.iter().skip(1).find(behind_aside).copied().unwrap_or(after.at);
                let direct = self.object_after(start, after);
                // "condemn | in the strongest terms | the attack": the object is determined, so it is no part of the adjunct.
                let hung = matches!(self.words.pos(after.at), Upos::Adp | Upos::Adv);
                let behind_adjunct = || {
                    let determined = |start: &&usize| self.words.pos(**start) == Upos::Det;
                    let start = after.starts.iter().skip(1).find(determined).copied().filter(|_| hung)?;
                    self.object_after(start, after)
                };
                direct.or_else(behind_adjunct).map(|(content, score)| found(content, "cue-object", score))
            }
            Frame::Prep(preposition) => self.preposition_after(preposition, after),
            Frame::Person(rest) => {
                self.person_and_rest(rest, after).or_else(|| {
                    // "accused Dharfan | of negligence"
                    let end = self.noun_phrase_end(after.at, after.high)?;
                    let of = self.words.is(end, "of") && *rest == Rest::Prep("of".to_owned());
                    self.rest_after(after.at..end, rest, after).filter(|_| of)
                })
            }
            Frame::PrepPerson(preposition, rest) => {
                if !self.words.is(after.at, preposition) {
                    return None;
                }
                let end = self.long_phrase_end(after.at + 1, after.high)?;
                let found = self.rest_after(after.at + 1..end, rest, after)?;
                // "to" belongs to the person, "on" to the cue.
                let cue_end = if preposition == "to" { after.at } else { after.at + 1 };
                Some(Match { cue_end, rule: "cue-person-content", ..found })
            }
        }
    }

    /// The person behind the cue and the rest of the frame behind it.
    fn person_and_rest(&self, rest: &Rest, after: &After) -> Option<Match> {
        // "calls that “a historic high”"
        let that = self.words.is(after.at, "that") && self.words.is_open_quote(after.at + 1);
        let phrase = self.long_phrase_end(after.at, after.high);
        let mut end = phrase.or(Some(after.at + 1).filter(|_| that && *rest == Rest::Is))?;
        // "called the plan for a toll | a wall": the object may be long.
        for _ in 0..4 {
            if let Some(found) = self.rest_after(after.at..end, rest, after) {
                return Some(found);
            }
            if self.words.is(end, ",") {
                return self.rest_behind_aside(after.at..end, rest, after);
            }
            let hangs = self.words.pos(end) == Upos::Adp || self.words.is(end, "and");
            end = self.long_phrase_end(end + 1, after.high).filter(|_| hangs)?;
        }
        None
    }

    /// "accused the clerk, an appointee, | of": the rest of a frame behind what is said about the person.
    fn rest_behind_aside(&self, person: Range<usize>, rest: &Rest, after: &After) -> Option<Match> {
        let words = &self.words;
        let close = (person.end + 2..after.high.min(person.end + LONGEST_ASIDE)).find(|&index| words.is(index, ","))?;
        let opens = match rest {
            Rest::Prep(preposition) => preposition != "as" && words.is(close + 1, preposition),
            Rest::To => words.is(close + 1, "to"),
            Rest::That => words.is(close + 1, "that"),
            _ => false,
        };
        let verbless = self.groups.within(person.end..close).all(|(_, group)| group.shape != Shape::Finite);
        let joined = words.is_any(person.end + 1, &["and", "but", "or", "while"]);
        if !opens || !verbless || joined {
            return None;
        }
        let found = self.rest_after(person.start..close + 1, rest, after)?;
        Some(Match { person: Some(person), ..found })
    }

    /// The rest of a frame behind the person, for which the subject of a passive may stand in (then `person` is empty).
    pub(super) fn rest_after(&self, person: Range<usize>, rest: &Rest, after: &After) -> Option<Match> {
        let words = &self.words;
        let starts = if person.is_empty() { after.starts.clone() } else { self.content_starts(person.end, after.high) };
        let from = *starts.first()?;
        let found = |content: Range<usize>, rule, score| {
            let person = (!person.is_empty()).then(|| person.clone());
            Some(Match { content, cue_end: after.at, person, rule, score })
        };
        match rest {
            Rest::Quote => {
                // "promised an answer “within a day”": an answer is not spoken to.
                if !person.is_empty() && self.holder_kind(&person).is_none() {
                    return None;
                }
                let (content, score) = self.quote_after(&starts, after)?;
                found(content, "cue-person-quote", score)
            }
            Rest::That => found(self.that_after(&starts, after)?, "cue-person-that", 0.95),
            Rest::Clause => {
                let (content, score) = self.bare_clause_after(&starts, after)?;
                found(content, "cue-person-clause", score - 0.05)
            }
            Rest::Wh => found(self.question_after(&starts, after)?, "cue-person-question", 0.85),
            Rest::To => {
                let infinitive = starts
                    .iter()
                    .find_map(|&start| self.infinitive_after(Some(start), after))
                    .or_else(|| self.infinitive_behind_aside(&starts, after))?;
                found(infinitive, "cue-person-infinitive", 0.92)
            }
            Rest::Not => {
                if !words.is(from, "not") || !words.is(from + 1, "to") {
                    return None;
                }
                found(from..self.content_end(from, after.around, after.high), "cue-person-infinitive", 0.9)
            }
            Rest::Ing => found(self.gerund_after(from, after)?, "cue-person-gerund", 0.6),
            Rest::Is => {
                let opens = words.is_open_quote(from)
                    || matches!(words.pos(from), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn)
                    || (words.pos(from) == Upos::Adv && matches!(words.pos(from + 1), Upos::Adj | Upos::Det));
                if !opens || words.is_time(from) || person.is_empty() && words.is(from, "by") {
                    return None;
                }
                let end = self.object_end(from, after.around, after.high);
                let start = if person.is_empty() { from } else { person.start };
                found(start..end, "cue-object-predicate", if words.is_open_quote(from) { 0.93 } else { 0.8 })
            }
            Rest::Prep(preposition) => {
                let start = starts.iter().copied().find(|&start| words.is(start, preposition))?;
                // "informed us on Friday that"
                if start + 1 >= after.high || words.is_time(start + 1) && words.is_capitalised(start + 1) {
                    return None;
                }
                let clause = self.groups.at(start + 1).is_some()
                    || words.is_open_quote(start + 1)
                    || words.is_any(start + 1, QUESTION_WORDS);
                let nominal = self.noun_phrase_end(start + 1, after.high).is_some()
                    || matches!(words.pos(start + 1), Upos::Adj | Upos::Det)
                    // "regards him as beyond redemption"
                    || preposition == "as" && words.pos(start + 1) == Upos::Adp;
                if !clause && !nominal {
                    return None;
                }
                let end = if clause {
                    self.content_end(start + 1, after.around, after.high)
                } else {
                    self.object_end(start + 1, after.around, after.high)
                };
                // What is said of somebody has them in it; what somebody is accused of or warned against has not.
                let inclusive =
                    matches!(preposition.as_str(), "as" | "for" | "over" | "on" | "about" | "to" | "with" | "at")
                        && !person.is_empty();
                let content = if inclusive { person.start..end } else { start..end };
                found(content, "cue-object-preposition", 0.88)
            }
        }
    }

    fn quote_after(&self, starts: &[usize], after: &After) -> Option<(Range<usize>, f32)> {
        let words = &self.words;
        for (adjuncts, &start) in starts.iter().enumerate() {
            let marked = words.is_any(start, &[",", ":"]) || words.is_dash(start);
            let open = if marked { start + 1 } else { start };
            if open >= after.high || !words.is_open_quote(open) {
                continue;
            }
            let quoted = words.quotations.opening_at(open).and_then(|index| words.quotations.get(index))?;
            // A word or two is a term, unless a colon or comma announces it.
            if quoted.words < 2 && !marked {
                continue;
            }
            let end = quoted.tokens.end;
            let last = end.saturating_sub(2);
            let closed = end >= after.high
                || words.is_any(last, &[",", ".", "!", "?"])
                || words.is_any(end, &[",", ".", ";", "!", "?"]);
            let end = if closed { end } else { self.content_end(open, after.around, after.high).max(end) };
            let score = if marked {
                0.97
            } else if quoted.words >= 4 {
                0.92
            } else {
                0.8
            };
            return Some((open..end, score - 0.02 * adjuncts as f32));
        }
        None
    }

    fn that_after(&self, starts: &[usize], after: &After) -> Option<Range<usize>> {
        let words = &self.words;
        for &start in starts {
            let start = start + usize::from(words.is(start, ",") && words.is(start + 1, "that"));
            if !words.is(start, "that") || start + 2 > after.high {
                continue;
            }
            let end = self.content_end(start, after.around, after.high);
            let clause = words.count_words(start + 1..end) > 2
                || self.groups.within(start + 1..end).any(|(_, group)| group.shape != Shape::Infinitive)
                || (start + 1..end).any(|index| words.is_open_quote(index));
            // "the decision that helped" is a relative clause.
            let relative = self.group_from(start + 1, end).is_some_and(|(_, group)| group.shape == Shape::Finite);
            // "said that night"
            if clause && !relative && !words.is_time(start + 1) {
                return Some(start..end);
            }
        }
        self.that_behind_aside(starts, after)
    }

    /// "added, with the air of a man putting the cat out, | that", "argued on more than one occasion | that".
    fn that_behind_aside(&self, starts: &[usize], after: &After) -> Option<Range<usize>> {
        let words = &self.words;
        let from = *starts.last()?;
        let clause = |that: usize| self.clause_at(that + 1, after.high).is_some() || words.is_open_quote(that + 1);
        let enclosed = self.behind_aside(starts, after.high, |index| words.is(index, "that") && clause(index));
        let hung = || {
            let that = (from + 1..after.high.min(from + FARTHEST_THAT)).find(|&index| words.is(index, "that"))?;
            let joined = matches!(words.pos(from), Upos::Adp | Upos::Adv)
                && self.groups.within(from..that).next().is_none()
                && !(from..that).any(|index| words.is_any(index, &[",", ";", ":"]));
            (joined && clause(that)).then_some(that)
        };
        let that = enclosed.or_else(hung)?;
        Some(that..self.content_end(that, after.around, after.high))
    }

    /// Behind an aside between commas or dashes that begins at the last of `starts`, where what stands there `opens` the content.
    fn behind_aside(&self, starts: &[usize], high: usize, opens: impl Fn(usize) -> bool) -> Option<usize> {
        let words = &self.words;
        let from = *starts.last()?;
        let closes =
            |index: usize| words.is(from, ",") && words.is(index, ",") || words.is_dash(from) && words.is_dash(index);
        let stops = |index: usize| words.is_any(index, &[";", ":"]) || words.is_open_quote(index);
        (from + 2..high.min(from + FARTHEST_THAT))
            .take_while(|&index| !stops(index))
            .find_map(|index| (closes(index) && index + 1 < high && opens(index + 1)).then_some(index + 1))
    }

    fn bare_clause_after(&self, starts: &[usize], after: &After) -> Option<(Range<usize>, f32)> {
        let words = &self.words;
        for (adjuncts, &start) in starts.iter().enumerate() {
            if start >= after.high {
                break;
            }
            // "said Sunday it was": the day is no part of the clause.
            if words.is_time(start)
                && words.is_capitalised(start)
                && starts.get(adjuncts + 1).is_some_and(|&next| self.clause_at(next, after.high).is_some())
            {
                continue;
            }
            let conjunction = words.is_any(start, &["if", "when", "while", "because", "although", "once", "as"]);
            let from = if conjunction { start + 1 } else { start };
            let Some(group) = self.clause_at(from, after.high).and_then(|group| self.groups.get(group)) else {
                continue;
            };
            // The clause must not be the next claim: "said the minister added".
            if group.tokens.start >= after.high {
                continue;
            }
            let end = self.content_end(start, after.around, after.high);
            if end <= group.tokens.start {
                continue;
            }
            return Some((start..end, 0.88 - 0.04 * adjuncts as f32));
        }
        None
    }

    fn question_after(&self, starts: &[usize], after: &After) -> Option<Range<usize>> {
        let words = &self.words;
        for &start in starts {
            if !words.is_any(start, QUESTION_WORDS) && !words.is(start, "if") {
                continue;
            }
            let end = self.content_end(start, after.around, after.high);
            if self.groups.within(start + 1..end).next().is_some() {
                return Some(start..end);
            }
        }
        // "asked him, with the parrot looking on, | whether"
        let start = self.behind_aside(starts, after.high, |index| {
            words.is_any(index, &["whether", "how", "why", "what"]) && self.clause_at(index + 1, after.high).is_some()
        })?;
        Some(start..self.content_end(start, after.around, after.high))
    }

    /// "proposes, in language that would stun an ox, | to".
    fn infinitive_behind_aside(&self, starts: &[usize], after: &After) -> Option<Range<usize>> {
        let start = self.behind_aside(starts, after.high, |index| self.infinitive_after(Some(index), after).is_some());
        self.infinitive_after(start, after)
    }

    pub(super) fn infinitive_after(&self, start: Option<usize>, after: &After) -> Option<Range<usize>> {
        let start = start?;
        let start = start + usize::from(self.words.is(start, "not"));
        let marked = self.words.is(start, "to") && self.words.is_open_quote(start + 1)
            || self.words.is_open_quote(start) && self.words.is(start + 1, "to");
        if marked && start + 2 < after.high {
            let around = Around { infinitive: true, ..after.around };
            return Some(start..self.content_end(start, around, after.high));
        }
        let group = self.groups.at(start).and_then(|group| self.groups.get(group))?;
        if group.shape != Shape::Infinitive || group.tokens.start != start {
            return None;
        }
        // "wanted to know": a cue of its own.
        if self.words.is(start + 1, "know")
            && (self.words.is_any(start + 2, QUESTION_WORDS) || self.words.is_any(start + 2, &["about", "if"]))
        {
            return None;
        }
        let around = Around { infinitive: true, ..after.around };
        Some(start..self.content_end(start, around, after.high))
    }

    fn gerund_after(&self, start: usize, after: &After) -> Option<Range<usize>> {
        let group = self.groups.at(start).and_then(|group| self.groups.get(group))?;
        if group.shape != Shape::Ing || group.tokens.start != start {
            return None;
        }
        Some(start..self.content_end(start, after.around, after.high))
    }

    fn object_after(&self, start: usize, after: &After) -> Option<(Range<usize>, f32)> {
        let words = &self.words;
        if start >= after.high {
            return None;
        }
        // "fewer than fifty counties", "only a handful"
        let compared =
            words.is_any(start, &["fewer", "more", "less", "at", "only", "just", "some", "about", "nearly", "almost"]);
        let measured = compared
            && (words.is_any(start + 1, &["than", "least", "most"]) && words.pos(start + 2) == Upos::Num
                || matches!(words.pos(start + 1), Upos::Det | Upos::Num));
        // "recommended exactly this"
        let exact =
            words.is_any(start, &["exactly", "precisely"]) && self.noun_phrase_end(start + 1, after.high).is_some();
        let quoted = words.is_open_quote(start) || measured || exact;
        let free_relative = words.is_any(start, &["what", "whatever", "how"]);
        if !quoted && !free_relative {
            self.noun_phrase_end(start, after.high)?;
        }
        let reciprocal = words.is_any(start, &["each", "one"])
            && words.is_any(start + 1, &["other", "another"])
            && !words.is_possessive_mark(start + 2);
        let listener = words.is_any(start, &["me", "us", "you"]) && !words.is_capitalised(start);
        if reciprocal || listener {
            return None;
        }
        let timed = words.is_time(start) && !words.is_possessive_mark(start + 1);
        if timed || words.is_any(start, &["himself", "herself", "themselves", "itself", "themself"]) {
            return None;
        }
        let end = self.object_end(start, after.around, after.high);
        let pronoun = words.pos(start) == Upos::Pron && words.is_personal_pronoun(start) && end == start + 1;
        Some((start..end, if pronoun { 0.5 } else { 0.66 }))
    }

    fn preposition_after(&self, preposition: &str, after: &After) -> Option<Match> {
        let words = &self.words;
        let mut at = after.at;
        while at < after.high && words.pos(at) == Upos::Adv {
            at += 1;
        }
        // "warned during the debate | of closures"
        if words.is_any(at, &["during", "throughout", "in", "on", "at", "to", "from"])
            && words.pos(at) == Upos::Adp
            && !words.is(at, preposition)
            && let Some(end) = self.noun_phrase_end(at + 1, after.high)
            && words.is(end, preposition)
            && matches!(words.pos(at + 1), Upos::Det | Upos::Propn)
        {
            at = end;
        }
        if !words.is(at, preposition) || at + 1 >= after.high {
            return None;
        }
        let start = at + 1;
        let gerund = self
            .groups
            .at(start)
            .and_then(|group| self.groups.get(group))
            .is_some_and(|group| group.shape == Shape::Ing);
        let content = if gerund || words.is_any(start, QUESTION_WORDS) {
            start..self.content_end(start, after.around, after.high)
        } else {
            if words.is_time(start) || (preposition != "to" && self.tells_when_or_where(at, after.high)) {
                return None;
            }
            self.object_after(start, after)?.0
        };
        Some(Match { content, cue_end: start, person: None, rule: "cue-preposition", score: 0.76 })
    }
}
