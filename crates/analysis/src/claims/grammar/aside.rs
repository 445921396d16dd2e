//! What stands between a subject and its verb: asides between commas, relative clauses.

use std::ops::Range;

use super::groups::{Group, Shape};
use super::subject::{How, Subject};
use crate::claims::scene::Scene;
use crate::lexicon::Frame;
use crate::tagger::{Upos, VerbForm};

/// How many tokens a relative clause between a subject and its verb may have.
const LONGEST_RELATIVE: usize = 24;

/// How many tokens an aside between dashes may have.
const LONGEST_DASHED: usize = 60;

/// Tokens of a noun in marks, with the marks.
const LONGEST_MARKED: usize = 7;

impl Scene<'_> {
    /// "somebody who works on such cases | explained": the head of the relative clause that ends before token `end`.
    pub(crate) fn head_of_relative(&self, end: usize, low: usize) -> Option<Range<usize>> {
        let words = &self.words;
        let from = low.max(end.saturating_sub(LONGEST_RELATIVE));
        // "rebels that fought in Kest and Halm | look on": what joins names joins no clauses.
        let names = |at: usize| words.pos(at - 1) == Upos::Propn && words.pos(at + 1) == Upos::Propn;
        let joins = |at: usize| words.is_any(at, &["and", "but", "or"]) && !names(at);
        let pronoun = (from + 1..end)
            .rev()
            .take_while(|&at| words.pos(at) != Upos::Punct && !joins(at))
            .find(|&at| words.is_any(at, &["who", "which"]) || words.is(at, "that") && words.pos(at) == Upos::Pron)?;
        // "the paper which Averland circulated among envoys | seeks"
        let (_, verb) = self
            .group_from(pronoun + 1, end)
            .or_else(|| {
                let at = self.clause_at(pronoun + 1, end)?;
                let group = self.groups.get(at)?;
                let hung = words.pos(group.tokens.end) == Upos::Adp && !words.is(group.tokens.end, "as");
                (hung || group.tokens.end == end).then_some((at, group))
            })
            .filter(|(_, group)| group.shape == Shape::Finite)?;
        let others = self.groups.within(verb.tokens.end..end).any(|(_, group)| group.shape == Shape::Finite);
        let head = self.noun_phrase_before(pronoun, low).filter(|_| !others)?;
        let phrase = self.extend_left(head, low);
        self.is_clause_start(phrase.start, low).then_some(phrase.start..end)
    }

    /// "X, the president of Y, said": the phrase before the aside that ends with the comma at `close`.
    pub(crate) fn across_aside(&self, close: usize, low: usize) -> Option<Subject> {
        let words = &self.words;
        // "Brand – an expert on tides, who was there, and on salt – noted": the dash that opens.
        if words.is_dash(close)
            && let Some(open) = (low + 1..close).rev().take(LONGEST_DASHED).find(|&at| words.is_dash(at))
            && let Some(phrase) = self
                .noun_phrase_before(open, low)
                .map(|phrase| self.extend_left(phrase, low))
                .or_else(|| self.marked_before(open, low))
        {
            let aside = self.groups.within(open + 1..close).all(|(_, group)| {
                group.shape != Shape::Finite || words.is_relative(group.tokens.start.saturating_sub(1))
            });
            if aside && self.is_clause_start(phrase.start, low) && !words.is_time(phrase.start) {
                return Some(Subject { tokens: phrase, antecedent: None, how: How::Aside });
            }
        }
        let mut tried = 0;
        // "Okello, head of the bureau at the ministry, who is there too, said": of all the phrases the first.
        let mut nearest: Option<Range<usize>> = None;
        let mut index = close;
        while index > low && tried < 5 {
            index -= 1;
            if words.is_close_quote(index)
                && let Some(quoted) = words.quotations.around(index).and_then(|quoted| words.quotations.get(quoted))
            {
                index = quoted.tokens.start.max(low);
                continue;
            }
            let opens = words.is(index, ",") || words.is_dash(index);
            if !opens {
                continue;
            }
            tried += 1;
            // "its envoy abroad, | Sorrel Vane, said"
            let away = index - usize::from(index > low + 1 && words.is_any(index - 1, &["abroad", "overseas"]));
            if let Some(phrase) = self.noun_phrase_before(away, low) {
                // "Sorrel Vane, 74, a farmer, said"
                let dated = phrase.start > low && words.pos(phrase.start - 1) == Upos::Adp;
                if phrase.len() == 1 && words.pos(phrase.start) == Upos::Num && !dated {
                    continue;
                }
                let phrase = self.extend_left(phrase, low);
                // "Those who oppose the toll, in Kest as elsewhere, | say"
                let inner = !self.is_clause_start(phrase.start, low);
                let whole = Some(index).filter(|_| inner).and_then(|end| self.head_of_relative(end, low));
                let phrase = whole.unwrap_or(phrase.start..if away < index { index } else { phrase.end });
                if self.is_clause_start(phrase.start, low) && self.is_aside_text(index + 1, close) {
                    let listed = phrase.start > low && words.is(phrase.start - 1, ",");
                    let name = words.pos(phrase.end - 1) == Upos::Propn;
                    let timed = words.is_time(phrase.start)
                        || words.is_any(phrase.start, &["this", "last", "next"]) && words.is_time(phrase.start + 1);
                    // "The states of arrival, such as Greece, Italy and Spain, want"
                    let phrase = phrase.start..self.examples_end(&phrase, close);
                    if !listed && (nearest.is_none() || name) && !timed {
                        return Some(Subject { tokens: phrase, antecedent: None, how: How::Aside });
                    }
                    if !timed {
                        nearest.get_or_insert(phrase);
                    }
                }
            }
        }
        nearest.map(|tokens| Subject { tokens, antecedent: None, how: How::Aside })
    }

    /// "who, in a speech last week, | claimed": the relative pronoun before the aside that the comma or dash at `close` ends.
    pub(super) fn relative_before_aside(&self, close: usize, low: usize) -> Option<usize> {
        let words = &self.words;
        let dash = words.is_dash(close);
        if !dash && !words.is(close, ",") {
            return None;
        }
        let opens = |&at: &usize| if dash { words.is_dash(at) } else { words.is(at, ",") };
        let open = (low.max(close.saturating_sub(LONGEST_RELATIVE))..close).rev().find(opens)?;
        let pronoun = open.checked_sub(1).filter(|&at| at > low && words.is_any(at, &["who", "which"]))?;
        let verbless = self.groups.within(open..close).all(|(_, group)| group.shape != Shape::Finite);
        // "each of which, …": the relative pronoun is the object of what stands before.
        let governed = words.pos(pronoun - 1) == Upos::Adp && !words.is(pronoun - 1, "of");
        (verbless && !governed).then_some(pronoun)
    }

    /// "a “friendly country” | – as they call it – has": a noun in marks with its determiner.
    fn marked_before(&self, end: usize, low: usize) -> Option<Range<usize>> {
        let words = &self.words;
        let quoted = words.quotations.closing_before(end).and_then(|at| words.quotations.get(at))?;
        let start = quoted.tokens.start.checked_sub(1).filter(|&start| start >= low)?;
        (words.pos(start) == Upos::Det && quoted.tokens.len() < LONGEST_MARKED).then_some(start..end)
    }

    /// Where a phrase ends that names examples, with all of them.
    fn examples_end(&self, phrase: &Range<usize>, high: usize) -> usize {
        let words = &self.words;
        let named =
            phrase.clone().any(|at| words.is(at, "including") || words.is(at, "such") && words.is(at + 1, "as"));
        let mut end = phrase.end;
        while named && words.is_any(end, &[",", "and", "or"]) {
            let joined = usize::from(words.is(end, ",") && words.is_any(end + 1, &["and", "or"]));
            match self.noun_phrase_end(end + 1 + joined, high) {
                Some(next) => end = next,
                None => break,
            }
        }
        end
    }

    /// Whether the words between two commas can describe the phrase before them.
    fn is_aside_text(&self, start: usize, end: usize) -> bool {
        let words = &self.words;
        if words.is_any(start, &["who", "which", "whose", "whom", "where", "if", "as", "when", "though"]) {
            return true;
        }
        // ", has expanded the fleet, sent envoys": a verb of the clause.
        let verb = self.groups.holding(start);
        if verb.is_some_and(|group| group.shape == Shape::Finite && words.pos(start) == Upos::Aux) {
            return false;
        }
        // "its staff, according to two people, believe"
        if words.is_any(start, &["according"]) {
            return true;
        }
        // "The bank, he noted, has pledged it": an aside in which another speaks.
        let mut verbs = self.groups.within(start..end).filter(|(_, group)| group.shape == Shape::Finite);
        if let Some((_, spoken)) = verbs.next()
            && verbs.next().is_none()
            && spoken.tokens.end == end
            && spoken.tokens.start > start
            && self.lexicon.verbs(words.word(spoken.head)).any(|(verb, _)| {
                verb.rest.is_empty()
                    && verb.senses.iter().any(|sense| sense.tier == 1 && sense.frames.contains(&Frame::Clause))
            })
        {
            return true;
        }
        // "X, in what remains the best study of it, said"
        if words.pos(start) == Upos::Adp && words.is_any(start + 1, &["what", "which"]) {
            return true;
        }
        // No clause begins with its verb: "X, asked about it, said".
        // "a man named Vane", "in a note circulated to the press": a participle the tagger takes for a finite verb.
        let reduced = |group: &Group| {
            let next = group.tokens.end;
            group.tokens.len() == 1
                && (words.is_any(group.head, &["named", "called"]) && words.pos(next) == Upos::Propn
                    || words.pos(start) == Upos::Adp
                        && !words.is(start, "as")
                        && words.word(group.head).ends_with("ed")
                    // "a report, drawn up in 2021 and published last week, finds"
                    || words.is(group.tokens.start - 1, "and") && words.form(start) == VerbForm::PastParticiple)
        };
        let finite = self
            .groups
            .within(start..end)
            .any(|(_, group)| group.shape == Shape::Finite && group.tokens.start > start && !reduced(group));
        let relative = (start..end).any(|index| {
            words.is_any(
                index,
                &[
                    "who", "which", "whose", "whom", "that", "when", "where", "as", "after", "before", "while", "if",
                    "because",
                ],
            )
        });
        // "The union, while stressing that it was late, agreed"
        let doing = words.is(start, "while")
            && self
                .groups
                .holding(start + 1)
                .is_some_and(|group| matches!(group.shape, Shape::Ing | Shape::Participle));
        (relative || !finite) && (doing || !words.is_any(start, &["and", "but", "while", "that"]))
    }
}
