//! Rules and whoever imposed them: "Averland announced controls. The new rules seek …".

use std::ops::Range;

use rapporteur_core::ActorKind;

use super::Resolver;
use super::papers::singular;
use crate::claims::grammar::groups::Shape;

/// How many sentences back rules may have been imposed.
const SENTENCES: usize = 2;
/// How many tokens behind its verb a rule may be named.
const OBJECT: usize = 12;

/// What is imposed.
const RULES: &[&str] = &[
    "rule",
    "measure",
    "restriction",
    "control",
    "curb",
    "sanction",
    "tariff",
    "ban",
    "regulation",
    "directive",
    "order",
    "decree",
    "guideline",
    "law",
    "legislation",
];

/// How it comes about.
const IMPOSED: &[&str] = &[
    "imposed",
    "imposes",
    "announced",
    "announces",
    "introduced",
    "introduces",
    "adopted",
    "adopts",
    "issued",
    "issues",
    "unveiled",
    "unveils",
    "enacted",
    "enacts",
    "tightened",
    "placed",
    "launched",
    "passed",
];

impl Resolver<'_, '_> {
    /// Who imposed the rules that "the new rules" take up, in the same or the last two sentences.
    pub(crate) fn imposed_by(&self, phrase: &Range<usize>, head: usize) -> Option<usize> {
        let scene = self.scene;
        let words = &scene.words;
        let definite = words.is_any(phrase.start, &["the", "these", "those", "this"]);
        let plain = head == phrase.start + 1 || head == phrase.start + 2 && words.is(head - 1, "new");
        if !definite || !plain || phrase.end != head + 1 || !RULES.contains(&singular(words.word(head))) {
            return None;
        }
        let here = scene.sentence_at(phrase.start)?;
        let low = words.layer.sentences.get(here.saturating_sub(SENTENCES))?.tokens.start;
        let (number, group) = scene.groups.within(low..phrase.start).rev().find(|(_, group)| {
            let verb = group.shape == Shape::Finite && !group.passive && IMPOSED.contains(&words.word(group.head));
            let object = (group.tokens.end..phrase.start.min(group.tokens.end + OBJECT))
                .take_while(|&at| !words.is(at, "."))
                .any(|at| RULES.contains(&singular(words.word(at))));
            verb && object && words.quotations.around(group.head).is_none()
        })?;
        let subject = scene.subject(number, scene.bounds(group.tokens.start).start)?;
        let subject = subject.antecedent.unwrap_or(subject.tokens);
        let mention = scene.actors.head_mention(words.bytes(&subject))?;
        let kind = self.kind(mention.actor)?;
        matches!(kind, ActorKind::State | ActorKind::Organisation | ActorKind::Alliance).then_some(mention.actor)
    }
}
