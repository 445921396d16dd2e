//! What a noun phrase hangs on to its left, and where a clause can begin.

use std::ops::Range;

use super::groups::Shape;
use crate::claims::scene::Scene;
use crate::lexicon::HolderKind;
use crate::tagger::{Upos, VerbForm};
use crate::text::TokenKind;

/// Prepositions that hang a noun phrase on the one before.
const LINKS: &[&str] = &[
    "of",
    "for",
    "in",
    "at",
    "from",
    "with",
    "on",
    "to",
    "by",
    "about",
    "against",
    "between",
    "near",
    "within",
    "inside",
    "outside",
    "behind",
    "across",
    "along",
    "among",
    "amongst",
    "under",
    "over",
    "around",
    "toward",
    "towards",
    "including",
    "like",
    "as",
    "during",
    "since",
    "ahead",
    "except",
    "excluding",
];

/// What somebody has as something: "his role as | chair".
const CAPACITIES: &[&str] = &[
    "role",
    "roles",
    "position",
    "status",
    "job",
    "function",
    "time",
    "term",
    "terms",
    "tenure",
    "stint",
    "capacity",
    "record",
    "reputation",
    "work",
    "service",
    "appointment",
    "election",
    "nomination",
    "emergence",
    "rise",
    "recognition",
    "designation",
    "classification",
    "identity",
    "image",
    "career",
    "successor",
    "predecessor",
];

/// What can open a clause as well as a phrase.
const CONJUNCTIONS: &[&str] = &["after", "before", "since", "until"];

/// Nouns that only say how many of them there are.
const COUNTS: &[&str] = &["range", "number", "group", "handful", "host", "variety", "series", "majority", "couple"];

/// How many tokens an aside between "and" and what it joins may have.
const LONGEST_ASIDE: usize = 8;

/// How many tokens a phrase in front of a subject may have without a comma.
const LONGEST_FRONTED: usize = 8;

