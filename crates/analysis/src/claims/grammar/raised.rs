//! Whose an infinitive is: "went on to say", "used the speech to argue", "prompted the party to warn".

use super::groups::Shape;
use super::subject::{How, Subject};
use crate::claims::scene::Scene;

/// What people do in order to say something: "used the speech to argue that", "took to the radio to say".
const DEEDS: &[&str] = &[
    "used",
    "uses",
    "use",
    "using",
    "took",
    "takes",
    "taken",
    "went",
    "gone",
    "wrote",
    "written",
    "came",
    "returned",
    "appeared",
    "stood",
    "spoke",
    "spoken",
    "held",
    "gathered",
    "travelled",
    "traveled",
    "visited",
    "flew",
    "flown",
    "issued",
    "published",
    "released",
    "convened",
    "summoned",
    "amended",
    "intervened",
    "rushed",
    "emerged",
    "rose",
    "seized",
    "joined",
    "united",
    "posted",
    "lined",
    "stepped",
    "employed",
    "hosted",
    "organised",
    "organized",
    "staged",
    "marched",
    "assembled",
    "launched",
    "sent",
    "dispatched",
    "mobilised",
    "mobilized",
    "met",
    "exploited",
    "leveraged",
    "utilised",
    "utilized",
    "invoked",
    "phoned",
    "telephoned",
    "addressed",
    "interrupted",
    "paused",
    "penned",
    "teamed",
    "banded",
    "rallied",
    "devoted",
    "dedicated",
    "demonstrated",
    "signed",
    "turned",
    "resigned",
    "broke",
];

/// What makes somebody else say something: "allowed the speaker to declare that".
const CAUSING: &[&str] = &[
    "led",
    "leads",
    "leading",
    "prompted",
    "prompts",
    "prompting",
    "caused",
    "causing",
    "allowed",
    "allowing",
    "enabled",
    "pushed",
    "compelled",
    "forced",
    "moved",
    "spurred",
    "drove",
    "inspired",
    "provoked",
    "emboldened",
    "driving",
    "moving",
    "spurring",
    "forcing",
    "compelling",
    "pushing",
    "inspiring",
    "emboldening",
    "drive",
    "drives",
    "prompt",
    "causes",
    "cause",
    "pushes",
    "forces",
    "compels",
    "motivated",
    "induced",
    "inducing",
    "encouraged",
    "brought",
];

/// What says that there was no other way: "was forced to concede", "felt obliged to add".
const FORCED: &[&str] = &["forced", "compelled", "obliged", "bound", "moved", "prompted", "driven", "constrained"];

/// How many tokens "first" and what it counts may have: "became the first G7 member | to".
const LONGEST_RANK: usize = 8;

/// How many tokens a deed may stand in front of what it is for.
const FARTHEST_DEED: usize = 14;

impl Scene<'_> {
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
            .filter(|beyond| reduced && beyond.tokens.start >= low && CAUSING.contains(&self.words.word(beyond.head)));
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
            && !between.is_empty();
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
        // "allowed the speaker | to declare that", "led Okello | to warn of"
        let caused = governor.shape != Shape::Infinitive
            && !governor.modal
            && !governor.negated
            && !governor.passive
            && CAUSING.contains(&self.words.word(governor.head));
        if caused && !between.is_empty() {
            let phrase = self.noun_phrase_before(between.end, between.start)?;
            let phrase = self.extend_left(phrase, between.start);
            return (phrase.start == between.start).then_some(Subject {
                tokens: phrase,
                antecedent: None,
                how: How::Deed,
            });
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
        // "used the speech | to argue that", "took to the radio | to say"
        let deed = governor.shape == Shape::Finite
            && !governor.modal
            && !governor.negated
            && !governor.future
            && !governor.passive
            && DEEDS.contains(&self.words.word(governor.head))
            && !between.clone().any(|index| self.words.is_any(index, &[",", ";", "that"]))
            && between.len() <= FARTHEST_DEED;
        if deed {
            let mut subject = self.subject_within(previous, low, sharing.checked_sub(1)?)?;
            subject.how = How::Deed;
            return Some(subject);
        }
        None
    }
}
