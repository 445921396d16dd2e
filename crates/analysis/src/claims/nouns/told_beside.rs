//! Holders told beside the noun: "The view, common among bankers, that …", "An argument heard in Kest is that …", "Distrust of the
//! court runs deep among the guilds", "the accusation that it lied, first made by the monitors".

use std::ops::Range;

use super::holders::Held;
use crate::claims::grammar::groups::Shape;
use crate::claims::scene::Scene;
use crate::lexicon::{CueNoun, Frame};
use crate::tagger::Upos;

/// How a view is spread among people.
const SPREAD: &[&str] = &[
    "common",
    "widespread",
    "shared",
    "fashionable",
    "popular",
    "strongest",
    "prevalent",
    "current",
    "held",
    "dear",
    "familiar",
    "heard",
    "general",
    "voiced",
    "advanced",
    "expressed",
    "cherished",
    "favoured",
    "favored",
    "rife",
];

/// How somebody puts forward what a noun says.
const MADE: &[&str] = &[
    "made",
    "voiced",
    "raised",
    "levelled",
    "leveled",
    "advanced",
    "expressed",
    "aired",
    "formulated",
    "lodged",
    "put",
];

/// How somebody says at length what a noun says.
const TOLD: &[&str] = &[
    "delivered",
    "spelt",
    "spelled",
    "set",
    "laid",
    "given",
    "offered",
    "floated",
    "issued",
    "announced",
    "repeated",
    "outlined",
    "presented",
];

/// How strong or how common something is.
const STRONG: &[&str] =
    &["deep", "high", "widespread", "rife", "strong", "strongest", "palpable", "common", "general", "universal"];

/// How many words may stand between a participle and who did it: "put | forward | by", "made | most forcefully | by".
const MADE_AND_HOW: usize = 3;

/// Tokens of an aside that tells who holds a view.
const LONGEST_ASIDE: usize = 12;

impl Scene<'_> {
    /// Who holds what the noun says, where that is told beside it.
    pub(crate) fn holder_told_beside(&self, noun: &CueNoun, index: usize, bounds: &Range<usize>) -> Option<Held> {
        let words = &self.words;
        let held = |source: Range<usize>, from: usize, rule: &'static str| Held {
            source: Some(source),
            cue_start: index,
            from,
            rule,
            score: 0.74,
            ..Held::default()
        };
        // "The view, common among bankers, | that"
        if words.is(index + 1, ",") {
            let close = (index + 3..bounds.end.min(index + LONGEST_ASIDE)).find(|&at| words.is(at, ","))?;
            let source = self.spread_among(index + 2..close)?;
            // "The argument, made most forcefully by Ada Brun, | is that"
            let owned = (bounds.start.max(index.saturating_sub(3))..index)
                .any(|at| words.is_possessive_mark(at) || words.is_possessive_pronoun(at));
            let from = self
                .behind_copula(close + 1, bounds.end)
                .filter(|_| !noun.predicate && !owned && words.is(source.start - 1, "by"));
            if let Some(from) = from {
                return Some(held(source, from, "noun-copula"));
            }
            let that = words.is(close + 1, "that") && noun.content.contains(&Frame::That);
            return that.then(|| held(source, close + 1, "noun-of-holder"));
        }
        // "An argument frequently heard in Kest | is that"
        let spread = index + 1 + usize::from(words.pos(index + 1) == Upos::Adv);
        if words.is_any(spread, SPREAD) && words.is_any(spread + 1, &["in", "among", "within"]) {
            let end = self.long_phrase_end(spread + 2, bounds.end)?;
            self.holder_kind(&(spread + 2..end))?;
            let from = self.behind_copula(end, bounds.end)?;
            return Some(held(spread + 2..end, from, "noun-copula"));
        }
        self.running_deep(noun, index, bounds)
    }

    /// "common | among the bankers", "first made | by the monitors": the phrase that fills the rest of an aside.
    fn spread_among(&self, aside: Range<usize>) -> Option<Range<usize>> {
        let words = &self.words;
        let spread =
            aside.clone().take(3).find(|&at| [SPREAD, MADE, TOLD].iter().any(|list| words.is_any(at, list)))?;
        let link = (spread + 1..aside.end)
            .take(MADE_AND_HOW)
            .find(|&at| words.is_any(at, &["among", "in", "by", "to", "within", "with"]))
            // "set out in a comment": where, and not who.
            .filter(|&link| !words.is_any(spread, TOLD) || words.is(link, "by"))?;
        let end = self.long_phrase_end(link + 1, aside.end)?;
        // "upheld by Kestria | in every exchange with the owners"
        let whole = end == aside.end || words.is_any(end, &["in", "at", "on", "since", "during", "for"]);
        let source = link + 1..end;
        (whole && (self.holder_kind(&source).is_some() || self.is_named(&source))).then_some(source)
    }

    /// "Distrust of the court runs deep | among the guilds".
    fn running_deep(&self, noun: &CueNoun, index: usize, bounds: &Range<usize>) -> Option<Held> {
        let words = &self.words;
        let taken = noun.content.iter().any(|frame| matches!(frame, Frame::Prep(taken) if words.is(index + 1, taken)));
        let end = self.long_phrase_end(index + 2, bounds.end).filter(|_| taken)?;
        let group = self.groups.holding(end)?;
        let linked =
            group.copula || words.is_any(group.head, &["runs", "run", "ran", "is", "are", "was", "were", "remains"]);
        let strong = group.tokens.end
            + usize::from(words.pos(group.tokens.end) == Upos::Adv && !words.is_any(group.tokens.end, STRONG));
        let link = strong + 1;
        let told = group.shape == Shape::Finite
            && linked
            && !group.negated
            && words.is_any(strong, STRONG)
            && words.is_any(link, &["among", "in", "within"]);
        let last = self.long_phrase_end(link + 1, bounds.end).filter(|_| told)?;
        self.holder_kind(&(link + 1..last))?;
        Some(Held {
            source: Some(link + 1..last),
            cue_start: index,
            from: index + 1,
            rule: "noun-of-holder",
            score: 0.72,
            content: Some(index + 2..end),
            ..Held::default()
        })
    }

    /// "that it lied, | first made by the monitors, changed little": who put it forward, and where the content ends.
    pub(super) fn made_behind(&self, content: &Range<usize>) -> Option<(Range<usize>, usize)> {
        let words = &self.words;
        let comma = (content.start + 3..content.end).find(|&at| {
            let made = at + 1 + usize::from(words.pos(at + 1) == Upos::Adv || words.is(at + 1, "first"));
            words.is(at, ",") && words.is_any(made, MADE) && words.is(made + 1, "by")
        })?;
        let by = (comma + 2..content.end).find(|&at| words.is(at, "by"))?;
        let end = self.long_phrase_end(by + 1, content.end)?;
        self.holder_kind(&(by + 1..end))?;
        Some((by + 1..end, comma))
    }
}
