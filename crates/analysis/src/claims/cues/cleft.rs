//! "What we have told both is that the sea does not check": the content behind the verb "be".

use std::ops::Range;

use super::frames::{After, Match};
use super::verbs::Cue;
use crate::claims::candidate::Candidate;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::grammar::subject::Subject;
use crate::claims::scene::Scene;
use crate::lexicon::{CueVerb, Frame, Rest, Sense};
use crate::tagger::Upos;

impl Scene<'_> {
    /// The content of a cue whose object is a "what" in front: it stands behind the next form of "be".
    pub(crate) fn cleft(&self, verb: &CueVerb, group: &Group, cue: &Cue, after: &After, found: &mut Vec<Candidate>) {
        let words = &self.words;
        let Some(subject) = cue.subject.as_ref().filter(|_| group.shape == Shape::Finite && !group.modal) else {
            return;
        };
        let what =
            subject.tokens.start.checked_sub(1).filter(|&what| what >= cue.bounds.start && words.is(what, "what"));
        // "all that | she demands is", "the one thing | they have wanted is"
        let all = subject.tokens.start.checked_sub(1).filter(|&at| at >= cue.bounds.start).is_some_and(|at| {
            let noun = at - usize::from(words.is(at, "that") && at > cue.bounds.start);
            words.is(noun, "all")
                || words.is(noun, "thing")
                    && noun > cue.bounds.start
                    && words.is_any(noun - 1, &["one", "only", "first", "last", "main", "least"])
        });
        // "All Kestria | wants is a fleet"
        let all_of = words.is(subject.tokens.start, "all")
            && subject.tokens.start == cue.bounds.start
            && subject.tokens.len() > 1
            && (words.is_capitalised(subject.tokens.start + 1) || words.pos(subject.tokens.start + 1) == Upos::Det);
        if all_of {
            let own = Subject { tokens: subject.tokens.start + 1..subject.tokens.end, ..subject.clone() };
            let cue = Cue { subject: Some(own), ..cue.clone() };
            return self.cleft_behind(verb, group, &cue, after, found);
        }
        if what.is_none() && !all {
            return;
        }
        self.cleft_in_front(verb, group, cue, what, after, found);
        self.cleft_behind(verb, group, cue, after, found);
    }

    /// "A fleet is what Kestria | wants": the content is what is said to be it.
    fn cleft_in_front(
        &self,
        verb: &CueVerb,
        group: &Group,
        cue: &Cue,
        what: Option<usize>,
        after: &After,
        found: &mut Vec<Candidate>,
    ) {
        let words = &self.words;
        let ends =
            after.at >= after.high || words.pos(after.at) == Upos::Punct || words.is_any(after.at, &["and", "but"]);
        let Some(be) = what.and_then(|what| what.checked_sub(1)).filter(|_| ends).and_then(|at| self.groups.at(at))
        else {
            return;
        };
        let is = self.groups.get(be).is_some_and(|group| group.copula && !group.negated && !group.modal);
        let object = |sense: &&Sense| sense.frames.contains(&Frame::Object);
        let subject = self.whole_subject(be, cue.bounds.start).filter(|_| is);
        let empty = |subject: &Range<usize>| {
            subject.len() == 1 && words.is_any(subject.start, &["it", "this", "that", "there", "which", "what"])
        };
        let (Some(content), Some(sense)) = (subject.filter(|subject| !empty(subject)), verb.senses.iter().find(object))
        else {
            return;
        };
        let matched = Match { content, cue_end: cue.tokens.end, person: None, rule: "cleft", score: 0.8 };
        self.add(verb, sense, group, cue, matched, found);
    }

    /// "What Kestria | wants is a fleet"
    fn cleft_behind(&self, verb: &CueVerb, group: &Group, cue: &Cue, after: &After, found: &mut Vec<Candidate>) {
        let words = &self.words;
        let takes = |frame: &Frame| {
            matches!(frame, Frame::That | Frame::Object | Frame::To | Frame::Person(Rest::That))
                || *frame == Frame::Clause
        };
        let Some(sense) = verb.senses.iter().find(|sense| sense.frames.iter().any(takes)) else { return };
        let be =
            self.groups.within(after.at..after.high).map(|(_, group)| group).find(|group| group.shape == Shape::Finite);
        let Some(be) = be.filter(|be| be.copula && !be.negated && !be.modal) else { return };
        let start = be.tokens.end;
        let clause = words.is_any(start, &["that", "to", "whether", "how", "why"]);
        let end = if clause {
            self.content_end(start, after.around, after.high)
        } else {
            if self.noun_phrase_end(start, after.high).is_none() {
                return;
            }
            self.object_end(start, after.around, after.high)
        };
        let matched = Match { content: start..end, cue_end: cue.tokens.end, person: None, rule: "cleft", score: 0.8 };
        self.add(verb, sense, group, cue, matched, found);
    }
}
