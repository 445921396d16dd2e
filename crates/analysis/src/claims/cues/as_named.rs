//! "“obsolete,” as Okello termed it": marked words in front of an "as" that are his who names the thing so.

use super::verbs::Cue;
use crate::claims::candidate::Candidate;
use crate::claims::grammar::groups::{Group, Shape};
use crate::claims::grammar::subject::How;
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;
use crate::lexicon::{CueVerb, Frame, Rest};
use crate::tagger::Upos;

/// Words a name may have; more make a sentence.
const LONGEST_NAME: usize = 8;

/// How many tokens may stand between the marked words and "as": "‘maximalist’ demand, as".
const FARTHEST_MARK: usize = 3;

impl Scene<'_> {
    /// The marked words before "as X called it" as the content of the cue.
    pub(crate) fn named_in_front(&self, verb: &CueVerb, group: &Group, cue: &Cue, found: &mut Vec<Candidate>) {
        let words = &self.words;
        let Some(subject) = cue.subject.as_ref().filter(|subject| matches!(subject.how, How::Before | How::Aside))
        else {
            return;
        };
        if group.shape != Shape::Finite || group.passive || group.negated || group.modal {
            return;
        }
        let Some(opener) =
            subject.tokens.start.checked_sub(1).filter(|&at| at > cue.bounds.start && words.is(at, "as"))
        else {
            return;
        };
        let Some(mark) = (cue.bounds.start.max(opener.saturating_sub(FARTHEST_MARK))..opener)
            .rev()
            .find(|&at| words.is_close_quote(at))
        else {
            return;
        };
        let marked = words.quotations.closing_before(mark + 1).and_then(|at| words.quotations.get(at));
        let Some(marked) = marked.filter(|marked| {
            marked.words <= LONGEST_NAME && marked.words > 0 && marked.tokens.start > cue.bounds.start
        }) else {
            return;
        };
        let apart = (mark + 1..opener).all(|at| matches!(words.pos(at), Upos::Noun | Upos::Adj) || words.is(at, ","));
        let at = cue.tokens.end;
        let named = words.is_any(at, &["it", "them", "him", "her", "this"]) || words.pos(at) == Upos::Punct;
        let sense = verb.senses.iter().find(|sense| {
            sense.tier == 1
                && sense.frames.iter().any(|frame| match frame {
                    Frame::Person(Rest::Is) => named || words.pos(at) == Upos::Propn,
                    Frame::Prep(preposition) => preposition == "for" && words.is(at, "for"),
                    _ => false,
                })
        });
        let Some(sense) = sense.filter(|_| apart) else { return };
        if !self.holder_fits(sense.holder, subject) || self.voice_of(group.head) == Voice::Quoted {
            return;
        }
        let preposition = usize::from(words.is(at, "for"));
        found.push(Candidate {
            source: Some(subject.tokens.clone()),
            cue: Some(cue.tokens.start..at + preposition),
            lemma: verb.lemma.clone(),
            content: vec![marked.tokens.clone()],
            form: sense.form,
            position: sense.position,
            tier: sense.tier,
            hedged: sense.hedged,
            rule: "named-in-front",
            score: 0.8,
            ..Candidate::default()
        });
    }
}
