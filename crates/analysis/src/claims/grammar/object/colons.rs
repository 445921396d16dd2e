//! What of an object stands behind a colon: "proposed a simpler rule: donors should report".

use crate::claims::grammar::clause::Around;
use crate::claims::grammar::groups::Shape;
use crate::claims::scene::Scene;

/// What has words of its own that may follow behind a colon.
const SAYINGS: &[&str] = &[
    "line",
    "phrase",
    "words",
    "motto",
    "slogan",
    "mantra",
    "maxim",
    "dictum",
    "adage",
    "principle",
    "doctrine",
    "rule",
    "proverb",
    "saying",
    "formula",
    "question",
    "warning",
    "message",
    "refrain",
    "promise",
    "pledge",
    "title",
];

impl Scene<'_> {
    /// Where an object ends that begins at `start` and announces what stands behind the colon.
    pub(super) fn end_behind_colon(&self, colon: usize, start: usize, around: Around, high: usize) -> Option<usize> {
        let words = &self.words;
        if !words.is(colon, ":") || words.is_personal_pronoun(colon - 1) {
            return None;
        }
        if self.phrases_behind_colon(colon, high) {
            return Some(high);
        }
        // "the core of the accord: that both belong to one state", "the effort: namely, two acts"
        if words.is_any(colon + 1, &["that", "namely"]) {
            return Some(self.content_end(colon + 1, around, high));
        }
        // "repeated her predecessor’s famous line: “…”"
        if (start..colon).any(|at| words.is_any(at, SAYINGS))
            && let Some(quoted) = words.quotations.opening_at(colon + 1).and_then(|at| words.quotations.get(at))
        {
            return Some(quoted.tokens.end);
        }
        // "proposed a simpler rule: donors should report", and no claim of its own
        self.clause_at(colon + 1, high)?;
        let end = self.content_end(colon + 1, around, high);
        let own_cue = self.groups.within(colon..end).any(|(_, group)| self.is_cue_group(group) && !group.modal);
        let marked = (colon..end).any(|at| words.is_open_quote(at));
        (!own_cue && !marked).then_some(end)
    }

    /// "outlined two aspects of the plan: the belt and the road", "two paths: disarming the militia, or waiting for a war": whether
    /// phrases without a finite verb fill the rest.
    fn phrases_behind_colon(&self, colon: usize, high: usize) -> bool {
        let words = &self.words;
        let rest = || colon + 1..high;
        // "a seat, and some sign that it counts": each verb has a conjunction or a pronoun of its own.
        let mut from = colon + 1;
        let verbless = self.groups.within(rest()).all(|(_, group)| {
            let own = (from..group.tokens.start).any(|at| words.is_any(at, &["that", "which", "who", "where"]));
            from = group.tokens.end;
            matches!(group.shape, Shape::Ing | Shape::Infinitive | Shape::Participle)
                || own && rest().any(|at| words.is(at, ","))
        });
        let phrase = self.noun_phrase_end(colon + 1, high).is_some() || self.groups.at(colon + 1).is_some();
        let plain = !rest().any(|at| words.is_any(at, &[";", ":"]) || words.is_dash(at) || words.is_open_quote(at));
        // "set some terms: a levy; a ‘common’ fleet; and talks"
        let parted = || rest().any(|at| words.is(at, ";")) && !rest().any(|at| words.is(at, ":"));
        verbless && phrase && (plain || parted())
    }
}
