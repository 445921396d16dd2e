//! "has said as much", "takes the opposite view", "has made this case": the content is told elsewhere, and these words point to it.

use std::ops::Range;

use rapporteur_core::ClaimForm;

use crate::claims::candidate::Candidate;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::grammar::subject::Subject;
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;
use crate::lexicon::{Frame, Rest};
use crate::tagger::Upos;

/// Verbs that with such a noun say that somebody thinks so.
const HOLDING: &[&str] = &[
    "take", "takes", "took", "taken", "share", "shares", "shared", "hold", "holds", "held", "adopt", "adopts",
    "adopted",
];

/// Verbs that with such a noun say that somebody says so.
const SAYING: &[&str] = &["make", "makes", "made", "echo", "echoes", "echoed", "repeat", "repeats", "repeated"];

/// What is held.
const VIEWS: &[&str] = &[
    "view",
    "position",
    "line",
    "stance",
    "assessment",
    "opinion",
    "interpretation",
    "reading",
    "belief",
    "conclusion",
    "sentiment",
    "concern",
    "concerns",
    "worry",
    "worries",
    "scepticism",
    "skepticism",
    "optimism",
    "pessimism",
    "fears",
];

/// What is said.
const WORDS: &[&str] =
    &["case", "point", "argument", "claim", "demand", "charge", "accusation", "criticism", "warning", "call"];

impl Scene<'_> {
    /// The claim a verb makes whose content points elsewhere.
    pub(crate) fn pointed_candidate(&self, number: usize) -> Option<Candidate> {
        let words = &self.words;
        let group = self.groups.get(number)?;
        let told = group.shape == Shape::Finite && !group.passive && !group.modal && !group.copula;
        // "thinks much | the same"
        let much = words.is_any(group.tokens.end, &["much", "exactly"]) && words.is(group.tokens.end + 1, "the");
        // "has made | roughly | this argument"
        let much = much
            || words.is_any(group.tokens.end, &["roughly", "precisely", "exactly", "essentially", "broadly", "just"])
                && words.is_any(group.tokens.end + 1, &["this", "that", "such", "the"]);
        let at = group.tokens.end + usize::from(much);
        if !told || !(words.is_any(at, POINTING) || words.is(at, "as") && words.is(at + 1, "much")) {
            return None;
        }
        let bounds = self.bounds(group.head);
        let (content, form, tier) = self.pointed(group, at, bounds.end)?;
        let subject = self.subject(number, bounds.start)?;
        let phrase = subject.antecedent.clone().unwrap_or_else(|| subject.tokens.clone());
        // "I have said as much": the author's own.
        let own = phrase.len() == 1 && words.is_any(phrase.start, &["i", "we", "you", "one"]);
        let voice = self.voice_of(group.head);
        if self.holder_kind(&phrase).is_none()
            || own && voice == Voice::Author
            || voice == Voice::Quoted && !self.is_named(&phrase)
        {
            return None;
        }
        let Subject { tokens, antecedent, .. } = subject;
        Some(Candidate {
            source: Some(tokens),
            antecedent,
            cue: Some(group.tokens.clone()),
            lemma: words.word(group.head).to_owned(),
            content: vec![content],
            form,
            tier,
            negated: group.negated,
            rule: "pointed-to",
            score: 0.74,
            ..Candidate::default()
        })
    }

    /// "…, a view | shared by most of the scholars": what is told in front, with those who think so behind it.
    pub(crate) fn shared_view(&self, number: usize) -> Option<Candidate> {
        let words = &self.words;
        let group = self.groups.get(number)?;
        let at = group.tokens.start;
        let shared = group.tokens.len() == 1 && words.is_any(at, &["shared", "held", "echoed", "voiced", "endorsed"]);
        if !shared || !words.is(at + 1, "by") || self.voice_of(at) == Voice::Quoted {
            return None;
        }
        let bounds = self.bounds(at);
        let view = self.noun_phrase_before(at, bounds.start)?;
        let beside = view.start.checked_sub(1).is_some_and(|before| words.is(before, ",") || words.is_dash(before));
        let head = self.head_of(&view);
        let noun = VIEWS.contains(&words.word(head)) || WORDS.contains(&words.word(head));
        let end = self.long_phrase_end(at + 2, bounds.end)?;
        let phrase = at + 2..end;
        if !beside || !noun || !words.is_any(view.start, &["a", "an"]) || self.holder_kind(&phrase).is_none() {
            return None;
        }
        Some(Candidate {
            source: Some(phrase),
            cue: Some(at..at + 2),
            lemma: words.word(at).to_owned(),
            content: vec![view],
            form: ClaimForm::Assessment,
            tier: 2,
            rule: "pointed-to",
            score: 0.7,
            ..Candidate::default()
        })
    }

    /// The words that point, what is done by them, and the tier.
    fn pointed(&self, group: &Group, at: usize, high: usize) -> Option<(Range<usize>, ClaimForm, u8)> {
        let words = &self.words;
        // "as much", "the same", and nothing of its own behind.
        if words.is(at, "as") || words.is(at, "the") && words.is(at + 1, "same") {
            let end = at + 2 + usize::from(words.is(at + 1, "same") && words.is_any(at + 2, &["thing", "question"]));
            let ends = end >= high || matches!(words.pos(end), Upos::Punct | Upos::Adp | Upos::Sconj | Upos::Cconj);
            let sense = self.lexicon.verbs(words.word(group.head)).filter(|(verb, _)| verb.rest.is_empty()).find_map(
                |(verb, _)| {
                    verb.senses.iter().find(|sense| {
                        sense.frames.iter().any(|frame| {
                            matches!(frame, Frame::That | Frame::Clause | Frame::Person(Rest::That | Rest::To))
                        })
                    })
                },
            );
            if let Some(sense) = sense.filter(|sense| {
                !words.is_any(group.head, &["know", "knows", "knew"]) && ends && !(group.negated && sense.tier == 1)
            }) {
                // "thinks | much the same about the army"
                let start = at - usize::from(words.is_any(at - 1, &["much", "exactly"]) && words.is(at, "the"));
                let about = self.noun_phrase_end(end + 1, high).filter(|_| words.is_any(end, &["about", "of"]));
                return Some((start..about.unwrap_or(end), sense.form, sense.tier));
            }
        }
        let holding = words.is_any(group.head, HOLDING);
        if !holding && !words.is_any(group.head, SAYING) {
            return None;
        }
        let much = words.is(at - 1, "much");
        let end = self.noun_phrase_end(at, high)?;
        let noun = if holding { VIEWS } else { WORDS };
        // "shares that view | for reasons of its own": why.
        let reasons = words.is(end, "for") && (end + 1..end + 4).any(|at| words.is_any(at, &["reason", "reasons"]));
        let alone = end >= high || reasons || !words.is_any(end, &["that", "of", "about", "for", "to"]);
        // "made the point": which, is not told.
        let pointing = !words.is(at, "the") || words.is_any(at + 1, &["same", "opposite", "contrary"]);
        if !words.is_any(end - 1, noun) || !alone || !pointing || group.negated {
            return None;
        }
        let (form, tier) = if holding { (ClaimForm::Assessment, 2) } else { (ClaimForm::Statement, 1) };
        // "holds | much the same view"
        Some((at - usize::from(much)..end, form, tier))
    }
}

/// Determiners that point to something told elsewhere.
const POINTING: &[&str] = &["this", "that", "these", "those", "the", "such"];
