//! The words that end an object.

use rapporteur_core::ClaimForm;

use crate::claims::grammar::clause::Around;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::scene::Scene;
use crate::lexicon::Frame;
use crate::tagger::{Upos, VerbForm};

use super::LONGEST_ASIDE;

/// Verbs that tell by what something is shown to be right.
const REASONING: &[&str] = &["justifies", "justified", "justify", "explains", "explained", "explain"];

/// What there may be of a place or a paper.
const PARTS: &[&str] = &["part", "parts", "portion", "portions", "section", "sections", "stretch", "stretches"];

/// What stands before a time: "last year".
const TIMES_BEFORE: &[&str] = &["last", "this", "next", "earlier", "late", "early", "every", "each"];

impl Scene<'_> {
    /// Whether the object ends before the word at `index`.
    pub(super) fn object_stops(&self, index: usize, around: Around, high: usize) -> bool {
        let words = &self.words;
        match words.word(index) {
            "," => self.comma_stops(index, around, high),
            ";" | ":" | "?" | "!" => true,
            "and" | "or" | "but" => self.conjunction_stops(index, around, high),
            "when" | "while" | "because" | "since" | "although" | "though" | "whereas" | "amid" | "given"
            | "despite" | "so" | "according" | "following" | "ahead" | "without" => true,
            // "condemns the raids during the last war": when what it is about took place.
            "during" => !self.is_told_now(around),
            "before" | "after" | "until" | "unless" | "if" => self.condition_stops(index, around, high),
            "once" => self.clause_at(index + 1, high).is_some(),
            "as" => {
                self.tells_how_often(index)
                    || !words.is_any(index - 1, &["well", "such"]) && self.clause_at(index + 1, high).is_some()
            }
            // "calls for compromise | rather than seeking a fight": what it is that the asking is not.
            "rather" if words.is(index + 1, "than") && words.form(index + 2) == VerbForm::Ing => true,
            // "supported the deal | owing to its own needs"
            "owing" | "thanks" if words.is(index + 1, "to") => true,
            // "dismissed the charge | out of hand"
            "out" if words.is(index + 1, "of") && words.is(index + 2, "hand") => true,
            // "asked for them | twice", "rejected it | several times"
            "twice" | "thrice" => self.ends_behind(index + 1, high),
            _ if words.is(index + 1, "times") && words.pos(index) != Upos::Det => self.ends_behind(index + 2, high),
            "more" | "less" | "far" if self.tells_how(index) => true,
            _ if words.is_dash(index) => true,
            _ => self
                .preposition_stops(index, around, high)
                .unwrap_or_else(|| self.later_time_stops(index) || self.time_stops(index, around)),
        }
    }

    /// Whether the clause is at its end.
    fn ends_behind(&self, index: usize, high: usize) -> bool {
        let joined = self.words.is_any(index, &["and", "but"]) && self.groups.at(index + 1).is_some();
        index >= high || joined || matches!(self.words.pos(index), Upos::Punct | Upos::Sconj)
    }

    /// Whether an object ends before a comma.
    fn comma_stops(&self, comma: usize, around: Around, high: usize) -> bool {
        let words = &self.words;
        if words.is(comma + 1, "and") && around.ing && self.others_tell(comma + 2, high) {
            return true;
        }
        // "In opposing the motion, | Averland and Kestria noted": the main clause.
        let main = around.fronted && around.ing && self.clause_at(comma + 1, high).is_some();
        if main || self.is_shown_beside(comma) {
            return true;
        }
        // "asked for help in the valley, where fighting goes on": what the author tells of the place.
        if words.is(comma + 1, "where") && self.asks(around) {
            return true;
        }
        // "would prefer a short deal, of ten years": how it is to be.
        if words.is(comma + 1, "of") && words.pos(comma + 2) == Upos::Num && self.asks(around) {
            return false;
        }
        // "called for an authority, established by decree": how it is to be.
        if self.asks(around) && self.is_described_behind(comma, high) {
            return false;
        }
        // "wants a single market, with goods cleared at the port": how it is to be.
        let asked = around.head.is_some_and(|head| words.is_any(head, &["asked", "asks", "asking"]));
        if words.is(comma + 1, "with") && (asked || self.asks(around)) {
            let end = self.long_phrase_end(comma + 2, high);
            // "payment in arrears, with the bank | as guarantor"
            if end.is_some_and(|end| words.is_any(end, &["as", "at", "in"]) && words.pos(end) == Upos::Adp) {
                return false;
            }
            // "a new fund, with a budget of three million": what it is to have, where nobody does anything in it.
            let next = (comma + 2..high).find(|&at| words.is_any(at, &[",", ";"]) || words.is_dash(at)).unwrap_or(high);
            let having = words.is_any(comma + 2, &["a", "an", "no"]) || words.pos(comma + 2) != Upos::Det;
            if end.is_some() && having && self.groups.within(comma + 2..next).next().is_none() {
                return false;
            }
            let verb = self.noun_phrase_end(comma + 2, high).and_then(|end| self.groups.at(end));
            return !verb.and_then(|at| self.groups.get(at)).is_some_and(|group| {
                let done = group.past && words.pos(group.tokens.end) == Upos::Adp;
                (group.shape == Shape::Participle || done)
                    && self.holder_kind(&(comma + 2..group.tokens.start)).is_none()
            });
        }
        // "the coast road, large parts of which are held": what the author adds.
        let parts = self.noun_phrase_end(comma + 1, high).filter(|&end| words.is(end, "of"));
        if parts.is_some_and(|of| words.is_any(of - 1, PARTS) && words.is(of + 1, "which")) {
            return true;
        }
        // "a danger area over the sea, of which a part is ours": what the author adds.
        if words.pos(comma + 1) == Upos::Adp && words.is_any(comma + 2, &["which", "whom"]) {
            return !(self.asks(around) && self.terms_follow(comma + 1, high));
        }
        // "counted 233 dead, most of them in Kest", "put it at 41 percent, the lowest in ten years"
        !self.figure_goes_on(comma)
            && !self.clause_defines(comma, high)
            && !self.list_goes_on(comma, high)
            && !self.specifies(comma, high)
            && !self.adjectives_go_on(comma)
    }

    /// "an authority, | established by decree and open to all": a participle with what it takes, right behind the noun it describes and
    /// up to the end of the sentence.
    fn is_described_behind(&self, comma: usize, high: usize) -> bool {
        let words = &self.words;
        let group = self.groups.holding(comma + 1);
        group.is_some_and(|group| {
            group.shape == Shape::Participle
                && group.tokens == (comma + 1..comma + 2)
                && words.word(group.head).ends_with("ed")
                && words.is_any(group.tokens.end, &["by", "with", "in", "for", "at", "on", "under"])
                && matches!(words.pos(comma - 1), Upos::Noun | Upos::Propn)
                && !self.has_finite(&(comma + 1..high))
        })
    }

    /// Whether an object ends before "and", "or", "but".
    fn conjunction_stops(&self, index: usize, around: Around, high: usize) -> bool {
        let words = &self.words;
        if words.is(index, "and") && around.ing && self.others_tell(index + 1, high) {
            return true;
        }
        if words.is(index, "but") {
            // "criticism of Kestria | but its own response": another thing, unless adjectives are joined.
            if words.is(index + 1, "not") || words.is_possessive_pronoun(index + 1) {
                return true;
            }
        } else {
            // "to call it a ruin | and to suggest that"
            if words.is(index + 1, "to") && self.is_infinitive_cue(around) {
                return self.groups.at(index + 1).is_some();
            }
            // "a rule for which Kestria cites the law | and which the guild": more of the rule, but "whose hull, whose fuel and whose flag"
            let again = words.is(index + 1, "whose")
                && (index.saturating_sub(LONGEST_ASIDE)..index).any(|at| words.is(at, "whose"));
            if words.is_any(index + 1, &["which", "whom", "whose"]) && words.pos(index - 1) == Upos::Noun && !again {
                return true;
            }
            // "spoke about the size of the fleet and how hard it is to pay"
            let asked = words.is_any(index + 1, &["how", "why", "whether"]) && words.pos(index - 1) != Upos::Punct;
            // "the meeting between Okello | and the premier"
            let between = words.is(index, "and") && self.is_between(index);
            // "Okello’s embrace of defence-first and nuclear policy | comes": the noun has no verb yet.
            let verbless = around.hanging && self.groups.at(index + 1).is_none() && !self.opens_beside(index);
            if asked || between || verbless || self.is_joined_noun(index, around, high) {
                return false;
            }
        }
        // "its proposals on the port and | accept the better one"
        let bare = |group: &Group| {
            group.shape == Shape::Bare
                && matches!(words.pos(group.tokens.end), Upos::Det | Upos::Pron)
                && !self.is_infinitive_cue(around)
        };
        let finite = |group: &Group| group.shape == Shape::Finite;
        self.conjunction_ends(index, around, high)
            || self.group_from(index + 1, high).is_some_and(|(_, group)| finite(group) || bare(group))
            || self.clause_at(index + 1, high).and_then(|group| self.groups.get(group)).is_some_and(finite)
    }

    /// Whether an object ends before "before", "after", "until", "unless", "if".
    fn condition_stops(&self, index: usize, around: Around, high: usize) -> bool {
        let words = &self.words;
        let clause = || self.clause_at(index + 1, high).is_some();
        // "demanded a vote before the summer": what is asked for has its time.
        let due = self.asks(around) && !clause();
        // "a plan for the period after the war"
        let era = words.is_any(index, &["after", "before"])
            && words.is_any(index - 1, &["period", "era", "world", "life", "time", "phase"])
            && !clause();
        !due && !era
    }

    /// Whether an object ends before a preposition, or none stands there.
    fn preposition_stops(&self, index: usize, around: Around, high: usize) -> Option<bool> {
        let words = &self.words;
        Some(match words.word(index) {
            // "offered them free berths for a year": what is offered.
            "for" if self.asks(around) && self.tells_how_long(index) => false,
            "for" => self.tells_how(index) || words.is(index + 1, "the") && words.is(index + 3, "time"),
            // "supported the deal | throughout that year"
            "throughout" => (index + 1..index + 6).any(|at| words.is_time(at)),
            // "rejected the advice | by going on with it": how, unless it is asked for so.
            "by" if words.form(index + 1) == VerbForm::Ing && self.groups.at(index + 1).is_some() => {
                // "justifies the levy | by pointing to a surge": with what.
                let reasoned = around.head.is_some_and(|head| words.is_any(head, REASONING));
                !self.asks(around) && !reasoned
            }
            // "claimed responsibility | in what it said was revenge"
            "in" if words.is(index + 1, "what") && self.has_cue(index + 2, high) => true,
            "in" if words.is_any(index + 1, &["view", "light"]) && words.is(index + 2, "of") => true,
            // "demanded a vote by June": when it is to be.
            "in" | "by" | "this" | "next" if self.asks(around) && self.tells_future(index) => false,
            "within" if self.asks(around) => false,
            // "fourteen cases in 2031 in which": of the cases.
            "in" if words.is_time(index + 1) && words.pos(index + 2) == Upos::Adp && words.is(index + 3, "which") => {
                false
            }
            "in" | "on" | "at" | "by" | "via" | "through" | "from" | "with" | "to" | "within"
                if words.pos(index) == Upos::Adp =>
            {
                self.tells_when_or_where(index, high)
            }
            _ => return None,
        })
    }

    /// Whether a cue stands near behind `start`.
    fn has_cue(&self, start: usize, high: usize) -> bool {
        let near = start..(start + LONGEST_ASIDE - 2).min(high);
        self.groups.within(near).any(|(_, group)| self.is_cue_group(group))
    }

    /// "announced the dismissal | later in the day", "rejected it | shortly after the war began"
    fn later_time_stops(&self, index: usize) -> bool {
        let words = &self.words;
        match words.word(index) {
            "later" | "earlier" => words.is(index + 1, "in") && words.pos(index) == Upos::Adv,
            "shortly" | "soon" | "sometime" | "immediately" => {
                (index + 1..index + 3).any(|at| words.is_any(at, &["after", "before"]))
            }
            // "agreed on it | back in 2030"
            "back" => words.is(index + 1, "in") && words.is_time(index + 2),
            // "called the vote ‘credible’ | four days before the court ruled"
            _ => {
                words.pos(index) == Upos::Num
                    && words.is_time(index + 1)
                    && words.is_any(index + 2, &["before", "after", "later", "earlier", "ago"])
            }
        }
    }

    /// "polls | this year", "rejected it | Monday"
    fn time_stops(&self, index: usize, around: Around) -> bool {
        let words = &self.words;
        let word = words.word(index);
        if TIMES_BEFORE.contains(&word) {
            // "about the | last decade", "between this December and June"
            let determined = words.is(index - 1, "the") && words.pos(index.saturating_sub(2)) == Upos::Adp;
            return words.is_time(index + 1) && words.pos(index - 1) != Upos::Adp && !determined;
        }
        let due = words.pos(index - 1) == Upos::Adp && self.asks(around) && self.tells_future(index - 1);
        // "61 incidents between March and June", "in every week of March and April"
        let span = words.is(index - 1, "between")
            || words.is(index - 1, "and")
                && index > 3
                && words.is_any(index - 3, &["between", "of"])
                && words.is_time(index - 2);
        // "the results of the country's October vote"
        let named = words.is_possessive_mark(index - 1)
            || words.is_possessive_mark(index + 1)
            // "the | December deadline"
            || words.pos(index + 1) == Upos::Noun
                && !words.is_time(index + 1)
                && (words.pos(index - 1) == Upos::Det || words.is_possessive_pronoun(index - 1));
        words.is_time(index)
            && !due
            && !span
            && !named
            && (words.is_capitalised(index) || matches!(word, "today" | "yesterday" | "tomorrow" | "tonight"))
    }

    /// Whether the "and" at `index` is that of "between X and Y".
    fn is_between(&self, index: usize) -> bool {
        let words = &self.words;
        (index.saturating_sub(LONGEST_ASIDE)..index)
            .rev()
            .take_while(|&at| !words.is_any(at, &["and", ",", ";"]) && self.groups.at(at).is_none())
            .any(|at| words.is(at, "between"))
    }

    /// Whether the cue is an infinitive.
    fn is_infinitive_cue(&self, around: Around) -> bool {
        let group = around.head.and_then(|head| self.groups.holding(head));
        group.is_some_and(|group| group.shape == Shape::Infinitive)
    }

    /// Whether the cue asks for what is to come: then "by June" belongs to what it asks for.
    pub(super) fn asks(&self, around: Around) -> bool {
        around.head.is_some_and(|head| {
            self.lexicon.verbs(self.words.word(head)).any(|(verb, _)| {
                // "expects commissioning in late 2031", "would prefer an accord, under which"
                matches!(verb.lemma.as_str(), "expect" | "prefer" | "like")
                    || verb.senses.iter().any(|sense| {
                        matches!(sense.form, ClaimForm::Demand | ClaimForm::Promise | ClaimForm::Intention)
                            && sense.frames.iter().any(|frame| {
                                matches!(frame, Frame::Object) || matches!(frame, Frame::Prep(to) if to == "for")
                            })
                    })
            })
        })
    }
}
