//! What somebody is called beside a name: "Brun, a longtime critic of the pact", "a supporter of the toll, Okello resigned".

use std::ops::Range;

use super::holders::Held;
use crate::claims::grammar::groups::Shape;
use crate::claims::scene::Scene;
use crate::lexicon::{CueNoun, HolderKind};
use crate::tagger::Upos;

/// How many tokens the first of two things somebody is called has.
const LONGEST_FIRST: usize = 16;

impl Scene<'_> {
    /// The holder a noun for a supporter or opponent stands in apposition to, or is what somebody is seen as.
    pub(crate) fn holder_of_role(
        &self,
        noun: &CueNoun,
        index: usize,
        phrase: &Range<usize>,
        bounds: &Range<usize>,
    ) -> Option<Held> {
        let words = &self.words;
        let called = words.is_any(phrase.start, &["a", "an", "another", "the", "both", "all"])
            || phrase.start == index
            || words.pos(phrase.start) == Upos::Adj;
        let takes = words.pos(index + 1) == Upos::Adp && !words.is(index + 1, "to");
        if !noun.predicate || !takes || !called || !(bounds.start..=index).contains(&phrase.start) {
            return None;
        }
        if let Some((content, source)) = self.named_of_several(index, bounds) {
            return Some(Held {
                source: Some(source),
                cue_start: index,
                from: index + 2,
                rule: "noun-in-apposition",
                score: 0.7,
                content: Some(content),
                ..Held::default()
            });
        }
        let named = self.named_before(phrase, bounds);
        let source = named.or_else(|| self.named_behind(index, phrase, bounds))?;
        if !matches!(self.holder_kind(&source), Some(HolderKind::Person | HolderKind::Group)) {
            return None;
        }
        Some(Held {
            source: Some(source),
            cue_start: index,
            from: index + 1,
            rule: "noun-in-apposition",
            score: 0.7,
            ..Held::default()
        })
    }

    /// "is one of the fiercest | critics of", "emerged as a leading | critic of", "is an ally of Brun and a | critic of": the subject.
    pub(crate) fn counted_among(
        &self,
        noun: &CueNoun,
        index: usize,
        phrase: &Range<usize>,
        bounds: &Range<usize>,
    ) -> Option<Held> {
        const BECOMING: &[&str] = &["emerged", "emerges", "emerging", "acted", "served", "serves", "positioned"];
        let words = &self.words;
        let before = phrase.start.checked_sub(1).filter(|&before| before > bounds.start && noun.predicate)?;
        let low = before.saturating_sub(LONGEST_FIRST).max(bounds.start);
        // "Kestria – the oldest republic and a supporter of free seas –"
        if words.is(before, "and")
            && words.is_any(phrase.start, &["a", "an"])
            && let Some(first) = self.noun_phrase_before(before, bounds.start)
            && (words.is_any(first.start, &["a", "an", "the"]) || first.clone().any(|at| words.is_possessive_mark(at)))
            && let Some(source) = self.named_before(&first, bounds)
            && self.holder_kind(&source).is_some()
        {
            return Some(Held {
                source: Some(source),
                cue_start: index,
                from: index + 1,
                rule: "noun-in-apposition",
                score: 0.68,
                ..Held::default()
            });
        }
        let number = if words.is(before, "of") && words.is_any(before - 1, &["one", "some", "two"]) {
            self.groups.at(before.saturating_sub(2)).filter(|_| before >= bounds.start + 2)
        } else if words.is(before, "among") || words.is(before, "as") && words.is_any(before - 1, BECOMING) {
            self.groups.at(before - 1)
        } else if words.is(before, "and") && words.is_any(phrase.start, &["a", "an", "the"]) {
            self.groups.within(low..before).last().map(|(number, _)| number)
        } else {
            None
        }?;
        let group = self.groups.get(number)?;
        let becomes = words.is_any(group.head, BECOMING)
            || words.is_any(group.head, &["became", "become", "remains", "remain", "remained"]);
        // "is an ally | and a critic of": what stands between is such a phrase too.
        let apart = words.is(before, "and") && !words.is_any(group.tokens.end, &["a", "an", "the"]);
        if !(group.copula || becomes) || group.negated || group.modal || apart {
            return None;
        }
        let subject = self.subject(number, bounds.start)?;
        Some(Held {
            source: Some(subject.tokens),
            antecedent: subject.antecedent,
            cue_start: index,
            from: index + 1,
            rule: "predicate-noun",
            score: 0.72,
            past: group.past,
            ..Held::default()
        })
    }

    /// "is | the pact’s fiercest critic", "Brun, | the pact’s fiercest critic": what the critic is against owns the noun.
    pub(crate) fn critic_of_owner(
        &self,
        noun: &CueNoun,
        index: usize,
        phrase: &Range<usize>,
        bounds: &Range<usize>,
    ) -> Option<Held> {
        let words = &self.words;
        let mark = (phrase.start..index).rev().find(|&at| words.is_possessive_mark(at))?;
        let more = words.is_any(index + 1, &["of", "and", "in"]) || words.is_possessive_mark(index + 1);
        if !noun.predicate || more {
            return None;
        }
        let before = phrase.start.checked_sub(1).filter(|&before| before >= bounds.start)?;
        let linked = self.groups.at(before).and_then(|number| Some((number, self.groups.get(number)?)));
        let (source, antecedent, past) = match linked {
            Some((number, group)) => {
                let is = group.copula
                    || words.is_any(group.head, &["become", "became", "becomes", "remain", "remains", "remained"]);
                let subject = self.subject(number, bounds.start)?;
                if !is || group.negated || group.modal {
                    return None;
                }
                (subject.tokens, subject.antecedent, group.past)
            }
            None => (self.named_before(phrase, bounds)?, None, false),
        };
        Some(Held {
            source: Some(source),
            antecedent,
            cue_start: index,
            from: index + 1,
            rule: "predicate-noun",
            score: 0.74,
            content: Some(phrase.start..mark),
            past,
            ..Held::default()
        })
    }

    /// "the main critics of the pact | include | Kestria and Lomar": what they are for or against, and who they are.
    fn named_of_several(&self, index: usize, bounds: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
        let words = &self.words;
        let end = self.long_phrase_end(index + 2, bounds.end)?;
        let (_, group) = self.group_from(end, bounds.end)?;
        let names = group.copula || words.is_any(group.head, &["include", "includes", "included"]);
        let start = group.tokens.end;
        let name = self.long_phrase_end(start, bounds.end).filter(|_| words.pos(start) == Upos::Propn)?;
        // "Averland, Lomar and Kestria"
        let mut last = name;
        while words.is_any(last, &[",", "and"]) {
            let next = last + 1 + usize::from(words.is(last, ",") && words.is(last + 1, "and"));
            match self.noun_phrase_end(next, bounds.end).filter(|_| words.pos(next) == Upos::Propn) {
                Some(end) => last = end,
                None => break,
            }
        }
        (names && !group.negated && !group.modal && group.shape == Shape::Finite)
            .then_some((index + 2..end, start..last))
    }

    /// "Okello, | a critic of", "Okello – | long a critic of".
    fn named_before(&self, phrase: &Range<usize>, bounds: &Range<usize>) -> Option<Range<usize>> {
        let words = &self.words;
        let mut mark = phrase.start.checked_sub(1).filter(|&mark| mark > bounds.start)?;
        // "Okello, | long | a critic of", "Okello and Brun, | both | critics of", "Okello, | one of | the critics of"
        if words.is_any(mark, &["long", "once", "himself", "herself", "itself", "both", "all", "also", "now"]) {
            mark -= 1;
        } else if words.is(mark, "of") && words.is_any(mark - 1, &["one", "two", "some", "among"]) {
            mark = mark.saturating_sub(2);
        }
        if !words.is(mark, ",") && !words.is_dash(mark) {
            return None;
        }
        let name = self.noun_phrase_before(mark, bounds.start)?;
        let head = self.head_of(&name);
        // "on Monday, a critic of": a person and not a time; "Kestrians, critics of".
        let plural = words.word(phrase.end - 1).ends_with('s');
        let one = matches!(words.pos(head), Upos::Propn) || plural || words.listed(head).holder.is_some();
        // "Okello, chair of the Salt Fund, a supporter of": which of the two is meant, the order does not tell.
        let hung = name.start > bounds.start && words.pos(name.start - 1) == Upos::Adp;
        (one && !hung && !words.is_time(head)).then_some(name)
    }

    /// "A critic of the pact, | Okello resigned", "As a critic of the pact, | she voted".
    fn named_behind(&self, index: usize, phrase: &Range<usize>, bounds: &Range<usize>) -> Option<Range<usize>> {
        let words = &self.words;
        let opens = phrase.start == bounds.start
            || phrase.start == bounds.start + 1 && words.is_any(bounds.start, &["as", "once", "long", "always"]);
        let comma = (index..bounds.end).find(|&at| words.is(at, ",")).filter(|_| opens)?;
        if self.groups.within(index..comma).next().is_some() {
            return None;
        }
        let end = self.noun_phrase_end(comma + 1, bounds.end)?;
        self.clause_at(comma + 1, bounds.end).map(|_| comma + 1..end)
    }
}
