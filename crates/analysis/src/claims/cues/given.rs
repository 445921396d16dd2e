//! "promised the farmers | a fund": to whom something is promised is no part of it.

use super::frames::Match;
use crate::claims::scene::Scene;
use crate::lexicon::CueVerb;
use crate::tagger::Upos;

/// Verbs with two objects.
const GIVING: &[&str] = &["promise", "offer", "pledge", "guarantee"];

impl Scene<'_> {
    /// `matched` without whom the verb gives what it names, who is the person of the match.
    pub(crate) fn given(&self, verb: &CueVerb, matched: Match) -> Match {
        let words = &self.words;
        let object = matched.content.clone();
        if matched.rule != "cue-object" || !GIVING.contains(&verb.lemma.as_str()) {
            return matched;
        }
        let Some(end) = self.noun_phrase_end(object.start, object.end).filter(|&end| end < object.end) else {
            return matched;
        };
        let person = object.start..end;
        let begins = matches!(words.pos(end), Upos::Det | Upos::Num | Upos::Adj) || words.is_possessive_pronoun(end);
        let thing = begins && self.noun_phrase_end(end, object.end).is_some();
        if !thing || self.holder_kind(&person).is_none() {
            return matched;
        }
        Match { content: end..object.end, person: Some(person), ..matched }
    }
}
