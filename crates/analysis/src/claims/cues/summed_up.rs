//! What a pronoun behind a colon takes up: "No boats, no nets: such was the verdict of the council", "…: this is Kestria’s position".

use std::ops::Range;

use rapporteur_core::ClaimForm;

use super::introduced::VERDICTS;
use crate::claims::candidate::Candidate;
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;

impl Scene<'_> {
    /// The claim of whose word the pronoun at `index` says it is.
    pub(crate) fn summed_up_candidate(&self, index: usize, found: &mut Vec<Candidate>) {
        found.extend(self.summed_up(index));
    }

    fn summed_up(&self, index: usize) -> Option<Candidate> {
        let words = &self.words;
        if !words.is_any(index, &["such", "this", "that"]) || index < 4 {
            return None;
        }
        let opens = words.is_any(index - 1, &[":", ";"]) || words.is_dash(index - 1);
        let bounds = self.bounds(index);
        let low = words.layer.sentences.iter().find(|sentence| sentence.tokens.contains(&index))?.tokens.start;
        let verb = self.groups.at(index + 1).and_then(|at| self.groups.get(at)).filter(|_| opens && low + 2 < index)?;
        let is = words.is_any(verb.head, &["is", "was", "been", "remains"]) && !verb.negated && !verb.modal;
        if !is || self.voice_of(index) != Voice::Author {
            return None;
        }
        // "such is, in brief, | the verdict"
        let mut start = verb.tokens.end;
        if words.is(start, ",") {
            start = (start + 1..bounds.end.min(start + 6)).find(|&at| words.is(at, ","))? + 1;
        }
        let end = self.noun_phrase_end(start, bounds.end)?;
        let noun = self.lexicon.nouns(words.word(end - 1)).next();
        if noun.is_none() && !words.is_any(end - 1, VERDICTS) {
            return None;
        }
        let owner = (start..end).find(|&at| words.is_possessive_mark(at));
        let source: Range<usize> = match owner {
            Some(mark) => start..mark,
            None if words.is_any(end, &["of", "from"]) => end + 1..self.long_phrase_end(end + 1, bounds.end)?,
            None => return None,
        };
        self.holder_kind(&source)?;
        Some(Candidate {
            source: Some(source),
            cue: Some(end - 1..end),
            lemma: words.word(end - 1).to_owned(),
            content: vec![self.tidy(low..index - 1)],
            form: noun.map_or(ClaimForm::Statement, |noun| noun.form),
            position: noun.and_then(|noun| noun.position),
            tier: noun.map_or(1, |noun| noun.tier),
            rule: "noun-copula",
            score: 0.74,
            ..Candidate::default()
        })
    }
}
