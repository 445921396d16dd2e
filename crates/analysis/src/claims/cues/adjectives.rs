//! Adjectives that attribute: "is opposed to", "are confident that".

use std::ops::Range;

use rapporteur_core::ClaimForm;

use super::frames::{After, Match};
use super::verbs::OPENERS;
use crate::claims::candidate::Candidate;
use crate::claims::grammar::adverbials::adverbial_end;
use crate::claims::grammar::clause::Around;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::grammar::subject::How;
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;
use crate::lexicon::Frame;
use crate::tagger::Upos;

/// Verbs that link a subject with an adjective.
const LINKING: &[&str] = &[
    "feel", "felt", "feels", "feeling", "remain", "remains", "remained", "become", "becomes", "became", "sound",
    "sounds", "sounded", "grow", "grows", "grew", "grown", "seem", "seems", "seemed", "appear", "appears", "appeared",
];

/// Whom an adjective is said of.
pub(crate) struct Described {
    pub source: Range<usize>,
    pub antecedent: Option<Range<usize>>,
    pub cue_start: usize,
    pub negated: bool,
    pub past: bool,
    pub relative: bool,
    pub score: f32,
    /// One past the last token the content may have.
    pub high: usize,
}

/// What one would be of something that is not yet: "would be glad of help".
const READY: &[&str] =
    &["glad", "happy", "pleased", "content", "willing", "prepared", "delighted", "relieved", "reluctant", "unwilling"];

