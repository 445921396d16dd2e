//! Verbs joined to a verb within an object: "a policy that cuts the toll, raises the levy", "efforts to hold the pact and
//! check its rivals".

use std::ops::Range;

use super::clause::Around;
use super::groups::{Group, Shape};
use crate::claims::scene::Scene;
use crate::tagger::{Upos, VerbForm};

impl Scene<'_> {
    /// One past the verb behind the comma or conjunction at the end of `object` that is joined to a verb within it: to `inner`, the
    /// verb of a relative clause, or to an infinitive; nothing where the cue may be what it is joined to.
    pub(crate) fn verb_within_goes_on(
        &self,
        object: Range<usize>,
        inner: Option<usize>,
        around: Around,
        high: usize,
    ) -> Option<usize> {
        let words = &self.words;
        let mark = object.end;
        let comma = words.is(mark, ",");
        let next = mark + 1 + usize::from(comma && words.is_any(mark + 1, &["and", "or"]));
        let (_, verb) = self.group_from(next, high)?;
        let cue = around.head.and_then(|head| self.groups.holding(head));
        let inner = inner.and_then(|inner| self.groups.get(inner));
        if let (Some(inner), Some(cue)) = (inner, cue)
            && verb.shape == Shape::Finite
            && cue.shape == Shape::Finite
            && verb.tokens.len() < 3
            && self.is_same_form(inner, verb)
        {
            // "has embraced a policy that cuts it, | raises": the perfect is joined to a participle, or by "and".
            let perfect = cue.tokens.len() > 1 && words.is_any(cue.tokens.start, &["has", "have", "had"]);
            let listed = comma && next == mark + 1;
            if if perfect { listed } else { !self.is_same_form(cue, verb) } {
                return Some(verb.tokens.end);
            }
        }
        // "to reclaim the land and | stop the war": the bare form, which a cue in the past or of one holder has not.
        let bare = verb.tokens.len() == 1
            && matches!(words.form(verb.head), VerbForm::Base | VerbForm::Present)
            && !words.word(verb.head).ends_with('s');
        let of_cue = cue.is_some_and(|cue| {
            cue.shape == Shape::Infinitive || self.is_plural(cue) && !cue.past && self.is_cue_group(verb)
        });
        let infinitive =
            || self.groups.within(object.clone()).last().is_some_and(|(_, last)| last.shape == Shape::Infinitive);
        (!comma && bare && !of_cue && infinitive()).then_some(verb.tokens.end)
    }

    /// "accused it of arming them, | closing the strait, | and starving the isles": a list of gerunds goes on at the comma.
    pub(crate) fn gerund_goes_on(&self, comma: usize, high: usize) -> bool {
        let words = &self.words;
        let joined = words.is_any(comma + 1, &["and", "or"]);
        let next = comma + 1 + usize::from(joined);
        words.form(next) == VerbForm::Ing
            && (joined && words.pos(next) == Upos::Verb || !self.outcome_follows(next, high))
    }

    /// Whether two verbs have one tense and number.
    fn is_same_form(&self, left: &Group, right: &Group) -> bool {
        left.past == right.past && left.modal == right.modal && self.is_singular(left) == self.is_singular(right)
    }
}
