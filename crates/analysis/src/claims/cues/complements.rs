//! What a frame takes: a quotation, a clause, a question, an infinitive, an object.

use std::ops::Range;

use super::frames::{After, Match, QUESTION_WORDS, adverbs_behind};
use crate::claims::grammar::adverbials::adverbial_end;
use crate::claims::grammar::clause::Around;
use crate::claims::grammar::groups::Shape;
use crate::claims::grammar::noun_phrases::SOME_OF;
use crate::claims::scene::Scene;
use crate::tagger::{Upos, VerbForm};

/// How many tokens behind the cue an aside may put its "that".
const FARTHEST_THAT: usize = 22;

/// How many tokens behind the cue a colon may put its quotation.
const FARTHEST_QUOTE: usize = 20;

/// How many tokens of a gerund are looked through for a verb joined to the cue.
const LONGEST_GERUND: usize = 40;

/// Nouns behind a preposition that an "of" belongs to.
const TAKING_OF: &[&str] = &[
    "condition",
    "behalf",
    "sidelines",
    "margins",
    "eve",
    "occasion",
    "basis",
    "side",
    "sides",
    "subject",
    "matter",
    "issue",
    "question",
    "topic",
    "part",
    "edge",
    "heart",
    "light",
    "face",
    "terms",
    "name",
    "course",
    "wake",
    "aftermath",
    "run-up",
    "event",
    "absence",
    "presence",
    "midst",
    "middle",
    "end",
    "start",
    "beginning",
    "head",
    "front",
    "hands",
    "help",
    "aid",
    "favour",
    "favor",
    "defence",
    "defense",
    "support",
    "pursuit",
    "context",
    "form",
    "way",
    "risk",
    "cost",
    "expense",
];

/// How many tokens a clause has at most that stands between the cue and what is said.
const LONGEST_ASIDE: usize = 14;

