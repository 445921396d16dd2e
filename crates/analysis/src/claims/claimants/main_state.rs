//! "The government" of a text about one state: "Velmar … Velmar … The government says".

use std::collections::BTreeMap;
use std::ops::Range;

use rapporteur_core::ActorKind;

use super::Resolver;
use crate::actors::ActorTable;

/// How often a text names the state that it is about at least, and how many times as often as any other.
const OFTEN: usize = 4;
const FAR_AHEAD: usize = 2;

impl Resolver<'_, '_> {
    /// The state that a text is about, for "the government" where the text calls none by its name.
    pub(crate) fn government_written_of(&self, base: &Range<usize>, head: usize) -> Option<usize> {
        let words = &self.scene.words;
        let plain = head == base.start + 1 && words.is(base.start, "the") && words.is(head, "government");
        // "the government of the island", "the government in waiting", "the government side"
        let alone = !words.is_any(head + 1, &["of", "in"]);
        self.main_state.filter(|_| plain && alone)
    }
}

/// The state that a text names often, and any other far less; none where it calls a government by its name.
pub(super) fn main_state(actors: &ActorTable) -> Option<usize> {
    if actors.actors.iter().any(|actor| actor.subkind.as_deref() == Some("government")) {
        return None;
    }
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for mention in &actors.mentions {
        if actors.actors.get(mention.actor).is_some_and(|actor| actor.kind == ActorKind::State) {
            *counts.entry(mention.actor).or_default() += 1;
        }
    }
    let (&main, &most) = counts.iter().max_by_key(|(_, count)| **count)?;
    let next = counts.iter().filter(|(state, _)| **state != main).map(|(_, count)| *count).max().unwrap_or_default();
    (most >= OFTEN && most >= next * FAR_AHEAD).then_some(main)
}
