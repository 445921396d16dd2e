//! "…, as reported by the agency", "As described by Kestria, …": somebody else's words in front or behind.

use std::ops::Range;

use super::{Passive, Told};
use crate::claims::candidate::Candidate;
use crate::claims::grammar::groups::Shape;
use crate::lexicon::{Frame, Sense};

/// Cues without a clause of their own that tell how somebody puts it.
const PUTS_IT: &[&str] =
    &["describe", "outline", "summarise", "seek", "want", "desire", "envision", "prefer", "favour"];

/// Who said it, by which sense of the verb, and what.
pub(super) struct AsSaid<'a> {
    sense: &'a Sense,
    agent: Range<usize>,
    content: Vec<Range<usize>>,
}

impl<'a> Passive<'a> {
    /// An "as reported by", if this is one.
    pub(super) fn as_said(&self) -> Option<AsSaid<'a>> {
        let Passive { scene, verb, cue, .. } = *self;
        let puts = PUTS_IT.contains(&verb.lemma.as_str());
        let tells =
            |sense: &&Sense| puts || sense.frames.iter().any(|frame| matches!(frame, Frame::That | Frame::Clause));
        let agent = self.agent.clone()?;
        let sense = verb.senses.iter().find(tells)?;
        let hangs = self.group.shape == Shape::Participle || scene.words.is(cue.tokens.start.saturating_sub(1), "as");
        if !hangs {
            return None;
        }
        let content = scene.proposed_before(verb, cue);
        let content = content.or_else(|| scene.as_said(&cue.tokens, &cue.tokens, &cue.bounds))?;
        Some(AsSaid { sense, agent, content })
    }

    /// The claim of an "as reported by".
    pub(super) fn said(&self, told: AsSaid<'_>) -> Option<Candidate> {
        let AsSaid { sense, agent, content } = told;
        let first = content.first().cloned().unwrap_or_default();
        let told =
            Told { content: first, rule: "as-said", score: 0.8, agent: Some(agent), of_patient: false, front: None };
        self.told(sense, told).map(|claim| Candidate { content, ..claim })
    }
}
