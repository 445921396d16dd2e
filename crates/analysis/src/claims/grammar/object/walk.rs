//! The way along an object, token by token, to where it ends.

use super::LONGEST_ASIDE;
use crate::claims::grammar::clause::Around;
use crate::claims::grammar::content_walk::{LONGEST_DASHED, Step};
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::scene::Scene;
use crate::tagger::{Upos, VerbForm};

/// Nouns besides those of the lexicon that a clause says what they are.
const FACTS: &[&str] = &["fact", "reality", "truth", "likelihood", "risk", "danger", "chance", "principle"];

/// What a participle behind an object without a comma tells of whoever holds it: "oppose the deal | fearing".
pub(super) const FEELINGS: &[&str] = &[
    "fearing",
    "hoping",
    "believing",
    "thinking",
    "arguing",
    "claiming",
    "insisting",
    "saying",
    "citing",
    "expecting",
    "warning",
    "noting",
    "alleging",
    "worrying",
    "complaining",
];

/// Verbs with which somebody would have something done.
const WANTING: &[&str] =
    &["want", "wants", "wanted", "like", "prefer", "prefers", "preferred", "wish", "wishes", "wished"];

/// What has been passed of an object.
pub(super) struct Walk<'a> {
    scene: &'a Scene<'a>,
    start: usize,
    around: Around,
    high: usize,
    /// Whether a relative clause has opened whose verb has not come.
    relative: bool,
    /// Whether a time of the object was passed.
    own_time: bool,
    /// The verb of the last relative clause.
    inner: Option<usize>,
    /// "what he says | is a lie": where the clause within what is said begins.
    said: Option<usize>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(scene: &'a Scene<'a>, start: usize, around: Around, high: usize) -> Self {
        Self { scene, start, around, high, relative: false, own_time: false, inner: None, said: None }
    }

    /// The next step from token `index`.
    pub(super) fn step(&mut self, index: usize) -> Step {
        let behind = index > self.start;
        let step = if behind { self.author_adds(index) } else { None };
        step.or_else(|| self.enclosed(index))
            .or_else(|| self.sources(index).filter(|_| behind))
            .or_else(|| self.verb(index))
            .or_else(|| self.aside_in_verb(index).filter(|_| behind))
            .unwrap_or_else(|| self.words_on(index))
    }

    /// "its influence in the body (Averland was then a member) …": a clause of the author's, or where he has it from.
    fn author_adds(&self, index: usize) -> Option<Step> {
        let scene = self.scene;
        let close = || (index + 1..self.high).find(|&at| scene.words.is(at, ")"));
        let ends = |close: usize| {
            // "a survey (they name the bank), and free access": the list goes on behind the bracket.
            let list = scene.words.is(close + 1, ",") && scene.list_goes_on(close + 1, self.high);
            scene.clause_at(index + 1, close).is_some() && !list
        };
        let bracket = scene.words.is(index, "(") && close().is_some_and(ends);
        (bracket || scene.is_citation(index, self.high)).then_some(Step::End(index))
    }

    /// Past what stands in brackets or marks.
    fn enclosed(&self, index: usize) -> Option<Step> {
        let (scene, words) = (self.scene, &self.scene.words);
        let end = scene.past_enclosed(index, self.start, self.high)?;
        let marks = words.is_close_quote(end.saturating_sub(1));
        let comma = words.is(end.saturating_sub(2), ",");
        // "favours “talks” | the premier is ready": the next clause.
        let clause = marks
            && !comma
            && matches!(words.pos(end), Upos::Det | Upos::Propn | Upos::Pron)
            && scene.clause_at(end, self.high).is_some();
        // "at odds with “fair treatment,” | the rule that all get the same": what the words in marks are.
        let explained = marks && comma && words.is_any(end, &["the", "a", "an"]);
        Some(if clause || explained { Step::End(end) } else { Step::To(end) })
    }

    /// ", given its fleet", ", citing costs": why and from whom.
    fn sources(&self, index: usize) -> Option<Step> {
        let ends = self.scene.words.is_any(index, &["given", "following", "according", "citing", "owing"]);
        ends.then_some(Step::End(index))
    }

    /// Past a verb within the object, or its end before the main verb.
    fn verb(&mut self, index: usize) -> Option<Step> {
        let (scene, words) = (self.scene, &self.scene.words);
        let number = scene.groups.at(index)?;
        let group = scene.groups.get(number)?;
        let behind = index > self.start;
        let finite = group.shape == Shape::Finite;
        let main = finite && !self.relative && behind && self.said != Some(index);
        if main && !scene.is_reduced_relative(group, self.around) && !self.is_wanted_done(group, index) {
            return Some(Step::End(index));
        }
        let free = words.is_any(self.start, &["what", "whatever"]);
        if free && self.relative && finite && words.listed(group.head).verb {
            self.said = Some(group.tokens.end);
        }
        let felt = group.shape == Shape::Ing
            && behind
            && FEELINGS.contains(&words.word(group.head))
            && words.pos(index - 1) == Upos::Noun
            && words.listed(index - 1).holder.is_none();
        if felt {
            return Some(Step::End(index));
        }
        if finite {
            if self.relative {
                self.inner = Some(number);
            }
            self.relative = false;
        }
        Some(Step::To(group.tokens.end.max(index + 1)))
    }

    /// "want the money | kept for the pier": what is to be done with the object.
    fn is_wanted_done(&self, group: &Group, index: usize) -> bool {
        let words = &self.scene.words;
        let wants = self.around.head.is_some_and(|head| words.is_any(head, WANTING));
        wants
            && group.past
            && group.tokens.len() == 1
            && !self.around.relative
            && matches!(words.pos(index - 1), Upos::Noun | Upos::Propn)
            && (matches!(words.pos(index + 1), Upos::Adp | Upos::Adv | Upos::Punct) || index + 1 >= self.high)
    }

    /// "a treaty that would, in theory, carry weight": past an aside within the verb.
    fn aside_in_verb(&self, index: usize) -> Option<Step> {
        let words = &self.scene.words;
        if !words.is(index, ",") || words.pos(index.checked_sub(1)?) != Upos::Aux {
            return None;
        }
        let close = (index + 2..self.high.min(index + LONGEST_ASIDE)).find(|&at| words.is(at, ","))?;
        Some(Step::To(close + 1))
    }

    /// Along words that are neither enclosed nor verbs.
    fn words_on(&mut self, index: usize) -> Step {
        let (scene, words, around, high) = (self.scene, &self.scene.words, self.around, self.high);
        let behind = index > self.start;
        let timed = scene.tells_when_or_where(index, high) || words.is_time(index);
        let within = self.is_time_within(index, timed)
            || behind && scene.belongs_within(index, timed, self.inner.is_some() && !self.relative);
        if behind {
            // "praises the changes in the port since the premier came in"
            if scene.is_time_of_object(index, around) {
                self.own_time = true;
                self.relative |= scene.clause_at(index + 1, high).is_some();
                return Step::To(index + 1);
            }
            if scene.time_of_figure(index, self.start, around, high) {
                return Step::To(index + 1);
            }
            if let Some(from) = scene.earlier_figure(index).filter(|_| scene.figure_goes_on(index)) {
                return Step::To(from);
            }
            if let Some(end) = scene.figure_beside(index, self.start, around, high) {
                return Step::End(end);
            }
            if scene.is_told_beside(index, around) {
                return Step::End(index);
            }
            if let Some(next) = self.joined(index).or_else(|| self.relative_behind_time(index)) {
                return Step::To(next);
            }
        }
        // "a world in which wealth and strength give it power": the relative clause has no verb yet.
        let unfinished =
            self.relative && words.is_any(index, &["and", "or"]) && scene.verb_is_to_come(index, self.start, high);
        if behind && scene.asks(around) && scene.is_condition(index, high) {
            return Step::End(scene.content_end(index + 1, around, high));
        }
        // "favours them | provided that they can be lifted"
        if behind && let Some(terms) = scene.terms_open(index, high) {
            return Step::End(scene.content_end(terms, around, high));
        }
        // "fear the reverse, | that a public talk could scare investors": what it is.
        if behind
            && words.is(index, ",")
            && words.pos(index - 1) == Upos::Noun
            && words.is(index + 1, "that")
            && words.pos(index + 1) == Upos::Sconj
            && scene.clause_at(index + 2, high).is_some()
        {
            return Step::End(scene.content_end(index + 2, around, high));
        }
        if behind && !within && !unfinished && scene.object_stops(index, around, high) {
            let specified = words.is_dash(index) && scene.dash_specifies(index, high);
            let announced = || scene.end_behind_colon(index, self.start, around, high);
            // "61 incidents between | March and June": what would be left of the phrase is none.
            let hung = index > self.start + 1 && words.pos(index - 1) == Upos::Adp && words.is_time(index);
            let end = index - usize::from(hung);
            return Step::End(if specified { high } else { announced().unwrap_or(end) });
        }
        if behind && !self.relative && self.noun_tells_clause(index) {
            return Step::End(scene.content_end(index, around, high));
        }
        self.relative |= self.opens_relative(index);
        Step::To(index + 1)
    }

    /// Whether a time at `index` is that of a clause or a noun within the object.
    fn is_time_within(&self, index: usize, timed: bool) -> bool {
        timed
            && (
                // "dismissed claims that a victory in June would …": the time is that of the clause within.
                self.relative && self.scene.group_from_any(index, self.high)
                // "praise of their efforts in 2031 | to end it": the noun goes on behind the time.
                || index > self.start && self.scene.infinitive_behind_time(index, self.high)
                // "as a step toward peace after the emergency ended | last July"
                || self.own_time
            )
    }

    /// "an air strike in March | that killed two": where the relative clause begins of what stands before the time.
    fn relative_behind_time(&self, index: usize) -> Option<usize> {
        let (scene, words) = (self.scene, &self.scene.words);
        if words.pos(index - 1) != Upos::Noun || words.pos(index) != Upos::Adp {
            return None;
        }
        let end = scene.noun_phrase_end(index + 1, self.high)?;
        let verb = scene.groups.holding(end + 1);
        let relative = words.is_time(end - 1)
            && words.is_any(end, &["that", "which"])
            && verb.is_some_and(|group| group.shape == Shape::Finite && group.tokens.start == end + 1);
        relative.then_some(end)
    }

    /// Where the object goes on behind a conjunction, a comma or a dash at `index` that joins words of its own.
    fn joined(&self, index: usize) -> Option<usize> {
        let (scene, words, around, high) = (self.scene, &self.scene.words, self.around, self.high);
        let conjunction = words.is_any(index, &["and", "or"]);
        // "a policy that cuts the toll, | raises the levy", "efforts to deepen the pact and | check its rivals"
        if (conjunction || words.is(index, ","))
            && let Some(end) = scene.verb_within_goes_on(self.start..index, self.inner, around, high)
        {
            return Some(end);
        }
        // "“grave results” and “firm steps”"
        if conjunction && words.is_close_quote(index - 1) && words.is_open_quote(index + 1) {
            return Some(index + 1);
        }
        // "cheap power and expanded trade", "conciliation and compromise"
        let noun = conjunction && scene.groups.at(index + 1).is_some() && scene.is_joined_noun(index, around, high);
        if noun || conjunction && scene.joins_infinitives(index) {
            return Some(index + 2);
        }
        if let Some(next) = self.same_preposition(index).or_else(|| self.aside_before_relative(index)) {
            return Some(next);
        }
        let listed = scene
            .member_behind_aside(index, high)
            .or_else(|| scene.deed_goes_on(index, self.start))
            .or_else(|| scene.told_of_member(index, self.start..high));
        if listed.is_some() {
            return listed;
        }
        if words.is(index, ",")
            && let Some(than) = scene.comparison_goes_on(index, self.start.saturating_sub(2), high)
        {
            return Some(than);
        }
        if let Some(next) = self.but_not_again(index) {
            return Some(next);
        }
        if scene.pair_goes_on(index, self.start) {
            return Some(index + 1 + usize::from(words.is(index, ",")));
        }
        if words.is_dash(index) { scene.dash_aside_end(index, high) } else { None }
    }

    /// "point to the rules, | to the captains and | to the lack of a complaint": the preposition in front of the object again.
    fn same_preposition(&self, index: usize) -> Option<usize> {
        let words = &self.scene.words;
        let first = self.start.checked_sub(1).filter(|&first| words.pos(first) == Upos::Adp)?;
        let comma = words.is(index, ",");
        let next = index + 1 + usize::from(comma && words.is_any(index + 1, &["and", "or"]));
        // "on the mines and, in May, | on the roads"
        let close = (next + 2..self.high.min(next + LONGEST_ASIDE + 2)).find(|&at| words.is(at, ","));
        let next = close.filter(|_| words.is(next, ",")).map_or(next, |close| close + 1);
        let joined = comma || words.is_any(index, &["and", "or"]);
        let again = joined && words.is(next, words.word(first)) && words.pos(next) == Upos::Adp;
        if again { self.scene.noun_phrase_end(next + 1, self.high) } else { None }
    }

    /// "votes on budgets and trade | but not on security": the preposition of what stands in front.
    fn but_not_again(&self, index: usize) -> Option<usize> {
        let words = &self.scene.words;
        let again = index + 2;
        let contrast = words.is(index, "but") && words.is(index + 1, "not") && words.pos(again) == Upos::Adp;
        let first =
            contrast && (self.start..index).any(|at| words.pos(at) == Upos::Adp && words.is(at, words.word(again)));
        if first { self.scene.noun_phrase_end(again + 1, self.high) } else { None }
    }

    /// "a schedule of fees, printed and laminated, | that is handed to boat owners": a relative clause behind an aside.
    fn aside_before_relative(&self, index: usize) -> Option<usize> {
        let (scene, words) = (self.scene, &self.scene.words);
        // "an arrangement, unknown to either ministry, in which they trade warnings"
        let unknown = words.pos(index + 1) == Upos::Adj && words.pos(index + 2) == Upos::Adp;
        // "a short deal, of ten years, that can be revised"
        let measured = words.is(index + 1, "of") && words.pos(index + 2) == Upos::Num;
        let described = words.is(index, ",")
            && (matches!(words.form(index + 1), VerbForm::PastParticiple | VerbForm::Past) || unknown || measured);
        let near = index + 2..self.high.min(index + LONGEST_ASIDE);
        let close = near.clone().find(|&at| words.is(at, ",")).filter(|_| described)?;
        let verb = scene.groups.holding(close + 2);
        let hung = words.is_any(close + 1, &["in", "under", "by"]) && words.is(close + 2, "which");
        let relative = words.is(close + 1, "that") && verb.is_some_and(|group| group.shape == Shape::Finite) || hung;
        let plain = scene.groups.within(index..close).all(|(_, group)| group.tokens.len() == 1);
        (relative && plain).then_some(close + 1)
    }

    /// "a warning that if they react, it will get worse", "the idea that all should pay, by stages": the clause of a noun.
    fn noun_tells_clause(&self, index: usize) -> bool {
        let (scene, words) = (self.scene, &self.scene.words);
        words.is(index, "that")
            && words.pos(index - 1) == Upos::Noun
            && (words.listed(index - 1).noun || words.is_any(index - 1, FACTS))
            && (words.is_any(index + 1, &["if", "when", "while", "although", "unless", "because", "since", ","])
                || words.pos(index) == Upos::Sconj && scene.clause_at(index + 1, self.high).is_some())
    }

    /// Whether a relative clause opens at `index`, with its pronoun or without.
    fn opens_relative(&self, index: usize) -> bool {
        let (scene, words) = (self.scene, &self.scene.words);
        let pronoun = matches!(
            words.word(index),
            "who" | "which" | "that" | "whom" | "whose" | "where" | "what" | "how" | "why" | "whether" | "whatever"
        );
        if pronoun || index == self.start {
            return pronoun;
        }
        // "the efforts | the UK has made": a relative clause without its pronoun.
        let bare = || {
            let end = scene.noun_phrase_end(index, self.high)?;
            let group = scene.groups.holding(end)?;
            Some(group.shape == Shape::Finite && group.tokens.start == end && !group.copula)
        };
        // "the towns | Kestria likes to name"
        let named = || {
            words.pos(index) == Upos::Propn
                && words.word(index - 1).ends_with('s')
                && scene.noun_phrase_before(index, self.start).is_some_and(|noun| words.pos(noun.start) == Upos::Det)
        };
        words.is_any(index, &["he", "she", "they", "it", "we", "i", "you"])
            || (words.pos(index) == Upos::Det || words.is_possessive_pronoun(index) || named())
                && words.pos(index - 1) == Upos::Noun
                && bare().unwrap_or(false)
    }
}

