//! Where what is attributed ends.

use super::groups::{Group, Shape};
use crate::claims::scene::Scene;
use crate::tagger::{Upos, VerbForm};

/// What the end of a content depends on, beside its own words.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Around {
    /// The cue is in the past tense.
    pub past: bool,
    /// The cue's verb asks for one subject: "has said", "says".
    pub singular: bool,
    /// The cue is a participle.
    pub ing: bool,
    /// The cue stands in a relative clause: "X, who said …, left".
    pub relative: bool,
    /// The cue stands in a clause in front of the main one: "While X says …, Y".
    pub fronted: bool,
    /// The cue stands between dashes.
    pub dashes: bool,
    /// The content is an infinitive.
    pub infinitive: bool,
    /// The verb of the cue.
    pub head: Option<usize>,
    /// The cue stands in a subject whose verb is still to come.
    pub hanging: bool,
    /// The content begins with a gerund.
    pub gerund: bool,
    /// The content is a clause or an infinitive.
    pub clause: bool,
    /// The verb of a clause without "that": what stands in front of it is its subject.
    pub verb: usize,
    /// The cue stands beside the sentence and attributes all of it: "according to".
    pub beside: bool,
}

/// Participles that open a circumstance of the speech and not a part of it.
const CIRCUMSTANCES: &[&str] = &[
    "speaking",
    "referring",
    "responding",
    "using",
    "drawing",
    "prompting",
    "clearing",
    "paving",
    "fuelling",
    "fueling",
    "dashing",
    "deepening",
    "heightening",
    "escalating",
    "ending",
    "raising",
    "marking",
    "sparking",
    "leaving",
    "pointing",
    "talking",
    "sitting",
    "standing",
    "echoing",
    "appearing",
    "alluding",
    "invoking",
];

/// What an author calls the words of others.
const COMMENTS: &[&str] = &[
    "phrase",
    "formulation",
    "distinction",
    "offer",
    "term",
    "word",
    "remark",
    "claim",
    "view",
    "charge",
    "figure",
    "line",
    "expression",
    "description",
    "verb",
    "sentence",
    "reference",
    "comparison",
    "argument",
    "allegation",
    "suggestion",
    "warning",
    "promise",
    "demand",
    "position",
    "assertion",
    "statement",
    "idea",
    "notion",
    "assessment",
    "assurance",
    "prediction",
    "point",
    "reading",
    "judgement",
    "judgment",
    "conclusion",
    "sentiment",
    "comment",
    "plea",
    "threat",
];

/// Adverbs that name a part of what is said, and so belong to it.
const NARROWING: &[&str] = &["particularly", "especially", "notably", "specifically", "mainly", "chiefly", "primarily"];

/// Tokens of a clause between "that" and its subject.
const LONGEST_CLAUSE: usize = 40;

/// Tokens of an aside between commas.
const LONGEST_ASIDE: usize = 12;

