//! "What we have told both is that the sea does not check": the content behind the verb "be".

use super::frames::{After, Match};
use super::verbs::Cue;
use crate::claims::candidate::Candidate;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::scene::Scene;
use crate::lexicon::{CueVerb, Frame, Rest};

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
        if what.is_none() && !all {
            return;
        }
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