impl Scene<'_> {
    /// Whether a relative clause that has opened right in front of what `conjunction` joins still waits for its verb.
    fn verb_is_to_come(&self, conjunction: usize, start: usize, high: usize) -> bool {
        let words = &self.words;
        let opened = (start..conjunction).rev().take(LONGEST_ASIDE).find(|&at| {
            let pointing = words.is(at, "that") && words.pos(at + 1) == Upos::Noun;
            words.is_relative(at) && words.pos(at) != Upos::Det && !pointing
        });
        opened.is_some_and(|opened| {
            self.groups.within(opened..conjunction).next().is_none() && self.has_finite(&(conjunction..high))
        })
    }

    /// "existing forums – meetings with partners – | as the space": behind an aside between dashes that the object goes on after.
    fn dash_aside_end(&self, dash: usize, high: usize) -> Option<usize> {
        let words = &self.words;
        let close = (dash + 2..high.min(dash + LONGEST_DASHED))
            .find(|&at| words.is_dash(at) || words.is_any(at, &[";", ":"]))?;
        let goes_on = words.is_any(close + 1, &["as", "that", "to", "of", "for", "from", "with", "in", "into", "by"]);
        (words.is_dash(close) && goes_on).then_some(close + 1)
    }

    /// Whether a finite verb stands behind the phrase at `index`, before any mark.
    fn group_from_any(&self, index: usize, high: usize) -> bool {
        let words = &self.words;
        let end = (index..high).find(|&at| words.is_any(at, &[",", ";", ":"])).unwrap_or(high);
        self.groups.within(index..end).any(|(_, group)| group.shape == Shape::Finite)
    }

    /// "demanded talks before any ship is supplied": before what will be, not before what was.
    fn is_condition(&self, index: usize, high: usize) -> bool {
        let group = self.clause_at(index + 1, high).and_then(|at| self.groups.get(at));
        self.words.is_any(index, &["before", "until", "unless", "once"]) && group.is_some_and(|group| !group.past)
    }
}
