//! Objects that stand in front of their verb: "a demand two parties reject", "what X called “a trap”".

use std::ops::Range;

use super::frames::{After, Match};
use super::passive::named::IDEAS;
use super::verbs::Cue;
use crate::claims::grammar::clause::Around;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::grammar::subject::How;
use crate::claims::scene::Scene;
use crate::lexicon::{Frame, Rest};
use crate::tagger::Upos;

/// Verbs whose object is more often what happened than a thing.
const FACTUAL: &[&str] = &[
    "denies",
    "denied",
    "deny",
    "disputes",
    "disputed",
    "dispute",
    "admits",
    "admitted",
    "admit",
    "regrets",
    "regretted",
    "confirms",
    "confirmed",
    "confirm",
    "acknowledges",
    "acknowledged",
    "acknowledge",
];

/// Verbs whose object is what is said to have happened.
const REPORTING: &[&str] = &[
    "report",
    "reports",
    "reported",
    "describes",
    "described",
    "describe",
    "alleges",
    "alleged",
    "allege",
    "documented",
    "documents",
    "denounced",
    "criticised",
    "criticises",
    "criticized",
    "criticizes",
];

/// An object in front of its verb.
#[derive(Debug, Clone)]
pub(crate) struct InFront {
    /// The words that stand for it.
    pub tokens: Range<usize>,
    pub meant: Range<usize>,
}

