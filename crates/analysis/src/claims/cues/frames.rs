//! What follows a cue: matching its frames against the words.

use std::ops::Range;

use crate::claims::grammar::adverbials::adverbial_end;
use crate::claims::grammar::clause::Around;
use crate::claims::grammar::groups::Shape;
use crate::claims::grammar::noun_phrases::SOME_OF;
use crate::claims::scene::Scene;
use crate::lexicon::{Frame, HolderKind, Rest};
use crate::tagger::{Upos, VerbForm};

/// A frame found behind a cue.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Match {
    pub content: Range<usize>,
    /// One past the last token of the cue, its preposition included.
    pub cue_end: usize,
    /// The person or thing between cue and content.
    pub person: Option<Range<usize>>,
    pub rule: &'static str,
    pub score: f32,
}

/// What people are who have come together.
const GATHERINGS: &[&str] = &[
    "gathering",
    "roomful",
    "crowd",
    "audience",
    "meeting",
    "group",
    "conference",
    "assembly",
    "panel",
    "committee",
    "delegation",
    "congregation",
];

/// Where frames are looked for.
#[derive(Debug, Clone)]
pub(crate) struct After {
    /// One past the cue.
    pub at: usize,
    pub high: usize,
    pub around: Around,
    /// Starts of what may be the content, after zero or more adjuncts.
    pub starts: Vec<usize>,
}

/// Words that are one adverb together with the preposition before them.
pub(crate) fn adverbs_behind(preposition: &str) -> &'static [&'static str] {
    match preposition {
        "in" => &[
            "particular",
            "turn",
            "return",
            "short",
            "effect",
            "fact",
            "general",
            "private",
            "public",
            "response",
            "addition",
        ],
        "of" => &["course"],
        "for" => &["example", "instance", "now"],
        "at" => &["first", "least", "once", "length"],
        "by" => &["contrast"],
        "on" => &["record", "background"],
        _ => &[],
    }
}

/// How many tokens what is said about a person may have.
const LONGEST_ASIDE: usize = 12;

/// How many a verb may address by name.
const LONGEST_LIST: usize = 8;

/// How far from the cue "as" may stand.
const FARTHEST_AS: usize = 26;

pub(crate) const QUESTION_WORDS: &[&str] = &["whether", "how", "why", "what", "who", "when", "where", "which", "whom"];

