//! "If the press is to be believed, the port is sold": what the author passes on and leaves to somebody else.

use rapporteur_core::ClaimForm;

use crate::claims::candidate::Candidate;
use crate::claims::judge::voice::Voice;
use crate::claims::scene::Scene;

/// How far behind "if" the verb may stand.
const LONGEST_SOURCE: usize = 14;

impl Scene<'_> {
    /// The claim of whom an "if … is to be believed" at `index` names.
    pub(crate) fn believed_candidates(&self, index: usize, found: &mut Vec<Candidate>) {
        let words = &self.words;
        if !words.is(index, "if") || self.voice_of(index) != Voice::Author {
            return;
        }
        let bounds = self.bounds(index);
        let reach = index + 1..bounds.end.min(index + LONGEST_SOURCE);
        let believed = reach.clone().find(|&at| {
            words.is_any(at, &["is", "are"])
                && words.is(at + 1, "to")
                && words.is(at + 2, "be")
                && words.is_any(at + 3, &["believed", "trusted", "credited"])
        });
        let Some(verb) = believed else { return };
        let source = index + 1..verb;
        if self.noun_phrase_end(source.start, verb).is_none() || words.is_any(source.start, &["i", "we", "you"]) {
            return;
        }
        let end = verb + 4;
        let Some(content) = self.rest_of_sentence(index..end, &bounds) else { return };
        found.push(Candidate {
            source: Some(source),
            cue: Some(verb..end),
            lemma: "be believed".to_owned(),
            content,
            form: ClaimForm::Statement,
            tier: 2,
            hedged: true,
            rule: "according-to",
            score: 0.85,
            ..Candidate::default()
        });
    }
}
