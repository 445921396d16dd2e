//! The sides of a conflict, and who only brings them together.

use super::Resolver;
use crate::actors::FoundMention;

/// How many sentences back the sides may have been named together: any number.
const ANYWHERE: usize = usize::MAX - 1;

impl Resolver<'_, '_> {
    /// "the pact, brokered by | Lomar"
    pub(crate) fn is_mediator(&self, mention: &FoundMention) -> bool {
        let words = &self.scene.words;
        let at = words.layer.token_at(mention.at.start);
        let by = at.saturating_sub(1 + usize::from(at > 0 && words.is(at - 1, "the")));
        by > 0 && words.is(by, "by") && words.is_any(by - 1, &["brokered", "mediated", "hosted", "facilitated"])
    }

    /// "Negotiators for the government and the Harbour Front met. … Both sides": the only two of whom one fights the other that
    /// the text so far names side by side.
    pub(crate) fn sides_of_the_text(&self, token: usize) -> Option<(usize, usize)> {
        let fights = |actor: usize| {
            let actor = self.scene.actors.actors.get(actor);
            let subkind = actor.and_then(|actor| actor.subkind.as_deref());
            let front = || actor.is_some_and(|actor| actor.name.ends_with(" Front"));
            matches!(subkind, Some("government" | "armed group" | "armed forces")) || front()
        };
        let mut only = None;
        for list in self.lists_before(token, ANYWHERE) {
            let &[first, second] = list.actors.as_slice() else { continue };
            if !(fights(first) && fights(second)) {
                continue;
            }
            let same =
                |&(one, other): &(usize, usize)| (one, other) == (first, second) || (other, one) == (first, second);
            if only.is_some_and(|only| !same(&only)) {
                return None;
            }
            only = only.or(Some((first, second)));
        }
        only
    }
}
