//! "Peace in the strait is a top priority for Averland": the subject is what somebody wants or minds.

use std::ops::Range;

use rapporteur_core::ClaimForm;

use super::groups::Shape;
use super::noun_holders::Held;
use super::scene::Scene;
use crate::lexicon::{CueNoun, HolderKind};
use crate::tagger::Upos;

/// What a thing is to somebody.
const WANTED: &[&str] =
    &["priority", "priorities", "goal", "aim", "objective", "ambition", "demand", "preference", "aspiration"];
/// What somebody says time and again.
const THEMES: &[&str] = &["theme", "plank", "refrain", "mantra", "slogan"];
const MINDED: &[&str] =
    &["concern", "worry", "surprise", "disappointment", "relief", "irritant", "anathema", "line", "nuisance"];

/// How far behind the noun a colon may stand.
const FARTHEST_COLON: usize = 9;

impl Scene<'_> {
    /// The holder behind "for" or in front with a mark, the subject as the content.
    pub(super) fn held_of_subject(
        &self,
        noun: &CueNoun,
        index: usize,
        phrase: &Range<usize>,
        bounds: &Range<usize>,
    ) -> Option<Held> {
        let words = &self.words;
        let said = THEMES.contains(&words.word(index));
        let wanted = said
            || WANTED.contains(&words.word(index))
                && matches!(noun.form, ClaimForm::Intention | ClaimForm::Demand | ClaimForm::Support);
        if !wanted && !MINDED.contains(&words.word(index)) {
            return None;
        }
        let mark = (phrase.start..index).rev().find(|&at| words.is_possessive_mark(at));
        // "a red line for": a line of another colour is none.
        if words.is(index, "line") && !words.is(index.saturating_sub(1), "red") {
            return None;
        }
        let behind =
            words.is(index + 1, "for") || !wanted && words.is(index + 1, "to") || wanted && words.is(index + 1, "of");
        // What stands behind is said otherwise: "Kestria’s goal is a port", "is a priority for the port of Kest".
        let source = match mark {
            Some(mark) if wanted => phrase.start..mark,
            _ if behind => index + 2..self.long_phrase_end(index + 2, bounds.end)?,
            _ => return None,
        };
        let said = words.is(index + 1, "to") && self.groups.at(index + 2).is_some();
        if said
            || words.is(index + 1, "that")
            || !matches!(self.holder_kind(&source), Some(HolderKind::Person | HolderKind::Group))
        {
            return None;
        }
        let number =
            phrase.start.checked_sub(1).filter(|&verb| verb >= bounds.start).and_then(|verb| self.groups.at(verb))?;
        let group = self.groups.get(number)?;
        let is =
            group.copula || words.is_any(group.head, &["become", "became", "becomes", "remain", "remains", "remained"]);
        if !is || group.shape != Shape::Finite || group.modal || group.negated {
            return None;
        }
        let subject = self.done_before(number, bounds.start).or_else(|| self.whole_subject(number, bounds.start))?;
        // "It is a priority for Kestria to": what "it" means stands behind.
        let empty = words.is_any(subject.start, &["it", "there", "what", "which"]) && subject.len() == 1;
        let start = (phrase.start..index).find(|&at| mark.map_or(words.pos(at) != Upos::Det, |mark| at > mark));
        (!empty).then_some(Held {
            from: index + 1 + usize::from(mark.is_none() || !wanted),
            source: Some(source),
            antecedent: None,
            cue_start: start.unwrap_or(index),
            rule: "noun-of-what-is",
            score: 0.68,
            content: Some(subject),
            hedged: false,
            past: group.past,
        })
    }

    /// "Closing the port | is": a gerund that opens the sentence.
    fn done_before(&self, number: usize, low: usize) -> Option<Range<usize>> {
        let verb = self.groups.get(number)?.tokens.start;
        let first = self.groups.at(low).and_then(|at| self.groups.get(at))?;
        let flat =
            self.groups.within(low..verb).all(|(_, group)| group.shape != Shape::Finite || group.tokens.start == low);
        let comma = (low..verb).any(|at| self.words.is(at, ","));
        (first.shape == Shape::Ing && flat && !comma && verb > first.tokens.end).then_some(low..verb)
    }

    /// The subject of a group with what is put beside it up to the verb: "the bill, known as the toll act, | has".
    pub(super) fn whole_subject(&self, number: usize, low: usize) -> Option<Range<usize>> {
        let words = &self.words;
        let subject = self.subject(number, low)?.tokens;
        let verb = self.groups.get(number)?.tokens.start;
        let aside = words.is(subject.end, ",") && verb > subject.end + 1 && words.is(verb - 1, ",");
        let flat = self.groups.within(subject.end..verb).all(|(_, group)| group.shape != Shape::Finite);
        Some(if aside && flat { subject.start..verb - 1 } else { subject })
    }

    /// "Kestria’s final choice — a new port", "the governor’s goal: reunion": what stands behind the mark.
    pub(super) fn held_behind_colon(
        &self,
        noun: &CueNoun,
        index: usize,
        source: &Range<usize>,
        cue_start: usize,
        bounds: &Range<usize>,
    ) -> Option<Held> {
        const ALSO: &[&str] = &["choice", "solution", "condition", "answer", "message", "stance", "position"];
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
            || colon && words.is(start, "to") && self.groups.at(start + 1).is_some();
        let close = (start..bounds.end).find(|&at| !colon && words.is_dash(at) || words.is_any(at, &[";"]));
        // "its goal: the cabinet met": what is no thing is a clause of its own.
        let clause = self.clause_at(start, close.unwrap_or(bounds.end)).is_some();
        let content = self.tidy(start..close.unwrap_or(bounds.end));
        (opens && !clause).then_some(Held {
            source: Some(source.clone()),
            antecedent: None,
            cue_start,
            from: index + 1,
            rule: "noun-colon",
            score: 0.7,
            content: Some(content),
            hedged: false,
            past: true,
        })
    }

    /// "Kestria’s territorial ambitions", "Kest’s price cap proposal": the words between owner and noun are all that is said of it.
    pub(super) fn held_in_front(
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
            "own",
            "two",
            "three",
        ];
        let words = &self.words;
        let said = AMBITIONS.contains(&words.word(index)) && index > cue_start
            || PROPOSALS.contains(&words.word(index)) && index > cue_start + 1;
        let bare = index + 1 >= bounds.end
            || matches!(words.pos(index + 1), Upos::Punct | Upos::Cconj | Upos::Verb | Upos::Aux)
            || words.is_any(index + 1, &["in", "as", "and"]) && !words.is(index + 1, "for");
        let what = (cue_start..index).all(|at| {
            matches!(words.pos(at), Upos::Noun | Upos::Adj | Upos::Propn) && !MANNER.contains(&words.word(at))
                || words.is(at, "-")
        });
        // "foreign policy ambitions": a field, not an aim.
        let field = words.is(index - 1, "policy");
        (said && bare && what && !field).then_some(Held {
            source: Some(source.clone()),
            antecedent: None,
            cue_start: index,
            from: index + 1,
            rule: "noun-modified",
            score: 0.6,
            content: Some(cue_start..index),
            hedged: false,
            past: true,
        })
    }
}
