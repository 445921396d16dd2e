//! Quotations that a clause without a cue verb introduces, or that are the subject of one: "Her deputy was blunter: “…”",
//! "“…,” was how one envoy put it", "“…” was the verdict of the court".

use rapporteur_core::ClaimForm;

use crate::claims::candidate::Candidate;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;
use crate::lexicon::HolderKind;
use crate::tagger::Upos;

/// How far behind its verb the colon of an introduction may stand.
const LONGEST_INTRODUCTION: usize = 12;

/// How many words in marks may be a name or a title.
const LONGEST_NAME: usize = 2;

/// What tells how somebody says something.
const PUTTING: &[&str] = &[
    "put",
    "puts",
    "described",
    "describes",
    "summed",
    "sums",
    "phrased",
    "explained",
    "summarised",
    "summarized",
    "saw",
    "characterised",
    "characterized",
    "characterises",
    "characterizes",
];

/// What somebody's words are.
pub(super) const VERDICTS: &[&str] = &[
    "verdict",
    "answer",
    "reply",
    "response",
    "phrase",
    "judgment",
    "judgement",
    "summary",
    "assessment",
    "conclusion",
    "reaction",
    "word",
    "words",
    "description",
    "comment",
    "retort",
    "explanation",
];

impl Scene<'_> {
    /// "A veteran summed it up: | “…”": whoever is the subject in front of the colon.
    pub(crate) fn introduced_quotation(&self, number: usize, group: &Group) -> Option<Candidate> {
        let words = &self.words;
        if group.shape != Shape::Finite || group.negated || group.modal || self.voice_of(group.head) != Voice::Author {
            return None;
        }
        let bounds = self.bounds(group.head);
        let reach = group.tokens.end..bounds.end.min(group.tokens.end + LONGEST_INTRODUCTION);
        let colon = reach.into_iter().find(|&at| words.is(at, ":"))?;
        let plain = !self.groups.within(group.tokens.end..colon).any(|(_, other)| other.shape == Shape::Finite);
        let quoted =
            words.quotations.opening_at(colon + 1).and_then(|at| words.quotations.get(at)).filter(|_| plain)?;
        let last = quoted.tokens.end + 1 >= bounds.end || !words.is_word(quoted.tokens.end);
        let subject = self.subject(number, bounds.start)?;
        let phrase = subject.antecedent.as_ref().unwrap_or(&subject.tokens);
        let person = matches!(self.holder_kind(phrase), Some(HolderKind::Person | HolderKind::Group));
        // "said she has | one quality: “…”": that is somebody else’s clause.
        let reported = subject
            .tokens
            .start
            .checked_sub(1)
            .is_some_and(|before| self.groups.at(before).is_some() || words.is(before, "that"));
        if !last
            || reported
            || quoted.words <= LONGEST_NAME
            || !person
            || words.is_any(phrase.start, &["it", "there", "i", "we", "you", "him", "them", "us", "me"])
        {
            return None;
        }
        Some(Candidate {
            source: Some(subject.tokens.clone()),
            antecedent: subject.antecedent.clone(),
            cue: Some(group.tokens.clone()),
            lemma: words.word(group.head).to_owned(),
            content: vec![quoted.tokens.clone()],
            form: ClaimForm::Statement,
            tier: 1,
            rule: "quote-cue-before",
            score: 0.6,
            ..Candidate::default()
        })
    }

    /// "“…” was | how one envoy put it", "“…” was | the verdict of the court", "“…” was | the minister’s answer".
    pub(crate) fn judged_quotation(&self, group: &Group) -> Option<Candidate> {
        let words = &self.words;
        if !group.copula || group.negated || group.modal || group.shape != Shape::Finite {
            return None;
        }
        let quoted = words.quotations.closing_before(group.tokens.start).and_then(|at| words.quotations.get(at))?;
        let high = self.bounds(group.head).end;
        let start = group.tokens.end;
        let (source, cue) = if words.is(start, "how") {
            let mut end = self.long_phrase_end(start + 1, high)?;
            // "one adviser to the bank | puts it"
            if words.pos(end) == Upos::Adp {
                end = self.long_phrase_end(end + 1, high)?;
            }
            // "one envoy, who had been there, put it"
            let close = (end + 1..high.min(end + LONGEST_INTRODUCTION * 2))
                .find(|&at| words.is(at, ","))
                .filter(|_| words.is(end, ","));
            let verb = close.map_or(end, |close| close + 1);
            let verb = verb + usize::from(words.is_any(verb, &["later", "once", "recently"]));
            if !words.is_any(verb, PUTTING) {
                return None;
            }
            (start + 1..end, verb..verb + 1 + usize::from(words.is(verb + 1, "it")))
        } else {
            let end = self.noun_phrase_end(start, high)?;
            if !words.is_any(end - 1, VERDICTS) {
                return None;
            }
            (self.owner_or_behind(&(start..end), &["of", "from"], high)?, end - 1..end)
        };
        let holder = self.holder_kind(&source).is_some() || self.is_named(&source);
        if !holder || quoted.words <= LONGEST_NAME {
            return None;
        }
        Some(Candidate {
            source: Some(source),
            cue: Some(cue.clone()),
            lemma: words.word(cue.start).to_owned(),
            content: vec![quoted.tokens.clone()],
            form: ClaimForm::Statement,
            tier: 1,
            rule: "quote-cue-after",
            score: 0.8,
            ..Candidate::default()
        })
    }
}