impl Scene<'_> {
    pub(crate) fn quote_after(&self, starts: &[usize], after: &After) -> Option<(Range<usize>, f32)> {
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
            // "said “No, your honour” | at the same time": when a sentence was spoken, and no part of it.
            let told = || {
                let sentence = words.is_capitalised(open + 1) && words.pos(open + 1) != Upos::Propn;
                let when = self.adjunct_end(end, after.high).filter(|_| sentence && words.pos(end) == Upos::Adp);
                when.is_some_and(|when| when >= after.high || words.pos(when) == Upos::Punct)
            };
            let closed = end >= after.high
                || words.is_any(last, &[",", ".", "!", "?"])
                || words.is_any(end, &[",", ".", ";", "!", "?"])
                || told();
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
        self.quote_behind_colon(after)
    }

    /// "said as much in a lecture that got him banned: | “…”": no other cue stands between.
    fn quote_behind_colon(&self, after: &After) -> Option<(Range<usize>, f32)> {
        let words = &self.words;
        let reach = after.at..after.high.min(after.at + FARTHEST_QUOTE);
        // "said of the senator, | “…”"
        let of = || self.long_phrase_end(after.at + 1, after.high).filter(|_| words.is(after.at, "of"));
        let comma = of().filter(|&end| words.is(end, ",") && words.is_open_quote(end + 1));
        let colon = reach.clone().find(|&at| words.is(at, ":") && words.is_open_quote(at + 1)).or(comma)?;
        let quoted = words.quotations.opening_at(colon + 1).and_then(|index| words.quotations.get(index))?;
        let plain = !(after.at..colon).any(|at| words.is_any(at, &[";", ":"]) || words.is_open_quote(at))
            && self.groups.within(after.at..colon).all(|(_, group)| !self.is_cue_group(group));
        (plain && quoted.words > 3).then(|| (colon + 1..quoted.tokens.end, 0.8))
    }

    pub(crate) fn that_after(&self, starts: &[usize], after: &After) -> Option<Range<usize>> {
        let words = &self.words;
        for &start in starts {
            let start = start + usize::from(words.is(start, ",") && words.is(start + 1, "that"));
            // "suggested that: “…”"
            if words.is(start, "that")
                && words.is(start + 1, ":")
                && let Some(quoted) = words.quotations.opening_at(start + 2).and_then(|at| words.quotations.get(at))
            {
                return Some(start..quoted.tokens.end);
            }
            if !words.is(start, "that") || start + 2 > after.high {
                continue;
            }
            // "hope for a place in talks | that the council will hold": what the talks are.
            if start > after.at
                && words.is(after.at, "for")
                && words.pos(after.at + 1) == Upos::Det
                && !(after.at..start).any(|at| words.is_time(at) || words.is(at, "time"))
            {
                continue;
            }
            let end = self.content_end(start, after.around, after.high);
            let clause = words.count_words(start + 1..end) > 2
                || self.groups.within(start + 1..end).any(|(_, group)| group.shape != Shape::Infinitive)
                || (start + 1..end).any(|index| words.is_open_quote(index));
            // "the decision that helped" is a relative clause.
            let relative = self.group_from(start + 1, end).is_some_and(|(_, group)| {
                // "hinted that swaps through Kestria could resume": a noun, since the verb is still to come.
                let noun = group.tokens == (start + 1..start + 2)
                    && words.word(group.head).ends_with('s')
                    && words.pos(group.tokens.end) == Upos::Adp
                    && self.groups.within(group.tokens.end..end).any(|(_, main)| main.modal);
                group.shape == Shape::Finite && !noun
            });
            // "found that action unconstitutional, his decision …": the verb stands in another clause.
            let comma = (start + 1..end).find(|&index| words.is(index, ","));
            let pointing = comma.is_some_and(|comma| {
                words.pos(start + 1) == Upos::Noun
                    && words.pos(comma - 1) == Upos::Adj
                    && self.groups.within(start + 1..comma).next().is_none()
            });
            // "confirmed that decision at the summit, stating": a demonstrative.
            let stop = comma.unwrap_or(end);
            let pointing = pointing
                || words.pos(start + 1) == Upos::Noun
                    // "cited that rate in its report": no verb is to come at all.
                    && (words.listed(start + 1).noun
                        || words.is_any(start + 2, &["in", "at", "on"])
                            && self.groups.within(start + 1..end).next().is_none())
                    && !words.word(start + 1).ends_with('s')
                    && matches!(words.pos(start + 2), Upos::Adp | Upos::Punct)
                    && self.groups.within(start + 1..stop).next().is_none();
            // "said that night"
            // "said that night", but "said that Friday's vote was late"
            let night = words.is_time(start + 1) && !words.is_possessive_mark(start + 2);
            if clause && !pointing && !relative && !night {
                return Some(start..end);
            }
        }
        self.that_behind_aside(starts, after)
    }

    /// "added, with the air of a man putting the cat out, | that", "argued on more than one occasion | that".
    pub(crate) fn that_behind_aside(&self, starts: &[usize], after: &After) -> Option<Range<usize>> {
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
    pub(crate) fn behind_aside(&self, starts: &[usize], high: usize, opens: impl Fn(usize) -> bool) -> Option<usize> {
        let words = &self.words;
        let from = *starts.last()?;
        let closes =
            |index: usize| words.is(from, ",") && words.is(index, ",") || words.is_dash(from) && words.is_dash(index);
        let stops = |index: usize| words.is_any(index, &[";", ":"]) || words.is_open_quote(index);
        (from + 2..high.min(from + FARTHEST_THAT))
            .take_while(|&index| !stops(index))
            .find_map(|index| (closes(index) && index + 1 < high && opens(index + 1)).then_some(index + 1))
    }

    pub(crate) fn bare_clause_after(&self, starts: &[usize], after: &After) -> Option<(Range<usize>, f32)> {
        let words = &self.words;
        // "said, | if elected, she would ask for help": a clause in front of the one that is said.
        let aside = words.is(after.at, ",") && words.is_any(after.at + 1, &["if", "once", "unless", "until", "when"]);
        let close = (after.at + 2..after.high.min(after.at + LONGEST_ASIDE)).find(|&at| words.is(at, ","));
        if let Some(close) = close.filter(|&close| aside && self.clause_at(close + 1, after.high).is_some()) {
            let end = self.content_end(close + 1, after.around, after.high);
            return Some((after.at + 1..end, 0.8));
        }
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
            // "put it bluntly: | the port will close", "tell a different story: | nobody had asked"
            let adverb = usize::from(self.words.pos(start - 1) == Upos::Adv);
            let told = start > adverb + 1 && words.is_any(start - 1 - adverb, &["it", "story"]);
            if told
                && words.is(start, ":")
                && !words.is_open_quote(start + 1)
                && self.clause_at(start + 1, after.high).is_some()
            {
                return Some((start + 1..self.content_end(start + 1, after.around, after.high), 0.8));
            }
            // "objected to the term | when he spoke": no content.
            if conjunction && adjuncts > 0 && !words.is(start, "if") {
                continue;
            }
            // "ruled out talks in a place | where it would sit": a relative clause.
            if adjuncts > 0 && words.is(start, "where") && !words.is_time(start - 1) {
                continue;
            }
            // "answered with a closure of the sea | that disrupted trade": a relative clause.
            let relative = adjuncts > 0
                && words.is(start, "that")
                && self.groups.holding(start + 1).is_some_and(|group| !group.copula);
            if relative {
                continue;
            }
            // "wrote | demanding that": no clause.
            if words.form(start) == VerbForm::Ing && words.is(start + 1, "that") {
                continue;
            }
            // "said | up to 20 pilots were hurt", "say | by 2030 it will be closed"
            let estimate = self.behind_estimate(start).or_else(|| self.behind_deadline(start));
            let from = estimate.unwrap_or(if conjunction { start + 1 } else { start });
            // "who expect it | to stop migration will": an object, and no subject of what follows.
            let stops = self.groups.holding(from + 1);
            if words.is_any(from, &["it", "them", "him", "her", "us", "me"])
                && stops.is_some_and(|group| group.shape == Shape::Infinitive)
            {
                continue;
            }
            let Some(group) = self.clause_at(from, after.high).and_then(|group| self.groups.get(group)) else {
                continue;
            };
            // "those who protest the law | see it": the only verb is that of the clause around.
            let stop = (group.tokens.end..after.high).find(|&at| words.is(at, ","));
            let stop =
                stop.filter(|_| after.around.fronted || words.is_any(after.at.saturating_sub(4), &["when", "if"]));
            if after.around.hanging && !self.has_finite(&(group.tokens.end..stop.unwrap_or(after.high))) {
                continue;
            }
            // "Having proposed a fund, | Averland, Kestria and the union left": the main clause.
            let comma = (from..group.tokens.start).find(|&at| words.is(at, ",")).filter(|_| after.around.fronted);
            if comma.is_some_and(|comma| self.clause_at(comma + 1, after.high).is_some()) {
                continue;
            }
            // The clause must not be the next claim: "said the minister added".
            if group.tokens.start >= after.high {
                continue;
            }
            let end = self.content_end(start, Around { verb: group.tokens.start, ..after.around }, after.high);
            if end <= group.tokens.start {
                continue;
            }
            // "said | despite the fire it was open": no way of saying it.
            let circumstance =
                adjuncts.checked_sub(1).and_then(|before| starts.get(before)).copied().filter(|&before| {
                    words.is_any(before, &["without", "despite"]) && !(before..start).any(|at| words.is(at, ","))
                });
            return Some((circumstance.unwrap_or(start)..end, 0.88 - 0.04 * adjuncts as f32));
        }
        None
    }

    /// One past a time by which something is so, in front of the clause that says so: "say | by 2030 | it will be closed".
    fn behind_deadline(&self, index: usize) -> Option<usize> {
        let words = &self.words;
        let time = index + 1;
        let year = words.pos(time) == Upos::Num && words.word(time).len() == 4;
        (words.is(index, "by") && (year || words.is_time(time))).then_some(time + 1)
    }

    pub(crate) fn question_after(&self, starts: &[usize], after: &After) -> Option<Range<usize>> {
        let words = &self.words;
        for &start in starts {
            // "speculated as to | whether"
            let start = start + 2 * usize::from(words.is(start, "as") && words.is(start + 1, "to"));
            if !words.is_any(start, QUESTION_WORDS) && !words.is(start, "if") {
                continue;
            }
            // "worried about the loss of customers | who had come": which customers.
            let of_noun = start > after.at && matches!(words.pos(start - 1), Upos::Noun | Upos::Propn);
            // but "asked the clerk | which ones he wanted"
            let which_one = words.is(start, "which") && words.is_any(start + 1, &["one", "ones"]);
            let relative = words.is_any(start, &["who", "which", "whom", "if"]) && !which_one;
            if of_noun && relative && !words.is_time(start - 1) {
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
    pub(crate) fn infinitive_behind_aside(&self, starts: &[usize], after: &After) -> Option<Range<usize>> {
        let start = self.behind_aside(starts, after.high, |index| self.infinitive_after(Some(index), after).is_some());
        self.infinitive_after(start, after)
    }

    pub(crate) fn infinitive_after(&self, start: Option<usize>, after: &After) -> Option<Range<usize>> {
        // "promised | not to raise the toll"
        let from = start?;
        let start = from + usize::from(self.words.is_any(from, &["not", "never"]));
        let marked = self.words.is(start, "to") && self.words.is_open_quote(start + 1)
            || self.words.is_open_quote(start) && self.words.is(start + 1, "to");
        if marked && start + 2 < after.high {
            let around = Around { infinitive: true, ..after.around };
            return Some(from..self.content_end(start, around, after.high));
        }
        let group = self.groups.holding(start)?;
        if group.shape != Shape::Infinitive || group.tokens.start != start {
            return None;
        }
        // "agreed to talks": no infinitive ends so.
        let head = self.words.word(group.head);
        if head.ends_with('s') && !head.ends_with("ss") && !head.ends_with("us") {
            return None;
        }
        // "wanted to know": a cue of its own.
        if self.words.is(start + 1, "know")
            && (self.words.is_any(start + 2, QUESTION_WORDS) || self.words.is_any(start + 2, &["about", "if"]))
        {
            return None;
        }
        let around = Around { infinitive: true, ..after.around };
        Some(from..self.content_end(start, around, after.high))
    }

    pub(crate) fn gerund_after(&self, start: usize, after: &After) -> Option<Range<usize>> {
        let group = self.groups.holding(start)?;
        if group.shape != Shape::Ing || group.tokens.start != start {
            return None;
        }
        let end = self.content_end(start, after.around, after.high);
        // "ruled out sending troops | but has offered training": a gerund is joined to no finite verb.
        let joined = (start..end.min(start + LONGEST_GERUND)).find(|&at| {
            self.words.is_any(at, &["and", "but", "or"])
                && self.groups.holding(at + 1).is_some_and(|next| {
                    next.shape == Shape::Finite && next.tokens.start == at + 1 && next.tokens.len() > 1
                })
        });
        let own = |joined: &usize| self.groups.within(start..*joined).any(|(_, group)| group.shape == Shape::Finite);
        Some(start..joined.filter(|joined| !own(joined)).unwrap_or(end))
    }

    pub(crate) fn object_after(&self, start: usize, after: &After) -> Option<(Range<usize>, f32)> {
        let words = &self.words;
        if start >= after.high {
            return None;
        }
        // "fewer than fifty counties", "only a handful"
        let compared = words.is_any(start, &["fewer", "more", "less", "at", "only", "just", "some", "about", "nearly", "almost"])
                // "expects hardly | more than a change of tone"
                || words.is_any(start, &["hardly", "little", "nothing"]) && words.is(start + 1, "more");
        let measured = compared
            && (words.is_any(start + 1, &["than", "least", "most"]) && words.pos(start + 2) == Upos::Num
                || words.is(start + 1, "more") && words.is(start + 2, "than")
                || matches!(words.pos(start + 1), Upos::Det | Upos::Num));
        // "recommended exactly this"
        let exact =
            words.is_any(start, &["exactly", "precisely"]) && self.noun_phrase_end(start + 1, after.high).is_some();
        let quoted = words.is_open_quote(start) || measured || exact;
        let free_relative = words.is_any(start, &["what", "whatever", "how"]);
        // "demand | more", "want | more of them"
        let more = words.is_any(start, &["more", "less"])
            && (start + 1 >= after.high || words.is_any(start + 1, &[".", ";", ",", "of"]));
        if more {
            return Some((start..self.object_end(start, after.around, after.high).max(start + 1), 0.6));
        }
        // "rejected | that."
        let pointed = words.is_any(start, &["that", "this"])
            && (start + 1 >= after.high || words.is_any(start + 1, &[".", ";", ","]));
        if pointed {
            let pronoun = start..start + 1;
            return Some((pronoun, 0.6));
        }
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
        // "decades of experience" are no date.
        let dated = words.pos(start) == Upos::Num && words.is_time(start + 1) && words.is_capitalised(start + 1);
        let timed = dated || words.is_time(start) && !words.is_possessive_mark(start + 1) && !words.is(start + 1, "of")
            // "announced | last week | the results"
            || words.is_any(start, &["last", "this", "next"])
                && words.is_time(start + 1)
                && !words.is_possessive_mark(start + 2);
        if timed || words.is_any(start, &["himself", "herself", "themselves", "itself", "themself"]) {
            return None;
        }
        let end = self.object_end(start, after.around, after.high);
        let pronoun = words.pos(start) == Upos::Pron && words.is_personal_pronoun(start) && end == start + 1;
        Some((start..end, if pronoun { 0.5 } else { 0.66 }))
    }

    /// Behind the adverbs at `at`: "complained bitterly and at length | about", "point, not unreasonably, | to".
    fn past_adverbials(&self, at: usize, high: usize) -> usize {
        let words = &self.words;
        let one = |at: usize| {
            let denied = at + usize::from(words.is(at, "not"));
            let adverb = (words.pos(denied) == Upos::Adv).then_some(denied + 1);
            adverbial_end(words, at, high).or(adverb)
        };
        let several = |from: usize| {
            let mut end = from;
            while end < high {
                let joined = end + usize::from(end > from && words.is(end, "and"));
                let Some(next) = one(joined) else { break };
                end = next;
            }
            end
        };
        if !words.is(at, ",") {
            return several(at);
        }
        let adverbs = Some(several(at + 1)).filter(|&end| end > at + 1 && words.is(end, ","));
        // "have begun to speak, though not yet in public, | of": what is conceded, without a verb
        let conceded = || {
            let opens = words.is_any(at + 1, &["though", "although", "albeit", "if"]);
            let close = (at + 2..high.min(at + 8)).find(|&close| words.is(close, ",")).filter(|_| opens)?;
            self.groups.within(at..close).next().is_none().then_some(close)
        };
        adverbs.or_else(conceded).map_or(at, |close| close + 1)
    }

    /// Where `preposition` stands behind adverbs, times and phrases that tell where and how something is said: "complained in public |
    /// of delays", "argued in a letter to the council | for a levy". `at` itself where it does not.
    pub(crate) fn preposition_behind(&self, at: usize, preposition: &str, high: usize) -> usize {
        /// How many such phrases may stand between.
        const MOST: usize = 3;
        let words = &self.words;
        let found = |at: usize| words.is(at, preposition) && !self.tells_how_long_before_it(at, high);
        let mut end = at;
        for _ in 0..MOST {
            if found(end) {
                return end;
            }
            let behind = self.past_adverbials(end, high);
            let behind = behind + 2 * usize::from(words.is_any(behind + 1, adverbs_behind(words.word(behind))));
            if behind > end {
                end = behind;
                continue;
            }
            let Some(next) = self.setting_end(end, preposition, high) else { break };
            end = next;
        }
        if found(end) { end } else { at }
    }

    /// One past a phrase at `at` that tells when, where or how something is said.
    fn setting_end(&self, at: usize, preposition: &str, high: usize) -> Option<usize> {
        const OPENERS: &[&str] = &[
            "in",
            "at",
            "on",
            "during",
            "throughout",
            "before",
            "after",
            "since",
            "from",
            "through",
            "with",
            "without",
            "to",
            "for",
            "over",
            "under",
            "via",
            "by",
            "among",
            "inside",
            "within",
        ];
        let words = &self.words;
        if words.is(at, preposition) && !self.tells_how_long_before_it(at, high) {
            return None;
        }
        if words.pos(at) != Upos::Adp && !words.is_any(at, OPENERS) {
            return self.adjunct_end(at, high);
        }
        // "spoke about the limits | of sea power": what it is about, and no setting.
        if !words.is_any(at, OPENERS) {
            return None;
        }
        if self.groups.at(at + 1).is_some() {
            return self.adjunct_end(at, high);
        }
        // "spoke to her in Halm | about the talks": what both talk of.
        if preposition == "about" && words.is(at, "to") && words.pos(at + 1) == Upos::Pron {
            return None;
        }
        let mut end = self.noun_phrase_end(at + 1, high)?;
        // "in a letter to the council", "in a series of articles": up to the preposition that is looked for.
        for _ in 0..2 {
            let some =
                words.is_any(end - 1, SOME_OF) || words.is_any(end - 1, &["series", "number", "string", "round"]);
            if words.is(end, preposition) && !(some && preposition == "of") {
                // "spoke on condition | of anonymity", "spoke for several | of them"
                // "spoke in this context | of “a success”"
                let hangs = preposition == "of"
                    && !words.is_open_quote(end + 1)
                    && (words.is_any(end - 1, TAKING_OF)
                        || matches!(words.pos(end - 1), Upos::Adj | Upos::Num | Upos::Det | Upos::Pron));
                return Some(end).filter(|_| !hangs);
            }
            if words.pos(end) != Upos::Adp || !words.is_any(end, OPENERS) && !words.is(end, "of") {
                break;
            }
            match self.noun_phrase_end(end + 1, high) {
                Some(next) => end = next,
                None => break,
            }
        }
        Some(end)
    }

    pub(crate) fn preposition_after(&self, preposition: &str, after: &After) -> Option<Match> {
        let words = &self.words;
        let at = self.preposition_behind(after.at, preposition, after.high);
        // "has pushed | for three decades | to have it shut": how long.
        if !words.is(at, preposition) || at + 1 >= after.high || self.tells_how_long_before_it(at, after.high) {
            return None;
        }
        let start = at + 1;
        let gerund = self.groups.holding(start).is_some_and(|group| group.shape == Shape::Ing);
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
