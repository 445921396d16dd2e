//! Whose an infinitive is: "went on to say", "used the speech to argue", "prompted the party to warn".

use super::{How, Subject};
use crate::claims::grammar::caused::is_causing;
use crate::claims::grammar::groups::Shape;
use crate::claims::scene::Scene;
use crate::tagger::Upos;

/// What says that there was no other way: "was forced to concede", "felt obliged to add".
const FORCED: &[&str] = &["forced", "compelled", "obliged", "bound", "moved", "prompted", "driven", "constrained"];

/// How many tokens "first" and what it counts may have: "became the first G7 member | to".
const LONGEST_RANK: usize = 8;

/// How far behind the verb "that" may stand of what was tried to say.
const FARTHEST_THAT: usize = 8;

/// What one does about saying something that is then said: "tried | to signal that", "had | to concede that".
const TRYING: &[&str] = &[
    "tried",
    "tries",
    "trying",
    "attempted",
    "attempts",
    "attempting",
    "had",
    "having",
    "managed",
    "opted",
    "bothered",
    "hurried",
    "moved",
];

impl Scene<'_> {
    /// Whether words are reported near `index`: "tried to signal its neighbour | that".
    fn says_what(&self, index: usize) -> bool {
        let words = &self.words;
        (index..words.len().min(index + FARTHEST_THAT))
            .take_while(|&at| words.pos(at) != Upos::Punct || words.is_open_quote(at))
            .any(|at| words.is_any(at, &["that", "whether", "why", "how"]) || words.is_open_quote(at))
    }

    /// The subject of the verb an infinitive hangs on: "went on to say".
    pub(super) fn raised(&self, number: usize, low: usize, sharing: usize) -> Option<Subject> {
        let previous = number.checked_sub(1)?;
        let group = self.groups.get(number)?;
        let governor = self.groups.get(previous)?;
        // "prompting the party led by Okello | to allege fraud"
        let reduced = governor.shape == Shape::Participle && governor.tokens.len() == 1;
        let beyond = previous
            .checked_sub(1)
            .and_then(|at| self.groups.get(at))
            .filter(|beyond| reduced && beyond.tokens.start >= low && is_causing(self.words.word(beyond.head)));
        let governor = beyond.unwrap_or(governor);
        if governor.tokens.start < low {
            return None;
        }
        let between = governor.tokens.end..group.tokens.start;
        if beyond.is_some()
            && !governor.negated
            && !governor.modal
            && self.noun_phrase_end(between.start, between.end).is_some()
            && !between.clone().any(|at| self.words.is_any(at, &[",", ";"]))
        {
            return Some(Subject { tokens: between, antecedent: None, how: How::Deed });
        }
        let raising = self.words.is_any(
            governor.head,
            &[
                "went",
                "go",
                "goes",
                "going",
                "gone",
                "continued",
                "continues",
                "continue",
                "proceeded",
                "began",
                "begun",
                "begins",
                "started",
                "appear",
                "appeared",
                "seem",
                "seemed",
                "seems",
                "appears",
                "used",
                "dared",
                "dares",
                "dare",
                "hastened",
                "hastens",
                "hurried",
                "hurries",
                "ventured",
                "ventures",
                "chose",
                "chooses",
                "likes",
                "like",
                "liked",
                "wishes",
                "wish",
                "came",
                "keeps",
                "kept",
                "tend",
                "tends",
                "tended",
            ],
        );
        // "has come | to support it"
        let raising = raising || governor.tokens.len() > 1 && self.words.is(governor.head, "come");
        // "went so far as to call it a ruin and | to suggest that"
        let joined = group.tokens.start.checked_sub(1).is_some_and(|before| self.words.is_any(before, &["and", "or"]));
        if joined {
            let earlier = (previous.saturating_sub(3)..=previous).rev().find(|&at| {
                self.groups.get(at).is_some_and(|other| other.shape == Shape::Infinitive && other.tokens.start > low)
            });
            if let Some(subject) = earlier.and_then(|at| self.raised(at, low, sharing.saturating_sub(1))) {
                return Some(subject).filter(|_| sharing > 0);
            }
        }
        // "was quick | to point out"
        let quick = governor.copula
            && !governor.negated
            && between.len() <= 2
            && self.words.is_any(
                between.end.saturating_sub(1),
                &["quick", "swift", "first", "careful", "fast", "pains", "keen", "eager", "right", "wrong", "correct"],
            )
            && !between.is_empty()
            // "It would be wrong | to read it as a victory": nobody's.
            && !(governor.tokens.start > low && self.words.is(governor.tokens.start - 1, "it"));
        if quick {
            return self.subject_within(previous, low, sharing.checked_sub(1)?);
        }
        // "became the first member | to announce"
        let ranked = (governor.copula
            || self.words.is_any(governor.head, &["became", "become", "becomes", "becoming"]))
            && !governor.negated
            && !governor.modal
            && between.len() <= LONGEST_RANK
            && between.clone().any(|index| {
                self.words.is_any(index, &["first", "second", "third", "last", "latest", "only", "earliest", "next"])
            })
            && !between.clone().any(|index| self.words.is_any(index, &[",", ";", "of", "that"]));
        // "was forced | to concede", "felt obliged | to add", "had no choice but | to"
        let forced = !governor.negated
            && (FORCED.contains(&self.words.word(governor.head)) && governor.passive && between.is_empty()
                || self.words.is_any(governor.head, &["felt", "feels", "feel"])
                    && between.len() == 1
                    && FORCED.contains(&self.words.word(between.start))
                || between.len() >= 2
                    && self.words.is(between.end - 1, "but")
                    && self.words.is_any(between.end - 2, &["choice", "option", "alternative"]));
        if ranked || forced {
            let mut subject = self.subject_within(previous, low, sharing.checked_sub(1)?)?;
            // "was the first to lay out a vision" is a deed.
            subject.how = How::Deed;
            return Some(subject);
        }
        let causes = governor.shape != Shape::Infinitive
            && !governor.modal
            && !governor.negated
            && !governor.passive
            && is_causing(self.words.word(governor.head));
        if causes && !between.is_empty() {
            return self.caused(governor, &between);
        }
        // "took decades for Averland | to concede", "took Okello a week | to announce"
        if (self.words.is_any(governor.head, &["took", "taken"])
            || self.words.is(governor.head, "take") && governor.past)
            && !governor.modal
            && governor.tokens.start.checked_sub(1).is_some_and(|at| at >= low && self.words.is(at, "it"))
        {
            let start = between.clone().find(|&at| self.words.is(at, "for")).map(|at| at + 1);
            let end = self.noun_phrase_end(start.unwrap_or(between.start), between.end)?;
            let tokens = start.unwrap_or(between.start)..end;
            let people = self.holder_kind(&tokens).is_some() && (start.is_none() || end == between.end);
            return people.then_some(Subject { tokens, antecedent: None, how: How::Deed });
        }
        // "It fell to the minister | to announce that", "It was left to Okello | to explain"
        let left = self.words.is_any(governor.head, &["fell", "falls", "fallen", "left"])
            && !governor.modal
            && !governor.negated
            && governor.tokens.start.checked_sub(1).is_some_and(|at| at >= low && self.words.is(at, "it"));
        if left && self.words.is(between.start, "to") {
            let end = self.long_phrase_end(between.start + 1, between.end)?;
            let tokens = between.start + 1..end;
            let people = self.holder_kind(&tokens).is_some() || self.is_named(&tokens);
            return people.then_some(Subject { tokens, antecedent: None, how: How::Deed });
        }
        // "tried | to signal that", "ended up having | to concede that"
        if between.is_empty()
            && !governor.modal
            && !governor.negated
            && !governor.future
            && !governor.passive
            && matches!(governor.shape, Shape::Finite | Shape::Ing)
            && TRYING.contains(&self.words.word(governor.head))
            && self.says_what(group.tokens.end)
        {
            let mut subject = self.subject_within(previous, low, sharing.checked_sub(1)?)?;
            subject.how = How::Deed;
            return Some(subject);
        }
        // "is understood | to favour it", "was reported | to have told"
        let reported = governor.passive
            && self.words.is_any(
                governor.head,
                &[
                    "said",
                    "understood",
                    "reported",
                    "believed",
                    "thought",
                    "rumoured",
                    "rumored",
                    "known",
                    "alleged",
                    "held",
                ],
            );
        if reported && between.is_empty() && !governor.negated {
            return self.subject_within(previous, low, sharing.checked_sub(1)?);
        }
        // "went so far as to accuse"
        let degree =
            between.clone().all(|index| self.words.is_any(index, &["so", "as", "far", "on", "even", "further"]));
        if raising && (between.len() <= 1 || degree) && !governor.negated {
            return self.subject_within(previous, low, sharing.checked_sub(1)?);
        }
        // "has never ceased | to argue", "did not hesitate | to call it a sham"
        let unceasing = governor.negated
            && !governor.modal
            && self.words.is_any(
                governor.head,
                &["ceased", "cease", "ceases", "stopped", "hesitated", "hesitate", "hesitates", "scrupled", "failed"],
            );
        if unceasing && between.is_empty() {
            return self.subject_within(previous, low, sharing.checked_sub(1)?);
        }
        if self.is_deed(governor, &between) {
            let mut subject = self.subject_within(previous, low, sharing.checked_sub(1)?)?;
            subject.how = How::Deed;
            return Some(subject);
        }
        None
    }
}
