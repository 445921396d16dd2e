//! Who acts behind a passive: "by X", "in Kest and Port Aver", the seat in front.

use std::ops::Range;

use rapporteur_core::{ActorKind, MentionForm};

use crate::claims::cues::verbs::Cue;
use crate::claims::grammar::subject::How;
use crate::claims::scene::Scene;

/// What is thought and not done.
const THOUGHT: &[&str] = &[
    "feared",
    "hoped",
    "thought",
    "believed",
    "assumed",
    "expected",
    "seen",
    "viewed",
    "regarded",
    "considered",
    "perceived",
    "understood",
    "felt",
    "suspected",
    "resented",
    "disliked",
    "doubted",
    "taken",
];

impl Scene<'_> {
    /// The phrase behind "by" at `index`.
    pub(super) fn agent(&self, index: usize, high: usize) -> Option<Range<usize>> {
        if !self.words.is(index, "by") {
            return None;
        }
        // "by both Averland and Kestria"
        let both = usize::from(self.words.is(index + 1, "both"));
        let first = self.long_phrase_end(index + 1 + both, high)?;
        // "by Averland, Kestria and Lomar", not "by Averland, and Kestria said"
        let clause = self.words.is(first, ",") && self.words.is(first + 1, "and");
        let listed = self.people_end(first, high).filter(|_| !clause).or_else(|| self.agents_end(first, high));
        let end = listed.unwrap_or(first);
        self.holder_kind(&(index + 1 + both..end)).map(|_| index + 1..end)
    }

    /// "by the bank, by envoys and by the guild | of", "by the guild, and by several captains | of": behind agents that each have
    /// their "by", of which `end` ends the first.
    fn agents_end(&self, end: usize, high: usize) -> Option<usize> {
        let words = &self.words;
        let mut end = end;
        loop {
            let comma = usize::from(words.is(end, ","));
            let last = words.is_any(end + comma, &["and", "or"]);
            let by = end + comma + usize::from(last);
            if by == end || !words.is(by, "by") {
                return None;
            }
            end = self.long_phrase_end(by + 1, high)?;
            if last {
                return Some(end);
            }
        }
    }

    /// "is viewed in | Kest and Port Aver | as": the capitals, or the people, in which and among whom something is seen so.
    pub(super) fn agent_by_seat(&self, index: usize, high: usize) -> Option<Range<usize>> {
        let words = &self.words;
        let among = words.is_any(index, &["among", "amongst", "within"]);
        if !among && !words.is(index, "in") {
            return None;
        }
        let first = self.long_phrase_end(index + 1, high)?;
        let end = self.people_end(first, high).unwrap_or(first);
        let phrase = index + 1..end;
        let state = |mention: &crate::actors::FoundMention| {
            let actor = self.actors.actors.get(mention.actor);
            // "is feared in | Averland | that": what is done there, may be done to it.
            words.is_any(index.saturating_sub(1), THOUGHT) && actor.is_some_and(|actor| actor.kind == ActorKind::State)
        };
        let seat = |mention: &crate::actors::FoundMention| mention.form == MentionForm::Metonym || state(mention);
        let acts =
            self.actors.mentions_in(words.bytes(&phrase)).any(seat) || among && self.holder_kind(&phrase).is_some();
        // "is often assumed in | Kest | that", "was resented in | Kest"
        let last = end >= high || words.is_any(end, &[".", ",", ";", "and", "but"]);
        let told = words.is(end, "as") || words.is(end, "that") && !among || last;
        (acts && told).then_some(phrase)
    }

    /// "In | Kest | the ruling is seen as", "Within | the bloc | it is disputed": the seat or the body in front of the subject.
    pub(super) fn seat_in_front(&self, cue: &Cue) -> Option<Range<usize>> {
        let words = &self.words;
        let subject = cue.subject.as_ref().filter(|subject| subject.how == How::Before)?;
        let start = cue.bounds.start;
        let within = words.is_any(start, &["within", "among", "inside"]);
        if !within && !words.is(start, "in") {
            return None;
        }
        let end = self.long_phrase_end(start + 1, subject.tokens.start)?;
        let phrase = start + 1..end;
        let seat = |mention: &crate::actors::FoundMention| mention.form == MentionForm::Metonym;
        let acts =
            self.actors.mentions_in(words.bytes(&phrase)).any(seat) || within && self.holder_kind(&phrase).is_some();
        let whole = end + usize::from(words.is(end, ",")) == subject.tokens.start;
        (acts && whole).then_some(phrase)
    }

    pub(super) fn agent_in(&self, content: &Range<usize>) -> Option<Range<usize>> {
        let by = content.clone().rev().find(|&index| {
            self.words.is(index, "by")
                && self.words.quotations.around(index) == self.words.quotations.around(content.start.saturating_sub(1))
        })?;
        // "was ruled illegal by the court | on Monday"
        self.agent(by, content.end).filter(|agent| {
            agent.end + 1 >= content.end
                || self.adjunct_end(agent.end, content.end) == Some(content.end)
                    && self.tells_when_or_where(agent.end, content.end)
        })
    }
}