impl Scene<'_> {
    pub(crate) fn after(&self, at: usize, high: usize, around: Around) -> After {
        After { at, high, around, starts: self.content_starts(at, high) }
    }

    /// `at`, and what stands behind each adjunct from there: "said | on Monday | in a statement | that".
    fn content_starts(&self, at: usize, high: usize) -> Vec<usize> {
        let words = &self.words;
        let mut starts = Vec::with_capacity(4);
        starts.push(at);
        let mut index = at;
        // "supports and funds | the port": one object of two verbs.
        let second = self.groups.holding(at + 1).filter(|group| {
            words.is_any(at, &["and", "or"])
                && group.tokens == (at + 1..at + 2)
                && matches!(group.shape, Shape::Finite | Shape::Bare)
                && matches!(words.pos(at + 2), Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj)
                && words.word(at + 1).ends_with('s') == words.word(at - 1).ends_with('s')
        });
        if let Some(second) = second {
            starts.push(second.tokens.end);
        }
        for _ in 0..6 {
            // "urged Averland, whose fleet is idle, | to"
            if words.is(index, ",") && words.is_any(index + 1, &["who", "which", "whose", "where"]) {
                let Some(close) = (index + 2..high.min(index + 20)).find(|&at| words.is(at, ",")) else { break };
                index = close + 1;
                starts.push(index);
                continue;
            }
            // "condemned, as did Kestria, | the use of force"
            if words.is(index, ",")
                && words.is_any(index + 1, &["as", "like", "unlike", "along", "together", "among"])
                && let Some(close) = (index + 3..high.min(index + LONGEST_ASIDE)).find(|&at| words.is(at, ","))
            {
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
            // "responded by | arguing that": another cue.
            let cue = words.is(index, "by")
                && self
                    .groups
                    .holding(index + 1)
                    .is_some_and(|group| group.shape == Shape::Ing && self.is_cue_group(group));
            if cue {
                break;
            }
            let next = self.adjunct_end(index + comma, high);
            let Some(next) = next else { break };
            // A comma opens an aside, and another must close it.
            index = if comma == 1 {
                // "said, live on television, | they were"
                let next = if words.is(next, ",") { next } else { self.adjunct_end(next, high).unwrap_or(next) };
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
    pub(crate) fn adjunct_end(&self, index: usize, high: usize) -> Option<usize> {
        let words = &self.words;
        if index >= high || self.groups.at(index).is_some() {
            return None;
        }
        // "said | at least 20 pilots were hurt"
        if self.behind_estimate(index).is_some() {
            return None;
        }
        // "wishes above all | to", "on several occasions"
        if let Some(end) = adverbial_end(words, index, high) {
            return Some(end);
        }
        if words.is_any(index, &["however", "though", "too", "again", "also", "once"])
            || (words.pos(index) == Upos::Adv && !words.is_any(index, &["there", "when", "where", "why", "how"]))
        {
            return Some(index + 1);
        }
        if words.is_time(index)
            || (words.is_any(index, &["last", "this", "next", "earlier", "late", "early", "later", "each", "every"])
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
        if (words.pos(index) == Upos::Num || words.is_any(index, &["several", "many", "countless"]))
            && words.is(index + 1, "times")
        {
            return Some(index + 2);
        }
        if words.is(index, "not") && words.pos(index + 1) == Upos::Adv {
            return Some(index + 2);
        }
        // "say, | not without reason, | that"
        if words.is(index, "not") && words.is(index + 1, "without") {
            return self.noun_phrase_end(index + 2, high);
        }
        // "two weeks ago"
        if words.pos(index) == Upos::Num
            && words.is_time(index + 1)
            && words.is_any(index + 2, &["ago", "later", "earlier", "before"])
        {
            return Some(index + 3);
        }
        // "in particular", "of course"
        if words.pos(index) == Upos::Adp && words.is_any(index + 1, adverbs_behind(words.word(index))) {
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
            // "at | practically every meeting"
            let adverb = usize::from(words.pos(index + 1) == Upos::Adv && words.pos(index + 2) == Upos::Det);
            let mut end = self.long_phrase_end(index + 1 + adverb, high)?;
            // "to varying degrees" is no infinitive.
            let varying = words.is_any(index + 1, &["varying", "differing"]);
            if self.groups.at(index + 1).is_some() && words.pos(index + 1) == Upos::Verb && !varying {
                return None;
            }
            // "told a crowd in Salem, New Averland that"
            if words.is_any(index, &["in", "at", "near"])
                && words.is(end, ",")
                && words.pos(end + 1) == Upos::Propn
                && words.pos(end - 1) == Upos::Propn
                && let Some(place) = self.noun_phrase_end(end + 1, high)
                && (words.is_any(place, &["that", "on", "to"]) || words.is(place, ",") && words.is(place + 1, "that"))
            {
                end = place + usize::from(words.is(place, ","));
            }
            // "in a note dated 9 July"
            if words.is(end, "dated") {
                end = (end + 1..high).find(|&at| !(words.is_time(at) || words.pos(at) == Upos::Num)).unwrap_or(high);
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

    /// The frame as it stands behind the cue, or behind an aside that follows it: "regards, in a rare aside, | the plan as late".
    pub(crate) fn match_frame(&self, frame: &Frame, after: &After) -> Option<Match> {
        self.match_here(frame, after).or_else(|| {
            let close = self.aside_behind(after.at, after.high)?;
            let behind = self.after(close + 1, after.high, after.around);
            let found = self.match_here(frame, &behind)?;
            let cue_end = if found.cue_end == behind.at { after.at } else { found.cue_end };
            Some(Match { cue_end, ..found })
        })
    }

    /// The comma that closes an aside of one phrase which a comma at `at` opens: ", not for the first time,".
    pub(crate) fn aside_behind(&self, at: usize, high: usize) -> Option<usize> {
        let words = &self.words;
        if !words.is(at, ",") {
            return None;
        }
        let start = at + 1 + usize::from(words.is(at + 1, "not"));
        if words.pos(start) != Upos::Adp || words.is_any(start, &["that", "of", "as", "than"]) {
            return None;
        }
        let close = self.adjunct_end(start, high).filter(|&close| words.is(close, ","))?;
        self.groups.within(start..close).next().is_none().then_some(close)
    }

    /// The frame as it stands directly behind the cue, if it does.
    fn match_here(&self, frame: &Frame, after: &After) -> Option<Match> {
        let found =
            |content: Range<usize>, rule, score| Match { content, cue_end: after.at, person: None, rule, score };
        match frame {
            Frame::Quote => {
                self.quote_after(&after.starts, after).map(|(content, score)| found(content, "quote-cue-before", score))
            }
            Frame::That => self.that_after(&after.starts, after).map(|content| found(content, "cue-that", 0.95)),
            Frame::Clause => {
                self.bare_clause_after(&after.starts, after).map(|(content, score)| {
                    // "announced | last year | it would pay"
                    let dated = self.words.is_any(content.start, &["last", "this", "earlier"])
                        && self.words.is_any(
                            content.start + 1,
                            &["week", "month", "year", "spring", "summer", "autumn", "fall", "winter"],
                        )
                        && self.words.is_personal_pronoun(content.start + 2);
                    found(content.start + 2 * usize::from(dated)..content.end, "cue-clause", score)
                })
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
                let start = after.starts.iter().skip(1).find(behind_aside).copied();
                // "want above all | freedom"
                let start = start.or_else(|| adverbial_end(&self.words, after.at, after.high)).unwrap_or(after.at);
                let direct = self.object_after(start, after);
                // "condemn | in the strongest terms | the attack": the object is determined, so it is no part of the adjunct.
                // "announced | last week | the results"
                let hung = matches!(self.words.pos(after.at), Upos::Adp | Upos::Adv)
                    || self.words.is_any(after.at, &["last", "this", "earlier", "late", "early", "next"])
                    || self.words.is_time(after.at);
                let behind_adjunct = || {
                    let determined = |start: &&usize| self.words.pos(**start) == Upos::Det;
                    let start = after.starts.iter().skip(1).find(determined).copied().filter(|_| hung)?;
                    self.object_after(start, after)
                };
                // "dismissed and ignored | the ruling"
                let shared = || {
                    let joined = self.words.is_any(after.at, &["and", "or"]);
                    let (_, other) = self.group_from(after.at + 1, after.high).filter(|_| joined)?;
                    let alone = other.tokens.len() == 1 && matches!(other.shape, Shape::Finite | Shape::Participle);
                    self.object_after(other.tokens.end, after).filter(|_| alone)
                };
                direct
                    .or_else(behind_adjunct)
                    .or_else(shared)
                    .map(|(content, score)| found(content, "cue-object", score))
            }
            Frame::Prep(preposition) => self.preposition_after(preposition, after),
            Frame::Figure => self.figure_after(after).map(|content| found(content, "cue-figure", 0.8)),
            // Its content stands in front: see `felt`.
            Frame::Felt => None,
            Frame::Person(rest) => {
                self.person_and_rest(rest, after).or_else(|| {
                    // "accused Dharfan | of negligence", "accused both the union and the bank | of fraud"
                    let both = usize::from(self.words.is_any(after.at, &["both", "either"]));
                    let end = self.told_end(after.at + both, after.high)?;
                    let joined = self.noun_phrase_end(end + 1, after.high).filter(|_| self.words.is(end, "and"));
                    let end = joined.unwrap_or(end);
                    let of = self.words.is(end, "of") && matches!(rest, Rest::Prep(of) if of == "of");
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

    /// One past whom something is said to or of: "the delegation | of cheating", but "a roomful of donors | of it".
    fn told_end(&self, start: usize, high: usize) -> Option<usize> {
        let words = &self.words;
        let end = self.noun_phrase_end(start, high)?;
        let several = words.is_any(end - 1, SOME_OF) || words.is_any(end - 1, GATHERINGS);
        if several && words.is_any(start, &["a", "an", "another"]) && words.is(end, "of") {
            return self.noun_phrase_end(end + 1, high);
        }
        Some(end)
    }

    /// The person behind the cue and the rest of the frame behind it.
    fn person_and_rest(&self, rest: &Rest, after: &After) -> Option<Match> {
        // "calls that “a historic high”"
        let that = self.words.is(after.at, "that") && self.words.is_open_quote(after.at + 1);
        // "accusing both the union and the bank | of"
        let both = usize::from(self.words.is_any(after.at, &["both", "either"]));
        // "considers this | unnecessary."
        // "call this | orderly migration."
        let points = self.words.is_any(after.at, &["this", "that", "these", "those"]);
        let next = if self.words.pos(after.at) == Upos::Pron { after.at + 2 } else { after.at + 1 };
        let ends = |at: usize| at >= after.high || self.words.pos(at) == Upos::Punct;
        let pointing = *rest == Rest::Is
            && points
            && (self.words.pos(after.at + 1) == Upos::Adj && ends(after.at + 2)
                || next == after.at + 2
                    && self.words.pos(next) == Upos::Noun
                    && matches!(self.words.pos(next - 1), Upos::Adj | Upos::Verb)
                    && ends(next + 1));
        let phrase = self.long_phrase_end(after.at + both, after.high);
        let pronoun = self.words.is_any(after.at, &["both", "all", "each"]) && self.words.is(after.at + 1, "to");
        let phrase = if pointing || pronoun { Some(after.at + 1) } else { phrase };
        if let Some(found) = self.far_as(rest, after) {
            return Some(found);
        }
        let mut end = phrase.or(Some(after.at + 1).filter(|_| that && *rest == Rest::Is))?;
        // "called the plan for a toll | a wall": the object may be long.
        for _ in 0..4 {
            if let Some(found) = self.rest_after(after.at..end, rest, after) {
                return Some(found);
            }
            if self.words.is(end, ",") || self.words.is_dash(end) {
                let aside = self.rest_behind_aside(after.at..end, rest, after);
                return aside.or_else(|| self.rest_after(after.at..self.people_end(end, after.high)?, rest, after));
            }
            // "told a woman who suggested it | that “this is not so”"
            if self.words.is(end, "who") && *rest == Rest::That {
                let that =
                    (end + 2..after.high).find(|&at| self.words.is(at, "that") && self.words.is_open_quote(at + 1))?;
                return self.rest_after(after.at..that, rest, after);
            }
            // "ordered firms doing business there | to keep the data at home"
            let doing =
                self.groups.holding(end).is_some_and(|group| group.shape == Shape::Ing && group.tokens.start == end);
            if doing && *rest == Rest::To {
                let to = (end + 1..after.high.min(end + LONGEST_ASIDE)).find(|&at| {
                    self.groups
                        .holding(at)
                        .is_some_and(|group| group.shape == Shape::Infinitive && group.tokens.start == at)
                })?;
                return self.rest_after(after.at..to, rest, after);
            }
            let hangs = self.words.pos(end) == Upos::Adp && !self.words.is_any(end, &["as", "during"])
                || self.words.is(end, "and");
            end = self.long_phrase_end(end + 1, after.high).filter(|_| hangs)?;
        }
        None
    }

    /// "urged the bank, the chamber and the minister | to": behind a list of those spoken to, of which `end` ends the first.
    pub(crate) fn people_end(&self, end: usize, high: usize) -> Option<usize> {
        let mut end = end;
        for _ in 0..LONGEST_LIST {
            let comma = usize::from(self.words.is(end, ","));
            let last = usize::from(self.words.is_any(end + comma, &["and", "or"]));
            if comma + last == 0 {
                return None;
            }
            end = self.long_phrase_end(end + comma + last, high)?;
            if last == 1 {
                return Some(end);
            }
        }
        None
    }

    /// "framed the agreement to set up a group for joint planning | as a step": the object may hold an infinitive.
    fn far_as(&self, rest: &Rest, after: &After) -> Option<Match> {
        let words = &self.words;
        let figure = matches!(rest, Rest::Prep(preposition) if preposition == "at");
        // "attributes less than half of the decline at home | to its rivals": where "to" opens no infinitive.
        let ascribed = matches!(rest, Rest::Prep(preposition) if preposition == "to");
        if !figure && !ascribed && !matches!(rest, Rest::Prep(preposition) if preposition == "as") {
            return None;
        }
        // "regards | even that | as a favour", "regards | building along the river | as a threat"
        let even = after.at + usize::from(words.is_any(after.at, &["even", "only", "precisely"]));
        // "the sanctions they imposed | as", "policies that barred them from entering | as"
        let relative = |at: usize| {
            (after.at + 1..at)
                .any(|index| words.is_relative(index) || words.is_any(index, &["he", "she", "it", "they"]))
        };
        let stops = |at: &usize| {
            let group = self.groups.at(*at).filter(|_| *at > even).and_then(|group| self.groups.get(group));
            words.is_any(*at, &[",", ";", ":"])
                || words.is_dash(*at)
                || group.is_some_and(|group| {
                    let hangs = matches!(group.shape, Shape::Infinitive | Shape::Participle)
                        || figure && group.shape == Shape::Ing;
                    !hangs && !relative(*at)
                })
        };
        let compared =
            words.is_any(after.at, &["less", "more", "fewer", "most", "much", "over", "nearly", "almost", "half"]);
        let gerund = self.groups.holding(even).is_some_and(|group| group.shape == Shape::Ing);
        let pointing = even > after.at && words.is_any(even, &["this", "that", "these", "those"]);
        if !compared && !gerund && !pointing {
            self.noun_phrase_end(even, after.high)?;
        }
        if ascribed {
            let at = (after.at + 1..after.high.min(after.at + FARTHEST_AS))
                .take_while(|at| !stops(at))
                .find(|&at| words.is(at, "to") && words.pos(at) == Upos::Adp)?;
            return self.rest_after(after.at..at, rest, after);
        }
        // "put the number of those killed in the fighting | at 604"
        if figure {
            let at = (after.at + 1..after.high.min(after.at + FARTHEST_AS))
                .take_while(|at| !stops(at))
                .find(|&at| words.is(at, "at") && self.is_figure(at + 1))?;
            return self.rest_after(after.at..at, rest, after);
        }
        let at = (after.at + 1..after.high.min(after.at + FARTHEST_AS))
            .take_while(|at| !stops(at))
            .find(|&at| words.is(at, "as") && !words.is(at - 1, "well") && !words.is_any(at - 1, &["such", "as"]))?;
        let described = words.is_open_quote(at + 1) || matches!(words.pos(at + 1), Upos::Det | Upos::Adj | Upos::Propn);
        self.rest_after(after.at..at, rest, after).filter(|_| described)
    }

    /// "accused the clerk, an appointee, | of": the rest of a frame behind what is said about the person.
    fn rest_behind_aside(&self, person: Range<usize>, rest: &Rest, after: &After) -> Option<Match> {
        let words = &self.words;
        let dash = words.is_dash(person.end);
        let closes = |index: &usize| if dash { words.is_dash(*index) } else { words.is(*index, ",") };
        let close = (person.end + 2..after.high.min(person.end + LONGEST_ASIDE)).find(closes)?;
        // "told the king, Okello, | in a letter in May | that"
        let adjuncts = self.content_starts(close + 1, after.high);
        let opens = match rest {
            Rest::That => adjuncts.iter().any(|&start| words.is(start, "that")),
            Rest::To => adjuncts.iter().any(|&start| words.is(start, "to") && words.form(start + 1) == VerbForm::Base),
            Rest::Prep(preposition) => {
                // "treats the port, as well as the ferry, as a base"
                let added = dash || words.is_any(person.end + 1, &["as", "including", "along", "together"]);
                // "presented it, when the first stone was laid, as the end of an age"
                let timed = words.is_any(person.end + 1, &["when", "after", "before", "in", "on", "at", "while"]);
                let added = added || timed && person.len() <= 2;
                words.is(close + 1, preposition) && (preposition != "as" || added)
            }
            _ => false,
        };
        let verbless = words.is_any(person.end + 1, &["when", "after", "before", "while"])
            || self.groups.within(person.end..close).all(|(_, group)| group.shape != Shape::Finite);
        let joined = words.is_any(person.end + 1, &["and", "but", "or", "while"]);
        if !opens || !verbless || joined {
            return None;
        }
        let found = self.rest_after(person.start..close + 1, rest, after)?;
        Some(Match { person: Some(person), ..found })
    }

    /// The rest of a frame behind the person, for which the subject of a passive may stand in (then `person` is empty).
    pub(crate) fn rest_after(&self, person: Range<usize>, rest: &Rest, after: &After) -> Option<Match> {
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
                if !person.is_empty() && matches!(self.holder_kind(&person), None | Some(HolderKind::Document)) {
                    return None;
                }
                let (content, score) = self.quote_after(&starts, after)?;
                found(content, "cue-person-quote", score)
            }
            Rest::That => {
                let content = self.that_after(&starts, after)?;
                // "promise safety to communities | that refuse to serve": which communities.
                let verb = self.groups.holding(content.start + 1);
                let relative = verb.is_some_and(|verb| verb.shape == Shape::Finite);
                let received = (person.start + 1..person.end).any(|at| words.is_any(at, &["to", "for"]));
                if relative && !person.is_empty() && (received || self.holder_kind(&person).is_none()) {
                    return None;
                }
                found(content, "cue-person-that", 0.95)
            }
            Rest::Clause => {
                let (content, score) = self.bare_clause_after(&starts, after)?;
                // "promised help for all | that can hear it"
                if words.is_relative(content.start) && !person.is_empty() && self.holder_kind(&person).is_none() {
                    return None;
                }
                // "promised a new policy | when she took over"
                if words.is_any(person.start, &["a", "an", "any", "more", "new"])
                    && words.is_any(content.start, &["when", "while", "as", "once", "because", "although"])
                {
                    return None;
                }
                found(content, "cue-person-clause", score - 0.05)
            }
            Rest::Wh => {
                let content = self.question_after(&starts, after)?;
                // "question the method of the audit | which was agreed in May"
                let relative = words.is_any(content.start, &["which", "who", "where", "when", "whom"]);
                if relative && !person.is_empty() && self.holder_kind(&person).is_none() {
                    return None;
                }
                found(content, "cue-person-question", 0.85)
            }
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
                // "found it | much more difficult"
                let behind_adverbs = (from..from + 3).find(|&at| words.pos(at) != Upos::Adv).unwrap_or(from + 1);
                let opens = words.is_open_quote(from)
                    || matches!(words.pos(from), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn)
                    || (words.pos(from) == Upos::Adv && matches!(words.pos(behind_adverbs), Upos::Adj | Upos::Det));
                let alone = |shape: Shape| {
                    // "called the poll | fabricated."
                    let last = from + 1 >= after.high || words.is_any(from + 1, &[".", ",", ";"]);
                    let closing = shape == Shape::Participle && last && !words.is_only_past(from);
                    let group = self.groups.holding(from);
                    !person.is_empty()
                        && group.is_some_and(|group| {
                            (group.shape == shape || closing && group.past) && group.tokens == (from..from + 1)
                        })
                };
                // "called it | biased"
                let participle = alone(Shape::Participle)
                    && (from + 1 >= after.high || matches!(words.pos(from + 1), Upos::Punct | Upos::Cconj));
                // "considered it | lacking in unity", "sees gas | remaining vital"
                let doing = alone(Shape::Ing) && !words.is(from - 1, ",") && self.holder_kind(&person).is_none();
                // "think a war | likely"
                let likely = words.is_any(from, &["likely", "unlikely"])
                    && (from + 1 >= after.high || words.pos(from + 1) == Upos::Punct);
                // "call this | orchestrated migration."
                let made = person.len() == 1
                    && words.pos(person.start) == Upos::Pron
                    && words.is_any(person.start, &["this", "that", "these", "those"])
                    && words.form(from) == VerbForm::PastParticiple
                    && words.pos(from + 1) == Upos::Noun;
                let opens = opens || participle || doing || likely || made;
                if !opens || words.is_time(from) || person.is_empty() && words.is(from, "by") {
                    return None;
                }
                let end = self.object_end(from, after.around, after.high);
                let start = if person.is_empty() { from } else { person.start };
                found(start..end, "cue-object-predicate", if words.is_open_quote(from) { 0.93 } else { 0.8 })
            }
            Rest::Prep(preposition) => {
                let start = starts.iter().copied().find(|&start| {
                    // "is seen by many “as a fraud”"
                    words.is(start, preposition)
                        || preposition == "as" && words.is_open_quote(start) && words.is(start + 1, preposition)
                })?;
                if words.is_open_quote(start) {
                    let end = self.past_enclosed(start, start, after.high)?;
                    return found(start..end, "cue-object-preposition", 0.88);
                }
                // "offered views as to the cause"
                if preposition == "as" && words.is_any(start + 1, &["to", "for", "of"]) {
                    return None;
                }
                // "told the Union | of Pilots,": more of the name.
                let name = preposition == "of"
                    && person.len() > 2
                    && words.is_capitalised(start - 1)
                    && words.is_capitalised(start + 1)
                    && (start + 2 >= after.high || words.pos(start + 2) == Upos::Punct);
                if name {
                    return None;
                }
                // "informed us on Friday that"
                if start + 1 >= after.high || words.is_time(start + 1) && words.is_capitalised(start + 1) {
                    return None;
                }
                // "described it as: “…”"
                let start = start + usize::from(words.is(start + 1, ":") && words.is_open_quote(start + 2));
                let clause = self.groups.at(start + 1).is_some()
                    // "accuses it of not | fulfilling its part"
                    || words.is(start + 1, "not") && self.groups.at(start + 2).is_some()
                    || words.is_open_quote(start + 1)
                    || words.is_any(start + 1, QUESTION_WORDS);
                let nominal = self.noun_phrase_end(start + 1, after.high).is_some()
                    || matches!(words.pos(start + 1), Upos::Adj | Upos::Det)
                    // "criticised as too small"
                    || preposition == "as" && words.pos(start + 1) == Upos::Adv && words.pos(start + 2) == Upos::Adj
                    // "at between 60 and 65 cents", "put it at less than 9 percent"
                    || matches!(preposition.as_str(), "at" | "of") && self.is_figure(start + 1)
                    // "certified the count as orderly."
                    || preposition == "as" && words.word(start + 1).ends_with("ly") && words.pos(start + 2) == Upos::Punct
                    || words.is_any(start + 1, &["between", "about", "around", "over", "under"])
                        && words.pos(start + 2) == Upos::Num
                    // "regards him as beyond redemption"
                    || preposition == "as" && words.pos(start + 1) == Upos::Adp
                    // "regards these as exactly that", "as little more than a tax"
                    || preposition == "as"
                        && (words.pos(start + 1) == Upos::Adv || words.is_any(start + 1, &["little", "no"]))
                        && (matches!(words.pos(start + 2), Upos::Det | Upos::Pron | Upos::Noun)
                            || words.is_any(start + 2, &["that", "this", "more"]));
                if !clause && !nominal {
                    return None;
                }
                // "condemned it as “malicious hype” | and maintains", "praised it for its “calm” | while regretting": the words in marks
                // are no clause.
                let close = words.quotations.opening_at(start + 1).and_then(|index| words.quotations.get(index));
                let marked = close.is_some_and(|close| {
                    let verbless =
                        preposition == "for" && !self.has_finite(&close.tokens) && words.is(close.tokens.end, "while");
                    preposition == "as" && !words.is_any(close.tokens.end, &["since", "because", "as"]) || verbless
                });
                let end = if clause && !marked {
                    self.content_end(start + 1, after.around, after.high)
                } else {
                    self.object_end(start + 1, after.around, after.high)
                };
                // What is said of somebody has them in it; what somebody is accused of or warned against has not.
                let inclusive = matches!(
                    preposition.as_str(),
                    "as" | "for" | "over" | "on" | "about" | "to" | "with" | "at" | "among"
                ) && !person.is_empty();
                // "commits Averland | to raising the levy": who is to do it.
                let gerund = self.groups.holding(start + 1).is_some_and(|group| group.shape == Shape::Ing);
                let doer = preposition == "to" && gerund && self.holder_kind(&person).is_some();
                let content = if inclusive && !doer { person.start..end } else { start..end };
                found(content, "cue-object-preposition", 0.88)
            }
        }
    }
}
