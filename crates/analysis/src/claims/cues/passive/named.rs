//! Passives that name who acts: "was accused by X of", "described by X as", "backed by X"; and those whose words are clear
//! without: "was told that".

use std::ops::Range;

use rapporteur_core::ClaimForm;

use super::{Passive, Told};
use crate::claims::candidate::Candidate;
use crate::claims::grammar::clause::Around;
use crate::claims::grammar::groups::Shape;
use crate::claims::grammar::subject::{How, Subject};
use crate::lexicon::{Frame, Rest, Sense};
use crate::tagger::Upos;

/// What somebody is told to do by words: "was asked to", and not "was forced to".
const BIDDING: &[&str] = &["ask", "urge", "tell", "request", "call on", "call upon", "implore", "beg"];

/// What is done by an act, not a view of somebody's: "approved by parliament".
const ACTS: &[&str] =
    &["approve", "ratify", "declare", "guarantee", "offer", "sign", "conclude", "finalise", "ink", "quote"];

/// On which side one is, of something that need not be done: "a levy supported by the guilds".
const SIDES: &[&str] =
    &["support", "oppose", "favour", "resist", "reject", "welcome", "advocate", "champion", "criticise", "resent"];

/// What is somebody's idea of how a thing should be.
pub(crate) const IDEAS: &[&str] = &[
    "proposal",
    "compromise",
    "option",
    "idea",
    "plan",
    "scheme",
    "alternative",
    "solution",
    "amendment",
    "motion",
    "suggestion",
    "formula",
    "draft",
    "blueprint",
    "version",
    "model",
    "view",
];

