//! What a noun says right beside it: behind a colon or dash, or in the words between it and its owner.

use std::ops::Range;

use rapporteur_core::ClaimForm;

use super::holders::Held;
use crate::claims::grammar::groups::Shape;
use crate::claims::scene::Scene;
use crate::lexicon::CueNoun;
use crate::tagger::Upos;

/// How far behind the noun a colon may stand.
const FARTHEST_COLON: usize = 9;

impl Scene<'_> {
    /// "Kestria’s final choice — a new port", "the governor’s goal: reunion": what stands behind the mark.
    pub(crate) fn held_behind_colon(
        &self,
        noun: &CueNoun,
        index: usize,
        source: &Range<usize>,
        cue_start: usize,
        bounds: &Range<usize>,
    ) -> Option<Held> {
        const ALSO: &[&str] = &[
            "choice",
            "solution",
            "condition",
            "answer",
            "message",
            "stance",
            "position",
            "concerns",
            "worries",
            "fears",
            "complaints",
            "grievances",
            "objections",
        ];
        let words = &self.words;
        let wanted = matches!(noun.form, ClaimForm::Intention | ClaimForm::Demand) || ALSO.contains(&words.word(index));
        if !wanted {
            return None;
        }
        // "a goal in the strait since 2020: reunion"
        let mark = if words.is_dash(index + 1) {
            index + 1
        } else {
            (index + 1..bounds.end.min(index + FARTHEST_COLON)).find(|&at| words.is(at, ":"))?
        };
        let colon = words.is(mark, ":");
        let start = mark + 1;
        if start >= bounds.end
            || self
                .groups
                .within(index + 1..mark)
                .any(|(_, group)| !words.is_any(group.head, &["regarding", "concerning", "following"]))
        {
            return None;
        }
        // What is a thing stands at once; a plan with a name in front says more than is wanted.
        let opens = matches!(words.pos(start), Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj)
            && self.noun_phrase_end(start, bounds.end).is_some()
            || colon && words.is(start, "to") && self.groups.at(start + 1).is_some()
            // "two goals: closing the port and holding the strait"
            || colon
                && matches!(noun.lemma.as_str(), "goal" | "aim" | "objective" | "priority" | "ambition" | "demand" | "concern")
                && self.groups.holding(start).is_some_and(|group| group.shape == Shape::Ing);
        let close = (start..bounds.end).find(|&at| !colon && words.is_dash(at) || words.is_any(at, &[";"]));
        // "its goal: the cabinet met": what is no thing is a clause of its own.
        let clause = self.clause_at(start, close.unwrap_or(bounds.end)).is_some();
        let content = self.tidy(start..close.unwrap_or(bounds.end));
        (opens && !clause).then_some(Held {
            source: Some(source.clone()),
            cue_start,
            from: index + 1,
            rule: "noun-colon",
            score: 0.7,
            content: Some(content),
            ..Held::default()
        })
    }

    /// "Kestria’s territorial ambitions", "Kest’s price cap proposal": the words between owner and noun are all that is said of it.
    pub(crate) fn held_in_front(
        &self,
        index: usize,
        source: &Range<usize>,
        cue_start: usize,
        bounds: &Range<usize>,
    ) -> Option<Held> {
        const AMBITIONS: &[&str] = &["ambitions", "ambition", "aspirations", "aspiration", "yearnings"];
        const PROPOSALS: &[&str] = &["proposal", "proposals"];
        /// How an ambition is and not what it is for.
        const MANNER: &[&str] = &[
            "own",
            "long-standing",
            "longstanding",
            "great",
            "growing",
            "new",
            "old",
            "many",
            "other",
            "long",
            "larger",
            "wider",
            "broader",
            "greater",
            "latest",
            "first",
            "initial",
            "original",
            "recent",
            "final",
            "personal",
            "modest",
            "high",
            "lofty",
            "grand",
            "bold",
            "stated",
            "declared",
            "true",
            "real",
            "two",
            "three",
        ];
        let words = &self.words;
        let said = AMBITIONS.contains(&words.word(index)) && index > cue_start
            || PROPOSALS.contains(&words.word(index)) && index > cue_start + 1;
        let bare = index + 1 >= bounds.end
            || matches!(words.pos(index + 1), Upos::Punct | Upos::Cconj | Upos::Verb | Upos::Aux)
            || words.is_any(index + 1, &["in", "as", "and"]);
        let what = (cue_start..index).all(|at| {
            matches!(words.pos(at), Upos::Noun | Upos::Adj | Upos::Propn) && !MANNER.contains(&words.word(at))
                || words.is(at, "-")
        });
        // "foreign policy ambitions": a field, not an aim.
        let field = words.is(index - 1, "policy");
        (said && bare && what && !field).then_some(Held {
            source: Some(source.clone()),
            cue_start: index,
            from: index + 1,
            rule: "noun-modified",
            score: 0.6,
            content: Some(cue_start..index),
            ..Held::default()
        })
    }
}
