//! Where an object ends, with all that hangs on it.

use rapporteur_core::ClaimForm;

use super::clause::Around;
use super::groups::Shape;
use crate::claims::scene::Scene;
use crate::lexicon::Frame;
use crate::tagger::{Upos, VerbForm};

/// Tokens of an aside within a verb.
const LONGEST_ASIDE: usize = 8;

const TIMES_BEFORE: &[&str] = &["last", "this", "next", "earlier", "late", "early", "every"];

/// What has words of its own that may follow behind a colon.
const SAYINGS: &[&str] = &[
    "line",
    "phrase",
    "words",
    "motto",
    "slogan",
    "mantra",
    "maxim",
    "dictum",
    "adage",
    "principle",
    "doctrine",
    "rule",
    "proverb",
    "saying",
    "formula",
    "question",
    "warning",
    "message",
    "refrain",
    "promise",
    "pledge",
    "title",
];

/// Other nouns that a clause says what they are.
const FACTS: &[&str] = &["fact", "reality", "truth", "likelihood", "risk", "danger", "chance", "principle"];

/// What a participle behind an object without a comma tells of whoever holds it: "oppose the deal | fearing".
const FEELINGS: &[&str] = &[
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

/// How many tokens in front of a comma a figure is looked for.
const FIGURE: usize = 6;

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
        let close = (dash + 2..high.min(dash + 40)).find(|&at| words.is_dash(at) || words.is_any(at, &[";", ":"]))?;
        let goes_on = words.is_any(close + 1, &["as", "that", "to", "of", "for", "from", "with", "in", "into", "by"]);
        (words.is_dash(close) && goes_on).then_some(close + 1)
    }

    /// One past the last token of a noun phrase with all that hangs on it, which begins at `start`.
    pub(crate) fn object_end(&self, start: usize, around: Around, high: usize) -> usize {
        let words = &self.words;
        // "endorsed it | in principle"
        if words.is_any(start, &["it", "them", "this", "that"])
            && self.noun_phrase_end(start, high) == Some(start + 1)
            && words.pos(start + 1) == Upos::Adp
        {
            return start + 1;
        }
        let mut index = start;
        let mut relative = false;
        // Whether a time of the object was passed.
        let mut own_time = false;
        // The verb of the last relative clause.
        let mut inner = None;
        // "what he says | is a lie": where the clause within what is said begins.
        let mut said = None;
        while index < high {
            // "its influence in the body (Averland was then a member) …": a clause of the author's.
            if index > start
                && words.is(index, "(")
                && let Some(close) = (index + 1..high).find(|&at| words.is(at, ")"))
                && self.clause_at(index + 1, close).is_some()
            {
                return index;
            }
            if index > start && self.is_citation(index, high) {
                return index;
            }
            if let Some(end) = self.past_enclosed(index, start, high) {
                index = end;
                // "favours “talks” | the premier is ready": the next clause.
                let clause = words.is_close_quote(end.saturating_sub(1))
                    && matches!(words.pos(end), Upos::Det | Upos::Propn | Upos::Pron)
                    && !words.is(end.saturating_sub(2), ",")
                    && self.clause_at(end, high).is_some();
                // "at odds with “fair treatment,” | the rule that all get the same": what the words in marks are.
                let explained = words.is_close_quote(end.saturating_sub(1))
                    && words.is(end.saturating_sub(2), ",")
                    && words.is_any(end, &["the", "a", "an"]);
                if clause || explained {
                    return end;
                }
                continue;
            }
            if index > start && words.is_any(index, &["given", "following", "according", "citing", "owing"]) {
                return index;
            }
            if let Some(group) = self.groups.at(index).and_then(|number| self.groups.get(number)) {
                let main = group.shape == Shape::Finite && !relative && index > start && said != Some(index);
                if main && !self.is_reduced_relative(group, around) {
                    return index;
                }
                let free = words.is_any(start, &["what", "whatever"]);
                if free && relative && group.shape == Shape::Finite && words.listed(group.head).verb {
                    said = Some(group.tokens.end);
                }
                let felt = group.shape == Shape::Ing
                    && index > start
                    && FEELINGS.contains(&words.word(group.head))
                    && words.pos(index - 1) == Upos::Noun
                    && words.listed(index - 1).holder.is_none();
                if felt {
                    return index;
                }
                if group.shape == Shape::Finite {
                    inner = self.groups.at(index).filter(|_| relative).or(inner);
                    relative = false;
                }
                index = group.tokens.end.max(index + 1);
                continue;
            }
            // "a treaty that would, in theory, carry weight": an aside within the verb.
            if index > start
                && words.is(index, ",")
                && words.pos(index - 1) == Upos::Aux
                && let Some(close) = (index + 2..high.min(index + LONGEST_ASIDE)).find(|&at| words.is(at, ","))
            {
                index = close + 1;
                continue;
            }
            // "dismissed claims that a victory in June would …": the time is that of the clause within.
            let timed = self.tells_when_or_where(index, high) || words.is_time(index);
            let within = relative && timed && self.group_from_any(index, high);
            // "praise of their efforts in 2031 | to end it": the noun goes on behind the time.
            let within = within || index > start && timed && self.infinitive_behind_time(index, high);
            // "as a step toward peace after the emergency ended | last July"
            let within = within || own_time && timed;
            let within = within || self.belongs_within(index, timed, inner.is_some() && !relative) && index > start;
            // "praises the changes in the port since the premier came in"
            if index > start && self.is_time_of_object(index, around) {
                own_time = true;
                relative |= self.clause_at(index + 1, high).is_some();
                index += 1;
                continue;
            }
            if index > start && self.is_told_beside(index, around) {
                return index;
            }
            // "a policy that cuts the toll, | raises the levy", "efforts to deepen the pact and | check its rivals"
            if index > start
                && words.is_any(index, &[",", "and", "or"])
                && let Some(end) = self.verb_within_goes_on(start..index, inner, around, high)
            {
                index = end;
                continue;
            }
            // "“grave results” and “firm steps”"
            if index > start
                && words.is_any(index, &["and", "or"])
                && words.is_close_quote(index - 1)
                && words.is_open_quote(index + 1)
            {
                index += 1;
                continue;
            }
            // "cheap power and expanded trade", "conciliation and compromise"
            if index > start
                && words.is_any(index, &["and", "or"])
                && self.groups.at(index + 1).is_some()
                && self.is_joined_noun(index, around, high)
            {
                index += 2;
                continue;
            }
            if index > start && words.is_any(index, &["and", "or"]) && self.joins_infinitives(index) {
                index += 2;
                continue;
            }
            if index > start && self.pair_goes_on(index, start) {
                index += 1 + usize::from(words.is(index, ","));
                continue;
            }
            if index > start
                && words.is_dash(index)
                && let Some(close) = self.dash_aside_end(index, high)
            {
                index = close;
                continue;
            }
            // "a world in which wealth and strength give it power": the relative clause has no verb yet.
            let unfinished =
                relative && words.is_any(index, &["and", "or"]) && self.verb_is_to_come(index, start, high);
            if index > start && self.asks(around) && self.is_condition(index, high) {
                return self.content_end(index + 1, around, high);
            }
            if index > start && !within && !unfinished && self.object_stops(index, around, high) {
                if words.is_dash(index) && self.dash_specifies(index, high) {
                    return high;
                }
                // "proposed a simpler rule: donors should report"
                let announced = words.is(index, ":") && !words.is_personal_pronoun(index - 1);
                // "outlined two aspects of the plan: the belt and the road"
                let rest = index + 1..high;
                if announced
                    && self.groups.within(rest.clone()).all(|(_, group)| {
                        // "two paths: disarming the militia, or waiting for a war"
                        matches!(group.shape, Shape::Ing | Shape::Infinitive | Shape::Participle)
                    })
                    && (self.noun_phrase_end(index + 1, high).is_some() || self.groups.at(index + 1).is_some())
                    && (!rest
                        .clone()
                        .any(|at| words.is_any(at, &[";", ":"]) || words.is_dash(at) || words.is_open_quote(at))
                        // "set some terms: a levy; a ‘common’ fleet; and talks"
                        || rest.clone().any(|at| words.is(at, ";")) && !rest.clone().any(|at| words.is(at, ":")))
                {
                    return high;
                }
                // "the core of the accord: that both belong to one state", "the effort: namely, two acts"
                if announced && words.is_any(index + 1, &["that", "namely"]) {
                    return self.content_end(index + 1, around, high);
                }
                // "repeated her predecessor’s famous line: “…”"
                if announced
                    && (start..index).any(|at| words.is_any(at, SAYINGS))
                    && let Some(quoted) = words.quotations.opening_at(index + 1).and_then(|at| words.quotations.get(at))
                {
                    return quoted.tokens.end;
                }
                let clause = announced && self.clause_at(index + 1, high).is_some();
                if clause {
                    let end = self.content_end(index + 1, around, high);
                    let own_cue =
                        self.groups.within(index..end).any(|(_, group)| self.is_cue_group(group) && !group.modal);
                    let marked = (index..end).any(|at| words.is_open_quote(at));
                    if !own_cue && !marked {
                        return end;
                    }
                }
                return index;
            }
            // "a warning that if they react, it will get worse", "the idea that all should pay, by stages": the clause of a noun.
            let told = index > start
                && words.is(index, "that")
                && words.pos(index - 1) == Upos::Noun
                && (words.listed(index - 1).noun || words.is_any(index - 1, FACTS))
                && !relative
                && (words.is_any(index + 1, &["if", "when", "while", "although", "unless", "because", "since", ","])
                    || words.pos(index) == Upos::Sconj && self.clause_at(index + 1, high).is_some());
            if told {
                return self.content_end(index, around, high);
            }
            // "the efforts | the UK has made": a relative clause without its pronoun.
            let reduced = index > start
                && (words.pos(index) == Upos::Det || words.is_possessive_pronoun(index))
                && words.pos(index - 1) == Upos::Noun
                && self.noun_phrase_end(index, high).is_some_and(|end| {
                    self.groups
                        .at(end)
                        .and_then(|group| self.groups.get(group))
                        .is_some_and(|group| group.shape == Shape::Finite && group.tokens.start == end && !group.copula)
                });
            relative |= reduced;
            let word = words.word(index);
            let opens_relative = matches!(
                word,
                "who" | "which" | "that" | "whom" | "whose" | "where" | "what" | "how" | "why" | "whether" | "whatever"
            ) || (index > start
                && words.is_any(index, &["he", "she", "they", "it", "we", "i", "you"]));
            relative |= opens_relative;
            index += 1;
        }
        high
    }

    /// Whether a finite verb stands behind the phrase at `index`, before any mark.
    fn group_from_any(&self, index: usize, high: usize) -> bool {
        let words = &self.words;
        let end = (index..high).find(|&at| words.is_any(at, &[",", ";", ":"])).unwrap_or(high);
        self.groups.within(index..end).any(|(_, group)| group.shape == Shape::Finite)
    }

    /// Whether the "and" at `index` is that of "between X and Y".
    fn is_between(&self, index: usize) -> bool {
        let words = &self.words;
        (index.saturating_sub(LONGEST_ASIDE)..index)
            .rev()
            .take_while(|&at| !words.is_any(at, &["and", ",", ";"]) && self.groups.at(at).is_none())
            .any(|at| words.is(at, "between"))
    }

    fn is_infinitive_cue(&self, around: Around) -> bool {
        let group = around.head.and_then(|head| self.groups.at(head)).and_then(|group| self.groups.get(group));
        group.is_some_and(|group| group.shape == Shape::Infinitive)
    }

    /// Whether the cue asks for what is to come: then "by June" belongs to what it asks for.
    /// "demanded talks before any ship is supplied": before what will be, not before what was.
    fn is_condition(&self, index: usize, high: usize) -> bool {
        let group = self.clause_at(index + 1, high).and_then(|at| self.groups.get(at));
        self.words.is_any(index, &["before", "until", "unless"]) && group.is_some_and(|group| !group.past)
    }

    /// What tells more of the figure in front of a comma: "most of them in Kest", "the lowest since May".
    fn figure_goes_on(&self, comma: usize) -> bool {
        const EXTREMES: &[&str] = &["lowest", "highest", "smallest", "largest", "most", "fewest"];
        let words = &self.words;
        let near = comma.saturating_sub(FIGURE)..comma;
        let figure = near.into_iter().any(|at| words.pos(at) == Upos::Num);
        let part = words.is_any(comma + 1, &["most", "many", "half", "some", "all"])
            && words.is(comma + 2, "of")
            && words.is_any(comma + 3, &["them", "these", "those"])
            && self.groups.at(comma + 4).is_none();
        let extreme = words.is(comma + 1, "the")
            && words.is_any(comma + 2, EXTREMES)
            && words.is_any(comma + 3, &["since", "in", "on", "for", "figure", "level", "number"]);
        // "put it at 38.6 million, up from 27.9"
        let compared = words.is_any(comma + 1, &["up", "down", "revised"])
            && (words.is(comma + 2, "from") || words.is_any(comma + 2, &["up", "down"]) && words.is(comma + 3, "from"));
        figure && (part || extreme || compared)
    }

    fn asks(&self, around: Around) -> bool {
        around.head.is_some_and(|head| {
            self.lexicon.verbs(self.words.word(head)).any(|(verb, _)| {
                // "expects commissioning in late 2031"
                verb.lemma == "expect"
                    || verb.senses.iter().any(|sense| {
                        matches!(sense.form, ClaimForm::Demand | ClaimForm::Promise | ClaimForm::Intention)
                            && sense.frames.contains(&Frame::Object)
                    })
            })
        })
    }

    fn object_stops(&self, index: usize, around: Around, high: usize) -> bool {
        let words = &self.words;
        let word = words.word(index);
        match word {
            // "In opposing the motion, | Averland and Kestria noted": the main clause.
            "," if around.fronted && around.ing && self.clause_at(index + 1, high).is_some() => true,
            "," if self.is_shown_beside(index) => true,
            // "wants a single market, with goods cleared at the port": how it is to be.
            "," if words.is(index + 1, "with") && self.asks(around) => {
                let end = self.noun_phrase_end(index + 2, high);
                !end.and_then(|end| self.groups.at(end)).and_then(|at| self.groups.get(at)).is_some_and(|group| {
                    let done = group.past && words.pos(group.tokens.end) == Upos::Adp;
                    (group.shape == Shape::Participle || done)
                        && self.holder_kind(&(index + 2..group.tokens.start)).is_none()
                })
            }
            // "the pact, which regulates the river."
            // "a danger area over the sea, of which a part is ours": what the author adds.
            "," if words.pos(index + 1) == Upos::Adp && words.is_any(index + 2, &["which", "whom"]) => {
                !(self.asks(around) && self.terms_follow(index + 1, high))
            }
            // "counted 233 dead, most of them in Kest", "put it at 41 percent, the lowest in ten years"
            "," if self.figure_goes_on(index) => false,
            "," if self.clause_defines(index, high) => false,
            "," => !self.list_goes_on(index, high) && !self.specifies(index, high) && !self.adjectives_go_on(index),
            // "condemns the raids during the last war": when what it is about took place.
            "during" if self.is_told_now(around) => false,
            // "demanded a vote before the summer": what is asked for has its time.
            "before" | "after" | "until" | "unless" | "if"
                if self.asks(around) && self.clause_at(index + 1, high).is_none() =>
            {
                false
            }
            // "a plan for the period after the war"
            "after" | "before"
                if words.is_any(index - 1, &["period", "era", "world", "life", "time", "phase"])
                    && self.clause_at(index + 1, high).is_none() =>
            {
                false
            }
            // "calls for compromise | rather than seeking a fight": what it is that the asking is not.
            "rather" if words.is(index + 1, "than") && words.form(index + 2) == VerbForm::Ing => true,
            ";" | ":" | "?" | "!" => true,
            "when" | "while" | "after" | "before" | "because" | "since" | "if" | "although" | "though" | "until"
            | "unless" | "whereas" | "during" | "amid" | "given" | "despite" | "so" | "according" | "following"
            | "ahead" => true,
            "without" => true,
            // "supported the deal | throughout that year", "welcomed it | owing to its own needs"
            "throughout" => (index + 1..index + 6).any(|at| words.is_time(at)),
            "owing" | "thanks" if words.is(index + 1, "to") => true,
            // "offered them free berths for a year": what is offered.
            "for" if self.asks(around) && self.tells_how_long(index) => false,
            "more" | "less" | "far" | "for" if self.tells_how(index) => true,
            "but" if words.is(index + 1, "not") => true,
            // "criticism of Kestria | but its own response": another thing, unless adjectives are joined.
            "but" if words.is_possessive_pronoun(index + 1) => true,
            // "announced the dismissal | later in the day", "rejected it | shortly after the war began"
            // "called the vote ‘credible’ | four days before the court ruled"
            _ if words.pos(index) == Upos::Num
                && words.is_time(index + 1)
                && words.is_any(index + 2, &["before", "after", "later", "earlier", "ago"]) =>
            {
                true
            }
            "later" | "earlier" if words.is(index + 1, "in") && words.pos(index) == Upos::Adv => true,
            "shortly" | "soon" | "sometime" | "immediately"
                if (index + 1..index + 3).any(|at| words.is_any(at, &["after", "before"])) =>
            {
                true
            }
            // "agreed on it | back in 2030"
            "back" if words.is(index + 1, "in") && words.is_time(index + 2) => true,
            // "rejected the advice | by going on with it": how, unless it is asked for so.
            "by" if words.form(index + 1) == VerbForm::Ing && self.groups.at(index + 1).is_some() => {
                // "justifies the levy | by pointing to a surge": with what.
                let reasoned = around.head.is_some_and(|head| {
                    words.is_any(head, &["justifies", "justified", "justify", "explains", "explained", "explain"])
                });
                !self.asks(around) && !reasoned
            }
            "for" => words.is(index + 1, "the") && words.is(index + 3, "time"),
            // "claimed responsibility | in what it said was revenge"
            "in" if words.is(index + 1, "what")
                && self
                    .groups
                    .within(index + 2..(index + LONGEST_ASIDE).min(high))
                    .any(|(_, group)| self.is_cue_group(group)) =>
            {
                true
            }
            "in" if words.is_any(index + 1, &["view", "light"]) && words.is(index + 2, "of") => true,
            "as" => !words.is_any(index - 1, &["well", "such"]) && self.clause_at(index + 1, high).is_some(),
            // "to call it a ruin | and to suggest that"
            "and" | "or" if words.is(index + 1, "to") && self.is_infinitive_cue(around) => {
                self.groups.at(index + 1).is_some()
            }
            // "spoke about the size of the fleet and how hard it is to pay"
            "and" | "or"
                if words.is_any(index + 1, &["how", "why", "whether"]) && words.pos(index - 1) != Upos::Punct =>
            {
                false
            }
            // "the meeting between Okello | and the premier"
            "and" if self.is_between(index) => false,
            // "Okello’s embrace of defence-first and nuclear policy | comes": the noun has no verb yet.
            "and" | "or" if around.hanging && self.groups.at(index + 1).is_none() && !self.opens_beside(index) => false,
            "and" | "or" if self.is_joined_noun(index, around, high) => false,
            "and" | "but" | "or" => {
                // "its proposals on the port and | accept the better one"
                let bare = |group: &super::groups::Group| {
                    group.shape == Shape::Bare
                        && matches!(words.pos(group.tokens.end), Upos::Det | Upos::Pron)
                        && !self.is_infinitive_cue(around)
                };
                self.conjunction_ends(index, around, high)
                    || self
                        .group_from(index + 1, high)
                        .is_some_and(|(_, group)| group.shape == Shape::Finite || bare(group))
                    || self
                        .clause_at(index + 1, high)
                        .and_then(|group| self.groups.get(group))
                        .is_some_and(|group| group.shape == Shape::Finite)
            }
            // "demanded a vote by June": when it is to be.
            "in" | "by" | "this" | "next" if self.asks(around) && self.tells_future(index) => false,
            // "fourteen cases in 2031 in which": of the cases.
            "in" if words.is_time(index + 1) && words.pos(index + 2) == Upos::Adp && words.is(index + 3, "which") => {
                false
            }
            "in" | "on" | "at" | "by" | "via" | "through" | "from" | "with" | "to" | "within"
                if words.pos(index) == Upos::Adp =>
            {
                self.tells_when_or_where(index, high)
            }
            _ if words.is_dash(index) => true,
            // "polls | this year", not "between this December and June"
            _ if TIMES_BEFORE.contains(&word) => {
                // "about the | last decade"
                let determined = words.is(index - 1, "the") && words.pos(index.saturating_sub(2)) == Upos::Adp;
                words.is_time(index + 1) && words.pos(index - 1) != Upos::Adp && !determined
            }
            _ => {
                let due = words.pos(index - 1) == Upos::Adp && self.asks(around) && self.tells_future(index - 1);
                // "the results of the country's October vote"
                let named = words.is_possessive_mark(index - 1)
                    || words.is_possessive_mark(index + 1)
                    // "the | December deadline"
                    || words.pos(index + 1) == Upos::Noun
                        && !words.is_time(index + 1)
                        && (words.pos(index - 1) == Upos::Det || words.is_possessive_pronoun(index - 1));
                words.is_time(index)
                    && !due
                    && !named
                    && (words.is_capitalised(index) || matches!(word, "today" | "yesterday" | "tomorrow" | "tonight"))
            }
        }
    }

    /// "to subjugate | and destroy": the conjunction right behind an infinitive and before a bare verb.
    fn joins_infinitives(&self, index: usize) -> bool {
        let words = &self.words;
        let behind = index.checked_sub(1).and_then(|at| self.groups.at(at)).and_then(|group| self.groups.get(group));
        let next = self.groups.at(index + 1).and_then(|group| self.groups.get(group));
        behind.is_some_and(|group| group.shape == Shape::Infinitive && group.tokens.end == index)
            && next.is_some_and(|group| {
                group.tokens.len() == 1
                    && !group.past
                    && !words.word(group.head).ends_with('s')
                    && matches!(words.form(group.head), VerbForm::Base | VerbForm::Present)
            })
    }

    /// ", and in particular the ports", ", such as sand": more of what stands in front.
    fn specifies(&self, comma: usize, high: usize) -> bool {
        let words = &self.words;
        // "the strikes in the valley, where two died", "the ports, like the one at Wadi Hamra"
        if words.is_any(comma + 1, &["where", "wherein", "like"]) {
            return true;
        }
        // "the threat to the coast, as shown in May", not "…, as the court said".
        if words.is(comma + 1, "as") && !words.is(comma + 3, "by") {
            return self.clause_at(comma + 2, high).is_none();
        }
        // "a first step, one that could end the war", "a force, to be led by a general"
        let one = words.is_any(comma + 1, &["one", "ones", "those"])
            && words.is_any(comma + 2, &["that", "which", "in", "with", "who", "where", "based"]);
        let due =
            words.is(comma + 1, "to") && words.is(comma + 2, "be") && words.form(comma + 3) == VerbForm::PastParticiple;
        if one || due {
            return true;
        }
        // "a code of conduct, in line with the pact"
        let measured = words.is(comma + 1, "in")
            && words.is_any(comma + 2, &["line", "accordance", "keeping", "exchange", "return"])
            && words.is_any(comma + 3, &["with", "for"]);
        if measured || words.is_any(comma + 1, &["together", "along"]) && words.is(comma + 2, "with") {
            return true;
        }
        let at = comma + 1 + usize::from(words.is(comma + 1, "and"));
        [["in", "particular"], ["above", "all"], ["such", "as"], ["not", "least"]]
            .iter()
            .any(|[first, second]| words.is(at, first) && words.is(at + 1, second))
    }

    /// "as well as | the mines", "as well as | the handing over of the mines".
    fn can_be_added(&self, start: usize, high: usize) -> bool {
        let words = &self.words;
        let gerund = start + usize::from(words.pos(start) == Upos::Det);
        self.noun_phrase_end(start, high).is_some() || words.form(gerund) == VerbForm::Ing
    }

    /// "A, B and C": the list goes on behind the comma.
    pub(crate) fn list_goes_on(&self, comma: usize, high: usize) -> bool {
        let words = &self.words;
        let added = words.is(comma + 1, "as") && words.is(comma + 2, "well") && words.is(comma + 3, "as");
        let named = words
            .is_any(comma + 1, &["including", "excluding", "particularly", "especially", "notably", "namely"])
            || words.is(comma + 1, "most") && words.is_any(comma + 2, &["notably", "importantly", "recently"])
            || words.is(comma + 1, "and") && words.is_any(comma + 2, &["particularly", "especially", "notably"]);
        if named || added && self.can_be_added(comma + 4, high) {
            return true;
        }
        let start = comma + 1 + usize::from(words.is_any(comma + 1, &["and", "or"]));
        // ", this | presents a test": a clause, though the tagger sees a noun.
        let clause = words.is_any(start, &["this", "that"])
            && words.pos(start + 1) == Upos::Noun
            && words.word(start + 1).ends_with('s')
            && words.listed(start + 1).verb;
        if clause {
            return false;
        }
        // "trade, political, and cultural ties": an adjective whose noun is still to come.
        let adjective = words.pos(start) == Upos::Adj && words.is_any(start + 1, &[",", "and", "or"]);
        // "forests, cherished parks, and rivers"
        let described = matches!(words.form(start), VerbForm::PastParticiple | VerbForm::Past)
            && matches!(words.pos(start + 1), Upos::Noun | Upos::Adj)
            && words.pos(comma.saturating_sub(1)) == Upos::Noun;
        let phrase = self.noun_phrase_end(start + usize::from(described), high);
        let end = phrase.or(adjective.then_some(start + 1));
        let Some(end) = end else { return false };
        // ", and two days later"
        if words.pos(start) == Upos::Num && words.is_time(start + 1) {
            return false;
        }
        if self.group_from(end, high).is_some_and(|(_, group)| group.shape == Shape::Finite) {
            return false;
        }
        // ", and its premier, X, accused": no member of a list but a subject with an aside.
        if words.is(end, ",") && self.aside_end(end, high).is_some() && self.clause_at(start, high).is_some() {
            return false;
        }
        if start > comma + 1 {
            return true;
        }
        (end..high.min(end + 12))
            .take_while(|&at| !words.is_any(at, &[";", ":"]))
            .any(|at| words.is_any(at, &["and", "or"]) && (words.is(at - 1, ",") || at == end || at < end + 4))
    }
}