impl Scene<'_> {
    /// "an idea that X dismissed | as “…”": the object, which is content as well, stands in front.
    pub(crate) fn described(&self, frame: &Frame, cue: &Cue, after: &After) -> Option<(Match, InFront)> {
        let words = &self.words;
        let Frame::Person(rest @ (Rest::Prep(_) | Rest::Is)) = frame else { return None };
        // "a decline that the board attributed in May | to its rivals", "whom cabinets have regarded in turn | as traitors"
        let late = |preposition: &str| {
            matches!(preposition, "to" | "as" | "of" | "with")
                && after.starts.iter().any(|&start| words.is(start, preposition) && words.pos(start) == Upos::Adp)
        };
        let fits = match rest {
            // "a period, which it put | at six months"
            Rest::Prep(preposition) if preposition == "at" => words.is(after.at, "at"),
            Rest::Prep(preposition) => preposition == "as" && words.is(after.at, "as") || late(preposition),
            // "the schedule, which Kestria considers | void"
            _ => {
                let alone = words.pos(after.at) == Upos::Adj
                    && (after.at + 1 >= after.high || matches!(words.pos(after.at + 1), Upos::Punct | Upos::Cconj));
                // "a figure that the union calls | a fabrication"
                let named = words.is_any(after.at, &["a", "an"])
                    && self
                        .noun_phrase_end(after.at, after.high)
                        .is_some_and(|end| end >= after.high || words.pos(end) == Upos::Punct);
                words.is_open_quote(after.at) || alone || named
            }
        };
        if !fits {
            return None;
        }
        // "the door they hold | open"
        if *rest == Rest::Is && words.is_any(cue.tokens.end - 1, &["hold", "holds", "held"]) {
            return None;
        }
        let object = self.object_in_front(cue)?;
        if *rest == Rest::Is {
            let quoted = words.quotations.opening_at(after.at).and_then(|index| words.quotations.get(index));
            let word = || after.at..self.noun_phrase_end(after.at, after.high).unwrap_or(after.at + 1);
            let content = quoted.map_or_else(word, |quoted| quoted.tokens.clone());
            let matched = Match { content, cue_end: after.at, person: None, rule: "object-in-front", score: 0.85 };
            return Some((matched, object));
        }
        let mut matched = self.rest_after(after.at..after.at, rest, after)?;
        // The clause around goes on behind the closing mark.
        if let Some(quoted) = words.quotations.opening_at(after.at + 1).and_then(|index| words.quotations.get(index)) {
            matched.content.end = quoted.tokens.end;
        }
        Some((Match { rule: "object-in-front", ..matched }, object))
    }

    /// "told the Courier in May | that": whether nothing but who is told and when stands between the verb and `before`.
    fn is_told_person(&self, said: &Group, before: usize) -> bool {
        let person =
            self.noun_phrase_end(said.tokens.end, before).filter(|_| self.words.is_any(said.head, &["told", "tells"]));
        person.is_some_and(|end| end == before || self.adjunct_end(end, before) == Some(before))
    }

    /// "a demand that two parties reject", "the timetable its partners ask for": what the relative clause of the cue describes.
    pub(crate) fn object_in_front(&self, cue: &Cue) -> Option<InFront> {
        let words = &self.words;
        let subject = cue.subject.as_ref().filter(|subject| matches!(subject.how, How::Before | How::Aside))?;
        let before = subject.tokens.start.checked_sub(1).filter(|&before| before >= cue.bounds.start)?;
        // "It was on these grounds | that Averland proposed a toll": on which, and not what.
        let circumstance = words.is(before, "that")
            && words.is(cue.bounds.start, "it")
            && words.is_any(cue.bounds.start + 1, &["is", "was"])
            && words.pos(cue.bounds.start + 2) == Upos::Adp;
        // "said on the radio | that her voters wanted “both”": a conjunction.
        let told = self.groups.within(cue.bounds.start..before).last().is_some_and(|(_, said)| {
            words.is(before, "that")
                && words
                    .is_any(said.head, &["said", "says", "say", "told", "tells", "wrote", "writes", "added", "argued"])
                && (self.adjunct_end(said.tokens.end, before) == Some(before) || self.is_told_person(said, before))
        });
        if circumstance || told {
            return None;
        }
        // "partial tolls, which the port has studied and which the council opposes": of the first pronoun.
        let joined = before > cue.bounds.start + 1 && words.is(before - 1, "and");
        let again = joined && words.is_any(before, &["which", "that"]);
        let pronoun =
            |&at: &usize| again && words.is(at, words.word(before)) && !self.is_told_that(at, cue.bounds.start);
        let first = (cue.bounds.start..before).rfind(pronoun);
        let before = first.unwrap_or(before);
        let who = words.is(before, "who") && words.is_personal_pronoun(subject.tokens.start);
        if who || words.is_any(before, &["that", "which", "whom"]) {
            let comma = before.checked_sub(1).filter(|&comma| comma > cue.bounds.start && words.is(comma, ","));
            // "The pier has been mended, which both councils confirm": that it has.
            let clause = comma.filter(|&comma| {
                let verb = self.groups.holding(comma - 1);
                let plain = !(cue.bounds.start..comma).any(|at| words.is_any(at, &[",", ";", ":"]));
                words.is(before, "which") && plain && (verb.is_some() || words.is_time(comma - 1))
            });
            let factual = words.is_any(cue.tokens.end - 1, FACTUAL);
            let clause = clause.filter(|&comma| !factual || !words.is_time(comma - 1));
            if let Some(comma) = clause.filter(|&comma| self.has_finite(&(cue.bounds.start..comma))) {
                let whole = cue.bounds.start..comma;
                return Some(InFront { tokens: whole.clone(), meant: whole });
            }
            let nearest = self.noun_phrase_before(comma.unwrap_or(before), cue.bounds.start)?;
            // "the 18,000 tonnes a month that"
            let rate =
                words.is_any(nearest.start, &["a", "per"]) && nearest.len() == 2 && nearest.start > cue.bounds.start;
            let counted = self.noun_phrase_before(nearest.start, cue.bounds.start).filter(|_| rate);
            let nearest = counted.map_or(nearest.clone(), |counted| counted.start..nearest.end);
            // "territory in the strait that Averland claims"
            let mut start = nearest.start;
            while comma.is_none()
                && let Some(link) = start.checked_sub(1).filter(|&at| at > cue.bounds.start)
                && words.is_any(link, &["in", "of", "on", "for", "from", "within", "along"])
                && let Some(left) = self.noun_phrase_before(link, cue.bounds.start)
            {
                start = left.start;
            }
            // "proposed registration of users as a minimum, which": the whole object of the verb in front.
            let mut whole = start;
            while comma.is_some()
                && let Some(link) = whole.checked_sub(1).filter(|&at| at > cue.bounds.start)
                && words.is_any(link, &["of", "as", "for"])
                && let Some(left) = self.noun_phrase_before(link, cue.bounds.start)
            {
                whole = left.start;
            }
            if whole < start && whole > cue.bounds.start && self.groups.at(whole - 1).is_some() {
                start = whole;
            }
            let meant = start..nearest.end;
            // "They left the pact, which Averland denies": that they did.
            let fact = comma.is_some() && words.is(before, "which") && words.is_any(cue.tokens.end - 1, FACTUAL);
            // "limits on flights over the fjord, which it promised to review": which of them, the words do not say.
            let unclear = comma.is_some()
                && words.is(before, "which")
                && start > cue.bounds.start
                && words.pos(start - 1) == Upos::Adp
                && self.groups.at(start.saturating_sub(2)).is_none();
            // "said they had fired first, which the army denies": what is said in front.
            if let Some(told) = self.told_in_front(comma.filter(|_| fact), cue) {
                return Some(InFront { tokens: told.clone(), meant: told });
            }
            // "The corridor from Brenn to the border, which Averland calls a trap": the subject, all that stands in front.
            if let Some(comma) = comma.filter(|_| unclear && !fact)
                && matches!(words.pos(cue.bounds.start), Upos::Det | Upos::Propn | Upos::Adj | Upos::Noun)
                && self.groups.within(cue.bounds.start..comma).next().is_none()
                && !(cue.bounds.start..comma).any(|at| words.pos(at) == Upos::Punct)
            {
                let whole = cue.bounds.start..comma;
                return Some(InFront { tokens: whole.clone(), meant: whole });
            }
            // "approved limits on flights over the fjord, which Kestria opposes": the whole object of the verb in front.
            if let Some(whole) =
                comma.filter(|_| unclear && !fact).and_then(|comma| self.object_up_to(comma, cue.bounds.start))
            {
                return Some(InFront { tokens: whole.clone(), meant: whole });
            }
            let tokens = if fact || unclear { before..before + 1 } else { meant.clone() };
            return Some(InFront { tokens, meant });
        }
        // "a charge the ministry dismissed": two phrases one behind the other, each with a beginning of its own.
        let own_beginning = matches!(words.pos(subject.tokens.start), Upos::Det | Upos::Num | Upos::Propn)
            || words.is_possessive_pronoun(subject.tokens.start)
            || words.is_personal_pronoun(subject.tokens.start)
            // "a demand | smaller parties support"
            || words.pos(subject.tokens.end - 1) == Upos::Noun && words.word(subject.tokens.end - 1).ends_with('s');
        // "That is something | Averland has always rejected"
        if words.is_any(before, &["something", "anything", "everything", "nothing"]) {
            return Some(InFront { tokens: before..before + 1, meant: before..before + 1 }).filter(|_| own_beginning);
        }
        // "with those he called “bandits”"
        if words.is_any(before, &["those", "people"]) && words.is_personal_pronoun(subject.tokens.start) {
            return Some(InFront { tokens: before..before + 1, meant: before..before + 1 });
        }
        let noun = words.pos(before) == Upos::Noun && !words.is_time(before);
        let object = self.noun_phrase_before(before + 1, cue.bounds.start).filter(|_| own_beginning && noun)?;
        let determined = matches!(words.pos(object.start), Upos::Det);
        let opens = object.start.checked_sub(1).is_none_or(|left| {
            words.is(left, ",")
                    || words.is_dash(left)
                    || self.groups.at(left).is_some()
                    // "from an area Averland calls “lost”"
                    || words.pos(left) == Upos::Adp && words.is_personal_pronoun(subject.tokens.start)
        });
        (determined && opens).then(|| InFront { tokens: object.clone(), meant: object })
    }

    /// The object that ends at `end`, of the verb in front of it, with all that is told of it.
    fn object_up_to(&self, end: usize, low: usize) -> Option<Range<usize>> {
        let words = &self.words;
        let (_, verb) = self.groups.within(low..end).rfind(|(_, group)| group.shape != Shape::Participle)?;
        let start = verb.tokens.end + usize::from(words.pos(verb.tokens.end) == Upos::Adp);
        let opens = !verb.copula && !verb.passive && self.noun_phrase_end(start, end).is_some();
        let plain = (start..end).all(|at| words.pos(at) != Upos::Punct && !words.is_relative(at));
        (opens && plain).then_some(start..end)
    }

    /// "told the guild | that it was lost": whether the word at `index` opens what is told.
    fn is_told_that(&self, index: usize, low: usize) -> bool {
        let told = self.groups.within(low..index).last().is_some_and(|(_, group)| {
            let end = group.tokens.end;
            self.is_cue_group(group) && (end == index || self.noun_phrase_end(end, index) == Some(index))
        });
        self.words.is(index, "that") && told
    }

    /// The clause that a cue right in front of the comma says.
    fn told_in_front(&self, comma: Option<usize>, cue: &Cue) -> Option<Range<usize>> {
        let comma = comma?;
        let words = &self.words;
        let (_, told) = self
            .groups
            .within(cue.bounds.start..comma)
            .find(|(_, group)| group.shape == Shape::Finite && self.is_cue_group(group) && !group.passive)?;
        let start = told.tokens.end + usize::from(words.is(told.tokens.end, "that"));
        let plain = !(start..comma).any(|at| words.is_any(at, &[",", ";", ":"]) || words.is_open_quote(at));
        // "reports deaths in the camp, which the army denies": what is reported.
        let object =
            || words.is_any(told.head, REPORTING) && !told.modal && self.noun_phrase_end(start, comma).is_some();
        let whole = plain && (start + 2 < comma && self.has_finite(&(start..comma)) || object());
        whole.then_some(start..comma)
    }

    /// "the corridor, which it pledged | to open": the object of the infinitive stands in front.
    pub(crate) fn infinitive_left(&self, cue: &Cue, after: &After) -> Option<(Match, InFront)> {
        /// Verbs that need no object.
        const ALONE: &[&str] = &[
            "go",
            "leave",
            "act",
            "come",
            "stay",
            "return",
            "work",
            "fight",
            "talk",
            "negotiate",
            "resign",
            "run",
            "withdraw",
            "continue",
            "rise",
            "fall",
            "grow",
            "live",
            "move",
            "participate",
            "do",
            "be",
            "speak",
            "vote",
            "retire",
            "stop",
            "begin",
            "start",
            "travel",
            "arrive",
            "remain",
            "wait",
            "cooperate",
            "comply",
            "meet",
        ];
        let words = &self.words;
        let group = self.groups.holding(after.at)?;
        let end = group.tokens.end;
        if group.shape != Shape::Infinitive || group.tokens.start != after.at || ALONE.contains(&words.word(group.head))
        {
            return None;
        }
        let ends = end >= after.high
            || words.pos(end) == Upos::Punct
            || self.groups.at(end).is_some()
            || words.is_any(
                end,
                &[
                    "during", "in", "at", "on", "by", "and", "but", "because", "since", "when", "while", "as", "if",
                    "before", "after",
                ],
            )
            // "talks the council intends to convene | later this year"
            || self.adjunct_end(end, after.high).is_some();
        let object = self.object_in_front(cue).filter(|_| ends)?;
        // "the claim that it wants to expand": a conjunction.
        let noun = object.meant.end.saturating_sub(1);
        let conjunction = words.is(object.meant.end, "that") && words.pos(object.meant.end) == Upos::Sconj;
        if conjunction && (words.listed(noun).noun || words.is(noun, "fact")) {
            return None;
        }
        let content = after.at..end;
        let matched = Match { content, cue_end: after.at, person: None, rule: "infinitive-in-front", score: 0.93 };
        Some((matched, object))
    }

    /// "a threat that officials believe | to be real": what something in front is taken to be.
    pub(crate) fn taken_to_be(&self, frame: &Frame, cue: &Cue, after: &After) -> Option<(Match, InFront)> {
        let words = &self.words;
        let number = self.groups.at(after.at).filter(|_| *frame == Frame::Person(Rest::To))?;
        let group = self.groups.get(number)?;
        let be = words.is_any(after.at + 1, &["be", "have"]) && group.shape == Shape::Infinitive;
        let object = self.object_in_front(cue).filter(|_| be && group.tokens.start == after.at)?;
        let content =
            after.at..self.before_main_verb(after.at..self.object_end(after.at, after.around, after.high)).end;
        let matched = Match { content, cue_end: after.at, person: None, rule: "infinitive-in-front", score: 0.85 };
        Some((matched, object))
    }

    /// A verb that takes an object and has none behind it: its object stands in front.
    pub(crate) fn object_left(&self, frame: &Frame, cue: &Cue, after: &After) -> Option<Match> {
        let words = &self.words;
        let stranded = match frame {
            Frame::Object => after.at,
            Frame::Prep(preposition) if words.is(after.at, preposition) => after.at + 1,
            _ => return None,
        };
        let ends = stranded >= after.high
            || words.pos(stranded) == Upos::Punct
            || words.is_any(stranded, &["and", "but", "because", "since", "when", "while", "as", "if"])
            || self.adjunct_end(stranded, after.high).is_some()
            // "everything Averland complained about | had been mended"
            || self.groups.holding(stranded).is_some_and(|group| {
                group.shape == Shape::Finite && group.tokens.start == stranded
            });
        let object = self.object_in_front(cue).filter(|_| ends)?;
        let cue_end = stranded.max(after.at);
        let (content, person) = (object.tokens, Some(object.meant));
        Some(Match { content, cue_end, person, rule: "object-in-front", score: 0.7 })
    }

    /// "A third view, which a judge set out in May, | would leave it to the ports": what the idea in front is.
    pub(crate) fn idea_goes_on(&self, idea: &[Range<usize>], cue: &Cue) -> Option<Range<usize>> {
        let words = &self.words;
        let idea = idea.first().filter(|idea| words.is_any(self.head_of(idea), IDEAS))?;
        let close = (cue.tokens.end..cue.bounds.end).find(|&at| words.is(at, ","))?;
        let main = self.groups.holding(close + 1)?;
        let would = main.shape == Shape::Finite && (main.modal || main.future) && main.tokens.start == close + 1;
        let first = self.is_clause_start(idea.start, cue.bounds.start) && words.is(idea.end, ",");
        let end = self.content_end(main.tokens.end, Around::default(), cue.bounds.end);
        (would && first).then(|| self.tidy(main.tokens.start..end))
    }

    /// "what X called | “a trap”": the object is the "what" in front.
    pub(crate) fn called(&self, frame: &Frame, cue: &Cue, after: &After) -> Option<Match> {
        let words = &self.words;
        let Frame::Person(rest @ (Rest::Is | Rest::Prep(_))) = frame else { return None };
        let subject = cue.subject.as_ref().filter(|subject| subject.how == How::Before)?;
        let what = subject.tokens.start.checked_sub(1).filter(|&before| before >= cue.bounds.start)?;
        let open = match rest {
            Rest::Prep(preposition) if preposition == "as" && words.is(after.at, "as") => after.at + 1,
            Rest::Is => after.at,
            _ => return None,
        };
        if !words.is(what, "what") {
            return None;
        }
        let Some(quoted) = words.quotations.opening_at(open).and_then(|index| words.quotations.get(index)) else {
            // "what it sees | as unacceptable"
            // "what they called | excessive volatility"
            let termed = *rest == Rest::Is
                && words.pos(open) == Upos::Adj
                && words.pos(open + 1) == Upos::Noun
                && words
                    .is_any(open - 1, &["called", "call", "calls", "termed", "term", "terms", "labelled", "dubbed"]);
            // "what it termed | backdoors"
            let several = *rest == Rest::Is
                && words.pos(open) == Upos::Noun
                && words.word(open).ends_with('s')
                && words.is_any(open - 1, &["called", "calls", "termed", "terms", "labelled", "dubbed"]);
            let termed = termed || several;
            let judged = several
                || matches!(words.pos(open), Upos::Adj | Upos::Det | Upos::Adv)
                    && (open > after.at || words.is_any(open, &["a", "an", "the"]) || termed);
            let end = self.object_end(open, after.around, after.high);
            // "in what it called a measure of defence, | and the price rose", "what it regards as a budget, | and some certainty"
            let another = |at: usize| {
                self.clause_at(at, after.high).is_some()
                    || words.pos(at) == Upos::Det && self.noun_phrase_end(at, after.high).is_some()
            };
            let next = (open..end)
                .find(|&at| words.is(at, ",") && words.is_any(at + 1, &["and", "but", "yet"]) && another(at + 2));
            let content = after.at..next.unwrap_or(end);
            return judged.then_some(Match {
                content,
                cue_end: after.at,
                person: None,
                rule: "what-called",
                score: 0.66,
            });
        };
        let content = open..quoted.tokens.end;
        Some(Match { content, cue_end: open, person: None, rule: "what-called", score: 0.8 })
    }
}
