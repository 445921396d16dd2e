//! Passive cues: "was accused by X of", "is said to", "described by X as", "backed by X".

mod agents;
mod as_said;
pub(crate) mod named;
mod patients;
mod unnamed;

use std::ops::Range;

use super::frames::After;
use super::verbs::Cue;
use crate::claims::candidate::Candidate;
use crate::claims::grammar::clause::Around;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::grammar::subject::{How, Subject};
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;
use crate::lexicon::{CueVerb, Frame, Holder, Sense, is_preposition};

/// A passive verb and what stands around it.
struct Passive<'a> {
    scene: &'a Scene<'a>,
    verb: &'a CueVerb,
    group: &'a Group,
    cue: &'a Cue,
    /// What stands behind the verb.
    after: &'a After,
    /// The phrase behind "by".
    agent: Option<Range<usize>>,
    /// Where the words behind the agent begin, or behind the verb where there is none.
    from: usize,
    rest: After,
    /// "The reform, backed by the unions, was": told beside, as in a clause.
    beside: bool,
}

/// What a passive tells, before it is a claim.
struct Told {
    content: Range<usize>,
    rule: &'static str,
    score: f32,
    agent: Option<Range<usize>>,
    /// Whether the words in front are the object of what is told.
    of_patient: bool,
    /// Words in front that are part of the content.
    front: Option<Range<usize>>,
}

impl Scene<'_> {
    /// "was accused by X of", "is said to", "described by X as", "backed by X".
    pub(crate) fn passive_candidates(
        &self,
        verb: &CueVerb,
        group: &Group,
        cue: &Cue,
        after: &After,
        found: &mut Vec<Candidate>,
    ) {
        let impersonal = cue.subject.as_ref().is_some_and(|subject| self.words.is(subject.tokens.start, "it"));
        let unsaid = group.modal || group.negated || group.future && impersonal;
        let unheld = group.shape == Shape::Infinitive && cue.subject.is_none();
        if unsaid || unheld || self.voice_of(cue.tokens.start) == Voice::Quoted {
            return;
        }
        let passive = Passive::new(self, verb, group, cue, after);
        if let Some(said) = passive.as_said() {
            found.extend(passive.said(said));
            return;
        }
        passive.with_named_agent(found);
        // "an economist | viewed as a moderate"
        let reduced = !group.passive && self.words.is(cue.tokens.end, "as");
        if passive.agent.is_some() {
            return;
        }
        if group.passive && group.shape == Shape::Finite {
            found.extend(passive.set_down_in());
        }
        // "risks | being denounced as a sell-out": nobody has.
        let being = group.shape == Shape::Ing && self.words.is(group.tokens.start, "being");
        if !group.future && !being && (group.passive || reduced) {
            passive.with_agent_unnamed(found);
        }
    }
}

impl<'a> Passive<'a> {
    fn new(scene: &'a Scene<'a>, verb: &'a CueVerb, group: &'a Group, cue: &'a Cue, after: &'a After) -> Self {
        // "is put | at two billion | by the bank": what is said of it, no circumstance.
        let takes = |frame: &Frame| matches!(frame, Frame::Prep(taken) if matches!(taken.as_str(), "at" | "as") && scene.words.is(after.at, taken));
        let counted = verb.passives.iter().flat_map(|sense| &sense.frames).any(takes);
        // "was announced | after midnight | by the minister"
        let late =
            after.starts.iter().filter(|_| !counted).skip(1).take(2).copied().find(|&at| scene.words.is(at, "by"));
        let agent = scene
            .agent(after.at, after.high)
            .or_else(|| scene.agent(late?, after.high))
            .or_else(|| scene.agent_by_seat(after.at, after.high));
        let from = agent.as_ref().map_or(after.at, |agent| {
            // "accused by the guild, and by several captains, | of": the comma that closes the aside.
            let aside = agent.clone().any(|at| scene.words.is(at, ",") && scene.words.is(at + 2, "by"));
            agent.end + usize::from(aside && scene.words.is(agent.end, ","))
        });
        // "Kestria, accused by its neighbours of plotting, was": the clause around goes on.
        let hung = group.shape == Shape::Participle;
        let around = Around { relative: after.around.relative || hung, ..after.around };
        let rest = scene.after(from, after.high, around);
        let mut passive = Self { scene, verb, group, cue, after, agent, from, rest, beside: false };
        passive.beside = passive.comma_in_front().is_some();
        passive
    }

    /// The comma in front of a participle told beside a clause.
    fn comma_in_front(&self) -> Option<usize> {
        let before = self.scene.before_adverbs(self.cue.tokens.start, self.cue.bounds.start);
        before.filter(|&at| self.group.shape == Shape::Participle && self.scene.words.is(at, ","))
    }

    /// What the verb deals with: its subject, or what a relative pronoun stands for.
    fn patient(&self) -> Option<Range<usize>> {
        let subject = self.cue.subject.as_ref()?;
        Some(subject.antecedent.clone().unwrap_or_else(|| subject.tokens.clone()))
    }

    /// What is told as a claim, if anybody who may hold it is named or none has to be.
    fn told(&self, sense: &Sense, told: Told) -> Option<Candidate> {
        let words = &self.scene.words;
        let mut content = self.scene.tidy(told.content);
        let mut cue = self.cue.tokens.clone();
        // "was accused of | …": a preposition next to the cue belongs to it.
        if told.front.is_none()
            && content.start == cue.end
            && is_preposition(words.word(content.start))
            && self.scene.groups.at(content.start).is_none()
        {
            cue.end += 1;
            content.start += 1;
        }
        // "the draft, portions of which | were described by officials": what they are of, is told elsewhere.
        let open = !content.is_empty() && content.len() > 1 && words.is(content.end - 1, "which");
        if words.count_words(content.clone()) == 0 || open {
            return None;
        }
        if let Some(agent) = &told.agent {
            let by = Subject { tokens: agent.clone(), antecedent: None, how: How::Before };
            let holder = if sense.holder == Holder::Any { Holder::Actor } else { sense.holder };
            if !self.scene.holder_fits(holder, &by) {
                return None;
            }
        }
        let spoken_to = told.rule == "passive-person";
        Some(Candidate {
            source: told.agent,
            cue: Some(cue),
            lemma: self.verb.lemma.clone(),
            content: told.front.into_iter().chain([content]).collect(),
            form: sense.form,
            position: sense.position,
            tier: sense.tier,
            hedged: sense.hedged,
            negated: sense.negated,
            addressee: self.patient().filter(|_| spoken_to),
            object: self.patient().filter(|_| told.of_patient && !spoken_to),
            rule: told.rule,
            score: told.score,
            ..Candidate::default()
        })
    }
}
