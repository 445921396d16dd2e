//! Whose an infinitive is: "went on to say", "used the speech to argue", "prompted the party to warn".

use std::ops::Range;

use super::groups::{Group, Shape};
use super::subject::{How, Subject};
use crate::claims::scene::Scene;
use crate::lexicon::{Frame, Rest};
use crate::tagger::Upos;

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

/// How far behind the verb "that" may stand of what was tried to say.
const FARTHEST_THAT: usize = 8;

/// How many tokens a deed may stand in front of what it is for.
const FARTHEST_DEED: usize = 14;

/// Of these what was made to happen has happened, so it is as good as finite.
const CAUSED: &[&str] = &[
    "led",
    "leads",
    "leading",
    "prompted",
    "prompts",
    "prompting",
    "caused",
    "causing",
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
    "spurring",
    "forcing",
    "compelling",
    "pushing",
    "inspiring",
    "emboldening",
    "motivated",
    "induced",
];

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

/// What is no deed, though an infinitive may stand far behind it.
const NO_DEEDS: &[&str] = &[
    "wanted",
    "needed",
    "failed",
    "refused",
    "declined",
    "hoped",
    "wished",
    "liked",
    "loved",
    "preferred",
    "helped",
    "allowed",
    "permitted",
    "enabled",
    "authorised",
    "authorized",
    "empowered",
    "entitled",
    "got",
    "had",
    "made",
    "let",
    "left",
    "lacked",
    "required",
    "needed",
    "appeared",
    "seemed",
    "expected",
    "encouraged",
    "asked",
    "urged",
    "told",
    "ordered",
    "invited",
    "persuaded",
    "convinced",
    "pressed",
    "pressured",
    "obliged",
    "tasked",
    "commissioned",
    "hired",
    "appointed",
    "elected",
    "chose",
    "nominated",
    "trained",
    "taught",
    "gave",
    "offered",
    "granted",
    "provided",
    "felt",
    "saw",
    "found",
    "cost",
    "paid",
    "remained",
    "became",
    "seemed",
    "existed",
    "formed",
    "built",
    "created",
    "faced",
    "deserved",
    "proved",
    "bore",
    "meant",
    "waited",
    "warned",
    "reminded",
    "instructed",
    "directed",
    "challenged",
    "designed",
    "developed",
    "established",
    "vowed",
    "agreed",
    "threatened",
    "promised",
    "prepared",
    "intended",
];

/// Nouns an infinitive belongs to: "won the right | to protest".
const OF_INFINITIVES: &[&str] = &[
    "pressure",
    "right",
    "rights",
    "power",
    "powers",
    "authority",
    "ability",
    "capacity",
    "chance",
    "opportunity",
    "opportunities",
    "need",
    "reason",
    "reasons",
    "way",
    "ways",
    "effort",
    "efforts",
    "attempt",
    "attempts",
    "decision",
    "plan",
    "plans",
    "move",
    "moves",
    "step",
    "steps",
    "measures",
    "time",
    "permission",
    "mandate",
    "will",
    "willingness",
    "desire",
    "obligation",
    "duty",
    "promise",
    "pledge",
    "commitment",
    "offer",
    "proposal",
    "request",
    "call",
    "calls",
    "demand",
    "demands",
    "intention",
    "refusal",
    "failure",
    "tendency",
    "freedom",
    "courage",
    "temptation",
    "incentive",
    "incentives",
    "excuse",
    "money",
    "funds",
    "resources",
    "law",
    "laws",
    "bill",
    "resolution",
    "motion",
    "treaty",
    "agreement",
    "deal",
    "bid",
    "campaign",
    "threat",
    "vow",
    "ambition",
    "aim",
    "goal",
    "role",
    "mission",
    "committee",
    "commission",
    "group",
    "team",
    "how",
    "what",
    "whether",
    "where",
    "when",
    "who",
    "enough",
    "able",
    "ready",
    "due",
    "likely",
    "about",
    "as",
    "only",
    "instead",
    "than",
    "but",
    "and",
    "or",
    "process",
    "system",
    "mechanism",
    "force",
    "body",
    "opposition",
    "responsibility",
    "strategy",
    "policy",
];

impl Scene<'_> {
    /// "hosted its chairman at the palace | to announce": whether `governor` is something done in order to say what follows.
    fn is_done_to_say(&self, governor: &Group, between: &Range<usize>) -> bool {
        let words = &self.words;
        let perfect = words.is_any(governor.tokens.start, &["has", "have"]) && governor.tokens.len() > 1;
        let Some(last) = between.end.checked_sub(1).filter(|_| !between.is_empty()) else { return false };
        let takes = || {
            self.lexicon.verbs(words.word(governor.head)).flat_map(|(verb, _)| &verb.senses).any(|sense| {
                sense
                    .frames
                    .iter()
                    .any(|frame| matches!(frame, Frame::To | Frame::Person(Rest::To) | Frame::PrepPerson(_, Rest::To)))
            })
        };
        (governor.past || perfect)
            && !governor.copula
            && !NO_DEEDS.contains(&words.word(governor.head))
            && !OF_INFINITIVES.contains(&words.word(last))
            && !words.listed(last).noun
            && words.pos(last) != Upos::Punct
            && words.pos(last) != Upos::Adj
            && !between.clone().any(|at| words.is_any(at, &[";", "that", "who", "which", "but"]))
            && between.len() <= FARTHEST_DEED
            && !takes()
    }

    /// Whether words are reported near `index`: "tried to signal its neighbour | that".
    fn says_what(&self, index: usize) -> bool {
        let words = &self.words;
        (index..words.len().min(index + FARTHEST_THAT))
            .take_while(|&at| words.pos(at) != Upos::Punct || words.is_open_quote(at))
            .any(|at| words.is_any(at, &["that", "whether", "why", "how"]) || words.is_open_quote(at))
    }

    /// The people an earlier verb made to say something: a phrase or list, with an aside at most.
    fn caused_people(&self, between: &Range<usize>) -> Option<Range<usize>> {
        let words = &self.words;
        let both = usize::from(words.is_any(between.start, &["both"]));
        let first = self.noun_phrase_end(between.start + both, between.end)?;
        if self.people_end(first, between.end) == Some(between.end) {
            return Some(between.clone());
        }
        // "leading Okello, head of the party, | to oppose it"
        let aside = words.is(first, ",") && self.noun_phrase_end(first + 1, between.end).is_some();
        aside.then_some(between.start..first)
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
            let whole = self
                .noun_phrase_before(between.end, between.start)
                .map(|phrase| self.extend_left(phrase, between.start))
                .filter(|phrase| phrase.start == between.start);
            let how = if CAUSED.contains(&self.words.word(governor.head)) { How::Before } else { How::Deed };
            return whole.or_else(|| self.caused_people(&between)).map(|tokens| Subject {
                tokens,
                antecedent: None,
                how,
            });
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
        // "used the speech | to argue that", "took to the radio | to say"
        let deed = governor.shape == Shape::Finite
            && !governor.modal
            && !governor.negated
            && !governor.future
            && !governor.passive
            && (DEEDS.contains(&self.words.word(governor.head))
                && !between.clone().any(|index| self.words.is_any(index, &[",", ";", "that"]))
                && between.len() <= FARTHEST_DEED
                || self.is_done_to_say(governor, &between));
        if deed {
            let mut subject = self.subject_within(previous, low, sharing.checked_sub(1)?)?;
            subject.how = How::Deed;
            return Some(subject);
        }
        None
    }
}
