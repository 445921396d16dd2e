//! Nouns nobody is named for: "amid fears that …", "the notion that …". With a clause, that is, which tells what is feared; "raised
//! concerns about the budget" tells neither who nor what, and is none. "Calls for a vote" are claims: what is demanded is told, and
//! all who annotated real prose marked them.

use std::ops::Range;

use rapporteur_core::ClaimForm;

use super::holders::Held;
use crate::claims::candidate::Candidate;
use crate::claims::cues::frames::QUESTION_WORDS;
use crate::claims::scene::Scene;
use crate::lexicon::{CueNoun, Frame};
use crate::tagger::Upos;

/// How sure such a reading is: less than any with a holder.
const SCORE: f32 = 0.52;

const STATED: &[&str] = &["stated", "declared", "avowed", "professed", "proclaimed", "ostensible"];

/// "the official line", "the conventional wisdom": somebody’s, and many hold it.
const COMMON: &[&str] = &[
    "official",
    "conventional",
    "prevailing",
    "received",
    "dominant",
    "widespread",
    "popular",
    "common",
    "widely",
    "usual",
    "standard",
    "familiar",
    "stock",
];

impl Scene<'_> {
    /// The claim of a noun whose holder the text does not name.
    pub(crate) fn unheld(
        &self,
        noun: &CueNoun,
        index: usize,
        phrase: &Range<usize>,
        bounds: &Range<usize>,
    ) -> Option<Candidate> {
        let words = &self.words;
        let frames = self.lexicon.unheld(words.word(index));
        // "questions about whether it would pass" say what is asked, "questions about the budget" do not.
        let asked = words.is_any(index + 2, QUESTION_WORDS) || noun.lemma == "call" && words.is(index + 1, "for");
        let fits = |frame: &&Frame| frames.contains(frame) && (asked || !matches!(frame, Frame::Prep(_)));
        let content: Vec<_> = noun.content.iter().filter(fits).cloned().collect();
        let denied = words.is_any(phrase.start, &["no", "any", "little", "such", "what", "which", "whatever"]);
        let owned = (phrase.start..index).any(|at| words.is_possessive_mark(at) || words.is_possessive_pronoun(at));
        // "the stated aim": somebody stated it.
        let stated = (phrase.start..index).find(|&at| noun.form == ClaimForm::Intention && words.is_any(at, STATED));
        let common = noun.content.contains(&Frame::That) && (phrase.start..index).any(|at| words.is_any(at, COMMON));
        let content = match (stated, common) {
            (Some(_), _) => noun.content.clone(),
            (None, true) if content.is_empty() => vec![Frame::That],
            _ => content,
        };
        // "the main criticism of the council is that": against whom it is.
        let against = matches!(noun.form, ClaimForm::Opposition | ClaimForm::Accusation)
            && words.is_any(index + 1, &["of", "against", "levelled", "leveled"])
            && self.behind_copula(index + 1, bounds.end).is_some_and(|from| words.is(from, "that"));
        let reported = !denied && !owned && self.is_reported(phrase, bounds);
        if content.is_empty() || !reported || !against && self.is_no_content(index, bounds.end) {
            return None;
        }
        let noun = CueNoun { content, ..noun.clone() };
        // "the fear is that", "the stated aim is to"
        let opens = words.is_any(phrase.start, &["the", "one", "another", "a"]);
        let from = self
            .behind_copula(index + 1, bounds.end)
            .filter(|&from| opens && (stated.is_some() || words.is(from, "that")));
        let held = Held {
            cue_start: stated.unwrap_or(index),
            from: from.unwrap_or(index + 1),
            rule: if from.is_some() { "noun-copula" } else { "noun-without-holder" },
            score: SCORE,
            ..Held::default()
        };
        let claim = self.noun_candidate(&noun, index, &held, bounds)?;
        // "the accusation that it lied, first made by the monitors"
        let made = claim.content.first().and_then(|content| self.made_behind(content));
        let Some((source, end)) = made else { return Some(claim) };
        let start = claim.content.first().map_or(end, |content| content.start);
        Some(Candidate {
            source: Some(source),
            content: vec![self.tidy(start..end)],
            score: 0.72,
            rule: "noun-of-holder",
            ..claim
        })
    }

    /// What stands behind the noun and is not what it says: "the stated aims of its predecessors".
    fn is_no_content(&self, index: usize, high: usize) -> bool {
        let words = &self.words;
        let end = self.noun_phrase_end(index + 2, high);
        let theirs = words.is(index + 1, "of")
            && (words.pos(index + 2) == Upos::Det || words.is_possessive_pronoun(index + 2))
            && end.is_some_and(|end| self.holder_kind(&(index + 2..end)).is_some());
        theirs || self.is_relative_clause(index + 1, high)
    }

    /// "the speculation that he has raised": the clause is about the noun, whose verb lacks an object.
    fn is_relative_clause(&self, that: usize, high: usize) -> bool {
        const TAKING: &[&str] = &[
            "seen",
            "heard",
            "felt",
            "generated",
            "generates",
            "presents",
            "present",
            "presented",
            "poses",
            "posed",
            "faces",
            "faced",
        ];
        let words = &self.words;
        let Some(group) =
            self.clause_at(that + 1, high).and_then(|at| self.groups.get(at)).filter(|_| words.is(that, "that"))
        else {
            return false;
        };
        let next = group.tokens.end;
        let last = next >= high || words.pos(next) == Upos::Punct;
        let bare = last
            || matches!(words.pos(next), Upos::Adp | Upos::Sconj)
            || words.is(next, "to")
            || self.groups.at(next).is_some();
        let takes = self.utters(group.head)
            || TAKING.contains(&words.word(group.head))
            // "a charge that his office dismissed."
            || last && self.is_cue_group(group);
        bare && !group.passive && !group.copula && takes
    }

    /// Whether what stands in front of the noun leaves it a fact: "could raise fears" and "not for fear" do not.
    fn is_reported(&self, phrase: &Range<usize>, bounds: &Range<usize>) -> bool {
        let words = &self.words;
        let Some(before) = phrase.start.checked_sub(1).filter(|&before| before >= bounds.start) else { return true };
        if let Some(group) = self.groups.holding(before) {
            return !group.modal && !group.negated;
        }
        // "built in the hope that": the builder’s.
        // "warned in three reports | that": what the verb in front says.
        let told = words.is(before, "in") && words.is(phrase.end, "that") && {
            let verb = self.groups.within(bounds.start..before).last();
            verb.is_some_and(|(_, group)| group.tokens.end == before && self.utters(group.head))
        };
        let ground = told || !words.is(before, "with") && self.is_ground(phrase.end - 1, before, bounds);
        if ground {
            return false;
        }
        // "for fear of", "without hope that"
        !words.is_any(before, &["for", "without", "if", "unless", "not", "no", "or"]) || words.pos(before) == Upos::Adj
    }
}
