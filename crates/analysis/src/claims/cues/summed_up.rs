//! What a pronoun behind a colon takes up: "No boats, no nets: such was the verdict of the council", "…: this is Kestria’s position".

use rapporteur_core::ClaimForm;

use super::introduced::VERDICTS;
use crate::claims::candidate::Candidate;
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;

impl Scene<'_> {
    /// The claim of whose word the pronoun at `index` says it is.
    pub(crate) fn summed_up_candidate(&self, index: usize, found: &mut Vec<Candidate>) {
        if matches!(self.words.word(index), "such" | "this" | "that") {
            found.extend(self.summed_up(index));
        }
    }

    fn summed_up(&self, index: usize) -> Option<Candidate> {
        let words = &self.words;
        if index < 4 {
            return None;
        }
        if !words.is_any(index - 1, &[":", ";"]) && !words.is_dash(index - 1) {
            return None;
        }
        let bounds = self.bounds(index);
        let low = words.layer.sentences.get(self.sentence_at(index)?)?.tokens.start;
        let verb = self.groups.holding(index + 1).filter(|_| low + 2 < index)?;
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
        let source = self.owner_or_behind(&(start..end), &["of", "from"], bounds.end)?;
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
