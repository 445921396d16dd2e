//! Two cue nouns with one holder: "its fears and doubts about the pact", "her resistance to the union and support for the toll".

use std::ops::Range;

use super::holders::Held;
use crate::claims::candidate::Candidate;
use crate::claims::scene::Scene;
use crate::tagger::Upos;

/// How many tokens the first of two owned nouns has with what belongs to it.
const LONGEST_FIRST: usize = 12;

/// How far behind the preposition of a first noun that of a second stands.
const LONGEST_ALTERNATIVE: usize = 10;

impl Scene<'_> {
    /// Takes in the cue noun that "and" joins to the one of the phrase: both have what stands in front and what stands behind.
    pub(crate) fn with_other_noun(&self, phrase: Range<usize>, low: usize) -> Range<usize> {
        let words = &self.words;
        let other = phrase.start.checked_sub(2).filter(|&other| {
            other >= low
                && words.is_any(other + 1, &["and", "or"])
                && words.pos(other) == Upos::Noun
                && words.listed(other).noun
                && words.pos(phrase.start) == Upos::Noun
        });
        let whole = other.and_then(|other| self.noun_phrase_before(other + 1, low));
        whole.map_or(phrase.start, |whole| whole.start)..phrase.end
    }

    /// "the dam’s | most | vocal critics", "its | most | serious doubts": the owner in front of a superlative belongs to the phrase.
    pub(crate) fn with_superlative(&self, phrase: Range<usize>, low: usize) -> Range<usize> {
        let words = &self.words;
        let owner = phrase.start.checked_sub(2).filter(|&owner| {
            owner >= low && words.is_any(owner + 1, &["most", "least"]) && words.pos(owner + 1) == Upos::Adv
        });
        let start = owner.and_then(|owner| {
            if words.is_possessive_pronoun(owner) {
                return Some(owner);
            }
            let marked = words.is_possessive_mark(owner);
            self.noun_phrase_before(owner, low).filter(|_| marked).map(|phrase| phrase.start)
        });
        start.unwrap_or(phrase.start)..phrase.end
    }

    /// "making | a number of | demands", "a wave of | criticism": how much of it there is belongs to the noun.
    pub(crate) fn with_quantity(&self, phrase: Range<usize>, low: usize) -> Range<usize> {
        const QUANTITIES: &[&str] = &[
            "number",
            "series",
            "range",
            "set",
            "list",
            "host",
            "raft",
            "string",
            "slew",
            "flurry",
            "wave",
            "chorus",
            "barrage",
            "torrent",
            "storm",
            "firestorm",
            "volley",
            "variety",
            "lot",
            "degree",
            "deal",
            "level",
            "sense",
            "note",
            "expression",
            "escalation",
            "word",
            "piece",
            "bit",
        ];
        let words = &self.words;
        let of = phrase.start.checked_sub(1).filter(|&of| of > low && words.is(of, "of"));
        let whole = of.and_then(|of| {
            let counted = QUANTITIES.contains(&words.word(of - 1));
            self.noun_phrase_before(of, low).filter(|_| counted)
        });
        let whole = whole.filter(|whole| {
            words.is_any(whole.start, &["a", "an", "another", "the"])
                || whole.clone().any(|at| words.is_possessive_mark(at))
                || words.is_possessive_pronoun(whole.start)
        });
        whole.map_or(phrase.start, |whole| whole.start)..phrase.end
    }

    /// "its doubts about, | if not opposition to, | the pact": holder and content of the noun before.
    fn holder_of_alternative(
        &self,
        index: usize,
        phrase: &Range<usize>,
        bounds: &Range<usize>,
        found: &[Candidate],
    ) -> Option<Held> {
        let words = &self.words;
        let before = phrase.start.checked_sub(1).filter(|&before| before > bounds.start)?;
        let joined = words.is_any(before, &["and", "or", "but"])
            || words.is(before, "not") && words.is_any(before - 1, &["if", "and", "though"]);
        let shared = matches!(words.pos(index + 1), Upos::Adp | Upos::Part) && words.is(index + 2, ",");
        if !joined || !shared {
            return None;
        }
        let first = found_since(found, bounds.start).find(|claim| {
            claim.content.last().is_some_and(|content| content.start == index + 3)
                && claim.cue.as_ref().is_some_and(|cue| cue.end < before)
        })?;
        Some(Held {
            source: first.source.clone(),
            antecedent: first.antecedent.clone(),
            cue_start: index,
            from: index + 2,
            rule: "noun-shares-holder",
            score: 0.66,
            content: first.content.last().cloned(),
            ..Held::default()
        })
    }

    /// "doubts about, | if not opposition to, | the pact": where what both say begins, behind the first preposition.
    pub(crate) fn shared_content(&self, preposition: usize, high: usize) -> Option<usize> {
        let words = &self.words;
        let opens =
            words.is(preposition + 1, ",") && words.is_any(preposition + 2, &["if", "and", "or", "but", "though"]);
        let close = (preposition + 3..high.min(preposition + LONGEST_ALTERNATIVE)).find(|&at| words.is(at, ","))?;
        let hung = matches!(words.pos(close - 1), Upos::Adp | Upos::Part | Upos::Sconj);
        (opens && hung && self.noun_phrase_end(close + 1, high).is_some()).then_some(close + 1)
    }

    /// "its trade with the union | and desire for a pact": the owner of a noun before that claims nothing.
    pub(crate) fn owner_of_first(&self, index: usize, phrase: &Range<usize>, bounds: &Range<usize>) -> Option<Held> {
        let words = &self.words;
        let and = phrase.start.checked_sub(1).filter(|&and| and > bounds.start && words.is(and, "and"))?;
        let end = and - usize::from(words.is(and - 1, ","));
        let bare = matches!(words.pos(phrase.start), Upos::Noun | Upos::Adj);
        let low = end.saturating_sub(LONGEST_FIRST).max(bounds.start);
        let owner = (low..end).rev().find(|&at| words.is_possessive_mark(at) || words.is_possessive_pronoun(at))?;
        let flat = self.groups.within(owner..end).next().is_none()
            && !(owner..end).any(|at| words.is_any(at, &[",", ";", ":", "and", "or", "that"]) || words.is_dash(at));
        // What the first noun is of or with: without it the two nouns are one thing.
        let hung = (owner + 2..end).any(|at| words.pos(at) == Upos::Adp && words.pos(at - 1) == Upos::Noun);
        let source = if words.is_possessive_pronoun(owner) {
            owner..owner + 1
        } else {
            self.noun_phrase_before(owner, bounds.start)?
        };
        (bare && flat && hung && self.holder_kind(&source).is_some()).then(|| Held {
            source: Some(source),
            cue_start: index,
            from: index + 1,
            rule: "noun-shares-holder",
            score: 0.6,
            ..Held::default()
        })
    }

    /// "her resistance to the union | and support for the toll": the owner of the noun before.
    pub(crate) fn holder_of_pair(
        &self,
        index: usize,
        phrase: &Range<usize>,
        bounds: &Range<usize>,
        found: &[Candidate],
    ) -> Option<Held> {
        let words = &self.words;
        if let Some(held) = self.holder_of_alternative(index, phrase, bounds, found) {
            return Some(held);
        }
        let and = phrase.start.checked_sub(1).filter(|&and| and > bounds.start && words.is(and, "and"))?;
        let bare = matches!(words.pos(phrase.start), Upos::Noun | Upos::Adj)
            || words.is_any(phrase.start, &["a", "an"]) && words.pos(phrase.start) == Upos::Det;
        let end = and - usize::from(words.is(and - 1, ","));
        let first = found_since(found, bounds.start).filter(|_| bare).find(|claim| {
            matches!(claim.rule, "possessor-noun" | "noun-of-holder" | "verb-with-cue-noun")
                && claim.content.last().is_some_and(|content| content.end == end)
        })?;
        Some(Held {
            source: first.source.clone(),
            antecedent: first.antecedent.clone(),
            cue_start: index,
            from: index + 1,
            rule: "noun-shares-holder",
            score: 0.66,
            ..Held::default()
        })
    }
}

/// The candidates of a clause that begins at token `start`, last first; those of other sentences are not asked again and again.
pub(super) fn found_since(found: &[Candidate], start: usize) -> impl Iterator<Item = &Candidate> {
    found.iter().rev().take_while(move |claim| claim.start() >= start)
}
