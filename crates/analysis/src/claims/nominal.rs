//! Nouns and adjectives that attribute: "Averland’s objections to …", "expressed concern that", "is opposed to".

use std::ops::Range;

use super::candidate::Candidate;
use super::clause::Around;
use super::frames::After;
use super::groups::Shape;
use super::noun_holders::Held;
use super::scene::Scene;
use crate::lexicon::{CueNoun, Frame, Rest};
use crate::tagger::Upos;

impl Scene<'_> {
    /// Claims of a noun at `index`.
    pub(super) fn noun_candidates(&self, index: usize, found: &mut Vec<Candidate>) {
        let words = &self.words;
        if words.pos(index) != Upos::Noun
            || self.groups.at(index).is_some()
            || self.voice_of(index) == super::voice::Voice::Quoted
        {
            return;
        }
        for noun in self.lexicon.nouns(words.word(index)) {
            let bounds = self.bounds(index);
            let Some(phrase) = self.noun_phrase_before(index + 1, bounds.start) else { continue };
            let mut all = self.holders_of(noun, index, &phrase, &bounds);
            all.extend(self.holder_of_sentence(index, &phrase, &bounds, found));
            for held in all {
                if let Some(candidate) = self.noun_candidate(noun, index, &held, &bounds) {
                    found.push(candidate);
                    break;
                }
            }
        }
    }

    fn noun_candidate(&self, noun: &CueNoun, index: usize, held: &Held, bounds: &Range<usize>) -> Option<Candidate> {
        let words = &self.words;
        self.holder_kind(held.antecedent.as_ref().unwrap_or(&held.source))?;
        let around = Around { past: held.past, ..Around::default() };
        let (content, cue_end, score) = match &held.content {
            Some(content) => (content.clone(), held.from, held.score),
            // "the intention is clear: …"
            None if held.rule == "noun-copula" && !words.is_any(held.from, &["that", "to"]) => {
                (held.from..self.content_end(held.from, around, bounds.end), index + 1, held.score)
            }
            None => {
                let after = self.after(held.from, bounds.end, around);
                let (content, cue_end, clause) = self.noun_content(noun, index, &after)?;
                (content, cue_end, if clause { held.score + 0.06 } else { held.score })
            }
        };
        let content = self.tidy(self.before_main_verb(content));
        if words.count_words(content.clone()) == 0 {
            return None;
        }
        let cue_end = if held.from > index + 1 && held.content.is_none() && held.rule != "noun-copula" {
            index + 1
        } else {
            cue_end
        };
        let cue_end = if held.rule == "noun-copula" { index + 1 } else { cue_end };
        let lemma = words.word(index).to_owned();
        let lemma = if words.word(index).starts_with(noun.lemma.as_str()) || lemma.len() > noun.lemma.len() {
            noun.lemma.clone()
        } else {
            lemma
        };
        Some(Candidate {
            source: Some(held.source.clone()),
            antecedent: held.antecedent.clone(),
            cue: Some(held.cue_start..cue_end.max(index + 1)),
            lemma,
            content: vec![content],
            form: noun.form,
            position: noun.position,
            tier: noun.tier,
            hedged: held.hedged,
            negated: false,
            addressee: None,
            object: None,
            rule: held.rule,
            score,
            speaker: None,
        })
    }

    /// "X’s claim that A had moved | was wrong", "their plan to end it | failed": up to the verb whose subject the noun is.
    fn before_main_verb(&self, content: Range<usize>) -> Range<usize> {
        let words = &self.words;
        // A clause has a verb of its own, an infinitive none.
        let mut own = usize::from(!words.is(content.start, "to"));
        let mut from = content.start + 1;
        for (_, group) in self.groups.within(content.start + 1..content.end) {
            if group.shape != Shape::Finite
                || words.quotations.around(group.head) != words.quotations.around(content.start)
            {
                continue;
            }
            let start = group.tokens.start;
            let introduced = (from..start).any(|at| {
                matches!(words.pos(at), Upos::Sconj | Upos::Cconj)
                    || words.is_relative(at)
                    || words.is_any(
                        at,
                        &[
                            ",", ";", ":", "as", "after", "before", "when", "where", "how", "why", "than", "until",
                            "since",
                        ],
                    )
                    || words.is_dash(at)
            });
            // "the war Kestria started"
            let contact = self.noun_phrase_before(start, from).is_some_and(|phrase| {
                phrase.start > from && matches!(words.pos(phrase.start - 1), Upos::Noun | Upos::Propn)
            });
            from = group.tokens.end;
            if introduced || contact {
                continue;
            }
            if own == 0 {
                return content.start..start;
            }
            own -= 1;
        }
        content
    }

    /// The content behind a noun, one past the cue, and whether it is a clause.
    fn noun_content(&self, noun: &CueNoun, index: usize, after: &After) -> Option<(Range<usize>, usize, bool)> {
        let words = &self.words;
        for frame in &noun.content {
            match frame {
                Frame::That => {
                    let at = After { starts: vec![after.at], ..after.clone() };
                    // "his claim in the same interview | that"
                    let hung = words.pos(after.at) == Upos::Adp
                        && !words.is_any(after.at, &["of", "to", "for", "about"])
                        // "their hopes last week | that"
                        || words.is_any(after.at, &["last", "this", "earlier"]) && words.is_time(after.at + 1);
                    let late = after.starts.iter().copied().find(|&start| hung && words.is(start, "that"));
                    let at = late.map_or(at.clone(), |start| After { starts: vec![start], ..after.clone() });
                    if (words.is(after.at, "that") || late.is_some())
                        && let Some(matched) = self.match_frame(&Frame::That, &at)
                    {
                        return Some((matched.content, index + 1, true));
                    }
                }
                Frame::To if words.is(after.at, "not") && self.groups.at(after.at + 1).is_some() => {
                    let to = self.infinitive_after(Some(after.at + 1), after)?;
                    return Some((after.at..to.end, index + 1, true));
                }
                Frame::To => {
                    // "to" before a verb; before a noun only where the noun takes the preposition.
                    let at = After { starts: vec![after.at], ..after.clone() };
                    if let Some(matched) = self.match_frame(&Frame::To, &at) {
                        return Some((matched.content, index + 1, true));
                    }
                    if words.is(after.at, "to")
                        && words.pos(after.at) == Upos::Adp
                        && noun
                            .content
                            .iter()
                            .all(|frame| *frame != Frame::That || noun.form == rapporteur_core::ClaimForm::Opposition)
                    {
                        let matched = self.rest_after(after.at..after.at, &Rest::Prep("to".to_owned()), &at)?;
                        return Some((matched.content.start + 1..matched.content.end, after.at + 1, false));
                    }
                }
                Frame::Prep(preposition) => {
                    if preposition == "whether" {
                        if words.is(after.at, "whether") {
                            return Some((
                                after.at..self.content_end(after.at, after.around, after.high),
                                index + 1,
                                true,
                            ));
                        }
                        continue;
                    }
                    if !words.is(after.at, preposition) {
                        continue;
                    }
                    let at = After { starts: vec![after.at], ..after.clone() };
                    if let Some(matched) = self.rest_after(after.at..after.at, &Rest::Prep(preposition.clone()), &at) {
                        return Some((matched.content.start + 1..matched.content.end, after.at + 1, false));
                    }
                }
                _ => {}
            }
        }
        None
    }
}
