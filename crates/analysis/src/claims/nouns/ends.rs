//! Where the content of a noun ends: at the verb whose subject the noun is, at the main clause, at the next noun of its kind.

use std::ops::Range;

use crate::claims::cues::frames::QUESTION_WORDS;
use crate::claims::grammar::groups::Shape;
use crate::claims::grammar::words::is_plural_form;
use crate::claims::scene::Scene;
use crate::lexicon::Frame;
use crate::tagger::{Upos, VerbForm};

impl Scene<'_> {
    /// "their quest for a port | and its neighbour’s plans": up to the next cue noun that has an owner.
    pub(crate) fn before_next_cue(&self, content: Range<usize>, index: usize) -> Range<usize> {
        let words = &self.words;
        if content.start <= index {
            return content;
        }
        // A clause may have such a noun as its object; then only one that has a content of its own ends it.
        let clause = words.is_any(content.start, &["that", "to", "not", "whether"]);
        let next = content.clone().skip(1).find(|&at| {
            let apart = words.quotations.around(at) == words.quotations.around(content.start);
            // "criticism of the toll, as well as the rise of …": what is added to the noun and not to what it says.
            let added = !clause && words.is(at, ",") && words.is(at + 1, "as") && words.is(at + 2, "well");
            // "the statement that it left, as well as Okello’s remarks on it"
            let second = || {
                self.noun_phrase_end(at + 4, content.end).is_some_and(|end| {
                    words.listed(end - 1).noun && (at + 4..end).any(|at| words.is_possessive_mark(at))
                })
            };
            let added = added
                || clause
                    && words.is(at, ",")
                    && words.is(at + 1, "as")
                    && words.is(at + 2, "well")
                    && words.is(at + 3, "as")
                    && second();
            // "worries about the pact, including fears that"
            let listed = words.is(at, ",")
                && words.is(at + 1, "including")
                && self.noun_phrase_end(at + 2, content.end).is_some_and(|end| {
                    words.listed(end - 1).noun && (words.is(end, "that") || self.takes(end - 1, end))
                });
            // "advice not to go, | for fear that"
            let fearing = words.is(at, ",") && words.is(at + 1, "for") && words.is(at + 2, "fear");
            // "its push to move on – even though"
            let granted = words.is(content.start, "to")
                && words.is_dash(at)
                && words.is_any(at + 1, &["even", "although", "though", "despite", "which"]);
            if apart && (added || listed || granted || fearing) {
                return true;
            }
            if !words.is_any(at, &[",", "and"]) {
                return false;
            }
            let start = at + 1 + usize::from(words.is(at, ",") && words.is(at + 1, "and"));
            self.noun_phrase_end(start, content.end).is_some_and(|end| {
                let bare = words.is(at, "and")
                    && words.pos(start) == Upos::Noun
                    && end == start + 1
                    && words.pos(end) == Upos::Adp
                    && self.takes(start, end);
                // "concern about the dam and a desire to close it"
                let another = words.is(at, "and")
                    && words.is_any(start, &["a", "an"])
                    && words.listed(end - 1).noun
                    && (words.is(end, "that") || self.takes(end - 1, end));
                // "to sign and insistence on a vote"
                let to = words.is_any(content.start, &["to", "not"]);
                if to && bare && self.groups.at(start).is_none() && self.has_no_such_noun(&(content.start..at)) {
                    return true;
                }
                if clause {
                    return words.is(at, "and")
                        && !words.is(at - 1, ",")
                        && (words.is_possessive_pronoun(start) || (start..end).any(|at| words.is_possessive_mark(at)))
                        && words.listed(end - 1).noun
                        && (words.is(end, "that") || self.takes(end - 1, end))
                        && self.has_no_such_noun(&(content.start..at));
                }
                words.listed(end - 1).noun
                    && (bare
                        || another
                        || words.is_possessive_pronoun(start)
                        || (start..end).any(|at| words.is_possessive_mark(at)))
            })
        });
        content.start..next.unwrap_or(content.end)
    }

    /// "to voice its fears and its doubts about it": where one such noun stands before "and", the next is joined to that.
    fn has_no_such_noun(&self, content: &Range<usize>) -> bool {
        let words = &self.words;
        words.pos(content.end - 1) != Upos::Noun || !words.listed(content.end - 1).noun
    }

    /// Whether the cue noun at `noun` takes the preposition at `preposition`.
    pub(crate) fn takes(&self, noun: usize, preposition: usize) -> bool {
        let words = &self.words;
        self.lexicon.nouns(words.word(noun)).any(|entry| {
            entry.content.iter().any(|frame| match frame {
                Frame::Prep(taken) => words.is(preposition, taken),
                Frame::To => words.is(preposition, "to"),
                _ => false,
            })
        })
    }

    /// "Despite his claim that the line had moved, | the ministry …": up to the clause that a fronted phrase stands before.
    pub(crate) fn before_main_clause(
        &self,
        content: Range<usize>,
        index: usize,
        bounds: &Range<usize>,
    ) -> Range<usize> {
        let words = &self.words;
        let mut first = bounds.start + usize::from(words.pos(bounds.start) == Upos::Cconj);
        first += usize::from(words.is(first, ","));
        // "However, as the court had …"
        if words.pos(first) == Upos::Adv && words.is(first + 1, ",") {
            first += 2;
        }
        // "As the league goes on with its attempts to close the port, | the ministers …"
        let subordinate = words.pos(first) == Upos::Sconj
            || words
                .is_any(first, &["as", "while", "although", "though", "since", "because", "after", "when", "whereas"]);
        let subordinate = subordinate
            && content.start > index
            && first < index
            && !(first..index).any(|at| words.is(at, ","))
            && self.groups.within(first..index).filter(|(_, group)| group.shape == Shape::Finite).count() <= 1;
        let participle =
            self.groups.holding(first).is_some_and(|group| matches!(group.shape, Shape::Participle | Shape::Ing));
        let fronted = content.start > index
            && (words.pos(first) == Upos::Adp
                || participle
                || words.is_any(
                    first,
                    &[
                        "despite",
                        "amid",
                        "following",
                        "given",
                        "notwithstanding",
                        "owing",
                        "due",
                        "thanks",
                        "regarding",
                        "concerning",
                    ],
                ))
            && self.groups.within(first..index).all(|(_, group)| {
                // "Following the claim that it had failed and his proposal to": a verb of a clause behind "that".
                group.shape != Shape::Finite
                    || (first + 1..group.tokens.start).any(|at| words.is(at, "that") && words.pos(at - 1) == Upos::Noun)
                        && !(first..index).any(|at| words.is(at, ","))
            });
        // "Averland, in its desire to close the port, | sent ships"
        let aside = content.start > index
            && (bounds.start + 1..index).rev().take(6).any(|at| {
                words.is(at, ",")
                    && words.is_any(at + 1, &["in", "with", "despite", "given", "amid", "for", "after", "by"])
                    && self.groups.within(at + 1..index).next().is_none()
            });
        let resumed = content.clone().find(|&at| {
            aside
                && words.is(at, ",")
                && words.quotations.around(at) == words.quotations.around(index)
                && self.group_from(at + 1, bounds.end).is_some_and(|(_, group)| group.shape == Shape::Finite)
        });
        if let Some(comma) = resumed {
            return content.start..comma;
        }
        if !fronted && !subordinate {
            return content;
        }
        let comma = content.clone().find(|&at| {
            words.is(at, ",")
                && words.quotations.around(at) == words.quotations.around(index)
                && !words.is_any(at + 1, &["and", "or", "but", "which", "who"])
                && self.clause_at(at + 1, bounds.end).is_some()
        });
        content.start..comma.unwrap_or(content.end)
    }

    /// "to praise and even honour the tyrant": the conjunction at `at` leads to no verb with a subject.
    fn joins_bare_verb(&self, at: usize, high: usize) -> bool {
        self.group_from(at + 1, high).is_some_and(|(_, group)| matches!(group.shape, Shape::Bare | Shape::Infinitive))
    }

    /// "its claims of fraud | “relied on bad data”": the mark that opens before the verb of the noun.
    fn verb_in_marks(&self, content: &Range<usize>) -> Option<usize> {
        let words = &self.words;
        let open = (content.start + 1..content.end).find(|&at| {
            words.is_open_quote(at)
                && matches!(words.pos(at - 1), Upos::Noun | Upos::Propn)
                && words.pos(at + 1) == Upos::Verb
                && matches!(words.form(at + 1), VerbForm::Past | VerbForm::PastParticiple | VerbForm::Present)
        })?;
        (!self.has_finite(&(content.end..self.bounds(content.start).end))).then_some(open)
    }

    /// "X’s claim that A had moved | was wrong", "their plan to end it | failed": up to the verb whose subject the noun is.
    pub(crate) fn before_main_verb(&self, content: Range<usize>) -> Range<usize> {
        let words = &self.words;
        // A clause has a verb of its own; an infinitive has none, nor has a gerund behind a preposition.
        let gerund = self.groups.holding(content.start).is_some_and(|group| group.shape == Shape::Ing);
        // "fears of a long war | faded": a phrase behind a preposition has none either.
        let phrase = content.start > 0
            && words.pos(content.start - 1) == Upos::Adp
            && matches!(words.pos(content.start), Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj)
            && !words.is_any(content.start, QUESTION_WORDS);
        let mut own = usize::from(!words.is_any(content.start, &["to", "not"]) && !gerund && !phrase);
        let mut from = content.start + 1;
        if own == 0
            && let Some(mark) = self.verb_in_marks(&content)
        {
            return content.start..mark;
        }
        // "to let the pound | float": the infinitive behind the object.
        let lets = own == 0 && words.is_any(content.start + 1, &["let", "make", "help", "have", "see", "watch"]);
        for (nth, (_, group)) in self.groups.within(content.start + 1..content.end).enumerate() {
            if lets && nth <= 1 && group.tokens.len() == 1 && !words.word(group.head).ends_with('s') && !group.past {
                continue;
            }
            // "their hope of a quick end | faded."
            let last = own == 0
                && group.shape == Shape::Participle
                && group.tokens.end == content.end
                && words.pos(group.tokens.start - 1) == Upos::Noun
                && self.bounds(content.start).end <= content.end + 1;
            // "that the vote was void | shocked the clerks", "not to sign | surprised them"
            let shifted = own == 0
                && group.shape == Shape::Participle
                && group.tokens.len() == 1
                && group.tokens.start > content.start + 1
                && matches!(words.pos(group.tokens.start - 1), Upos::Adj | Upos::Verb)
                && (matches!(words.pos(group.tokens.end), Upos::Det | Upos::Propn | Upos::Pron)
                    || words.is_any(group.tokens.end, &["many", "most", "some", "few", "all", "nobody"]));
            // "that growth would double in 2031 | proved too hopeful"
            let linked = own == 0
                && group.tokens.len() == 1
                && matches!(words.pos(group.tokens.start - 1), Upos::Noun | Upos::Propn | Upos::Num)
                && words
                    .is_any(group.head, &["proved", "seemed", "appeared", "remained", "sounded", "looked", "turned"])
                && matches!(words.pos(group.tokens.end), Upos::Adj | Upos::Adv);
            if last || shifted || linked {
                return content.start..group.tokens.start;
            }
            if group.shape != Shape::Finite
                || words.quotations.around(group.head) != words.quotations.around(content.start)
            {
                continue;
            }
            let start = group.tokens.start;
            // "to join the board, set up in May, | was": an aside of the content.
            if own == 0
                && words.is(start - 1, ",")
                && let Some(comma) = (content.start + 1..start - 1).find(|&at| words.is(at, ","))
                && self.groups.holding(comma + 1).is_some_and(|aside| aside.shape == Shape::Participle)
                && !(comma + 1..start - 1).any(|at| words.is(at, ","))
            {
                return content.start..comma;
            }
            // "software and values | assumes": no subject of that verb.
            let other_number = |at: usize| {
                let noun = start - 1;
                at < noun
                    && words.pos(noun) == Upos::Noun
                    && is_plural_form(words.word(noun))
                    && self.is_singular(group)
            };
            let introduced = (from..start).any(|at| {
                words.pos(at) == Upos::Sconj
                    || words.pos(at) == Upos::Cconj && !self.joins_bare_verb(at, start) && !other_number(at)
                    || words.is_relative(at)
                    || words
                        .is_any(at, &[",", ";", ":", "as", "when", "where", "how", "why", "than", "what", "whatever"])
                    || words.is(at, "that") && words.pos(at - 1) == Upos::Verb
                    || words.is_any(at, &["after", "before", "until", "since"]) && !other_number(at)
                    || words.is_dash(at)
            });
            // "the war Kestria started"
            let contact = self.noun_phrase_before(start, from).is_some_and(|phrase| {
                phrase.start > from && matches!(words.pos(phrase.start - 1), Upos::Noun | Upos::Propn)
            });
            from = group.tokens.end;
            if introduced || contact {
                continue;
            }
            if own == 0 {
                // "its decision to move it | further shows", "its support for the force | also fell"
                let adverb = start - 1 > content.start + 1
                    && words.is_any(start - 1, &["also", "further", "still", "only", "even", "then", "again", "just"]);
                return content.start..start - usize::from(adverb);
            }
            own -= 1;
        }
        content
    }
}