impl Passive<'_> {
    /// The claims of the frames that the verb has when active.
    pub(super) fn with_named_agent(&self, found: &mut Vec<Candidate>) {
        for sense in &self.verb.senses {
            for frame in &sense.frames {
                found.extend(match frame {
                    Frame::Person(rest) => self.person_dealt_with(sense, rest),
                    Frame::That | Frame::Quote | Frame::Clause => self.clause_behind(sense, frame),
                    Frame::Object => self.object_in_front(sense),
                    _ => None,
                });
            }
        }
    }

    /// "was accused by X of", "was told by X that", "was described as a fraud by X".
    fn person_dealt_with(&self, sense: &Sense, rest: &Rest) -> Option<Candidate> {
        let (scene, cue) = (self.scene, self.cue);
        let content = scene.rest_after(self.from..self.from, rest, &self.rest)?.content;
        let speech = matches!(rest, Rest::That | Rest::Clause | Rest::To | Rest::Wh | Rest::Quote | Rest::Not);
        let rule = if speech { "passive-person" } else { "passive-object" };
        if self.agent.is_some() {
            // "is considered by some | to be the best"
            let judged = *rest == Rest::To && sense.form == ClaimForm::Assessment;
            let rest = if judged { &Rest::Is } else { rest };
            let shared = cue.subject.as_ref().filter(|by| judged && by.how == How::Shared);
            let front = scene.patient_in_front(cue, rest).or_else(|| shared.map(|subject| subject.tokens.clone()));
            let rule = if judged { "passive-object" } else { rule };
            let agent = self.agent.clone();
            return self.told(sense, Told { content, rule, score: 0.85, agent, of_patient: true, front });
        }
        if speech && self.told_unnamed(rest, &content) {
            // "was told that": the words are clear, the speaker is not named.
            let rule = "passive-person";
            return self.told(sense, Told { content, rule, score: 0.56, agent: None, of_patient: true, front: None });
        }
        // "was described as a fraud by X", not "was thought to have been held back by the guard"
        let late = scene.agent_in(&content).filter(|_| *rest != Rest::To || sense.tier == 1)?;
        let front = scene.patient_in_front(cue, rest);
        let content = content.start..late.start.saturating_sub(1);
        self.told(sense, Told { content, rule, score: 0.8, agent: Some(late), of_patient: true, front })
    }

    /// Whether words to somebody are clear although nobody is named who says them.
    fn told_unnamed(&self, rest: &Rest, content: &Range<usize>) -> bool {
        let words = &self.scene.words;
        let lemma = self.verb.lemma.as_str();
        // "was asked to go by the guild" has an agent, which is found later.
        let bidden = || {
            BIDDING.contains(&lemma)
                && !self.group.future
                && self.group.shape != Shape::Infinitive
                && self.scene.agent_in(content).is_none()
        };
        // "We are convinced that": the author's own mind.
        let of_others = |patient: Range<usize>| {
            patient.len() > 1
                || !words.is_any(patient.start, &["i", "we", "you", "one"])
                || !matches!(lemma, "convince" | "persuade") && *rest != Rest::To
        };
        self.group.passive
            && *rest != Rest::Not
            && (*rest != Rest::To || bidden())
            && self.patient().is_none_or(of_others)
    }

    /// "was announced by X that", "it is often said that".
    fn clause_behind(&self, sense: &Sense, frame: &Frame) -> Option<Candidate> {
        let words = &self.scene.words;
        if self.agent.is_some() {
            let matched = self.scene.match_frame(frame, &self.rest).filter(|_| *frame != Frame::Clause);
            let (agent, content) = (self.agent.clone(), matched?.content);
            let rule = "passive-by";
            return self.told(sense, Told { content, rule, score: 0.82, agent, of_patient: false, front: None });
        }
        let impersonal = self.patient().is_some_and(|patient| patient.len() == 1 && words.is(patient.start, "it"));
        if !self.group.passive || !impersonal {
            return None;
        }
        let content = self.scene.match_frame(frame, self.after)?.content;
        let rule = "passive-without-agent";
        self.told(sense, Told { content, rule, score: 0.56, agent: None, of_patient: false, front: None })
    }

    /// "was welcomed by Kestria" is a view, "an office backed by Kestria" a deed.
    fn object_in_front(&self, sense: &Sense) -> Option<Candidate> {
        let (scene, cue) = (self.scene, self.cue);
        let views = sense.tier == 1
            || self.group.shape == Shape::Finite
            || self.beside
            || SIDES.contains(&self.verb.lemma.as_str());
        // "farmers questioned by the institute": how they were asked.
        let asked = ["question", "poll", "survey", "interview", "sample", "canvass", "quiz"];
        if self.group.shape == Shape::Participle && asked.contains(&self.verb.lemma.as_str()) {
            return None;
        }
        if sense.marks || !views || ACTS.contains(&self.verb.lemma.as_str()) {
            return None;
        }
        let agent = self.agent.clone().filter(|agent| !self.holds_none(agent, sense));
        let which = |subject: &Subject| scene.words.is(subject.tokens.start, "which");
        let meant = |subject: &Subject| {
            subject.antecedent.clone().filter(|_| !which(subject)).unwrap_or_else(|| subject.tokens.clone())
        };
        let nearest = || {
            let phrase = scene.noun_phrase_before(self.comma_in_front()?, cue.bounds.start)?;
            Some(scene.extend_left(phrase, cue.bounds.start))
        };
        // "That it was cut | was admitted by the bank"
        if let Some(clause) = scene.that_in_front(self.group).filter(|_| self.group.passive && agent.is_some()) {
            let rule = "passive-by";
            return self
                .told(sense, Told { content: clause, rule, score: 0.75, agent, of_patient: false, front: None });
        }
        let joined = self.patient_of_series();
        let patient = joined.or_else(|| cue.subject.as_ref().map(meant)).or_else(nearest)?;
        // "a portion of land | claimed by Kestria"
        let reduced = self.group.shape == Shape::Participle
            && cue.subject.as_ref().is_some_and(|subject| subject.tokens.end == cue.tokens.start);
        if let Some((front, content)) = self.idea(&patient).filter(|_| agent.is_some()) {
            let rule = "passive-by";
            return self.told(sense, Told { content, rule, score: 0.72, agent, of_patient: false, front });
        }
        let own = cue.subject.as_ref().is_some_and(|subject| subject.tokens == patient);
        let content = if reduced {
            scene.with_what_it_hangs_on(patient, cue.bounds.start)
        } else if own {
            scene.whole_in_front(patient, cue.bounds.start)
        } else {
            patient
        };
        let (agent, rule) = (Some(agent?), "passive-by");
        self.told(sense, Told { content, rule, score: 0.62, agent, of_patient: false, front: None })
    }

    /// "a levy backed by Averland and | opposed by Kestria": what stands in front of the first of two participles with their agents.
    fn patient_of_series(&self) -> Option<Range<usize>> {
        let (scene, words) = (self.scene, &self.scene.words);
        let low = self.cue.bounds.start;
        let and = self.group.tokens.start.checked_sub(1).filter(|&and| words.is_any(and, &["and", "but", "or"]))?;
        if self.group.shape != Shape::Participle {
            return None;
        }
        let (_, first) = scene.groups.within(low..and).last().filter(|(_, first)| first.shape == Shape::Participle)?;
        let named = scene.agent(first.tokens.end, and).is_some_and(|agent| agent.end == and);
        let end = first.tokens.start;
        let comma = end.checked_sub(1).filter(|&comma| words.is(comma, ","));
        scene.noun_phrase_before(comma.unwrap_or(end), low).filter(|_| named)
    }

    /// "A proposal floated by Averland | would drop the note", "The third option, championed by Kestria, was | a joint registry",
    /// "a compromise put forward by the bank, | under which a fund would pay": what the idea is.
    fn idea(&self, patient: &Range<usize>) -> Option<(Option<Range<usize>>, Range<usize>)> {
        let (scene, words) = (self.scene, &self.scene.words);
        if self.group.shape != Shape::Participle || !words.is_any(scene.head_of(patient), IDEAS) {
            return None;
        }
        let high = self.after.high;
        // "floated by officials in Kest, | would drop it"
        let place = words.pos(self.from) == Upos::Adp && words.is_any(self.from, &["in", "from", "at"]);
        let from = scene.noun_phrase_end(self.from + 1, high).filter(|_| place).unwrap_or(self.from);
        let comma = usize::from(words.is(from, ","));
        let next = from + comma;
        let around = Around::default();
        if comma == 1 && words.is(next, "under") && words.is(next + 1, "which") {
            let main = (next..high).find(|&at| {
                let verb = scene.groups.holding(at + 1);
                words.is(at, ",") && verb.is_some_and(|verb| verb.shape == Shape::Finite)
            });
            return Some((Some(patient.clone()), next..main.unwrap_or_else(|| scene.content_end(next, around, high))));
        }
        let main = scene.groups.holding(next).filter(|main| main.shape == Shape::Finite)?;
        let start = main.tokens.end;
        if main.copula && !main.negated {
            let opens = scene.noun_phrase_end(start, high).is_some() || words.is_any(start, &["that", "to"]);
            return opens.then(|| (None, start..scene.content_end(start, around, high)));
        }
        (main.modal || main.future)
            .then(|| (Some(patient.clone()), main.tokens.start..scene.content_end(start, around, high)))
    }

    /// "is backed by significant evidence": no view of the evidence's. "Shall be agreed by consensus": how.
    fn holds_none(&self, agent: &Range<usize>, sense: &Sense) -> bool {
        let words = &self.scene.words;
        let evidence = &["evidence", "data", "research", "figures", "findings"];
        words.is_any(self.scene.head_of(agent), evidence) && sense.form == ClaimForm::Support
            || agent.len() == 1 && words.is_any(agent.start, &["consensus", "vote", "ballot"])
    }
}