impl Scene<'_> {
    /// Claims of an adjective: behind a form of "be" ("is opposed to"), joined to one that is, or beside a name.
    pub(crate) fn adjective_candidates(&self, index: usize, found: &mut Vec<Candidate>) {
        let words = &self.words;
        let adjectives = self.lexicon.adjectives(words.word(index));
        if adjectives.is_empty() {
            return;
        }
        let bounds = self.bounds(index);
        let described = self
            .described_by_verb(index, &bounds)
            .or_else(|| self.described_jointly(index, &bounds))
            .or_else(|| self.described_beside(index, &bounds));
        let Some(described) = described else {
            found.extend(self.left_so(index, &bounds));
            return;
        };
        let phrase = described.antecedent.as_ref().unwrap_or(&described.source);
        // The author's own mind.
        let own = phrase.len() == 1 && words.is_any(phrase.start, &["i", "we", "you", "one"]);
        let nobody = words.is_any(phrase.start, &["none", "nobody", "no", "neither", "few"]);
        let voice = self.voice_of(index);
        // Whom a speaker names holds what he says they hold.
        let unnamed = voice == Voice::Quoted && !self.is_named(phrase);
        // "is not aware of a plan": nothing is thought.
        let unthought = described.negated && words.is_any(index, &["aware", "against"]);
        // "It is against this background that they meet"
        let background = words.is(index, "against") && words.is_any(index + 2, &["background", "backdrop"]);
        // "A council confident of winning may still be tempted": one in general.
        let general = described.cue_start == index
            && words.is_any(phrase.start, &["a", "an", "any"])
            && described.source.end == index
            && self
                .groups
                .within(index..described.high)
                .find(|(_, next)| next.shape == Shape::Finite)
                .is_some_and(|(_, next)| next.modal);
        if nobody || unnamed || unthought || general || background || own && voice == Voice::Author {
            return;
        }
        // "It was not keen to join", but "it is clear that".
        let it = words.is(self.head_of(phrase), "it");
        let those = words.is(phrase.start, "those") && phrase.len() == 1;
        if self.holder_kind(phrase).is_none() && !it && !those {
            return;
        }
        // "While they are confident that it holds, …": the clause in front of the main one.
        let opener = described.source.start.checked_sub(1).filter(|&at| at >= bounds.start && at <= bounds.start + 1);
        if described.source.start.checked_sub(1).is_some_and(|at| at >= bounds.start && words.is(at, "whether")) {
            return;
        }
        let fronted = opener.is_some_and(|at| words.is_any(at, OPENERS) || words.is(at, "if"));
        let around = Around { past: described.past, relative: described.relative, fronted, ..Around::default() };
        let after = self.after(index + 1, described.high, around);
        for adjective in adjectives {
            let says = |frame: &Frame| *frame == Frame::That && adjective.form == ClaimForm::Statement;
            // "worried | about a port that it cannot hold": the clause is the port’s.
            let near = |frame: &&Frame| matches!(frame, Frame::Prep(taken) if words.is(index + 1, taken));
            let (near, far): (Vec<_>, Vec<_>) = adjective.content.iter().partition(near);
            for frame in near.into_iter().chain(far) {
                if it && matches!(frame, Frame::That | Frame::Clause) {
                    continue;
                }
                // "was prepared in 2009 | to refit it"
                let hung = self.adjunct_end(index + 1, described.high).filter(|&end| {
                    adverbial_end(words, index + 1, described.high) == Some(end)
                        || (index + 1..end).any(|at| words.is_time(at)) && words.is(end, "to")
                });
                let at = After { starts: [index + 1].into_iter().chain(hung).collect(), ..after.clone() };
                let matched = match frame {
                    Frame::Prep(preposition)
                        if preposition != "to"
                            || matches!(words.pos(index + 1), Upos::Adp | Upos::Sconj)
                                && self.groups.at(index + 1).is_none() =>
                    {
                        self.match_frame(frame, &at)
                    }
                    Frame::Prep(_) => self.match_frame(&Frame::To, &at),
                    Frame::To
                        if matches!(words.pos(index + 1), Upos::Adp | Upos::Sconj)
                            && self.groups.at(index + 1).is_none() =>
                    {
                        self.match_frame(&Frame::Prep("to".to_owned()), &at)
                    }
                    _ => self.match_frame(frame, &at),
                };
                let behind_colon = || self.told_behind_colon(index, described.high, around).filter(|_| says(frame));
                let Some(matched) = matched.or_else(behind_colon) else { continue };
                let content = self.tidy(self.before_joined_adjective(matched.content));
                if words.count_words(content.clone()) == 0 {
                    continue;
                }
                let mut claim = Candidate {
                    source: Some(described.source.clone()),
                    antecedent: described.antecedent.clone(),
                    cue: Some(described.cue_start..matched.cue_end.max(index + 1)),
                    lemma: adjective.lemma.clone(),
                    content: vec![content],
                    form: adjective.form,
                    position: adjective.position,
                    tier: adjective.tier,
                    negated: described.negated,
                    rule: "adjective",
                    score: described.score,
                    ..Candidate::default()
                };
                let other = self.gapped_other(&mut claim, bounds.end);
                found.push(claim);
                found.extend(other);
                return;
            }
        }
    }

    /// "was categorical: | all of them or none", "is blunt on this point: | the war is lost".
    fn told_behind_colon(&self, index: usize, high: usize, around: Around) -> Option<Match> {
        /// How many words may stand between.
        const LONGEST: usize = 6;
        let words = &self.words;
        let colon = (index + 1..high.min(index + LONGEST)).find(|&at| words.is(at, ":"))?;
        let plain = self.groups.within(index + 1..colon).next().is_none();
        let end = self.content_end(colon + 1, around, high);
        (plain && words.count_words(colon + 1..end) > 1).then(|| Match {
            content: colon + 1..end,
            cue_end: index + 1,
            person: None,
            rule: "adjective",
            score: 0.7,
        })
    }

    /// The subject of the verb that links it with the adjective at `index`.
    pub(crate) fn described_by_verb(&self, index: usize, bounds: &Range<usize>) -> Option<Described> {
        let words = &self.words;
        let mut before = self.predicate_start(index)?;
        // "was | not | keen to"
        // "is | today | willing to"
        while before > bounds.start
            && (words.pos(before - 1) == Upos::Adv || words.is_any(before - 1, &["not", "today", "now"]))
        {
            before -= 1;
        }
        let mut number = self
            .groups
            .at(index)
            .or_else(|| before.checked_sub(1).filter(|&at| at >= bounds.start).and_then(|at| self.groups.at(at)))?;
        let mut group = self.groups.get(number)?;
        // "remained | committed to": a participle behind a verb that links.
        let linking = before.checked_sub(1).filter(|&at| at >= bounds.start).and_then(|at| self.groups.at(at));
        if group.shape == Shape::Participle
            && group.head == index
            && let Some(link) = linking.and_then(|at| self.groups.get(at))
            && words.is_any(link.head, LINKING)
        {
            number = linking.unwrap_or(number);
            group = link;
        }
        let own = group.head == index && group.passive;
        let linked = group.copula || words.is_any(group.head, LINKING);
        // "seems | to be upset over", "is likely | to remain wary of"
        let outer = self.outer_link(group, bounds.start);
        if !(own || (linked && group.head != index))
            || group.modal && !(words.is(group.tokens.start, "would") && words.is_any(index, READY))
            || !matches!(group.shape, Shape::Finite | Shape::Ing) && outer.is_none()
        {
            return None;
        }
        let subject = self.subject(outer.unwrap_or(number), bounds.start)?;
        let cue_start =
            outer.and_then(|outer| self.groups.get(outer)).map_or(group.tokens.start, |outer| outer.tokens.start);
        Some(Described {
            relative: subject.how == How::Relative,
            source: subject.tokens,
            antecedent: subject.antecedent,
            cue_start,
            negated: group.negated,
            past: group.past,
            score: 0.72,
            high: bounds.end,
        })
    }
    /// Where a predicate begins whose last word is at `index`: "in favour", "in no mood", an adjective. None where such a word has
    /// another in front of it.
    pub(crate) fn predicate_start(&self, index: usize) -> Option<usize> {
        let words = &self.words;
        let back = match words.word(index) {
            "favour" | "favor" | "agreement" => 1,
            "mood" | "hurry" | "rush" => 2,
            _ => return Some(index),
        };
        let start = index.checked_sub(back)?;
        (words.is(start, "in") && (back == 1 || words.is(index - 1, "no"))).then_some(start)
    }

    /// The finite verb of "seems to be", "is likely to remain", from the group of the infinitive.
    fn outer_link(&self, group: &Group, low: usize) -> Option<usize> {
        const LIKELY: &[&str] = &["likely", "bound", "certain", "sure"];
        let words = &self.words;
        let before = group.tokens.start.checked_sub(1).filter(|&before| before > low)?;
        let before = before - usize::from(words.is_any(before, LIKELY));
        let number = self.groups.at(before).filter(|_| group.shape == Shape::Infinitive)?;
        let outer = self.groups.get(number)?;
        let links = outer.copula && words.is_any(before + 1, LIKELY) || words.is_any(outer.head, LINKING);
        (links && outer.shape == Shape::Finite && !outer.modal && !outer.negated).then_some(number)
    }
}
