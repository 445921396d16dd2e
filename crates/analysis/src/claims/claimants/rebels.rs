//! "the rebels", where the text names whom they fight for.

use std::ops::Range;

use rapporteur_core::ActorKind;

use super::Resolver;

/// What those who fight a government are called.
const FIGHTERS: &[&str] = &["rebels", "insurgents", "guerrillas", "separatists", "militants"];
/// Last words of the names that they give themselves.
const NAMES: &[&str] = &["Front", "Liberation Army", "Liberation Movement", "Resistance", "Brigades", "Militia"];

impl Resolver<'_, '_> {
    /// "the rebels": the one armed body that the text names, and has named before.
    pub(crate) fn rebels_named(&self, phrase: &Range<usize>, head: usize) -> Option<usize> {
        let words = &self.scene.words;
        if !words.is(phrase.start, "the") || !FIGHTERS.contains(&words.word(head)) {
            return None;
        }
        let mut armed = self.scene.actors.actors.iter().enumerate().filter(|(_, actor)| {
            let called = NAMES.iter().any(|name| actor.name.ends_with(name));
            actor.kind == ActorKind::Organisation && (called || actor.subkind.as_deref() == Some("armed group"))
        });
        let (only, _) = armed.next()?;
        let before = words.token(phrase.start)?.at.start;
        let named = self.first_named.get(&only).is_some_and(|&first| first < before);
        (named && armed.next().is_none()).then_some(only)
    }
}
