//! What a comma or conjunction joins within a content: members of lists, adjectives before one noun, "not only … but also".

use super::clause::Around;
use super::groups::{Group, Shape};
use crate::claims::scene::Scene;
use crate::tagger::{Upos, VerbForm};

/// How far back the first half of a pair may stand.
const LONGEST_HALF: usize = 30;

/// Tokens of a counted member of a list.
const LONGEST_MEMBER: usize = 60;

impl Scene<'_> {
    /// "not only threatens to undo it, | but also creates": the second half of a pair, from "but" or the comma before it.
    pub(crate) fn pair_goes_on(&self, index: usize, start: usize) -> bool {
        let words = &self.words;
        let but = index + usize::from(words.is(index, ","));
        if !words.is(but, "but") {
            return false;
        }
        let first = |at: usize| {
            words.is(at, "not") && words.is_any(at + 1, &["only", "just", "merely", "simply", "solely"])
                || words.is(at, "not") && words.is(but + 1, "rather")
        };
        (start.max(index.saturating_sub(LONGEST_HALF))..index).any(first)
    }

    /// "worries less about a loan, | a small one, than about what it shows": behind an aside before the second half of a comparison.
    pub(crate) fn comparison_goes_on(&self, comma: usize, start: usize, high: usize) -> Option<usize> {
        let words = &self.words;
        let first = (start.max(comma.saturating_sub(LONGEST_HALF))..comma)
            .rev()
            .find(|&at| words.is_any(at, &["less", "more", "rather"]))?;
        let than = (comma + 1..high.min(comma + LONGEST_HALF)).find(|&at| words.is(at, "than"))?;
        let open = !(first..comma).any(|at| words.is(at, "than"));
        let aside = words.is(than - 1, ",") && self.groups.within(comma..than).next().is_none();
        (open && aside).then_some(than)
    }

    /// "that A; that B; | and that C", "to close it; to sell it": the next of the same kind.
    pub(crate) fn same_kind_follows(&self, semicolon: usize, start: usize) -> bool {
        let words = &self.words;
        let next = semicolon + 1 + usize::from(words.is_any(semicolon + 1, &["and", "or", "but"]));
        ["that", "to", "whether"].iter().any(|word| words.is(start, word) && words.is(next, word))
    }

    /// "has two parts: first, …; and second, | …": behind what counts the next member of a list.
    pub(crate) fn next_counted(&self, semicolon: usize, start: usize) -> Option<usize> {
        let words = &self.words;
        let next = semicolon + 1 + usize::from(words.is(semicolon + 1, "and"));
        let counted = words.is(semicolon, ";")
            && words.is_any(next, &["second", "secondly", "third", "thirdly", "fourth", "fifth", "finally", "lastly"])
            && (start..semicolon).rev().take(LONGEST_MEMBER).any(|at| {
                words.is_any(at, &["first", "firstly", "second", "secondly", "third", "thirdly"])
                    && words.is_any(at + 1, &[","])
            });
        counted.then(|| next + 1 + usize::from(words.is(next + 1, ",")))
    }

    /// "in widening the port, | promoting trade, and lowering tolls": gerunds behind one preposition.
    pub(crate) fn gerunds_go_on(&self, comma: usize, high: usize) -> bool {
        let words = &self.words;
        let first = (comma.saturating_sub(LONGEST_MEMBER)..comma)
            .rev()
            .any(|at| words.form(at) == VerbForm::Ing && at > 0 && words.is_any(at - 1, &["in", "of", "by", "for"]));
        let last = (comma + 2..high.min(comma + LONGEST_MEMBER))
            .any(|at| words.is(at, "and") && words.is(at - 1, ",") && words.form(at + 1) == VerbForm::Ing);
        first && last
    }

    /// "the technical, | financial, and economic value", "an autonomous, | not independent, province".
    pub(crate) fn adjectives_go_on(&self, comma: usize) -> bool {
        let words = &self.words;
        let described = comma > 1
            && words.pos(comma - 1) == Upos::Adj
            && self.groups.at(comma - 1).is_none()
            && (matches!(words.pos(comma - 2), Upos::Det | Upos::Adp)
                || words.is_any(comma - 2, &[",", "not"])
                || words.is_possessive_pronoun(comma - 2)
                || words.is_possessive_mark(comma - 2));
        if !described {
            return false;
        }
        let joined = words.is_any(comma + 1, &["and", "or", "but", "not", "yet", "if"]);
        let next = comma + 1 + usize::from(joined);
        let nominal = |at: usize| matches!(words.pos(at), Upos::Noun | Upos::Propn);
        // The second comma of "not independent, Bougainville".
        if words.is(comma - 2, "not") && nominal(comma + 1) {
            return true;
        }
        words.pos(next) == Upos::Adj
            && (nominal(next + 1)
                || words.is_any(next + 1, &[","])
                || words.is_any(next + 1, &["and", "or"])
                    && (words.pos(next + 2) == Upos::Adj && nominal(next + 3) || nominal(next + 2)))
    }

    /// Whether what follows a conjunction only looks like a clause or a second verb of the claimant's.
    pub(crate) fn is_joined_noun(&self, conjunction: usize, around: Around, high: usize) -> bool {
        let words = &self.words;
        let next = conjunction + 1;
        if let Some(group) = self.groups.holding(next) {
            return group.shape == Shape::Finite && group.tokens.len() == 1 && self.is_taken_for_verb(group, around);
        }
        // "the answer and any terms | he might insist on": a relative clause without its pronoun.
        let Some(end) = self.noun_phrase_end(next, high) else { return false };
        words.pos(end - 1) == Upos::Noun
            && words.is_any(end, &["he", "she", "they", "we", "it"])
            && self.groups.at(end + 1).is_some()
    }

    /// "seeks cheap power and | expanded trade", "pushed for talks and | compromise with": no form the cue could be joined with.
    fn is_taken_for_verb(&self, group: &Group, around: Around) -> bool {
        let words = &self.words;
        let at = group.tokens.start;
        let Some(cue) = around.head.and_then(|head| self.groups.holding(head)) else {
            return false;
        };
        let finite = cue.shape == Shape::Finite;
        // A form in "-ed" before a noun, beside a cue in the present.
        if words.word(at).ends_with("ed") && finite && !cue.past && !cue.modal {
            let perfect = words.is_any(cue.tokens.start, &["has", "have"]);
            return !perfect && matches!(words.pos(at + 1), Upos::Noun | Upos::Adj | Upos::Propn);
        }
        // The bare form, beside a cue in the past, in "-s" or "-ing".
        let bare = words.form(at) == VerbForm::Present && !words.word(at).ends_with('s') && !group.copula
            || words.form(at) == VerbForm::Base;
        let apart =
            finite && !cue.modal && (cue.past || self.is_singular(cue)) || words.form(cue.head) == VerbForm::Ing;
        bare && apart && (words.pos(at + 1) == Upos::Adp || words.pos(at + 1) == Upos::Punct)
    }

    /// "is worried about a partner | stuck in a war": a participle the tagger takes for a verb in the past. The cue is the main verb.
    pub(crate) fn is_reduced_relative(&self, group: &Group, around: Around) -> bool {
        let words = &self.words;
        let cue = around.head.and_then(|head| self.groups.holding(head));
        group.past
            && group.tokens.len() == 1
            && !around.relative
            && !around.fronted
            && cue.is_none_or(|cue| cue.shape == Shape::Finite)
            && (words.is_any(
                group.tokens.end,
                &["in", "by", "with", "between", "under", "into", "through", "from", "to", "off", "via", "out"],
            ) || words.is_open_quote(group.tokens.end))
            && matches!(words.pos(group.tokens.start - 1), Upos::Noun | Upos::Propn)
    }

    /// "promised to abolish the levy, | they replied": no infinitive goes on with a clause that nothing joins to it.
    pub(crate) fn unjoined_clause(&self, comma: usize, high: usize) -> bool {
        let words = &self.words;
        let next = comma + 1;
        let finite = |from: usize| {
            let group = self.group_from(from, high).map(|(_, group)| group);
            // "to seize, the army says, the port"
            group.is_some_and(|group| group.shape == Shape::Finite && !words.is(group.tokens.end, ","))
        };
        if words.is(next, "there") || words.is_any(next, &["he", "she", "they", "we", "i"]) {
            return finite(next + 1);
        }
        let opens = matches!(words.pos(next), Upos::Det | Upos::Propn) && !words.is_relative(next);
        opens
            && self.noun_phrase_end(next, high).is_some_and(|end| {
                self.groups.holding(end).is_some_and(|group| {
                    group.shape == Shape::Finite && group.tokens.start == end && !words.is(group.tokens.end, ",")
                })
            })
            && !self.list_goes_on(comma, high)
    }

    /// "to back the pact, | testing the alliance": what comes of it, told behind an infinitive.
    pub(crate) fn outcome_follows(&self, next: usize, high: usize) -> bool {
        const PARTS: &[&str] = &[
            "including",
            "pending",
            "starting",
            "beginning",
            "regarding",
            "concerning",
            "excluding",
            "barring",
            "counting",
            "depending",
            "ranging",
            "going",
            "being",
            "having",
        ];
        let words = &self.words;
        let listed = || {
            (next + 1..high.min(next + 12))
                .any(|at| words.is_any(at, &["and", "or"]) && words.form(at + 1) == VerbForm::Ing)
        };
        !words.is_any(next, PARTS) && !listed()
    }

    /// "criticised it | more openly than others", "opposes it | for several reasons": how and why it is said, behind an object.
    pub(crate) fn tells_how(&self, index: usize) -> bool {
        let words = &self.words;
        let behind_noun = index > 0 && matches!(words.pos(index - 1), Upos::Noun | Upos::Propn | Upos::Pron);
        let compared = words.is_any(index, &["more", "less", "far"])
            && (index + 1..index + 3)
                .any(|at| words.pos(at) == Upos::Adv && words.word(at).ends_with("ly") && words.is(at + 1, "than"));
        let reasons = words.is(index, "for")
            && (index + 1..index + 4).any(|at| words.is(at, "reasons"))
            && matches!(words.pos(index + 1), Upos::Adj | Upos::Num | Upos::Det | Upos::Noun);
        let long = words.is(index, "for")
            && (words.is(index + 1, "long") || words.is_any(index + 1, &["decades", "years", "months", "weeks"]))
            && !matches!(words.pos(index + 2), Upos::Noun | Upos::Adj | Upos::Adp);
        behind_noun && (compared || reasons || long || self.tells_how_long(index))
    }
}