impl Scene<'_> {
    /// One past the last token of a clause that begins at `start`.
    pub(crate) fn content_end(&self, start: usize, around: Around, high: usize) -> usize {
        let words = &self.words;
        let mut index = start;
        let around = Around { gerund: self.words.form(start) == VerbForm::Ing, ..around };
        while index < high {
            // "said attacks on ships, ports, and cables | would": a list before the verb.
            if index > start
                && index < around.verb
                && words.is(index, ",")
                && self.listed_subject(index, high) == Some(around.verb)
            {
                index = around.verb;
                continue;
            }
            // "(Note: the ministry denies it)": a note on what is said.
            if index > start && words.is(index, "(") && words.is_any(index + 1, &["note", "see", "nb", "editor"]) {
                return index;
            }
            if let Some(end) = self.past_enclosed(index, start, high) {
                // "“no secrets, only manners,” a phrase that": the comma stands within the marks.
                let marked = end < high && words.is_close_quote(end - 1) && words.is(end.saturating_sub(2), ",");
                // "according to it, the “special funds,” which were …, are debts": without a verb it is no clause yet.
                let verbless = around.beside && !self.has_finite(&(start..end));
                let goes_on = words.is(end, "and") && self.more_in_marks(end + 1, high);
                if marked && !verbless && !goes_on && self.comma_ends(end - 1, around, high) {
                    return end;
                }
                index = end;
                continue;
            }
            // "that, while both are interested, the clashes are": an aside behind the conjunction.
            if index == start + 1
                && words.is(start, "that")
                && words.is(index, ",")
                && let Some(close) = (index + 2..high.min(index + LONGEST_CLAUSE)).find(|&at| words.is(at, ","))
            {
                index = close + 1;
                continue;
            }
            // "those who believe that it is lost | are wrong": the verb of the clause around.
            let finite = |at: usize| {
                let group = self.groups.at(at).and_then(|group| self.groups.get(group));
                group.is_some_and(|group| group.shape == Shape::Finite)
            };
            // "the reforms it wants Kestria to adopt | would": an infinitive has no such verb behind it.
            let infinitive = |at: usize| {
                let group = self.groups.at(at).and_then(|group| self.groups.get(group));
                group.is_some_and(|group| group.shape == Shape::Infinitive)
            };
            if around.infinitive && index > start && finite(index) && infinitive(index - 1) {
                return index;
            }
            if around.relative && index > start && finite(index) && finite(index - 1) {
                let other = self.groups.at(index) != self.groups.at(index - 1);
                if other {
                    return index;
                }
            }
            if let Some(next) = self.next_counted(index, start) {
                index = next;
                continue;
            }
            if index > start + 2 && self.is_told_beside(index, Around { clause: true, ..around }) {
                return index;
            }
            // "…, in a move that surprised them": what it was to say so.
            let move_made = words.is(index, "in")
                && words.is(index + 1, "a")
                && words.is_any(index + 2, &["move", "step", "reversal", "gesture", "blow", "turn"])
                && words.is_any(index + 3, &["that", "which", "to", "seen", "likely", "widely"]);
            if move_made && index > start + 2 {
                return index;
            }
            if index > start {
                // "who said | the third site, at Wadi Hamra, was": the clause has no verb yet.
                // "that a balance, with no country dominating, will".
                let verbless = || {
                    let aside = words.is(start, "that")
                        || around.relative
                            && words.pos(start) != Upos::Sconj
                            && self.groups.at(index + 1).is_some()
                            && (start..index).any(|at| words.is(at, ","));
                    aside
                        && !around.infinitive
                        && self.groups.within(start + 1..index).all(|(_, group)| match group.shape {
                            Shape::Finite => false,
                            // "that the first, launched in 2030, and the second can": an aside.
                            Shape::Participle => {
                                group.tokens.start > start + 2 && words.is(group.tokens.start - 1, ",")
                            }
                            _ => true,
                        })
                        && !(start..index).any(|at| words.is_close_quote(at))
                };
                let stops = match words.word(index) {
                    "," if verbless() => false,
                    "," if around.gerund && self.gerund_goes_on(index, high) => {
                        index += 2;
                        continue;
                    }
                    "," | "but" if self.pair_goes_on(index, start) => false,
                    "," if words.is(start, "that") && self.we_too(index) => {
                        index += 1;
                        continue;
                    }
                    "," => self.comma_ends(index, around, high),
                    // "claims that it is a sponsor; that it arms them"
                    ";" => !self.same_kind_follows(index, start),
                    ":" if around.infinitive => {
                        !words.is_open_quote(index + 1) && self.clause_at(index + 1, high).is_some()
                    }
                    "and" | "but" | "or" => self.conjunction_ends(index, around, high),
                    // "found that he could win while a July poll put him at 70 percent": what somebody else says.
                    "while" | "whereas" if !around.beside => {
                        let told = self.clause_at(index + 1, high).and_then(|group| self.groups.get(group));
                        told.is_some_and(|group| {
                            group.shape == Shape::Finite
                                && !group.passive
                                && self.is_cue_group(group)
                                && group.past == around.past
                                && self.has_finite(&(start + 1..index))
                                && self.holder_kind(&(index + 1..group.tokens.start)).is_some()
                        })
                    }
                    _ if words.is_dash(index) => {
                        let next = self.past_adverbs(index + 1, high);
                        let participle = self
                            .groups
                            .at(next)
                            .and_then(|group| self.groups.get(group))
                            .is_some_and(|group| group.shape == Shape::Participle);
                        let asks = words.is_any(index + 2, &["that", "whether", "how", "why", "what", "who"]);
                        let second = self.second_dash(index, high);
                        // "is on the right track – a key question in the race – and": what the author makes of it.
                        let comment = words.is_any(index + 1, &["a", "an"])
                            && self.noun_phrase_end(index + 1, high).is_some_and(|end| {
                                COMMENTS.contains(&words.word(end - 1))
                                    || words.is_any(end - 1, &["question", "concern", "fear", "worry", "complaint"])
                            });
                        let ends = around.dashes
                            || comment
                            || words.is(index + 1, "but") && !asks
                            || words.is(index + 1, "and") && words.is_any(index + 2, &["now", "then", "yet"])
                            || participle && second.is_none();
                        if let Some(second) = second.filter(|_| !ends) {
                            index = second + 1;
                            continue;
                        }
                        let next = index + 1 + usize::from(words.is_any(index + 1, &["and", "but"]));
                        ends || self
                            .clause_at(next, high)
                            .and_then(|group| self.groups.get(group))
                            .is_some_and(|group| self.is_cue_group(group))
                    }
                    _ => false,
                };
                let leaves = !stops
                    && words.is(index, ",")
                    // "must have it, particularly when blaming others"
                    && !words.is_any(index + 1, NARROWING)
                    && around.head.is_some_and(|head| self.leaves(index, start, head, high));
                if stops || leaves {
                    return index;
                }
            }
            index += 1;
        }
        // A quotation may run over the end of the sentence.
        index.max(high)
    }

    /// "so often that nobody listens", "even as it armed", "with the result that", "by calling for": about the saying of it.
    pub(crate) fn is_told_beside(&self, index: usize, around: Around) -> bool {
        let words = &self.words;
        let degree = words.is(index, "so")
            && matches!(words.pos(index + 1), Upos::Adv | Upos::Adj)
            && words.is(index + 2, "that")
            && around.infinitive;
        let result = words.is(index, "with") && words.is(index + 1, "the") && words.is(index + 2, "result");
        let meanwhile = words.is(index, "even") && words.is(index + 1, "as");
        // "backed their stand, | even defending it abroad"
        let besides = words.is(index, "even")
            && index > 0
            && (words.is(index - 1, ",") || words.pos(index - 1) == Upos::Noun)
            && self.groups.at(index + 1).and_then(|group| self.groups.get(group)).is_some_and(|group| {
                group.shape == Shape::Ing && group.tokens.start == index + 1 && self.is_cue_group(group)
            });
        // "declined to sign it | on grounds that it breaks the law"
        let grounds = words.is(index, "on")
            && words.is(index + 1 + usize::from(words.is(index + 1, "the")), "grounds")
            && around.head.is_some();
        let means = words.is(index, "by")
            && !around.clause
            && self
                .groups
                .at(index + 1)
                .and_then(|group| self.groups.get(group))
                .is_some_and(|group| group.shape == Shape::Ing && self.is_cue_group(group));
        // "to hold the strait | amid rising tension"
        let amid = around.infinitive && words.is_any(index, &["amid", "amidst"]);
        // "that the talks led nowhere | which is also how its neighbour sees them": the author's conclusion.
        let concluded = words.is(index, "which")
            && index > 0
            && !words.is(index - 1, ",")
            && words.pos(index - 1) != Upos::Adp
            && words.is_any(index + 1, &["is", "was", "may", "might", "explains"])
            && (index + 1..index + 8).any(|at| words.is_any(at, &["why", "how", "reason", "explains", "explain"]));
        amid || concluded || degree || result || meanwhile || besides || grounds || means
    }

    /// Behind a quotation or bracket that begins at `index` and not before `start`.
    pub(crate) fn past_enclosed(&self, index: usize, start: usize, high: usize) -> Option<usize> {
        let words = &self.words;
        if let Some(quoted) = words.quotations.opening_at(index).and_then(|quoted| words.quotations.get(quoted)) {
            // A quotation may run over the end of the sentence; the content then ends with it.
            return Some(quoted.tokens.end.max(index + 1));
        }
        if words.is_any(index, &["(", "["]) && index >= start {
            let close = (index..high.min(index + 60)).find(|&at| words.is_any(at, &[")", "]"]))?;
            return Some(close + 1);
        }
        None
    }

    fn second_dash(&self, index: usize, high: usize) -> Option<usize> {
        (index + 2..high.min(index + 40)).find(|&at| self.words.is_dash(at))
    }

    fn comma_ends(&self, comma: usize, around: Around, high: usize) -> bool {
        let words = &self.words;
        let mut next = comma + 1;
        while next < high && words.pos(next) == Upos::Adv && self.groups.at(next).is_none() && !words.is(next, "there")
        {
            next += 1;
        }
        // "must have it, particularly when blaming others"
        if words.is_any(comma + 1, NARROWING) && words.is_any(comma + 2, &["when", "where", "if", "in", "by", "as"]) {
            return false;
        }
        let word = words.word(next);
        if self.is_main_clause_behind(comma, around, high) {
            return true;
        }
        if self.adjectives_go_on(comma) {
            return false;
        }
        if self.is_shown_beside(comma) || self.asks_anew(comma, high) {
            return true;
        }
        // "sought to use it, and although it failed, it hurt": no infinitive goes on with a clause of its own.
        let granted = &["although", "though", "while", "whereas", "if", "because", "since"];
        if around.infinitive && words.is_any(comma + 1, &["and", "but", "so"]) && words.is_any(comma + 2, granted) {
            return self.clause_at(comma + 3, high).is_some();
        }
        // "voted to reject the offer, the Dockers' Federation said": whose words the sentence is.
        let told = self.group_from(next, high).map(|(_, group)| group).filter(|group| {
            group.shape == Shape::Finite && words.is_any(group.head, &["said", "says", "say", "added", "reported"])
        });
        if told.is_some_and(|group| group.tokens.end >= high || words.is_any(group.tokens.end, &[",", "."])) {
            return true;
        }
        // "that she had, and I quote, “…”"
        if word == "and" && words.is(next + 1, "i") && words.is(next + 2, "quote") {
            return false;
        }
        // "wanted to raise, however, did not come up": the clause around goes on.
        if around.infinitive && word == "however" && words.is(next + 1, ",") && self.groups.at(next + 2).is_some() {
            return true;
        }
        // "insists it stays committed, however, it has": the next clause.
        if words.is(comma + 1, "however") && words.is(comma + 2, ",") && self.clause_at(comma + 3, high).is_some() {
            return true;
        }
        // "…, in the phrase of its minister": a cue of its own.
        let attributed = self
            .lexicon
            .prepositions(word)
            .iter()
            .any(|cue| cue.words.iter().enumerate().all(|(offset, word)| words.is(next + offset, word)));
        if attributed {
            return true;
        }
        if self.is_remark(comma) {
            return true;
        }
        if let Some(group) = self.groups.at(next).and_then(|number| self.groups.get(number)) {
            match group.shape {
                Shape::Ing if CIRCUMSTANCES.contains(&word) => return true,
                Shape::Ing if around.infinitive && self.outcome_follows(next, high) => return true,
                // "a step in widening the port, | promoting trade, and lowering tolls"
                Shape::Ing if self.gerunds_go_on(comma, high) => return false,
                Shape::Ing => {
                    return self.is_cue_group(group)
                        && !words.is_any(
                            group.head,
                            &["including", "running", "going", "allowing", "giving", "holding", "finding", "putting"],
                        );
                }
                Shape::Finite if around.relative || around.fronted => return true,
                Shape::Finite => return false,
                _ => {}
            }
        }
        match word {
            // "…, with some reports suggesting": a circumstance.
            "with" => {
                let end = self.noun_phrase_end(next + 1, high).unwrap_or(next + 1);
                // "…, with others at best | hoping to"
                let end = if words.is(end, "at") && words.is_any(end + 1, &["best", "least", "most", "worst"]) {
                    end + 2
                } else {
                    end
                };
                let verb = self.group_from(end, high).map(|(_, group)| group);
                // "…, with some being refused": how it is, and not what somebody did.
                return verb.is_some_and(|group| {
                    group.shape == Shape::Ing && !words.is_any(group.tokens.start, &["being", "having", "remaining"])
                });
            }
            "according" | "whereupon" | "despite" | "amid" | "notwithstanding" | "following" | "unlike" => return true,
            // "to lower the toll, which would ruin the port": no part of what is meant to be done.
            "which" if around.infinitive => return true,
            // "“under control,” which is “a danger to all”": the words of the same one go on.
            "which" if (next + 2..next + 5).any(|at| at < high && words.is_open_quote(at)) => return false,
            // "“facilitated convergence,” which is one way of describing it": what the author makes of it.
            "which" if words.is_close_quote(comma.saturating_sub(1)) || words.is_close_quote(comma) => return true,
            // "…, which is probably why it refuses": the author's conclusion.
            "which"
                if words.is_any(next + 1, &["is", "was", "may", "might", "explains"])
                    && (next + 2..next + 5).any(|at| words.is_any(at, &["why", "explain"])) =>
            {
                return true;
            }
            // "…, which shows how tired they are": the author's conclusion.
            "which" if words.is_any(next + 1, &["shows", "explains", "says"]) => return true,
            "as" if words.is_any(next + 1, &["though", "if"]) => return true,
            // "…, hours after the bloc threatened": when it was said.
            _ if words.is_any(next, &["hours", "days", "weeks", "months", "minutes"])
                && words.is_any(next + 1, &["after", "before"]) =>
            {
                return true;
            }
            // "…, the second such incident in a month"
            "the"
                if words.is_any(next + 1, &["first", "second", "third", "fourth", "fifth", "latest"])
                    && matches!(words.pos(next + 2), Upos::Noun | Upos::Adj)
                    && !self.list_goes_on(comma, high) =>
            {
                return true;
            }
            "on" if words.is(next + 1, "the") && words.is_any(next + 2, &["ground", "grounds"]) => return true,
            // "…, a concern the ministry is said to share": no member of a list, and so what the author makes of it.
            "a" | "an" if !self.list_goes_on(comma, high) => return self.noun_phrase_end(next, high).is_some(),
            "a" | "an" => {
                // "“no longer unthinkable”, a formulation that …": what the author makes of it.
                let quoted = words.is_close_quote(comma.saturating_sub(1)) || words.is_close_quote(comma);
                return self
                    .noun_phrase_end(next, high)
                    .is_some_and(|end| quoted || COMMENTS.contains(&words.word(end - 1)));
            }
            "as" | "though" | "although" | "while" | "whereas" | "but" | "yet" | "and" | "or" | "so" | "when" => {
                let after = self.past_asides(next + 1, high);
                if word == "and" && words.is(next + 1, "then") && self.group_from(next + 2, high).is_none() {
                    return true;
                }
                // "…, and that is enough": what the author makes of it.
                let pointing = words.is(after + 1, "alone")
                    || self
                        .groups
                        .at(after + 1)
                        .and_then(|group| self.groups.get(group))
                        .is_some_and(|group| group.copula);
                if words.is(after, "that") && pointing {
                    return true;
                }
                if words.is(after, "that") && matches!(word, "and" | "but" | "or") {
                    return false;
                }
                // "with Kest announcing a ban, | and Okello calling it late"
                let another = || {
                    let end = self.noun_phrase_end(after, high)?;
                    self.groups.at(end).and_then(|group| self.groups.get(group))
                };
                if word == "and"
                    && around.ing
                    && another().is_some_and(|group| group.shape == Shape::Ing && self.is_cue_group(group))
                {
                    return true;
                }
                if let Some((_, group)) = self.group_from(after, high) {
                    // "…, while warning that"
                    if word == "while" && group.shape == Shape::Ing && self.is_cue_group(group) && !around.beside {
                        return true;
                    }
                    if matches!(word, "and" | "but" | "or") && group.shape == Shape::Finite {
                        return self.is_cue_group(group)
                            && (group.past == around.past || words.is(group.tokens.end, "that"))
                            || word == "but" && !self.is_cue_group(group) && around.past == group.past && !group.modal;
                    }
                    if matches!(word, "and" | "but" | "or") && group.shape == Shape::Ing && around.ing {
                        return self.is_cue_group(group);
                    }
                }
                let clause = self
                    .clause_at(after, high)
                    .or_else(|| self.adjunct_end(after, high).and_then(|next| self.clause_at(next, high)));
                if let Some(group) = clause.and_then(|group| self.groups.get(group)) {
                    // ", and its unions are sceptical of"
                    let attitude = group.copula && words.listed(group.tokens.end).adjective;
                    return match word {
                        "and" | "or" | "so" | "yet" if attitude => true,
                        "while" | "whereas" | "though" | "although" if around.beside => false,
                        "but" | "while" | "whereas" => true,
                        "though" | "although" => true,
                        // "is weighing a ban, as it tries to calm the port": beside the cue, in its tense.
                        "as" if around.head.is_some() && group.past == around.past => true,
                        // "…, as X said"; not "…, as X continues to starve them".
                        "as" => {
                            self.is_cue_group(group)
                                && (group.tokens.end >= high || words.pos(group.tokens.end) == Upos::Punct)
                        }
                        "when" => false,
                        // "promised to hold hearings, and the Treasury believes": no infinitive has a subject of its own.
                        "and" | "or" | "so" if around.infinitive => true,
                        "and" | "or" | "so" if around.beside => false,
                        "and" => true,
                        _ => self.is_cue_group(group) && !group.modal,
                    };
                }
                return false;
            }
            _ => {}
        }
        if around.fronted && self.clause_at(next, high).is_some() {
            return true;
        }
        if around.infinitive && self.unjoined_clause(comma, high) {
            return true;
        }
        // "voted to reject the offer, the union said.": who tells it all, at the end of the sentence.
        let teller = self.clause_at(next, high).and_then(|group| self.groups.get(group));
        teller.is_some_and(|group| {
            let ends = group.tokens.end >= high || words.is_any(group.tokens.end, &[".", "!", "?"]);
            ends && words.is_any(group.head, &["said", "says", "say", "reported", "reports", "announced", "added"])
        })
    }

    /// "As Kestria seeks to widen its ports, | digging the new canal is a goal": behind the last comma the main clause.
    fn is_main_clause_behind(&self, comma: usize, around: Around, high: usize) -> bool {
        let words = &self.words;
        around.fronted
            && !words.is_any(comma + 1, &["and", "or", "but", "which", "who", "whose"])
            && !(comma + 1..high.min(comma + LONGEST_CLAUSE)).any(|at| words.is(at, ","))
            && self.clause_at(comma + 1, high).is_some()
    }

    /// "a cap at 220 crowns, as proposed by the Commission", "its resolve, as reflected in the note", ", seen in its note": where
    /// it can be seen or who says so as well.
    pub(super) fn is_shown_beside(&self, comma: usize) -> bool {
        let words = &self.words;
        let at = comma + 1 + usize::from(words.is(comma + 1, "as"));
        let proposed = at > comma + 1 && words.form(at) == VerbForm::PastParticiple && words.is(at + 1, "by");
        let seen = [
            "seen",
            "reflected",
            "evidenced",
            "evident",
            "visible",
            "shown",
            "demonstrated",
            "illustrated",
            "attested",
        ];
        proposed || words.is_any(at, &seen) && words.is_any(at + 1, &["in", "by"])
    }

    /// "If Kest is unwilling to stop, why would it start?": the question that follows.
    fn asks_anew(&self, comma: usize, high: usize) -> bool {
        let words = &self.words;
        words.is_any(comma + 1, &["why", "how", "what", "who", "where", "when"])
            && words.pos(comma + 2) == Upos::Aux
            && (words.is(high, "?") || words.is(high.saturating_sub(1), "?"))
    }

    /// "“no supplier,” and | Kest is “at the end of the chain”": the words of the same one go on.
    fn more_in_marks(&self, start: usize, high: usize) -> bool {
        let group = self.clause_at(start, high).and_then(|group| self.groups.get(group));
        group.is_some_and(|group| !self.is_cue_group(group) && self.words.is_open_quote(group.tokens.end))
    }

    /// "that the picture is blurring, | and we are moving": one voice that speaks of itself.
    fn we_too(&self, comma: usize) -> bool {
        let words = &self.words;
        words.is(comma + 1, "and")
            && words.is_any(comma + 2, &["we", "our"])
            && self
                .groups
                .at(comma + 3)
                .and_then(|group| self.groups.get(group))
                .is_some_and(|group| group.shape == Shape::Finite && !group.past)
    }

    fn past_adverbs(&self, start: usize, high: usize) -> usize {
        (start..high).find(|&at| self.words.pos(at) != Upos::Adv).unwrap_or(high)
    }

    /// Behind adverbs and an aside between commas: "and, in a floor speech, | lit into", "and even | engineers concede".
    fn past_asides(&self, start: usize, high: usize) -> usize {
        let words = &self.words;
        let mut index = start;
        while index < high
            && words.pos(index) == Upos::Adv
            && self.groups.at(index).is_none()
            && !words.is(index, "there")
        {
            index += 1;
        }
        if !words.is(index, ",") {
            return index;
        }
        let close = (index + 1..high.min(index + LONGEST_ASIDE)).find(|&at| words.is(at, ","));
        let verbless = |close: usize| !self.groups.within(index..close).any(|(_, group)| group.shape == Shape::Finite);
        close.filter(|&close| verbless(close)).map_or(start, |close| close + 1)
    }

    /// Whether the last verb between a cue and `index` has a clause of its own behind "because", "if", "when".
    pub(super) fn in_subordinate(&self, head: usize, index: usize) -> bool {
        let words = &self.words;
        let last = self.groups.within(head + 1..index).rfind(|(_, group)| group.shape == Shape::Finite);
        last.is_some_and(|(_, group)| {
            let opener = (head + 1..group.tokens.start)
                .rev()
                .take_while(|&at| !words.is_any(at, &[",", ";", "that"]))
                .find(|&at| words.is_any(at, &["because", "if", "when", "once", "unless", "whenever"]));
            opener.is_some_and(|opener| self.clause_at(opener + 1, index).is_some())
        })
    }

    /// Whether a conjunction without comma begins something else than the content.
    pub(crate) fn conjunction_ends(&self, index: usize, around: Around, high: usize) -> bool {
        let words = &self.words;
        // "“a message,” and the president vowed": the comma stands inside the marks.
        if index > 1
            && words.is_close_quote(index - 1)
            && words.is(index - 2, ",")
            && self.clause_at(self.past_asides(index + 1, high), high).is_some()
        {
            return !self.more_in_marks(index + 1, high);
        }
        if words.is_any(index + 1, &["that", "not", "how", "why", "whether"]) {
            return false;
        }
        // "that it either builds the wall | or confirms that it will not"
        let either = || {
            let from = around.head.unwrap_or(index.saturating_sub(LONGEST_CLAUSE));
            (from..index).rev().take(LONGEST_CLAUSE).any(|at| words.is(at, "either"))
        };
        if words.is(index, "or") && !words.is(index - 1, ",") && either() {
            return false;
        }
        // "that it acted because Kestria broke the pact | and sought war": joined to the verb behind "because".
        let bare = !words.is(index - 1, ",") && self.clause_at(index + 1, high).is_none();
        if bare && around.head.is_some_and(|head| self.in_subordinate(head, index)) {
            return false;
        }
        // "wants to leave but the court may stop it": no infinitive has a subject of its own.
        if around.infinitive && words.is(index, "but") && self.clause_at(index + 1, high).is_some() {
            return true;
        }
        if let Some((_, group)) = self.group_from(self.past_asides(index + 1, high), high) {
            // "wants | to see Syria stable and is interested in": no infinitive is joined to a finite verb.
            let tensed = group.copula
                || group.past
                || words.is_any(group.tokens.start, &["has", "is", "was", "does"])
                || words.form(group.tokens.start) == VerbForm::Present && words.word(group.head).ends_with('s');
            // "to heed the court and quickly | set a date": the same form.
            let unchanged = words.is_any(group.head, &["set", "put", "cut", "let", "hit"]) && group.tokens.len() == 1;
            if around.infinitive
                && group.shape == Shape::Finite
                && tensed
                && !unchanged
                && words.is_any(index, &["and", "but"])
            {
                return true;
            }
            return match group.shape {
                // "has proposed that each keep …, and report the rest": the second verb is not the claimant's.
                Shape::Finite if around.singular && self.is_plural(group) => false,
                Shape::Finite => {
                    // "has accused … and has claimed"
                    let perfect = around.past && words.is_any(group.tokens.start, &["has", "have"]);
                    self.is_cue_group(group) && (group.past == around.past || perfect) && !group.modal && !around.ing
                }
                Shape::Ing => around.ing && self.is_cue_group(group),
                // "has claimed responsibility and offered to": the auxiliary serves both.
                Shape::Participle => self.is_cue_group(group) && !around.ing && !words.is(group.tokens.end, "by"),
                _ => false,
            };
        }
        // "(two were confirmed dead) and the court opened an inquiry": the sentence goes on.
        if words.is(index.saturating_sub(1), ")") && self.clause_at(index + 1, high).is_some() {
            return true;
        }
        let next_clause = self.clause_at(index + 1, high).and_then(|group| self.groups.get(group));
        // "wants to add a ship and its rival seeks two": no infinitive has a subject of its own, unless a clause stands within.
        let own_clause = |head: usize| {
            (head..index)
                .any(|at| words.is_any(at, &["that", "what", "how", "why", "whether", "who", "which", "where", "if"]))
                || self.has_finite(&(head + 1..index))
        };
        // "is committed to preventing it but, as elsewhere, the country needs help"
        let but = words.is(index, "but") && self.clause_at(self.past_asides(index + 1, high), high).is_some();
        if but && around.head.is_some_and(|head| !own_clause(head)) {
            return true;
        }
        if around.infinitive
            && words.is(index, "and")
            && around.head.is_some_and(|head| !own_clause(head))
            && next_clause.is_some_and(|group| group.shape == Shape::Finite && !group.modal && self.is_cue_group(group))
        {
            return true;
        }
        // "was weighing a ban and two ministers said": the next claim.
        let told = |group: &Group| words.is_any(group.head, &["said", "says"]) && !around.relative;
        next_clause.is_some_and(|group| {
            self.is_cue_group(group)
                && !group.modal
                && (words.is(index, "but") || words.is(index, "and") && told(group))
        })
    }
}
