//! Holders in what modifies a cue noun: "fears voiced by the ministry that …", "the promise she made to …", "doubts were raised".

use std::ops::Range;

use super::holders::Held;
use crate::claims::grammar::groups::Shape;
use crate::claims::scene::Scene;
use crate::tagger::Upos;

/// What utterances and attitudes do of themselves: "calls are growing for".
const RISING: &[&str] = &[
    "grow",
    "grew",
    "grown",
    "growing",
    "grows",
    "mount",
    "mounted",
    "mounting",
    "mounts",
    "rise",
    "rose",
    "risen",
    "rising",
    "spread",
    "spreading",
    "swirl",
    "swirled",
    "swirling",
    "persist",
    "persisted",
    "persists",
    "remain",
    "remained",
    "remains",
    "abound",
    "abounded",
    "emerge",
    "emerged",
    "emerging",
    "circulate",
    "circulated",
    "circulating",
    "linger",
    "lingered",
    "lingering",
    "intensify",
    "intensified",
    "intensifying",
    "arise",
    "arose",
    "arisen",
    "resurfaced",
    "surfaced",
    "multiplied",
    "multiply",
    "multiplying",
    "exist",
    "prevails",
    "prevailed",
    "goes",
    "holds",
    "hold",
    "come",
    "came",
    "went",
    "runs",
    "ran",
];

impl Scene<'_> {
    /// "concerns raised by X about …", "the pledge X made to …".
    pub(crate) fn holders_in_modifier(&self, index: usize, phrase: &Range<usize>, bounds: &Range<usize>) -> Vec<Held> {
        let words = &self.words;
        let cue_start = (phrase.start..=index).find(|&at| words.pos(at) != Upos::Det).unwrap_or(index);
        let owned = (phrase.start..index).any(|at| words.is_possessive_mark(at) || words.is_possessive_pronoun(at));
        let held = |source, antecedent, from, rule, past| Held {
            source,
            antecedent,
            cue_start,
            from,
            rule,
            score: 0.72,
            past,
            ..Held::default()
        };
        let mut all = Vec::new();
        if owned {
            return all;
        }
        // "the demand, voiced loudly by X, | that"
        if words.is(index + 1, ",")
            && let Some(group) = self.groups.holding(index + 2)
            && group.tokens.start == index + 2
            && group.tokens.len() == 1
            && (self.utters(group.head) || words.is_any(group.head, &["pressed", "floated", "pushed", "shared"]))
            && let Some(by) = (group.tokens.end..group.tokens.end + 3).find(|&at| words.is(at, "by"))
            && let Some(end) = self.long_phrase_end(by + 1, bounds.end)
            && self.holder_kind(&(by + 1..end)).is_some()
            && let Some(close) = (end..bounds.end.min(end + 8)).find(|&at| words.is(at, ","))
        {
            all.push(held(Some(by + 1..end), None, close + 1, "noun-uttered-by", group.past));
        }
        // "concerns | raised by X | about"
        let participle = self.groups.holding(index + 1);
        if let Some(group) = participle
            .filter(|group| group.tokens.start == index + 1 && group.tokens.len() == 1 && self.utters(group.head))
        {
            let particle = usize::from(words.is_any(group.tokens.end, &["forward", "out", "up"]));
            let by = group.tokens.end + particle;
            if words.is(by, "by")
                && let Some(end) = self.long_phrase_end(by + 1, bounds.end)
                && self.holder_kind(&(by + 1..end)).is_some()
            {
                all.push(held(Some(by + 1..end), None, end, "noun-uttered-by", group.past));
                // "a belief shared by both is | that"
                if let Some(from) = self.behind_copula(end, bounds.end) {
                    all.push(held(Some(by + 1..end), None, from, "noun-copula", group.past));
                }
            }
        }
        // "the pledge | X made | to", "the doubts that X has voiced about"
        let relative = usize::from(words.is_any(index + 1, &["that", "which"]));
        let from = index + 1 + relative;
        if let Some(end) = self.long_phrase_end(from, bounds.end.min(from + 8))
            && let Some((_, group)) = self.group_from(end, bounds.end)
            && matches!(group.shape, Shape::Finite | Shape::Participle)
            && !group.passive
            && !group.modal
            && !group.negated
            && self.utters(group.head)
            && self.holder_kind(&(from..end)).is_some()
        {
            all.push(held(Some(from..end), None, group.tokens.end, "noun-uttered-by", group.past));
        }
        all
    }

    /// "Doubts were raised (by X) about …", "calls are growing for …": the noun is the subject of what is done with it.
    pub(crate) fn risen(&self, index: usize, phrase: &Range<usize>, bounds: &Range<usize>) -> Option<Held> {
        let words = &self.words;
        let owned = (phrase.start..index).any(|at| words.is_possessive_mark(at) || words.is_possessive_pronoun(at));
        let hung = phrase.start > bounds.start && words.pos(phrase.start - 1) == Upos::Adp;
        let (_, group) = self.group_from(index + 1, bounds.end)?;
        let risen = RISING.contains(&words.word(group.head)) || group.passive && self.utters(group.head);
        let arrived = words.is_any(group.head, &["come", "came"]) && !words.is(group.tokens.end, "from");
        if owned || arrived || hung || !risen || group.shape != Shape::Finite || group.modal || group.negated {
            return None;
        }
        let by = words.is_any(group.tokens.end, &["by", "among", "from"]);
        let agent = if by { self.long_phrase_end(group.tokens.end + 1, bounds.end) } else { None };
        let source = agent.map(|end| group.tokens.end + 1..end);
        if let Some(source) = &source {
            self.holder_kind(source)?;
        }
        Some(Held {
            from: agent.unwrap_or(group.tokens.end),
            source,
            cue_start: index,
            rule: "noun-risen",
            score: 0.56,
            past: group.past,
            ..Held::default()
        })
    }

    /// Whether the verb at `head` is one by which a cue noun is uttered: "voice", "make", "put forward".
    pub(crate) fn utters(&self, head: usize) -> bool {
        const HAVING: &[&str] = &["have", "has", "had", "having", "take", "took", "taken", "taking", "find", "found"];
        let word = self.words.word(head);
        let alone =
            |rest: &Vec<String>| rest.first().is_none_or(|particle| matches!(particle.as_str(), "forward" | "out"));
        !HAVING.contains(&word) && self.lexicon.giving(word).iter().any(alone)
    }
}