impl Scene<'_> {
    /// Stretches a noun phrase leftward over what it hangs on: "the head | of the commission", "officials | in Kest".
    pub(crate) fn extend_left(&self, phrase: Range<usize>, low: usize) -> Range<usize> {
        let words = &self.words;
        let mut best = phrase.start;
        let mut start = phrase.start;
        // "this week as | Averland and Lomar criticised"
        let conjunction = |at: usize| {
            words.is_any(at, CONJUNCTIONS)
                || words.is(at, "as")
                    && at > low
                    && !self.is_capacity(at, low)
                    && (self.finite_follows(phrase.end) || words.is(phrase.end, ",") && words.is_time(at - 1))
        };
        for _ in 0..6 {
            let Some(mut before) = start.checked_sub(1).filter(|&before| before >= low) else { break };
            // "the spokesman of its | Ministry of Trade"
            if words.is_possessive_pronoun(before) && words.is_capitalised(start) && before > low {
                best = before;
                start = before;
                continue;
            }
            // "majorities in both | the House and the Senate"
            if words.is(before, "both") && before > low && words.pos(before - 1) == Upos::Adp {
                before -= 1;
            }
            let described = before.checked_sub(1).filter(|&at| {
                at >= low
                    && words.pos(before) == Upos::Adp
                    && words.is_any(
                        at,
                        &[
                            "close",
                            "familiar",
                            "loyal",
                            "sympathetic",
                            "opposed",
                            "privy",
                            "critical",
                            "aware",
                            "active",
                            "next",
                            "responsible",
                        ],
                    )
            });
            // "Averland and, to a lesser extent, | Kestria"
            if let Some(and) = self.and_before_aside(start, low) {
                before = and;
            }
            let word = words.word(before);
            // "Averland as well as | Kestria"
            let well = before > low + 2 && word == "as" && words.is(before - 1, "well") && words.is(before - 2, "as");
            // "Russia along with six others"
            let along = word == "with" && before > low && words.is_any(before - 1, &["along", "together"]);
            let next = if along {
                self.noun_phrase_before(before - 1, low)
            } else if well {
                self.noun_phrase_before(before - 2, low)
            } else if let Some(adjective) = described {
                self.noun_phrase_before(adjective, low)
            } else if word == "as" && !self.is_capacity(before, low) {
                // "The rift widened this week as | Averland criticised": a clause begins.
                None
            } else if matches!(word, "except" | "including") || words.pos(before) == Upos::Adp && LINKS.contains(&word)
            {
                let timed = words.is_time(before.saturating_sub(1));
                // "one source regularly | in contact with"
                let adverb = before.checked_sub(1).filter(|&at| {
                    at > low
                        && words.pos(at) == Upos::Adv
                        && !words.is_capitalised(at)
                        && words.word(at).ends_with("ly")
                });
                self.reduced_before(before, low, self.finite_follows(phrase.end))
                    .filter(|_| timed)
                    .or_else(|| self.noun_phrase_before(adverb.unwrap_or(before), low))
                    .or_else(|| self.reduced_before(before, low, self.finite_follows(phrase.end)))
            } else if word == "and" || word == "or" || word == "&" {
                // Joined only where the left one is not an object.
                self.noun_phrase_before(before, low)
                    .or_else(|| {
                        before
                            .checked_sub(1)
                            .filter(|&b| words.is(b, ","))
                            .and_then(|b| self.noun_phrase_before(b, low))
                    })
                    .and_then(|left| {
                        if let Some(listed) = self.listed_behind_link(&left, low).filter(|_| word == "and") {
                            return Some(listed);
                        }
                        // "after the vote, and Kest has said": two in a row take no comma.
                        let comma = words.is(before - 1, ",") && !words.is_close_quote(before.saturating_sub(2));
                        // "actions in the east and | the south have": both belong to what stands before the preposition.
                        let placed = left.start.checked_sub(1).filter(|&link| {
                            link > low
                                && (words.pos(link) == Upos::Adp || words.is(link, "including"))
                                && LINKS.contains(&words.word(link))
                                && (!words.is(link, "as") || self.is_capacity(link, low))
                                && !(words.is(link, "as") && conjunction(link))
                        });
                        let outer =
                            placed.and_then(|link| self.noun_phrase_before(link, low)).filter(|_| word == "and");
                        let front = outer.unwrap_or_else(|| left.clone());
                        // "to which both | Okello and Lind have agreed"
                        let both = left.start.checked_sub(1).filter(|&at| at > low && words.is(at, "both"));
                        let left = both.map_or(left.clone(), |both| both..left.end);
                        let named = words.is(left.start, "both")
                            || left.start > low && words.is_any(left.start - 1, &["which", "whom"]);
                        let open = || self.is_clause_start(self.extend_left_by_of(front, low).start, low);
                        let starts = !comma && (named || open()) || self.list_starts(left.start, low);
                        self.makers_before(&left, low).or_else(|| Some(left).filter(|_| starts))
                    })
            } else {
                // "the bid | to open an office"
                self.groups
                    .holding(before)
                    .filter(|group| {
                        group.shape == super::groups::Shape::Infinitive
                            && group.tokens.start > low
                            && words.pos(group.tokens.start - 1) == Upos::Noun
                    })
                    .and_then(|group| self.noun_phrase_before(group.tokens.start, low))
            };
            let Some(next) = next else { break };
            let end_of_left = before;
            start = next.start;
            // "At the summit in Kest Okello": a phrase behind a preposition at the start of a clause is no subject.
            let behind = start.checked_sub(1).filter(|&before| before >= low);
            // "after the bank and its owner said": there a clause begins.
            let clause = |before: usize| {
                words.is(end_of_left, "and")
                    && words.is_nominal(end_of_left - 1)
                    && words.pos(end_of_left - 1) != Upos::Num
                    && !words.is_time(end_of_left - 1)
                    && conjunction(before)
            };
            // "days after | the envoy for the Sahel ruled out": so does one before somebody whose verb follows.
            let held = |before: usize| {
                conjunction(before)
                    && words.is_any(end_of_left, &["of", "for", "in", "at", "from"])
                    && self.holder_kind(&next).is_some()
                    && self.finite_follows(phrase.end)
            };
            // "as | hardliners in Kest then called for it", "as | Averland and Kestria say"
            let told = |before: usize| {
                words.is(before, "as")
                    && words.is_any(end_of_left, &["of", "for", "in", "at", "from", "and"])
                    && (self.holder_kind(&next).is_some() || words.pos(next.end - 1) == Upos::Propn)
                    && !self.is_capacity(before, low)
                    && self.finite_follows(phrase.end)
            };
            let hangs = behind.is_some_and(|before| {
                words.pos(before) == Upos::Adp
                    && !words.is_any(before, &["of", "than", "like"])
                    && !clause(before)
                    && !held(before)
                    && !told(before)
                    // "as one of them told"
                    && !(words.is(before, "as") && (before == low || words.pos(before - 1) == Upos::Punct))
            });
            if !hangs {
                best = start;
            }
        }
        self.with_examples(self.with_list(best..phrase.end, low), low)
    }

    /// Whether the noun at `index` only says how many there are: "a range | of states".
    pub(crate) fn only_counts(&self, index: usize) -> bool {
        self.words.is_any(index, COUNTS)
    }

    /// The "and" of "Averland and, to a lesser extent, | Kestria": where the aside in front of `start` has one before it.
    fn and_before_aside(&self, start: usize, low: usize) -> Option<usize> {
        let words = &self.words;
        let close = start.checked_sub(1).filter(|&close| close > low && words.is(close, ","))?;
        let open = (low + 1..close).rev().take(LONGEST_ASIDE).find(|&at| words.is(at, ","))?;
        let plain = self.groups.within(open..close).next().is_none() && close > open + 1;
        (plain && words.is(open - 1, "and")).then_some(open - 1)
    }

    /// Whether the "as" at `index` tells what somebody is: "his role as chair", "the group known as Averland First".
    fn is_capacity(&self, index: usize, low: usize) -> bool {
        let words = &self.words;
        index
            .checked_sub(1)
            .filter(|&before| before >= low)
            .is_some_and(|before| words.is_any(before, CAPACITIES) || words.form(before) == VerbForm::PastParticiple)
    }

    /// Whether a finite verb stands at `index`, but for adverbs.
    fn finite_follows(&self, index: usize) -> bool {
        let verb = (index..index + 3).find(|&at| self.words.pos(at) != Upos::Adv);
        verb.and_then(|at| self.groups.holding(at)).is_some_and(|group| group.shape == super::groups::Shape::Finite)
    }

    /// "The states of arrival, such as | Greece and Italy, want": those of whom some are named.
    fn with_examples(&self, phrase: Range<usize>, low: usize) -> Range<usize> {
        let words = &self.words;
        let before = |back: usize| phrase.start.checked_sub(back).filter(|&at| at > low);
        let opener = before(1).filter(|&at| words.is(at, "including")).or_else(|| {
            let such = before(2).filter(|&at| words.is(at, "such"));
            such.filter(|&at| words.is(at + 1, "as"))
        });
        let Some(opener) = opener else { return phrase };
        let comma = usize::from(words.is(opener - 1, ","));
        let Some(whole) = self.noun_phrase_before(opener - comma, low) else { return phrase };
        let whole = self.extend_left(whole, low);
        if self.is_clause_start(whole.start, low) { whole.start..phrase.end } else { phrase }
    }

    /// "a study of wages in | Averland, Kestria" and a last one: a list that hangs on what stands in front of its preposition, where
    /// the clause begins with that.
    fn listed_behind_link(&self, last: &Range<usize>, low: usize) -> Option<Range<usize>> {
        let words = &self.words;
        let links = |at: usize| words.pos(at) == Upos::Adp && LINKS.contains(&words.word(at)) && !words.is(at, "as");
        let mut start = last.start;
        while let Some(comma) = start.checked_sub(1).filter(|&at| at > low && words.is(at, ",")) {
            start = self.noun_phrase_before(comma, low)?.start;
        }
        let mut front = start;
        while let Some(link) = front.checked_sub(1).filter(|&at| at > low && links(at)) {
            front = self.noun_phrase_before(link, low)?.start;
        }
        // "After the visit to Averland, Kestria and Lomar agreed": two of them agreed.
        let opens = front == low || words.is_any(front - 1, &[",", ";", "and", "but", "that"]);
        (start < last.start && front < start && opens && !words.is_time(front)).then_some(start..last.end)
    }

    /// "a study by | Ostrand, Quill" and a last one: all who made the paper.
    fn makers_before(&self, last: &Range<usize>, low: usize) -> Option<Range<usize>> {
        let words = &self.words;
        let mut start = last.start;
        for _ in 0..5 {
            let before = start.checked_sub(1).filter(|&before| before > low)?;
            let left = self.noun_phrase_before(before, low)?;
            if words.is_any(before, &["by", "from"]) {
                let paper = self.extend_left_by_of(left, low);
                return self.is_paper(self.head_of(&paper)).then_some(start..last.end);
            }
            if !words.is(before, ",") {
                return None;
            }
            start = left.start;
        }
        None
    }

    fn extend_left_by_of(&self, phrase: Range<usize>, low: usize) -> Range<usize> {
        let mut start = phrase.start;
        for _ in 0..3 {
            let Some(before) =
                start.checked_sub(1).filter(|&before| before >= low && self.words.is_any(before, &["of", "for"]))
            else {
                break;
            };
            let Some(next) = self.noun_phrase_before(before, low) else { break };
            start = next.start;
        }
        start..phrase.end
    }

    /// "A, B and C": takes in the members before the last two.
    fn with_list(&self, phrase: Range<usize>, low: usize) -> Range<usize> {
        let words = &self.words;
        if !phrase.clone().any(|index| words.is(index, "and")) {
            return phrase;
        }
        let mut start = phrase.start;
        // "In a statement, Brazil, India and China": not all that stands in front is of the list.
        let mut first = None;
        for _ in 0..6 {
            let example = start > low
                && (words.is(start - 1, "including")
                    || words.is(start - 1, "as") && words.is(start.saturating_sub(2), "such"));
            if start < phrase.start && (example || self.is_clause_start(start, low)) {
                first = Some(start);
            }
            // "three-quarters of | workers, farmers, and clerks believe"
            if start < phrase.start
                && start > low + 1
                && words.is(start - 1, "of")
                && let Some(share) = self.noun_phrase_before(start - 1, low)
                && (words.pos(share.end - 1) == Upos::Num
                    || words.is_any(
                        share.end - 1,
                        &[
                            "majority",
                            "majorities",
                            "half",
                            "share",
                            "three-quarters",
                            "two-thirds",
                            "number",
                            "dozens",
                            "many",
                            "most",
                            "some",
                        ],
                    ))
            {
                first = Some(share.start);
                break;
            }
            if example {
                break;
            }
            // "A, B and C, and | members D and E"
            let and = start.checked_sub(2).filter(|&comma| {
                comma > low && words.is(comma, ",") && words.is(comma + 1, "and") && start == phrase.start
            });
            let Some(comma) = and.or_else(|| start.checked_sub(1)).filter(|&comma| comma > low && words.is(comma, ","))
            else {
                break;
            };
            let Some(mut left) = self.noun_phrase_before(comma, low) else { break };
            if and.is_some()
                && let Some(joined) = left.start.checked_sub(1).filter(|&at| at > low && words.is(at, "and"))
                && let Some(before) = self.noun_phrase_before(joined, low)
            {
                left = before.start..left.end;
            }
            let counted = words.is_any(start + 1, COUNTS);
            // "a range of | poor countries"
            let left = left
                .start
                .checked_sub(3)
                .filter(|&a| a > low && words.is(a + 2, "of") && words.is_any(a + 1, COUNTS))
                .map_or(left.clone(), |a| a..left.end);
            // "in Kest, a statement from Averland and Lomar": no list of equals.
            let unlike = words.is_any(start, &["a", "an"]) && words.pos(left.start) == Upos::Propn && !counted;
            if left.len() > 6 || words.is_time(comma - 1) || unlike {
                break;
            }
            start = left.start;
        }
        let all = start < phrase.start && self.is_clause_start(start, low);
        // "envoys of | Averland, Lomar and Kestria said": those who are of all of them.
        if let Some(whole) = self.people_of_list(start, low).filter(|_| !all && start < phrase.start) {
            return whole..phrase.end;
        }
        if all { start..phrase.end } else { first.unwrap_or(phrase.start)..phrase.end }
    }

    /// Where the phrase begins whose "of" or "from" a list follows, if a clause can begin there.
    fn people_of_list(&self, start: usize, low: usize) -> Option<usize> {
        let words = &self.words;
        let link = start
            .checked_sub(1)
            .filter(|&link| link > low && words.is_any(link, &["of", "from", "for", "in", "across"]))?;
        let left = self.noun_phrase_before(link, low)?;
        let noun = words.word(left.end - 1);
        let people =
            noun.ends_with('s') && matches!(self.lexicon.holder(noun), Some(HolderKind::Person | HolderKind::Group));
        (people && self.is_clause_start(left.start, low)).then_some(left.start)
    }

    fn list_starts(&self, start: usize, low: usize) -> bool {
        start.checked_sub(1).is_some_and(|comma| {
            comma > low
                && self.words.is(comma, ",")
                && self.noun_phrase_before(comma, low).is_some_and(|left| {
                    // "The leaders of Averland, | Kestria, and Lomar"
                    self.is_clause_start(left.start, low) || self.people_of_list(left.start, low).is_some()
                })
        })
    }

    /// A phrase with a participle or relative clause before token `end`: "the report | released", "those who met".
    fn reduced_before(&self, end: usize, low: usize, finite_follows: bool) -> Option<Range<usize>> {
        let words = &self.words;
        let mut verb = end.checked_sub(1).filter(|&verb| verb >= low)?;
        // "a poll released | this week | by", "work done | in 2030 | by"
        while verb > low
            && (words.is_time(verb)
                || words.is_any(verb, &["this", "last", "in", "on", "earlier", "late", "early", "recently"])
                || words.kind(verb) == Some(TokenKind::Number)
            // "launched daily | by"
            || words.pos(verb) == Upos::Adv && !words.is_capitalised(verb))
        {
            verb -= 1;
        }
        if words.pos(verb) != Upos::Verb || self.groups.holding(verb).is_none_or(|group| group.tokens.len() > 1) {
            return None;
        }
        // "Brand appeared | on": a verb in the past is the main one, unless another follows or somebody did it to what stands in front.
        let main = words.form(verb) == VerbForm::Past && !words.is(end, "by") && !finite_follows;
        if main || !matches!(words.form(verb), VerbForm::PastParticiple | VerbForm::Ing | VerbForm::Past) {
            return None;
        }
        // "They wrote | to the bank": no participle describes a pronoun.
        // "a paper | first | released in"
        let adverb = verb > low && words.pos(verb - 1) == Upos::Adv && !words.is_capitalised(verb - 1);
        self.noun_phrase_before(verb - usize::from(adverb), low).filter(|phrase| {
            phrase.len() > 1 || !words.is_any(phrase.start, &["i", "we", "you", "he", "she", "it", "they"])
        })
    }

    /// Whether a clause can begin at `index`: nothing, a mark or a conjunction stands before it.
    pub(crate) fn is_clause_start(&self, index: usize, low: usize) -> bool {
        let words = &self.words;
        let Some(before) = index.checked_sub(1).filter(|&before| before >= low) else { return true };
        matches!(words.pos(before), Upos::Cconj | Upos::Sconj | Upos::Punct | Upos::Adv | Upos::Intj)
            || words.is_any(
                before,
                &[
                    "that", ",", ";", ":", "as", "while", "when", "where", "after", "before", "because", "if",
                    "though", "although", "since", "until", "than", "why", "how", "what", "which", "whom",
                ],
            )
            || words.is_dash(before)
            || words.is_open_quote(before)
            || words.is_close_quote(before)
            || words.is_time(before)
            // "to see | Australia and Tuvalu announce"
            || words.is_any(before, &["see", "saw", "seen", "watch", "watched", "hear", "heard"])
            || self.is_fronted_phrase(index, low)
    }

    /// "From the opposite side | the minister, …": nothing but one prepositional phrase stands in front.
    fn is_fronted_phrase(&self, index: usize, low: usize) -> bool {
        let words = &self.words;
        let begin = (low..index).rev().find(|&at| words.is_any(at, &[",", ";"])).map_or(low, |at| at + 1);
        words.pos(begin) == Upos::Adp
            && index - begin <= LONGEST_FRONTED
            && matches!(words.pos(index), Upos::Det | Upos::Propn)
            // "Behind closed doors", "With elections looming": but no clause.
            && self.groups.within(begin..index).all(|(_, group)| {
                matches!(group.shape, Shape::Participle | Shape::Ing) || group.tokens.start == begin + 1
            })
            && self.noun_phrase_end(begin + 1, index).is_some()
            && (!matches!(words.pos(index - 1), Upos::Adp | Upos::Det | Upos::Adj | Upos::Propn)
                // "In Geneva | the World Bank", "In Geneva | Kenya": a name behind another one.
                || words.pos(index - 1) == Upos::Propn && self.begins_another_name(index))
    }

    /// Whether an article or the name of an actor parts the words at `index` from a name in front of them.
    fn begins_another_name(&self, index: usize) -> bool {
        let Some(token) = self.words.token(index) else { return false };
        let named = self.actors.starts_at(token.at.start)
            && !self.actors.mentions.iter().any(|other| other.at.start < token.at.start && other.at.contains(token.at));
        self.words.pos(index) == Upos::Det || named
    }
}
