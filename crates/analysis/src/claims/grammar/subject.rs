//! Who does what a verb group says.

use std::ops::Range;

use rapporteur_core::ActorKind;

use super::groups::{Group, Shape};
use crate::claims::scene::Scene;
use crate::lexicon::{Frame, Rest};
use crate::tagger::{Upos, VerbForm};

/// How many verbs may hand a subject on: "X came, spoke and said".
const SHARING: usize = 4;

/// What one has with somebody: who speaks then, is not told by "with".
const MEETINGS: &[&str] = &[
    "talks",
    "talk",
    "meeting",
    "meetings",
    "call",
    "calls",
    "interview",
    "interviews",
    "conversation",
    "conversations",
    "discussion",
    "discussions",
    "negotiations",
    "deal",
    "agreement",
    "summit",
    "conference",
    "phone",
    "ties",
    "relations",
    "cooperation",
    "partnership",
    "alliance",
    "dialogue",
    "dispute",
    "war",
    "trade",
    "contract",
    "treaty",
    "pact",
];

/// How many tokens two joined gerunds in front of their clause may have.
const LONGEST_OPENING: usize = 30;

/// How many tokens a phrase behind "with" may have.
const LONGEST_WITH: usize = 12;

/// Tokens of a subject's last words in marks, and of what stands before them.
const LONGEST_MARKED: usize = 9;

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

