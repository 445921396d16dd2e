//! Passives without an agent whose words are clear: "is said to", "was deemed a threat", "is seen in Kest as".

use std::ops::Range;

use rapporteur_core::ClaimForm;

use super::{Passive, Told};
use crate::claims::candidate::Candidate;
use crate::claims::grammar::groups::Shape;
use crate::claims::grammar::subject::{How, Subject};
use crate::lexicon::{Frame, Rest, Sense};
use crate::tagger::Upos;

/// Verbs by which a paper sets down what somebody should do.
const SETS_DOWN: &[&str] = &["propose", "recommend", "suggest", "envisage", "foresee", "outline"];

impl Passive<'_> {
    /// The claims of the frames that the verb has when passive.
    pub(super) fn with_agent_unnamed(&self, found: &mut Vec<Candidate>) {
        let seat = self.scene.seat_in_front(self.cue);
        for sense in &self.verb.passives {
            for frame in &sense.frames {
                found.extend(match frame {
                    Frame::Object => self.judged_whole(sense, seat.clone()),
                    _ => self.content_of(frame).and_then(|content| self.said_of_it(sense, frame, content, &seat)),
                });
            }
        }
    }

    /// The words behind the verb that `frame` asks for.
    fn content_of(&self, frame: &Frame) -> Option<Range<usize>> {
        let at = self.after.at;
        let rest = match frame {
            Frame::To => return self.scene.match_frame(frame, self.after).map(|matched| matched.content),
            Frame::Prep(preposition) => Rest::Prep(preposition.clone()),
            // "was deemed a threat"
            Frame::Person(Rest::Is) => Rest::Is,
            _ => return None,
        };
        self.scene.rest_after(at..at, &rest, self.after).map(|matched| matched.content)
    }

    /// "The response has been widely criticised.": of what is told in front, and of nothing else.
    fn judged_whole(&self, sense: &Sense, seat: Option<Range<usize>>) -> Option<Candidate> {
        let words = &self.scene.words;
        let at = self.after.at;
        let alone = at >= self.after.high
            || words.pos(at) == Upos::Punct
            || words.is_any(at, &["at", "in", "within", "and", "but", "along"]);
        let subject = self.cue.subject.as_ref().filter(|subject| {
            matches!(subject.how, How::Before | How::Aside)
                && self.group.shape == Shape::Finite
                && !words.is_personal_pronoun(subject.tokens.start)
        })?;
        let promised = sense.form == ClaimForm::Promise;
        // "what was promised": what, is not told.
        if promised && subject.tokens.clone().any(|index| words.is_any(index, &["what", "which", "that", "this"])) {
            return None;
        }
        let whole = || self.scene.whole_in_front(subject.tokens.clone(), self.cue.bounds.start);
        // "The towns were promised | a share of the toll": what, and not whom. "A summit was promised | for the spring"
        let given = self.scene.object_after(at, self.after).filter(|_| promised).map(|(content, _)| content);
        let kept = alone || given.is_some() || promised && words.is_any(at, &["for", "to", "by"]);
        let rule = "passive-without-agent";
        let (content, front) = match given {
            Some(given) => (given, None),
            None if promised && words.is(at, "for") => {
                (at..self.scene.object_end(at + 1, self.after.around, self.after.high), Some(whole()))
            }
            None => (whole(), None),
        };
        let told = Told { content, rule, score: 0.55, agent: seat, of_patient: false, front };
        kept.then(|| self.told(sense, told))?
    }

    /// "the ministry is said to favour it", "is recognised as too little".
    fn said_of_it(
        &self,
        sense: &Sense,
        frame: &Frame,
        content: Range<usize>,
        seat: &Option<Range<usize>>,
    ) -> Option<Candidate> {
        let (scene, cue) = (self.scene, self.cue);
        let content = self.before_main_verb(scene.before_circumstance(content));
        let described = match frame {
            Frame::Prep(preposition) => scene.patient_in_front(cue, &Rest::Prep(preposition.clone())),
            Frame::Person(rest) => scene.patient_in_front(cue, rest),
            _ => None,
        };
        // "is recognised as too little | by the panel"
        if let Some(late) = scene.agent_in(&content).filter(|_| *frame != Frame::To) {
            let content = content.start..late.start.saturating_sub(1);
            let (rule, agent) = ("passive-object", Some(late));
            let told = Told { content, rule, score: 0.7, agent, of_patient: true, front: described };
            return self.told(sense, told);
        }
        // "the ministry is said | to favour it": its subject is that of what is said.
        let raised = cue.subject.as_ref().filter(|by| {
            let own = matches!(by.how, How::Before | How::Aside);
            // "had been its envoy and | was expected to lead it"
            *frame == Frame::To && (own || by.how == How::Shared && self.group.shape == Shape::Finite)
        });
        let whole = |subject: &Subject| scene.whole_in_front(subject.tokens.clone(), cue.bounds.start);
        let front = self.noun_in_front().filter(|_| *frame == Frame::To).or_else(|| raised.map(whole)).or(described);
        let (rule, agent) = ("passive-without-agent", seat.clone());
        self.told(sense, Told { content, rule, score: 0.55, agent, of_patient: true, front })
    }

    /// "fighters | believed to belong to it", "the fees, | said to be high,": the noun a participle hangs on.
    fn noun_in_front(&self) -> Option<Range<usize>> {
        let low = self.cue.bounds.start;
        let hung = self.group.shape == Shape::Participle && !self.cue.tokens.is_empty();
        let before = self.scene.before_adverbs(self.cue.tokens.start, low).filter(|_| hung)?;
        let end = if self.scene.words.is(before, ",") { before } else { before + 1 };
        self.scene.noun_phrase_before(end, low)
    }

    /// "The fees, said to be high |, were not disclosed", "fighters believed to belong to it | crossed the river": what is told beside
    /// ends where the clause around goes on.
    fn before_main_verb(&self, content: Range<usize>) -> Range<usize> {
        let scene = self.scene;
        let main = scene.groups.within(content.clone()).find(|(_, group)| group.shape == Shape::Finite);
        let main = main.map(|(_, group)| group.tokens.start).filter(|&start| {
            let opens = |at: usize| {
                scene.words.is_any(at, &["that", "which", "who", "whose", "whether", "what", "as", "if", ",", ";", ":"])
            };
            !(content.start..start).any(opens) && scene.words.pos(start - 1) == Upos::Noun
        });
        let goes_on = |&at: &usize| {
            let next = scene.groups.holding(at + 1);
            scene.words.is(at, ",")
                && next.is_some_and(|group| group.shape == Shape::Finite && group.tokens.start == at + 1)
        };
        let end = content.clone().find(goes_on).or(main).filter(|_| self.group.shape == Shape::Participle);
        content.start..end.unwrap_or(content.end)
    }

    /// "A single authority was proposed in | the 2031 master plan": the paper says so.
    pub(super) fn set_down_in(&self) -> Option<Candidate> {
        let (scene, cue, at) = (self.scene, self.cue, self.after.at);
        let words = &scene.words;
        let states = |sense: &&Sense| sense.tier == 1 && sense.frames.contains(&Frame::Object);
        let sense = self.verb.senses.iter().find(states)?;
        let subject = cue.subject.as_ref().filter(|subject| matches!(subject.how, How::Before | How::Aside))?;
        if !SETS_DOWN.contains(&self.verb.lemma.as_str()) || !words.is(at, "in") {
            return None;
        }
        let end = scene.noun_phrase_end(at + 1, self.after.high)?;
        if !scene.is_paper(end - 1) || words.is_personal_pronoun(subject.tokens.start) {
            return None;
        }
        Some(Candidate {
            source: Some(at + 1..end),
            cue: Some(cue.tokens.clone()),
            lemma: self.verb.lemma.clone(),
            content: vec![scene.whole_in_front(subject.tokens.clone(), cue.bounds.start)],
            form: sense.form,
            position: sense.position,
            tier: sense.tier,
            rule: "passive-by",
            score: 0.6,
            ..Candidate::default()
        })
    }
}
