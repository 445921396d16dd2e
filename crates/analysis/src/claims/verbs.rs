//! Cue verbs: finding them, their frame, their subject.

use std::ops::Range;

use rapporteur_core::ClaimForm;

use super::candidate::Candidate;
use super::clause::Around;
use super::frames::Match;
use super::groups::{Group, Shape};
use super::scene::Scene;
use super::subject::{How, Subject};
use crate::lexicon::{CueVerb, Frame, Holder, HolderKind, Rest, Sense};
use crate::tagger::Upos;

/// Whose words a cue stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    Author,
    /// In quotation marks.
    Quoted,
    /// In a speaker's turn.
    Turn,
}

/// A cue verb where it stands.
#[derive(Debug, Clone)]
pub(super) struct Cue {
    /// Auxiliaries to particle.
    pub tokens: Range<usize>,
    pub bounds: Range<usize>,
    pub around: Around,
    pub subject: Option<Subject>,
}

impl Scene<'_> {
    /// All claims a verb group makes as a cue, best first.
    pub(super) fn verb_candidates(&self, number: usize) -> Vec<Candidate> {
        let Some(group) = self.groups.get(number) else { return Vec::new() };
        let words = &self.words;
        if group.copula || group.shape == Shape::Bare {
            return Vec::new();
        }
        let bounds = self.bounds(group.head);
        let low = bounds.start;
        let mut found = Vec::new();
        let mut subject = None;
        let mut subject_known = false;
        let mut last_lemma = usize::MAX;
        for (verb, _) in self.lexicon.verbs(words.word(group.head)) {
            let rest_end = group.head + 1 + verb.rest.len();
            let rest_fits = verb.rest.iter().enumerate().all(|(offset, word)| words.is(group.head + 1 + offset, word));
            if !rest_fits || rest_end > bounds.end {
                continue;
            }
            let key = verb as *const CueVerb as usize;
            if key == last_lemma {
                continue;
            }
            last_lemma = key;
            if !subject_known {
                subject = self.subject(number, low);
                subject_known = true;
            }
            let tokens = group.tokens.start..group.tokens.end.max(rest_end);
            let around = self.around(group, subject.as_ref(), &bounds);
            let cue = Cue { tokens, bounds: bounds.clone(), around, subject: subject.clone() };
            self.candidates_of(verb, group, &cue, &mut found);
        }
        found.sort_by(|left, right| right.score.total_cmp(&left.score));
        found
    }

    fn around(&self, group: &Group, subject: Option<&Subject>, bounds: &Range<usize>) -> Around {
        let words = &self.words;
        let relative = subject.is_some_and(|subject| subject.how == How::Relative);
        let clause_start = subject
            .filter(|subject| subject.how != How::Shared)
            .map_or(group.tokens.start, |subject| subject.tokens.start);
        let opener = clause_start.checked_sub(1).filter(|&index| index >= bounds.start);
        let fronted = opener.is_some_and(|index| {
            words.is_any(
                index,
                &[
                    "as", "while", "although", "though", "after", "when", "before", "because", "since", "whereas",
                    "even",
                ],
            ) && index <= bounds.start + 1
        }) || (group.shape == Shape::Ing && group.tokens.start == bounds.start);
        let dashes = (bounds.start..group.tokens.start).filter(|&index| words.is_dash(index)).count() % 2 == 1
            && (group.tokens.end..bounds.end).any(|index| words.is_dash(index));
        Around { past: group.past, ing: group.shape == Shape::Ing, relative, fronted, dashes }
    }

    fn candidates_of(&self, verb: &CueVerb, group: &Group, cue: &Cue, found: &mut Vec<Candidate>) {
        if self.is_ruled_out(group, cue) {
            return;
        }
        let after = self.after(cue.tokens.end, cue.bounds.end, cue.around);
        if group.passive || (group.shape == Shape::Participle && self.words.is(cue.tokens.end, "by")) {
            self.passive_candidates(verb, group, cue, &after, found);
            return;
        }
        for sense in &verb.senses {
            if !self.sense_fits(sense, group, cue, &verb.lemma) {
                continue;
            }
            for frame in &sense.frames {
                if let Some(matched) = self.match_frame(frame, &after) {
                    if group.shape == Shape::Participle && matches!(frame, Frame::Object | Frame::Prep(_)) {
                        continue;
                    }
                    self.add(verb, sense, group, cue, matched, found);
                }
            }
        }
        self.content_before(verb, group, cue, &after, found);
        self.said_so(verb, group, cue, found);
    }

    /// "as X said" with nothing of its own behind the cue.
    fn said_so(&self, verb: &CueVerb, group: &Group, cue: &Cue, found: &mut Vec<Candidate>) {
        let Some(subject) = cue.subject.as_ref().filter(|subject| subject.how != How::Shared) else { return };
        let Some(sense) = verb
            .senses
            .iter()
            .find(|sense| sense.frames.contains(&Frame::That) || sense.frames.contains(&Frame::Clause))
        else {
            return;
        };
        if group.shape != Shape::Finite
            || group.passive
            || !self.holder_fits(Holder::Actor, subject)
            || self.voice_of(cue.tokens.start) == Voice::Quoted
        {
            return;
        }
        let Some(content) = self.as_said(&cue.tokens, &subject.tokens, &cue.bounds) else { return };
        found.push(Candidate {
            source: Some(subject.tokens.clone()),
            antecedent: None,
            cue: Some(cue.tokens.clone()),
            lemma: verb.lemma.clone(),
            content,
            form: sense.form,
            position: sense.position,
            tier: sense.tier,
            hedged: sense.hedged,
            negated: false,
            addressee: None,
            object: None,
            rule: "as-said",
            score: 0.83,
            speaker: None,
        });
    }

    /// No act of speech at all: "could say", "did not say", "if X says".
    fn is_ruled_out(&self, group: &Group, cue: &Cue) -> bool {
        let words = &self.words;
        let start = cue
            .subject
            .as_ref()
            .filter(|subject| subject.how != How::Shared)
            .map_or(cue.tokens.start, |subject| subject.tokens.start);
        let opener = start.checked_sub(1).filter(|&index| index >= cue.bounds.start);
        if opener.is_some_and(|index| words.is_any(index, &["if", "unless", "whether", "lest"])) {
            return true;
        }
        group.shape == Shape::Infinitive && cue.subject.is_none()
    }

    fn sense_fits(&self, sense: &Sense, group: &Group, cue: &Cue, lemma: &str) -> bool {
        if group.modal
            && !(sense.tier == 2
                && self.words.is_any(cue.tokens.start, &["would", "'d"])
                && matches!(lemma, "prefer" | "like" | "love" | "want" | "welcome"))
        {
            return false;
        }
        if group.negated && sense.tier == 1 && !matches!(lemma, "rule out" | "deny" | "dispute") {
            return false;
        }
        let Some(subject) = &cue.subject else { return true };
        self.holder_fits(sense.holder, subject)
    }

    fn holder_fits(&self, holder: Holder, subject: &Subject) -> bool {
        let phrase = subject.antecedent.as_ref().unwrap_or(&subject.tokens);
        let kind = self.holder_kind(phrase);
        let head = self.words.word(self.head_of(phrase));
        match holder {
            Holder::Any => !matches!(head, "this" | "that" | "these" | "those" | "there" | "which"),
            Holder::Actor => kind.is_some() || head == "it",
            Holder::Document => kind == Some(HolderKind::Document) || self.lexicon.is_poll(head) || head == "it",
            Holder::Poll => self.lexicon.is_poll(head),
        }
    }

    fn add(&self, verb: &CueVerb, sense: &Sense, group: &Group, cue: &Cue, matched: Match, found: &mut Vec<Candidate>) {
        let words = &self.words;
        let content = self.tidy(matched.content.clone());
        if content.is_empty() || words.count_words(content.clone()) == 0 {
            return;
        }
        if sense.marks && !content.clone().any(|index| words.is_open_quote(index)) {
            return;
        }
        let Some(subject) = &cue.subject else { return };
        if !self.may_claim(sense, group, cue, subject, &matched) {
            return;
        }
        let how = match subject.how {
            How::Before | How::Inverted => 1.0,
            How::Aside => 0.97,
            How::Relative => 0.96,
            How::Shared => 0.95,
        };
        let future = if group.future { 0.85 } else { 1.0 };
        let kind =
            if self.holder_kind(subject.antecedent.as_ref().unwrap_or(&subject.tokens)).is_some() { 1.0 } else { 0.9 };
        let rule = match (subject.how, matched.rule) {
            (How::Shared, _) if group.shape == Shape::Ing => "participle-shared-subject",
            (How::Shared, _) => "shared-subject",
            (How::Relative, _) => "relative-clause",
            (_, rule) => rule,
        };
        let person = matched.person.filter(|_| true);
        let spoken_to = matches!(
            matched.rule,
            "cue-person-quote"
                | "cue-person-that"
                | "cue-person-clause"
                | "cue-person-question"
                | "cue-person-infinitive"
                | "cue-person-content"
        ) || person.is_some()
            && matches!(
                verb.lemma.as_str(),
                "warn" | "tell" | "inform" | "remind" | "notify" | "brief" | "caution" | "advise" | "assure" | "ask"
            );
        found.push(Candidate {
            source: Some(subject.tokens.clone()),
            antecedent: subject.antecedent.clone(),
            cue: Some(cue.tokens.start..cue.tokens.end.max(matched.cue_end)),
            lemma: self.lemma_with_preposition(verb, cue, matched.cue_end),
            content: vec![content],
            form: sense.form,
            position: sense.position,
            tier: sense.tier,
            hedged: sense.hedged || group.modal || self.is_hedged(cue),
            negated: sense.negated != (group.negated && sense.tier == 2),
            addressee: if spoken_to { person.clone() } else { None },
            object: if spoken_to { None } else { person },
            rule,
            score: matched.score * how * future * kind,
            speaker: None,
        });
    }

    /// Whether the subject and place of a cue let it claim: not a speaker's "I think", nor voters in general.
    fn may_claim(&self, sense: &Sense, group: &Group, cue: &Cue, subject: &Subject, matched: &Match) -> bool {
        let words = &self.words;
        let phrase = subject.antecedent.as_ref().unwrap_or(&subject.tokens);
        if words.is(phrase.start, "i") && words.is(group.head, "quote") {
            return false;
        }
        // "Nobody said" is no claim, nor is a refusal to speak.
        let denied = |index: usize| words.is_any(index, &["no", "nobody", "none", "neither", "nothing"]);
        if denied(phrase.start) || phrase.start.checked_sub(1).is_some_and(|before| words.is(before, "no")) {
            return false;
        }
        if words.is_any(
            group.head,
            &["refused", "refuses", "refuse", "declined", "declines", "decline", "refusing", "declining"],
        ) && words.is_any(
            matched.content.start + 1,
            &[
                "say",
                "comment",
                "discuss",
                "answer",
                "elaborate",
                "name",
                "identify",
                "respond",
                "speak",
                "disclose",
                "confirm",
                "talk",
                "explain",
                "specify",
                "reveal",
                "speculate",
            ],
        ) {
            return false;
        }
        let reported = matches!(
            matched.rule,
            "quote-cue-before"
                | "cue-that"
                | "cue-clause"
                | "cue-person-that"
                | "cue-person-quote"
                | "cue-person-clause"
        );
        if group.shape == Shape::Ing {
            let before = self.before_adverbs(group.tokens.start, cue.bounds.start);
            let free = before.is_none_or(|before| {
                words.is(before, ",") || words.is_dash(before) || words.pos(before) == Upos::Cconj
            });
            let bound = reported && sense.tier == 1;
            let object = matches!(matched.rule, "cue-object")
                && !matches!(sense.form, ClaimForm::Accusation | ClaimForm::Opposition);
            if !free && !bound || object {
                return false;
            }
        }
        if subject.how == How::Relative && sense.tier == 2 {
            let comma = subject.tokens.start.checked_sub(1).is_some_and(|before| words.is(before, ","));
            if !comma && !self.is_named(phrase) {
                return false;
            }
        }
        match self.voice_of(cue.tokens.start) {
            Voice::Author => true,
            Voice::Quoted => sense.tier == 1 && reported && self.is_named(phrase),
            Voice::Turn => {
                !words.is_any(subject.tokens.start, &["you"])
                    && (sense.tier == 1 || self.is_named(phrase) || !words.is_personal_pronoun(subject.tokens.start))
            }
        }
    }

    /// The nearest token before `index` that is no adverb.
    fn before_adverbs(&self, index: usize, low: usize) -> Option<usize> {
        (low..index).rev().find(|&at| self.words.pos(at) != Upos::Adv)
    }

    /// Whether a phrase names somebody.
    pub(super) fn is_named(&self, phrase: &Range<usize>) -> bool {
        self.actors.mentions_in(self.words.bytes(phrase)).next().is_some()
            || phrase.clone().any(|index| self.words.pos(index) == Upos::Propn && !self.words.is_time(index))
    }

    /// Whose words those at `token` are.
    pub(super) fn voice_of(&self, token: usize) -> Voice {
        if self.words.quotations.around(token).is_some() {
            return Voice::Quoted;
        }
        let zone = self.zone_at(token).and_then(|zone| self.words.layer.zones.get(zone));
        if zone.is_some_and(|zone| zone.speaker.is_some()) { Voice::Turn } else { Voice::Author }
    }

    fn lemma_with_preposition(&self, verb: &CueVerb, cue: &Cue, cue_end: usize) -> String {
        if cue_end == cue.tokens.end + 1 {
            return format!("{} {}", verb.lemma, self.words.word(cue.tokens.end));
        }
        verb.lemma.clone()
    }

    fn is_hedged(&self, cue: &Cue) -> bool {
        let words = &self.words;
        let near = cue.tokens.start.saturating_sub(1).max(cue.bounds.start)..(cue.tokens.end + 1).min(cue.bounds.end);
        near.into_iter().any(|index| {
            words.is_any(
                index,
                &[
                    "reportedly",
                    "allegedly",
                    "apparently",
                    "likely",
                    "probably",
                    "purportedly",
                    "supposedly",
                    "perhaps",
                    "seemingly",
                ],
            )
        })
    }

    /// "was accused by X of", "is said to", "described by X as", "backed by X".
    fn passive_candidates(
        &self,
        verb: &CueVerb,
        group: &Group,
        cue: &Cue,
        after: &super::frames::After,
        found: &mut Vec<Candidate>,
    ) {
        if group.modal || group.negated || self.voice_of(cue.tokens.start) == Voice::Quoted {
            return;
        }
        let words = &self.words;
        let agent = self.agent(after.at, after.high);
        let from = agent.as_ref().map_or(after.at, |agent| agent.end);
        let rest_of = self.after(from, after.high, after.around);
        let patient =
            cue.subject.as_ref().map(|subject| subject.antecedent.clone().unwrap_or_else(|| subject.tokens.clone()));
        let mut add = |sense: &Sense,
                       content: Range<usize>,
                       rule: &'static str,
                       score: f32,
                       agent: Option<Range<usize>>,
                       patient_is_object: bool| {
            let content = self.tidy(content);
            if words.count_words(content.clone()) == 0 {
                return;
            }
            if let Some(agent) = &agent {
                let by = Subject { tokens: agent.clone(), antecedent: None, how: How::Before };
                if !self.holder_fits(if sense.holder == Holder::Any { Holder::Actor } else { sense.holder }, &by) {
                    return;
                }
            }
            let to = matches!(rule, "passive-person");
            found.push(Candidate {
                source: agent,
                antecedent: None,
                cue: Some(cue.tokens.clone()),
                lemma: verb.lemma.clone(),
                content: vec![content],
                form: sense.form,
                position: sense.position,
                tier: sense.tier,
                hedged: sense.hedged,
                negated: sense.negated,
                addressee: patient.clone().filter(|_| to),
                object: patient.clone().filter(|_| patient_is_object && !to),
                rule,
                score,
                speaker: None,
            });
        };
        for sense in &verb.senses {
            for frame in &sense.frames {
                match frame {
                    Frame::Person(rest) => {
                        if let Some(matched) = self.rest_after(from..from, rest, &rest_of) {
                            let speech = matches!(
                                rest,
                                Rest::That | Rest::Clause | Rest::To | Rest::Wh | Rest::Quote | Rest::Not
                            );
                            let rule = if speech { "passive-person" } else { "passive-object" };
                            if agent.is_some() {
                                add(sense, matched.content, rule, 0.85, agent.clone(), true);
                            } else if let Some(late) = self.agent_in(&matched.content) {
                                // "was described as a fraud by X"
                                add(
                                    sense,
                                    matched.content.start..late.start.saturating_sub(1),
                                    rule,
                                    0.8,
                                    Some(late),
                                    true,
                                );
                            }
                        }
                    }
                    Frame::That | Frame::Quote => {
                        if agent.is_some()
                            && let Some(matched) = self.match_frame(frame, &rest_of)
                        {
                            add(sense, matched.content, "passive-by", 0.82, agent.clone(), false);
                        }
                    }
                    Frame::Object if sense.tier == 1 => {
                        if let (Some(agent), Some(patient)) = (&agent, &patient) {
                            add(sense, patient.clone(), "passive-by", 0.62, Some(agent.clone()), false);
                        }
                    }
                    _ => {}
                }
            }
        }
        if agent.is_none() && group.passive {
            for sense in &verb.passives {
                for frame in &sense.frames {
                    let content = match frame {
                        Frame::To => self.match_frame(frame, after).map(|matched| matched.content),
                        Frame::Prep(preposition) => self
                            .rest_after(after.at..after.at, &Rest::Prep(preposition.clone()), after)
                            .map(|matched| matched.content),
                        _ => None,
                    };
                    if let Some(content) = content {
                        add(sense, content, "passive-without-agent", 0.55, None, true);
                    }
                }
            }
        }
    }

    /// The phrase behind "by" at `index`.
    fn agent(&self, index: usize, high: usize) -> Option<Range<usize>> {
        if !self.words.is(index, "by") {
            return None;
        }
        let end = self.long_phrase_end(index + 1, high)?;
        self.holder_kind(&(index + 1..end)).map(|_| index + 1..end)
    }

    fn agent_in(&self, content: &Range<usize>) -> Option<Range<usize>> {
        let by = content.clone().rev().find(|&index| {
            self.words.is(index, "by")
                && self.words.quotations.around(index) == self.words.quotations.around(content.start.saturating_sub(1))
        })?;
        self.agent(by, content.end).filter(|agent| agent.end + 1 >= content.end)
    }

    /// `range` without marks at its edges that do not belong to it.
    pub(super) fn tidy(&self, range: Range<usize>) -> Range<usize> {
        let words = &self.words;
        let (mut start, mut end) = (range.start, range.end);
        while start < end
            && words.kind(start) == Some(crate::text::TokenKind::Punctuation)
            && !words.is_any(start, &["(", "["])
        {
            start += 1;
        }
        while end > start {
            let last = end - 1;
            let inside = words.quotations.around(last).and_then(|quoted| words.quotations.get(quoted));
            let own = inside.is_some_and(|quoted| quoted.tokens.start >= start && quoted.tokens.end <= range.end);
            let strip = match words.kind(last) {
                Some(crate::text::TokenKind::CloseQuote) => !own,
                Some(crate::text::TokenKind::Punctuation) => !own && !words.is_any(last, &[")", "]"]),
                Some(crate::text::TokenKind::OpenQuote) => true,
                _ => words.is_any(last, &["and", "or", "but"]) && !own,
            };
            if !strip {
                break;
            }
            end -= 1;
        }
        start..end
    }
}