impl Scene<'_> {
    /// The subject of `group` to its left.
    pub(crate) fn subject(&self, number: usize, low: usize) -> Option<Subject> {
        self.subject_within(number, low, SHARING)
    }

    /// As [`Scene::subject`], through at most `sharing` verbs that share it.
    pub(super) fn subject_within(&self, number: usize, low: usize, sharing: usize) -> Option<Subject> {
        let group = self.groups.get(number)?;
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
        }
        // "the minister not only | told them"
        if end > low + 1 && words.is(end - 1, "not") && words.is_any(end, &["only", "just", "merely", "simply"]) {
            end -= 1;
        }
        // "the islanders “| want to leave”"
        if end > low + 1 && group.shape == Shape::Finite && words.is_open_quote(end - 1) {
            end -= 1;
        }
        // "was quoted by the Courier as | saying"
        if group.shape == Shape::Ing && end > low && words.is(group.tokens.start - 1, "as") {
            return self.shared(number, low, sharing);
        }
        // "with Averland first belittling it", "with both states | all promising"
        if group.shape == Shape::Ing
            && end > low + 1
            && words.is_any(end - 1, &["first", "both", "all", "each", "then"])
            && (words.is_nominal(end - 2) || words.is(end - 2, ","))
        {
            end -= 1;
        }
        let with_time = end;
        // "Okello on Monday said"
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
        // "Critics at the time said"
        if end > low + 3 && words.is(end - 1, "time") && words.is(end - 2, "the") && words.is(end - 3, "at") {
            end -= 3;
        }
        end = self.before_when(end, low);
        // "The order | released Friday said"
        if end < with_time
            && end > low + 1
            && words.pos(end - 1) == Upos::Verb
            && words.form(end - 1) == VerbForm::PastParticiple
            && group.shape == Shape::Finite
            && let Some(phrase) = self.noun_phrase_before(end - 1, low)
            && self.is_clause_start(phrase.start, low)
            && !(phrase.start > low && words.is_any(phrase.start - 1, &["that", "which", "whom"]))
        {
            return Some(Subject { tokens: phrase.start..with_time, antecedent: None, how: How::Before });
        }
        // "The report released on Monday said": the day is part of the phrase.
        if end < with_time && end > low && words.pos(end - 1) == Upos::Verb {
            end = with_time;
        }
        if let Some(start) = self.when_before(end, low) {
            end = start;
        }
        let before = end.checked_sub(1).filter(|&before| before >= low);
        let Some(before) = before else {
            return if group.shape == Shape::Ing { self.subject_of_next(group, low) } else { None };
        };
        // "Okello said that states must pay, particularly when | blaming others": those whose verb stands before it.
        if group.shape == Shape::Ing
            && let Some(when) = group.tokens.start.checked_sub(1).filter(|&when| when > low && words.is(when, "when"))
            && (words.is_any(when - 1, &["particularly", "especially", "even"]) || !words.is(when - 1, ","))
            && let Some(main) = number.checked_sub(1).filter(|_| sharing > 0)
            && self.groups.get(main).is_some_and(|main| main.shape == Shape::Finite && main.tokens.start > low)
        {
            return self.subject_within(main, low, sharing - 1);
        }
        // "After suggesting that …, the minister left": at the start of the sentence the main clause has the subject.
        let begins = (low..before).all(|at| words.is(at, ",") || matches!(words.pos(at), Upos::Cconj | Upos::Adv));
        if group.shape == Shape::Ing
            && begins
            && matches!(words.pos(before), Upos::Adp | Upos::Sconj)
            && words
                .is_any(before, &["after", "before", "since", "while", "when", "by", "in", "on", "despite", "without"])
        {
            return self.subject_of_next(group, low);
        }
        if group.shape == Shape::Ing
            && let Some(people) = self.people_behind_with(end, low)
        {
            return Some(people);
        }
        if group.shape == Shape::Ing
            && let Some(person) = self.person_in_front(number, before, low)
        {
            return Some(person);
        }
        if group.shape == Shape::Infinitive {
            return self.raised(number, low, sharing);
        }
        if words.is_relative(before) {
            return self.relative(before, low);
        }
        if group.shape == Shape::Finite
            && let Some(pronoun) = self.relative_before_aside(before, low)
        {
            return self.relative(pronoun, low);
        }
        if words.is(before, ",") || words.is_dash(before) {
            return match group.shape {
                Shape::Finite | Shape::Participle => {
                    self.across_aside(before, low).or_else(|| self.shared(number, low, sharing))
                }
                // "with Averland first belittling the pact, then | seeking another"
                Shape::Ing if self.follows_with(number, low).is_some() => self.follows_with(number, low),
                // "The delegation, having hinted that …, left"
                _ => self.shared(number, low, sharing).or_else(|| {
                    let phrase = self.extend_left(self.noun_phrase_before(before, low)?, low);
                    let main = self.is_clause_start(phrase.start, low) && !words.is_time(phrase.start);
                    main.then_some(Subject { tokens: phrase, antecedent: None, how: How::Shared })
                }),
            };
        }
        // "While welcoming the vote and praising its conduct, the mission said"
        if group.shape == Shape::Ing
            && words.pos(before) == Upos::Cconj
            && let Some(first) = number.checked_sub(1)
            && self.groups.get(first).is_some_and(|first| first.shape == Shape::Ing && first.tokens.start > low)
            && before < low + LONGEST_OPENING
            && !(low + 2..before).any(|at| words.is(at, ","))
            && sharing > 0
            && let Some(subject) = self.subject_within(first, low, sharing - 1)
            && subject.tokens.start > group.tokens.end
        {
            return Some(subject);
        }
        // "both want peace, and neither | has renounced the truce"
        if words.is_any(before, &["neither", "none"]) {
            return Some(Subject { tokens: before..end, antecedent: None, how: How::Before });
        }
        if matches!(words.pos(before), Upos::Cconj) {
            return self.shared(number, low, sharing);
        }
        // "X, in a piece titled “Title,” said"
        if words.is_close_quote(before) && before > low && words.is(before - 1, ",") && group.shape == Shape::Finite {
            return self.across_aside(before + 1, low);
        }
        // "The report, ‘Watching the Watchers’ alleges"
        if words.is_close_quote(before)
            && group.shape == Shape::Finite
            && let Some(quoted) = words.quotations.closing_before(before + 1).and_then(|at| words.quotations.get(at))
            && let Some(comma) = quoted.tokens.start.checked_sub(1).filter(|&at| at > low && words.is(at, ","))
            && let Some(phrase) = self.noun_phrase_before(comma, low)
        {
            let phrase = self.extend_left(phrase, low);
            if self.is_clause_start(phrase.start, low) {
                return Some(Subject { tokens: phrase, antecedent: None, how: How::Aside });
            }
        }
        if group.shape == Shape::Finite
            && let Some(phrase) = self.ends_in_marks(end, low)
        {
            return Some(Subject { tokens: phrase, antecedent: None, how: How::Before });
        }
        if group.shape == Shape::Finite
            && let Some(phrase) = self.head_of_relative(end, low)
        {
            return Some(Subject { tokens: phrase, antecedent: None, how: How::Before });
        }
        if let Some(nearest) = self.noun_phrase_before(end, low) {
            let phrase = self.extend_left(nearest.clone(), low);
            if group.shape == Shape::Finite
                && let Some(whole) = self.busy_with(number, &phrase, low)
            {
                return Some(Subject { tokens: whole.start..end, antecedent: None, how: How::Before });
            }
            // "as | closing the port was considered a crime": what is done.
            let gerund = number.checked_sub(1).and_then(|at| self.groups.get(at)).filter(|gerund| {
                group.shape == Shape::Finite
                    && (group.passive || group.copula)
                    && gerund.shape == Shape::Ing
                    && gerund.tokens.len() == 1
                    && gerund.tokens.end == phrase.start
                    && gerund.tokens.start > low
                    && self.is_clause_start(gerund.tokens.start, low)
            });
            if let Some(gerund) = gerund {
                return Some(Subject { tokens: gerund.tokens.start..end, antecedent: None, how: How::Before });
            }
            // "a statement by party leaders | calling for": the people, and not what they are behind of.
            let nearer = group.shape == Shape::Ing
                && nearest.start > phrase.start
                && self.holder_kind(&phrase).is_none()
                && self.bears_gerund(&nearest, low);
            // "a letter to the chair of the board | asking for": the letter.
            let nearer = nearer && !self.is_letter_to(&phrase, &nearest);
            let phrase = if nearer { nearest } else { phrase };
            // "with the envoy for the coast | telling them", "despite the head of the bank | calling it a risk"
            if group.shape == Shape::Ing
                && let Some(long) = self.long_circumstance(phrase.start, end, low)
            {
                return Some(Subject { tokens: long, antecedent: None, how: How::Before });
            }
            // "with Averland and its allies | hoping to leave"
            let joined = phrase.start.checked_sub(1).filter(|&and| and > low && words.is(and, "and"));
            let both = joined
                .filter(|_| group.shape == Shape::Ing)
                .and_then(|and| self.noun_phrase_before(and, low))
                .filter(|left| left.start > low && words.is_any(left.start - 1, &["with", "despite"]));
            let phrase = both.map_or(phrase.clone(), |left| left.start..phrase.end);
            // "…, this time claiming that"
            if group.shape == Shape::Ing
                && (words.is_any(phrase.end - 1, &["time"]) || words.is_time(phrase.start))
                && let Some(shared) = self.shared(number, low, sharing)
            {
                return Some(shared);
            }
            // "pointed out that | other states have pledged": no determiner of a plural.
            if phrase.len() > 1
                && words.is(phrase.start, "that")
                && words.pos(phrase.end - 1) == Upos::Noun
                && words.word(phrase.end - 1).ends_with('s')
            {
                return Some(Subject { tokens: phrase.start + 1..end, antecedent: None, how: How::Before });
            }
            // "the more serious among them | point out"
            if phrase.len() == 1
                && words.is_any(phrase.start, &["them", "us"])
                && let Some(among) = phrase.start.checked_sub(1).filter(|&at| at > low && words.is(at, "among"))
            {
                let head = (low..among).rev().find(|&at| !matches!(words.pos(at), Upos::Adj | Upos::Adv));
                let start = head.filter(|&at| words.pos(at) == Upos::Det).unwrap_or(among);
                return Some(Subject { tokens: start..end, antecedent: None, how: How::Before });
            }
            // "…, with authorities | stating that"
            if group.shape == Shape::Ing
                && let Some(with) = self.with_before(phrase.start, low)
            {
                return Some(Subject { tokens: with..end, antecedent: None, how: How::Before });
            }
            // "recalled Okello | saying that"
            let quoted = group.shape == Shape::Ing
                && phrase.start.checked_sub(1).filter(|&left| left >= low).is_some_and(|left| {
                    words.is_any(
                        left,
                        &[
                            "recalled",
                            "recalls",
                            "quoted",
                            "quotes",
                            "quoting",
                            "cited",
                            "cites",
                            "cite",
                            "citing",
                            "heard",
                            "remembers",
                        ],
                    )
                });
            // "left Kest saying that": the noun is the object of an earlier verb.
            if group.shape == Shape::Ing
                && !quoted
                && let Some(left) = phrase.start.checked_sub(1).filter(|&left| left >= low)
                && (self.groups.at(left).is_some() || words.pos(left) == Upos::Adp)
                && !(words.pos(left) == Upos::Adp && self.bears_gerund(&phrase, low))
                && !matches!(self.holder_kind(&phrase), Some(crate::lexicon::HolderKind::Document))
                && let Some(shared) = self.shared(number, low, sharing)
            {
                return Some(shared);
            }
            return Some(Subject { tokens: phrase, antecedent: None, how: How::Before });
        }
        // "those surveyed | say", "voters polled | said"
        if group.shape == Shape::Finite
            && words.pos(before) == Upos::Verb
            && matches!(words.form(before), VerbForm::PastParticiple | VerbForm::Past)
            && self
                .groups
                .at(before)
                .and_then(|at| self.groups.get(at))
                .is_some_and(|reduced| reduced.tokens.len() == 1)
            && let Some(phrase) = self.noun_phrase_before(before, low)
        {
            let phrase = self.extend_left(phrase, low);
            if self.is_clause_start(phrase.start, low) {
                return Some(Subject { tokens: phrase.start..end, antecedent: None, how: How::Before });
            }
        }
        match group.shape {
            Shape::Ing => self.shared(number, low, sharing),
            _ => None,
        }
    }

    fn relative(&self, pronoun: usize, low: usize) -> Option<Subject> {
        let words = &self.words;
        let mut end = pronoun;
        // "many of whom", "some of which"
        let all = end > low + 2 && words.is(end - 1, "of") && words.is_any(end - 2, &["both", "all", "each"]);
        if end > low + 1 && words.is(end - 1, "of") {
            end = end.saturating_sub(2);
        }
        if end > low && (words.is(end - 1, ",") || words.is_dash(end - 1)) {
            end -= 1;
        }
        // "a study, ‘Skills at Sea’, | which", "a strategy for data in 2030, | which": not the title, nor the year.
        if let Some(quoted) = words.quotations.closing_before(end).and_then(|at| words.quotations.get(at))
            && quoted.tokens.start > low
            && words.is(quoted.tokens.start - 1, ",")
        {
            end = quoted.tokens.start - 1;
        }
        if end > low + 2 && words.is_time(end - 1) && words.is_any(end - 2, &["in", "on"]) && words.is(end, ",") {
            end -= 2;
        }
        let antecedent = self.noun_phrase_before(end, low).map(|phrase| {
            // "Averland and Kestria, both of which"
            if all {
                return self.extend_left(phrase, low);
            }
            let extended = self.extend_left_by_of_only(phrase.clone(), low);
            // "the head of the commission, who": the person; "members of the party that": the nearer one; "a cabinet in Kest
            // which": the cabinet.
            let within = phrase.start.checked_sub(1).is_some_and(|before| words.is(before, "in"))
                && words.is(pronoun, "which")
                && self.is_named(&phrase);
            if words.is(pronoun, "who") || within { extended } else { phrase }
        });
        Some(Subject { tokens: pronoun..pronoun + 1, antecedent, how: How::Relative })
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

    /// "a survey of firms making boards | found", "a lawyer then working on such deals | said": the phrase in front of a gerund whose
    /// object stands before the verb.
    fn busy_with(&self, number: usize, object: &Range<usize>, low: usize) -> Option<Range<usize>> {
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
        if !holds && (self.is_cue_group(gerund) || through || adverb) {
            return None;
        }
        let first = phrase.start == low || self.is_clause_start(phrase.start, low);
        // "It is late, as | officers attending a workshop have said": the clause begins with the conjunction.
        let opened = phrase.start > low && words.is_any(phrase.start - 1, &["as", "because", "although", "though"]);
        let opening = if opened { phrase.start } else { low.max(phrase.start.saturating_sub(LONGEST_OPENING)) };
        (first && !self.has_finite(&(opening..phrase.end)) && !words.is_time(phrase.start)).then_some(phrase)
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

    /// The subject of the gerund in front, where both hang on a "with" of their own.
    fn follows_with(&self, number: usize, low: usize) -> Option<Subject> {
        let first = self.groups.get(number.checked_sub(1)?)?;
        if first.shape != Shape::Ing || first.tokens.start <= low + 1 {
            return None;
        }
        let low = low.max(first.tokens.start.saturating_sub(LONGEST_WITH));
        let with = (low..first.tokens.start).rev().find(|&at| self.words.is(at, "with"))?;
        let start = self.with_before(with + 1, low)?;
        let alone = !(start..first.tokens.start).any(|at| self.groups.at(at).is_some());
        let end = self.long_phrase_end(start, first.tokens.start)?;
        alone.then_some(Subject { tokens: start..end, antecedent: None, how: How::Shared })
    }

    /// The phrase behind a "with" or "despite" that `start` hangs on and that ends at `end`.
    fn long_circumstance(&self, start: usize, end: usize, low: usize) -> Option<Range<usize>> {
        let words = &self.words;
        let hangs = start > low + 2 && words.is_any(start - 1, &["of", "for", "in", "at", "from"]);
        let with = (low.max(start.saturating_sub(LONGEST_WITH))..start)
            .rev()
            .take_while(|&at| words.pos(at) != Upos::Punct && self.groups.at(at).is_none())
            .find(|&at| words.is_any(at, &["with", "despite"]))?;
        let opens = words.is(with, "despite") || with == low || words.is_any(with - 1, &[",", "(", ";"]);
        let phrase = with + 1..end;
        (hangs && opens && with + 1 < start - 1 && self.holder_kind(&phrase).is_some()).then_some(phrase)
    }

    /// ", with Averland, Lomar and Kest | saying", "despite Okello, the chair, | saying": a list, or a phrase with an aside,
    /// that fills all from the preposition to `end`.
    fn people_behind_with(&self, end: usize, low: usize) -> Option<Subject> {
        let words = &self.words;
        let from = low.max(end.saturating_sub(LONGEST_WITH));
        let with = (from..end).rev().find(|&at| words.is_any(at, &["with", "despite", "amid"]))?;
        let opens = !words.is(with, "with") || with > low && (words.is(with - 1, ",") || words.is_dash(with - 1));
        if !opens || self.groups.within(with..end).next().is_some() {
            return None;
        }
        let start = with + 1;
        let first = self.noun_phrase_end(start, end)?;
        let mut long = self.long_phrase_end(start, end).unwrap_or(first);
        // "despite hardliners in Kest | saying"
        if long < end && words.pos(long) == Upos::Adp {
            long = self.long_phrase_end(long + 1, end).unwrap_or(long);
        }
        let listed = self.people_end(first, end) == Some(end);
        let aside = words.is_any(first, &[","])
            && words.is(end - 1, ",")
            && self.noun_phrase_end(first + 1, end).is_some_and(|noun| noun > first + 1)
            && !(first..end).any(|at| words.is(at, "and"));
        let tokens = if listed || long == end { start..end } else { start..first };
        let whole = listed || long == end || aside;
        (whole && (self.holder_kind(&tokens).is_some() || self.is_named(&tokens))).then_some(Subject {
            tokens,
            antecedent: None,
            how: How::Before,
        })
    }

    /// Where the phrase begins that holds token `start` and stands behind a "with" of its own: ", with many in the party saying".
    fn with_before(&self, start: usize, low: usize) -> Option<usize> {
        let words = &self.words;
        let with = start.checked_sub(1).filter(|&with| with >= low && words.is(with, "with"))?;
        let opens = with == low || words.is_any(with - 1, &[",", "(", ";"]) || words.is_dash(with - 1);
        let end = self.noun_phrase_end(start, words.len());
        let holds = end.is_some_and(|end| self.holder_kind(&(start..end)).is_some());
        // "makes no apologies with its leader Okello calling it", not "held talks with Okello saying"
        let named = end.is_some_and(|end| self.is_named(&(start..end)))
            && with > low
            && words.pos(with - 1) == Upos::Noun
            && !words.is_any(with - 1, MEETINGS);
        ((opens || named) && holds).then_some(start)
    }

    /// Whether one phrase is a paper to whom another names.
    fn is_letter_to(&self, paper: &Range<usize>, nearest: &Range<usize>) -> bool {
        let head = self.head_of(paper);
        self.is_paper(head) && self.words.is(head + 1, "to") && head + 1 < nearest.start
    }

    fn extend_left_by_of_only(&self, phrase: Range<usize>, low: usize) -> Range<usize> {
        let mut start = phrase.start;
        for _ in 0..3 {
            let Some(before) = start.checked_sub(1).filter(|&before| {
                before >= low && self.words.is_any(before, &["of", "for", "from", "at", "in", "with"])
            }) else {
                break;
            };
            let Some(next) = self.noun_phrase_before(before, low) else { break };
            // "Ada Brun of the Chamber of Ports, | who"
            let person = || {
                let named = self.actors.head_mention(self.words.bytes(&next));
                let named = named.and_then(|mention| self.actors.actors.get(mention.actor));
                named.is_some_and(|actor| actor.kind == ActorKind::Person)
            };
            let holder = self.words.listed(next.end - 1).holder.is_some() || person();
            if self.words.pos(before) != Upos::Adp || !holder {
                break;
            }
            start = next.start;
        }
        start..phrase.end
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

    /// The phrase behind a verb as its subject: "said Tomasz Okello, the president".
    pub(crate) fn inverted_subject(&self, group: &Group, high: usize) -> Option<Subject> {
        let words = &self.words;
        let start = group.tokens.end;
        let possessive = words.is_any(start, &["her", "his"]) && matches!(words.pos(start + 1), Upos::Noun | Upos::Adj);
        if words.is_personal_pronoun(start) && !possessive && !words.is_any(start, &["he", "she", "they", "i", "we"]) {
            return None;
        }
        let mut end = self.long_phrase_end(start, high)?;
        // "said a spokesman for the ministry in Kest"
        for _ in 0..4 {
            if end < high
                && words.pos(end) == Upos::Adp
                && words.is_any(end, &["for", "from", "of", "at", "with", "in", "to"])
                && !self.tells_when_or_where(end, high)
            {
                match self.long_phrase_end(end + 1, high) {
                    Some(next) => end = next,
                    None => break,
                }
            } else {
                break;
            }
        }
        Some(Subject { tokens: start..end, antecedent: None, how: How::Inverted })
    }
}
